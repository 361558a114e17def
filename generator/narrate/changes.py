"""Tells what changes: names, items and attributes; containers that are changed as a whole stand in `containers.py`."""

from __future__ import annotations

import ast
from typing import Any

from generator.engine.evaluate import Unknown, evaluate
from generator.engine.program import Event
from generator.engine.recorder import COPY
from generator.narrate import expressions as say
from generator.narrate.containers import Containers
from generator.narrate.telling import MAX_SHOWN, Clause, listed
from generator.types import Rejected

_NOTHING = {"[]": "list", "{}": "dict", "set()": "set", "deque([])": "deque", "''": "string"}
"""What is empty, and what it is called."""
_SHORT = 36
"""A list with a longer text is not shown after every swap."""


class Changes(Containers):
    """Assignments of every shape."""

    def on_bind(self, event: Event) -> list[Clause]:
        names, node = self.site.names, self.site.node
        if told := self.with_waiting(names, event):
            return told
        if len(names) > 1 or isinstance(node, ast.Import | ast.ImportFrom):
            return [self.many(names, event[1:])]
        if isinstance(event[1], type):
            return [self.fact(f"`{names[0]}` is now the class {say.code(self.after.text(event[1]))}")]
        written = getattr(node, "value", None)
        if isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Name):
            written = None
        source = node if isinstance(node, ast.AugAssign) else written
        clause = self.fact("")
        returned = isinstance(written, ast.Call) and self.is_returned(event[1])
        try:
            clause.whole, clause.text = self.change(names[0], None if returned else source, event[1])
        except Rejected:  # a generator or the like, which has no text
            return [self.fact(say.code(f"{names[0]} = {say.source(written)}"))] if written is not None else []
        self.starts_in_place(clause)
        if returned and not clause.whole:
            clause.links = ", so "
            if self.before.frame.returned[-1][0] == self.before.frame.function.name and "(" in (
                name := self.frame_name()
            ):
                clause.text, clause.begins = f"back in {name}, {clause.text}", True
        new = self.old_text(names[0]) is None and not isinstance(node, ast.AugAssign)
        if new and written is not None and not clause.whole and self.is_given(written):
            clause.role, clause.text = "given", say.equation(names[0], self.after.text(event[1]))
        return [clause]

    def starts_in_place(self, clause: Clause) -> None:
        """Let a clause begin with the change in place that belongs to its assignment, if there is one."""
        if self.in_place >= 0:
            clause.event, self.in_place = self.in_place, -1

    def is_returned(self, value: Any) -> bool:
        """Whether a value is what a call of the program's own has just returned."""
        returned = self.before.frame.returned
        return bool(returned) and returned[-1][2] is value

    def is_given(self, expression: ast.AST) -> bool:
        """Whether a value stands in the program; a word problem does not give the zeros that counting begins with."""
        written = say.source(expression)
        return say.is_literal(written) and not (self.question.kind == "walk_through" and written in ("0", "[]", "{}"))

    def many(self, names: tuple[str, ...], new: tuple[Any, ...]) -> Clause:
        """`a, b = ...`: all names at once; a swap is called one."""
        told = listed(
            [say.equation(name, self.after.text(value)) for name, value in zip(names, new, strict=True) if name != "_"]
        )
        node = self.site.node
        if isinstance(node, ast.Assign) and is_swap(node):
            return self.fact(f"`{names[0]}` and `{names[1]}` change places: {told}")
        hint = self.hint_with(None) if self.says_hints(most=3) else ""
        if hint:
            clause = self.fact(f"{hint}{self.words.pick('so', f', so {told}', f' ({told})')}")
            clause.whole = True
            return clause
        new_names = all(self.old_text(name) is None for name in names)
        literal = isinstance(node, ast.Assign) and self.is_given(node.value)
        return self.fact(told, "given" if literal and new_names else "fact")

    def says_hints(self, *, most: int) -> bool:
        """Whether a teacher's words for an assignment are worth saying here, and not heard too often."""
        problem = self.question.kind == "walk_through"
        if not self.hints.get(self.site.line):
            return False
        fresh = self.is_fresh(holds=True, most=5 if problem else 1 if self.traced else most)
        return fresh and (problem or not self.style.brief)

    def change(self, target: str, source: ast.AST | None, value: Any) -> tuple[bool, str]:
        """(whether it is a sentence of its own, how a name or a place gets its value)."""
        new, old = self.after.text(value), self.old_text(target)
        if isinstance(source, ast.AugAssign) and type(value) in COPY:
            return False, self.grown(target, source, new)
        arithmetic = self.arithmetic(source)
        if self.says_hints(most=2) and (hint := self.with_hint(target, old, new, arithmetic)):
            return True, hint
        if (self.style.brief or (self.traced and self.number not in self.full)) and old != new:
            return False, say.equation(target, new)
        if old is None:
            return False, self.first(target, source, arithmetic, new)
        moves = isinstance(source, ast.AugAssign) or (source is not None and mentions(source, target))
        if arithmetic and (not self.traced or self.number in self.full):
            return False, self.computed_change(target, old, new, arithmetic, moves=moves)
        return False, self.plain_change(target, old, new, moves=moves)

    def grown(self, target: str, source: ast.AugAssign, new: str) -> str:
        """`xs += [4]`, which changes the object itself; what it held before is overwritten by now."""
        shown = say.placed(source.value, self.after)
        if isinstance(source.op, ast.Add) and len(shown) <= MAX_SHOWN and new[0] == "[":
            return f"`{target}` is extended in place with {say.value(shown)}, so `{target}` becomes {say.value(new)}"
        return f"in place, `{target}` becomes {say.value(new)}"

    def with_hint(self, target: str, old: str | None, new: str, arithmetic: str | None) -> str:
        """A teacher's words for the line, and the assignment in one of several places of the sentence."""
        shown = say.value(new)
        if arithmetic and len(new) <= MAX_SHOWN:
            shown = say.sum_of(f"{arithmetic} = {say.plain(new)}")
        plain = self.hint_with(shown)
        if not plain:
            return ""
        forms = [f"{plain}, so {self.result(target, old, new)}"]
        if ", so " in plain:
            return (
                f"{plain} ({say.equation(target, new)})"
                if old != new
                else f"{plain}: `{target}` stays {say.value(new)}"
            )
        template = self.hints[self.site.line]
        if "{}" in template or "{:" in template:
            forms.append(f"{plain} ({say.equation(target, new)})" if old != new else forms[0])
            if not template.startswith("{") and arithmetic and old != new:
                forms.append(self.hint_with(say.equation(target, arithmetic, new)))
        return self.words.pick("hint", *forms)

    def result(self, target: str, old: str | None, new: str) -> str:
        """The new value, where its making has just been told."""
        if old is None:
            return say.equation(target, new)
        return f"`{target}` {'stays' if old == new else 'becomes'} {say.value(new)}"

    def first(self, target: str, source: ast.AST | None, arithmetic: str | None, new: str) -> str:
        """The first value of a name: `key = values[1] = 2`."""
        sides = [target]
        known = source is not None and say.text(source, self.before) == new
        if known and isinstance(source, ast.BinOp) and id(source) not in self.introduced and not self.traced:
            self.introduced.add(id(source))
            sides.append(say.placed(source, self.before))
        if arithmetic:
            sides.append(arithmetic)
        elif known and self.worth_showing(source):
            assert source is not None
            sides.append(say.placed(source, self.before))
        if len(sides) == 1 and new in _NOTHING and self.site.kind == "bind" and self.words.chance(0.5):
            return f"`{target}` {self.words.pick('empty', 'starts as an empty', 'begins as an empty')} {_NOTHING[new]}"
        if arithmetic and number_in(new) is not None and self.is_counted(target):
            counted = f"`{target}` starts at {say.sum_of(f'{arithmetic} = {say.plain(new)}')}"
            return self.words.pick("first", say.equation(*sides, new), counted)
        return say.equation(*sides, new)

    def is_counted(self, name: str) -> bool:
        """Whether the program goes on to count with a name."""
        sites = self.trace.program.sites
        return any(isinstance(site.node, ast.AugAssign) and site.names == (name,) for site in sites)

    def worth_showing(self, source: ast.AST | None) -> bool:
        """Whether an expression says more than its value does."""
        shown = isinstance(source, ast.Subscript | ast.Name | ast.Call | ast.Attribute)
        return shown and len(say.source(source)) <= MAX_SHOWN

    def computed_change(self, target: str, old: str, new: str, arithmetic: str, *, moves: bool) -> str:
        """A change with the arithmetic that led to it."""
        shown = say.sum_of(f"{arithmetic} = {say.plain(new)}")
        if old == new:
            return f"`{target}` stays {shown}"
        if self.number in self.full and number_in(old) is not None and self.words.chance(0.5):
            return f"`{target}` {self.verb(old, new, moves=moves, way=True)} from {say.value(old)} to {shown}"
        return f"`{target}` {self.verb(old, new, moves=moves)} {shown}"

    def plain_change(self, target: str, old: str | None, new: str, *, moves: bool = False) -> str:
        """A change without its arithmetic; a value that `moves` is computed from the old one."""
        if old is None:
            return say.equation(target, new)
        if old == new:
            return f"`{target}` stays {say.value(new)}"
        short = len(old) + len(new) <= MAX_SHOWN // 2
        if short and number_in(old) is not None and number_in(new) is not None and self.words.chance(0.5):
            return f"`{target}` {self.verb(old, new, moves=moves, way=True)} from {say.value(old)} to {say.value(new)}"
        return f"`{target}` {self.verb(old, new, moves=moves)} {say.value(new)}"

    def verb(self, old: str, new: str, *, moves: bool, way: bool = False) -> str:
        """How a value changes; `way` where the old one is told with it."""
        one, other = number_in(old), number_in(new)
        if not moves or one is None or other is None:
            if way or self.site.kind != "bind":
                return self.words.pick("goes", "goes", "changes") if way else "becomes"
            return self.words.pick("becomes", "becomes", "becomes", "is now")
        up = other > one
        if way:
            return self.words.pick(f"way {up}", "goes", "rises" if up else "drops", "grows" if up else "falls")
        return self.words.pick(
            f"verb {up}", "becomes", "rises to" if up else "drops to", "grows to" if up else "falls to"
        )

    def old_text(self, target: str) -> str | None:
        """What a name or a place held before, as far as the running call knows it."""
        if target.isidentifier():
            site, frame = self.site, self.before.frame
            own = target in frame.names or target in site.function.nonlocals or target in site.function.globals
            if not own:
                return None
        return say.text(say.parsed(target), self.before)

    # Items and attributes

    def on_item(self, event: Event) -> list[Clause]:
        node = self.site.node
        if isinstance(node, ast.Assign) and is_swap(node):
            return self.swap(node, event[1])
        target = self.target_of(node, event)
        if target is None:
            return self.now(event[1])
        place, value = say.placed(target, self.before), event[-2] if isinstance(node, ast.AugAssign) else event[-1]
        if whole := self.entered(event, place, target):
            return whole
        clause = self.fact("")
        clause.whole, clause.text = self.change(place, _right_side(node), value)
        self.starts_in_place(clause)
        return [clause, *self.now(event[1], of=target)]

    def entered(self, event: Event, place: str, target: ast.expr) -> list[Clause]:
        """A new key of a small dict: what the dict holds now says it all."""
        name = self.name_of(event[1], target)
        if name is None or self.old_text(place) is not None or self.hints.get(self.site.line):
            return []
        text = self.after.text(self.after.lookup(name))
        if len(text) > MAX_SHOWN // 2 or self.style.brief or not self.words.chance(0.5):
            return []
        return [self.fact(f"`{name}` {self.words.pick('becomes', 'becomes', 'is now')} {say.value(text)}")]

    def swap(self, node: ast.Assign, changed: Any) -> list[Clause]:
        """`a[i], a[j] = a[j], a[i]`: told once, when both places have been stored into."""
        one, other = node.targets[0].elts  # type: ignore[attr-defined]
        if self.site.index != max(site.index for site in self.trace.program.sites if site.node is node):
            self.first_waiting = self.number
            return []
        first, second = say.placed(one, self.before), say.placed(other, self.before)
        how = self.words.pick("swap", "change places", "change places", "are swapped")
        clause = self.fact(f"`{first}` and `{second}` {how}")
        clause.event = self.first_waiting
        if first == second:
            clause.text = f"`{first}` stays {say.value(say.text(one, self.after) or '')}"
            return [clause]
        now = self.now(changed, of=one, always=True, most=_SHORT)
        if not now:
            held = [
                say.equation(place, say.text(part, self.after) or "") for place, part in ((first, one), (second, other))
            ]
            clause.text += f": {listed(held)}"
        return [clause, *now]

    def on_attr(self, event: Event) -> list[Clause]:
        node = self.site.node
        if isinstance(node, ast.Assign) and is_swap(node):
            return self.swap(node, event[1])
        target = self.target_of(node, event)
        if target is None and (places := _places(node)):  # an attribute of a class, of which the state knows nothing
            return [self.fact(f"`{say.source(places[0])}` becomes {self.text(event[2])}")]
        if target is None:
            return self.now(event[1])
        clause = self.fact("")
        clause.whole, clause.text = self.change(say.placed(target, self.before), _right_side(node), event[2])
        return [clause, *(self.now(event[1], of=target) if self.number in self.full else [])]

    def target_of(self, node: ast.AST, event: Event) -> ast.expr | None:
        """The target that an event stored into, found among the statement's targets by what they mean here."""
        value = event[-2] if isinstance(node, ast.AugAssign) else event[-1]
        wanted = self.after.text(value)
        for target in _places(node):
            if say.text(target, self.after) == wanted and self.owner_is(target, event[1]):
                return target
        return None

    def owner_is(self, target: ast.expr, owner: Any) -> bool:
        assert isinstance(target, ast.Subscript | ast.Attribute)
        try:
            return evaluate(target.value, self.before) is owner
        except Unknown:
            return False


