"""Oracles for the first problems: the answer by trying everything, or by another road than any solution takes."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable


def _ints(line: str) -> list[int]:
    return [int(word) for word in line.split()]


def _grain_mill(stdin: str) -> str:
    lines = stdin.splitlines()[1:]
    out = []
    for head, body in zip(lines[::2], lines[1::2], strict=True):
        _, k = _ints(head)
        deliveries = _ints(body)
        # The sacks left after day d are the worst backlog of any run of days that ends with d.
        backlog = [
            max(0, *(sum(deliveries[i : d + 1]) - k * (d + 1 - i) for i in range(d + 1)))
            for d in range(len(deliveries))
        ]
        runs = sum(before + new > 0 for before, new in zip([0, *backlog], deliveries, strict=False))
        tail = len(range(0, backlog[-1], k))
        out.append(f"{runs + tail} {max(backlog)}\n")
    return "".join(out)


def _robot_mower(stdin: str) -> str:
    size, commands = stdin.split("\n")[:2]
    rows, columns = _ints(size)
    place = 0j
    path = [place]
    for command in commands:
        there = place + {"U": -1j, "D": 1j, "L": -1, "R": 1}[command]
        if there.imag in range(rows) and there.real in range(columns):
            place = there
        path.append(place)
    return f"{int(place.imag) + 1} {int(place.real) + 1} {len(set(path))}\n"


def _rowing_boat(stdin: str) -> str:
    trips = [_ints(line) for line in stdin.splitlines()[1:]]
    for count in range(len(trips), 0, -1):
        for chosen in itertools.combinations(sorted(trips), count):
            if all(a[1] <= b[0] for a, b in itertools.pairwise(chosen)):
                return f"{count}\n"
    raise AssertionError


def _dough_lumps(stdin: str) -> str:
    # An optimal merge tree has its leaves in the order of the weights: the best cut of every interval of them.
    w = sorted(_ints(stdin.splitlines()[1]))
    best = {(i, i + 1): 0 for i in range(len(w))}
    for length in range(2, len(w) + 1):
        for i in range(len(w) - length + 1):
            j = i + length
            best[i, j] = sum(w[i:j]) + min(best[i, cut] + best[cut, j] for cut in range(i + 1, j))
    return f"{best[0, len(w)]}\n"


def _equal_pairs(stdin: str) -> str:
    return f"{sum(a == b for a, b in itertools.combinations(_ints(stdin.splitlines()[1]), 2))}\n"


def _night_porter(stdin: str) -> str:
    names = stdin.splitlines()[1:]
    inside = [[g for g, passes in Counter(names[:i]).items() if passes % 2] for i in range(len(names) + 1)]
    return f"{max(map(len, inside))}\n{' '.join(sorted(inside[-1])) or 'nobody'}\n"


def _mountain_huts(stdin: str) -> str:
    prices = _ints(stdin.splitlines()[1])
    choices = itertools.product((False, True), repeat=len(prices))
    allowed = (nights for nights in choices if all(a or b for a, b in itertools.pairwise(nights)))
    return f"{min(sum(itertools.compress(prices, nights)) for nights in allowed)}\n"


def _stamp_drawer(stdin: str) -> str:
    (_, p), values = map(_ints, stdin.splitlines())
    for count in range(1, p // min(values) + 1):
        if any(sum(stamps) == p for stamps in itertools.combinations_with_replacement(values, count)):
            return f"{count}\n"
    return "-1\n"


def _drone_flight(stdin: str) -> str:
    (n, k), needs = map(_ints, stdin.splitlines())
    stretches = itertools.combinations(range(n + 1), 2)
    return f"{max((j - i for i, j in stretches if sum(needs[i:j]) <= k), default=0)}\n"


def _village_rumour(stdin: str) -> str:
    (n, _), *pairs = map(_ints, stdin.splitlines())
    far = n + 1
    distance = {(u, v): 0 if u == v else far for u in range(1, n + 1) for v in range(1, n + 1)}
    for u, v in pairs:
        distance[u, v] = distance[v, u] = 1
    for via, u, v in itertools.product(range(1, n + 1), repeat=3):
        distance[u, v] = min(distance[u, v], distance[u, via] + distance[via, v])
    heard = [distance[1, v] for v in range(1, n + 1) if distance[1, v] < far]
    return f"{max(heard)} {n - len(heard)}\n"


def _knitting_row(stdin: str) -> str:
    runs = [run[0] for run in re.finditer(r"(.)\1*", stdin.strip())]
    return " ".join(run if len(run) == 1 else f"{run[0]}{len(run)}" for run in runs) + "\n"


def _mirror_banners(stdin: str) -> str:
    return "".join(f"{_fewest_repaints(word)}\n" for word in stdin.split()[1:])


def _fewest_repaints(word: str) -> int:
    halves = itertools.product(sorted({*word}), repeat=(len(word) + 1) // 2)
    mirrors = ("".join([*half, *half[: len(word) // 2][::-1]]) for half in halves)
    return min(sum(a != b for a, b in zip(word, mirror, strict=True)) for mirror in mirrors)


ORACLES: dict[str, Callable[[str], str]] = {
    "grain_mill": _grain_mill,
    "robot_mower": _robot_mower,
    "rowing_boat": _rowing_boat,
    "dough_lumps": _dough_lumps,
    "equal_pairs": _equal_pairs,
    "night_porter": _night_porter,
    "mountain_huts": _mountain_huts,
    "stamp_drawer": _stamp_drawer,
    "drone_flight": _drone_flight,
    "village_rumour": _village_rumour,
    "knitting_row": _knitting_row,
    "mirror_banners": _mirror_banners,
}
