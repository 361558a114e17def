"""Tells methods that change their object: what is put into a container, what is taken from it, what is done to it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any

from generator.engine.program import Event
from generator.narrate import expressions as say
from generator.narrate.containers import Containers, attached
from generator.narrate.telling import MAX_SHOWN, Clause

_SPARING = frozenset({"discard", "remove", "update", "clear", "difference_update", "intersection_update"})
"""Methods that may leave everything as it was."""
_ENDS = {"pop": "the end of ", "popleft": "the front of ", "popitem": ""}


class Methods(Containers):
    """Calls of methods, told by themselves or with the assignment that takes their value."""

    def on_method(self, event: Event) -> list[Clause]:
        _, owner, _, arguments, _ = event
        call = self.site.node
        assert isinstance(call, ast.Call)
        assert isinstance(call.func, ast.Attribute)
        place = self.place_of(call.func.value)
        if call.func.attr in _ENDS and self.told_later(call):
            self.wait("method", place, owner, say.placed(call, self.before))
            return []
        told = self.method_told(place, call.func.attr, event)
        if call.func.attr in _SPARING and not self.differs(owner):
            held = self.after.text(owner)
            stays = len(held) <= MAX_SHOWN or self.number in self.full
            return [self.fact(f"`{place}` stays {say.value(held)}" if stays else self.called(call))]
        now = self.now(owner, of=call.func.value, always=True)
        if lost := self.lost(owner, arguments):
            told += f", and {lost} drops out at the other end"
        return attached(self.fact(told), now, place) if told else now

    def place_of(self, owner: ast.expr) -> str:
        """The container whose method is called; `d.setdefault(k, [])` is the place `d[k]`."""
        if isinstance(owner, ast.Call) and isinstance(owner.func, ast.Attribute) and owner.func.attr == "setdefault":
            key = say.text(owner.args[0], self.before)
            return f"{say.placed(owner.func.value, self.before)}[{key}]" if key else say.placed(owner, self.before)
        return say.placed(owner, self.before)

    def default(self, place: str, event: Event) -> str:
        """`d.setdefault(k, [])` where the key is new."""
        if not self.differs(event[1]) or event[2] is None:
            return ""
        return f"`{place}[{self.after.text(event[3][0])}]` is set to {self.text(event[2])}"

    def method_told(self, place: str, name: str, event: Event) -> str:
        tell = _METHODS.get(name)
        if tell is not None and (told := tell(self, place, event)):
            return told
        if name in _ENDS:
            given = ", ".join(map(self.after.text, event[3]))
            return f"`{place}.{name}({given})` gives {self.text(event[2])}"
        return self.called(self.site.node)

    def called(self, node: ast.AST) -> str:
        """A call that changes something, by its own text."""
        shown = say.placed(node, self.before)
        return f"{self.words.pick('call', 'we call', 'we run')} {say.code(shown)}"

    def item(self, event: Event) -> str:
        return self.text(event[3][0])

    def put_last(self, place: str, event: Event) -> str:
        how = self.words.pick("put", "is appended to", "is appended to", "goes to the end of")
        return f"{self.item(event)} {how} `{place}`"

    def put_first(self, place: str, event: Event) -> str:
        return f"{self.item(event)} is put in front of `{place}`"

    def add(self, place: str, event: Event) -> str:
        if not self.differs(event[1]):
            return f"{self.item(event)} is already in `{place}`"
        return f"{self.item(event)} is added to `{place}`"

    def insert(self, place: str, event: Event) -> str:
        index, item = event[3]
        held = self.before.look(event[1])
        if type(index) is not int or not 0 <= index <= len(held):
            return ""
        return f"{self.text(item)} is inserted at index {index} of `{place}`"

    def remove(self, place: str, event: Event) -> str:
        return f"{self.item(event)} is removed from `{place}`" if self.differs(event[1]) else ""

    def sort(self, place: str, _: Event) -> str:
        return f"`{place}` is {self.words.pick('sort', 'sorted', 'put in order')}"

    def reverse(self, place: str, _: Event) -> str:
        return f"`{place}` is reversed"

    def clear(self, place: str, event: Event) -> str:
        return f"`{place}` is emptied" if self.differs(event[1]) else ""

    def extend(self, place: str, event: Event) -> str:
        items = event[3][0]
        room = getattr(event[1], "maxlen", None)
        if type(items) not in (list, tuple) or not items or (room and len(self.after.look(event[1])) == room):
            return ""
        shown = f"[{', '.join(map(self.after.text, self.after.look(items) or items))}]"
        return f"`{place}` is extended with {say.value(shown)}" if len(shown) <= MAX_SHOWN else ""

    def lost(self, owner: Any, arguments: tuple[Any, ...]) -> str:
        """What a full deque gives up when it gets something new."""
        room = getattr(owner, "maxlen", None)
        name = getattr(getattr(self.site.node, "func", None), "attr", "")
        held = self.before.look(owner)
        if not room or name not in ("append", "appendleft") or len(held) < room or not arguments:
            return ""
        gone, new = held[0] if name == "append" else held[-1], arguments[0]
        return "" if self.after.text(gone) == self.after.text(new) else self.text(gone)

    def with_method(self, place: str, owner: Any, names: tuple[str, ...], event: Event) -> list[Clause]:
        """`top = stack.pop()`: the name, the value, and where it comes from."""
        call = self.site.node.value  # type: ignore[attr-defined]
        now = self.now_of_waiting(owner, call.func.value)
        if len(names) > 1 or self.style.brief or isinstance(self.after.look(owner), dict):
            sides = [say.equation(name, self.after.text(value)) for name, value in zip(names, event[1:], strict=True)]
            taken = f"{say.code(self.called_so)} is called, so {' and '.join(sides)}"
            if len(names) == 1:
                taken = say.equation(names[0], self.called_so, self.after.text(event[1]))
            return [self.fact(taken), *now]
        end = _ENDS[call.func.attr] if not call.args and self.words.chance(0.5) else ""
        value = self.text(event[1])
        told = self.words.pick(
            "taken",
            f"`{names[0]}` becomes {value}, taken from {end}`{place}`",
            f"{say.equation(names[0], self.after.text(event[1]))} is taken from {end}`{place}`",
        )
        clause = self.fact(told)
        clause.ends = True
        return attached(clause, now, place)


_METHODS: Mapping[str, Callable[[Any, str, Event], str]] = {
    "append": Methods.put_last,
    "appendleft": Methods.put_first,
    "add": Methods.add,
    "insert": Methods.insert,
    "remove": Methods.remove,
    "discard": Methods.remove,
    "sort": Methods.sort,
    "reverse": Methods.reverse,
    "clear": Methods.clear,
    "extend": Methods.extend,
    "setdefault": Methods.default,
}
"""How the methods are told that have words of their own."""
