"""Geometry of figures: Heron's formula, rings and sectors, angles of polygons and clocks, similar triangles."""

from __future__ import annotations

from random import Random

from generator.math.notation import square_part
from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell

_TRIANGLES = (
    "A triangle has the sides {a}, {b} and {c}. What is its area?",
    "{who} cuts a triangle with sides of {a}, {b} and {c} centimetres out of cardboard. How many square centimetres is "
    "its area?",
    "Three straight paths of {a}, {b} and {c} metres enclose a meadow. How many square metres does the meadow have?",
)


@word_problem(family="geometry")
def heron_area(rng: Random, size: int) -> tuple[str, str]:
    """A triangle has the sides 4, 6 and 8. What is its area? -> 3*sqrt(15)"""
    while True:
        a, b, c = sorted(rng.randint(3, 12 + 2 * size) for _ in "abc")
        squared = (a + b + c) * (a + b - c) * (a + c - b) * (b + c - a) // 16
        if (a + b + c) % 2 == 0 and a + b > c:
            part = square_part(squared)
            if 1 < part < 12 + size and part**2 < squared:  # noqa: PLR2004
                break
    program = """
        sides = $sides
        half = sum(sides) // 2  #: the semiperimeter is {half}
        rest = half  #: the product of Heron's formula begins with the semiperimeter
        for side in sides:
            rest *= half - side  #: the product of Heron's formula comes to {}
        factor, number = 1, 2
        while number <= $limit:  #: larger squares may still divide the product | no larger square is left to try
            if rest % number**2 == 0:  #: the square can be taken out of the root | the square stays out of reach
                rest //= number**2  #: under the root, {} remains
                factor *= number  #: in front of the root stands {}
            else:
                number += 1  #: the next number to try is {}
        area = f"{factor}*sqrt({rest})"  #: the area is written as {area}
        print(area)  #: the area is written as {area}
    """
    sides = rng.sample((a, b, c), 3)
    largest = max(p for p in range(2, part + 1) if part % p == 0 and all(p % d for d in range(2, p)))
    texts = dict(zip("abc", sides, strict=True))
    statement = tell(rng.choice(_TRIANGLES), who=rng.choice(NAMES), **texts)
    program = fill(program, sides=sides, limit=largest)
    return f"{statement} Write it as m*sqrt(n) with integers m and n, n as small as possible.", program


_RINGS = (
    "A sprinkler waters all points between {inner} and {outer} metres away from it, while it turns through {angle} "
    "degrees. How many square metres does it water?",
    "A wiper blade reaches from {inner} to {outer} centimetres from its axle and sweeps an angle of {angle} degrees. "
    "How many square centimetres of glass does it clean?",
    "Between two circles with the same centre and the radii {inner} and {outer} lies a ring. {who} colours a piece of "
    "it with a central angle of {angle} degrees. What is the area of this piece?",
)


@word_problem(family="geometry")
def piece_of_ring(rng: Random, size: int) -> tuple[str, str]:
    """A wiper reaches from 10 to 20 centimetres and sweeps 120 degrees. Which area does it clean? -> 100*pi"""
    while True:
        inner, angle = rng.randint(2, 10 + 3 * size), 5 * rng.randint(4, 68)
        outer = inner + rng.randint(2, 10 + 3 * size)
        if (outer**2 - inner**2) * angle % 360 == 0:
            break
    program = """
        inner, outer, angle = $inner, $outer, $angle
        ring = 0
        for radius, sign in ((outer, 1), (inner, -1)):
            disc = radius**2  #: a circle with this radius has the area pi times {}
            ring += sign * disc  #: the area counted so far is pi times {}
        factor = ring * angle // 360  #: the piece is pi times {}
        area = f"{factor}*pi"  #: the area is written as {area}
        print(area)  #: the area is written as {area}
    """
    numbers = {"inner": inner, "outer": outer, "angle": angle}
    statement = tell(rng.choice(_RINGS), who=rng.choice(NAMES), **numbers)
    return f"{statement} Write it as an integer times pi, as in 5*pi.", fill(program, **numbers)


_POLYGONS = (
    "A polygon with {n} corners has the inner angles {angles} degrees and one more. How many degrees is the missing "
    "angle, and how many diagonals does the polygon have?",
    "{who} measures a plot of land with {n} corners and writes down the inner angles {angles} degrees, but forgets the "
    "last one. What is it in degrees, and in how many ways can two corners that are not neighbours be joined?",
    "A carpenter saws a tabletop with {n} corners. All inner angles but one are known: {angles} degrees. How many "
    "degrees is the remaining one, and how many diagonals could be drawn on the tabletop?",
)


