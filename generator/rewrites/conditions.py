"""Rewritings of conditions and branches."""

from __future__ import annotations

import ast
from copy import deepcopy

from generator.engine.evaluate import negated
from generator.rewrites.context import Context, ends, is_simple
from generator.rewrites.registry import rewriting
from generator.rewrites.text import give_hint, hint_of, turned


def opposite(test: ast.expr) -> ast.expr:
    """The opposite of a condition, as a person would write it."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        return negated(test)
    if isinstance(test, ast.BoolOp):
        turned_op = ast.Or() if isinstance(test.op, ast.And) else ast.And()
        return ast.BoolOp(turned_op, list(map(opposite, test.values)))
    return ast.UnaryOp(ast.Not(), test)


def _is_truth(test: ast.expr) -> bool:
    """Whether a condition's value is True or False, and not any object that counts as one."""
    if isinstance(test, ast.BoolOp):
        return all(map(_is_truth, test.values))
    return isinstance(test, ast.Compare) or (isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not))


def _is_elif(node: ast.If, context: Context) -> bool:
    parent = context.parents[-1]
    return isinstance(parent, ast.If) and parent.orelse == [node]


@rewriting(ast.If)
def if_else_inverted(node: ast.If, _: Context) -> ast.If | None:
    """`if a: x else: y` becomes `if not a: y else: x`."""
    if not node.orelse or isinstance(node.orelse[0], ast.If):
        return None
    found = ast.If(opposite(node.test), node.orelse, node.body)
    give_hint(found, turned(hint_of(node)))
    return found


@rewriting(ast.If)
def nested_if_to_and(node: ast.If, context: Context) -> ast.If | None:
    """`if a: if b: x` becomes `if a and b: x`."""
    inner = node.body[0]
    if node.orelse or len(node.body) > 1 or not isinstance(inner, ast.If) or inner.orelse or _is_elif(node, context):
        return None
    if isinstance(node.test, ast.BoolOp) or isinstance(inner.test, ast.BoolOp):
        return None
    return ast.If(ast.BoolOp(ast.And(), [node.test, inner.test]), inner.body, [])


@rewriting(ast.If, undoes=("nested_if_to_and",))
def and_to_nested_if(node: ast.If, _: Context) -> ast.If | None:
    """`if a and b: x` becomes `if a: if b: x`."""
    if node.orelse or not isinstance(node.test, ast.BoolOp) or not isinstance(node.test.op, ast.And):
        return None
    first, *rest = node.test.values
    inner = rest[0] if len(rest) == 1 else ast.BoolOp(ast.And(), rest)
    return ast.If(first, [ast.If(inner, node.body, [])], [])


@rewriting(ast.If, ast.While)
def de_morgan(node: ast.If | ast.While, _: Context) -> ast.stmt | None:
    """`a and b` becomes `not (not a or not b)`, and `not (a or b)` becomes `not a and not b`."""
    test = node.test
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) and isinstance(test.operand, ast.BoolOp):
        node.test = opposite(test.operand)
    elif isinstance(test, ast.BoolOp):
        node.test = ast.UnaryOp(ast.Not(), opposite(test))
    else:
        return None
    return node


@rewriting(ast.If)
def else_after_return_dropped(node: ast.If, context: Context) -> list[ast.stmt] | None:
    """`if a: return x else: y` becomes `if a: return x`, followed by `y`."""
    if not node.orelse or not ends(node.body) or _is_elif(node, context):
        return None
    found = ast.If(node.test, node.body, [])
    give_hint(found, hint_of(node))
    return [found, *node.orelse]


@rewriting(ast.If, undoes=("else_after_return_dropped",))
def rest_to_else(node: ast.If, context: Context) -> ast.If | None:
    """`if a: return x`, followed by `y`, becomes `if a: return x else: y`."""
    if node.orelse or not ends(node.body) or not isinstance(context.block, list):
        return None
    rest = list(context.after(node))
    if not rest or any(isinstance(one, ast.FunctionDef | ast.ClassDef) for one in rest):
        return None
    del context.block[len(context.block) - len(rest) :]
    node.orelse = rest
    return node


