"""Events on their way into the program: statements in order, and the events that are still to be written among them.

An event is noted where it happens, and written as late as nothing can tell the difference: before a call that may write
events of its own, and where a branch, a turn or a function ends. What is noted until then is written by one append, as
a block; `program.unpacked` makes single events of it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple

from generator.engine.program import Block, Part, Shape
from generator.engine.rewriting.build_ast import append, constant, load, put, tuple_of


class Note(NamedTuple):
    """An event that is still to be written.

    head:   the site's number, and references that are constants.
    values: the other references: names and constants.
    shape:  what makes the event of these when it is read (`program.py`).
    """

    head: tuple[Any, ...]
    values: tuple[ast.expr, ...] = ()
    shape: Shape | None = None


@dataclass(slots=True)
class Code:
    """The statements of a block, as far as they are made, and the notes that follow them.

    blocks:    the table of blocks of the program.
    temporary: gives a name that is not in use.
    """

    blocks: list[Block]
    temporary: Callable[[], str]
    pending: list[Note] = field(default_factory=list)
    statements: list[ast.stmt] = field(default_factory=list)

    def add(self, statement: ast.stmt, *bound: str) -> None:
        """Add a statement that writes no events; the old values of the names that it binds are kept for the notes."""
        for name in bound:
            if any(_mentions(value, name) for note in self.pending for value in note.values):
                kept = self.temporary()
                self.statements.append(put(kept, load(name)))
                self.pending = [_renamed(note, name, kept) for note in self.pending]
        self.statements.append(statement)

    def flush(self) -> None:
        """Write the notes."""
        if self.pending:
            self.statements.append(append(packed(self.take(), self.blocks)))

    def take(self) -> list[Note]:
        """The notes, which somebody else will write."""
        pending, self.pending = self.pending, []
        return pending


def packed(notes: list[Note], blocks: list[Block]) -> ast.expr:
    """What is written for some notes: an event, or the number of a new block and the values of its events."""
    if len(notes) == 1 and not notes[0].shape:
        return _row(notes[0].head, notes[0].values)
    values: list[ast.expr] = []
    parts = tuple(_part(note, values) for note in notes)
    blocks.append(parts)
    return _row((-len(blocks),), values)


def _part(note: Note, row: list[ast.expr]) -> Part:
    """How a note's event is made of a row; what the row does not hold yet is added to it."""
    values, tail = note.values, list[Any]()
    while values and _is_single(values[-1]):
        tail.insert(0, values[-1].value)  # type: ignore[attr-defined]
        values = values[:-1]
    places = [_place(value, row) for value in values]
    start = places[0] if places else 0
    in_a_row = places == list(range(start, start + len(places)))
    take = itemgetter(slice(start, start + len(places))) if in_a_row else itemgetter(*places)
    return note.head, take, tuple(tail), note.shape


def _place(value: ast.expr, row: list[ast.expr]) -> int:
    """Where a value stands in a row, whose number comes first; a name is told once."""
    if isinstance(value, ast.Name):
        name = value.id
        for place, known in enumerate(row, 1):
            if getattr(known, "id", None) == name:
                return place
    row.append(value)
    return len(row)


def _row(head: tuple[Any, ...], values: Iterable[ast.expr]) -> ast.expr:
    values = list(values)
    return tuple_of([*map(constant, head), *values]) if values else constant(head)


def _is_single(value: ast.expr) -> bool:
    """Whether an expression is a constant of which there is one in the world, so that any is the program's own."""
    return isinstance(value, ast.Constant) and (value.value is None or isinstance(value.value, bool))


def _mentions(value: ast.expr, name: str) -> bool:
    return isinstance(value, ast.Name) and value.id == name


def _renamed(note: Note, name: str, kept: str) -> Note:
    return note._replace(values=tuple(load(kept) if _mentions(value, name) else value for value in note.values))
