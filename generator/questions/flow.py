"""Questions about the course of a run: how a condition comes out, and which line is next."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from generator.engine.program import Trace
from generator.questions.lines import counted_lines, lone_lines, ordinal, parents_of, tree
from generator.questions.quiet import is_quiet, own_code
from generator.questions.registry import Answer, Candidate, known, question
from generator.types import Problem

FEW, MANY = 3, 20
"""How many checks of a condition make a sequence that is worth writing down, and can be read."""


@question(
    asks=(
        "How does the condition on line {line} (`{code}`) come out each time? List True or False, in order.",
        "Line {line} is `{code}`. Give the truth of its condition at each check, in order, as True or False.",
        "Line {line} (`{code}`) checks a condition. Write down, for all checks in order, whether it is True or False.",
    ),
    closes=(
        "So the condition on line {line} comes out: {answer:raw}.",
        "In order, the condition on line {line} is: {answer:raw}.",
        "Altogether, the checks of line {line} give: {answer:raw}.",
    ),
)
def condition_truths(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """How does the condition on line 4 (`if x > best:`) come out each time? -> True -> False -> True"""
    own = own_code(trace.program.text)
    for line in counted_lines(trace):
        if isinstance(line.site.node, ast.If) and is_quiet(line.site.node, own):
            places = line.runs
            truths = [bool(trace.events[place][1]) for place in places]
            if FEW <= len(places) <= MANY and len(set(truths)) > 1:
                text = " -> ".join(map(str, truths))
                yield known(f"@{line.number}", line.words, Answer(text, len(trace.events), dict.fromkeys(places, "")))


@question(
    asks=(
        "Which line runs next, after line {line} (`{code}`) has run for the {nth} time? Give its number.",
        "Line {line} is `{code}`. What is the number of the line that runs right after its {nth} run?",
        "Line {line} (`{code}`) runs for the {nth} time. Which line does the execution go to then? Give its number.",
    ),
    closes=(
        "So the next line to run is line {answer:raw}.",
        "Hence line {answer:raw} runs next.",
        "So the execution goes on with line {answer:raw}.",
    ),
    unit="line",
)
def next_line(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """Which line runs next, after line 5 (`if values[j] < pivot:`) has run for the 2nd time? -> 8"""
    own, steps = own_code(trace.program.text), Steps(trace)
    for line in counted_lines(trace):
        node = line.site.node
        if not isinstance(node, ast.If | ast.While) or not is_quiet(node, own):
            continue
        places = line.runs
        next_lines = [steps.after(node, holds=bool(trace.events[place][1])) for place in places]
        for visit, (place, following) in enumerate(zip(places, next_lines, strict=True), 1):
            if following and len(set(next_lines)) > 1:
                truth = str(bool(trace.events[place][1])).lower()
                working = f"The condition on line {line.number} is {truth} this time."
                found = Answer(str(following), place + 1, {place: ""}, working)
                yield known(f"@{line.number}#{visit}", {**line.words, "nth": ordinal(visit)}, found)


class Steps:
    """Which line runs after a condition, by the structure of the program; 0 where that alone doesn't tell."""

    def __init__(self, trace: Trace) -> None:
        module = tree(trace.program)
        self.parents: Mapping[ast.AST, ast.AST] = parents_of(module)
        self.lone = lone_lines(trace.program.text)

    def after(self, node: ast.If | ast.While, *, holds: bool) -> int:
        taken = node.body if holds else node.orelse
        return self.first(taken) if taken else self.following(node)

    def first(self, block: list[ast.stmt]) -> int:
        """The line that runs first in a block."""
        for statement in block:
            if isinstance(statement, ast.Global | ast.Nonlocal) or _is_empty(statement):
                continue
            fixed = isinstance(statement, ast.While | ast.If) and isinstance(statement.test, ast.Constant)
            unsure = fixed or isinstance(
                statement, ast.Try
            )  # whether the interpreter stops there depends on its version
            return 0 if unsure or statement.lineno not in self.lone else statement.lineno
        return 0

    def following(self, node: ast.stmt) -> int:
        """The line that runs when a statement is done."""
        parent = self.parents[node]
        blocks = (getattr(parent, name, None) for name in ("body", "orelse"))
        block = next((block for block in blocks if isinstance(block, list) and node in block), None)
        if block is None or isinstance(parent, ast.With | ast.Try | ast.ExceptHandler | ast.match_case):
            return 0
        rest = block[block.index(node) + 1 :]
        if rest:
            return self.first(rest)
        if isinstance(parent, ast.While | ast.For) and block is parent.body:
            return self.first([parent])
        return self.following(parent) if isinstance(parent, ast.If | ast.While | ast.For) else 0


def _is_empty(statement: ast.stmt) -> bool:
    """Whether the interpreter does nothing at a statement, and never stops there."""
    bare = isinstance(statement, ast.AnnAssign) and statement.value is None
    return bare or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
