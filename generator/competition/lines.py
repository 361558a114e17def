"""Reads a standard input as strictly as a contest's validator does: its format, to the last space, and its ranges.

    def valid(stdin):
        n, k = stdin.numbers((1, 1000), (1, 10_000))
        stdin.row(n, 1, 100)

A validator takes what it expects line by line; `check` adds that nothing follows. Whatever breaks a rule is a
ValueError with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Validator = Callable[["Lines"], None]
"""Reads an input from its first line to its last; ValueError where it breaks a rule of the statement."""

_NUMBER = re.compile(r"0|-?[1-9]\d*")


class Lines:
    """The lines of a standard input that are yet to be read."""

    def __init__(self, stdin: str) -> None:
        if not stdin.endswith("\n"):
            raise ValueError("the input has to end with a line break")
        self.rest = stdin.removesuffix("\n").split("\n")
        self.at = 0

    def line(self) -> str:
        """The next line, whatever it holds."""
        self.at += 1
        if self.at > len(self.rest):
            raise ValueError(f"line {self.at}: it is missing")
        return self.rest[self.at - 1]

    def numbers(self, *ranges: tuple[int, int]) -> list[int]:
        """A line of as many integers as there are ranges, each from its first bound to its last."""
        words = self.line().split(" ")
        self.need(len(words) == len(ranges), f"{len(ranges)} numbers are expected, and there are {len(words)}")
        for word, (low, high) in zip(words, ranges, strict=True):
            self.need(bool(_NUMBER.fullmatch(word)), f"{word!r} is no number")
            self.need(low <= int(word) <= high, f"{word} is not from {low} to {high}")
        return [int(word) for word in words]

    def number(self, low: int, high: int) -> int:
        """A line of one integer."""
        return self.numbers((low, high))[0]

    def row(self, count: int, low: int, high: int) -> list[int]:
        """A line of so many integers from low to high."""
        return self.numbers(*[(low, high)] * count)

    def word(self, pattern: str) -> str:
        """A line that a regular expression describes as a whole."""
        line = self.line()
        self.need(bool(re.fullmatch(pattern, line)), f"{line!r} is not of the form {pattern}")
        return line

    def need(self, holds: bool, otherwise: str) -> None:
        """ValueError about the line that was read last unless something holds."""
        if not holds:
            raise ValueError(f"line {self.at}: {otherwise}")

    def end(self) -> None:
        """ValueError if anything is left."""
        self.need(self.at == len(self.rest), f"{len(self.rest) - self.at} lines follow that nothing asks for")


def check(valid: Validator, stdin: str) -> None:
    """ValueError with the line where an input isn't what the statement says."""
    lines = Lines(stdin)
    valid(lines)
    lines.end()


def is_valid(valid: Validator, stdin: str) -> bool:
    """Whether an input is what the statement says."""
    try:
        check(valid, stdin)
    except ValueError:
        return False
    return True
