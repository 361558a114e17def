"""What licenses a claim: one event, and the states just before and just after it; and what an event must be told of.

`Licence.grants` decides whether the event confirms a claim, by the method of the claim's kind: in `changes.py`,
`methods.py`, `conditions.py`, `relations.py`, `comprehensions.py`, `loops.py`, `calls.py`, and of mentions here.
`Demands.untold` says what no claim has told yet.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from generator.checker.claims import Claim
from generator.checker.demands import Demands
from generator.checker.expressions import expression, is_literal, unparsed
from generator.checker.meaning import FRACTION
from generator.checker.tokens import Piece
from generator.engine.evaluate import Unknown
from generator.engine.program import Event, Trace
from generator.engine.replay import State
from generator.types import Rejected

_STORING = frozenset("bind item attr turn match define except method mutate drop detach call item_turn".split())
_EVENTS: dict[str, frozenset[str]] = {
    "moves": _STORING,
    "change": _STORING | {"loop"},
    "by": _STORING,
    "equation": _STORING | {"return", "yield", "print", "test", "loop"},
    "swap": frozenset({"bind", "item", "attr"}),
    "put": _STORING,
    "put_at": _STORING,
    "taken": _STORING | {"return", "print", "test", "loop"},
}
"""The events that can license a kind of claim, where it takes an evaluation to see that others can't."""
_MANY = 1000
_WHOLE = re.compile(r"Fraction\(-?\d+, 1\)")
_MENTIONED = frozenset("bind item attr return turn yield print method mutate drop test loop call raise filter".split())


class Licence(Demands):
    """What the event at hand confirms."""

    def __init__(self, trace: Trace) -> None:
        super().__init__(trace)
        self.mentioned: list[str] = []
        self.last_read = _MANY
        self.sentence: int | None = None
        self.at_end = False

    def move(self, event: Event, before: State, after: State) -> None:
        super().move(event, before, after)
        if self.kind == "loop":
            self.said_empty = None
        self.mentioned = []
        self.last_read = _MANY
        self.sentence = None

    @cached_property
    def all_conditions(self) -> frozenset[str]:
        """The texts of all conditions of the program."""
        sites = self.trace.program.sites
        return frozenset(unparsed(leaf.node) for site in sites for leaf in site.leaves)

    def grants(self, claim: Claim) -> bool:
        """Whether the event confirms a claim; what can't be evaluated is not confirmed."""
        if self.kind not in _EVENTS.get(claim.kind, (self.kind,)) or self.is_prelude():
            return False
        try:
            granted = bool(getattr(self, f"on_{claim.kind}")(claim, *claim.pieces))
        except (Unknown, Rejected, RecursionError):
            return False
        except (ArithmeticError, LookupError, ValueError):
            return False  # a claim that makes no sense for this event, such as a word in the place of a number
        if granted and claim.kind != "mention":
            self.sentence = claim.sentence
        return granted

    def may_state(self, *, entered: bool = False) -> bool:
        """What is so is said with an event that still has to be told, or when a loop ends or a line does."""
        return super().may_state(entered=entered) or self.at_end or bool(self.untold() or self.is_waiting())

    def grants_at_end(self, claim: Claim) -> bool:
        """Whether a claim that no event of its line has confirmed is about what is so when the line ends."""
        self.at_end = True
        try:
            return claim.kind in ("gets", "relation", "empty", "alias") and self.grants(claim)
        finally:
            self.at_end = False

    # Values that stand in no other claim

    def on_mention(self, claim: Claim, piece: Piece) -> bool:
        """A part of the statement, the name of its function, or a value that it reads or writes."""
        if self.sentence is not None and claim.sentence > self.sentence and not self.untold():
            return False
        if piece.quoted and piece.text == self.site.function.name:
            return True
        node = expression(piece.text)
        if node is None:
            return False
        if is_literal(node) or FRACTION.fullmatch(piece.text):
            return self.kind in _MENTIONED and self.is_known_value(claim, self.text(piece.text))
        if self.tells_comparison(node):
            self.sentence = claim.sentence
            return True
        return self.tells_call(node) or any(self.means(node, part) for part in self.parts())

    def tells_call(self, node: ast.expr) -> bool:
        """Whether an expression is the call that changed its object: this event, or one that waits."""
        called = (m for m in self.moments() if isinstance(node, ast.Call) and self.is_call_of(node, m))
        moment = next(called, None)
        if moment is not None:
            moment.told.add("method")
        return moment is not None

    def is_arithmetic(self, first: str, others: list[str]) -> bool:
        written, last = [first, *others[:-1]], others[-1]
        if self.kind == "test":
            granted = any(self.is_operand(side, last, leaf) for side in written for _, leaf in self.conditions())
        else:
            granted = super().is_arithmetic(first, others)
        return granted or self.is_collected(written, self.text(last))

    def is_known_value(self, claim: Claim, text: str) -> bool:
        """Whether the statement reads or stores a value that has not been mentioned as often already.

        A constant of the program counts only where it is quoted.
        """
        counts = self.kind == "bind" and isinstance(self.right_side(), ast.BinOp)
        read, stored = self.read_values(constants=claim.pieces[0].quoted or counts), self.stored_values()
        if not _fits(claim, text, read, stored):
            return False
        _, is_ = split_name(claim.words)
        told = [*self.mentioned, text]
        if len(self.site.names) > 1 and self.kind == "bind":
            self.last_read = min(self.last_read, len(self.mentioned)) if is_ else self.last_read
            granted = _in_turn(told, read, stored, self.last_read)
        else:
            granted = _within(told, {**read, **stored})
        if granted:
            self.mentioned = told
        return granted

    def stored_values(self) -> dict[str, str]:
        """The values that the statement stores or hands over, by name; mere copies among several left out."""
        if self.kind in ("item", "attr", "return", "yield"):
            return {"": _whole(self.new_value())}
        if self.kind == "print":
            return {name: text for name, text in self.read_values(constants=False).items() if name.isidentifier()}
        if self.kind not in ("bind", "turn"):
            return {}
        stored = zip(self.site.names, self.event[1:], strict=False)
        copies = copied(self.site.node)
        return {name: _whole(self.after.text(value)) for name, value in stored if name not in copies}

    def read_values(self, *, constants: bool) -> dict[str, str]:
        """The values of the names and places that the statement reads, by what they are called."""
        state = self.after if self.kind in ("item", "attr", "method") else self.before
        found: dict[str, str] = {}
        stored = self.only_stored()
        for part in self.parts():
            place = isinstance(part, ast.Name | ast.Subscript | ast.Attribute) or (constants and is_literal(part))
            name = unparsed(part) if place else ""
            if name and name not in stored and (text := self.text_or_none(part, state)) is not None:
                found[name] = _whole(text)
        return found

    def only_stored(self) -> set[str]:
        """The names that the statement binds, without those that it reads beside others."""
        if self.kind not in ("bind", "turn"):
            return set()
        several, right = len(self.site.names) > 1, self.right_side()
        used = {part.id for part in ast.walk(right) if isinstance(part, ast.Name)} if several and right else set()
        return set(self.site.names) - used


