"""OpenMathInstruct-1: the code blocks of a solution, joined as the notebook that they are.

What a block ends in counts as printed if it is a value; later blocks see the names of earlier ones.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from generator.sources.answers import same_answer
from generator.sources.registry import Program, Row, Run, parsed, source
from generator.types import Rejected

_BLOCK = re.compile(r"<llm-code>\n?(.*?)</llm-code>", re.DOTALL)
_SILENT = frozenset(
    "print append extend insert remove sort reverse update add discard clear seed shuffle heappush heapify "
    "exit quit write".split()
)
"""Functions and methods that give None, so that nothing is shown where a block ends in a call of one."""
_SETS = frozenset({"gsm8k", "math"})


@source(
    columns={"question": str, "generated_solution": str, "expected_answer": str},
    hub="nvidia/OpenMathInstruct-1",
    license="LicenseRef-NVIDIA",
    url="https://huggingface.co/datasets/nvidia/OpenMathInstruct-1",
    agrees=same_answer,
    solves=True,
    bands=(15, 25),
)
def openmath(row: Row) -> Iterator[Program]:
    """Problems of GSM8K and MATH with Python solutions by a model, held against the expected answers."""
    blocks = [block.rstrip() for block in _BLOCK.findall(row["generated_solution"]) if block.strip()]
    if not blocks:
        raise Rejected("no code", "no block between <llm-code> and </llm-code>")
    family = row.get("dataset") if row.get("dataset") in _SETS else "openmath"
    run = Run(expected=row["expected_answer"])
    yield Program(row["question"].strip(), notebook(blocks), (run,), family=str(family))


def notebook(blocks: list[str]) -> str:
    """The script that does what the blocks do as the cells of a notebook."""
    silent = _SILENT | {name for block in blocks for name in _procedures(parsed(block))}
    return "\n".join(_shown(block, silent) for block in blocks) + "\n"


def _procedures(tree: ast.Module) -> Iterator[str]:
    """The functions that return nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            inside = list(ast.walk(node))
            gives = any(isinstance(n, ast.Return) and n.value is not None for n in inside)
            if not gives and not any(isinstance(n, ast.Yield | ast.YieldFrom) for n in inside):
                yield node.name


def _shown(block: str, silent: frozenset[str]) -> str:
    """A block that prints the value of its last expression."""
    body = parsed(block).body
    if not body or not isinstance(body[-1], ast.Expr) or _is_silent(body[-1].value, silent):
        return block
    last, lines = body[-1], block.encode().split(b"\n")  # columns count bytes
    first, final = last.lineno - 1, (last.end_lineno or last.lineno) - 1
    lines[final] = lines[final][: last.end_col_offset] + b")" + lines[final][last.end_col_offset :]
    lines[first] = lines[first][: last.col_offset] + b"print(" + lines[first][last.col_offset :]
    return b"\n".join(lines).decode()


def _is_silent(value: ast.expr, silent: frozenset[str]) -> bool:
    """Whether an expression is known to give None, or is a text that stands for a comment."""
    if isinstance(value, ast.Constant):
        return value.value is None or isinstance(value.value, str)
    function = value.func if isinstance(value, ast.Call) else None
    name = getattr(function, "attr", getattr(function, "id", ""))
    return name in silent
