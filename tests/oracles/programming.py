"""Oracles for dynamic programming: all possibilities, one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise, product
from typing import Any


def _subsequences(values: Sequence[Any]) -> set[tuple[Any, ...]]:
    return {chosen for n in range(len(values) + 1) for chosen in combinations(values, n)}


def _common_subsequence(a: str, b: str) -> int:
    return max(map(len, _subsequences(a) & _subsequences(b)))


def _increasing_subsequence(values: list[int]) -> int:
    return max(len(row) for row in _subsequences(values) if all(a < b for a, b in pairwise(row)))


def _knapsack(weights: list[int], values: list[int], capacity: int) -> int:
    items = list(zip(weights, values, strict=True))
    packs = [pack for n in range(len(items) + 1) for pack in combinations(items, n)]
    return max(sum(value for _, value in pack) for pack in packs if sum(weight for weight, _ in pack) <= capacity)


def _change(coins: list[int], amount: int) -> int:
    counts = product(*(range(amount // coin + 1) for coin in coins))
    ways = [sum(count) for count in counts if sum(map(int.__mul__, count, coins)) == amount]
    return min(ways, default=-1)


ORACLES: dict[str, Callable[..., Any]] = {
    "lcs_length": _common_subsequence,
    "knapsack": _knapsack,
    "coin_change": _change,
    "longest_increasing_subsequence": _increasing_subsequence,
}
