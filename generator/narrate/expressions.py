"""Writes expressions as a teacher would: with the values of the moment in the place of names.

`values[j] > key` with j = 0 is written `values[0] > key`, and its values are 5 > 2. What can't be told from the state
is left as it stands in the program.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections import deque
from functools import lru_cache
from typing import Any

from generator.engine.evaluate import Unknown, evaluate, negated, text_of
from generator.engine.replay import State

_BARE = re.compile(r"-?\d+(\.\d+)?$")
_BARE_ARITHMETIC = re.compile(r"-?\d+(\.\d+)?( (\+|-|\*|/|//|%|\*\*|<|<=|>|>=|==|!=) -?\d+(\.\d+)?)+$")
_FRACTION = re.compile(r"Fraction\((-?\d+), (\d+)\)")
_KEPT = (list, dict, set, deque)
_NEGATIVE = re.compile(r"((?<![<>=]) [-+*/%] |// |\*\* )(-\d[\d.]*)")
_SHORT = 60


def code(text: str) -> str:
    """A piece of program in the prose."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def value(text: str) -> str:
    """A value in the prose: numbers, lists, dicts and strings as they are, all else as code."""
    if fraction := _FRACTION.fullmatch(text):
        return f"{fraction[1]}/{fraction[2]}"
    return text if _BARE.match(text) or (text[:1] in "[{'" and "`" not in text and is_literal(text)) else code(text)


@lru_cache(maxsize=4096)
def is_literal(text: str) -> bool:
    """Whether a text is one value written out, and not an expression that merely begins like one."""
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return False
    return True


def sum_of(text: str) -> str:
    """Arithmetic in the prose: bare while it has no parentheses or quotes."""
    if " = " not in text:
        return text if _BARE_ARITHMETIC.match(text) else value(text)
    return text if all(_BARE.match(side) or _BARE_ARITHMETIC.match(side) for side in text.split(" = ")) else code(text)


def source(node: ast.AST) -> str:
    """An expression as Python text, on one line."""
    return ast.unparse(node)


def text(node: ast.AST, state: State, extra: dict[str, Any] | None = None) -> str | None:
    """The text of an expression's value, or None where the state doesn't tell."""
    try:
        return text_of(node, state, extra)
    except Unknown:
        return None


def placed(node: ast.AST, state: State) -> str:
    """An expression with the values of its indices: `values[j + 1]` as `values[2]`."""
    return source(_Placed(state).visit(_copy(node)))


def computed(node: ast.AST, state: State) -> str | None:
    """An expression with the values of its operands: `price * count` as `3 * 4`; None where there's nothing to show."""
    if not isinstance(node, ast.BinOp | ast.UnaryOp | ast.Compare | ast.Call | ast.BoolOp):
        return None
    try:
        written = _NEGATIVE.sub(r"\1(\2)", source(_Computed(state).expression(_copy(node))))
    except Unknown:
        return None
    return written if written != source(node) and len(written) <= _SHORT else None


def decided(leaf: ast.Compare, state: State, *, truth: bool) -> str | None:
    """The comparison that decided a condition, as a true statement: `i < n` that fails is shown as 5 >= 5."""
    try:
        return computed(leaf if truth else negated(leaf), state)
    except Unknown:
        return None


def _copy(node: ast.AST) -> Any:
    return ast.parse(ast.unparse(node), mode="eval").body


def _literal(value: Any, state: State) -> ast.expr:
    """A value as a literal; Unknown for one that is long or has no literal."""
    written = state.text(value)
    if len(written) > _SHORT // 2 or "<" in written:
        raise Unknown
    return ast.parse(written, mode="eval").body


class _Placed(ast.NodeTransformer):
    """Puts values in the place of indices."""

    def __init__(self, state: State) -> None:
        self.state = state

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        node.value = self.visit(node.value)
        if isinstance(node.slice, ast.Slice):
            parts = (node.slice.lower, node.slice.upper, node.slice.step)
            node.slice = ast.Slice(*(part and self.index(part) for part in parts))
        else:
            node.slice = self.index(node.slice)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """A call of something that isn't built in is shown with the values that it is given; containers keep names."""
        node.func = self.visit(node.func)
        if _is_builtin(node.func):
            node.args = [self.visit(argument) for argument in node.args]
        else:
            node.args = [self.argument(argument) for argument in node.args]
        return node

    def argument(self, node: ast.expr) -> ast.expr:
        try:
            held = evaluate(node, self.state)
        except Unknown:
            return node
        return node if isinstance(node, ast.Name) and type(held) in _KEPT else self.index(node)

    def index(self, node: ast.expr) -> ast.expr:
        try:
            return _literal(evaluate(node, self.state), self.state)
        except (Unknown, SyntaxError):
            return node


class _Computed(_Placed):
    """Puts values in the place of operands: names, subscripts, attributes, and calls that are operands themselves."""

    def expression(self, node: ast.expr) -> ast.expr:
        if isinstance(node, ast.Call) and not _is_builtin(node.func):
            node.args = [self.argument(argument) for argument in node.args]
            return node
        for name, part in ast.iter_fields(node):
            if isinstance(part, ast.expr) and not (isinstance(node, ast.Call) and name == "func"):
                setattr(node, name, self.operand(part))
            elif isinstance(part, list) and name in ("args", "comparators", "values"):
                setattr(node, name, [self.operand(item) for item in part])
        return node

    def operand(self, node: ast.expr) -> ast.expr:
        if isinstance(node, ast.BinOp | ast.UnaryOp | ast.Compare | ast.BoolOp):
            return self.expression(node)
        if isinstance(node, ast.Constant):
            return node
        value = evaluate(node, self.state)
        try:
            return _literal(value, self.state)
        except SyntaxError:
            raise Unknown from None


def _is_builtin(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and hasattr(builtins, function.id)
