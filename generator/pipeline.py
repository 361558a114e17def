"""How one row is made, top to bottom.

    draw -> rewrite -> run -> ask -> narrate -> assemble -> check

A row is a pure function of (config, seed, index, options) and the version: each attempt has its own randomness, and an
attempt that is rejected is counted with its reason before the next is drawn. No row leaves here unchecked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from random import Random

from generator import __version__
from generator.assemble import assemble
from generator.configs import config as find_config
from generator.engine.digest import trace_digest
from generator.engine.program import Trace
from generator.engine.recorder import record as run
from generator.engine.recorder import run_bare
from generator.engine.replay import audit
from generator.narrators import narrator
from generator.pairs import SORTS, pair
from generator.prompts import prompt
from generator.questions import FIRST, INPUTS, ask
from generator.records import validate
from generator.rewrites import rewrite
from generator.sources import source as find_source
from generator.sources.registry import group_of
from generator.types import (
    SPLITS,
    Config,
    Made,
    Options,
    Problem,
    Record,
    Rejected,
    Rejection,
    Task,
    TracePileError,
    unknown,
)
from generator.verify import check

ATTEMPTS = 300
SIZES = {
    "": (1, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 10),
    "easy": (1, 2, 2, 3, 3, 4, 4, 5),
    "medium": (4, 5, 6, 6, 7, 7, 8, 9),
    "hard": (8, 9, 10, 10),
}
"""The sizes of inputs that aim at a difficulty, each as often as it is drawn; of all, the smallest are the rarest."""
REWRITTEN = 0.4
"""The share of rows whose programs are rewritten."""
PAIRED = 0.08
"""The share of rows about two programs, where a configuration has questions about them."""
PAIRINGS = 12
"""Inputs for which another program is sought."""
TRIVIAL = 10
"""A run with fewer events than this is no row, unless its config has short ones; nor is a question fewer answer."""
LOCAL = Config(
    "local", {}, frozenset(), ("output",), ("Follow the program step by step and answer the question.",), short=True
)
"""The configuration of programs that a user brings."""
Attempt = tuple[str, Callable[[], Record]]
"""The task of an attempt at a row, and what makes the record, or raises Rejected."""


def make_row(config: str, seed: int, index: int, options: Options = Options()) -> Made:  # noqa: B008 - frozen
    """Make row `index` of a configuration; TracePileError if no attempt at it succeeds."""
    chosen, split = find_config(config), split_of(config, seed, index)

    def attempts() -> Iterator[Attempt]:
        for attempt in range(ATTEMPTS):
            rng = chance(config, seed, index, attempt)
            task = draw_task(chosen, split, options, rng)
            yield task.name, partial(_attempt, chosen, task, split, options, rng, (seed, index, attempt))

    return first_made(config, seed, index, attempts(), "--max-tokens, --kinds, --difficulty, --task")


def _attempt(
    config: Config, task: Task, split: str, options: Options, rng: Random, place: tuple[int, int, int]
) -> Record:
    """One attempt at a row; Rejected with the reason where it comes to nothing."""
    record = make_record(config, draw_problem(task, split, options, rng), options, rng, place)
    keep_apart(record, split)
    return record


def first_made(config: str, seed: int, index: int, attempts: Iterable[Attempt], options: str) -> Made:
    """The first row that an attempt makes, with the rejections before it; TracePileError if none does.

    options: those that a user could loosen.
    """
    rejected: list[Rejection] = []
    for number, (task, make) in enumerate(attempts):
        try:
            return Made(make(), tuple(rejected))
        except Rejected as verdict:
            rejected.append(Rejection(config, seed, index, number, task, verdict.reason, verdict.detail))
    reasons = "; ".join(f"{one.task}: {one.reason}" for one in rejected[-3:])
    raise TracePileError(
        f"row {index} of {config} (seed {seed}) was rejected {len(rejected)} times, lately for {reasons}. "
        f"Loosen the options ({options}) or take another seed."
    )


def make_record(
    config: Config, problem: Problem, options: Options, rng: Random, place: tuple[int, int, int], focus: str = ""
) -> Record:
    """Turn a problem into a checked record; Rejected with the reason where that can't be done.

    place: (seed, index, attempt), for the record's provenance.
    """
    trace = execute(problem, options)
    if len(trace.events) < TRIVIAL and not config.short:
        raise Rejected("trivial run", f"{len(trace.events)} events")
    difficulty = config.difficulty(len(trace.events))
    if options.difficulty not in ("", difficulty):
        raise Rejected("another difficulty", difficulty)
    question = ask(problem, trace, options.kinds or config.kinds, rng, focus)
    if question.until < min(TRIVIAL, len(trace.events)) and config.name != LOCAL.name:
        raise Rejected("trivial question", f"answered after {question.until} events")
    narrate = narrator(options.narrator)
    rationale, style = narrate(problem, trace, question, rng, options)
    asked = prompt(config, problem, question, rng)
    record = assemble(config, problem, trace, trace_digest(trace), question, rationale, style, asked, options, place)
    validate(record)
    check(record, trace)
    return record


def execute(problem: Problem, options: Options) -> Trace:
    """Run a problem's program, recorded and bare; Rejected where the two differ or the replay does."""
    trace = run(problem.code, problem.entry, problem.stdin, max_events=options.max_events)
    if run_bare(problem.code, problem.entry, problem.stdin) != (trace.output, trace.stdout, trace.error):
        raise Rejected("recorded and bare run differ")
    if problem.expected is not None and trace.stdout != problem.expected:
        raise Rejected("unexpected output", trace.stdout)
    audit(trace)
    return trace


