"""Oracles for the problems on knapsacks, paths through grids, stretches and subsequences: every choice is tried."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator


def _ints(line: str) -> list[int]:
    return [int(word) for word in line.split()]


def _ferry_crate(stdin: str) -> str:
    (_, k), *cheeses = map(_ints, stdin.splitlines())
    choices = itertools.chain.from_iterable(itertools.combinations(cheeses, count) for count in range(len(cheeses) + 1))
    return f"{max(sum(c for _, c in chosen) for chosen in choices if sum(w for w, _ in chosen) <= k)}\n"


def _fair_backpacks(stdin: str) -> str:
    w = _ints(stdin.splitlines()[1])
    sides = itertools.product((0, 1), repeat=len(w))
    loads = (sum(itertools.compress(w, side)) for side in sides)
    heavier = min(load for load in loads if load >= sum(w) - load)
    return f"{sum(w) - heavier} {heavier}\n"


def _vineyard_descent(stdin: str) -> str:
    (_, c), *rows = map(_ints, stdin.splitlines())
    ways = itertools.product(range(c), repeat=len(rows))
    walkable = (way for way in ways if all(abs(a - b) <= 1 for a, b in itertools.pairwise(way)))
    return f"{min(sum(row[j] for row, j in zip(rows, way, strict=True)) for way in walkable)}\n"


def _marsh_ways(stdin: str) -> str:
    head, *rows = stdin.splitlines()
    r, c = _ints(head)
    count = 0
    for downs in itertools.combinations(range(r + c - 2), r - 1):
        places = [(0, 0)]
        for step in range(r + c - 2):
            i, j = places[-1]
            places.append((i + 1, j) if step in downs else (i, j + 1))
        count += all(rows[i][j] == "." for i, j in places)
    return f"{count}\n"


def _plank_cuts(stdin: str) -> str:
    (length, _), marks = map(_ints, stdin.splitlines())
    return f"{min(_effort(length, order) for order in itertools.permutations(marks))}\n"


def _effort(length: int, order: tuple[int, ...]) -> int:
    ends = {0, length}
    effort = 0
    for mark in order:
        effort += min(end for end in ends if end > mark) - max(end for end in ends if end < mark)
        ends.add(mark)
    return effort


def _necklace_mirror(stdin: str) -> str:
    row = stdin.strip()
    longest = max(len(kept) for kept in _subsequences(row) if kept == kept[::-1])
    return f"{len(row) - longest} {longest}\n"


def _subsequences(row: str) -> Iterator[str]:
    for kept in itertools.product((False, True), repeat=len(row)):
        yield "".join(itertools.compress(row, kept))


ORACLES: dict[str, Callable[[str], str]] = {
    "ferry_crate": _ferry_crate,
    "fair_backpacks": _fair_backpacks,
    "vineyard_descent": _vineyard_descent,
    "marsh_ways": _marsh_ways,
    "plank_cuts": _plank_cuts,
    "necklace_mirror": _necklace_mirror,
}
