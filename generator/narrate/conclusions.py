"""The last sentence of a rationale: the question's own closing, with the answer in it."""

from __future__ import annotations

from generator.engine.program import Trace
from generator.engine.replay import final_state
from generator.narrate import expressions as say
from generator.narrate.telling import fill
from generator.types import Problem, Question


def conclude(problem: Problem, trace: Trace, question: Question) -> str:
    """The sentence that states the answer; for a word problem it goes on in the words of the problem."""
    if "\n" in question.answer:
        opening = question.closing.partition(" {answer")[0].rstrip(":")
        return f"{opening}:\n```\n{question.answer}\n```"
    told = in_words(problem, trace) if question.kind == "walk_through" else ""
    closing = question.closing.removesuffix(".") + (f": {told}." if told else ".")
    for form, shown in (
        ("{answer}", say.value(question.answer)),
        ("{answer:code}", say.code(question.answer)),
        ("{answer:raw}", question.answer),
    ):
        if form in closing:
            return closing.replace(form, shown, 1)
    return closing


def in_words(problem: Problem, trace: Trace) -> str:
    """What the answer means for the problem, which its program's last hint says; empty if there is none."""
    hint = problem.hints.get(max(problem.hints, default=0), "")
    return fill(hint, final_state(trace), None) if "{" in hint and "{}" not in hint else ""
