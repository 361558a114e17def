"""Short names for the syntax trees that the instrumenter builds, and for what it does with those it is given.

Nodes of ours have no place in the program's text, and none is needed where nothing can go wrong; the classes here say
so once, which is much cheaper than to tell each node. What can raise an exception is given its place with `at`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

Node = TypeVar("Node", bound=ast.AST)
_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")


def _placed(kind: type[Node]) -> type[Node]:
    """A kind of node whose instances need no place of their own."""
    return type(kind.__name__, (kind,), dict(zip(_PLACE, (1, 0, 1, 0), strict=True)))


Name, Call, Tuple, Attribute = _placed(ast.Name), _placed(ast.Call), _placed(ast.Tuple), _placed(ast.Attribute)
NamedExpr, BoolOp, UnaryOp = _placed(ast.NamedExpr), _placed(ast.BoolOp), _placed(ast.UnaryOp)
Compare, IfExp, Constant, Starred = (
    _placed(ast.Compare),
    _placed(ast.IfExp),
    _placed(ast.Constant),
    _placed(ast.Starred),
)
Subscript, arg = _placed(ast.Subscript), _placed(ast.arg)
List, Set, Dict = _placed(ast.List), _placed(ast.Set), _placed(ast.Dict)
Expr, Assign, AugAssign, Pass = _placed(ast.Expr), _placed(ast.Assign), _placed(ast.AugAssign), _placed(ast.Pass)
If, Try, Raise, Global = _placed(ast.If), _placed(ast.Try), _placed(ast.Raise), _placed(ast.Global)
ExceptHandler, FunctionDef, Lambda = _placed(ast.ExceptHandler), _placed(ast.FunctionDef), _placed(ast.Lambda)

LOAD, STORE = ast.Load(), ast.Store()
_AND, _OR, _NOT, _IN, _IS, _LESS = ast.And(), ast.Or(), ast.Not(), ast.In(), ast.Is(), ast.Lt()


def at(node: ast.AST, new: Node) -> Node:
    """`new`, in the place of `node`."""
    new.lineno, new.col_offset = node.lineno, node.col_offset  # type: ignore[attr-defined]
    new.end_lineno, new.end_col_offset = node.end_lineno, node.end_col_offset  # type: ignore[attr-defined]
    return new


def like(node: Node, **changes: Any) -> Node:
    """A copy of a node with some of its parts changed; the node itself is left as it is."""
    new: Node = type(node).__new__(type(node))
    new.__dict__.update(node.__dict__)
    new.__dict__.update(changes)
    return new


_REWRITTEN = (ast.expr, ast.comprehension, ast.keyword)


def rebuilt(node: Node, visit: Callable[[Any], Any]) -> Node:
    """A node with its expressions replaced by what `visit` gives for them; the node itself where nothing changes."""
    changes: dict[str, Any] = {}
    for name in node._fields:
        part = getattr(node, name, None)
        if isinstance(part, list):
            new = [visit(item) if isinstance(item, _REWRITTEN) else item for item in part]
            if any(one is not other for one, other in zip(new, part, strict=True)):
                changes[name] = new
        elif isinstance(part, _REWRITTEN) and (found := visit(part)) is not part:
            changes[name] = found
    return like(node, **changes) if changes else node


def load(name: str) -> ast.Name:
    """`name`, read."""
    return Name(name, LOAD)


def store(name: str) -> ast.Name:
    """`name`, written."""
    return Name(name, STORE)


def constant(value: Any) -> ast.Constant:
    """A value that the compiled program holds."""
    return Constant(value)


def call(function: str, *arguments: ast.expr) -> ast.Call:
    """`function(*arguments)`."""
    return Call(Name(function, LOAD), list(arguments), [])


def do(function: str, *arguments: ast.expr) -> ast.Expr:
    """`function(*arguments)` as a statement."""
    return Expr(call(function, *arguments))


def either(*values: ast.expr) -> ast.BoolOp:
    """`a or b or ...`."""
    return BoolOp(_OR, list(values))


def both(*values: ast.expr) -> ast.BoolOp:
    """`a and b and ...`."""
    return BoolOp(_AND, list(values))


def negate(value: ast.expr) -> ast.UnaryOp:
    """`not value`."""
    return UnaryOp(_NOT, value)


def keep(name: str, value: ast.expr) -> ast.NamedExpr:
    """`(name := value)`."""
    return NamedExpr(Name(name, STORE), value)


def put(name: str, value: ast.expr) -> ast.Assign:
    """`name = value`."""
    return Assign([Name(name, STORE)], value)


def tuple_of(values: Iterable[ast.expr]) -> ast.Tuple:
    """`(a, b, ...)`."""
    return Tuple(list(values), LOAD)


def is_atomic(value: ast.expr) -> ast.Compare:
    """Whether a value's type shows that it holds nothing that can change: `type(value) in atomic`."""
    return Compare(call("@T", value), [_IN], [Name("@A", LOAD)])


def seen(value: ast.Name) -> ast.expr:
    """The value of a name, which is seen if it may hold something that changes."""
    return IfExp(is_atomic(value), value, Call(Name("@S", LOAD), [value], []))


def is_set(value: ast.expr) -> ast.Compare:
    """Whether a value is a set, and no more than that: `type(value) is set`."""
    return Compare(call("@T", value), [_IS], [Name("@set", LOAD)])


def is_over() -> ast.Compare:
    """Whether a run is past its event limit: `limit < len(events)`."""
    return Compare(Name("@N", LOAD), [_LESS], [call("@len", Name("@L", LOAD))])


def append(event: ast.expr) -> ast.Expr:
    """`events.append(event)` as a statement, which CPython does without a call."""
    return Expr(Call(Attribute(Name("@L", LOAD), "append", LOAD), [event], []))


def parameters(names: Iterable[str]) -> ast.arguments:
    """A signature of plain parameters."""
    return ast.arguments([], [arg(name) for name in names], None, [], [], None, [])
