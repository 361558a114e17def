"""Mathematics in plain text, with signs and coefficients as people write them: `x^2 - 5x + 6`, `(3, -1)`, `3*sqrt(2)`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isqrt


def joined(terms: Iterable[tuple[int, str]]) -> str:
    """The sum of coefficients times symbols: `joined([(1, "x"), (-3, "")])` is "x - 3"."""
    text = ""
    for coefficient, symbol in terms:
        if coefficient:
            sign = (" - " if text else "-") if coefficient < 0 else (" + " if text else "")
            size = "" if symbol and abs(coefficient) == 1 else str(abs(coefficient))
            text += f"{sign}{size}{symbol}"
    return text or "0"


def polynomial(coefficients: Sequence[int], x: str = "x") -> str:
    """The polynomial with these coefficients, the highest power first."""
    powers = range(len(coefficients) - 1, -1, -1)
    symbols = ["" if power == 0 else x if power == 1 else f"{x}^{power}" for power in powers]
    return joined(zip(coefficients, symbols, strict=True))


def signed(number: int) -> str:
    """A number behind what it is added to: "+ 3" or "- 3"."""
    return f"{'-' if number < 0 else '+'} {abs(number)}"


def factor(root: int, x: str = "x") -> str:
    """The linear factor that vanishes at the root: "(x - 3)"."""
    return f"({joined([(1, x), (-root, '')])})"


def square_part(number: int) -> int:
    """The largest number whose square divides the given one."""
    return max(side for side in range(1, isqrt(number) + 1) if number % (side * side) == 0)


def ordinal(number: int) -> str:
    """The number as a place in an order: "1st", "2nd", "11th"."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
