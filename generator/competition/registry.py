"""How a competition problem joins the dataset: one sampler of inputs, decorated with everything else.

    @problem(
        title="Equal Pairs", family="hashing", rating=800,
        statement="...", input_format="...", output_format="...", constraints="...",
        examples=[Example("5\\n7 3 7 7 3\\n", "4\\n", "...")],
        solutions={"counting": \"\"\"...\"\"\", "sorting": \"\"\"...\"\"\"},
        wrong={"neighbours only": Wrong(\"\"\"...\"\"\", "3\\n7 3 7\\n")},
        valid=a_validator,
    )
    def equal_pairs(rng, size):
        return stdin

Each solution is a script as a contestant would write it: it reads standard input and prints the answer. So is a wrong
one, with an input on which it gives another output than the solutions do.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from generator.competition.lines import Validator, is_valid
from generator.hints import split_hints
from generator.types import Problem, Task

Sampler = Callable[[Random, int], str]
"""(randomness, size) -> a standard input within the constraints, small enough that its trace can be read."""


@dataclass(frozen=True, slots=True)
class Example:
    stdin: str
    stdout: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A solution that a contestant might hand in and that fails; stdin is an input that shows it."""

    code: str
    stdin: str


@dataclass(frozen=True, slots=True)
class CompetitionProblem:
    """rating: how hard it is to solve, as contests rate it: 800 for the easiest, in steps of 100."""

    examples: tuple[Example, ...]
    solutions: Mapping[str, str]
    wrong: Mapping[str, Wrong]
    rating: int
    valid: Validator


TASKS: dict[str, Task] = {}
PROBLEMS: dict[str, CompetitionProblem] = {}


def problem(
    *,
    title: str,
    family: str,
    rating: int,
    statement: str,
    input_format: str,
    output_format: str,
    constraints: str,
    examples: Sequence[Example],
    solutions: Mapping[str, str],
    wrong: Mapping[str, Wrong],
    valid: Validator,
) -> Callable[[Sampler], Sampler]:
    """Register the decorated sampler's problem."""
    paragraphs = [
        f"{title}",
        _unwrapped(statement),
        f"Input: {_unwrapped(input_format)}",
        f"Output: {_unwrapped(output_format)}",
        f"Constraints: {_unwrapped(constraints)}",
        *map(_worded, examples),
    ]

    def register(sampler: Sampler) -> Sampler:
        name = sampler.__name__
        texts = [split_hints(inspect.cleandoc(solution)) for solution in solutions.values()]

        def draw(rng: Random, size: int) -> Problem:
            code, hints = rng.choice(texts)
            stdin = sampler(rng, size)
            return Problem("competition", name, family, "\n\n".join(paragraphs), code, stdin=stdin, hints=hints)

        PROBLEMS[name] = CompetitionProblem(tuple(examples), solutions, wrong, rating, valid)
        summary = f"{title}: {_first_sentence(statement)}"
        misses = tuple(_text(one.code) for one in wrong.values())
        TASKS[name] = Task(
            "competition", name, family, summary, "", draw, partial(is_valid, valid), texts[0][0], misses
        )
        return sampler

    return register


def _text(code: str) -> str:
    return split_hints(inspect.cleandoc(code))[0]


def _unwrapped(text: str) -> str:
    """A text without the line breaks that only the source file needs; paragraphs and lists stay."""
    paragraphs = inspect.cleandoc(text).split("\n\n")
    return "\n\n".join(re.sub(r"\n(?![-*\d])", " ", paragraph) for paragraph in paragraphs)


def _worded(example: Example) -> str:
    note = f"\nExplanation: {example.note}" if example.note else ""
    return f"Example input:\n```\n{example.stdin.rstrip()}\n```\nExample output:\n```\n{example.stdout.rstrip()}\n```{note}"


def _first_sentence(text: str) -> str:
    return inspect.cleandoc(text).replace("\n", " ").split(". ")[0].rstrip(".") + "."
