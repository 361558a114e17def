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
    return ([rng.randint(1, rng.choice((5, 10, 20))) for _ in range(min(5, 3 + size // 3))],)
