"""Rewritings of assignments and expressions."""

from __future__ import annotations

import ast
from copy import deepcopy

from generator.rewrites.context import (
    Context,
    is_constant,
    is_simple,
    load,
    loaded,
    put,
    read,
    stored,
)
from generator.rewrites.registry import rewriting


@rewriting(ast.AugAssign)
def augmented_to_plain(node: ast.AugAssign, _: Context) -> ast.Assign | None:
    """`x += 1` becomes `x = x + 1`."""
    if isinstance(node.value, ast.List | ast.Set | ast.Dict | ast.Tuple | ast.ListComp) or not is_simple(node.target):
        return None
    value = node.value
    return ast.Assign([node.target], ast.BinOp(read(node.target), node.op, value))


@rewriting(ast.Assign, undoes=("augmented_to_plain",))
def plain_to_augmented(node: ast.Assign, _: Context) -> ast.AugAssign | None:
    """`x = x + 1` becomes `x += 1`."""
    (target, *others), value = node.targets, node.value
    if others or not isinstance(target, ast.Name | ast.Subscript) or not isinstance(value, ast.BinOp):
        return None
    if ast.unparse(target) != ast.unparse(value.left) or not is_simple(target):
        return None
    if isinstance(value.right, ast.List | ast.Tuple | ast.Set | ast.Subscript | ast.Call):
        return None  # it may be a list, which would be changed in place
    return ast.AugAssign(target, value.op, value.right)


@rewriting(ast.Assign)
def swap_by_temporary(node: ast.Assign, context: Context) -> list[ast.stmt] | None:
    """`a, b = b, a` becomes `held = a`, `a = b`, `b = held`."""
    target, value = node.targets[0], node.value
    if not isinstance(target, ast.Tuple) or not isinstance(value, ast.Tuple) or len(target.elts) != 2:  # noqa: PLR2004
        return None
    one, other = target.elts
    given = list(map(ast.unparse, value.elts))
    if [ast.unparse(other), ast.unparse(one)] != given or not is_simple(one) or not is_simple(other):
        return None
    name = context.fresh("held", "spare", "kept")
    return [put(name, read(one)), ast.Assign([one], read(other)), ast.Assign([other], load(name))]


@rewriting(ast.Assign)
def parallel_to_sequence(node: ast.Assign, _: Context) -> list[ast.stmt] | None:
    """`a, b = x, y` becomes `a = x`, `b = y`, where that is the same."""
    target, value = node.targets[0], node.value
    if len(node.targets) > 1 or not isinstance(target, ast.Tuple) or not isinstance(value, ast.Tuple):
        return None
    if len(target.elts) != len(value.elts) or any(isinstance(one, ast.Starred) for one in (*target.elts, *value.elts)):
        return None
    if not all(isinstance(one, ast.Name) for one in target.elts) or stored(target) & loaded(value):
        return None
    return [ast.Assign([one], given) for one, given in zip(target.elts, value.elts, strict=True)]


@rewriting(ast.Assign)
def chained_to_sequence(node: ast.Assign, _: Context) -> list[ast.stmt] | None:
    """`a = b = 0` becomes `a = 0`, `b = 0`."""
    if len(node.targets) == 1 or not is_constant(node.value):
        return None
    return [ast.Assign([target], deepcopy(node.value)) for target in node.targets]


@rewriting(ast.Return)
def result_named(node: ast.Return, context: Context) -> list[ast.stmt] | None:
    """`return f(x) + 1` becomes `answer = f(x) + 1`, `return answer`."""
    if node.value is None or isinstance(node.value, ast.Name | ast.Constant | ast.IfExp):
        return None
    name = context.fresh("answer", "result", "outcome")
    return [put(name, node.value), ast.Return(load(name))]


@rewriting(ast.Assign, undoes=("result_named", "operand_extracted"))
def temporary_inlined(node: ast.Assign, context: Context) -> list[ast.stmt] | None:
    """`t = x + 1`, and right behind it the one reading of `t`, becomes one statement."""
    target = node.targets[0]
    if len(node.targets) > 1 or not isinstance(target, ast.Name) or not is_simple(node.value):
        return None
    behind = context.after(node) if context.block else ()
    following = behind[0] if behind else None
    if not isinstance(following, ast.Assign | ast.Return | ast.AugAssign | ast.Expr) or context.scope is context.tree:
        return None
    every, readings = _uses(target.id, context.scope or context.tree), _uses(target.id, following)
    if len(every) != 2 or len(readings) != 1 or not isinstance(readings[0].ctx, ast.Load):  # noqa: PLR2004 - one of each
        return None
    if isinstance(node.value, ast.IfExp | ast.Compare | ast.BoolOp) and not isinstance(following, ast.Return):
        return None
    _Replaced(target.id, node.value).visit(following)
    return []