@word_problem(family="geometry")
def missing_angle(rng: Random, size: int) -> tuple[str, str]:
    """A polygon with 4 corners has the inner angles 80, 95 and 100 degrees. Missing angle, diagonals? -> 85 2"""
    n = rng.randint(4, 5 + size // 2)
    while True:
        mean = 180 * (n - 2) // n
        angles = [mean + rng.randint(-30, 30) for _ in range(n - 1)]
        missing = 180 * (n - 2) - sum(angles)
        if 20 < missing < 175 and max(angles) < 178:  # noqa: PLR2004
            break
    program = """
        angles = $angles
        corners = len(angles) + 1  #: there are {} corners
        missing = 180 * (corners - 2)  #: all inner angles together make {:degree|degrees}
        for angle in angles:
            missing -= angle  #: with this angle gone, {:degree remains|degrees remain}
        diagonals = corners * (corners - 3) // 2  #: the corners can be joined by {:diagonal|diagonals}
        print(missing, diagonals)  #: the angle has {missing:degree|degrees}, and there are {diagonals:diagonal|diagonals}
    """
    statement = tell(rng.choice(_POLYGONS), n=n, angles=listing([str(angle) for angle in angles]), who=rng.choice(NAMES))
    return statement, fill(program, angles=angles)


_CLOCKS = (
    "It is {hour}:{minute}. How many degrees is the smaller angle between the hour hand and the minute hand, and how "
    "many degrees will it be {later} minutes later?",
    "{who} looks at a round clock at {hour}:{minute} and again after {later} minutes. Which angle in degrees, at most "
    "180, lies between its two hands at first, and which one the next time?",
    "A train leaves when the station clock shows {hour}:{minute} and arrives {later} minutes later. Give the angle "
    "between the hands, in degrees and no larger than 180, at the departure and then at the arrival.",
)


@word_problem(family="geometry")
def clock_hands(rng: Random, size: int) -> tuple[str, str]:
    """It is 3:30. How many degrees are between the hands now, and how many 10 minutes later? -> 75 130"""
    hour, minute, later = rng.randint(1, 12), 2 * rng.randint(0, 29), 2 * rng.randint(2, 20 + 4 * size)
    program = """
        def angle(minutes):
            hour_hand = minutes % 720 // 2  #: the hour hand stands at {:degree|degrees}
            minute_hand = minutes % 60 * 6  #: the minute hand stands at {:degree|degrees}
            gap = abs(hour_hand - minute_hand)  #: between them lie {gap:degree|degrees}
            return min(gap, 360 - gap)


        start = $hour * 60 + $minute  #: in minutes, the time is {}
        first = angle(start)  #: the angle at first is {first:degree|degrees}
        other = angle(start + $later)  #: the angle afterwards is {other:degree|degrees}
        print(first, other)  #: the angles are {first} and {other:degree|degrees}
    """
    texts = {"hour": hour, "minute": f"{minute:02}", "later": later, "who": rng.choice(NAMES)}
    return tell(rng.choice(_CLOCKS), **texts), fill(program, hour=hour, minute=minute, later=later)


_SHADOWS = (
    ("A stick of {stick} centimetres casts a shadow of {shade} centimetres. At the same time, the shadows of {things} "
     "are {shadows} metres long. How many metres high are they together?",
     ("a tree", "a tower", "a mast", "a chimney", "a house", "a crane")),
    ("On a photo, {who}, who is {stick} centimetres tall, measures {shade} millimetres. On it, {things} measure "
     "{shadows} millimetres and stand just as far away. How many centimetres tall are they together?",
     ("a horse", "a gate", "a bus", "a hedge", "a statue", "a kiosk")),
    ("A ramp rises {stick} centimetres on a length of {shade} centimetres along the ground. Ramps with the same slope, "
     "at {things}, are {shadows} metres long along the ground. How many metres do they rise in all?",
     ("a school", "a station", "a museum", "a bank", "a theatre", "a library")),
)  # fmt: skip


@word_problem(family="geometry")
def similar_shadows(rng: Random, size: int) -> tuple[str, str]:
    """A stick of 90 centimetres has a shadow of 120; a tree has one of 12 metres. How many metres high? -> 9"""
    story, pool = rng.choice(_SHADOWS)
    stick, shade = 5 * rng.randint(16, 38), 5 * rng.randint(6, 30 + size)
    shadows = [rng.randint(6, 30 + 4 * size) for _ in range(2 + size // 4)]
    program = """
        from fractions import Fraction

        ratio = Fraction($stick, $shade)  #: the constant ratio of both lengths is {ratio}
        together = Fraction(0)  #: nothing has been measured yet
        for length in $shadows:
            height = ratio * length  #: by similar triangles, this height is {height}
            together += height  #: the heights so far make {together}
        print(together)  #: together they come to {together}
    """
    texts = {"things": listing(rng.sample(pool, len(shadows))), "shadows": listing([str(one) for one in shadows])}
    statement = tell(story, stick=stick, shade=shade, who=rng.choice(NAMES), **texts)
    program = fill(program, stick=stick, shade=shade, shadows=shadows)
    return f"{statement} Give an integer or a fraction in lowest terms.", program
