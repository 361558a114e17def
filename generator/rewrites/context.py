"""What a rewriting may ask about the place where it stands: names, what is bound and read, the loops around."""

from __future__ import annotations

import ast
import builtins
import keyword
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from random import Random

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_LOOPS = (ast.For, ast.While)
_RESERVED = frozenset(dir(builtins)) | frozenset(keyword.kwlist) | frozenset(keyword.softkwlist)


@dataclass(slots=True)
class Context:
    """The program and the place in it.

    scope:   the function that the node stands in, or the module.
    parents: the nodes around it, from the module inwards.
    block:   the statements among which it stands, if it is one.
    entry:   the call that runs the program, empty for a script; a rewriting that renames a function changes it.
    """

    tree: ast.Module
    rng: Random
    entry: str = ""
    scope: ast.FunctionDef | ast.Module | None = None
    parents: tuple[ast.AST, ...] = ()
    block: Sequence[ast.stmt] = ()

    def fresh(self, *wishes: str) -> str:
        """A name that the program doesn't use: the first of the wishes that is free, or the last with a number."""
        taken = names(self.tree) | _RESERVED
        numbered = (f"{wishes[-1]}_{number}" for number in range(2, 1000))
        return next(name for name in (*wishes, *numbered) if name not in taken)

    def after(self, node: ast.stmt) -> Sequence[ast.stmt]:
        """The statements of the block behind a statement."""
        place = next(number for number, other in enumerate(self.block) if other is node)
        return self.block[place + 1 :]

    def is_read_after(self, name: str, node: ast.stmt) -> bool:
        """Whether a name may be read once a statement is over: behind it, or in another turn of a loop around it."""
        if self.scope is self.tree or name in shared(self.tree):
            return True
        loops = [parent for parent in self.parents if isinstance(parent, _LOOPS)]
        inside = {id(one) for one in ast.walk(node)}
        around: Iterable[ast.AST] = [loops[0]] if loops else []
        behind = (*around, *self.behind(node))
        return any(
            isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Load) and id(one) not in inside
            for top in behind
            for one in ast.walk(top)
        )

    def behind(self, node: ast.stmt) -> Sequence[ast.stmt]:
        """The statements that stand behind a statement of this function, in the order of the text."""
        every = list(statements(self.scope.body if self.scope else ()))
        place = next(number for number, one in enumerate(every) if one is node)
        return every[place + len(list(statements([node]))) :]


def names(*nodes: ast.AST) -> set[str]:
    """Every name that stands in some nodes, whatever it names."""
    found: set[str] = set()
    for top in nodes:
        for node in ast.walk(top):
            for field in ("id", "name", "arg", "attr", "asname", "rest"):
                value = getattr(node, field, None)
                if isinstance(value, str):
                    found.add(value)
            if isinstance(node, ast.Global | ast.Nonlocal):
                found.update(node.names)
    return found


def shared(tree: ast.AST) -> set[str]:
    """The names that functions share: declared `global` or `nonlocal`."""
    return {name for node in ast.walk(tree) if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names}


def loaded(*nodes: ast.AST) -> set[str]:
    """The names that some nodes read."""
    every = (node for top in nodes for node in ast.walk(top))
    return {node.id for node in every if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def stored(*nodes: ast.AST) -> set[str]:
    """The names that some nodes bind or delete, as variables, loop variables, functions, classes or by walrus."""
    found: set[str] = set()
    for top in nodes:
        for node in ast.walk(top):
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
                found.add(node.id)
            elif isinstance(node, ast.FunctionDef | ast.ClassDef):
                found.add(node.name)
    return found


def statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Every statement of some, those inside of others included, in the order of the text."""
    for statement in body:
        yield statement
        for block in blocks(statement):
            yield from statements(block)


def blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """The lists of statements that a node holds."""
    for field in ("body", "orelse", "finalbody"):
        block = getattr(node, field, None)
        if isinstance(block, list):
            yield block
        if field == "body":
            for inner in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
                yield inner.body


def jumps(body: Iterable[ast.stmt], *kinds: type[ast.stmt]) -> bool:
    """Whether statements hold a `break` or `continue` (or what is asked for) that belongs to the loop around them."""
    kinds = kinds or (ast.Break, ast.Continue)
    for statement in body:
        if isinstance(statement, kinds):
            return True
        if isinstance(statement, _SCOPES):
            continue
        for block in blocks(statement):
            is_own = isinstance(statement, _LOOPS) and block is statement.body  # whose jumps belong to it
            wanted = [kind for kind in kinds if not is_own or kind is ast.Return]
            if wanted and jumps(block, *wanted):
                return True
    return False


def ends(body: Sequence[ast.stmt]) -> bool:
    """Whether a block surely leaves the block around it: it ends in return, raise, break or continue."""
    if not body:
        return False
    last = body[-1]
    if isinstance(last, ast.If):
        return ends(last.body) and ends(last.orelse)
    return isinstance(last, ast.Return | ast.Raise | ast.Break | ast.Continue)


def is_simple(node: ast.AST) -> bool:
    """Whether an expression does nothing but compute: no calls, no walrus, no yield, no comprehension."""
    doing = (ast.Call, ast.NamedExpr, ast.Yield, ast.YieldFrom, ast.Await, ast.Lambda, ast.ListComp, ast.SetComp)
    return not any(isinstance(part, (*doing, ast.DictComp, ast.GeneratorExp, ast.Starred)) for part in ast.walk(node))


def is_constant(node: ast.AST) -> bool:
    """Whether an expression is a literal number or string."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    return isinstance(node, ast.Constant)


def load(name: str) -> ast.Name:
    """`name`, read."""
    return ast.Name(name, ast.Load())


def store(name: str) -> ast.Name:
    """`name`, written."""
    return ast.Name(name, ast.Store())


def put(name: str, value: ast.expr) -> ast.Assign:
    """`name = value`."""
    return ast.Assign([store(name)], value, lineno=0)  # without a line, no text could be made of it


def read(target: ast.expr) -> ast.expr:
    """A place that is stored into, as the expression that reads it."""
    found = deepcopy(target)
    for part in ast.walk(found):
        if part is found or isinstance(found, ast.Tuple | ast.List):
            part.ctx = ast.Load()  # type: ignore[attr-defined]
    return found
