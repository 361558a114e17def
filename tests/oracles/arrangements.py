"""Oracles for combinatorics and backtracking: all that there is, filtered by the definition."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations, pairwise, permutations, product
from typing import Any


def _is_next(values: list[Any]) -> Any:
    orders = sorted(set(permutations(values)))
    return list(orders[(orders.index(tuple(values)) + 1) % len(orders)])


def _same(expected: Iterator[Any] | list[Any]) -> Callable[[list[Any]], bool]:
    """The same lists in any order."""
    wanted = sorted(map(list, expected))
    return lambda found: sorted(found) == wanted


def _partitions(total: int, parts: list[int]) -> Callable[[list[Any]], bool]:
    counts = product(*(range(total // part + 1) for part in parts))
    fitting = (row for row in counts if sum(map(int.__mul__, row, parts)) == total)
    return _same([part for part, many in zip(parts, row, strict=True) for _ in range(many)] for row in fitting)


def _derangements(items: list[Any]) -> Callable[[list[Any]], bool]:
    return _same(row for row in permutations(items) if all(map(lambda a, b: a != b, row, items)))


def _set_partitions(items: list[Any]) -> Callable[[list[Any]], bool]:
    """Every labelling of the items, the labels being those of the groups; equal groupings fall together."""
    ways = set()
    for labels in product(range(len(items)), repeat=len(items)):
        groups = [tuple(i for i, label in zip(items, labels, strict=True) if label == n) for n in set(labels)]
        ways.add(frozenset(groups))
    return lambda found: len(found) == len(ways) and {frozenset(map(tuple, groups)) for groups in found} == ways


def _queens(size: int, forbidden: list[tuple[int, int]]) -> list[int] | None:
    """The first order of the columns whose queens differ in both diagonals."""
    for columns in permutations(range(size)):
        squares = list(enumerate(columns))
        falling, rising = {r - c for r, c in squares}, {r + c for r, c in squares}
        if len(falling) == len(rising) == size and not {*squares} & {*forbidden}:
            return list(columns)
    return None


def _subsets(numbers: list[int], target: int) -> Callable[[list[Any]], bool]:
    chosen = (row for n in range(len(numbers) + 1) for row in combinations(numbers, n))
    return _same(row for row in chosen if sum(row) == target)


def _sudoku(grid: list[list[int]]) -> Callable[[list[list[int]] | None], bool]:
    """Fill the holes in every way; a grid whose given numbers clash has no solution that keeps the rules."""
    holes = [(i, j) for i, j in product(range(4), repeat=2) if grid[i][j] == 0]

    def units(cells: dict[tuple[int, int], int]) -> Iterator[set[int]]:
        for n in range(4):
            yield {cells[n, j] for j in range(4)}
            yield {cells[i, n] for i in range(4)}
            yield {cells[n // 2 * 2 + i, n % 2 * 2 + j] for i, j in product(range(2), repeat=2)}

    def filled(numbers: tuple[int, ...]) -> dict[tuple[int, int], int]:
        given = {(i, j): grid[i][j] for i, j in product(range(4), repeat=2)}
        return given | dict(zip(holes, numbers, strict=True))

    def fits(cells: dict[tuple[int, int], int]) -> bool:
        """Whether the new numbers clash with nothing; given numbers may clash with each other."""
        for i, j in holes:
            peers = [
                (k, m)
                for k, m in cells
                if (k, m) != (i, j) and (k == i or m == j or (k // 2, m // 2) == (i // 2, j // 2))
            ]
            if any(cells[peer] == cells[i, j] for peer in peers):
                return False
        return True

    solutions = [cells for numbers in product(range(1, 5), repeat=len(holes)) if fits(cells := filled(numbers))]
    rows = [[[cells[i, j] for j in range(4)] for i in range(4)] for cells in solutions]
    return lambda found: found in rows if rows else found is None


def _spelled(grid: list[str], word: str) -> Callable[[list[tuple[int, int]] | None], bool]:
    """Every path as long as the word, as rows of steps."""
    cells = list(product(range(len(grid)), range(len(grid[0]))))

    def is_path(path: list[tuple[int, int]]) -> bool:
        near = all(abs(a - c) + abs(b - d) == 1 for (a, b), (c, d) in pairwise(path))
        return (
            near and len({*path}) == len(path) and {*path} <= {*cells} and "".join(grid[i][j] for i, j in path) == word
        )

    def exists() -> bool:
        for (i, j), steps in product(cells, product(((0, 1), (1, 0), (0, -1), (-1, 0)), repeat=len(word) - 1)):
            path = [(i, j)]
            for down, right in steps:
                path.append((path[-1][0] + down, path[-1][1] + right))
            if is_path(path):
                return True
        return False

    return lambda path: is_path(path) if path is not None else not exists()


def _brackets(pattern: str) -> list[str]:
    """Every text of the pattern that is empty when matching pairs are taken out of it."""
    found = []
    for text in map("".join, product(*({"?": "()"}.get(mark, mark) for mark in pattern))):
        rest = text
        while "()" in rest:
            rest = rest.replace("()", "")
        found += [] if rest else [text]
    return found


def _signs(numbers: list[int], target: int) -> int:
    rows = product((1, -1), repeat=len(numbers) - 1)
    return sum(sum(map(int.__mul__, (1, *row), numbers)) == target for row in rows)


def _stirling(n: int, k: int, modulus: int) -> int:
    """The formula with signs and binomials: functions onto the groups, their order left out."""
    onto = sum((-1) ** j * math.comb(k, j) * (k - j) ** n for j in range(k + 1))
    return onto // math.factorial(k) % modulus


def _bell(n: int, modulus: int) -> int:
    """Dobinski's series, far enough."""
    terms = (Fraction(k**n, math.factorial(k)) for k in range(40))
    return round(float(sum(terms)) / math.e) % modulus


