"""A language model as the narrator: whatever it says, no lie gets into a row, and every truth does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest
from mutants import IN_WORDS, mutants, says_less, says_the_same

import generator.build
from generator import audit, narrators, pipeline, verify
from generator.models import local
from generator.models.asking import Answer, Ask, Keep, Model, flattened
from generator.models.pieces import Piece, lines_of
from generator.narrators import by_model, check_narrator
from generator.records import validate
from generator.types import Options, Record, Rejected, TracePileError

CONFIGS = ("math", "algorithm", "competition")
Say = Callable[[Ask], Answer]


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRACEPILE_CACHE", str(tmp_path / "cache"))


def facts(ask: Ask) -> str:
    """The facts of the piece that is asked for, which are the deterministic text."""
    return ask.turns[-1][1].rpartition("Facts:\n")[2].removesuffix("\nText:")


class Script:
    """A model that is played by a function; it knows what it was asked."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.asked: list[Ask] = []

    def propose(self, asks: Sequence[Ask], keep: Keep) -> None:
        for number, ask in enumerate(asks):
            self.asked.append(ask)
            keep(number, self.say(ask))


def play(monkeypatch: pytest.MonkeyPatch, say: Say) -> Script:
    """Have a function be the narrator of the name `scripted`."""
    script = Script(say)
    reach = by_model(lambda options: Model(options.model, "r1", script.propose))
    monkeypatch.setitem(narrators.NARRATORS, "scripted", reach)
    return script


def row(config: str, index: int, **chosen: object) -> Record:
    options = Options(**{"narrator": "scripted", "model": "org/script", **chosen})  # type: ignore[arg-type]
    return pipeline.make_row(config, 3, index, options).record


def plain(config: str, index: int) -> Record:
    return pipeline.make_row(config, 3, index, Options()).record


def whole(text: str) -> Answer:
    return Answer(text, whole=True)


# The saint and the liar


@pytest.mark.parametrize("config", CONFIGS)
@pytest.mark.parametrize("lines", [1, 4])
def test_every_truth_gets_in(config: str, lines: int, monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, lambda ask: whole(facts(ask)))
    for index in range(12):
        told, before = row(config, index, piece_lines=lines), plain(config, index)
        made = told["provenance"]
        assert told["completion"] == before["completion"]
        assert told["prompt"] == before["prompt"]
        assert made["pieces"] == made["model_pieces"] == made["model_tries"] >= 1
        assert (made["model"], made["model_revision"], made["refused"]) == ("org/script", "r1", [])
        validate(told)


