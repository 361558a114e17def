"""What one event is worth saying: the telling of an event stands under its name in one of the classes below.

A clause is a piece of a sentence that tells one event or a few; `outline.py` orders clauses by loops and calls, and
`sentences.py` joins them. Values always come from the replayed state, never from a template.
"""

from __future__ import annotations

from collections import deque
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
        if told and self.question.kind == "same_object" and number in self.must:
            told = [*told, *self.shared_objects()]
        if self.style.tables:
            self.told_cells[number] = self.cells(event)
        if not self.collected or self.site.kind in QUIET:
            return told
        turns = self.turns_told()
        if turns and told:
            told[0].links = ", so " if told[0].role != "test" else "; " if self.style.asks else "; hence "
            told[0].event = turns[0].event
        return [*turns, *told] if told else told

    def shared_objects(self) -> list[Clause]:
        """That names of which the question asks hold the same object, said when the later of them comes to hold it."""
        names, frame = self.question.answer.split(", "), self.after.frame
        bound = self.site.function.parameters if self.site.kind == "call" else self.site.names
        held = [name for name in names if name in frame.names]
        clauses = []
        for name in (one for one in held if one in bound):
            others = [one for one in held if one != name and frame.names[one] is frame.names[name]]
            if others and not (others[0] in bound and held.index(others[0]) > held.index(name)):
                kind = _KINDS.get(type(frame.names[name]), "object")
                text = self.words.pick(
                    "same",
                    f"`{name}` is now the same {kind} as `{others[0]}`",
                    f"`{others[0]}` and `{name}` are now one {kind}",
                    f"`{name}` and `{others[0]}` are now the same {kind}",
                )
                clauses.append(self.fact(text))
                clauses[-1].begins = True
        return clauses


_KINDS: dict[type, str] = {list: "list", dict: "dict", set: "set", deque: "deque"}
