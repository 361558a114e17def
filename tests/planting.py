"""Changes under which a problem that stands in a dataset must still be found."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from random import Random

PEOPLE = "Aroha Bilal Chiara Dmitri Esperanza Folke Gulnara Hamza Ingrid Jorge Keiko Lwazi".split()
_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
_SENTENCE = re.compile(r"(?:^|[.?!]\s+)([A-Z][a-z]+)")


def recased(text: str, rng: Random) -> str:
    """The words in one case, with other space between them, and marks around."""
    return rng.choice(("  ", "\n", " \t")).join((text.upper() if rng.random() < 0.5 else text.lower()).split()) + " !"


def retold(text: str, rng: Random) -> str:
    """A story with other names of people and places: capitals inside sentences, and those that own something."""
    first = set(_SENTENCE.findall(text))
    inner = {word for word in _CAPITAL.findall(text) if len(re.findall(rf"(?<![.?!]\s)(?<!^)\b{word}\b", text))}
    owners = {word for word in first if re.search(rf"\b{word}['\u2019]s\b", text)}
    new = {word: rng.choice(PEOPLE) for word in sorted(inner | owners)}
    return _CAPITAL.sub(lambda found: new.get(found[0], found[0]), text)


def respaced(code: str) -> str:
    """A program in another layout, without comments."""
    return ast.unparse(ast.parse(code)).replace("    ", "  ")


def renamed(code: str) -> str:
    """A program whose functions, parameters and variables have other names (no methods), and no docstrings."""
    tree = ast.parse(code)
    new = {name: f"renamed_{number}" for number, name in enumerate(sorted(_bound(tree)))}
    for node in ast.walk(tree):
        _rename(node, new)
    return ast.unparse(tree)


def _bound(tree: ast.Module) -> set[str]:
    """What a program binds, but for methods."""
    nodes = list(ast.walk(tree))
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    taken = {node.arg for node in nodes if isinstance(node, ast.arg)}
    made = {node.name for node in nodes if isinstance(node, ast.FunctionDef) and not node.name.startswith("__")}
    return (stored | taken | made) - {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def _rename(node: ast.AST, new: Mapping[str, str]) -> None:
    for field in ("id", "arg", "name"):
        if isinstance(node, ast.Name | ast.arg | ast.FunctionDef) and hasattr(node, field):
            setattr(node, field, new.get(getattr(node, field), getattr(node, field)))
    if isinstance(node, ast.FunctionDef) and ast.get_docstring(node) is not None:
        node.body = node.body[1:] or [ast.Pass()]
