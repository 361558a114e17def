"""Questions for an input: any that does what is asked is right, and the prompt shows none."""

from __future__ import annotations

import pytest

from generator import audit
from generator.engine.recorder import record as run
from generator.pipeline import keep_apart, make_row, split_of, trace_row
from generator.questions import INPUTS, KINDS
from generator.types import Options, Problem, Record, Rejected
from generator.verify import accepts, verify_record

GCD = "def gcd(a, b):\n    while b:\n        a, b = b, a % b\n    return a\n"
SUM = "input()\ntotal = 0\nfor x in map(int, input().split()):\n    if x > 3:\n        total += x\nprint(total)\n"


def asked(code: str, kind: str, focus: str, entry: str = "", stdin: str = "") -> Record:
    problem = Problem("local", "input", "local", "", code, entry, stdin, source="local", license="unknown")
    return trace_row(problem, Options(kinds=(kind,)), focus=focus)


@pytest.mark.parametrize(
    ("proposed", "right"),
    [
        ("gcd(12, 18)", True),
        ("gcd(18, 12)", True),
        ("gcd(a=6, b=0)", True),
        ("gcd(12, 16)", False),
        ("gcd(12)", False),
        ("gcd(1 / 0, 2)", False),
        ("max(6, 6)", False),
        ("6", False),
        ("gcd(*[12, 18])", False),
        ("gcd(12, __import__('os').getpid() * 0 + 6)", False),
        ("gcd(12, 18", False),
    ],
)
def test_a_call_is_right_if_it_returns_the_same(proposed: str, right: bool) -> None:
    record = asked(GCD, "input_prediction", "6", "gcd(12, 18)")
    assert record["answer"] == "gcd(12, 18)"
    assert "gcd(12, 18)" not in record["prompt"]
    assert accepts(record, proposed) is right
    assert audit.accepts(record, proposed) is right


@pytest.mark.parametrize(
    ("focus", "proposed", "right"),
    [
        ("9", "2\n4 5", True),
        ("9", "1\n9\n", True),
        ("9", "1\n8", False),
        ("9", "one", False),
        ("@5", "1\n4", True),
        ("@5", "1\n3", False),
        ("@5#2", "2\n4 9", True),
        ("@5#2", "3\n4 9 5", False),
    ],
)
def test_an_input_is_right_if_it_does_what_is_asked(focus: str, proposed: str, right: bool) -> None:
    kind = "reaching_input" if "@" in focus else "input_prediction"
    record = asked(SUM, kind, focus, stdin="3\n1 4 5\n")
    assert record["answer"] == "3\n1 4 5"
    assert "1 4 5" not in record["prompt"]
    assert accepts(record, proposed) is right


def test_a_prompt_that_shows_the_input_is_refused() -> None:
    record = asked(GCD, "input_prediction", "6", "gcd(12, 18)")
    verify_record(record)
    for shown in ("\n\nCall: `gcd(12, 18)`", " How about gcd(12, 18)?"):
        with pytest.raises(Rejected, match="the prompt shows the entry"):
            verify_record(record | {"prompt": record["prompt"] + shown})


def test_what_stands_in_the_examples_is_not_asked_for() -> None:
    statement = "Sum.\n\nExample input:\n```\n3\n1 4 5\n```\nExample output:\n```\n9\n```"
    for stdin in ("3\n1 4 5\n", "2\n4 5\n"):
        problem = Problem("local", "input", "local", statement, SUM, "", stdin)
        trace = run(SUM, "", stdin)
        assert not list(KINDS["input_prediction"](problem, trace))
        assert bool(list(KINDS["reaching_input"](problem, trace))) is (stdin == "2\n4 5\n")


def test_other_questions_take_one_answer() -> None:
    record = asked(GCD, "line_count", "@3", "gcd(12, 18)")
    assert accepts(record, record["answer"])
    assert not accepts(record, "gcd(12, 18)")


def test_a_question_without_its_input_stays_in_one_split() -> None:
    """What the prompt asks is in train or in validation, whatever the inputs that it was made from."""
    seen: dict[tuple[str, str, str], set[str]] = {}
    for index in range(150):
        row = make_row("algorithm", 2, index, Options(kinds=tuple(INPUTS), max_tokens=3000)).record
        split = split_of("algorithm", 2, index)
        seen.setdefault((row["code"], row["question_kind"], row["focus"]), set()).add(split)
        keep_apart(row, split)
    assert all(len(splits) == 1 for splits in seen.values())
    assert {split for splits in seen.values() for split in splits} == {"train", "validation", "test"}
