"""Questions that count: the runs of a line, the turns of a loop, how often a branch is taken."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.engine.program import Event, Function, Site, Trace
from generator.questions.lines import condition_of, counted_lines, lone_lines, parents_of, runs, several, text_of, tree
from generator.questions.moments import begins_turn, is_turn
from generator.questions.registry import Answer, Candidate, question
from generator.types import Problem

MOST = 40
"""Nobody counts further by hand."""
FEW, MANY = 2, 12
"""How many numbers make a sum that says more than its result, and can be read."""


def _count(trace: Trace, site: Site, words: Mapping[str, str], does: str, places: Sequence[int]) -> Candidate:
    """A question whose answer is the number of these events; `does` says what they count: "line 3 runs {} times"."""
    total, noun = len(places), does.rpartition(" ")[2].removesuffix("s")

    def found() -> Answer:
        where, shares = _spread(trace, site, places)
        working = f"In {where}, {does.format(' + '.join(map(str, shares)))}." if shares else ""
        return Answer(str(total), len(trace.events), dict.fromkeys(places, ""), working)

    counted = {**words, "counted": several(total, noun).partition(" ")[2]}
    return Candidate(f"@{site.line} {words.get('truth', '')}".rstrip(), counted, found)


def _spread(trace: Trace, site: Site, places: Sequence[int]) -> tuple[str, list[int]]:
    """How many of the events belong to each call of their function, or to each turn of the outermost loop around them.

    No numbers where these make no sum that is worth writing down.
    """
    function, loops = site.function, [loop for loop in site.loops if loop is not site.node]
    calls = [n for n, event in enumerate(trace.events) if _is(trace, event, function, "call")]
    ends = [n for n, event in enumerate(trace.events) if _is(trace, event, function, "return", "unwind")]
    if function.number and len(calls) > 1:
        one_by_one = not function.is_generator and all(end < call for end, call in zip(ends, calls[1:], strict=False))
        starts, where = calls if one_by_one else [], f"the calls of `{function.name}`"
    else:
        turns = (one for one in trace.program.sites if loops and one.node is loops[0] and is_turn(one))
        starts = [place for one in turns for place in runs(trace, one) if begins_turn(trace, place)]
        where = f"the turns of the loop on line {loops[0].lineno}" if loops else ""
    shares = [sum(start <= place < end for place in places) for start, end in pairwise([*starts, len(trace.events)])]
    readable = FEW <= len(shares) <= MANY and max(shares) > 1 and sum(shares) == len(places)
    return where, shares if readable else []


def _is(trace: Trace, event: Event, function: Function, *kinds: str) -> bool:
    site = trace.site(event)
    return site.function is function and site.kind in kinds


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
        places = line.runs
        sure = line.site.kind != "method" or bool(places)  # a method of who knows what tells nothing
        depends = len(places) > 1 or condition_of(line.site.node, parents) is not None
        if line.is_told and sure and depends and len(places) <= MOST:
            yield _count(trace, line.site, line.words, f"line {line.number} runs {{}} times", places)


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
        places = [place for place in runs(trace, site) if begins_turn(trace, place)]
        if code and 1 < len(places) <= MOST and _is_open(trace, site):
            words = {"line": str(site.line), "code": code}
            yield _count(trace, site, words, f"the loop on line {site.line} makes {{}} turns", places)


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
        places = line.runs
        truths = [bool(trace.events[place][1]) for place in places]
        for truth, come in ((True, "hold"), (False, "fail")):
            chosen = [place for place, came in zip(places, truths, strict=True) if came is truth]
            if 0 < len(chosen) < len(places) <= MOST and len(places) > 2:  # noqa: PLR2004 - two are seen at a glance
                words = {**line.words, "come": come, "truth": str(truth).lower()}
                does = f"the condition on line {line.number} is {words['truth']} {{}} times"
                yield _count(trace, line.site, words, does, chosen)
