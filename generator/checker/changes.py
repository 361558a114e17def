"""What licenses the claims about values: assignments, equations, swaps, and methods that change their object.

Each kind of claim of `claims.py` has the method of its name. A method that confirms its claim notes in `told` what part
of the event the claim has told.
"""

from __future__ import annotations

import ast
import re
from typing import Any

from generator.checker.claims import Claim, Piece
from generator.checker.meaning import Meaning, expression, is_swap, is_value, read, root, sides
from generator.engine.evaluate import Unknown, evaluate
from generator.engine.replay import State

_TARGET = re.compile(r"[A-Za-z_][\w.]*(\[.*\])?$", re.DOTALL)
_COMPARED = frozenset({"stays", "rises to", "grows to", "drops to", "falls to"})
_PUT = {"appended to": "append", "added to": "add", "already in": "add", "put in front of": "appendleft"}
_TAKEN = frozenset({"pop", "popleft", "popitem"})
VERBS = frozenset({*_PUT.values(), *_TAKEN, "sort"})
"""The methods that have claims of their own."""
_MAX_DEPTH = 5


class Changes(Meaning):
    """Claims about what names, places and containers hold."""

    # What an event changes

    def touches(self, target: str) -> bool:
        """Whether the event stores into a place, or changes the object that it names."""
        if self.kind in ("bind", "turn", "match", "define", "except"):
            return target in self.site.names
        if self.kind in ("item", "attr") and is_swap(self.site.node) and not self.is_last():
            return False  # what stands between the two stores of a swap, nobody sees
        if self.kind in ("item", "attr", "method", "mutate", "drop", "detach"):
            node = expression(target)
            return node is not None and (self.is_stored(node) or self.names_changed(node) or bool(self.swapped(node)))
        return self.kind == "call" and target in self.site.function.parameters

    def names_changed(self, node: ast.expr) -> bool:
        """Whether an expression names the object that the event changed, or one that holds it."""
        try:
            return _holds(self.after, evaluate(node, self.after), self.event[1])
        except Unknown:
            return False

    def is_stored(self, node: ast.expr) -> bool:
        """Whether an expression is the very place that the event stored into."""
        if self.kind not in ("item", "attr") or not isinstance(node, ast.Subscript | ast.Attribute):
            return False
        if is_swap(self.site.node):
            return False
        try:
            owner = evaluate(node.value, self.before)
            key = evaluate(node.slice, self.before) if isinstance(node, ast.Subscript) else node.attr
        except Unknown:
            return False
        stored = self.event[2] if self.kind == "item" else self.site.names[0]
        same_key = type(key) is type(stored) and self.before.text(key) == self.before.text(stored)
        return owner is self.event[1] and same_key and self.is_written_so(node)

    def is_written_so(self, node: ast.expr) -> bool:
        """Whether a place is written as in the statement, or by way of another name: not `rows[-1]` for `rows[i]`."""
        places = [part for part in self.parts() if isinstance(part, ast.Subscript | ast.Attribute)]
        return any(self.means(node, place) for place in places) or root(node) not in map(root, places)

    def swapped(self, node: ast.expr) -> set[str]:
        """The places of a finished swap that an expression stands for."""
        if not is_swap(self.site.node) or not self.is_last():
            return set()
        targets = self.site.node.targets[0].elts  # type: ignore[attr-defined]
        return {f"place {number}" for number, target in enumerate(targets) if self.means(node, read(target))}

    def tell(self, target: str) -> bool:
        """Note that a target's new value is told; False where it was told before."""
        if not self.done(f"={target}") and "swap" not in self.told:
            return False
        node = expression(target)
        if self.kind in ("item", "attr") and node is not None:
            self.told |= self.swapped(node) or {"place", "place 0", "place 1"}  # a place itself, or all that holds it
        return True

    # The claims

    def on_becomes(self, claim: Claim, target: Piece, value: Piece) -> bool:
        if not self.touches(target.text):
            return False
        new = self.text(target.text, self.after)
        if not self.is_worth(value.text, new):
            return False
        if claim.words in _COMPARED and not self.compared(claim.words, target.text, new):
            return False
        if claim.words == "starts at" and self.is_known(target.text):
            return False
        return self.tell(target.text)

    def is_known(self, target: str) -> bool:
        """Whether a name had a value before."""
        return target in self.before.frame.names

    def on_moves(self, claim: Claim, value: Piece) -> bool:
        """`the pile grows to 114`: the one value that the statement stores, compared with the one before."""
        if self.kind not in ("bind", "item", "attr") or (self.kind == "bind" and len(self.site.names) > 1):
            return False
        target = self.site.names[0] if self.kind == "bind" else ast.unparse(self.stored_place())
        return self.is_worth(value.text, self.new_value()) and self.compared(claim.words, target, self.new_value())

    def stored_place(self) -> ast.expr:
        """The one place that an assignment stores into; Unknown where there are several."""
        node = self.site.node
        if isinstance(node, ast.AugAssign):
            return node.target
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            return node.targets[0]
        raise Unknown

    def compared(self, words: str, target: str, new: str) -> bool:
        """`stays`, `rises to` and the like compare with the value before."""
        old = self.text(target, self.before)
        if words == "stays":
            return old == new
        one, other = _number(old), _number(new)
        return one < other if words in ("rises to", "grows to") else one > other

    def on_change(self, _: Claim, target: Piece, old: Piece, new: Piece) -> bool:
        if not self.touches(target.text) or self.text(target.text, self.before) != self.text(old.text):
            return False
        text = self.text(target.text, self.after)
        return self.is_worth(new.text, text) and self.tell(target.text)

    def on_equation(self, _: Claim, piece: Piece) -> bool:
        """`place = expression = value`: the place is touched here; or arithmetic that the statement does."""
        first, *others = sides(piece.text)
        if not others:
            return False
        if _TARGET.match(first) and not is_value(first):
            return self.touches(first) and self.is_assigned(first, others)
        text = self.text(others[-1])
        return self.new_value() == text and all(self.is_right_side(side, text) for side in (first, *others[:-1]))

    def is_assigned(self, target: str, others: list[str]) -> bool:
        *middle, last = others
        new = self.text(target, self.after)
        if (last != new and self.text(last) != new) or not all(self.is_right_side(side, new) for side in middle):
            return False
        return self.tell(target)

    def new_value(self) -> str:
        """The text of what the event stores or returns."""
        if self.kind in ("bind", "return", "yield", "turn"):
            return self.after.text(self.event[1])
        if self.kind in ("item", "attr"):
            augmented = isinstance(self.site.node, ast.AugAssign)
            return self.after.text(self.event[-2] if augmented else self.event[-1])
        raise Unknown

    def on_swap(self, _: Claim, one: Piece, other: Piece) -> bool:
        node, pieces = self.site.node, (expression(one.text), expression(other.text))
        if not is_swap(node) or not self.is_last():
            return False
        assert isinstance(node, ast.Assign)
        assert isinstance(node.targets[0], ast.Tuple)
        targets = node.targets[0].elts
        if not all(p is not None and self.means(p, read(t)) for p, t in zip(pieces, targets, strict=True)):
            return False
        return self.done("swap")

    # Methods

    def method(self, *names: str) -> ast.Attribute | None:
        """What is called, where the event is a call of such a method."""
        node = self.site.node
        if self.kind != "method" or not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            return None
        return node.func if node.func.attr in names else None

    def on_put(self, claim: Claim, item: Piece, owner: Piece) -> bool:
        method, node = self.method(_PUT[claim.words]), expression(owner.text)
        if method is None or node is None or not self.means(node, method.value):
            return False
        known = method.attr == "add" and self.before.text(self.event[1]) == self.after.text(self.event[1])
        if known is not (claim.words == "already in"):
            return False
        return self.text(item.text) == self.after.text(self.event[3][0]) and self.done("method")

    def on_gives(self, _: Claim, call: Piece, value: Piece) -> bool:
        method, node = self.method(*_TAKEN), expression(call.text)
        if method is None or not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            return False
        if node.func.attr != method.attr or not self.means(node.func.value, method.value):
            return False
        given = [self.text(ast.unparse(argument)) for argument in node.args]
        same = given == [self.after.text(argument) for argument in self.event[3]] and not node.keywords
        return same and self.text(value.text) == self.after.text(self.event[2]) and self.done("method")

    def on_sorted(self, _: Claim, owner: Piece) -> bool:
        method, node = self.method("sort"), expression(owner.text)
        if method is None or node is None or not self.means(node, method.value):
            return False
        return self.done("method")


def _number(text: str) -> float:
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


def _holds(state: State, value: Any, changed: Any, depth: int = 0) -> bool:
    """Whether a value is the changed object, or holds it at some depth."""
    if value is changed:
        return True
    held = value if type(value) in (tuple, frozenset) else state.look(value)
    if held is None or depth > _MAX_DEPTH or type(held) in (str, range):
        return False
    items = [*held.keys(), *held.values()] if type(held) is dict else held
    return any(_holds(state, item, changed, depth + 1) for item in items)
