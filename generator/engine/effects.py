"""What each kind of event does to the state of a replay; for the commonest, all that a site says is looked up once."""

from __future__ import annotations

import ast
import sys
from collections import deque
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generator.engine import values
from generator.engine.frame import Frame
from generator.engine.program import Event, Program, Site
from generator.engine.recorder import ATOMIC, COPY, has_own_hash
from generator.types import Rejected

if TYPE_CHECKING:
    from generator.engine.replay import State

Act = Callable[["State", Event], None]


@lru_cache(maxsize=256)
def plan(program: Program) -> tuple[Act, ...]:
    """What to do for an event of each site."""
    return tuple(_PLANS.get(site.kind, _plainly)(site) for site in program.sites)


def _plainly(site: Site) -> Act:
    """For kinds of which there are few."""
    handle, on_top = _HANDLERS.get(site.kind), _is_told_on_top(site)

    def act(state: State, event: Event) -> None:
        if on_top and state.frames[-1].function is not site.function:
            state.settle(site.function)
        if handle is not None:
            handle(state, site, event)

    return act


def _bind(site: Site) -> Act:
    shared = not (site.function.globals | site.function.nonlocals).isdisjoint(site.names)
    return _bind_one(site) if len(site.names) == 1 and not shared else _bind_all(site)


# The beginning of these functions is written out in each: to call it would take as long as the rest of them


def _bind_one(site: Site) -> Act:
    """Bind a single name of the function itself."""
    function, on_top, (name,) = site.function, _is_told_on_top(site), site.names

    def act(state: State, event: Event) -> None:
        frame = state.frames[-1]
        if on_top and frame.function is not function:
            frame = state.settle(function)
        frame.names[name] = event[1]
        if frame.returned:
            frame.returned.clear()

    return act


def _bind_all(site: Site) -> Act:
    function, on_top, bound = site.function, _is_told_on_top(site), site.names

    def act(state: State, event: Event) -> None:
        if on_top and state.frames[-1].function is not function:
            state.settle(function)
        for name, value in zip(bound, event[1:], strict=False):
            state.bind(name, value)
        state.frames[-1].returned.clear()

    return act


def _turn(site: Site) -> Act:
    bind, loop = _bind(site), id(site.node)

    def act(state: State, event: Event) -> None:
        bind(state, event)
        turns = state.frames[-1].turns
        turns[loop] = turns.get(loop, 0) + 1

    return act


def _test(site: Site) -> Act:
    function, on_top = site.function, _is_told_on_top(site)
    loop = id(site.node) if isinstance(site.node, ast.While) else None

    def act(state: State, event: Event) -> None:
        frame = state.frames[-1]
        if on_top and frame.function is not function:
            frame = state.settle(function)
        if frame.returned:
            frame.returned.clear()
        if loop is not None:
            if event[1]:
                frame.turns[loop] = frame.turns.get(loop, 0) + 1
            else:
                frame.turns.pop(loop, None)

    return act


def _item(site: Site) -> Act:
    function, on_top = site.function, _is_told_on_top(site)

    def act(state: State, event: Event) -> None:
        frame = state.frames[-1]
        if on_top and frame.function is not function:
            frame = state.settle(function)
        owner, key = event[1], event[2]
        held = state.held.get(id(owner))
        if held is None:
            _must_be_opaque(owner)
        elif (type(key) in ATOMIC or not has_own_hash(key)) and not _is_instance(owner):
            held[key] = event[3]
        if frame.returned:
            frame.returned.clear()

    return act


def _attr(site: Site) -> Act:
    function, on_top, (name,) = site.function, _is_told_on_top(site), site.names

    def act(state: State, event: Event) -> None:
        frame = state.frames[-1]
        if on_top and frame.function is not function:
            frame = state.settle(function)
        held = state.held.get(id(event[1]))
        if held is not None and not _is_property(type(event[1]), name):
            held[name] = event[2]
        if frame.returned:
            frame.returned.clear()

    return act


