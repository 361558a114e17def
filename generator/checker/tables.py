"""Tables: the turns of a loop, a row each, where every cell is a claim about the turn.

    | turn | `values[j] > key` | `j` | `values`  |
    | ---- | ----------------- | --- | --------- |
    | 1    | holds (5 > 2)     | -1  | [5, 5, 4] |

Under a condition a cell says how that came out in the turn, with its values in parentheses, or `-` where it was not
looked at; under a name or a place it says what that holds when the turn ends; under `turn` it is the turn's number, and
under `prints` or `line` what is written or read in the turn. A row tells its turn as a whole: each name that the turn
binds, each container that it changes, and each condition that it looks at has to have its column, and a name may be
bound only once. The value of a name may stand with its arithmetic, `0 + 5 = 5`. Where turns are numbered, the condition
of a `while` needs no cell, since a turn begins only where it holds. A `continue` needs none either, since the row shows
that nothing else happens.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field

from generator.checker.claims import Claim
from generator.checker.expressions import expression, is_swap, is_value, sides, unparsed
from generator.checker.licence import Licence
from generator.checker.meaning import Moment
from generator.checker.tokens import Piece
from generator.engine.evaluate import Unknown
from generator.engine.replay import State
from generator.types import Rejected

NOTHING = "-"
"""What a cell holds that has nothing to tell."""
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r" *\|(?: *:?-+:? *\|)+$")
_CONDITION = re.compile(r"(holds|fails|yes|no)(?: \((.+)\))?$")
_NUMBERED = ("turn", "round", "pass", "#")
_PRINTED = ("prints", "printed", "output")
_READ = ("line", "input", "line read")
_QUIET = frozenset({"new", "item_turn", "filter", "continue", "define"})


def is_row(text: str) -> bool:
    """Whether a line of the text belongs to a table."""
    return text.lstrip(" ").startswith("|")


def is_rule(text: str) -> bool:
    """Whether a line parts the head of a table from its rows."""
    return bool(_RULE.match(text))


def cells(text: str) -> list[str]:
    """The cells of a row."""
    return [cell.strip() for cell in _CELL.split(text.strip().strip("|"))]


def written(cell: str) -> str:
    """A cell without the backticks around it."""
    return cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == "`" else cell


def normal(header: str) -> str:
    """An expression in a header as the interpreter writes it."""
    node = expression(written(header))
    return written(header) if node is None else unparsed(node)


@dataclass(slots=True)
class Row:
    """A row: its cells by their headers, the headers of those that are told, and what the last event has told."""

    cells: dict[str, str]
    begun: bool = False
    told: set[str] = field(default_factory=set)
    claims: list[Claim] = field(default_factory=list)

    # What an event needs

    def missing(self, licence: Licence, *, first: bool) -> str:
        """What an event of the turn is that no cell tells, in words; empty if the row tells it."""
        kind = licence.kind
        self.claims = []
        if first and kind not in ("turn", "test"):
            return f"{kind}, which begins no turn"
        if kind in _QUIET or licence.site.function.is_lambda or licence.site.function.number < 0:
            return ""
        act = getattr(self, f"on_{kind}", None)
        try:
            told = act is not None and act(licence)
        except (Unknown, Rejected):
            told = False
        return "" if told else unparsed(licence.site.node) if isinstance(licence.site.node, ast.expr) else kind

    def on_turn(self, licence: Licence) -> bool:
        """The turn begins, once, with its number and its bindings."""
        if self.begun or not self.is_number(licence):
            return False
        self.begun = True
        return all(self.binds(name, licence) for name in licence.site.names if name != "_")

    def is_number(self, licence: Licence) -> bool:
        """Whether the turn has the number that the row gives, if it gives one."""
        header = next((name for name in _NUMBERED if name in self.cells), "")
        if header:
            self.claims.append(Claim("turn", (Piece(self.cells[header], 0, quoted=False),), "", 0))
        return not header or self.cells[header] == licence.turn()

    def on_end(self, _: Licence) -> bool:
        return self.begun

    def on_test(self, licence: Licence) -> bool:
        """Each condition that was looked at has a cell that says how it came out; the others have none."""
        about, own = self.about(licence), self.conditions_of(licence)
        if any(normal(header) in own and cell == NOTHING for header, cell in self.cells.items()):
            return False
        if isinstance(licence.site.node, ast.While):
            if self.begun and isinstance(licence.site.node.test, ast.Constant):
                return True  # `while True` says nothing; what the turn after this one does, stands below the table
            if self.begun or not licence.event[1] or not self.is_number(licence):
                return False
            self.begun = True
            if not about and any(name in self.cells for name in _NUMBERED):
                return True  # that there is a turn of this number says that the condition holds
        return self.begun and all(self.decides(licence, *cell) for cell in about) and not licence.untold()

    def about(self, licence: Licence) -> list[tuple[str, str]]:
        """The cells under the conditions of a test that was looked at, each once, in the order of the columns."""
        own = self.conditions_of(licence)
        return [
            (header, cell) for header, cell in self.cells.items() if normal(header) in own and _CONDITION.match(cell)
        ]

    @staticmethod
    def conditions_of(licence: Licence) -> set[str]:
        """The texts of the conditions of a test that were looked at."""
        return {unparsed(node) for _, node in licence.conditions()}

    def decides(self, licence: Licence, header: str, cell: str) -> bool:
        found = _CONDITION.match(cell)
        if not found or header in self.told:
            return False
        self.told.add(header)
        pieces = [Piece(written(header), 0, quoted=True)]
        pieces += [Piece(written(found[2]), 0, quoted=True)] if found[2] else []
        self.claims.append(Claim("test", tuple(pieces), found[1], 0))
        return licence.grants(self.claims[-1])

    def on_bind(self, licence: Licence) -> bool:
        names = [name for name in licence.site.names if name != "_"]
        return self.begun and all(self.binds(name, licence) for name in names)

    def binds(self, name: str, licence: Licence) -> bool:
        """Whether the row has a cell for a name, which is bound here and nowhere else in the turn."""
        header = self.column(name)
        if not header or header in self.told:
            return False
        cell = written(self.cells[header])
        if " = " in cell and not licence.is_worth(cell, licence.text(name, licence.after)):
            return False
        self.tell(header)
        licence.tell(name, licence.now)
        return True

    def tell(self, header: str) -> None:
        self.told.add(header)
        pieces = (Piece(written(header), 0, quoted=True), Piece(written(self.cells[header]), 0, quoted=True))
        self.claims.append(Claim("gets", pieces, "is", 0))

    def column(self, place: str) -> str:
        """The header of a place; empty if it has none."""
        return next((header for header in self.cells if written(header) == place), "")

    def on_item(self, licence: Licence) -> bool:
        """A container that is changed has a column, or the very place has."""
        if is_swap(licence.site.node) and not licence.is_last():
            return self.begun
        return self.begun and self.shows(licence, licence.now)

    on_attr = on_method = on_mutate = on_drop = on_item

    def shows(self, licence: Licence, moment: Moment) -> bool:
        for header in self.cells:
            node = expression(written(header))
            if node is not None and is_place(node) and licence.touches(written(header), moment):
                self.tell(header)
                return True
        return licence.kind in ("method", "mutate") and not licence.is_changed()

    def on_print(self, licence: Licence) -> bool:
        return self.says(_PRINTED, licence.event[1])

    def on_read(self, licence: Licence) -> bool:
        return self.says(_READ, licence.event[1])

    def says(self, headers: tuple[str, ...], text: str) -> bool:
        """Whether a cell holds the text of a line that is written or read, which may happen once in a turn."""
        header = next((header for header in headers if header in self.cells), "")
        if not header or header in self.told or not self.begun:
            return False
        self.tell(header)
        return written(self.cells[header]) == text.removesuffix("\n")

    # What every cell must be

    def wrong(self, state: State, licence: Licence) -> str:
        """The first cell that is not so when the turn has ended; empty if all are."""
        if not self.begun:
            return "a row without a turn"
        extra, licence.extra = licence.extra, {}  # a comprehension that has begun since has names of its own
        try:
            wrong = (
                f"{name}: {cell}" for name, cell in self.cells.items() if not self.is_so(name, cell, state, licence)
            )
            return next(wrong, "")
        finally:
            licence.extra = extra

    def is_so(self, header: str, cell: str, state: State, licence: Licence) -> bool:
        if header in _NUMBERED:
            return True  # held against the turn when it began
        if cell == NOTHING:
            return header not in self.told and self.has_nothing(header, state, licence)
        if header in (*_PRINTED, *_READ) or _CONDITION.match(cell):
            return header in self.told
        node = expression(written(header))
        if node is None or not is_place(node):
            return False
        if " = " in cell and header not in self.told:
            return False  # arithmetic that this turn has not done
        text = licence.text_or_none(node, state)
        return text is not None and self.is_value_of(written(cell), text, licence)

    @staticmethod
    def has_nothing(header: str, state: State, licence: Licence) -> bool:
        """Whether a cell may be without a value: a condition that was not looked at, or a name that has none yet."""
        node = expression(written(header))
        known = node is not None and is_place(node) and licence.text_or_none(node, state) is not None
        return not known or normal(header) in licence.all_conditions

    @staticmethod
    def is_value_of(cell: str, text: str, licence: Licence) -> bool:
        try:
            last = sides(cell)[-1]
            return last == text or (not is_value(last) and licence.text(last) == text)
        except Unknown:
            return False


def is_place(node: ast.expr) -> bool:
    """Whether an expression names what can be stored into."""
    return isinstance(node, ast.Name | ast.Attribute | ast.Subscript)
