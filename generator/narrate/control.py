"""Tells what decides: conditions with the values of their operands, loops and their turns."""

from __future__ import annotations

import ast
from functools import cached_property
from itertools import pairwise
from typing import Any

from generator.engine.evaluate import Unknown, evaluate, recorded_truth, truth_of
from generator.engine.program import Event, Leaf
from generator.narrate import expressions as say
from generator.narrate.telling import MAX_SHOWN, Clause, Telling, listed
from generator.types import Rejected

MAX_LISTED = 8
"""A loop over more values than this doesn't list them beforehand."""


class Control(Telling):
    """Conditions and loops; `listed` keeps what each loop was last said to go through."""

    @cached_property
    def listed(self) -> dict[int, list[str]]:
        return {}

    def on_test(self, event: Event) -> list[Clause]:
        node, holds = self.site.node, bool(event[1])
        clause = self.fact("", "test")
        clause.holds, clause.loop_test = holds, isinstance(node, ast.While)
        if isinstance(node, ast.If | ast.While):
            taken = node.body if holds else node.orelse
            clause.idle = isinstance(node, ast.If) and not taken
            clause.branch = frozenset(id(part) for statement in taken for part in ast.walk(statement))
        if isinstance(node, ast.While):
            clause.turn = self.before.frame.turns.get(id(node), 0)
        if not (isinstance(node, ast.While) and isinstance(node.test, ast.Constant)):
            reason = self.reason(holds=holds)
            clause.text = self.condition(event) + (f": {reason}" if reason else "")
            clause.explained = bool(reason)
        return [clause]

    def condition(self, event: Event) -> str:
        """How the parts of a condition came out, as far as they were looked at."""
        parts = [self.leaf(leaf, event) for leaf in self.site.leaves]
        told = _tests([part for part in parts if part])
        if all(leaf.is_reached(event) for leaf in self.site.leaves):
            return told
        return told + self.pick("; the rest isn't looked at", ", and the rest of the condition isn't looked at")

    def leaf(self, leaf: Leaf, event: Event) -> tuple[str, bool] | None:
        """How one condition came out, with the values that decided it; None if it wasn't reached."""
        if not leaf.is_reached(event):
            return None
        truth = self.truth(leaf, event)
        node = leaf.node
        if not isinstance(node, ast.Compare):
            return self.plain_truth(node, truth), truth
        shown, numbers = say.placed(node, self.before), say.decided(node, self.before, truth=truth)
        detail = f" ({say.sum_of(numbers)})" if numbers and numbers != shown else ""
        return f"{say.code(shown)} {'holds' if truth else 'fails'}{detail}", truth

    def plain_truth(self, node: ast.expr, truth: bool) -> str:
        shown = say.placed(node, self.before)
        try:
            held = self.before.look(evaluate(node, self.before))
        except Unknown:
            held = None
        if held is not None and type(held) is not str:
            return f"`{shown}` is {'not empty' if truth else 'empty'}"
        return f"{say.code(shown)} {'holds' if truth else 'fails'}"

    def truth(self, leaf: Leaf, event: Event) -> bool:
        if len(self.site.leaves) == 1:
            negated = _negations(self.site.node, leaf.node)
            return bool(event[1]) is not negated
        try:
            return truth_of(leaf.node, self.before)
        except Unknown:
            pass
        try:
            return recorded_truth(leaf, event, self.before)
        except Unknown:
            raise Rejected("condition without a known truth", ast.unparse(leaf.node)) from None

    def reason(self, *, holds: bool) -> str:
        hint = self.hints.get(self.site.line, "")
        yes, bar, no = f" {hint} ".partition(" | ")
        return (yes if holds else no).strip() if bar else ""

    def on_loop(self, event: Event) -> list[Clause]:
        node = self.site.node
        assert isinstance(node, ast.For)
        source = say.code(say.placed(node.iter, self.before))
        names = " and ".join(f"`{name}`" for name in _names(node.target))
        items = self.values_of(event[1])
        if items == []:
            return [self.fact(f"{source} is empty, so the loop has no turn", "loop")]
        opening = self.pick(f"the loop goes over {source}", f"a loop runs over {source}")
        news = items is not None and len(items) > 1 and self.listed.get(self.site.index) != items
        if items:
            self.listed[self.site.index] = items
        if items and news and len(items) <= MAX_LISTED and isinstance(node.target, ast.Name) and node.target.id != "_":
            return [self.fact(f"{opening}: {names} takes the {_values_word(items)} {listed(items)}", "loop")]
        return [self.fact(opening, "loop")]

    def values_of(self, iterable: Any) -> list[str] | None:
        """The texts of the values that a loop will take; None where they aren't there yet, or are long."""
        if type(iterable) in (range, tuple, str):
            items: Any = iterable
        elif type(iterable) in (type({}.items()), type({}.keys()), type({}.values())):
            return None if len(iterable) else []
        else:
            items = self.before.look(iterable)
        if items is None or type(items) is set:
            return None
        if len(items) > MAX_LISTED:
            return [""] * len(items)
        texts = [say.value(self.before.text(item)) for item in items]
        return texts if sum(map(len, texts)) <= 2 * MAX_SHOWN else [""] * (MAX_LISTED + 1)

    def on_turn(self, event: Event) -> list[Clause]:
        named = zip(self.site.names, event[1:], strict=True)
        told = [f"`{name} = {self.after.text(value)}`" for name, value in named if name != "_"]
        clause = self.fact(listed(told), "turn")
        clause.turn = self.after.frame.turns[id(self.site.node)]
        return [clause]

    def on_break(self, _: Event) -> list[Clause]:
        return [self.fact(self.pick("the loop is left", "we leave the loop"))]

    def on_continue(self, _: Event) -> list[Clause]:
        return [self.fact("the rest of this turn is skipped")]


def _tests(parts: list[tuple[str, bool]]) -> str:
    """Several conditions in a row: `and` between equal outcomes, `but` where they differ."""
    told = parts[0][0] if parts else ""
    for (_, one), (text, other) in pairwise(parts):
        told += f" {'and' if one is other else 'but'} {text}"
    return told


def _negations(node: ast.AST, leaf: ast.expr) -> bool:
    """Whether the leaf stands under an odd number of `not` in the test."""
    test = node if isinstance(node, ast.expr) else node.test  # type: ignore[attr-defined]
    odd = False
    while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) and test is not leaf:
        odd, test = not odd, test.operand
    return odd


def _names(target: ast.AST) -> list[str]:
    return [part.id for part in ast.walk(target) if isinstance(part, ast.Name)]


def _values_word(items: list[str]) -> str:
    return "value" if len(items) == 1 else "values"