def _call(site: Site) -> Act:
    function, parameters = site.function, site.function.parameters
    start = 1 + function.keeps_id + bool(function.parent)

    def act(state: State, event: Event) -> None:
        given = event[start:]
        frame = Frame(function, names=dict(zip(parameters, given, strict=True)), arguments=state.arguments(given))
        if function.keeps_id:
            frame.number = event[1]
            state.numbered[frame.number] = frame
        if function.parent:
            frame.parent = state.numbered[event[start - 1]]
        state.frames.append(frame)

    return act


def _return(site: Site) -> Act:
    function = site.function

    def act(state: State, event: Event) -> None:
        frame = state.frames[-1]
        if frame.function is not function:
            frame = state.settle(function)
        frame.result = event[1]
        if not function.defers_leave:
            _close(state)

    return act


def _new(_: Site) -> Act:
    def act(state: State, event: Event) -> None:
        state.keep(event[1], event[2])

    return act


def _print(state: State, _: Site, event: Event) -> None:
    state.written.append(event[1])


def _method(state: State, site: Site, event: Event) -> None:
    _, owner, result, arguments, copy = event
    if copy is not None:
        state.held[id(owner)] = copy.copy()
        return
    held = state.held.get(id(owner))
    if held is None:
        _must_be_opaque(owner)
        return
    if _is_instance(owner):
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


def _must_be_opaque(owner: Any) -> None:
    """A container that changes must have been seen; what it held before would else be told as it is in the end."""
    if type(owner) in COPY:
        raise Rejected("replay differs", f"a {type(owner).__name__} changes that was never seen")


def _room(owner: deque[Any]) -> int:
    return sys.maxsize if owner.maxlen is None else owner.maxlen


def _unbind(state: State, site: Site, _: Event) -> None:
    for name in site.names:
        state.home(name).pop(name, None)


def _drop(state: State, _: Site, event: Event) -> None:
    held = state.held.get(id(event[1]))
    if held is None:
        _must_be_opaque(event[1])
    elif _is_instance(event[1]) or has_own_hash(event[2]):
        return
    elif type(held) is dict:
        held.pop(event[2], None)  # a Counter takes a key that it does not have
    else:
        del held[event[2]]


def _detach(state: State, site: Site, event: Event) -> None:
    if not _is_property(type(event[1]), site.names[0]):
        state.held.get(id(event[1]), {}).pop(site.names[0], None)


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


def _loop(state: State, site: Site, _: Event) -> None:
    state.frame.turns[id(site.node)] = 0


def _break(state: State, site: Site, _: Event) -> None:
    state.frame.turns.pop(id(site.loops[-1]), None)


def _is_instance(value: Any) -> bool:
    return type(value) not in COPY and type(value).__module__ in values.MODULES


def _is_property(made: type, name: str) -> bool:
    """Whether storing an attribute runs the class's own code, whose own events tell what it did."""
    for kind in made.__mro__[:-1]:
        space = kind.__dict__
        if isinstance(space.get(name), property):
            return True
        if kind.__module__ in values.MODULES and ("__setattr__" in space or "__delattr__" in space):
            return True
    return False


def _method_name(site: Site) -> str:
    return str(site.node.func.attr)  # type: ignore[attr-defined]


_ANYWHERE = frozenset(
    {"new", "print", "read", "mutate", "call", "resume", "item_turn", "filter", "unwind", "except", "leave", "awake"}
)
"""Kinds whose events say nothing about which frame is on top."""


def _is_told_on_top(site: Site) -> bool:
    """Whether an event shows that its function's frame is on top."""
    return site.function.number >= 0 and site.kind not in _ANYWHERE


_PLANS: Mapping[str, Callable[[Site], Act]] = {
    "new": _new,
    "mutate": _new,
    "define": _bind,
    "bind": _bind,
    "turn": _turn,
    "match": _bind,
    "item": _item,
    "attr": _attr,
    "call": _call,
    "return": _return,
    "test": _test,
}
_HANDLERS: Mapping[str, Callable[[State, Site, Event], None]] = {
    "print": _print,
    "method": _method,
    "unbind": _unbind,
    "drop": _drop,
    "detach": _detach,
    "loop": _loop,
    "break": _break,
    "unwind": _unwind,
    "leave": _leave,
    "yield": _yield,
    "resume": _resume,
    "awake": _resume,
    "except": _except,
}
