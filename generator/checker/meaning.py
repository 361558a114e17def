"""What an expression in a claim means: its value, and whether it is one of the program with values put in.

An expression in a claim stands for one in the program if it is the same with values in the place of some of its parts
(`values[0] > 5` for `values[j] > key`); `Meaning.means` decides.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from generator.engine.evaluate import Unknown, text_of
from generator.engine.program import UNREACHED, Event, Leaf, Site, Trace
from generator.engine.replay import State

_LITERAL_CALLS = frozenset(
    "deque Counter defaultdict OrderedDict Fraction Decimal frozenset set range bytearray float complex".split()
)
FRACTION = re.compile(r"(-?\d+)/(\d+)")
"""How a fraction is written in prose."""
_INERT = frozenset({"ctx", "kind", "type_comment"})


@lru_cache(maxsize=8192)
def expression(text: str) -> ast.expr | None:
    """A text as an expression; None if it isn't one."""
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@lru_cache(maxsize=8192)
def sides(text: str) -> tuple[str, ...]:
    """The sides of `a = b = c`, split where no bracket or quote is open."""
    if " = " not in text:
        return (text,)
    parts, depth, quote, start, place = list[str](), 0, "", 0, 0
    while place < len(text):
        character = text[place]
        if quote and character == "\\":
            place += 1
        elif quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif not depth and text.startswith(" = ", place):
            parts.append(text[start:place])
            start = place + 3
        place += 1
    return (*parts, text[start:])


@lru_cache(maxsize=8192)
def is_value(text: str) -> bool:
    """Whether a text is a value written out."""
    node = expression(text)
    return node is not None and is_literal(node)


def is_literal(node: ast.AST) -> bool:
    """Whether an expression is a value written out: constants, containers of them, and constructors of values."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant)
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        parts = [*node.args, *(keyword.value for keyword in node.keywords)]
        loose = name == "defaultdict" or (name[:1].isupper() and name not in _LITERAL_CALLS)
        known = loose or name in _LITERAL_CALLS
        return known and all(is_literal(part) or (loose and isinstance(part, ast.Name)) for part in parts)
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return all(map(is_literal, node.elts))
    if isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
        return all(key is not None and is_literal(key) and is_literal(item) for key, item in pairs)
    return False


def unparsed(node: ast.AST) -> str:
    """An expression as the interpreter writes it; kept with the node, since statements come again and again."""
    found: str | None = getattr(node, "tracepile_text", None)
    if found is None:
        found = ast.unparse(node)
        node.tracepile_text = found  # type: ignore[attr-defined]
    return found


def read(node: ast.expr) -> ast.expr:
    """A place that is stored into, as the expression that reads it."""
    if not isinstance(getattr(node, "ctx", None), ast.Store):
        return node
    found = expression(unparsed(node))
    assert found is not None
    return found


def root(node: ast.expr) -> str:
    """The name that a place begins with: `d` of `d[0].x`."""
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def is_swap(node: ast.AST) -> bool:
    """Whether a statement is `a, b = b, a`."""
    if (
        not isinstance(node, ast.Assign)
        or not isinstance(node.targets[0], ast.Tuple)
        or not isinstance(node.value, ast.Tuple)
    ):
        return False
    targets, given = list(map(unparsed, node.targets[0].elts)), list(map(unparsed, node.value.elts))
    return len(targets) == 2 and targets == given[::-1]  # noqa: PLR2004 - a swap has two


def is_unreached(leaf: Leaf, event: Event) -> bool:
    """Whether a part of a condition was not looked at; a comparison of three is, if its first two operands were."""
    first = next((place for place in leaf.operands if place is not None), None)
    return first is not None and event[first] is UNREACHED


_HEADS: dict[type[ast.AST], Sequence[str]] = {
    ast.While: ("test",),
    ast.If: ("test",),
    ast.IfExp: ("test",),
    ast.Assert: ("test",),
    ast.For: ("iter", "target"),
    ast.With: ("items",),
    ast.ExceptHandler: ("type",),
    ast.match_case: ("pattern",),
    ast.Module: (),
    ast.FunctionDef: (),
    ast.ClassDef: (),
    ast.Lambda: (),
    ast.ListComp: ("generators",),
    ast.SetComp: ("generators",),
    ast.DictComp: ("generators",),
    ast.GeneratorExp: ("generators",),
}


def head(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions of a statement, without the statements inside it; stored places count as read ones."""
    fields = _HEADS.get(type(node))
    parts = [node] if fields is None else [getattr(node, field) for field in fields]
    for part in parts:
        for top in part if isinstance(part, list) else [part]:
            for inner in ast.walk(top) if top is not None else ():
                if isinstance(inner, ast.expr):
                    yield read(inner)


