"""Inputs of counting and of searching among choices: each sampler takes (randomness, size) and gives the arguments."""

from __future__ import annotations

from itertools import permutations, product
from math import factorial
from random import Random

from generator.algorithm.samplers.pools import NAMES, STEPS, WORDS

THINGS = (
    *NAMES,
    STEPS[1],
    ("red", "blue", "green", "white", "black", "grey"),
    ("salt", "sugar", "pepper", "thyme", "mint", "basil"),
)
FILLINGS = [
    rows
    for rows in product(permutations((1, 2, 3, 4)), repeat=4)
    if all(len(set(column)) == 4 for column in zip(*rows, strict=True))
    and all(len({*rows[i][j : j + 2], *rows[i + 1][j : j + 2]}) == 4 for i in (0, 2) for j in (0, 2))
]
"""All 288 ways to fill a sudoku of four by four."""


def binomial_and_modulus(rng: Random, size: int) -> tuple[int, int, int]:
    """How many there are, how many are chosen, now and then too many, and a modulus."""
    n = rng.randint(2, 3 + size // 2)
    k = n + rng.randint(1, 2) if rng.random() < 0.05 else rng.randint(0 if rng.random() < 0.1 else 1, n)
    return n, k, rng.choice((2, 3, 5, 7, 10)) if rng.random() < 0.15 else rng.randint(2, 1000)


def permutation(rng: Random, size: int) -> tuple[list[int] | list[str]]:
    """A list with a falling tail, which is the whole list now and then; some values may be equal."""
    count = 3 + round(0.4 * size)
    values: list[int] | list[str] = rng.sample(range(1, 10), count)
    if rng.random() < 0.2:
        values = rng.choices(range(1, 5), k=count)
    elif rng.random() < 0.3:
        values = rng.sample("ABCDEFGHIJ", count)
    tail = count if rng.random() < 0.06 else rng.randint(1, count - 1)
    return ([*values[: count - tail], *sorted(values[count - tail :], reverse=True)],)


def items_and_count(rng: Random, size: int) -> tuple[list[str] | list[int], int]:
    """Three to five items, and how many of them are to be chosen, now and then too many."""
    items = _items(rng, 3 + (size > 5) + (size > 8))
    if rng.random() < 0.04:
        return items, len(items) + 1
    return items, rng.randint(1, min(3, len(items)))


def few_items(rng: Random, size: int) -> tuple[list[str] | list[int]]:
    """Three items, or four of them."""
    return (_items(rng, 3 + (size > 7)),)


def total_and_parts(rng: Random, size: int) -> tuple[int, list[int]]:
    """A total, and the different parts that it may be made of."""
    parts = sorted(rng.sample(range(1 if rng.random() < 0.2 else 2, 13), 2 + (size > 2)), reverse=rng.random() < 0.6)
    return max(parts) + rng.randint(0, 2 + size // 2), parts


def _items(rng: Random, count: int) -> list[str] | list[int]:
    if rng.random() < 0.25:
        return rng.sample(range(1, 20), count)
    return rng.sample(rng.choice(THINGS), count)


def board_and_holes(rng: Random, size: int) -> tuple[int, list[tuple[int, int]]]:
    """The size of a small chess board, and squares of it that can't be used."""
    side = rng.choice((3, 4, 4, 4, 4, 4)) if size < 8 else rng.choice((4, 5))
    squares = [(row, column) for row in range(side) for column in range(side)]
    return side, sorted(rng.sample(squares, rng.randint(2, 4 + size // 2)))


def numbers_and_target(rng: Random, size: int) -> tuple[list[int], int]:
    """Some different positive numbers, and a total that some of them have."""
    numbers = rng.sample(range(1, 13), 3 + (size > 3) + (size > 8))
    if rng.random() < 0.6:
        numbers.sort()
    return numbers, sum(rng.sample(numbers, 2)) + rng.choice((0, 0, 0, 1))


def sudoku_grid(rng: Random, size: int) -> tuple[list[list[int]]]:
    """A sudoku of four by four with two to six cells free, written 0; now and then a given number is wrong."""
    grid = [list(row) for row in rng.choice(FILLINGS)]
    cells = rng.sample(list(product(range(4), repeat=2)), 3 + size // 3)
    for i, j in cells[1:]:
        grid[i][j] = 0
    if rng.random() < 0.15:
        i, j = cells[0]
        grid[i][j] = grid[i][j] % 4 + 1
    return (grid,)


def letters_and_word(rng: Random, size: int) -> tuple[list[str], str]:
    """The rows of a small grid of letters, and a word that mostly stands in it along a path."""
    rows, columns = 2 + (size > 6), 3 + (size > 3)
    pool = rng.choice((*WORDS, "stone", "caterpillar", "noontime"))
    grid = ["".join(rng.choices(pool, k=columns)) for _ in range(rows)]
    cell = (rng.randrange(rows), rng.randrange(columns))
    path = [cell]
    for _ in range(rng.randint(1, 2 + size // 3)):
        i, j = path[-1]
        near = [(i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)]
        free = [(k, m) for k, m in near if 0 <= k < rows and 0 <= m < columns and (k, m) not in path]
        path += [rng.choice(free)] if free else []
    word = "".join(grid[i][j] for i, j in path)
    if rng.random() < 0.25:
        word = word[:-1] + rng.choice(pool)
    return grid, word


def bracket_pattern(rng: Random, size: int) -> tuple[str]:
    """Brackets, of which some are not decided yet, written as question marks."""
    length = rng.choice((6, 8)) if size < 6 else rng.choice((8, 10))
    text = ""
    for _ in range(length):
        depth = text.count("(") - text.count(")")
        text += "(" if depth == 0 or (depth < length - len(text) and rng.random() < 0.5) else ")"
    for place in rng.sample(range(length), min(length - 1, 2 + round(0.3 * size))):
        text = text[:place] + "?" + text[place + 1 :]
    if rng.random() < 0.1:
        place = rng.randrange(length)
        text = text[:place] + rng.choice("()") + text[place + 1 :]
    return (text,)


def numbers_and_result(rng: Random, size: int) -> tuple[list[int], int]:
    """Two to four numbers, and what they give with signs in front of them, or nearly."""
    numbers = [rng.randint(1, 12) for _ in range(3 + (size > 5))]
    result = sum(rng.choice((1, -1)) * number for number in numbers[1:]) + numbers[0]
    return numbers, result + rng.choice((0, 0, 0, 1))


def number_and_modulus(rng: Random, size: int) -> tuple[int, int]:
    """A small number of things, and a modulus from 2 up."""
    return rng.randint(3, 4 + size // 3), rng.choice((2, 3, 5, 10)) if rng.random() < 0.1 else rng.randint(2, 2000)


def number_and_groups(rng: Random, size: int) -> tuple[int, int, int]:
    """A small number of things, into how many groups they go, now and then too many, and a modulus."""
    n = rng.randint(4, 5 + size // 3)
    k = n + 1 if rng.random() < 0.02 else rng.randint(2, min(n - 1, 4))
    return n, k, rng.randint(2, 1000)


def arrangement(rng: Random, size: int) -> tuple[list[int] | list[str]]:
    """Three to six different values in any order, now and then in the last."""
    count = 3 + size // 3
    values: list[int] | list[str] = rng.sample(range(1, 20), count)
    if rng.random() < 0.4:
        values = rng.sample(rng.choice(NAMES), count)
    if rng.random() < 0.1:
        values.sort(reverse=True)
    return (values,)


def items_and_rank(rng: Random, size: int) -> tuple[list[int] | list[str], int]:
    """Three to five sorted items, and the rank of one of their permutations; now and then the rank is too large."""
    items = arrangement(rng, min(size, 8))[0]
    items.sort()
    most = factorial(len(items))
    return items, most + rng.randint(0, 9) if rng.random() < 0.04 else rng.randrange(most)


def latin_rows(rng: Random, size: int) -> tuple[list[list[object]]]:
    """A Latin square of three or four rows whose top row is given; some other cells are None, now and then one is wrong."""
    count = 3 + (size > 3)
    symbols: list[object] = list(_items(rng, count))
    shift = rng.sample(range(1, count), count - 1)
    square = [symbols, *(symbols[k:] + symbols[:k] for k in shift)]
    square = [list(row) for row in square]
    cells = rng.sample([(i, j) for i in range(1, count) for j in range(count)], 2 + size // 2)
    for i, j in cells[1:]:
        square[i][j] = None
    if rng.random() < 0.15:
        square[cells[0][0]][cells[0][1]] = rng.choice(symbols)
    return (square,)


def knight_squares(rng: Random, size: int) -> tuple[list[tuple[int, int]], tuple[int, int]]:
    """Some squares of a small board along a knight's path, now and then with a square off it, and where it starts."""
    rows, columns = rng.choice(((3, 4), (4, 4), (4, 5), (5, 5)))
    path = [(rng.randrange(rows), rng.randrange(columns))]
    for _ in range(3 + size // 3):
        i, j = path[-1]
        steps = [(i + a, j + b) for a, b in product((-2, -1, 1, 2), repeat=2) if abs(a) != abs(b)]
        free = [(k, m) for k, m in steps if 0 <= k < rows and 0 <= m < columns and (k, m) not in path]
        path += [rng.choice(free)] if free else []
    squares = set(path)
    if rng.random() < 0.15:
        squares.add((rng.randrange(rows), rng.randrange(columns)))
    return sorted(squares), path[0]
