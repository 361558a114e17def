"""Lays out prompts: instruction, problem, code, input and question, in one order for all configs."""

from __future__ import annotations

from random import Random

from generator.types import Config, Problem, Question


def prompt(config: Config, problem: Problem, question: Question, rng: Random) -> str:
    """The whole prompt of a row; the instruction is drawn from the config's."""
    parts = [rng.choice(config.instructions)]
    if problem.statement:
        parts.append(f"Problem:\n{problem.statement}")
    parts.append(f"Code:\n```python\n{problem.code}```")
    if problem.entry:
        parts.append(f"Call: `{problem.entry}`")
    if problem.stdin:
        parts.append(f"Input:\n```\n{problem.stdin}```")
    parts.append(f"Question: {question.text}")
    return "\n\n".join(parts)
