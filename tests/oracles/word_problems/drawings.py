"""Oracles for geometry: other formulas, or counting the points."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import isqrt

from oracles.word_problems.reading import formula_in, points
from oracles.word_problems.registry import oracle


def root(squared: int) -> str:
    """The square root of an integer as `m*sqrt(n)`."""
    out = next(k for k in range(isqrt(squared), 0, -1) if squared % k**2 == 0)
    return f"{out}*sqrt({squared // out**2})"


@oracle("distance_as_radical")
def _(text: str, *_: int) -> tuple[object, ...]:
    p, q = points(text)
    dot = [sum(a * b for a, b in zip(u, v, strict=True)) for u, v in ((p, p), (q, q), (p, q))]
    return (root(dot[0] + dot[1] - 2 * dot[2]),)


@oracle("crossing_lines")
def _(text: str, *_: int) -> tuple[object, ...]:
    a, b, c, d = points(text)

    def line(p: tuple[int, ...], q: tuple[int, ...]) -> tuple[int, int, int]:
        return p[1] - q[1], q[0] - p[0], p[0] * q[1] - q[0] * p[1]

    (a1, b1, c1), (a2, b2, c2) = line(a, b), line(c, d)
    x, y, w = b1 * c2 - b2 * c1, c1 * a2 - c2 * a1, a1 * b2 - a2 * b1
    return Fraction(x, w), Fraction(y, w)


@oracle("points_in_triangle")
def _(text: str, *_: int) -> tuple[object, ...]:
    corners = points(text)
    inside = edge = 0
    for x in range(max(c[0] for c in corners) + 1):
        for y in range(max(c[1] for c in corners) + 1):
            sides = [
                (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) for a, b in pairwise([*corners, corners[0]])
            ]
            if min(sides) > 0 or max(sides) < 0:
                inside += 1
            elif min(sides) >= 0 or max(sides) <= 0:
                edge += 1
    return inside, edge


@oracle("points_under_line")
def _(text: str, *_: int) -> tuple[object, ...]:
    a, b, total = map(int, formula_in(text, r"(\d+)x \+ (\d+)y <?= (\d+)"))
    return (sum(a * x + b * y <= total for x in range(total + 1) for y in range(total + 1)),)


@oracle("heron_area")
def _(_: str, *sides: int) -> tuple[object, ...]:
    a, b, c = sides
    sixteen = 4 * a * a * b * b - (a * a + b * b - c * c) ** 2
    return (root(sixteen // 16),)


@oracle("piece_of_ring")
def _(_: str, inner: int, outer: int, angle: int, *__: int) -> tuple[object, ...]:
    area = Fraction(angle, 360) * (outer - inner) * (outer + inner)
    return (f"{area}*pi",)


@oracle("missing_angle")
def _(_: str, corners: int, *angles: int) -> tuple[object, ...]:
    outer = 360 - sum(180 - angle for angle in angles)
    diagonals = sum(1 for i in range(corners) for j in range(i + 2, corners) if (i, j) != (0, corners - 1))
    return 180 - outer, diagonals


@oracle("clock_hands")
def _(text: str, *_: int) -> tuple[object, ...]:
    hour, minute = map(int, formula_in(text, r"(\d+):(\d\d)"))
    (later,) = map(int, formula_in(text, r"(\d+) minutes"))

    def angle(time: int) -> Fraction:
        turn = Fraction(11, 2) * time % 360  # what the minute hand has gained
        return min(turn, 360 - turn)

    return angle(60 * hour + minute), angle(60 * hour + minute + later)


@oracle("similar_shadows")
def _(_: str, stick: int, shade: int, *shadows: int) -> tuple[object, ...]:
    return (Fraction(stick * sum(shadows), shade),)
