"""What licenses a claim: one event, and the states just before and just after it.

Each kind of claim of `claims.py` has the method of its name. An expression in a claim stands for one in the program if
it is the same with values in the place of some of its parts (`values[0] > 5` for `values[j] > key`); `means` decides.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.claims import Claim, Piece
from generator.engine import values
from generator.engine.evaluate import Unknown, evaluate, recorded_truth, text_of, truth_of
from generator.engine.program import UNREACHED, Event, Leaf, Trace
from generator.engine.replay import State
from generator.types import Rejected

_LITERAL_CALLS = frozenset({"deque", "Counter", "defaultdict", "OrderedDict", "Fraction", "Decimal", "frozenset", "set", "range"})
_NODES = (ast.operator, ast.cmpop, ast.unaryop, ast.boolop, ast.expr_context)


@lru_cache(maxsize=4096)
def expression(text: str) -> ast.expr | None:
    """A text as an expression; None if it isn't one."""
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@lru_cache(maxsize=4096)
def sides(text: str) -> tuple[str, ...]:
    """The sides of `a = b = c`, split where no bracket or quote is open."""
    parts, depth, quote, start = list[str](), 0, "", 0
    for place, character in enumerate(text):
        if quote:
            quote = "" if character == quote and text[place - 1] != "\\" else quote
        elif character in "'\"":
            quote = character
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif not depth and text.startswith(" = ", place):
            parts.append(text[start:place])
            start = place + 3
    return (*parts, text[start:])


def is_literal(node: ast.AST) -> bool:
    """Whether an expression is a value written out: constants, containers of them, and constructors of values."""
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant)
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        parts = [*node.args, *(keyword.value for keyword in node.keywords)]
        return (name in _LITERAL_CALLS or name[:1].isupper()) and all(is_literal(p) or isinstance(p, ast.Name) for p in parts)
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return all(map(is_literal, node.elts))
    if isinstance(node, ast.Dict):
        return all(key is not None and is_literal(key) and is_literal(v) for key, v in zip(node.keys, node.values, strict=True))
    return isinstance(node, ast.Constant)


def root(text: str) -> str:
    """The name that a place in the program begins with: `d` of `d[0].x`."""
    found = re.match(r"[A-Za-z_]\w*", text)
    return found[0] if found else ""


