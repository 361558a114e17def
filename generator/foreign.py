"""Foreign programs, in the sandbox: what one does on an input, and the record of it; and row i of a source.

A stock is the file of programs that a source was found to hold, a line of JSON each. Every program of it comes before
one comes again; which one, and on which input, is drawn from version, source, seed, index and attempt.
"""

from __future__ import annotations

import ast
import json
import sys
from array import array
from collections.abc import Iterator
from functools import cache, partial
from math import gcd
from pathlib import Path
from random import Random
from typing import Any

from generator import __version__, pipeline
from generator.engine.isolation import Level
from generator.engine.sandbox import guarded_twice
from generator.records import validate
from generator.types import Made, Options, Problem, Record, Rejected, TracePileError

ATTEMPTS = 60
FAITHFUL = 12
"""Attempts at the program whose turn it is, before others are drawn."""
_FACTS = ("config", "task", "family", "statement", "code", "entry", "stdin", "source", "license", "url")
_COLUMNS = {"statement": "problem", "stdin": "input"}


def make_row(stock: Path, config: str, seed: int, index: int, options: Options, needed: Level) -> Made:
    """Make row `index` of a source; TracePileError if no attempt at it succeeds."""

    def attempts() -> Iterator[pipeline.Attempt]:
        for attempt in range(ATTEMPTS):
            problem = drawn(stock, config, seed, index, attempt)
            yield problem.task, partial(made, problem, options, (seed, index, attempt), needed)

    return pipeline.first_made(config, seed, index, attempts(), "--max-tokens, --max-events, --kinds, --difficulty")


def drawn(stock: Path, config: str, seed: int, index: int, attempt: int) -> Problem:
    """The problem of an attempt at a row."""
    rng = pipeline.chance(config, seed, index, attempt)
    starts = _starts(stock, stock.stat().st_size)
    turn = _turn(len(starts), f"{config}:{seed}", index) if attempt < FAITHFUL else rng.randrange(len(starts))
    with stock.open("rb") as file:
        file.seek(starts[turn])
        found = json.loads(file.readline())
    entry, stdin = rng.choice(found.pop("runs"))
    return Problem(config=config, entry=entry, stdin=stdin, **found)


@cache
def _starts(stock: Path, size: int) -> array[int]:
    """Where the lines of a file of that size begin."""
    starts, at = array("Q"), 0
    with stock.open("rb") as file:
        for line in file:
            starts.append(at)
            at += len(line)
    if at != size:
        raise TracePileError(f"{stock} changes while it is read: build again")
    return starts


def _turn(length: int, sequence: str, index: int) -> int:
    """The program whose turn it is: each round goes through all of them, in an order of its own."""
    around, place = divmod(index, length)
    rng = Random(f"{__version__}:{sequence}:{around}")
    step = next(n for n in iter(lambda: rng.randrange(1, length + 1), 0) if gcd(n, length) == 1)
    return (rng.randrange(length) + step * place) % length


def made(problem: Problem, options: Options, place: tuple[int, int, int], needed: Level) -> Record:
    """The record of a problem, made in the sandbox and seen to be about it; place is (seed, index, attempt)."""
    facts = {name: getattr(problem, name) for name in _FACTS}
    text = guarded_twice(make, facts, options.to_json(), place, ready=warm_up, needed=needed)
    record = parsed(text)
    validate(record)
    asked = {_COLUMNS.get(name, name): fact for name, fact in facts.items()}
    seed, index, attempt = place
    told = {"seed": seed, "index": index, "attempt": attempt, "version": __version__, "options": options.to_json()}
    stated = {**record["provenance"], **record}
    if any(stated[name] != fact for name, fact in (asked | told).items()):
        raise Rejected("sandbox", "the record is about another program")
    return record


def parsed(text: str) -> Record:
    """What the sandbox sent, which a program may have forged; Rejected where it is no object of JSON."""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Rejected("sandbox", f"the record is damaged: {type(error).__name__}") from None
    if not isinstance(record, dict):
        raise Rejected("sandbox", "the record is damaged")
    return record


# In the sandbox


def warm_up() -> None:
    """Make a record of a program of ours, so that everything is loaded: in the sandbox no file can be opened."""
    facts = dict.fromkeys(_FACTS, "warm") | {"config": "jsonl", "code": "print(1)\n", "entry": "", "stdin": ""}
    make(facts, Options(kinds=("output",)).to_json(), (0, 0, 0))


def make(facts: dict[str, Any], chosen: str, place: tuple[int, int, int]) -> str:
    """The record of a problem as JSON."""
    return json.dumps(pipeline.foreign_row(Problem(**facts), Options.from_json(chosen), place))


def outcome(code: str, entry: str, stdin: str, max_events: int) -> str:
    """What a program returns, prints and raises on an input, in how many events, as JSON; Rejected if it can't."""
    problem = Problem("foreign", "program", "foreign", "", code, entry, stdin)
    try:
        _check_imports(code)
        trace = pipeline.execute(problem, Options(max_events=max_events))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fault:
        raise Rejected("not Python", f"{type(fault).__name__}: {fault}") from None
    return json.dumps(
        {"output": trace.output, "stdout": trace.stdout, "error": trace.error, "events": len(trace.events)}
    )


def _check_imports(code: str) -> None:
    """Name the library that isn't there, where the sandbox would only say that a file was asked for."""
    for node in ast.walk(ast.parse(code)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        for name in names:
            if name not in sys.modules:
                raise Rejected("library that isn't there", name)
