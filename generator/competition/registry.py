"""How a competition problem joins the dataset: one sampler of inputs, decorated with everything else.

    @problem(
        title="Equal Pairs", family="hashing",
        statement="...", input_format="...", output_format="...", constraints="...",
        examples=[Example("5\\n7 3 7 7 3\\n", "4\\n", "...")],
        solutions={"counting": \"\"\"...\"\"\", "sorting": \"\"\"...\"\"\"},
    )
    def equal_pairs(rng, size):
        return stdin

Each solution is a script as a contestant would write it: it reads standard input and prints the answer.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

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
class CompetitionProblem:
    examples: tuple[Example, ...]
    solutions: Mapping[str, str]


TASKS: dict[str, Task] = {}
PROBLEMS: dict[str, CompetitionProblem] = {}


def problem(
    *,
    title: str,
    family: str,
    statement: str,
    input_format: str,
    output_format: str,
    constraints: str,
    examples: Sequence[Example],
    solutions: Mapping[str, str],
) -> Callable[[Sampler], Sampler]:
    """Register the decorated sampler's problem."""
    paragraphs = [
        f"{title}",
        inspect.cleandoc(statement),
        f"Input: {inspect.cleandoc(input_format)}",
        f"Output: {inspect.cleandoc(output_format)}",
        f"Constraints: {inspect.cleandoc(constraints)}",
        *map(_worded, examples),
    ]

    def register(sampler: Sampler) -> Sampler:
        name = sampler.__name__
        texts = [split_hints(inspect.cleandoc(solution)) for solution in solutions.values()]

        def draw(rng: Random, size: int) -> Problem:
            code, hints = rng.choice(texts)
            stdin = sampler(rng, size)
            return Problem("competition", name, family, "\n\n".join(paragraphs), code, stdin=stdin, hints=hints)

        PROBLEMS[name] = CompetitionProblem(tuple(examples), dict(solutions))
        TASKS[name] = Task("competition", name, family, f"{title}: {_first_sentence(statement)}", "", draw)
        return sampler

    return register


def _worded(example: Example) -> str:
    note = f"\n{example.note}" if example.note else ""
    return f"Example input:\n{example.stdin.rstrip()}\nExample output:\n{example.stdout.rstrip()}{note}"


def _first_sentence(text: str) -> str:
    return inspect.cleandoc(text).replace("\n", " ").split(". ")[0].rstrip(".") + "."
