"""What all the rewriting of a program stands on: its state, sites and events, and the visiting of expressions.

Every visitor gives the node that takes the old one's place, and leaves the old one as it is, since sites hold it. An
expression that may write events, or run code that does, is loud: what is noted before it has to be written first.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from generator.engine.program import Block, Function, Leaf, Site
from generator.engine.rewriting import build_ast as new
from generator.engine.rewriting import names
from generator.engine.rewriting.build_ast import call, constant, is_atomic, keep, like, load, rebuilt, tuple_of
from generator.engine.rewriting.calls import Novelty, novelty
from generator.engine.rewriting.facts import facts
from generator.engine.rewriting.notes import Code, Note
from generator.types import Rejected

Visit = Callable[..., Any]
DETACHED = Function(-1, "", (), 0, frozenset(), frozenset(), frozenset())
"""The function of events inside a generator expression, which run whenever somebody asks for a value."""


@cache
def methods(kind: Any, prefix: str) -> dict[type[ast.AST], Visit]:
    """The methods of a class that are named after kinds of nodes, by the kind."""
    names = (name for name in dir(kind) if name.startswith(prefix))
    return {getattr(ast, name.removeprefix(prefix)): getattr(kind, name) for name in names}


class Rewriter:
    """The state of one program's rewriting.

    kept:   operand of a condition -> the temporary that keeps its value.
    broken: ids of the loops that a `break` ends.
    loud:   whether the statement at hand may write events before it is done.
    at_once: whether the generator expression at hand runs where it stands, so that what it binds belongs there.
    """

    def __init__(self, tree: ast.Module, entry: ast.Expression | None, *, merged: bool) -> None:
        self.facts = facts(tree, entry)
        self.merged = merged and not self.facts.implicit
        self.sites: list[Site] = []
        self.blocks: list[Block] = []
        self.function = Function(0, "", (), 0, names.scope(tree.body, self.facts.inner).bound, frozenset(), frozenset())
        self.functions = [self.function]
        self.visitors = methods(type(self), "visit_")  # type: ignore[arg-type]  # classes are hashable
        self.handlers = methods(type(self), "on_")  # type: ignore[arg-type]  # as above
        self.broken: set[int] = set()
        self.loops: tuple[ast.stmt, ...] = ()
        self.class_name = ""
        self.kept: dict[int, str] = {}
        self.temporaries = 0
        self.in_comprehension = 0
        self.in_generator = 0
        self.in_iterable = 0
        self.at_once = False
        self.loud = False
        self.code = self.new_code()

    # Sites, events, temporaries

    def new_code(self, pending: Iterable[Note] = ()) -> Code:
        return Code(self.blocks, self.temporary, list(pending))

    @contextmanager
    def apart(self, pending: Iterable[Note] = ()) -> Iterator[Code]:
        """Code of its own, into which all is written for a while."""
        outer, self.code = self.code, self.new_code(pending)
        yield self.code
        self.code = outer

    def site(self, kind: str, node: ast.AST, bound: tuple[str, ...] = (), leaves: tuple[Leaf, ...] = ()) -> int:
        """Add a site to the table; its number."""
        function = DETACHED if self.in_generator else self.function
        if self.class_name:
            bound = self.mangled(bound)
        line = getattr(node, "lineno", 0)
        self.sites.append(Site(len(self.sites), kind, line, node, function, self.loops, bound, leaves))
        return len(self.sites) - 1

    def event(self, site: int, *values: ast.expr) -> ast.Call:
        """An expression that writes an event; its value is None."""
        self.loud = True
        return call("@E", tuple_of((constant(site), *values)))

    def temporary(self) -> str:
        self.temporaries += 1
        return f"@{self.temporaries}"

    def refuse(self, node: ast.AST, what: str) -> Rejected:
        return Rejected("unsupported", f"line {getattr(node, 'lineno', 0)}: {what} can't be replayed")

    def mangled(self, found: Iterable[str]) -> tuple[str, ...]:
        return tuple(names.mangled(name, self.class_name) for name in found) if self.class_name else tuple(found)

    def novelty(self, node: ast.expr, *, elements: bool = False) -> Novelty:
        return novelty(node, self.facts, elements=elements)

    def is_unsure(self, node: ast.expr) -> bool:
        """Whether only the value of an expression shows if it is a new container."""
        return not isinstance(node, ast.Tuple) and self.novelty(node) == "maybe"

    # Visiting

    def expr(self, node: ast.expr) -> ast.expr:
        """Rewrite an expression; where its value is an operand of a condition, keep that in a temporary."""
        visit = self.visitors.get(type(node))
        found: ast.expr = self.inside(node) if visit is None else visit(self, node)
        name = self.kept.pop(id(node), None) if self.kept else None
        return found if name is None else keep(name, found)

    def inside(self, node: Any) -> Any:
        """Rewrite what a node consists of."""
        return rebuilt(node, self.expr)

    def value(self, node: ast.expr) -> ast.expr:
        """An expression whose value is kept by somebody: a new container among it is seen."""
        known = self.novelty(node)
        if known == "maybe" and isinstance(node, ast.Tuple) and not any(isinstance(e, ast.Starred) for e in node.elts):
            return like(node, elts=list(map(self.value, node.elts)))
        if known == "maybe" and not self.in_comprehension:
            name = self.temporary()
            return new.IfExp(is_atomic(keep(name, self.expr(node))), load(name), call("@S", load(name)))
        return self.expr(node) if known == "old" else call("@S", self.expr(node))
