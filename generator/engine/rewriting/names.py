"""Which names a piece of program binds, and where they live."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

_SIMPLE = frozenset("ctx op ops id attr arg name kind asname module level type_comment conversion is_async".split())
"""Fields that hold no nodes, or none of interest."""
_INNER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def target_names(target: ast.AST) -> tuple[str, ...]:
    """The plain names in an assignment target, left to right."""
    if isinstance(target, ast.Name):
        return (target.id,)
    if isinstance(target, ast.Starred):
        return target_names(target.value)
    if isinstance(target, ast.Tuple | ast.List):
        return tuple(name for element in target.elts for name in target_names(element))
    return ()


def only_names(target: ast.AST) -> bool:
    """Whether an assignment target consists of plain names alone."""
    if isinstance(target, ast.Tuple | ast.List):
        return all(map(only_names, target.elts))
    return isinstance(target, ast.Name)


def only_names_and_stars(target: ast.AST) -> bool:
    """Whether a target consists of plain names, some of them perhaps starred."""
    if isinstance(target, ast.Tuple | ast.List):
        return all(map(only_names_and_stars, target.elts))
    return only_names(target.value if isinstance(target, ast.Starred) else target)


def mangled(name: str, owner: str) -> str:
    """A name as it is called inside class `owner`: `__x` becomes `_Owner__x`."""
    private = owner.strip("_") and name.startswith("__") and not name.endswith("__")
    return sys.intern(f"_{owner.lstrip('_')}{name}") if private else name


@cache
def _parts(kind: Any) -> tuple[str, ...]:
    """The fields of a kind of node that may hold nodes of interest."""
    fields: tuple[str, ...] = kind._fields
    return tuple(name for name in fields if name not in _SIMPLE)


def children(node: ast.AST) -> list[ast.AST]:
    """The nodes that a node consists of, in the order of the text; operators and contexts left out."""
    found: list[ast.AST] = []
    for name in _parts(type(node)):  # type: ignore[arg-type]  # classes are hashable
        part = getattr(node, name, None)
        if part.__class__ is list:
            found += [item for item in part if isinstance(item, ast.AST)]
        elif isinstance(part, ast.AST):
            found.append(part)
    return found


def own_nodes(body: Sequence[ast.AST]) -> Iterator[ast.AST]:
    """Every node of a body that runs in its own scope; nested functions and classes are yielded, not entered.

    Comprehensions are entered: what they bind by walrus belongs to this scope.
    """
    waiting: list[ast.AST] = list(reversed(body))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, _INNER):
            waiting += reversed(children(node))


def bound_names(body: Sequence[ast.stmt]) -> frozenset[str]:
    """The names that a body binds in its own scope, by whatever kind of statement."""
    return bound_by(list(own_nodes(body)))


def bound_by(own: Sequence[ast.AST]) -> frozenset[str]:
    """The names that are bound by the nodes of a scope, as `own_nodes` gives them."""
    found: set[str] = set()
    hidden: set[int] = set()
    for node in own:  # a comprehension comes before its targets
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Store | ast.Del) and id(node) not in hidden:
                found.add(node.id)
        elif isinstance(node, ast.comprehension):
            hidden.update(map(id, ast.walk(node.target)))
        elif not isinstance(node, ast.expr):
            found.update(_binds(node))
    return frozenset(found)


def _binds(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
        yield node.id
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).split(".")[0]
    elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
        yield node.name
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest


def declared(own: Sequence[ast.AST], kind: type[ast.Global | ast.Nonlocal]) -> frozenset[str]:
    """The names that the nodes of a scope declare `global` or `nonlocal`."""
    return frozenset(name for node in own if isinstance(node, kind) for name in node.names)


def parameters(arguments: ast.arguments) -> tuple[str, ...]:
    """The parameter names in the order of a signature."""
    plain = [*arguments.posonlyargs, *arguments.args]
    star = [arguments.vararg] if arguments.vararg else []
    double = [arguments.kwarg] if arguments.kwarg else []
    return tuple(argument.arg for argument in [*plain, *star, *arguments.kwonlyargs, *double])


def pattern_names(pattern: ast.pattern) -> tuple[str, ...]:
    """The names that a `case` pattern captures."""
    return tuple(dict.fromkeys(name for node in ast.walk(pattern) for name in _binds(node)))
