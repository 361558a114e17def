"""Oracles for equations and other algebra: by trial, by interpolation, by putting the answer in."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import count
from math import isqrt

from oracles.word_problems.reading import POLYNOMIAL, formula_in, value
from oracles.word_problems.registry import oracle


def zero_of_line(left: str, right: str) -> Fraction:
    """Where two linear expressions agree, by the rule of false position."""
    at_0, at_1 = (value(left, x=x) - value(right, x=x) for x in (0, 1))
    return at_0 / (at_0 - at_1)


def surd(before: int, under: int, sign: str = "+") -> str:
    """before + sqrt(under), simplified by trial from the largest factor down."""
    out = next(k for k in range(isqrt(under), 0, -1) if under % k**2 == 0)
    return f"{before} {sign} {out}*sqrt({under // out**2})"


@oracle("brackets_equation")
def _(text: str, *_: int) -> tuple[object, ...]:
    side = r"(-?\d[-+ \dx()]*?)"
    patterns = (
        rf"equation {side} = {side}(?: for|\.)",
        rf"are {side} and {side} equal",
        rf"y = {side} and y = {side}\.",
    )
    found = next(
        match
        for pattern in patterns
        if (match := re.search(pattern, text.replace(" x", " 1x").replace("-x", "-1x").replace("(1x", "(x")))
    )
    return (zero_of_line(*found.groups()),)


@oracle("two_orders")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    a, b, total, c, d, other = numbers if "points in a game" not in text else (*numbers[1:3], numbers[0], *numbers[3:])
    return next(
        (x, y)
        for x in range(1, total + 1)
        for y in range(1, total + 1)
        if (a * x + b * y, c * x + d * y) == (total, other)
    )


@oracle("all_but_one")
def _(text: str, *rests: int) -> tuple[object, ...]:
    names = re.findall(r"(?:without|all but) ([A-Z]\w+)", text)
    (asked,) = formula_in(text, r"(?:does|did|has|old is) ([A-Z]\w+)(?:\?| )")
    everything = Fraction(sum(rests), len(rests) - 1)
    return (everything - rests[names.index(asked)],)


@oracle("rational_roots")
def _(text: str, *_: int) -> tuple[object, ...]:
    (formula,) = formula_in(text, POLYNOMIAL)
    lead = int(value(formula, x=1) + value(formula, x=-1) - 2 * value(formula, x=0)) // 2
    tried = {Fraction(n, d) for d in range(1, lead + 1) if lead % d == 0 for n in range(-200, 201)}
    return tuple(sorted(x for x in tried if value(formula, x=x) == 0))


@oracle("larger_surd_root")
def _(text: str, *_: int) -> tuple[object, ...]:
    (formula,) = formula_in(text, POLYNOMIAL)
    vertex = min(range(-60, 61), key=lambda x: value(formula, x=x))
    return (surd(vertex, -int(value(formula, x=vertex))),)


@oracle("absolute_value")
def _(text: str, *_: int) -> tuple[object, ...]:
    pattern = r"distance of ([^|]+?) from 0 at most (\d+)" if "distance" in text else r"\|(.+)\| <= (\d+)"
    inner, bound = formula_in(text, pattern)
    found = [x for x in range(-400, 401) if abs(value(inner, x=x)) <= int(bound)]
    return len(found), sum(found)


@oracle("break_even")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if "swimming" in text:
        fee, low, high, gift = numbers
    elif "lamps" in text:
        fee, gift, high, low = numbers
    else:
        fee, gift, low, high = numbers
    return next((n, n * (high - low) - (fee - gift)) for n in count(1) if n * (high - low) > fee - gift)


@oracle("single_power")
def _(text: str, *_: int) -> tuple[object, ...]:
    (product,) = formula_in(text, r"(\d+\^\d+(?: [*/] \d+\^\d+)+)")
    whole = Fraction(1)
    for sign, base, power in re.findall(r"([*/]?) ?(\d+)\^(\d+)", product):
        whole *= Fraction(int(base)) ** (-int(power) if sign == "/" else int(power))
    (prime,) = (p for p in (2, 3, 5) if (whole.numerator * whole.denominator) % p == 0) if whole != 1 else (2,)
    return (next(n for n in range(-400, 400) if Fraction(prime) ** n == whole),)


@oracle("working_together")
def _(_: str, *hours: int) -> tuple[object, ...]:
    job = 1
    for hour in hours:
        job *= hour
    return (Fraction(job, sum(job // hour for hour in hours)),)


@oracle("swapped_digits")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    length = int(formula_in(text, r"(\d)(?:-digit| digits)")[0])
    rest = list(numbers)
    rest.remove(length)
    total, gap, *middle = rest
    for number in range(10 ** (length - 1), 10**length):
        digits = str(number)
        change = int(digits[-1] + digits[1:-1] + digits[0]) - number
        inner = list(map(int, digits[1:-1]))
        if sum(map(int, digits)) == total and inner == middle and change == (gap if "larger" in text else -gap):
            return (number,)
    raise AssertionError(text)
