"""The variables of a run, and the values that they go through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.engine.frame import Frame
from generator.engine.program import Site, Trace
from generator.engine.recorder import ATOMIC
from generator.engine.replay import State, walk
from generator.types import Rejected


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable that lives in one frame of the run: of the module (function 0), or of a function called once."""

    function: int
    name: str
    focus: str
    shown: str


def variables(trace: Trace) -> list[Variable]:
    """The variables that can be asked about, in the order in which they are first bound."""
    calls = Counter(site.function.number for event in trace.events if (site := trace.site(event)).kind == "call")
    found: dict[tuple[int, str], None] = {}
    stored: set[tuple[int, str]] = set()
    unbinding = [site for site in trace.program.sites if site.kind == "unbind"]
    unbound = {(owner_of(site, name), name) for site in unbinding for name in site.names}
    for event in trace.events:
        site = trace.site(event)
        if site.kind in ("bind", "turn", "call") and (site.function.number == 0 or calls[site.function.number] == 1):
            for name in site.function.parameters if site.kind == "call" else site.names:
                found[owner_of(site, name), name] = None
                stored |= {(owner_of(site, name), name)} if site.kind != "turn" else set()
    shared = Counter(name for _, name in found)
    called = Counter(function.name for function in trace.program.functions)
    return [
        _variable(trace, number, name, alone=shared[name] == 1)
        for number, name in found
        if (number, name) in stored - unbound  # a mere loop variable takes the values that anybody sees
        if name not in ("self", "_") and number >= 0 and not trace.program.functions[number].is_lambda
        if called[trace.program.functions[number].name] == 1  # a name that two functions have says nothing
    ]


def owner_of(site: Site, name: str) -> int:
    """The number of the function whose variable a name is, seen from a site; -1 where it can't be asked about."""
    function = site.function
    if name in function.globals or function.number == 0:
        return 0
    return -1 if name in function.nonlocals else function.number


def _variable(trace: Trace, number: int, name: str, *, alone: bool) -> Variable:
    function = trace.program.functions[number].name
    focus = name if alone or not number else f"{function}.{name}"
    shown = f"`{name}`" if alone or not number else f"`{name}` in `{function}`"
    return Variable(number, name, focus, shown)


def history(trace: Trace, variable: Variable) -> list[tuple[int, str]] | None:
    """(event, canonical text) for the values that a variable goes through, repetitions left out.

    None where it changes while another function runs, so that no step could tell it in the variable's own terms.
    """
    found: list[tuple[int, str]] = []
    start = 0
    for number, event, _, state in walk(trace):
        start = start if number and _same_statement(trace, number - 1, number) else number
        frame = _frame_of(state, variable)
        if frame is None or variable.name not in frame.names:
            continue
        site = trace.site(event)
        value = frame.names[variable.name]
        if site.kind in _QUIET or (type(value) in ATOMIC and not _touches(site, variable.name)):
            continue
        text = text_or_none(state, value)
        if text is None or (state.frame is not frame and variable.function):
            return None
        if found and start <= found[-1][0] and found[-1][1] != text:
            found.pop()
        if not found or found[-1][1] != text:
            found.append((number, text))
    return found


def _same_statement(trace: Trace, one: int, other: int) -> bool:
    """Whether two neighbouring events belong to one run of a statement, whose values in between nobody sees."""
    first, second = trace.site(trace.events[one]), trace.site(trace.events[other])
    return first.node is second.node and first.index < second.index


_QUIET = frozenset(
    {"new", "print", "read", "test", "loop", "end", "break", "continue", "item_turn", "filter", "return"}
)


def _touches(site: Site, name: str) -> bool:
    return name in site.names or site.kind == "call"


def _frame_of(state: State, variable: Variable) -> Frame | None:
    if variable.function == 0:
        return state.module
    return next((frame for frame in state.frames if frame.function.number == variable.function), None)


def values_after(trace: Trace, places: Sequence[int], name: str) -> list[str | None]:
    """The texts of a variable right after each of some events; None where it has none."""
    wanted, found = set(places), list[str | None]()
    for number, _, _, state in walk(trace):
        if number in wanted:
            try:
                found.append(text_or_none(state, state.lookup(name)))
            except KeyError:
                found.append(None)
    return found


def text_or_none(state: State, value: Any) -> str | None:
    """The text of a value in a state; None for a value that has none."""
    try:
        return state.text(value)
    except Rejected:
        return None
