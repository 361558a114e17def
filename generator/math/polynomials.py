"""Polynomials and functions: values, division, expansion, roots and coefficients, composition, inverses."""

from __future__ import annotations

from random import Random

from generator.math.notation import factor, joined, ordinal, polynomial
from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, tell


def _coefficients(rng: Random, degree: int, most: int) -> list[int]:
    """The coefficients of a polynomial of that degree, the highest power first; the outer ones are not zero."""
    outer = [rng.choice((-1, 1)) * rng.randint(1, most) for _ in "ab"]
    return [outer[0], *(rng.randint(-most, most) for _ in range(degree - 1)), outer[1]]


_VALUES = (
    "What is the value of P(x) = {polynomial} at x = {x}?",
    "Find the remainder when {polynomial} is divided by {factor}.",
    "{who} plots y = {polynomial} and reads off the height of the curve at x = {x}. Which height is it?",
    "Without a calculator, {who} evaluates {polynomial} for x = {x} by Horner's scheme. What is the result?",
)


@word_problem(family="intermediate_algebra")
def horner_scheme(rng: Random, size: int) -> tuple[str, str]:
    """What is the value of P(x) = 2x^3 - x + 4 at x = 3? -> 55"""
    coefficients = _coefficients(rng, 3 + size // 3, 4 + size // 2)
    x = rng.choice([-4, -3, -2, 2, 3, 4, 5, 6])
    program = """
        coefficients = $coefficients
        x = $x
        value = 0  #: no coefficient has been used yet
        for coefficient in coefficients:
            value = value * x + coefficient  #: the value built so far is {}
        print(value)  #: the value is {value}
    """
    texts = {"polynomial": polynomial(coefficients), "x": x, "factor": factor(x), "who": rng.choice(NAMES)}
    return tell(rng.choice(_VALUES), **texts), fill(program, coefficients=coefficients, x=x)


_DIVISIONS = (
    "Divide {dividend} by {divisor}. What is the sum of the coefficients of the quotient, and what is the remainder?",
    "{who} divides {dividend} by {divisor} by synthetic division and adds up the coefficients of the quotient. What is "
    "this sum, and what is the remainder?",
    "Let {dividend} = {divisor} * Q(x) + r with a number r. What are Q(1) and r?",
)


@word_problem(family="intermediate_algebra")
def synthetic_division(rng: Random, size: int) -> tuple[str, str]:
    """Divide x^3 - 2x + 5 by (x - 2). Sum of the quotient's coefficients, remainder? -> 5 9"""
    coefficients = _coefficients(rng, 3 + size // 3, 5 + size)
    root = rng.choice([-5, -4, -3, -2, 2, 3, 4, 5])
    program = """
        dividend = $coefficients
        root = $root
        quotient = []
        carried = 0
        for coefficient in dividend:
            carried = coefficient + root * carried  #: for the coefficient {coefficient}, the scheme has {}
            quotient.append(carried)
        remainder = quotient.pop()  #: the last number of the scheme, {remainder}, is the remainder
        total = sum(quotient)  #: the coefficients of the quotient add to {total}
        print(total, remainder)  #: the sum of the coefficients is {total}, and the remainder is {remainder}
    """
    texts = {"dividend": polynomial(coefficients), "divisor": factor(root), "who": rng.choice(NAMES)}
    return tell(rng.choice(_DIVISIONS), **texts), fill(program, coefficients=coefficients, root=root)


_EXPANSIONS = (
    "Expand {product}. What is the coefficient of {power}?",
    "{who} multiplies out {product}. Which number stands before {power}?",
    "The polynomial {product} is written as a sum of powers of x. Find the coefficient of {power} in it.",
)


@word_problem(family="intermediate_algebra")
def expanded_factors(rng: Random, size: int) -> tuple[str, str]:
    """Expand (x - 2)(x + 3)(x - 1). What is the coefficient of x? -> -7"""
    roots = [rng.choice((-1, 1)) * rng.randint(1, 4 + size) for _ in range(3 + size // 5)]
    power = rng.randint(1, len(roots) - 1)
    program = """
        coefficients = [1]
        for number in $numbers:
            longer = coefficients + [0]  #: times x, every coefficient moves to a higher power
            for place, coefficient in enumerate(coefficients):
                longer[place + 1] += number * coefficient  #: the multiple of the coefficient is added at the next place
            coefficients = longer  #: the product so far has the coefficients {coefficients}
        answer = coefficients[-1 - $power]  #: the coefficient asked for is {answer}
        print(answer)  #: the coefficient is {answer}
    """
    product = "".join(map(factor, roots))
    texts = {"product": product, "power": "x" if power == 1 else f"x^{power}", "who": rng.choice(NAMES)}
    return tell(rng.choice(_EXPANSIONS), **texts), fill(program, numbers=[-root for root in roots], power=power)


_POWER_SUMS = (
    "Let r and s be the two roots of {equation} = 0. What is {sum}?",
    "The equation {equation} = 0 has the solutions r and s, real or complex. Find {sum}.",
    "Without solving {equation} = 0, {who} computes {sum} for its roots r and s. What is the result?",
)


@word_problem(family="intermediate_algebra")
def root_power_sums(rng: Random, size: int) -> tuple[str, str]:
    """Let r and s be the roots of x^2 - 5x + 3 = 0. What is r^3 + s^3? -> 80"""
    total, product = (rng.choice((-1, 1)) * rng.randint(1, 5 + size) for _ in "ab")
    power = rng.randint(3, 3 + (size + 1) // 2)
    program = """
        roots_sum = $total
        roots_product = $product
        before, power_sum = 2, roots_sum  #: the sums of the powers begin with {before} and {power_sum}
        for power in range(2, $power + 1):
            before, power_sum = power_sum, roots_sum * power_sum - roots_product * before  #: for the power {power}, the sum is {power_sum}
        print(power_sum)  #: the sum of these powers of the roots is {power_sum}
    """
    equation = polynomial([1, -total, product])
    statement = tell(rng.choice(_POWER_SUMS), equation=equation, sum=f"r^{power} + s^{power}", who=rng.choice(NAMES))
    return statement, fill(program, total=total, product=product, power=power)


_FRACTIONS = (
    "Find numbers A and B with ({top})/({bottom}) = A/{first} + B/{second} for all x where both sides are defined. "
    "Give A, then B.",
    "{who} splits ({top})/({bottom}) into partial fractions A/{first} + B/{second}. What are A and B?",
    "Before integrating ({top})/({bottom}), {who} writes it as A/{first} + B/{second}. Which numbers are A and B?",
)


@word_problem(family="intermediate_algebra")
def partial_fractions(rng: Random, size: int) -> tuple[str, str]:
    """Split (5x - 1)/((x - 2)(x + 1)) into A/(x - 2) + B/(x + 1). What are A and B? -> 3 2"""
    r, s = rng.sample([n for n in range(-5 - size, 6 + size) if n], 2)
    m, n = rng.choice((-1, 1)) * rng.randint(1, 6 + size), rng.choice((-1, 1)) * rng.randint(1, 9 + size)
    program = """
        from fractions import Fraction

        r, s = $r, $s
        top_a = $m * r + $n  #: where the factor of A vanishes, the numerator is {}
        a = Fraction(top_a, r - s)  #: covering that factor, A comes to {a}
        top_b = $m * s + $n  #: where the factor of B vanishes, the numerator is {}
        b = Fraction(top_b, s - r)  #: covering that factor, B comes to {b}
        for x in (0, 1):
            top = a * (x - s) + b * (x - r)  #: put together again, the numerator has the value {top} there
        print(a, b)  #: A is {a} and B is {b}
    """
    texts = {"top": joined([(m, "x"), (n, "")]), "bottom": factor(r) + factor(s), "first": factor(r),
             "second": factor(s), "who": rng.choice(NAMES)}  # fmt: skip
    statement = tell(rng.choice(_FRACTIONS), **texts)
    return f"{statement} Give fractions in lowest terms where needed.", fill(program, m=m, n=n, r=r, s=s)


_COMPOSED = (
    "Let f(x) = {f} and g(x) = {g}. What is {chain}({x})?",
    "Given f(x) = {f} and g(x) = {g}, find {chain}({x}).",
    "Two machines change numbers: one makes {f} of x and is called f, the other one makes {g} of x and is called g. "
    "{who} puts in {x} and computes {chain}({x}). What comes out?",
)


@word_problem(family="intermediate_algebra")
def composed_functions(rng: Random, size: int) -> tuple[str, str]:
    """Let f(x) = 3x - 4 and g(x) = x^2 + 1. What is f(g(f(2)))? -> 11"""
    a, b = rng.choice((-3, -2, 2, 3, 4)), rng.choice((-1, 1)) * rng.randint(1, 5 + size)
    c, d = rng.choice((-2, -1, 1, 2)), rng.choice((-1, 1)) * rng.randint(1, 9 + size)
    steps = "fg" if size < 3 else rng.choice(("fgf", "ffg", "gff", "fgff"))  # noqa: PLR2004
    x = rng.choice([n for n in range(-3 - size // 2, 5 + size // 2) if n])
    program = """
        def f(x):
            return $f_code  #: multiplied and shifted, this makes {}


        def g(x):
            return $g_code  #: squared first, this makes {}


        inner = $first($x)  #: the innermost function gives {inner}
        $lines
        print(value)  #: the result is {value}
    """
    names = ["inner", *[f"step_{n}" for n in range(1, len(steps) - 1)], "value"]
    lines = [
        f"{new} = {name}({old})  #: the next function, {name}, gives {{{new}}}"
        for name, old, new in zip(steps[1:], names, names[1:], strict=False)
    ]
    f_code = polynomial([a, b]).replace("x", " * x")
    g_code = joined([(c, "x**2"), (d, "")]).replace("2x**2", "2 * x**2")
    program = program.replace("        $lines\n", "".join(f"        {line}\n" for line in lines))
    chain = "(".join(reversed(steps))
    texts = {"f": polynomial([a, b]), "g": polynomial([c, 0, d]), "x": x, "who": rng.choice(NAMES)}
    statement = tell(rng.choice(_COMPOSED).replace("{chain}({x})", f"{chain}({x}{')' * len(steps)}"), **texts)
    return statement, fill(program, f_code=f_code, g_code=g_code, first=steps[0], x=x)


_INVERSES = (
    "Let f(x) = ({top})/({bottom}). For which x is f(x) = {y}?",
    "The function f(x) = ({top})/({bottom}) has an inverse. What does the inverse of f give at {y}?",
    "{who} knows that ({top})/({bottom}) equals {y}. What is x?",
)


@word_problem(family="intermediate_algebra")
def inverse_value(rng: Random, size: int) -> tuple[str, str]:
    """Let f(x) = (2x + 3)/(x - 1). For which x is f(x) = 7? -> 2"""
    while True:
        a, b, c, d = (rng.choice((-1, 1)) * rng.randint(1, 5 + size) for _ in "abcd")
        y = rng.randint(-6 - size, 8 + size)
        if a * d != b * c and a != y * c and c > 0:
            break
    program = """
        from fractions import Fraction

        y = $y
        x_terms = $a - y * $c  #: multiplying by the denominator and sorting, {} times x stands on the left
        number = y * $d - $b  #: on the right stands {}
        x = Fraction(number, x_terms)  #: dividing by {x_terms} gives {x}
        top, bottom = $a * x + $b, $c * x + $d  #: to check, the numerator is {top} and the denominator is {bottom} there
        quotient = top / bottom  #: their quotient is {quotient}, as asked
        print(x)  #: the number asked for is {x}
    """
    texts = {"top": polynomial([a, b]), "bottom": polynomial([c, d]), "y": y, "who": rng.choice(NAMES)}
    statement = tell(rng.choice(_INVERSES), **texts)
    return f"{statement} Give an integer or a fraction in lowest terms.", fill(program, a=a, b=b, c=c, d=d, y=y)


_ITERATIONS = (
    "A function f halves even numbers and maps an odd number n to {times}n + {plus}. Starting with {start}, f is applied "
    "{count} times. What is the last number, and what is the largest number on the way, the start included?",
    "{who} writes down {start} and continues the list: below an even number comes its half, below an odd number n comes "
    "{times}n + {plus}. What is the {nth} number after {start}, and what is the largest number in the list so far?",
    "On a number trail that begins at {start}, each even number leads to its half, and each odd number n leads to "
    "{times}n + {plus}. Where does the trail stand after {count} steps, and what is the largest number it has met?",
)


@word_problem(family="intermediate_algebra")
def number_trail(rng: Random, size: int) -> tuple[str, str]:
    """From 6, halve even numbers and map odd n to 3n + 1, 4 times. Last number, largest? -> 16 16"""
    start, count = rng.randint(5, 60 + 20 * size), rng.randint(4, 6 + size // 2)
    numbers = {"start": start, "count": count, "times": rng.choice((3, 5)), "plus": rng.choice((1, 3, 5, 7))}
    program = """
        def follow(number):
            if number % 2 == 0:  #: an even number is halved | an odd number goes another way
                return number // 2
            return $times * number + $plus


        number = largest = $start
        for step in range($count):
            number = follow(number)  #: the trail leads on to {number}
            largest = max(largest, number)  #: the largest number so far is {largest}
        print(number, largest)  #: the trail ends at {number}, and the largest number on it is {largest}
    """
    statement = tell(rng.choice(_ITERATIONS), nth=ordinal(count), who=rng.choice(NAMES), **numbers)
    return statement, fill(program, **numbers)
