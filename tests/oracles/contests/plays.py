"""Oracles for the problems that are played through: minute by minute, or by a rule that needs no play."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable


def _rows(stdin: str) -> list[list[int]]:
    return [[int(word) for word in line.split()] for line in stdin.splitlines()]


def _counting_out(stdin: str) -> str:
    (n,), cards = _rows(stdin)
    left: list[int] = []
    beginner = 1
    while len(left) < n:
        circle = [child for child in [*range(beginner, n + 1), *range(1, beginner)] if child not in left]
        reached = next(itertools.islice(itertools.cycle(circle), cards[circle[0] - 1] - 1, None))
        beginner = reached
        left.append(reached)
    return f"{' '.join(map(str, left))}\n"


def _tired_lift(stdin: str) -> str:
    (_, here), floors = _rows(stdin)
    visits, way = [], 0
    while len(visits) < len(floors):
        step = next(step for step in itertools.count() if {here - step, here + step} & {*floors} - {*visits})
        here = min({here - step, here + step} & {*floors} - {*visits})
        visits.append(here)
        way += step
    return f"{' '.join(map(str, visits))}\n{way}\n"


def _leaf_frog(stdin: str) -> str:
    (n,), numbers = _rows(stdin)
    path = [1]
    while path[-1] in range(1, n + 1) and len({*path}) == len(path):
        path.append(path[-1] + numbers[path[-1] - 1])
    return f"{len(path) - 1} {path[-1] if path[-1] in range(1, n + 1) else 'water'}\n"


def _nervous_lamps(stdin: str) -> str:
    # Rows are polynomials modulo 2: a lamp at distance d lights the place with the coefficient of x^d in (x + 1/x)^k.
    # The dark ends are mirrors: the row goes on with its reflections, a dark place between two of them.
    head, lamps = stdin.splitlines()
    n, k = map(int, head.split())
    period = [ch == "*" for ch in f"{lamps}.{lamps[::-1]}."]
    now = []
    for place in range(n):
        ways = itertools.product((-1, 1), repeat=k)
        now.append(sum(period[(place + sum(way)) % len(period)] for way in ways) % 2)
    return f"{''.join('.*'[lamp] for lamp in now)}\n{sum(now)}\n"


def _cash_desks(stdin: str) -> str:
    (_, k), *customers = _rows(stdin)
    queue = [[t, d, -1] for t, d in customers]
    for minute in itertools.count():
        for customer in queue:
            busy = sum(start != -1 and start <= minute < start + d for _, d, start in queue)
            if customer[2] == -1 and customer[0] <= minute and busy < k:
                customer[2] = minute
        if all(start != -1 for *_, start in queue):
            break
    return f"{max(start + d for _, d, start in queue)} {max(start - t for t, _, start in queue)}\n"


def _night_train(stdin: str) -> str:
    start, _, legs = stdin.splitlines()
    clock = [f"{h:02d}:{m:02d}" for h in range(24) for m in range(60)]
    minutes = list(itertools.islice(itertools.cycle(clock), clock.index(start), clock.index(start) + 60_000))
    arrivals = list(itertools.accumulate(map(int, legs.split())))
    midnights = minutes[1 : arrivals[-1] + 1].count("00:00")
    return f"{' '.join(minutes[at] for at in arrivals)}\n{midnights}\n"


def _free_seats(stdin: str) -> str:
    _, seats, sizes = stdin.splitlines()
    out = ""
    for size in map(int, sizes.split()):
        found = re.match(rf"(.*?)\.{{{size}}}(.*)", seats)
        out += f"{len(found[1]) + 1}\n" if found else "home\n"
        seats = found[1] + "x" * size + found[2] if found else seats
    return f"{out}{seats}\n"


def _quilt_border(stdin: str) -> str:
    # By rings: a patch's ring is its distance from the nearest edge, and within a ring the corners part the sides.
    (r, c), *quilt = _rows(stdin)

    def place(patch: tuple[int, int]) -> tuple[int, ...]:
        i, j = patch
        ring = min(i, j, r - 1 - i, c - 1 - j)
        low, right = r - 1 - ring, c - 1 - ring
        if i == ring:
            return ring, 0, j
        if j == right:
            return ring, 1, i
        return (ring, 2, -j) if i == low else (ring, 3, -i)

    patches = sorted(itertools.product(range(r), range(c)), key=place)
    return f"{' '.join(str(quilt[i][j]) for i, j in patches)}\n"


def _market_receipt(stdin: str) -> str:
    notes = [(name, int(k), int(price)) for name, k, price in map(str.split, stdin.splitlines()[1:])]
    out = [
        f"{goods} {sum(k for name, k, _ in notes if name == goods)} "
        f"{sum(k * price for name, k, price in notes if name == goods) / 100:.2f}"
        for goods in dict.fromkeys(name for name, _, _ in notes)
    ]
    return "\n".join([*out, f"total {sum(k * price for _, k, price in notes) / 100:.2f}\n"])


ORACLES: dict[str, Callable[[str], str]] = {
    "counting_out": _counting_out,
    "tired_lift": _tired_lift,
    "leaf_frog": _leaf_frog,
    "nervous_lamps": _nervous_lamps,
    "cash_desks": _cash_desks,
    "night_train": _night_train,
    "free_seats": _free_seats,
    "quilt_border": _quilt_border,
    "market_receipt": _market_receipt,
}
