"""The nouns of TracePile. Everything else is a function over these."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from random import Random
from typing import Any, Self

Record = dict[str, Any]
"""A row of the dataset: column name to value, as `schema/record.schema.json` describes it."""

SPLITS = ("train", "validation", "test")
DIFFICULTIES = ("easy", "medium", "hard")


class TracePileError(Exception):
    """The run stops: the message says what is wrong, where, and what to do now."""


class Rejected(Exception):  # noqa: N818 - a verdict on one row, not an error of ours
    """One attempt at a row is given up; the reason is counted, the detail is kept beside it."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


def unknown(what: str, name: str, known: Sequence[str]) -> TracePileError:
    """The error for a name that nobody knows: the near names first, then all of them."""
    near = get_close_matches(name, known, n=3)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    return TracePileError(f"unknown {what} {name!r}.{hint} Known: {', '.join(known)}")


@dataclass(frozen=True, slots=True)
class Problem:
    """One program on one input, with the words around it.

    code:   the program text that is shown and run.
    entry:  what is evaluated after the module body, as in "insertion_sort([5, 2, 4])"; empty for a script.
    stdin:  what the program can read.
    hints:  line number -> how a teacher would put this line (see `hints.py`).
    rewrites: the rewritings that the program went through, in order.
    proof:  on how many inputs it did the same as before, and the percentage of its blocks that they reach.
    url:    where the problem can be read; empty for our own.
    group:  what the splits keep together, where it isn't the family.
    """

    config: str
    task: str
    family: str
    statement: str
    code: str
    entry: str = ""
    stdin: str = ""
    expected: str | None = None
    hints: Mapping[int, str] = field(default_factory=dict)
    rewrites: tuple[str, ...] = ()
    proof: tuple[int, int] = (0, 0)
    source: str = "tracepile"
    license: str = "Apache-2.0"
    url: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Something problems are drawn from: an algorithm, a family of word problems, a competition problem."""

    config: str
    name: str
    family: str
    summary: str
    reference: str
    draw: Callable[[Random, int], Problem]
    """(randomness, size) -> a problem; size is about how many things the input holds, 1 to 10."""
    is_valid: Callable[[str], bool] | None = None
    """Whether a standard input is one that the statement allows; None where any input will do."""
    solution: str = ""
    """A script that prints what is right for an input."""
    near_misses: tuple[str, ...] = ()
    """Scripts that do so for many inputs, and not for all."""

    @property
    def id(self) -> str:
        return f"{self.config}/{self.name}"


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration of the dataset: its tasks, and how its prompts are worded."""

    name: str
    tasks: Mapping[str, Task]
    test_families: frozenset[str]
    """The families whose programs are seen in the test split only."""
    kinds: tuple[str, ...]
    """The question kinds that are asked here, with repetition as weight; `weighted` writes them."""
    instructions: tuple[str, ...]
    """Ways to word the instruction that opens a prompt."""
    bands: tuple[int, int] = (40, 100)
    """The events from which on an execution is medium, and hard."""
    short: bool = False
    """Whether runs of a few events are rows, too, as those that solve a word problem."""

    def difficulty(self, events: int) -> str:
        """The difficulty of an execution of that many events."""
        return DIFFICULTIES[sum(first <= events for first in self.bands)]

    def band(self, difficulty: str) -> str:
        """The executions of a difficulty, in words."""
        medium, hard = self.bands
        words = {"easy": f"fewer than {medium}", "medium": f"{medium} to {hard - 1}", "hard": f"{hard} or more"}
        return words[difficulty]

    def families(self, *, held_out: bool) -> Mapping[str, Sequence[Task]]:
        """The families of the test split, or those of the others, each with its tasks."""
        found: dict[str, list[Task]] = {}
        for task in self.tasks.values():
            if (task.family in self.test_families) == held_out:
                found.setdefault(task.family, []).append(task)
        return found


def weighted(**weights: int) -> tuple[str, ...]:
    """Names, each as often as its weight says: `weighted(output=2, line_value=1)`."""
    return tuple(name for name, weight in weights.items() for _ in range(weight))


UNTOLD = {"told": False}
"""The mark of an option that decides no row, and that stands in none."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user can choose; together with (config, seed, index) it decides every byte of a row.

    With a model as the narrator, it decides what the model is asked.

    tries:           how often a model is asked for the text of a piece, before the deterministic text stands there.
    piece_lines:     the most lines that are asked for at once.
    min_model_share: the share of a row's pieces that has to be the model's.
    """

    task: str = ""
    kinds: tuple[str, ...] = ()
    narrator: str = "deterministic"
    style: str = ""
    max_tokens: int = 8192
    tokenizer: str = ""
    max_events: int = 1500
    with_trace: bool = False
    difficulty: str = ""
    model: str = ""
    revision: str = ""
    tries: int = 5
    piece_lines: int = 1
    min_model_share: float = 0.0
    base_url: str = field(default="", metadata=UNTOLD)
    concurrency: int = field(default=8, metadata=UNTOLD)

    def to_json(self) -> str:
        """The options that differ from the defaults, as canonical JSON; how a model is reached is not told."""
        told = [f for f in fields(self) if f.metadata != UNTOLD]
        chosen = {f.name: getattr(self, f.name) for f in told if getattr(self, f.name) != f.default}
        return json.dumps(chosen, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Self:
        chosen = json.loads(text)
        if "kinds" in chosen:
            chosen["kinds"] = tuple(chosen["kinds"])
        return cls(**chosen)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of an execution, and the exact answer.

    focus:   what the question is about, in a form that recomputes it: a variable, a line and a visit.
    until:   the number of events after which the answer is known.
    closing: the sentence that states the answer, which stands in it as `{answer}` (as a value of prose),
             `{answer:code}` or `{answer:raw}`.
    tells:   the events that a rationale must tell: event -> the new value of the variable that the question is about,
             or empty where the question is not about a value.
    hides_input: whether the input is what is asked for, so that the prompt doesn't show it.
    working: a sentence on how the answer comes about, which may stand in the conclusion as it is; mostly empty.
    """

    kind: str
    text: str
    focus: str
    answer: str
    until: int
    closing: str = ""
    tells: Mapping[int, str] = field(default_factory=dict)
    hides_input: bool = False
    working: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the rationale, and how many events of the trace have been told when it ends."""

    text: str
    end: int


@dataclass(frozen=True, slots=True)
class Writing:
    """What a model has to do with a text; nothing, as it is.

    pieces:  how many pieces of the text were asked for; written: how many of them are the model's words.
    tries:   how many texts it proposed; refused: the reason for each that was no good, in order.
    """

    model: str = ""
    revision: str = ""
    pieces: int = 0
    written: int = 0
    tries: int = 0
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rationale:
    steps: tuple[Step, ...]
    conclusion: str
    writing: Writing = Writing()

    def text(self) -> str:
        return "\n".join(step.text for step in self.steps) + "\n\n" + self.conclusion


@dataclass(frozen=True, slots=True)
class Rejection:
    """An attempt at a row that was given up."""

    config: str
    seed: int
    index: int
    attempt: int
    task: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Made:
    """A finished row, and the attempts that were given up before it."""

    record: Record
    rejected: tuple[Rejection, ...]
