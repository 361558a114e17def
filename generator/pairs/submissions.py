"""Solutions of competition problems that are nearly right: what questions about a judge's verdict are asked of."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from random import Random

from generator.configs import CONFIGS, config
from generator.engine.recorder import run_bare
from generator.types import Problem, Task

LONGEST = 100
"""Characters of an output that a question is asked about."""


def submission(problem: Problem, task: Task, rng: Random, *, fails: bool) -> Problem | None:
    """The problem with a wrong solution, which fails on its input or doesn't; None where nothing can be asked of it."""
    right = output_of(task.solution, problem.stdin)
    if not is_line(right):
        return None
    for code in rng.sample(task.near_misses, len(task.near_misses)):
        found = output_of(code, problem.stdin)
        if is_line(found) and (found != right) == fails:
            return replace(problem, code=code, hints={})
    return None


def right_output(problem: Problem) -> str | None:
    """What a solution should print; None where the problem's program isn't a submission that may be wrong."""
    task = config(problem.config).tasks.get(problem.task) if problem.config in CONFIGS else None
    if task is None or problem.code not in task.near_misses:
        return None
    if task.is_valid and not task.is_valid(problem.stdin):
        return None
    return output_of(task.solution, problem.stdin)


def is_line(output: str | None) -> bool:
    """Whether an output is a line that can stand in a question."""
    text = (output or "").removesuffix("\n")
    return 0 < len(text) <= LONGEST and not {"\n", "`"} & set(text)


@lru_cache(maxsize=256)
def output_of(code: str, stdin: str) -> str | None:
    """What a script of ours prints; None if it fails."""
    _, stdout, error = run_bare(code, "", stdin)
    return None if error else stdout
