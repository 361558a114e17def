"""Tells what changes: names, items and attributes; containers that are changed as a whole stand in `containers.py`."""

from __future__ import annotations

import ast
from typing import Any

from generator.engine.program import Event
from generator.engine.recorder import COPY
from generator.narrate import expressions as say
from generator.narrate.mutations import Mutations
from generator.narrate.telling import MAX_SHOWN, Clause, listed
from generator.types import Rejected

_NOTHING = {"[]": "list", "{}": "dict", "set()": "set", "deque([])": "deque", "''": "string"}
"""What is empty, and what it is called."""


class Changes(Mutations):
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
        aside = self.traced and self.number not in self.full
        if (self.style.brief or aside) and old != new:
            shown = [arithmetic] if arithmetic and not aside and not _is_step(source) else []
            return False, say.equation(target, *shown, new)
        if old is None:
            return False, self.first(target, source, arithmetic, new)
        moves = isinstance(source, ast.AugAssign) or (source is not None and mentions(source, target))
        if arithmetic and (not self.traced or self.number in self.full):
            return False, self.computed_change(target, old, new, arithmetic, moves=moves)
        return False, self.plain_change(target, old, new, moves=moves)

    def grown(self, target: str, source: ast.AugAssign, new: str) -> str:
        """`xs += [4]`, which changes the object itself; what it held before is overwritten by now."""
        shown = say.placed(source.value, self.after)
        known = say.text(source.value, self.before) is not None
        if known and isinstance(source.op, ast.Add) and len(shown) <= MAX_SHOWN and new[0] == "[":
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
        if not isinstance(source, ast.Subscript | ast.Name | ast.Call | ast.Attribute):
            return False
        return len(say.source(source)) <= MAX_SHOWN

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


def _is_step(source: ast.AST | None) -> bool:
    """Whether a value is computed by adding or taking away a number that is written there: `count += 1`."""
    step = (
        source.value if isinstance(source, ast.AugAssign) else source.right if isinstance(source, ast.BinOp) else None
    )
    return isinstance(step, ast.Constant) and isinstance(getattr(source, "op", None), ast.Add | ast.Sub)


def mentions(expression: ast.AST, target: str) -> bool:
    """Whether a right side uses the place that it is stored into."""
    return any(isinstance(part, ast.expr) and say.source(part) == target for part in ast.walk(expression))


def is_swap(node: ast.Assign) -> bool:
    """Whether a statement is `a, b = b, a`."""
    target = node.targets[0]
    if not isinstance(target, ast.Tuple) or not isinstance(node.value, ast.Tuple):
        return False
    return [say.source(e) for e in target.elts] == [say.source(e) for e in reversed(node.value.elts)]


def number_in(text: str) -> float | None:
    """The number that a text writes; None for anything else."""
    try:
        return float(text)
    except ValueError:
        return None
