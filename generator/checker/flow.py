"""What licenses the claims about the course of a run: conditions, loops, calls, input and output, exceptions.

Each kind of claim of `claims.py` has the method of its name; as in `changes.py`, `told` notes what a claim has told.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sized
from typing import Any

from generator.checker.claims import NTH, Claim, Piece
from generator.checker.meaning import Meaning, expression, is_literal, is_unreached, unparsed
from generator.engine import values
from generator.engine.evaluate import Unknown, evaluate, negated, recorded_truth, truth_of
from generator.engine.program import UNREACHED
from generator.engine.replay import State

WHOLE = "whole"
"""The part of a test that is its condition as a whole."""


class Flow(Meaning):
    """Claims about what is decided, entered, left, read and written."""

    # Conditions

    def on_test(self, claim: Claim, condition: Piece, detail: Piece | None = None) -> bool:
        node = expression(condition.text)
        if node is None or is_literal(node) or self.kind != "test":
            return False
        for part, leaf in self.conditions():
            if not self.means(node, leaf) or self.truth(part) is not (claim.words == "holds"):
                continue
            if (detail is None or self.decides(detail, leaf, holds=claim.words == "holds")) and self.reaches(part):
                return True
        return False

    def decides(self, detail: Piece, leaf: ast.expr, *, holds: bool) -> bool:
        """Whether the values in parentheses are those of the condition, or of its opposite where it fails."""
        shown = expression(detail.text)
        return shown is not None and self.means(shown, leaf if holds else negated(leaf))

    def reaches(self, part: str) -> bool:
        """Note that a part of the condition is told; they are told in their order."""
        return not any(told >= part for told in self.told if told[:1] == "?") and self.done(part)

    def conditions(self) -> Iterator[tuple[str, ast.expr]]:
        """The parts of the test that were reached, and then the test as a whole."""
        for number, leaf in enumerate(self.site.leaves):
            if not is_unreached(leaf, self.event):
                yield f"?{number:02}", leaf.node
        yield f"?{WHOLE}", self.condition()

    def condition(self) -> ast.expr:
        node = self.site.node
        found: ast.expr = node if isinstance(node, ast.expr) and not isinstance(node, ast.IfExp) else node.test  # type: ignore[attr-defined]
        return found

    def truth(self, part: str) -> bool:
        """How a part of the test came out."""
        if part == f"?{WHOLE}" or self.site.leaves[int(part[1:])].node is self.condition():
            return bool(self.event[1])
        leaf = self.site.leaves[int(part[1:])]
        try:
            return recorded_truth(leaf, self.event, self.before)
        except Unknown:
            return truth_of(leaf.node, self.before)

    def on_empty(self, claim: Claim, container: Piece) -> bool:
        node, wanted = expression(container.text), claim.words == "not empty"
        if node is None or is_literal(node):
            return False
        if self.kind == "loop":
            assert isinstance(self.site.node, ast.For)
            nothing = not wanted and self.means(node, self.site.node.iter) and not self.items()
            return nothing and self.done("over")
        if self.kind != "test":
            return False
        parts = (part for part, leaf in self.conditions() if self.means(node, leaf) and self.truth(part) is wanted)
        return any(self.reaches(part) for part in parts)

    def on_unreached(self, _: Claim) -> bool:
        return (
            self.kind == "test" and any(operand is UNREACHED for operand in self.event[2:]) and self.done("unreached")
        )

    def on_skipped(self, _: Claim) -> bool:
        return self.kind == "test" and isinstance(self.site.node, ast.If) and not self.event[1] and self.done("skipped")

    # Loops

    def items(self) -> Any:
        """What a `for` loop will go through; Unknown where that isn't there yet."""
        found = self.event[1]
        items = found if type(found) in (range, tuple, str) else self.before.look(found)
        if items is None:  # a view, such as `d.items()`
            assert isinstance(self.site.node, ast.For)
            items = evaluate(self.site.node.iter, self.before)
            if not isinstance(items, Sized):
                raise Unknown
        return items

    def on_over(self, _: Claim, iterable: Piece) -> bool:
        if self.kind != "loop" or not isinstance(self.site.node, ast.For):
            return False
        node = expression(iterable.text)
        return node is not None and self.means(node, self.site.node.iter) and self.done("over")

    def on_takes(self, _: Claim, name: Piece, *taken: Piece) -> bool:
        if self.kind != "loop" or not isinstance(self.site.node, ast.For):
            return False
        target, told = self.site.node.target, [self.text(piece.text) for piece in taken]
        named = isinstance(target, ast.Name) and target.id == name.text
        return named and list(map(self.before.text, self.items())) == told and self.done("takes")

    def on_no_turn(self, _: Claim) -> bool:
        return self.kind == "loop" and not self.items()

    def turn(self) -> str:
        """The number of the turn that begins with the event; empty where none does."""
        node = self.site.node
        if self.kind == "turn" or (self.kind == "test" and isinstance(node, ast.While) and self.event[1]):
            return str(self.after.frame.turns.get(id(node), ""))
        return ""

    def on_turn(self, _: Claim, number: Piece) -> bool:
        return self.turn() == number.text and self.done("turn")

    def on_nth_turn(self, claim: Claim) -> bool:
        number = NTH.get(claim.words) or claim.words[:-2]
        return self.turn() == str(number) and self.done("turn")

    def on_loop_end(self, _: Claim) -> bool:
        over = self.kind == "test" and isinstance(self.site.node, ast.While) and not self.event[1]
        return over and self.done("loop end")

    def on_used_up(self, _: Claim) -> bool:
        return self.kind == "end" and self.done("loop end")

    def on_break(self, _: Claim) -> bool:
        return self.kind == "break" and self.done("jump")

    def on_continue(self, _: Claim) -> bool:
        return self.kind == "continue" and self.done("jump")

    # Calls

    def on_enter(self, _: Claim, call: Piece) -> bool:
        return self.kind == "call" and self.is_call(call.text, self.after) and self.done("call")

    def is_call(self, written: str, state: State) -> bool:
        """Whether `f(x=1)` or `f(1)` is the call of the frame on top."""
        node, frame = expression(written), state.frame
        if not isinstance(node, ast.Call) or unparsed(node.func) != frame.function.name:
            return False
        names, given = list(frame.function.parameters), list(frame.arguments)
        if names[:1] == ["self"]:
            names, given = names[1:], given[1:]
        keywords = [keyword.arg for keyword in node.keywords]
        stated = [ast.unparse(part) for part in (*node.args, *(keyword.value for keyword in node.keywords))]
        known = [ast.unparse(expression(text) or ast.Name(text)) for text in given]
        return stated == known and keywords == names[len(node.args) :]

    def on_return(self, _: Claim, call: Piece, value: Piece) -> bool:
        if self.kind != "return" or not self.is_worth(value.text, self.before.text(self.event[1])):
            return False
        named = call.text == self.before.frame.function.name
        return (named or self.is_call(call.text, self.before)) and self.done("return")

    def on_yield(self, _: Claim, value: Piece) -> bool:
        return (
            self.kind == "yield" and self.is_worth(value.text, self.before.text(self.event[1])) and self.done("yield")
        )

    def on_resume(self, _: Claim) -> bool:
        return self.kind == "resume" and self.done("resume")

    # Input and output

    def on_print(self, _: Claim, text: Piece) -> bool:
        if self.kind != "print":
            return False
        printed = self.event[1].removesuffix("\n")
        same = text.text == printed or (text.text == repr(printed) and "\n" in printed)
        return same and self.done("print")

    def on_print_empty(self, _: Claim) -> bool:
        return self.kind == "print" and not self.event[1].strip("\n") and self.done("print")

    def on_read(self, _: Claim, text: Piece) -> bool:
        return self.kind == "read" and self.event[1].removesuffix("\n") == text.text and self.done("read")

    def on_read_end(self, _: Claim) -> bool:
        return self.kind == "read" and not self.event[1].removesuffix("\n") and self.done("read")

    # Exceptions

    def error(self) -> str:
        """The exception of the event in words; a class that is raised is not made an instance here."""
        found = self.event[1]
        if found is None:
            return ""
        return found.__name__ if isinstance(found, type) else values.error_text(found)

    def on_raise(self, _: Claim, error: Piece) -> bool:
        return self.kind == "raise" and self.error() == error.text and self.done("raise")

    def on_reraise(self, _: Claim) -> bool:
        return self.kind == "raise" and self.event[1] is None and self.done("raise")

    def on_caught(self, _: Claim, error: Piece) -> bool:
        return self.kind == "except" and self.error() == error.text and self.done("except")

    def on_unwind(self, _: Claim, error: Piece, function: Piece) -> bool:
        same = self.kind == "unwind" and self.error() == error.text
        return same and function.text == self.site.function.name and self.done("unwind")
