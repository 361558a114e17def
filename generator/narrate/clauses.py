"""What one event is worth saying: the telling of an event stands under its name in one of the classes below.

A clause is a piece of a sentence that tells one event or a few; `outline.py` orders clauses by loops and calls, and
`sentences.py` joins them. Values always come from the replayed state, never from a template.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.engine.program import Event, Trace
from generator.engine.replay import State
from generator.narrate.calls import Calls
from generator.narrate.cells import Cell, Cells
from generator.narrate.comprehensions import Comprehensions
from generator.narrate.control import Outcome
from generator.narrate.inputs import Inputs
from generator.narrate.loops import Loops
from generator.narrate.styles import Style
from generator.narrate.telling import QUIET, Clause, Words, fill
from generator.types import Question

__all__ = ["Clause", "Teller", "fill"]


class Teller(Cells, Loops, Comprehensions, Calls, Inputs):
    """Tells the events of one trace, one after the other."""

    def __init__(self, trace: Trace, question: Question, hints: Mapping[int, str], words: Words, style: Style) -> None:
        super().__init__(trace, question, hints, words, style)
        self.unshown: dict[str, int] = {}
        self.paired: set[tuple[str, str]] = set()
        self.outcomes: dict[int, tuple[Outcome, int]] = {}
        self.unreached: dict[tuple[int, tuple[bool, ...]], int] = {}
        self.forms: dict[tuple[int, int], str] = {}
        self.announced: dict[int, list[str]] = {}
        self.collected = {}
        self.lines_read, self.printed = 0, -2
        self.told_cells: dict[int, list[Cell] | None] = {}

    def tell(self, number: int, event: Event, before: State, after: State) -> list[Clause]:
        """The clauses of an event; the turns of a comprehension stand before what is made of them."""
        told = super().tell(number, event, before, after)
        if self.style.tables:
            self.told_cells[number] = self.cells(event)
        if not self.collected or self.site.kind in QUIET:
            return told
        turns = self.turns_told()
        if turns and told:
            told[0].links = ", so " if told[0].role != "test" else "; " if self.style.asks else "; hence "
            told[0].event = turns[0].event
        return [*turns, *told] if told else told
