"""Compiles a program so that it records itself; `rewriting/` has each construct's handling, under the construct's name.

The tree is rewritten once per program text, and comes in two kinds. The merged one writes several events at once where
nothing can come between them (`notes.py`), and gives up when an exception is on its way; the exact one writes each
statement's events at once, so that it tells how far a run came before an exception. Names of ours begin with "@", which
no program can write:

    @L, @E(event)         the rows, and what appends one       @S(value)    sees a value: copies a new container
    @N, @len, @X          the limit, `len`, the stop           @T, @A       `type`, and the types that need no copy
    @look, @again         what a container holds now           @U           UNREACHED
    @seen, @id            the objects seen, by their `id`      @set         `set`
    @islice, @turns       iterables, no longer than the limit  @get         a subscript that may insert
    @method, @foreign     calls that may change what they get  @keyed       a key that has a hash of its own
    @mutator, @spread     a method that is kept; `*xs` in a call @cached    a `cached_property`
    @truth, @bound, @called, @resume                           events where no statement can stand
    @print, @input, @see_defaults, @see_class, @ids, @slice    as they say
    @withheld             what can't be replayed               @1, @2, ...  temporaries
    @abandon, @Stop       what ends a merged run               @main        the module body, as a function
    @id3                  number of a frame of function 3

The module body becomes a function whose own names are global, so that these are fast locals and closures.
"""

from __future__ import annotations

import ast
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import CodeType

from generator.engine.program import Program
from generator.engine.rewriting import build_ast as new
from generator.engine.rewriting import names
from generator.engine.rewriting.build_ast import call
from generator.engine.rewriting.definitions import is_docstring
from generator.engine.rewriting.exceptions import Exceptions
from generator.engine.rewriting.facts import ITERATORS
from generator.types import Rejected

FILENAME = "<program>"
FREQUENT = ("@L", "@E", "@N", "@len", "@S", "@T", "@A", "@U", "@seen", "@id")
"""The helpers that are handed to the module body, as fast locals; the others are globals of the program."""
_SIGNATURE = new.parameters(FREQUENT)


_DEPTH = 5000
"""Calls that the rewriting may need beyond what others may."""


@lru_cache(maxsize=2048)
def instrument(text: str, given: str = "", *, exact: bool = False) -> Program:
    """Compile a program text for recording; `exact` where exceptions are to be followed.

    given: an expression that hands functions or iterators to the program, as `handed` finds it.
    Raises SyntaxError as `compile` does, and Rejected("unsupported") for what can't be replayed exactly.
    """
    tree = ast.parse(text, FILENAME)
    entry = ast.parse(given, "<entry>", "eval") if given else None
    with _room():
        work = Instrumenter(tree, entry, merged=not exact)
        rewritten = work.module(tree)
    code = compile(rewritten, FILENAME, "exec", dont_inherit=True)
    return Program(text, tuple(work.sites), code, tuple(work.functions), tuple(work.blocks), work.merged)


@contextmanager
def _room() -> Iterator[None]:
    """Room for rewriting what is nested as deep as the compiler allows it, as the branches of a long `elif` are.

    The garbage collector waits meanwhile: it would look through trees of which all is in use.
    """
    before, was_on = sys.getrecursionlimit(), gc.isenabled()
    sys.setrecursionlimit(before + _DEPTH)
    gc.disable()
    try:
        yield
    except RecursionError:
        raise Rejected("unsupported", "its statements or expressions are nested too deeply") from None
    finally:
        sys.setrecursionlimit(before)
        if was_on:
            gc.enable()


_VALUES = (*(ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.Set), *(ast.UnaryOp, ast.BinOp, ast.Compare, ast.BoolOp))
_USES = (ast.keyword, ast.Starred, ast.Subscript, ast.Slice)


@lru_cache(maxsize=2048)
def handed(entry: str) -> str:
    """An entry that may hand functions or iterators to the program, which its rewriting has to reckon with; else ""."""
    try:
        return entry if entry and _hands_over(ast.parse(entry, "<entry>", "eval").body) else ""
    except SyntaxError:  # which is an outcome of the run, as any error in the entry
        return ""


def _hands_over(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        called = node.func.value if isinstance(node.func, ast.Attribute) else node.func
        plain = called.id not in ITERATORS if isinstance(called, ast.Name) else not _hands_over(called)
        return not plain or any(map(_hands_over, (*node.args, *node.keywords)))
    return not isinstance(node, _VALUES + _USES) or any(map(_hands_over, names.children(node)))


@lru_cache(maxsize=2048)
def instrument_entry(text: str) -> CodeType:
    """Compile the expression that is evaluated after the module body: the arguments of its calls are seen."""
    entry = ast.parse(text, "<entry>", "eval")
    for node in ast.walk(entry):
        if isinstance(node, ast.Call):
            node.args = [_given(argument) for argument in node.args]
            for keyword in node.keywords:
                keyword.value = call("@S", keyword.value)
    return compile(entry, "<entry>", "eval", dont_inherit=True)


def _given(argument: ast.expr) -> ast.expr:
    if isinstance(argument, ast.Starred):
        return new.Starred(call("@spread", argument.value), new.LOAD)
    return call("@S", argument)


class Instrumenter(Exceptions):
    """One program's rewriting, from its first statement to its last."""

    def __init__(self, tree: ast.Module, entry: ast.Expression | None, *, merged: bool) -> None:
        super().__init__(tree, entry, merged=merged)
        for kind in ("new", "print", "read", "mutate"):
            self.site(kind, tree)

    def module(self, tree: ast.Module) -> ast.Module:
        futures = [s for s in tree.body if s is tree.body[0] and is_docstring(s)]
        futures += [s for s in tree.body if isinstance(s, ast.ImportFrom) and s.module == "__future__"]
        shared: list[ast.stmt] = [new.Global(sorted(self.function.bound))] if self.function.bound else []
        body = [*shared, *self.block([s for s in tree.body if s not in futures]), new.Pass()]
        return ast.Module([*futures, new.FunctionDef("@main", _SIGNATURE, body, [])], [])
