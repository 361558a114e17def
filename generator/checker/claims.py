"""The grammar of claims: what a rationale may state, and in which words. It is the same for every narrator.

A line of a rationale is prose in which values stand as code in backticks or bare: numbers, lists, dicts, strings, and
arithmetic of numbers such as `4 * 6 = 24`. Each of them belongs to a claim. `C` is such a piece; the words around a
claim are free, the words of a claim are these:

    C holds (C)  /  C fails (C)              a condition came out so; in parentheses its values: `i < n` fails (5 >= 5)
    C is empty  /  C is not empty            the same for a container that is a condition
    C becomes C, is now, stays, starts at    the new value
    C rises to C, grows to, drops to, falls to      the new value, and whether it is larger
    rises to C, grows to, drops to, falls to        the same for what the statement stores, in the problem's words
    C goes from C to C                       old and new value
    C and C change places                    a swap
    enter C                                  a call begins: `f(x=1)`
    C returns C  /  the generator yields C   a call ends, a generator hands out a value
    prints C  /  prints an empty line        a line of output
    line of the input is C  /  input is used up
    raises C  /  the error C is caught  /  C escapes from C      an exception, as `ValueError: message`
    C is appended to C, is added to, is already in, is put in front of, gives C, is put in order     methods
    goes over C  /  runs over C              a loop begins
    C takes the value C  /  takes the values C, C and C    what a loop will go through
    turn C, C-th turn, first turn ... tenth turn           the number of a loop's turn
    C is C                                   what an expression is worth at that moment
    `name = value`, `name = expression = arithmetic = value`   an equation, in backticks or bare
    any other C                              a mention: a part of the statement, or a value that it reads or stores

A mention stands in the sentence that tells the statement, or before it, and each value is mentioned once. Behind the
name of one of the statement's variables ("row 2") it is that one's value; behind "is" or "are" it is a value that the
statement stores. Where a statement stores several values, those that it reads are mentioned first.

Words without a value that state what the run does are claims too:

    isn't looked at                          the rest of a condition was not reached
    nothing is done  /  branch is skipped    a condition of an `if` failed
    the loop ends                            a condition of a `while` failed
    no further value  /  no further turn     a `for` ran out of values
    has no turn                              a loop over nothing
    loop is left  /  leave the loop          `break`
    rest of this turn is skipped             `continue`
    the generator goes on, the same error is raised again

A number in words ("three") is a value outside of any claim, and so is a bare True, False or None; "change places"
without the two places is refused too.

The text tells the whole run, in its order: every assignment, condition (each part of it that was reached), loop, turn,
call, return of a value, printed or read line, jump and exception has its claim in the line that tells it, and a line
begins with the first event that it tells. Only the names `_`, lambdas and what happens inside comprehensions and
generator expressions need no words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from generator.types import Rejected


@dataclass(frozen=True, slots=True)
class Piece:
    """A value in the prose: its text, its place among marks (`tokenize`), if it was quoted, its part of the line."""

    text: str
    place: int
    quoted: bool
    start: int = 0
    stop: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a line states: its kind, the pieces that it is about, the words that say it, and its place."""

    kind: str
    pieces: tuple[Piece, ...]
    words: str
    place: int
    sentence: int = 0
    start: int = 0
    stop: int = 0


_NUMBER = r"(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:/\d+)?(?![\w])"
_ATOM = re.compile(_NUMBER)
_OPERATOR = re.compile(r" (?:\+|-|\*\*|\*|//|/|%|<=|>=|<<|>>|<|>|==|!=|=|\||&|\^|->) ")
_START = re.compile(r"`|[\[{]|(?<![^\W_])'|(?<![\w.])-?\d")
"""Where a value may begin."""
_QUOTED = re.compile(r"`` (.+?) ``|`([^`]+)`")
_CLOSING = {"[": "]", "{": "}", "(": ")"}

