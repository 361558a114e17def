"""Oracles for what works on sequences: sorting, searching, selection."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable
from typing import Any


def _sorted_from_0_up(values: list[int]) -> list[int]:
    if any(value < 0 for value in values):
        raise ValueError("negative")
    return sorted(values)


def _sorted_up_to(values: list[int], largest: int) -> list[int]:
    if max(values) > largest:
        raise IndexError("too large")
    return sorted(values)


def _found(values: list[int], target: int) -> Callable[[int], bool]:
    return lambda index: values[index] == target if target in values else index == -1


def _is_peak(heights: list[int]) -> Callable[[int], bool]:
    return lambda place: heights[place] == max(heights[max(0, place - 1) : place + 2])


def _majority(votes: list[str]) -> str | None:
    return next((vote for vote, count in Counter(votes).items() if 2 * count > len(votes)), None)


def _k_largest(values: list[int], k: int) -> list[int]:
    if k not in range(1, len(values) + 1):
        raise ValueError("out of range")
    return sorted(values)[: -k - 1 : -1]


ORACLES: dict[str, Callable[..., Any]] = {
    "bubble_sort": sorted,
    "insertion_sort": sorted,
    "selection_sort": sorted,
    "merge_sort": sorted,
    "quicksort": sorted,
    "counting_sort": _sorted_up_to,
    "heapsort": sorted,
    "shell_sort": sorted,
    "radix_sort": _sorted_from_0_up,
    "bucket_sort": lambda values, _largest: sorted(values),
    "comb_sort": sorted,
    "pancake_sort": sorted,
    "binary_search": _found,
    "lower_bound": lambda values, target: sum(value < target for value in values),
    "interpolation_search": _found,
    "jump_search": _found,
    "find_peak": _is_peak,
    "search_rotated": _found,
    "quickselect": lambda values, k: sorted(values)[k],
    "minimum": min,
    "majority_vote": _majority,
    "minimum_and_maximum": lambda values: (min(values), max(values)),
    "k_largest": _k_largest,
    "median_of_two": lambda first, second: statistics.median_low(first + second),
}
