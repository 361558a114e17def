"""A build: the same bytes whatever the way there, and nothing good is ever lost."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from conftest import tree

import fake
from generator import files, parts, pipeline, shards, workers
from generator.build import PARTS, build
from generator.configs import CONFIGS
from generator.parts import key_of
from generator.types import Made, Options, Record, TracePileError

ROOT = Path(__file__).parent.parent
CHILD = """
import sys
from pathlib import Path
from generator import parts
from generator.build import build
from generator.types import Options
parts.PART_ROWS = 5
build(["math"], 400, 0, Path(sys.argv[1]), int(sys.argv[2]), Options(), progress=False)
"""


def made(
    out: Path,
    rows: int = 300,
    configs: tuple[str, ...] = ("math",),
    seed: int = 0,
    *,
    force: bool = False,
    **options: Any,
) -> Any:
    return build(configs, rows, seed, out, 1, Options(**options), force=force, progress=False)


def rows_of(out: Path, config: str = "math") -> list[Record]:
    """The rows of a config in the order of their indices, from all splits."""
    found = [row for path in (out / "data" / config).glob("*.parquet") for row in pq.read_table(path).to_pylist()]
    return sorted(found, key=lambda row: row["provenance"]["index"])


def failing_at(index: int, error: BaseException) -> Callable[..., Made]:
    def make_row(config: str, seed: int, at: int, options: Options) -> Made:
        if at == index:
            raise error
        return fake.make_row(config, seed, at, options)

    return make_row


def interrupted(out: Path, monkeypatch: pytest.MonkeyPatch, rows: int = 700, at: int = 600) -> None:
    """Leave a build half done: the parts before the index `at` are committed."""
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "make_row", failing_at(at, KeyboardInterrupt()))
        with pytest.raises(TracePileError, match="run the same command again"):
            made(out, rows)


@pytest.fixture
def fresh(fake_pipeline: None, tmp_path: Path) -> Path:
    """The output of a build of 700 rows that nothing disturbed."""
    made(tmp_path / "fresh", 700)
    return tmp_path / "fresh"


class TestRows:
    @pytest.fixture(autouse=True)
    def _fake(self, fake_pipeline: None) -> None: ...

    def test_two_builds_are_byte_identical(self, tmp_path: Path) -> None:
        for name in ("a", "b"):
            made(tmp_path / name, 300, CONFIGS)
        assert tree(tmp_path / "a") == tree(tmp_path / "b")

    def test_configs_can_be_built_one_by_one_in_any_order(self, tmp_path: Path) -> None:
        made(tmp_path / "at once", 60, CONFIGS)
        for name in reversed(CONFIGS):
            made(tmp_path / "one by one", 60, (name,))
        assert tree(tmp_path / "at once") == tree(tmp_path / "one by one")

    @pytest.mark.parametrize("rows", [1, 7, 250, 251, 600])
    def test_exactly_the_rows_asked_for_and_all_distinct(self, tmp_path: Path, rows: int) -> None:
        made(tmp_path / "out", rows)
        found = rows_of(tmp_path / "out")
        assert len(found) == len({key_of(row) for row in found}) == rows

    def test_the_rows_are_the_first_distinct_ones_of_the_sequence(self, tmp_path: Path) -> None:
        entry = made(tmp_path / "out", 600)["configs"]["math"]
        first: dict[bytes, Record] = {}
        index = 0
        while len(first) < 600:
            row = fake.make_row("math", 0, index, Options()).record
            first.setdefault(key_of(row), row)
            index += 1
        assert rows_of(tmp_path / "out") == list(first.values())
        assert entry["duplicates"] == index - 600 > 10

    def test_a_smaller_build_is_a_prefix_of_a_larger_one(self, tmp_path: Path) -> None:
        made(tmp_path / "small", 400)
        made(tmp_path / "large", 900)
        assert rows_of(tmp_path / "large")[:400] == rows_of(tmp_path / "small")

    def test_rows_are_in_the_split_of_their_index_and_in_order(self, tmp_path: Path) -> None:
        made(tmp_path / "out", 300)
        for path in (tmp_path / "out" / "data" / "math").glob("*.parquet"):
            indices = [row["provenance"]["index"] for row in pq.read_table(path).to_pylist()]
            assert indices == sorted(indices)
            assert {fake.split_of("math", 0, index) for index in indices} == {path.name.split("-")[0]}

    def test_rejected_attempts_are_listed_in_order_and_counted(self, tmp_path: Path) -> None:
        entry = made(tmp_path / "out", 300)["configs"]["math"]
        lines = (tmp_path / "out" / "rejected" / "math.jsonl").read_text().splitlines()
        indices = [json.loads(line)["index"] for line in lines]
        last = rows_of(tmp_path / "out")[-1]["provenance"]["index"]
        assert indices == [index for index in range(last + 1) if index % 7 == 3]
        assert entry["rejected"] == {"too_long": len(lines)}

    def test_the_manifest_counts_what_the_files_hold(self, tmp_path: Path) -> None:
        entry = made(tmp_path / "out", 300)["configs"]["math"]
        rows = rows_of(tmp_path / "out")
        assert sum(split["rows"] for split in entry["splits"].values()) == 300
        for column, counts in entry["counts"].items():
            assert counts == {
                value: sum(row[column] == value for row in rows) for value in {row[column] for row in rows}
            }

    def test_options_reach_the_rows(self, tmp_path: Path) -> None:
        entry = made(tmp_path / "out", 30, with_trace=True, style="terse")["configs"]["math"]
        assert entry["made_from"]["options"] == {"style": "terse", "with_trace": True}
        assert {row["trace_json"] for row in rows_of(tmp_path / "out")} == {"[]"}

    def test_a_sequence_with_too_few_distinct_rows_ends(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            pipeline,
            "make_row",
            lambda config, seed, index, options: Made(fake.record(config, seed, index, options, index % 3, 0), ()),
        )
        with pytest.raises(TracePileError, match="only 3 distinct rows"):
            made(tmp_path / "out", 20)


class TestParquet:
    @pytest.fixture(autouse=True)
    def _fake(self, fake_pipeline: None) -> None: ...

    def test_files_are_plain_and_paged(self, tmp_path: Path) -> None:
        made(tmp_path / "out", 300)
        for path in (tmp_path / "out" / "data" / "math").iterdir():
            file = pq.ParquetFile(path)
            column = file.metadata.row_group(0).column(0)
            assert not {b"huggingface", b"pandas"} & (file.metadata.metadata or {}).keys()
            assert file.schema_arrow.metadata is None
            assert (column.has_offset_index, column.has_column_index) == (True, True)
            assert column.compression == "ZSTD"

    def test_files_and_row_groups_are_kept_small(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(parts, "PART_ROWS", 10)
        monkeypatch.setattr(shards, "GROUP_ROWS", 30)
        monkeypatch.setattr(shards, "FILE_ROWS", 100)
        made(tmp_path / "out", 600)
        paths = sorted((tmp_path / "out" / "data" / "math").glob("train-*.parquet"))
        assert [path.name for path in paths] == [
            f"train-{n:05d}-of-{len(paths):05d}.parquet" for n in range(len(paths))
        ]
        assert len(paths) > 3
        for path in paths:
            metadata = pq.ParquetFile(path).metadata
            assert metadata.num_rows <= 100
            assert all(metadata.row_group(group).num_rows <= 30 for group in range(metadata.num_row_groups))
        assert len({row["id"] for row in rows_of(tmp_path / "out")}) == 600

    def test_large_rows_end_a_row_group_early(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(parts, "PART_ROWS", 10)
        monkeypatch.setattr(shards, "GROUP_BYTES", 20_000)
        made(tmp_path / "out", 300)
        [path] = (tmp_path / "out" / "data" / "math").glob("train-*.parquet")
        metadata = pq.ParquetFile(path).metadata
        assert max(metadata.row_group(group).num_rows for group in range(metadata.num_row_groups)) < 60

    def test_an_empty_split_has_no_file(self, tmp_path: Path) -> None:
        entry = made(tmp_path / "out", 1)["configs"]["math"]
        assert len(list((tmp_path / "out" / "data" / "math").iterdir())) == len(entry["splits"]) == 1

    def test_old_shards_leave_when_fewer_come(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(shards, "FILE_ROWS", 100)
            patch.setattr(shards, "GROUP_ROWS", 50)
            patch.setattr(parts, "PART_ROWS", 50)
            made(tmp_path / "out", 400)
        made(tmp_path / "out", 60, force=True)
        made(tmp_path / "other", 60)
        assert tree(tmp_path / "out") == tree(tmp_path / "other")


class TestGoingOn:
    def test_an_interrupted_build_goes_on(self, fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        interrupted(tmp_path / "out", monkeypatch)
        made_again: list[int] = []

        def counting(config: str, seed: int, index: int, options: Options) -> Made:
            made_again.append(index)
            return fake.make_row(config, seed, index, options)

        monkeypatch.setattr(pipeline, "make_row", counting)
        made(tmp_path / "out", 700)
        assert min(made_again) == 500
        assert tree(tmp_path / "out") == tree(fresh)

    @pytest.mark.parametrize("harm", ["cut", "flipped", "gone", "mark"])
    def test_a_damaged_part_is_said_and_made_again(
        self,
        harm: str,
        fresh: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        interrupted(tmp_path / "out", monkeypatch)
        [part] = (tmp_path / "out" / PARTS).rglob("part-000000250-*.parquet")
        content = bytearray(part.read_bytes())
        content[len(content) // 2] ^= 1
        {
            "cut": lambda: part.write_bytes(content[:100]),
            "flipped": lambda: part.write_bytes(content),
            "gone": part.unlink,
            "mark": lambda: part.with_suffix(".json").write_text('{"sha'),
        }[harm]()
        made(tmp_path / "out", 700)
        assert f"{part} is damaged" in capsys.readouterr().err
        assert tree(tmp_path / "out") == tree(fresh)

    @pytest.mark.parametrize("changed", [{"seed": 1}, {"style": "terse"}])
    def test_parts_of_another_build_are_not_taken(
        self, changed: dict[str, Any], fake_pipeline: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        interrupted(tmp_path / "out", monkeypatch)
        made(tmp_path / "out", 700, **changed)
        made(tmp_path / "other", 700, **changed)
        assert tree(tmp_path / "out") == tree(tmp_path / "other")

    def test_parts_of_another_generator_are_not_taken(
        self, fake_pipeline: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        interrupted(tmp_path / "out", monkeypatch)
        monkeypatch.setattr("generator.manifest.generator_hash", lambda: "f" * 64)
        made_again: list[int] = []
        monkeypatch.setattr(pipeline, "make_row", lambda *row: made_again.append(row[2]) or fake.make_row(*row))
        made(tmp_path / "out", 700)
        assert min(made_again) == 0

    def test_a_full_disk_is_said_and_the_build_goes_on(
        self, fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sync, calls = os.fsync, iter(range(1000))

        def full(descriptor: int) -> None:
            if next(calls) > 5:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            sync(descriptor)

        with monkeypatch.context() as patch:
            patch.setattr(files.os, "fsync", full)
            with pytest.raises(TracePileError, match=r"disk of .*out is full.*again"):
                made(tmp_path / "out", 700)
        made(tmp_path / "out", 700)
        assert tree(tmp_path / "out") == tree(fresh)

    @pytest.mark.parametrize("step", range(1, 30))
    def test_a_stop_at_any_write_leaves_the_old_or_the_new(
        self, step: int, fake_pipeline: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Wherever a rebuild stops, each file in place is one of the old build's or one of the new one's."""
        old = tree(_built(tmp_path / "out", 60))
        new = tree(_built(tmp_path / "new", 90))
        rename, calls = Path.rename, iter(range(1, 1000))

        def stopping(path: Path, target: Path) -> Path:
            if next(calls) == step:
                raise KeyboardInterrupt
            return rename(path, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", stopping)
            patch.setattr(Path, "replace", stopping)
            try:
                made(tmp_path / "out", 90)
            except TracePileError:
                found = {
                    name: content for name, content in tree(tmp_path / "out").items() if not name.startswith(PARTS)
                }
                assert all(content in {old.get(name), new.get(name)} for name, content in found.items())
        made(tmp_path / "out", 90)
        assert tree(tmp_path / "out") == new

    @pytest.mark.parametrize("count", ["1", "2"])
    def test_killed_and_resumed_equals_unkilled(self, count: str, tmp_path: Path) -> None:
        command = [sys.executable, "-c", CHILD]
        killed = subprocess.Popen([*command, str(tmp_path / "out"), count], cwd=ROOT, start_new_session=True)
        marks = _wait_for(lambda: len(list((tmp_path / "out" / PARTS).rglob("part-*.json"))) >= 3)
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
        assert marks, "killed too early"
        assert not (tmp_path / "out" / "README.md").exists(), "killed too late"
        for out, several in (("out", "2"), ("unkilled", "1")):
            subprocess.run([*command, str(tmp_path / out), several], cwd=ROOT, check=True)
        assert tree(tmp_path / "out") == tree(tmp_path / "unkilled")


def _built(out: Path, rows: int) -> Path:
    made(out, rows)
    return out


def _wait_for(condition: Callable[[], bool], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.002)
    return False


class TestFinished:
    @pytest.fixture(autouse=True)
    def _fake(self, fake_pipeline: None) -> None: ...

    def test_a_finished_build_is_not_redone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        made(tmp_path / "out")
        before = tree(tmp_path / "out")
        monkeypatch.setattr(pipeline, "make_row", failing_at(0, AssertionError("made again")))
        made(tmp_path / "out")
        assert "up to date" in capsys.readouterr().err
        assert tree(tmp_path / "out") == before

    @pytest.mark.parametrize(
        ("asked", "told"),
        [
            ({"seed": 1}, "seed 1 instead of 0"),
            ({"rows": 299}, "299 rows instead of 300"),
            ({"style": "terse"}, r"options {'style': 'terse'} instead of {}"),
            ({"seed": 1, "configs": ("algorithm", "math")}, "seed 1 instead of 0"),
        ],
    )
    def test_rows_are_lost_only_when_told(self, tmp_path: Path, asked: dict[str, Any], told: str) -> None:
        made(tmp_path / "out")
        before = tree(tmp_path / "out")
        with pytest.raises(TracePileError, match=rf"out holds math already, and its 300 rows would be lost: {told}"):
            made(tmp_path / "out", **asked)
        assert tree(tmp_path / "out") == before
        made(tmp_path / "out", force=True, **asked)
        made(tmp_path / "new", **asked)
        assert tree(tmp_path / "out") == tree(tmp_path / "new")

    def test_a_build_may_grow(self, tmp_path: Path) -> None:
        made(tmp_path / "out", 60)
        made(tmp_path / "out", 90, ("math", "algorithm"))
        made(tmp_path / "new", 90, ("math", "algorithm"))
        assert tree(tmp_path / "out") == tree(tmp_path / "new")

    @pytest.mark.parametrize("harm", ["flipped", "gone"])
    def test_a_damaged_file_is_built_again(self, tmp_path: Path, harm: str) -> None:
        made(tmp_path / "out")
        before = tree(tmp_path / "out")
        path = next((tmp_path / "out" / "data" / "math").glob("train-*"))
        path.write_bytes(before[path.relative_to(tmp_path / "out").as_posix()][:-1] + b"?")
        if harm == "gone":
            path.unlink()
        made(tmp_path / "out")
        assert tree(tmp_path / "out") == before

    def test_nothing_but_the_dataset_is_left(self, tmp_path: Path) -> None:
        made(tmp_path / "out", 60, CONFIGS)
        assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
            "README.md", "data", "manifest.json", "rejected", "schema",
        ]  # fmt: skip
        assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


