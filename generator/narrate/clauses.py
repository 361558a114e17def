"""What one event is worth saying: the clauses of the narrator, each construct under its event's name.

A clause is a piece of a sentence that tells one event or a few; `outline.py` orders clauses by loops and calls, and
`narrator.py` makes sentences of them. Values always come from the replayed state, never from a template.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from generator.engine import values
from generator.engine.evaluate import Unknown, evaluate, recorded_truth, truth_of
from generator.engine.program import UNREACHED, Event, Leaf, Site, Trace
from generator.engine.replay import State
from generator.narrate import expressions as say
from generator.types import Question

MAX_SHOWN = 60
"""A container with a longer text is told in full only where the question is about it."""
MAX_LISTED = 8
"""A loop over more values than this doesn't list them beforehand."""


@dataclass(slots=True)
class Clause:
    """A piece of a sentence.

    role:  "fact", "given" (a first value that stands in the program), "now" (what a container holds after a change),
           "test", "turn", "loop", "call", "return", "io".
    holds: for a test, its truth; idle: for a test, whether no statement depends on its outcome; explained: whether a
    hint says what it means; loop_test: whether it decides over another turn of a loop.
    """

    text: str
    event: int
    role: str = "fact"
    holds: bool = True
    idle: bool = False
    explained: bool = False
    loop_test: bool = False
    turn: int = 0


