"""Oracles for greedy algorithms: all choices, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cache
from itertools import combinations, pairwise
from typing import Any

Task = tuple[str, int, int]


def _choices(things: Iterable[Any]) -> list[tuple[Any, ...]]:
    pool = list(things)
    return [chosen for n in range(len(pool) + 1) for chosen in combinations(pool, n)]


def _activities(activities: list[Task]) -> Callable[[list[str]], bool]:
    def compatible(chosen: Iterable[Task]) -> bool:
        times = sorted((start, finish) for _, start, finish in chosen)
        return all(before[1] <= after[0] for before, after in pairwise(times))

    most = max(len(chosen) for chosen in _choices(activities) if compatible(chosen))
    named = {activity[0]: activity for activity in activities}
    return lambda names: len(names) == most and compatible(named[name] for name in names)


def _penalty(tasks: list[Task]) -> int:
    def in_time(chosen: Iterable[Task]) -> bool:
        return all(deadline > day for day, deadline in enumerate(sorted(deadline for _, deadline, _ in chosen)))

    total = sum(penalty for _, _, penalty in tasks)
    return total - max(sum(penalty for _, _, penalty in chosen) for chosen in _choices(tasks) if in_time(chosen))


def _huffman(weights: dict[str, int]) -> int:
    """The best tree over the sorted weights, whose leaves may stay in that order."""
    leaves = sorted(weights.values())

    @cache
    def bits(low: int, high: int) -> int:
        if high - low == 1:
            return 0
        return sum(leaves[low:high]) + min(bits(low, cut) + bits(cut, high) for cut in range(low + 1, high))

    return bits(0, len(leaves))


def _knapsack(goods: dict[str, tuple[int, int]], capacity: int) -> str:
    """Some goods are taken as a whole, and at most one of the others in part."""
    best = Fraction(0)
    for chosen in _choices(goods):
        room = capacity - sum(goods[name][0] for name in chosen)
        if room >= 0:
            others = [goods[name] for name in goods if name not in chosen]
            parts = [min(Fraction(room, weight), Fraction(1)) * value for weight, value in others]
            best = max(best, sum(goods[name][1] for name in chosen) + max(parts, default=Fraction(0)))
    return str(best)


def _merged(intervals: list[tuple[int, int]]) -> list[list[int]]:
    """Runs of covered points, where a half stands between any two integers."""
    if any(start > end for start, end in intervals):
        raise ValueError("turned around")
    covered = sorted({point for start, end in intervals for point in range(2 * start, 2 * end + 1)})
    starts = [point for point in covered if point - 1 not in covered]
    ends = [point for point in covered if point + 1 not in covered]
    return [[start // 2, end // 2] for start, end in zip(starts, ends, strict=True)]


def _station(fuel: list[int], distances: list[int]) -> int:
    gains = [a - b for a, b in zip(fuel, distances, strict=True)]
    turned = [gains[start:] + gains[:start] for start in range(len(gains))]
    return next((i for i, row in enumerate(turned) if all(sum(row[: n + 1]) >= 0 for n in range(len(row)))), -1)


ORACLES: dict[str, Callable[..., Any]] = {
    "activity_selector": _activities,
    "task_scheduling": _penalty,
    "huffman_codes": _huffman,
    "fractional_knapsack": _knapsack,
    "merge_intervals": _merged,
    "gas_station": _station,
}
