"""Oracles for dynamic programming on intervals and on sets: every order, every choice."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import combinations, permutations, product
from typing import Any


def _multiplications(dimensions: list[int]) -> int:
    """Every order in which the inner dimensions can disappear."""
    totals = []
    for order in permutations(range(1, len(dimensions) - 1)):
        left, total = list(range(len(dimensions))), 0
        for inner in order:
            place = left.index(inner)
            total += math.prod(dimensions[k] for k in left[place - 1 : place + 2])
            left.remove(inner)
        totals.append(total)
    return min(totals)


def _comparisons(frequencies: list[int]) -> int:
    """Every order of putting the keys into a search tree: a key lies below those that part it from no earlier key."""
    totals = []
    for order in permutations(range(len(frequencies))):
        depth = dict.fromkeys(order, 1)
        for i, key in enumerate(order):
            for j in range(i):
                between = range(min(key, order[j]), max(key, order[j]) + 1)
                depth[key] += not any(other in between for other in order[:j])
        totals.append(sum(depth[key] * count for key, count in enumerate(frequencies)))
    return min(totals)


def _mergers(piles: list[int]) -> int:
    """Every order in which the gaps between the piles close."""
    totals = []
    for order in permutations(range(1, len(piles))):
        cuts, total = list(range(len(piles) + 1)), 0
        for gap in order:
            place = cuts.index(gap)
            total += sum(piles[cuts[place - 1] : cuts[place + 1]])
            cuts.remove(gap)
        totals.append(total)
    return min(totals)


def _bursts(numbers: list[int]) -> int:
    totals = []
    for order in permutations(range(1, len(numbers) + 1)):
        left, row, total = list(range(len(numbers) + 2)), [1, *numbers, 1], 0
        for balloon in order:
            place = left.index(balloon)
            total += math.prod(row[k] for k in left[place - 1 : place + 2])
            left.remove(balloon)
        totals.append(total)
    return max(totals)


def _palindrome(text: str) -> int:
    pieces = (chosen for n in range(len(text) + 1) for chosen in combinations(text, n))
    return max(len(piece) for piece in pieces if piece == piece[::-1])


def _lead(coins: Sequence[int]) -> int:
    """What the first player gets at least, less the rest: each takes what leaves the other least."""

    def gained(row: Sequence[int]) -> int:
        return max(row[0] + kept(row[1:]), row[-1] + kept(row[:-1])) if row else 0

    def kept(row: Sequence[int]) -> int:
        return min((gained(row[1:]), gained(row[:-1]))) if row else 0

    if not coins:
        raise IndexError(coins)
    return 2 * gained(coins) - sum(coins)


def _tour(distances: list[list[int]]) -> int:
    """Every choice of a next city for each city that makes a single circle."""
    n, lengths = len(distances), []
    for following in permutations(range(n)):
        reached = [0]
        while following[reached[-1]] not in reached:
            reached.append(following[reached[-1]])
        if len(reached) == n:
            lengths.append(sum(map(list.__getitem__, distances, following)))
    return min(lengths)


def _assignment(costs: list[list[int]]) -> int:
    return min(sum(map(list.__getitem__, costs, order)) for order in permutations(range(len(costs))))


def _cover(count: int, sets: list[list[int]]) -> int | None:
    for used in range(len(sets) + 1):
        if any({*range(count)} <= {n for part in chosen for n in part} for chosen in combinations(sets, used)):
            return used
    return None


def _fair(weights: list[int]) -> int:
    signs = product((1, -1), repeat=len(weights))
    return min(abs(sum(map(int.__mul__, weights, row))) for row in signs)


ORACLES: dict[str, Callable[..., Any]] = {
    "matrix_chain_order": _multiplications,
    "optimal_bst": _comparisons,
    "cheapest_merging": _mergers,
    "burst_balloons": _bursts,
    "longest_palindromic_subsequence": _palindrome,
    "coins_in_a_row": _lead,
    "travelling_salesman": _tour,
    "cheapest_assignment": _assignment,
    "smallest_set_cover": _cover,
    "fairest_split": _fair,
}
