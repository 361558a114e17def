"""Parts a program from its docstrings, which show results that a row asks for; keeps their prose and their calls."""

from __future__ import annotations

import ast
import doctest
import inspect
import re
from collections.abc import Iterator
from contextlib import suppress

from generator.sources.registry import Run, parsed

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
_EXAMPLES = re.compile(r">>>|\bexamples?\b|\be\.g\.|==>?|->|➞", re.IGNORECASE)


def without_docstrings(code: str) -> str:
    """A program without the docstrings that are not all that their function holds."""
    lines = code.splitlines()
    for node, text in _docstrings(code):
        if len(node.body) > 1:
            for number in range(text.lineno - 1, text.end_lineno or text.lineno):
                lines[number] = ""
            lines[text.lineno - 1] = "\0"
    kept = [line for line in _closed_up(lines) if line != "\0"]
    return "\n".join(kept).strip("\n") + "\n"


def _closed_up(lines: list[str]) -> Iterator[str]:
    """The lines without those that become empty, or were, below where a docstring stood."""
    below = False
    for line in lines:
        below = line == "\0" or (below and not line.strip())
        if not below:
            yield line


def _docstrings(code: str) -> Iterator[tuple[Documented, ast.Expr]]:
    """(what is documented, the statement that is its docstring)."""
    for node in ast.walk(parsed(code)):
        if isinstance(node, Documented) and ast.get_docstring(node) is not None and isinstance(node.body[0], ast.Expr):
            yield node, node.body[0]


def docstrings(code: str) -> list[str]:
    """The docstrings of a program, in the order of their lines."""
    found = sorted(_docstrings(code), key=lambda one: one[1].lineno)
    return [ast.get_docstring(node) or "" for node, _ in found]


def documentation(code: str, name: str = "") -> str:
    """The docstring of a program, or of its function of that name; empty where there is none."""
    found = (node for node, _ in _docstrings(code) if getattr(node, "name", "") == name)
    return ast.get_docstring(next(found, ast.Module([], []))) or ""


def prose(text: str, name: str = "") -> str:
    """What a docstring says before its first example."""
    said = []
    for line in inspect.cleandoc(text).splitlines():
        if _EXAMPLES.search(line) or (name and f"{name}(" in line):
            break
        said.append(line)
    return "\n".join(said).strip()


def calls(text: str) -> Iterator[Run]:
    """The examples of a docstring, as doctest reads them: expressions, with the plain value that each has to give."""
    for example in doctest.DocTestParser().get_examples(text):
        with suppress(SyntaxError, ValueError):  # a statement, or a result that is no plain value
            entry, want = ast.unparse(ast.parse(example.source.strip(), mode="eval")), example.want.strip()
            yield Run(entry, expected=repr(ast.literal_eval(want)) if want else None)
