"""Two programs beside each other, and a function that says whether they agree: what questions about both are asked of.

    def agree(values, target):
        first = binary_search(values, target)
        second = binary_search_2(values, target)
        return first == second

The second program is another way to write the first, or a near miss of it (`misses.py`) that has been seen to differ on
some inputs and to agree on others.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from random import Random
from typing import Any

from generator.engine.recorder import ATOMIC
from generator.pairs.misses import faulty
from generator.pairs.submissions import submission
from generator.rewrites import Key, rewrite
from generator.rewrites.context import Context, loaded, names, stored
from generator.rewrites.inputs import arguments
from generator.rewrites.names import rename
from generator.rewrites.proof import Outcome, Runnable
from generator.rewrites.text import LONGEST, parsed, written
from generator.types import Problem, Task

EQUAL, AGREEING, DIFFERING = "equal", "agreeing", "differing"
SORTS = (*[EQUAL] * 4, *[AGREEING] * 2, *[DIFFERING] * 14)
"""The second program does the same, or is a near miss on an input on which it agrees, or differs; each as often as it
is drawn."""
TRIED = 20
"""Faults that are tried in a program."""
LONGER = 2
"""How many times as long as the original a near miss may run."""
DRAWN = 24
"""Inputs on which a near miss is compared with its original."""
FAR = 0.85
"""A program that differs on more of them is no near miss."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The names of the functions that a program compares."""

    first: str
    second: str


@lru_cache(maxsize=4096)
def pair_of(code: str, callee: str) -> Pair | None:
    """The functions that a program's function compares; None where it does something else."""
    for node in ast.parse(code).body:
        if isinstance(node, ast.FunctionDef) and node.name == callee:
            calls = [one.value for one in node.body if isinstance(one, ast.Assign) and isinstance(one.value, ast.Call)]
            compared = [one.func.id for one in calls if isinstance(one.func, ast.Name)]
            if len(compared) == 2:  # noqa: PLR2004 - a pair
                copied = [place for place, one in enumerate(calls[0].args) if isinstance(one, ast.Subscript)]
                found = Pair(*compared)
                written_so = _comparison(callee, _parameters(node), found, copied)
                return found if ast.dump(node) == ast.dump(written_so) else None
    return None


def _parameters(function: ast.FunctionDef) -> list[str]:
    return [one.arg for one in function.args.args]


def pair(problem: Problem, task: Task, sort: str, rng: Random) -> Problem | None:
    """The problem with its program beside another of a sort (`SORTS`); None where none fits its input.

    Scripts can't be called, so they aren't compared: a solution that may be wrong stands in their place.
    """
    if not problem.entry:
        return submission(problem, task, rng, fails=sort == DIFFERING)
    case = arguments(problem.entry)
    ours = deepcopy(case)
    right = _runnable(problem.code, _callee(problem)).run(ours)
    others = _equals(problem, task, rng) if sort == EQUAL else _faulty(problem, task, rng)
    for other in others:
        theirs = deepcopy(case)
        outcome = _run_beside(other.code, _callee(other), theirs, right)
        if _have_ended(right, outcome) and (outcome.result != right.result) == (sort == DIFFERING):
            copied = _copied(case, ours, theirs)
            return None if copied is None else _beside(problem, other, copied)
    return None


def _equals(problem: Problem, task: Task, rng: Random) -> Iterator[Problem]:
    """The problem with other programs that do the same: other implementations, and a rewriting that is proven.

    Where several results are right, implementations may still differ.
    """
    callee, bracket, given = problem.entry.partition("(")
    for other in (task.draw(rng, 3) for _ in range(4)):
        if _callee(other) != callee:
            yield replace(other, entry=f"{_callee(other)}{bracket}{given}")
    other = rewrite(problem, task, rng)
    if other.entry.partition("(")[2] == given:  # else it has become a method
        yield other


def _faulty(problem: Problem, task: Task, rng: Random) -> Iterator[Problem]:
    """The problem with near misses of its program."""
    known = _near_misses(Key(problem, task))
    for code in rng.sample(known, len(known)):
        yield replace(problem, code=code, hints={})


def _callee(problem: Problem) -> str:
    return problem.entry.partition("(")[0]


# Near misses


