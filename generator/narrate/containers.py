"""Tells what happens to containers as a whole: methods, slices, deletions, and what a container holds now."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from generator.engine.evaluate import Unknown, evaluate
from generator.engine.program import Event
from generator.narrate import expressions as say
from generator.narrate.telling import MAX_SHOWN, Clause, Telling

_SMALL = 24
"""A container with a text no longer than this is shown after every change of an item."""
_SPARING = frozenset({"discard", "remove", "update", "clear", "difference_update", "intersection_update"})
"""Methods that may leave everything as it was."""
_ENDS = {"pop": "the end of ", "popleft": "the front of ", "popitem": ""}


class Containers(Telling):
    """Calls that change their object, and the containers that are changed.

    unshown: the names of containers of which only the changed places have been told, with the number of such changes.
    paired:  the pairs of names of which it has been said that they mean the same object.
    """

    unshown: dict[str, int]
    paired: set[tuple[str, str]]

    # What a container holds now

    def now(
        self, changed: Any, of: ast.AST | None = None, *, always: bool = False, most: int = MAX_SHOWN
    ) -> list[Clause]:
        """What the container that was changed holds now, where that is wanted.

        always: whether it is wanted even where it is not small; the part of a larger container is not.
        """
        always = always and not isinstance(of, ast.Subscript)
        name = self.name_of(changed, of)
        if name is None:
            return []
        text = self.after.text(self.after.lookup(name))
        must = self.number in self.full
        if self.first_waiting != self.number and self.holds_already(name, text) and not must:
            return []
        if must or self.wants(name, text, most if always else _SMALL):
            self.unshown.pop(name, None)
            return [self.fact(f"`{name}` is now {say.value(text)}", "now"), *self.shared_with(name)]
        self.unshown[name] = self.unshown.get(name, 0) + 1
        return []

    def shared_with(self, name: str) -> list[Clause]:
        """Another name of the container that was changed, said once for each pair."""
        names = self.after.frame.names
        value = names.get(name)
        kind = {list: "list", dict: "dict", set: "set"}.get(type(value), "object")
        for other in names:
            if other != name and names[other] is value and value is not None and (name, other) not in self.paired:
                self.paired |= {(name, other), (other, name)}
                if not self.style.brief and not self.traced:
                    clause = self.fact(f"`{other}` and `{name}` are the same {kind}")
                    clause.begins = clause.ends = True
                    return [clause]
        return []

    def wants(self, name: str, text: str, most: int) -> bool:
        """Whether a container is worth showing, though the question isn't about this change."""
        if self.style.brief or (self.traced and name != self.focus):
            return False
        return len(text) <= most

    def holds_already(self, name: str, text: str) -> bool:
        """Whether nothing that shows has changed."""
        try:
            return self.before.text(self.before.lookup(name)) == text
        except KeyError:
            return False

    def name_of(self, changed: Any, of: ast.AST | None) -> str | None:
        """The variable through which a change shows: the one that the question is about, or the target's own."""
        if self.number in self.full and self.holds(self.focus):
            return self.focus
        while isinstance(of, ast.Subscript | ast.Attribute):
            of = of.value
        if isinstance(of, ast.Name):
            return of.id if self.holds(of.id) and of.id != "self" else None
        names = (name for name, value in self.after.frame.names.items() if value is changed)
        return next(names, None)

    def summary(self) -> list[Clause]:
        """What a loop has made of the containers of which it has told only the places that it changed."""
        told = []
        for name, changes in list(self.unshown.items()):
            wanted = changes > 1 and not self.style.brief and not self.traced and self.is_used_later(name)
            if wanted and name in self.after.frame.names:
                text = self.after.text(self.after.frame.names[name])
                if len(text) <= MAX_SHOWN:
                    told.append(self.fact(f"`{name}` is {say.value(text)}", "sum"))
        self.unshown.clear()
        return told[:2]

    def is_used_later(self, name: str) -> bool:
        """Whether the program names a variable below the loop that has just ended, or may come back to it."""
        loop = self.site.node
        end = getattr(loop, "end_lineno", 0) or 0
        lines = self.trace.program.text.split("\n")
        return bool(self.site.loops[:-1]) or any(re.search(rf"\b{name}\b", line) for line in lines[end:])

    # Methods

    def on_method(self, event: Event) -> list[Clause]:
        _, owner, _, arguments, _ = event
        call = self.site.node
        assert isinstance(call, ast.Call)
        assert isinstance(call.func, ast.Attribute)
        place = self.place_of(call.func.value)
        if call.func.attr in _ENDS and self.told_later(call):
            self.wait("method", place, owner)
            return []
        told = self.method_told(place, call.func.attr, event)
        if call.func.attr in _SPARING and not self.differs(owner):
            held = self.after.text(owner)
            told = f"`{place}` stays {say.value(held)}" if len(held) <= MAX_SHOWN else self.called(call)
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

    def differs(self, owner: Any) -> bool:
        return self.before.text(owner) != self.after.text(owner)

    def lost(self, owner: Any, arguments: tuple[Any, ...]) -> str:
        """What a full deque gives up when it gets something new."""
        room = getattr(owner, "maxlen", None)
        name = getattr(getattr(self.site.node, "func", None), "attr", "")
        held = self.before.look(owner)
        if not room or name not in ("append", "appendleft") or len(held) < room or not arguments:
            return ""
        gone, new = held[0] if name == "append" else held[-1], arguments[0]
        return "" if self.after.text(gone) == self.after.text(new) else self.text(gone)

    # What is told with the assignment that follows

    waiting: tuple[str, str, Any] | None = None
    first_waiting = -1
    in_place = -1

    def wait(self, kind: str, place: str, owner: Any) -> None:
        """Keep an event for the assignment that it belongs to."""
        self.waiting = (kind, place, owner)
        self.first_waiting = self.number

    def with_waiting(self, names: tuple[str, ...], event: Event) -> list[Clause]:
        """An assignment with the call or the line of input that gives its value; empty where nothing waits."""
        if self.waiting is None:
            return []
        kind, place, owner = self.waiting
        self.waiting = None
        told = getattr(self, f"with_{kind}")(place, owner, names, event)
        for clause in told:
            clause.event = min(clause.event, self.first_waiting)
        return list(told)

    def now_of_waiting(self, owner: Any, of: ast.AST | None) -> list[Clause]:
        """What a container holds after the event that has waited."""
        number, self.number = self.number, self.first_waiting
        told = self.now(owner, of=of, always=True)
        self.number = number
        return told

    def with_method(self, place: str, owner: Any, names: tuple[str, ...], event: Event) -> list[Clause]:
        """`top = stack.pop()`: the name, the value, and where it comes from."""
        call = next(part for part in ast.walk(self.site.node) if isinstance(part, ast.Call) and _pops(part))
        assert isinstance(call.func, ast.Attribute)
        now = self.now_of_waiting(owner, call.func.value)
        whole = isinstance(self.site.node, ast.Assign) and self.site.node.value is call
        if len(names) > 1 or not whole or self.style.brief or isinstance(self.after.look(owner), dict):
            sides = [say.equation(name, self.after.text(value)) for name, value in zip(names, event[1:], strict=True)]
            taken = f"{say.code(say.placed(call, self.before))} is called, so {' and '.join(sides)}"
            if whole and len(names) == 1:
                taken = say.equation(names[0], say.placed(call, self.before), self.after.text(event[1]))
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

    # Slices, deletions, and changes by foreign code

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
                shown = say.placed(target, self.before)
                return attached(self.fact(f"`{shown}` is deleted"), self.now(event[1], of=target, always=True), "")
        return self.now(event[1], always=True)

    def is_owner(self, target: ast.Subscript | ast.Attribute, owner: Any, key: Any) -> bool:
        try:
            if evaluate(target.value, self.before) is not owner:
                return False
            wanted = target.attr if isinstance(target, ast.Attribute) else evaluate(target.slice, self.before)
        except Unknown:
            return False
        return self.before.text(wanted) == self.before.text(key)

    def on_unbind(self, _: Event) -> list[Clause]:
        if not isinstance(self.site.node, ast.Delete):
            return []
        return [self.fact(f"`{self.site.names[0]}` is deleted")]


def attached(clause: Clause, now: list[Clause], place: str) -> list[Clause]:
    """A clause with what its container holds now, which may follow its name at once."""
    if now and place and clause.text.endswith(f"`{place}`") and now[0].text.startswith(f"`{place}` is now "):
        clause.text += f", which {now[0].text.removeprefix(f'`{place}` ')}"
        clause.ends = True
        return [clause, *now[1:]]
    return [clause, *now]


def _pops(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in _ENDS


_METHODS: Mapping[str, Callable[[Any, str, Event], str]] = {
    "append": Containers.put_last,
    "appendleft": Containers.put_first,
    "add": Containers.add,
    "insert": Containers.insert,
    "remove": Containers.remove,
    "discard": Containers.remove,
    "sort": Containers.sort,
    "reverse": Containers.reverse,
    "clear": Containers.clear,
    "extend": Containers.extend,
    "setdefault": Containers.default,
}
"""How the methods are told that have words of their own."""