def mentions(expression: ast.AST, target: str) -> bool:
    """Whether a right side uses the place that it is stored into."""
    return any(isinstance(part, ast.expr) and say.source(part) == target for part in ast.walk(expression))


def is_swap(node: ast.Assign) -> bool:
    """Whether a statement is `a, b = b, a`."""
    target = node.targets[0]
    if not isinstance(target, ast.Tuple) or not isinstance(node.value, ast.Tuple):
        return False
    return [say.source(e) for e in target.elts] == [say.source(e) for e in reversed(node.value.elts)]


def _places(node: ast.AST) -> list[ast.expr]:
    """The subscripts and attributes that a statement stores into."""
    if isinstance(node, ast.AugAssign):
        return [node.target]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    stores = (part for target in targets if target is not None for part in ast.walk(target))
    return [
        part for part in stores if isinstance(part, ast.Subscript | ast.Attribute) and isinstance(part.ctx, ast.Store)
    ]


def _right_side(node: ast.AST) -> ast.AST | None:
    if isinstance(node, ast.AugAssign):
        return node
    single = isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Tuple | ast.List)
    return node.value if single else None  # type: ignore[attr-defined]


def number_in(text: str) -> float | None:
    """The number that a text writes; None for anything else."""
    try:
        return float(text)
    except ValueError:
        return None
