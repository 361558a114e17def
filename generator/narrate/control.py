"""Tells what decides: conditions, with the values of their operands and what they mean."""

from __future__ import annotations

import ast
from collections import deque
from typing import Any

from generator.engine.evaluate import Unknown, decided, evaluate, recorded_truth, truth_of
from generator.engine.frame import Frame
from generator.engine.program import Event, Leaf
from generator.narrate import expressions as say
from generator.narrate.containers import Containers
from generator.narrate.details import Details
from generator.narrate.telling import Clause, Test
from generator.types import Rejected

Outcome = tuple[Frame, tuple[bool, ...], tuple[str, ...]]
"""The call in which a condition was looked at, how its parts came out, and how they were written."""
_CONTAINERS = (list, dict, set, frozenset, tuple, str, deque, bytearray, range)


class Control(Details, Containers):
    """Conditions; `outcomes` keeps how each came out last, and how often in a row, `forms` how its values are shown."""

    outcomes: dict[int, tuple[Outcome, int]]
    unreached: dict[tuple[int, tuple[bool, ...]], int]
    forms: dict[tuple[int, int], str]

    def on_test(self, event: Event) -> list[Clause]:
        node, holds = self.site.node, bool(event[1])
        clause = self.fact("", "test")
        clause.test = test = Test(holds, loop=isinstance(node, ast.While))
        if isinstance(node, ast.If | ast.While):
            test.branch = branch(node, holds=holds)
            test.idle = isinstance(node, ast.If) and not test.branch
            clause.turn = self.before.frame.turns.get(id(node), 0)
        if isinstance(node, ast.While) and isinstance(node.test, ast.Constant):
            return [clause]
        reached = [leaf for leaf in self.site.leaves if leaf.is_reached(event)]
        truths = tuple(self.truth(leaf, event) for leaf in reached)
        again = self.again(truths, tuple(say.placed(leaf.node, self.before) for leaf in reached))
        if test.loop and not clause.turn:
            again = 0  # another run of the loop: what came before has nothing to do with it
        test.detail = self.details(reached, truths)
        clause.text = self.condition(reached, truths, test, again, all_reached=len(reached) == len(self.site.leaves))
        clause.ends = ", so " in clause.text
        if test.loop and not holds and node.orelse and not clause.ends:  # type: ignore[attr-defined]
            clause.text, clause.ends = f"{clause.text}, so the loop ends and the else part runs", True
        if isinstance(node, ast.expr) and not isinstance(node, ast.IfExp):  # the guard of a `case`
            clause.text = f"its guard {clause.text}" if not self.style.asks else clause.text
            clause.links = ", and " if holds else ", but "
        test.reason = "" if clause.ends else self.reason(holds=holds)
        return [clause, *(self.summary() if test.loop and not holds else [])]

    def again(self, truths: tuple[bool, ...], shown: tuple[str, ...]) -> int:
        """How often in a row the same condition has come out like this before."""
        frame = self.before.frame
        last, times = self.outcomes.get(self.site.index, ((frame, (), ()), 0))
        times = times + 1 if last[0] is frame and last[1:] == (truths, shown) else 0
        self.outcomes[self.site.index] = ((frame, truths, shown), times)
        return times

    def condition(
        self, reached: list[Leaf], truths: tuple[bool, ...], test: Test, again: int, *, all_reached: bool
    ) -> str:
        """How the parts of a condition came out, as far as they were looked at."""
        if len(reached) == 1 and (short := self.short(reached[0], test, again)):
            return short
        if self.style.asks:
            asked = [self.asked(leaf, truth) for leaf, truth in zip(reached, truths, strict=True)]
            told = ". ".join([asked[0], *(one[0].upper() + one[1:] for one in asked[1:])])
        else:
            told = self.told(reached, truths, again, loop=test.loop)
        if not all_reached and not self.style.brief and self.is_new_to_say(truths):
            test.rest = "the second part" if len(self.site.leaves) == 2 else "the rest"  # noqa: PLR2004 - of two
        return told

    def is_new_to_say(self, truths: tuple[bool, ...]) -> bool:
        """Whether it hasn't been said often of the condition that a part of it is not looked at."""
        key = (self.site.index, truths)
        self.unreached[key] = self.unreached.get(key, 0) + 1
        return self.unreached[key] <= 2  # noqa: PLR2004 - twice is enough

    def short(self, leaf: Leaf, test: Test, again: int) -> str:
        """A condition that comes out as before, by its values alone."""
        if again < 2 or not test.detail or self.style.asks or self.style.brief:  # noqa: PLR2004 - twice is not yet tiring
            return ""
        if isinstance(leaf.node, ast.Compare) and isinstance(leaf.node.ops[0], ast.In | ast.NotIn | ast.Is | ast.IsNot):
            return ""
        shown = say.sum_of(test.detail)
        if test.loop and test.holds:
            return self.words.pick("on", "", f"{shown}, so the loop goes on", "", f"{shown}, so there is another turn")
        if test.loop or not self.words.chance(0.4):
            return ""
        return f"{self.words.pick('here', 'this time', 'here', 'now')} {shown}"

    def told(self, reached: list[Leaf], truths: tuple[bool, ...], again: int, *, loop: bool) -> str:
        """`a` holds (1 < 2), but `b` fails (3 >= 3)."""
        parts = [self.part(leaf, truth, again, loop=loop) for leaf, truth in zip(reached, truths, strict=True)]
        both = len(parts) == 2 and len(set(truths)) == 1 and not again  # noqa: PLR2004 - of two
        if both and all(isinstance(leaf.node, ast.Compare) for leaf in reached) and self.words.chance(0.4):
            verb = "hold" if truths[0] else "fail"
            subjects = [self.subject(leaf, truth) for leaf, truth in zip(reached, truths, strict=True)]
            return f"both {' and '.join(subjects)} {verb}"
        turned = [
            truth is not _is_under_not(self.site.node, leaf.node) for leaf, truth in zip(reached, truths, strict=True)
        ]
        text = parts[0]
        for place, part in enumerate(parts[1:], 1):
            goes_on = turned[place - 1 : place + 2] == [turned[place]] * 3
            text += (
                f", {part}" if goes_on else f" and {part}" if turned[place] is turned[place - 1] else f", but {part}"
            )
        return text

    def subject(self, leaf: Leaf, truth: bool) -> str:
        detail = self.detail(leaf, truth)
        return say.code(say.placed(leaf.node, self.before)) + (f" ({say.sum_of(detail)})" if detail else "")

    def part(self, leaf: Leaf, truth: bool, again: int, *, loop: bool) -> str:
        """How one condition came out, with the values that decided it."""
        shown = say.code(say.placed(leaf.node, self.before))
        if not isinstance(leaf.node, ast.Compare):
            return self.plain_truth(leaf.node, shown, truth, again)
        verb = "holds" if truth else "fails"
        if again and not self.style.brief:
            verb = self.words.pick(
                "again", verb, f"{verb} again", f"still {verb}" if loop else verb, f"{verb} once more"
            )
        return shown + f" {verb}" + self.shown_detail(leaf, truth)

    def shown_detail(self, leaf: Leaf, truth: bool) -> str:
        """The values of a condition, behind its verb."""
        detail = self.detail(leaf, truth)
        node = leaf.node
        large = (
            detail
            and isinstance(node, ast.Compare)
            and detail.endswith(f"in {say.placed(node.comparators[0], self.before)}")
        )
        if large and self.words.chance(0.5):
            return f" for {say.value(say.text(node.left, self.before) or '')}"  # type: ignore[attr-defined]
        return f" ({say.sum_of(detail)})" if detail else ""

    def asked(self, leaf: Leaf, truth: bool) -> str:
        """A condition as a question, with its answer."""
        shown, answer = say.code(say.placed(leaf.node, self.before)), "yes" if truth else "no"
        if not isinstance(leaf.node, ast.Compare):
            if self.is_container(leaf.node):
                return f"is {shown} empty? {'No' if truth else 'Yes'}"
            return self.words.pick("ask", f"is {shown} true? {answer.capitalize()}", f"{shown}? {answer.capitalize()}")
        detail = self.compared(leaf.node, truth)
        detail = say.sum_of(detail) if detail else ""
        tail = self.words.pick("answer", f", {detail}", f" ({detail})") if detail else ""
        ask = self.words.pick("ask", f"is {shown} true?", f"{shown}?", f"does {shown} hold?")
        return f"{ask} {answer.capitalize()}{tail}"

    # Conditions without a comparison

    def plain_truth(self, node: ast.expr, shown: str, truth: bool, again: int) -> str:
        still = self.words.pick("still", "", "", " still", " again") if again and not self.style.brief else ""
        if self.is_container(node):
            return f"{shown} is{still} {'not empty' if truth else 'empty'}"
        value = self.value_of(node)
        if value is None and not truth and say.text(node, self.before) == "None":
            return f"{shown} is{still} `None`"
        own = type(value).__module__ in ("program", "__main__") and not {"__bool__", "__len__"} & set(dir(type(value)))
        if truth and own and not isinstance(node, ast.Call):
            return f"{shown} is not `None`"
        number = f" ({value})" if type(value) in (int, float) else ""
        return f"{shown} {'holds' if truth else 'fails'}{still.replace(' still', '')}{number}"

    def value_of(self, node: ast.expr) -> Any:
        try:
            return evaluate(node, self.before)
        except Unknown:
            return None

    def is_container(self, node: ast.expr) -> bool:
        """Whether a condition asks for what a container holds."""
        return isinstance(self.value_of(node), _CONTAINERS)

    def truth(self, leaf: Leaf, event: Event) -> bool:
        if (known := decided(self.site, event).get(id(leaf.node))) is not None:
            return known
        try:
            return truth_of(leaf.node, self.before)
        except Unknown:
            pass
        try:
            return recorded_truth(leaf, event, self.before)
        except Unknown:
            raise Rejected("condition without a known truth", ast.unparse(leaf.node)) from None

    def reason(self, *, holds: bool) -> str:
        """What it means that a condition holds or fails, until that has been said often enough."""
        yes, bar, no = f" {self.hints.get(self.site.line, '')} ".partition(" | ")
        hint = (yes if holds else no).strip() if bar else ""
        problem = self.question.kind == "walk_through"
        if not hint or (self.style.brief and not problem):
            return ""
        return hint if self.is_fresh(holds=holds, most=1 if self.traced else 2) else ""


def branch(node: ast.If | ast.While, *, holds: bool) -> frozenset[int]:
    """The nodes that run because of a condition, kept with it."""
    name = f"tracepile_{holds}"
    found: frozenset[int] | None = getattr(node, name, None)
    if found is None:
        taken = node.body if holds else node.orelse
        found = frozenset(id(part) for statement in taken for part in ast.walk(statement))
        setattr(node, name, found)
    return found


def _is_under_not(node: ast.AST, leaf: ast.expr) -> bool:
    """Whether a part of a condition stands under an odd number of `not`, so that its outcome counts the other way."""
    test = node if isinstance(node, ast.expr) and not isinstance(node, ast.IfExp) else node.test  # type: ignore[attr-defined]
    waiting = [(test, False)]
    while waiting:
        part, odd = waiting.pop()
        if part is leaf:
            return odd
        if isinstance(part, ast.BoolOp):
            waiting += [(one, odd) for one in part.values]
        elif isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not):
            waiting.append((part.operand, not odd))
    return False
