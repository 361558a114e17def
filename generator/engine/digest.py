"""A fingerprint of a run: every event in a portable form, without addresses."""

from __future__ import annotations

import hashlib
from typing import Any

from generator.engine import values
from generator.engine.program import Trace
from generator.engine.recorder import ATOMIC
from generator.types import Rejected

MAX_TEXT = 50_000_000
"""Characters of a run in its portable form: what its events hold alive can't be more than a few times that."""

_SIMPLE, _BIG = frozenset([bool, type(None), str]), 2**63
"""Types, and a bound of integers, whose values are written as Python does."""


def trace_digest(trace: Trace) -> str:
    """sha256 over the events, the standard output and the outcome; objects are numbered as they appear.

    Raises Rejected("too much memory") for a run whose values are too large to be kept.
    """
    numbers: dict[int, int] = {}
    heads = [f"{site.kind} {site.line} {' '.join(site.names)} " for site in trace.program.sites]
    lines, length = [], 0
    for event in trace.events:
        line = f"{heads[event[0]]}{','.join([_portable(value, numbers) for value in event[1:]])}\n"
        length += len(line)
        if length > MAX_TEXT:
            where = trace.site(event).line
            raise Rejected("too much memory", f"line {where}: the run's values are too large to be kept")
        lines.append(line)
    lines.append(f"{trace.output}\n{trace.stdout}\n{trace.error}")
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _portable(value: Any, numbers: dict[int, int]) -> str:
    """An atom as its text, a copy of contents as its parts, any other object as its number."""
    kind = type(value)
    if kind in ATOMIC:
        is_simple = kind in _SIMPLE or (kind is int and -_BIG < value < _BIG)
        return repr(value) if is_simple else values.text(value)
    if kind is tuple:
        return f"({','.join([_portable(item, numbers) for item in value])})"
    if issubclass(kind, BaseException):
        return values.error_text(value)
    if id(value) in numbers or kind not in (list, dict, set):
        return f"#{numbers.setdefault(id(value), len(numbers))}"
    if kind is set:
        numbers[id(value)] = len(numbers)
        return f"{{{','.join(sorted(_portable(item, numbers) for item in value))}}}"
    return _contents(value, numbers)


def _contents(value: Any, numbers: dict[int, int]) -> str:
    number = numbers.setdefault(id(value), len(numbers))
    items = [*value.keys(), *value.values()] if type(value) is dict else value
    return f"#{number}:" + ",".join(_portable(item, numbers) for item in items)
