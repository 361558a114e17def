"""What an event must be told of: `Demands.untold` says what no claim has told yet."""

from __future__ import annotations

import ast

from generator.checker.calls import Calls
from generator.checker.conditions import WHOLE
from generator.checker.expressions import is_swap, statement_of, unparsed
from generator.engine.recorder import same
from generator.types import Rejected

_ADDING = frozenset({"append", "add", "appendleft", "pop", "popleft", "popitem", "sort"})
"""Methods that are told even where they change nothing."""
_WAITING = frozenset({"method", "mutate", "read"})
"""Events that may be told with what follows of their statement."""
_PARTS = {
    "yield": "yield",
    "resume": "resume",
    "raise": "raise",
    "except": "except",
    "unwind": "unwind",
    "print": "print",
    "break": "jump",
    "continue": "jump",
}
"""Events of one part: kind -> the part that has to be told."""


class Demands(Calls):
    """What is left to tell of the event at hand."""

    def untold(self) -> str:
        """What no claim has told of this event, in words; empty if nothing is missing, or may still be told."""
        missing = self.missing()
        if missing and self.kind in _WAITING and not self.stands_alone():
            return ""
        return missing

    def is_waiting(self) -> bool:
        """Whether the event has to be told with what follows of its statement."""
        return self.kind in _WAITING and not self.stands_alone() and bool(self.missing())

    def begins(self) -> bool:
        """Whether a line may begin with the event, though none of its claims is about this part of the statement."""
        return self.is_waiting() or self.is_half_swap()

    def owed(self) -> str:
        return super().owed() or (unparsed(self.site.node) if self.is_half_swap() else "")

    def is_half_swap(self) -> bool:
        """Whether the event is the first of the two stores of a swap, which are told together."""
        return self.kind in ("item", "attr") and is_swap(self.site.node) and not self.is_last()

    def stands_alone(self) -> bool:
        """Whether the event is all that its statement does."""
        statement = statement_of(self.site.node)
        if isinstance(self.site.node, ast.stmt):
            return True
        return isinstance(statement, ast.Expr) and statement.value is self.site.node

    def missing(self) -> str:
        site = self.site
        if site.function.number < 0 or site.function.is_lambda:
            return ""
        method = getattr(self, f"untold_{self.kind}", None)
        if method is not None:
            return str(method())
        part = _PARTS.get(self.kind)
        return self.kind if part is not None and part not in self.told else ""

    def untold_bind(self) -> str:
        if "swap" in self.told or ("moved" in self.told and len(self.site.names) == 1):
            return ""
        missing = (name for name in self.site.names if name != "_" and f"={name}" not in self.told)
        return next(missing, "")

    def untold_call(self) -> str:
        """A call is told with its arguments, or by its name and the value of each parameter."""
        names = [name for name in self.site.function.parameters if name not in ("self", "cls")]
        named = "called" in self.told and all(f"={name}" in self.told for name in names)
        return "" if named or "call" in self.told else "call"

    def untold_match(self) -> str:
        return "" if "case" in self.told else self.untold_bind() or ("" if self.site.names else "case")

    def untold_turn(self) -> str:
        if any(name != "_" for name in self.site.names):
            return self.untold_bind()
        return "" if "turn" in self.told else "turn"

    def untold_item(self) -> str:
        if is_swap(self.site.node):
            told = not self.is_last() or "swap" in self.told or {"place 0", "place 1"} <= self.told
            return "" if told else "swap"
        return "" if {"place", "moved"} & self.told else unparsed(self.site.node)

    untold_attr = untold_item

    untold_drop = untold_item

    untold_detach = untold_item

    def untold_unbind(self) -> str:
        deleted = isinstance(self.site.node, ast.Delete) and "gone" not in self.told
        return unparsed(self.site.node) if deleted else ""

    def untold_method(self) -> str:
        func = getattr(self.site.node, "func", None)
        if {"method", "place"} & self.told or not isinstance(func, ast.Attribute):
            return ""
        return unparsed(self.site.node) if func.attr in _ADDING or self.is_changed() else ""

    def untold_mutate(self) -> str:
        told = {"method", "place", "replaced", "gone"} & self.told or not self.is_changed()
        return "" if told else unparsed(self.site.node) or "a change"

    def is_changed(self) -> bool:
        """Whether the event's object holds something else than before."""
        before, after = self.before.look(self.event[1]), self.after.look(self.event[1])
        if before is None or after is None or type(before) is not type(after):
            return True
        return not same(before, after) and self.shows()

    def shows(self) -> bool:
        """Whether a change shows: items that are written alike may have changed places."""
        try:
            return self.before.text(self.event[1]) != self.after.text(self.event[1])
        except Rejected:
            return True

    def untold_test(self) -> str:
        if {WHOLE, f"~{WHOLE}"} & self.told or isinstance(self.condition(), ast.Constant):
            return ""
        for number, leaf in enumerate(self.site.leaves):
            seen = any(place is not None for place in leaf.operands) and leaf.is_reached(self.event)
            if seen and not {f"?{number:02}", f"~?{number:02}"} & self.told:
                return unparsed(leaf.node)
        return ""

    def untold_loop(self) -> str:
        return "" if {"over", "takes"} & self.told else unparsed(self.site.node.iter)  # type: ignore[attr-defined]

    def untold_return(self) -> str:
        node = self.site.node
        if not isinstance(node, ast.Return) or node.value is None:
            return ""
        return next((part for part in ("return", *("swallowed",) * self.swallows()) if part not in self.told), "")

    def untold_read(self) -> str:
        return "" if "\n" in self.event[1].removesuffix("\n") or "read" in self.told else "input"
