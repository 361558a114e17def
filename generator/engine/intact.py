"""Keeps a program's hands off the code that writes its record, which runs after the program and in the same process.

Our own modules are taken off the list of modules, so that no program imports them. What they use of the standard
library is compared by identity, before and after: had a program replaced `len` or `math.sqrt`, the record would tell
what the replacement says.
Not seen: what is reached by climbing frames, changes inside values and in the code of functions, changes through
`ctypes`, what is undone before the program ends, and hooks other than a tracer (`sys.addaudithook`, `sys.monitoring`,
`gc.callbacks`, `__del__`), which find our code only by climbing frames as well.
"""

from __future__ import annotations

import builtins
import ctypes
import fractions
import gc
import itertools
import json
import math
import operator
import random
import re
import sys
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

from generator.engine.namespaces import libc

WATCHED: tuple[Any, ...] = (
    *(builtins, itertools, json, math, random, re),
    *(fractions.Fraction, random.Random),
)
"""Modules and classes that are compared: what our code uses of them decides what a record says."""
KNOWS_DICTS = sys.implementation.name == "cpython" and sys.version_info < (3, 15)
"""Whether we know how a dict lies in memory."""


def hide() -> None:
    """Take our modules, and the one that has started us, off the list; they go on working for whoever has them."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "generator"]:
        del sys.modules[name]
    sys.modules["__main__"] = ModuleType("__main__")


def watch() -> Callable[[], bool]:
    """A function that says, later, whether everything is as it is now. It looks up nothing that can be replaced."""
    unchanged = _unchanged_table if KNOWS_DICTS else _unchanged_values
    checks = tuple(unchanged(_space(one)) for one in WATCHED)
    tracer, profiler, traced, profiled = sys.gettrace, sys.getprofile, sys.gettrace(), sys.getprofile()

    def intact() -> bool:
        for check in checks:
            if not check():
                return False
        return tracer() is traced and profiler() is profiled

    return intact


def _space(one: Any) -> dict[str, Any]:
    """The namespace of a module or a class; a class shows it only through a proxy."""
    space: dict[str, Any] = gc.get_referents(vars(one))[0] if isinstance(one, type) else vars(one)
    return space


def _unchanged_table(space: dict[str, Any]) -> Callable[[], bool]:
    """Whether a namespace still holds the same objects, by comparing its table as memory.

    To look at the objects would write to each of them, since it counts a reference, and copy some hundred pages.
    """
    address = ctypes.c_void_p.from_address(id(space) + object.__basicsize__ + 16)
    place = address.value or 0
    table = ctypes.string_at(place, space.__sizeof__() - dict.__basicsize__)
    first = min(table.index(id(value).to_bytes(8, sys.byteorder)) for value in space.values())
    compare = partial(libc().memcmp, ctypes.c_void_p(place + first), table[first:], len(table) - first)

    def unchanged() -> bool:
        return address.value == place and not compare()

    return unchanged


def _unchanged_values(space: dict[str, Any]) -> Callable[[], bool]:
    """The same, by looking at the objects."""
    values, before, freeze, every, same = space.values, tuple(space.values()), tuple, all, operator.is_

    def unchanged() -> bool:
        after = freeze(values())
        return after.__len__() == before.__len__() and every(map(same, before, after))

    return unchanged
