r"""Bring your own: programs with their inputs, as JSON lines, or as a folder of Python files with their calls.

    {"code": "def solve(n): ...", "entry": "solve", "inputs": [[3], [4]], "expected": [6, 24]}
    {"code": "print(int(input()) * 2)", "inputs": ["21\n"], "expected": ["42"], "statement": "...", "license": "MIT"}

With `entry`, the name of a function, each input is the list of its arguments, or the text of a call; without, it is
what the script reads. Instead of `inputs`, `entry` may be a call, and `stdin` what is read. In a Python file, the
examples of its docstrings (`>>> solve(3)`) are the calls; a script reads the files that have its name and end in `.in`,
and prints what those ending in `.out` say.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.sources.answers import same_value
from generator.sources.docstrings import calls, docstrings, documentation, prose, without_docstrings
from generator.sources.registry import Program, Row, Run, parsed, source
from generator.types import Rejected, unknown

_TEXTS = ("entry", "stdin", "statement", "license", "url", "name", "family")
_COLUMNS = frozenset({"code", "inputs", "expected", *_TEXTS})


@source(columns={"code": str}, agrees=same_value, short=True)
def jsonl(row: Row) -> Iterator[Program]:
    """Your own programs: JSON of {code, entry or stdin, inputs, statement?, expected?, license?}, or Python files."""
    for name in sorted(row.keys() - _COLUMNS):
        raise Rejected("unknown column", str(unknown("column", name, sorted(_COLUMNS))))
    for name in _TEXTS:
        if not isinstance(row.get(name, ""), str):
            raise Rejected("column of another type", f"`{name}` is not a text")
    code = row["code"] if row["code"].endswith("\n") else f"{row['code']}\n"
    parsed(code)
    yield Program(
        row.get("statement", "").strip(),
        code,
        tuple(_runs(row)),
        name=re.sub(r"\W+", "_", row.get("name", "").lower()).strip("_"),
        family=row.get("family", ""),
        license=row.get("license", "") or "unknown",
        url=row.get("url", ""),
    )


def _runs(row: Row) -> Iterator[Run]:
    """The inputs of a row, each with what is expected of it."""
    entry, stdin, wanted = row.get("entry", ""), row.get("stdin", ""), row.get("expected")
    if row.get("inputs") is None:
        yield _run(entry if "(" in entry or not entry else f"{entry}()", stdin, wanted)
        return
    inputs = _listed(row["inputs"], "inputs")
    expected = [None] * len(inputs) if wanted is None else _listed(wanted, "expected")
    if len(expected) != len(inputs):
        raise Rejected("column of another type", f"`expected` has {len(expected)} values for {len(inputs)} inputs")
    for one, outcome in zip(inputs, expected, strict=True):
        yield _run(_call(entry, one), stdin, outcome) if entry else _run("", _text(one), outcome)


def _listed(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise Rejected("column of another type", f"`{name}` is not a list with something in it")
    return value


def _run(entry: str, stdin: str, expected: Any) -> Run:
    """A run; what is expected of a call is a value, what is expected of a script a text."""
    if expected is None:
        return Run(entry, stdin)
    return Run(entry, stdin, repr(expected) if entry or not isinstance(expected, str) else expected)


def _call(entry: str, arguments: Any) -> str:
    """The call with some arguments; a text is a call as it stands."""
    if isinstance(arguments, str):
        try:
            return ast.unparse(ast.parse(arguments, mode="eval"))
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise Rejected("not Python", f"the call {arguments!r}: {error}") from None
    if not isinstance(arguments, list):
        raise Rejected("column of another type", f"an input of `{entry}` is not the list of its arguments")
    return f"{entry}({', '.join(map(repr, arguments))})"


def _text(stdin: Any) -> str:
    if not isinstance(stdin, str):
        raise Rejected("column of another type", "an input of a script is not a text; for a function, name its `entry`")
    return stdin


# A Python file as a row


def row_of_file(path: Path) -> Row:
    """The row of a Python file; OSError or ValueError where it can't be read, Rejected where it isn't Python."""
    text = path.read_text(encoding="utf-8")
    row = {"code": without_docstrings(text), "name": path.stem, "statement": prose(documentation(text))}
    if stdins := sorted(path.parent.glob(f"{path.stem}*.in")):
        answers = [one.with_suffix(".out") for one in stdins]
        return {
            **row,
            "inputs": [one.read_text(encoding="utf-8") for one in stdins],
            "expected": [one.read_text(encoding="utf-8") if one.is_file() else None for one in answers],
        }
    examples = [run for docstring in docstrings(text) for run in calls(docstring)]
    if not examples:
        return row
    expected = [None if run.expected is None else ast.literal_eval(run.expected) for run in examples]
    return {**row, "entry": "calls", "inputs": [run.entry for run in examples], "expected": expected}
