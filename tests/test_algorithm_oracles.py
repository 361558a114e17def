"""Every implementation of every algorithm, on many drawn inputs, against an oracle that shares no code with it."""

from __future__ import annotations

import ast
import copy
import pkgutil
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from random import Random
from typing import Any

import oracles
import pytest

import generator.algorithm  # noqa: F401 - registers the algorithms
from generator.algorithm.registry import IMPLEMENTATIONS, TASKS, Implementation, program_text

ALL = [
    pytest.param(name, chosen, id=chosen.function.__name__)
    for name, several in IMPLEMENTATIONS.items()
    for chosen in several
]
DRAWS = 200
NUMBER_WORDS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve hundred
    first second third once twice half halves double dozen none
    """.split()
)


def _oracles() -> dict[str, Callable[..., Any]]:
    """The tables of all files, which have no algorithm in common."""
    files = [found.name for found in pkgutil.iter_modules(oracles.__path__) if not found.ispkg]
    tables = [import_module(f"oracles.{name}").ORACLES for name in files]
    merged = {name: oracle for table in tables for name, oracle in table.items()}
    assert len(merged) == sum(map(len, tables))
    return merged


ORACLES = _oracles()


def drawn(name: str, count: int = DRAWS) -> Iterator[list[Any]]:
    """The arguments of `count` calls, as a reader of the row would type them."""
    for k in range(count):
        entry = TASKS[name].draw(Random(f"{name}:{k}"), k % 10 + 1).entry
        call = ast.parse(entry, mode="eval").body
        assert isinstance(call, ast.Call)
        yield [ast.literal_eval(argument) for argument in call.args]


def standing_alone(chosen: Implementation) -> Callable[..., Any]:
    """The function, made from the text that is shown."""
    namespace: dict[str, Any] = {"__name__": "program"}
    exec(program_text(chosen)[0], namespace)  # noqa: S102 - our own program
    function: Callable[..., Any] = namespace[chosen.function.__name__]
    return function


def outcome(function: Callable[..., Any], arguments: list[Any]) -> Any:
    """The result of a call, or the name of the exception that the function raises on bad input."""
    try:
        return function(*copy.deepcopy(arguments))
    except (LookupError, TypeError, ValueError, ZeroDivisionError) as error:
        return ("raised", type(error).__name__)


def test_there_is_an_oracle_for_every_algorithm() -> None:
    assert sorted(ORACLES) == sorted(TASKS)


@pytest.mark.parametrize(("name", "chosen"), ALL)
def test_the_result_is_right(name: str, chosen: Implementation) -> None:
    shown = standing_alone(chosen)
    for arguments in drawn(name):
        expected = outcome(ORACLES[name], arguments)
        result = outcome(chosen.function, arguments)
        assert expected(result) if callable(expected) else result == expected, arguments
        again = outcome(shown, arguments)
        assert repr(again) == repr(result), arguments


@pytest.mark.parametrize(("name", "chosen"), ALL)
def test_the_program_is_short_and_described(name: str, chosen: Implementation) -> None:
    text, _ = program_text(chosen)
    assert 5 <= len(text.splitlines()) <= 40
    assert max(map(len, text.splitlines())) <= 110
    assert "#" not in text
    assert '"""' not in text
    for sentence in (TASKS[name].summary, chosen.function.__doc__ or ""):
        assert re.fullmatch(r"[A-Z][a-z]+ [^.\n]+\.", sentence)
    assert re.search(r"\((about )?\d{3,4}( BC)?\)$", TASKS[name].reference)


@pytest.mark.parametrize(("name", "chosen"), ALL)
def test_hints_are_clauses_without_values(name: str, chosen: Implementation) -> None:
    text, hints = program_text(chosen)
    nodes = {
        node.lineno: node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.If | ast.While | ast.Assign | ast.AugAssign)
    }
    for line, hint in hints.items():
        is_test = isinstance(nodes[line], ast.If | ast.While)
        assert hint.count("|") == is_test, (name, hint)
        clauses = [clause.strip() for clause in hint.split("|")]
        assert any(clauses), (name, hint)
        assert not re.search(r"[0-9\"'`.]", hint), (name, hint)
        assert not set(re.findall(r"[a-z]+", hint)) & set(NUMBER_WORDS), (name, hint)
        assert all(clause == "" or clause[0].islower() for clause in clauses), (name, hint)
        assert not (is_test and "{" in hint), (name, hint)