def trace_row(problem: Problem, options: Options, seed: int = 0, focus: str = "") -> Record:
    """The record of a program that a user brings; it has no place in a sequence of rows, so its index is -1."""
    rng = Random(f"{__version__}:local:{seed}:{problem.code}:{problem.entry}:{problem.stdin}")
    return make_record(LOCAL, problem, options, rng, (seed, -1, 0), focus)


def foreign_row(problem: Problem, options: Options, place: tuple[int, int, int]) -> Record:
    """The record of an attempt at a row of a source: its problem is given, so nothing is drawn but what is asked of it.

    place: (seed, index, attempt).
    """
    chosen = find_source(problem.config).config
    grouped = replace(problem, group=group_of(problem.statement, problem.code))
    return make_record(chosen, grouped, options, chance(f"{problem.config}:record", *place), place)


# What is drawn: the split decides the programs, and which inputs of them


def chance(config: str, seed: int, index: int, attempt: int) -> Random:
    """The randomness of an attempt at a row."""
    return Random(f"{__version__}:{config}:{seed}:{index}:{attempt}")


def redraw(config: str, seed: int, index: int, attempt: int, options: Options) -> Problem:
    """The problem that an attempt at a row has drawn."""
    rng, split = chance(config, seed, index, attempt), split_of(config, seed, index)
    return draw_problem(draw_task(find_config(config), split, options, rng), split, options, rng)


def split_of(config: str, seed: int, index: int) -> str:
    """The split of a row: 5 % test, 5 % validation, the rest train."""
    share = Random(f"split:{config}:{seed}:{index}").random()
    return SPLITS[2] if share < 0.05 else SPLITS[1] if share < 0.1 else SPLITS[0]  # noqa: PLR2004 - the shares


def draw_task(config: Config, split: str, options: Options, rng: Random) -> Task:
    """Draw a family and a task of it: the families that are held out are seen in the test split, and only there."""
    if options.task:
        if options.task not in config.tasks:
            raise unknown(f"{config.name} task", options.task, sorted(config.tasks))
        return config.tasks[options.task]
    families = config.families(held_out=split == "test")
    return rng.choice(families[rng.choice(sorted(families))])


def draw_problem(task: Task, split: str, options: Options, rng: Random) -> Problem:
    """Draw a problem whose input belongs to the split: validation rows hold inputs that no training row has.

    Some of the programs are rewritten, and some stand beside another; their inputs stay in the split.
    """
    if rng.random() < share_of_pairs(options.kinds or find_config(task.config).kinds):
        return draw_pair(task, split, options, rng)
    problem = next(draws(task, split, options, rng))
    return rewrite(problem, task, rng) if rng.random() < REWRITTEN else problem


def draw_pair(task: Task, split: str, options: Options, rng: Random) -> Problem:
    """Draw a problem about two programs, one of which is another way to write the other, or a near miss of it."""
    sort = rng.choice(SORTS)
    for problem in islice(draws(task, split, options, rng), PAIRINGS):
        if found := pair(problem, task, sort, rng):
            return found
    raise Rejected("no pair", f"{sort} programs of {task.name}")


def draws(task: Task, split: str, options: Options, rng: Random) -> Iterator[Problem]:
    """Problems of a task whose inputs belong to the split; Rejected where there are none."""
    for _ in range(1000):
        problem = task.draw(rng, rng.choice(SIZES[options.difficulty]))
        if split == "test" or (is_validation(problem) == (split == "validation")):
            yield problem
    raise Rejected("no input for this split", split)


def share_of_pairs(kinds: Sequence[str]) -> float:
    """How many of the programs are to be pairs: none where nothing asks about them, all where nothing else does."""
    asking = FIRST.intersection(kinds)
    return 0 if not asking else PAIRED if asking < set(kinds) else 1


def keep_apart(record: Record, split: str) -> None:
    """Reject a question for an input that belongs to another split: by what it asks, as it doesn't show the input."""
    asked = f"{record['code']}\0{record['question_kind']}\0{record['focus']}"
    if record["question_kind"] in INPUTS and split != "test" and _is_kept(asked, 4) != (split == "validation"):
        raise Rejected("question of another split", record["question"])


def is_validation(problem: Problem) -> bool:
    """Whether a program's input is kept for validation."""
    return _is_kept(f"{problem.code}\0{problem.entry}\0{problem.stdin}", 16)


def _is_kept(text: str, share: int) -> bool:
    """One text in so many, by its own hash."""
    return hashlib.sha256(text.encode()).digest()[0] % share == 0
