"""Walks text and execution together: every line's claims are licensed by the events of that line, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.checker.claims import Claim, parse
from generator.checker.licence import Licence
from generator.checker.tables import Row, cells, is_row, is_rule
from generator.engine.program import Trace
from generator.engine.replay import State, walk
from generator.types import Rejected

_MARK = re.compile(r"((?:   )*)(?:(\d+)\.|-) (.+)$", re.DOTALL)


@dataclass(slots=True)
class Line:
    """A line of the rationale: its claims, how many of them are told, and its events (from `start` up to `end`).

    spare: how many of the last claims say what was so when a loop or a call ended, or a call began, and may be about
           what follows as well.
    row:   for the row of a table, its cells, in the place of claims.
    """

    number: int
    text: str
    claims: list[Claim]
    start: int
    end: int
    told: int = 0
    spare: int = 0
    row: Row | None = None

    def reject(self, reason: str, detail: str) -> Rejected:
        return Rejected(reason, f"line {self.number}, {detail}, in {self.text[:200]!r}")


def lines(body: str, step_events: Sequence[int], until: int) -> list[Line]:
    """The lines with the events they tell; their numbers must run, and so must their events.

    The head of a table belongs to the line above it; each of its rows is a line of its own.
    """
    found = list(_lines(body.split("\n")))
    if len(found) != len(step_events):
        raise Rejected("form", f"{len(found)} lines, but {len(step_events)} steps")
    if list(step_events) != sorted(step_events) or step_events[-1] != until or step_events[0] < 0:
        raise Rejected("form", "the steps do not cover the events in order")
    for line, start, end in zip(found, [0, *step_events], step_events, strict=False):
        line.start, line.end = start, end
        if start == end:
            raise Rejected("form", f"line {line.number} tells no event: {line.text[:60]!r}")
    return found


def _lines(texts: list[str]) -> Iterator[Line]:
    expected, depth, number = 1, 0, 0
    while number < len(texts):
        text = texts[number]
        found = _MARK.match(text)
        if not found or len(found[1]) // 3 > depth + 1:
            raise Rejected("form", f"line {number + 1} is no step: {text[:60]!r}")
        depth = len(found[1]) // 3
        if found[2]:
            if depth or found[2] != str(expected):
                raise Rejected("form", f"step {found[2]} stands where step {expected} belongs")
            expected += 1
        table = _table(texts, number + 1)
        line = Line(number + 1, found[3], parse(found[3]), 0, 0)
        if not line.claims:
            raise Rejected("form", f"line {number + 1} states nothing: {text[:60]!r}")
        yield line
        yield from _rows(table, number + 1)
        number += 1 + len(table)


def _table(texts: list[str], start: int) -> list[str]:
    """The lines of the table that stands below a line; none if there is no table."""
    end = start
    while end < len(texts) and is_row(texts[end]):
        end += 1
    return texts[start:end]


def _rows(table: list[str], place: int) -> Iterator[Line]:
    if not table:
        return
    headers = cells(table[0])
    if len(table) < 3 or not is_rule(table[1]) or len(set(headers)) < len(headers):  # noqa: PLR2004 - a head, a rule, a row
        raise Rejected("form", f"line {place + 1} begins no table: {table[0][:60]!r}")
    for number, text in enumerate(table[2:], place + 3):
        found = cells(text)
        if len(found) != len(headers) or len(cells(table[1])) != len(headers):
            raise Rejected("form", f"line {number} has {len(found)} cells under {len(headers)} headers")
        yield Line(number, text.strip(), [], 0, 0, row=Row(dict(zip(headers, found, strict=True))))


def follow(steps: list[Line], trace: Trace, left: int = -1) -> Mapping[int, list[Claim]]:
    """Hold text and execution together, event by event; the claims by the event that licenses them.

    left: the number of an event that the conclusion tells.
    """
    told: dict[int, list[Claim]] = {}
    licence, waiting = Licence(trace), iter(steps)
    line, state, begun = next(waiting), State(trace.program), list[int]()
    for number, event, state, after in walk(trace):
        while number >= line.end:
            _finish(line, state, licence)
            following = next(waiting, None)
            if following is None:
                return told
            line = following
        licence.move(event, state, after)
        begun = begun if licence.waiting else []
        for one in (*begun, number) if (granted := _hold(line, licence, number, left)) else ():
            told.setdefault(one, []).extend(granted)
        if line.row is None and licence.is_waiting():
            licence.wait()
            begun.append(number)
    for rest in (line, *waiting):
        _finish(rest, state, licence)
    return told


def _hold(line: Line, licence: Licence, number: int, left: int) -> list[Claim]:
    """Hold an event against the line that tells it; the claims that it confirms."""
    if licence.overdue:
        raise line.reject("event not told", f"a part of the statement before: {licence.overdue!r}")
    if line.row is not None and (number == left or licence.ends_silently()):
        _finish(line, licence.before, licence)
        line.row = None  # the last turn is over
    if line.row is not None:
        return _follow_row(line, licence, number)
    granted = _grant(line, licence)
    if not granted and number == line.start and line.number > 1 and not licence.begins():
        raise line.reject("claim not confirmed", f"which does not begin with what it tells ({_shown_claim(line)})")
    if number != left and line.spare and licence.untold():
        granted = _take_back(line, licence, granted)
    line.spare = _spare(granted, licence) if granted else line.spare
    if (missing := licence.untold()) and number != left:
        place = f"line {licence.site.line} of the program"
        raise line.reject("event not told", f"{place}: {missing!r} ({_shown_claim(line)})")
    return granted


def _follow_row(line: Line, licence: Licence, number: int) -> list[Claim]:
    """Hold an event against the row that tells it; the claims are those of the cells."""
    assert line.row is not None
    if missing := line.row.missing(licence, first=number == line.start):
        raise line.reject("event not told", f"line {licence.site.line} of the program: {missing!r}")
    return line.row.claims


def _grant(line: Line, licence: Licence) -> list[Claim]:
    """The next claims of a line that an event confirms."""
    first = line.told
    while line.told < len(line.claims) and licence.grants(line.claims[line.told]):
        line.told += 1
    return line.claims[first : line.told]


def _spare(granted: list[Claim], licence: Licence) -> int:
    """How many of the claims that an event has confirmed it can do without: it has nothing to tell, or is told."""
    if licence.kind == "call" and "call" in licence.told:
        return sum(claim.kind != "enter" for claim in granted)
    return len(granted) if licence.kind == "end" or licence.ends_silently() else 0


def _take_back(line: Line, licence: Licence, granted: list[Claim]) -> list[Claim]:
    """Hold claims against this event that were taken for what was so at the one before: `x` is 0."""
    first, last = line.told - len(granted), line.told
    for spare in range(1, line.spare + 1):
        line.told = first - spare
        again = _grant(line, licence)
        if line.told >= first and not licence.untold():
            return again
    line.told = last
    return granted


def _finish(line: Line, state: State, licence: Licence) -> None:
    """See that a line has nothing left to tell, and leaves nothing untold."""
    if line.row is not None and (wrong := line.row.wrong(state, licence)):
        raise line.reject("claim not confirmed", wrong)
    while line.told < len(line.claims) and licence.grants_at_end(line.claims[line.told]):
        line.told += 1
    if line.told < len(line.claims):
        raise line.reject("claim not confirmed", _shown_claim(line))
    if owed := licence.owed():
        raise line.reject("event not told", f"what is left of the last statement: {owed!r}")


def _shown_claim(line: Line) -> str:
    """The claim of a line that waits to be confirmed."""
    if line.told == len(line.claims):
        return "no claim is left"
    claim = line.claims[line.told]
    return f"{claim.kind} {' '.join(piece.text for piece in claim.pieces) or claim.words!r}"
