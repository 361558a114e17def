"""The audit finds what a hand has changed, and says where."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from generator import pipeline
from generator.audit import Report, audit
from generator.build import build
from generator.configs import CONFIGS
from generator.types import Options, Record, Rejected, TracePileError


def check(path: Path, **options: Any) -> Report:
    return audit(path, progress=False, **options)


@pytest.fixture
def hub(fake_pipeline: None, tmp_path: Path) -> Path:
    build(["math", "algorithm"], 60, 0, tmp_path / "hub", 1, Options(), progress=False)
    return tmp_path / "hub"


@pytest.fixture
def shard(hub: Path) -> Path:
    return next((hub / "data" / "math").glob("train-*"))


def edited(path: Path, edit: Callable[[Record], Any], at: int = 3) -> str:
    """Change one row of a Parquet file in place; returns its id."""
    table = pq.read_table(path)
    rows = table.to_pylist()
    edit(rows[at])
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), path)
    return str(rows[at]["id"])


def more(row: Record, column: str, digit: str = "7") -> None:
    row[column] = row[column][:-1] + ("1" if row[column][-1] == digit else digit)


def jsonl(path: Path, rows: list[Record]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_a_built_folder_passes(hub: Path) -> None:
    table = {"algorithm": {"passed": 60}, "math": {"passed": 60}}
    assert check(hub) == Report(rows=120, passed=120, table=table)


def test_one_changed_digit_fails(hub: Path, shard: Path) -> None:
    name = edited(shard, lambda row: more(row, "completion"))
    report = check(hub)
    assert (report.rows, report.passed, report.failed) == (120, 119, 2)
    assert report.reasons == {"changed file": 1, "differs from its remaking: completion": 1}
    assert name in {failure.id for failure in report.failures}


def test_one_changed_digit_fails_by_its_claim_alone(shard: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The sandbox's process knows the real pipeline only.
    monkeypatch.setattr("generator.audit.guarded_twice", lambda work, *arguments, **_: work(*arguments))
    edited(shard, lambda row: more(row, "completion"))
    assert check(shard, claims_only=True).reasons == {"answer": 1}


@pytest.mark.parametrize(
    "column", ["answer", "prompt", "code", "stdout", "trace_digest", "n_events", "rewrites", "step_events", "license"]
)
def test_each_column_is_compared(shard: Path, column: str) -> None:
    changed: dict[str, Any] = {"n_events": 9, "rewrites": ["unrolled"], "step_events": [1], "trace_digest": "0" * 64}
    edited(shard, lambda row: row.update({column: changed.get(column, "print(2 * 1)\n")}))
    assert check(shard).reasons == {f"differs from its remaking: {column}": 1}


@pytest.mark.parametrize(
    ("provenance", "reason"),
    [
        ({"version": "0.0.0"}, "made by another version"),
        ({"index": 10**9}, "differs from its remaking: id"),
        ({"seed": 5}, "differs from its remaking: id"),
        ({"options": "{not json}"}, "can't be made again"),
        ({"options": '{"mood": "good"}'}, "can't be made again"),
        ({"options": '{"kinds": 3}'}, "can't be made again"),
        ({"options": "[]"}, "schema"),
    ],
)
def test_an_edited_provenance_fails(shard: Path, provenance: dict[str, Any], reason: str) -> None:
    edited(shard, lambda row: row["provenance"].update(provenance))
    assert check(shard).reasons == {reason: 1}


def test_a_record_outside_the_schema_fails(shard: Path) -> None:
    edited(shard, lambda row: row.update(difficulty="brutal"))
    [failure] = check(shard).failures
    assert (failure.reason, failure.file) == ("schema", str(shard))
    assert failure.detail.startswith("$.difficulty: ")


def test_json_lines_are_read_too(hub: Path, shard: Path, tmp_path: Path) -> None:
    rows = pq.read_table(shard).to_pylist()
    more(rows[2], "completion")
    del rows[4]["answer"]
    report = check(jsonl(tmp_path / "rows.jsonl", rows))
    assert (report.rows, report.failed) == (len(rows), 2)
    assert report.reasons == {"differs from its remaking: completion": 1, "schema": 1}


def test_a_plain_folder_of_files_is_read(shard: Path, tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "some.parquet").write_bytes(shard.read_bytes())
    jsonl(folder / "more.jsonl", pq.read_table(shard).to_pylist()[:5])
    assert check(folder).passed == pq.ParquetFile(shard).metadata.num_rows + 5


def test_a_row_that_cannot_be_made_is_a_failure(shard: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def make_row(*_: Any) -> Any:
        raise TracePileError("no attempt succeeded")

    monkeypatch.setattr(pipeline, "make_row", make_row)
    report = check(shard)
    assert report.failed == report.reasons["can't be made again"] == report.rows


def test_a_missing_shard_fails(hub: Path, shard: Path) -> None:
    shard.unlink()
    assert check(hub).reasons == {"missing file": 1, "wrong number of rows": 1}


@pytest.mark.parametrize("name", ["README.md", "schema/record.schema.json", "schema/math.schema.json"])
def test_the_card_and_the_schemas_are_held_against_the_manifest(hub: Path, name: str) -> None:
    path = hub / name
    text = path.read_text()
    path.write_text(text.replace("t", "T", 1))
    report = check(hub)
    assert report.reasons == {"changed file": 1}
    assert report.table[""] == {"changed file": 1}
    assert [(failure.id, failure.file) for failure in report.failures] == [(name, str(path))]
    path.unlink()
    assert check(hub).reasons == {"missing file": 1}
    path.write_text(text)
    assert check(hub).failed == 0


def test_files_that_the_manifest_does_not_know_fail(hub: Path) -> None:
    (hub / "schema" / "poetry.schema.json").write_text("{}")
    (hub / "data" / "poetry").mkdir()
    shard = next(hub.glob("data/math/train-*"))
    (hub / "data" / "poetry" / shard.name).write_bytes(shard.read_bytes())
    assert check(hub).reasons == {"unlisted file": 2}
    known = json.loads((hub / "manifest.json").read_text())
    (hub / "manifest.json").write_text(json.dumps({name: known[name] for name in ("format", "configs")}))
    assert check(hub).reasons == {"unlisted file": 2 + 5}, "a manifest of old, which knew neither card nor schemas"


def test_an_unfinished_build_fails(hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there may be good; what was asked for isn't there."""
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "make_row", interrupt)
        with pytest.raises(TracePileError, match="interrupted"):
            build(CONFIGS, 60, 0, hub, 1, Options(), progress=False)
    report = check(hub)
    assert (report.rows, report.passed, report.reasons) == (120, 120, {"unfinished build": 1})
    assert report.failures[0].detail == (
        "competition was asked for and isn't there: run the same `tracepile build` again"
    )
    build(CONFIGS, 60, 0, hub, 1, Options(), progress=False)
    assert check(hub).failed == 0


