"""Tells changes that no method of an object makes: slices, deletions, and what the library does to what it gets."""

from __future__ import annotations

import ast
from collections import Counter
from typing import Any

from generator.engine.evaluate import Unknown, evaluate
from generator.engine.frame import attribute
from generator.engine.program import Event
from generator.engine.replay import State
from generator.narrate import expressions as say
from generator.narrate.containers import attached
from generator.narrate.methods import Methods
from generator.narrate.telling import MAX_SHOWN, Clause


class Mutations(Methods):
    """Slices, deletions, and changes by foreign code."""

    def on_mutate(self, event: Event) -> list[Clause]:
        node = self.site.node
        if isinstance(node, ast.Module):
            return self.unseen(event)
        if isinstance(node, ast.Call):
            return self.foreign(node, event)
        target = node.targets[0] if isinstance(node, ast.Assign | ast.Delete) else getattr(node, "target", None)
        name = say.source(target.value) if isinstance(target, ast.Subscript) else ""
        told = self.slice_told(node, target, event) if isinstance(target, ast.Subscript) else ""
        now = self.now(event[1], of=target, always=True)
        if not told and not now:
            told = f"`{name}` becomes {say.value(self.after.text(event[1]))}"
        return attached(self.fact(told), now, name) if told else now

    def slice_told(self, node: ast.AST, target: ast.Subscript, event: Event) -> str:
        """A slice that is replaced or deleted, with what it held."""
        shown, read = say.placed(target, self.before), say.reading(target)
        old = say.text(read, self.before)
        if isinstance(node, ast.Delete):
            return f"`{shown}` is deleted"
        new = self.put_in(read, event[1])
        if old is None or new is None or len(old) + len(new) > 2 * MAX_SHOWN:
            return ""
        return f"`{shown}` is replaced by {say.value(new)}"

    def put_in(self, read: ast.expr, changed: Any) -> str | None:
        """The text of what was put in the place of a slice."""
        assert isinstance(read, ast.Subscript)
        assert isinstance(read.slice, ast.Slice)
        held, kept = self.before.look(changed), self.after.look(changed)
        try:
            ends = [end and evaluate(end, self.before) for end in (read.slice.lower, read.slice.upper, read.slice.step)]
        except Unknown:
            return None
        start, stop, step = slice(*ends).indices(len(held))
        new = kept[slice(*ends)] if step != 1 else kept[start : len(kept) - (len(held) - max(start, stop))]
        return f"[{', '.join(map(self.after.text, new))}]"

    def unseen(self, event: Event) -> list[Clause]:
        """A change that no statement of its own makes: an operator in place, or a read that inserts."""
        following = self.following()
        site = self.trace.site(following[1]) if following else None
        if (
            site is not None
            and isinstance(site.node, ast.AugAssign)
            and self.is_target(site.node, event[1])
            and (self.number not in self.full or say.source(site.node.target) == self.focus)
        ):
            self.in_place = self.number
            return []  # the assignment tells it
        if not self.differs(event[1]):
            return []
        name = self.name_of(event[1], None)
        if name is None:
            return []
        inserts = type(event[1]).__name__ == "defaultdict"
        why = "a missing key is looked up, so " if inserts else ""
        return [self.fact(f"{why}`{name}` {'becomes' if why else 'is now'} {self.text(self.after.lookup(name))}")]

    def is_target(self, node: ast.AugAssign, changed: Any) -> bool:
        """Whether an object is what an assignment in place changes, or leads to what it changes."""
        try:
            found = [evaluate(part, self.after) for part in ast.walk(say.reading(node.target)) if _leads(part)]
        except Unknown:
            return True
        return any(one is changed for one in found)

    def foreign(self, node: ast.Call, event: Event) -> list[Clause]:
        """A library call that changes what it is given: what went in or came out, by comparing."""
        if not self.differs(event[1]):
            return []
        owner = next((part for part in node.args if isinstance(part, ast.Name) and self.is_named(part, event[1])), None)
        come, gone = self.moved(event[1])
        now = self.now(event[1], of=owner, always=True)
        if owner is None or len(come) + len(gone) != 1:
            return [self.fact(self.called(node)), *now]
        if gone and self.told_later(node) and not self.must.get(self.number):
            self.wait("foreign", owner.id, event[1])
            return []
        item = say.value((come or gone)[0])
        heap = "heap" in say.source(node.func)
        how = "is pushed onto" if come and heap else "is inserted into" if come else "is taken from"
        return attached(self.fact(f"{item} {how} `{owner.id}`"), now, owner.id)

    def is_named(self, node: ast.Name, value: Any) -> bool:
        try:
            return self.after.lookup(node.id) is value
        except KeyError:
            return False

    def moved(self, changed: Any) -> tuple[list[str], list[str]]:
        """The texts of what came into a container, and of what left it."""
        try:
            before, after = (Counter(map(state.text, state.look(changed))) for state in (self.before, self.after))
        except TypeError:
            return [], []
        return list((after - before).elements()), list((before - after).elements())

    def with_foreign(self, place: str, owner: Any, names: tuple[str, ...], event: Event) -> list[Clause]:
        """`travelled, vertex = heappop(queue)`."""
        now = self.now_of_waiting(owner, None)
        sides = [say.equation(name, self.after.text(value)) for name, value in zip(names, event[1:], strict=True)]
        if len(names) == 1 and not self.style.brief:
            told = f"{sides[0]} is taken from `{place}`{' as its smallest entry' if self.words.chance(0.4) else ''}"
            return attached(self.fact(told), now, place)
        value = f"({', '.join(map(self.after.text, event[1:]))})" if len(names) > 1 else self.after.text(event[1])
        told = f"{say.value(value)} is taken from `{place}`"
        given = self.fact(" and ".join(sides))
        given.links = ", so "
        return [*attached(self.fact(told), now, place), given]

    def on_drop(self, event: Event) -> list[Clause]:
        return self.deleted(event, event[2])

    def on_detach(self, event: Event) -> list[Clause]:
        return self.deleted(event, self.site.names[0])

    def deleted(self, event: Event, key: Any) -> list[Clause]:
        """`del d['k']`."""
        assert isinstance(self.site.node, ast.Delete)
        for target in self.site.node.targets:
            if isinstance(target, ast.Subscript | ast.Attribute) and self.is_owner(target, event[1], key):
                shown = say.placed(self.with_key(target, key, self.before), self.before)
                return attached(self.fact(f"`{shown}` is deleted"), self.now(event[1], of=target, always=True), "")
        return self.now(event[1], always=True)

    def with_key(self, target: ast.Subscript | ast.Attribute, key: Any, state: State) -> ast.expr:
        """A place with its key written out where nobody can tell it from the place itself: that of `d[f()]`."""
        if isinstance(target, ast.Attribute) or say.text(target.slice, state) is not None:
            return target
        return say.parsed(f"{say.source(target.value)}[{self.before.text(key)}]")

    def attribute(self, target: ast.Attribute) -> str:
        """The name under which an object knows an attribute."""
        return attribute(target.attr, self.site.function)

    def is_owner(self, target: ast.Subscript | ast.Attribute, owner: Any, key: Any) -> bool:
        try:
            if evaluate(target.value, self.before) is not owner:
                return False
        except Unknown:
            return False
        try:
            wanted = (
                self.attribute(target) if isinstance(target, ast.Attribute) else evaluate(target.slice, self.before)
            )
        except Unknown:
            return len(self.site.node.targets) == 1  # type: ignore[attr-defined]
        return self.before.text(wanted) == self.before.text(key)

    def on_unbind(self, _: Event) -> list[Clause]:
        if not isinstance(self.site.node, ast.Delete):
            return []
        return [self.fact(f"`{self.site.names[0]}` is deleted")]


def _leads(node: ast.AST) -> bool:
    """Whether a part of a place stands for an object on the way to it."""
    return isinstance(node, ast.Name | ast.Subscript | ast.Attribute)
