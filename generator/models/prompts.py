"""What a model is told: the task, worked examples from real traces, the program, the question, the facts of a piece.

What all pieces of a row share stands first, so that a server can keep what it has read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from random import Random

from generator.engine.recorder import record as run
from generator.models.asking import Ask, Turn
from generator.models.pieces import Piece, cut
from generator.narrate.narrator import narrate
from generator.questions import ask as ask_question
from generator.types import Problem, Question, Rationale, Rejected

INSTRUCTION = (
    "You explain what happens when a Python program runs, a piece at a time. Word the facts of the piece in fluent "
    "English, as a good teacher would: tell each of them, in their order, with every name and value as it is, in "
    "backticks. State no other value and no number in words. Write one line for each line of facts, and nothing else."
)
EXAMPLES = 2
_CODE = (
    "def clipped_sum(values, limit):\n    total = 0\n    for value in values:\n        if value > limit:\n"
    "            value = limit\n        total += value\n    return total\n"
)
_CALL = "clipped_sum([4, 9, 2], 5)"
"""The program of the worked examples, and its call."""


def asked(problem: Problem, question: Question, style: str, piece: Piece, attempt: int, refused: str) -> Ask:
    """The request for a piece; refused: why the text before it was."""
    shared = f"{INSTRUCTION}\n\nThe program:\n"
    turns: list[Turn] = []
    for number, (facts, text) in enumerate(islice(examples(question.kind, style, len(piece.facts)), EXAMPLES)):
        turns += [
            ("user", (f"{shared}{_program(_CODE, _CALL)}\n\n" if not number else "") + facts),
            ("assistant", text),
        ]
    stated = f"The program:\n{_program(problem.code, problem.entry)}\n\nThe question: {question.text}"
    opening = stated if turns else f"{INSTRUCTION}\n\n{stated}"
    again = f"\n\nYour last text was refused ({refused}). Word it anew, closer to the facts." if refused else ""
    turns.append(("user", f"{opening}{again}\n\n{_told(piece)}"))
    tokens = sum(map(len, piece.facts)) // 2 + 100
    return Ask(tuple(turns), len(piece.facts), tokens, attempt)


def _program(code: str, entry: str) -> str:
    return f"```python\n{code}```" + (f"\nCall: `{entry}`" if entry else "")


def _told(piece: Piece) -> str:
    state = f"Before it: {piece.state}\n" if piece.state else ""
    return f"{state}Facts:\n" + "\n".join(piece.facts) + "\nText:"


@cache
def _worked(kind: str, style: str, lines: int) -> tuple[tuple[str, str], ...]:
    return tuple(_pairs(kind, style, lines))


def examples(kind: str, style: str, lines: int) -> Iterator[tuple[str, str]]:
    """(facts, text) of pieces of a run: the same piece in two wordings of the deterministic narrator."""
    return iter(_worked(kind, style, lines))


def _pairs(kind: str, style: str, lines: int) -> Iterator[tuple[str, str]]:
    problem, trace = Problem("algorithm", "example", "example", "", _CODE, _CALL), run(_CODE, _CALL)
    question = _question(problem, kind)

    def told(seed: int) -> Rationale:
        return narrate(problem, trace, question, Random(seed), style)[0]

    pieces = cut(told(0), trace, lines)
    for seed in range(1, 20):
        for one, other in zip(pieces, cut(told(seed), trace, lines), strict=False):
            if (one.steps, one.state) == (other.steps, other.state) and _differ(one, other, lines):
                pieces.remove(one)
                yield _told(one), "\n".join(other.facts)
                break


def _differ(one: Piece, other: Piece, lines: int) -> bool:
    """Whether two pieces of the right size word every line in another way."""
    pairs = zip(one.facts, other.facts, strict=False)
    return len(one.facts) == len(other.facts) == lines and all(a != b for a, b in pairs)


def _question(problem: Problem, kind: str) -> Question:
    """A question of a kind about the example, or about what it returns where that kind can't be asked of it."""
    trace = run(problem.code, problem.entry)
    try:
        return ask_question(problem, trace, (kind,), Random(0))
    except Rejected:
        return ask_question(problem, trace, ("output",), Random(0))
