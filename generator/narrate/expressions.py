"""Writes expressions as a teacher would: with the values of the moment in the place of names.

`values[j] > key` with j = 0 is written `values[0] > key`, and its values are 5 > 2. What can't be told from the state
is left as it stands in the program. An expression is taken apart once into the text that stays and the places that
are filled.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections import deque
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.engine.evaluate import Unknown, evaluate, negated, text_of
from generator.engine.replay import State
from generator.types import Rejected

_BARE = re.compile(r"-?\d+(\.\d+)?$")
_BARE_ARITHMETIC = re.compile(r"-?\d+(\.\d+)?( (\+|-|\*|/|//|%|\*\*|<|<=|>|>=|==|!=) -?\d+(\.\d+)?)+$")
_FRACTION = re.compile(r"Fraction\((-?\d+), (\d+)\)")
_KEPT = (list, dict, set, deque)
_NEGATIVE = re.compile(r"((?<![<>=]) [-+*/%] |// |\*\* )(-\d[\d.]*)")
_SHORT = 60
_BRACKETS = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|[()\[\]{}]| for ")
"""What shows where a generator stands in brackets: quotes, brackets, and its first word."""
_CALLED = re.compile(r"[\w)\]]\($")


def code(text: str) -> str:
    """A piece of program in the prose."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def value(text: str) -> str:
    """A value in the prose: numbers, lists, dicts and strings as they are, all else as code."""
    if _FRACTION.fullmatch(text):
        return plain(text)
    return text if _BARE.match(text) or (text[:1] in "[{'" and "`" not in text and is_literal(text)) else code(text)


@lru_cache(maxsize=4096)
def is_literal(text: str) -> bool:
    """Whether a text is one value written out, and not an expression that merely begins like one."""
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return False
    return True


def plain(text: str) -> str:
    """A value as it stands inside code: a fraction with its bar, all else as it is."""
    fraction = _FRACTION.fullmatch(text)
    if not fraction:
        return text
    return fraction[1] if fraction[2] == "1" else f"{fraction[1]}/{fraction[2]}"


def equation(*sides: str) -> str:
    """`place = expression = value`, without what is said twice; a function may bear the name of the place."""
    told = list(dict.fromkeys([*sides[:-1], plain(sides[-1])]))
    return code(" = ".join(told)) if len(told) > 1 else f"{code(told[0])} is now the function {code(told[0])}"


def sum_of(text: str) -> str:
    """Arithmetic in the prose: bare while it has no parentheses or quotes."""
    if " = " not in text:
        return text if _BARE_ARITHMETIC.match(text) else value(text)
    return text if all(_BARE.match(side) or _BARE_ARITHMETIC.match(side) for side in text.split(" = ")) else code(text)


def source(node: ast.AST) -> str:
    """An expression as Python text, on one line; kept with the node."""
    found: str | None = getattr(node, "tracepile_source", None)
    if found is None:
        found = tidy(ast.unparse(node))
        node.tracepile_source = found  # type: ignore[attr-defined]
    return found


def tidy(text: str) -> str:
    """An expression without the second pair of parentheses that a generator gets as the only argument."""
    opened, loops, dropped = list[int](), set[int](), set[int]()
    for found in _BRACKETS.finditer(text) if "((" in text else ():
        sign, at = found[0], found.start()
        if sign in "([{":
            opened.append(at)
        elif sign == " for ":
            loops.update(opened[-1:])
        elif sign in ")]}" and opened:
            start = opened.pop()
            if start in loops and _CALLED.search(text[:start]) and text[at + 1 : at + 2] == ")":
                dropped |= {start, at}
    return "".join(sign for place, sign in enumerate(text) if place not in dropped)


@lru_cache(maxsize=4096)
def parsed(text: str) -> ast.expr:
    """A text as an expression."""
    return ast.parse(text, mode="eval").body


def reading(target: ast.expr) -> ast.expr:
    """A place that is stored into, as the expression that reads it."""
    return parsed(source(target))


def text(node: ast.AST, state: State, extra: dict[str, Any] | None = None) -> str | None:
    """The text of an expression's value, or None where the state doesn't tell."""
    try:
        return text_of(node, state, extra)
    except Unknown:
        return None


# Expressions with places to fill


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to fill: the expression whose value goes there, and whether a container keeps its name there."""

    node: ast.expr
    keeps_containers: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """An expression as text with places in it: one more piece of text than there are places."""

    texts: tuple[str, ...]
    slots: tuple[Slot, ...]


_MARK = re.compile("\ue000(\\d+)\ue001")


def placed(node: ast.AST, state: State) -> str:
    """An expression with the values of its indices: `values[j + 1]` as `values[2]`."""
    form = _form(node, "placed")
    filled = [form.texts[0]]
    for slot, rest in zip(form.slots, form.texts[1:], strict=True):
        filled += [_filling(slot, state) or source(slot.node), rest]
    return "".join(filled)


def computed(node: ast.AST, state: State, extra: dict[str, Any] | None = None) -> str | None:
    """An expression with the values of its operands: `price * count` as `3 * 4`; None where there's nothing to show."""
    if not isinstance(node, ast.BinOp | ast.UnaryOp | ast.Compare | ast.Call | ast.BoolOp):
        return None
    form = _form(node, "computed")
    filled = [form.texts[0]]
    for slot, rest in zip(form.slots, form.texts[1:], strict=True):
        shown = _filling(slot, state, extra)
        if shown is None:
            if not slot.keeps_containers:
                return None
            shown = source(slot.node)
        apart = shown[0] == "-" and (rest.startswith(" **") or filled[-1].endswith("-"))
        filled += [f"({shown})" if apart else shown, rest]
    written = _NEGATIVE.sub(r"\1(\2)", "".join(filled))
    return written if written != source(node) and len(written) <= _SHORT else None


