"""Questions about solutions that may be wrong: a judge's verdict, and an input on which they fail."""

from __future__ import annotations

from collections.abc import Iterator

from generator.engine.program import Trace
from generator.pairs.submissions import is_line, right_output
from generator.questions.inputs import given, is_shown
from generator.questions.registry import Answer, Candidate, known, question
from generator.types import Problem

_ANSWERED = "Answer `accepted` or `wrong: OUTPUT`, with what the program prints."


@question(
    asks=(
        f"The right output for this input is `{{right}}`. What is the verdict on this submission? {_ANSWERED}",
        f"A judge runs this submission and expects `{{right}}`. What does the judge say? {_ANSWERED}",
        f"Does this solution pass a test with this input and the output `{{right}}`? {_ANSWERED}",
    ),
    closes=("So the verdict is {answer:code}.", "Hence the verdict: {answer:code}.", "The verdict is {answer:code}."),
    goes_first=True,
)
def verdict(problem: Problem, trace: Trace) -> Iterator[Candidate]:
    """A judge runs this submission and expects `4`. What does the judge say? -> wrong: 3"""
    right, printed = right_output(problem), trace.stdout
    if right and is_line(right) and is_line(printed):
        told = "accepted" if printed.split() == right.split() else f"wrong: {printed.rstrip()}"
        yield known("verdict", {"right": right.rstrip()}, Answer(told, len(trace.events)))


def _fails(problem: Problem, trace: Trace, focus: str) -> bool:
    right = right_output(problem)
    return right is not None and right.rstrip() == focus and trace.stdout.split() != right.split()


@question(
    asks=(
        "This submission is wrong. Find an input for which `{right}` is right and it prints something else.",
        "The right output is `{right}`, but this solution prints another. Which input could that be? Give one.",
        "Find a test that breaks this solution: an input whose right output is `{right}`.",
    ),
    closes=(
        "So one such input is {answer:code}.",
        "So an input that breaks it is {answer:code}.",
        "Hence a right input is {answer:code}.",
    ),
    does=_fails,
    goes_first=True,
)
def breaking_input(problem: Problem, trace: Trace) -> Iterator[Candidate]:
    """Find a test that breaks this solution: an input whose right output is `4`. -> 5"""
    right = (right_output(problem) or "").rstrip("\n")
    if is_line(right) and _fails(problem, trace, right) and not is_shown(given(problem), problem.statement):
        yield known(right, {"right": right}, Answer(given(problem), len(trace.events)))
