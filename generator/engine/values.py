"""Canonical text of values: Python literals that never depend on addresses, on hashing, or on the program's own code.

`text(value)` reads an object as it is now; `text(value, look)` asks `look(object)` for the contents first, which is how
a replayed state is written.
"""

from __future__ import annotations

import sys
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import isfinite, isnan
from types import (
    BuiltinFunctionType,
    FunctionType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import Any

from generator.types import Rejected

MAX_DIGITS = 4000
"""An integer with more digits than this is refused rather than written."""

MODULES = ("__main__", "program")
"""What the module of a program is called: as a script, and with an entry."""

Look = Callable[[Any], Any]
_ATOMS = frozenset([int, float, bool, str, type(None)])
_PLAIN = frozenset([float, complex, bool, str, bytes, type(None), type(Ellipsis), range])


def text(value: Any, look: Look | None = None) -> str:
    """The canonical text of a value; raises Rejected("value without a text") for what has none."""
    return _write(value, look or live, ())


def live(value: Any) -> Any:
    """What an object holds now: a list, a set or a dict; for an instance its attributes; None for what is opaque."""
    kind = type(value)
    if kind in _CONTAINERS:
        return value
    if kind.__module__ not in MODULES or issubclass(kind, (type, tuple, Enum)):
        return None
    if issubclass(kind, BaseException):
        return {"args": BaseException.args.__get__(value), **attributes(value)}  # type: ignore[attr-defined]
    return attributes(value)


def is_plain(kind: type) -> bool:
    """Whether a class that extends a builtin type is one of the usual kinds: an enumeration or a named tuple."""
    return issubclass(kind, Enum) or (issubclass(kind, tuple) and "_fields" in kind.__dict__)


def attributes(value: Any) -> dict[str, Any]:
    """The attributes of an instance, without asking its class's code."""
    found = {}
    for kind in reversed(type(value).__mro__):
        slots = kind.__dict__.get("__slots__", ())
        for declared in (slots,) if isinstance(slots, str) else slots:
            name = _slot(declared, kind)
            slot = kind.__dict__.get(name)
            if type(slot).__name__ == "member_descriptor":
                try:
                    found[name] = slot.__get__(value)  # type: ignore[union-attr]
                except AttributeError:
                    continue
    try:
        found.update(object.__getattribute__(value, "__dict__"))
    except AttributeError:
        return found
    return found


def _slot(name: str, kind: type) -> str:
    """A slot's name as the class keeps it: private ones carry the name of the class."""
    private = name.startswith("__") and not name.endswith("__")
    return sys.intern(f"_{kind.__name__.lstrip('_')}{name}") if private else name


def error_text(error: BaseException) -> str:
    """`ValueError: message`, as a traceback ends."""
    message = ", ".join(str(arg) if type(arg) is str else text(arg) for arg in error.args)
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def _write(value: Any, look: Look, open_: tuple[int, ...]) -> str:
    kind = type(value)
    if kind is int:
        return _integer(value)
    if kind in _PLAIN:
        return repr(value) if kind is not float or isfinite(value) else f"float('{value!r}')"
    if kind in _CONTAINERS:
        if id(value) in open_:
            return "[...]" if kind is list else "{...}"
        return _CONTAINERS[kind](value, look(value), lambda item: _write(item, look, (*open_, id(value))))
    return _write_object(value, look, open_)


def _write_object(value: Any, look: Look, open_: tuple[int, ...]) -> str:
    kind = type(value)
    if kind in _NAMED or issubclass(kind, type):
        return str(value.__name__)
    if issubclass(kind, Enum):
        return f"{kind.__name__}.{value._name_}"
    if issubclass(kind, BaseException):
        arguments = (look(value) or {"args": value.args})["args"]
        return f"{kind.__name__}({', '.join(_write(arg, look, open_) for arg in arguments)})"
    if issubclass(kind, tuple) and "_fields" in kind.__dict__:
        parts = zip(kind.__dict__["_fields"], tuple.__iter__(value), strict=True)
        return f"{kind.__name__}({', '.join(f'{name}={_write(item, look, open_)}' for name, item in parts)})"
    held = look(value)
    if held is None:
        raise Rejected("value without a text", kind.__name__)
    if id(value) in open_:
        return f"{kind.__name__}(...)"
    fields = (f"{name}={_write(item, look, (*open_, id(value)))}" for name, item in held.items())
    return f"{kind.__name__}({', '.join(fields)})"


def _integer(value: int) -> str:
    if value.bit_length() > MAX_DIGITS * 3.33:
        raise Rejected("integer too long", f"{value.bit_length()} bits")
    return repr(value)


Write = Callable[[Any], str]


def _simply(held: Any, *items: Any) -> str:
    """What Python writes for contents that are all atoms, if it is no other than what we write; else nothing."""
    if all(_ATOMS.issuperset(map(type, one)) for one in items):
        try:
            found = repr(held)
        except ValueError:  # an integer of too many digits for Python
            return ""
        return found if len(found) < MAX_DIGITS and "inf" not in found and "nan" not in found else ""
    return ""


def _list(_: Any, held: Any, write: Write) -> str:
    return _simply(held, held) or f"[{', '.join(map(write, held))}]"


def _tuple(value: Any, _: Any, write: Write) -> str:
    if plain := _simply(value, value):
        return plain
    items = ", ".join(map(write, value))
    return f"({items},)" if len(value) == 1 else f"({items})"


def _dict(_: Any, held: Any, write: Write) -> str:
    if plain := _simply(dict(held), held, held.values()):
        return plain
    return f"{{{', '.join(f'{write(key)}: {write(item)}' for key, item in held.items())}}}"


def _set(_: Any, held: Any, write: Write) -> str:
    return f"{{{', '.join(in_order(held, write))}}}" if held else "set()"


def _frozenset(value: Any, _: Any, write: Write) -> str:
    return f"frozenset({{{', '.join(in_order(value, write))}}})" if value else "frozenset()"


def in_order(items: Any, write: Write) -> list[str]:
    """The texts of a set's items, numbers by size and all else by text, so that hashing decides nothing."""
    items = list(items)
    numbers = sorted(item for item in items if _is_number(item))
    return [*map(write, numbers), *sorted(write(item) for item in items if not _is_number(item))]


def _is_number(item: Any) -> bool:
    """Whether an item has a place on the line of numbers: nan has none."""
    return type(item) is int or (type(item) is float and not isnan(item))


def _deque(_: Any, held: Any, write: Write) -> str:
    return f"deque([{', '.join(map(write, held))}])"


def _bytearray(_: Any, held: Any, __: Write) -> str:
    return repr(bytearray(held))


def _counter(_: Any, held: Any, write: Write) -> str:
    return f"Counter({_dict(_, held, write)})" if held else "Counter()"


def _defaultdict(value: Any, held: Any, write: Write) -> str:
    return f"defaultdict({write(value.default_factory)}, {_dict(value, held, write)})"


def _ordered(_: Any, held: Any, write: Write) -> str:
    return f"OrderedDict({_dict(_, held, write)})"


def _fraction(value: Any, _: Any, __: Write) -> str:
    return f"Fraction({_integer(value.numerator)}, {_integer(value.denominator)})"


def _decimal(value: Any, _: Any, __: Write) -> str:
    return repr(value)


_CONTAINERS: dict[type, Callable[[Any, Any, Write], str]] = {
    list: _list,
    tuple: _tuple,
    dict: _dict,
    set: _set,
    frozenset: _frozenset,
    deque: _deque,
    bytearray: _bytearray,
    Counter: _counter,
    defaultdict: _defaultdict,
    OrderedDict: _ordered,
    Fraction: _fraction,
    Decimal: _decimal,
}
DATA = (*_CONTAINERS, int, float, complex, str, bytes)
"""Types whose subclasses hold more than attributes."""
_NAMED = frozenset(
    [
        *(FunctionType, BuiltinFunctionType, MethodType, MethodDescriptorType),
        *(MethodWrapperType, WrapperDescriptorType, ModuleType, type),
    ]
)
"""Types whose values are written by their names."""
