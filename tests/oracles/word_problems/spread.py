"""Oracles for the word problems of statistics."""

from __future__ import annotations

import re
import statistics
from fractions import Fraction

from oracles.word_problems.registry import oracle


@oracle("weighted_mean")
def _(_: str, *numbers: int) -> tuple[object, ...]:
    values = [Fraction(mark) for mark, n in zip(numbers[::2], numbers[1::2], strict=True) for _ in range(n)]
    return (statistics.mean(values),)


@oracle("missing_score")
def _(text: str, *_: int) -> tuple[object, ...]:
    (told,) = re.findall(r"(?:has|sold|cycled|counted) ((?:\d+, )*\d+ and \d+)", text)
    values = [int(value) for value in re.findall(r"\d+", told)]
    (goal,) = re.findall(r"(?:tests is|mean of|become) (\d+)", text)
    needed = int(goal) + sum(int(goal) - value for value in values)
    return needed, needed - min(values)


@oracle("quartiles")
def _(_: str, *values: int) -> tuple[object, ...]:
    lower, _middle, upper = statistics.quantiles(values, n=4, method="exclusive")
    return int(lower), int(upper)


@oracle("variance")
def _(_: str, *values: int) -> tuple[object, ...]:
    return (statistics.pvariance(map(Fraction, values)),)


@oracle("median_of_a_table")
def _(_: str, *numbers: int) -> tuple[object, ...]:
    values = [value for n, value in zip(numbers[::2], numbers[1::2], strict=True) for _ in range(n)]
    median = statistics.median_low(values)
    return median, sum(value > median for value in values)


@oracle("moving_average")
def _(text: str, *_: int) -> tuple[object, ...]:
    (told,) = re.findall(r"(?:measures|walks|sells) ((?:\d+, )*\d+ and \d+)", text)
    values = [int(value) for value in re.findall(r"\d+", told)]
    (window,) = re.findall(r"(\d+) (?:days in a row|consecutive|hours in a row)", text)
    means = {
        Fraction(sum(values[i : i + int(window)]), int(window)): -i for i in range(len(values) - int(window), -1, -1)
    }
    best = max(means)
    return best, 1 - means[best]


@oracle("combined_mean")
def _(_: str, *numbers: int) -> tuple[object, ...]:
    values = [Fraction(mean) for n, mean in zip(numbers[::2], numbers[1::2], strict=True) for _ in range(n)]
    return statistics.mean(values), max(values) - statistics.mean(values)
