"""Oracles for algorithms on texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any


def _polish(tokens: list[str]) -> int | None:
    """Read from the right, into an infix expression that Python evaluates."""
    rest = list(tokens)

    def infix() -> str:
        found = rest.pop()
        if found not in "+-*":
            return f"({found})"
        right, left = infix(), infix()
        return f"({left} {found} {right})"

    try:
        text = infix()
    except IndexError:
        return None
    return None if rest else eval(text)  # noqa: S307 - our own expression


def _starts(text: str, pattern: str) -> list[int]:
    return [found.start() for found in re.finditer(f"(?={re.escape(pattern)})", text)]


ORACLES: dict[str, Callable[..., Any]] = {
    "reverse_polish": _polish,
    "naive_string_matcher": _starts,
    "kmp_matcher": _starts,
}
