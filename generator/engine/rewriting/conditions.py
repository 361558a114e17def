"""Conditions: their truth, and the operands that decided it, short circuit included."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from generator.engine.program import Leaf
from generator.engine.rewriting.build_ast import both, call, constant, either, keep, like, load, negate
from generator.engine.rewriting.notes import Note
from generator.engine.rewriting.rewriter import Rewriter

_MEMBERSHIP = frozenset([ast.In, ast.NotIn])
_RICH = frozenset([ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE])


class Conditions(Rewriter):
    """Rewrites what is decided inside expressions, and what decides statements."""

    def decide(self, node: ast.AST, test: ast.expr) -> tuple[ast.expr, Callable[[bool], Note]]:
        """A condition that keeps its operands, and the note of its truth, for the branch where it is known."""
        condition, site, operands = self.condition(node, test)
        return condition, lambda truth: Note((site, truth), operands)

    def condition(self, node: ast.AST, test: ast.expr) -> tuple[ast.expr, int, tuple[ast.expr, ...]]:
        parts = list(_leaves(test))
        told: list[str] = []
        unsure: list[str] = []
        leaves = tuple(self.leaf(leaf, told, unsure, sure=leaf is parts[0]) for leaf in parts)
        condition = self.expr(test)
        if unsure:
            reset: ast.expr = load("@U")
            for name in unsure:
                reset = keep(name, reset)
            condition = both(reset, condition)
        return condition, self.site("test", node, leaves=leaves), tuple(map(load, told))

    def test(self, node: ast.AST, test: ast.expr) -> ast.expr:
        """A condition that tells its truth, and its operands where there can be temporaries, by itself."""
        if self.in_comprehension:
            leaves = tuple(Leaf(leaf, (None,) * len(operands(leaf))) for leaf in _leaves(test))
            return call("@truth", constant(self.site("test", node, leaves=leaves)), self.expr(test))
        truth = self.temporary()
        condition, site, told = self.condition(node, test)
        decided = condition if self.is_truth(test) else negate(negate(condition))
        return either(self.event(site, keep(truth, decided), *told), load(truth))

    def leaf(self, leaf: ast.expr, told: list[str], unsure: list[str], *, sure: bool) -> Leaf:
        """Have the operands of a leaf kept; those that may not be reached are listed in `unsure`."""
        positions: list[int | None] = []
        for place, operand in enumerate(operands(leaf)):
            reached = sure and place < 2  # noqa: PLR2004 - a comparison always looks at its first two operands
            if isinstance(operand, ast.Constant):
                positions.append(None)
                continue
            if reached and isinstance(operand, ast.Name) and operand.id not in self.facts.unstable:
                told.append(operand.id)
            else:
                name = self.kept[id(operand)] = self.temporary()
                told.append(name)
                unsure.extend([] if reached else [name])
            positions.append(len(told) + 1)
        return Leaf(leaf, tuple(positions))

    def is_truth(self, test: ast.expr) -> bool:
        """Whether an expression's value surely is True or False."""
        if isinstance(test, ast.BoolOp):
            return all(map(self.is_truth, test.values))
        if isinstance(test, ast.Compare):
            return not self.facts.compares or not _RICH.intersection(map(type, test.ops))
        return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        """`x in iterator` makes the iterator run."""
        if self.facts.lazy and not _MEMBERSHIP.isdisjoint(map(type, node.ops)):
            self.loud = True
        found: ast.expr = self.inside(node)
        return found

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        return like(node, test=self.test(node, node.test), body=self.expr(node.body), orelse=self.expr(node.orelse))

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        if self.in_generator and not self.at_once:
            raise self.refuse(node, "`:=` in a generator that is kept")
        site, self.loud = self.site("bind", node, (node.target.id,)), True
        if self.in_comprehension:
            return like(node, value=call("@bound", constant(site), self.value(node.value)))
        bound = keep(node.target.id, self.value(node.value))
        return either(self.event(site, bound), load(node.target.id))


def operands(leaf: ast.expr) -> list[ast.expr]:
    """The operands of a condition's leaf: both sides of a comparison, or the condition itself."""
    return [leaf.left, *leaf.comparators] if isinstance(leaf, ast.Compare) else [leaf]


def _leaves(test: ast.expr) -> Iterator[ast.expr]:
    """The conditions that a test is made of by `and`, `or` and `not`, in the order in which they are looked at."""
    if isinstance(test, ast.BoolOp):
        for value in test.values:
            yield from _leaves(value)
    elif isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield from _leaves(test.operand)
    else:
        yield test
