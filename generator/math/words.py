"""Words shared by the word problems: names, lists, and nouns that fit their number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import Template

NAMES = (
    "Ada", "Ben", "Carla", "David", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kira", "Leon",
    "Mira", "Noah", "Olga", "Paul", "Rosa", "Samir", "Tara", "Viktor", "Wanda", "Yusuf", "Zoe", "Emma",
)  # fmt: skip

_PLACE = re.compile(r"\{(\w+)(?::([^{}]+))?\}")


def several(count: int, nouns: str) -> str:
    """The count with the noun that fits it: `several(1, "egg|eggs")` is "1 egg"."""
    one, many = nouns.split("|")
    return f"{count} {one if count == 1 else many}"


def listing(parts: Sequence[str]) -> str:
    """The parts as one enumeration: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def article(noun: str) -> str:
    """The noun behind the indefinite article that fits its sound."""
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def tell(story: str, **values: object) -> str:
    """Fill `{name}` and `{name:one|many}` in a statement, written as in the hints."""
    return _PLACE.sub(lambda at: several(int(str(values[at[1]])), at[2]) if at[2] else str(values[at[1]]), story)


def fill(program: str, **values: object) -> str:
    """Fill `$name` in a program, whose hints keep their braces."""
    return Template(program).substitute(values)
