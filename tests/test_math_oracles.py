"""Every word problem says in its statement what its program computes: each answer is found again by other means."""

from __future__ import annotations

import ast
import io
import re
import statistics
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stdout
from fractions import Fraction
from functools import cache
from itertools import count, pairwise
from math import comb, gcd, hypot, lcm, prod
from random import Random

import pytest

from generator.math import CONFIG
from generator.types import Problem

TASKS = CONFIG.tasks
DRAWS = 200
NUMBER_WORDS = re.compile(
    r"\b(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|second|third|"
    r"half|halves|double|twice|once|triple|thrice|quarter)\b"
)
PLACE = re.compile(r"\{(\w*)(?::[^{}|]+\|[^{}|]+)?\}")

Oracle = Callable[[str], str]
ORACLES: dict[str, Oracle] = {}


def oracle(name: str) -> Callable[[Callable[..., tuple[object, ...]]], Callable[..., tuple[object, ...]]]:
    """Register a way to the answer from the statement and, in their order, the numbers in it."""

    def register(solve: Callable[..., tuple[object, ...]]) -> Callable[..., tuple[object, ...]]:
        def answer(statement: str) -> str:
            numbers = map(int, re.findall(r"\d+", statement.replace("twice", "2 times")))
            return " ".join(map(str, solve(statement, *numbers)))

        ORACLES[name] = answer
        return solve

    return register


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


@cache
def draws(name: str) -> list[Problem]:
    return [TASKS[name].draw(Random(f"{name}:{index}"), 1 + index % 10) for index in range(DRAWS)]


def printed(code: str) -> str:
    with redirect_stdout(io.StringIO()) as out:
        exec(compile(code, "<program>", "exec"), {"__name__": "__main__"})  # noqa: S102 - the project's own programs
    return out.getvalue().removesuffix("\n")


def names(code: str) -> set[str]:
    """What the program assigns, in any scope."""
    nodes = list(ast.walk(ast.parse(code)))
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stored | {node.arg for node in nodes if isinstance(node, ast.arg)}


each_task = pytest.mark.parametrize("name", sorted(TASKS))


def test_every_family_has_an_oracle() -> None:
    assert ORACLES.keys() == TASKS.keys()
    assert CONFIG.test_families < {task.family for task in TASKS.values()}


@each_task
def test_answer(name: str) -> None:
    for problem in draws(name):
        assert printed(problem.code) == ORACLES[name](problem.statement), problem.statement


@each_task
def test_docstring_is_an_example_with_its_answer(name: str) -> None:
    assert re.fullmatch(r"[A-Z0-9].*\? -> [\d/ ]+", TASKS[name].summary)


@each_task
def test_statement(name: str) -> None:
    for problem in draws(name):
        assert problem.statement.endswith(("?", ".")), problem.statement
        assert "\n" not in problem.statement
        assert not re.search(r"[{}$|]|  ", problem.statement), problem.statement
        assert not re.search(r"\b1 \w+s\b(?<!1 is)(?<!1 has)", problem.statement), problem.statement
        assert not re.search(r"\ba [aeio]|\ban (?!hour)[^aeio]", problem.statement), problem.statement
    assert len({(problem.statement, problem.code) for problem in draws(name)}) >= 0.75 * DRAWS


@each_task
def test_hints(name: str) -> None:
    for problem in draws(name):
        known = names(problem.code)
        for hint in problem.hints.values():
            assert set(PLACE.findall(hint)) <= known | {""}, hint
            told = PLACE.sub("", hint)
            assert not re.search(r"[\d{}\"`$]|\.$|^\W", told.strip() or "_"), hint
            nouns = re.sub(r"\{\w*:?", "", hint).replace("second|", "")  # the unit of time, not the ordinal
            assert not NUMBER_WORDS.search(nouns), hint


@each_task
def test_each_computed_line_is_hinted(name: str) -> None:
    for problem in draws(name):
        tree, lines = ast.parse(problem.code), problem.code.splitlines()
        assert 3 <= len(lines) <= 14, problem.code
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AugAssign):
                given = not any(isinstance(part, ast.Name) for part in ast.walk(node.value))
                assert given or node.lineno in problem.hints, lines[node.lineno - 1]
            if isinstance(node, ast.If | ast.While):
                assert problem.hints[node.lineno].count(" | ") == 1, lines[node.lineno - 1]
        last = tree.body[-1]
        assert isinstance(last, ast.Expr)
        assert isinstance(last.value, ast.Call)
        told = [arg.id for arg in last.value.args if isinstance(arg, ast.Name)]
        assert lines[-1] == f"print({', '.join(told)})"
        assert set(told) <= set(PLACE.findall(problem.hints[len(lines)])), problem.hints[len(lines)]
