"""The grammar of claims: what a rationale may state, and in which words. It is the same for every narrator.

A line of a rationale is prose in which values stand as code in backticks or bare: numbers, lists, dicts, strings, and
arithmetic of numbers such as `4 * 6 = 24`. Each of them belongs to a claim. `C` is such a piece; the words around a
claim are free, the words of a claim are these:

    C holds (C)  /  C fails (C)              a condition came out so; in parentheses with its values: `i < n` fails (5 >= 5)
    C is empty  /  C is not empty            the same for a container that is a condition
    C becomes C, is now, stays, rises to, grows to, drops to, falls to        the new value; the last four by size
    C goes from C to C                       old and new value
    C and C change places                    a swap
    enter C                                  a call begins: `f(x=1)`
    C returns C  /  the generator yields C   a call ends, a generator hands out a value
    prints C  /  prints an empty line        a line of output
    line of the input is C  /  input is used up
    raises C  /  the error C is caught  /  C escapes from C      an exception, as `ValueError: message`
    C is appended to C, is added to, is put in front of, gives C, is put in order           methods
    C takes the value C  /  takes the values C, C and C    what a loop will go through
    turn C                                   the number of a loop's turn
    isn't looked at                          the rest of a condition was not reached
    run C of line C                          how often a line has run
    `name = value`, `name = expression = arithmetic = value`   an equation, in backticks or bare
    any other C                              a mention: it must stand in the statement, or be a value of it

A number in words ("three") is a value outside of any claim, and so is a bare True, False or None.
"""

from __future__ import annotations

import re

from dataclasses import dataclass

from generator.types import Rejected


@dataclass(frozen=True, slots=True)
class Piece:
    """A value or an expression in the prose: its text, where it stands, and whether it stood in backticks."""

    text: str
    place: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a line states: its kind, the pieces that it is about, and the words that say it."""

    kind: str
    pieces: tuple[Piece, ...]
    words: str
    place: int


_NUMBER = r"(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:/\d+)?(?![\w])"
_ATOM = re.compile(_NUMBER)
_OPERATOR = re.compile(r" (?:\+|-|\*\*|\*|//|/|%|<=|>=|<<|>>|<|>|==|!=|=|\||&|\^|->) ")
_QUOTED = re.compile(r"`` (.+?) ``|`([^`]+)`")
_WORDS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand|zero|twice|thrice|dozen|True|False|None)\b"
)
_CLOSING = {"[": "]", "{": "}", "(": ")"}

C = r"⟦(\d+)⟧"
_LIST = r"⟦\d+⟧(?:, ⟦\d+⟧)*(?: and ⟦\d+⟧)?"
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("test", rf"{C} (holds|fails)(?: \({C}\))?"),
        ("empty", rf"{C} is (not empty|empty)"),
        ("change", rf"{C} goes from {C} to {C}"),
        ("becomes", rf"{C} (becomes|is now|stays|rises to|grows to|drops to|falls to) {C}"),
        ("swap", rf"{C} and {C} change places"),
        ("enter", rf"\benter {C}"),
        ("return", rf"{C} returns {C}"),
        ("yield", rf"\bgenerator yields {C}"),
        ("print", rf"\bprints {C}"),
        ("print_empty", r"\bprints an empty line"),
        ("read", rf"\bline of the input is {C}"),
        ("read_end", r"\binput is used up"),
        ("raise", rf"\braises {C}"),
        ("caught", rf"\bthe error {C} is caught"),
        ("unwind", rf"{C} escapes from {C}"),
        ("put", rf"{C} is (appended to|added to|put in front of) {C}"),
        ("gives", rf"{C} gives {C}"),
        ("sorted", rf"{C} is put in order"),
        ("takes", rf"{C} takes the values? ({_LIST})"),
        ("turn", rf"\bturn {C}"),
        ("unreached", r"\bisn't looked at"),
        ("line_run", rf"\brun {C} of line {C}"),
    )
)


def parse(text: str) -> list[Claim]:
    """The claims of a line, in the order of the text; Rejected where a value stands outside of any claim."""
    skeleton, pieces = tokenize(text)
    if stray := _WORDS.search(skeleton):
        raise Rejected("value outside of a claim", stray[0])
    claims, used = list[Claim](), set[int]()
    for kind, pattern in PATTERNS:
        for found in pattern.finditer(skeleton):
            numbers = [int(number) for number in re.findall(r"⟦(\d+)⟧", found[0])]
            words = next((g for g in found.groups() if g and not g.isdigit() and "⟦" not in g), "").lower()
            place = pieces[numbers[0]].place if numbers else found.start()
            claims.append(Claim(kind, tuple(pieces[number] for number in numbers), words, place))
            used.update(numbers)
    for number, piece in enumerate(pieces):
        if number not in used:
            claims.append(Claim("equation" if " = " in piece.text else "mention", (piece,), "", piece.place))
    return sorted(claims, key=lambda claim: claim.place)


def tokenize(text: str) -> tuple[str, list[Piece]]:
    """The line with a mark in the place of each value, and the values."""
    pieces: list[Piece] = []
    skeleton: list[str] = []
    place = written = 0
    while place < len(text):
        end, content, quoted = _piece_at(text, place)
        if end == place:
            skeleton.append(text[place])
            place, written = place + 1, written + 1
            continue
        pieces.append(Piece(content, written, quoted))
        skeleton.append(f"⟦{len(pieces) - 1}⟧")
        place, written = end, written + len(skeleton[-1])
    return "".join(skeleton), pieces


def _piece_at(text: str, place: int) -> tuple[int, str, bool]:
    """(end, content, quoted) of the value that begins here; end == place if none does."""
    if found := _QUOTED.match(text, place):
        return found.end(), found[1] or found[2], True
    end = _atom_end(text, place)
    while end > place and (operator := _OPERATOR.match(text, end)):
        further = _atom_end(text, operator.end())
        if further == operator.end():
            break
        end = further
    return end, text[place:end], False


def _atom_end(text: str, place: int) -> int:
    """Where the literal that begins here ends; `place` if none does."""
    if place < len(text) and text[place] in "[{":
        return _bracket_end(text, place)
    if place < len(text) and text[place] == "'" and (place == 0 or not text[place - 1].isalnum()):
        return _string_end(text, place)
    found = _ATOM.match(text, place)
    return found.end() if found else place


def _bracket_end(text: str, place: int) -> int:
    waiting: list[str] = []
    position = place
    while position < len(text):
        character = text[position]
        if character in "'\"":
            position = _string_end(text, position)
            continue
        if character in _CLOSING:
            waiting.append(_CLOSING[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
            if not waiting:
                return position + 1
        position += 1
    raise Rejected("value outside of a claim", f"a bracket that isn't closed: {text[place : place + 40]}")


def _string_end(text: str, place: int) -> int:
    position = place + 1
    while position < len(text):
        if text[position] == "\\":
            position += 2
            continue
        if text[position] == text[place]:
            return position + 1
        position += 1
    raise Rejected("value outside of a claim", f"a quote that isn't closed: {text[place : place + 40]}")


