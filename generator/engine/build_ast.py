"""Short names for the syntax trees that the instrumenter builds."""

from __future__ import annotations

import ast
from collections.abc import Iterable


def load(name: str) -> ast.Name:
    """`name`, read."""
    return ast.Name(name, ast.Load())


def store(name: str) -> ast.Name:
    """`name`, written."""
    return ast.Name(name, ast.Store())


def call(function: str, *arguments: ast.expr) -> ast.Call:
    """`function(*arguments)`."""
    return ast.Call(load(function), list(arguments), [])


def do(function: str, *arguments: ast.expr) -> ast.Expr:
    """`function(*arguments)` as a statement."""
    return ast.Expr(call(function, *arguments))


def either(*values: ast.expr) -> ast.BoolOp:
    """`a or b or ...`."""
    return ast.BoolOp(ast.Or(), list(values))


def both(*values: ast.expr) -> ast.BoolOp:
    """`a and b and ...`."""
    return ast.BoolOp(ast.And(), list(values))


def keep(name: str, value: ast.expr) -> ast.NamedExpr:
    """`(name := value)`."""
    return ast.NamedExpr(store(name), value)


def put(name: str, value: ast.expr) -> ast.Assign:
    """`name = value`."""
    return ast.Assign([store(name)], value)


def tuple_of(values: Iterable[ast.expr]) -> ast.Tuple:
    """`(a, b, ...)`."""
    return ast.Tuple(list(values), ast.Load())


def negate(value: ast.expr) -> ast.UnaryOp:
    """`not value`."""
    return ast.UnaryOp(ast.Not(), value)


def parameters(names: Iterable[str]) -> ast.arguments:
    """A signature of plain parameters."""
    return ast.arguments([], [ast.arg(name) for name in names], None, [], [], None, [])
