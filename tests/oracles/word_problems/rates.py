"""Oracles for the word problems about travel and work."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import count
from math import lcm

from oracles.word_problems.registry import oracle


def _found(pattern: str, text: str) -> list[int]:
    return [int("".join(found)) for found in re.findall(pattern, text)]


@oracle("meeting_travellers")
def _(text: str, *_: int) -> tuple[object, ...]:
    (apart,) = _found(r"live (\d+)|station (\d+) k|trail of (\d+)", text)
    early = _found(r"(\d+) hours", text)[0]
    first, second = _found(r"(\d+) kilometres an hour", text)
    after = (apart - first * early) / Fraction(first + second)
    from_the_other_end = first * (early + after)
    return after, apart - from_the_other_end


@oracle("catching_up")
def _(text: str, *_: int) -> tuple[object, ...]:
    slow, fast = sorted(_found(r"(\d+) (?:metres a minute|kilometres an hour)", text))
    (head,) = _found(r"(\d+) minutes (?:later|before)|(\d+) hours after it", text)
    time = Fraction(slow * head, fast - slow)
    return time, fast * time


@oracle("mean_speed")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    speeds = [speed for hours, speed in zip(numbers[::2], numbers[1::2], strict=True) for _ in range(hours)]
    return sum(speeds), Fraction(sum(speeds), len(speeds))


@oracle("with_and_against")
def _(_: str, own: int, flow: int, way: int, rest: int) -> tuple[object, ...]:
    return (Fraction(2 * own * way, own * own - flow * flow) + rest,)


@oracle("refuelling")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    full, use, _hundred, *ways = numbers if "for 100" not in text else (numbers[0], numbers[1], 100, *numbers[3:])
    reach, driven, stops = Fraction(100 * full, use), 0, 0
    for way in ways:
        if driven + way > reach:
            driven, stops = 0, stops + 1
        driven += way
    return stops, full - Fraction(use * driven, 100)


@oracle("working_together")
def _(text: str, *_: int) -> tuple[object, ...]:
    times = _found(r"(\d+)(?=, \d| and \d| days for| hours|minutes| minutes)", text)
    work = lcm(*times)
    return (Fraction(work, sum(work // time for time in times)),)


@oracle("changing_crew")
def _(text: str, *_: int) -> tuple[object, ...]:
    (crew,) = _found(r"^(\d+)|last (\d+)|keep (\d+)", text)
    (days,) = _found(r"(\d+) days(?! for|,)(?=\.| for a wall)|need (\d+) days for|for (\d+) days", text)[:1]
    every = _found(r"every (\d+) days", text) or [1]
    (step,) = _found(r"days?, (\d+) (?:more )?\w+", text)
    sign = 1 if "more" in text else -1
    work = crew * days
    on_day = (sum(crew + sign * step * (day // every[0]) for day in range(n)) for n in count())
    return (next(n for n, done in enumerate(on_day) if done >= work),)


@oracle("tank_with_leak")
def _(text: str, *_: int) -> tuple[object, ...]:
    (full,) = _found(r"(?:holds|reservoir for|battery of) (\d+)", text)
    (start,) = _found(r"contains (\d+)|charged from (\d+)", text)
    (told,) = re.findall(r"(?:bring|carry) ([\d, and]+)", text)
    inflow = sum(map(int, re.findall(r"\d+", told)))
    (wait,) = _found(r"After (\d+) min|first (\d+) hours", text)
    (loss,) = _found(r"through which (\d+)|hours, (\d+) cubic|uses (\d+)", text)
    return (next(n for n in count() if start + n * inflow - min(n, wait) * loss >= full),)


@oracle("order_with_pauses")
def _(text: str, *_: int) -> tuple[object, ...]:
    (goal,) = _found(r"order for (\d+)|promised (\d+)|reach (\d+)", text)
    (rate,) = _found(r"makes (\d+) |turns out (\d+)", text)
    every = _found(r"(\d+) working days", text)[0]
    (bad,) = _found(r"days, (\d+) ", text)
    stock = (n * rate - n // every * bad for n in count())
    worked = next(n for n, there in enumerate(stock) if there >= goal)
    return (worked + (worked - 1) // every,)


@oracle("side_by_side")
def _(text: str, *_: int) -> tuple[object, ...]:
    times = _found(r"(\d+)(?=, \d| and \d| minutes(?: for a tray)?, respectively| minutes for)", text)
    (limit,) = _found(r"(?:[Aa]fter|in) (\d+) minutes", text)
    done = sum(1 for minute in range(1, limit + 1) for time in times if minute % time == 0)
    return done, next(n for n in count(1) if all(n % time == 0 for time in times))
