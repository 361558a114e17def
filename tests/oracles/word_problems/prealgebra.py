"""Oracles for the word problems of prealgebra."""

from __future__ import annotations

import re
from fractions import Fraction
from math import prod

from oracles.word_problems.registry import oracle


@oracle("share_in_ratio")
def _(text: str, *_: int) -> tuple[object, ...]:
    ratio = [int(part) for part in re.findall(r"\d+", re.findall(r"ratio (\d[\d :]*)", text)[0])]
    (total,) = re.findall(r"(?:share|collection of|game,) (\d+)", text)
    names, who = re.findall(r"[A-Z][a-z]+(?=,| and| share| inherit| in the)", text), ""
    names = [name for name in names if name not in ("How", "For")][: len(ratio)]
    (who,) = re.findall(r"does (\w+) get|is (\w+)'s part|dealt to (\w+),? and how", text)[0:1]
    weight = ratio[names.index("".join(who))]
    return Fraction(int(total) * weight, sum(ratio)), Fraction(int(total), len(ratio))


@oracle("fractions_of_the_rest")
def _(text: str, *_: int) -> tuple[object, ...]:
    left = prod(1 - Fraction(part) for part in re.findall(r"\d+/\d+", text))
    (start,) = re.findall(r"(?:has|holds|of) (\d+) (?:euros|litres|pages)", text)
    return int(start) * left, left


@oracle("map_scale")
def _(text: str, *_: int) -> tuple[object, ...]:
    (scale,) = re.findall(r"1 : (\d+)", text)
    ways = re.findall(r"\d+", text.replace(f"1 : {scale}", ""))
    millimetres = int(scale) * sum(map(int, ways))
    return millimetres // 10**6, millimetres % 10**6 // 1000


@oracle("percent_changes")
def _(text: str, start: int, *_: int) -> tuple[object, ...]:
    signs = {"rises": 1, "falls": -1}
    steps = re.findall(r"(rises|falls) by (\d+)", text)
    factor = prod(1 + Fraction(signs[way] * int(step), 100) for way, step in steps)
    return start * factor, abs(factor - 1) * 100


@oracle("rule_of_three")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    workers, days, amount, more, other = numbers
    if "eat" in text:
        days, workers = workers, days
    elif "produce" in text:
        amount, days = days, amount
    return (Fraction(more * days * workers, other * amount),)


@oracle("mixed_units")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    factor = {"centimetre": 100, "gram": 1000, "second": 60, "inch": 12, "ounce": 16}
    (unit,) = {found for found in factor if re.search(rf"\d {found}(e?s)?\b", text)}
    *parts, times = numbers
    total = times * (sum(parts[::2]) + Fraction(sum(parts[1::2]), factor[unit]))
    return int(total), (total - int(total)) * factor[unit]


@oracle("sum_of_fractions")
def _(text: str, *_: int) -> tuple[object, ...]:
    *parts, less = map(Fraction, re.findall(r"\d+/\d+", text))
    return (sum(parts) - less).as_integer_ratio()


@oracle("order_of_operations")
def _(text: str, *_: int) -> tuple[object, ...]:
    (expression,) = re.findall(r"[\d(][-\d +*/^()]*\d\)?", text)
    exact = re.sub(r"(\d+)", r"Fraction(\1)", expression.replace("^", "**"))
    return (eval(exact, {"Fraction": Fraction}),)  # noqa: S307 - an expression of numbers


@oracle("faded_digit")
def _(text: str, *_: int) -> tuple[object, ...]:
    (before, after), divisor = re.findall(r"(\d+)_(\d*)", text)[0], int(re.findall(r"\d+", text)[-1])
    low, high = int(f"{before}0{after}"), int(f"{before}9{after}")
    fits = [n for n in range(low, high + 1, 10 ** len(after)) if n % divisor == 0]
    return len(fits), max(fits)
