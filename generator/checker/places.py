"""Which event a claim about a name, a place or a container is held against: one that stores into it or changes it."""

from __future__ import annotations

import ast
from typing import Any

from generator.checker.expressions import expression, is_literal, is_swap, read, root
from generator.checker.meaning import QUIET, Meaning, Moment
from generator.engine.evaluate import Unknown, evaluate
from generator.engine.frame import attribute
from generator.engine.recorder import ATOMIC
from generator.engine.replay import State

_BINDING = frozenset({"bind", "turn", "match", "define", "except", "item_turn"})
_CHANGING = frozenset({"item", "attr", "method", "mutate", "drop", "detach"})
_MAX_DEPTH = 5
_NEAR = 20
_PLACES = (ast.Name, ast.Subscript, ast.Attribute)


class Places(Meaning):
    """What the event at hand, and those that wait with it, store and change."""

    def is_prelude(self) -> bool:
        """Whether the event only makes way for the assignment that follows: `xs += [1]` changes `xs` first."""
        if self.kind != "mutate" or not isinstance(self.site.node, ast.Module):
            return False
        sites = (self.trace.site(event) for event in self.trace.events[self.number + 1 : self.number + 1 + _NEAR])
        following = next((site for site in sites if site.kind not in QUIET), None)
        return following is not None and isinstance(following.node, ast.AugAssign) and self.leads_to(following.node)

    def leads_to(self, node: ast.AugAssign) -> bool:
        """Whether the event's object is what an assignment in place changes, or leads to what it changes."""
        places = [part for part in ast.walk(read(node.target)) if isinstance(part, _PLACES)]
        try:
            return any(evaluate(part, self.after, self.extra) is self.event[1] for part in places)
        except Unknown:
            return True

    def toucher(self, target: str) -> Moment | None:
        """The event that stores into a place, or changes the object that it names: this one, or one that waits."""
        return next((moment for moment in (*self.moments(), *self.spent) if self.touches(target, moment)), None)

    def touches(self, target: str, moment: Moment) -> bool:
        site = moment.site
        if site.kind in _BINDING:
            return target in site.names
        if site.kind in ("item", "attr") and is_swap(site.node) and not self.is_last():
            return False  # what stands between the two stores of a swap, nobody sees
        if site.kind in _CHANGING:
            node = expression(target)
            return node is not None and (
                self.is_stored(node, moment) or self.names_changed(node, moment.event[1]) or bool(self.swapped(node))
            )
        return site.kind == "call" and target in site.function.parameters

    def names_changed(self, node: ast.expr, changed: Any) -> bool:
        """Whether an expression names a changed object, one that holds it, or a place in it."""
        try:
            return _holds(self.after, evaluate(node, self.after), changed)
        except Unknown:
            return False

    def is_stored(self, node: ast.expr, moment: Moment) -> bool:
        """Whether an expression is the very place that the event stored into."""
        if not isinstance(node, ast.Subscript | ast.Attribute):
            return False
        if moment.site.kind in ("mutate", "method"):
            return self.is_place_in(node, moment.event[1]) and self.differs(node)
        if moment.site.kind not in ("item", "attr") or is_swap(self.site.node):
            return False
        if not self.is_place_in(node, self.event[1]):
            return False
        try:
            key = evaluate(node.slice, self.before) if isinstance(node, ast.Subscript) else self.attribute(node)
        except Unknown:
            return False
        stored = self.event[2] if self.kind == "item" else self.site.names[0]
        same_key = type(key) is type(stored) and self.before.text(key) == self.before.text(stored)
        return same_key and self.is_written_so(node)

    def attribute(self, node: ast.Attribute) -> str:
        """The name under which an object knows an attribute."""
        return attribute(node.attr, self.site.function)

    def differs(self, node: ast.expr) -> bool:
        """Whether a place holds something else than before the event."""
        return self.text_or_none(node, self.before) != self.text_or_none(node, self.after)

    def is_place_in(self, node: ast.Subscript | ast.Attribute, owner: Any) -> bool:
        try:
            return evaluate(node.value, self.before) is owner
        except Unknown:
            return False

    def is_written_so(self, node: ast.expr) -> bool:
        """Whether a place is written as in the statement, or by way of another name: not `rows[-1]` for `rows[i]`."""
        places = [part for part in self.parts() if isinstance(part, ast.Subscript | ast.Attribute)]
        named = any(self.means(node, place) or self.is_hidden(node, place) for place in places)
        return named or root(node) not in map(root, places)

    def is_hidden(self, node: ast.expr, place: ast.expr) -> bool:
        """Whether an expression gives a place of the program a key that nobody can tell from it: that of `a[f()]`."""
        if not isinstance(node, ast.Subscript) or not isinstance(place, ast.Subscript):
            return False
        unknown = not isinstance(place.slice, ast.Slice) and self.text_or_none(place.slice, self.before) is None
        return unknown and is_literal(node.slice) and self.means(node.value, place.value)

    def swapped(self, node: ast.expr) -> set[str]:
        """The places of a finished swap that an expression stands for."""
        if self.kind not in ("item", "attr") or not is_swap(self.site.node) or not self.is_last():
            return set()
        targets = self.site.node.targets[0].elts  # type: ignore[attr-defined]
        return {f"place {number}" for number, target in enumerate(targets) if self.means(node, read(target))}

    def tell(self, target: str, moment: Moment) -> bool:
        """Note that a target's new value is told; False where it was told before."""
        if f"={target}" in moment.told and "swap" not in moment.told:
            return False
        moment.told.add(f"={target}")
        for other in self.waiting:
            if other is not moment and self.touches(target, other):
                other.told.add("place")
        node = expression(target)
        if moment.site.kind in _CHANGING and node is not None:
            moment.told |= self.swapped(node) or {"place", "place 0", "place 1"}  # a place itself, or all that holds it
        return True

    def new_text(self, target: str) -> str:
        """The text of what a place holds after the event; of an attribute of a class only the event knows it."""
        try:
            return self.text(target, self.after)
        except Unknown:
            node = expression(target)
            if self.kind != "attr" or not isinstance(node, ast.Attribute) or self.attribute(node) != self.site.names[0]:
                raise
            return self.after.text(self.event[2])


def _holds(state: State, value: Any, changed: Any, depth: int = 0) -> bool:
    """Whether a value is the changed object, or holds it at some depth."""
    if value is changed or type(value) in ATOMIC:
        return value is changed
    held = value if type(value) in (tuple, frozenset) else state.look(value)
    if held is None or depth > _MAX_DEPTH or type(held) in (str, range):
        return False
    items = [*held.keys(), *held.values()] if type(held) is dict else held
    return any(_holds(state, item, changed, depth + 1) for item in items)
