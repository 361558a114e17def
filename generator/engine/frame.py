"""A call that is open, as a replay sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.engine.program import Function
from generator.engine.rewriting.names import mangled


@dataclass(slots=True)
class Frame:
    """A call that is open: its names, the frame around its definition, and what calls have returned to it.

    arguments: the texts of what it was called with, where they are told at all.
    returned:  (name of the function, texts of its arguments, value) for the calls of the statement that is running.
    turns:     for each loop that is running, how many turns of it have begun.
    """

    function: Function
    number: int = 0
    parent: Frame | None = None
    names: dict[str, Any] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    returned: list[tuple[str, tuple[str, ...], Any]] = field(default_factory=list)
    result: Any = None
    turns: dict[int, int] = field(default_factory=dict)


def attribute(name: str, function: Function) -> str:
    """An attribute as objects know it that a function names: in a class `Owner`, `__x` is `_Owner__x`."""
    return mangled(name, function.name.rpartition(".")[0].rpartition(".")[2]) if name.startswith("__") else name
