"""The contract of rows: every task, question kind and style, through the whole pipeline."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from random import Random

import pytest

from generator import pipeline
from generator.configs import CONFIGS, config
from generator.forms import to_text
from generator.narrate.narrator import STYLES
from generator.questions import CLOSINGS, INPUTS, KINDS, WORDINGS, ask
from generator.types import DIFFICULTIES, Options, Problem, Record, Rejected, Task, TracePileError
from generator.verify import verify_record

TASKS = [task for name in CONFIGS for task in config(name).tasks.values()]


def drawn(name: str, split: str, seed: str) -> Problem:
    """A problem of a config and a split, whose rewriting hasn't come to nothing."""
    rng = Random(seed)
    while True:
        task = pipeline.draw_task(config(name), split, Options(), rng)
        try:
            return pipeline.draw_problem(task, split, Options(), rng)
        except Rejected:
            continue


def made(task: Task, attempt: int, options: Options) -> Record | None:
    """A record of a task, or None where there is nothing of this kind to ask or it would be too long."""
    rng = Random(f"{task.id}:{attempt}")
    problem = task.draw(rng, rng.randint(1, 10))
    try:
        return pipeline.make_record(config(task.config), problem, options, rng, (0, attempt, 0))
    except Rejected as verdict:
        if verdict.reason in {"nothing to ask", "too long", "trivial run", "trivial question"}:
            return None
        raise


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
def test_every_task_in_every_kind_and_style(task: Task) -> None:
    """Every kind fits every program that has a question of it, whether the config asks it or not."""
    styles = list(STYLES)
    drawn = [(kind, attempt) for kind in KINDS for attempt in range(3)]
    records = [made(task, a, Options(kinds=(kind,), style=styles[a % len(styles)])) for kind, a in drawn]
    found = [record for record in records if record]
    assert {record["question_kind"] for record in found} >= {"output"}
    for record in found:
        verify_record(record)
        assert record["answer"]
        assert record["code"] in record["prompt"]
        assert record["question"] in record["prompt"]
        assert (record["entry"] in record["prompt"]) is (record["question_kind"] not in INPUTS or not record["entry"])
        assert "#:" not in record["prompt"]
        assert record["n_tokens"] <= 8192


@pytest.mark.parametrize("name", CONFIGS)
def test_kinds_of_a_config_are_known(name: str) -> None:
    assert set(config(name).kinds) <= set(KINDS)
    assert all(kind.__doc__ and "->" in kind.__doc__ for kind in KINDS.values())


RARE = {
    "algorithm": {"same_object", "exception"},
    "competition": {"call_arguments", "call_result", "recursion_depth", "call_stack"},
    "math": set[str](),
}
"""Kinds that few of a config's programs have a question of."""


@pytest.mark.parametrize("name", CONFIGS)
def test_kinds_are_balanced(name: str) -> None:
    kinds, asked = config(name).kinds, Counter[str]()
    for index in range(400):
        rng = Random(f"balance:{name}:{index}")
        problem = drawn(name, "train", f"balance:{name}:{index}")
        asked[ask(problem, pipeline.execute(problem, Options()), kinds, rng).kind] += 1
    assert set(asked) | RARE[name] == set(kinds)
    common = [asked[kind] for kind in asked if kind != "walk_through" and kind not in RARE[name]]
    assert 8 <= min(common) <= max(common) <= 60
    assert 150 <= asked["walk_through"] <= 250 or name != "math"


@pytest.mark.parametrize("name", CONFIGS)
@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_a_difficulty_is_a_band_of_events(name: str, difficulty: str) -> None:
    records = [pipeline.make_row(name, 6, index, Options(difficulty=difficulty)).record for index in range(8)]
    assert {record["difficulty"] for record in records} == {difficulty}
    assert {config(name).difficulty(record["n_events"]) for record in records} == {difficulty}


@pytest.mark.parametrize("name", CONFIGS)
def test_families_are_drawn_alike(name: str) -> None:
    rng, chosen = Random(name), config(name)
    for split in ("train", "test"):
        drawn = Counter(pipeline.draw_task(chosen, split, Options(), rng).family for _ in range(3000))
        assert set(drawn) == set(chosen.families(held_out=split == "test"))
        assert max(drawn.values()) <= 1.4 * 3000 / len(drawn)


def test_no_question_is_answered_by_a_few_events() -> None:
    for name in CONFIGS:
        for index in range(40):
            record = pipeline.make_row(name, 8, index).record
            told = record["step_events"][-1]
            assert told >= pipeline.TRIVIAL or told == record["n_events"]


