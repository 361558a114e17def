"""Questions about what variables hold: all their values, and the value at some moment."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from generator.engine.program import Site, Trace
from generator.questions.lines import Line, counted_lines, ordinal, runs
from generator.questions.quiet import is_quiet, own_code
from generator.questions.registry import Answer, Candidate, question
from generator.questions.variables import Variable, history, values_after, variables
from generator.types import Problem

FEW, MANY = 3, 40
"""A variable that takes fewer values is trivial to trace, and one that takes more is unreadable."""


@question(
    asks=(
        "Trace the variable {variable}: list its first value and then each new value, in order.",
        "Which values does {variable} go through, from the first to the last? Count a value only when it changes.",
        "How does {variable} change during the execution? Give its first value and every change of it, in order.",
    ),
    closes=(
        "So `{name}` went through: {answer:raw}.",
        "Altogether, `{name}` took the values: {answer:raw}.",
        "In order, `{name}` was: {answer:raw}.",
    ),
)
def variable_trace(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """Trace the variable `total`: list all the values that it takes, in order. -> 0 -> 3 -> 7"""
    for variable in variables(trace):

        def found(variable: Variable = variable) -> Answer | None:
            values = history(trace, variable)
            if values is None or not FEW <= len(values) <= MANY:
                return None
            return Answer(" -> ".join(text for _, text in values), len(trace.events), dict(values))

        yield Candidate(variable.focus, {"variable": variable.shown, "name": variable.name}, found)


@question(
    asks=(
        "What is the value of `{name}` right after line {line} (`{code}`) has run for the {nth} time?",
        "Line {line} is `{code}`. What does `{name}` hold just after its {nth} run?",
        "After the {nth} run of line {line} (`{code}`), what is `{name}`?",
    ),
    closes=(
        "That was run {visit} of line {line}, so `{name}` is {answer}.",
        "This is run {visit} of line {line}, so `{name}` is {answer}.",
        "We have reached run {visit} of line {line}, so `{name}` is {answer}.",
    ),
)
def line_value(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """What is the value of `j` right after line 6 (`j -= 1`) has run for the 2nd time? -> 0"""
    for line in single_lines(trace):
        node = line.site.node
        if isinstance(node, ast.Assign | ast.AugAssign) and not _is_constant(node):
            yield from _visits(trace, line, _changed_name(node), {})


@question(
    asks=(
        "What does the {kind} `{name}` hold right after line {line} (`{code}`) has run for the {nth} time?",
        "Line {line} is `{code}`. What are the contents of the {kind} `{name}` just after its {nth} run?",
        "Write down the {kind} `{name}` as it is after the {nth} run of line {line} (`{code}`).",
    ),
    closes=(
        "That was run {visit} of line {line}, so the {kind} `{name}` is {answer}.",
        "This is run {visit} of line {line}, after which the {kind} `{name}` is {answer}.",
        "Line {line} has come to its {nth} run, so `{name}` is {answer}.",
    ),
)
def contents(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """What does the list `waiting` hold right after line 7 (`waiting.append(3)`) has run for the 2nd time? -> [5, 3]"""
    for line in single_lines(trace):
        sites = [one for one in trace.program.sites if one.line == line.number and one.function is line.site.function]
        names = Counter(map(_receiver, sites))
        for site in sites:
            name = _receiver(site) if names[_receiver(site)] == 1 else ""
            changes = runs(trace, site) if name and name not in line.site.names else []
            if len(changes) == len(line.runs) > 1:
                kind = type(trace.events[changes[0]][1]).__name__
                yield from _visits(trace, line, name, {"kind": _KINDS.get(kind, kind)}, changes)


_KINDS = {"deque": "queue", "dict": "dictionary", "defaultdict": "dictionary", "OrderedDict": "dictionary"}


def _receiver(site: Site) -> str:
    """The variable that a method, or a function of heaps, is called to change; empty where there is none."""
    call = site.node
    if not isinstance(call, ast.Call) or site.kind not in ("method", "mutate"):
        return ""
    if isinstance(call.func, ast.Name) and call.func.id in ("heappush", "heappop") and call.args:
        owner: ast.AST = call.args[0]
    else:
        owner = call.func.value if isinstance(call.func, ast.Attribute) and site.kind == "method" else call
    return owner.id if isinstance(owner, ast.Name) and owner.id != "self" else ""


def single_lines(trace: Trace) -> list[Line]:
    """The lines that end one run before the next begins, and do more than to read the input."""
    own = own_code(trace.program.text)
    return [line for line in counted_lines(trace) if is_quiet(line.site.node, own) and not _reads(line.site.node)]


def _reads(node: ast.AST) -> bool:
    return any(getattr(part, "id", getattr(part, "attr", "")) in ("input", "readline") for part in ast.walk(node))


def _visits(
    trace: Trace, line: Line, name: str, words: dict[str, str], changes: Sequence[int] = ()
) -> Iterator[Candidate]:
    """A question for each run of a line but the first, about the value of a variable then.

    changes: for each run, the event that changes the variable; the one that ends the run if left out.
    """
    texts = cache(lambda: values_after(trace, line.runs, name))
    for visit, change in enumerate(changes or line.runs, 1):

        def found(visit: int = visit, change: int = change) -> Answer | None:
            text = texts()[visit - 1] if len(set(texts())) > 1 else None
            return Answer(text, line.runs[visit - 1] + 1, {change: text}) if text is not None else None

        if visit > 1 and name:
            number = {"name": name, "visit": str(visit), "nth": ordinal(visit)}
            yield Candidate(f"{name}@{line.number}#{visit}", {**line.words, **number, **words}, found)


def _is_constant(node: ast.Assign | ast.AugAssign) -> bool:
    """Whether a name is set to what stands in the line itself."""
    written = isinstance(node, ast.Assign) and all(isinstance(target, ast.Name) for target in node.targets)
    return written and not any(isinstance(part, ast.Name | ast.Attribute) for part in ast.walk(node.value))


def _changed_name(node: ast.Assign | ast.AugAssign) -> str:
    """The variable that an assignment changes: the last name that it binds, or the one whose object it changes."""
    target: ast.AST = node.targets[-1] if isinstance(node, ast.Assign) else node.target
    while not isinstance(target, ast.Name):
        if isinstance(target, ast.Tuple | ast.List):
            target = target.elts[-1]
        elif isinstance(target, ast.Subscript | ast.Attribute | ast.Starred):
            target = target.value
        else:
            return ""
    return "" if target.id == "self" else target.id
