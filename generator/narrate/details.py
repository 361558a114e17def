"""Finds the values that decide a condition, in the form in which they are told."""

from __future__ import annotations

import ast

from generator.engine.evaluate import Unknown, evaluate, is_stale
from generator.engine.program import Leaf
from generator.narrate import expressions as say
from generator.narrate.telling import Telling

_SMALL = 24
"""A container with a longer text is not shown among the values of a condition."""
_EQUAL = (ast.Eq, ast.NotEq)


class Details(Telling):
    """The values of conditions.

    forms: in which form the values of each condition are told; last: the comparison that was asked for last.
    """

    forms: dict[tuple[int, int], str]
    last: tuple[int, ast.Compare | None, str] = (-1, None, "")

    def details(self, reached: list[Leaf], truths: tuple[bool, ...]) -> str:
        """The deciding values of the conditions that were looked at; empty where one has none."""
        if len(reached) != 1 or not isinstance(reached[0].node, ast.Compare):
            return ""
        return self.compared(reached[0].node, truths[0])

    def compared(self, node: ast.Compare, truth: bool) -> str:
        """The comparison that decided, as a true statement: `i < n` that fails is 5 >= 5."""
        if self.last[0] != self.number or self.last[1] is not node:
            self.last = (self.number, node, "" if self.is_past(node) else self.comparison(node, truth))
        return self.last[2]

    def is_past(self, node: ast.Compare) -> bool:
        """Whether what a condition compared may be something else by now, so that nothing is said of it."""
        event = self.trace.events[self.number]
        return any(leaf.node is node and is_stale(self.site, event, leaf, self.before) for leaf in self.site.leaves)

    def comparison(self, node: ast.Compare, truth: bool) -> str:
        right, op = node.comparators[0], node.ops[0]
        if is_constant(right) and (
            isinstance(op, ast.Is | ast.IsNot) or (isinstance(op, _EQUAL) and truth is isinstance(op, ast.Eq))
        ):
            return ""  # the condition itself says the value
        if isinstance(op, ast.In | ast.NotIn) and say.is_literal(say.source(right)):
            return ""
        stated: ast.Compare | None = node if truth else say.opposite(node) or self.failing_link(node)
        numbers = say.computed(stated, self.before) if stated is not None else None
        if numbers is None and isinstance(op, ast.In | ast.NotIn):
            return self.member(node, isinstance(op, ast.In) is truth)
        if numbers is None or numbers == say.placed(node, self.before):
            return ""
        if not isinstance(op, ast.In | ast.NotIn) or len(say.text(right, self.before) or "") <= _SMALL:
            return numbers
        return self.member(node, isinstance(op, ast.In) is truth)

    def member(self, node: ast.Compare, is_in: bool) -> str:
        """`'Bern' in distance`: where the container is too large to be shown."""
        item = say.text(node.left, self.before)
        if item is None or len(item) > _SMALL or isinstance(node.left, ast.Constant):
            return ""
        return f"{item} {'in' if is_in else 'not in'} {say.placed(node.comparators[0], self.before)}"

    def failing_link(self, chain: ast.Compare) -> ast.Compare | None:
        """The opposite of the comparison by which a chain fails."""
        operands = [chain.left, *chain.comparators]
        for place, op in enumerate(chain.ops):
            link = ast.Compare(operands[place], [op], [operands[place + 1]])
            try:
                if not evaluate(link, self.before):
                    return say.opposite(link)
            except Unknown:
                return None
        return None

    def detail(self, leaf: Leaf, truth: bool) -> str:
        """The values of a comparison in one of several forms, the same each time: 18 > 0, or 18; 18 % 2 = 0."""
        node = leaf.node
        assert isinstance(node, ast.Compare)
        if self.is_past(node):
            return ""
        choices = {"comparison": self.compared(node, truth), **self.other_details(node, truth)}
        key = (self.site.index, self.site.leaves.index(leaf))
        known = self.forms.get(key)
        if known is None or not choices.get(known):
            known = self.words.rng.choice([form for form, text in choices.items() if text] or ["comparison"])
            self.forms[key] = known
        return choices.get(known, "")

    def other_details(self, node: ast.Compare, truth: bool) -> dict[str, str]:
        """The value of the only operand that isn't constant, or how it comes about."""
        found: dict[str, str] = {}
        varying = [part for part in (node.left, *node.comparators) if not is_constant(part)]
        member = isinstance(node.ops[0], ast.In | ast.NotIn)
        if len(varying) != 1 or len(node.ops) > 1 or member:
            return found
        text = say.text(varying[0], self.before)
        op = node.ops[0]
        known = isinstance(op, ast.Is | ast.Eq) if truth else isinstance(op, ast.IsNot | ast.NotEq)
        if text is None or len(text) > _SMALL or (known and not isinstance(varying[0], ast.BinOp)):
            return found
        if isinstance(varying[0], ast.BinOp) and (written := say.computed(varying[0], self.before)):
            found["equation"] = f"{written} = {text}"
        elif isinstance(varying[0], ast.Name | ast.Subscript | ast.Attribute) and text != "None":
            found["value"] = text
        return found


def is_constant(node: ast.expr) -> bool:
    """Whether an expression is a constant, or a negative number."""
    negative = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
    return isinstance(node.operand if negative else node, ast.Constant)  # type: ignore[attr-defined]