def test_a_build_that_is_interrupted_at_the_first_row_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "make_row", interrupt)
    with pytest.raises(TracePileError, match="interrupted"):
        build(["math"], 60, 0, tmp_path / "hub", 1, Options(), progress=False)
    with pytest.raises(TracePileError, match="hub holds an unfinished build and no rows"):
        check(tmp_path / "hub")


def test_a_rebuild_that_is_interrupted_fails_until_it_is_done(hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "make_row", interrupt)
        with pytest.raises(TracePileError, match="interrupted"):
            build(["math"], 90, 0, hub, 1, Options(), progress=False)
    assert check(hub).reasons == {"unfinished build": 1}
    build(["math"], 90, 0, hub, 1, Options(), progress=False)
    assert check(hub).failed == 0


def interrupt(*_: Any) -> Any:
    raise KeyboardInterrupt


def test_a_shard_too_many_fails(hub: Path, shard: Path) -> None:
    (shard.parent / "train-00001-of-00002.parquet").write_bytes(shard.read_bytes())
    assert check(hub).reasons == {"unlisted file": 1, "wrong number of rows": 1}


def test_failures_are_counted_and_written_in_full_and_told_in_part(shard: Path, tmp_path: Path) -> None:
    rows = pq.read_table(shard).to_pylist()
    for row in rows:
        more(row, "completion")
    file, log = jsonl(tmp_path / "rows.jsonl", rows), tmp_path / "failures.jsonl"
    log.write_text("of an earlier audit")
    report = check(file, failures_to=log)
    assert report.failed == len(rows) > len(report.failures) == 20
    reason = "differs from its remaking: completion"
    assert report.table == {"math": {reason: len(rows)}}
    written = [json.loads(line) for line in log.read_text().splitlines()]
    expected = {"file": str(file), "config": "math", "reason": reason}
    assert written == [{"id": row["id"], "detail": row["id"], **expected} for row in rows]


