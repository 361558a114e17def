"""Evaluates expressions in a replayed state, without running any code of the program.

Names, arithmetic, comparisons, subscripts, attributes and well-known builtins are understood; a call of the program's
own function has the value that it returned within the running statement. Everything else is Unknown, which is no error:
it means that nothing can be said.
"""

from __future__ import annotations

import ast
import math
import operator
from collections import deque
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from generator.engine import values
from generator.engine.frame import attribute
from generator.engine.program import Event, Leaf, Site
from generator.engine.recorder import ATOMIC
from generator.engine.replay import State
from generator.engine.rewriting.conditions import operands
from generator.types import Rejected


class Unknown(Exception):  # noqa: N818 - an answer, not an error
    """The value of an expression can't be told from the state."""


MAX_BITS = 20_000
"""Bits, or items, that a computed value may have."""
MAX_SIZE_BITS = 30
"""Bits of a number that a range or a power may be made of."""
_ORDERED = frozenset("dict enumerate list reversed str tuple zip".split())
_BINARY: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.LShift: operator.lshift,
    ast.RShift: operator.rshift,
    ast.BitOr: operator.or_,
    ast.BitAnd: operator.and_,
    ast.BitXor: operator.xor,
}
_UNARY: dict[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Not: operator.not_,
    ast.Invert: operator.invert,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
    ast.In: lambda item, items: item in items,
    ast.NotIn: lambda item, items: item not in items,
}
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    f.__name__: f
    for f in (
        *(abs, all, any, bin, bool, chr, complex, dict, divmod, enumerate, float, frozenset, hex, int, len, list, max),
        *(min, oct, ord, pow, range, reversed, round, set, sorted, str, sum, tuple, zip),
    )
}
_FUNCTIONS |= {
    f.__name__: f for f in (math.gcd, math.lcm, math.isqrt, math.sqrt, math.comb, math.ceil, math.floor, math.prod)
}
_FUNCTIONS["Fraction"] = Fraction
_METHODS = frozenset(
    "get count index keys values items copy upper lower strip split join startswith endswith replace find isdigit "
    "isalpha isalnum isupper islower rstrip lstrip title capitalize zfill".split()
)
_MODULES = frozenset({"math", "fractions"})


def evaluate(node: ast.AST, state: State, extra: dict[str, Any] | None = None) -> Any:
    """The value of an expression; containers of the program come back as the objects they are.

    extra: names that the state doesn't hold, such as those of a comprehension.
    Raises Unknown where the state doesn't tell.
    """
    try:
        return Evaluation(state, extra or {}).value(node)
    except (Unknown, RecursionError):
        raise Unknown from None
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, Rejected, MemoryError):
        raise Unknown from None


def text_of(node: ast.AST, state: State, extra: dict[str, Any] | None = None) -> str:
    """The canonical text of an expression's value; Unknown as `evaluate`."""
    value = evaluate(node, state, extra)
    try:
        return state.text(value)
    except Rejected:
        raise Unknown from None


def truth_of(node: ast.AST, state: State) -> bool:
    """Whether an expression counts as true, by what its value holds at this moment; Unknown as `evaluate`."""
    return bool(Evaluation(state, {}).plain(evaluate(node, state)))


