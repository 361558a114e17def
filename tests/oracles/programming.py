"""Oracles for dynamic programming on sequences and grids: all possibilities, one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
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


def _apart(values: list[int]) -> int:
    chosen = product((0, 1), repeat=len(values))
    return max(sum(map(int.__mul__, row, values)) for row in chosen if (1, 1) not in set(pairwise(row)))


def _climb(costs: list[int]) -> int:
    """Every choice of stairs to step on of which no two neighbours are left out."""
    if not costs:
        raise ValueError(costs)
    chosen = product((0, 1), repeat=len(costs))
    return min(sum(map(int.__mul__, row, costs)) for row in chosen if (0, 0) not in set(pairwise((*row, 1))))


def _is_split(text: str, words: list[str]) -> Callable[[list[str] | None], bool]:
    can = re.fullmatch(f"({'|'.join(words)})*", text) is not None

    def check(parts: list[str] | None) -> bool:
        if parts is None:
            return not can
        return "".join(parts) == text and set(parts) <= set(words)

    return check


def _readings(digits: str) -> int:
    """Every set of places to cut the digits at."""
    letters = {str(number) for number in range(1, 27)}
    count = 0
    for cuts in _subsequences(range(1, len(digits))):
        ends = (0, *cuts, len(digits))
        count += all(digits[i:j] in letters for i, j in pairwise(ends))
    return count


def _edits(source: str, target: str) -> int:
    """The length less the best row of letters kept in their order, replaced ones being paired up between them."""
    best = max(len(source), len(target))
    for count in range(min(len(source), len(target)) + 1):
        for kept, found in product(combinations(range(len(source)), count), combinations(range(len(target)), count)):
            if all(source[i] == target[j] for i, j in zip(kept, found, strict=True)):
                ends = zip((-1, *kept, len(source)), (-1, *found, len(target)), strict=True)
                gaps = [max(k - i, m - j) - 1 for (i, j), (k, m) in pairwise(ends)]
                best = min(best, sum(gaps))
    return best


def _substring(a: str, b: str) -> str:
    pieces = [a[i:j] for i, j in combinations(range(len(a) + 1), 2) if a[i:j] in b]
    return max(pieces, key=len, default="")


def _sums(numbers: list[int], target: int) -> bool:
    return target in map(sum, _subsequences(numbers))


def _paths(grid: list[list[int | None]], i: int = 0, j: int = 0) -> Iterator[list[int | None]]:
    """The costs along every path down and right."""
    if i == len(grid) - 1 and j == len(grid[0]) - 1:
        yield [grid[i][j]]
    for k, m in ((i + 1, j), (i, j + 1)):
        if k < len(grid) and m < len(grid[0]):
            yield from ([grid[i][j], *rest] for rest in _paths(grid, k, m))


def _cheapest(grid: list[list[int | None]]) -> int | None:
    return min((sum(filter(None, path)) for path in _paths(grid) if None not in path), default=None)


ORACLES: dict[str, Callable[..., Any]] = {
    "lcs_length": _common_subsequence,
    "knapsack": _knapsack,
    "coin_change": _change,
    "longest_increasing_subsequence": _increasing_subsequence,
    "largest_sum_without_neighbours": _apart,
    "cheapest_climb": _climb,
    "word_break": _is_split,
    "decode_ways": _readings,
    "edit_distance": _edits,
    "longest_common_substring": _substring,
    "subset_sum": _sums,
    "cheapest_path": _cheapest,
}
