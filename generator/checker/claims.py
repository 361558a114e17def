"""The grammar of claims: what a rationale may state, and in which words. It is the same for every narrator.

A line of a rationale is prose in which values stand as code in backticks or bare: numbers, lists, dicts, strings, and
arithmetic of numbers such as `4 * 6 = 24`. Each of them belongs to a claim. The words around a claim are free; the
words of a claim are those of `patterns.py` and `words.py`. By their subjects (`C` is a piece, the words are examples):

    conditions      C holds (C)  /  C fails, since C  /  does C hold? no, C  /  both C and C hold  /  C is at least C
                    C is not empty  /  C is not C  /  the rest isn't looked at  /  nothing is done
    values          C becomes C, is now, stays, rises to  /  C goes from C to C  /  C grows by C  /  rises to C
                    we set C to C  /  `name = expression = arithmetic = value`  /  C and C change places
                    C and C are the same list
    containers      C is appended to C  /  C is taken from the end of C  /  C is inserted at index C of C  /  we pop C
                    C drops out  /  C is sorted, reversed, emptied  /  C is extended with C  /  C is replaced by C
                    C is deleted  /  C is already in C  /  C gives C, said of a call
    loops           goes over C  /  each C of C  /  C takes the values C, C and C  /  C runs from C to C  /  turn C
                    has no turn  /  the loop ends, is not entered, is left  /  the rest of this turn is skipped
                    no further value  /  the else part runs  /  `case C` fits
    comprehensions  C holds for C and C, but fails for C  /  C and C are taken, C is left out
    calls           we enter C  /  the call C begins  /  C returns C  /  back in C  /  C yields C  /  C goes on
    exceptions      raises C  /  C is caught by C  /  C escapes from C  /  the rest of the try block is skipped
                    the error is swallowed
    input, output   the first line holds C and C  /  the input is used up  /  prints C  /  the output is C
    any other C     a mention: a part of the statement, or a value that it reads or stores

The turns of a loop may stand in a table, whose cells are claims as `tables.py` says.

What a claim has to be so: verbs such as `becomes` or `is now` say the new value where the statement stores one; `is`,
`holds` or `contains` may also say what is so at this moment, while the statement is told or where a line ends. Words
such as `rises`, `drops` and `stays` say which way a value went, `starts` that it had none, `was` what it was before. A
value may be written as arithmetic, or as the statement's right side with values in the place of names; an expression
stands for one of the program if it is the same but for such values (`values[0] > 5` for `values[j] > key`). `first`,
`end` and the like have to be the right end of a container, and the right line of the input.

A mention stands in the sentence that tells the statement, or before it, and each value is mentioned once. It is a value
that the statement stores, in the order of its targets, unless words say otherwise: next to the name of one of the
statement's variables ("row 2", "2 hours", "a total of 7") it is that one's value, and words such as "dividing 7 by 2",
"7 divided by 2" or "the root of 9" make it an operand. What holds `again`, `still` or `no longer` was so before, or
otherwise; a noun ("the list", "the number") has to fit the value that is called so.

Words next to a claim may not take it back or leave it open (`never`, `almost`, "it is not so that", "more than 5"), nor
number what nobody counts ("for the third time"), nor say of a place and a value what no pattern knows: these are half a
claim (`denials.py`).

A number in words ("three") is a value outside of any claim, and so is a bare True, False or None. Words that say what
is done to a container, without saying with what ("a newline is appended"), are half a claim, and are refused too.

The text tells the whole run, in its order: every assignment, condition (each part of it that was reached), loop, turn,
change of a container, call, return of a value, printed or read line, jump and exception has its claim in the line that
tells it, and a line begins with the first event that it tells. A method, a change and a line of input may be told with
what follows of their statement (`top = stack.pop()` in one claim), and the two stores of a swap as one. Only the names
`_`, lambdas, and what happens inside comprehensions and generator expressions need no words; and where the question
asks for the outcome, its last print or return may be left to the conclusion.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.checker.denials import denial, repeats, says_again
from generator.checker.expressions import is_a, sides
from generator.checker.patterns import possible
from generator.checker.tokens import MARK, Piece, tokenize
from generator.checker.words import NTH, written_out
from generator.types import Rejected

__all__ = ["NTH", "Claim", "Piece", "parse", "tokenize"]


@dataclass(slots=True)  # not frozen, which takes longer to make: a row has some fifty
class Claim:
    """Something that a line states: its kind, the pieces that it is about, the words that say it, and its place.

    about:       whether its first piece is what it is said of; where not, the words say it of `it`, or of nothing.
    place, stop: where it begins and ends, counted with marks for values (`tokenize`).
    counts:      the word behind a mention, such as `hours` in "2 hours".
    repeats:     "again", "still" or "no longer", where the words say that it was so before.
    """

    kind: str
    pieces: tuple[Piece, ...]
    words: str
    place: int
    sentence: int = 0
    about: bool = True
    stop: int = 0
    counts: str = ""
    repeats: str = ""


_NAMED = re.compile(r"\b(\w{2,}(?: (?:is|are|of))?) $")
_CALLED = re.compile(r"\b(?:the|a|an) ([a-z]+) (?=⟦)")
_COUNTED = re.compile(r" (\w+)")
_NAME_LENGTH = 40
_INTO_PLACES = frozenset({"put", "put_at", "taken", "taken_off"})
"""The kinds of claims of which the last piece is a place."""
_HALF = re.compile(
    r"\b(?:change places|appends?|appended|appending|popped|enqueued|dequeued|inserted|swapped)\b"
    rf"|⟦⟧ (?:{written_out('UPDOWN').pattern}|doubles|halves|triples|is (?:doubled|halved|tripled))(?!\w)"
)
"""Words that say what is done to a container, or how a value moves: they need what it is done with, or where to."""
_SENTENCE = re.compile(r"(?<=[.!]) ")
"""What stands between sentences; a question and its answer are read as one."""
_QUESTION = re.compile(r"\? ")
_VALUE = re.compile(r"-?\d|['\"\[{]")
_PLACE = re.compile(r"[A-Za-z_][\w.]*(?:\[.*\])?", re.DOTALL)
_BETWEEN = re.compile(r"⟦⟧ ([A-Za-z' ]+) (?=⟦)")
_JOINING = frozenset({"and", "or", "in", "then", "and then"})
"""Words between a place and a value that say nothing of them."""
_OF_PLACES = frozenset({"gets", "sets", "change", "by", "empty", "enter"})
"""The kinds of claims that are about a place or an expression, not about a value."""
_STRAY = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand|zero|twice|thrice|dozen"
    r"|True|False|None)\b|(?<![A-Za-z_\d])\d+(?!\d|(?:st|nd|rd|th)\b)[^ ]*|\b[A-Za-z]+\d+|[\]}]"
)


class _Match(NamedTuple):
    """Words of a claim that were found in a sentence: where they stand, and which of its values belong to them."""

    kind: str
    words: str
    text: str
    start: int
    stop: int
    first: int
    after_question: int
    repeats: str
    noun: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the words of a sentence say, whatever its values are.

    stray:     a value in words, outside of any claim; empty if there is none.
    half:      the words of half a claim.
    denial:    words that take a claim back.
    questions: where the questions end that stand before the rest of it: "is it so? yes".
    values:    how many values it holds.
    nouns:     what the words just before a value call it; between: the words alone that part it from the one before.
    """

    stray: str
    half: str
    denial: str
    matches: tuple[_Match, ...]
    questions: tuple[int, ...]
    values: int
    nouns: Mapping[int, str]
    between: Mapping[int, str]


