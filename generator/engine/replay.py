"""The state of a run at any event: names, objects, calls, by replaying what was recorded.

`walk(trace)` is one forward pass: for every event it gives the state just before and just after it. Objects are the
run's own, as handles; what they held at the moment stands in `State.held`, so that aliases stay aliases.
"""

from __future__ import annotations

import ast
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.engine import values
from generator.engine.program import Event, Function, Program, Site, Trace, unpacked
from generator.engine.recorder import has_own_hash, same
from generator.types import Rejected


@dataclass(slots=True)
class Frame:
    """A call that is open: its names, the frame around its definition, and what calls have returned to it.

    returned: (name of the function, texts of its arguments, value) for the calls of the statement that is running.
    turns:    for each loop that is running, how many turns of it have begun.
    """

    function: Function
    number: int = 0
    parent: Frame | None = None
    names: dict[str, Any] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    returned: list[tuple[str, tuple[str, ...], Any]] = field(default_factory=list)
    result: Any = None
    turns: dict[int, int] = field(default_factory=dict)


class State:
    """What every name is bound to and every object holds, after some number of events."""

    def __init__(self, program: Program) -> None:
        self.plan = [(site, _HANDLERS.get(site.kind), _is_told_on_top(site)) for site in program.sites]
        self.held: dict[int, Any] = {}
        self.alive: dict[int, Any] = {}
        self.module = Frame(program.functions[0])
        self.frames = [self.module]
        self.numbered: dict[int, Frame] = {}
        self.written: list[str] = []

    @property
    def frame(self) -> Frame:
        return self.frames[-1]

    def look(self, value: Any) -> Any:
        """What an object holds at this moment; one that was never seen to change is read as it is."""
        found = self.held.get(id(value))
        return values.live(value) if found is None else found

    def text(self, value: Any) -> str:
        return values.text(value, self.look)

    def text_or_kind(self, value: Any) -> str:
        """The text of a value, or the name of its type where it has none."""
        try:
            return self.text(value)
        except Rejected:
            return f"<{type(value).__name__}>"

    def lookup(self, name: str) -> Any:
        """The value of a name where the run stands; KeyError if it has none."""
        frame: Frame | None = self.frame
        if frame is not None and name in frame.function.globals:
            frame = None
        while frame is not None:
            if name in frame.names:
                return frame.names[name]
            frame = frame.parent
        return self.module.names[name]

    def apply(self, event: Event) -> None:
        """Bring the state forward by one event."""
        site, handle, is_told_on_top = self.plan[event[0]]
        if is_told_on_top and self.frames[-1].function is not site.function:
            self.settle(site.function)
        if handle is not None:
            handle(self, site, event)

    def settle(self, function: Function) -> None:
        """Leave the frames that the event shows to be over: lambdas that raised, generators that wait."""
        while self.frame.function is not function and len(self.frames) > 1:
            self.frames.pop()
        if self.frame.function is not function:
            raise Rejected("replay lost its way", f"an event of {function.name!r} outside of its calls")

    def bind(self, name: str, value: Any) -> None:
        self.home(name)[name] = value

    def home(self, name: str) -> dict[str, Any]:
        """The names among which the running function binds a name: its own, the module's, or those around it."""
        frame: Frame | None = self.frame
        assert frame is not None
        if name in frame.function.globals:
            return self.module.names
        if name in frame.function.nonlocals:
            frame = frame.parent
            while frame is not None and name not in frame.function.bound:
                frame = frame.parent
            assert frame is not None
        return frame.names

    def keep(self, value: Any, contents: Any) -> None:
        self.alive[id(value)] = value
        self.held[id(value)] = contents.copy()


def walk(trace: Trace) -> Iterator[tuple[int, Event, State, State]]:
    """(number of the event, the event, the state before it, the state after it), from the first event to the last."""
    before, after = State(trace.program), State(trace.program)
    for number, event in enumerate(trace.events):
        after.apply(event)
        yield number, event, before, after
        before.apply(event)


def final_state(trace: Trace) -> State:
    """The state when the run has ended."""
    state = State(trace.program)
    for event in trace.events:
        state.apply(event)
    return state


def audit(trace: Trace) -> None:
    """Compare the replay with what objects held, at the end and before changes; Rejected("replay differs") if it does.

    A change that nobody told would otherwise be covered up by the next copy of the whole contents.
    """
    state, done = State(trace.program), 0
    for number, value, contents in trace.checks:
        for event in unpacked(trace.rows[done:number], trace.program.blocks):
            state.apply(event)
        done = number
        _compare(state, value, contents)
    for event in unpacked(trace.rows[done:], trace.program.blocks):
        state.apply(event)
    for value in state.alive.values():
        actual = values.live(value)
        _compare(state, value, list(actual) if type(value) in (deque, bytearray) else actual)


def _compare(state: State, value: Any, actual: Any) -> None:
    if not same(state.held[id(value)], actual):
        raise Rejected("replay differs", f"a {type(value).__name__} that was {state.text_or_kind(value)}")


# What each kind of event does to the state


def _new(state: State, _: Site, event: Event) -> None:
    state.keep(event[1], event[2])


def _print(state: State, _: Site, event: Event) -> None:
    state.written.append(event[1])


def _bind(state: State, site: Site, event: Event) -> None:
    for name, value in zip(site.names, event[1:], strict=False):
        state.bind(name, value)
    state.frame.returned.clear()


def _item(state: State, _: Site, event: Event) -> None:
    held = state.held.get(id(event[1]))
    if held is not None and not _is_instance(event[1]) and not has_own_hash(event[2]):
        held[event[2]] = event[3]
    state.frame.returned.clear()


