"""Keeps a program's hands off the code that writes its record, which runs after the program and in the same process.

Our own modules are taken off the list of modules, so that no program imports them. What they use of the standard
library is compared by identity, before and after: had a program replaced `len` or `math.sqrt`, the record would tell
what the replacement says.
Not seen: what is reached by climbing frames, changes inside values and in the code of functions, changes through
`ctypes`, and what is undone before the program ends.
"""

from __future__ import annotations

import builtins
import ctypes
import gc
import fractions
import itertools
import json
import math
import operator
import random
import re
import sys
from collections.abc import Callable
from typing import Any

from generator.engine.namespaces import libc

WATCHED: tuple[Any, ...] = (
    *(builtins, itertools, json, math, random, re),
    *(fractions.Fraction, random.Random),
)
"""Modules and classes that are compared; few, since what is looked at has to be copied from the zygote's memory."""
_LAYOUT_IS_KNOWN = sys.implementation.name == "cpython" and sys.version_info < (3, 15)


def hide() -> None:
    """Take our modules off the list; they go on working for whoever has them."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "generator"]:
        del sys.modules[name]


def watch() -> Callable[[], bool]:
    """A function that says, later, whether everything is as it is now. It looks up nothing that can be replaced."""
    same = tuple(_watch_space(gc.get_referents(vars(one))[0] if isinstance(one, type) else vars(one)) for one in WATCHED)
    tracer, profiler, traced, profiled = sys.gettrace, sys.getprofile, sys.gettrace(), sys.getprofile()

    def intact() -> bool:
        if tracer() is not traced or profiler() is not profiled:
            return False
        for one in same:
            if not one():
                return False
        return True

    return intact


def _watch_space(space: dict[str, Any]) -> Callable[[], bool]:
    """The same for one namespace. To look at a value counts a reference in it, which copies the page that it lies on:
    so the table of the dict is compared as memory, where we know how it looks.
    """
    keys = ctypes.c_void_p.from_address(id(space) + object.__basicsize__ + 16)
    table = ctypes.string_at(keys.value, space.__sizeof__() - dict.__basicsize__)
    places = [table.index(id(value).to_bytes(8, sys.byteorder)) for value in space.values()]
    first, end = min(places), max(places) + 8
    compare, size, before, address, start, known, length = libc().memcmp, space.__len__, len(space), keys.value, keys.value+first, table[first:end], end-first
    start = ctypes.c_void_p(start)

    def same() -> bool:
        return size() == before and keys.value == address and not compare(start, known, length)

    return same