class Evaluation:
    """One evaluation; each kind of expression has the method of its name."""

    def __init__(self, state: State, extra: dict[str, Any]) -> None:
        self.state, self.extra = state, extra

    def value(self, node: ast.AST) -> Any:
        method = _EVALUATORS.get(type(node))
        if method is None:
            raise Unknown
        return method(self, node)

    def plain(self, value: Any) -> Any:
        """A value with the contents of this moment, as an ordinary object that can be computed with."""
        kind = type(value)
        if kind in (tuple, frozenset):
            return kind(map(self.plain, value))
        held = self.state.look(value)
        if held is None:
            return value
        if values.live(value) is not value and kind.__module__ in ("program", "__main__"):
            raise Unknown
        if type(held) is dict:
            return {self.plain(key): self.plain(item) for key, item in held.items()}
        if type(held) is set:
            return set(map(self.plain, held))
        return list(map(self.plain, held)) if type(held) in (list, kind) and kind in _SEQUENCES else value

    def on_Expression(self, node: ast.Expression) -> Any:
        return self.value(node.body)

    def on_Constant(self, node: ast.Constant) -> Any:
        return node.value

    def on_Name(self, node: ast.Name) -> Any:
        if node.id in self.extra:
            return self.extra[node.id]
        return self.state.lookup(node.id)

    def on_Tuple(self, node: ast.Tuple) -> Any:
        return tuple(map(self.value, node.elts))

    def on_List(self, node: ast.List) -> Any:
        return list(map(self.value, node.elts))

    def on_Set(self, node: ast.Set) -> Any:
        return set(map(self.value, node.elts))

    def on_Dict(self, node: ast.Dict) -> Any:
        if None in node.keys:
            raise Unknown
        return {self.value(k): self.value(v) for k, v in zip(node.keys, node.values, strict=True) if k is not None}

    def on_UnaryOp(self, node: ast.UnaryOp) -> Any:
        return _UNARY[type(node.op)](self.plain(self.value(node.operand)))

    def on_BinOp(self, node: ast.BinOp) -> Any:
        left, right = self.plain(self.value(node.left)), self.plain(self.value(node.right))
        _guard(node.op, left, right)
        return _BINARY[type(node.op)](left, right)

    def on_BoolOp(self, node: ast.BoolOp) -> Any:
        stop_at = isinstance(node.op, ast.Or)
        value = None
        for part in node.values:
            value = self.value(part)
            if bool(self.plain(value)) is stop_at:
                break
        return value

    def on_Compare(self, node: ast.Compare) -> bool:
        left = self.value(node.left)
        for op, right_node in zip(node.ops, node.comparators, strict=True):
            right = self.value(right_node)
            identity = isinstance(op, ast.Is | ast.IsNot)
            one, other = (left, right) if identity else (self.plain(left), self.plain(right))
            if not _COMPARE[type(op)](one, other):
                return False
            left = right
        return True

    def on_IfExp(self, node: ast.IfExp) -> Any:
        return self.value(node.body if self.plain(self.value(node.test)) else node.orelse)

    def on_Subscript(self, node: ast.Subscript) -> Any:
        owner = self.value(node.value)
        held = self.state.look(owner)
        items = owner if held is None or type(owner) in (tuple, str, range) else held
        if isinstance(node.slice, ast.Slice):
            return items[self.slice(node.slice)]
        return items[self.plain(self.value(node.slice))]

    def slice(self, node: ast.Slice) -> slice:
        parts = (node.lower, node.upper, node.step)
        return slice(*(None if part is None else self.value(part) for part in parts))

    def on_Attribute(self, node: ast.Attribute) -> Any:
        owner = self.value(node.value)
        if type(owner).__module__ not in ("program", "__main__"):
            raise Unknown
        return self.state.look(owner)[attribute(node.attr, self.state.frame.function)]

    def on_Call(self, node: ast.Call) -> Any:
        if any(isinstance(arg, ast.Starred) for arg in node.args) or node.keywords:
            raise Unknown
        if isinstance(node.func, ast.Name):
            return self.function(node.func.id, node.args)
        if isinstance(node.func, ast.Attribute):
            return self.method(node.func, node.args)
        raise Unknown

    def function(self, name: str, arguments: list[ast.expr]) -> Any:
        given = [self.value(argument) for argument in arguments]
        if self.is_bound(name):
            return self.returned(name, given)
        if name not in _FUNCTIONS:
            raise Unknown
        plain = [self.plain(value) for value in given]
        if name in ("range", "list", "tuple", "pow") and any(
            type(v) is int and v.bit_length() > MAX_SIZE_BITS for v in plain
        ):
            raise Unknown
        if name in _ORDERED and any(type(v) in (set, frozenset) and len(v) > 1 for v in plain):
            raise Unknown  # a copy of a set may be in another order than the set
        return _FUNCTIONS[name](*plain)

    def returned(self, name: str, given: list[Any]) -> Any:
        """What a call of the program's own function has returned within the running statement."""
        wanted = tuple(map(self.state.text, given))
        calls = self.state.frame.returned
        found = [
            value for known, texts, value in calls if known.split(".")[-1] == name and texts[: len(wanted)] == wanted
        ]
        if len(set(map(self.state.text, found))) != 1:
            raise Unknown
        return found[0]

    def is_bound(self, name: str) -> bool:
        try:
            self.state.lookup(name)
        except KeyError:
            return False
        return True

    def method(self, method: ast.Attribute, arguments: list[ast.expr]) -> Any:
        if isinstance(method.value, ast.Name) and method.value.id in _MODULES:
            return self.function(method.attr, arguments)
        owner = self.value(method.value)
        given = [self.value(argument) for argument in arguments]
        if type(owner).__module__ in ("program", "__main__"):
            return self.returned(method.attr, [owner, *given])
        if method.attr not in _METHODS:
            raise Unknown
        return getattr(self.plain(owner), method.attr)(*map(self.plain, given))


