"""What licenses the claims about conditions: how they came out, by which values, and which parts were not looked at."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from generator.checker.claims import Claim
from generator.checker.comprehensions import Comprehensions
from generator.checker.expressions import among, expression, is_literal, sides
from generator.checker.tokens import Piece
from generator.checker.words import FAILS
from generator.engine.evaluate import (
    Unknown,
    condition_of,
    decided,
    evaluate,
    is_stale,
    negated,
    recorded_truth,
    truth_of,
)
from generator.engine.frame import Frame
from generator.engine.program import UNREACHED, Trace
from generator.engine.rewriting.conditions import operands

WHOLE = "?whole"
"""The part of a test that is its condition as a whole."""


class Conditions(Comprehensions):
    """Claims about tests and their parts.

    truths: how the parts of the test at hand came out; last: those of each test's last run, and the call it was in;
    ever:   all ways in which a part of a test came out before.
    """

    def __init__(self, trace: Trace) -> None:
        super().__init__(trace)
        self.truths: dict[str, bool] = {}
        self.last_truths: dict[int, tuple[Frame, dict[str, bool]]] = {}
        self.ever: set[tuple[int, str, bool]] = set()

    def note_truths(self) -> None:
        """Keep how the test came out that is left behind."""
        index, holds, condition = self.now.site.index, bool(self.event[1]), self.condition()
        same = [condition]
        if isinstance(condition, ast.BoolOp) and holds is isinstance(condition.op, ast.And):
            same += condition.values
        for number, leaf in enumerate(self.site.leaves):
            if leaf.node in same:
                self.truths[f"?{number:02}"] = holds
        self.truths[WHOLE] = holds
        self.last_truths[index] = (self.before.frame, self.truths)
        for part, truth in self.truths.items():
            self.ever.add((index, part, truth))
        self.truths = {}

    def came_out_before(self, part: str, repeats: str) -> bool:
        """Whether a part of a test came out before as the words say: so `again`, `still` so, `no longer` otherwise."""
        if not repeats:
            return True
        index, truth = self.site.index, self.truth(part) is not (repeats == "no longer")
        frame, last = self.last_truths.get(index, (None, {}))
        if repeats != "again" and frame is self.before.frame and part in last:
            return last[part] is truth
        return (index, part, truth) in self.ever

    def on_test(self, claim: Claim, *pieces: Piece) -> bool:
        """`i < n` fails (5 >= 5); `it holds again (4 < 5)` speaks of the test without naming its condition."""
        wanted = claim.words not in FAILS
        condition, details = (pieces[0], pieces[1:]) if claim.about else (None, pieces)
        if self.kind not in ("test", "filter"):
            return False
        if condition is None and not details and len(self.site.leaves) > 1:
            return False
        node = expression(condition.text) if condition else None
        if condition and (node is None or is_literal(node)):
            return False
        for part, leaf in self.conditions():
            truth = self.truth(part)
            if node is not None and not self.names_it(node, leaf, truth=truth, wanted=wanted):
                continue
            if node is None and truth is not wanted:
                continue
            same = self.came_out_before(part, claim.repeats)
            if same and all(self.decides(detail, leaf, holds=truth) for detail in details) and self.reaches(part):
                return True
        return False

    def on_holds_for(self, claim: Claim, *pieces: Piece) -> bool:
        """`x in seen` fails for 3; `v % 2` holds for 3 and 5, said of the turns of a comprehension."""
        condition, values = (pieces[0].text, pieces[1:]) if claim.about else (self.last_condition, pieces)
        self.last_condition = condition
        if self.kind == "test" and len(values) == 1 and self.on_test(claim, *pieces):
            return True
        return not claim.repeats and self.came_out_for(condition, values, wanted=claim.words not in FAILS)

    def names_it(self, node: ast.expr, leaf: ast.expr, *, truth: bool, wanted: bool) -> bool:
        """Whether an expression is a part of the condition that came out so; `not x` holds where `x` fails."""
        if truth is wanted and self.means(node, leaf):
            return True
        turned = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) and truth is not wanted
        return turned and self.means(node.operand, leaf)  # type: ignore[attr-defined]

    def decides(self, detail: Piece, leaf: ast.expr, *, holds: bool) -> bool:
        """Whether values are those of the condition: a comparison, the value of an operand, arithmetic of one."""
        if any(one.node is leaf and is_stale(self.site, self.event, one, self.before) for one in self.site.leaves):
            return False
        if isinstance(leaf, ast.BoolOp):
            reached = (part for part, _ in self.conditions() if part != WHOLE)
            leaves = ((self.site.leaves[int(part[1:])].node, self.truth(part)) for part in reached)
            return any(self.decides(detail, inner, holds=truth) for inner, truth in leaves)
        *written, last = sides(detail.text)
        if written:
            return all(self.is_operand(side, last, leaf) for side in written)
        shown = expression(detail.text)
        if shown is None:
            return False
        if is_literal(shown) and not isinstance(leaf, ast.Constant):
            varying = [operand for operand in operands(leaf) if not is_literal(operand)]
            decisive = varying[:1] if len(varying) == 1 or _is_membership(leaf) else []
            texts = [text for part in decisive if (text := self.text_or_none(part, self.before)) is not None]
            return among(self.text(detail.text), texts) in texts
        return self.states(shown, leaf, holds=holds)

    def states(self, shown: ast.expr, leaf: ast.expr, *, holds: bool) -> bool:
        """Whether an expression is a condition that holds, or the opposite of one that fails."""
        if holds:
            return self.means(shown, leaf)
        if isinstance(leaf, ast.Compare) and len(leaf.ops) > 1:
            return self.means(shown, negated(self.failing_link(leaf)))
        return isinstance(leaf, ast.Compare) and self.means(shown, negated(leaf))

    def failing_link(self, chain: ast.Compare) -> ast.Compare:
        """The comparison of a chain that decided against it."""
        compared = operands(chain)
        for place, op in enumerate(chain.ops):
            link = ast.Compare(compared[place], [op], [compared[place + 1]])
            if not evaluate(link, self.before, self.extra):
                return link
        raise Unknown

    def is_operand(self, written: str, value: str, leaf: ast.expr) -> bool:
        """Whether an expression is an operand of a condition, or a part of one, and has this value."""
        node = expression(written)
        if node is None or is_literal(node):
            return False
        parts = (part for part in ast.walk(leaf) if isinstance(part, ast.expr))
        return any(self.means(node, part) for part in parts) and self.text_or_none(node, self.before) == self.text(
            value
        )

    def reaches(self, part: str) -> bool:
        """Note that a part of the condition is told; they are told in their order."""
        return not any(told >= part for told in self.told if told[:1] == "?") and self.done(part)

    def conditions(self) -> Iterator[tuple[str, ast.expr]]:
        """The parts of the test that were reached, and then the test as a whole."""
        for number, leaf in enumerate(self.site.leaves):
            if leaf.is_reached(self.event):
                yield f"?{number:02}", leaf.node
        yield WHOLE, self.condition()

    def condition(self) -> ast.expr:
        return condition_of(self.site.node)

    def truth(self, part: str) -> bool:
        """How a part of the test came out."""
        if part not in self.truths:
            self.truths[part] = self.find_truth(part)
        return self.truths[part]

    def find_truth(self, part: str) -> bool:
        if part == WHOLE or self.site.leaves[int(part[1:])].node is self.condition():
            return bool(self.event[1])
        leaf = self.site.leaves[int(part[1:])]
        if (truth := decided(self.site, self.event).get(id(leaf.node))) is not None:
            return truth
        try:
            return recorded_truth(leaf, self.event, self.before)
        except Unknown:
            return truth_of(leaf.node, self.before)

    def tells_comparison(self, node: ast.expr) -> bool:
        """`9 > 0`, said without `holds`: a condition that came out so, or the opposite of one that failed."""
        if self.kind not in ("test", "filter") or not isinstance(node, ast.Compare):
            return False
        for part, leaf in self.conditions():
            if self.states(node, leaf, holds=self.truth(part)):
                self.told.add(f"~{part}")
                return True
        return False

    def tells_operand(self, node: ast.expr) -> None:
        """`color[0]` is 1: this tells how a condition came out that compares it with a constant, or is it."""
        if self.kind != "test":
            return
        for part, leaf in self.conditions():
            varying = [operand for operand in operands(leaf) if not is_literal(operand)]
            if self.means(node, leaf) or (len(varying) == 1 and self.means(node, varying[0])):
                self.told.add(f"~{part}")

    # What stands in no condition of its own

    def on_empty(self, claim: Claim, container: Piece) -> bool:
        """`queue` is not empty: of a condition, of a loop, or of what a name holds."""
        node = expression(container.text)
        wanted = _says_not_empty(claim.words)
        repeats = "" if "has" in claim.words else claim.repeats  # "still has items left" speaks of what is left
        if node is None or is_literal(node):
            return False
        if self.kind == "loop":
            return self.loops_over(node, empty=not wanted)
        if self.kind == "test":
            parts = [part for part, leaf in self.conditions() if self.means(node, leaf) and self.truth(part) is wanted]
            if any(self.came_out_before(part, repeats) and self.reaches(part) for part in parts):
                return True
            if parts and repeats:
                return False
        return self.is_empty(container, node, empty=not wanted)

    def loops_over(self, _: ast.expr, *, empty: bool) -> bool:
        """Whether a loop is about to go over something that is empty; loops see to it."""
        return empty

    def is_empty(self, container: Piece, node: ast.expr, *, empty: bool) -> bool:
        """Whether a container is empty after the event."""
        if not self.may_state():
            return False
        held = evaluate(node, self.after, self.extra)
        contents = held if type(held) in (str, tuple) else self.after.look(held)
        if contents is None or bool(len(contents)) is empty:
            return False
        self.tells_new(container)
        return True

    def tells_new(self, _: Piece) -> None:
        """Note that the new value of a place is told; changes see to it."""

    def on_unreached(self, _: Claim) -> bool:
        unreached = any(operand is UNREACHED for operand in self.event[2:])
        return self.kind == "test" and unreached and self.done("unreached")

    def on_skipped(self, claim: Claim) -> bool:
        node = self.site.node
        if self.kind != "test" or not isinstance(node, ast.If | ast.While) or self.event[1]:
            return False
        return not (claim.words == "nothing" and node.orelse) and self.done("skipped")


def _says_not_empty(words: str) -> bool:
    """Whether words such as `is not empty`, `has items left` or `no` (to `is it empty?`) say that something is in."""
    if "empty" in words:
        return any(word in words for word in ("not ", "isn't", "no longer", "non-"))
    return words == "no" or ("nothing" not in words and " no" not in words and words != "yes")


def _is_membership(leaf: ast.expr) -> bool:
    return isinstance(leaf, ast.Compare) and isinstance(leaf.ops[0], ast.In | ast.NotIn)
