"""Reads mathematics in a statement: formulas as they are written there, points, signed numbers."""

from __future__ import annotations

import re
from fractions import Fraction


def value(formula: str, **names: object) -> Fraction:
    """The value of a formula such as `3x^2 - 2(x + 1)` for the given names."""
    text = formula.replace("^", "**").replace("|", " ")
    text = re.sub(r"(\d|\))\s*(?=[a-z(])", r"\1*", text)
    return Fraction(eval(text, {"__builtins__": {}}, names))  # noqa: S307 - the project's own statements


def formula_in(text: str, pattern: str) -> tuple[str, ...]:
    """What stands at the groups of the pattern in the statement."""
    found = re.search(pattern, text)
    assert found, text
    return found.groups()


def points(text: str) -> list[tuple[int, ...]]:
    """The points and vectors of a statement, written as `(3, -1)`."""
    found = re.findall(r"\((-?\d+(?:, -?\d+)+)\)", text)
    return [tuple(map(int, point.split(", "))) for point in found]


def integers(text: str) -> list[int]:
    """The integers of a statement, with the signs that stand right before them."""
    return [int(number) for number in re.findall(r"(?<![\w)])-?\d+", text)]


POLYNOMIAL = r"(-?\d*x[-+ \dx^]*\d)"
"""A polynomial in x as it stands in a statement."""
