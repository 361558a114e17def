"""Which lines run no other line of their program: no function, class, lambda, generator or special method of its own.

Only of such a line can be said which of its runs is which, and which line is next.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.engine.rewriting.calls import MUTATORS
from generator.questions.lines import head_nodes

_CALLERS = frozenset("reduce accumulate starmap takewhile dropwhile filterfalse groupby partial".split())
"""Functions that are called with a function, where it takes too much to see which."""
_READERS = frozenset("next input print readline read".split())


@dataclass(frozen=True, slots=True)
class OwnCode:
    """What may run lines of a program: its functions and classes, and what else it binds, which may be a function.

    hidden: whether lines may run where no name tells it: special methods, generators, factories of missing values.
    """

    made: frozenset[str]
    bound: frozenset[str]
    hidden: bool


@lru_cache(maxsize=1024)
def own_code(text: str) -> OwnCode:
    """What may run lines of a program."""
    module = ast.parse(text)
    nodes = list(ast.walk(module))
    made = [node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    special = any(name.startswith("__") and name != "__init__" for name in made)
    lazy = any(isinstance(node, ast.Yield | ast.YieldFrom) for node in nodes)
    factory = "defaultdict" in text and any(isinstance(node, ast.Lambda) for node in nodes)
    stored = (node for node in nodes if isinstance(getattr(node, "ctx", None), ast.Store))
    bound = {getattr(node, "id", "") or getattr(node, "attr", "") for node in stored}
    bound |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    return OwnCode(frozenset(made), frozenset(bound), special or lazy or factory)


@lru_cache(maxsize=4096)
def is_quiet(node: ast.AST, own: OwnCode) -> bool:
    """Whether a statement, without the statements inside it, runs no line of the program but its own."""
    if own.hidden:
        return False
    parts = list(head_nodes(node))
    called = {id(part.func) for part in parts if isinstance(part, ast.Call)}
    return not any(_may_run(part, own, called=id(part) in called) for part in parts)


def _may_run(part: ast.AST, own: OwnCode, *, called: bool) -> bool:
    """Whether a part of a statement may run a line of the program."""
    if isinstance(part, ast.Name):
        return part.id in own.made or part.id in _CALLERS or (called and part.id in own.bound)
    if isinstance(part, ast.Attribute):
        return part.attr in own.made or (part.attr in own.bound if called else part.attr in MUTATORS)
    if isinstance(part, ast.Call):
        odd = not isinstance(part.func, ast.Name | ast.Attribute)
        return odd or any(not _is_builtin(given, own) for given in _callbacks(part))
    return isinstance(part, ast.Lambda)


def _callbacks(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call that are called."""
    yield from (keyword.value for keyword in call.keywords if keyword.arg == "key")
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name in ("map", "filter", "defaultdict") or (name == "iter" and len(call.args) > 1):
        yield from call.args[:1]


def _is_builtin(node: ast.expr, own: OwnCode) -> bool:
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and _is_builtin(node.value, own)
    known = isinstance(node, ast.Name) and hasattr(builtins, node.id) and node.id not in own.bound
    return known or (isinstance(node, ast.Constant) and node.value is None)


def only_looks(loop: ast.For | ast.While, own: OwnCode) -> bool:
    """Whether a loop's head changes nothing between its turns, so that it doesn't matter when a turn is said to end."""
    parts = list(head_nodes(loop))
    if isinstance(loop, ast.For):
        changes = any(isinstance(part, ast.GeneratorExp) for part in parts)
    else:
        changes = any(isinstance(part, ast.NamedExpr) or _changes(part) for part in parts)
    return is_quiet(loop, own) and not changes


def _changes(part: ast.AST) -> bool:
    name = getattr(part, "attr", "") or getattr(part, "id", "")
    return name in MUTATORS or name in _READERS