class Teller:
    """Tells the events of one trace, one after the other."""

    def __init__(
        self, trace: Trace, question: Question, hints: Mapping[int, str], must: Mapping[int, str], rng: Random, *, brief: bool
    ) -> None:
        self.trace, self.question, self.hints, self.must, self.rng, self.brief = trace, question, hints, must, rng, brief
        self.focus = question.focus.split("@")[0].split(".")[-1]
        self.introduced: set[int] = set()

    def tell(self, number: int, event: Event, before: State, after: State) -> list[Clause]:
        """The clauses of an event; empty where it isn't worth a word."""
        site = self.trace.site(event)
        if site.function.is_lambda or site.function.number < 0:
            return []
        self.number, self.site, self.before, self.after = number, site, before, after
        method = getattr(self, f"on_{site.kind}", None)
        return method(event) if method else []

    def fact(self, text: str, role: str = "fact") -> Clause:
        return Clause(text, self.number, role)

    def pick(self, *wordings: str) -> str:
        return self.rng.choice(wordings)

    # Assignments

    def on_bind(self, event: Event) -> list[Clause]:
        names, node = self.site.names, self.site.node
        if len(names) > 1:
            given = isinstance(node, ast.Assign) and say.is_literal(ast.unparse(node.value))
            return [self.explained(self.fact(self.many(names, event[1:]), "given" if given else "fact"))]
        if isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Name):
            return [self.fact(self.change(names[0], None, event[1]))]
        expression = node.value if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) else node
        given = say.is_literal(ast.unparse(expression)) and self.old_text(names[0]) is None and not self.hint_with("")
        return [self.explained(self.fact(self.change(names[0], expression, event[1]), "given" if given else "fact"))]

    def explained(self, clause: Clause) -> Clause:
        clause.explained = bool(self.hint_with(""))
        return clause

    def many(self, names: tuple[str, ...], new: tuple[Any, ...]) -> str:
        """`a, b = ...`: all names at once; a swap is called one."""
        told = [f"`{name} = {self.after.text(value)}`" for name, value in zip(names, new, strict=True)]
        node = self.site.node
        if isinstance(node, ast.Assign) and _is_swap(node):
            return f"`{names[0]}` and `{names[1]}` change places: {_listed(told)}"
        hint = self.hint_with(None)
        return f"{hint}, so {_listed(told)}" if hint else _listed(told)

    def change(self, target: str, expression: ast.AST | None, value: Any) -> str:
        """How a name or a place gets its value: by what arithmetic, from which old value, and what for."""
        new = self.after.text(value)
        old = self.old_text(target)
        arithmetic = self.arithmetic(expression)
        hint = self.hint_with(f"{say.sum_of(f'{arithmetic} = {new}')}" if arithmetic and len(new) <= MAX_SHOWN else say.value(new))
        if hint:
            return f"{hint}, so {self.plain_change(target, old, new)}"
        if old is None:
            return self.first(target, expression, arithmetic, new)
        if old == new:
            return f"`{target}` stays {say.value(new)}"
        if arithmetic and not self.brief:
            return f"`{target}` {self.verb(old, new)} {say.sum_of(f'{arithmetic} = {new}')}"
        return self.plain_change(target, old, new)

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
        return say.code(" = ".join([*dict.fromkeys(sides), new]))

    def worth_showing(self, expression: ast.AST | None) -> bool:
        """Whether an expression says more than its value does, and can be checked against the state."""
        if not isinstance(expression, ast.Subscript | ast.Name | ast.Call | ast.Attribute):
            return False
        return say.text(expression, self.before) is not None and len(ast.unparse(expression)) <= MAX_SHOWN

    def plain_change(self, target: str, old: str | None, new: str) -> str:
        if old is None:
            return say.code(f"{target} = {new}")
        if old == new:
            return f"`{target}` stays {say.value(new)}"
        short = len(old) + len(new) <= MAX_SHOWN
        if short and _number(old) is not None and self.rng.random() < 0.5:  # noqa: PLR2004 - half of the time
            return f"`{target}` goes from {say.value(old)} to {say.value(new)}"
        return f"`{target}` {self.verb(old, new)} {say.value(new)}"

    def verb(self, old: str, new: str) -> str:
        one, other = _number(old), _number(new)
        if one is None or other is None or self.rng.random() < 0.4:  # noqa: PLR2004 - often enough to vary
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

    def arithmetic(self, expression: ast.AST | None) -> str | None:
        """The right side with the values of its operands, where that is arithmetic a reader can follow."""
        if isinstance(expression, ast.AugAssign):
            target = ast.parse(ast.unparse(expression.target), mode="eval").body
            expression = ast.BinOp(target, expression.op, expression.value)
        if isinstance(expression, ast.Call) and len(expression.args) < 2:  # noqa: PLR2004 - `len(xs)` says more than `len([1, 2])`
            return None
        if not isinstance(expression, ast.BinOp | ast.Call) or say.text(expression, self.before) is None:
            return None
        written = say.computed(expression, self.before)
        return None if written is None or "Fraction(" in written else written

    def hint_with(self, computed: str | None) -> str:
        """The teacher's words for this line, with what was computed in them; empty if there are none."""
        hint = self.hints.get(self.site.line, "")
        chained = isinstance(self.site.node, ast.Assign) and len(self.site.node.targets) > 1
        if chained and self.site.names != (ast.unparse(self.site.node.targets[0]),):
            return ""
        if not hint or " | " in f"{hint} ":
            return ""
        return fill(hint, self.after, computed)

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
        return [self.fact(told), *now] if now else [self.fact(f"{told}: {_listed(held)}")]

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
        wanted = self.number in self.must or (not self.brief and len(text) <= MAX_SHOWN)
        if not wanted or (name != self.focus and self.question.kind == "variable_trace"):
            return []
        return [self.fact(f"`{name}` is now {say.value(text)}", "now")]

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

    def holds(self, name: str) -> bool:
        try:
            self.after.lookup(name)
        except KeyError:
            return False
        return True

    # Methods and foreign code that change something

    def on_method(self, event: Event) -> list[Clause]:
        _, owner, result, arguments, _ = event
        call = self.site.node
        assert isinstance(call, ast.Call)
        assert isinstance(call.func, ast.Attribute)
        place, name = say.placed(call.func.value, self.before), call.func.attr
        told = self.method_told(place, name, result, arguments)
        return [self.fact(told), *self.now(owner, of=call.func.value)] if told else self.now(owner, of=call.func.value)

    def method_told(self, place: str, name: str, result: Any, arguments: tuple[Any, ...]) -> str:
        if name in ("append", "add", "appendleft") and len(arguments) == 1:
            item = say.value(self.after.text(arguments[0]))
            how = {"append": "appended", "add": "added", "appendleft": "put in front"}[name]
            link = "of" if name == "appendleft" else "to"
            return f"{item} is {how} {link} `{place}`"
        if name in ("pop", "popleft", "popitem"):
            return f"`{place}.{name}({', '.join(map(self.after.text, arguments))})` gives {say.value(self.after.text(result))}"
        if name == "sort":
            return f"`{place}` is put in order"
        return ""

    def on_mutate(self, event: Event) -> list[Clause]:
        return self.now(event[1], of=_slice_target(self.site.node))

    def on_drop(self, event: Event) -> list[Clause]:
        return self.now(event[1])

    # Conditions

    def on_test(self, event: Event) -> list[Clause]:
        node, holds = self.site.node, bool(event[1])
        if isinstance(node, ast.While) and isinstance(node.test, ast.Constant):
            return [Clause("", self.number, "test", holds, loop_test=True)]
        parts = [self.leaf(leaf, event) for leaf in self.site.leaves]
        told = _tests([part for part in parts if part])
        if any(_unreached(leaf, event) for leaf in self.site.leaves):
            told += self.pick("; the rest isn't looked at", ", and the rest of the condition isn't looked at")
        reason = self.reason(holds=holds)
        clause = Clause(told + (f": {reason}" if reason else ""), self.number, "test", holds)
        clause.idle = isinstance(node, ast.If) and not (node.body if holds else node.orelse)
        clause.explained, clause.loop_test = bool(reason), isinstance(node, ast.While)
        return [clause]

    def leaf(self, leaf: Leaf, event: Event) -> tuple[str, bool] | None:
        """How one condition came out, with the values that decided it; None if it wasn't reached."""
        if _unreached(leaf, event):
            return None
        truth = self.truth(leaf, event)
        node = leaf.node
        if not isinstance(node, ast.Compare):
            return self.plain_truth(node, truth), truth
        shown, numbers = say.placed(node, self.before), say.decided(node, self.before, truth=truth)
        detail = f" ({say.sum_of(numbers)})" if numbers and numbers != shown else ""
        return f"{say.code(shown)} {'holds' if truth else 'fails'}{detail}", truth

    def plain_truth(self, node: ast.expr, truth: bool) -> str:
        shown = say.placed(node, self.before)
        try:
            held = self.before.look(evaluate(node, self.before))
        except Unknown:
            held = None
        if held is not None and type(held) is not str:
            return f"`{shown}` is {'not empty' if truth else 'empty'}"
        return f"{say.code(shown)} {'holds' if truth else 'fails'}"

    def truth(self, leaf: Leaf, event: Event) -> bool:
        if len(self.site.leaves) == 1:
            negated = _negations(self.site.node, leaf.node)
            return bool(event[1]) is not negated
        try:
            return truth_of(leaf.node, self.before)
        except Unknown:
            return recorded_truth(leaf, event, self.before)

    def reason(self, *, holds: bool) -> str:
        hint = self.hints.get(self.site.line, "")
        yes, bar, no = f" {hint} ".partition(" | ")
        return (yes if holds else no).strip() if bar else ""

    # Loops

    def on_loop(self, event: Event) -> list[Clause]:
        node = self.site.node
        assert isinstance(node, ast.For)
        source = say.code(say.placed(node.iter, self.before))
        names = " and ".join(f"`{name}`" for name in _names(node.target))
        listed = self.listed(event[1])
        if listed == []:
            return [self.fact(f"{source} is empty, so the loop has no turn", "loop")]
        opening = self.pick(f"the loop goes over {source}", f"a loop runs over {source}")
        if listed and len(listed) <= MAX_LISTED and isinstance(node.target, ast.Name) and node.target.id != "_":
            return [self.fact(f"{opening}: {names} takes the {_values_word(listed)} {_listed(listed)}", "loop")]
        return [self.fact(opening, "loop")]

    def listed(self, iterable: Any) -> list[str] | None:
        """The texts of the values that a loop will take; None where they aren't there yet, or are long."""
        if type(iterable) is range:
            items: Any = iterable
        else:
            items = iterable if type(iterable) in (tuple, str) else self.before.look(iterable)
        if items is None or type(items) is set:
            return None
        if len(items) > MAX_LISTED:
            return [""] * len(items)
        texts = [say.value(self.before.text(item)) for item in items]
        return texts if sum(map(len, texts)) <= 2 * MAX_SHOWN else [""] * (MAX_LISTED + 1)

    def on_turn(self, event: Event) -> list[Clause]:
        named = zip(self.site.names, event[1:], strict=True)
        told = [f"`{name} = {self.after.text(value)}`" for name, value in named if name != "_"]
        clause = self.fact(_listed(told), "turn")
        clause.turn = self.after.frame.turns[id(self.site.node)]
        return [clause]

    def on_break(self, _: Event) -> list[Clause]:
        return [self.fact(self.pick("the loop is left", "we leave the loop"))]

    def on_continue(self, _: Event) -> list[Clause]:
        return [self.fact("the rest of this turn is skipped")]

    # Calls

    def on_call(self, event: Event) -> list[Clause]:
        function = self.site.function
        given = list(event[1 + function.keeps_id + bool(function.parent) :])
        named = list(zip(function.parameters, given, strict=True))
        if named and named[0][0] == "self":
            named = named[1:]
        arguments = ", ".join(f"{name}={self.after.text(value)}" for name, value in named)
        return [self.fact(f"we enter {say.code(f'{function.name}({arguments})')}", "call")]

    def on_return(self, event: Event) -> list[Clause]:
        node, frame = self.site.node, self.before.frame
        if not isinstance(node, ast.Return) or node.value is None:
            return [self.fact("", "return")]
        new = self.before.text(event[1])
        arithmetic = self.arithmetic(node.value)
        told = say.sum_of(f"{arithmetic} = {new}") if arithmetic and arithmetic != new else say.value(new)
        hint = self.hint_with(told)
        shown = ", ".join(frame.arguments[1:] if frame.function.parameters[:1] == ("self",) else frame.arguments)
        name = say.code(f"{frame.function.name}({shown})") if len(shown) <= MAX_SHOWN // 2 else f"`{frame.function.name}`"
        return [self.fact(f"{hint}, so {name} returns {say.value(new)}" if hint else f"{name} returns {told}", "return")]

    def on_yield(self, event: Event) -> list[Clause]:
        return [self.fact(f"the generator yields {say.value(self.before.text(event[1]))}", "return")]

    def on_resume(self, _: Event) -> list[Clause]:
        return [self.fact("the generator goes on", "call")]

    def on_raise(self, event: Event) -> list[Clause]:
        if event[1] is None:
            return [self.fact("the same error is raised again")]
        error = event[1]() if isinstance(event[1], type) else event[1]
        return [self.fact(f"this raises {say.code(values.error_text(error))}")]

    def on_except(self, event: Event) -> list[Clause]:
        return [self.fact(f"the error {say.code(values.error_text(event[1]))} is caught")]

    def on_unwind(self, event: Event) -> list[Clause]:
        return [self.fact(f"{say.code(values.error_text(event[1]))} escapes from `{self.site.function.name}`", "return")]

    # Input and output

    def on_print(self, event: Event) -> list[Clause]:
        text = event[1].removesuffix("\n")
        if not text:
            return [self.fact("the program prints an empty line", "io")]
        return [self.fact(f"the program prints {say.code(repr(text) if chr(10) in text else text)}", "io")]

    def on_read(self, event: Event) -> list[Clause]:
        text = event[1].removesuffix("\n")
        if "\n" in text:
            return []
        return [self.fact(f"the next line of the input is {say.code(text)}" if text else "the input is used up", "io")]


