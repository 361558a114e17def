"""What a clause is, and what the telling of every construct needs: states around an event, hints, wordings by draw."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

from generator.engine.program import Event, Site, Trace
from generator.engine.replay import State
from generator.narrate import expressions as say
from generator.narrate.styles import Style
from generator.types import Question

MAX_SHOWN = 60
"""A container with a longer text is told in full only where the question is about it."""
QUIET = frozenset({"new", "item_turn", "filter"})
"""Events that go unnoticed between the other events of a statement."""


@dataclass(slots=True)
class Clause:
    """A piece of a sentence.

    role:   "fact", "given" (a first value that stands in the program), "now" (what a container holds after a change),
            "test", "turn", "loop", "call", "return", "io", "jump", "sum" (what a loop has made of a container),
            "turns" (those of a comprehension).
    whole:  whether it is a sentence of its own: a teacher's words and what follows from them.
    links:  how it follows the clause before it, where that is certain: ", so ".
    begins: whether it begins a sentence; ends: whether nothing may follow it in its sentence.
    within: whether it is all that happens in the call that is told just before it.
    """

    text: str
    event: int
    role: str = "fact"
    whole: bool = False
    links: str = ""
    begins: bool = False
    ends: bool = False
    within: bool = False
    node: ast.AST | None = None
    test: Test | None = None
    turn: int = 0


@dataclass(slots=True)
class Test:
    """What is known of a condition that was told.

    reason: what its outcome means, in a teacher's words; rest: what of it was not looked at.
    detail: its deciding values alone, which tell it where the same condition has just been told.
    idle:   whether no statement depends on how it came out; loop: whether it decides over another turn of a loop;
    branch: the nodes that run because of it, where it has a branch.
    """

    holds: bool
    reason: str = ""
    rest: str = ""
    detail: str = ""
    idle: bool = False
    loop: bool = False
    branch: frozenset[int] | None = None


@dataclass(slots=True)
class Words:
    """Draws wordings, and none twice in a row."""

    rng: Random
    last: dict[str, int] = field(default_factory=dict)

    def pick(self, what: str, *wordings: str) -> str:
        """One of several wordings of the same thing; `what` names the thing."""
        if len(wordings) == 1:
            return wordings[0]
        free = [place for place in range(len(wordings)) if place != self.last.get(what)]
        self.last[what] = self.rng.choice(free)
        return wordings[self.last[what]]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share


class Telling:
    """The telling of one trace: the event at hand, and the states just before and just after it.

    must:  the events that have to be told; full: those of them that change what the question is about, told in full.
    until: the number of events after which the answer is known.
    """

    site: Site
    before: State
    after: State

    def __init__(self, trace: Trace, question: Question, hints: Mapping[int, str], words: Words, style: Style) -> None:
        self.trace, self.question, self.hints, self.must = trace, question, hints, question.tells
        self.full = frozenset(event for event, value in self.must.items() if value)
        self.words, self.style, self.until = words, style, question.until
        self.focus = question.focus.split("@")[0].split(".")[-1]
        self.traced = question.kind == "variable_trace"
        self.number = 0
        self.introduced: set[int] = set()
        self.hinted: dict[tuple[int, bool], int] = {}

    def tell(self, number: int, event: Event, before: State, after: State) -> list[Clause]:
        """The clauses of an event; empty where it isn't worth a word."""
        site = self.trace.site(event)
        self.number, self.site, self.before, self.after = number, site, before, after
        if site.function.is_lambda or (site.function.number < 0 and site.kind not in QUIET):
            return []
        method = getattr(self, f"on_{site.kind}", None)
        return self.opened(method(event)) if method else []

    @cached_property
    def openings(self) -> dict[int, str]:
        """What the first statement of a block begins with: of a `finally`, and of the `else` of a `try`."""
        found: dict[int, str] = {}
        if "try:" not in self.trace.program.text:
            return found
        for node in ast.walk(self.trace.program.sites[0].node):
            if isinstance(node, ast.Try):
                found |= {id(part): "in the finally block, " for part in node.finalbody[:1]}
                found |= {id(part): "as nothing was raised, the else block follows: " for part in node.orelse[:1]}
        return found

    def opened(self, clauses: list[Clause]) -> list[Clause]:
        """Clauses with what their block begins with."""
        opening = self.openings.get(id(self.site.node), "") if clauses else ""
        if opening and clauses[0].text and not clauses[0].whole and not clauses[0].links:
            clauses[0].text = opening + clauses[0].text
            clauses[0].begins = True
        return clauses

    def fact(self, text: str, role: str = "fact") -> Clause:
        return Clause(text, self.number, role, node=self.site.node)

    # What comes next

    def following(self) -> tuple[int, Event] | None:
        """The next event that is not quiet, and its number; None where the answer is known before it."""
        for number in range(self.number + 1, self.until):
            event = self.trace.events[number]
            if self.trace.site(event).kind not in QUIET:
                return number, event
        return None

    def told_later(self, node: ast.AST) -> bool:
        """Whether an event can be told with the assignment that its expression stands in: nothing comes between."""
        found = self.following()
        if found is None or (self.number in self.must and found[0] in self.must):
            return False
        site = self.trace.site(found[1])
        if site.kind != "bind" or not isinstance(site.node, ast.Assign) or len(site.node.targets) > 1:
            return False
        if isinstance(node, ast.Module):  # a line that `sys.stdin` gave
            return "readline" in say.source(site.node.value)
        whole = isinstance(node, ast.Call) and self.site.kind != "read"  # of `s - heappop(heap)` it is but a part
        return site.node.value is node if whole else any(part is node for part in ast.walk(site.node.value))

    # Hints

    def hint_with(self, computed: str | None) -> str:
        """The teacher's words for this line, with what was computed in them; empty if there are none."""
        hint = self.hints.get(self.site.line, "")
        if not hint or " | " in f"{hint} ":
            return ""
        return fill(hint, self.after, computed)

    def is_fresh(self, *, holds: bool, most: int) -> bool:
        """Whether the words for this line have been said less than so often; they are counted as said."""
        key = (self.site.line, holds)
        self.hinted[key] = self.hinted.get(key, 0) + 1
        return self.hinted[key] <= most

    def arithmetic(self, expression: ast.AST | None) -> str | None:
        """The right side with the values of its operands, where that is arithmetic a reader can follow."""
        if isinstance(expression, ast.AugAssign):
            expression = say.sum_node(expression)
        if isinstance(expression, ast.Call) and (len(expression.args) < 2 or self.is_own(expression.func)):  # noqa: PLR2004
            return None  # `len(xs)` says more than `len([1, 2])`
        if not isinstance(expression, ast.BinOp | ast.Call) or say.text(expression, self.before) is None:
            return None
        written = say.computed(expression, self.before)
        return None if written is None or "Fraction(" in written else written

    # Names

    def frame_name(self) -> str:
        """The call that runs, with its arguments while they are short."""
        frame = self.before.frame
        given = frame.arguments[1:] if frame.function.parameters[:1] in (("self",), ("cls",)) else frame.arguments
        shown = ", ".join("..." if text.startswith("<") else text for text in given)
        return (
            say.code(f"{frame.function.name}({shown})") if len(shown) <= MAX_SHOWN // 2 else f"`{frame.function.name}`"
        )

    def is_own(self, function: ast.expr) -> bool:
        """Whether a call is one of a function of the program."""
        return isinstance(function, ast.Name) and any(function.id == one.name for one in self.trace.program.functions)

    def holds(self, name: str) -> bool:
        try:
            self.after.lookup(name)
        except KeyError:
            return False
        return True

    def text(self, value: Any) -> str:
        """A value after the event, as prose shows it."""
        return say.value(self.after.text(value))


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


def listed(items: list[str]) -> str:
    """A list in words: `a, b and c`."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