def _uses(name: str, node: ast.AST) -> list[ast.Name]:
    return [part for part in ast.walk(node) if isinstance(part, ast.Name) and part.id == name]


class _Replaced(ast.NodeTransformer):
    """Puts an expression in the place of a name that is read."""

    def __init__(self, name: str, value: ast.expr) -> None:
        self.name, self.value = name, value

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.value if node.id == self.name and isinstance(node.ctx, ast.Load) else node


@rewriting(ast.Assign, ast.AugAssign)
def operand_extracted(node: ast.Assign | ast.AugAssign, context: Context) -> list[ast.stmt] | None:
    """`x = a * b + c` becomes `part = a * b`, `x = part + c`."""
    value = node.value
    if not isinstance(value, ast.BinOp) or not is_simple(value):
        return None
    side = "left" if isinstance(value.left, ast.BinOp) else "right" if isinstance(value.right, ast.BinOp) else ""
    if not side or (isinstance(value.op, ast.Mult) and isinstance(value.left, ast.List)):
        return None
    name = context.fresh("part", "piece", "partial")
    before = put(name, getattr(value, side))
    setattr(value, side, load(name))
    return [before, node]


@rewriting(ast.FunctionDef)
def constant_named(node: ast.FunctionDef, context: Context) -> ast.FunctionDef | None:
    """A number that stands in a function gets a name above it: `LIMIT = 10`."""
    parts = [part for statement in node.body for part in ast.walk(statement)]
    numbers = sorted({part.value for part in parts if isinstance(part, ast.Constant) and type(part.value) is int})
    numbers = [number for number in numbers if number > 1]
    if not numbers or any(isinstance(part, ast.Match | ast.JoinedStr) for part in parts):
        return None
    value = context.rng.choice(numbers)
    name = context.fresh(*_NAMES.get(value, ("LIMIT", "CONSTANT")))
    for statement in node.body:
        _Named(value, name).visit(statement)
    imports = [one for one in context.tree.body if isinstance(one, ast.Import | ast.ImportFrom)]
    context.tree.body.insert(len(imports), put(name, ast.Constant(value)))
    return node


_NAMES = {2: ("TWO", "PAIR"), 10: ("BASE", "TEN"), 26: ("LETTERS",)}


class _Named(ast.NodeTransformer):
    """Puts a name in the place of a number."""

    def __init__(self, value: int, name: str) -> None:
        self.value, self.name = value, name

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return load(self.name) if type(node.value) is int and node.value == self.value else node


@rewriting(ast.JoinedStr)
def f_string_to_concatenation(node: ast.JoinedStr, _: Context) -> ast.expr | None:
    """`f"{a} of {b}"` becomes `str(a) + " of " + str(b)`."""
    parts: list[ast.expr] = []
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            if part.format_spec is not None or part.conversion != -1:
                return None
            parts.append(ast.Call(load("str"), [part.value], []))
        else:
            parts.append(part)
    if len(parts) < 2:  # noqa: PLR2004 - nothing to join
        return None
    found = parts[0]
    for part in parts[1:]:
        found = ast.BinOp(found, ast.Add(), part)
    return found


@rewriting(ast.BinOp)
def product_turned(node: ast.BinOp, _: Context) -> ast.BinOp | None:
    """`a * b` becomes `b * a`, for numbers."""
    numeric = (ast.Name, ast.Constant)
    if not isinstance(node.op, ast.Mult) or not isinstance(node.left, numeric) or not isinstance(node.right, numeric):
        return None
    return ast.BinOp(node.right, ast.Mult(), node.left)


@rewriting(ast.Call)
def maximum_by_comparison(node: ast.Call, _: Context) -> ast.expr | None:
    """`max(a, b)` becomes `a if a > b else b`, and `min(a, b)` likewise."""
    name = ast.unparse(node.func)
    if name not in ("max", "min") or len(node.args) != 2 or node.keywords or not all(map(is_simple, node.args)):  # noqa: PLR2004
        return None
    one, other = node.args
    if any(isinstance(part, ast.Subscript) for part in (*ast.walk(one), *ast.walk(other))):
        return None
    sign = ast.GtE() if name == "max" else ast.LtE()
    return ast.IfExp(ast.Compare(deepcopy(one), [sign], [deepcopy(other)]), one, other)
