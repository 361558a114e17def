"""Points of the plane with integer coordinates: each sampler takes (randomness, size) and gives the arguments."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import atan2
from random import Random

Point = tuple[int, int]
Box = tuple[int, int, int, int]


def scattered(rng: Random, size: int) -> tuple[list[Point]]:
    """Three to eight different points that do not all lie on a line; some may lie on one, or on a circle."""
    reach = rng.choice((4, 6, 10, 20))
    grid = [(x, y) for x in range(reach + 1) for y in range(reach + 1)]
    while True:
        points = rng.sample(grid, min(3 + size // 2, 8))
        if rng.random() < 0.2:
            a, b = points[:2]
            middle = ((a[0] + b[0]) // 2, (a[1] + b[1]) // 2)
            points = [*points[:-1], *({middle} - {*points})] if len(points) > 3 else points
        if any(_turn(a, b, c) for a, b, c in combinations(points, 3)):
            return (points,)


def few_scattered(rng: Random, size: int) -> tuple[list[Point]]:
    """Three to five different points that do not all lie on a line."""
    return scattered(rng, min(1 + size // 2, 5))


def cloud(rng: Random, size: int) -> tuple[list[Point]]:
    """Two to seven points, of which two may be equal; now and then a single one."""
    reach = rng.choice((6, 10, 20))
    count = 1 if rng.random() < 0.03 else min(3 + size // 3, 6)
    points = [(rng.randint(0, reach), rng.randint(0, reach)) for _ in range(count)]
    return (points,)


def two_segments(rng: Random, size: int) -> tuple[Point, Point, Point, Point]:
    """The ends of two segments: at random, crossing, touching, on the same line or parallel."""
    reach = 3 + size

    def point() -> Point:
        return rng.randint(0, reach), rng.randint(0, reach)

    while True:
        a, b, c, d = point(), point(), point(), point()
        shape = rng.randrange(6)
        if shape == 0:
            c = ((a[0] + b[0]) // 2, (a[1] + b[1]) // 2)
        elif shape == 1:
            k, m = rng.sample((-1, 1, 2, 3), 2)
            c, d = ((a[0] + n * (b[0] - a[0]), a[1] + n * (b[1] - a[1])) for n in (k, m))
        elif shape == 2:
            d = (c[0] + b[0] - a[0], c[1] + b[1] - a[1])
        if a != b and c != d:
            return a, b, c, d


def overlapping(rng: Random, size: int) -> tuple[list[Box]]:
    """Two to four rectangles, which have a point in common three times of four."""
    reach = 6 + 3 * size
    x, y = rng.randint(1, reach - 1), rng.randint(1, reach - 1)
    boxes = [
        (rng.randint(0, x - 1), rng.randint(0, y - 1), rng.randint(x, reach), rng.randint(y, reach))
        for _ in range(2 + size // 4)
    ]
    if rng.random() < 0.25:
        boxes[-1] = _box(rng, reach)
    return (boxes,)


def rectangles(rng: Random, size: int) -> tuple[list[Box]]:
    """Two or three rectangles that may overlap."""
    return ([_box(rng, rng.choice((6, 10))) for _ in range(2 + (size > 5))],)


def _box(rng: Random, reach: int) -> Box:
    (left, right), (bottom, top) = (sorted(rng.sample(range(reach + 1), 2)) for _ in range(2))
    return left, bottom, right, top


def polygon(rng: Random, size: int) -> tuple[list[Point]]:
    """The corners of a polygon that does not cross itself, in one direction of turning or the other."""
    return (_polygon(rng, size),)


def point_and_polygon(rng: Random, size: int) -> tuple[Point, list[Point]]:
    """A point that does not lie on an edge, and the corners of a polygon."""
    corners = _polygon(rng, size)
    reach = max(map(max, corners)) + 1
    while True:
        point = (rng.randint(0, reach), rng.randint(0, reach))
        if not any(_lies_on(point, a, b) for a, b in pairwise([*corners, corners[0]])):
            return point, corners


def _polygon(rng: Random, size: int) -> list[Point]:
    """A rectangle, or corners in the order of their angles around a point that lies among them."""
    reach = rng.choice((5, 8, 12))
    if rng.random() < 0.15:
        (left, right), (low, high) = sorted(rng.sample(range(reach), 2)), sorted(rng.sample(range(reach), 2))
        return [(left, low), (right, low), (right, high), (left, high)]
    count = 3 + min(size, 9) // 3
    while True:
        corners = [(rng.randint(0, reach), rng.randint(0, reach)) for _ in range(count)]
        x, y = rng.randint(1, reach - 1) + 0.25, rng.randint(1, reach - 1) + 0.35
        corners.sort(key=lambda corner: atan2(corner[1] - y, corner[0] - x))
        angles = [atan2(b - y, a - x) for a, b in corners]
        gaps = [after - before for before, after in pairwise([*angles, angles[0] + 6.283185307])]
        turns = all(_turn(corners[i - 2], corners[i - 1], corners[i]) for i in range(2, count))
        if min(gaps) > 1e-6 and max(gaps) < 3.1 and turns:
            break
    if rng.random() < 0.3:
        corners.reverse()
    shift = rng.randrange(count)
    return corners[shift:] + corners[:shift]


def _turn(a: Point, b: Point, c: Point) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _lies_on(point: Point, a: Point, b: Point) -> bool:
    inside = all(min(a[i], b[i]) <= point[i] <= max(a[i], b[i]) for i in (0, 1))
    return inside and _turn(a, b, point) == 0
