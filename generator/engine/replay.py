"""The state of a run at any event: names, objects, calls, by replaying what was recorded.

`walk(trace)` is one forward pass: for every event it gives the state just before and just after it. Objects are the
run's own, as handles; what they held at the moment stands in `State.held`, so that aliases stay aliases.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from generator.engine import values
from generator.engine.effects import plan
from generator.engine.frame import Frame
from generator.engine.program import Event, Function, Program, Trace, unpacked
from generator.engine.recorder import same
from generator.types import Rejected


class State:
    """What every name is bound to and every object holds, after some number of events.

    texts: number of a call -> texts of its arguments, found once for all states of a trace; without it, frames don't
           tell their arguments.
    """

    def __init__(self, program: Program, texts: dict[int, tuple[str, ...]] | None = None) -> None:
        self.plan = plan(program)
        self.texts = texts
        self.calls = 0
        self.held: dict[int, Any] = {}
        self.alive: dict[int, Any] = {}
        self.properties: dict[tuple[type, str], bool] = {}
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

    def apply(self, *events: Event) -> None:
        """Bring the state forward by these events."""
        plan = self.plan
        for event in events:
            plan[event[0]](self, event)

    def settle(self, function: Function) -> Frame:
        """Leave the frames that the event shows to be over: lambdas that raised, generators that wait."""
        while self.frame.function is not function and len(self.frames) > 1:
            self.frames.pop()
        if self.frame.function is not function:
            raise Rejected("replay lost its way", f"an event of {function.name!r} outside of its calls")
        return self.frame

    def arguments(self, given: Sequence[Any]) -> tuple[str, ...]:
        """The texts of what the call at hand is given, for states that tell them."""
        assert self.texts is not None
        self.calls += 1
        if self.calls not in self.texts:
            self.texts[self.calls] = tuple(map(self.text_or_kind, given))
        return self.texts[self.calls]

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

    def is_property(self, made: type, name: str) -> bool:
        """Whether storing an attribute runs the class's own code, whose own events tell what it did."""
        found = self.properties.get((made, name))
        if found is None:
            found = self.properties[made, name] = _is_property(made, name)
        return found


def _is_property(made: type, name: str) -> bool:
    for kind in made.__mro__[:-1]:
        space = kind.__dict__
        if isinstance(space.get(name), property):
            return True
        if kind.__module__ in values.MODULES and ("__setattr__" in space or "__delattr__" in space):
            return True
    return False


def walk(trace: Trace) -> Iterator[tuple[int, Event, State, State]]:
    """(number of the event, the event, the state before it, the state after it), from the first event to the last."""
    before, after = State(trace.program, trace.texts), State(trace.program, trace.texts)
    for number, event in enumerate(trace.events):
        after.apply(event)
        yield number, event, before, after
        before.apply(event)


def final_state(trace: Trace) -> State:
    """The state when the run has ended."""
    state = State(trace.program)
    state.apply(*trace.events)
    return state


def audit(trace: Trace) -> None:
    """Compare the replay with what objects held, at the end and before changes; Rejected("replay differs") if it does.

    A change that nobody told would otherwise be covered up by the next copy of the whole contents.
    """
    state, done = State(trace.program), 0
    for number, value, contents in trace.checks:
        state.apply(*unpacked(trace.rows[done:number], trace.program.blocks))
        done = number
        _compare(state, value, contents)
    state.apply(*unpacked(trace.rows[done:], trace.program.blocks))
    for value in state.alive.values():
        actual = values.live(value)
        _compare(state, value, list(actual) if type(value) in (deque, bytearray) else actual)


def _compare(state: State, value: Any, actual: Any) -> None:
    if not same(state.held[id(value)], actual):
        raise Rejected("replay differs", f"a {type(value).__name__} that was {state.text_or_kind(value)}")
