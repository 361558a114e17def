"""Questions for an input: one that leads to an output, one on which a line runs. Any that does is right."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from generator.engine.program import Trace
from generator.questions.lines import condition_of, counted_lines, is_interrupted, marked_lines, parents_of, tree
from generator.questions.outcomes import outcome, prints
from generator.questions.registry import Answer, Candidate, known, question
from generator.types import Problem

LONGEST = 200
"""Characters of an output that an input is asked for: a longer one can't be worked back from."""
MOST = 12
"""Runs of a line that an input is asked for."""


def given(problem: Problem) -> str:
    """What a run is given: the call, or what stands in the standard input."""
    return problem.entry or problem.stdin.rstrip("\n")


def is_plain(problem: Problem) -> bool:
    """Whether a problem has an input that can be asked for: a call of one function with literals, or lines to read."""
    if not problem.entry:
        return bool(problem.stdin.strip())
    return not problem.stdin and function_of(problem.entry) is not None


def function_of(entry: str) -> str | None:
    """The function that a call with literal arguments calls; None where a text is no such call."""
    try:
        call = ast.parse(entry, mode="eval").body
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            return None
        for part in (*call.args, *(keyword.value for keyword in call.keywords)):
            ast.literal_eval(part)
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError):
        return None
    return call.func.id


def is_shown(text: str, statement: str) -> bool:
    """Whether a statement shows a text on lines of its own, as it does the examples."""
    return f"\n{text.strip()}\n" in f"\n{statement}\n"


def _words(problem: Problem) -> dict[str, str]:
    """How the inputs of a program are spoken of."""
    if problem.entry:
        what = f"call of `{function_of(problem.entry)}`"
        return {"noun": "call", "what": what, "a_what": f"a {what}"}
    return {"noun": "input", "what": "input", "a_what": "an input"}


def _leads_to(problem: Problem, trace: Trace, focus: str) -> bool:
    return is_plain(problem) and not trace.error and outcome(problem, trace) == focus


@question(
    asks=(
        "Find {a_what} {that_does}.",
        "{it_did}. Which {noun} could that have been?",
        "Which {what} {does}? Give one.",
    ),
    closes=(
        "So one such {noun} is {answer:code}.",
        "So one {noun} that does it is {answer:code}.",
        "Hence a right {noun} is {answer:code}.",
    ),
    does=_leads_to,
)
def input_prediction(problem: Problem, trace: Trace) -> Iterator[Candidate]:
    """Find a call of `gcd` that returns `6`. -> gcd(12, 18)"""
    text = outcome(problem, trace)
    shown = is_shown(text, problem.statement) or is_shown(given(problem), problem.statement)
    if (
        _leads_to(problem, trace, text)
        and not shown
        and "\n" not in text
        and "`" not in text
        and 0 < len(text) <= LONGEST
    ):
        verb = "print" if prints(problem, trace) else "return"
        does = f"makes the program print `{text}`" if verb == "print" else f"returns `{text}`"
        words = _words(problem) | {"does": does, "that_does": f"that {does}"}
        words["it_did"] = f"The program printed `{text}`" if verb == "print" else f"A {words['what']} returned `{text}`"
        yield known(text, words, Answer(given(problem), len(trace.events)))


def _reaches(problem: Problem, trace: Trace, focus: str) -> bool:
    number, _, times = focus.removeprefix("@").partition("#")
    line = next((line for line in marked_lines(trace) if str(line.number) == number), None)
    found = len(line.runs) if line else 0
    if times and is_interrupted(trace):
        return False  # a run of the line may have been cut short
    return is_plain(problem) and (str(found) == times if times else found > 0)


@question(
    asks=(
        "Find {a_what} on which line {line} (`{code}`) runs{times}.",
        "Line {line} is `{code}`. Which {what} makes it run{times}? Give one.",
        "Give {a_what} on which line {line} (`{code}`) is run{times}.",
    ),
    closes=(
        "So line {line} runs{times} on this {noun}: {answer:code}.",
        "So one such {noun} is {answer:code}.",
        "Hence line {line} runs{times} on the {noun} {answer:code}.",
    ),
    does=_reaches,
)
def reaching_input(problem: Problem, trace: Trace) -> Iterator[Candidate]:
    """Find a call of `gcd` on which line 3 (`a, b = b, a % b`) runs exactly 2 times. -> gcd(9, 6)"""
    if not is_plain(problem) or is_shown(given(problem), problem.statement):
        return
    parents = parents_of(tree(trace.program))
    for line in counted_lines(trace):
        places, test = line.runs, condition_of(line.site.node, parents)
        if test is None or not places or not line.is_told:
            continue
        words = _words(problem) | line.words
        checks = [place for place, event in enumerate(trace.events) if trace.site(event).node is test]
        if len(checks) == 1 or (len(checks) > 1 and places[0] > checks[1]):
            yield known(
                f"@{line.number}", words | {"times": ""}, Answer(given(problem), places[0] + 1, {places[0]: ""})
            )
        if 1 < len(places) <= MOST:
            times = f" exactly {len(places)} times"
            found = Answer(given(problem), len(trace.events), dict.fromkeys(places, ""))
            yield known(f"@{line.number}#{len(places)}", words | {"times": times}, found)
