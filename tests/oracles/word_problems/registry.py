"""How an oracle for a family of word problems joins the others."""

from __future__ import annotations

import re
from collections.abc import Callable

Oracle = Callable[[str], str]
ORACLES: dict[str, Oracle] = {}


def oracle(name: str) -> Callable[[Callable[..., tuple[object, ...]]], Callable[..., tuple[object, ...]]]:
    """Register a way to the answer from the statement and, in their order, the numbers in it."""

    def register(solve: Callable[..., tuple[object, ...]]) -> Callable[..., tuple[object, ...]]:
        def answer(statement: str) -> str:
            numbers = map(int, re.findall(r"\d+", statement.replace("twice", "2 times")))
            return " ".join(map(str, solve(statement, *numbers)))

        ORACLES[name] = answer
        return solve

    return register