def _attr(state: State, site: Site, event: Event) -> None:
    held = state.held.get(id(event[1]))
    name = site.names[0]
    if held is not None and not _is_property(event[1], name):
        held[name] = event[2]
    state.frame.returned.clear()


def _method(state: State, site: Site, event: Event) -> None:
    _, owner, result, arguments, copy = event
    if copy is not None:
        state.held[id(owner)] = copy.copy()
        return
    held = state.held.get(id(owner))
    if held is None or _is_instance(owner):
        return
    name = _method_name(site)
    if (name == "pop" and type(held) is set) or name == "popleft":
        held.remove(result) if type(held) is set else held.pop(0)
    elif name == "appendleft":
        held.insert(0, arguments[0])
        del held[_room(owner) :]
    else:
        getattr(held, name)(*arguments)
        if type(owner) is deque and len(held) > _room(owner):
            del held[0]


def _room(owner: deque[Any]) -> int:
    return sys.maxsize if owner.maxlen is None else owner.maxlen


def _unbind(state: State, site: Site, _: Event) -> None:
    for name in site.names:
        state.home(name).pop(name, None)


def _drop(state: State, _: Site, event: Event) -> None:
    held = state.held.get(id(event[1]))
    if held is not None and not _is_instance(event[1]) and not has_own_hash(event[2]):
        del held[event[2]]


def _detach(state: State, site: Site, event: Event) -> None:
    if not _is_property(event[1], site.names[0]):
        state.held.get(id(event[1]), {}).pop(site.names[0], None)


def _mutate(state: State, _: Site, event: Event) -> None:
    state.keep(event[1], event[2])


def _call(state: State, site: Site, event: Event) -> None:
    function = site.function
    frame = Frame(function)
    given = list(event[1:])
    if function.keeps_id:
        frame.number = given.pop(0)
        state.numbered[frame.number] = frame
    if function.parent:
        frame.parent = state.numbered[given.pop(0)]
    frame.names = dict(zip(function.parameters, given, strict=True))
    frame.arguments = tuple(map(state.text_or_kind, given))
    state.frames.append(frame)


def _return(state: State, _: Site, event: Event) -> None:
    state.frame.result = event[1]
    if not state.frame.function.defers_leave:
        _close(state)


def _close(state: State) -> None:
    done = state.frames.pop()
    state.frame.returned.append((done.function.name, done.arguments, done.result))


def _unwind(state: State, site: Site, event: Event) -> None:
    if site.function.is_generator:
        _resume(state, site, (event[0], event[2]))
    if not site.function.defers_leave:
        state.frames.pop()


def _leave(state: State, site: Site, __: Event) -> None:
    state.settle(site.function)
    _close(state)


def _yield(state: State, _: Site, __: Event) -> None:
    state.frames.pop()


def _resume(state: State, _: Site, event: Event) -> None:
    frame = state.numbered[event[-1]]
    if frame in state.frames:
        del state.frames[state.frames.index(frame) + 1 :]
    else:
        state.frames.append(frame)


def _except(state: State, site: Site, event: Event) -> None:
    if site.function.is_generator:
        _resume(state, site, event)
    state.settle(site.function)
    for name in site.names:
        state.bind(name, event[1])


def _test(state: State, site: Site, event: Event) -> None:
    state.frame.returned.clear()
    if isinstance(site.node, ast.While):
        _count_turn(state, site.node, begins=event[1])


def _loop(state: State, site: Site, _: Event) -> None:
    state.frame.turns[id(site.node)] = 0


def _turn(state: State, site: Site, event: Event) -> None:
    _bind(state, site, event)
    _count_turn(state, site.node, begins=True)


def _count_turn(state: State, loop: ast.AST, *, begins: bool) -> None:
    turns = state.frame.turns
    if begins:
        turns[id(loop)] = turns.get(id(loop), 0) + 1
    else:
        turns.pop(id(loop), None)


def _break(state: State, site: Site, _: Event) -> None:
    state.frame.turns.pop(id(site.loops[-1]), None)


def _is_instance(value: Any) -> bool:
    return type(value).__module__ in values.MODULES


def _is_property(value: Any, name: str) -> bool:
    """Whether storing an attribute runs the class's own code, whose own events tell what it did."""
    kinds = type(value).__mro__
    own = {"__setattr__", "__delattr__"}
    if any(kind.__module__ in values.MODULES and not own.isdisjoint(kind.__dict__) for kind in kinds):
        return True
    return any(isinstance(kind.__dict__.get(name), property) for kind in kinds)


def _method_name(site: Site) -> str:
    return str(site.node.func.attr)  # type: ignore[attr-defined]


_ANYWHERE = frozenset(
    {"new", "print", "read", "mutate", "call", "resume", "item_turn", "filter", "unwind", "except", "leave", "awake"}
)
"""Kinds whose events say nothing about which frame is on top."""


def _is_told_on_top(site: Site) -> bool:
    """Whether an event shows that its function's frame is on top."""
    return site.function.number >= 0 and site.kind not in _ANYWHERE


_HANDLERS: Mapping[str, Callable[[State, Site, Event], None]] = {
    "new": _new,
    "print": _print,
    "define": _bind,
    "bind": _bind,
    "item": _item,
    "attr": _attr,
    "method": _method,
    "unbind": _unbind,
    "drop": _drop,
    "detach": _detach,
    "mutate": _mutate,
    "test": _test,
    "loop": _loop,
    "turn": _turn,
    "break": _break,
    "match": _bind,
    "call": _call,
    "return": _return,
    "unwind": _unwind,
    "leave": _leave,
    "yield": _yield,
    "resume": _resume,
    "awake": _resume,
    "except": _except,
}
