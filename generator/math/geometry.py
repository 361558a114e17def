"""Geometry in words: rectangles with a gap in their edge, polygons on a grid, walks and distances."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, several, tell

_RECTANGLES = (
    {
        "story": "{who}'s rectangular garden is {length} metres long and {width} metres wide. It gets a lawn, and a "
        "fence all around it except for a gate of {gap} metres. The fence costs {edge_price} euros a metre and the "
        "lawn {area_price} euros a square metre. How many euros does the fence cost, and how many euros does the lawn "
        "cost?",
        "gap_name": "gate", "edge": "fence", "cover": "lawn",
    },
    {
        "story": "{who} renovates a room that is {length} metres long and {width} metres wide. Along the walls runs a "
        "skirting board, with a gap of {gap} metres for the doors, and the floor gets a carpet. The board costs "
        "{edge_price} euros a metre and the carpet {area_price} euros a square metre. How many euros does the board "
        "cost, and how many euros does the carpet cost?",
        "gap_name": "doors", "edge": "board", "cover": "carpet",
    },
    {
        "story": "{who} plans a rectangular stage, {length} metres long and {width} metres wide. A railing goes around "
        "it except for stairs of {gap} metres, and the whole stage is covered with parquet. The railing costs "
        "{edge_price} euros a metre, the parquet {area_price} euros a square metre. How many euros does the railing "
        "cost, and how many euros does the parquet cost?",
        "gap_name": "stairs", "edge": "railing", "cover": "parquet",
    },
)  # fmt: skip


@word_problem(family="geometry")
def fence_and_lawn(rng: Random, size: int) -> tuple[str, str]:
    """A garden of 9 by 6 metres gets a fence at 10 euros, less a gate of 2, and a lawn at 4. Costs? -> 280 216"""
    context = rng.choice(_RECTANGLES)
    width = rng.randint(4, 8 + size)
    numbers = {"length": width + rng.randint(1, 6 + size), "width": width, "gap": rng.randint(2, 3),
               "edge_price": rng.randint(5, 20 + size), "area_price": rng.randint(3, 12 + size)}  # fmt: skip
    program = """
        length, width = $length, $width
        $gap_name = $gap
        price_per_metre = $edge_price
        price_per_square_metre = $area_price
        perimeter = 2 * (length + width)  #: the whole edge is {:metre|metres} long
        $edge = perimeter - $gap_name  #: without the $gap_name, {:metre is|metres are} needed
        ${edge}_cost = $edge * price_per_metre  #: the $edge costs {:euro|euros}
        $cover = length * width  #: the $cover measures {:square metre|square metres}
        ${cover}_cost = $cover * price_per_square_metre  #: the $cover costs {:euro|euros}
        print(${edge}_cost, ${cover}_cost)  #: the $edge costs {${edge}_cost} and the $cover {${cover}_cost:euro|euros}
    """
    return tell(context["story"], who=rng.choice(NAMES), **numbers), fill(program, **context, **numbers)


_FIELDS = (
    (("{who} surveys a field. On the plan, with all lengths in metres, its corners in order are {corners}. How many "
     "square metres is the area of the field?"), "field", "square metre|square metres"),
    (("A lake is drawn as a polygon on {who}'s map, with all lengths in kilometres. Its corners, in order around "
     "the shore, are {corners}. How many square kilometres does the lake cover?"), "lake",
     "square kilometre|square kilometres"),
    (("{who} cuts a sail. On the pattern, in decimetres, its corners are, one after the other, {corners}. How many "
     "square decimetres of cloth does the sail have?"), "sail", "square decimetre|square decimetres"),
    (("On squared paper, {who} connects the points {corners} in this order and goes back to the start. How many square "
     "units is the area inside?"), "figure", "square unit|square units"),
)  # fmt: skip

Point = tuple[int, int]


def _half_hull(points: list[Point]) -> list[Point]:
    """The lower side of the convex hull of sorted points, without its last point (Andrew's monotone chain)."""
    hull: list[Point] = []
    for x, y in points:
        while len(hull) > 1:
            (x1, y1), (x2, y2) = hull[-2:]
            if (x2 - x1) * (y - y1) > (y2 - y1) * (x - x1):
                break
            hull.pop()
        hull.append((x, y))
    return hull[:-1]


def _corners(rng: Random, size: int) -> list[Point]:
    """The corners, in order, of a convex polygon whose area is a whole number."""
    while True:
        points = sorted({(rng.randint(0, 6 + 2 * size), rng.randint(0, 6 + 2 * size)) for _ in range(5 + size)})
        hull = _half_hull(points) + _half_hull(points[::-1])
        crosses = [a * d - b * c for (a, b), (c, d) in zip(hull, hull[1:] + hull[:1], strict=True)]
        if sum(crosses) > 0 and sum(crosses) % 2 == 0 and len(hull) <= 4 + size // 2:
            start = rng.randrange(len(hull))
            return (hull[start:] + hull[:start])[:: rng.choice((1, -1))]


@word_problem(family="geometry")
def polygon_area(rng: Random, size: int) -> tuple[str, str]:
    """The corners of a field, in metres, are (0, 0), (6, 0), (6, 3) and (0, 5). What is its area? -> 24"""
    story, thing, unit = rng.choice(_FIELDS)
    corners = _corners(rng, size)
    program = """
        corners = $corners
        doubled = 0  #: no side has been counted yet
        x1, y1 = corners[-1]  #: we start at the last corner, {x1} across and {y1} up
        for x2, y2 in corners:
            cross = x1 * y2 - x2 * y1  #: the cross product for this side is {}
            doubled += cross  #: the sum of the cross products is now {}
            x1, y1 = x2, y2  #: the next side starts at {x1} across and {y1} up
        area = abs(doubled) // 2  #: the sum, its sign aside, counts the area doubly, which makes {:$unit}
        print(area)  #: the area of the $thing is {area:$unit}
    """
    statement = tell(story, who=rng.choice(NAMES), corners=listing([str(corner) for corner in corners]))
    return statement, fill(program, corners=corners, thing=thing, unit=unit)


_WALKS = (
    (("A robot rolls {moves}. How many metres is it from its start in a straight line, and how many metres has it "
     "rolled in all?"), "robot", "metre", "rolled"),
    (("From the camp, {who} cycles {moves}. How many kilometres is it back to the camp as the crow flies, and how many "
     "kilometres has {who} cycled so far?"), "cyclist", "kilometre", "cycled"),
    (("{who}'s boat leaves the harbour and sails {moves}. How many miles is it now from the harbour in a straight "
     "line, and how many miles has it sailed?"), "boat", "mile", "sailed"),
    (("{who}'s drone flies {moves}. How many metres is it then from its starting point in a straight line, and how "
     "many metres has it flown?"), "drone", "metre", "flown"),
)  # fmt: skip
_TRIPLES = ((3, 4), (6, 8), (5, 12), (8, 15), (9, 12), (12, 16), (7, 24), (20, 21), (15, 20), (10, 24))


def _split(rng: Random, total: int, count: int) -> list[int]:
    """That many steps, none of them zero, that add up to the total."""
    while True:
        steps = [rng.choice((-1, 1)) * rng.randint(1, 12) for _ in range(count - 1)]
        if last := total - sum(steps):
            return [*steps, last]


def _heading(east: int, north: int) -> str:
    if east:
        return "east" if east > 0 else "west"
    return "north" if north > 0 else "south"


@word_problem(family="geometry")
def straight_back(rng: Random, size: int) -> tuple[str, str]:
    """A robot rolls 5 metres east, 4 north and 2 west. How far away is it, and how far did it roll? -> 5 11"""
    story, thing, unit, moved = rng.choice(_WALKS)
    pair = rng.sample(rng.choice(_TRIPLES[: 4 + size]), 2)
    east, north = (rng.choice((-1, 1)) * part for part in pair)
    count = rng.randint(2, 2 + size // 4)
    steps = [(a, b) for x, y in zip(_split(rng, east, count), _split(rng, north, count), strict=True)
             for a, b in ((x, 0), (0, y))]  # fmt: skip
    moves = [f"{several(abs(a + b), f'{unit}|{unit}s')} {_heading(a, b)}" for a, b in steps]
    program = """
        from math import isqrt

        east = north = $moved = 0  #: the $thing is at the start
        for step_east, step_north in $steps:
            east += step_east  #: its position to the east is {}
            north += step_north  #: its position to the north is {}
            $moved += abs(step_east + step_north)  #: so far it has $moved {:$unit|${unit}s}
        squared = east * east + north * north  #: by Pythagoras, the square of the distance is {}
        away = isqrt(squared)  #: the square root of {squared} comes to {away}
        print(away, $moved)  #: the $thing is {away:$unit|${unit}s} away and has $moved {$moved:$unit|${unit}s}
    """
    statement = tell(story, who=rng.choice(NAMES), moves=listing(moves))
    return statement, fill(program, thing=thing, unit=unit, moved=moved, steps=steps)