def test_wordings_vary_and_are_grammatical() -> None:
    for kind, wordings in WORDINGS.items():
        assert len(set(wordings)) >= 3, kind
        assert len(set(CLOSINGS[kind])) >= 3, kind
        assert all(closing.count("{answer") == 1 or "{shown}" in closing for closing in CLOSINGS[kind])
        assert all(wording[-1] in ".?`" for wording in wordings)


@pytest.mark.parametrize("name", CONFIGS)
def test_a_row_is_a_pure_function(name: str) -> None:
    rows = [pipeline.make_row(name, 3, index) for index in range(6)]
    again = [pipeline.make_row(name, 3, index) for index in reversed(range(6))]
    assert rows == again[::-1]
    assert len({row.record["id"] for row in rows}) == 6
    assert rows[1].record["completion"] != pipeline.make_row(name, 4, 1).record["completion"]


def test_rows_do_not_depend_on_hashing() -> None:
    program = (
        "import json; from generator.pipeline import make_row; from generator.configs import CONFIGS;"
        "print(json.dumps([make_row(c, 1, i).record for c in CONFIGS for i in range(12)]))"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(texts) == 1


@pytest.mark.parametrize("name", CONFIGS)
def test_splits_keep_programs_and_inputs_apart(name: str) -> None:
    chosen = config(name)
    assert chosen.test_families <= {task.family for task in chosen.tasks.values()}
    inputs: dict[str, set[tuple[str, str, str]]] = {"train": set(), "validation": set(), "test": set()}
    for index in range(120):
        split = pipeline.split_of(name, 0, index)
        problem = drawn(name, split, f"split:{index}")
        assert (problem.family in chosen.test_families) == (split == "test")
        inputs[split].add((problem.code, problem.entry, problem.stdin))
    assert not inputs["train"] & inputs["validation"]
    assert all(inputs.values())


def test_a_rejected_attempt_is_counted_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    execute = pipeline.execute
    verdicts = [Rejected("too many events", "line 3"), None]

    def once(problem: Problem, options: Options) -> object:
        if verdicts and (verdict := verdicts.pop(0)):
            raise verdict
        return execute(problem, options)

    monkeypatch.setattr(pipeline, "execute", once)
    row = pipeline.make_row("algorithm", 0, 0)
    first, *others = row.rejected
    assert (first.attempt, first.reason, first.detail) == (0, "too many events", "line 3")
    assert row.record["provenance"]["attempt"] == 1 + len(others)


def test_a_row_that_never_succeeds_stops_the_run_and_says_why() -> None:
    with pytest.raises(TracePileError, match=r"row 0 of math .* too long"):
        pipeline.make_row("math", 0, 0, Options(max_tokens=10))


def test_limits_reject_and_never_cut() -> None:
    task = config("algorithm").tasks["bubble_sort"]
    problem = task.draw(Random(1), 10)
    with pytest.raises(Rejected, match="too many events"):
        pipeline.make_record(config("algorithm"), problem, Options(max_events=5), Random(0), (0, 0, 0))


def test_what_the_bare_run_contradicts_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "run_bare", lambda *_: ("another result", "", ""))
    task = config("algorithm").tasks["bubble_sort"]
    with pytest.raises(Rejected, match="recorded and bare run differ"):
        pipeline.execute(task.draw(Random(1), 3), Options())


def test_unknown_names_are_answered_with_the_near_and_the_known() -> None:
    with pytest.raises(TracePileError, match="Did you mean bubble_sort"):
        pipeline.make_row("algorithm", 0, 0, Options(task="buble_sort"))
    with pytest.raises(TracePileError, match="Did you mean algorithm"):
        pipeline.make_row("algoritm", 0, 0)
    with pytest.raises(TracePileError, match="Did you mean variable_trace"):
        pipeline.make_row("algorithm", 0, 0, Options(kinds=("variable_trac",)))
    with pytest.raises(TracePileError, match="Did you mean narrative"):
        pipeline.make_row("algorithm", 0, 0, Options(style="narrativ"))
    with pytest.raises(TracePileError, match="Known: deterministic"):
        pipeline.make_row("algorithm", 0, 0, Options(narrator="poet"))


def test_the_trace_can_come_along() -> None:
    record = pipeline.make_row("algorithm", 0, 1, Options(with_trace=True)).record
    frames = json.loads(record["trace_json"])
    assert {"event", "line", "locals", "value"} == set(frames[0])
    assert frames[-1]["event"] == "return"


def test_the_tokenizer_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    import generator.assemble

    monkeypatch.setattr(generator.assemble, "_tokenizer", lambda _: lambda text: {"input_ids": text.split()})
    record = pipeline.make_row("math", 0, 0, Options(tokenizer="words")).record
    assert record["n_tokens"] == len(to_text(record).split())
