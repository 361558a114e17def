"""Applies rewritings to a program's tree: all places where one fits, or some of them, from the inside out."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from generator.rewrites.context import Context
from generator.rewrites.registry import REWRITINGS, Rewriting


@dataclass(frozen=True, slots=True)
class Place:
    """A node, and the field of its parent that holds it; parents from the module inwards."""

    node: ast.AST
    field: str
    parents: tuple[ast.AST, ...]


def apply(tree: ast.Module, callee: str, rng: Random, wanted: Sequence[str], most: int) -> tuple[tuple[str, ...], str]:
    """Apply rewritings in turn, at most so many if that is given; the names of those that fitted, and what to call."""
    names: list[str] = []
    context = Context(tree, rng, callee)
    for name in wanted:
        if most and len(names) == most:
            break
        if _apply_one(REWRITINGS[name], context):
            names.append(name)
    return tuple(names), context.entry


def _apply_one(chosen: Rewriting, context: Context) -> bool:
    """Apply a rewriting at all places, or at each with a chance; whether there was one where it fitted."""
    chance = context.rng.choice((0.5, 1.0, 1.0))
    fitted = False
    for place in list(_places(context.tree, "", (), chosen.kinds)):
        if fitted and context.rng.random() > chance:
            continue
        fitted = _replace(chosen, context, place) or fitted
    return fitted


def _replace(chosen: Rewriting, context: Context, place: Place) -> bool:
    """Ask a rewriting for a place, and put what it gives there."""
    parents = place.parents
    context.parents = parents
    context.scope = next((one for one in reversed(parents) if isinstance(one, ast.FunctionDef)), context.tree)
    held: Any = getattr(parents[-1], place.field) if parents else None
    is_list = isinstance(held, list)
    if is_list and not any(one is place.node for one in held):
        return False  # it went away with what was replaced before
    if parents and not is_list and held is not place.node:
        return False
    context.block = held if is_list and isinstance(place.node, ast.stmt) else ()
    found = chosen.function(place.node, context)
    if found is None:
        return False
    if not parents:
        return True  # the module itself was changed
    if not is_list:
        setattr(parents[-1], place.field, found)
        return True
    at = next(number for number, one in enumerate(held) if one is place.node)
    held[at : at + 1] = found if isinstance(found, list) else [found]
    return True


def _places(node: ast.AST, field: str, parents: tuple[ast.AST, ...], kinds: tuple[type, ...]) -> Iterator[Place]:
    """The nodes of some kinds, those inside before those around them."""
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _places(child, name, (*parents, node), kinds)
    if isinstance(node, kinds):
        yield Place(node, field, parents)
