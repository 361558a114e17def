"""Inputs that are matrices, as lists of rows: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random

Matrix = list[list[int]]


def two_matrices(rng: Random, size: int) -> tuple[Matrix, Matrix]:
    """Two matrices whose sizes mostly fit for a product."""
    largest = 2 if size < 6 else 3
    rows, inner, columns = (rng.randint(1, largest) for _ in range(3))
    if rows == inner == columns == 1:
        rows = columns = 2
    a, b = _matrix(rng, rows, inner), _matrix(rng, inner, columns)
    if rng.random() < 0.05:
        b.append(b[0][:])
    return a, b


def square(rng: Random, size: int) -> tuple[Matrix]:
    """A square matrix of two to four rows."""
    rows = 2 if size < 3 else 3 if size < 8 else 4
    return (_matrix(rng, rows, rows),)


def small_square(rng: Random, size: int) -> tuple[Matrix]:
    """A square matrix of two or three rows, one time of six with rows that depend on each other."""
    rows = 2 if size < 4 else 3
    matrix = _matrix(rng, rows, rows)
    if rng.random() < 0.15:
        factor = rng.choice((-1, 2, 3))
        matrix[-1] = [factor * entry for entry in matrix[0]]
    if rng.random() < 0.2:
        matrix[0][0] = 0
    return (matrix,)


def any_matrix(rng: Random, size: int) -> tuple[Matrix]:
    """A matrix of one to four rows and two to five columns."""
    return (_matrix(rng, rng.randint(1, 2 + size // 5), rng.randint(2, 3 + size // 5)),)


def equations(rng: Random, size: int) -> tuple[Matrix]:
    """Two or three linear equations in as many unknowns, mostly with a solution in integers; one time of eight without one."""
    count = 2 if size < 7 else 3
    matrix = _matrix(rng, count, count)
    if rng.random() < 0.12:
        matrix[-1] = [2 * entry for entry in matrix[0]]
    solution = [rng.randint(-5, 5) for _ in range(count)]
    rows = [[*row, sum(a * x for a, x in zip(row, solution, strict=True))] for row in matrix]
    if rng.random() < 0.4:
        rows[0][-1] += rng.randint(1, 3)
    return (rows,)


def index_and_starts(rng: Random, size: int) -> tuple[int, int, int]:
    """An index, and the first two terms of a sequence: often those of Fibonacci or Lucas."""
    first, second = rng.choice(((0, 1), (2, 1), *((rng.randint(0, 30), rng.randint(1, 30)) for _ in range(4))))
    return rng.randint(4 + size, 20 + 5 * size), first, second


def _matrix(rng: Random, rows: int, columns: int) -> Matrix:
    low, high = rng.choice(((0, 9), (1, 9), (-5, 5), (0, 3)))
    if rows * columns < 5:
        low, high = rng.choice(((0, 9), (-9, 9), (1, 20)))
    return [[rng.randint(low, high) for _ in range(columns)] for _ in range(rows)]
