"""Oracles for the word problems about time."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import count

from oracles.word_problems.registry import oracle

_MIDNIGHT = datetime(2023, 1, 1)  # noqa: DTZ001 - the clocks of the problems know no zone


def _clocks(text: str) -> list[datetime]:
    found = re.findall(r"(\d+):(\d\d)", text)
    return [_MIDNIGHT + timedelta(hours=int(hour), minutes=int(minute)) for hour, minute in found]


def _minutes(span: timedelta) -> int:
    return span // timedelta(minutes=1)


@oracle("lessons_and_breaks")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    (start,) = _clocks(text)
    _, _, *times = numbers
    long = re.findall(r"(?:lessons of|talk takes|round of) (\d+) minutes", text)
    breaks = [n for n in times if n != int(long[0])] + [int(long[0])] * (times.count(int(long[0])) - 1)
    end = start + timedelta(minutes=sum(breaks) + (len(breaks) + 1) * int(long[0]))
    return end.hour, end.minute


@oracle("next_departure")
def _(text: str, *_: int) -> tuple[object, ...]:
    arrival, first = sorted(_clocks(text), reverse=True)
    gap, ride = (int(re.findall(pattern, text)[0]) for pattern in (r"every (\d+)", r"(?:lasts|after|takes) (\d+) min"))
    wait = -_minutes(arrival - first) % gap
    there = arrival + timedelta(minutes=wait + ride)
    return wait, there.hour, there.minute


@oracle("time_sheet")
def _(text: str, *_: int) -> tuple[object, ...]:
    times = _clocks(text)
    spans = [end - start for start, end in zip(times[::2], times[1::2], strict=True)]
    return *divmod(_minutes(sum(spans, timedelta())), 60), _minutes(max(spans))


@oracle("before_the_deadline")
def _(text: str, *_: int) -> tuple[object, ...]:
    start, end = _clocks(text)
    long, pause = (int(n) for n in re.findall(r"(\d+) minutes", text))
    times = (_minutes(end - start) - n * long - (n - 1) * pause for n in count(1))
    fits = []
    for left in times:
        if left < 0:
            return len(fits), fits[-1]
        fits.append(left)
    raise AssertionError


@oracle("another_time_zone")
def _(text: str, *_: int) -> tuple[object, ...]:
    start = _clocks(re.sub(r"0:00 (and|to) 23:59", "", text))[0]
    parts = re.findall(r"(\d+) hours and (\d+) minutes", text)
    zone, way = re.findall(r"(\d+) hours (ahead|behind)", text)[0]
    shift = int(zone) if way == "ahead" else -int(zone)
    there = start + timedelta(hours=shift)
    for hours, minutes in parts:
        there += timedelta(hours=int(hours), minutes=int(minutes))
    return there.hour, there.minute


@oracle("due_date")
def _(text: str, *_: int) -> tuple[object, ...]:
    day, month, later = re.findall(r"(\d+) ([A-Z]\w+).*?(\d+) days (?:later|after)", text)[0]
    first = datetime.strptime(f"{day} {month} 2023", "%d %B %Y")  # noqa: DTZ007 - a date without a time
    due = date(first.year, first.month, first.day) + timedelta(days=int(later))
    assert due.year == first.year
    return due.day, due.month
