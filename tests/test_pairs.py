"""Two programs beside each other: near misses differ somewhere and agree elsewhere, and the comparison is exact."""

from __future__ import annotations

import ast
from collections import Counter
from random import Random

import pytest

from generator import pipeline
from generator.configs import config
from generator.pairs import AGREEING, DIFFERING, EQUAL, Pair, pair, pair_of
from generator.pairs.misses import FAULTS, faulty
from generator.pairs.submissions import output_of
from generator.questions import FIRST
from generator.types import Options, Problem, Rejected, Task
from generator.verify import accepts

ALGORITHMS = config("algorithm")
FAULTY = {
    "boundary": ("a < b", "a <= b"),
    "operator": ("a + b", "a - b"),
    "step": ("a += 1", "a -= 1"),
    "connective": ("a and b", "a or b"),
    "part_forgotten": ("a and b", "a"),
    "not_forgotten": ("not a", "a"),
    "off_by_one": ("f(2)", "f(3)"),
    "neighbour": ("a[i]", "a[i - 1]"),
    "other_function": ("min(a, b)", "max(a, b)"),
    "range_cut": ("range(n)", "range(n - 1)"),
    "order_forgotten": ("sorted(a, reverse=True)", "sorted(a, reverse=False)"),
    "branches_swapped": ("a if t else b", "b if t else a"),
    "otherwise_forgotten": ("if t:\n    f()\nelse:\n    g()", "if t:\n    f()"),
    "line_forgotten": ("for i in a:\n    f()\n    g()", "for i in a:\n    g()"),
}


@pytest.mark.parametrize("name", sorted({one.__name__ for _, one in FAULTS}))
def test_a_fault_is_made(name: str) -> None:
    before, after = FAULTY[name]
    made = {ast.unparse(tree) for seed in range(40) for tree in faulty(before, Random(seed))}
    assert ast.unparse(ast.parse(after)) in made


def problem_of(task: Task, sort: str, seed: int) -> Problem | None:
    rng = Random(f"{task.id}:{sort}:{seed}")
    return pair(task.draw(rng, rng.randint(2, 8)), task, sort, rng)


@pytest.mark.parametrize("sort", [EQUAL, AGREEING, DIFFERING])
def test_programs_agree_or_differ_as_they_should(sort: str) -> None:
    made, tasks = 0, list(ALGORITHMS.tasks.values())
    for task in tasks[::4]:
        problems = [problem_of(task, sort, seed) for seed in range(3)]
        for problem in filter(None, problems):
            made += 1
            assert pair_of(problem.code, problem.entry.partition("(")[0])
            try:
                trace = pipeline.execute(problem, Options())
            except Rejected as verdict:
                assert verdict.reason == "too many events"  # noqa: PT017 - the only reason that there may be
                continue
            assert trace.output == str(sort != DIFFERING), problem.code
    assert made > len(tasks) // 4


COMPARISON = "def agree(values):\n    first = f(values)\n    second = g(values)\n    return first == second\n"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (COMPARISON, Pair("f", "g")),
        (COMPARISON.replace("f(values)", "f(values[:])").replace("g(values)", "g(values[:])"), Pair("f", "g")),
        (COMPARISON.replace("g(values)", "g(values[:])"), None),
        (COMPARISON.replace("==", "!="), None),
        (COMPARISON.replace("return", "print(1)\n    return"), None),
        ("def agree(values):\n    return f(values) == g(values)\n", None),
        ("def agree():\n    pass\n", None),
    ],
)
def test_a_comparison_is_known_by_its_form(code: str, found: Pair | None) -> None:
    assert pair_of(code, "agree") == found


def test_rows_about_pairs() -> None:
    """All sorts are asked about, and any call on which the programs differ is a right answer."""
    kinds = ("agreement", "telling_input")
    assert set(kinds) <= FIRST
    rows = [pipeline.make_row("algorithm", 4, index, Options(kinds=kinds)).record for index in range(40)]
    answers = Counter((row["question_kind"], row["answer"].partition(":")[0]) for row in rows)
    assert answers["agreement", "yes"] >= 5
    assert answers["agreement", "no"] >= 5
    telling = [row for row in rows if row["question_kind"] == "telling_input"]
    assert len(telling) >= 5
    for row in telling:
        assert row["output"] == "False"
        assert row["answer"] not in row["prompt"]
        assert accepts(row, row["answer"])
        assert not accepts(row, row["answer"].replace("(", "(1, ", 1))


def test_rows_about_submissions() -> None:
    """A verdict compares with the right output, and a breaking input is one on which the solution fails."""
    kinds = ("verdict", "breaking_input")
    assert set(kinds) | {"agreement", "telling_input"} == FIRST
    rows = [pipeline.make_row("competition", 4, index, Options(kinds=kinds)).record for index in range(60)]
    for row in rows:
        task = config("competition").tasks[row["task"]]
        assert row["code"] in task.near_misses
        right = output_of(task.solution, row["input"])
        assert right is not None
        if row["question_kind"] == "verdict":
            assert row["answer"] == ("accepted" if row["stdout"] == right else f"wrong: {row['stdout'].strip()}")
        else:
            assert row["stdout"] != right
            assert row["focus"] == right.strip()
            assert accepts(row, row["answer"])
            assert not accepts(row, row["answer"] + "\n1")  # the statement doesn't allow it
    found = Counter(row["question_kind"] for row in rows)
    assert found["breaking_input"] >= 8
    assert sum(row["answer"] == "accepted" for row in rows) >= 8
    assert sum(row["answer"].startswith("wrong: ") for row in rows) >= 8


@pytest.mark.parametrize("name", ["algorithm", "competition"])
def test_few_rows_of_a_build_are_about_pairs(name: str) -> None:
    rows = [pipeline.make_row(name, 6, index).record["question_kind"] for index in range(150)]
    assert 3 <= sum(kind in FIRST for kind in rows) <= 25
