"""The forms in which a record is handed out, and their export: the same words, the same run, a file that is whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pyarrow.json
import pyarrow.parquet as pq
import pytest
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

import tracepile
from generator import pipeline
from generator.build import build
from generator.configs import CONFIGS, config
from generator.engine import values
from generator.engine.recorder import record as run
from generator.export import export
from generator.forms import FORMS, to_cwm, to_messages, to_prompt_completion, to_text
from generator.frames import frames
from generator.types import Options, Record, Rejected, TracePileError
from generator.verify import verify_record

ROOT = Path(__file__).parent.parent


@cache
def row(name: str = "algorithm", index: int = 1, *, with_trace: bool = False) -> Record:
    return pipeline.make_row(name, 0, index, Options(with_trace=with_trace)).record


# Words


def test_text_and_messages_hold_the_prompt_and_the_completion() -> None:
    assert to_text(row()) == row()["prompt"] + "\n\n" + row()["completion"] + "\n"
    assert [message["role"] for message in to_messages(row())] == ["user", "assistant"]
    assert [message["content"] for message in to_messages(row())] == [row()["prompt"], row()["completion"]]
    assert to_prompt_completion(row()) == {"prompt": row()["prompt"], "completion": row()["completion"]}


def test_the_builder_hands_the_forms_out() -> None:
    for name in ("to_text", "to_messages", "to_prompt_completion", "to_cwm"):
        assert getattr(tracepile, name) is globals()[name]
        assert name in tracepile.__all__


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A byte-level tokenizer of 400 tokens, trained on a few rows, in a folder as AutoTokenizer reads it."""
    raw = Tokenizer(models.BPE())
    raw.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    raw.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=400, initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    raw.train_from_iterator([to_text(row(name)) for name in CONFIGS], trainer)
    folder = tmp_path_factory.mktemp("tokenizer")
    PreTrainedTokenizerFast(tokenizer_object=raw).save_pretrained(str(folder))
    return folder


def test_no_row_is_longer_than_a_real_tokenizer_allows(tokenizer: Path, tmp_path: Path) -> None:
    """Prompt and completion together, in the Parquet of a build; longer attempts are rejected, and none is cut."""
    limit = 1200
    options = Options(tokenizer=str(tokenizer), max_tokens=limit)
    manifest = build(CONFIGS, 20, 0, tmp_path / "hub", 1, options, progress=False)
    count = PreTrainedTokenizerFast.from_pretrained(str(tokenizer))
    lengths = []
    for path in (tmp_path / "hub").glob("data/**/*.parquet"):
        for record in pq.read_table(path).to_pylist():
            tokens = len(count(to_text(record))["input_ids"])
            assert count.decode(count(to_text(record))["input_ids"]) == to_text(record)
            assert tokens == record["n_tokens"] <= limit
            verify_record(record)
            lengths.append(tokens)
    assert len(lengths) == 60
    assert max(lengths) > limit * 0.9, "the limit is reached"
    assert sum(entry["rejected"].get("too long", 0) for entry in manifest["configs"].values()) > 10


# Frames


PROGRAM = """\
class Box:
    def __init__(self, size):
        self.size = size


def numbers(n):
    for i in range(n):
        yield i


def fill(items, box):
    items.append(box.size)
    box.size = 0
    return len(items)


def main(items):
    box = Box(3)
    count = fill(items, box)
    for i in numbers(2):
        count += i
    del box
    if count: raise ValueError("done")
"""


def told(code: str, entry: str = "") -> list[tuple[str, int, dict[str, str], str]]:
    found = frames(run(code, entry))
    return [(frame["event"], frame["line"], frame["locals"], frame["value"]) for frame in found]


def test_frames_tell_the_run() -> None:
    assert told(PROGRAM, "main([7])") == [
        ("line", 1, {"Box": "Box"}, ""),
        ("line", 6, {"numbers": "numbers"}, ""),
        ("line", 11, {"fill": "fill"}, ""),
        ("line", 17, {"main": "main"}, ""),
        ("call", 17, {"items": "[7]"}, ""),
        ("call", 2, {"self": "Box()", "size": "3"}, ""),
        ("line", 3, {"self": "Box(size=3)"}, ""),
        ("return", 2, {}, "None"),
        ("line", 18, {"box": "Box(size=3)"}, ""),
        ("call", 11, {"items": "[7]", "box": "Box(size=3)"}, ""),
        ("line", 12, {"items": "[7, 3]"}, ""),
        ("line", 13, {"box": "Box(size=0)"}, ""),
        ("return", 14, {}, "2"),
        ("line", 19, {"items": "[7, 3]", "box": "Box(size=0)", "count": "2"}, ""),
        ("line", 20, {}, ""),
        ("call", 6, {"n": "2"}, ""),
        ("line", 7, {}, ""),
        ("line", 7, {"i": "0"}, ""),
        ("return", 8, {}, "0"),
        ("line", 20, {"i": "0"}, ""),
        ("line", 21, {}, ""),
        ("call", 8, {}, ""),
        ("line", 7, {"i": "1"}, ""),
        ("return", 8, {}, "1"),
        ("line", 20, {"i": "1"}, ""),
        ("line", 21, {"count": "3"}, ""),
        ("call", 8, {}, ""),
        ("line", 7, {}, ""),
        ("return", 6, {}, "None"),
        ("line", 20, {}, ""),
        ("line", 22, {"box": ""}, ""),
        ("line", 23, {}, ""),
        ("exception", 23, {}, "ValueError: done"),
        ("exception", 17, {}, "ValueError: done"),
    ]


