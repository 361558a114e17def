"""How a family of word problems joins the dataset: one plain function, one decorator.

    @word_problem(family="arithmetic")
    def rolls_in_boxes(rng, size):
        \"\"\"A baker bakes 4 trays of 6 rolls and sells 3 bags of 5; the rest goes into boxes of 4. -> 2 1\"\"\"
        ...
        return statement, program

The function draws the quantities, words the problem, and writes the solver program with those quantities in it.
Its docstring is an example with its answer. The program prints the answer and nothing else.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from random import Random

from generator.hints import split_hints
from generator.types import Problem, Task

WordProblem = Callable[[Random, int], tuple[str, str]]
"""(randomness, size) -> the statement in words, and the solver program with its `#:` hints."""

TASKS: dict[str, Task] = {}


def word_problem(*, family: str) -> Callable[[WordProblem], WordProblem]:
    """Register the decorated function as a family of word problems."""

    def register(function: WordProblem) -> WordProblem:
        name = function.__name__

        def draw(rng: Random, size: int) -> Problem:
            statement, program = function(rng, size)
            code, hints = split_hints(inspect.cleandoc(program))
            return Problem("math", name, family, inspect.cleandoc(statement), code, hints=hints)

        TASKS[name] = Task("math", name, family, inspect.cleandoc(function.__doc__ or ""), "", draw)
        return function

    return register
