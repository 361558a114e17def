"""Oracles for the word problems about money."""

from __future__ import annotations

import re
from fractions import Fraction
from math import ceil, floor

from oracles.word_problems.registry import oracle

_CENTS = {"euro": 100, "cent": 1}


def _clocks(text: str) -> list[int]:
    """The times of day in a text, as minutes after midnight."""
    return [60 * int(hour) + int(minute) for hour, minute in re.findall(r"(\d+):(\d\d)", text)]


@oracle("overtime_wages")
def _(text: str, *_: int) -> tuple[object, ...]:
    days = [int(hours) for hours in re.findall(r"(\d+) hours on \w+day", text)]
    rate, extra = (int(n) for n in re.findall(r"(\d+) (?:euros|dollars)", text))
    (limit,) = (int(n) for n in re.findall(r"(?:beyond|after the first|longer than|over) (\d+)", text))
    over = [max(0, hours - limit) for hours in days]
    return sum(over), sum(hours * rate + more * extra for hours, more in zip(days, over, strict=True))


@oracle("discount_then_tax")
def _(text: str, *_: int) -> tuple[object, ...]:
    total = sum(int(price) for price in re.findall(r" for (\d+) euros", text))
    (bound,) = (int(a or b) for a, b in re.findall(r"at least (\d+) euros|order of (\d+) euros", text))
    (off,) = re.findall(r"(\d+) percent off|discount of (\d+) percent", text)
    (tax,) = re.findall(r"tax of (\d+) percent|(\d+) percent tax|tax is (\d+) percent", text)
    net = total * (1 - Fraction("".join(off)) / 100) if total >= bound else Fraction(total)
    return net * Fraction("".join(tax)) / 100, net * (1 + Fraction("".join(tax)) / 100)


@oracle("best_unit_price")
def _(_: str, *numbers: int) -> tuple[object, ...]:
    packs = zip(numbers[::2], numbers[1::2], strict=True)
    price, count = min((Fraction(cents, count), count) for count, cents in packs)
    return count, price


@oracle("coins_in_a_jar")
def _(text: str, *_: int) -> tuple[object, ...]:
    coins = re.findall(r"(\d+) coins of (\d+) (euro|cent)", text)
    total = sum(int(count) * int(value) * _CENTS[unit] for count, value, unit in coins)
    (goal,) = re.findall(r"(?:costs?|hopes for|needs) (\d+) euros", text)
    return total // 100, total % 100, int(goal) * 100 - total


@oracle("fewest_coins")
def _(text: str, *_: int) -> tuple[object, ...]:
    text, told = re.split(r"coins of", text)
    kinds = [int(value) * _CENTS[unit] for value, unit in re.findall(r"(\d+) (euro|cent)", told)]
    cost = re.search(r"(\d+) euros?(?: and (\d+) cents)?", re.sub(r"(puts|pays|fed) \d+ euros", "", text))
    (paid,) = re.findall(r"(?:puts|pays|fed) (\d+) euros", text)
    assert cost
    change = 100 * int(paid) - 100 * int(cost[1]) - int(cost[2] or 0)
    fewest = [0]
    for amount in range(1, change + 1):
        fewest.append(1 + min([fewest[amount - kind] for kind in kinds if kind <= amount], default=10**6))
    return change, fewest[change]


@oracle("growth_rounded_down")
def _(_: str, start: int, percent: int, goal: int) -> tuple[object, ...]:
    years, stock = 0, Fraction(start)
    while stock < goal:
        years, stock = years + 1, Fraction(floor(stock * (1 + Fraction(percent, 100))))
    return years, stock


@oracle("cheaper_plan")
def _(_: str, *numbers: int) -> tuple[object, ...]:
    *plans, used = numbers
    prices = sorted(
        100 * base + sum(cents for unit in range(used) if unit >= free) for base, free, cents in (plans[:3], plans[3:])
    )
    return prices[0], prices[1] - prices[0]


@oracle("price_in_blocks")
def _(text: str, *_: int) -> tuple[object, ...]:
    prices = [int(p) for p, n in re.findall(r"(\d+) euros for each of the \w+ (\d+)", text) for _ in range(int(n))]
    rest = re.sub(r"\d+ euros for each of the \w+ \d+", "", text)
    last, fixed, used = (
        int(re.findall(pattern, rest)[0])
        for pattern in (
            r"(\d+) euros? for each further",
            r"(?:charge of|adds|plus|asks) (\d+) euros",
            r"(\d+) (?:cubic metres|kilograms|kilometres|days)",
        )
    )
    return (fixed + sum((prices + [last] * used)[:used]),)


@oracle("parking_fee")
def _(text: str, first: int, further: int, cap: int, *_: int) -> tuple[object, ...]:
    start, end = _clocks(text)
    return end - start, min(cap, first + further * max(0, ceil(Fraction(end - start, 30)) - 2))


@oracle("profit_by_stakes")
def _(_: str, *numbers: int) -> tuple[object, ...]:
    *stakes, profit = numbers
    per_euro = Fraction(profit, sum(stakes))
    return max(stakes) * per_euro, (max(stakes) - min(stakes)) * per_euro