def test_no_code_of_the_program_runs_for_a_frame() -> None:
    code = """\
class Loud(type):
    def __str__(cls):
        raise SystemExit(9)


class Odd(Exception, metaclass=Loud):
    def __repr__(self):
        raise SystemExit(9)


try:
    raise Odd
except Odd as odd:
    kept = odd
"""
    assert ("exception", 12, {}, "Odd") in told(code)


def plain(name: str) -> Iterator[Record]:
    """Three rows of each task whose program has neither generators nor exceptions."""
    for task, size in product(config(name).tasks.values(), (3, 5, 8)):
        problem = task.draw(Random(f"frames:{task.id}:{size}"), size)
        if not any(word in problem.code for word in ("yield", "raise", "try:")):
            trace = run(problem.code, problem.entry, problem.stdin)
            if not trace.error:
                yield {"code": problem.code, "entry": problem.entry, "input": problem.stdin, "trace": trace}


def last_locals(record: Record) -> list[dict[str, str]]:
    """The locals of each call when it returns, as the frames leave them."""
    calls: list[dict[str, str]] = [{}]
    found = []
    for frame in frames(record["trace"]):
        if frame["event"] == "call":
            calls.append({})
        calls[-1].update(frame["locals"])
        if frame["event"] == "return":
            found.append(calls.pop())
    return found


def text_or_kind(value: object) -> str:
    """The text of a value, or its type where it has none, as a function with a cache."""
    try:
        return values.text(value)
    except Rejected:
        return f"<{type(value).__name__}>"


def traced_locals(record: Record) -> list[dict[str, str]]:
    """The same from the interpreter's own tracing."""
    found = []

    def watch(frame: Any, event: str, _: object) -> Any:
        code = frame.f_code
        if code.co_filename != "<seen>" or code.co_name in ("<listcomp>", "<genexpr>", "<setcomp>", "<dictcomp>"):
            return None
        if event == "return" and code.co_name != "<module>" and code.co_flags & 0x2:
            own = {*code.co_varnames, *code.co_cellvars}  # what a closure sees of others is no local here
            found.append({name: text_or_kind(value) for name, value in frame.f_locals.items() if name in own})
        return watch

    space: dict[str, object] = {"__name__": "program"}
    sys.settrace(watch)
    try:
        exec(compile(record["code"], "<seen>", "exec"), space)  # noqa: S102 - ours
        eval(record["entry"], space)  # noqa: S307 - ours
    finally:
        sys.settrace(None)
    return found


def test_frames_agree_with_the_interpreters_own_tracing() -> None:
    """Each local of each call of each algorithm, when it returns; comprehensions have frames of their own there."""
    compared = 0
    for record in plain("algorithm"):
        assert last_locals(record) == traced_locals(record), record["code"]
        compared += 1
    assert compared > 60


# The frames of a record


@pytest.mark.parametrize("name", CONFIGS)
def test_frames_are_the_same_from_the_column_and_from_another_run(name: str) -> None:
    with_column = row(name, with_trace=True)
    without = {column: value for column, value in with_column.items() if column != "trace_json"}
    assert to_cwm(with_column) == to_cwm(without)
    for frame in to_cwm(without)["frames"]:
        assert frame["source"] == without["code"].split("\n")[frame["line"] - 1]
        assert frame["event"] in ("call", "line", "return", "exception")


def test_a_program_of_others_is_not_run_here(tmp_path: Path) -> None:
    code = f"open({str(tmp_path / 'harm')!r}, 'w').write('!')\n"
    with pytest.raises(Rejected):
        to_cwm({**row(), "code": code, "entry": ""})
    assert not list(tmp_path.iterdir())


def test_a_run_that_is_not_the_record_s_is_refused() -> None:
    with pytest.raises(Rejected, match="wrong trace_digest"):
        to_cwm({**row(), "code": "print(1)\n", "entry": "", "input": ""})


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "[3]",
        "{}x",
        "[" * 99_999,
        '[{"event": "line"}]',
        '[{"event":"line","line":999,"locals":{},"value":""}]',
        '[{"event":"line","line":0,"locals":{},"value":""}]',
        '[{"event":"lime","line":1,"locals":{},"value":""}]',
        '[{"event":"line","line":1,"locals":{"x":1},"value":""}]',
        '[{"event":"line","line":1,"locals":[],"value":""}]',
    ],
)
def test_a_damaged_column_is_refused(text: str) -> None:
    with pytest.raises(Rejected, match="damaged trace_json"):
        to_cwm({**row(), "trace_json": text})


