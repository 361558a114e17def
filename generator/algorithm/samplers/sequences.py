"""Inputs that are sequences: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random

from generator.algorithm.samplers.pools import NAMES

# To sort


def int_list(rng: Random, size: int) -> tuple[list[int]]:
    """A list of integers: random, sorted, reversed, nearly sorted or with repetitions; now and then empty."""
    if rng.random() < 0.01:
        return ([],)
    return (ints(rng, rng.randint(size + 1, size + 2)),)


def ints_or_names(rng: Random, size: int) -> tuple[list[int] | list[str]]:
    """A non-empty list of integers, or of names, which compare by the alphabet."""
    count = min(size + 2, len(NAMES[0]))
    if rng.random() < 0.7:
        return (ints(rng, count),)
    return (rng.sample(rng.choice(NAMES), count),)


def ints_and_largest(rng: Random, size: int) -> tuple[list[int], int]:
    """A list of integers from 0 up to a small bound, and that bound, which now and then is too small."""
    largest = rng.randint(3, 6 + size // 3)
    values = [rng.randint(0, largest) for _ in range(size + 3)]
    return values, largest - (rng.random() < 0.08)


def marks_and_largest(rng: Random, size: int) -> tuple[list[int], int]:
    """A list of integers from 0 up to a bound that is larger than their number, and that bound."""
    largest = rng.choice((9, 19, 20, 49, 50, 99, 100))
    values = [rng.randint(0, largest) for _ in range(size + 2)]
    if rng.random() < 0.2:
        values = [value // 3 for value in values]
    return values, largest


def digit_ints(rng: Random, size: int) -> tuple[list[int]]:
    """At least two integers of up to three digits; now and then one of them is negative."""
    largest = rng.choice((99, 99, 199, 999))
    values = [rng.randint(0, largest) for _ in range(1 + size // 2 + rng.randint(1, 2))]
    if rng.random() < 0.06:
        values[rng.randrange(len(values))] *= -1
    return (values,)


# To search


def sorted_and_target(rng: Random, size: int) -> tuple[list[int], int]:
    """A list in ascending order, and a value that is in it two times of three."""
    values = sorted(ints(rng, rng.randint(size + 5, 3 * size + 7)))
    if rng.random() < 0.67:
        return values, rng.choice(values)
    return values, rng.randint(values[0] - 2, values[-1] + 2)


def rotated_and_target(rng: Random, size: int) -> tuple[list[int], int]:
    """A list of different values in ascending order that has been rotated, and a value that is mostly in it."""
    values = sorted(rng.sample(range(1, rng.choice((30, 60, 99))), rng.randint(size + 4, 2 * size + 5)))
    cut = rng.randrange(len(values))
    target = rng.choice(values) if rng.random() < 0.75 else rng.randint(0, 99)
    return values[cut:] + values[:cut], target


def hills(rng: Random, size: int) -> tuple[list[int]]:
    """A list in which neighbours differ: rising, falling, with a summit, or up and down."""
    count = rng.randint(size + 4, 2 * size + 6)
    values = rng.sample(range(1, rng.choice((40, 99, 500))), count)
    shape = rng.randrange(5)
    if shape < 2:
        values.sort(reverse=shape == 1)
    elif shape == 2:
        cut = rng.randrange(count)
        values = sorted(values[:cut]) + sorted(values[cut:], reverse=True)
    return (values,)


# To select from


def list_and_index(rng: Random, size: int) -> tuple[list[int], int]:
    """A list of integers, and one of its indices."""
    values = ints(rng, size + 2)
    return values, rng.randrange(len(values))


def list_and_count(rng: Random, size: int) -> tuple[list[int], int]:
    """A list of integers, and how many of them to choose, which now and then can't be done."""
    values = ints(rng, size + 3)
    if rng.random() < 0.02:
        return values, rng.choice((0, len(values) + 1))
    return values, rng.randint(1, 1 + len(values) // 2)


def two_sorted_lists(rng: Random, size: int) -> tuple[list[int], list[int]]:
    """Two lists in ascending order, of which at most one is empty."""
    largest = rng.choice((9, 20, 99))
    total = rng.randint(size + 3, size + 6)
    cut = rng.randint(rng.random() > 0.05, total // 2)
    values = [rng.randint(1, largest) for _ in range(total)]
    parts = [sorted(values[:cut]), sorted(values[cut:])]
    rng.shuffle(parts)
    return parts[0], parts[1]


def ballots(rng: Random, size: int) -> tuple[list[str]]:
    """Votes for two to four candidates, who may be ahead of all others together or not."""
    candidates = rng.sample(rng.choice(NAMES[:2]), rng.randint(2, min(4, 2 + size // 3)))
    weights = [rng.choice((1, 4)), *(1 for _ in candidates[1:])]
    return (rng.choices(candidates, weights, k=size + rng.randint(3, 5)),)


# To add up, and to compare


def signed_ints(rng: Random, size: int) -> tuple[list[int]]:
    """A non-empty list of integers, mostly of both signs, sometimes all negative."""
    bound = rng.choice((5, 9, 20, 50))
    values = [rng.randint(-bound, bound) for _ in range(rng.randint(size + 1, size + 3))]
    if rng.random() < 0.08:
        values = [-abs(value) - 1 for value in values]
    return (values,)


def list_and_ranges(rng: Random, size: int) -> tuple[list[int], list[tuple[int, int]]]:
    """A list of integers, and ranges from a first index up to but without a last one."""
    values = ints(rng, size + 2)
    cuts = [sorted(rng.sample(range(len(values) + 1), 2)) for _ in range(rng.randint(1, 2 + size // 3))]
    return values, [(cut[0], cut[1]) for cut in cuts]


def list_and_window(rng: Random, size: int) -> tuple[list[int], int]:
    """A list of integers, and a length that is not larger than that of the list."""
    values = ints(rng, size + 3)
    return values, rng.randint(2, min(4, len(values)))


def sorted_and_sum(rng: Random, size: int) -> tuple[list[int], int]:
    """Different integers in ascending order, and a sum that two of them mostly have."""
    values = sorted(rng.sample(range(rng.choice((-9, 1)), 25 + 3 * size), size + 3))
    target = sum(rng.sample(values[1:], 2)) if rng.random() < 0.7 else rng.randint(2, 2 * values[-1])
    return values, target


def heights(rng: Random, size: int) -> tuple[list[int]]:
    """A list of heights from 0 up."""
    highest = rng.choice((4, 6, 9, 12))
    return ([rng.randint(0, highest) for _ in range(size + 3)],)


def int_row(rng: Random, size: int) -> tuple[list[int]]:
    """A list of at least three integers of any shape."""
    return (ints(rng, size + 2),)


def points(rng: Random, size: int) -> tuple[list[tuple[int, int]]]:
    """At least two different points with integer coordinates."""
    bound = rng.choice((9, 20, 40))
    count = rng.randint(3, min(4 + size // 2, 8))
    found = {(rng.randint(0, bound), rng.randint(0, bound)): None for _ in range(3 * count)}
    return (list(found)[:count],)


def buildings(rng: Random, size: int) -> tuple[list[tuple[int, int, int]]]:
    """Buildings by left side, right side and height."""
    count = 1 + round(size / 3) + rng.randint(0, 1)
    found = []
    for _ in range(count):
        left = rng.randint(0, 12)
        found.append((left, left + rng.randint(1, 9), rng.randint(1, 15)))
    return (found,)


def ints(rng: Random, count: int) -> list[int]:
    """Integers of a random range: as they come, nearly sorted, sorted or reversed."""
    low, high = rng.choice(((0, 9), (1, 20), (1, 99), (-9, 9), (-50, 50), (0, 3)))
    if count < 4:  # few values have to differ more, or there would be few lists
        low, high = rng.choice(((0, 30), (1, 99), (-50, 50)))
    values = [rng.randint(low, high) for _ in range(count)]
    shape = rng.randrange(8)
    if shape < 3:
        values.sort(reverse=shape == 2)
    if shape == 0 and count > 1:
        i, j = rng.sample(range(count), 2)
        values[i], values[j] = values[j], values[i]
    return values
