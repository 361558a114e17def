"""Questions about how a run ends: its result, what it prints, the exception that it meets."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from generator.engine.instrument import FILENAME
from generator.engine.program import Event, Trace
from generator.questions.lines import ordinal, tree
from generator.questions.registry import Answer, Candidate, known, question
from generator.types import Problem


def outcome(problem: Problem, trace: Trace) -> str:
    """How a run ended: its error, else what a script printed, else the entry's value, else what the call printed."""
    return trace.error or (trace.stdout.rstrip("\n") if prints(problem, trace) else trace.output)


def prints(problem: Problem, trace: Trace) -> bool:
    """Whether what a run is for is printed, rather than returned."""
    return not problem.entry or (trace.output == "None" and bool(trace.stdout.strip()))


@question(
    asks=(
        "What does {subject} {verb}?",
        "What is the {noun} of {subject}?",
        "Work out what {subject} will {verb}.",
    ),
    closes=("So {ending} {shown}.", "Altogether, {ending} {shown}.", "In the end, {ending} {shown}."),
)
def output(problem: Problem, trace: Trace) -> Iterator[Candidate]:
    """What does the program print? -> 4"""
    words = {"subject": "the program", "verb": "print", "noun": "output"}
    if problem.entry:
        words = {"subject": f"`{problem.entry}`", "verb": "return", "noun": "result"}
    yield Candidate("output", {**words, **_ending(problem, trace)}, lambda: _outcome(problem, trace))


@question(
    asks=(
        "What is the answer to the problem?",
        "Solve the problem.",
        "Find the answer to the problem by running the program.",
    ),
    closes=("So {ending} {shown}.", "Altogether, {ending} {shown}.", "Finally, {ending} {shown}."),
)
def walk_through(problem: Problem, trace: Trace) -> Iterator[Candidate]:
    """A baker ... How many boxes are filled, and how many rolls are left over? -> 2 1"""
    if not problem.entry and not problem.stdin:
        yield Candidate("answer", _ending(problem, trace), lambda: _outcome(problem, trace))


def _ending(problem: Problem, trace: Trace) -> dict[str, str]:
    """How a run ends, in words, and how its outcome is shown."""
    if trace.error:
        return {"ending": "the run ends with", "shown": "{answer:code}"}
    if prints(problem, trace):
        return {"ending": "the program prints", "shown": "{answer:code}"}
    return {"ending": "the call returns", "shown": "{answer}"}


def _outcome(problem: Problem, trace: Trace) -> Answer | None:
    text = outcome(problem, trace)
    return Answer(text, len(trace.events)) if text else None


@question(
    asks=(
        "What is the {nth} line that the program prints?",
        "Which text stands in the {nth} line of the program's output?",
        "The program prints several lines. What is the {nth} line?",
    ),
    closes=(
        "So the {nth} line is {answer:code}.",
        "This is the {nth} line that is printed: {answer:code}.",
        "In the {nth} line of the output stands {answer:code}.",
    ),
)
def printed(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """What is the 2nd line that the program prints? -> 3 1"""
    places = [number for number, event in enumerate(trace.events) if trace.site(event).kind == "print"]
    texts = [trace.events[place][1] for place in places]
    if any(text.find("\n") != len(text) - 1 for text in texts) or len(set(texts)) < 2:  # noqa: PLR2004 - else it's plain
        return
    for number, (place, text) in enumerate(zip(places, texts, strict=True), 1):
        if text.strip():
            yield known(f"@{number}", {"nth": ordinal(number)}, Answer(text.removesuffix("\n"), place + 1, {place: ""}))


@question(
    asks=(
        "Which exception is the first to be raised in this run, and on which line? Answer as `Name on line N`.",
        "An exception occurs in this run. Which one comes first, and where is it raised? Answer as `Name on line N`.",
        "What is the first exception of this run, and which line raises it? Answer as `Name on line N`.",
    ),
    closes=(
        "So the first exception is {answer:code}.",
        "So what is raised first is {answer:code}.",
        "Hence the first exception to occur is {answer:code}.",
    ),
)
def exception(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """Which exception is the first to be raised in this run, and on which line? -> IndexError on line 9"""
    if any(isinstance(node, ast.With) or getattr(node, "finalbody", []) for node in ast.walk(tree(trace.program))):
        return  # what is swallowed by these leaves no event
    places = (n for n, event in enumerate(trace.events) if trace.site(event).kind in ("raise", "unwind", "except"))
    place = next(places, None)
    if place is None:
        name, line, told = trace.error.partition(":")[0], trace.error_line, dict[int, str]()
    else:
        name, line, told = *_raised(trace, trace.events[place]), {place: ""}
    if name and line and name != "GeneratorExit":
        until = len(trace.events) if place is None else place + 1
        yield known("exception", {}, Answer(f"{name} on line {line}", until, told))


def _raised(trace: Trace, event: Event) -> tuple[str, int]:
    """The name of the exception of an event, and the line of the program that raised it."""
    site, error = trace.site(event), event[1]
    if isinstance(error, type):
        return error.__name__, site.line
    line, traceback = site.line, error.__traceback__
    while traceback is not None and site.kind != "raise":
        if traceback.tb_frame.f_code.co_filename == FILENAME:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return type(error).__name__, line
