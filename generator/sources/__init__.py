"""Problems from outside: a file a source, each one function from a row in the source's columns to programs."""

from generator.families import import_families
from generator.sources.registry import SOURCES, Program, Row, Run, Source
from generator.types import unknown

__all__ = ["SOURCES", "Program", "Row", "Run", "Source", "source"]

import_families(__name__, list(__path__))


def source(name: str) -> Source:
    """The source of a name; TracePileError with the near and the known names for any other."""
    if name not in SOURCES:
        raise unknown("source", name, sorted(SOURCES))
    return SOURCES[name]
