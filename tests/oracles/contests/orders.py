"""Oracles for the problems of sorting and of greedy choices: every order, every choice."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import cache


def _rows(stdin: str) -> list[list[int]]:
    return [[int(word) for word in line.split()] for line in stdin.splitlines()]


def _pumpkin_show(stdin: str) -> str:
    gardeners = [line.split() for line in stdin.splitlines()[1:]]
    lines = []
    for name, weight, prizes in gardeners:
        ahead = [int(w) > int(weight) or (w == weight and int(p) < int(prizes)) for _, w, p in gardeners]
        lines.append((ahead.count(True) + 1, name))
    return "".join(f"{place} {name}\n" for place, name in sorted(lines))


def _elephant_parade(stdin: str) -> str:
    return f"{sum(a > b for a, b in itertools.combinations(_rows(stdin)[1], 2))}\n"


def _sauna_guests(stdin: str) -> str:
    guests = _rows(stdin)[1:]
    crowd = [sum(come <= minute < go for come, go in guests) for minute in range(1001)]
    return f"{max(crowd)} {crowd.index(max(crowd))}\n"


def _ski_rental(stdin: str) -> str:
    _, heights, skis = _rows(stdin)

    @cache
    def most(child: int, used: int) -> int:
        if child == len(heights):
            return 0
        free = [j for j, ski in enumerate(skis) if not used >> j & 1 and 0 <= heights[child] - ski <= 10]
        return max([most(child + 1, used), *(1 + most(child + 1, used | 1 << j) for j in free)])

    return f"{most(0, 0)}\n"


def _chair_lift(stdin: str) -> str:
    (_, limit), weights = _rows(stdin)

    @cache
    def fewest(hikers: tuple[int, ...]) -> int:
        if not hikers:
            return 0
        first, *others = hikers
        partners = [i for i, weight in enumerate(others) if first + weight <= limit]
        ways = [tuple(others), *(tuple(others[:i] + others[i + 1 :]) for i in partners)]
        return 1 + min(map(fewest, ways))

    return f"{fewest(tuple(sorted(weights)))}\n"


def _tulip_sprinklers(stdin: str) -> str:
    # A sprinkler can be moved to the right until the leftmost tulip that it waters is at its end.
    (_, d), places = _rows(stdin)
    for count in itertools.count(1):
        for starts in itertools.combinations(sorted({*places}), count):
            if all(any(start <= p <= start + 2 * d for start in starts) for p in places):
                return f"{count}\n"
    raise AssertionError


def _odd_jobs(stdin: str) -> str:
    jobs = _rows(stdin)[1:]
    best = 0
    for order in itertools.permutations(jobs):
        best = max(best, sum(coins for day, (last, coins) in enumerate(order, 1) if day <= last))
    return f"{best}\n"


def _young_climber(stdin: str) -> str:
    (_, k, s), *routes = _rows(stdin)

    def most(points: int, left: int, done: frozenset[int]) -> int:
        ways = [i for i, (needed, _) in enumerate(routes) if left and i not in done and needed <= points]
        return max([points, *(most(points + routes[i][1], left - 1, done | {i}) for i in ways)])

    return f"{most(s, k, frozenset())}\n"


ORACLES: dict[str, Callable[[str], str]] = {
    "pumpkin_show": _pumpkin_show,
    "elephant_parade": _elephant_parade,
    "sauna_guests": _sauna_guests,
    "ski_rental": _ski_rental,
    "chair_lift": _chair_lift,
    "tulip_sprinklers": _tulip_sprinklers,
    "odd_jobs": _odd_jobs,
    "young_climber": _young_climber,
}