class Meaning:
    """The event that a claim is held against, and what expressions mean just before and just after it.

    told: the parts of the event that claims have told so far.
    """

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.told: set[str] = set()
        self.heads: dict[int, list[ast.expr]] = {}
        self.last: dict[int, int] = {id(site.node): site.index for site in trace.program.sites}

    def move(self, event: Event, before: State, after: State) -> None:
        """Go to an event."""
        self.event, self.before, self.after = event, before, after
        self.site: Site = self.trace.program.sites[event[0]]
        self.kind = self.site.kind
        self.told = set()

    def done(self, part: str) -> bool:
        """Note that a part of the event is told; False where it was told before."""
        if part in self.told:
            return False
        self.told.add(part)
        return True

    def parts(self) -> list[ast.expr]:
        """The expressions of the statement that the event belongs to."""
        found = self.heads.get(self.site.index)
        if found is None:
            found = self.heads[self.site.index] = list(head(self.site.node))
        return found

    def is_last(self) -> bool:
        """Whether this is the last event of one run of its statement."""
        return self.last[id(self.site.node)] == self.site.index

    def text(self, written: str, *states: State) -> str:
        """The canonical text that an expression of a claim has in the first state that tells it."""
        if fraction := FRACTION.fullmatch(written):
            return f"Fraction({fraction[1]}, {fraction[2]})"
        node = expression(written)
        if node is None:
            raise Unknown
        if is_value(written):
            return written
        for state in states:
            try:
                return text_of(node, state)
            except Unknown:
                continue
        raise Unknown

    def is_worth(self, piece: str, text: str) -> bool:
        """Whether what a claim writes as a value is this canonical text: `24`, or arithmetic `4 * 6 = 24`."""
        *arithmetic, last = sides(piece)
        if last != text and self.text(last) != text:
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

    def right_side(self) -> ast.expr | None:
        """The expression whose value the statement stores, returns or prints."""
        node = self.site.node
        if isinstance(node, ast.AugAssign):
            return ast.BinOp(read(node.target), node.op, node.value)
        found = getattr(node, "value", None)
        return found if isinstance(found, ast.expr) else None

    def means(self, claim: ast.AST, code: ast.AST) -> bool:
        """Whether an expression of a claim is one of the program, with values in the place of some of its parts."""
        if is_literal(claim) and isinstance(code, ast.expr) and not is_literal(code) and self.is_the_value(claim, code):
            return True
        if type(claim) is not type(code):
            return False
        for name in claim._fields:
            if name not in _INERT and not self.same_field(getattr(claim, name, None), getattr(code, name, None)):
                return False
        return True

    def is_the_value(self, claim: ast.AST, code: ast.expr) -> bool:
        """Whether a value stands in the place of an expression that has it."""
        try:
            return text_of(code, self.before) == unparsed(claim)
        except Unknown:
            return False

    def same_field(self, claim: Any, code: Any) -> bool:
        if isinstance(claim, ast.AST):
            return isinstance(code, ast.AST) and self.means(claim, code)
        if isinstance(claim, list):
            return isinstance(code, list) and len(claim) == len(code) and all(map(self.same_field, claim, code))
        return type(claim) is type(code) and bool(claim == code)
