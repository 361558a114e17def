"""Geometry on a grid: distances as radicals, crossings, lattice points inside and under lines."""

from __future__ import annotations

from math import gcd
from random import Random

from generator.math.notation import joined, square_part
from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell

_DISTANCES = (
    "What is the distance between the points {p} and {q}?",
    "On {who}'s map, with kilometres as units, a lighthouse stands at {p} and a harbour at {q}. How many kilometres are "
    "they apart in a straight line?",
    "{who} draws the segment from {p} to {q} on squared paper. How long is it, with the side of a square as the unit?",
    "A cable runs straight from a pole at {p} to a pole at {q}, with coordinates in metres. How many metres long is "
    "the cable?",
)


@word_problem(family="geometry")
def distance_as_radical(rng: Random, size: int) -> tuple[str, str]:
    """What is the distance between the points (1, 2) and (7, 5)? -> 3*sqrt(5)"""
    dimensions = 2 if size < 5 else 3  # noqa: PLR2004
    while True:
        p, q = (tuple(rng.randint(-4 - size, 6 + size) for _ in range(dimensions)) for _ in "pq")
        squared = sum((a - b) ** 2 for a, b in zip(p, q, strict=True))
        if squared and 1 < square_part(squared) <= 6 and square_part(squared) ** 2 < squared:  # noqa: PLR2004
            break
    program = """
        first, other = $p, $q
        rest = 0
        for start, end in zip(first, other):
            rest += (end - start) ** 2  #: the sum of the squares comes to {}
        factor = 1
        for side in range(2, $limit):
            while rest % side**2 == 0:  #: the square can be taken out of the root | the square stays out of reach
                rest //= side**2  #: under the root, {} remains
                factor *= side  #: in front of the root stands {}
        distance = f"{factor}*sqrt({rest})"  #: the distance is written as {distance}
        print(distance)  #: the distance is written as {distance}
    """
    statement = tell(rng.choice(_DISTANCES if dimensions == 2 else _DISTANCES[::3]), p=p, q=q, who=rng.choice(NAMES))
    program = fill(program, p=p, q=q, limit=square_part(squared) + 1)
    return f"{statement} Write it as m*sqrt(n) with integers m and n, n as small as possible.", program


_ROADS = (
    "The line through {a} and {b} meets the line through {c} and {d}. Give the x-coordinate and the y-coordinate of "
    "their common point.",
    "On a map, one straight road leads through {a} and {b} and another one through {c} and {d}. At which x and which y "
    "do the roads cross, if both go on without a bend?",
    "{who} stretches a string through the points {a} and {b} of a board and another string through {c} and {d}. What "
    "are the coordinates x and y of the point where they cross?",
)


@word_problem(family="geometry")
def crossing_lines(rng: Random, size: int) -> tuple[str, str]:
    """Where does the line through (0, 0) and (4, 4) meet the line through (0, 4) and (4, 0)? -> 2 2"""
    most = 5 + size
    while True:
        a, b, c, d = ((rng.randint(-most, most), rng.randint(-most, most)) for _ in "abcd")
        u, v = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
        if u[0] * v[1] != u[1] * v[0]:
            break
    program = """
        from fractions import Fraction

        x1, y1, x2, y2 = $first
        x3, y3, x4, y4 = $second
        right, up = x2 - x1, y2 - y1  #: along this line we go {right} across and {up} upwards
        across, high = x4 - x3, y4 - y3  #: on the other line we go {across} across and {high} upwards
        determinant = right * high - up * across  #: the determinant of both directions is {}
        top = (x3 - x1) * high - (y3 - y1) * across  #: the numerator for this line is {}
        part = Fraction(top, determinant)  #: the part of this way up to the crossing is {part}
        x = x1 + part * right  #: the x-coordinate there is {x}
        y = y1 + part * up  #: the y-coordinate there is {y}
        print(x, y)  #: the lines meet where x is {x} and y is {y}
    """
    statement = tell(rng.choice(_ROADS), a=a, b=b, c=c, d=d, who=rng.choice(NAMES))
    program = fill(program, first=", ".join(map(str, a + b)), second=", ".join(map(str, c + d)))
    return f"{statement} Give integers or fractions in lowest terms.", program


_INSIDE = (
    "The triangle with the corners {corners} is drawn on squared paper. How many grid points lie strictly inside it, "
    "and how many lie on its edge, corners included?",
    "{who} hammers nails into a board at all points with integer coordinates, and spans a rubber band around the nails "
    "at {corners}. How many nails does the triangle enclose without touching them, and how many does it touch?",
    "An orchard has a tree at each point with integer coordinates. A straight fence joins the trees at {corners} to a "
    "triangle. How many trees stand inside of it, and how many are part of the fence?",
)


@word_problem(family="geometry")
def points_in_triangle(rng: Random, size: int) -> tuple[str, str]:
    """How many grid points lie inside the triangle (0, 0), (4, 0), (0, 4), and how many on its edge? -> 3 12"""
    while True:
        corners = [(rng.randint(0, 6 + size), rng.randint(0, 6 + size)) for _ in "abc"]
        (x1, y1), (x2, y2), (x3, y3) = corners
        doubled = abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1))
        edge = sum(gcd(x - u, y - v) for (x, y), (u, v) in zip(corners, corners[1:] + corners[:1], strict=True))
        if doubled > edge + 2 and edge > 3:  # noqa: PLR2004
            break
    program = """
        from math import gcd

        corners = $corners
        doubled = edge = 0
        x1, y1 = corners[-1]  #: the last corner is {x1} across and {y1} upwards
        for x2, y2 in corners:
            doubled += x1 * y2 - x2 * y1  #: the sum of the cross products is {}
            edge += gcd(x2 - x1, y2 - y1)  #: the edge so far has {:grid point|grid points}
            x1, y1 = x2, y2  #: then the corner at {x1} across and {y1} upwards is passed
        inside = (abs(doubled) - edge + 2) // 2  #: by Pick's theorem, {:grid point is|grid points are} inside
        print(inside, edge)  #: {inside:point lies|points lie} inside and {edge:point lies|points lie} on the edge
    """
    statement = tell(rng.choice(_INSIDE), corners=listing([str(corner) for corner in corners]), who=rng.choice(NAMES))
    return statement, fill(program, corners=corners)


_UNDER = (
    "How many points with integer coordinates, none of them negative, satisfy {line} <= {total}?",
    "The axes and the line {line} = {total} enclose a triangle. How many grid points does it contain, those on its "
    "edges included?",
    "{who} marks all grid points with x >= 0, y >= 0 and {line} <= {total} in a drawing. How many points are marked?",
)


@word_problem(family="geometry")
def points_under_line(rng: Random, size: int) -> tuple[str, str]:
    """How many points with integer coordinates, none negative, satisfy 2x + 3y <= 12? -> 19"""
    a, b = rng.randint(3, 6 + size), rng.randint(2, 8 + size)
    total = a * rng.randint(4, 6 + size // 2) + rng.randint(0, a - 1)
    program = """
        points = 0
        for x in range($total // $a + 1):
            highest = ($total - $a * x) // $b  #: in this column, y can go to {highest}
            points += highest + 1  #: with this column, {:point is|points are} counted
        print(points)  #: there are {points:point|points}
    """
    line = joined([(a, "x"), (b, "y")])
    statement = tell(rng.choice(_UNDER), line=line, total=total, who=rng.choice(NAMES))
    return statement, fill(program, a=a, b=b, total=total)
