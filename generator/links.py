"""Links: for each claim of a rationale, where it stands in the text, and which event of the run licenses it.

The walk is the checker's (`checker/walk.py`); what it grants is only written down here, for whoever shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checker.claims import Claim
from generator.checker.tokens import origin, tokenize
from generator.checker.walk import Line
from generator.engine.program import Trace
from generator.types import Record
from generator.verify import check


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
    lines, told = check(record, trace)
    texts = record["completion"].split("\n")  # with the marks of lists and tables
    return [link for line in lines for link in _of_line(line, texts[line.number - 1], told, trace)]


def _of_line(line: Line, text: str, told: Mapping[int, list[Claim]], trace: Trace) -> Iterator[Link]:
    """The links of one line: each claim with the last of the events that it tells; a row of a table is one piece."""
    licensed = {id(claim): number for number in range(line.start, line.end) for claim in told.get(number, ())}
    claims = line.claims or [claim for number in range(line.start, line.end) for claim in told.get(number, ())]
    _, pieces = tokenize(line.text)
    mark = text.index(line.text)
    for claim in claims:
        number = licensed.get(id(claim), line.end - 1)  # what is so where the line ends
        site = trace.site(trace.events[number])
        start, stop = (origin(place, pieces) for place in (claim.place, claim.stop or len(line.text)))
        yield Link(line.number - 1, mark + start, mark + stop, claim.kind, number, site.kind, site.line)
