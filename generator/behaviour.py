"""What functions do: the results of a benchmark's functions, and which functions of a corpus have the same.

All programs run in the sandbox: those of benchmarks are foreign, and those of a corpus get inputs nobody made for them.
Two functions are the same here if they give equal results on all inputs that the benchmark's tests hold, where these
are enough to tell: several inputs, several results, and not just one of the arguments back.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from generator.benchmarks import Case, Item
from generator.engine import values
from generator.engine.isolation import Level, Limits
from generator.engine.sandbox import guarded, guarded_twice
from generator.rewrites.proof import Runnable
from generator.types import Rejected

LEAST = 3
"""Inputs, and different results, without which nothing can be said."""
LEAST_OF_TWO = 7
"""Inputs without which nothing can be said where there are only two results, such as True and False."""
MOST = 40
"""Inputs of a problem that are tried."""
LIMITS = Limits(seconds=5.0)
STEPS = 20_000
"""Blocks that a run may enter."""


def with_cases(item: Item, needed: Level = Level.SECCOMP) -> Item:
    """The problem with the inputs and results of its tests, as far as they are plain values."""
    if item.cases or not item.tests or not item.code:
        return item
    try:
        text = guarded_twice(recorded, item.code, item.tests, item.entry, ready=warm_up, needed=needed)
        found = [Case(str(given), str(result)) for given, result in json.loads(text)]
    except (Rejected, ValueError, TypeError):
        return item
    return Item(item.id, item.statement, item.code, item.entry, item.tests, tuple(found))


def tells(item: Item) -> bool:
    """Whether the inputs of a problem are enough to know a function by."""
    results = {case.output for case in item.cases}
    enough = len(results) >= LEAST or (len(results) > 1 and len(item.cases) >= LEAST_OF_TWO)
    return enough and not (item.entry and all(_plain(one.output) in _plain(one.input) for one in item.cases))


def alike(code: str, callee: str, asked: Mapping[str, Sequence[Case]], needed: Level = Level.SECCOMP) -> list[str]:
    """Which problems a program solves, of those whose inputs are given by id; Rejected where it comes to grief.

    callee: the function of the program that is called; empty for a script, which gets standard input.
    """
    plain = json.dumps({name: [(c.input, c.output) for c in _small_first(cases)] for name, cases in asked.items()})
    text = guarded(solved, code, callee, plain, ready=warm_up, limits=LIMITS, needed=needed)
    found: list[str] = json.loads(text)
    return found


def _small_first(cases: Sequence[Case]) -> list[Case]:
    """The inputs in the order of their lengths: most functions are out before a long one would keep them busy."""
    return sorted(cases, key=lambda case: len(case.input))


# In the sandbox


def warm_up() -> None:
    """Do all of it once, so that everything is loaded: in the sandbox no file can be opened."""
    recorded("def f(a):\n    return a\n", "assert f([1]) == [1]", "f")
    solved("def f(a):\n    return a\n", "f", json.dumps({"same": [["[1]", "1"]]}))


def recorded(code: str, tests: str, entry: str) -> str:
    """In the sandbox: the arguments and results of the calls that tests make, as JSON."""
    calls: list[tuple[str, str]] = []
    space: dict[str, Any] = {"__name__": "tested"}
    exec(compile(code, "<solution>", "exec"), space)  # noqa: S102 - in the sandbox
    function = space[entry]

    def watched(*arguments: Any) -> Any:
        given, result = _text(list(deepcopy(arguments))), function(*arguments)
        if given and (text := _text(result)) and (given, text) not in calls:
            calls.append((given, text))
        return result

    around = {**space, entry: watched}
    try:
        exec(compile(tests, "<tests>", "exec"), around)  # noqa: S102 - as above
        if "check" in around:
            around["check"](watched)
    except Exception:  # noqa: BLE001, S110 - what has been called until then is recorded
        pass
    return json.dumps(calls[:MOST])


def _text(value: Any) -> str:
    """The text of a plain value; empty for any other."""
    try:
        text = values.text(value)
        ast.literal_eval(text)
    except (Rejected, ValueError, SyntaxError, RecursionError, MemoryError):
        return ""
    return text


def solved(code: str, callee: str, asked: str) -> str:
    """In the sandbox: the ids of the problems whose inputs a program takes to the known results, as JSON."""
    program = Runnable(ast.parse(code), callee)
    run = _called(program) if callee else _fed(program)
    return json.dumps([name for name, cases in json.loads(asked).items() if all(run(*case) for case in cases)])


def _called(program: Runnable) -> Callable[[str, str], bool]:
    def run(given: str, result: str) -> bool:
        outcome = program.run(tuple(ast.literal_eval(given)), STEPS)
        return bool(_plain(outcome.result) == _plain(result))

    return run


def _fed(program: Runnable) -> Callable[[str, str], bool]:
    def run(given: str, result: str) -> bool:
        return program.run(given, STEPS).stdout.split() == result.split()

    return run


def _plain(text: str) -> Any:
    """The value of a text, with lists for tuples; the text itself where it is none."""
    try:
        return _listed(ast.literal_eval(text))
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return text


def _listed(value: Any) -> Any:
    return [_listed(one) for one in value] if isinstance(value, list | tuple) else value


def functions(code: str) -> Iterator[tuple[str, range]]:
    """The functions of a program's module, each with the numbers of arguments that it takes."""
    for node in ast.parse(code).body:
        if isinstance(node, ast.FunctionDef) and not any(one is None for one in node.args.kw_defaults):
            most = len(node.args.posonlyargs + node.args.args)
            yield node.name, range(most - len(node.args.defaults), most + 1)


def arity(item: Item) -> int:
    """How many arguments the inputs of a problem have; 0 where they are texts of standard input."""
    return len(_plain(item.cases[0].input)) if item.entry and item.cases else 0
