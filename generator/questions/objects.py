"""Questions about identity: which names refer to the same object."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from itertools import count

from generator.engine.program import Function, Trace
from generator.engine.recorder import ATOMIC
from generator.engine.replay import State, walk
from generator.questions.lines import Line, counted_lines, ordinal, text_of
from generator.questions.quiet import is_quiet, own_code
from generator.questions.registry import Answer, Candidate, known, question
from generator.questions.variables import variables
from generator.types import Problem


@question(
    asks=(
        "Right after line {line} (`{code}`) has run for the {nth} time, which {names} refer to the same object?",
        "Line {line} is `{code}`. Just after its {nth} run, which {names} stand for one and the same object?",
        "Which {names} refer to the same object after the {nth} run of line {line} (`{code}`)?",
    ),
    closes=(
        "So after run {visit} of line {line}, the names of one and the same object are {answer:code}.",
        "After run {visit} of line {line}, these names refer to the same object: {answer:code}.",
        "So these are the names of one object after run {visit} of line {line}: {answer:code}.",
    ),
)
def same_object(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """After the 2nd run of line 6 (`steps += 1`), which local names refer to the same object? -> following, level"""
    if not _may_share(trace):
        return
    own = own_code(trace.program.text)
    lines = [line for line in counted_lines(trace) if is_quiet(line.site.node, own) and not _shows(line.site.node)]
    asked = {line.site.index: (line, count(1)) for line in lines}
    names: dict[int, set[str]] = defaultdict(set)
    for variable in variables(trace):
        names[variable.function].add(variable.name)
    for place, event, _before, state in walk(trace):
        line, visits = asked.get(event[0], (None, count()))
        visit = next(visits)
        own_frame = line is not None and state.frame.function is line.site.function
        if line is not None and own_frame and (shared := _shared(state, names[line.site.function.number])):
            yield _asked(trace, line, visit, place, shared)


def _may_share(trace: Trace) -> bool:
    """Whether an object that can change is ever bound to two names."""
    names: dict[int, str] = {}
    for event in trace.events:
        site = trace.site(event)
        if site.kind in ("bind", "turn", "call"):
            called = site.kind == "call"
            bound = site.function.parameters if called else site.names
            held = event[len(event) - len(bound) :] if called else event[1:]
            for name, value in zip(bound, held, strict=False):
                if type(value) not in ATOMIC and names.setdefault(id(value), name) != name:
                    return True
    return False


def _shows(node: ast.AST) -> bool:
    """Whether a line gives one name's object to another, for everybody to see."""
    return isinstance(node, ast.Assign) and any(isinstance(part, ast.Name) for part in (node.value, *node.targets[1:]))


def _shared(state: State, names: set[str]) -> list[str]:
    """The names that share a container or an instance, where it is the only one of several that is shared."""
    found: dict[int, list[str]] = defaultdict(list)
    held = state.frame.names
    for name in sorted(names & held.keys()):
        if id(held[name]) in state.held:
            found[id(held[name])].append(name)
    shared = [group for group in found.values() if len(group) > 1]
    return shared[0] if len(shared) == 1 < len(found) else []


def _asked(trace: Trace, line: Line, visit: int, place: int, shared: list[str]) -> Candidate:
    function = line.site.function
    words = {
        "visit": str(visit),
        "nth": ordinal(visit),
        "names": f"local names of `{function.name}`" if function.number else "names",
    }
    told = {_binding(trace, function, name, place): "" for name in shared}
    last = trace.site(trace.events[max(told)])
    text = text_of(trace.program, last.line)
    working = f"The last of them was bound on line {last.line} (`{text}`)." if text and last.kind == "bind" else ""
    found = Answer(", ".join(shared), place + 1, told, working)
    return known(f"@{line.number}#{visit}", {**line.words, **words}, found)


def _binding(trace: Trace, function: Function, name: str, place: int) -> int:
    """The last event up to a place that bound a name of a function that is called once."""
    for number in range(place, -1, -1):
        site = trace.site(trace.events[number])
        if site.function is function and name in (function.parameters if site.kind == "call" else site.names):
            return number
    return place
