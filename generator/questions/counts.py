"""Questions that count: the runs of a line, the turns of a loop, how often a branch is taken."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from generator.engine.program import Site, Trace
from generator.questions.lines import condition_of, counted_lines, lone_lines, parents_of, runs, several, text_of, tree
from generator.questions.moments import is_turn
from generator.questions.registry import Answer, Candidate, known, question
from generator.types import Problem

MOST = 40
"""Nobody counts further by hand."""


def _count(trace: Trace, focus: str, words: Mapping[str, str], noun: str, places: list[int]) -> Candidate:
    """A question whose answer is the number of these events."""
    counted = {**words, "counted": several(len(places), noun).partition(" ")[2]}
    return known(focus, counted, Answer(str(len(places)), len(trace.events), dict.fromkeys(places, "")))


@question(
    asks=(
        "How many times does line {line} (`{code}`) run?",
        "Line {line} is `{code}`. How often does it run in all?",
        "Count the runs of line {line} (`{code}`) in the whole execution. How many are there?",
    ),
    closes=(
        "So line {line} runs {answer:raw} {counted}.",
        "In all, line {line} runs {answer:raw} {counted}.",
        "Counted over the whole execution, line {line} runs {answer:raw} {counted}.",
    ),
)
def line_count(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """How many times does line 6 (`j -= 1`) run? -> 5"""
    parents = parents_of(tree(trace.program))
    for line in counted_lines(trace):
        places = runs(trace, line.site)
        sure = line.site.kind != "method" or bool(places)  # a method of who knows what tells nothing
        depends = len(places) > 1 or condition_of(line.site.node, parents) is not None
        if line.is_told and sure and depends and len(places) <= MOST:
            yield _count(trace, f"@{line.number}", line.words, "time", places)


@question(
    asks=(
        "How many turns does the loop on line {line} (`{code}`) make in all?",
        "Line {line} is `{code}`. How often does a turn of this loop begin, over the whole execution?",
        "Count all turns of the loop on line {line} (`{code}`), however often it is reached. How many are there?",
    ),
    closes=(
        "So the loop on line {line} makes {answer:raw} {counted} in all.",
        "In all, the loop on line {line} makes {answer:raw} {counted}.",
        "Over the whole execution, the loop on line {line} has {answer:raw} {counted}.",
    ),
)
def loop_count(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """How many turns does the loop on line 5 (`while j >= 0 and values[j] > key:`) make in all? -> 7"""
    lone = lone_lines(trace.program.text)
    for site in filter(is_turn, trace.program.sites):
        code = text_of(trace.program, site.line) if site.line in lone else ""
        places = [place for place in runs(trace, site) if site.kind == "turn" or trace.events[place][1]]
        if code and 1 < len(places) <= MOST and _is_open(trace, site):
            yield _count(trace, f"@{site.line}", {"line": str(site.line), "code": code}, "turn", places)


def _is_open(trace: Trace, site: Site) -> bool:
    """Whether a loop does more than to go once through what it is given."""
    if isinstance(site.node, ast.While):
        return True
    heads = [trace.site(event).kind for event in trace.events if trace.site(event).node is site.node]
    return heads.count("loop") > 1 or heads.count("end") == 0


@question(
    asks=(
        "How many times does the condition on line {line} (`{code}`) {come}?",
        "Line {line} is `{code}`. How often is its condition {truth}?",
        "Count how often the condition on line {line} (`{code}`) turns out {truth}. How many times is that?",
    ),
    closes=(
        "So the condition on line {line} is {truth} {answer:raw} {counted}.",
        "In all, the condition on line {line} comes out {truth} {answer:raw} {counted}.",
        "Counted over all its checks, the condition on line {line} is {truth} {answer:raw} {counted}.",
    ),
)
def branch_count(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """How many times does the condition on line 4 (`if values[j - 1] <= values[j]:`) hold? -> 3"""
    for line in counted_lines(trace):
        if not isinstance(line.site.node, ast.If):
            continue
        places = runs(trace, line.site)
        truths = [bool(trace.events[place][1]) for place in places]
        for truth, come in ((True, "hold"), (False, "fail")):
            chosen = [place for place, came in zip(places, truths, strict=True) if came is truth]
            if 0 < len(chosen) < len(places) <= MOST and len(places) > 2:  # noqa: PLR2004 - two are seen at a glance
                words = {**line.words, "come": come, "truth": str(truth).lower()}
                yield _count(trace, f"@{line.number} {words['truth']}", words, "time", chosen)
