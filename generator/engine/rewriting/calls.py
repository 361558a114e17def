"""What is known of callables and expressions before a run: who changes what, and what may be a new object."""

from __future__ import annotations

import ast
import builtins
import re
from collections import Counter, OrderedDict, deque
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import GeneratorType
from typing import Literal, Protocol

FORBIDDEN = frozenset(
    "exec eval compile globals locals vars setattr delattr __import__ open breakpoint help memoryview".split()
)
"""Builtins that reach behind the recorder's back, or out of the program."""

FORBIDDEN_MODULES = frozenset(
    "asyncio ctypes concurrent dis faulthandler gc importlib inspect multiprocessing os pathlib pickle runpy secrets "
    "shutil signal socket subprocess tempfile threading time trace traceback tracemalloc uuid weakref".split()
)
"""Modules that see frames or the outside world, run code elsewhere, or whose answers are never the same twice."""

FORBIDDEN_ATTRIBUTES = frozenset(
    "__code__ __globals__ __closure__ __builtins__ __subclasses__ _getframe settrace setprofile f_locals gi_frame "
    "tb_frame getrefcount".split()
)
"""Attributes through which a program would see the recorder, or slip away from it."""

FIXED_ATTRIBUTES = frozenset(
    "__class__ __dict__ __bases__ __defaults__ __kwdefaults__ __slots__ __name__ __qualname__".split()
)
"""Attributes that a program may read, not replace; by their names, functions and classes are told."""

ATOMIC_BUILTINS = frozenset(
    "abs all any ascii bin bool callable chr complex divmod float format hash hex int isinstance issubclass len oct "
    "ord pow range repr round str sum type".split()
)
"""Builtins whose results hold no container."""

PURE_BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_")) - FORBIDDEN
"""Builtins that change none of their arguments (iterators aside)."""

EXCEPTIONS = frozenset(
    name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)
)
"""Builtins whose instances hold what they are given."""

PURE_MODULES = frozenset(
    "math cmath fractions decimal itertools string collections functools typing dataclasses enum abc numbers "
    "statistics sys __future__ copy re".split()
)
"""Modules whose functions change none of their arguments."""

MUTATORS = frozenset(
    "append appendleft extend extendleft insert remove pop popleft popitem clear sort reverse rotate add discard "
    "update setdefault move_to_end subtract difference_update intersection_update symmetric_difference_update".split()
)
"""Methods of the standard containers that change their object."""

OPERATORS = frozenset("__setitem__ __delitem__ __iadd__ __imul__ __ior__ __iand__ __isub__ __ixor__ __init__".split())
"""Operators of the standard containers, called by name, that change their object."""

_BUILTIN_TYPES = (str, bytes, int, float, complex, list, tuple, dict, set, frozenset, bytearray, deque, OrderedDict)
PURE_METHODS = frozenset(
    name
    for kind in (*_BUILTIN_TYPES, Counter, Fraction, Decimal, GeneratorType, re.Pattern, re.Match)
    for name in dir(kind)
) - (MUTATORS | OPERATORS | {"__setattr__", "__delattr__", "__missing__"})
"""Methods of the builtin types that change nothing."""

HARMLESS_MODULES = frozenset(
    "math cmath fractions decimal string collections heapq bisect typing copy random sys statistics dataclasses enum "
    "abc numbers __future__".split()
)
"""Modules that give no iterators over new objects."""

_RUNNING = frozenset(
    "list tuple set dict frozenset bytes bytearray sorted sum min max any all next join union intersection difference "
    "symmetric_difference issubset issuperset isdisjoint fromkeys send throw close sub subn".split()
)
"""Builtins and methods that make an iterator run, or call a function that they are given."""

FOLLOWING = frozenset("append appendleft add discard insert pop popleft".split())
"""Methods whose effect follows from their arguments and their result, whatever container they belong to."""

REMOVING = frozenset({"remove"})
"""Methods for which that holds where they belong to a set."""

_PART_METHODS = frozenset("pop popleft get".split())
"""Methods that give a part of their object, or one of their arguments."""
_TEXT_METHODS = frozenset(
    "isalpha isdigit isalnum isupper islower isspace upper lower title strip lstrip rstrip count find index join "
    "replace startswith endswith capitalize zfill".split()
)
"""Methods that give texts, numbers or truths."""
_ARITHMETIC = (ast.Div, ast.FloorDiv, ast.Pow, ast.LShift, ast.RShift, ast.Mod)
_VIEWS = frozenset({"items", "keys", "values"})
_WALKERS = frozenset({"enumerate", "reversed", "zip", "sorted"})

Novelty = Literal["old", "maybe", "new"]