class Licence:
    """What one event confirms."""

    def __init__(self, trace: Trace, event: Event, before: State, after: State) -> None:
        self.event, self.before, self.after = event, before, after
        self.site = trace.site(event)

    def grants(self, claim: Claim) -> bool:
        """Whether the event confirms a claim; what can't be evaluated is not confirmed."""
        try:
            return bool(getattr(self, f"on_{claim.kind}")(claim, *claim.pieces))
        except (Unknown, Rejected):
            return False

    def is_kind(self, *kinds: str) -> bool:
        return self.site.kind in kinds

    # Values

    def text(self, written: str, *states: State) -> str:
        """The canonical text that an expression of a claim has in the first state that tells it."""
        if fraction := re.fullmatch(r"(-?\d+)/(\d+)", written):
            return f"Fraction({fraction[1]}, {fraction[2]})"
        node = expression(written)
        if node is None:
            raise Unknown
        if is_literal(node):
            return written
        for state in states:
            try:
                return text_of(node, state)
            except Unknown:
                continue
        raise Unknown

    def is_value(self, piece: str, text: str) -> bool:
        """Whether what a claim writes as a value is this canonical text: `24`, or arithmetic `4 * 6 = 24`."""
        *arithmetic, last = sides(piece)
        if self.text(last) != text and last != text:
            return False
        return all(self.is_right_side(side, text) for side in arithmetic)

    def is_right_side(self, written: str, text: str) -> bool:
        """Whether an expression is the right side of the statement, with values in some places, and has this value."""
        node, right = expression(written), self.right_side()
        if node is None or right is None or not self.means(node, right):
            return False
        try:
            return self.text(written, self.before, self.after) == text
        except Unknown:
            return ast.dump(node) == ast.dump(right)

    def right_side(self) -> ast.AST | None:
        """The expression whose value the statement stores, returns or prints."""
        node = self.site.node
        if isinstance(node, ast.AugAssign):
            target = ast.parse(ast.unparse(node.target), mode="eval").body
            return ast.BinOp(target, node.op, node.value)
        return getattr(node, "value", None)

    def means(self, claim: ast.AST, code: ast.AST) -> bool:
        """Whether an expression of a claim is one of the program, with values in the place of some of its parts."""
        if isinstance(claim, ast.expr) and isinstance(code, ast.expr) and is_literal(claim) and not is_literal(code):
            try:
                return text_of(code, self.before) == ast.unparse(claim) or self.text(ast.unparse(claim)) == text_of(code, self.before)
            except Unknown:
                return False
        if type(claim) is not type(code):
            return False
        return all(self.same_field(getattr(claim, f, None), getattr(code, f, None)) for f in claim._fields if f not in ("ctx", "kind"))

    def same_field(self, claim: Any, code: Any) -> bool:
        if isinstance(claim, list):
            return isinstance(code, list) and len(claim) == len(code) and all(map(self.same_field, claim, code))
        return self.means(claim, code) if isinstance(claim, ast.AST) and isinstance(code, ast.AST) else claim == code

    # What happens to names and places

    def touches(self, target: str) -> bool:
        """Whether the event stores into a place, or changes the object that it names."""
        if self.is_kind("bind", "turn", "match", "define", "except"):
            return target in self.site.names
        if self.is_kind("item", "attr", "method", "mutate", "drop", "detach"):
            node = expression(target)
            return node is not None and (self.names_changed(node) or self.is_stored(node) or self.is_target(node))
        return self.is_kind("call") and target in self.site.function.parameters

    def names_changed(self, node: ast.expr) -> bool:
        """Whether an expression names the object that the event changed, or one that holds it."""
        try:
            return _holds(self.after, evaluate(node, self.after), self.event[1])
        except Unknown:
            return False

    def is_stored(self, node: ast.expr) -> bool:
        """Whether an expression is the very place that the event stored into."""
        if not isinstance(node, ast.Subscript | ast.Attribute):
            return False
        try:
            owner = evaluate(node.value, self.before)
            key = evaluate(node.slice, self.before) if isinstance(node, ast.Subscript) else node.attr
        except Unknown:
            return False
        stored = self.event[2] if self.is_kind("item") else self.site.names[0] if self.site.names else None
        return owner is self.event[1] and type(key) is type(stored) and values.text(key) == values.text(stored)

    def is_target(self, node: ast.expr) -> bool:
        """Whether an expression is one of the places that the statement stores into, as in a swap."""
        statement = self.site.node
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        parts = (part for target in targets for part in ast.walk(target) if isinstance(part, ast.Subscript | ast.Attribute))
        return any(self.means(node, _read(part)) for part in parts if isinstance(part.ctx, ast.Store))

    def on_becomes(self, claim: Claim, target: Piece, value: Piece) -> bool:
        if not self.touches(target.text):
            return False
        new = self.text(target.text, self.after)
        if not self.is_value(value.text, new):
            return False
        return claim.words not in _COMPARED or self.compared(claim.words, target.text, new)

    def compared(self, words: str, target: str, new: str) -> bool:
        """`stays`, `rises to` and the like compare with the value before."""
        old = self.text(target, self.before)
        if words == "stays":
            return old == new
        one, other = ast.literal_eval(old), ast.literal_eval(new)
        return bool(one < other if words in ("rises to", "grows to") else one > other)

    def on_change(self, _: Claim, target: Piece, old: Piece, new: Piece) -> bool:
        touched = self.touches(target.text) and self.text(target.text, self.before) == self.text(old.text)
        return touched and self.is_value(new.text, self.text(target.text, self.after))

    def on_equation(self, _: Claim, piece: Piece) -> bool:
        """`place = expression = value`: the place is touched here; or arithmetic that the statement does."""
        first, *others = sides(piece.text)
        if re.match(r"[A-Za-z_][\w.]*(\[.*\])?$", first) and not is_literal(expression(first) or ast.Name("")):
            *middle, last = others
            new = self.text(first, self.after)
            return self.touches(first) and self.text(last) == new and all(self.is_right_side(side, new) for side in middle)
        last = others[-1]
        return self.new_value() == self.text(last) and all(self.is_right_side(s, self.text(last)) for s in (first, *others[:-1]))

    def new_value(self) -> str:
        """The text of what the event stores or returns."""
        if self.is_kind("bind", "return", "yield", "turn"):
            return self.after.text(self.event[1])
        if self.is_kind("item", "attr"):
            augmented = isinstance(self.site.node, ast.AugAssign)
            return self.after.text(self.event[-2] if augmented else self.event[-1])
        raise Unknown

    def on_swap(self, _: Claim, one: Piece, other: Piece) -> bool:
        node = self.site.node
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Tuple) or not isinstance(node.value, ast.Tuple):
            return False
        targets, given = node.targets[0].elts, node.value.elts
        pieces = [expression(one.text), expression(other.text)]
        if len(targets) != 2 or None in pieces or not self.is_kind("bind", "item", "attr"):  # noqa: PLR2004 - a swap has two
            return False
        stored = all(self.means(p, _read(t)) for p, t in zip(pieces, targets, strict=True) if p is not None)
        return stored and [ast.dump(_read(t)) for t in targets] == [ast.dump(v) for v in reversed(given)]

    # Conditions

    def on_test(self, claim: Claim, condition: Piece, detail: Piece | None = None) -> bool:
        node = expression(condition.text)
        if node is None or not self.is_kind("test"):
            return False
        for leaf, truth in self.conditions():
            if truth is not (claim.words == "holds") or not self.means(node, leaf):
                continue
            shown = None if detail is None else expression(detail.text)
            if detail is None or (shown is not None and self.means(shown, leaf if truth else _negated(leaf))):
                return True
        return False

    def conditions(self) -> Iterator[tuple[ast.expr, bool]]:
        """The test of the event and the leaves of it that were reached, each with its truth."""
        node = self.site.node
        whole = node if isinstance(node, ast.expr) and not isinstance(node, ast.IfExp) else node.test  # type: ignore[attr-defined]
        yield whole, bool(self.event[1])
        for leaf in self.site.leaves:
            if not _unreached(leaf, self.event):
                yield leaf.node, self.truth(leaf, whole)

    def truth(self, leaf: Leaf, whole: ast.expr) -> bool:
        if leaf.node is whole:
            return bool(self.event[1])
        try:
            return recorded_truth(leaf, self.event, self.before)
        except Unknown:
            return truth_of(leaf.node, self.before)

    def on_empty(self, claim: Claim, container: Piece) -> bool:
        node = expression(container.text)
        if self.is_kind("loop") and node is not None and claim.words == "empty":
            return self.means(node, self.site.node.iter) and len(evaluate(node, self.before)) == 0  # type: ignore[attr-defined]
        if node is None or not self.is_kind("test"):
            return False
        wanted = claim.words == "not empty"
        return any(truth is wanted and self.means(node, leaf) for leaf, truth in self.conditions())

    def on_unreached(self, _: Claim) -> bool:
        return self.is_kind("test") and any(_unreached(leaf, self.event) for leaf in self.site.leaves)

    # Loops

    def on_takes(self, _: Claim, name: Piece, *taken: Piece) -> bool:
        if not self.is_kind("loop") or not isinstance(self.site.node, ast.For):
            return False
        target, iterable = self.site.node.target, self.event[1]
        items = iterable if type(iterable) in (range, tuple, str) else self.before.look(iterable)
        told = [self.text(piece.text) for piece in taken]
        return isinstance(target, ast.Name) and target.id == name.text and list(map(self.before.text, items)) == told

    def on_turn(self, _: Claim, number: Piece) -> bool:
        turn = self.is_kind("turn") or (self.is_kind("test") and isinstance(self.site.node, ast.While) and self.event[1])
        return bool(turn) and str(self.after.frame.turns.get(id(self.site.node))) == number.text

    # Calls

    def on_enter(self, _: Claim, call: Piece) -> bool:
        return self.is_kind("call") and self.is_call(call.text, self.after)

    def is_call(self, written: str, state: State) -> bool:
        """Whether `f(x=1)` or `f(1)` is the call of the frame on top."""
        node, frame = expression(written), state.frame
        if not isinstance(node, ast.Call) or ast.unparse(node.func) != frame.function.name:
            return False
        names, given = list(frame.function.parameters), list(frame.arguments)
        if names[:1] == ["self"]:
            names, given = names[1:], given[1:]
        stated = [self.text(ast.unparse(arg)) for arg in node.args] + [self.text(ast.unparse(k.value)) for k in node.keywords]
        keywords = [keyword.arg for keyword in node.keywords]
        return stated == [ast.unparse(expression(text) or ast.Name(text)) for text in given] and keywords == names[len(node.args) :]

    def on_return(self, _: Claim, call: Piece, value: Piece) -> bool:
        if not self.is_kind("return") or not self.is_value(value.text, self.before.text(self.event[1])):
            return False
        return call.text == self.before.frame.function.name or self.is_call(call.text, self.before)

    def on_yield(self, _: Claim, value: Piece) -> bool:
        return self.is_kind("yield") and self.text(value.text) == self.before.text(self.event[1])

    # Input, output, exceptions

    def on_print(self, _: Claim, text: Piece) -> bool:
        if not self.is_kind("print"):
            return False
        printed = self.event[1].removesuffix("\n")
        return text.text == printed or (text.text == repr(printed) and "\n" in printed)

    def on_print_empty(self, _: Claim) -> bool:
        return self.is_kind("print") and not self.event[1].strip("\n")

    def on_read(self, _: Claim, text: Piece) -> bool:
        return self.is_kind("read") and self.event[1].removesuffix("\n") == text.text

    def on_read_end(self, _: Claim) -> bool:
        return self.is_kind("read") and not self.event[1].removesuffix("\n")

    def error(self) -> str:
        found = self.event[1]
        return values.error_text(found() if isinstance(found, type) else found) if found is not None else ""

    def on_raise(self, _: Claim, error: Piece) -> bool:
        return self.is_kind("raise") and self.error() == error.text

    def on_caught(self, _: Claim, error: Piece) -> bool:
        return self.is_kind("except") and self.error() == error.text

    def on_unwind(self, _: Claim, error: Piece, function: Piece) -> bool:
        return self.is_kind("unwind") and self.error() == error.text and function.text == self.site.function.name

    # Methods

    def method(self, *names: str) -> ast.Call | None:
        node = self.site.node
        known = self.is_kind("method") and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        return node if known and node.func.attr in names else None  # type: ignore[union-attr,attr-defined,return-value]

    def on_put(self, claim: Claim, item: Piece, owner: Piece) -> bool:
        names = {"appended to": "append", "added to": "add", "put in front of": "appendleft"}
        call, node = self.method(names[claim.words]), expression(owner.text)
        if call is None or node is None or not self.means(node, call.func.value):  # type: ignore[attr-defined]
            return False
        return self.text(item.text) == self.after.text(self.event[3][0])

    def on_gives(self, _: Claim, call: Piece, value: Piece) -> bool:
        node = expression(call.text)
        method = self.method("pop", "popleft", "popitem")
        if method is None or not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            return False
        same = node.func.attr == method.func.attr and self.means(node.func.value, method.func.value)  # type: ignore[attr-defined]
        arguments = [self.text(ast.unparse(arg)) for arg in node.args] == [self.after.text(a) for a in self.event[3]]
        return same and arguments and self.text(value.text) == self.after.text(self.event[2])

    def on_sorted(self, _: Claim, owner: Piece) -> bool:
        call, node = self.method("sort"), expression(owner.text)
        return call is not None and node is not None and self.means(node, call.func.value)  # type: ignore[attr-defined]

    def on_line_run(self, _: Claim, __: Piece, ___: Piece) -> bool:
        return False

    # Mentions

    def on_mention(self, _: Claim, piece: Piece) -> bool:
        """A part of the statement, the name of its function, or a value that it reads or writes."""
        if re.fullmatch(r"-?\d+/\d+", piece.text):
            return self.is_known_value(self.text(piece.text))
        node = expression(piece.text)
        if piece.quoted and piece.text == self.site.function.name:
            return True
        if node is None and not re.fullmatch(r"-?\d+/\d+", piece.text):
            return False
        if node is not None and any(self.means(node, part) for part in head(self.site.node)):
            return True
        return node is not None and is_literal(node) and self.is_known_value(self.text(piece.text))

    def is_known_value(self, text: str) -> bool:
        if self.is_kind("bind", "item", "attr", "return", "turn", "yield", "print"):
            shown = [self.after.text(v) for v in self.event[1:]] if not self.is_kind("print") else []
            read = (part for part in head(self.site.node) if isinstance(part, ast.Name | ast.Subscript | ast.Attribute))
            return text in shown or any(self.reads(part, text) for part in read)
        return False

    def reads(self, part: ast.expr, text: str) -> bool:
        return any(_text_or_none(part, state) == text for state in (self.before, self.after))


