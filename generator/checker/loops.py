"""What licenses the claims about loops and jumps: what they go over, their turns, and how they end."""

from __future__ import annotations

import ast
from collections.abc import Sized
from dataclasses import replace
from typing import Any

from generator.checker.changes import Changes
from generator.checker.claims import Claim
from generator.checker.expressions import among, expression, unparsed
from generator.checker.relations import Relations
from generator.checker.tokens import Piece
from generator.checker.words import NTH
from generator.engine.evaluate import Unknown, evaluate


class Loops(Relations, Changes):
    """Claims about `for` and `while`, `break`, `continue`, `else`; `said_empty` is a loop said to have no turn."""

    said_empty: ast.AST | None = None

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

    def on_over(self, _: Claim, *pieces: Piece) -> bool:
        """The loop goes over `xs`; each `x` of `xs`; a turn for each."""
        if self.kind != "loop" or not isinstance(self.site.node, ast.For):
            return False
        *names, iterable = pieces or (None,)
        if names and names[0] and names[0].text != unparsed(self.site.node.target):
            return False
        node = expression(iterable.text) if iterable else None
        return (iterable is None or (node is not None and self.means(node, self.site.node.iter))) and self.done("over")

    def on_each(self, _: Claim, name: Piece) -> bool:
        """There is a turn for each `colour`."""
        return self.kind == "loop" and self.is_target(name) and self.done("over")

    def loops_over(self, node: ast.expr, *, empty: bool) -> bool:
        assert isinstance(self.site.node, ast.For)
        nothing = empty and self.means(node, self.site.node.iter) and not self.items()
        return nothing and self.done("over")

    def on_takes(self, claim: Claim, name: Piece, *taken: Piece) -> bool:
        if self.kind != "loop" or not isinstance(self.site.node, ast.For):
            return len(taken) == 1 and self.on_gets(replace(claim, words="takes"), name, taken[0])
        if claim.words:
            return self.counts(name, *taken)
        items = list(map(self.before.text, self.items()))
        told = [among(self.text(piece.text), items) for piece in taken]
        return self.is_target(name) and items == told and self.done("takes")

    def is_target(self, name: Piece) -> bool:
        target = self.site.node.target  # type: ignore[attr-defined]
        return isinstance(target, ast.Name) and target.id == name.text

    def counts(self, name: Piece, first: Piece, last: Piece) -> bool:
        """`i` runs from 1 to 5: every number from the first to the last, upwards or downwards."""
        start, stop = int(self.text(first.text)), int(self.text(last.text))
        step = 1 if stop >= start else -1
        return (
            self.is_target(name) and list(self.items()) == list(range(start, stop + step, step)) and self.done("takes")
        )

    def on_no_turn(self, _: Claim) -> bool:
        """There is nothing to go over, which shows at once, or when the loop ends before a turn."""
        if self.kind == "end":
            ran = bool(self.before.frame.turns.get(id(self.site.node)))
            return not ran and self.said_empty is not self.site.node and self.done("no turn")
        if self.kind != "loop" or self.items():
            return False
        self.said_empty = self.site.node
        self.told.add("over")
        return self.done("no turn")

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

    def fails(self) -> bool:
        """Whether the event is the condition of a `while` that fails."""
        return self.kind == "test" and isinstance(self.site.node, ast.While) and not self.event[1]

    def on_loop_end(self, _: Claim) -> bool:
        return (self.fails() or self.kind == "end") and self.done("loop end")

    def on_not_entered(self, _: Claim) -> bool:
        return self.fails() and id(self.site.node) not in self.before.frame.turns and self.done("loop end")

    def on_used_up(self, _: Claim) -> bool:
        return self.kind == "end" and self.done("loop end")

    def on_otherwise(self, _: Claim, piece: Piece | None = None) -> bool:
        """The `else` part runs: of an `if` that fails, or of a loop that came to its end."""
        if piece is not None and piece.text != "else":
            return False
        over = self.kind == "end" or (self.kind == "test" and not self.event[1])
        return over and bool(getattr(self.site.node, "orelse", None)) and self.done("else")

    def on_break(self, _: Claim) -> bool:
        return self.kind == "break" and self.done("jump")

    def on_cut(self, _: Claim) -> bool:
        """The loop is cut short: by `break`, or by `return` inside it."""
        return (self.kind == "break" or (self.kind == "return" and bool(self.site.loops))) and self.done("jump")

    def on_continue(self, _: Claim) -> bool:
        return self.kind == "continue" and self.done("jump")

    def on_case(self, _: Claim, pattern: Piece) -> bool:
        """`case ('add', n)` matches."""
        node = self.site.node
        if self.kind != "match" or not isinstance(node, ast.match_case):
            return False
        return pattern.text == f"case {unparsed(node.pattern)}" and self.done("case")

    def tells_new(self, container: Piece) -> None:
        """`queue` starts empty: the new value of a place."""
        moment = self.toucher(container.text)
        if moment is not None:
            self.tell(container.text, moment)
