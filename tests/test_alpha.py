"""Programs are one if they differ in names, comments, docstrings and annotations, and in nothing else."""

from __future__ import annotations

import re
from random import Random

import pytest

import planting
from generator.alpha import digest, functions, program
from generator.configs import CONFIGS, config
from generator.rewrites import made
from generator.types import Problem, Rejected, Task

CLASSES = """
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


class Stack:
    limit = 3

    def __init__(self, items):
        self.items = items

    def put(self, item, twice=False):
        self.items.append(item)
        if twice:
            self.items.append(item)

    def take(self):
        return self.items.pop()


def solve(values, key=len):
    stack = Stack(items=[])
    for value in sorted(values, key=key):
        stack.put(value, twice=True)
    match Point(x=1, y=2):
        case Point(x=found):
            return stack.take(), found
"""
NEW = dict(
    pair.split("=")
    for pair in (
        "Point=Spot x=across y=up Stack=Pile limit=most items=things put=push item=thing twice=double take=pull "
        "solve=run values=given value=one stack=pile found=seen self=this"
    ).split()
)


def test_a_program_under_other_names_is_the_same() -> None:
    text = re.sub(r"\b\w+\b", lambda word: NEW.get(word[0], word[0]), CLASSES)
    assert program(text).text == program(CLASSES).text
    assert text != CLASSES


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stack.take()", "stack.put()"),
        ("self.items.pop()", "self.items.copy()"),
        ("self.items.append(item)\n        if", "self.items.append(twice)\n        if"),
        ("key=key", "reverse=key"),
        ("Point(x=1, y=2)", "Point(y=1, x=2)"),
        ("case Point(x=", "case Point(y="),
        ("twice=True", "twice=1"),
        ("limit = 3", "limit = 4"),
        ("self.items = items", "self.others = items"),
    ],
)
def test_a_program_that_does_something_else_is_another(old: str, new: str) -> None:
    assert program(CLASSES.replace(old, new)).text != program(CLASSES).text


@pytest.mark.parametrize(
    "code",
    [
        'def f(n: int = 2) -> int:\n    """Double."""\n    total: int = n  # of it\n    return total * 2\n',
        "from typing import Any\n\ndef g(k=2):\n    s = k\n    t: Any\n    return s * 2\n",
    ],
)
def test_what_does_not_run_does_not_count(code: str) -> None:
    assert program(code).text == program("def h(a=2):\n    b = a\n    return b * 2\n").text


def test_names_from_outside_stay() -> None:
    assert program("def f(a):\n    return len(a)\n").text != program("def f(a):\n    return sum(a)\n").text
    assert program("import math\nprint(math.pi)\n").text != program("import cmath\nprint(cmath.pi)\n").text
    assert program("import math as m\nprint(m.pi)\n").text == program("import math as n\nprint(n.pi)\n").text


def test_questions_and_calls_get_the_names_of_the_numbering() -> None:
    one, other = (program(f"def {f}({a}):\n    {b} = {a}\n    return {b}\n") for f, a, b in ("fab", "gcd"))
    assert one.renamed("f([1, 'a'])") == "n0([1, 'n1'])"
    assert one.question("How does `b` change in a run of `f`?") == other.question(
        "How does `d` change in a run of `g`?"
    )
    assert one.question("What is a b?") == "What is a b?"


def test_functions_are_numbered_by_themselves() -> None:
    alone = functions("def f(a):\n    b = a\n    return b\n")
    within = functions("def g(x, y):\n    return x\n\n\ndef h(p):\n    q = p\n    return q\n")
    assert {text.partition(",")[2] for text, _ in alone} < {text.partition(",")[2] for text, _ in within}


@pytest.mark.parametrize("name", CONFIGS)
def test_every_program_of_ours_is_the_same_under_other_names(name: str) -> None:
    for number, task in enumerate(config(name).tasks.values()):
        problem = task.draw(Random(f"alpha:{task.id}"), 4)
        assert program(planting.renamed(problem.code)).text == program(problem.code).text, task.id
        if number % 10 == 0:
            _check_rewritten(problem, task)


def _check_rewritten(problem: Problem, task: Task) -> None:
    """Our own rewritings that give names keep the digest."""
    for rewriting in ("names_short", "names_numbered", "names_meaningful"):
        try:
            renamed = made(problem, task, Random(0), (rewriting,))[0]
        except Rejected:
            continue
        assert renamed != problem.code
        assert digest(program(renamed).text) == digest(program(problem.code).text)


def test_what_is_no_program_is_an_error() -> None:
    with pytest.raises(SyntaxError):
        program("def")
    assert program("").text == program("# nothing\n").text
