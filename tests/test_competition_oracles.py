"""Every competition solution gives the examples' outputs and agrees with a brute-force oracle on drawn inputs."""

from __future__ import annotations

import ast
import inspect
import io
import re
import string
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from random import Random
from types import CodeType, FrameType
from typing import Any
from unittest.mock import patch

import pytest
from oracles.contests import ORACLES

from generator.competition import CONFIG
from generator.competition.lines import check
from generator.competition.registry import PROBLEMS
from generator.hints import split_hints

DRAWS = 150
SOLUTIONS = [(name, style) for name, problem in PROBLEMS.items() for style in problem.solutions]
NUMBER_WORDS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve dozen hundred thousand
    half double triple both once twice thrice first second third fourth fifth none
    """.split()
)


# Running the solutions.


def parted(name: str, style: str) -> tuple[str, dict[int, str]]:
    code, hints = split_hints(inspect.cleandoc(PROBLEMS[name].solutions[style]))
    return code, dict(hints)


def compiled(name: str, style: str) -> CodeType:
    return compile(parted(name, style)[0], f"<{name} {style}>", "exec")


def run(program: CodeType, stdin: str) -> str:
    out = io.StringIO()
    with patch.object(sys, "stdin", io.StringIO(stdin)), redirect_stdout(out):
        exec(program, {"__name__": "__main__"})  # noqa: S102 - a script of ours
    return out.getvalue()


def drawn(name: str, count: int = DRAWS) -> list[str]:
    return [CONFIG.tasks[name].draw(Random(f"{name}:{i}"), i % 10 + 1).stdin for i in range(count)]


@contextmanager
def counting_lines(program: CodeType) -> Iterator[Counter[str]]:
    """Count the lines that a program executes, as a measure of the length of its trace."""
    lines: Counter[str] = Counter()

    def tracer(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename != program.co_filename:
            return None
        lines[event] += 1
        return tracer

    outer = sys.gettrace()
    sys.settrace(tracer)
    try:
        yield lines
    finally:
        sys.settrace(outer)


def test_every_problem_has_an_oracle() -> None:
    assert set(ORACLES) == set(PROBLEMS) == set(CONFIG.tasks)


@pytest.mark.parametrize("name", PROBLEMS)
def test_every_problem_is_rated_and_has_a_wrong_solution(name: str) -> None:
    assert PROBLEMS[name].rating in range(800, 2001, 100)
    assert PROBLEMS[name].wrong


@pytest.mark.parametrize(("name", "style"), SOLUTIONS)
def test_solution_gives_the_examples_outputs(name: str, style: str) -> None:
    program = compiled(name, style)
    for example in PROBLEMS[name].examples:
        assert run(program, example.stdin) == example.stdout


@pytest.mark.parametrize(("name", "style"), SOLUTIONS)
def test_solution_agrees_with_the_oracle(name: str, style: str) -> None:
    program = compiled(name, style)
    for stdin in drawn(name):
        assert run(program, stdin) == ORACLES[name](stdin), stdin


@pytest.mark.parametrize("name", PROBLEMS)
def test_oracle_gives_the_examples_outputs(name: str) -> None:
    assert len(PROBLEMS[name].examples) == 2
    for example in PROBLEMS[name].examples:
        assert ORACLES[name](example.stdin) == example.stdout


@pytest.mark.parametrize("name", PROBLEMS)
def test_inputs_keep_to_the_constraints(name: str) -> None:
    for stdin in [*drawn(name), *(example.stdin for example in PROBLEMS[name].examples)]:
        check(PROBLEMS[name].valid, stdin)


@pytest.mark.parametrize(
    ("name", "style"), [(name, style) for name, problem in PROBLEMS.items() for style in problem.wrong]
)
def test_wrong_solution_is_seen_to_be_wrong(name: str, style: str) -> None:
    wrong = PROBLEMS[name].wrong[style]
    program = compile(inspect.cleandoc(wrong.code), f"<{name} {style}>", "exec")
    check(PROBLEMS[name].valid, wrong.stdin)
    assert run(program, wrong.stdin) != ORACLES[name](wrong.stdin)
    agreeing = sum(run(program, stdin) == ORACLES[name](stdin) for stdin in drawn(name))
    assert agreeing >= DRAWS // 20, "it is wrong too often to be a near miss"


@pytest.mark.parametrize("name", PROBLEMS)
def test_inputs_and_answers_vary(name: str) -> None:
    inputs = drawn(name)
    assert len(set(inputs)) > len(inputs) // 2
    assert len({ORACLES[name](stdin) for stdin in inputs}) > 5


@pytest.mark.parametrize(("name", "style"), SOLUTIONS)
def test_traces_stay_readable(name: str, style: str) -> None:
    program = compiled(name, style)
    for stdin in drawn(name, 40):
        with counting_lines(program) as lines:
            run(program, stdin)
        assert lines["line"] <= 250, stdin


@pytest.mark.parametrize(("name", "style"), SOLUTIONS)
def test_solution_is_a_short_script_without_comments(name: str, style: str) -> None:
    code, _ = parted(name, style)
    assert 5 <= len([line for line in code.splitlines() if line]) <= 35
    assert "#" not in code
    imports = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Import | ast.ImportFrom)]
    modules = {node.module if isinstance(node, ast.ImportFrom) else node.names[0].name for node in imports}
    assert modules <= {"bisect", "collections", "heapq", "math", "sys"}


@pytest.mark.parametrize(("name", "style"), SOLUTIONS)
def test_hints_are_plain_words_on_conditions_and_assignments(name: str, style: str) -> None:
    code, hints = parted(name, style)
    starts = {node.lineno: node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.stmt)}
    assert 1 <= len(hints) <= 6
    for line, hint in hints.items():
        node = starts[line]
        assert isinstance(node, ast.If | ast.While | ast.Assign | ast.AugAssign)
        assert ("|" in hint) == isinstance(node, ast.If | ast.While)
        assert not set(hint) - set(string.ascii_lowercase + " ,-|{}"), hint
        assert not NUMBER_WORDS & set(re.findall("[a-z]+", hint)), hint
