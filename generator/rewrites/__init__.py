"""Rewritings of programs that keep what they do: each is a function of its own, and every result is proven.

`rewrite` draws some rewritings, applies one after the other, and holds the outcome against the original on many inputs.
What can't be proven is given up, with a reason. A program that takes inputs has some sixty variants, which are made and
proven once in a process; a script that takes none is rewritten anew each time, since its numbers are drawn.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from random import Random

from generator.families import import_families
from generator.rewrites.apply import apply
from generator.rewrites.inputs import cases
from generator.rewrites.proof import Observed, Proof, Runnable, constants, marked, observed, prove
from generator.rewrites.registry import REWRITINGS
from generator.rewrites.text import LONGEST, parsed, written
from generator.types import Problem, Rejected, Task

import_families(__name__, list(__path__))

VARIANTS = 60
"""Ways in which a program is rewritten: each is made and proven once, and drawn again and again."""
TOGETHER = (1, 2, 2, 3, 3, 4)
"""Rewritings that are applied one after the other, each number as often as it is drawn."""
NAMED = 0.35
"""The share of rewritten programs that get other names."""


def rewrite(problem: Problem, task: Task | None, rng: Random) -> Problem:
    """The problem with its program rewritten; Rejected where nothing came of it, or it can't be proven."""
    _, bracket, arguments = problem.entry.partition("(")
    if problem.entry or problem.stdin:
        made = _variant(Key(problem, task), rng.randrange(VARIANTS))
    else:
        made = _made(problem, task, rng)
    if isinstance(made, Rejected):
        raise Rejected(made.reason, made.detail)
    code, hints, called, names, proof = made
    entry = f"{called}{bracket}{arguments}" if problem.entry else ""
    return replace(problem, code=code, hints=hints, entry=entry, rewrites=names, proof=proof.told())


class Key:
    """A problem and its task, which are the same for a cache if the program is."""

    def __init__(self, problem: Problem, task: Task | None) -> None:
        self.problem, self.task = problem, task
        self.key = (problem.code, problem.entry.partition("(")[0])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


Made = tuple[str, Mapping[int, str], str, tuple[str, ...], Proof]
"""The new text, its hints, what is called, the names of the rewritings, and the proof."""


@lru_cache(maxsize=4096)
def _variant(key: Key, number: int) -> Made | Rejected:
    """One of the ways in which a program is rewritten, or why that came to nothing: what is drawn again is known."""
    problem = key.problem
    rng = Random(f"variant:{problem.code}:{number}")
    if key.task:
        problem = _first(problem, key.task)
    return _made(problem, key.task, rng)


def _first(problem: Problem, task: Task) -> Problem:
    """A problem with this program that depends on nothing but the program."""
    rng = Random(f"first:{problem.code}")
    for _ in range(1000):
        other = task.draw(rng, 4)
        if other.code == problem.code:
            return other
    return problem


def _made(problem: Problem, task: Task | None, rng: Random) -> Made | Rejected:
    try:
        return made(problem, task, rng)
    except Rejected as verdict:
        return verdict


def made(problem: Problem, task: Task | None, rng: Random, wanted: tuple[str, ...] = ()) -> Made:
    """A rewriting of a problem's program and its proof; Rejected where there is none.

    wanted: the names of the rewritings, in their order; drawn if left out.
    """
    tree, callee = parsed(problem.code, problem.hints), problem.entry.partition("(")[0]
    numbers = constants(tree) if _is_closed(problem) else []
    original = _observed(Key(problem, task)) if not numbers else _watched(problem, task)
    names, called = apply(tree, callee, rng, wanted or _drawn(problem, rng), 0 if wanted else rng.choice(TOGETHER))
    if not names:
        raise Rejected("no rewriting", "none of those drawn applies")
    code, hints = written(tree)
    if max(map(len, code.split("\n"))) > LONGEST:
        raise Rejected("no rewriting", "a line becomes too long")
    shown = ast.parse(code)
    if ast.dump(shown) == ast.dump(ast.parse(problem.code)):
        raise Rejected("no rewriting", "it comes out as it was")
    return code, hints, called, names, prove(original, Runnable(marked(shown, tree), called))


def _is_closed(problem: Problem) -> bool:
    """Whether a program takes nothing from outside, so that its numbers are its inputs."""
    return not problem.entry and not problem.stdin


@lru_cache(maxsize=1024)
def _observed(key: Key) -> Observed:
    return _watched(key.problem, key.task)


def _watched(problem: Problem, task: Task | None) -> Observed:
    """What a problem's program does on the inputs on which its rewritings are compared with it."""
    tree = ast.parse(problem.code)
    numbers = constants(tree) if _is_closed(problem) else []
    program = Runnable(tree, problem.entry.partition("(")[0])
    return observed(program, cases(problem, task, numbers, Random(f"cases:{problem.code}")))


def _drawn(problem: Problem, rng: Random) -> tuple[str, ...]:
    """Rewritings in an order by draw, of which one time of three one gives names, since that fits everywhere.

    Names that mislead are not for word problems, whose quantities have names.
    """
    naming = sorted(name for name, one in REWRITINGS.items() if one.function.__module__.endswith(".names"))
    others = sorted(REWRITINGS.keys() - set(naming))
    rng.shuffle(others)
    if rng.random() < NAMED:
        name = rng.choice([name for name in naming if problem.config != "math" or name != "names_shuffled"])
        others.insert(rng.randrange(3), name)
    return tuple(others)
