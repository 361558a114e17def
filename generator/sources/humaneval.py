"""HumanEval, and whatever has its columns: functions with the calls and the results of their tests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import suppress

from generator.sources.answers import same_value
from generator.sources.docstrings import documentation, prose, without_docstrings
from generator.sources.registry import Program, Row, Run, parsed, source
from generator.types import Rejected

_MOST = 12
"""Calls of a function."""


@source(
    columns={"task_id": str, "prompt": str, "canonical_solution": str, "entry_point": str, "test": str},
    hub="openai/openai_humaneval",
    split="test",
    license="MIT",
    url="https://github.com/openai/human-eval",
    agrees=same_value,
)
def humaneval(row: Row) -> Iterator[Program]:
    """Functions with tests, as HumanEval has them: solutions on the calls of the asserts. It is a benchmark, too."""
    name, code = row["entry_point"], row["prompt"] + row["canonical_solution"]
    runs = tuple(_runs(row["test"], name))[:_MOST]
    if not runs:
        raise Rejected("no call with plain values", "none of the asserts is `candidate(values) == value`")
    told = prose(documentation(code, name), name)
    yield Program(told, without_docstrings(code), runs, name=name, family="functions")


def _runs(test: str, name: str) -> Iterator[Run]:
    """The calls that the asserts of a test make, each with what it has to give."""
    for node in ast.walk(parsed(test)):
        if isinstance(node, ast.Assert):
            with suppress(ValueError, TypeError, SyntaxError):  # not with plain values
                yield _run(node.test, name)


def _run(test: ast.expr, name: str) -> Run:
    """The call and the result that a test states; ValueError for a test of another form."""
    match test:
        case ast.Compare(left=left, ops=[ast.Eq() | ast.Is()], comparators=[right]):
            return Run(_entry(left, name), expected=repr(ast.literal_eval(right)))
        case ast.Compare(
            left=ast.Call(func=ast.Name(id="abs"), args=[ast.BinOp(left=left, op=ast.Sub(), right=right)]),
            ops=[ast.Lt() | ast.LtE()],
        ):
            return Run(_entry(left, name), expected=repr(float(ast.literal_eval(right))))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Run(_entry(operand, name), expected="False")
    return Run(_entry(test, name), expected="True")


def _entry(node: ast.expr, name: str) -> str:
    """The call of the function that is tested, by its own name; ValueError if it isn't one with plain values."""
    match node:
        case ast.Call(func=ast.Name(id="candidate"), args=arguments, keywords=[]):
            for argument in arguments:
                ast.literal_eval(argument)
            return f"{name}({', '.join(map(ast.unparse, arguments))})"
    raise ValueError(name)
