"""Inputs of dynamic programming that hold numbers: each sampler takes (randomness, size) and gives the arguments."""

from __future__ import annotations

from random import Random

Cost = int | None


def takings(rng: Random, size: int) -> tuple[list[int]]:
    """What each of some neighbouring places would give, none of them negative; now and then there is no place."""
    if rng.random() < 0.02:
        return ([],)
    high = rng.choice((9, 20, 50, 100))
    values = [rng.randint(0 if rng.random() < 0.2 else 1, high) for _ in range(size + 2)]
    if rng.random() < 0.2:
        values.sort()
    return (values,)


def step_costs(rng: Random, size: int) -> tuple[list[int]]:
    """The costs of two stairs or more, of which some may be much dearer; now and then there are none."""
    if rng.random() < 0.04:
        return ([],)
    high = rng.choice((5, 10, 30))
    costs = [rng.randint(1, high) for _ in range(size + 2)]
    if rng.random() < 0.4:
        costs[rng.randrange(len(costs))] *= 10
    return (costs,)


def numbers_and_sum(rng: Random, size: int) -> tuple[list[int], int]:
    """Some positive numbers, and a sum that some of them have together about two times of three."""
    numbers = [rng.randint(1, 7) for _ in range(2 + size // 3)]
    if rng.random() < 0.3:
        numbers = [2 * number for number in numbers]
    chosen = rng.sample(numbers, rng.randint(1, len(numbers)))
    target = sum(chosen) if rng.random() < 0.5 else rng.randint(1, sum(numbers) + 1)
    return numbers, min(target, 9 + size)


def cost_grid(rng: Random, size: int) -> tuple[list[list[Cost]]]:
    """The costs of the cells of a grid of two to four rows; a wall here and there is None."""
    rows = rng.randint(2, 2 + (size > 4) + (size > 8))
    columns = rng.randint(2, 3 + (size > 6))
    high = rng.choice((5, 9, 20))
    wall = rng.choice((0, 0, 0.15, 0.3))
    grid: list[list[Cost]] = [
        [None if rng.random() < wall else rng.randint(1, high) for _ in range(columns)] for _ in range(rows)
    ]
    grid[0][0] = rng.randint(1, high)
    grid[-1][-1] = rng.randint(1, high)
    return (grid,)


def dimensions(rng: Random, size: int) -> tuple[list[int]]:
    """The dimensions of a chain of two to four matrices that can be multiplied."""
    high = rng.choice((5, 10, 20, 40))
    return ([rng.randint(1, high) for _ in range(3 + size // 4)],)


def frequencies(rng: Random, size: int) -> tuple[list[int]]:
    """How often each of one to five keys is looked up: evenly, at random, or one of them far more often."""
    count = 2 + size // 4 if size > 1 else rng.randint(1, 2)
    found = [rng.randint(1, rng.choice((9, 30))) for _ in range(count)]
    if rng.random() < 0.3:
        found[rng.randrange(count)] += 50
    if rng.random() < 0.2:
        found.sort()
    return (found,)


def piles(rng: Random, size: int) -> tuple[list[int]]:
    """The sizes of two to four piles."""
    high = rng.choice((5, 12, 30, 60))
    return ([rng.randint(1, high) for _ in range(2 + (size > 2) + (size > 6))],)


def balloons(rng: Random, size: int) -> tuple[list[int]]:
    """The numbers on two or three balloons."""
    high = rng.choice((5, 9, 20, 40))
    return ([rng.randint(1, high) for _ in range(2 + (size > 5))],)


def coin_row(rng: Random, size: int) -> tuple[list[int]]:
    """The values of up to five coins in a row; now and then there are none."""
    if rng.random() < 0.03:
        return ([],)
    values = rng.choice(((1, 2, 5, 10, 20, 50), tuple(range(1, 16)), (1, 5, 100)))
    return (rng.choices(values, k=3 + size // 4),)


def distances(rng: Random, size: int) -> tuple[list[list[int]]]:
    """The distances between three or four cities, one time of three not the same both ways."""
    count = 3 + (size > 6)
    high = rng.choice((9, 20, 50))
    table = [[rng.randint(1, high) for _ in range(count)] for _ in range(count)]
    both_ways = rng.random() < 0.67
    for i in range(count):
        table[i][i] = 0
        for j in range(i) if both_ways else ():
            table[i][j] = table[j][i]
    return (table,)


def cost_table(rng: Random, size: int) -> tuple[list[list[int]]]:
    """What each of two to four workers asks for each of as many tasks."""
    count = 2 + (size > 3) + (size > 8)
    high = rng.choice((9, 15, 30))
    return ([[rng.randint(1, high) for _ in range(count)] for _ in range(count)],)


def parts_to_cover(rng: Random, size: int) -> tuple[int, list[list[int]]]:
    """A count of elements, numbered from 0, and some sets of them, which together may miss one."""
    count = 3 + size // 4
    sets = [sorted(rng.sample(range(count), rng.randint(1, min(3, count)))) for _ in range(3 + size // 4)]
    missing = set(range(count)) - {element for part in sets for element in part}
    if missing and rng.random() < 0.7:
        sets[-1] = sorted(missing)
    return count, sets
