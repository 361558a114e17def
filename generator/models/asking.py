"""What a model is asked, and what it answers: the same for every way to reach one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass

Turn = tuple[str, str]
"""(`user` or `assistant`, what is said)."""

SAMPLING = {"temperature": 0.7, "top_p": 0.95}
"""How texts are drawn when a piece is asked again; the first try takes the likeliest words."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request for a text.

    lines:  how many lines it has, after which the model stops.
    tokens: the most that the model may write.
    attempt: 0 for the likeliest text, the number of the try for one that is drawn.
    """

    turns: tuple[Turn, ...]
    lines: int
    tokens: int
    attempt: int = 0

    @property
    def stop(self) -> str:
        """What ends the text."""
        return "\n" if self.lines == 1 else "\n\n"

    @property
    def seed(self) -> int:
        """What a text is drawn with, a function of what is asked."""
        return int(_digest(astuple(self))[:8], 16) >> 1


@dataclass(frozen=True, slots=True)
class Answer:
    """A text, and whether it came to its end or was cut off."""

    text: str
    whole: bool


Keep = Callable[[int, Answer], None]
"""Takes (number of the request, its answer), as the answers come."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model that can be asked; revision is empty where nobody tells it."""

    name: str
    revision: str
    propose: Callable[[Sequence[Ask], Keep], None]

    def key(self, ask: Ask) -> str:
        """What decides an answer: the model, the request, and how texts are drawn."""
        return _digest([self.name, self.revision, SAMPLING, astuple(ask)])


def flattened(turns: Sequence[Turn]) -> str:
    """The turns as one text that a model without a chat template goes on with."""
    return "".join(f"{text} " if role == "user" else f"{text}\n\n" for role, text in turns).rstrip(" ")


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
