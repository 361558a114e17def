"""Oracles for the problems on stacks, queues, heaps, groups and sums over ranges."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Callable


def _ints(line: str) -> list[int]:
    return [int(word) for word in line.split()]


def _sunflower_shade(stdin: str) -> str:
    h = _ints(stdin.splitlines()[1])
    return " ".join(str(max((j + 1 for j in range(i) if h[j] > h[i]), default=0)) for i in range(len(h))) + "\n"


def _stamping_office(stdin: str) -> str:
    (_, k), needs = map(_ints, stdin.splitlines())
    # Turn t of driver i comes in round t; so each turn's place in time is known without a queue.
    turns = [(t, i, min(k, s - t * k)) for i, s in enumerate(needs) for t in range((s + k - 1) // k)]
    clock = itertools.accumulate(stamps for _, _, stamps in sorted(turns))
    last = {i: minutes for (_, i, _), minutes in zip(sorted(turns), clock, strict=True)}
    return "".join(f"{i + 1} {last[i]}\n" for i in sorted(last, key=last.__getitem__))


def _bicycle_workshop(stdin: str) -> str:
    prices: list[int] = []
    taken: list[int] = []
    out = []
    for line in stdin.splitlines()[1:]:
        if line != "next":
            prices.append(int(line[4:]))
            continue
        there = [i for i in range(len(prices)) if i not in taken]
        best = [i for i in there if all((prices[i], -i) >= (prices[j], -j) for j in there)]
        taken += best
        out.append(f"{best[0] + 1}\n" if best else "tea\n")
    return "".join(out)


def _river_gauge(stdin: str) -> str:
    heights = _ints(stdin.splitlines()[1])
    return " ".join(str(statistics.median_low(heights[: i + 1])) for i in range(len(heights))) + "\n"


def _ferry_groups(stdin: str) -> str:
    (n, _), *ferries = map(_ints, stdin.splitlines())
    reach = [[u == v for v in range(n)] for u in range(n)]
    out = []
    for u, v in ferries:
        reach[u - 1][v - 1] = reach[v - 1][u - 1] = True
        for via, a, b in itertools.product(range(n), repeat=3):
            reach[a][b] |= reach[a][via] and reach[via][b]
        out.append(f"{len({tuple(row) for row in reach})} {max(map(sum, reach))}\n")
    return "".join(out)


def _inn_notes(stdin: str) -> str:
    notes = stdin.split()[1:]
    worlds = [dict(zip("abcdef", coaches, strict=True)) for coaches in _partitions(6)]
    for number, (x, sign, y) in enumerate(notes, 1):
        worlds = [world for world in worlds if (world[x] == world[y]) == (sign == "=")]
        if not worlds:
            return f"note {number}\n"
    return f"coaches {max(len(set(world.values())) for world in worlds)}\n"


def _partitions(count: int) -> list[tuple[int, ...]]:
    """Every way to put so many guests into coaches, numbered as they fill."""
    found: list[tuple[int, ...]] = [()]
    for _ in range(count):
        found = [(*world, coach) for world in found for coach in range(max(world, default=-1) + 2)]
    return found


def _barn_bales(stdin: str) -> str:
    head, bales, *lines = stdin.splitlines()
    n = _ints(head)[0]
    events = [(line[0], *_ints(line[2:])) for line in lines]
    start = [("+", i, b) for i, b in zip(range(1, n + 1), _ints(bales), strict=True)]
    out = []
    for number, (sign, a, b) in enumerate(events):
        if sign == "?":
            before = [*start, *events[:number]]
            out.append(f"{sum(x for plus, i, x in before if plus == '+' and i in range(a, b + 1))}\n")
    return "".join(out)


def _ski_track(stdin: str) -> str:
    finish = _ints(stdin.splitlines()[1])
    skiers = range(1, len(finish) + 1)
    ahead = {skier: set(finish[: finish.index(skier)]) for skier in skiers}
    return " ".join(str(sum(skier in ahead[other] for other in range(1, skier))) for skier in skiers) + "\n"


ORACLES: dict[str, Callable[[str], str]] = {
    "sunflower_shade": _sunflower_shade,
    "stamping_office": _stamping_office,
    "bicycle_workshop": _bicycle_workshop,
    "river_gauge": _river_gauge,
    "ferry_groups": _ferry_groups,
    "inn_notes": _inn_notes,
    "barn_bales": _barn_bales,
    "ski_track": _ski_track,
}
