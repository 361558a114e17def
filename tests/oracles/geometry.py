"""Oracles for geometry: definitions by all triangles, axes, angles and pairs."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable
from itertools import combinations
from typing import Any

Point = tuple[int, int]
Box = tuple[int, int, int, int]


def _turn(a: Point, b: Point, c: Point) -> int:
    return a[0] * (b[1] - c[1]) + b[0] * (c[1] - a[1]) + c[0] * (a[1] - b[1])


def _in_triangle(point: Point, corners: tuple[Point, ...]) -> bool:
    """Whether a point lies in a triangle, which may be as flat as a segment."""
    a, b, c = corners
    signs = {(turn > 0) - (turn < 0) for turn in (_turn(a, b, point), _turn(b, c, point), _turn(c, a, point))}
    if signs == {0}:
        return min(corners) <= point <= max(corners)
    return not {1, -1} <= signs


def _hull(points: list[Point]) -> Callable[[list[Point]], bool]:
    """A corner lies in no triangle of other points; the way around turns left at each."""
    others = {point: [other for other in points if other != point] for point in points}
    corners = [p for p in points if not any(_in_triangle(p, three) for three in combinations(others[p], 3))]
    if len(points) == 3:
        corners = points

    def check(hull: list[Point]) -> bool:
        turns = (_turn(hull[i - 2], hull[i - 1], hull[i]) > 0 for i in range(len(hull)))
        return sorted(hull) == sorted(corners) and all(turns)

    return check


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Two segments are apart if their shadows on one of these axes are."""
    for (x, y), (u, v) in ((a, b), (c, d)):
        for axis in ((u - x, v - y), (y - v, u - x)):
            first, second = ([axis[0] * p[0] + axis[1] * p[1] for p in ends] for ends in ((a, b), (c, d)))
            if max(first) < min(second) or max(second) < min(first):
                return False
    return True


def _area(corners: list[Point]) -> float:
    """The trapezoids between the edges and the axis."""
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    return abs(sum((b[0] - a[0]) * (a[1] + b[1]) for a, b in pairs)) / 2


def _inside(point: Point, corners: list[Point]) -> bool:
    """Seen from a point inside, the corners turn by a whole circle."""
    seen = [complex(*corner) - complex(*point) for corner in corners]
    total = sum(cmath.phase(after / before) for before, after in zip(seen, [*seen[1:], seen[0]], strict=True))
    return abs(total) > math.pi


def _closest(points: list[Point]) -> int:
    pairs = combinations([complex(*point) for point in points], 2)
    return round(min(abs(a - b) for a, b in pairs) ** 2)


def _cells(box: Box) -> set[Point]:
    """The unit squares of a rectangle, by their lower left corners."""
    left, bottom, right, top = box
    return {(x, y) for x in range(left, right) for y in range(bottom, top)}


def _shared(boxes: list[Box]) -> Box | None:
    cells = set.intersection(*map(_cells, boxes))
    if not cells:
        return None
    (left, right), (bottom, top) = ((min(values), max(values) + 1) for values in zip(*cells, strict=True))
    return left, bottom, right, top


ORACLES: dict[str, Callable[..., Any]] = {
    "graham_scan": _hull,
    "jarvis_march": _hull,
    "segments_intersect": _meet,
    "polygon_area": _area,
    "point_in_polygon": _inside,
    "closest_points": _closest,
    "rectangle_overlap": _shared,
    "covered_area": lambda boxes: len(set.union(*map(_cells, boxes))),
}
