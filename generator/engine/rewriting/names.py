"""Which names a piece of program binds, and where they live."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_SIMPLE = frozenset(
    "ctx op ops id attr arg name kind asname module level type_comment conversion is_async kwd_attrs".split()
)
"""Fields that hold no nodes, or none of interest."""
_BINDING = (ast.Store, ast.Del)
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


_PARTS = {
    kind: tuple(name for name in kind._fields if name not in _SIMPLE)
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST)
} | {ast.Constant: (), ast.Global: (), ast.Nonlocal: ()}
"""The fields of a kind of node that may hold nodes of interest."""


def children(node: ast.AST) -> list[ast.AST]:
    """The nodes that a node consists of, in the order of the text; operators and contexts left out."""
    found: list[ast.AST] = []
    for name in _PARTS[type(node)]:
        part = getattr(node, name, None)
        if part.__class__ is list:
            found += (
                part if None not in part else [item for item in part if item is not None]
            )  # the keys of `{**other}`
        elif isinstance(part, ast.AST):
            found.append(part)
    return found


@dataclass(frozen=True, slots=True)
class Scope:
    """What a piece of program does in its own scope.

    nodes:  every node that runs there; nested functions and classes are among them, what they hold is not.
            Comprehensions are entered: what they bind by walrus belongs to the scope around them.
    bound:  the names that are bound there, by whatever kind of statement.
    shared: the names that are declared `global`; `outer`, those that are declared `nonlocal`.
    """

    nodes: tuple[ast.AST, ...]
    bound: frozenset[str]
    shared: frozenset[str]
    outer: frozenset[str]


def scope(body: Sequence[ast.AST], inner: Mapping[int, list[ast.AST]]) -> Scope:
    """The scope of a module's or a function's body; `inner` has what its nodes consist of, by their `id`."""
    waiting, nodes = list(reversed(body)), list[ast.AST]()
    bound, shared, outer = set[str](), set[str](), set[str]()
    hidden: set[int] = set()
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, _BINDING) and id(node) not in hidden:
                bound.add(node.id)
            continue
        if isinstance(node, ast.expr):
            if not isinstance(node, ast.Lambda):
                waiting += reversed(inner[id(node)])
            continue
        if isinstance(node, ast.comprehension):  # it comes before its targets
            hidden.update(map(id, ast.walk(node.target)))
        elif isinstance(node, ast.Global):
            shared.update(node.names)
        elif isinstance(node, ast.Nonlocal):
            outer.update(node.names)
        else:
            bound.update(_binds(node))
        if not isinstance(node, _INNER):
            waiting += reversed(inner[id(node)])
    return Scope(tuple(nodes), frozenset(bound), frozenset(shared), frozenset(outer))


def _binds(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).split(".")[0]
    elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
        yield node.name
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest


def parameters(arguments: ast.arguments) -> tuple[str, ...]:
    """The parameter names in the order of a signature."""
    plain = [*arguments.posonlyargs, *arguments.args]
    star = [arguments.vararg] if arguments.vararg else []
    double = [arguments.kwarg] if arguments.kwarg else []
    return tuple(argument.arg for argument in [*plain, *star, *arguments.kwonlyargs, *double])


def pattern_names(pattern: ast.pattern) -> tuple[str, ...]:
    """The names that a `case` pattern captures."""
    return tuple(dict.fromkeys(name for node in ast.walk(pattern) for name in _binds(node)))
