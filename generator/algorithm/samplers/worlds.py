"""Inputs of simulations and games: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random
from string import ascii_uppercase

from generator.algorithm.samplers.pools import ACTIVITIES, COLOURS, COUNTERS, NAMES, PEGS, TASKS

FIGURES: tuple[tuple[tuple[int, int], ...], ...] = (
    ((0, 0), (0, 1), (0, 2)),
    ((0, 0), (0, 1), (1, 0), (1, 1)),
    ((0, 1), (1, 2), (2, 0), (2, 1), (2, 2)),
    ((0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 2)),
    ((0, 1), (0, 2), (1, 0), (1, 1), (2, 1)),
    ((0, 1), (1, 0), (1, 2), (2, 1)),
    ((0, 0), (0, 1), (0, 2), (1, 1)),
)
"""Figures of the game of life: blinker, block, glider, toad, R-pentomino, tub and T."""

LINES = ((0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6))
"""The lines of a board of three by three squares."""


def tower(rng: Random, size: int) -> tuple[int, object, object, object]:
    """A number of discs, and the names of three pegs."""
    pegs: list[object] = list(rng.sample(rng.choice((COLOURS, COLOURS, NAMES[2], ascii_uppercase, range(1, 20), PEGS)), 3))
    return min(4, 2 + size // 4), pegs[0], pegs[1], pegs[2]


def people_and_step(rng: Random, size: int) -> tuple[list[object], int]:
    """People, or numbers, in a circle, and a step."""
    count = 3 + size // 2
    people: list[object] = [*rng.sample(rng.choice((*NAMES, range(1, 30))), count)]
    return people, rng.randint(2, 5 + size // 2)


def living_cells(rng: Random, size: int) -> tuple[list[tuple[int, int]]]:
    """Living cells by row and column: a known figure somewhere, or cells close to each other."""
    row, column = rng.randint(0, 9), rng.randint(0, 9)
    if rng.random() < 0.3:
        cells = rng.choice(FIGURES)
    else:
        places = [(i, j) for i in range(3) for j in range(2 + size // 5)]
        cells = tuple(sorted(rng.sample(places, min(3 + size // 4, len(places)))))
    if rng.random() < 0.5:
        cells = tuple(sorted((j, i) for i, j in cells))
    return ([(i + row, j + column) for i, j in cells],)


def commands_and_walls(rng: Random, size: int) -> tuple[str, list[tuple[int, int]]]:
    """Commands for a robot, of which now and then one is unknown, and the places of some walls near its start."""
    commands = "".join(rng.choices("FLR", (3, 1, 1), k=5 + size))
    places = [(row, column) for row in range(-2, 4) for column in range(-3, 4) if (row, column) != (0, 0)]
    if rng.random() < 0.06:
        commands = commands[:-2] + rng.choice("BJSUX") + commands[-2:]
    return commands, sorted(rng.sample(places, rng.randint(2, 5)))


def jobs_and_quantum(rng: Random, size: int) -> tuple[dict[str, int], int]:
    """Jobs by name and the time that each needs, and the time that each gets at once."""
    names = rng.sample(rng.choice((TASKS, ACTIVITIES)), 2 + size // 3)
    return {name: rng.randint(1, 5 + size) for name in names}, rng.randint(2, 4)


def arrivals_and_tellers(rng: Random, size: int) -> tuple[list[tuple[int, int]], int]:
    """Customers by the times of their arrival and service, in order of arrival, and the number of tellers."""
    minute = 0
    customers = []
    for _ in range(3 + size // 2):
        minute += rng.choice((0, 1, 1, 2, 3))
        customers.append((minute, rng.randint(1, 7)))
    return customers, rng.randint(1, 2 + size // 8)


def collatz_start(rng: Random, size: int) -> tuple[int]:
    """A number that the 3n + 1 rule takes below itself in some, but not too many steps."""
    while True:
        start = 4 * rng.randint(1, 9999) + 3
        number, steps = start, 0
        while number >= start:
            number = 3 * number + 1 if number % 2 else number // 2
            steps += 1
        if steps < 10 + 4 * size:
            return (start,)


def heaps(rng: Random, size: int) -> tuple[dict[str, int]]:
    """Heaps of Nim by name, one time of five such that the first player loses."""
    names = rng.sample(COUNTERS, 3 + size // 6)
    found = {name: rng.randint(1, 5 + size // 2) for name in names}
    if rng.random() < 0.2:
        nim_sum = 0
        for name in names[1:]:
            nim_sum ^= found[name]
        found[names[0]] = nim_sum
    return (found,)


def board(rng: Random, size: int) -> tuple[list[str]]:
    """A board of tic-tac-toe after some moves, as three rows of marks and spaces."""
    marks = [" "] * 9
    players = rng.sample(rng.choice(("XO", "xo", "+o", "AB", "RY", "WB")), 2)
    for turn, place in enumerate(rng.sample(range(9), min(9, rng.randint(5, 7 + size // 2)))):
        marks[place] = player = players[turn % 2]
        if any(all(marks[i] == player for i in line) for line in LINES):
            break
    return (["".join(marks[row : row + 3]) for row in (0, 3, 6)],)


def pebbles_and_moves(rng: Random, size: int) -> tuple[int, list[int]]:
    """A number of pebbles, and the numbers that may be taken at once, of which one is small."""
    moves = [rng.randint(1, 3), *rng.sample(range(4, 13), rng.randint(1, 3))]
    if rng.random() < 0.5:
        moves = sorted({*moves, rng.randint(1, 3)})
    else:
        rng.shuffle(moves)
    return rng.randint(5 + size // 2, 11 + size), moves


def code_and_guesses(rng: Random, size: int) -> tuple[str, list[str]]:
    """A secret of different digits, and guesses of as many different digits, the last of which may be right; now and then one is too long."""
    length = 3 if size < 5 else 4  # noqa: PLR2004 - short
    guesses = ["".join(rng.sample("123456789", length)) for _ in range(2 + size // 4)]
    secret = guesses[-1] if rng.random() < 0.3 else "".join(rng.sample("123456", length))
    if rng.random() < 0.06:
        guesses[1] += rng.choice("123456789")
    return secret, guesses


def rectangle(rng: Random, size: int) -> tuple[int, int]:
    """Two integers from 1 up whose quotient is near the golden ratio, so that the game of Euclid is long."""
    small, large = rng.randint(1, 20 + size), rng.randint(9, 40 + 2 * size)
    for _ in range(3 + size // 3):
        small, large = large, small + large
    return (large, small) if rng.random() < 0.5 else (small, large)