def fill(hint: str, state: State, computed: str | None) -> str:
    """Put values into a hint: `{}`, `{name}`, `{name:one|many}`; empty where a name has no value here."""

    def put(found: re.Match[str]) -> str:
        name, _, nouns = found[1].partition(":")
        shown = computed if not name else say.value(state.text(state.lookup(name)))
        if shown is None:
            raise KeyError(name)
        if not nouns:
            return shown
        one, _, many = nouns.partition("|")
        return f"{shown} {one if shown.split(' = ')[-1].strip('`') in ('1', '-1') else many}"

    try:
        return re.sub(r"\{([^}]*)\}", put, hint)
    except KeyError:
        return ""


def _unreached(leaf: Leaf, event: Event) -> bool:
    return any(place is not None and event[place] is UNREACHED for place in leaf.operands)


def _tests(parts: list[tuple[str, bool]]) -> str:
    """Several conditions in a row: `and` between equal outcomes, `but` where they differ."""
    told = parts[0][0] if parts else ""
    for (_, one), (text, other) in zip(parts, parts[1:], strict=False):
        told += f" {'and' if one is other else 'but'} {text}"
    return told


def _negations(node: ast.AST, leaf: ast.expr) -> bool:
    """Whether the leaf stands under an odd number of `not` in the test."""
    test = node if isinstance(node, ast.expr) else node.test  # type: ignore[attr-defined]
    odd = False
    while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) and test is not leaf:
        odd, test = not odd, test.operand
    return odd


