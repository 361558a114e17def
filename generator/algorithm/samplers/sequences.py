"""Inputs that are sequences: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random

from generator.algorithm.samplers.pools import NAMES



def int_list(rng: Random, size: int) -> tuple[list[int]]:
    """A list of integers: random, sorted, reversed, nearly sorted or with repetitions; now and then empty."""
    if rng.random() < 0.02:
        return ([],)
    return (ints(rng, rng.randint(size, size + 1)),)


def ints_or_names(rng: Random, size: int) -> tuple[list[int] | list[str]]:
    """A non-empty list of integers, or of names, which compare by the alphabet."""
    count = min(size + 1, len(NAMES[0]))
    if rng.random() < 0.7:
        return (ints(rng, count),)
    return (rng.sample(rng.choice(NAMES), count),)


def ints_and_largest(rng: Random, size: int) -> tuple[list[int], int]:
    """A list of integers from 0 up to a small bound, and that bound."""
    largest = rng.randint(1, 2 + size // 2)
    return [rng.randint(0, largest) for _ in range(size)], largest


def sorted_and_target(rng: Random, size: int) -> tuple[list[int], int]:
    """A list in ascending order, and a value that is in it two times of three."""
    values = sorted(ints(rng, rng.randint(size, 3 * size)))
    if rng.random() < 0.67:
        return values, rng.choice(values)
    return values, rng.randint(values[0] - 2, values[-1] + 2)


def list_and_index(rng: Random, size: int) -> tuple[list[int], int]:
    """A list of integers, and one of its indices."""
    values = ints(rng, size + 1)
    return values, rng.randrange(len(values))


def ballots(rng: Random, size: int) -> tuple[list[str]]:
    """Votes for two or three candidates, who may be ahead of all others together or not."""
    candidates = rng.sample(rng.choice(NAMES[:2]), rng.randint(2, 3))
    weights = [rng.choice((1, 3)), *(1 for _ in candidates[1:])]
    return (rng.choices(candidates, weights, k=size + rng.randint(0, 2)),)


def ints(rng: Random, count: int) -> list[int]:
    low, high = rng.choice(((0, 9), (1, 20), (1, 99), (-9, 9), (-50, 50), (0, 3)))
    values = [rng.randint(low, high) for _ in range(count)]
    shape = rng.randrange(8)
    if shape < 3:
        values.sort(reverse=shape == 2)
    if shape == 0 and count > 1:
        i, j = rng.sample(range(count), 2)
        values[i], values[j] = values[j], values[i]
    return values
