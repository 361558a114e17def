"""Oracles for the word problems about amounts."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import count

from oracles.word_problems.registry import oracle


@oracle("stock_with_deliveries")
def _(_: str, start: int, *numbers: int) -> tuple[object, ...]:
    *sales, least, delivery = numbers
    used, deliveries = 0, 0
    for sold in sales:
        used += sold
        deliveries += start + deliveries * delivery - used < least
    return start + deliveries * delivery - sum(sales), deliveries


@oracle("recipe_shortfall")
def _(text: str, *_: int) -> tuple[object, ...]:
    goods = re.findall(r"(\d+) grams of ([a-z]+)", text)
    recipe, home = goods[: len(goods) // 2], dict(map(reversed, goods[len(goods) // 2 :]))  # type: ignore[arg-type]
    (base,) = re.findall(r"for (\d+) people takes|For (\d+) bowls|(\d+) candles are cast", text)
    (guests,) = re.findall(r"for (\d+) people and|make (\d+) bowls|plans (\d+) candles", text)
    factor = Fraction(int("".join(guests)), int("".join(base)))
    missing = [max(Fraction(0), int(n) * factor - int(home[name])) for n, name in recipe]
    return sum(missing), missing.count(Fraction(0))


@oracle("chain_of_comparisons")
def _(text: str, start: int, *_: int) -> tuple[object, ...]:
    relations = {
        r"(\d+) more than": lambda n, at: at + n,
        r"(\d+) fewer than": lambda n, at: at - n,
        r"(\d+) times as many as": lambda n, at: n * at,
        r"(half|a third|a quarter) as many as": lambda n, at: at / n,
    }
    parts = {"half": 2, "a third": 3, "a quarter": 4}
    has: dict[str, Fraction] = {}
    for name, told, before in re.findall(r"([A-Z]\w+) has ([^.]*) ([A-Z]\w+)\.", text.replace("twice", "2 times")):
        ((found, change),) = [(at, change) for form, change in relations.items() if (at := re.fullmatch(form, told))]
        number = parts.get(found[1]) or int(found[1])
        has[name] = change(number, has.setdefault(before, Fraction(start)))
    return sum(has.values()), has[name]


@oracle("exchanged_bottles")
def _(text: str, *_: int) -> tuple[object, ...]:
    (k,) = re.findall(r"for (\d+) empty|stubs of (\d+)|coffee for (\d+)|arcade, (\d+)", text)
    (n,) = re.findall(r"(?:buys|has|pays for|starts with) (\d+)", text)
    fewer = int("".join(k)) - 1
    extra = (int(n) - 1) // fewer
    return int(n) + extra, int(n) - extra * fewer


@oracle("seats_for_groups")
def _(_: str, *numbers: int) -> tuple[object, ...]:
    *groups, seats, price = numbers
    units = next(n for n in count() if n * seats >= sum(groups))
    return units, units * seats - sum(groups), units * price
