"""A rationale in a model's words: a model proposes the text of each piece, and the checker decides.

All pieces of a row are asked for at once, since what holds before each is known from the run; those that are refused
are asked for again with the reason. A text that is let in is checked where it stands, within the whole rationale, so
that the rationale is true at every moment.
"""

from __future__ import annotations

from dataclasses import replace

from generator.engine.program import Trace
from generator.models import cache
from generator.models.asking import Answer, Model
from generator.models.pieces import Piece, cut, put
from generator.models.prompts import asked
from generator.types import Options, Problem, Question, Rationale, Rejected, Step, Writing
from generator.verify import check_rationale

Refusal = tuple[str, str]
"""(reason, detail)"""


def reword(
    told: Rationale, style: str, problem: Problem, trace: Trace, question: Question, model: Model, options: Options
) -> Rationale:
    """The rationale with each piece in the model's words, where one of its tries is true; Rejected if too few are."""
    if _refusal(told, told.steps, trace, question):
        return told  # which is rejected for its reason when the record is checked
    pieces = cut(told, trace, options.piece_lines)
    waiting: dict[Piece, Refusal] = dict.fromkeys(pieces, ("", ""))
    steps, refused = told.steps, list[str]()
    for attempt in range(options.tries):
        asks = [asked(problem, question, style, piece, attempt, detail) for piece, (_, detail) in waiting.items()]
        for piece, answer in zip(list(waiting), cache.answers(model, asks) if asks else (), strict=True):
            new, refusal = _judged(told, steps, piece, answer, trace, question)
            if refusal is None:
                steps = new
                del waiting[piece]
            else:
                waiting[piece] = refusal
                refused.append(refusal[0])
    written = len(pieces) - len(waiting)
    if options.min_model_share and written < options.min_model_share * max(len(pieces), 1):
        raise Rejected("too little model text", f"{written} of {len(pieces)} pieces")
    tries = written + len(refused)
    writing = Writing(model.name, model.revision, len(pieces), written, tries, tuple(refused))
    return replace(told, steps=steps, writing=writing)


def _judged(
    told: Rationale, steps: tuple[Step, ...], piece: Piece, answer: Answer, trace: Trace, question: Question
) -> tuple[tuple[Step, ...], Refusal | None]:
    """The steps with an answer in its place, and why it is refused, if it is."""
    if not answer.text.strip():
        return steps, ("empty", "it was empty")
    if not answer.whole:
        return steps, ("cut off", "it was too long")
    try:
        new = put(steps, piece, answer.text)
    except Rejected as verdict:
        return steps, (verdict.reason, str(verdict))
    return new, _refusal(told, new, trace, question)


def _refusal(told: Rationale, steps: tuple[Step, ...], trace: Trace, question: Question) -> Refusal | None:
    """Why the checker refuses some steps, if it does."""
    try:
        check_rationale(replace(told, steps=steps).text(), [step.end for step in steps], trace, question)
    except Rejected as verdict:
        return verdict.reason, str(verdict)
    except (RecursionError, MemoryError) as fault:  # the text may be anything
        return "form", type(fault).__name__
    return None
