"""What an expression in a claim means: its value, and whether it is one of the program with values put in.

An expression in a claim stands for one in the program if it is the same with values in the place of some of its parts
(`values[0] > 5` for `values[j] > key`); `Meaning.means` decides.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.checker.expressions import (
    expression,
    head,
    is_literal,
    is_value,
    mark_statements,
    read,
    sides,
    statement_of,
    unparsed,
)
from generator.engine.evaluate import Unknown, text_of
from generator.engine.program import Event, Site, Trace
from generator.engine.replay import State

_INERT = frozenset({"ctx", "kind", "type_comment"})
_TELLING = {
    kind: tuple(name for name in kind._fields if name not in _INERT)
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST)
}
"""The fields that say what a node means, by its kind."""
FRACTION = re.compile(r"(-?\d+)/(\d+)")
"""How a fraction is written in prose."""


@dataclass(slots=True)
class Moment:
    """An event as claims see it: the parts of it that they have told so far.

    held:      texts of the items that its container held before, kept for an event that waits.
    lost:      texts of the items that the container lost by it.
    statement: the statement that it belongs to; None where that is not known yet.
    """

    event: Event
    site: Site
    told: set[str] = field(default_factory=set)
    held: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    statement: ast.stmt | None = None


@dataclass(slots=True)
class Turn:
    """A turn of a comprehension: its bindings, and how its conditions came out."""

    names: dict[str, Any]
    truths: dict[int, bool] = field(default_factory=dict)


_SPOKEN_OF = frozenset({"method", "mutate"})
QUIET = frozenset({"new", "item_turn", "filter"})
"""Events that go unnoticed between the other events of a statement."""


class Meaning:
    """The event that claims are held against, and what expressions mean just before and just after it.

    waiting: earlier events of the running statement that are not told yet: `n = int(input())` is told as a whole.
    spent:   earlier events of the running statement that are told, of which more may be said.
    overdue: an event of a statement that is over, and that nobody has told; empty if there is none.
    turns:   the turns of the comprehensions of the running statement, by their node.
    """

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.now = Moment((0,), trace.program.sites[0])
        self.waiting: list[Moment] = []
        self.spent: list[Moment] = []
        self.overdue = ""
        self.turns: dict[int, list[Turn]] = {}
        self.turns_over = False
        self.extra: dict[str, Any] = {}
        self.last: dict[int, int] = {id(site.node): site.index for site in trace.program.sites}
        self.lines_read = 0
        self.number = -1
        mark_statements(trace.program)

    def move(self, event: Event, before: State, after: State) -> None:
        """Go to the next event; what waits is overdue if another statement runs."""
        site = self.trace.program.sites[event[0]]
        self.number += 1
        self.overdue = ""
        if site.kind not in QUIET:
            self.settle(statement_of(site.node), site)
        self.event, self.before, self.after = event, before, after
        self.site, self.kind = site, site.kind
        self.now = Moment(event, site)
        self.follow_turns(event, site)
        if site.kind == "read":
            self.lines_read += max(1, event[1].count("\n"))

    def settle(self, statement: ast.stmt | None, site: Site) -> None:
        """Have what waits adopt the statement that runs, or be overdue where that is another one."""
        if self.now.site.kind in _SPOKEN_OF:
            self.spent.append(self.now)
        if self.spent:
            self.spent = [m for m in self.spent if statement_of(m.site.node) is statement is not None]
        for moment in self.waiting:
            moment.statement = moment.statement or statement
        if any(m.statement is not statement or site.kind == "turn" for m in self.waiting):
            self.overdue = self.owed()
            self.waiting = []

    def owed(self) -> str:
        """What still waits to be told, in words; empty if nothing does."""
        return next((unparsed(m.site.node) or m.site.kind for m in self.waiting if not m.told), "")

    def wait(self) -> None:
        """Let the event be told with what follows of its statement."""
        self.now.statement = statement_of(self.site.node)
        self.waiting.append(self.now)

    def moments(self) -> Iterator[Moment]:
        """The event, and those that wait to be told with it."""
        yield self.now
        yield from self.waiting

    def follow_turns(self, event: Event, site: Site) -> None:
        """Keep the turns of comprehensions for the event that follows them."""
        if self.turns and self.turns_over:
            self.turns = {}
        self.turns_over = site.kind not in QUIET
        if site.kind == "item_turn":
            turns = self.turns.setdefault(id(site.node), [])
            turns.append(Turn(dict(zip(site.names, event[1:], strict=True))))
            self.extra = turns[-1].names
        elif site.kind == "filter":
            turn = next((turns[-1] for turns in self.turns.values() if turns[-1].names is self.extra), None)
            if turn is not None:
                turn.truths[id(site.node)] = event[1]
        elif site.kind != "new":
            self.extra = {}

    @property
    def told(self) -> set[str]:
        return self.now.told

    def done(self, part: str) -> bool:
        """Note that a part of the event is told; False where it was told before."""
        if part in self.now.told:
            return False
        self.now.told.add(part)
        return True

    def may_state(self, *, entered: bool = False) -> bool:
        """Whether a claim about what is so may be held against this event, and not against one that is still to come.

        entered: whether it may be what is so when a call begins.
        """
        return self.kind == "end" or (entered and self.kind == "call") or self.ends_silently()

    def ends_silently(self) -> bool:
        """Whether a call ends where the program has no `return`, of which no line tells."""
        named = not self.site.function.is_lambda and self.site.function.number >= 0
        return named and self.kind == "return" and not isinstance(self.site.node, ast.Return)

    def parts(self) -> list[ast.expr]:
        """The expressions of the statement that the event belongs to."""
        return head(self.site.node)

    def is_last(self) -> bool:
        """Whether this is the last event of one run of its statement."""
        return self.last[id(self.site.node)] == self.site.index

    def text(self, written: str, *states: State) -> str:
        """The canonical text that an expression of a claim has in the first state that tells it."""
        if fraction := FRACTION.fullmatch(written):
            return f"Fraction({fraction[1]}, {fraction[2]})"
        node = expression(written)
        if node is None:
            raise Unknown
        if is_value(written):
            return written
        for state in states:
            try:
                return text_of(node, state, self.extra)
            except Unknown:
                continue
        raise Unknown

    def text_or_none(self, node: ast.expr, state: State) -> str | None:
        try:
            return text_of(node, state, self.extra)
        except Unknown:
            return None

    def contents(self, value: Any, state: State) -> list[str]:
        """The texts of the items of a container; of a dict its keys. Unknown for what is none."""
        held = state.look(value)
        if held is None or type(held) in (str, range):
            raise Unknown
        return list(map(state.text, held))

    def is_worth(self, piece: str, text: str) -> bool:
        """Whether what a claim writes as a value is this canonical text: `24`, or arithmetic `4 * 6 = 24`."""
        *arithmetic, last = sides(piece)
        if last != text and not self.is_worth_text(last, text):
            return False
        return all(self.is_right_side(side, text) for side in arithmetic)

    def is_worth_text(self, last: str, text: str) -> bool:
        """Whether the last side of a value is this text: written otherwise, or as the statement's own arithmetic."""
        if text == f"Fraction({last}, 1)":
            return True
        try:
            return self.text(last) == text
        except Unknown:
            return self.is_right_side(last, text)

    def is_right_side(self, written: str, text: str) -> bool:
        """Whether an expression is the right side of the statement, with values in some places, and has this value."""
        node, right = expression(written), self.right_side()
        if node is None or right is None or not (self.means(node, right) or self.is_given(node, right)):
            return False
        try:
            return text in (self.text(written, self.before, self.after), self.text_or_none(node, self.before))
        except Unknown:
            return self.is_the_call(node, right)

    def is_the_call(self, node: ast.expr, right: ast.expr) -> bool:
        """Whether an expression is the right side: as it stands, or as a call that waits with what it was given."""
        if ast.dump(node) != ast.dump(right) and not self.is_given(node, right):
            return False
        for moment in self.waiting:
            if moment.site.node is right:
                moment.told.add("method")
        return True

    def is_given(self, node: ast.expr, right: ast.expr) -> bool:
        """Whether a call is the right side, with what the method was given when it ran: it waits to be told."""
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.keywords:
            return False
        given = [m.event[3] for m in self.waiting if m.site.node is right and m.site.kind == "method"]
        same = any(list(map(unparsed, node.args)) == list(map(self.after.text, one)) for one in given)
        return same and self.means(node.func, right.func)  # type: ignore[attr-defined]

    def right_side(self) -> ast.expr | None:
        """The expression whose value the statement stores, returns or prints."""
        node = self.site.node
        if isinstance(node, ast.AugAssign):
            return ast.BinOp(read(node.target), node.op, node.value)
        found = getattr(node, "value", None)
        return found if isinstance(found, ast.expr) else None

    def means(self, claim: ast.AST, code: ast.AST) -> bool:
        """Whether an expression of a claim is one of the program, with values in the place of some of its parts."""
        if type(claim) is type(code) and self.same_fields(claim, code):
            return True
        if not is_literal(claim) or not isinstance(code, ast.expr) or is_literal(code):
            return False
        return self.is_the_value(claim, code)

    def is_the_value(self, claim: ast.AST, code: ast.expr) -> bool:
        """Whether a value stands in the place of an expression that has it."""
        if isinstance(code, ast.NamedExpr):
            code = code.target  # which has its value by now
        try:
            return text_of(code, self.before, self.extra) == unparsed(claim)
        except Unknown:
            return False

    def same_fields(self, claim: ast.AST, code: ast.AST) -> bool:
        for name in _TELLING[type(claim)]:
            if not self.same_field(getattr(claim, name, None), getattr(code, name, None)):
                return False
        return True

    def same_field(self, claim: Any, code: Any) -> bool:
        if claim is code:
            return True  # as signs such as `<` are
        if isinstance(claim, ast.AST):
            return isinstance(code, ast.AST) and self.means(claim, code)
        if isinstance(claim, list):
            return isinstance(code, list) and len(claim) == len(code) and all(map(self.same_field, claim, code))
        return type(claim) is type(code) and bool(claim == code)
