"""What a clause is, and what the telling of every construct needs: states around an event, hints, wordings by draw."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from generator.engine.program import Event, Site, Trace
from generator.engine.replay import State
from generator.narrate import expressions as say
from generator.types import Question

MAX_SHOWN = 60
"""A container with a longer text is told in full only where the question is about it."""


@dataclass(slots=True)
class Clause:
    """A piece of a sentence.

    role:  "fact", "given" (a first value that stands in the program), "now" (what a container holds after a change),
           "test", "turn", "loop", "call", "return", "io".
    holds: for a test, its truth; idle: for a test, whether no statement depends on its outcome; explained: whether a
    hint says what it means; loop_test: whether it decides over another turn of a loop; branch: the nodes that run
    because of it, where it has a branch.
    node:  the statement or expression that the event belongs to.
    """

    text: str
    event: int
    role: str = "fact"
    holds: bool = True
    idle: bool = False
    explained: bool = False
    loop_test: bool = False
    turn: int = 0
    node: ast.AST | None = None
    branch: frozenset[int] | None = None


class Telling:
    """The telling of one trace: the event at hand, and the states just before and just after it."""

    site: Site
    before: State
    after: State

    def __init__(
        self,
        trace: Trace,
        question: Question,
        hints: Mapping[int, str],
        must: Mapping[int, str],
        rng: Random,
        *,
        brief: bool,
    ) -> None:
        self.trace, self.question, self.hints, self.must = trace, question, hints, must
        self.rng, self.brief = rng, brief
        self.focus = question.focus.split("@")[0].split(".")[-1]
        self.number = 0
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
        return Clause(text, self.number, role, node=self.site.node)

    def pick(self, *wordings: str) -> str:
        return self.rng.choice(wordings)

    def hint_with(self, computed: str | None) -> str:
        """The teacher's words for this line, with what was computed in them; empty if there are none."""
        hint = self.hints.get(self.site.line, "")
        if not hint or " | " in f"{hint} ":
            return ""
        return fill(hint, self.after, computed)

    def explained(self, clause: Clause) -> Clause:
        clause.explained = bool(self.hint_with(""))
        return clause

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

    def holds(self, name: str) -> bool:
        try:
            self.after.lookup(name)
        except KeyError:
            return False
        return True


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
