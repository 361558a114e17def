"""Pieces of a rationale: some lines in a row that a model words at a time, with what holds when they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.engine.program import Trace
from generator.engine.replay import State
from generator.types import Rationale, Rejected, Step

NAMES, LENGTH = 12, 120
"""The most names that a prompt tells, and the longest value of one; the facts of a piece hold their values anyway."""
_STEP = re.compile(r"( *(?:\d+\.|-) )([^\n]*)(.*)", re.DOTALL)
_MARK = re.compile(r"\s*(?:[-*]|\d+\.)\s+")
_END = re.compile(r"[.:!?][`'\")]*$")
_FOREIGN = re.compile(r"```|<\||</?\w+>|[^\S ]")
"""What is no part of a line of prose: fences, marks of a chat, tags, odd white space."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some steps of a rationale, by their places; facts are their lines, and state is what holds before them."""

    steps: tuple[int, ...]
    facts: tuple[str, ...]
    state: str


def cut(rationale: Rationale, trace: Trace, most: int) -> list[Piece]:
    """A rationale in pieces of at most so many lines; the rows of tables are in none of them."""
    groups = list(_groups(rationale.steps, most))
    starts = [rationale.steps[group[0] - 1].end if group[0] else 0 for group in groups]
    facts = [tuple(_parts(rationale.steps[place])[1] for place in group) for group in groups]
    return [Piece(*piece) for piece in zip(map(tuple, groups), facts, _states(trace, starts), strict=True)]


def _groups(steps: Sequence[Step], most: int) -> Iterator[list[int]]:
    """The places of lines that follow each other; none goes on behind a table."""
    group: list[int] = []
    for place, step in enumerate(steps):
        if not _STEP.match(step.text):
            continue
        if group and (len(group) == most or place != group[-1] + 1):
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _parts(step: Step) -> tuple[str, str, str]:
    """The mark of a step, its line, and the head of a table below it."""
    found = _STEP.match(step.text)
    assert found
    return found[1], found[2], found[3]


def _states(trace: Trace, starts: Sequence[int]) -> Iterator[str]:
    """What the names of the running function hold at some events, which are in order."""
    state, done = State(trace.program), 0
    for start in starts:
        state.apply(*trace.events[done:start])
        done = start
        yield _shown(state)


def _shown(state: State) -> str:
    texts = {name: state.text_or_kind(value) for name, value in state.frame.names.items()}
    short = [f"`{name} = {text}`" for name, text in texts.items() if len(text) <= LENGTH and text[:1] != "<"]
    return ", ".join(short[:NAMES])


def put(steps: Sequence[Step], piece: Piece, text: str) -> tuple[Step, ...]:
    """The steps with a text in the place of a piece; Rejected where it doesn't have its form."""
    new = list(steps)
    for place, line in zip(piece.steps, lines_of(text, piece), strict=True):
        mark, _, rest = _parts(steps[place])
        new[place] = replace(steps[place], text=f"{mark}{line}{rest}")
    return tuple(new)


def lines_of(text: str, piece: Piece) -> list[str]:
    """The lines of a text without their marks, as many as the piece has, each one of prose."""
    lines = [_MARK.sub("", line, count=1) if _MARK.match(line) else line.strip() for line in text.split("\n")]
    lines = [line.rstrip() for line in lines if line]
    if len(lines) != len(piece.facts):
        raise Rejected("form", f"{len(lines)} lines, and {len(piece.facts)} were asked for")
    for line, facts in zip(lines, piece.facts, strict=True):
        if not _END.search(line) or _FOREIGN.search(line):
            raise Rejected("form", f"no line of prose: {line[-60:]!r}")
        if len(line) > 3 * len(facts) + 200:
            raise Rejected("form", f"{len(line)} characters for {len(facts)}")
    return lines
