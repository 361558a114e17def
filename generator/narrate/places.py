"""Tells what is stored into items and attributes, and swaps of two places."""

from __future__ import annotations

import ast
from typing import Any

from generator.engine.evaluate import Unknown, evaluate
from generator.engine.frame import attribute
from generator.engine.program import Event
from generator.narrate import expressions as say
from generator.narrate.changes import Changes, is_swap
from generator.narrate.telling import MAX_SHOWN, Clause, listed

_SHORT = 36
"""A list with a longer text is not shown after every swap."""


class Places(Changes):
    """Assignments to items and attributes."""

    def on_item(self, event: Event) -> list[Clause]:
        node = self.site.node
        if isinstance(node, ast.Assign) and is_swap(node):
            return self.swap(node, event[1])
        target = self.target_of(node, event)
        if target is None:
            return self.now(event[1])
        place, value = say.placed(target, self.before), event[-2] if isinstance(node, ast.AugAssign) else event[-1]
        if whole := self.entered(event, place, target):
            return whole
        clause = self.fact("")
        clause.whole, clause.text = self.change(place, _right_side(node), value)
        self.starts_in_place(clause)
        return [clause, *self.now(event[1], of=target)]

    def entered(self, event: Event, place: str, target: ast.expr) -> list[Clause]:
        """A new key of a small dict: what the dict holds now says it all."""
        name = self.name_of(event[1], target)
        if name is None or self.old_text(place) is not None or self.hints.get(self.site.line):
            return []
        text = self.after.text(self.after.lookup(name))
        if len(text) > MAX_SHOWN // 2 or self.style.brief or not self.words.chance(0.5):
            return []
        return [self.fact(f"`{name}` {self.words.pick('becomes', 'becomes', 'is now')} {say.value(text)}")]

    def swap(self, node: ast.Assign, changed: Any) -> list[Clause]:
        """`a[i], a[j] = a[j], a[i]`: told once, when both places have been stored into."""
        one, other = node.targets[0].elts  # type: ignore[attr-defined]
        if self.site.index != max(site.index for site in self.trace.program.sites if site.node is node):
            self.first_waiting = self.number
            return []
        first, second = say.placed(one, self.before), say.placed(other, self.before)
        how = self.words.pick("swap", "change places", "change places", "are swapped")
        clause = self.fact(f"`{first}` and `{second}` {how}")
        clause.event = self.first_waiting
        if first == second:
            clause.text = f"`{first}` stays {say.value(say.text(one, self.after) or '')}"
            return [clause]
        now = self.now(changed, of=one, always=True, most=_SHORT)
        if not now:
            held = [
                say.equation(place, say.text(part, self.after) or "") for place, part in ((first, one), (second, other))
            ]
            clause.text += f": {listed(held)}"
        for one_now in now:
            one_now.event = clause.event  # a line may not end between the two stores
        return [clause, *now]

    def on_attr(self, event: Event) -> list[Clause]:
        node = self.site.node
        if isinstance(node, ast.Assign) and is_swap(node):
            return self.swap(node, event[1])
        target = self.target_of(node, event)
        if target is None and (places := _places(node)):  # an attribute of a class, of which the state knows nothing
            return [self.fact(f"`{say.source(places[0])}` becomes {self.text(event[2])}")]
        if target is None:
            return self.now(event[1])
        clause = self.fact("")
        clause.whole, clause.text = self.change(say.placed(target, self.before), _right_side(node), event[2])
        return [clause, *(self.now(event[1], of=target) if self.number in self.full else [])]

    def target_of(self, node: ast.AST, event: Event) -> ast.expr | None:
        """The target that an event stored into, found among the statement's targets by what they mean here."""
        value = event[-2] if isinstance(node, ast.AugAssign) else event[-1]
        wanted = self.after.text(value)
        for target in _places(node):
            if say.text(target, self.after) == wanted and self.owner_is(target, event[1]) and self.is_at(target, event):
                return target
        return self.hidden_target(node, event)

    def hidden_target(self, node: ast.AST, event: Event) -> ast.expr | None:
        """The one target of a statement whose key nobody can tell from it, with that key: `a[2]` for `a[f()]`."""
        targets = _places(node)
        if len(targets) != 1 or not isinstance(targets[0], ast.Subscript) or not self.owner_is(targets[0], event[1]):
            return None
        found = self.with_key(targets[0], event[2], self.after)
        return None if found is targets[0] else found

    def is_at(self, target: ast.expr, event: Event) -> bool:
        """Whether a target has the attribute or the key that the event stored into: `a[0] = a[1] = 0` stores twice."""
        if isinstance(target, ast.Attribute):
            return self.site.kind == "attr" and self.site.names[0] == attribute(target.attr, self.site.function)
        try:
            key = evaluate(target.slice, self.before)  # type: ignore[attr-defined]
        except Unknown:
            return True
        return type(key) is type(event[2]) and self.before.text(key) == self.before.text(event[2])

    def owner_is(self, target: ast.expr, owner: Any) -> bool:
        assert isinstance(target, ast.Subscript | ast.Attribute)
        try:
            return evaluate(target.value, self.before) is owner
        except Unknown:
            return False


def _places(node: ast.AST) -> list[ast.expr]:
    """The subscripts and attributes that a statement stores into."""
    if isinstance(node, ast.AugAssign):
        return [node.target]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    stores = (part for target in targets if target is not None for part in ast.walk(target))
    return [
        part for part in stores if isinstance(part, ast.Subscript | ast.Attribute) and isinstance(part.ctx, ast.Store)
    ]


def _right_side(node: ast.AST) -> ast.AST | None:
    if isinstance(node, ast.AugAssign):
        return node
    single = isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Tuple | ast.List)
    return node.value if single else None  # type: ignore[attr-defined]
