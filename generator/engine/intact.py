"""Keeps a program's hands off the code that writes its record, which runs after the program and in the same process.

Our own modules are taken off the list of modules, so that no program imports them. What they use of the standard
library is compared by identity, before and after: had a program replaced `len` or `math.sqrt`, the record would tell
what the replacement says.
Not seen: what is reached by climbing frames, changes inside values and in the code of functions, changes through
`ctypes`, and what is undone before the program ends.
"""

from __future__ import annotations

import builtins
import fractions
import functools
import itertools
import json
import math
import operator
import random
import re
import sys
from collections.abc import Callable
from typing import Any

WATCHED: tuple[Any, ...] = (
    *(builtins, itertools, json, math, random, re),
    *(fractions.Fraction, random.Random),
)
"""Modules and classes that are compared; few, since what is looked at has to be copied from the parent's memory."""
_SPACES = tuple(vars(one) for one in WATCHED)
_values = operator.methodcaller("values")


def hide() -> None:
    """Take our modules off the list; they go on working for whoever has them."""
    for name in ours(len(sys.modules)):
        del sys.modules[name]


@functools.lru_cache(maxsize=1)
def ours(_count: int) -> tuple[str, ...]:
    """The names of our modules, for as long as no module is loaded. A child finds the answer in the parent's cache."""
    return tuple(name for name in sys.modules if name.partition(".")[0] == "generator")


def watch() -> Callable[[], bool]:
    """A function that says, later, whether everything is as it is now. It looks up nothing that can be replaced."""
    chain, each, every, same, freeze = itertools.chain.from_iterable, map, all, operator.is_, tuple
    spaces, values, tracer, profiler = _SPACES, _values, sys.gettrace, sys.getprofile

    def look() -> tuple[Any, ...]:
        return freeze(chain(((tracer(), profiler()), *each(values, spaces))))

    before = look()
    size = before.__len__()

    def intact() -> bool:
        after = look()
        return after.__len__() == size and every(each(same, before, after))

    return intact
