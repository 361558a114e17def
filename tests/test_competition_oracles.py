"""Every competition solution gives the examples' outputs and agrees with a brute-force oracle on drawn inputs."""

from __future__ import annotations

import ast
import inspect
import io
import itertools
import re
import string
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from random import Random
from types import CodeType, FrameType
from typing import Any
from unittest.mock import patch

import pytest

from generator.competition import CONFIG
from generator.competition.registry import PROBLEMS
from generator.hints import split_hints

DRAWS = 150
SOLUTIONS = [(name, style) for name, problem in PROBLEMS.items() for style in problem.solutions]
NUMBER_WORDS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve dozen hundred thousand
    half double triple both once twice thrice first second third fourth fifth none
    """.split()
)


# Oracles: the answer by trying everything, or by another road than any solution takes.


def ints(line: str) -> list[int]:
    return [int(word) for word in line.split()]


def grain_mill(stdin: str) -> str:
    lines = stdin.splitlines()[1:]
    out = []
    for head, body in zip(lines[::2], lines[1::2], strict=True):
        _, k = ints(head)
        deliveries = ints(body)
        # The sacks left after day d are the worst backlog of any run of days that ends with d.
        backlog = [
            max(0, *(sum(deliveries[i : d + 1]) - k * (d + 1 - i) for i in range(d + 1)))
            for d in range(len(deliveries))
        ]
        runs = sum(before + new > 0 for before, new in zip([0, *backlog], deliveries, strict=False))
        tail = len(range(0, backlog[-1], k))
        out.append(f"{runs + tail} {max(backlog)}\n")
    return "".join(out)


def robot_mower(stdin: str) -> str:
    size, commands = stdin.split("\n")[:2]
    rows, columns = ints(size)
    place = 0j
    path = [place]
    for command in commands:
        there = place + {"U": -1j, "D": 1j, "L": -1, "R": 1}[command]
        if there.imag in range(rows) and there.real in range(columns):
            place = there
        path.append(place)
    return f"{int(place.imag) + 1} {int(place.real) + 1} {len(set(path))}\n"


def rowing_boat(stdin: str) -> str:
    trips = [ints(line) for line in stdin.splitlines()[1:]]
    for count in range(len(trips), 0, -1):
        for chosen in itertools.combinations(sorted(trips), count):
            if all(a[1] <= b[0] for a, b in itertools.pairwise(chosen)):
                return f"{count}\n"
    raise AssertionError


def dough_lumps(stdin: str) -> str:
    # An optimal merge tree has its leaves in the order of the weights: the best cut of every interval of them.
    w = sorted(ints(stdin.splitlines()[1]))
    best = {(i, i + 1): 0 for i in range(len(w))}
    for length in range(2, len(w) + 1):
        for i in range(len(w) - length + 1):
            j = i + length
            best[i, j] = sum(w[i:j]) + min(best[i, cut] + best[cut, j] for cut in range(i + 1, j))
    return f"{best[0, len(w)]}\n"


def equal_pairs(stdin: str) -> str:
    return f"{sum(a == b for a, b in itertools.combinations(ints(stdin.splitlines()[1]), 2))}\n"


def night_porter(stdin: str) -> str:
    names = stdin.splitlines()[1:]
    inside = [[g for g, passes in Counter(names[:i]).items() if passes % 2] for i in range(len(names) + 1)]
    return f"{max(map(len, inside))}\n{' '.join(sorted(inside[-1])) or 'nobody'}\n"


def mountain_huts(stdin: str) -> str:
    prices = ints(stdin.splitlines()[1])
    choices = itertools.product((False, True), repeat=len(prices))
    allowed = (nights for nights in choices if all(a or b for a, b in itertools.pairwise(nights)))
    return f"{min(sum(itertools.compress(prices, nights)) for nights in allowed)}\n"


def stamp_drawer(stdin: str) -> str:
    (_, p), values = map(ints, stdin.splitlines())
    for count in range(1, p // min(values) + 1):
        if any(sum(stamps) == p for stamps in itertools.combinations_with_replacement(values, count)):
            return f"{count}\n"
    return "-1\n"


def drone_flight(stdin: str) -> str:
    (n, k), needs = map(ints, stdin.splitlines())
    stretches = itertools.combinations(range(n + 1), 2)
    return f"{max((j - i for i, j in stretches if sum(needs[i:j]) <= k), default=0)}\n"


def village_rumour(stdin: str) -> str:
    (n, _), *pairs = map(ints, stdin.splitlines())
    far = n + 1
    distance = {(u, v): 0 if u == v else far for u in range(1, n + 1) for v in range(1, n + 1)}
    for u, v in pairs:
        distance[u, v] = distance[v, u] = 1
    for via, u, v in itertools.product(range(1, n + 1), repeat=3):
        distance[u, v] = min(distance[u, v], distance[u, via] + distance[via, v])
    heard = [distance[1, v] for v in range(1, n + 1) if distance[1, v] < far]
    return f"{max(heard)} {n - len(heard)}\n"


def knitting_row(stdin: str) -> str:
    runs = [run[0] for run in re.finditer(r"(.)\1*", stdin.strip())]
    return " ".join(run if len(run) == 1 else f"{run[0]}{len(run)}" for run in runs) + "\n"


def mirror_banners(stdin: str) -> str:
    return "".join(f"{_fewest_repaints(word)}\n" for word in stdin.split()[1:])


def _fewest_repaints(word: str) -> int:
    halves = itertools.product(sorted({*word}), repeat=(len(word) + 1) // 2)
    mirrors = ("".join([*half, *half[: len(word) // 2][::-1]]) for half in halves)
    return min(sum(a != b for a, b in zip(word, mirror, strict=True)) for mirror in mirrors)


ORACLES: dict[str, Callable[[str], str]] = {
    "grain_mill": grain_mill,
    "robot_mower": robot_mower,
    "rowing_boat": rowing_boat,
    "dough_lumps": dough_lumps,
    "equal_pairs": equal_pairs,
    "night_porter": night_porter,
    "mountain_huts": mountain_huts,
    "stamp_drawer": stamp_drawer,
    "drone_flight": drone_flight,
    "village_rumour": village_rumour,
    "knitting_row": knitting_row,
    "mirror_banners": mirror_banners,
}


# Validators: whether an input keeps to the format and the constraints of its statement.


def numbers(line: str, count: int, low: int, high: int) -> bool:
    """Whether a line holds `count` plain integers from low to high with a space between them."""
    return line == " ".join(map(str, ints(line))) and len(ints(line)) == count and in_range(ints(line), low, high)


def in_range(values: list[int], low: int, high: int) -> bool:
    return all(low <= value <= high for value in values)


def row_of(most: int, high: int) -> Callable[[list[str]], bool]:
    """n on the first line, n numbers on the second."""
    return lambda lines: len(lines) == 2 and numbers(lines[0], 1, 1, most) and numbers(lines[1], int(lines[0]), 1, high)


def valid_mill(lines: list[str]) -> bool:
    heads, bodies = lines[1::2], lines[2::2]
    return (
        numbers(lines[0], 1, 1, 10)
        and len(heads) == len(bodies) == int(lines[0])
        and all(numbers(head, 2, 1, 100) for head in heads)
        and all(numbers(body, ints(head)[0], 0, 100) for head, body in zip(heads, bodies, strict=True))
    )


def valid_mower(lines: list[str]) -> bool:
    return len(lines) == 2 and numbers(lines[0], 2, 1, 50) and bool(re.fullmatch("[UDLR]{1,500}", lines[1]))


def valid_boat(lines: list[str]) -> bool:
    return (
        numbers(lines[0], 1, 1, 1000)
        and len(lines) == int(lines[0]) + 1
        and all(numbers(line, 2, 0, 24) and ints(line)[0] < ints(line)[1] for line in lines[1:])
    )


def valid_porter(lines: list[str]) -> bool:
    named = all(re.fullmatch("[a-z]{1,10}", name) for name in lines[1:])
    return numbers(lines[0], 1, 1, 1000) and len(lines) == int(lines[0]) + 1 and named


def valid_stamps(lines: list[str]) -> bool:
    n, p = ints(lines[0])
    distinct = len(set(ints(lines[1]))) == n
    return len(lines) == 2 and 1 <= n <= 20 and 1 <= p <= 1000 and numbers(lines[1], n, 1, 1000) and distinct


def valid_drone(lines: list[str]) -> bool:
    n, k = ints(lines[0])
    return len(lines) == 2 and 1 <= n <= 1000 and 1 <= k <= 10_000 and numbers(lines[1], n, 1, 100)


def valid_village(lines: list[str]) -> bool:
    n, m = ints(lines[0])
    pairs = {frozenset(ints(line)) for line in lines[1:]}
    friends = all(numbers(line, 2, 1, n) for line in lines[1:]) and all(len(pair) == 2 for pair in pairs)
    return 1 <= n <= 1000 and 0 <= m <= 2000 and len(lines) - 1 == len(pairs) == m and friends


def valid_knitting(lines: list[str]) -> bool:
    return len(lines) == 1 and bool(re.fullmatch("[kpy]{1,1000}", lines[0]))


def valid_banners(lines: list[str]) -> bool:
    words = all(re.fullmatch("[a-z]{1,100}", word) for word in lines[1:])
    return numbers(lines[0], 1, 1, 100) and len(lines) == int(lines[0]) + 1 and words


VALIDATORS: dict[str, Callable[[list[str]], bool]] = {
    "grain_mill": valid_mill,
    "robot_mower": valid_mower,
    "rowing_boat": valid_boat,
    "dough_lumps": row_of(1000, 1000),
    "equal_pairs": row_of(1000, 1_000_000),
    "night_porter": valid_porter,
    "mountain_huts": row_of(300, 1000),
    "stamp_drawer": valid_stamps,
    "drone_flight": valid_drone,
    "village_rumour": valid_village,
    "knitting_row": valid_knitting,
    "mirror_banners": valid_banners,
}


def valid(name: str, stdin: str) -> bool:
    return stdin.endswith("\n") and VALIDATORS[name](stdin[:-1].split("\n"))


# Running the solutions.


def parted(name: str, style: str) -> tuple[str, dict[int, str]]:
    code, hints = split_hints(inspect.cleandoc(PROBLEMS[name].solutions[style]))
    return code, dict(hints)


def compiled(name: str, style: str) -> CodeType:
    return compile(parted(name, style)[0], f"<{name} {style}>", "exec")


def run(program: CodeType, stdin: str) -> str:
    out = io.StringIO()
    with patch.object(sys, "stdin", io.StringIO(stdin)), redirect_stdout(out):
        exec(program, {"__name__": "__main__"})  # noqa: S102 - a script of ours
    return out.getvalue()


def drawn(name: str, count: int = DRAWS) -> list[str]:
    return [CONFIG.tasks[name].draw(Random(f"{name}:{i}"), i % 10 + 1).stdin for i in range(count)]


@contextmanager
def counting_lines(program: CodeType) -> Iterator[Counter[str]]:
    """Count the lines that a program executes, as a measure of the length of its trace."""
    lines: Counter[str] = Counter()

    def tracer(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename != program.co_filename:
            return None
        lines[event] += 1
        return tracer

    outer = sys.gettrace()
    sys.settrace(tracer)
    try:
        yield lines
    finally:
        sys.settrace(outer)


def test_tables_cover_all_problems() -> None:
    assert set(ORACLES) == set(VALIDATORS) == set(PROBLEMS) == set(CONFIG.tasks)


@pytest.mark.parametrize(("name", "style"), SOLUTIONS)
def test_solution_gives_the_examples_outputs(name: str, style: str) -> None:
    program = compiled(name, style)
    for example in PROBLEMS[name].examples:
        assert run(program, example.stdin) == example.stdout


@pytest.mark.parametrize(("name", "style"), SOLUTIONS)
def test_solution_agrees_with_the_oracle(name: str, style: str) -> None:
    program = compiled(name, style)
    for stdin in drawn(name):
        assert run(program, stdin) == ORACLES[name](stdin), stdin


@pytest.mark.parametrize("name", PROBLEMS)
def test_oracle_gives_the_examples_outputs(name: str) -> None:
    assert len(PROBLEMS[name].examples) == 2
    for example in PROBLEMS[name].examples:
        assert ORACLES[name](example.stdin) == example.stdout


@pytest.mark.parametrize("name", PROBLEMS)
def test_inputs_keep_to_the_constraints(name: str) -> None:
    for stdin in [*drawn(name), *(example.stdin for example in PROBLEMS[name].examples)]:
        assert valid(name, stdin), stdin


@pytest.mark.parametrize("name", PROBLEMS)
def test_inputs_and_answers_vary(name: str) -> None:
    inputs = drawn(name)
    assert len(set(inputs)) > len(inputs) // 2
    assert len({ORACLES[name](stdin) for stdin in inputs}) > 5


@pytest.mark.parametrize(("name", "style"), SOLUTIONS)
def test_traces_stay_readable(name: str, style: str) -> None:
    program = compiled(name, style)
    for stdin in drawn(name, 40):
        with counting_lines(program) as lines:
            run(program, stdin)
        assert lines["line"] <= 250, stdin


@pytest.mark.parametrize(("name", "style"), SOLUTIONS)
def test_solution_is_a_short_script_without_comments(name: str, style: str) -> None:
    code, _ = parted(name, style)
    assert 5 <= len([line for line in code.splitlines() if line]) <= 35
    assert "#" not in code
    imports = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Import | ast.ImportFrom)]
    modules = {node.module if isinstance(node, ast.ImportFrom) else node.names[0].name for node in imports}
    assert modules <= {"bisect", "collections", "heapq", "math", "sys"}


@pytest.mark.parametrize(("name", "style"), SOLUTIONS)
def test_hints_are_plain_words_on_conditions_and_assignments(name: str, style: str) -> None:
    code, hints = parted(name, style)
    starts = {node.lineno: node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.stmt)}
    assert 1 <= len(hints) <= 6
    for line, hint in hints.items():
        node = starts[line]
        assert isinstance(node, ast.If | ast.While | ast.Assign | ast.AugAssign)
        assert ("|" in hint) == isinstance(node, ast.If | ast.While)
        assert not set(hint) - set(string.ascii_lowercase + " ,-|{}"), hint
        assert not NUMBER_WORDS & set(re.findall("[a-z]+", hint)), hint
