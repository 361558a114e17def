"""Oracles for the problems on geometry."""

from __future__ import annotations

import cmath
import itertools
import math
from collections import Counter
from collections.abc import Callable
from fractions import Fraction


def _points(stdin: str) -> list[tuple[int, ...]]:
    return [tuple(map(int, line.split())) for line in stdin.splitlines()[1:]]


def _sailor_turns(stdin: str) -> str:
    buoys = [complex(x, y) for x, y in _points(stdin)]
    steps = [b - a for a, b in itertools.pairwise(buoys)]
    counts = [0, 0, 0, 0]
    for before, after in itertools.pairwise(steps):
        angle = round(math.degrees(cmath.phase(after / before)), 6)
        counts[0 if angle == 0 else 3 if abs(angle) == 180 else 1 if angle > 0 else 2] += 1
    return " ".join(map(str, counts)) + "\n"


def _tree_row(stdin: str) -> str:
    trees = _points(stdin)
    # A row of k trees holds k (k - 1) / 2 of the pairs that lie on its line.
    lines = Counter(_line(a, b) for a, b in itertools.combinations(trees, 2))
    pairs = max(lines.values(), default=0)
    return f"{(1 + math.isqrt(1 + 8 * pairs)) // 2}\n"


def _line(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[Fraction | None, Fraction]:
    """The slope of the line through two points, and where it meets an axis."""
    if a[0] == b[0]:
        return None, Fraction(a[0])
    slope = Fraction(b[1] - a[1], b[0] - a[0])
    return slope, a[1] - slope * a[0]


def _fence_posters(stdin: str) -> str:
    layers = [
        sum(left <= x < right and low <= y < high for left, low, right, high in _points(stdin))
        for x in range(20)
        for y in range(20)
    ]
    return f"{sum(map(bool, layers))} {sum(count > 1 for count in layers)}\n"


ORACLES: dict[str, Callable[[str], str]] = {
    "sailor_turns": _sailor_turns,
    "tree_row": _tree_row,
    "fence_posters": _fence_posters,
}
