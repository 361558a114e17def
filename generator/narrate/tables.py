"""Puts the turns of a regular loop into a table: a row each, with what every variable holds when the turn ends."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from generator.engine.program import Trace
from generator.engine.replay import State
from generator.narrate import expressions as say
from generator.narrate.blocks import Block
from generator.narrate.cells import NOTHING, Cell
from generator.narrate.telling import Clause
from generator.types import Rejected

FEWEST = 3
_MOST = 40
_COLUMNS = 7
_WIDE = 40
"""Rows of a table, its columns, and characters of a cell."""
_ONCE = ("bind", "print", "read")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, and the event that it begins with."""

    cells: tuple[str, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Table:
    headers: tuple[str, ...]
    rows: tuple[Row, ...]

    def head(self, indent: str) -> str:
        """The lines above the first row."""
        return f"{row_of(self.headers, indent)}\n{row_of(('---',) * len(self.headers), indent)}"


def row_of(cells: tuple[str, ...], indent: str) -> str:
    """A row of a table in Markdown."""
    return f"{indent}| {' | '.join(cells)} |"


class Tables:
    """Makes tables of turns, from the cells that each event of the trace has."""

    def __init__(self, trace: Trace, cells: Mapping[int, list[Cell] | None], *, computes: bool) -> None:
        self.trace, self.cells, self.computes = trace, cells, computes

    def table(self, turns: list[Block]) -> Table | None:
        """The table of the turns from the first on that are alike; None where that are too few."""
        regular: list[dict[str, Cell]] = []
        for turn in turns[:_MOST]:
            found = self.turn(turn)
            if found is None:
                break
            regular.append(found)
        for computes in (True, False) if self.computes else (False,):
            if table := self.longest(regular, turns, computes=computes):
                return table
        return None

    def longest(self, regular: list[dict[str, Cell]], turns: list[Block], *, computes: bool) -> Table | None:
        """The longest table that has room for its cells."""
        counts = isinstance(turns[0].loop, ast.While) if turns else False
        while len(regular) >= FEWEST:
            if table := self.filled(regular, turns[: len(regular)], numbered=counts, computes=computes):
                return table
            regular = regular[: len(regular) // 2]
        return None

    def turn(self, turn: Block) -> dict[str, Cell] | None:
        """The cells of a turn by their headers; None where a cell can't tell all of it."""
        found: dict[str, Cell] = {}
        for number in range(turn.start, turn.end):
            cells, site = self.cells.get(number), self.trace.site(self.trace.events[number])
            if cells is None or (isinstance(site.node, ast.While) and site.node is not turn.loop):
                return None  # a loop inside may have begun, and the answer be known before it goes on
            for cell in cells:
                before = found.get(cell.header)
                if before is not None and (before.kind != cell.kind or cell.kind in ("test", *_ONCE)):
                    return None
                found[cell.header] = cell
        return found

    def filled(
        self, regular: list[dict[str, Cell]], turns: list[Block], *, numbered: bool, computes: bool
    ) -> Table | None:
        """The table with all cells filled; None where it would be too wide, or would say two things in one column."""
        headers: dict[str, str] = {}
        for cells in regular:
            for cell in cells.values():
                if headers.setdefault(cell.header, cell.kind) != cell.kind and "test" in (
                    cell.kind,
                    headers[cell.header],
                ):
                    return None
        ordered = _ordered(headers, turns[0].loop)
        states = self.values([header for header in ordered if headers[header] in ("bind", "change")], turns)
        rows = []
        for place, (cells, turn) in enumerate(zip(regular, turns, strict=True)):
            texts = [_cell(cells.get(h), states[place].get(h), computes=computes) for h in ordered]
            number = [str(_number(turn))] if numbered else []
            rows.append(Row((*number, *texts), turn.start))
        shown = tuple(h if headers[h] in ("print", "read") else say.code(h) for h in ordered)
        fits = all("|" not in text and len(text) <= _WIDE for row in rows for text in (*row.cells, *shown))
        if not fits or not 2 <= len(shown) + numbered <= _COLUMNS:  # noqa: PLR2004 - one column is a list
            return None
        return Table((*(["turn"] if numbered else []), *shown), tuple(rows))

    def values(self, places: list[str], turns: list[Block]) -> list[dict[str, str]]:
        """What places hold at the end of each turn, as prose shows it; those that hold nothing yet are left out."""
        state, done, found = State(self.trace.program), 0, []
        for turn in turns:
            for event in self.trace.events[done : turn.end]:
                state.apply(event)
            done = turn.end
            texts = {place: _text(place, state) for place in places}
            found.append({place: say.value(text) if text else NOTHING for place, text in texts.items()})
        return found


def _cell(cell: Cell | None, value: str | None, *, computes: bool) -> str:
    """The text of a cell: a value, with its arithmetic where that is wanted, or how a condition came out."""
    if value is None:
        return cell.text if cell is not None else NOTHING
    if not computes or cell is None or not cell.text:
        return value
    return say.sum_of(f"{cell.text} = {value}") if say.is_literal(value) else value


def _number(turn: Block) -> int:
    """The number of a turn of a `while` loop: in a generator that goes on, the first row is not the first turn."""
    tests = (item.turn for item in turn.items if isinstance(item, Clause) and item.test is not None)
    return 1 + next(tests, 0)


def _text(place: str, state: State) -> str | None:
    try:
        return say.text(say.parsed(place), state)
    except Rejected:
        return None


def _ordered(headers: Mapping[str, str], loop: ast.AST | None) -> list[str]:
    """The headers in the order of the columns: what the loop binds, then conditions and changes as they come."""
    target = getattr(loop, "target", None)
    bound = [part.id for part in ast.walk(target) if isinstance(part, ast.Name)] if target is not None else []
    return [*[h for h in headers if h in bound], *[h for h in headers if h not in bound]]
