"""Oracles for the first families."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from fractions import Fraction
from itertools import count, pairwise
from math import comb, gcd, hypot, lcm, prod

from oracles.word_problems.registry import oracle


@oracle("rolls_in_boxes")
def _(_: str, batches: int, per_batch: int, parcels: int, per_parcel: int, per_box: int) -> tuple[object, ...]:
    rest, boxes = batches * per_batch - parcels * per_parcel, 0
    while rest >= per_box:
        rest, boxes = rest - per_box, boxes + 1
    return boxes, rest


@oracle("shopping_with_change")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    *goods, note = numbers
    total = sum(map(prod, zip(goods[::2], goods[1::2], strict=True)))
    assert re.search(rf"\b{note}-(euro note|dollar bill)", text)
    return total, 100 * note - total


@oracle("shared_costs")
def _(_: str, people: int, *costs: int) -> tuple[object, ...]:
    *costs_only, deposit = costs
    share = Fraction(sum(costs_only), people)
    return share, share - deposit


@oracle("savings_over_weeks")
def _(_: str, start: int, rate: int, goal: int) -> tuple[object, ...]:
    periods = -((start - goal) // rate)
    return periods, start + periods * rate - goal


@oracle("two_machines")
def _(_: str, slow: int, fast: int, short: int, bad: int, long: int, worse: int) -> tuple[object, ...]:
    return slow * short + fast * long - bad - worse, fast * long - slow * short - worse + bad


@oracle("ages")
def _(_: str, young: int, old: int, times: int) -> tuple[object, ...]:
    years = Fraction(old - times * young, times - 1)
    return years, young + years


@oracle("percent_discounts")
def _(_: str, price: int, first: int, then: int, extra: int) -> tuple[object, ...]:
    return (price * (1 - Fraction(first, 100)) * (1 - Fraction(then, 100)) + extra,)


@oracle("equal_tariffs")
def _(_: str, fee: int, rate: int, other_fee: int, other_rate: int) -> tuple[object, ...]:
    return next((n, fee + n * rate) for n in count() if fee + n * rate == other_fee + n * other_rate)


@oracle("arithmetic_sequence")
def _(_: str, terms: int, first: int, more: int) -> tuple[object, ...]:
    last = first + (terms - 1) * more
    return last, terms * (first + last) // 2


@oracle("two_unknowns")
def _(_: str, one: int, other: int, low: int, high: int) -> tuple[object, ...]:
    total, things = max(one, other), min(one, other)
    (found,) = [(n, things - n) for n in range(things + 1) if n * low + (things - n) * high == total]
    return found


@oracle("common_measure")
def _(text: str, first: int, second: int) -> tuple[object, ...]:
    largest = gcd(first, second)
    return largest, first * second // largest**2 if "tiles" in text else (first + second) // largest


@oracle("together_again")
def _(_: str, first: int, second: int) -> tuple[object, ...]:
    return (lcm(first, second),)


@oracle("digit_sum")
def _(text: str, number: int, base: int) -> tuple[object, ...]:
    total = sum(map(int, str(number)))
    if "check digit" in text:
        return total, next(n for n in count() if (total + n) % base == 0)
    return total, total % base if "raffle" in text else total // base


@oracle("equal_rows")
def _(_: str, *numbers: int) -> tuple[object, ...]:
    everyone, low, high = numbers
    fits = [n for n in range(1, everyone + 1) if everyone % n == 0 and low <= n <= high]
    return len(fits), everyone // max(fits)


@oracle("selections")
def _(_: str, first: int, second: int, some: int, others: int) -> tuple[object, ...]:
    return (comb(first, some) * comb(second, others),)


@oracle("all_of_a_colour")
def _(_: str, good: int, bad: int, k: int) -> tuple[object, ...]:
    return (Fraction(comb(good, k), comb(good + bad, k)),)


@oracle("mean_median_range")
def _(_: str, *values: int) -> tuple[object, ...]:
    return Fraction(sum(values), len(values)), statistics.median(values), max(values) - min(values)


@oracle("mean_and_mode")
def _(_: str, *numbers: int) -> tuple[object, ...]:
    values = [value for times, value in zip(numbers[::2], numbers[1::2], strict=True) for _ in range(times)]
    (mode,) = statistics.multimode(values)
    return Fraction(sum(values), len(values)), mode


@oracle("fence_and_lawn")
def _(_: str, length: int, width: int, gap: int, edge_price: int, area_price: int) -> tuple[object, ...]:
    edge = sum((length, width, length, width)) - gap
    return edge * edge_price, length * width * area_price


@oracle("polygon_area")
def _(_: str, *numbers: int) -> tuple[object, ...]:
    (x0, y0), *rest = zip(numbers[::2], numbers[1::2], strict=True)
    fan = [(a - x0) * (d - y0) - (b - y0) * (c - x0) for (a, b), (c, d) in pairwise(rest)]
    assert all(part > 0 for part in fan) or all(part < 0 for part in fan), "the corners go around once, convexly"
    return (Fraction(abs(sum(fan)), 2),)


@oracle("straight_back")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    way = Counter[str]()
    for length, heading in re.findall(r"(\d+) \w+ (north|south|east|west)", text):
        way[heading] += int(length)
    away = hypot(way["east"] - way["west"], way["north"] - way["south"])
    assert away == round(away)
    return round(away), sum(numbers)
