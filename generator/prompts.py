"""Lays out prompts: instruction, problem, code, input and question, in one order for all configs.

A question for an input is asked without the input, and with an instruction of its own, since those of the configs speak
of the input; so is a question about the run of a word problem's program, since those of such configs speak of the
answer.
"""

from __future__ import annotations

from random import Random

from generator.types import Config, Problem, Question

SEARCHING = (
    "Find an input for the program below, and show that it is right by running the program on it, step by step.",
    "Read the code and choose an input that does what is asked. Then trace the run on it to prove that it does.",
    "Work back from what is wanted to an input, then execute the program on it by hand and explain each step.",
    "Which input does what the question asks for? Choose one and follow the execution on it to the end.",
    "Think about what the code does, name an input that fits the question, and walk through its run as the proof.",
)
"""Ways to word the instruction where an input is asked for."""
LOOKING_IN = (
    "Here are a problem and a program that solves it. Run the program by hand and answer the question about its run.",
    "Execute the solution of this problem step by step, explain what happens, and answer the question at the end.",
    "The program below solves the problem. Follow its execution closely enough to answer the question about it.",
    "Trace the program that solves this problem, say what each step does, and then answer the question.",
    "Work through the solution program as the computer would, and answer what is asked about its execution.",
)
"""Ways to word the instruction where a question looks into the solution of a word problem."""


def prompt(config: Config, problem: Problem, question: Question, rng: Random) -> str:
    """The whole prompt of a row."""
    parts = [rng.choice(_instructions(config, question))]
    if problem.statement:
        parts.append(f"Problem:\n{problem.statement}")
    parts.append(f"Code:\n```python\n{problem.code}```")
    if problem.entry and not question.hides_input:
        parts.append(f"Call: `{problem.entry}`")
    if problem.stdin and not question.hides_input:
        parts.append(f"Input:\n```\n{problem.stdin}```")
    parts.append(f"Question: {question.text}")
    return "\n\n".join(parts)


def _instructions(config: Config, question: Question) -> tuple[str, ...]:
    if question.hides_input:
        return SEARCHING
    solves = "walk_through" in config.kinds
    return LOOKING_IN if solves and question.kind != "walk_through" else config.instructions
