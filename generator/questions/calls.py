"""Questions about calls: their arguments and results, how deep they go, and which are open."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.engine.frame import Frame
from generator.engine.program import Function, Trace
from generator.engine.replay import State, walk
from generator.questions.lines import is_interrupted, ordinal, tree
from generator.questions.registry import Answer, Candidate, known, question
from generator.questions.variables import text_or_none
from generator.types import Problem

LONG = 120
"""A call whose text is longer is not asked about, nor a stack of twice that."""
DEEP = 3
"""A stack of fewer calls can be seen at a glance."""


@dataclass(slots=True)
class Call:
    """A call of one of the program's functions: the events with which it begins and returns, as texts.

    open: the calls that are open when it begins, itself included, from the outermost to the innermost.
    """

    function: Function
    begins: int
    text: str
    open: tuple[Call, ...] = ()
    returns: int = -1
    result: str = "None"


def called(trace: Trace) -> list[Call]:
    """The calls of a run in the order in which they begin; none where not every call can be told by its events."""
    functions = trace.program.functions
    raises = any(one.is_lambda for one in functions) and is_interrupted(trace)  # a lambda that raises tells nothing
    once = sum(trace.site(event).kind == "call" for event in trace.events) < 2  # noqa: PLR2004 - nothing to tell apart
    if once or raises or _has_stars(trace) or any(one.is_generator or one.defers_leave for one in functions):
        return []
    found: list[Call] = []
    waiting: list[Call] = []
    for number, event, before, after in walk(trace):
        site = trace.site(event)
        if site.kind == "call":
            found.append(Call(site.function, number, _written(after, after.frame)))
            waiting.append(found[-1])
            found[-1].open = tuple(waiting)
        elif site.kind in ("return", "unwind"):
            if not waiting or waiting[-1].function is not site.function:
                return []
            done = waiting.pop()
            if site.kind == "return":
                done.returns, done.result = number, text_or_none(before, event[1]) or "None"
    return found


def _has_stars(trace: Trace) -> bool:
    """Whether a function takes any number of arguments, so that its calls can't be written down by its parameters."""
    signatures = (part for part in ast.walk(tree(trace.program)) if isinstance(part, ast.arguments))
    return any(one.vararg or one.kwarg for one in signatures)


def _written(state: State, frame: Frame) -> str:
    """A call as it begins: `f(x=1)`, without the object whose method it is."""
    given = [f"{name}={state.text_or_kind(value)}" for name, value in frame.names.items() if name != "self"]
    return f"{frame.function.name}({', '.join(given)})"


def _by_function(trace: Trace) -> Iterator[tuple[str, list[Call]]]:
    """(name, calls in the order in which they begin) of each function that can be asked about by its name."""
    calls = called(trace)
    names = Counter(function.name for function in trace.program.functions)
    for function in trace.program.functions[1:]:
        if not function.is_lambda and names[function.name] == 1:
            yield function.name, [call for call in calls if call.function is function]


def _numbered(trace: Trace) -> Iterator[tuple[Call, dict[str, str], list[Call]]]:
    """Each call of a function that is called again, with its words, and all calls of the function."""
    for name, calls in _by_function(trace):
        for number, call in enumerate(calls, 1):
            if len(calls) > 1:
                yield call, {"name": name, "nth": ordinal(number), "focus": f"{name}#{number}"}, calls


def _is_readable(text: str, longest: int) -> bool:
    """Whether a text is short enough, and holds nothing that has no text of its own."""
    return len(text) <= longest and "<" not in text and "lambda(" not in text


@question(
    asks=(
        "What are the arguments of the {nth} call of `{name}`? Write down the call, as in `{name}(...)`.",
        "With which arguments is `{name}` called for the {nth} time? Write down the call, as in `{name}(...)`.",
        "Write down the {nth} call of `{name}` with its arguments by name, as in `{name}(...)`.",
    ),
    closes=(
        "So the {nth} call of `{name}` is {answer:code}.",
        "This is the {nth} call of `{name}`: {answer:code}.",
        "Hence the {nth} call of `{name}` reads {answer:code}.",
    ),
)
def call_arguments(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """With which arguments is `fact` called for the 3rd time? -> fact(n=2)"""
    for call, words, calls in _numbered(trace):
        if call.text != calls[0].text and _is_readable(call.text, LONG):
            yield known(words["focus"], words, Answer(call.text, call.begins + 1, {call.begins: ""}))


@question(
    asks=(
        "What does the {nth} call of `{name}` return? Calls are counted in the order in which they begin.",
        "Count the calls of `{name}` in the order in which they begin. What is the result of the {nth} call?",
        "`{name}` is called several times. In the order in which these calls begin, what does the {nth} call return?",
    ),
    closes=(
        "So the {nth} call of `{name}` returns {answer}.",
        "Hence the result of the {nth} call of `{name}` is {answer}.",
        "Counted by where they begin, the {nth} call of `{name}` returns {answer}.",
    ),
)
def call_result(problem: Problem, trace: Trace) -> Iterator[Candidate]:
    """What does the 3rd call of `fact` return? Calls are counted in the order in which they begin. -> 2"""
    for call, words, calls in _numbered(trace):
        is_output = len(call.open) == 1 and bool(problem.entry)
        if call.result != "None" and len({one.result for one in calls}) > 1 and not is_output:
            told = {call.begins: "", call.returns: ""}
            yield known(words["focus"], words, Answer(call.result, call.returns + 1, told))


@question(
    asks=(
        "How many calls of `{name}` are open at the same time at most?",
        "How deep does the recursion of `{name}` go? A call that no other call of it has led to has depth 1.",
        "What is the largest number of calls of `{name}` that have begun and not yet ended, at any moment?",
    ),
    closes=(
        "So at most {answer:raw} calls of `{name}` are open at the same time.",
        "Hence the recursion of `{name}` is {answer:raw} calls deep where it is deepest.",
        "So up to {answer:raw} calls of `{name}` are open at once.",
    ),
)
def recursion_depth(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """How deep does the recursion of `fact` go? A call that no other call of it has led to has depth 1. -> 4"""
    for name, calls in _by_function(trace):
        depth = max((sum(one.function is call.function for one in call.open) for call in calls), default=0)
        if depth > 1:
            told = {call.begins: "" for call in calls}
            yield known(name, {"name": name}, Answer(str(depth), len(trace.events), told))


_FROM_OUTSIDE = "List the calls from the outermost to the new one, as they were made: `f(x=1) -> g(y=2)`."


@question(
    asks=(
        "Which calls are open when the {nth} call of `{name}` begins? " + _FROM_OUTSIDE,
        "What is the call stack at the beginning of the {nth} call of `{name}`? " + _FROM_OUTSIDE,
        "When `{name}` is called for the {nth} time, what does the call stack look like? " + _FROM_OUTSIDE,
    ),
    closes=(
        "So the call stack at the {nth} call of `{name}` is {answer:code}.",
        "Hence these calls are open when the {nth} call of `{name}` begins: {answer:code}.",
        "At the {nth} call of `{name}`, the call stack is {answer:code}.",
    ),
)
def call_stack(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """Which calls are open when the 3rd call of `fact` begins? -> fact(n=4) -> fact(n=3) -> fact(n=2)"""
    for call, words, _calls in _numbered(trace):
        text = " -> ".join(one.text for one in call.open)
        if len(call.open) >= DEEP and _is_readable(text, 2 * LONG):
            told = {one.begins: "" for one in call.open}
            yield known(words["focus"], words, Answer(text, call.begins + 1, told))
