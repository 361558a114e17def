"""Rewritings that give other names: short ones, or those of other variables."""

from __future__ import annotations

import ast
import string
from collections.abc import Mapping

from generator.rewrites.context import Context, names, statements, stored
from generator.rewrites.registry import rewriting
from generator.rewrites.text import give_hint, hint_of, renamed_hint


class _Renamed(ast.NodeTransformer):
    """Gives variables, parameters, functions and classes other names."""

    def __init__(self, new: Mapping[str, str]) -> None:
        self.new = new

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self.new.get(node.id, node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.arg = self.new.get(node.arg, node.arg)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.name = self.new.get(node.name, node.name)
        self.generic_visit(node)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        node.name = self.new.get(node.name, node.name)
        self.generic_visit(node)
        return node

    def visit_keyword(self, node: ast.keyword) -> ast.keyword:
        node.arg = self.new.get(node.arg, node.arg) if node.arg else None
        self.generic_visit(node)
        return node

    def visit_Global(self, node: ast.Global) -> ast.Global:
        node.names = [self.new.get(name, name) for name in node.names]
        return node

    def visit_Nonlocal(self, node: ast.Nonlocal) -> ast.Nonlocal:
        node.names = [self.new.get(name, name) for name in node.names]
        return node


def rename(tree: ast.Module, new: Mapping[str, str]) -> None:
    """Give other names, in the hints as well."""
    _Renamed(new).visit(tree)
    for statement in statements(tree.body):
        if hint := hint_of(statement):
            give_hint(statement, renamed_hint(hint, new))


def _rename(context: Context, new: Mapping[str, str]) -> None:
    rename(context.tree, new)
    context.entry = new.get(context.entry, context.entry)


def _variables(tree: ast.Module) -> list[str]:
    """The variables and parameters that can be renamed: no functions, classes, or names of attributes."""
    arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    made = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    imported = {name for node in ast.walk(tree) if isinstance(node, ast.alias) for name in names(node)}
    return sorted((arguments | stored(tree)) - made - attributes - imported - {"self", "cls", "_"})


def _functions(tree: ast.Module) -> list[str]:
    return [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]


@rewriting(ast.Module)
def names_short(node: ast.Module, context: Context) -> ast.Module | None:
    """Variables become `a`, `b`, `c`, and the function that is called `solve`."""
    known, taken = _variables(node), names(node)
    letters = [letter for letter in string.ascii_lowercase if letter not in taken - set(known) and letter not in "lo"]
    if not known or len(known) > len(letters) or all(len(name) == 1 for name in known):
        return None
    order = [name for name in _first_seen(node) if name in known]
    new = dict(zip(order, letters, strict=False))
    if context.entry in _functions(node) and "solve" not in taken:
        new[context.entry] = "solve"
    _rename(context, new)
    return node


@rewriting(ast.Module)
def names_numbered(node: ast.Module, context: Context) -> ast.Module | None:
    """Variables become `v1`, `v2`, `v3`, as in code that a machine has named."""
    order = [name for name in _first_seen(node) if name in set(_variables(node))]
    new = {name: f"v{number}" for number, name in enumerate(order, 1)}
    if not new or set(new.values()) & names(node):
        return None
    _rename(context, new)
    return node


@rewriting(ast.Module)
def names_shuffled(node: ast.Module, context: Context) -> ast.Module | None:
    """Each variable gets the name of another: what names say is no longer to be trusted."""
    known = _variables(node)
    if len(known) < 3:  # noqa: PLR2004 - with two, little is shuffled
        return None
    others = known[:]
    while any(one == other for one, other in zip(known, others, strict=True)):
        context.rng.shuffle(others)
    for statement in statements(node.body):
        give_hint(statement, "")  # which would speak of what the names mean
    _rename(context, dict(zip(known, others, strict=True)))
    return node


@rewriting(ast.Module)
def names_meaningful(node: ast.Module, context: Context) -> ast.Module | None:
    """Short names of loops and counters become words: `i` becomes `index`."""
    taken = names(node)
    new = {name: word for name in _variables(node) if (word := _WORDS.get(name, "")) and word not in taken}
    if not new or len(set(new.values())) < len(new):
        return None
    _rename(context, new)
    return node


_WORDS = {
    "i": "index",
    "j": "inner",
    "k": "position",
    "n": "count",
    "m": "amount",
    "s": "text",
    "t": "other",
    "a": "first",
    "b": "second",
    "c": "third",
    "x": "current",
    "y": "opposite",
    "v": "value",
    "w": "weight",
    "u": "origin",
    "q": "quotient",
    "r": "remainder",
    "d": "distance",
    "e": "end",
    "p": "place",
    "lo": "lowest",
    "hi": "highest",
    "cur": "current",
    "res": "result",
}


def _first_seen(tree: ast.Module) -> list[str]:
    """The names of a program in the order of its text."""
    found: dict[str, None] = {}

    class Seen(ast.NodeVisitor):
        def visit_Name(self, node: ast.Name) -> None:
            found.setdefault(node.id)

        def visit_arg(self, node: ast.arg) -> None:
            found.setdefault(node.arg)

    Seen().visit(tree)
    return list(found)
