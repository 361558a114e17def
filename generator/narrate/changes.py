"""Tells what changes: names, items, attributes, and containers that are changed by a method or by foreign code."""

from __future__ import annotations

import ast
from typing import Any

from generator.engine.evaluate import Unknown, evaluate
from generator.engine.program import Event
from generator.engine.recorder import COPY
from generator.narrate import expressions as say
from generator.narrate.telling import MAX_SHOWN, Clause, Telling, listed


class Changes(Telling):
    """Assignments of every shape, and calls that change their object."""

    def on_bind(self, event: Event) -> list[Clause]:
        names, node = self.site.names, self.site.node
        assert isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.NamedExpr | ast.With | ast.For)
        written = None if isinstance(node, ast.With | ast.For) else node.value
        if len(names) > 1:
            told = self.many(names, event[1:])
        elif isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Name):
            told = self.change(names[0], None, event[1])
        else:
            told = self.change(names[0], node if isinstance(node, ast.AugAssign) else written, event[1])
        new = all(self.old_text(name) is None for name in names) and not isinstance(node, ast.AugAssign)
        given = new and written is not None and self.is_given(written) and not self.hint_with("")
        return [self.explained(self.fact(told, "given" if given else "fact"))]

    def is_given(self, expression: ast.AST) -> bool:
        """Whether a value stands in the program; a word problem does not give the zeros that counting begins with."""
        written = ast.unparse(expression)
        return say.is_literal(written) and not (self.question.kind == "walk_through" and written in ("0", "[]", "{}"))

    def many(self, names: tuple[str, ...], new: tuple[Any, ...]) -> str:
        """`a, b = ...`: all names at once; a swap is called one."""
        told = [f"`{name} = {self.after.text(value)}`" for name, value in zip(names, new, strict=True)]
        node = self.site.node
        if isinstance(node, ast.Assign) and _is_swap(node):
            return f"`{names[0]}` and `{names[1]}` change places: {listed(told)}"
        hint = self.hint_with(None)
        return f"{hint}, so {listed(told)}" if hint else listed(told)

    def change(self, target: str, expression: ast.AST | None, value: Any) -> str:
        """How a name or a place gets its value: by what arithmetic, from which old value, and what for."""
        new = self.after.text(value)
        old = self.old_text(target)
        in_place = isinstance(expression, ast.AugAssign) and type(value) in COPY
        if in_place:  # what it held before is overwritten by now
            return f"`{target}` becomes {say.value(new)}"
        arithmetic = self.arithmetic(expression)
        hint = self.hint_with(
            f"{say.sum_of(f'{arithmetic} = {new}')}" if arithmetic and len(new) <= MAX_SHOWN else say.value(new)
        )
        if hint:
            return f"{hint}, so {self.plain_change(target, old, new)}"
        if old is None:
            return self.first(target, expression, arithmetic, new)
        moves = isinstance(expression, ast.AugAssign) or (expression is not None and mentions(expression, target))
        if arithmetic and not self.brief:
            verb = "stays" if old == new else self.verb(old, new, moves=moves)
            return f"`{target}` {verb} {say.sum_of(f'{arithmetic} = {new}')}"
        return self.plain_change(target, old, new, moves=moves)

    def first(self, target: str, expression: ast.AST | None, arithmetic: str | None, new: str) -> str:
        """The first value of a name: `key = values[1] = 2`."""
        sides = [target]
        known = expression is not None and say.text(expression, self.before) is not None
        if known and isinstance(expression, ast.BinOp) and id(expression) not in self.introduced and not self.brief:
            self.introduced.add(id(expression))
            sides.append(say.placed(expression, self.before))
        if arithmetic:
            sides.append(arithmetic)
        elif self.worth_showing(expression):
            assert expression is not None
            sides.append(say.placed(expression, self.before))
        return say.code(" = ".join(dict.fromkeys([*sides, new])))

    def worth_showing(self, expression: ast.AST | None) -> bool:
        """Whether an expression says more than its value does, and can be checked against the state."""
        if not isinstance(expression, ast.Subscript | ast.Name | ast.Call | ast.Attribute):
            return False
        return say.text(expression, self.before) is not None and len(ast.unparse(expression)) <= MAX_SHOWN

    def plain_change(self, target: str, old: str | None, new: str, *, moves: bool = False) -> str:
        """A change without its arithmetic; a value that `moves` is computed from the old one."""
        if old is None:
            return say.code(f"{target} = {new}")
        if old == new:
            return f"`{target}` stays {say.value(new)}"
        short = len(old) + len(new) <= MAX_SHOWN
        if short and _number(old) is not None and self.rng.random() < 0.5:  # noqa: PLR2004 - half of the time
            return f"`{target}` goes from {say.value(old)} to {say.value(new)}"
        return f"`{target}` {self.verb(old, new, moves=moves)} {say.value(new)}"

    def verb(self, old: str, new: str, *, moves: bool) -> str:
        one, other = _number(old), _number(new)
        if not moves or one is None or other is None or self.rng.random() < 0.4:  # noqa: PLR2004 - often enough to vary
            return "becomes"
        return self.pick("rises to", "grows to") if other > one else self.pick("drops to", "falls to")

    def old_text(self, target: str) -> str | None:
        """What a name or a place held before, as far as the running call knows it."""
        if target.isidentifier():
            site, frame = self.site, self.before.frame
            own = target in frame.names or target in site.function.nonlocals or target in site.function.globals
            if not own:
                return None
        return say.text(ast.parse(target, mode="eval").body, self.before)

    def on_item(self, event: Event) -> list[Clause]:
        node = self.site.node
        target = self.target_of(node, event)
        if target is None:
            return self.now(event[1])
        if isinstance(node, ast.Assign) and _is_swap(node):
            return self.swap(node, event[1])
        place = say.placed(target, self.before)
        value = event[-2] if _augmented(node) else event[-1]
        return [self.explained(self.fact(self.change(place, _right_side(node), value))), *self.now(event[1], of=target)]

    def swap(self, node: ast.Assign, changed: Any) -> list[Clause]:
        """`a[i], a[j] = a[j], a[i]`: told once, when both places have been stored into."""
        one, other = node.targets[0].elts  # type: ignore[attr-defined]
        if self.site.index != max(site.index for site in self.trace.program.sites if site.node is node):
            return []
        if say.placed(one, self.before) == say.placed(other, self.before):
            return [self.fact(f"`{say.placed(one, self.before)}` stays {say.value(say.text(one, self.after) or '')}")]
        held = [f"`{say.placed(part, self.before)} = {say.text(part, self.after)}`" for part in (one, other)]
        told = f"`{say.placed(one, self.before)}` and `{say.placed(other, self.before)}` change places"
        now = self.now(changed, of=one)
        return [self.fact(told), *now] if now else [self.fact(f"{told}: {listed(held)}")]

    def on_attr(self, event: Event) -> list[Clause]:
        node = self.site.node
        target = self.target_of(node, event)
        if target is None:
            return self.now(event[1])
        return [self.explained(self.fact(self.change(say.placed(target, self.before), _right_side(node), event[2])))]

    def target_of(self, node: ast.AST, event: Event) -> ast.expr | None:
        """The target that an event stored into, found among the statement's targets by what they mean here."""
        value = event[-2] if _augmented(node) else event[-1]
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

    def now(self, changed: Any, of: ast.AST | None = None) -> list[Clause]:
        """What the container that was changed holds now, where that is wanted."""
        name = self.name_of(changed, of)
        if name is None:
            return []
        text = self.after.text(self.after.lookup(name))
        if self.holds_already(name, text) and self.number not in self.must:
            return []
        wanted = self.number in self.must or (not self.brief and len(text) <= MAX_SHOWN)
        if not wanted or (name != self.focus and self.question.kind == "variable_trace"):
            return []
        return [self.fact(f"`{name}` is now {say.value(text)}", "now")]

    def holds_already(self, name: str, text: str) -> bool:
        """Whether nothing that shows has changed."""
        return name in self.before.frame.names and self.before.text(self.before.lookup(name)) == text

    def name_of(self, changed: Any, of: ast.AST | None) -> str | None:
        """The variable through which a change shows: the one that the question is about, or the target's own."""
        if self.number in self.must and self.holds(self.focus):
            return self.focus
        while isinstance(of, ast.Subscript | ast.Attribute):
            of = of.value
        if isinstance(of, ast.Name):
            return of.id if self.holds(of.id) and of.id != "self" else None
        names = (name for name, value in self.after.frame.names.items() if value is changed)
        return next(names, None)

    def on_method(self, event: Event) -> list[Clause]:
        _, owner, result, arguments, _ = event
        call = self.site.node
        assert isinstance(call, ast.Call)
        assert isinstance(call.func, ast.Attribute)
        place, name = say.placed(call.func.value, self.before), call.func.attr
        told = self.method_told(place, name, owner, result, arguments)
        return [self.fact(told), *self.now(owner, of=call.func.value)] if told else self.now(owner, of=call.func.value)

    def method_told(self, place: str, name: str, owner: Any, result: Any, arguments: tuple[Any, ...]) -> str:
        if name in ("append", "add", "appendleft") and len(arguments) == 1:
            item = say.value(self.after.text(arguments[0]))
            if name == "add" and self.before.text(owner) == self.after.text(owner):
                return f"{item} is already in `{place}`"
            how = {"append": "appended", "add": "added", "appendleft": "put in front"}[name]
            link = "of" if name == "appendleft" else "to"
            return f"{item} is {how} {link} `{place}`"
        if name in ("pop", "popleft", "popitem"):
            given = ", ".join(map(self.after.text, arguments))
            return f"`{place}.{name}({given})` gives {say.value(self.after.text(result))}"
        if name == "sort":
            return f"`{place}` is put in order"
        called = say.code(say.placed(self.site.node, self.before))
        return f"{self.pick('we call', 'we run')} {called}" if len(called) <= MAX_SHOWN else ""

    def on_mutate(self, event: Event) -> list[Clause]:
        node = self.site.node
        if isinstance(node, ast.Module):  # an operator changed it in place: the assignment that follows tells it
            return [self.fact(clause.text) for clause in self.now(event[1]) if self.number in self.must]
        if not isinstance(node, ast.Call):
            return self.now(event[1], of=_slice_target(node))
        called = say.code(say.placed(node, self.before))
        told = f"{self.pick('we call', 'we run')} {called}" if len(called) <= MAX_SHOWN else ""
        return [*([self.fact(told)] if told else []), *self.now(event[1])]

    def on_drop(self, event: Event) -> list[Clause]:
        return self.now(event[1])


