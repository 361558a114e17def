"""Each claim of a record is linked to the event that licenses it, as text, as JSON, and in colours."""

from __future__ import annotations

import io
import json
import re
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

import pytest
from rich.console import Console

from generator import pipeline
from generator.checker.claims import parse
from generator.checker.tables import is_row
from generator.checker.tokens import origin, tokenize
from generator.checker.walk import lines as steps_of
from generator.configs import CONFIGS
from generator.engine.isolation import Level
from generator.explain import as_text, explained, show
from generator.links import Link, links
from generator.types import Options, Record, Rejected, TracePileError
from generator.verify import execute

OPTIONS = Options()


@cache
def linked(name: str, index: int) -> tuple[Record, list[Link]]:
    return explained(f"{name}-0-{index:06d}", None, OPTIONS, needed=Level.SECCOMP)


@pytest.mark.parametrize("name", CONFIGS)
def test_every_claim_has_its_event(name: str) -> None:
    for index in range(8):
        record, found = linked(name, index)
        trace = execute(record)
        body = record["completion"].partition("\n\n")[0]
        lines = body.split("\n")
        prose = [re.sub(r"^ *(?:\d+\.|-) ", "", line) for line in lines if not is_row(line)]
        told = [claim.kind for line in prose for claim in parse(line)]
        assert [link.claim for link in found if not is_row(lines[link.line])] == told
        steps = {step.number - 1: step for step in steps_of(body, record["step_events"], record["step_events"][-1])}
        for link in found:
            site = trace.site(trace.events[link.event])
            assert (link.kind, link.source) == (site.kind, site.line)
            assert steps[link.line].start <= link.event < steps[link.line].end
        assert [link.event for link in found] == sorted(link.event for link in found)


@pytest.mark.parametrize("name", CONFIGS)
def test_the_span_of_a_claim_states_the_claim(name: str) -> None:
    """The text of a span, on its own, is the claim again; spans of a line don't pass its end."""
    for index in range(8):
        record, found = linked(name, index)
        lines = record["completion"].split("\n")
        for link in found:
            said = lines[link.line][link.start : link.stop]
            assert said == said.strip() != ""
            assert is_row(lines[link.line]) or link.claim in {claim.kind for claim in parse(said)}, said


def test_values_that_look_alike_have_places_of_their_own() -> None:
    text = "`` s[`0`] `` is `` `x` ``, then `x = 1`, 'it' and [1, [2]] go on; `y` goes from 1 to -2 in the second turn."
    _, pieces = tokenize(text)
    said = [text[origin(claim.place, pieces) : origin(claim.stop, pieces)] for claim in parse(text)]
    assert said == [
        "`` s[`0`] `` is `` `x` ``", "`x = 1`", "'it'", "[1, [2]]", "`y` goes from 1 to -2", "second turn",
    ]  # fmt: skip


def test_a_record_that_is_not_true_has_no_links() -> None:
    record, _ = linked("math", 0)
    with pytest.raises(Rejected):
        links({**record, "completion": record["completion"].replace(" = ", " = 9", 1)}, execute(record))


# Shown


def shown(record: Record, found: list[Link], *, terminal: bool = False) -> str:
    out = io.StringIO()
    color = "truecolor" if terminal else None
    show(record, found, Console(file=out, force_terminal=terminal, color_system=color, soft_wrap=True, width=80))
    return out.getvalue()


def test_explained_in_plain_text() -> None:
    record, found = linked("math", 3)
    text = shown(record, found)
    assert "\x1b" not in text
    for number, line in enumerate(record["code"].rstrip("\n").split("\n"), 1):
        assert f"{number}  {line}".rstrip() in text
    for line in record["completion"].split("\n"):
        assert f"{line}\n" in text, "no line is broken or left out"
    lines = record["completion"].split("\n")
    for link in found:
        [row] = [row for row in text.split("\n") if row.split()[:2] == ["event", str(link.event)]]
        assert f"{link.claim}: {lines[link.line][link.start : link.stop]}" in row
        assert link.kind in row.split()
        assert f"line {link.source}" in row
    assert text.rstrip().endswith(f"Answer: {record['answer']}")
    assert f"{len(found)} claims of {len({link.event for link in found})} of {record['n_events']} events" in text


def test_a_claim_has_the_colour_of_its_event() -> None:
    record, found = linked("math", 3)
    text = shown(record, found, terminal=True)
    first = found[0]
    said = record["completion"].split("\n")[first.line][first.start : first.stop]
    assert f"\x1b[36m{said}\x1b[0m" in text
    assert f"\x1b[36m   event {first.event} " in text


def test_no_record_commands_the_terminal() -> None:
    record, found = linked("math", 3)
    text = shown({**record, "entry": "\x1b[2Jf()\x9b", "question": "\x07?"}, found)
    assert "␛[2Jf()␡" in text
    assert not any(sign in text for sign in "\x1b\x07\x9b")


# Where the record comes from


def test_a_record_of_a_file_is_explained_in_the_sandbox(tmp_path: Path) -> None:
    record, found = linked("algorithm", 2)
    rows = [pipeline.make_row("algorithm", 0, index).record for index in range(3)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert explained(record["id"], tmp_path, OPTIONS, needed=Level.SECCOMP) == (record, found)
    harm = {**record, "id": "algorithm-0-9", "code": f"open({str(tmp_path / 'harm')!r}, 'w')\n", "entry": ""}
    (tmp_path / "rows.jsonl").write_text(json.dumps(harm) + "\n")
    with pytest.raises(TracePileError, match=r"rows.jsonl: algorithm-0-9 can't be explained, since it is not true"):
        explained("algorithm-0-9", tmp_path, OPTIONS, needed=Level.SECCOMP)
    assert not (tmp_path / "harm").exists()


@pytest.mark.parametrize("text", ["", "[3]", "[{}]", "{", "forged kind", "forged number"])
def test_links_that_a_program_forged_are_refused(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record, found = linked("math", 0)
    forged = {"forged kind": replace(found[0], kind="\x1b[2J"), "forged number": replace(found[0], event="1")}  # type: ignore[arg-type]
    handed_back = json.dumps([asdict(forged[text])]) if text in forged else text
    monkeypatch.setattr("generator.explain.guarded_twice", lambda *_, **__: handed_back)
    (tmp_path / "rows.jsonl").write_text(json.dumps(record) + "\n")
    with pytest.raises(TracePileError, match="the links are damaged"):
        explained(record["id"], tmp_path, OPTIONS, needed=Level.SECCOMP)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("algoritm-0-1", "Did you mean algorithm"),
        ("math", "is no id of a row that can be made again, such as math-0-000042"),
        ("local-3fab5c", "give the file or folder that holds it with --in"),
        ("math-x-1", "is no id"),
        ("math-0-1-2", "is no id"),
    ],
)
def test_an_id_that_makes_no_row(name: str, message: str) -> None:
    with pytest.raises(TracePileError, match=message):
        explained(name, None, OPTIONS, needed=Level.SECCOMP)


def test_an_id_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps(linked("math", 0)[0]) + "\n")
    with pytest.raises(TracePileError, match="holds no record 'math-0-000007': its ids go from 'math-0-000000' to"):
        explained("math-0-000007", tmp_path, OPTIONS, needed=Level.SECCOMP)


def test_links_as_json() -> None:
    record, found = linked("competition", 1)
    read = json.loads(as_text(record, found))
    assert read["completion"] == record["completion"]
    assert [Link(**link) for link in read["links"]] == found