class Known(Protocol):
    """What `novelty` asks of the program around an expression; `facts.Facts` says what it means."""

    @property
    def functions(self) -> frozenset[str]: ...
    @property
    def methods(self) -> frozenset[str]: ...
    @property
    def rebound(self) -> frozenset[str]: ...
    @property
    def imports(self) -> Mapping[str, str]: ...
    @property
    def implicit(self) -> bool: ...
    @property
    def iterates(self) -> bool: ...


def calls_nobody(name: str) -> bool:
    """Whether a builtin or a method surely runs no code of the program, where operators are not its own."""
    return name not in _RUNNING and not name.startswith("__")


def novelty(node: ast.expr, known: Known, *, elements: bool = False) -> Novelty:
    """Whether an expression's value is an object already seen (or none that can change), may be new, or surely is.

    With `elements`, the same for what iterating over the value gives.
    """
    if isinstance(node, ast.Call):
        return _call_novelty(node, known, elements=elements)
    if isinstance(node, ast.Tuple | ast.IfExp | ast.BoolOp):
        return _worst(novelty(part, known) for part in _alternatives(node))
    if elements and isinstance(node, ast.List):
        return _worst(novelty(part, known) for part in node.elts)
    if isinstance(node, ast.Name | ast.Subscript | ast.Attribute):
        return _part_novelty(node, known, elements=elements)
    if isinstance(node, ast.Compare | ast.Constant | ast.JoinedStr | ast.Lambda):
        return "old"
    return _operator_novelty(node, known)


def _operator_novelty(node: ast.expr, known: Known) -> Novelty:
    if isinstance(node, ast.BinOp):
        return "old" if _gives_number(node) else "maybe"
    if isinstance(node, ast.UnaryOp):
        return "maybe" if known.implicit else "old"
    return "maybe" if isinstance(node, ast.Await | ast.NamedExpr | ast.Starred) else "new"


def is_plain_display(node: ast.expr, known: Known) -> bool:
    """Whether an expression makes a list, a set or a dict that holds nothing new."""
    if isinstance(node, ast.List | ast.Set):
        return all(novelty(part, known) == "old" for part in node.elts)
    if isinstance(node, ast.Dict):
        return all(part and novelty(part, known) == "old" for part in (*node.keys, *node.values))
    return False


def _alternatives(node: ast.Tuple | ast.IfExp | ast.BoolOp) -> list[ast.expr]:
    """The expressions whose values are a value, or its parts."""
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    return node.elts if isinstance(node, ast.Tuple) else node.values


def _part_novelty(node: ast.expr, known: Known, *, elements: bool) -> Novelty:
    """Names are old, and so is what an object holds, unless code of the program may run when it is asked for."""
    if elements and (known.iterates or known.implicit):
        return "maybe"
    return "old" if _is_part(node, known) else "maybe"


def _is_part(node: ast.expr, known: Known) -> bool:
    """Whether an expression names an object, or a part of what an object holds, which was seen with it."""
    while True:
        if (isinstance(node, ast.Attribute) and not known.implicit) or (
            isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice)
        ):
            node = node.value
        else:
            return isinstance(node, ast.Name) and node.id not in known.imports


def _call_novelty(node: ast.Call, known: Known, *, elements: bool) -> Novelty:
    if isinstance(node.func, ast.Attribute):
        return _method_novelty(node, node.func, known, elements=elements)
    if not isinstance(node.func, ast.Name) or node.func.id in known.rebound:
        return "maybe"
    name = node.func.id
    if name in known.functions:
        return "maybe" if elements else "old"
    if name in ATOMIC_BUILTINS:
        return "old"
    if elements and name in _WALKERS:
        return _worst(novelty(argument, known, elements=True) for argument in node.args)
    return "maybe"


def _method_novelty(node: ast.Call, method: ast.Attribute, known: Known, *, elements: bool) -> Novelty:
    name, is_part = method.attr, _is_part(method.value, known)
    if elements:
        return "old" if name in _VIEWS and is_part else "maybe"
    if known.implicit or name in known.methods:
        return "maybe"
    if name in _PART_METHODS and is_part and not node.keywords:
        return _worst(novelty(argument, known) for argument in node.args)
    return "old" if name in _TEXT_METHODS else "maybe"


def _gives_number(node: ast.BinOp) -> bool:
    """Whether an operator can't give a container: `x - 1` can't, `x + y` and `2 * x` can."""
    if isinstance(node.op, _ARITHMETIC):
        return True
    return not isinstance(node.op, ast.Mult) and (is_number(node.left) or is_number(node.right))


def is_number(node: ast.expr) -> bool:
    """Whether an expression is a literal number."""
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float | complex)


def _worst(found: Iterable[Novelty]) -> Novelty:
    kinds = set(found)
    return "new" if "new" in kinds else "maybe" if "maybe" in kinds else "old"