def mentions(expression: ast.AST, target: str) -> bool:
    """Whether a right side uses the place that it is stored into."""
    return any(isinstance(part, ast.expr) and ast.unparse(part) == target for part in ast.walk(expression))


def _is_swap(node: ast.Assign) -> bool:
    target = node.targets[0]
    both = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
    return both and [ast.unparse(e) for e in target.elts] == [ast.unparse(e) for e in reversed(node.value.elts)]  # type: ignore[attr-defined]


def _places(node: ast.AST) -> list[ast.expr]:
    """The subscripts and attributes that a statement stores into."""
    if isinstance(node, ast.AugAssign):
        return [node.target]
    targets = (
        node.targets
        if isinstance(node, ast.Assign)
        else [node.target]
        if isinstance(node, ast.AnnAssign | ast.For)
        else []
    )
    stores = (part for target in targets for part in ast.walk(target))
    return [
        part for part in stores if isinstance(part, ast.Subscript | ast.Attribute) and isinstance(part.ctx, ast.Store)
    ]


def _right_side(node: ast.AST) -> ast.AST | None:
    if isinstance(node, ast.AugAssign):
        return node
    single = isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Tuple | ast.List)
    return node.value if single else None  # type: ignore[attr-defined]


def _augmented(node: ast.AST) -> bool:
    return isinstance(node, ast.AugAssign)


def _slice_target(node: ast.AST) -> ast.AST | None:
    return node.targets[0] if isinstance(node, ast.Assign | ast.Delete) else None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