def test_without_failures_no_file_is_written(hub: Path, tmp_path: Path) -> None:
    check(hub, failures_to=tmp_path / "failures.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["hub"]


def test_failures_are_in_the_order_of_the_rows_with_any_number_of_workers(tmp_path: Path) -> None:
    hub = tmp_path / "hub"
    build(["math", "competition"], 12, 0, hub, 1, Options(), progress=False)
    logs = []
    for shard in hub.glob("data/*/*.parquet"):
        edited(shard, lambda row: more(row, "completion"), at=0)
    for workers in (1, 3):
        check(hub, workers=workers, failures_to=tmp_path / "log")
        logs.append((tmp_path / "log").read_bytes())
    assert logs[0] == logs[1]
    assert logs[0].count(b"\n") > 2


def test_a_config_that_nobody_knows_is_counted_as_unknown(shard: Path, tmp_path: Path) -> None:
    rows = pq.read_table(shard).to_pylist()[:3]
    for row, name in zip(rows, ("maths", ["math"], None), strict=True):
        row["config"] = name
    table = check(jsonl(tmp_path / "rows.jsonl", rows)).table
    assert table == {"unknown": {"schema": 2, "can't be made again": 1}}


@pytest.mark.parametrize(("sample", "checked"), [(1, 1), (30, 30), (50, 40), (1000, 120)])
def test_a_sample_is_spread_evenly(hub: Path, sample: int, checked: int) -> None:
    assert check(hub, sample=sample).rows == checked


def test_a_sample_of_nothing_is_refused(hub: Path) -> None:
    with pytest.raises(TracePileError, match="--sample must be at least 1"):
        check(hub, sample=0)


@pytest.mark.parametrize("harm", ["cut", "emptied", "flipped"])
def test_a_damaged_file_is_named(shard: Path, harm: str) -> None:
    content = shard.read_bytes()
    harmed = {"cut": content[:500], "emptied": b"", "flipped": content[:8] + bytes(64) + content[72:]}
    shard.write_bytes(harmed[harm])
    with pytest.raises(TracePileError, match=f"{shard} is damaged"):
        check(shard)


def test_columns_that_lack_or_exceed_are_named(shard: Path) -> None:
    table = pq.read_table(shard)
    pq.write_table(table.drop_columns(["answer"]).append_column("mood", table["style"]), shard)
    with pytest.raises(
        TracePileError, match=f"{shard} does not have the columns of a record: it lacks answer; adds mood"
    ):
        check(shard)


@pytest.mark.parametrize("line", ["{", "3", '{"a": 1}}', '{"id": "\udcff"}', "[" * 100_000])
def test_a_line_that_is_no_record_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n" + line + "\n", encoding="utf-8", errors="surrogateescape")
    with pytest.raises(TracePileError, match=f"{path}, line 2, is not"):
        check(path)


def test_what_holds_no_records_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("")
    for path, message in (
        (tmp_path / "nowhere", "there is no file or folder"),
        (tmp_path, "holds no records"),
        (tmp_path / "notes.txt", "neither .parquet nor .jsonl"),
    ):
        with pytest.raises(TracePileError, match=message):
            check(path)


def test_real_rows_pass_with_any_number_of_workers_and_an_edited_one_fails(tmp_path: Path) -> None:
    hub = tmp_path / "hub"
    build(CONFIGS, 20, 0, hub, 2, Options(), progress=False)
    reports = [check(hub, workers=workers) for workers in (1, 2)]
    table = {name: {"passed": 20} for name in CONFIGS}
    assert reports[0] == reports[1] == Report(rows=60, passed=60, table=table)
    shard = next((hub / "data" / "algorithm").glob("train-*"))
    edited(shard, lambda row: row.update(completion=row["completion"].replace(" = ", " = 9", 1)), at=0)
    assert check(hub, workers=2).reasons == {"changed file": 1, "differs from its remaking: completion": 1}
    assert check(shard, claims_only=True).failed == 1


def test_only_programs_that_are_drawn_again_run_outside_of_the_sandbox(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_sandbox(*_: Any, **__: Any) -> Any:
        raise Rejected("sandbox", "was asked for")

    monkeypatch.setattr("generator.audit.guarded_twice", no_sandbox)
    rows = [pipeline.make_row(config, 3, index).record for config in CONFIGS for index in range(3)]
    assert check(jsonl(tmp_path / "ours.jsonl", rows), claims_only=True).passed == len(rows)
    for column in ("code", "entry", "input"):
        changed = [row | {column: f"{row[column]} "} for row in rows if row[column]]
        found = check(jsonl(tmp_path / f"{column}.jsonl", changed), claims_only=True)
        assert found.reasons == {"sandbox": len(changed)}
    foreign = [row | {"provenance": row["provenance"] | {"index": 10**6}} for row in rows]
    assert check(jsonl(tmp_path / "foreign.jsonl", foreign), claims_only=True).reasons == {"sandbox": len(rows)}
