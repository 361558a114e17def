"""Questions about two versions of a program: whether they agree, and on what they don't."""

from __future__ import annotations

from collections.abc import Iterator

from generator.engine.program import Trace
from generator.engine.replay import final_state
from generator.pairs import Pair, pair_of
from generator.questions.inputs import LONGEST, function_of, is_plain
from generator.questions.registry import Answer, Candidate, known, question
from generator.types import Problem

_ANSWERED = "Answer `yes: RESULT` or `no: RESULT and RESULT`."


def _compared(problem: Problem, trace: Trace) -> Pair | None:
    """The functions that a run has compared; None if it does something else, or fails."""
    callee = function_of(problem.entry) if problem.entry else None
    return pair_of(problem.code, callee) if callee and not trace.error else None


def _results(problem: Problem, trace: Trace) -> list[str]:
    """What the functions have returned: the function that compares them binds nothing else."""
    callee, state = function_of(problem.entry), final_state(trace)
    sites = [(trace.site(event), event) for event in trace.events]
    return [state.text(event[1]) for site, event in sites if site.kind == "bind" and site.function.name == callee]


@question(
    asks=(
        f"Do `{{first}}` and `{{second}}` return the same in this call? {_ANSWERED}",
        f"`{{first}}` and `{{second}}` are meant to do the same. Do they in this call? {_ANSWERED}",
        f"What do `{{first}}` and `{{second}}` return in this call, and is it the same? {_ANSWERED}",
    ),
    closes=("So the answer is {answer:code}.", "Hence the answer: {answer:code}.", "The answer is {answer:code}."),
    goes_first=True,
)
def agreement(problem: Problem, trace: Trace) -> Iterator[Candidate]:
    """Do `gcd` and `gcd_2` return the same in this call? -> no: 6 and 12"""
    if found := _compared(problem, trace):
        first, second = _results(problem, trace)
        told = f"yes: {first}" if trace.output == "True" else f"no: {first} and {second}"
        if "`" not in told and len(told) <= LONGEST:
            yield known("agreement", _words(found), Answer(told, len(trace.events)))


def _tells_apart(problem: Problem, trace: Trace, _: str) -> bool:
    return is_plain(problem) and _compared(problem, trace) is not None and trace.output == "False"


@question(
    asks=(
        "`{first}` and `{second}` look alike but differ. Find a call of `{callee}` that returns `False`.",
        "Which call of `{callee}` shows that `{first}` and `{second}` differ? Give one that returns `False`.",
        "Find arguments that tell `{first}` from `{second}`: a call of `{callee}` that returns `False`.",
    ),
    closes=(
        "So one such call is {answer:code}.",
        "So a call that returns `False` is {answer:code}.",
        "Hence a right call is {answer:code}.",
    ),
    does=_tells_apart,
    goes_first=True,
)
def telling_input(problem: Problem, trace: Trace) -> Iterator[Candidate]:
    """Find a call of `agree` that returns `False`: one on which `gcd` and `gcd_2` differ. -> agree(12, 18)"""
    if _tells_apart(problem, trace, "") and (found := _compared(problem, trace)):
        yield known(
            "telling",
            _words(found) | {"callee": str(function_of(problem.entry))},
            Answer(problem.entry, len(trace.events)),
        )


def _words(found: Pair) -> dict[str, str]:
    return {"first": found.first, "second": found.second}
