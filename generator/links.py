"""Links: for each claim of a rationale, where it stands in the text, and which event of the run licenses it.

The walk is the checker's (`verify.follow`); what it grants is only written down here, for whoever shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.engine.program import Trace
from generator.questions import answer
from generator.types import Record
from generator.verify import Line, check, follow, lines_of, problem_of


@dataclass(frozen=True, slots=True)
class Link:
    """A claim and what licenses it.

    line:        the line of the rationale, from 0.
    start, stop: the part of that line that states the claim.
    claim:       its kind, as `checker/claims.py` lists them.
    event:       the number of the event in the trace, from 0.
    kind:        what happens there, as `engine/program.py` lists it.
    source:      the line of the program, from 1; 0 for what belongs to none, such as a line that is read.
    """

    line: int
    start: int
    stop: int
    claim: str
    event: int
    kind: str
    source: int


def links(record: Record, trace: Trace) -> list[Link]:
    """The links of a record's claims, in the order of the text; Rejected where the record is not true."""
    check(record, trace)
    body, _, _ = record["completion"].partition("\n\n")
    question = answer(problem_of(record), trace, record["question_kind"], record["focus"], record["question"])
    lines = lines_of(body, record["step_events"], question.until)
    told = follow(lines, trace)
    events = (number for number, claims in told.items() for _ in claims)
    texts = body.split("\n")
    return [link for line, text in zip(lines, texts, strict=True) for link in _of_line(line, text, events, trace)]


def _of_line(line: Line, text: str, events: Iterator[int], trace: Trace) -> Iterator[Link]:
    """The links of one line; events are taken as far as its claims go."""
    mark = len(text) - len(line.text)
    for claim in line.claims:
        number = next(events)
        site = trace.site(trace.events[number])
        yield Link(line.number - 1, mark + claim.start, mark + claim.stop, claim.kind, number, site.kind, site.line)
