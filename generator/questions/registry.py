"""The registry of question kinds, and how a question is drawn, worded, and answered again from a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from generator.engine.program import Trace
from generator.types import Problem, Question, Rejected, TracePileError, unknown


@dataclass(frozen=True, slots=True)
class Answer:
    """The exact answer, the number of events after which it is known, and the events that a rationale must tell.

    tells: event -> the new value of the variable that the question is about; empty where any claim on it will do.
    working: a sentence on how the answer comes about, where the steps alone don't show it.
    """

    text: str
    until: int
    tells: Mapping[int, str] = field(default_factory=dict)
    working: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that could be asked: the words that fill its wording, and how to find its answer.

    answer: gives None where the question would be trivial.
    """

    focus: str
    words: Mapping[str, str]
    answer: Callable[[], Answer | None]


def known(focus: str, words: Mapping[str, str], found: Answer) -> Candidate:
    """A candidate whose answer is there already."""
    return Candidate(focus, words, lambda: found)


Kind = Callable[[Problem, Trace], Iterator[Candidate]]
Does = Callable[[Problem, Trace, str], bool]
"""(problem, its run, focus) -> whether the run does what a question with this focus wants of an input."""

KINDS: dict[str, Kind] = {}
WORDINGS: dict[str, tuple[str, ...]] = {}
CLOSINGS: dict[str, tuple[str, ...]] = {}
UNITS: dict[str, str] = {}
"""What the number is that answers a kind's question: a `line` or a `run`; kinds whose answer is a value have none."""
INPUTS: dict[str, Does] = {}
"""The kinds that ask for an input: their prompts don't show it, and any input is right whose run does what is asked."""
FIRST: set[str] = set()
"""The kinds that are asked wherever they can be, since few programs are made for them."""


def question(
    asks: Sequence[str],
    closes: Sequence[str],
    unit: str = "",
    does: Does | None = None,
    *,
    goes_first: bool = False,
) -> Callable[[Kind], Kind]:
    """Register the decorated function as a question kind.

    asks:   the ways to word its question; `{word}` stands for a word of the candidate.
    closes: the ways to word the sentence that states the answer, as `types.Question.closing` says.
    unit, does, goes_first: see `UNITS`, `INPUTS` and `FIRST`.
    """

    def register(kind: Kind) -> Kind:
        name = kind.__name__
        KINDS[name], WORDINGS[name], CLOSINGS[name] = kind, tuple(asks), tuple(closes)
        if unit:
            UNITS[name] = unit
        if does is not None:
            INPUTS[name] = does
        if goes_first:
            FIRST.add(name)
        return kind

    return register


def worded(template: str, words: Mapping[str, str]) -> str:
    """A wording with the words of a candidate in it; everything else in braces stays."""
    return re.sub(r"\{(\w+)\}", lambda found: words.get(found[1], found[0]), template)


def ask(problem: Problem, trace: Trace, kinds: Sequence[str], rng: Random, focus: str = "") -> Question:
    """Draw a question: a kind first, then one of its candidates that isn't trivial.

    Raises Rejected("nothing to ask") where no kind has a candidate, TracePileError for an unknown kind.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise unknown("question kind", kind, list(KINDS))
    draw = Random(rng.random())  # of its own, so that a given focus leaves the rest of the row as it was
    for kind in sorted(dict.fromkeys(draw.sample(list(kinds), len(kinds))), key=lambda kind: kind not in FIRST):
        candidates = list(KINDS[kind](problem, trace))
        if focus:
            candidates = _focused(candidates, kind, focus)
        for candidate in draw.sample(candidates, len(candidates)):
            if found := candidate.answer():
                asked = worded(rng.choice(WORDINGS[kind]), candidate.words)
                closing = worded(rng.choice(CLOSINGS[kind]), candidate.words)
                return _question(kind, asked, candidate, found, f"{found.working} {closing}".lstrip())
    raise Rejected("nothing to ask", ", ".join(dict.fromkeys(kinds)))


def _question(kind: str, asked: str, candidate: Candidate, found: Answer, closing: str = "") -> Question:
    return Question(
        kind, asked, candidate.focus, found.text, found.until, closing, found.tells, kind in INPUTS, found.working
    )


def _focused(candidates: list[Candidate], kind: str, focus: str) -> list[Candidate]:
    """The candidates that a user's focus means: all that it names exactly, else all that begin with it."""
    chosen = [c for c in candidates if c.focus == focus] or [c for c in candidates if c.focus.split("@")[0] == focus]
    if not chosen:
        known = list(dict.fromkeys(c.focus for c in candidates))
        raise TracePileError(
            f"{kind} can't be asked about {focus!r}. It can be asked about: {', '.join(known) or 'nothing here'}"
        )
    return chosen


def answer(problem: Problem, trace: Trace, kind: str, focus: str, text: str) -> Question:
    """The question of a record, with its answer computed again; Rejected where no such question is asked."""
    for candidate in KINDS.get(kind, _none)(problem, trace):
        asked = candidate.focus == focus and text in (worded(one, candidate.words) for one in WORDINGS[kind])
        if asked and (found := candidate.answer()):
            return _question(kind, text, candidate, found)
    raise Rejected("question", f"no question {kind!r} about {focus!r} is worded like this")


def _none(_: Problem, __: Trace) -> Iterator[Candidate]:
    return iter(())


def does(problem: Problem, trace: Trace, kind: str, focus: str) -> bool:
    """Whether a problem's input, of which this is the run, is a right answer to a question for one."""
    return kind in INPUTS and INPUTS[kind](problem, trace, focus)
