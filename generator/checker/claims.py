"""The grammar of claims (to be documented)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checker.patterns import possible
from generator.checker.tokens import Piece, tokenize
from generator.checker.words import NTH
from generator.types import Rejected

__all__ = ["NTH", "Claim", "Piece", "parse", "tokenize"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a line states: its kind, the pieces that it is about, the words that say it, and its place.

    about:       whether its first piece is what it is said of; where not, the words say it of `it`, or of nothing.
    place, stop: where it begins and ends, counted with marks for values (`tokenize`).
    """

    kind: str
    pieces: tuple[Piece, ...]
    words: str
    place: int
    sentence: int = 0
    about: bool = True
    stop: int = 0


_NUMBERS = re.compile(r"⟦(\d+)⟧")
_NAMED = re.compile(r"\b(\w{2,}(?: (?:is|are))?) $")
_NAME_LENGTH = 40
_INTO_PLACES = frozenset({"put", "put_at", "taken", "taken_off"})
"""The kinds of claims of which the last piece is a place."""
_HALF = re.compile(r"\b(?:change places|appends?|appended|appending|popped|enqueued|dequeued|inserted|swapped)\b")
"""Words that say what is done to a container: they need what it is done with."""
_SENTENCE = re.compile(r"[.!?] ")
_VALUE = re.compile(r"-?\d|['\"\[{]")
_OF_PLACES = frozenset({"gets", "sets", "change", "by", "empty", "enter"})
"""The kinds of claims that are about a place or an expression, not about a value."""
_STRAY = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand|zero|twice|thrice|dozen"
    r"|True|False|None)\b|(?<![A-Za-z_⟦\d])\d+(?!\d|⟧|(?:st|nd|rd|th)\b)[^ ]*|[\]}]"
)


def parse(text: str) -> list[Claim]:
    """The claims of a line, in the order of the text; Rejected where a value stands outside of any claim."""
    skeleton, pieces = tokenize(text)
    if (stray := _STRAY.search(skeleton)) or skeleton.count("⟦") != len(pieces):
        raise Rejected("value outside of a claim", stray[0] if stray else "⟦")
    ends = [found.start() for found in _SENTENCE.finditer(skeleton)]
    claims, used, spans = list[Claim](), set[int](), list[tuple[int, int]]()
    for kind, words, found in _matches(skeleton.lower()):
        spans.append(found.span())
        numbers = [int(number) for number in _NUMBERS.findall(found[0])]
        taken = tuple(pieces[number] for number in numbers)
        if (kind in _OF_PLACES and _VALUE.match(taken[0].text)) or (
            kind in _INTO_PLACES and _VALUE.match(taken[-1].text)
        ):
            continue  # "dividing 50 by 7 makes 7 boxes and leaves 1"
        if kind in ("turn", "read_line") and not _VALUE.match(taken[0].text):
            continue  # "in the second turn `i = 2`"
        if kind == "case" and not taken[0].text.startswith("case "):
            continue  # "so far that makes 2 matches"
        claims += _claims(kind, taken, words, found, bisect_left(ends, found.start()))
        used.update(numbers)
    for found in _HALF.finditer(skeleton):
        if not any(start <= found.start() < end for start, end in spans):
            raise Rejected("half a claim", found[0])
    for piece in (piece for number, piece in enumerate(pieces) if number not in used):
        kind = "equation" if " = " in piece.text else "mention"
        named = _NAMED.search(skeleton[max(0, piece.place - _NAME_LENGTH) : piece.place])
        words = named[1] if named else ""
        end = piece.place + skeleton[piece.place :].index("⟧") + 1
        claims.append(Claim(kind, (piece,), words, piece.place, bisect_left(ends, piece.place), stop=end))
    return sorted(claims, key=lambda claim: claim.place)


def _matches(text: str) -> Iterator[tuple[str, str, re.Match[str]]]:
    """(kind, words, match) for what patterns find, without what lies within another match."""
    spans: list[tuple[int, int]] = []
    for pattern in possible(text):
        for found in pattern.words.finditer(text):
            start, end = found.span()
            if not any(first <= start and end <= last for first, last in spans):
                spans.append((start, end))
                yield pattern.kind, found.groupdict().get("w") or "", found


def _claims(kind: str, pieces: tuple[Piece, ...], words: str, found: re.Match[str], sentence: int) -> list[Claim]:
    """The claims of a match: `C and C hold` makes two."""
    about = found[0][0] == "⟦"
    if kind != "tests":
        return [Claim(kind, pieces, words, found.start(), sentence, about, found.end())]
    before, said = found[0].partition(" and ")[0], "holds" if words == "hold" else "fails"
    first = before.count("⟦")
    parts = (pieces[:first], pieces[first:])
    start, end = found.span()
    return [Claim("test", part, said, start + place, sentence, stop=end) for place, part in enumerate(parts)]
