"""Equations: linear ones with brackets, systems of them, quadratics with exact roots."""

from __future__ import annotations

from random import Random

from generator.math.notation import joined, polynomial, signed, square_part
from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, several, tell


def nonzero(rng: Random, most: int) -> int:
    """A number of either sign that is not zero, at most so large."""
    return rng.choice((-1, 1)) * rng.randint(1, most)


_SOLVING = (
    "Solve the equation {left} = {right} for x.",
    "For which value of x are {left} and {right} equal?",
    "In {who}'s homework stands the equation {left} = {right}. What is x?",
    "{who} draws the lines y = {left} and y = {right}. At which value of x do they cross?",
)


@word_problem(family="algebra")
def brackets_equation(rng: Random, size: int) -> tuple[str, str]:
    """For which value of x are 3(x - 4) + 2(x + 1) and 4x + 5 equal? -> 15"""
    brackets = [(rng.randint(2, 4 + size), nonzero(rng, 5 + size)) for _ in range(2 + size // 4)]
    signs = [1] + [rng.choice((-1, 1)) for _ in brackets[1:]]
    brackets = [(sign * times, shift) for sign, (times, shift) in zip(signs, brackets, strict=True)]
    total = sum(times for times, _ in brackets)
    slope = rng.choice([other for other in range(-6, 7) if other not in (0, total)])
    constant = nonzero(rng, 10 + 3 * size)
    left = joined([(times, f"(x {signed(shift)})") for times, shift in brackets])
    program = """
        from fractions import Fraction

        x_terms = constants = 0
        for factor, shift in $brackets:
            x_terms += factor  #: the brackets multiplied out so far hold {} times x
            constants += factor * shift  #: beside it, they hold the number {}
        x_terms -= $slope  #: with all x-terms on the left, {} times x stands there
        number = $constant - constants  #: with all numbers on the right, {} stands there
        x = Fraction(number, x_terms)  #: dividing by {x_terms} gives {x}
        print(x)  #: the equation holds for x equal to {x}
    """
    right = joined([(slope, "x"), (constant, "")])
    statement = tell(rng.choice(_SOLVING), left=left, right=right, who=rng.choice(NAMES))
    numbers = {"brackets": brackets, "slope": slope, "constant": constant}
    return f"{statement} Give a fraction in lowest terms if x is not a whole number.", fill(program, **numbers)


_ORDERS = (
    {
        "story": "At a café, {first} cost {one} euros, and {second} cost {two} euros. How many euros does {ask} cost?",
        "pair": (("coffee", "muffin"), ("tea", "bagel"), ("juice", "waffle"), ("cocoa", "pretzel")),
        "unit": "euro",
    },
    {
        "story": "On a scale, {first} weigh {one} grams together, while {second} weigh {two} grams. How many grams does "
        "{ask} weigh?",
        "pair": (("marble", "cube"), ("bolt", "nut"), ("pen", "ruler"), ("coin", "key")),
        "unit": "gram",
    },
    {
        "story": "{who} scores {one} points in a game with {first}. In the next game, {second} bring {two} points. How "
        "many points does {ask} bring?",
        "pair": (("star", "crown"), ("ring", "gem"), ("goal", "badge"), ("flag", "medal")),
        "unit": "point",
    },
    {
        "story": "Packing for a move, {who} carries {first} with {one} kilograms in all, then {second} with {two} "
        "kilograms. Things of a kind weigh the same. How many kilograms does {ask} weigh?",
        "pair": (("crate", "suitcase"), ("chair", "table"), ("lamp", "desk"), ("basket", "trunk")),
        "unit": "kilogram",
    },
)  # fmt: skip
@word_problem(family="algebra")
def two_orders(rng: Random, size: int) -> tuple[str, str]:
    """At a café, 3 coffees and 2 muffins cost 17 euros, 1 coffee and 4 muffins 19. Price of each? -> 3 4"""
    context = rng.choice(_ORDERS)
    names = rng.sample(rng.choice(context["pair"]), 2)
    worth = [rng.randint(2, 9 + 4 * size) for _ in names]
    while True:
        counts = [[rng.randint(1, 4 + size) for _ in names] for _ in "ab"]
        if counts[0][0] * counts[1][1] != counts[0][1] * counts[1][0] and sum(counts[0]) > 2 < sum(counts[1]):  # noqa: PLR2004
            break
    totals = [sum(map(int.__mul__, row, worth)) for row in counts]
    first, second = (
        listing([several(count, f"{name}|{name}s") for count, name in zip(row, names, strict=True)])
        for row in counts
    )
    program = """
        ${a}s_1, ${b}s_1, total_1 = $n1, $m1, $t1
        ${a}s_2, ${b}s_2, total_2 = $n2, $m2, $t2
        left = ${a}s_1 * ${b}s_2 - ${a}s_2 * ${b}s_1  #: making the number of $many the same in both and subtracting leaves {} times the $a
        right = total_1 * ${b}s_2 - total_2 * ${b}s_1  #: subtracting the totals in the same way leaves {:$unit|${unit}s}
        $a = right // left  #: a single $a comes to {:$unit|${unit}s}
        rest = total_1 - ${a}s_1 * $a  #: without the $several, the first total leaves {:$unit|${unit}s} for the $many
        $b = rest // ${b}s_1  #: a single $b comes to {:$unit|${unit}s}
        print($a, $b)  #: the $a comes to {$a} and the $b to {$b:$unit|${unit}s}
    """
    numbers = dict(zip(("n1", "m1", "n2", "m2", "t1", "t2"), [*counts[0], *counts[1], *totals], strict=True))
    ask = f"one {names[0]}, and how many does one {names[1]}"
    texts = {"one": totals[0], "two": totals[1], "first": first, "second": second, "ask": ask}
    statement = tell(str(context["story"]), who=rng.choice(NAMES), **texts)
    words = {"a": names[0], "b": names[1], "several": f"{names[0]}s", "many": f"{names[1]}s"}
    return statement, fill(program, unit=context["unit"], **words, **numbers)


_ALL_BUT_ONE = (
    ("Some friends weigh themselves together, leaving out one of them at a time: {rows}. How many kilograms does {asked} "
     "weigh?", "without {name} they weigh {rest} kilograms", "kilogram", "weight", (35, 80)),
    ("After a quiz, a team adds up its points in a strange way: {rows}. How many points did {asked} make?",
     "all but {name} have {rest} points together", "point", "points", (5, 40)),
    ("Some cousins compare their savings. Leaving out one cousin at a time, they find: {rows}. How many euros has "
     "{asked} saved?", "without {name} there are {rest} euros", "euro", "savings", (20, 150)),
    ("The passengers of a minibus sum up their ages, each time without one of them: {rows}. How many years old is "
     "{asked}?", "without {name} it is {rest} years", "year", "age", (8, 60)),
)  # fmt: skip


@word_problem(family="algebra")
def all_but_one(rng: Random, size: int) -> tuple[str, str]:
    """Without Ada they weigh 90 kilograms, without Ben 80, without Eva 70. How many kilograms has Ada? -> 30"""
    story, row, unit, what, (low, high) = rng.choice(_ALL_BUT_ONE)
    people = rng.sample(NAMES, 3 + size // 3)
    each = [rng.randint(low, high) for _ in people]
    without = {name: sum(each) - own for name, own in zip(people, each, strict=True)}
    asked = rng.choice(people)
    program = """
        without = $without
        counted = 0
        for rest in without.values():
            counted += rest  #: added up, that is {:$unit|${unit}s} so far
        times = len(without) - 1  #: in this sum, everyone is counted {} times
        total = counted // times  #: all together come to {:$unit|${unit}s}
        $what = total - without['$asked']  #: for $asked, {:$unit remains|${unit}s remain}
        print($what)  #: the answer for $asked is {$what:$unit|${unit}s}
    """
    rows = listing([tell(row, name=name, rest=rest) for name, rest in without.items()])
    statement = tell(story, rows=rows, asked=asked)
    return statement, fill(program, without=without, unit=unit, what=what, asked=asked)


_ROOTS = (
    "Solve {equation} = 0. Give the smaller root first, then the larger one, as integers or fractions in lowest terms.",
    "At which places does the parabola y = {equation} meet the x-axis? Give the smaller value of x, then the larger one, as "
    "integers or fractions in lowest terms.",
    "{who} looks for the zeros of f(x) = {equation}. What are they, the smaller first? Write integers, or fractions in "
    "lowest terms.",
    "Factoring {equation}, {who} finds its two zeros. Name the smaller and then the larger one, as integers or "
    "fractions in lowest terms.",
)


@word_problem(family="algebra")
def rational_roots(rng: Random, size: int) -> tuple[str, str]:
    """What are the roots of 2x^2 - 7x + 3 = 0, the smaller first? -> 1/2 3"""
    while True:
        p, q = rng.randint(1, 1 + size // 2), rng.randint(1, 1 + size // 4)
        r, s = nonzero(rng, 6 + size), nonzero(rng, 6 + size)
        if p * s != q * r:
            break
    a, b, c = p * q, -(p * s + q * r), r * s
    program = """
        from fractions import Fraction
        from math import isqrt

        a, b, c = $a, $b, $c
        discriminant = b**2 - 4 * a * c  #: the discriminant is {}
        root = isqrt(discriminant)  #: its square root is exactly {root}
        smaller = Fraction(-b - root, 2 * a)  #: with the minus sign, the quadratic formula gives {smaller}
        larger = Fraction(-b + root, 2 * a)  #: with the plus sign, it gives {larger}
        for zero in (smaller, larger):
            value = a * zero**2 + b * zero + c  #: to check, the left side has the value {value} there
        print(smaller, larger)  #: the roots are {smaller} and {larger}
    """
    statement = tell(rng.choice(_ROOTS), equation=polynomial([a, b, c]), who=rng.choice(NAMES))
    return statement, fill(program, a=a, b=b, c=c)


_SURDS = (
    "What is the larger root of {equation} = 0? Write it as p + q*sqrt(r) with integers, r as small as possible.",
    "The parabola y = {equation} has two points on the x-axis. Give the x-coordinate of the point further to the right, in "
    "the form p + q*sqrt(r) with integers and the smallest possible r.",
    "{who} completes the square in {equation} = 0. Which root is the larger one? Simplify it to p + q*sqrt(r), where "
    "p, q and r are integers and r is as small as possible.",
)


@word_problem(family="algebra")
def larger_surd_root(rng: Random, size: int) -> tuple[str, str]:
    """What is the larger root of x^2 - 6x - 11 = 0? -> 3 + 2*sqrt(5)"""
    middle = nonzero(rng, 9 + 3 * size)
    radicands = [n for n in range(8, 100 + 60 * size) if 1 < square_part(n) < 4 + size and square_part(n) ** 2 != n]
    under = rng.choice(radicands)
    program = """
        b, c = $b, $c
        middle = -b // 2  #: the roots lie on either side of {middle}
        rest = middle**2 - c  #: their distance from there is the square root of {}
        factor = 1
        for side in range(2, $limit):
            while rest % side**2 == 0:  #: the square can be taken out of the root | the square stays out of reach
                rest //= side**2  #: under the root, {} remains
                factor *= side  #: in front of the root stands {}
        root = f"{middle} + {factor}*sqrt({rest})"  #: put together, the larger root is written as {root}
        print(root)  #: the larger root is written as {root}
    """
    equation = polynomial([1, -2 * middle, middle**2 - under])
    limit = square_part(under) + 1
    statement = tell(rng.choice(_SURDS), equation=equation, who=rng.choice(NAMES))
    return statement, fill(program, b=-2 * middle, c=middle**2 - under, limit=limit)