def copied(node: ast.AST) -> set[str]:
    """The targets of `a, b = b, a % b` that get what another name holds."""
    if (
        not isinstance(node, ast.Assign)
        or not isinstance(node.value, ast.Tuple)
        or not isinstance(node.targets[0], ast.Tuple)
    ):
        return set()
    pairs = zip(node.targets[0].elts, node.value.elts, strict=False)
    return {unparsed(target) for target, value in pairs if isinstance(value, ast.Name)}


def _fits(claim: Claim, text: str, read: Mapping[str, str], stored: Mapping[str, str]) -> bool:
    """Whether a value is that of the variable whose name stands before or behind it, if one does."""
    name, is_ = split_name(claim.words)
    if name in (stored if is_ else {**read, **stored}) and {**read, **stored}[name] != text:
        return False
    if claim.counts and stored.get(claim.counts, text) != text:
        return False
    return not (is_ and stored and text not in stored.values())


def _whole(text: str) -> str:
    """A fraction of one as the whole number that it is."""
    return text.removeprefix("Fraction(").removesuffix(", 1)") if _WHOLE.fullmatch(text) else text


def _within(told: list[str], known: Mapping[str, str]) -> bool:
    """Whether values are mentioned no more often than they are known."""
    return Counter(told) <= Counter(known.values())


def _in_turn(told: list[str], read: Mapping[str, str], stored: Mapping[str, str], last: int) -> bool:
    """Whether values are mentioned as a statement goes: at most `last` that it reads, then some that it stores."""
    cuts = range(min(last, len(told)) + 1)
    return any(_within(told[:cut], read) and _within(told[cut:], stored) for cut in cuts)


def split_name(words: str) -> tuple[str, bool]:
    """The word that stands before a value, and whether `is` or `are` stands between them."""
    name, _, last = words.rpartition(" ")
    return (name, True) if last in ("is", "are") else (words, False)
