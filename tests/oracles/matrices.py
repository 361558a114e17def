"""Oracles for matrices: entry by entry, and by permutations."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, permutations
from typing import Any

Matrix = list[list[int]]


def _product(a: Matrix, b: Matrix) -> Matrix:
    return [[sum(map(int.__mul__, row, column)) for column in _columns(b)] for row in _fitting(a, b)]


def _fitting(a: Matrix, b: Matrix) -> Matrix:
    if {len(row) for row in a} != {len(b)}:
        raise ValueError("sizes")
    return a


def _columns(matrix: Matrix) -> Matrix:
    return [[row[j] for row in matrix] for j in range(len(matrix[0]))]


def _spiral(matrix: Matrix) -> list[int]:
    """Each entry's ring, its side of the ring, and its place on that side."""
    rows, columns = len(matrix), len(matrix[0])
    places = []
    for i in range(rows):
        for j in range(columns):
            ring = min(i, j, rows - 1 - i, columns - 1 - j)
            sides = ((i == ring, j), (j == columns - 1 - ring, i), (i == rows - 1 - ring, -j), (True, -i))
            side = next(k for k, (on_side, _) in enumerate(sides) if on_side)
            places.append((ring, side, sides[side][1], matrix[i][j]))
    return [entry for *_, entry in sorted(places)]


def _determinant(matrix: Matrix) -> int:
    total = 0
    for order in permutations(range(len(matrix))):
        sign = (-1) ** sum(a > b for a, b in combinations(order, 2))
        total += sign * math.prod(matrix[i][j] for i, j in enumerate(order))
    return total


def _solves(rows: Matrix) -> Callable[[list[str] | None], bool]:
    def check(solution: list[str] | None) -> bool:
        if solution is None:
            return _determinant([row[:-1] for row in rows]) == 0
        values = [Fraction(text) for text in solution]
        return all(sum(a * x for a, x in zip(row, values, strict=False)) == row[-1] for row in rows)

    return check


def _term(n: int, first: int, second: int) -> int:
    for _ in range(n):
        first, second = second, first + second
    return first


ORACLES: dict[str, Callable[..., Any]] = {
    "matrix_multiply": _product,
    "rotate_matrix": lambda matrix: [column[::-1] for column in _columns(matrix)],
    "spiral_order": _spiral,
    "determinant": _determinant,
    "gaussian_elimination": _solves,
    "matrix_power_fibonacci": _term,
}
