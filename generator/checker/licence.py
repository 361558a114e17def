"""What licenses a claim: one event, and the states just before and just after it; and what an event must be told of.

`Licence.grants` decides whether the event confirms a claim, by the method of the claim's kind: in `changes.py`,
`methods.py`, `conditions.py`, `relations.py`, `comprehensions.py`, `loops.py`, `calls.py`, and of mentions here.
`Demands.untold` says what no claim has told yet.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cached_property

from generator.checker.claims import Claim
from generator.checker.demands import Demands
from generator.checker.expressions import expression, is_literal, sides, unparsed
from generator.checker.meaning import FRACTION
from generator.checker.tokens import Piece
from generator.engine.evaluate import Unknown
from generator.engine.program import Event, Trace
from generator.engine.replay import State
from generator.engine.rewriting.conditions import operands
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
_ROLES = {"dividing": 0, "of": 0, "by": 1, "adding": 1, "subtracting": 1, "in": 1}
"""Words before a value that make it an operand of what the statement computes: the first, or the second."""
_FIRST = frozenset({"divided", "in"})
"""Words behind a value that make it the first."""
_RESULT, _WHOLE_OF = "= value", "= all"
"""What stands for a stored value that has no name, and for what holds it."""
_LINKS = {"is": "is", "are": "is", "of": "of"}
_DECIDED = frozenset({"test", "holds_for", "empty", "relation", "is_not", "reraise"})
"""The kinds of claims that see by themselves whether what is said to be so again was so before."""
_GETS = frozenset({"gets", "change", "sets", "equation", "by"})
_WHOLE = re.compile(r"Fraction\(-?\d+, 1\)")
_MENTIONED = frozenset("bind item attr return turn yield print method mutate drop test loop call raise filter".split())


class Licence(Demands):
    """What the event at hand confirms."""

    def __init__(self, trace: Trace) -> None:
        super().__init__(trace)
        self.mentioned: list[str] = []
        self.stored_mentioned = 0
        self.sentence: int | None = None
        self.at_end = False
        self.said: list[Claim] = []

    def move(self, event: Event, before: State, after: State) -> None:
        if self.now.site.kind == "test":
            self.note_truths()
        elif self.truths:
            self.truths = {}
        super().move(event, before, after)
        if self.kind == "loop":
            self.said_empty = None
        self.mentioned = []
        self.stored_mentioned = 0
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
            if claim.repeats and not self.was_so(claim):
                return False
            granted = bool(getattr(self, f"on_{claim.kind}")(claim, *claim.pieces))
        except (Unknown, Rejected, RecursionError):
            return False
        except (ArithmeticError, LookupError, ValueError):
            return False  # a claim that makes no sense for this event, such as a word in the place of a number
        if granted and claim.kind != "mention":
            self.sentence = claim.sentence
            self.said.append(claim)
        return granted

    def may_state(self, *, entered: bool = False) -> bool:
        """What is so is said with an event that still has to be told, or when a loop ends or a line does."""
        return super().may_state(entered=entered) or self.at_end or bool(self.untold() or self.is_waiting())

    def grants_at_end(self, claim: Claim) -> bool:
        """Whether a claim that no event of its line has confirmed is about what is so when the line ends."""
        self.at_end, after = True, self.after
        self.after = self.before  # what is so then is what is so before the next event, which has happened here
        try:
            return claim.kind in ("gets", "relation", "empty", "alias") and self.grants(claim)
        finally:
            self.at_end, self.after = False, after

    def was_so(self, claim: Claim) -> bool:
        """Whether what is said to be so again, or still, was so before; of conditions their own methods decide."""
        if claim.kind in _DECIDED or (claim.kind == "gets" and self.kind == "test"):
            return True
        if claim.kind == "gets" and claim.repeats == "still":
            return self.is_worth(claim.pieces[-1].text, self.text(claim.pieces[0].text, self.before))
        gist = _gist(claim)
        return any(_gist(one) == gist for one in self.said)

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
        """Whether a mention is a value of the statement, and of the quantity that its words speak of, once."""
        read, stored = self.read_values(), self.stored_values()
        name, link = split_name(claim.words)
        for called in (name if link != "of" else "", claim.counts):
            if called in stored:
                return stored[called] == text and self.mention(f"={called}")
        for called in (name if link != "is" else "", claim.counts):
            if called in read:
                return read[called] == text and self.mention(called)
        operand = self.operand(claim) if link != "is" else ""
        if read.get(operand, operand) == text and self.mention(operand):
            return True
        return not (link == "of" and self.kind == "turn") and self.is_next_stored(stored, text)

    def mention(self, quantity: str) -> bool:
        """Note that the value of a quantity is mentioned; False where it was before."""
        if quantity in self.mentioned:
            return False
        self.mentioned.append(quantity)
        return True

    def is_next_stored(self, stored: Mapping[str, str], text: str) -> bool:
        """Whether the statement stores a value; those that nothing names are mentioned in its order."""
        for place, name in list(enumerate(stored))[self.stored_mentioned :]:
            if stored[name] == text and self.mention(f"={name}"):
                self.stored_mentioned = place + 1
                return True
        return False

    def operand(self, claim: Claim) -> str:
        """What words make a value an operand: "dividing 7 by 2", "7 divided by 2", "the root of 9"; empty if none."""
        operands, word = self.operands(), claim.words.lower().rpartition(" ")[2]
        if word == "and" and operands[:1] == self.mentioned[-1:]:  # "the quotient of 7 and 2"
            word = "by"
        place = 0 if claim.counts in _FIRST or len(operands) == 1 else _ROLES.get(word, len(operands))
        return operands[place] if place < len(operands) else ""

    def operands(self) -> list[str]:
        """What the first operation of the statement works on, or the key under which an item is stored."""
        if self.kind == "item":
            place = self.stored_place()
            return [unparsed(place.slice)] if isinstance(place, ast.Subscript) else []
        if self.kind == "test":
            return [unparsed(part) for leaf in self.site.leaves for part in operands(leaf.node)]
        right = self.right_side()
        for part in ast.walk(right) if right is not None else ():
            if isinstance(part, ast.BinOp | ast.Call):
                return [
                    unparsed(one) for one in ([part.left, part.right] if isinstance(part, ast.BinOp) else part.args)
                ]
        return []

    def stored_values(self) -> dict[str, str]:
        """The values that the statement stores or hands over, by name."""
        if self.kind in ("return", "yield"):
            return {_RESULT: _whole(self.new_value())}
        if self.kind in ("item", "attr", "method", "mutate", "drop"):
            item = {_RESULT: _whole(self.new_value())} if self.kind in ("item", "attr") else {}
            return {**item, _WHOLE_OF: self.after.text(self.event[1])}
        if self.kind == "print":
            return {name: text for name, text in self.read_values().items() if name.isidentifier()}
        if self.kind not in ("bind", "turn"):
            return {}
        stored = zip(self.site.names, self.event[1:], strict=False)
        return {name: _whole(self.after.text(value)) for name, value in stored}

    def read_values(self) -> dict[str, str]:
        """The values of the names and places that the statement reads, by what they are called."""
        state = self.after if self.kind in ("item", "attr", "method") else self.before
        found: dict[str, str] = {}
        stored = self.only_stored()
        for part in self.parts():
            name = unparsed(part) if isinstance(part, ast.Name | ast.Subscript | ast.Attribute) else ""
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


def _gist(claim: Claim) -> tuple[str, ...]:
    """What a claim says, whatever its words are: a value of a place, or its kind with its pieces."""
    first, last = claim.pieces[0].text if claim.pieces else "", claim.pieces[-1].text if claim.pieces else ""
    if claim.kind in _GETS:
        return (sides(first)[0], sides(last)[-1])
    return (claim.kind, *[piece.text for piece in claim.pieces])


def _whole(text: str) -> str:
    """A fraction of one as the whole number that it is."""
    return text.removeprefix("Fraction(").removesuffix(", 1)") if _WHOLE.fullmatch(text) else text


def split_name(words: str) -> tuple[str, str]:
    """The word that stands before a value, and what stands between them: `is`, `of` or nothing."""
    name, _, last = words.rpartition(" ")
    return (name, _LINKS[last]) if last in _LINKS else (words, "")
