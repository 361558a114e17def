"""Inputs of greedy algorithms: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random

from generator.algorithm.samplers.pools import ACTIVITIES, GOODS, TASKS, WORDS


def activities(rng: Random, size: int) -> tuple[list[tuple[str, int, int]]]:
    """Activities by name, start and finish, of which some overlap."""
    found = []
    for name in rng.sample(ACTIVITIES, min(2 + size, 9)):
        start = rng.randint(0, 8 + size)
        found.append((name, start, start + rng.randint(1, 6)))
    return (found,)


def jobs_with_penalties(rng: Random, size: int) -> tuple[list[tuple[str, int, int]]]:
    """Tasks by name, deadline and penalty, no two of them with the same penalty."""
    names = rng.sample(TASKS, min(2 + size, 8))
    penalties = rng.sample(range(5, 10 + 8 * len(names)), len(names))
    latest = max(2, len(names) - rng.randint(0, 2))
    return ([(name, rng.randint(1, latest), penalty) for name, penalty in zip(names, penalties, strict=True)],)


def letter_weights(rng: Random, size: int) -> tuple[dict[str, int]]:
    """How often each letter stands in a text: counted in a word, or drawn."""
    if size > 4 and rng.random() < 0.2:
        word = "".join(rng.sample(WORDS, 2))
        return ({letter: word.count(letter) for letter in dict.fromkeys(word)},)
    letters = rng.sample("abcdefghiklmnoprstuvwy", min(2 + size // 2 + rng.randint(0, 1), 8))
    return ({letter: rng.randint(1, rng.choice((9, 50))) for letter in letters},)


def cargo(rng: Random, size: int) -> tuple[dict[str, tuple[int, int]], int]:
    """Goods by name, weight and value, and a capacity that mostly is too small for all of them."""
    names = rng.sample(GOODS, min(2 + size // 2, 7))
    goods = {name: (rng.randint(1, 12), rng.randint(2, 40)) for name in names}
    total = sum(weight for weight, _ in goods.values())
    return goods, rng.randint(1 + total // 4, total + 1)


def intervals(rng: Random, size: int) -> tuple[list[tuple[int, int]]]:
    """Intervals by their end points, of which some overlap, touch, or lie in each other; now and then one is turned around."""
    reach = rng.choice((10, 20, 30))
    found = []
    for _ in range(2 + size // 2 + rng.randint(0, 1)):
        start = rng.randint(0, reach)
        found.append((start, start + rng.randint(1, 6)))
    if rng.random() < 0.05:
        found[-1] = found[-1][::-1]
    if rng.random() < 0.3:
        found.sort()
    return (found,)


def fuel_and_distances(rng: Random, size: int) -> tuple[list[int], list[int]]:
    """The fuel at each station of a circle and the distance to the next, mostly fuel enough for the circle."""
    count = 3 + size // 2
    distances = [rng.randint(1, 9) for _ in range(count)]
    fuel = distances[:]
    rng.shuffle(fuel)
    fuel[rng.randrange(count)] += rng.choice((0, 0, 1, 2, 3))
    if rng.random() < 0.15:
        fuel[rng.randrange(count)] = 0
    return fuel, distances
