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


def trace_digest(trace: Trace) -> str:
    """sha256 over the events, the standard output and the outcome; objects are numbered as they appear.

    Raises Rejected("too much memory") for a run whose values are too large to be kept.
    """
    numbers: dict[int, int] = {}
    length = 0
    found = hashlib.sha256()
    for event in trace.events:
        site = trace.site(event)
        parts = ",".join(_portable(value, numbers) for value in event[1:])
        length += len(parts)
        if length > MAX_TEXT:
            raise Rejected("too much memory", f"line {site.line}: the run's values are too large to be kept")
        found.update(f"{site.kind} {site.line} {' '.join(site.names)} {parts}\n".encode())
    found.update(f"{trace.output}\n{trace.stdout}\n{trace.error}".encode())
    return found.hexdigest()


def _portable(value: Any, numbers: dict[int, int]) -> str:
    """An atom as its text, a copy of contents as its parts, any other object as its number."""
    kind = type(value)
    if kind in ATOMIC:
        return values.text(value)
    if kind is tuple:
        return f"({','.join(_portable(item, numbers) for item in value)})"
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
