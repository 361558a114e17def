"""Oracles for arrays, and for divide and conquer: every part, pair or place, one by one."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from itertools import combinations
from typing import Any


def _largest_sum(values: list[int]) -> int:
    return max(sum(values[i:j]) for i, j in combinations(range(len(values) + 1), 2))


def _is_largest_sum(values: list[int]) -> Callable[[tuple[int, int, int]], bool]:
    return lambda found: found[0] == _largest_sum(values) == sum(values[found[1] : found[2] + 1])


def _two_sum(values: list[int], target: int) -> tuple[int, int]:
    return min(pair for pair in combinations(values, 2) if sum(pair) == target)


def _next_greater(values: list[int]) -> list[int | None]:
    return [next((other for other in values[i:] if other > value), None) for i, value in enumerate(values)]


def _rain(heights: list[int]) -> int:
    """Level by level: what lies between the outermost bars of a level and is no bar is water."""
    water = 0
    for level in range(1, max(heights) + 1):
        bars = [i for i, height in enumerate(heights) if height >= level]
        water += bars[-1] - bars[0] + 1 - len(bars)
    return water


def _closest(points: list[tuple[int, int]]) -> int:
    return min(round(math.dist(p, q) ** 2) for p, q in combinations(points, 2))


def _hanoi(discs: int, source: Any, spare: Any, target: Any) -> Callable[[list[tuple[Any, Any]]], bool]:
    def check(moves: list[tuple[Any, Any]]) -> bool:
        pegs: dict[Any, list[int]] = {source: [*range(discs, 0, -1)], spare: [], target: []}
        for start, end in moves:
            disc = pegs[start].pop()
            if pegs[end] and pegs[end][-1] < disc:
                return False
            pegs[end].append(disc)
        return len(pegs[target]) == discs and len(moves) == 2**discs - 1

    return check


def _skyline(buildings: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The height over each unit of the ground, and where it changes."""
    ends = [right for _, right, _ in buildings]
    tops = [max([0, *(top for left, right, top in buildings if left <= x < right)]) for x in range(max(ends) + 1)]
    return [(x, top) for x, top in enumerate(tops) if top != (tops[x - 1] if x else 0)]


ORACLES: dict[str, Callable[..., Any]] = {
    "find_maximum_subarray_kadane": _is_largest_sum,
    "range_sums": lambda values, ranges: [sum(values[first:last]) for first, last in ranges],
    "sliding_window_maximum": lambda values, width: [max(values[i - width : i]) for i in range(width, len(values) + 1)],
    "two_sum": _two_sum,
    "next_greater_element": _next_greater,
    "trapping_rain_water": _rain,
    "maximum_subarray": _largest_sum,
    "count_inversions": lambda values: sum(a > b for a, b in combinations(values, 2)),
    "karatsuba": operator.mul,
    "closest_pair": _closest,
    "hanoi": _hanoi,
    "skyline": _skyline,
}
