"""A fingerprint of a run: every event in a portable form, without addresses."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from generator.engine import values
from generator.engine.program import Trace
from generator.engine.recorder import ATOMIC
from generator.types import Rejected

MAX_TEXT = 50_000_000
"""Characters of a run in its portable form: what its events hold alive can't be more than a few times that."""

_ATOMS = frozenset([int, float, bool, str, type(None)])
"""Types whose values Python writes the same everywhere."""
_TOGETHER = 50
"""Events that are written at a time."""


def trace_digest(trace: Trace) -> str:
    """BLAKE2b (32 bytes) over events, standard output and outcome; objects are numbered as they appear.

    Raises Rejected("too much memory") for a run whose values are too large to be kept, Rejected("integer too long").
    """
    numbers: dict[int, int] = {}
    sites = [(site.kind, site.line, site.names) for site in trace.program.sites]
    told = [
        event if _ATOMS.issuperset(map(type, event)) else [_portable(value, numbers) for value in event]
        for event in trace.events
    ]
    digest, length = hashlib.blake2b(repr(sites).encode(), digest_size=32), 0
    for start in range(0, len(told), _TOGETHER):
        text = _written(told[start : start + _TOGETHER])
        length += len(text)
        if length > MAX_TEXT:
            where = trace.site(trace.events[start]).line
            raise Rejected("too much memory", f"line {where}: the run's values are too large to be kept")
        digest.update(text.encode())
    digest.update(repr((trace.output, trace.stdout, trace.error)).encode())
    return digest.hexdigest()


def _written(told: list[Any]) -> str:
    try:
        text = repr(told)
    except ValueError:  # an integer of too many digits for Python
        text = ""
    if not text or len(text) > values.MAX_DIGITS:
        _refuse_long_integers(told)
    return text


def _refuse_long_integers(told: Iterable[Any]) -> None:
    for one in told:
        if type(one) is int:
            values.text(one)
        elif type(one) in (tuple, list):
            _refuse_long_integers(one)


def _portable(value: Any, numbers: dict[int, int]) -> Any:
    """An atom as it is, a tuple by its parts; a list for all else: an object's number, its contents or its text."""
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind is tuple:
        return tuple([_portable(item, numbers) for item in value])
    if kind in ATOMIC or issubclass(kind, BaseException):
        return [values.text(value) if kind in ATOMIC else values.error_text(value)]
    if id(value) in numbers or kind not in (list, dict, set):
        return [numbers.setdefault(id(value), len(numbers))]
    number = numbers[id(value)] = len(numbers)
    if kind is set:
        return [number, sorted(repr(_portable(item, numbers)) for item in value)]
    items = [*value.keys(), *value.values()] if kind is dict else value
    return [number, [_portable(item, numbers) for item in items]]
