"""Short names for the syntax trees that the instrumenter builds."""

from __future__ import annotations

import ast
from collections.abc import Iterable


def load(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def store(name: str) -> ast.Name:
    return ast.Name(name, ast.Store())


def call(function: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(load(function), list(arguments), [])


def do(function: str, *arguments: ast.expr) -> ast.Expr:
    return ast.Expr(call(function, *arguments))


def either(*values: ast.expr) -> ast.BoolOp:
    return ast.BoolOp(ast.Or(), list(values))


def both(*values: ast.expr) -> ast.BoolOp:
    return ast.BoolOp(ast.And(), list(values))


def keep(name: str, value: ast.expr) -> ast.NamedExpr:
    return ast.NamedExpr(store(name), value)


def put(name: str, value: ast.expr) -> ast.Assign:
    return ast.Assign([store(name)], value)


def tuple_of(values: Iterable[ast.expr]) -> ast.Tuple:
    return ast.Tuple(list(values), ast.Load())


def negate(value: ast.expr) -> ast.UnaryOp:
    return ast.UnaryOp(ast.Not(), value)


def parameters(names: Iterable[str]) -> ast.arguments:
    return ast.arguments([], [ast.arg(name) for name in names], None, [], [], None, [])
