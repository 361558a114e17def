"""Questions about moments of a loop: a value after one of its turns, and when something first holds."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from generator.engine.program import Site, Trace
from generator.questions.lines import Line, counted_lines, lone_lines, ordinal, text_of
from generator.questions.quiet import only_looks, own_code
from generator.questions.registry import Answer, Candidate, known, question
from generator.questions.variables import Variable, history, variables
from generator.types import Problem

History = Sequence[tuple[int, str]]


@question(
    asks=(
        "What is the value of {variable} when the {nth} turn of the loop on line {line} (`{code}`) is over?",
        "Line {line} is `{code}`. What does {variable} hold after the {nth} turn of this loop?",
        "The loop on line {line} (`{code}`) has just finished its {nth} turn. What is {variable} at this moment?",
    ),
    closes=(
        "That was turn {turn} of the loop on line {line}, so `{name}` is {answer}.",
        "Here turn {turn} of the loop on line {line} is over, and `{name}` is {answer}.",
        "The {nth} turn of the loop on line {line} has ended, so `{name}` is {answer}.",
    ),
)
def turn_value(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """What is the value of `total` when the 3rd turn of the loop on line 4 (`for x in xs:`) is over? -> 17"""
    values = cache(lambda variable: history(trace, variable))
    for site in _single_loops(trace):
        ends = _turn_ends(trace, site)
        line = {"line": str(site.line), "code": text_of(trace.program, site.line)}
        for variable in variables(trace):
            if variable.function != site.function.number or variable.name in site.names:
                continue
            for turn, end in enumerate(ends[1:], 2):

                def found(variable: Variable = variable, start: int = ends[0], end: int = end) -> Answer | None:
                    return _value_at(values(variable) or (), start, end)

                words = {"variable": variable.shown, "name": variable.name, "nth": ordinal(turn), "turn": str(turn)}
                yield Candidate(f"{variable.focus}@{site.line}#{turn}", {**line, **words}, found)


def _single_loops(trace: Trace) -> list[Site]:
    """For each loop that is entered at most once, the site of its turns: no loop and no repeated call is around it."""
    calls = [trace.site(event).function.number for event in trace.events if trace.site(event).kind == "call"]
    lone, own = lone_lines(trace.program.text), own_code(trace.program.text)
    return [
        site
        for site in trace.program.sites
        if is_turn(site) and len(site.loops) == 1 and site.line in lone and text_of(trace.program, site.line)
        if site.function.number == 0 or calls.count(site.function.number) == 1
        if isinstance(site.node, ast.For | ast.While) and only_looks(site.node, own)
    ]


def is_turn(site: Site) -> bool:
    """Whether the events of a site begin the turns of a loop, where a condition holds."""
    if site.kind == "test":
        return isinstance(site.node, ast.While) and not isinstance(site.node.test, ast.Constant)
    return site.kind == "turn" and site.function.number >= 0


def begins_turn(trace: Trace, place: int) -> bool:
    """Whether an event of such a site begins a turn."""
    event = trace.events[place]
    return trace.site(event).kind == "turn" or bool(event[1])


def _turn_ends(trace: Trace, site: Site) -> list[int]:
    """The number of events after which each turn of a loop is over; a turn in which the loop is left has none."""
    heads = [
        number
        for number, event in enumerate(trace.events)
        if event[0] == site.index or (trace.site(event).kind == "end" and trace.site(event).node is site.node)
    ]
    return [later for _, later in pairwise(heads)]


def _value_at(values: History, start: int, end: int) -> Answer | None:
    """What a variable holds after some events, unless it has held it since the loop's first turn."""
    before = [(event, text) for event, text in values if event < end]
    if not before or before[-1][0] < start:
        return None
    event, text = before[-1]
    return Answer(text, end, {event: text})


@question(
    asks=(
        "After which run of line {line} (`{code}`) does `{predicate}` hold for the first time? Give its number.",
        "Line {line} is `{code}`. Count its runs: after which of them does `{predicate}` hold for the first time?",
        "How many runs of line {line} (`{code}`) does it take until `{predicate}` holds for the first time?",
    ),
    closes=(
        "So `{predicate}` holds for the first time after run {answer:raw} of line {line}.",
        "It is after run {answer:raw} of line {line} that `{predicate}` holds for the first time.",
        "Hence run {answer:raw} of line {line} is the first after which `{predicate}` holds.",
    ),
    unit="run",
)
def first_time(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """After which run of line 7 (`total += x`) does `total > 20` hold for the first time? -> 4"""
    places = {place: (line, visit) for line in counted_lines(trace) for visit, place in enumerate(line.runs, 1)}
    for variable in variables(trace):
        values = history(trace, variable) or ()
        for number, predicate in _predicates(variable.name, [text for _, text in values]):
            line, visit = places.get(values[number][0], (None, 0))
            if line is not None and visit > 1:
                yield _first(variable, predicate, values[: number + 1], line, visit)


def _first(variable: Variable, predicate: str, values: History, line: Line, visit: int) -> Candidate:
    focus = f"{variable.focus}@{line.number}: {predicate}"
    return known(focus, {**line.words, "predicate": predicate}, Answer(str(visit), values[-1][0] + 1, dict(values)))


def _predicates(name: str, texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(place of the first value that fits, predicate) for the values of a number or the lengths of a container."""
    numbers, shown = _numbers(name, texts)
    if len({later - former for former, later in pairwise(numbers)}) == 1:
        return  # it only counts up or down
    for place in range(2, len(numbers)):
        now, before = numbers[place], numbers[:place]
        if now > max(before):
            yield place, f"{shown} > {_roundest(max(before), now - 1)}"
        elif now < min(before):
            yield place, f"{shown} < {_roundest(now + 1, min(before))}"
        elif now not in before:
            yield place, f"{shown} == {now}"


def _numbers(name: str, texts: Sequence[str]) -> tuple[list[int], str]:
    """The numbers that can be read from all of some values, and how they are written; none where there are none."""
    if all(re.fullmatch(r"-?\d+", text) for text in texts):
        return list(map(int, texts)), name
    try:
        held = [ast.literal_eval(text) for text in texts]
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return [], name
    return (
        ([len(one) for one in held], f"len({name})")
        if all(type(one) in (list, dict, set) for one in held)
        else ([], name)
    )


def _roundest(low: int, high: int) -> int:
    """A number between two, both included, that ends in as many zeros as can be; the smallest of these."""
    step, largest = 1, max(abs(low), abs(high))
    while step * 10 <= largest and -(-low // (step * 10)) * step * 10 <= high:
        step *= 10
    return -(-low // step) * step
