"""Programs up to the names in them: two that differ in names, comments, docstrings and annotations are one.

Names are numbered in the order in which they first appear, without a look at scopes: those that a program binds itself
(functions, classes, parameters, variables), and those of attributes that its classes have or that it stores. Names from
outside, such as `len` or `.append`, stay.
Not seen: names inside strings, and a program that calls two variables of two functions by one name while the other has
two. Each function is numbered from the start when it is compared by itself.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_QUOTED = re.compile(r"`[^`]*`")
_WORD = re.compile(r"(\.?)\b([A-Za-z_]\w*)")
_BOUND = {ast.FunctionDef: "name", ast.AsyncFunctionDef: "name", ast.ClassDef: "name", ast.arg: "arg"} | {
    ast.ExceptHandler: "name",
    ast.MatchAs: "name",
    ast.MatchStar: "name",
    ast.MatchMapping: "rest",
    ast.alias: "asname",
}
"""The fields in which nodes hold a name that they bind, besides names that are stored to."""
_NAMING = frozenset({*_BOUND.items(), (ast.Name, "id")})
"""Where nodes hold a name, bound or not."""
_SILENT = frozenset({"annotation", "returns", "ctx", "type_comment", "type_ignores", "kind", "simple"})
"""What nodes hold that doesn't show when they run."""
_HINTS = frozenset({"typing", "__future__", "collections.abc"})
"""Modules that are imported for annotations."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program up to its names.

    text: equal for programs that differ in names alone.
    names, attributes: what each name of the program is in the text.
    """

    text: str
    names: Mapping[str, str]
    attributes: Mapping[str, str]

    def renamed(self, text: str) -> str:
        """A text about the program, such as a question or a call, with the names of the numbering."""

        def number(word: re.Match[str]) -> str:
            dot, name = word.groups()
            return dot + (self.attributes if dot else self.names).get(name, name)

        return _WORD.sub(number, text)

    def question(self, text: str) -> str:
        """A sentence whose quoted parts are about the program, with the names of the numbering."""
        return _QUOTED.sub(lambda quoted: self.renamed(quoted[0]), text)


@lru_cache(maxsize=4096)
def program(code: str) -> Program:
    """A program up to its names; SyntaxError where the text is none."""
    tree, own = _read(code)
    writer = _Writer(own)
    return Program(writer.text(tree), writer.names, writer.attributes)


@lru_cache(maxsize=4096)
def functions(code: str) -> tuple[tuple[str, int], ...]:
    """The functions and methods of a program, each up to its names and by itself, with how many nodes it has."""
    tree, own = _read(code)
    found = []
    for node in ast.walk(tree) if "def " in code else ():
        if isinstance(node, ast.FunctionDef):
            writer = _Writer(own)
            found.append((writer.text(node), writer.size))
    return tuple(found)


@lru_cache(maxsize=1)
def _read(code: str) -> tuple[ast.Module, _Own]:
    """The tree of a program, which nobody changes, and what is its own."""
    tree, own = ast.parse(code), _Own()
    for node in ast.walk(tree):
        own.see(node)
    return tree, own


def digest(*texts: str) -> str:
    """Thirty-two hexadecimal digits that are equal for equal texts."""
    return hashlib.blake2b("\0".join(texts).encode(errors="surrogatepass"), digest_size=16).hexdigest()