_COMPARED = frozenset({"stays", "rises to", "grows to", "drops to", "falls to"})


_OPPOSITE = {"Lt": ast.GtE, "GtE": ast.Lt, "Gt": ast.LtE, "LtE": ast.Gt, "Eq": ast.NotEq, "NotEq": ast.Eq}
_OPPOSITE |= {"In": ast.NotIn, "NotIn": ast.In, "Is": ast.IsNot, "IsNot": ast.Is}


def _negated(leaf: ast.expr) -> ast.expr:
    """The comparison that is true when this one fails."""
    if not isinstance(leaf, ast.Compare) or len(leaf.ops) != 1:
        raise Unknown
    return ast.Compare(leaf.left, [_OPPOSITE[type(leaf.ops[0]).__name__]()], leaf.comparators)


def _text_or_none(part: ast.expr, state: State) -> str | None:
    try:
        return text_of(part, state)
    except Unknown:
        return None


def head(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions of a statement, without the statements inside it; stored places count as read ones."""
    parts = {"test": 1, "iter": 1, "target": 1} if isinstance(node, ast.While | ast.For | ast.If) else None
    waiting = [getattr(node, name) for name in parts if hasattr(node, name)] if parts else [node]
    for top in waiting:
        for part in ast.walk(top):
            if isinstance(part, ast.expr):
                yield _read(part)


def _read(node: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(node), mode="eval").body if isinstance(getattr(node, "ctx", None), ast.Store) else node


def _unreached(leaf: Leaf, event: Event) -> bool:
    return any(place is not None and event[place] is UNREACHED for place in leaf.operands)


def _holds(state: State, value: Any, changed: Any, depth: int = 0) -> bool:
    """Whether a value is the changed object, or holds it at some depth."""
    if value is changed:
        return True
    held = value if type(value) in (tuple, frozenset) else state.look(value)
    if held is None or depth > 5 or type(held) in (str, range):  # noqa: PLR2004 - deep enough for nested rows
        return False
    items = [*held.keys(), *held.values()] if type(held) is dict else held
    return any(_holds(state, item, changed, depth + 1) for item in items)
