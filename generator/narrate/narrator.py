"""The deterministic narrator: makes numbered, nested prose of a trace.

Clauses (what an event is worth saying) come from `clauses.py`, their order by loops and calls from `outline.py`; here
they become sentences and lines. Each line is a step and knows the events that it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from generator.engine.program import Trace
from generator.narrate.clauses import Clause, Teller
from generator.narrate.conclusions import conclude
from generator.narrate.outline import Block, outline
from generator.types import Problem, Question, Rationale, Rejected, Step, unknown


@dataclass(frozen=True, slots=True)
class Style:
    """How sentences are joined and lines are marked.

    links:   what a fact may begin with when it follows another sentence.
    facts:   how many facts a sentence may hold; line: how many clauses a line may, before it is ended.
    brief:   whether arithmetic and small containers are left out.
    turns:   how a loop's turn begins, by its number and its bindings.
    givens:  how a list of given values begins.
    numbers: whether the outermost lines are numbered.
    """

    links: tuple[str, ...]
    facts: int
    line: int
    brief: bool
    turns: tuple[str, ...]
    givens: tuple[str, ...]
    numbers: bool = True


STYLES: Mapping[str, Style] = {
    "narrative": Style(
        links=("", "", "then ", "next, ", "after that, ", "now "),
        facts=2,
        line=6,
        brief=False,
        turns=("turn {}, {}: ", "turn {} ({}): "),
        givens=("we start with ", "at first, ", "to begin with, "),
    ),
    "terse": Style(links=("",), facts=3, line=6, brief=True, turns=("{1}: ",), givens=("",)),
    "bullets": Style(
        links=("", "", "then "),
        facts=1,
        line=3,
        brief=False,
        turns=("in turn {}, {}: ", "with {1}: "),
        givens=("we have ", "we start with "),
        numbers=False,
    ),
}


PROBLEM_GIVENS = ("the problem gives ", "we are given ", "we know ")
"""How the quantities of a word problem are listed."""


def narrate(
    problem: Problem, trace: Trace, question: Question, must: Mapping[int, str], rng: Random, style: str = ""
) -> tuple[Rationale, str]:
    """Tell the execution up to where the answer is known; the rationale and the name of its style.

    must: the events that the question is about, which have to be told.
    """
    name = style or rng.choice(list(STYLES))
    if name not in STYLES:
        raise unknown("style", name, list(STYLES))
    chosen = STYLES[name]
    teller = Teller(trace, question, problem.hints, must, rng, brief=chosen.brief)
    writer = Writer(chosen, rng, problem.config)
    tree = outline(trace, teller, question.until)
    lines = [line for line in writer.whole(tree) if line.clauses]
    if not lines:
        raise Rejected("nothing to tell", trace.error)
    return Rationale(tuple(_steps(lines, chosen, question.until)), conclude(problem, trace, question)), name


@dataclass(slots=True)
class Line:
    """A line to be: its depth, what it opens with, and its clauses."""

    depth: int
    clauses: list[Clause]
    text: str = ""


def _steps(lines: list[Line], style: Style, until: int) -> Iterator[Step]:
    """Number the lines; a step ends where the first event of the next one begins."""
    starts = [min(clause.event for clause in line.clauses) for line in lines[1:]]
    number = 0
    for line, end in zip(lines, [*starts, until], strict=True):
        if line.depth == 0:
            number += 1
        mark = f"{number}. " if line.depth == 0 and style.numbers else "- "
        yield Step("   " * line.depth + mark + line.text, end)


class Writer:
    """Turns blocks into lines."""

    def __init__(self, style: Style, rng: Random, config: str) -> None:
        self.style, self.rng = style, rng
        self.givens = PROBLEM_GIVENS if config == "math" else style.givens
        self.last_link = ""

    def whole(self, tree: Block) -> Iterator[Line]:
        """The lines of a run: the call that the run consists of is told at the outermost depth."""
        if len(tree.items) == 1 and isinstance(tree.items[0], Block):
            call = tree.items[0]
            tree = Block("call", [*call.heading, *call.items])
        yield from self.block(tree, 0)

    def block(self, block: Block, depth: int, opening: str = "") -> Iterator[Line]:
        """The lines of what happens in a block; blocks inside it are indented below the line that leads to them."""
        waiting: list[Clause] = []
        turns = self.rng.choice(self.style.turns)
        for item, following in pairwise([*block.items, None]):
            assert item is not None
            if isinstance(item, Clause):
                waiting.append(item)
                if _weight(waiting) >= self.style.line and _may_end(item, following):
                    yield self.line(waiting, depth, opening)
                    waiting, opening = [], ""
            elif item.kind == "turn":
                yield from self.turn(item, depth, turns)
            elif not _is_silent(item):
                yield self.line(waiting + item.heading, depth, opening)
                waiting, opening = [], self.after(item, "loop") if depth else ""
                yield from self.block(item, depth + 1 if item.kind == "call" or item.heading else depth)
        yield self.line(waiting, depth, opening)

    @staticmethod
    def after(block: Block, name: str) -> str:
        """What a line begins with that follows a loop, if that had a turn."""
        ran = block.kind == "loop" and len(block.items) > 1
        return f"after the {name}, " if ran else ""

    def turn(self, turn: Block, depth: int, form: str) -> Iterator[Line]:
        """A turn is one line, or a line and what is indented below it."""
        items, after = list(turn.items), ""
        count = next((place for place, item in enumerate(items) if isinstance(item, Block)), len(items))
        head, rest = _split([item for item in items[:count] if isinstance(item, Clause)], self.style.line)
        later = items[count:]
        if not rest and later and isinstance(later[0], Block) and not _is_silent(later[0]):
            nested = later.pop(0)
            assert isinstance(nested, Block)
            yield self.line([*head, *nested.heading], depth, self.opening(turn, form), turn.heading)
            yield from self.block(nested, depth + 1)
            after = self.after(nested, "inner loop")
        else:
            yield self.line(head, depth, self.opening(turn, form), turn.heading)
        yield from self.block(Block("turn", [*rest, *later]), depth + 1, after)

    @staticmethod
    def opening(turn: Block, form: str) -> str:
        """What a turn of a `for` loop begins with."""
        if not turn.heading:
            return ""
        heading = turn.heading[0]
        if not heading.text:
            return f"turn {heading.turn}: "
        return form.format(heading.turn, heading.text)

    def line(self, clauses: list[Clause], depth: int, opening: str = "", heading: list[Clause] | None = None) -> Line:
        told = [clause for clause in clauses if clause.text]
        text = opening + self.sentences(told) if told else opening.rstrip(": ") + ("." if heading else "")
        return Line(depth, [*(heading or []), *told], capital(text))

    def sentences(self, clauses: list[Clause]) -> str:
        """Join clauses: tests lead to what follows from them, facts are told one or a few a sentence."""
        sentences: list[str] = []
        current: list[Clause] = []
        for clause in clauses:
            if current and self.is_full(current, clause):
                sentences.append(self.sentence(current, first=not sentences))
                current = []
            current.append(clause)
        if current:
            sentences.append(self.sentence(current, first=not sentences))
        return " ".join([sentences[0], *map(capital, sentences[1:])]) if sentences else ""

    def is_full(self, current: list[Clause], clause: Clause) -> bool:
        """Whether a sentence can't take another clause."""
        last = current[-1]
        if clause.role == "now":
            return False
        if _leaves_branch(current, clause) or last.role == "test":
            return last.role != "test" or _leaves_branch(current, clause) or _parts(last, clause)
        if last.explained or clause.explained or (last.role == "now" and len(current) > 2):  # noqa: PLR2004
            return True
        if "given" in (last.role, clause.role):
            return last.role != clause.role
        if clause.role != "fact" or last.role not in ("fact", "now"):
            return not (last.role == "io" and clause.role == "fact" and "line of the input" in last.text)
        return len([c for c in current if c.role == "fact"]) >= self.style.facts

    def sentence(self, clauses: list[Clause], *, first: bool) -> str:
        if len(clauses) > 1 and clauses[0].role == "given" and clauses[-1].role == "given":
            told = [part for clause in clauses for part in re.split(r"(?<=`) and (?=`)", clause.text)]
            return f"{self.rng.choice(self.givens)}{', '.join(told[:-1])} and {told[-1]}."
        text = self.link(clauses[0], first=first) + clauses[0].text
        for before, clause in pairwise(clauses):
            text += self.joint(before, clause, text) + clause.text
        return text + self.ending(clauses[-1]) + "."

    def link(self, clause: Clause, *, first: bool) -> str:
        if first or clause.role != "fact" or clause.explained or " stays " in clause.text:
            return ""
        link = self.rng.choice([link for link in self.style.links if not link or link != self.last_link])
        self.last_link = link
        return link

    @staticmethod
    def joint(before: Clause, clause: Clause, text: str) -> str:
        """What stands between two clauses of a sentence, of which `text` is there already."""
        if before.role == "test":
            return "; " if clause.role == "test" else ", so "
        if (clause.role == "now" or before.role == "io") and ", so " not in text:
            return ", so "
        return ", and " if ", so " in text else " and "

    @staticmethod
    def ending(last: Clause) -> str:
        """What a test that nothing follows leads to."""
        if last.role != "test":
            return ""
        if last.loop_test and not last.holds:
            return ", so the loop ends" if last.turn else ", so the loop is not entered"
        return ""


