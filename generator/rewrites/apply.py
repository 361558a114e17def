"""Applies rewritings to a program's tree: all places where one fits, or some of them, from the inside out."""

from __future__ import annotations

import ast
from collections.abc import Sequence
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
    places = every_place(tree)
    for name in wanted:
        if most and len(names) == most:
            break
        if not _goes_back(name, names) and _apply_one(REWRITINGS[name], context, places):
            names.append(name)
            places = every_place(tree)
    return tuple(names), context.entry


def _goes_back(name: str, names: Sequence[str]) -> bool:
    """Whether a rewriting would take back what was done, or do again what was taken back."""
    return any(name in REWRITINGS[other].undoes or other in REWRITINGS[name].undoes for other in names)


def _apply_one(chosen: Rewriting, context: Context, places: Sequence[Place]) -> bool:
    """Apply a rewriting at all places, or at each with a chance; whether there was one where it fitted."""
    chance = context.rng.choice((0.5, 1.0, 1.0))
    fitted = False
    for place in (one for one in places if isinstance(one.node, chosen.kinds)):
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
    for one in found if isinstance(found, list) else [found]:
        ast.fix_missing_locations(one)
    if parents and is_list:
        at = next(number for number, one in enumerate(held) if one is place.node)
        held[at : at + 1] = found if isinstance(found, list) else [found]
    elif parents:
        setattr(parents[-1], place.field, found)
    return True


def every_place(tree: ast.Module) -> list[Place]:
    """Every node with its place, those inside before those around them."""
    found: list[Place] = []

    def visit(node: ast.AST, field: str, parents: tuple[ast.AST, ...]) -> None:
        around = (*parents, node)
        for name in node._fields:
            value = getattr(node, name, None)
            for child in value if isinstance(value, list) else (value,):
                if isinstance(child, ast.AST):
                    visit(child, name, around)
        found.append(Place(node, field, parents))

    visit(tree, "", ())
    return found
