"""Frames: a run as Meta's Code World Model is shown one, call by call and line by line, with the locals that changed.

    event      line     locals                                    value
    call       its def  the parameters                            -
    line       its own  what differs since the call's last frame  -
    return     its own  as above                                  what is returned, or handed out by a generator
    exception  its own  as above                                  `ValueError: message`, raised here or passing through

A line that runs several statements, or one that goes on after a call, has a frame for each stretch; each turn of a loop
has one of its own. What a call changes in an object of its caller shows in the caller's next frame. Lines at which
nothing is recorded, such as `pass`, have none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.engine import values
from generator.engine.frame import Frame
from generator.engine.program import Event, Site, Trace
from generator.engine.replay import State

EVENTS = frozenset({"call", "line", "return", "exception"})
"""What may happen in a frame."""
_EVENTS = {
    "call": "call",
    "resume": "call",
    "awake": "call",
    "return": "return",
    "yield": "return",
    "raise": "exception",
    "unwind": "exception",
}
"""What kinds of events are called in a frame; all others belong to their line."""
_BEGINS = frozenset({"turn", "call", "resume", "awake", "return", "yield", "raise", "unwind"})
"""Kinds of events that begin a frame even where the one before has the same line."""


@dataclass(slots=True)
class _Open:
    """A frame in the making: what happens, on which line, in which call, and the value that leaves it."""

    event: str
    line: int
    call: Frame
    value: Any = None


@dataclass(slots=True)
class _Shown:
    """The texts of the locals of each call, as its last frame left them."""

    calls: dict[int, tuple[Frame, dict[str, str]]] = field(default_factory=dict)

    def changed(self, call: Frame, state: State) -> dict[str, str]:
        """The locals of a call that differ from what was shown; those that are gone have no text."""
        _, old = self.calls.get(id(call), (call, {}))
        new = {name: state.text_or_kind(value) for name, value in call.names.items()}
        self.calls[id(call)] = (call, new)
        gone = {name: "" for name in old if name not in new}
        return {name: text for name, text in new.items() if old.get(name) != text} | gone


def frames(trace: Trace) -> Iterator[dict[str, Any]]:
    """The frames of a run, in order: event, line, locals (name -> text) and value."""
    state, shown = State(trace.program), _Shown()
    current: _Open | None = None
    for event in trace.events:
        site = trace.site(event)
        if not site.line or site.function.number < 0:
            state.apply(event)
            continue
        if current and _parts(current, site, state):
            yield _closed(current, shown, state)
            current = None
        leaving = state.frame
        state.apply(event)
        current = current or _opened(event, site, leaving, state)
    if current:
        yield _closed(current, shown, state)


def trace_json(trace: Trace) -> str:
    """The frames of a run as one JSON text, which is the column `trace_json`."""
    return json.dumps(list(frames(trace)), ensure_ascii=False)


def _parts(current: _Open, site: Site, state: State) -> bool:
    """Whether an event belongs to another frame than the one that is open."""
    same = current.line == site.line and current.call is state.frame and current.event == "line"
    return not same or site.kind in _BEGINS


def _opened(event: Event, site: Site, leaving: Frame, state: State) -> _Open:
    """The frame that an event begins; one that leaves its call belongs to the call that it leaves."""
    kind = _EVENTS.get(site.kind, "line")
    left = kind == "return" or site.kind == "unwind"
    value = event[1] if kind in ("return", "exception") else None
    return _Open(kind, site.line, leaving if left else state.frame, value)


def _closed(current: _Open, shown: _Shown, state: State) -> dict[str, Any]:
    changed = shown.changed(current.call, state)
    return {"event": current.event, "line": current.line, "locals": changed, "value": _value(current, state)}


def _value(current: _Open, state: State) -> str:
    """The text of what leaves a frame; an exception's as a traceback ends."""
    if current.event == "return":
        return state.text_or_kind(current.value)
    if current.event != "exception" or current.value is None:
        return ""
    is_instance = issubclass(type(current.value), BaseException)
    return values.error_text(current.value) if is_instance else state.text_or_kind(current.value)