def _leaves_branch(current: list[Clause], clause: Clause) -> bool:
    """Whether a clause tells what happens whatever the sentence's last test was."""
    tests = [one for one in current if one.role == "test" and one.branch is not None]
    inside = not tests or clause.role == "call" or id(clause.node) in (tests[-1].branch or ())
    return not inside


def _parts(test: Clause, clause: Clause) -> bool:
    """Whether a test is a sentence of its own: nothing follows from it, or what follows has its own reason."""
    over = test.idle or (test.loop_test and not test.holds) or " so " in test.text
    return over or clause.explained or (test.explained and clause.role == "test")


def _split(clauses: list[Clause], most: int) -> tuple[list[Clause], list[Clause]]:
    """Cut a run of clauses at a place where a new line may begin."""
    for place, (clause, following) in enumerate(pairwise([*clauses, None])):
        assert clause is not None
        full = _weight(clauses[: place + 1]) >= most and _weight(clauses[place + 1 :]) > 1
        if full and following is not None and _may_end(clause, following):
            return clauses[: place + 1], clauses[place + 1 :]
    return clauses, []


def _weight(clauses: list[Clause]) -> int:
    """How much clauses make of a line; a list of given values counts as one."""
    told = [clause for clause in clauses if clause.text]
    return sum(clause.role != "given" for clause in told) + any(clause.role == "given" for clause in told)


def _may_end(clause: Clause, following: Clause | Block | None) -> bool:
    """Whether a line may end behind a clause: not between a test and its outcome, nor within one event."""
    if clause.role == "test" or not isinstance(following, Clause):
        return clause.role != "test"
    return following.event != clause.event and not clause.role == following.role == "given"


def _is_silent(block: Block) -> bool:
    """Whether a block tells nothing: a lambda's call, a loop without a turn."""
    return not block.heading and all(
        (isinstance(item, Block) and _is_silent(item)) or not getattr(item, "text", "x") for item in block.items
    )


def capital(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]
