"""How an algorithm joins the dataset: one plain function, one decorator.

    @algorithm(family="sorting", reference="Knuth, The Art of Computer Programming 3 (1973)", inputs=int_list)
    def insertion_sort(values):
        \"\"\"Sort a list in place by moving each value left past the larger ones.\"\"\"
        ...

The text of the function, without decorator and docstring, is the program that is shown and run; the docstring is its
statement. `inputs(rng, size)` draws the arguments. Another implementation of the same algorithm is a function under
`@implementation(of=insertion_sort)`; a draw picks among them.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any, TypeVar

from generator.hints import split_hints
from generator.types import Problem, Task

F = TypeVar("F", bound=Callable[..., Any])
Inputs = Callable[[Random, int], tuple[Any, ...]]
"""(randomness, size) -> the arguments: plain values that `repr` writes as literals."""


@dataclass(frozen=True, slots=True)
class Implementation:
    function: Callable[..., Any]
    uses: tuple[Callable[..., Any], ...]
    imports: str


TASKS: dict[str, Task] = {}
IMPLEMENTATIONS: dict[str, list[Implementation]] = {}


def algorithm(
    *, family: str, reference: str, inputs: Inputs, uses: tuple[Callable[..., Any], ...] = (), imports: str = ""
) -> Callable[[F], F]:
    """Register the decorated function as an algorithm.

    uses: helper functions and classes of the same file that the program needs, shown above it.
    imports: the import lines that the program needs, shown at its top.
    """

    def register(function: F) -> F:
        name = function.__name__
        IMPLEMENTATIONS[name] = [Implementation(function, uses, imports)]
        TASKS[name] = Task("algorithm", name, family, _summary(function), reference, _drawer(name, family, inputs))
        return function

    return register


def implementation(
    *, of: Callable[..., Any], uses: tuple[Callable[..., Any], ...] = (), imports: str = ""
) -> Callable[[F], F]:
    """Register the decorated function as another way to write the algorithm `of`."""

    def register(function: F) -> F:
        IMPLEMENTATIONS[of.__name__].append(Implementation(function, uses, imports))
        return function

    return register


def _summary(function: Callable[..., Any]) -> str:
    return inspect.cleandoc(function.__doc__ or "").replace("\n", " ")


def _drawer(name: str, family: str, inputs: Inputs) -> Callable[[Random, int], Problem]:
    def draw(rng: Random, size: int) -> Problem:
        chosen = rng.choice(IMPLEMENTATIONS[name])
        code, hints = program_text(chosen)
        arguments = ", ".join(map(repr, inputs(rng, size)))
        return Problem(
            config="algorithm",
            task=name,
            family=family,
            statement=TASKS[name].summary,
            code=code,
            entry=f"{chosen.function.__name__}({arguments})",
            hints=hints,
        )

    return draw


@cache
def program_text(chosen: Implementation) -> tuple[str, Mapping[int, str]]:
    """The program of an implementation, imports and helpers first, and its hints by line."""
    parts = [chosen.imports] if chosen.imports else []
    parts += [_source(function) for function in (*chosen.uses, chosen.function)]
    return split_hints("\n\n\n".join(parts))


def _source(function: Callable[..., Any]) -> str:
    """The text of a function or class without its decorators of ours and its docstring."""
    text = textwrap.dedent(inspect.getsource(function))
    node = ast.parse(text).body[0]
    assert isinstance(node, ast.FunctionDef | ast.ClassDef)
    lines = text.rstrip().split("\n")
    skip = set(range(node.lineno - 1)) if isinstance(node, ast.FunctionDef) else set()
    first = node.body[0]
    if ast.get_docstring(node) is not None:
        assert first.end_lineno is not None
        skip |= set(range(first.lineno - 1, first.end_lineno))
    return "\n".join(line for number, line in enumerate(lines) if number not in skip)
