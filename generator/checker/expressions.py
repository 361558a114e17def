"""Reads the expressions of claims and of the program: as syntax trees, as texts, and as parts of statements."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from generator.engine.program import Program
from generator.engine.rewriting.names import children

_LITERAL_CALLS = frozenset(
    "deque Counter defaultdict OrderedDict Fraction Decimal frozenset set range bytearray float complex".split()
)

_SIGNS = re.compile(r"'(?:[^'\\]|\\.)*'?|\"(?:[^\"\\]|\\.)*\"?|[()\[\]{}]| = ", re.DOTALL)
"""What decides where an equation is split: quotes, brackets, and the sign."""


@lru_cache(maxsize=8192)
def expression(text: str) -> ast.expr | None:
    """A text as an expression; None if it isn't one."""
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@lru_cache(maxsize=8192)
def sides(text: str) -> tuple[str, ...]:
    """The sides of `a = b = c`, split where no bracket or quote is open."""
    if " = " not in text:
        return (text,)
    parts, depth, start = list[str](), 0, 0
    for found in _SIGNS.finditer(text):
        sign = found[0]
        if sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
        elif sign == " = " and not depth:
            parts.append(text[start : found.start()])
            start = found.end()
    return (*parts, text[start:])


@lru_cache(maxsize=8192)
def is_value(text: str) -> bool:
    """Whether a text is a value written out."""
    node = expression(text)
    return node is not None and is_literal(node)


def is_literal(node: ast.AST) -> bool:
    """Whether an expression is a value written out: constants, containers of them, and constructors of values."""
    decide = _LITERALS.get(type(node))
    return decide is not None and decide(node)


def _is_literal_call(node: ast.Call) -> bool:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    parts = [*node.args, *(keyword.value for keyword in node.keywords)]
    loose = name == "defaultdict" or (name[:1].isupper() and name not in _LITERAL_CALLS)
    known = loose or name in _LITERAL_CALLS
    return known and all(is_literal(part) or (loose and isinstance(part, ast.Name)) for part in parts)


def _is_literal_dict(node: ast.Dict) -> bool:
    return all(key is not None and is_literal(key) for key in node.keys) and all(map(is_literal, node.values))


_LITERALS: dict[type[ast.AST], Callable[[Any], bool]] = {
    ast.Constant: lambda _: True,
    ast.UnaryOp: lambda node: isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant),
    ast.Call: _is_literal_call,
    ast.Dict: _is_literal_dict,
    **dict.fromkeys((ast.List, ast.Tuple, ast.Set), lambda node: all(map(is_literal, node.elts))),
}


def is_a(noun: str, text: str) -> bool:
    """Whether a value that is written out may be called so: `[1]` a list, but no number; what is unknown may."""
    node, wanted = expression(text), _NOUNS.get(noun)
    if node is None or wanted is None or isinstance(node, ast.Call | ast.Name | ast.Subscript | ast.Attribute):
        return True
    if isinstance(node, ast.Constant) and ast.Constant in wanted:
        return isinstance(node.value, str) is (noun != "number")
    return isinstance(node, wanted)


_NOUNS: dict[str, tuple[type[ast.expr], ...]] = {
    "number": (ast.Constant, ast.UnaryOp, ast.BinOp),
    **dict.fromkeys(("string", "text", "word"), (ast.Constant,)),
    "list": (ast.List,),
    **dict.fromkeys(("dict", "dictionary"), (ast.Dict,)),
    "set": (ast.Set,),
    **dict.fromkeys(("tuple", "pair"), (ast.Tuple,)),
}


def among(text: str, items: Sequence[str]) -> str:
    """The text of a value as items are written: of a fraction that is whole, 1 may be said for `Fraction(1, 1)`."""
    whole = f"Fraction({text}, 1)"
    return whole if text not in items and whole in items else text


def unparsed(node: ast.AST) -> str:
    """An expression as the interpreter writes it; kept with the node, since statements come again and again."""
    found: str | None = getattr(node, "tracepile_text", None)
    if found is None:
        found = ast.unparse(node)
        node.tracepile_text = found  # type: ignore[attr-defined]
    return found


def read(node: ast.expr) -> ast.expr:
    """A place that is stored into, as the expression that reads it."""
    if not isinstance(getattr(node, "ctx", None), ast.Store):
        return node
    return expression(unparsed(node)) or node  # `*rest` is no expression


def root(node: ast.expr) -> str:
    """The name that a place begins with: `d` of `d[0].x`."""
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def is_swap(node: ast.AST) -> bool:
    """Whether a statement is `a, b = b, a`."""
    if (
        not isinstance(node, ast.Assign)
        or not isinstance(node.targets[0], ast.Tuple)
        or not isinstance(node.value, ast.Tuple)
    ):
        return False
    targets, given = list(map(unparsed, node.targets[0].elts)), list(map(unparsed, node.value.elts))
    return len(targets) == 2 and targets == given[::-1]  # noqa: PLR2004 - a swap has two


_HEADS: dict[type[ast.AST], Sequence[str]] = {
    ast.While: ("test",),
    ast.If: ("test",),
    ast.IfExp: ("test",),
    ast.Assert: ("test",),
    ast.For: ("iter", "target"),
    ast.With: ("items",),
    ast.ExceptHandler: ("type",),
    ast.match_case: ("pattern",),
    ast.Module: (),
    ast.FunctionDef: (),
    ast.ClassDef: (),
    ast.Lambda: (),
    ast.ListComp: ("generators",),
    ast.SetComp: ("generators",),
    ast.DictComp: ("generators",),
    ast.GeneratorExp: ("generators",),
}


def head(node: ast.AST) -> list[ast.expr]:
    """The expressions of a statement, without the statements inside it; stored places count as read ones.

    Kept with the node, as its text is.
    """
    found: list[ast.expr] | None = getattr(node, "tracepile_head", None)
    if found is None:
        found = node.tracepile_head = [read(inner) for inner in _expressions(node)]  # type: ignore[attr-defined]
    return found


def _expressions(node: ast.AST) -> Iterator[ast.expr]:
    fields = _HEADS.get(type(node))
    parts = [node] if fields is None else [getattr(node, field) for field in fields]
    for part in parts:
        for top in part if isinstance(part, list) else [part]:
            nodes = [] if top is None else [top]
            for inner in nodes:
                nodes += children(inner)
            yield from (inner for inner in nodes if isinstance(inner, ast.expr))


def mark_statements(program: Program) -> None:
    """Have each expression of a program know the statement that it stands in."""
    module = program.sites[0].node
    if not hasattr(module, "tracepile_marked"):
        module.tracepile_marked = True  # type: ignore[attr-defined]
        _mark(module, None)


def _mark(node: ast.AST, statement: ast.stmt | None) -> None:
    for child in children(node):
        inner = child if isinstance(child, ast.stmt) else statement
        if isinstance(child, ast.expr):
            child.tracepile_statement = statement  # type: ignore[attr-defined]
        _mark(child, inner)


def statement_of(node: ast.AST) -> ast.stmt | None:
    """The statement that an expression of the program stands in."""
    return node if isinstance(node, ast.stmt) else getattr(node, "tracepile_statement", None)