def parse(text: str, *, step: bool = True) -> list[Claim]:
    """The claims of a line, in the order of the text; Rejected where a value stands outside of any claim.

    step: whether it is a step; what a conclusion denies or counts is held against the question.
    """
    skeleton, pieces = tokenize(text)
    if skeleton.count("⟦") != len(pieces):
        raise Rejected("value outside of a claim", "⟦")
    claims, place, sentence = list[Claim](), 0, 0
    for words in _SENTENCE.split(skeleton):
        reading = _read(words)
        if reading.stray:
            raise Rejected("value outside of a claim", reading.stray)
        if half := reading.half or (step and reading.denial):
            raise Rejected("half a claim", half)
        own, pieces = pieces[: reading.values], pieces[reading.values :]
        claims += _claims(words, own, reading, place, sentence)
        place += len(words) + 1
        sentence += len(reading.questions) + 1
    return claims


@lru_cache(maxsize=8192)
def _read(words: str) -> _Reading:
    """Read a sentence, with marks in the place of its values; many sentences have the same words."""
    stray = _STRAY.search(words)
    questions = tuple([found.start() for found in _QUESTION.finditer(words)])
    lowered = words.lower()
    found, again = list(_matches(lowered)), says_again(lowered)
    matches = tuple(
        _Match(
            *(kind, said, one[0], *one.span()),
            first=words.count(MARK, 0, one.start()),
            after_question=bisect_left(questions, one.start()),
            repeats=repeats(lowered, [other.end() for *_, other in found], one) if again else "",
            noun=one.groupdict().get("noun") or "",
        )
        for kind, said, one in found
    )
    outside = (
        found[0]
        for found in _HALF.finditer(words)
        if not any(match.start <= found.start() < match.stop for match in matches)
    )
    return _Reading(
        stray[0] if stray else "",
        next(outside, ""),
        denial(words, [(match.start, match.stop, match.kind) for match in matches]),
        matches,
        questions,
        words.count(MARK),
        {words.count(MARK, 0, found.start()): found[1] for found in _CALLED.finditer(words)} if " ⟦" in words else {},
        {
            words.count(MARK, 0, found.start()) + 1: found[1]
            for found in _BETWEEN.finditer(words)
            if found[1] not in _JOINING
        },
    )