def test_the_checker_holds_the_column_against_the_run() -> None:
    with_column = row(with_trace=True)
    verify_record(with_column)
    with pytest.raises(Rejected, match="wrong trace_json"):
        verify_record({**with_column, "trace_json": with_column["trace_json"].replace("line", "lime", 1)})


# Export


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "hub"
    build(CONFIGS, 12, 0, folder, 1, Options(), progress=False)
    return folder


@pytest.mark.parametrize("name", FORMS)
def test_export_writes_every_record(hub: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out.jsonl"
    assert export(hub, name, out) == 36
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    records = [r for path in sorted(hub.glob("data/**/*.parquet")) for r in pq.read_table(path).to_pylist()]
    assert lines == [{"id": record["id"], **FORMS[name](record, 3)} for record in records]  # type: ignore[arg-type]
    assert pyarrow.json.read_json(out).num_rows == 36, "one type a column"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_export_from_json_lines_equals_that_from_parquet(hub: Path, tmp_path: Path) -> None:
    [shard] = hub.glob("data/math/train-*")
    lines = tmp_path / "rows.jsonl"
    lines.write_text("".join(json.dumps(record) + "\n" for record in pq.read_table(shard).to_pylist()))
    for source, out in ((shard, "a.out"), (lines, "b.out")):
        export(source, "text", tmp_path / out)
    assert (tmp_path / "a.out").read_bytes() == (tmp_path / "b.out").read_bytes() != b""


def test_export_of_one_split(hub: Path, tmp_path: Path) -> None:
    rows = export(hub, "text", tmp_path / "train.jsonl", split="train")
    assert 0 < rows == sum(pq.ParquetFile(path).metadata.num_rows for path in hub.glob("data/**/train-*"))
    with pytest.raises(TracePileError, match="Did you mean train"):
        export(hub, "text", split="trian")
    [shard] = hub.glob("data/algorithm/train-*")
    (tmp_path / "test-0.parquet").write_bytes(shard.read_bytes())
    with pytest.raises(TracePileError, match=r"holds no file of the split validation: there is test-0"):
        export(tmp_path / "test-0.parquet", "text", split="validation")


def test_export_replaces_only_when_told(hub: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("years of work")
    with pytest.raises(TracePileError, match=r"out.jsonl is there already: pass --force"):
        export(hub, "text", out)
    assert out.read_text() == "years of work"
    assert export(hub, "text", out, replace=True) == 36


def test_export_keeps_off_what_it_reads(hub: Path, tmp_path: Path) -> None:
    [shard] = hub.glob("data/math/train-*")
    for out, message in (
        (hub / "data" / "out.jsonl", "lies in"),
        (hub, "is a folder"),
        (tmp_path / "none" / "out.jsonl", "there is no folder"),
    ):
        with pytest.raises(TracePileError, match=message):
            export(hub, "text", out)
    before = shard.read_bytes()
    with pytest.raises(TracePileError, match="is the file that is read"):
        export(shard, "text", shard, replace=True)
    assert shard.read_bytes() == before


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ({"answer": 3}, r"schema: \$\.answer"),
        ({"code": "1 / 0\n", "entry": ""}, "wrong"),
        ({"prompt": "\ud800"}, "utf-8"),
    ],
)
def test_a_record_that_cannot_be_written_stops_the_export(edit: Record, message: str, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps(row()) + "\n" + json.dumps({**row(), **edit}) + "\n")
    name = "cwm" if "code" in edit else "text"
    with pytest.raises(
        TracePileError, match=rf"rows.jsonl: algorithm-0-000001 can't be written as {name}: .*{message}"
    ):
        export(tmp_path / "rows.jsonl", name, tmp_path / "out.jsonl")
    assert not (tmp_path / "out.jsonl").exists()
    assert len(list(tmp_path.iterdir())) == 1


def test_export_reads_no_more_than_it_writes(hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The records are never all in memory: when one is written, only its unit's batch has been read."""
    import generator.export

    events: list[str] = []

    def reading(unit: Any) -> Iterator[Record]:
        events.append("read")
        yield row()

    def writing(*_: object) -> str:
        events.append("write")
        return "{}"

    monkeypatch.setattr(generator.export, "records_of", reading)
    monkeypatch.setattr(generator.export, "written", writing)
    export(hub, "text", tmp_path / "out.jsonl")
    assert events == ["read", "write"] * (len(events) // 2)
    assert len(events) > 4


def test_a_failing_export_leaves_the_old_file(hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import generator.export

    (tmp_path / "out.jsonl").write_text("old")
    calls = iter(range(5))

    def writing(*_: object) -> str:
        return str(next(calls))

    monkeypatch.setattr(generator.export, "written", writing)
    with pytest.raises((StopIteration, RuntimeError)):
        export(hub, "text", tmp_path / "out.jsonl", replace=True)
    assert (tmp_path / "out.jsonl").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_export_to_standard_output(hub: Path) -> None:
    command = [sys.executable, "-m", "generator.cli", "export", str(hub), "--format", "messages"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 36
    assert done.stderr == "36 records\n"
