"""Inputs for linked lists: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random

from generator.algorithm.samplers.pools import NAMES
from generator.algorithm.samplers.sequences import ints

Place = int | str | None


def some_values(rng: Random, size: int) -> tuple[list[int] | list[str]]:
    """Up to six numbers or names; now and then there are none."""
    if rng.random() < 0.02:
        return ([],)
    count = min(2 + size // 2, 6)
    return (ints(rng, count) if rng.random() < 0.7 else rng.sample(rng.choice(NAMES), count),)


def two_sorted_lists(rng: Random, size: int) -> tuple[list[int], list[int]]:
    """Two sorted lists, of which one may be empty or much longer."""
    high = rng.choice((9, 20, 50))
    lengths = [rng.randint(0 if rng.random() < 0.1 else 1, 2 + size // 3) for _ in range(2)]
    left, right = (sorted(rng.randint(0, high) for _ in range(length)) for length in lengths)
    return left, right


def following_and_start(rng: Random, size: int) -> tuple[dict[Place, Place] | list[int | None], Place]:
    """What follows each place of a walk, and where it starts: the walk ends, or falls into a cycle."""
    count = 3 + round(0.6 * size)
    if rng.random() < 0.4:
        order: list[int] = rng.sample(range(count), count)
        links: list[int | None] = [0] * count
        for place, after in zip(order, [*order[1:], None], strict=True):
            links[place] = after
        if rng.random() < 0.75:
            links[order[-1]] = rng.choice(order)
        return links, order[0]
    names: list[Place] = list(rng.sample(rng.choice(NAMES), min(count, 9)))
    following: dict[Place, Place] = dict(zip(names, [*names[1:], None], strict=True))
    if rng.random() < 0.75:
        following[names[-1]] = rng.choice(names)
    shown = rng.sample(names, len(names))
    return {name: following[name] for name in shown}, names[0]


def people_and_step(rng: Random, size: int) -> tuple[list[str], int]:
    """Some people in a circle, and how far the count goes each time."""
    return rng.sample(rng.choice(NAMES), min(3 + size // 2, 7)), rng.randint(1, 5)


def cache_calls(rng: Random, size: int) -> tuple[int, list[str] | list[int]]:
    """How much a cache holds, and what is asked for: few things again and again, or in a round."""
    capacity = rng.randint(2, 3 + size // 8)
    pool = rng.sample("ABCDEFGH", capacity + rng.randint(1, 2))
    if rng.random() < 0.3:
        numbers = rng.sample(range(1, 20), len(pool))
        return capacity, rng.choices(numbers, k=5 + size)
    if rng.random() < 0.1:
        return capacity, (pool * 5)[: 5 + size]
    return capacity, rng.choices(pool, k=5 + size)


def list_and_place(rng: Random, size: int) -> tuple[list[int] | list[str], int]:
    """A list, and a place counted from its end from 1 on, which now and then is too far."""
    count = min(2 + size // 2, 7)
    values = ints(rng, count) if rng.random() < 0.6 else rng.sample(rng.choice(NAMES), count)
    return values, count + 1 if rng.random() < 0.04 else rng.randint(1, count)
