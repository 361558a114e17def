"""Whether a program left the interpreter as it found it.

A record is written by our code after the program has ended, in the same process. If the program has replaced `len` or
`math.sqrt` or a function of ours in the meantime, the record tells what the replacement says. So the namespaces of the
modules, their classes and the code of their functions are compared by identity, before and after.
Not seen: changes inside values (an entry of a module's dict of tables), changes through `ctypes`, and what is undone
before the program ends.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain
from operator import attrgetter, is_, methodcaller
from types import FunctionType
from typing import Any

from generator.engine.preloaded import MODULES

_keys, _values = methodcaller("keys"), methodcaller("values")
_code = attrgetter("__code__", "__defaults__", "__kwdefaults__")


def watch() -> Callable[[], bool]:
    """A function that says, later, whether everything is as it is now. It depends on nothing that can be replaced."""
    spaces, functions = _watched(len(sys.modules))
    before = _look(spaces, functions)
    look, same, every, items = _look, is_, all, tuple.__len__
    tracer, profiler = sys.gettrace, sys.getprofile
    hooks = tracer(), profiler()

    def intact() -> bool:
        after = look(spaces, functions)
        traced = same(tracer(), hooks[0]) and same(profiler(), hooks[1])
        return traced and items(before) == items(after) and every(map_(same, before, after))

    map_ = map
    return intact


def _look(
    spaces: tuple[Any, ...],
    functions: tuple[FunctionType, ...],
    *,
    # Defaults are bound once: a program that replaces the builtin doesn't replace these.
    _chain: Any = chain.from_iterable,
    _map: Any = map,
    _tuple: Any = tuple,
) -> tuple[object, ...]:
    """Every name and value of the namespaces, and the parts of the functions."""
    return _tuple(
        _chain((_chain(_map(_keys, spaces)), _chain(_map(_values, spaces)), _chain(_map(_code, functions))))
    )


@lru_cache(maxsize=1)
def _watched(_count: int) -> tuple[tuple[Any, ...], tuple[FunctionType, ...]]:
    """The namespaces and functions to compare, for as long as no module is loaded."""
    modules = [vars(module) for name, module in sorted(sys.modules.items()) if _is_watched(name)]
    classes = [vars(value) for space in modules for value in space.values() if isinstance(value, type)]
    spaces = {id(space): space for space in [vars(builtins), *modules, *classes]}
    found = {id(value): value for space in spaces.values() for value in _functions(space)}
    return tuple(spaces.values()), tuple(found.values())


def _is_watched(name: str) -> bool:
    return name.startswith("generator.") or name in MODULES


def _functions(space: Any) -> Iterator[FunctionType]:
    return (value for value in space.values() if type(value) is FunctionType)