def _of_rank(items: list[Any], rank: int) -> list[Any]:
    orders = list(permutations(items))
    if rank >= len(orders):
        raise ValueError(rank)
    return list(orders[rank])


def _latin(square: list[list[Any]]) -> Callable[[list[list[Any]] | None], bool]:
    """Every choice of an order of the symbols for each row; given symbols that clash with given ones stay."""
    symbols, n = square[0], len(square)
    gaps = [(i, j) for i, j in product(range(n), repeat=2) if square[i][j] is None]

    def fits(filled: list[list[Any]]) -> bool:
        lines = ((filled[i], [row[j] for row in filled], filled[i][j]) for i, j in gaps)
        return all(row.count(symbol) == column.count(symbol) == 1 for row, column, symbol in lines)

    def kept(row: list[Any], order: list[Any]) -> bool:
        return all(given in (None, symbol) for given, symbol in zip(row, order, strict=True))

    options = [[list(order) for order in product(symbols, repeat=n) if kept(row, list(order))] for row in square]
    solutions = [list(rows) for rows in product(*options) if fits(list(rows))]
    return lambda found: found in solutions if solutions else found is None


def _knight(squares: list[tuple[int, int]], start: tuple[int, int]) -> Callable[[list[Any] | None], bool]:
    """Every order of the squares."""

    def is_tour(order: list[tuple[int, int]]) -> bool:
        steps = ({abs(a - c), abs(b - d)} for (a, b), (c, d) in pairwise(order))
        return order[0] == start and sorted(order) == sorted(squares) and all(step == {1, 2} for step in steps)

    can = any(is_tour([start, *rest]) for rest in permutations([square for square in squares if square != start]))
    return lambda found: is_tour(found) if found is not None else not can


ORACLES: dict[str, Callable[..., Any]] = {
    "binomial_modulo": lambda n, k, modulus: math.comb(n, k) % modulus,
    "next_permutation": _is_next,
    "combinations_of": lambda items, count: list(map(list, combinations(items, count))),
    "partitions_into": _partitions,
    "derangements": _derangements,
    "set_partitions": _set_partitions,
    "catalan_number": lambda n, modulus: math.comb(2 * n, n) // (n + 1) % modulus,
    "stirling_number": _stirling,
    "bell_number": _bell,
    "derangement_number": lambda n, modulus: round(math.factorial(n) / math.e) % modulus,
    "permutation_rank": lambda values: sorted(permutations(values)).index(tuple(values)),
    "permutation_of_rank": _of_rank,
    "n_queens": _queens,
    "subsets_with_sum": _subsets,
    "small_sudoku": _sudoku,
    "latin_square": _latin,
    "knights_tour": _knight,
    "word_search": _spelled,
    "fill_brackets": _brackets,
    "signs_to_target": _signs,
}
