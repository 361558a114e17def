"""Programs as trees: read from the text with its hints, and written as a person would write it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

from generator.rewrites.context import names, statements

LONGEST = 100
"""Characters of a line beyond which a person would have broken it, and we give it up."""
_HINT = "tracepile_hint"


def parsed(code: str, hints: Mapping[int, str]) -> ast.Module:
    """The tree of a program, whose statements know their hints."""
    tree = ast.parse(code)
    for statement in statements(tree.body):
        if statement.lineno in hints:
            give_hint(statement, hints[statement.lineno])
    return tree


def hint_of(node: ast.AST) -> str:
    """How a teacher would put a statement; empty where nothing is said."""
    found: str = getattr(node, _HINT, "")
    return found


def give_hint(node: ast.AST, hint: str) -> None:
    """Have a statement say so from now on."""
    setattr(node, _HINT, hint)


def turned(hint: str) -> str:
    """The hint of a test for its opposite."""
    holds, bar, fails = hint.partition("|")
    return f"{fails.strip()} | {holds.strip()}".strip() if bar else ""


def renamed_hint(hint: str, new: Mapping[str, str]) -> str:
    """A hint after variables were renamed."""
    return re.sub(r"\{(\w+)", lambda found: "{" + new.get(found[1], found[1]), hint)


def written(tree: ast.Module) -> tuple[str, dict[int, str]]:
    """The text of a program, and its hints by line."""
    text = _spaced(_bare_tuples(ast.unparse(ast.fix_missing_locations(tree))))
    places = zip(statements(tree.body), statements(ast.parse(text).body), strict=True)
    return text, {there.lineno: hint for here, there in places if (hint := hint_of(here)) and _fits(hint, here)}


def _fits(hint: str, node: ast.stmt) -> bool:
    """Whether a statement has the variables that its hint speaks of."""
    parts = [getattr(node, field) for field in ("test", "iter", "target") if hasattr(node, field)] or [node]
    return names(*parts).issuperset(re.findall(r"\{(\w+)", hint))


def _bare_tuples(text: str) -> str:
    """The text without brackets that nobody writes: `a, b = (b, a)`, `return (a, b)`, `sum((x for x in xs))`."""
    lines = [line.encode() for line in text.split("\n")]
    brackets: list[tuple[int, int]] = []
    for node in _bracketed(ast.parse(text)):
        row, start, stop = node.lineno - 1, node.col_offset, node.end_col_offset or 0
        twice = not isinstance(node, ast.GeneratorExp) or lines[row][start - 1 : start] == b"("
        if node.lineno == node.end_lineno and lines[row][start : start + 1] == b"(" and twice:
            brackets += [(row, start), (row, stop - 1)]
    for row, at in sorted(brackets, reverse=True):  # from the end, as what is dropped moves all that follows
        lines[row] = lines[row][:at] + lines[row][at + 1 :]
    return b"\n".join(lines).decode()


def _bracketed(tree: ast.AST) -> Iterator[ast.expr]:
    """The expressions that may stand without their brackets."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.Return) and isinstance(node.value, ast.Tuple) and node.value.elts:
            if not any(isinstance(item, ast.Starred) for item in node.value.elts):
                yield node.value
        elif isinstance(node, ast.Call) and not node.keywords:
            yield from [one for one in node.args if isinstance(one, ast.GeneratorExp) and len(node.args) == 1]


def _spaced(text: str) -> str:
    """The text with two empty lines around functions and classes of the module, one around those of classes."""
    lines = text.split("\n")
    before: dict[int, int] = {}
    _mark_spaces(ast.parse(text).body, 2, before)
    spaced = [line for line in lines if line.strip()]
    numbers = [number for number, line in enumerate(lines, 1) if line.strip()]
    found = [("\n" * before.get(number, 0)) + line for number, line in zip(numbers, spaced, strict=True)]
    return "\n".join(found).strip("\n") + "\n"


def _mark_spaces(body: list[ast.stmt], empty: int, before: dict[int, int]) -> None:
    for number, statement in enumerate(body):
        is_definition = isinstance(statement, ast.FunctionDef | ast.ClassDef)
        follows = number and isinstance(body[number - 1], ast.FunctionDef | ast.ClassDef)
        imports = number and isinstance(body[number - 1], ast.Import | ast.ImportFrom)
        first = min([statement.lineno, *(one.lineno for one in getattr(statement, "decorator_list", ()))])
        if number and (is_definition or follows):
            before[first] = empty
        elif imports and not isinstance(statement, ast.Import | ast.ImportFrom):
            before[first] = 1
        if is_definition:
            _mark_spaces(statement.body, 1, before)  # type: ignore[attr-defined]
