"""How a rewriting joins: one function, one decorator.

    @rewriting(ast.AugAssign)
    def augmented_to_plain(node, context):
        \"\"\"`x += 1` becomes `x = x + 1`.\"\"\"
        ...
        return ast.Assign([store], ast.BinOp(load, node.op, node.value))

The function is asked for each node of its kinds, and says what stands in the node's place: an expression, a statement
or several, or None where it doesn't apply. It may put the node's parts into what it makes, and changes the node itself
only if it gives it back. It need not be sure that the program does the same afterwards: every program that comes out is
held against the original on many inputs (`proof.py`); but what it knows to fail, it leaves alone.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.rewrites.context import Context

Replacement = ast.AST | list[ast.stmt] | None
F = TypeVar("F", bound=Callable[..., Replacement])


@dataclass(frozen=True, slots=True)
class Rewriting:
    """kinds: the types of nodes that it is asked for; undoes: rewritings that it would take back."""

    name: str
    kinds: tuple[type[ast.AST], ...]
    function: Callable[[Any, Context], Replacement]
    undoes: tuple[str, ...] = ()


REWRITINGS: dict[str, Rewriting] = {}


def rewriting(*kinds: type[ast.AST], undoes: tuple[str, ...] = ()) -> Callable[[F], F]:
    """Register the decorated function as a rewriting of these kinds of nodes, which may take others back."""

    def register(function: F) -> F:
        name = function.__name__
        REWRITINGS[name] = Rewriting(name, kinds, function, undoes)
        return function

    return register