class TestBadInput:
    @pytest.fixture(autouse=True)
    def _fake(self, fake_pipeline: None) -> None: ...

    @pytest.mark.parametrize("rows", [0, -5])
    def test_rows(self, tmp_path: Path, rows: int) -> None:
        with pytest.raises(TracePileError, match="--rows must be at least 1"):
            made(tmp_path / "out", rows)
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize("seed", [-1, 2**63])
    def test_seed(self, tmp_path: Path, seed: int) -> None:
        with pytest.raises(TracePileError, match="--seed"):
            made(tmp_path / "out", seed=seed)

    @pytest.mark.parametrize("count", [0, -1])
    def test_workers(self, tmp_path: Path, count: int) -> None:
        with pytest.raises(TracePileError, match="--workers must be at least 1"):
            build(["math"], 10, 0, tmp_path / "out", count, Options(), progress=False)

    def test_config(self, tmp_path: Path) -> None:
        with pytest.raises(TracePileError, match=r"unknown config 'maths'. Did you mean math\?"):
            made(tmp_path / "out", configs=("maths",))

    def test_a_folder_that_is_not_ours(self, tmp_path: Path) -> None:
        (tmp_path / "thesis.tex").write_text("years of work")
        with pytest.raises(TracePileError, match="no manifest of ours: choose another --out"):
            made(tmp_path)
        assert tree(tmp_path) == {"thesis.tex": b"years of work"}

    @pytest.mark.parametrize(
        "content", ["", "{}", "[]", '{"format": "other", "configs": {}}', '{"format": "tracepile"}']
    )
    def test_a_manifest_that_is_not_ours(self, tmp_path: Path, content: str) -> None:
        (tmp_path / "manifest.json").write_text(content)
        with pytest.raises(TracePileError, match="not a manifest of TracePile"):
            made(tmp_path)
        assert tree(tmp_path) == {"manifest.json": content.encode()}

    def test_a_file_for_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "out").write_text("")
        with pytest.raises(TracePileError, match="is a file"):
            made(tmp_path / "out")

    def test_an_empty_folder_is_taken(self, tmp_path: Path) -> None:
        made(tmp_path, 10)
        assert len(rows_of(tmp_path)) == 10

    def test_two_builds_at_once(self, tmp_path: Path) -> None:
        made(tmp_path / "out", 10)
        (tmp_path / "out" / PARTS).mkdir()
        with (tmp_path / "out" / PARTS / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            with pytest.raises(TracePileError, match="another build is writing"):
                made(tmp_path / "out", 20)

    def test_an_error_says_which_row(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pipeline, "make_row", failing_at(42, TracePileError("no attempt succeeded")))
        with pytest.raises(TracePileError, match=r"math row 42 \(seed 0\): no attempt succeeded"):
            made(tmp_path / "out")
        monkeypatch.setattr(pipeline, "make_row", failing_at(43, ZeroDivisionError()))
        with pytest.raises(ZeroDivisionError) as caught:
            made(tmp_path / "out")
        assert caught.value.__notes__ == ["while making math row 43 (seed 0)"]


class TestWorkers:
    def test_any_number_of_workers_gives_the_same_bytes(self, tmp_path: Path) -> None:
        for count in (1, 2, 3):
            build(CONFIGS, 60, 0, tmp_path / str(count), count, Options(), progress=False)
        assert tree(tmp_path / "1") == tree(tmp_path / "2") == tree(tmp_path / "3")

    def test_a_worker_that_is_killed_is_noticed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(workers, "PATIENCE", 0.2)
        with pytest.raises(TracePileError, match="a worker process was killed"), workers.crew(2) as mapper:
            list(mapper(fake.die, [1]))

    def test_an_error_in_a_worker_says_which_row(self, tmp_path: Path) -> None:
        with pytest.raises(TracePileError, match=r"math row \d+ \(seed 0\): unknown math task"):
            build(["math"], 500, 0, tmp_path / "out", 2, Options(task="squaring_the_circle"), progress=False)
