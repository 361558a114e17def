"""Oracles for simulations and games: by other coordinates, by formulas, and by all possible plays."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any


def _survivor(people: list[Any], step: int) -> Any:
    place = 0
    for size in range(2, len(people) + 1):
        place = (place + step) % size
    return people[place]


def _next_generation(cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    living = {complex(row, column) for row, column in cells}
    steps = [complex(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0)]
    near = {cell + step for cell in living for step in steps}
    sums = {place: sum(place + step in living for step in steps) for place in near}
    born = [place for place, total in sums.items() if total == 3 or (total == 2 and place in living)]
    return sorted((int(place.real), int(place.imag)) for place in born)


def _robot(commands: str, walls: list[tuple[int, int]]) -> tuple[int, int]:
    """The real axis points down, the imaginary one to the right."""
    blocked = {complex(*wall) for wall in walls}
    place, heading = 0j, 1 + 0j
    for command in commands:
        if command not in "LRF":
            raise ValueError("unknown")
        heading *= {"L": 1j, "R": -1j, "F": 1}[command]
        if command == "F" and place + heading not in blocked:
            place += heading
    return int(place.real), int(place.imag)


def _finishing_times(jobs: dict[str, int], quantum: int) -> dict[str, int]:
    """All jobs have had a turn in each round before a job's last, and those in front of it in that as well."""
    names, times = list(jobs), {}
    for place, name in enumerate(names):
        rounds = math.ceil(jobs[name] / quantum)
        turns = [rounds - (other > place) for other in range(len(names))]
        times[name] = sum(min(jobs[other], quantum * had) for other, had in zip(names, turns, strict=True))
    return times


def _waits(customers: list[tuple[int, int]], tellers: int) -> list[int]:
    spans: list[tuple[int, int]] = []
    for arrival, service in customers:
        first = max([arrival, *(start for start, _ in spans)])
        start = next(t for t in count(first) if sum(begin <= t < end for begin, end in spans) < tellers)
        spans.append((start, start + service))
    return [start - arrival for (start, _), (arrival, _) in zip(spans, customers, strict=True)]


def _collatz(start: int) -> tuple[int, int]:
    path = [start]
    while path[-1] >= start:
        path.append(path[-1] // 2 if path[-1] % 2 == 0 else path[-1] * 3 + 1)
    return len(path) - 1, max(path)


@cache
def _wins_nim(heaps: tuple[int, ...]) -> bool:
    return any(
        not _wins_nim(tuple(sorted([*heaps[:i], size, *heaps[i + 1 :]])))
        for i, heap in enumerate(heaps)
        for size in range(heap)
    )


def _nim(heaps: dict[str, int]) -> Callable[[tuple[str, int] | None], bool]:
    def check(move: tuple[str, int] | None) -> bool:
        if move is None:
            return not _wins_nim(tuple(sorted(heaps.values())))
        name, size = move
        return 0 <= size < heaps[name] and not _wins_nim(tuple(sorted((heaps | {name: size}).values())))

    return check


def _winner(board: list[str]) -> str:
    squares = "".join(board)
    lines = ["012", "345", "678", "036", "147", "258", "048", "246"]
    for player in set(squares) - {" "}:
        if any(all(squares[int(place)] == player for place in line) for line in lines):
            return player
    return "open" if " " in squares else "draw"


def _grundy(pebbles: int, moves: list[int]) -> list[int]:
    @cache
    def value(left: int) -> int:
        reached = {value(left - move) for move in moves if move <= left}
        return min(set(range(len(moves) + 1)) - reached)

    return [value(left) for left in range(pebbles + 1)]


def _scores(secret: str, guesses: list[str]) -> list[tuple[int, int]]:
    if any(len(guess) != len(secret) for guess in guesses):
        raise ValueError("lengths")
    pairs = [[(a, b) for a in enumerate(secret) for b in enumerate(guess) if a[1] == b[1]] for guess in guesses]
    return [(sum(a == b for a, b in found), sum(a != b for a, b in found)) for found in pairs]


def _wins_euclid(a: int, b: int) -> bool:
    """The quotient has to be above the golden ratio, or the numbers equal."""
    small, large = sorted((a, b))
    return small == large or large * large - large * small - small * small > 0


ORACLES: dict[str, Callable[..., Any]] = {
    "josephus": _survivor,
    "game_of_life": _next_generation,
    "robot_on_a_grid": _robot,
    "round_robin": _finishing_times,
    "bank_queue": _waits,
    "collatz": _collatz,
    "nim": _nim,
    "tic_tac_toe_winner": _winner,
    "subtraction_game": lambda pebbles, moves: _grundy(pebbles, moves)[-1] > 0,
    "grundy_numbers": _grundy,
    "bulls_and_cows": _scores,
    "euclid_game": _wins_euclid,
}