_EVALUATORS: dict[type[ast.AST], Callable[[Evaluation, Any], Any]] = {
    getattr(ast, name.removeprefix("on_")): method
    for name, method in vars(Evaluation).items()
    if name.startswith("on_")
}


_SEQUENCES = frozenset([list, deque, bytearray])


def _guard(op: ast.operator, left: Any, right: Any) -> None:
    """Refuse arithmetic whose result could be huge."""
    sizes = [
        value.bit_length() if type(value) is int else len(value) if hasattr(value, "__len__") else 0
        for value in (left, right)
    ]
    if isinstance(op, ast.Pow) and (type(right) is int and abs(right) * max(sizes[0], 1) > MAX_BITS):
        raise Unknown
    if isinstance(op, ast.LShift) and type(right) is int and right > MAX_BITS:
        raise Unknown
    if isinstance(op, ast.Mult) and sum(sizes) > MAX_BITS:
        raise Unknown
    if isinstance(op, ast.Mult) and any(hasattr(v, "__len__") for v in (left, right)) and 2 ** min(sizes) > MAX_BITS:
        raise Unknown


def condition_of(node: ast.AST) -> ast.expr:
    """The condition of a test's node: what stands behind `if`, or the node itself if it is an expression."""
    found: ast.expr = node if isinstance(node, ast.expr) and not isinstance(node, ast.IfExp) else node.test  # type: ignore[attr-defined]
    return found


def decided(site: Site, event: Event) -> dict[int, bool]:
    """How the leaves of a test came out that were looked at, by the `id` of their nodes.

    The outcome and what was looked at decide it: all parts of an `and` but the last held. No operand is asked, since a
    later part may have changed what it holds. Empty where a leaf is a constant: nobody knows if it was reached.
    """
    if any(all(place is None for place in leaf.operands) for leaf in site.leaves):
        return {}
    reached = {id(leaf.node) for leaf in site.leaves if leaf.is_reached(event)}
    found: dict[int, bool] = {}

    def visit(node: ast.expr, truth: bool) -> None:
        if isinstance(node, ast.BoolOp):
            *before, last = [part for part in node.values if any(id(inner) in reached for inner in ast.walk(part))]
            for part in before:
                visit(part, isinstance(node.op, ast.And))
            visit(last, truth)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            visit(node.operand, not truth)
        else:
            found[id(node)] = truth

    visit(condition_of(site.node), bool(event[1]))
    return found


def is_stale(site: Site, event: Event, leaf: Leaf, state: State) -> bool:
    """Whether what a leaf looked at may be something else by now: a call came after it, or a value differs."""
    parts = operands(leaf.node)
    number = next(number for number, other in enumerate(site.leaves) if other is leaf)
    later = [other.node for other in site.leaves[number + 1 :] if other.is_reached(event)]
    for place, (part, position) in enumerate(zip(parts, leaf.operands, strict=True)):
        if position is None:
            continue
        if type(event[position]) not in ATOMIC:
            if any(map(_calls, (*later, *parts[place + 1 :]))):
                return True
        elif later and _is_other(part, event[position], state):
            return True
    return False


def _calls(node: ast.AST) -> bool:
    """Whether an expression calls something that may change what it is given."""
    calls = (part.func for part in ast.walk(node) if isinstance(part, ast.Call))
    return any(not isinstance(func, ast.Name) or func.id not in _FUNCTIONS for func in calls)


def _is_other(node: ast.expr, value: Any, state: State) -> bool:
    try:
        return text_of(node, state) != state.text(value)
    except (Unknown, Rejected):
        return False


def recorded_truth(leaf: Leaf, event: Event, state: State) -> bool:
    """The truth of a condition's leaf from the operands that its event holds; Unknown where they aren't plain."""
    seen = [event[place] if place is not None else None for place in leaf.operands]
    names = {f"@{number}": value for number, value in enumerate(seen)}
    if not isinstance(leaf.node, ast.Compare):
        return bool(Evaluation(state, {}).plain(seen[0]))
    parts = operands(leaf.node)
    read = [
        part if place is None else ast.Name(f"@{number}", ast.Load())
        for number, (part, place) in enumerate(zip(parts, leaf.operands, strict=True))
    ]
    return bool(evaluate(ast.Compare(read[0], leaf.node.ops, read[1:]), state, names))


_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def negated(leaf: ast.expr) -> ast.Compare:
    """The comparison that is true when this one fails; Unknown for a chain and for what is no comparison."""
    if not isinstance(leaf, ast.Compare) or len(leaf.ops) != 1:
        raise Unknown
    return ast.Compare(leaf.left, [_OPPOSITE[type(leaf.ops[0])]()], leaf.comparators)
