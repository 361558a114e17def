"""What each kind of event does to the state of a replay; for the commonest, all that a site says is looked up once."""

from __future__ import annotations

import ast
import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
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


def _bind(site: Site, loop: int | None = None) -> Act:
    """Bind names; for a loop's, a turn of it begins as well."""
    shared = not (site.function.globals | site.function.nonlocals).isdisjoint(site.names)
    return _bind_one(site, loop) if len(site.names) == 1 and not shared else _bind_all(site, loop, shared=shared)


def _turn(site: Site) -> Act:
    return _bind(site, id(site.node))


# The beginning of these functions is written out in each: to call it would take as long as the rest of them


def _bind_one(site: Site, loop: int | None) -> Act:
    """Bind a single name of the function itself."""
    function, on_top, (name,) = site.function, _is_told_on_top(site), site.names

    def act(state: State, event: Event) -> None:
        frame = state.frames[-1]
        if on_top and frame.function is not function:
            frame = state.settle(function)
        frame.names[name] = event[1]
        if frame.returned:
            frame.returned.clear()
        if loop is not None:
            frame.turns[loop] = frame.turns.get(loop, 0) + 1

    return act


def _bind_all(site: Site, loop: int | None, *, shared: bool) -> Act:
    function, on_top, bound = site.function, _is_told_on_top(site), site.names

    def act(state: State, event: Event) -> None:
        frame = state.frames[-1]
        if on_top and frame.function is not function:
            frame = state.settle(function)
        if shared:
            for name, value in zip(bound, event[1:], strict=False):
                state.bind(name, value)
        else:
            frame.names.update(zip(bound, event[1:], strict=False))
        if frame.returned:
            frame.returned.clear()
        if loop is not None:
            frame.turns[loop] = frame.turns.get(loop, 0) + 1

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
        elif (type(key) in ATOMIC or not has_own_hash(key)) and (type(owner) in COPY or not _is_instance(owner)):
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
        owner = event[1]
        held = state.held.get(id(owner))
        if held is not None and not state.is_property(type(owner), name):
            held[name] = event[2]
        if frame.returned:
            frame.returned.clear()

    return act


def _call(site: Site) -> Act:
    function, parameters = site.function, site.function.parameters
    start = 1 + function.keeps_id + bool(function.parent)

    def act(state: State, event: Event) -> None:
        given = event[start:]
        told = state.arguments(given) if state.texts is not None else ()
        # All of a frame is given, since its defaults would take as long again.
        frame = Frame(function, 0, None, dict(zip(parameters, given, strict=True)), told, [], None, {})
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
            state.frames.pop()
            state.frames[-1].returned.append((function.name, frame.arguments, event[1]))

    return act


def _new(_: Site) -> Act:
    def act(state: State, event: Event) -> None:
        value = event[1]
        state.alive[id(value)] = value
        state.held[id(value)] = event[2].copy()

    return act


def _print(state: State, _: Site, event: Event) -> None:
    state.written.append(event[1])


def _method(site: Site) -> Act:
    function, on_top, name = site.function, _is_told_on_top(site), _method_name(site)

    def act(state: State, event: Event) -> None:
        if on_top and state.frames[-1].function is not function:
            state.settle(function)
        _, owner, result, arguments, copy = event
        if copy is not None:
            state.held[id(owner)] = copy.copy()
            return
        held = state.held.get(id(owner))
        if held is None:
            _must_be_opaque(owner)
        elif type(held) is set and name == "pop":
            held.remove(result)
        elif type(owner) is deque:
            _change_deque(held, name, arguments, _room(owner))
        elif type(owner) in COPY or not _is_instance(owner):
            getattr(held, name)(*arguments)

    return act


def _change_deque(held: list[Any], name: str, arguments: Sequence[Any], room: int) -> None:
    """Do to the list of its items what a method does to a deque."""
    if name == "popleft":
        del held[0]
    elif name == "appendleft":
        held.insert(0, arguments[0])
        del held[room:]
    else:
        getattr(held, name)(*arguments)
        if len(held) > room:
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
    if not state.is_property(type(event[1]), site.names[0]):
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
    "method": _method,
    "test": _test,
}
_HANDLERS: Mapping[str, Callable[[State, Site, Event], None]] = {
    "print": _print,
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
