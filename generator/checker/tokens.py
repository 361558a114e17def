"""Finds the values and expressions in a line of prose: code in backticks, numbers, literals, arithmetic of these."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from generator.types import Rejected


@dataclass(frozen=True, slots=True)
class Piece:
    """A value or an expression in the prose: its text, where it stands, and whether it stood in backticks.

    place:       where it stands among marks (`tokenize`).
    start, stop: where it stands in the line.
    """

    text: str
    place: int
    quoted: bool
    start: int = 0
    stop: int = 0


MARK = "⟦⟧"
"""What stands for a value where only the words around it count."""
_NUMBER = r"(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:/\d+)?(?![\w])"
_ATOM = re.compile(_NUMBER)
_OPERATOR = re.compile(r" (?:\+|-|\*\*|\*|//|/|%|<=|>=|<<|>>|<|>|==|!=|=|\||&|\^|->) ")
_START = re.compile(r"`` (.+?) ``|`([^`]+)`|[\[{]|(?<![^\W_])'|(?<![\w.])-?\d")
"""What stands in backticks, or where any other value may begin."""
_BRACKET = re.compile(r"[\[\](){}'\"]")
_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
_CLOSING = {"[": "]", "{": "}", "(": ")"}


def tokenize(text: str) -> tuple[str, list[Piece]]:
    """The line with a mark in the place of each value, and the values."""
    pieces: list[Piece] = []
    skeleton: list[str] = []
    place = written = 0
    while found := _START.search(text, place):
        start, content = found.start(), found[1] or found[2]
        end = found.end() if content else _end(text, start)
        free, mark = text[place:start], found[0]
        if end > start:
            mark = MARK
            pieces.append(Piece(content or text[start:end], written + len(free), bool(content), start, end))
        skeleton += (free, mark)
        place, written = max(end, found.end()), written + len(free) + len(mark)
    return "".join([*skeleton, text[place:]]), pieces


def origin(place: int, pieces: list[Piece]) -> int:
    """Where in the line a place lies that is counted with marks for values."""
    number = bisect_left([piece.place for piece in pieces], place) - 1
    if number < 0:
        return place
    beyond = place - pieces[number].place - len(MARK)
    return pieces[number].start if beyond < 0 else pieces[number].stop + beyond


def _end(text: str, place: int) -> int:
    """Where the value ends that begins here, a literal or arithmetic of several; `place` if none does."""
    end = _atom_end(text, place)
    while end > place and (operator := _OPERATOR.match(text, end)):
        further = _atom_end(text, operator.end())
        if further == operator.end():
            break
        end = further
    return end


def _atom_end(text: str, place: int) -> int:
    """Where the literal that begins here ends; `place` if none does."""
    opening = text[place : place + 1]
    if opening in ("[", "{"):
        return _bracket_end(text, place)
    if opening == "'" and (place == 0 or not text[place - 1].isalnum()):
        return _string_end(text, place)
    found = _ATOM.match(text, place)
    return found.end() if found else place


def _bracket_end(text: str, place: int) -> int:
    waiting: list[str] = []
    position = place
    while found := _BRACKET.search(text, position):
        position = found.end()
        if found[0] in "'\"":
            position = _string_end(text, found.start())
        elif found[0] in _CLOSING:
            waiting.append(_CLOSING[found[0]])
        elif found[0] == waiting[-1]:
            waiting.pop()
            if not waiting:
                return position
    raise Rejected("value outside of a claim", f"a bracket that isn't closed: {text[place : place + 40]}")


def _string_end(text: str, place: int) -> int:
    found = _STRING.match(text, place)
    if not found:
        raise Rejected("value outside of a claim", f"a quote that isn't closed: {text[place : place + 40]}")
    return found.end()
