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
    input, output   the first line holds C and C  /  the input is used up  /  prints C  /  the output is C
    any other C     a mention: a part of the statement, or a value that it reads or stores

The turns of a loop may stand in a table, whose cells are claims as `tables.py` says.

What a claim has to be so: verbs such as `becomes` or `is now` say the new value where the statement stores one; `is`,
`holds` or `contains` may also say what is so at this moment, while the statement is told or where a line ends. Words
such as `rises`, `drops` and `stays` say which way a value went, `starts` that it had none, `was` what it was before. A
value may be written as arithmetic, or as the statement's right side with values in the place of names; an expression
stands for one of the program if it is the same but for such values (`values[0] > 5` for `values[j] > key`). `first`,
`end` and the like have to be the right end of a container, and the right line of the input.

A mention stands in the sentence that tells the statement, or before it, and each value is mentioned once. Behind the
name of one of the statement's variables ("row 2") it is that one's value, and before the name of one that the statement
stores ("2 hours") too; behind "is" or "are" it is a value that the statement stores. Where a statement stores several
values, those that it reads are mentioned first.

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
    counts:      the word behind a mention, such as `hours` in "2 hours".
    """

    kind: str
    pieces: tuple[Piece, ...]
    words: str
    place: int
    sentence: int = 0
    about: bool = True
    stop: int = 0
    counts: str = ""


_NUMBERS = re.compile(r"⟦(\d+)⟧")
_NAMED = re.compile(r"\b(\w{2,}(?: (?:is|are))?) $")
_COUNTED = re.compile(r"⟦\d+⟧ (\w+)")
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
        counts = _COUNTED.match(skeleton, piece.place)
        after, sentence = counts[1] if counts else "", bisect_left(ends, piece.place)
        claims.append(Claim(kind, (piece,), words, piece.place, sentence, stop=end, counts=after))
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