def _filling(slot: Slot, state: State, extra: dict[str, Any] | None = None) -> str | None:
    """The text of a slot's value; None where that is unknown, long, or no literal."""
    try:
        held = evaluate(slot.node, state, extra)
        if slot.keeps_containers and isinstance(slot.node, ast.Name) and type(held) in _KEPT:
            return None
        written = state.text(held)
    except (Unknown, Rejected):
        return None
    return None if len(written) > _SHORT // 2 or "<" in written else written


def _form(node: ast.AST, kind: str) -> Form:
    """An expression taken apart; kept with the node."""
    name = f"tracepile_{kind}"
    found: Form | None = getattr(node, name, None)
    if found is None:
        slots: list[Slot] = []
        maker = _Placed(slots) if kind == "placed" else _Computed(slots)
        written = tidy(ast.unparse(maker.whole(ast.parse(ast.unparse(node), mode="eval").body)))
        texts = _MARK.split(written)
        found = Form(tuple(texts[::2]), tuple(slots[int(number)] for number in texts[1::2]))
        setattr(node, name, found)
    return found


_DEFERRED = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
"""What is not looked into: the values that it will go through are not known yet."""


class _Placed(ast.NodeTransformer):
    """Puts places in the stead of indices, and of arguments of what isn't built in."""

    def __init__(self, slots: list[Slot]) -> None:
        self.slots = slots

    def whole(self, node: ast.expr) -> ast.expr:
        found: ast.expr = self.visit(node)
        return found

    def slot(self, node: ast.expr, *, keeps_containers: bool = False) -> ast.expr:
        if isinstance(node, ast.Constant):
            return node
        self.slots.append(Slot(node, keeps_containers))
        return ast.Name(f"\ue000{len(self.slots) - 1}\ue001", ast.Load())

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        node.value = self.visit(node.value)
        if isinstance(node.slice, ast.Slice):
            parts = (node.slice.lower, node.slice.upper, node.slice.step)
            node.slice = ast.Slice(*(part and self.slot(part) for part in parts))
        else:
            node.slice = self.slot(node.slice)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """A call of something that isn't built in is shown with the values that it is given; containers keep names."""
        node.func = self.visit(node.func)
        if _is_builtin(node.func):
            node.args = [self.visit(argument) for argument in node.args]
        else:
            node.args = [
                argument if isinstance(argument, ast.Starred) else self.slot(argument, keeps_containers=True)
                for argument in node.args
            ]
        return node

    def visit(self, node: ast.AST) -> Any:
        return node if isinstance(node, _DEFERRED) else super().visit(node)


class _Computed(_Placed):
    """Puts places in the stead of operands: names, subscripts, attributes, and calls that are operands themselves."""

    def whole(self, node: ast.expr) -> ast.expr:
        if isinstance(node, ast.Call) and not _is_builtin(node.func):
            node.args = [self.slot(argument, keeps_containers=True) for argument in node.args]
            return node
        for name, part in ast.iter_fields(node):
            if isinstance(part, ast.expr) and not (isinstance(node, ast.Call) and name == "func"):
                setattr(node, name, self.operand(part))
            elif isinstance(part, list) and name in ("args", "comparators", "values"):
                setattr(node, name, [self.operand(item) for item in part])
        return node

    def operand(self, node: ast.expr) -> ast.expr:
        if isinstance(node, ast.NamedExpr):
            return self.slot(ast.Name(node.target.id, ast.Load()))
        if isinstance(node, ast.BinOp | ast.UnaryOp | ast.Compare | ast.BoolOp):
            return self.whole(node)
        return self.slot(node)


def _is_builtin(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and hasattr(builtins, function.id)


def opposite(leaf: ast.Compare) -> ast.Compare | None:
    """The comparison that is true when this one fails, kept with the node; None for a chain."""
    found: ast.Compare | None = getattr(leaf, "tracepile_opposite", None)
    if found is None and len(leaf.ops) == 1:
        found = leaf.tracepile_opposite = negated(leaf)  # type: ignore[attr-defined]
    return found


def sum_node(node: ast.AugAssign) -> ast.BinOp:
    """`x += 1` as `x + 1`, kept with the node."""
    found: ast.BinOp | None = getattr(node, "tracepile_sum", None)
    if found is None:
        found = ast.BinOp(reading(node.target), node.op, node.value)
        node.tracepile_sum = found  # type: ignore[attr-defined]
    return found