@lru_cache(maxsize=1024)
def _near_misses(program: Key) -> tuple[str, ...]:
    """The program with each of some faults that show on some inputs, and not on most."""
    code, callee, task = program.problem.code, _callee(program.problem), program.task
    assert task is not None
    rng = Random(f"misses:{code}")
    cases = [arguments(task.draw(rng, number % 10 + 1).entry) for number in range(DRAWN)]
    right = [_runnable(code, callee).run(deepcopy(case)) for case in cases]
    if any(one.stdout for one in right):
        return ()
    found = []
    for tree in islice(faulty(code, rng), TRIED):
        text, _ = written(tree)
        wrong = [_run_beside(text, callee, deepcopy(case), one) for case, one in zip(cases, right, strict=True)]
        ended = [(one, other) for one, other in zip(right, wrong, strict=True) if _have_ended(one, other)]
        differing = sum(one.result != other.result for one, other in ended)
        if 0 < differing <= FAR * len(ended) and len(ended) > DRAWN // 2:
            found.append(text)
    return tuple(found)


def _run_beside(code: str, callee: str, case: Any, right: Outcome) -> Outcome:
    """Run a program that may go on and on: not much longer than the right one does, since its numbers may grow."""
    return _runnable(code, callee).run(case, LONGER * right.entered + 8)


def _have_ended(*outcomes: Outcome) -> bool:
    return all(one.comparable and not one.raised for one in outcomes)


@lru_cache(maxsize=4096)
def _runnable(code: str, callee: str) -> Runnable:
    return Runnable(ast.parse(code), callee)


# One program of two


def _beside(problem: Problem, other: Problem, copied: Sequence[int]) -> Problem | None:
    """The problem with both programs and a call of the function that compares them; None where a line is too long."""
    tree, second = _joined(problem, other)
    callee, _, given = problem.entry.partition("(")
    function = next(one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == callee)
    parameters = _parameters(function)[: len(arguments(problem.entry))]
    called = Context(tree, Random()).fresh("agree", "compare")
    tree.body.append(_comparison(called, parameters, Pair(callee, second), copied))
    code, hints = written(tree)
    if max(map(len, code.split("\n"))) > LONGEST:
        return None
    return replace(problem, code=code, hints=hints, entry=f"{called}({given}", proof=other.proof)


def _joined(problem: Problem, other: Problem) -> tuple[ast.Module, str]:
    """Both programs as one, without what they share, and the name by which the other is called there."""
    tree, added = parsed(problem.code, problem.hints), parsed(other.code, other.hints)
    second = _callee(other)
    added.body = _of_its_own(tree, added, second)
    defined = {name for one in added.body if not _is_import(one) for name in _defined(one)}
    context = Context(tree, Random())
    new = {name: context.fresh(name) for name in sorted(defined & names(tree))}
    rename(added, new)
    imports = [one for one in added.body if _is_import(one)]
    tree.body = [*imports, *tree.body, *(one for one in added.body if not _is_import(one))]
    return tree, new.get(second, second)


def _of_its_own(tree: ast.Module, other: ast.Module, callee: str) -> list[ast.stmt]:
    """What another program has at its top that this one hasn't word by word: not even in what it is made with."""
    known = {ast.dump(one) for one in tree.body}
    shared = {name for one in other.body if ast.dump(one) in known for name in _defined(one)} - {callee}
    while True:
        own = [one for one in other.body if not _defined(one) <= shared or ast.dump(one) not in known]
        fewer = shared - {name for one in other.body for name in _defined(one) if _uses(one, own)}
        if fewer == shared:
            return [one for one in own if not (_is_import(one) and ast.dump(one) in known)]
        shared = fewer


def _uses(node: ast.stmt, others: Sequence[ast.stmt]) -> bool:
    return not loaded(node).isdisjoint(name for one in others if not _is_import(one) for name in _defined(one))


def _defined(node: ast.stmt) -> set[str]:
    """The names that a statement of the module binds there."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {(one.asname or one.name).partition(".")[0] for one in node.names}
    return stored(node)


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _copied(given: Sequence[Any], *used: Sequence[Any]) -> list[int] | None:
    """The numbers of the arguments that the programs change, which each needs for itself; None if no copy is enough.

    used: the arguments as they are after a run of each.
    """
    changed = [place for place, was in enumerate(given) if any(one[place] != was for one in used)]
    if any(type(given[place]) is not list or any(type(one) not in ATOMIC for one in given[place]) for place in changed):
        return None
    return changed


def _comparison(name: str, parameters: Sequence[str], compared: Pair, copied: Sequence[int]) -> ast.FunctionDef:
    """A function that calls two others with the same and says whether they return the same."""
    given = ", ".join(f"{one}[:]" if place in copied else one for place, one in enumerate(parameters))
    results = ("first", "second") if {"first", "second"}.isdisjoint(parameters) else ("one_result", "other_result")
    lines = [
        f"    {result} = {function}({given})"
        for result, function in zip(results, (compared.first, compared.second), strict=True)
    ]
    text = "\n".join([f"def {name}({', '.join(parameters)}):", *lines, f"    return {' == '.join(results)}"])
    made = ast.parse(text).body[0]
    assert isinstance(made, ast.FunctionDef)
    return made