@rewriting(ast.Assign, ast.Return)
def conditional_to_if(node: ast.Assign | ast.Return, _: Context) -> ast.If | None:
    """`x = a if c else b` becomes `if c: x = a else: x = b`."""
    if not isinstance(node.value, ast.IfExp):
        return None
    if isinstance(node, ast.Return):
        return ast.If(node.value.test, [ast.Return(node.value.body)], [ast.Return(node.value.orelse)])
    yes = ast.Assign(node.targets, node.value.body)
    no = ast.Assign(deepcopy(node.targets), node.value.orelse)
    return ast.If(node.value.test, [yes], [no])


@rewriting(ast.If, undoes=("conditional_to_if", "maximum_by_comparison"))
def if_to_conditional(node: ast.If, context: Context) -> ast.stmt | None:
    """`if c: x = a else: x = b` becomes `x = a if c else b`."""
    if len(node.body) != 1 or len(node.orelse) != 1 or _is_elif(node, context):
        return None
    yes, no = node.body[0], node.orelse[0]
    if isinstance(yes, ast.Return) and isinstance(no, ast.Return) and yes.value and no.value:
        return ast.Return(ast.IfExp(node.test, yes.value, no.value))
    if not isinstance(yes, ast.Assign) or not isinstance(no, ast.Assign):
        return None
    if list(map(ast.unparse, yes.targets)) != list(map(ast.unparse, no.targets)):
        return None
    if any(isinstance(value, ast.IfExp | ast.Tuple) for value in (yes.value, no.value)):
        return None
    return ast.Assign(yes.targets, ast.IfExp(node.test, yes.value, no.value))


@rewriting(ast.Compare)
def chain_split(node: ast.Compare, _: Context) -> ast.BoolOp | None:
    """`a < b < c` becomes `a < b and b < c`."""
    if len(node.ops) < 2 or not all(map(is_simple, node.comparators)):  # noqa: PLR2004 - a chain has two
        return None
    operands = [node.left, *node.comparators]
    links: list[ast.expr] = [
        ast.Compare(deepcopy(operands[place]), [op], [deepcopy(operands[place + 1])])
        for place, op in enumerate(node.ops)
    ]
    return ast.BoolOp(ast.And(), links)


@rewriting(ast.BoolOp, undoes=("chain_split",))
def comparisons_chained(node: ast.BoolOp, _: Context) -> ast.expr | None:
    """`a < b and b < c` becomes `a < b < c`."""
    if not isinstance(node.op, ast.And):
        return None
    for place in range(len(node.values) - 1):
        one, other = node.values[place : place + 2]
        if not isinstance(one, ast.Compare) or not isinstance(other, ast.Compare):
            continue
        if len(one.ops) + len(other.ops) > 2 or not _same_way(one.ops[0], other.ops[0]):  # noqa: PLR2004 - a chain has two
            continue
        middle = one.comparators[-1]
        if ast.unparse(middle) == ast.unparse(other.left) and is_simple(middle):
            chain = ast.Compare(one.left, [*one.ops, *other.ops], [*one.comparators, *other.comparators])
            values = [*node.values[:place], chain, *node.values[place + 2 :]]
            return values[0] if len(values) == 1 else ast.BoolOp(ast.And(), values)
    return None


def _same_way(one: ast.cmpop, other: ast.cmpop) -> bool:
    ways = ((ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq,))
    return any(isinstance(one, way) and isinstance(other, way) for way in ways)


@rewriting(ast.Compare)
def comparison_turned(node: ast.Compare, _: Context) -> ast.Compare | None:
    """`a < b` becomes `b > a`."""
    turned_ops = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE}
    if len(node.ops) != 1 or type(node.ops[0]) not in turned_ops:
        return None
    if not is_simple(node.left) or not is_simple(node.comparators[0]) or isinstance(node.comparators[0], ast.Constant):
        return None
    return ast.Compare(node.comparators[0], [turned_ops[type(node.ops[0])]()], [node.left])


@rewriting(ast.Return)
def truth_by_branches(node: ast.Return, _: Context) -> list[ast.stmt] | None:
    """`return a < b` becomes `if a < b: return True`, and then `return False`."""
    if node.value is None or not _is_truth(node.value):
        return None
    return [ast.If(node.value, [ast.Return(ast.Constant(True))], []), ast.Return(ast.Constant(False))]