def _is_swap(node: ast.Assign) -> bool:
    target = node.targets[0]
    both = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
    return both and [ast.unparse(e) for e in target.elts] == [ast.unparse(e) for e in reversed(node.value.elts)]  # type: ignore[attr-defined]


def _places(node: ast.AST) -> list[ast.expr]:
    """The subscripts and attributes that a statement stores into."""
    if isinstance(node, ast.AugAssign):
        return [node.target]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign | ast.For) else []
    stores = (part for target in targets for part in ast.walk(target))
    return [part for part in stores if isinstance(part, ast.Subscript | ast.Attribute) and isinstance(part.ctx, ast.Store)]


def _right_side(node: ast.AST) -> ast.AST | None:
    if isinstance(node, ast.AugAssign):
        return node
    single = isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Tuple | ast.List)
    return node.value if single else None  # type: ignore[attr-defined]


def _augmented(node: ast.AST) -> bool:
    return isinstance(node, ast.AugAssign)


def _slice_target(node: ast.AST) -> ast.AST | None:
    return node.targets[0] if isinstance(node, ast.Assign | ast.Delete) else None


def _names(target: ast.AST) -> list[str]:
    return [part.id for part in ast.walk(target) if isinstance(part, ast.Name)]


def _listed(items: list[str]) -> str:
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def _values_word(items: list[str]) -> str:
    return "value" if len(items) == 1 else "values"


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