@pytest.mark.parametrize("config", CONFIGS)
def test_other_words_get_in(config: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The deterministic narrator's wording of another draw is as true as its own."""
    play(monkeypatch, lambda ask: whole(facts(ask).replace("becomes", "is now").replace("We enter", "The call enters")))
    told = [(row(config, index), plain(config, index)) for index in range(8)]
    assert any(one["completion"] != other["completion"] for one, other in told)
    for one, _ in told:
        verify.verify_record(one)


def test_no_lie_gets_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each operator's mutants, said by a model line by line: where a line is a lie, the truth stands in its place.

    What the checker lets pass in a record, as `test_verify.py` counts, can pass here as well, and nothing else.
    """
    proposed, survivors = Counter[str](), Counter[str]()
    lies: dict[str, str] = {}
    script = play(monkeypatch, lambda ask: whole(lies.get(facts(ask), facts(ask))))
    for config in CONFIGS:
        for index in range(4):
            before = plain(config, index)
            steps = before["completion"].partition("\n\n")[0]
            for number, (operator, mutant) in enumerate(mutants(before, Random(index), times=2)):
                found = lies_of(steps, mutant["completion"].partition("\n\n")[0])
                if not found or operator in IN_WORDS or says_the_same(before, mutant) or says_less(before, mutant):
                    continue
                lies.clear()
                lies.update(found)
                told = row(config, index, tries=1, model=f"{config}-{index}-{number}")
                proposed[operator] += 1
                if told["completion"] != before["completion"]:
                    assert told["completion"] == mutant["completion"], operator
                    verify.verify_record(mutant)
                    survivors[operator] += 1
    assert script.asked
    assert len(proposed) >= 20, proposed
    assert survivors.total() <= proposed.total() // 200, survivors


def lies_of(steps: str, lying: str) -> dict[str, str]:
    """Line -> the lie in its place, without marks; none where the lie is not one of lines that a piece could hold."""
    before, after = steps.split("\n"), lying.split("\n")
    if len(before) != len(after):
        return {}
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    if any(mark(one) is None or mark(one) != mark(other) for one, other in pairs):
        return {}
    found = {one[len(mark(one) or "") :]: other[len(mark(other) or "") :] for one, other in pairs}
    told = Counter(line[len(mark(line) or "") :] for line in before)
    return found if all(told[one] == 1 for one in found) else {}


def mark(line: str) -> str | None:
    head, dot, _ = line.lstrip(" ").partition(" ")
    is_mark = bool(dot) and (head == "-" or (head[:-1].isdigit() and head[-1] == "."))
    return line[: len(line) - len(line.lstrip(" "))] + head + " " if is_mark else None


# What becomes of a text that is no good


def test_a_refused_piece_is_asked_again_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    script = play(monkeypatch, lambda ask: whole(facts(ask) if ask.attempt == 2 else "`nothing` becomes 7."))
    told = row("math", 1)
    made = told["provenance"]
    assert made["model_pieces"] == made["pieces"] >= 3
    assert made["model_tries"] == 3 * made["pieces"]
    assert len(made["refused"]) == 2 * made["pieces"]
    assert {ask.attempt for ask in script.asked} == {0, 1, 2}
    assert "was refused" not in script.asked[0].turns[-1][1]
    assert all("was refused (" in ask.turns[-1][1] for ask in script.asked if ask.attempt)
    assert len({ask.seed for ask in script.asked}) == len(script.asked)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer("", whole=True), "empty"),
        (Answer("`x` becomes", whole=False), "cut off"),
        (whole("One.\nTwo."), "form"),
        (whole("```python\nprint(1)\n```"), "form"),
        (whole("<|im_start|>assistant."), "form"),
        (whole("So it goes on and on, " * 500 + "."), "form"),
        (whole("It does what it does"), "form"),
        (whole("It does what it does."), "form"),
        (whole("`x = [`, so [1."), "value outside of a claim"),
        (whole("[" * 3000 + "."), "form"),
    ],
)
def test_the_deterministic_text_takes_the_place(answer: Answer, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, lambda _: answer)
    told = row("math", 1, tries=2)
    assert told["completion"] == plain("math", 1)["completion"]
    assert told["provenance"]["model_pieces"] == 0
    assert told["provenance"]["model_tries"] == 2 * told["provenance"]["pieces"]
    assert set(told["provenance"]["refused"]) == {reason}


def test_marks_of_a_list_are_ours() -> None:
    piece = Piece((0, 1), ("`a = 1`.", "`b = 2`."), "")
    assert lines_of("1. `a = 1`.\n\n   - `b = 2`. ", piece) == ["`a = 1`.", "`b = 2`."]


def test_a_row_with_too_little_of_the_model_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, lambda _: whole("No."))
    with pytest.raises(TracePileError, match="too little model text"):
        row("math", 1, tries=1, min_model_share=0.5)
    play(monkeypatch, lambda ask: whole(facts(ask) if len(facts(ask)) % 2 else "No."))
    made = pipeline.make_row("math", 3, 1, Options(narrator="scripted", model="other", tries=1, min_model_share=0.6))
    assert made.record["provenance"]["model_pieces"] >= 0.6 * made.record["provenance"]["pieces"]
    assert "too little model text" in {one.reason for one in made.rejected} or not made.rejected


# Prompts


def test_a_prompt_tells_all_that_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    script = play(monkeypatch, lambda ask: whole(facts(ask)))
    told = row("math", 1)
    for ask in script.asked:
        said = ask.turns[-1][1]
        assert [role for role, _ in ask.turns] == ["user", "assistant"] * (len(ask.turns) // 2) + ["user"]
        assert len(ask.turns) >= 3
        assert told["code"] in said
        assert told["question"] in said
        assert flattened(ask.turns).endswith("Text:")
    assert "Before it: `" in script.asked[2].turns[-1][1]


# The cache, a build and its audit


def test_a_repeated_row_asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    script = play(monkeypatch, lambda ask: whole(facts(ask) if ask.attempt else "No."))
    first = row("algorithm", 0)
    asked = len(script.asked)
    assert row("algorithm", 0) == first
    assert len(script.asked) == asked
    row("algorithm", 0, model="another")
    assert len(script.asked) == 2 * asked


def test_what_was_answered_before_a_fault_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(ask: Ask) -> Answer:
        if len(script.asked) == 3:
            raise TracePileError("the server is gone")
        return whole(facts(ask))

    script = play(monkeypatch, dies)
    with pytest.raises(TracePileError, match="gone"):
        row("math", 1)
    made = row("math", 1)["provenance"]
    assert made["model_pieces"] == made["pieces"]
    assert len(script.asked) == made["pieces"] + 1


def test_a_build_counts_what_the_model_did(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    play(monkeypatch, lambda ask: whole(facts(ask) if ask.attempt or len(facts(ask)) % 2 else "No."))
    options = Options(narrator="scripted", model="org/script", base_url="http://secret.example")
    out = tmp_path / "out"
    entry = generator.build.build(["math"], 30, 0, out, 1, options, progress=False)["configs"]["math"]
    counts = sum(map(Counter, entry["model"].values()), Counter())
    assert counts["pieces"] == counts["model_pieces"]
    assert counts["model_tries"] == counts["pieces"] + counts["refused: form"] > counts["pieces"]
    card = (out / "README.md").read_text()
    assert "### Written by a model" in card
    assert f"math, refused: form {counts['refused: form']}" in card
    assert "secret.example" not in "".join(
        path.read_text(errors="replace") for path in out.rglob("*") if path.is_file()
    )
    report = audit.audit(out, progress=False)
    assert (report.passed, report.failed) == (30, 0), report.failures
    assert report.table["math"] == {audit.BY_CLAIMS: 30}


def test_the_audit_of_a_models_row_finds_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, lambda ask: whole(facts(ask)))
    told = row("math", 1)
    audit.check(told)
    for edit in (
        {"completion": told["completion"].replace(told["answer"], f"{told['answer']}1")},
        {"answer": "1"},
        {"code": told["code"].replace("print(", "print(1, ")},
        {"provenance": told["provenance"] | {"version": "0"}},
        {"provenance": told["provenance"] | {"index": 2}},
    ):
        assert told | edit != told
        with pytest.raises(Rejected):
            audit.check(told | edit)


# Options


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"model": "org/m"}, "name it with --narrator"),
        ({"narrator": "endpoint"}, "name it with --model"),
        ({"narrator": "endpoint", "model": "m"}, "--base-url"),
        ({"narrator": "endpoint", "model": "m", "base_url": "http://me:key@host"}, "TRACEPILE_API_KEY"),
        ({"narrator": "endpoint", "model": "m", "base_url": "http://host/?key=1"}, "TRACEPILE_API_KEY"),
    ],
)
def test_what_is_missing_is_said_at_once(chosen: dict[str, str], said: str) -> None:
    with pytest.raises(TracePileError, match=said):
        check_narrator(Options(**chosen))  # type: ignore[arg-type]


def test_without_torch_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.models.local.find_spec", lambda _: None)
    with pytest.raises(TracePileError, match=r"tracepile\[model\]"):
        check_narrator(Options(narrator="transformers", model="m"))


def test_how_a_model_is_reached_stands_in_no_row() -> None:
    told = Options(narrator="endpoint", model="m", base_url="http://host", concurrency=2).to_json()
    assert json.loads(told) == {"narrator": "endpoint", "model": "m"}
    assert Options.from_json(told).base_url == ""


# Batches


def test_batches_are_of_a_length_and_within_the_budget() -> None:
    lengths = [random * 37 % 400 for random in range(60)]
    asks = [Ask((("user", str(number)),), 1, 100, attempt=number % 2) for number in range(60)]
    found = list(local.batches(asks, lengths, budget=2_000))
    assert sorted(number for batch in found for number in batch) == list(range(60))
    for batch in found:
        assert len({asks[number].attempt for number in batch}) == 1
        assert (max(lengths[number] for number in batch) + 100) * len(batch) <= 2_000
    assert len(found) < 20
    assert list(local.batches(asks[:1], [10**6])) == [[0]]
