"""The narrators, by name: each turns a trace into a rationale and the name of the style it is in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from generator.engine.program import Trace
from generator.narrate.narrator import narrate
from generator.types import Problem, Question, Rationale, unknown

Narrator = Callable[[Problem, Trace, Question, Random, str], tuple[Rationale, str]]
"""(problem, trace, question, randomness, style or "") -> rationale, style."""

NARRATORS: Mapping[str, Narrator] = {"deterministic": narrate}


def narrator(name: str) -> Narrator:
    """The narrator of a name; TracePileError with the known ones for any other."""
    if name not in NARRATORS:
        raise unknown("narrator", name, list(NARRATORS))
    return NARRATORS[name]
