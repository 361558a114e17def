"""Inputs on which two programs are compared: drawn ones, edge cases, and drawn ones changed a little, by their types.

A case is the arguments of a call, a standard input, or, for a script that reads nothing, values for its constants.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import chain
from random import Random
from typing import Any

from generator.types import Problem, Task

DRAWN, CHANGED = 24, 24
_EDGES: dict[type, tuple[Any, ...]] = {
    int: (0, 1, -1, 2),
    str: ("", "a"),
    list: ([], [1], ["a"]),
    dict: ({},),
    bool: (True,),
}
_SHARE = 0.4
"""The share of a script's numbers that are changed at a time."""


def cases(problem: Problem, task: Task | None, constants: list[int], rng: Random) -> Iterator[Any]:
    """The inputs on which a rewriting of a problem's program has to do the same.

    task:      what the problem was drawn from, whose sampler gives further inputs of programs that take any.
    constants: the numbers of a script that reads nothing.
    """
    if not problem.entry and not problem.stdin:
        yield from _constants(constants, rng)
        return
    drawn = [_case(problem)]
    drawn += _drawn(task, rng) if task else []
    yield from deepcopy(drawn)
    count = CHANGED if task else DRAWN + CHANGED
    others = chain(_edges(drawn[0]), (changed(deepcopy(drawn[n % len(drawn)]), rng) for n in range(count)))
    if task is None or task.is_valid is None:
        yield from others
        return
    yield from filter(task.is_valid, others)
    yield from _drawn(task, rng)  # as few others are valid


def _drawn(task: Task, rng: Random) -> Iterator[Any]:
    """Inputs of all sizes."""
    return (_case(task.draw(rng, number % 10 + 1)) for number in range(DRAWN))


def _case(problem: Problem) -> Any:
    """The arguments of a problem's call, or its standard input."""
    return arguments(problem.entry) if problem.entry else problem.stdin


def arguments(entry: str) -> tuple[Any, ...]:
    """The arguments of a call that hands over plain values; ValueError for any other."""
    call = ast.parse(entry, mode="eval").body
    if not isinstance(call, ast.Call) or call.keywords:
        raise ValueError(entry)
    return tuple(ast.literal_eval(argument) for argument in call.args)


def _constants(values: list[int], rng: Random) -> Iterator[Any]:
    yield list(values)
    for number in range(2 * (DRAWN + CHANGED)):
        case = list(values)
        for place in range(len(case)):
            if number % 3 == 0 or rng.random() < _SHARE:
                case[place] = rng.choice((case[place] + rng.choice((-2, -1, 1, 2, 7)), rng.randint(2, 60)))
        yield case


def _edges(case: Any) -> Iterator[Any]:
    """The first case with one argument replaced by something small of its type."""
    if isinstance(case, str):
        yield ""
        return
    for place, argument in enumerate(case):
        for edge in _EDGES.get(type(argument), ()):
            yield (*deepcopy(case[:place]), deepcopy(edge), *deepcopy(case[place + 1 :]))


def changed(value: Any, rng: Random) -> Any:
    """A value of the same type that differs a little, mostly."""
    change = _CHANGES.get(type(value))
    return change(value, rng) if change else value


def _int(value: int, rng: Random) -> int:
    return rng.choice((value + 1, value - 1, -value, 0, 2 * value, rng.randint(-5, 20)))


def _float(value: float, rng: Random) -> float:
    return rng.choice((-value, value + 0.5, 0.0))


def _str(value: str, rng: Random) -> str:
    """A text with a word of it changed: a number by a number, another by leaving out, doubling or swapping a sign."""
    words = value.split(" ") if "\n" not in value else value.split("\n")
    place = rng.randrange(len(words))
    word = words[place]
    if "\n" in value and " " in word:
        words[place] = _str(word, rng)
    elif word.removeprefix("-").isdigit():
        words[place] = str(_int(int(word), rng))
    elif word:
        at = rng.randrange(len(word))
        words[place] = word[:at] + rng.choice(("", word[at] * 2, rng.choice(value.strip() or "a"))) + word[at + 1 :]
    return ("\n" if "\n" in value else " ").join(words)


def _list(value: list[Any], rng: Random) -> list[Any]:
    if not value:
        return value
    place, kind = rng.randrange(len(value)), rng.randrange(4)
    if kind == 0:
        del value[place]
    elif kind == 1:
        value.insert(place, deepcopy(value[place]))
    else:
        value[place] = changed(value[place], rng)
    return value


def _tuple(value: tuple[Any, ...], rng: Random) -> tuple[Any, ...]:
    place = rng.randrange(len(value)) if value else 0
    return tuple(changed(item, rng) if number == place else item for number, item in enumerate(value))


def _dict(value: dict[Any, Any], rng: Random) -> dict[Any, Any]:
    if value:
        key = rng.choice(list(value))
        value[key] = changed(value[key], rng)
    return value


_CHANGES: dict[type, Callable[[Any, Random], Any]] = {
    int: _int,
    bool: lambda value, _: not value,
    float: _float,
    str: _str,
    list: _list,
    tuple: _tuple,
    dict: _dict,
}