class _Own:
    """What is a program's own: names, attributes, what it may call by keyword, and classes without a constructor."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.callees: set[str] = set()
        self.fielded: set[str] = set()

    def see(self, node: ast.AST) -> None:
        """Take in what a node binds."""
        if isinstance(node, ast.Name):
            self._add(self.names, "" if isinstance(node.ctx, ast.Load) else node.id)
        elif isinstance(node, ast.Attribute):
            self._add(self.attributes, "" if isinstance(node.ctx, ast.Load) else node.attr)
        elif type(node) in _BOUND:
            self._add(self.names, getattr(node, _BOUND[type(node)]) or "")
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            self.callees.add(node.name)
        if isinstance(node, ast.ClassDef):
            members = set(_members(node))
            self.attributes |= {name for name in members if not _is_special(name)}
            self.fielded |= set() if "__init__" in members else {node.name}

    def _add(self, to: set[str], name: str) -> None:
        if name and not _is_special(name):
            to.add(name)


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _members(node: ast.ClassDef) -> Iterator[str]:
    """The names that the body of a class binds."""
    for one in node.body:
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield one.name
        elif isinstance(one, ast.Assign | ast.AnnAssign):
            targets = one.targets if isinstance(one, ast.Assign) else [one.target]
            yield from (part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name))


class _Writer:
    """Writes a tree as text, with numbers for a program's own names and attributes, in the order of the text."""

    def __init__(self, own: _Own) -> None:
        self.own = own
        self.names: dict[str, str] = {}
        self.attributes: dict[str, str] = {}
        self.in_class = False
        self.size = 0
        """How many nodes have been written."""

    def text(self, node: Any) -> str:
        """The text of a node, of a list of nodes, or of what else a node holds."""
        if isinstance(node, list):
            return f"[{', '.join(self.text(one) for one in node if self.runs(one))}]"
        if not isinstance(node, ast.AST):
            return repr(node)
        if isinstance(node, ast.AnnAssign) and node.value and not self.in_class:
            return self.text(ast.Assign([node.target], node.value))
        self.size += 1
        within, inside = self.in_class, self._is_class_body(node)
        fields = []
        for field in node._fields:
            self.in_class = within if field == "name" else inside  # a name belongs to what is around it
            fields += [self.field(node, field)] if field not in _SILENT else []
        self.in_class = within
        return f"{type(node).__name__}({', '.join(fields)})"

    def field(self, node: ast.AST, field: str) -> str:
        """What a node holds in a field; a name that the program binds is a number."""
        value = getattr(node, field, None)
        if isinstance(value, str) and (type(node), field) in _NAMING:
            return self.name(value)
        if isinstance(node, ast.Attribute) and field == "attr":
            return self.attribute(node.attr)
        if isinstance(node, ast.MatchClass) and field == "kwd_attrs":
            return ", ".join(map(self.attribute, node.kwd_attrs))
        if isinstance(node, ast.Global | ast.Nonlocal):
            return ", ".join(map(self.name, node.names))
        if isinstance(node, ast.Call) and field == "keywords":
            return ", ".join(self.keyword(node, keyword) for keyword in node.keywords)
        return self.text(value)

    def name(self, name: str) -> str:
        """The number of a name; in the body of a class, names are attributes."""
        if self.in_class and name in self.own.attributes:
            return self.attribute(name)
        return self.names.setdefault(name, f"n{len(self.names)}") if name in self.own.names else name

    def attribute(self, name: str) -> str:
        """The number of an attribute."""
        if name not in self.own.attributes:
            return name
        return self.attributes.setdefault(name, f"a{len(self.attributes)}")

    def keyword(self, call: ast.Call, keyword: ast.keyword) -> str:
        """A keyword, which is named by the function that is called if that is the program's own."""
        callee = getattr(call.func, "id", getattr(call.func, "attr", ""))
        numbered = self.attribute if callee in self.own.fielded else self.name
        name = numbered(keyword.arg) if keyword.arg and callee in self.own.callees else keyword.arg
        return f"{name}={self.text(keyword.value)}"

    def _is_class_body(self, node: ast.AST) -> bool:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return False
        return self.in_class or isinstance(node, ast.ClassDef)

    def runs(self, node: Any) -> bool:
        """Whether a part of a program does anything: docstrings, bare annotations and imports for them don't."""
        if isinstance(node, ast.Expr):
            return not (isinstance(node.value, ast.Constant) and isinstance(node.value.value, str))
        if isinstance(node, ast.AnnAssign):
            return self.in_class or node.value is not None
        if isinstance(node, ast.ImportFrom):
            return node.module not in _HINTS
        return not (isinstance(node, ast.Import) and all(one.name in _HINTS for one in node.names))
