"""What is known of callables and expressions before the program runs: who changes what, and what may be a new object."""

from __future__ import annotations

import ast
import builtins
from typing import Literal, Protocol

FORBIDDEN = frozenset(
    "exec eval compile globals locals vars setattr delattr __import__ open breakpoint help memoryview".split()
)
"""Builtins that reach behind the recorder's back, or out of the program."""

ATOMIC_BUILTINS = frozenset(
    "abs all any ascii bin bool callable chr complex divmod float format hash hex int isinstance issubclass len oct ord "
    "pow range repr round str sum type".split()
)
"""Builtins whose results hold no container."""

PURE_BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_")) - FORBIDDEN
"""Builtins that change none of their arguments (iterators aside)."""

PURE_MODULES = frozenset(
    "math cmath fractions decimal itertools string collections functools typing dataclasses enum abc numbers statistics "
    "sys __future__ operator copy re time".split()
)
"""Modules whose functions change none of their arguments."""

MUTATORS = frozenset(
    "append appendleft extend extendleft insert remove pop popleft popitem clear sort reverse rotate add discard update "
    "setdefault move_to_end subtract difference_update intersection_update symmetric_difference_update".split()
)
"""Methods of the standard containers that change their object."""

INSERTING = frozenset({"defaultdict", "collections"})
"""What a program imports when a mere subscript may insert into a dict."""

_ARITHMETIC = (ast.Div, ast.FloorDiv, ast.Pow, ast.LShift, ast.RShift, ast.Mod)
_VIEWS = frozenset({"items", "keys", "values"})
_WALKERS = frozenset({"enumerate", "reversed", "zip", "sorted"})

Novelty = Literal["old", "maybe", "new"]


class Known(Protocol):
    """What `novelty` asks of the program around an expression."""

    defined: frozenset[str]
    rebound: frozenset[str]


def novelty(node: ast.expr, known: Known, *, elements: bool = False) -> Novelty:
    """Whether an expression's value is an object already seen (or none that can change), may be new, or surely is.

    With `elements`, the same for what iterating over the value gives.
    """
    if isinstance(node, ast.Call):
        return _call_novelty(node, known, elements=elements)
    if isinstance(node, ast.BinOp):
        return "old" if _gives_number(node) else "maybe"
    if isinstance(node, ast.Tuple):
        return _worst(novelty(element, known) for element in node.elts)
    if isinstance(node, ast.IfExp):
        return _worst((novelty(node.body, known), novelty(node.orelse, known)))
    if isinstance(node, ast.BoolOp):
        return _worst(novelty(value, known) for value in node.values)
    if isinstance(node, ast.Subscript):
        return "maybe" if isinstance(node.slice, ast.Slice) else "old"
    if isinstance(node, ast.UnaryOp | ast.Compare | ast.Constant | ast.Name | ast.Attribute | ast.JoinedStr | ast.Lambda):
        return "old"
    return "new"


def _call_novelty(node: ast.Call, known: Known, *, elements: bool) -> Novelty:
    if isinstance(node.func, ast.Attribute):
        old = elements and node.func.attr in _VIEWS
        return "old" if old else "maybe"
    if not isinstance(node.func, ast.Name) or node.func.id in known.rebound:
        return "maybe"
    name = node.func.id
    if name in known.defined or name in ATOMIC_BUILTINS:
        return "old" if name in ATOMIC_BUILTINS or not elements else "maybe"
    if elements and name in _WALKERS:
        return _worst(novelty(argument, known, elements=True) for argument in node.args)
    return "maybe"


def _gives_number(node: ast.BinOp) -> bool:
    """Whether an operator can't give a container: `x - 1` can't, `x + y` and `2 * x` can."""
    if isinstance(node.op, _ARITHMETIC):
        return True
    return not isinstance(node.op, ast.Mult) and (_number(node.left) or _number(node.right))


def _number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)


def _worst(found: object) -> Novelty:
    kinds = set(found)  # type: ignore[call-overload]
    return "new" if "new" in kinds else "maybe" if "maybe" in kinds else "old"
