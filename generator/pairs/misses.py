"""Near misses: programs with one small fault, as people make them, that still give the right result often enough.

A fault is one function on a node, like a rewriting (`registry.py`), but what comes out is meant to differ somewhere:
only running it shows where, and whether it does.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from generator.rewrites.apply import Place, every_place

Fault = Callable[[Any, Random], ast.AST | None]
"""(a node of its kinds, randomness) -> what stands in its place, `ast.Pass` for nothing; None where it doesn't fit."""

FAULTS: list[tuple[tuple[type[ast.AST], ...], Fault]] = []

_NEIGHBOURS: dict[type[ast.AST], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.GtE,
    ast.NotEq: ast.Lt,
}
# Nothing becomes a product or a shift to the left, whose numbers would grow beyond all bounds.
_OTHERS: dict[type[ast.AST], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add,),
    ast.FloorDiv: (ast.Mod, ast.Sub),
    ast.Mod: (ast.FloorDiv,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitXor,),
    ast.BitXor: (ast.BitOr,),
    ast.LShift: (ast.RShift,),
}
_SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}
_OTHER_END = {"popleft": "pop", "append": "appendleft", "appendleft": "append", "startswith": "endswith"}


def fault(*kinds: type[ast.AST]) -> Callable[[Fault], Fault]:
    """Register the decorated function as a fault that is made at nodes of these kinds."""

    def register(function: Fault) -> Fault:
        FAULTS.append((kinds, function))
        return function

    return register


@fault(ast.Compare)
def boundary(node: ast.Compare, _: Random) -> ast.Compare | None:
    """`<` for `<=`."""
    other = _NEIGHBOURS.get(type(node.ops[0])) if len(node.ops) == 1 else None
    return ast.Compare(node.left, [other()], node.comparators) if other else None


@fault(ast.BinOp)
def operator(node: ast.BinOp, rng: Random) -> ast.BinOp | None:
    """`-` for `+`."""
    others = _OTHERS.get(type(node.op), ())
    return ast.BinOp(node.left, rng.choice(others)(), node.right) if others else None


@fault(ast.AugAssign)
def step(node: ast.AugAssign, rng: Random) -> ast.AugAssign | None:
    """`-=` for `+=`."""
    others = _OTHERS.get(type(node.op), ())
    return ast.AugAssign(node.target, rng.choice(others)(), node.value) if others else None


@fault(ast.BoolOp)
def connective(node: ast.BoolOp, _: Random) -> ast.BoolOp:
    """`or` for `and`."""
    return ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)


@fault(ast.BoolOp)
def part_forgotten(node: ast.BoolOp, rng: Random) -> ast.expr:
    """`a` for `a and b`."""
    kept = [*node.values]
    del kept[rng.randrange(len(kept))]
    return kept[0] if len(kept) == 1 else ast.BoolOp(node.op, kept)


@fault(ast.UnaryOp)
def not_forgotten(node: ast.UnaryOp, _: Random) -> ast.expr | None:
    """`a` for `not a`."""
    return node.operand if isinstance(node.op, ast.Not) else None


@fault(ast.Constant)
def off_by_one(node: ast.Constant, rng: Random) -> ast.Constant | None:
    """3 for 2, and `True` for `False`."""
    if isinstance(node.value, bool):
        return ast.Constant(not node.value)
    steps = (-1, 1) if isinstance(node.value, int) and node.value > 1 else (1,)  # not to 0, which nobody would add
    return ast.Constant(node.value + rng.choice(steps)) if isinstance(node.value, int) else None


@fault(ast.Subscript)
def neighbour(node: ast.Subscript, rng: Random) -> ast.Subscript | None:
    """`a[i - 1]` for `a[i]`."""
    if not isinstance(node.ctx, ast.Load) or not isinstance(node.slice, ast.Name):
        return None
    shifted = ast.BinOp(node.slice, rng.choice((ast.Add, ast.Sub))(), ast.Constant(1))
    return ast.Subscript(node.value, shifted, node.ctx)


@fault(ast.Call)
def other_function(node: ast.Call, _: Random) -> ast.Call | None:
    """`max` for `min`, and `pop` for `popleft`."""
    if isinstance(node.func, ast.Name) and node.func.id in _SWAPPED:
        return ast.Call(ast.Name(_SWAPPED[node.func.id], ast.Load()), node.args, node.keywords)
    if isinstance(node.func, ast.Attribute) and node.func.attr in _OTHER_END:
        return ast.Call(ast.Attribute(node.func.value, _OTHER_END[node.func.attr], ast.Load()), node.args, [])
    return None


@fault(ast.Call)
def range_cut(node: ast.Call, _: Random) -> ast.Call | None:
    """`range(n - 1)` for `range(n)`, and `range(n)` for `range(1, n)`."""
    if not isinstance(node.func, ast.Name) or node.func.id != "range" or not node.args:
        return None
    if len(node.args) == 1:
        return ast.Call(node.func, [ast.BinOp(node.args[0], ast.Sub(), ast.Constant(1))], [])
    first, last, *rest = node.args
    if isinstance(last, ast.BinOp) and isinstance(last.right, ast.Constant) and last.right.value == 1:
        return ast.Call(node.func, [first, last.left, *rest], [])
    return ast.Call(node.func, [first, ast.BinOp(last, ast.Sub(), ast.Constant(1)), *rest], [])


@fault(ast.keyword)
def order_forgotten(node: ast.keyword, _: Random) -> ast.keyword | None:
    """`reverse=False` for `reverse=True`."""
    turned = node.arg == "reverse" and isinstance(node.value, ast.Constant)
    return ast.keyword(node.arg, ast.Constant(not node.value.value)) if turned else None  # type: ignore[attr-defined]


@fault(ast.IfExp)
def branches_swapped(node: ast.IfExp, _: Random) -> ast.IfExp:
    """`b if t else a` for `a if t else b`."""
    return ast.IfExp(node.test, node.orelse, node.body)


@fault(ast.If)
def otherwise_forgotten(node: ast.If, _: Random) -> ast.If | None:
    """No `else`."""
    return ast.If(node.test, node.body, []) if node.orelse else None


@fault(ast.Break, ast.Continue, ast.AugAssign, ast.Expr)
def line_forgotten(_: ast.stmt, __: Random) -> ast.Pass:
    """A line is left out."""
    return ast.Pass()


def faulty(code: str, rng: Random) -> Iterator[ast.Module]:
    """A program with one fault at a time, in an order by draw."""
    found = [
        (number, one)
        for number, place in enumerate(every_place(ast.parse(code)))
        for kinds, one in FAULTS
        if isinstance(place.node, kinds)
    ]
    for number, one in rng.sample(found, len(found)):
        tree = ast.parse(code)
        place = every_place(tree)[number]
        made = one(place.node, rng)
        if made is not None and _put(place, made):
            yield ast.fix_missing_locations(tree)


def _put(place: Place, made: ast.AST) -> bool:
    """Put something in a node's place; whether that could be done."""
    held: Any = getattr(place.parents[-1], place.field)
    if not isinstance(held, list):
        setattr(place.parents[-1], place.field, made)
        return True
    at = next(number for number, one in enumerate(held) if one is place.node)
    if isinstance(made, ast.Pass):
        del held[at]
        return bool(held)
    held[at] = made
    return True