def _matches(text: str) -> Iterator[tuple[str, str, re.Match[str]]]:
    """(kind, words, match) for what patterns find, without what lies within another match."""
    spans: list[tuple[int, int]] = []
    for pattern in possible(text):
        for found in pattern.words.finditer(text):
            start, end = found.span()
            if not any(first <= start and end <= last for first, last in spans):
                spans.append((start, end))
                yield pattern.kind, found.groupdict().get("w") or "", found


def _makes_sense(kind: str, pieces: tuple[Piece, ...]) -> bool:
    """Whether values are of a sort that a claim can be about; the same words may say something else of others."""
    if kind in _OF_PLACES:
        return not _VALUE.match(pieces[0].text)  # "dividing 50 by 7 makes 7 boxes and leaves 1"
    if kind in _INTO_PLACES:
        return not _VALUE.match(pieces[-1].text)
    if kind in ("turn", "read_line"):
        return bool(_VALUE.match(pieces[0].text))  # "in the second turn `i = 2`"
    return kind != "case" or pieces[0].text.startswith("case ")  # "so far that makes 2 matches"


def _claims(words: str, pieces: list[Piece], reading: _Reading, place: int, sentence: int) -> list[Claim]:
    """The claims of a sentence that begins at a place, in their order."""
    claims, used = list[Claim](), set[int]()
    for match in reading.matches:
        numbers = range(match.first, match.first + match.text.count(MARK))
        taken = tuple([pieces[number] for number in numbers])
        if _makes_sense(match.kind, taken):
            claims += _of_match(match, taken, place, sentence)
            used.update(numbers)
    for number, piece in enumerate(pieces):
        if number not in used:
            if said := _said_beside(number, pieces, used, reading):
                raise Rejected("half a claim", said)
            local = piece.place - place
            claims.append(_mention(words, piece, local, sentence + bisect_left(reading.questions, local)))
    return sorted(claims, key=lambda claim: claim.place)


def _said_beside(number: int, pieces: list[Piece], used: set[int], reading: _Reading) -> str:
    """What the words before a value say that no pattern knows: a wrong noun, or of a place; empty if nothing."""
    value, between = pieces[number].text, reading.between.get(number, "")
    if (noun := reading.nouns.get(number)) and not is_a(noun, sides(value)[-1]):
        return f"{noun} {value}"
    if not between or number - 1 in used or not _VALUE.match(value):
        return ""
    return between if _PLACE.fullmatch(pieces[number - 1].text) else ""


def _of_match(match: _Match, pieces: tuple[Piece, ...], place: int, sentence: int) -> list[Claim]:
    """The claims of a match: `C and C hold` makes two."""
    if match.noun and not is_a(match.noun, sides(pieces[-1].text)[-1]):
        raise Rejected("half a claim", f"{match.noun} {pieces[-1].text}")
    start, stop, sentence = place + match.start, place + match.stop, sentence + match.after_question
    if match.kind != "tests":
        return [
            Claim(match.kind, pieces, match.words, start, sentence, match.text[0] == MARK[0], stop, "", match.repeats)
        ]
    first = match.text.partition(" and ")[0].count(MARK)
    said = "holds" if match.words == "hold" else "fails"
    parts = (pieces[:first], pieces[first:])
    return [
        Claim("test", part, said, start + number, sentence, stop=stop, repeats=match.repeats)
        for number, part in enumerate(parts)
    ]


def _mention(words: str, piece: Piece, local: int, sentence: int) -> Claim:
    """The claim of a value of which no words say anything; `local` is its place in the sentence."""
    stop = piece.place + len(MARK)
    if " = " in piece.text:
        return Claim("equation", (piece,), "", piece.place, sentence, stop=stop)
    named = _NAMED.search(words[max(0, local - _NAME_LENGTH) : local])
    counts = _COUNTED.match(words, local + len(MARK))
    before, after = named[1] if named else "", counts[1] if counts else ""
    return Claim("mention", (piece,), before, piece.place, sentence, stop=stop, counts=after)
