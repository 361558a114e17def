"""Oracles for polynomials, functions and sequences: by evaluation, interpolation and closed forms."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations
from math import prod

from oracles.word_problems.reading import POLYNOMIAL, formula_in, value
from oracles.word_problems.registry import oracle


def root_of(factor: str) -> int:
    """The zero of a factor such as `x - 3`."""
    return next(x for x in range(-99, 100) if value(factor, x=x) == 0)


@oracle("horner_scheme")
def _(text: str, *_: int) -> tuple[object, ...]:
    (formula,) = formula_in(text, POLYNOMIAL)
    if "divided by" in text:
        return (value(formula, x=root_of(formula_in(text, r"divided by \((.*?)\)")[0])),)
    return (value(formula, x=int(formula_in(text, r"x = (-?\d+)")[0])),)


@oracle("synthetic_division")
def _(text: str, *_: int) -> tuple[object, ...]:
    (formula,), (divisor,) = formula_in(text, POLYNOMIAL), formula_in(text, r"\((x [-+] \d+)\)")
    remainder = value(formula, x=root_of(divisor))
    return (value(formula, x=1) - remainder) / value(divisor, x=1), remainder


@oracle("expanded_factors")
def _(text: str, *_: int) -> tuple[object, ...]:
    roots = [root_of(factor) for factor in re.findall(r"\((x [-+] \d+)\)", text)]
    power = (
        int(formula_in(text, r"(?:of|before) x\^?(\d*)")[0] or 1)
        if "powers of x." not in text
        else int(formula_in(text, r"coefficient of x\^?(\d*)")[0] or 1)
    )
    return (sum(prod(-root for root in chosen) for chosen in combinations(roots, len(roots) - power)),)


@oracle("root_power_sums")
def _(text: str, *_: int) -> tuple[object, ...]:
    (formula,), (power,) = formula_in(text, r"(x\^2[-+ \dx]*\d) = 0"), formula_in(text, r"r\^(\d+)")
    p, q = int(value(formula, x=0) + 1 - value(formula, x=1)), int(value(formula, x=0))
    # (r + s)^n expanded in pairs: the formula of Girard and Waring
    n, total = int(power), Fraction(0)
    for k in range(n // 2 + 1):
        binomial = Fraction(prod(range(n - 2 * k + 1, n - k + 1)), prod(range(1, k + 1)))
        total += Fraction(n, n - k) * binomial * (-q) ** k * p ** (n - 2 * k)
    return (total,)


@oracle("partial_fractions")
def _(text: str, *_: int) -> tuple[object, ...]:
    top, one, two = formula_in(
        text, r"\((.+?)\)/\(\((.+?)\)\((.+?)\)\)" if "/((" in text else r"\((.+?)\)/\(\(?(.+?)\)\((.+?)\)\)"
    )
    a, b = root_of(one), root_of(two)
    # the numerator is (A + B)x - (A b + B a)
    total, constant = value(top, x=1) - value(top, x=0), value(top, x=0)
    big_b = (constant + total * b) / (b - a)
    return total - big_b, big_b


@oracle("composed_functions")
def _(text: str, *_: int) -> tuple[object, ...]:
    if "machines" in text:
        f, g = formula_in(text, r"makes (.+?) of x and is called f, the other one makes (.+?) of x")
    else:
        f, g = formula_in(text, r"f\(x\) = (.+?) and g\(x\) = (.+?)(?:\.|,)")
    chain, start = formula_in(text, r"([fg](?:\([fg])+)\((-?\d+)\)")
    x = Fraction(int(start))
    for name in reversed(chain.replace("(", "")):
        x = value({"f": f, "g": g}[name], x=x)
    return (x,)


@oracle("inverse_value")
def _(text: str, *_: int) -> tuple[object, ...]:
    top, bottom = formula_in(text, r"\(([^()]+)\)/\(([^()]+)\)")
    y = int(formula_in(text, r"(?:f\(x\) =|give at|equals) (-?\d+)")[0])
    at_0, at_1 = (value(top, x=x) - y * value(bottom, x=x) for x in (0, 1))
    return (at_0 / (at_0 - at_1),)


@oracle("number_trail")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if text.startswith("A function"):
        times, plus, start, steps = numbers
    elif "writes" in text:
        start, times, plus, steps, _ = numbers
    else:
        start, times, plus, steps = numbers
    trail = [start]
    while len(trail) <= steps:
        trail.append(trail[-1] // 2 if not trail[-1] & 1 else times * trail[-1] + plus)
    return trail[-1], max(trail)


@oracle("geometric_series")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    start, top, bottom, count = numbers
    ratio = Fraction(top, bottom)
    total = start * (1 - ratio**count) / (1 - ratio)
    return (2 * total - start if "ball" in text else total,)


@oracle("linear_recurrence")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if "a(1)" in text:
        _, first, _, second, p, _, q, _, n = numbers
    else:
        first, second, p, q, n = numbers
    q = -q if "minus" in text or re.search(r"\) - \d", text) else q

    def term(at: int) -> int:
        return (first, second)[at - 1] if at < 3 else p * term(at - 1) + q * term(at - 2)

    return (term(n),)


@oracle("next_of_pattern")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    *terms, _ = numbers  # Lagrange's formula at the next place
    n = len(terms)
    weights = [prod(Fraction(n - j, i - j) for j in range(n) if j != i) for i in range(n)]
    return (sum(weight * term for weight, term in zip(weights, terms, strict=True)),)


@oracle("telescoping_fractions")
def _(text: str, *_: int) -> tuple[object, ...]:
    (gap,) = formula_in(text, r"(\d+)/\(?k")
    if "runs through" in text:
        start, last = formula_in(text, r"through (\d+), .*\.\.\., (\d+)")
    elif "every k" in text:
        start, last = formula_in(text, r"from (\d+) to (\d+)")
    else:
        start, last = formula_in(text, r"for k = (\d+),.*to k = (\d+)")
    return (Fraction(1, int(start)) - Fraction(1, int(last) + int(gap)),)


@oracle("rounded_quotients")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if text.startswith("For every"):
        _, count, top, bottom, _ = numbers
    else:
        top, bottom, count = numbers[:3]
    return sum(int(Fraction(k * top, bottom)) for k in range(1, count + 1)), sum(
        k * top % bottom == 0 for k in range(1, count + 1)
    )
