"""Oracles for the problems of searching: try every candidate, every stretch, every choice."""

from __future__ import annotations

import itertools
from collections.abc import Callable


def _rows(stdin: str) -> list[list[int]]:
    return [[int(word) for word in line.split()] for line in stdin.splitlines()]


def _next_ferry(stdin: str) -> str:
    _, ferries, travellers = _rows(stdin)
    return "".join(f"{min((f - t for f in ferries if f >= t), default='night')}\n" for t in travellers)


def _bakery_ovens(stdin: str) -> str:
    (_, k), times = _rows(stdin)
    done = itertools.chain.from_iterable(range(t, t * k + 1, t) for t in times)
    return f"{sorted(done)[k - 1]}\n"


def _ribbon_bows(stdin: str) -> str:
    (_, k), ribbons = _rows(stdin)
    # The longest pieces use up some ribbon: l // count is a candidate for every ribbon and every number of its pieces.
    candidates = {ribbon // count for ribbon in ribbons for count in range(1, ribbon + 1)}
    return f"{max((c for c in candidates if sum(r // c for r in ribbons) >= k), default=0)}\n"


def _quiet_tents(stdin: str) -> str:
    (_, k), places = _rows(stdin)
    choices = itertools.combinations(places, k)
    return f"{max(min(b - a for a, b in itertools.pairwise(tents)) for tents in choices)}\n"


def _saga_evenings(stdin: str) -> str:
    (n, k), chapters = _rows(stdin)
    longest = []
    for count in range(min(n, k)):
        for cuts in itertools.combinations(range(1, n), count):
            parts = itertools.pairwise([0, *cuts, n])
            longest.append(max(sum(chapters[i:j]) for i, j in parts))
    return f"{min(longest)}\n"


ORACLES: dict[str, Callable[[str], str]] = {
    "next_ferry": _next_ferry,
    "bakery_ovens": _bakery_ovens,
    "ribbon_bows": _ribbon_bows,
    "quiet_tents": _quiet_tents,
    "saga_evenings": _saga_evenings,
}
