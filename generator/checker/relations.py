"""What licenses comparisons in words: 5 is not in `seen`, `x` is at least 3, `node` is not `None`."""

from __future__ import annotations

import ast

from generator.checker.claims import Claim
from generator.checker.conditions import Conditions
from generator.checker.expressions import expression, is_literal, unparsed
from generator.checker.tokens import Piece
from generator.checker.words import RELATIONS
from generator.engine.evaluate import evaluate, text_of
from generator.engine.rewriting.conditions import operands

_MIRRORED = {">": "<", "<": ">", ">=": "<=", "<=": ">=", "==": "==", "!=": "!="}
_OPPOSITE = {">": "<=", "<": ">=", ">=": "<", "<=": ">", "==": "!=", "!=": "==", "in": "not in", "not in": "in"}
_SIGNS: dict[type[ast.cmpop], str] = {
    ast.Gt: ">",
    ast.Lt: "<",
    ast.GtE: ">=",
    ast.LtE: "<=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Is: "==",
    ast.IsNot: "!=",
}
_EQUAL = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot)


class Relations(Conditions):
    """Comparisons in words: they tell how a condition came out, or what is so at a moment."""

    def on_relation(self, claim: Claim, one: Piece, other: Piece) -> bool:
        """5 is not in `seen`, `x` is at least 3: what a condition says, or what is so at this moment."""
        sign, said = relation(claim.words)
        may_state = self.may_state()
        left, right = expression(one.text), expression(other.text)
        if left is None or right is None or self.compare(sign, left, right) is not said:
            return False
        if self.kind == "test" and self.tells_relation(sign if said else _OPPOSITE.get(sign, ""), left, right):
            return True
        if self.kind == "method" and sign == "in" and said:
            self.tells_member(left, right)
        return may_state and not (is_literal(left) and is_literal(right))

    def compare(self, sign: str, left: ast.expr, right: ast.expr) -> bool:
        """Whether a comparison is true just before the event, or after a method."""
        state = self.after if self.kind == "method" else self.before
        if sign == "%":
            return bool(evaluate(ast.BinOp(left, ast.Mod(), right), state, self.extra) == 0)
        op = next(op for op, written in _SIGNS.items() if written == sign)
        return bool(evaluate(ast.Compare(left, [op()], [right]), state, self.extra))

    def tells_relation(self, sign: str, left: ast.expr, right: ast.expr) -> bool:
        """Note which condition a comparison in words decides, if it decides one."""
        decided = False
        for part, leaf in self.conditions():
            if not isinstance(leaf, ast.Compare) or len(leaf.ops) != 1:
                continue
            known = _SIGNS[type(leaf.ops[0])]
            known = known if self.truth(part) else _OPPOSITE[known]
            straight = sign == known and self.means(left, leaf.left) and self.means(right, leaf.comparators[0])
            turned = _MIRRORED.get(sign) == known and self.means(right, leaf.left)
            if straight or (turned and self.means(left, leaf.comparators[0])):
                self.told.add(f"~{part}")
                decided = True
        return decided

    def tells_member(self, item: ast.expr, owner: ast.expr) -> None:
        """`set.add`: an item is in the set now, or was in it already."""
        if evaluate(owner, self.after) is not self.event[1] or not self.event[3]:
            return
        if self.text_or_none(item, self.after) == self.after.text(self.event[3][0]):
            self.told.update(("method", "place"))

    def on_is_not(self, _: Claim, written: Piece, value: Piece) -> bool:
        """`node` is not `None`, `kind` is not 'add'."""
        node, other = expression(written.text), self.text(value.text)
        if node is None or is_literal(node) or not self.may_state():
            return False
        found = text_of(node, self.before, self.extra)
        for part, leaf in self.conditions() if self.kind == "test" else ():
            constants = [unparsed(operand) for operand in operands(leaf) if is_literal(operand)]
            compared = isinstance(leaf, ast.Compare) and isinstance(leaf.ops[0], _EQUAL) and constants == [other]
            if (compared and self.means(node, leaf.left)) or (self.means(node, leaf) and self.truth(part)):  # type: ignore[attr-defined]
                self.told.add(f"~{part}")
        return found != other


def relation(words: str) -> tuple[str, bool]:
    """The operator of a comparison in words, and whether it is affirmed."""
    said = not any(word in words for word in ("not ", "n't", "no longer"))
    known = ((phrase, sign) for sign, phrases in RELATIONS.items() for phrase in phrases)
    return max((len(phrase), sign) for phrase, sign in known if f" {words}".endswith(f" {phrase}"))[1], said