C = r"⟦(\d+)⟧"
_LIST = r"⟦\d+⟧(?:, ⟦\d+⟧)*(?: and ⟦\d+⟧)?"
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
NTH = {word: number for number, word in enumerate(_NTH, 1)}
"""The ordinals in words that may number a turn."""
PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (kind, word, re.compile(pattern, re.IGNORECASE))
    for kind, word, pattern in (
        ("test", "s", rf"{C} (holds|fails)(?: \({C}\))?"),
        ("empty", "empty", rf"{C} is (not empty|empty)"),
        ("change", "goes from", rf"{C} goes from {C} to {C}"),
        ("becomes", "⟧ ", rf"{C} (becomes|is now|stays|starts at|rises to|grows to|drops to|falls to) {C}"),
        ("moves", "s to", rf"(?<!⟧ )\b(rises to|grows to|drops to|falls to) {C}"),
        ("swap", "change places", rf"{C} and {C} change places"),
        ("enter", "enter", rf"\benter {C}"),
        ("return", "returns", rf"{C} returns {C}"),
        ("yield", "yields", rf"\bgenerator yields {C}"),
        ("print", "prints", rf"\bprints {C}"),
        ("print_empty", "prints", r"\bprints an empty line"),
        ("read", "input is", rf"\bline of the input is {C}"),
        ("read_end", "input is", r"\binput is used up"),
        ("raise", "raises", rf"\braises {C}"),
        ("reraise", "raised", r"\bsame error is raised again"),
        ("caught", "caught", rf"\bthe error {C} is caught"),
        ("unwind", "escapes", rf"{C} escapes from {C}"),
        ("put", "⟧ is ", rf"{C} is (appended to|added to|already in|put in front of) {C}"),
        ("gives", "gives", rf"{C} gives {C}"),
        ("sorted", "put in order", rf"{C} is put in order"),
        ("over", "s over", rf"\b(?:goes|runs) over {C}"),
        ("takes", "takes the value", rf"{C} takes the values? ({_LIST})"),
        ("turn", "turn ", rf"\bturn {C}"),
        ("nth_turn", " turn", rf"\b(\d+(?:st|nd|rd|th)|{'|'.join(_NTH)}) turn\b"),
        ("is", "⟧ is ⟦", rf"{C} is {C}"),
        ("unreached", "looked at", r"\bisn't looked at"),
        ("skipped", " is ", r"\bnothing is done|\bbranch is skipped"),
        ("loop_end", "loop ends", r"\bloop ends\b"),
        ("used_up", "no further", r"\bno further (?:value|turn)\b"),
        ("no_turn", "no turn", r"\bhas no turn\b"),
        ("break", "loop", r"\bloop is left\b|\bleave the loop\b"),
        ("continue", "this turn", r"\brest of this turn is skipped"),
        ("resume", "goes on", r"\bgenerator goes on\b"),
    )
)
"""For each kind of claim, a part of its words that is quickly looked for, and the pattern."""
_NUMBERS = re.compile(r"⟦(\d+)⟧")
_NAMED = re.compile(r"\b(\w{2,}(?: (?:is|are))?) $")
_NAME_LENGTH = 40
_SENTENCE = re.compile(r"[.!?] ")
_STRAY = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand|zero|twice|thrice|dozen"
    r"|True|False|None)\b|(?<![A-Za-z_⟦\d])\d+(?!\d|⟧|(?:st|nd|rd|th)\b)[^ ]*|[\]}]"
)


def parse(text: str) -> list[Claim]:
    """The claims of a line, in the order of the text; Rejected where a value stands outside of any claim."""
    skeleton, pieces = tokenize(text)
    if stray := _STRAY.search(skeleton):
        raise Rejected("value outside of a claim", stray[0])
    lowered, ends = skeleton.lower(), [found.start() for found in _SENTENCE.finditer(skeleton)]
    claims, used, places = list[Claim](), set[int](), [piece.place for piece in pieces]
    for kind, word, pattern in PATTERNS:
        if word not in lowered:
            continue
        for found in pattern.finditer(skeleton):
            numbers = [int(number) for number in _NUMBERS.findall(found[0])]
            words = next((g for g in found.groups() if g and not g.isdigit() and "⟦" not in g), "").lower()
            taken = tuple(pieces[number] for number in numbers)
            if kind == "turn" and not taken[0].text.isdigit():
                continue  # "in the second turn `i = 2`"
            span = (_origin(place, pieces, places) for place in found.span())
            claims.append(Claim(kind, taken, words, found.start(), bisect_left(ends, found.start()), *span))
            used.update(numbers)
    if lowered.count("change places") > sum(claim.kind == "swap" for claim in claims):
        raise Rejected("half a claim", "change places")
    for piece in (piece for number, piece in enumerate(pieces) if number not in used):
        kind = "equation" if " = " in piece.text else "mention"
        named = _NAMED.search(skeleton[max(0, piece.place - _NAME_LENGTH) : piece.place])
        words = named[1] if named else ""
        sentence = bisect_left(ends, piece.place)
        claims.append(Claim(kind, (piece,), words, piece.place, sentence, piece.start, piece.stop))
    return sorted(claims, key=lambda claim: claim.place)


def _origin(place: int, pieces: list[Piece], places: list[int]) -> int:
    """Where in the line a place lies that is counted with marks for values."""
    number = bisect_left(places, place) - 1
    return pieces[number].stop + place - places[number] - len(f"⟦{number}⟧") if number >= 0 else place


def tokenize(text: str) -> tuple[str, list[Piece]]:
    """The line with a mark in the place of each value, and the values."""
    pieces: list[Piece] = []
    skeleton: list[str] = []
    place = written = 0
    while found := _START.search(text, place):
        end, content, quoted = _piece_at(text, found.start())
        free, mark = text[place : found.start()], found[0]
        if end > found.start():
            mark = f"⟦{len(pieces)}⟧"
            pieces.append(Piece(content, written + len(free), quoted, found.start(), end))
        skeleton += [free, mark]
        place, written = max(end, found.end()), written + len(free) + len(mark)
    return "".join([*skeleton, text[place:]]), pieces


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
