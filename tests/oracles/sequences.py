"""Oracles for what works on sequences: sorting, searching, selection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any


def _found(values: list[int], target: int) -> Callable[[int], bool]:
    return lambda index: values[index] == target if target in values else index == -1


def _majority(votes: list[str]) -> str | None:
    return next((vote for vote, count in Counter(votes).items() if 2 * count > len(votes)), None)


ORACLES: dict[str, Callable[..., Any]] = {
    "bubble_sort": sorted,
    "insertion_sort": sorted,
    "selection_sort": sorted,
    "merge_sort": sorted,
    "quicksort": sorted,
    "counting_sort": lambda values, _largest: sorted(values),
    "binary_search": _found,
    "quickselect": lambda values, k: sorted(values)[k],
    "minimum": min,
    "majority_vote": _majority,
}
