"""Every word problem says in its statement what its program computes: each answer is found again by other means."""

from __future__ import annotations

import ast
import io
import re
from contextlib import redirect_stdout
from functools import cache
from random import Random

import pytest
from oracles.word_problems import ORACLES

from generator.math import CONFIG
from generator.types import Problem

TASKS = CONFIG.tasks
DRAWS = 200
NUMBER_WORDS = re.compile(
    r"\b(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|second|third|"
    r"half|halves|double|twice|once|triple|thrice|quarter)\b"
)
ABSOLUTE_VALUE = re.compile(r"\|\d*x [-+] \d+\|")
PLACE = re.compile(r"\{(\w*)(?::[^{}|]+\|[^{}|]+)?\}")


@cache
def draws(name: str) -> list[Problem]:
    return [TASKS[name].draw(Random(f"{name}:{index}"), 1 + index % 10) for index in range(DRAWS)]


def printed(code: str) -> str:
    with redirect_stdout(io.StringIO()) as out:
        exec(compile(code, "<program>", "exec"), {"__name__": "__main__"})  # noqa: S102 - the project's own programs
    return out.getvalue().removesuffix("\n")


def names(code: str) -> set[str]:
    """What the program assigns, in any scope."""
    nodes = list(ast.walk(ast.parse(code)))
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stored | {node.arg for node in nodes if isinstance(node, ast.arg)}


each_task = pytest.mark.parametrize("name", sorted(TASKS))


def test_every_family_has_an_oracle() -> None:
    assert ORACLES.keys() == TASKS.keys()
    assert CONFIG.test_families < {task.family for task in TASKS.values()}


@each_task
def test_answer(name: str) -> None:
    for problem in draws(name):
        assert printed(problem.code) == ORACLES[name](problem.statement), problem.statement


@each_task
def test_docstring_is_an_example_with_its_answer(name: str) -> None:
    assert re.fullmatch(r"[A-Z0-9].*\? -> [-+\d/., ()a-z*√]+", TASKS[name].summary)


@each_task
def test_statement(name: str) -> None:
    for problem in draws(name):
        assert problem.statement.endswith(("?", ".")), problem.statement
        assert "\n" not in problem.statement
        plain = ABSOLUTE_VALUE.sub("x", problem.statement)
        assert not re.search(r"[{}$|]|  ", plain), problem.statement
        assert not re.search(r"\b1 \w+s\b(?<!1 is)(?<!1 has)", problem.statement), problem.statement
        assert not re.search(r"\ba [aeio]|\ban (?!hour)[^aeio]", problem.statement), problem.statement
    assert len({(problem.statement, problem.code) for problem in draws(name)}) >= 0.75 * DRAWS


@each_task
def test_hints(name: str) -> None:
    for problem in draws(name):
        known = names(problem.code)
        for hint in problem.hints.values():
            assert set(PLACE.findall(hint)) <= known | {""}, hint
            told = PLACE.sub("", hint)
            assert not re.search(r"[\d{}\"`$]|\.$|^\W", told.strip() or "_"), hint
            nouns = re.sub(r"\{\w*:?", "", hint).replace("second|", "")  # the unit of time, not the ordinal
            assert not NUMBER_WORDS.search(nouns), hint


@each_task
def test_each_computed_line_is_hinted(name: str) -> None:
    for problem in draws(name):
        tree, lines = ast.parse(problem.code), problem.code.splitlines()
        assert 3 <= len(lines) <= 20, problem.code
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AugAssign):
                given = not any(isinstance(part, ast.Name) for part in ast.walk(node.value))
                assert given or node.lineno in problem.hints, lines[node.lineno - 1]
            if isinstance(node, ast.If | ast.While):
                assert problem.hints[node.lineno].count(" | ") == 1, lines[node.lineno - 1]
        last = tree.body[-1]
        assert isinstance(last, ast.Expr)
        assert isinstance(last.value, ast.Call)
        told = [arg.id for arg in last.value.args if isinstance(arg, ast.Name)]
        assert lines[-1] == f"print({', '.join(told)})"
        assert set(told) <= set(PLACE.findall(problem.hints[len(lines)])), problem.hints[len(lines)]
