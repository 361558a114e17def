"""What licenses the claims about values: assignments, equations, swaps.

Each kind of claim of `patterns.py` has the method of its name, here or in a neighbouring file. A method that confirms
its claim notes in `told` what part of the event the claim has told.
"""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from generator.checker.claims import Claim
from generator.checker.expressions import expression, is_a, is_literal, is_swap, is_value, read, sides, unparsed
from generator.checker.meaning import Moment
from generator.checker.places import Places
from generator.checker.tokens import Piece
from generator.checker.words import DOWN, PAST, SAME, STARTS, STATES, UP, verb
from generator.engine.evaluate import Unknown, evaluate

_TARGET = re.compile(r"[A-Za-z_][\w.]*(\[.*\])?$", re.DOTALL)


class Changes(Places):
    """Claims about what names, places and containers hold."""

    def on_gets(self, claim: Claim, target: Piece, value: Piece) -> bool:
        """`x` becomes 3, `x` is 3: a new value where the event stores one, else what is so at this moment."""
        words = verb(claim.words)
        if words in PAST:
            return self.is_worth(value.text, self.text(target.text, self.before))
        moment = self.toucher(target.text)
        if moment is not None and self.is_new_value(words, target, value):
            return self.tell(target.text, moment)
        if words in STATES and self.is_outcome(target, value):
            return True
        if words not in SAME | STATES:
            return False
        return self.is_result(target, value) or (self.may_state(entered=True) and self.is_state(target, value))

    def is_new_value(self, words: str, target: Piece, value: Piece) -> bool:
        new = self.new_text(target.text)
        if not self.is_worth(value.text, new):
            return False
        if words in STARTS and target.text in self.before.frame.names:
            return False
        return self.goes(words, target.text, new)

    def goes(self, words: str, target: str, new: str) -> bool:
        """Whether a value went the way that the words say: `rises`, `drops`, `stays`."""
        if words not in UP | DOWN | SAME:
            return True
        old = self.text(target, self.before)
        if words in SAME:
            return old == new
        one, other = size(old), size(new)
        return one < other if words in UP else one > other

    def is_outcome(self, call: Piece, value: Piece) -> bool:
        """Whether a call that returns gives this value; calls see to it."""
        return self.kind == "return" and call is value

    def on_sets(self, claim: Claim, target: Piece, *values: Piece) -> bool:
        """We set `x` to 3, raise `x` from 2 to 3."""
        words = {"rais": "rises", "incr": "rises", "lowe": "drops", "redu": "drops"}.get(claim.words[:4], "becomes")
        act = self.on_gets if len(values) == 1 else self.on_change
        return bool(act(replace(claim, words=words), target, *values))

    def is_state(self, target: Piece, value: Piece) -> bool:
        """Whether an expression of the program has this value just before or after the event."""
        node = expression(target.text)
        if node is None or is_literal(node):
            return False
        if any(self.is_worth_now(value.text, self.text_or_none(node, state)) for state in (self.before, self.after)):
            self.tells_operand(node)
            return True
        return False

    def is_worth_now(self, written: str, text: str | None) -> bool:
        return text is not None and (written == text or (is_value(sides(written)[-1]) and self.is_worth(written, text)))

    def tells_operand(self, _: ast.expr) -> None:
        """Note that the value of an operand of a condition is told; conditions see to it."""

    def is_result(self, call: Piece, value: Piece) -> bool:
        """Whether a call that changed its object gave this value: `stack.pop()` gives 5."""
        node = expression(call.text)
        for moment in self.moments():
            if isinstance(node, ast.Call) and self.is_call_of(node, moment):
                given = [self.after.text(moment.event[2])] if moment.site.kind == "method" else list(moment.lost)
                if self.text(value.text) in given:
                    moment.told.add("method")
                    return True
        return False

    def is_call_of(self, node: ast.Call, moment: Moment) -> bool:
        """Whether an expression is the call that an event belongs to, with values in the place of its arguments."""
        site, code = moment.site, moment.site.node
        if site.kind not in ("method", "mutate") or not isinstance(code, ast.Call):
            return False
        if site.kind == "mutate":
            return self.means(node, code)
        if not isinstance(node.func, ast.Attribute) or not isinstance(code.func, ast.Attribute):
            return False
        if node.func.attr != code.func.attr or not self.means(node.func.value, code.func.value):
            return False
        written, given = map(unparsed, node.args), map(self.after.text, moment.event[3])
        return self.means(node, code) or (not node.keywords and list(map(self.text, written)) == list(given))

    def on_change(self, claim: Claim, target: Piece, old: Piece, new: Piece) -> bool:
        if self.kind == "loop":
            return self.counts(target, old, new)
        moment = self.toucher(target.text)
        if moment is None or self.text(target.text, self.before) != self.text(old.text):
            return False
        text, words = self.text(target.text, self.after), verb(claim.words)
        went = self.goes(words, target.text, text)
        return went and self.is_worth(new.text, text) and self.tell(target.text, moment)

    def counts(self, _: Piece, __: Piece, ___: Piece) -> bool:
        """`i` runs from 1 to 5: said of a loop."""
        return False

    def on_by(self, claim: Claim, target: Piece, step: Piece, new: Piece | None = None) -> bool:
        """`total` grows by 5, to 12."""
        moment = self.toucher(target.text)
        if moment is None:
            return False
        text, words = self.text(target.text, self.after), verb(claim.words)
        one, other, by = number(self.text(target.text, self.before)), number(text), number(self.text(step.text))
        if other - one != (by if words in UP else -by) or moment is not self.now:
            return False
        if new is not None:
            return self.is_worth(new.text, text) and self.tell(target.text, moment)
        return self.done("moved")

    def on_moves(self, claim: Claim, value: Piece) -> bool:
        """`the pile grows to 114`: the one value that the statement stores, compared with the one before."""
        first, *others = sides(value.text)
        if others and _TARGET.match(first):
            return self.goes(verb(claim.words), first, self.text(first, self.after)) and self.is_assigned(first, others)
        if self.kind not in ("bind", "item", "attr") or (self.kind == "bind" and len(self.site.names) > 1):
            return False
        target = self.site.names[0] if self.kind == "bind" else unparsed(self.stored_place())
        new = self.new_value()
        if not self.is_worth(value.text, new) or not self.goes(verb(claim.words), target, new):
            return False
        self.told.add("moved")
        return True

    def stored_place(self) -> ast.expr:
        """The one place that an assignment stores into; Unknown where there are several."""
        node = self.site.node
        if isinstance(node, ast.AugAssign):
            return node.target
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            return node.targets[0]
        raise Unknown

    def on_equation(self, _: Claim, piece: Piece) -> bool:
        """`place = expression = value`: the place is touched here; or arithmetic that the statement does."""
        first, *others = sides(piece.text)
        if not others:
            return False
        if _TARGET.match(first) and not is_value(first):
            return self.is_assigned(first, others)
        return self.is_arithmetic(first, others)

    def is_assigned(self, target: str, others: list[str]) -> bool:
        moment = self.toucher(target)
        if moment is None:
            return False
        try:
            told = self.is_worth(" = ".join(others), self.new_text(target))
        except Unknown:
            told = self.is_textless(target, others)
        return told and self.tell(target, moment)

    def is_textless(self, target: str, others: list[str]) -> bool:
        """`source = numbers()`: a value without a text, such as a generator, is named by what gave it."""
        node, right = expression(others[0]), self.right_side()
        if self.kind != "bind" or not self.after.text_or_kind(self.after.lookup(target)).startswith("<"):
            return False
        return len(others) == 1 and node is not None and right is not None and ast.dump(node) == ast.dump(right)

    def is_arithmetic(self, first: str, others: list[str]) -> bool:
        """`2 * 3 = 6`: what the statement computes, or a part of it."""
        text, written = self.text(others[-1]), [first, *others[:-1]]
        for part in self.parts():
            if isinstance(part, ast.BinOp | ast.Call | ast.UnaryOp | ast.Subscript) and self.is_part(
                written, part, text
            ):
                return True
        try:
            return self.new_value() == text and all(self.is_right_side(side, text) for side in written)
        except Unknown:
            return False

    def is_part(self, written: list[str], part: ast.expr, text: str) -> bool:
        nodes = [expression(side) for side in written]
        if not all(node is not None and not is_literal(node) and self.means(node, part) for node in nodes):
            return False
        return all(self.text_or_none(node, self.before) == text for node in nodes if node is not None)

    def new_value(self) -> str:
        """The text of what the event stores or returns."""
        if self.kind in ("bind", "return", "yield", "turn"):
            return self.after.text(self.event[1])
        if self.kind in ("item", "attr"):
            augmented = isinstance(self.site.node, ast.AugAssign)
            return self.after.text(self.event[-2] if augmented else self.event[-1])
        raise Unknown

    def on_swap(self, _: Claim, *places: Piece) -> bool:
        """`a[0]` and `a[1]` change places; they are swapped."""
        node, pieces = self.site.node, [expression(piece.text) for piece in places]
        if self.kind not in ("bind", "item", "attr") or not is_swap(node) or not self.is_last():
            return False
        if not pieces:
            return self.done("swap")
        assert isinstance(node, ast.Assign)
        assert isinstance(node.targets[0], ast.Tuple)
        targets = node.targets[0].elts
        if not all(p is not None and self.means(p, read(t)) for p, t in zip(pieces, targets, strict=True)):
            return False
        return self.done("swap")

    def on_alias(self, claim: Claim, one: Piece, other: Piece) -> bool:
        """`a` and `b` are the same list."""
        if is_swap(self.site.node) and not self.is_last():
            return False  # what stands between the two stores of a swap, nobody sees
        nodes = (expression(one.text), expression(other.text))
        values = [evaluate(node, self.after) for node in nodes if node is not None and not is_literal(node)]
        if len(values) < len(nodes) or values[0] is not values[1] or self.after.look(values[0]) is None:
            return False
        return is_a(claim.words, self.after.text(values[0]))


def number(text: str) -> float:
    """The number that a text writes; Unknown for what is none."""
    if fraction := re.fullmatch(r"Fraction\((-?\d+), (\d+)\)", text):
        return int(fraction[1]) / int(fraction[2])
    try:
        found = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        raise Unknown from None
    if type(found) not in (int, float):
        raise Unknown
    return found  # type: ignore[no-any-return]


def size(text: str) -> float:
    """What `grows` and `shrinks` compare: the number that a text writes, or the length of what it writes."""
    node = expression(text)
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return len(node.elts)
    if isinstance(node, ast.Dict):
        return len(node.keys)
    return number(text)
