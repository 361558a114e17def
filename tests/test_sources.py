"""Problems from outside: rows in the columns of their sources, from reading to loading, and what is left out."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import outside
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import tree

from generator import collect as collecting
from generator import manifest, pipeline, stats
from generator.audit import audit
from generator.build import build
from generator.engine.isolation import Level
from generator.explain import explained
from generator.export import export
from generator.foreign import _turn
from generator.records import validate
from generator.source_rows import Origin, files_of, rows_of
from generator.sources import SOURCES, source
from generator.sources.answers import same_answer, same_number, same_tokens, same_value
from generator.sources.codeforces import near
from generator.sources.docstrings import without_docstrings
from generator.sources.openmath import notebook
from generator.sources.registry import group_of, split_of
from generator.types import Options, Record, Rejected, TracePileError
from generator.verify import problem_of

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
FOLDER = {
    "squares.py": '"""Add the squares of the numbers below n.\n\n>>> solve(4)\n14\n>>> solve(2) + solve(3)\n6\n"""\n\n'
    + outside.SUMS,
    "double.py": "print(int(input()) * 2)\n",
    "double1.in": "21\n",
    "double1.out": "42\n",
    "double2.in": "5\n",
    "deep/plain.py": "total = 0\nfor k in range(4):\n    total += k\nprint(total)\n",
    "wrong.py": 'def one():\n    """\n    >>> one()\n    1\n    """\n    return 2\n',
    "broken.py": "def f(:\n",
    "notes.txt": "no program",
}


def write(path: Path, rows: list[Any]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return path


def lines(name: str) -> list[Any]:
    """All rows of a source, good and bad, the good ones first."""
    return [row for rows in outside.SOURCES[name].values() for row in rows]


def made(path: Path | None, out: Path, name: str, rows: int = 12, workers: int = 1, **more: Any) -> Any:
    limit = more.pop("limit", 0)
    origin = Origin(source(name), path, limit)
    return build([name], rows, 0, out, workers, Options(**more), progress=False, origin=origin)


def records(out: Path) -> list[Record]:
    return [row for path in sorted(out.glob("data/*/*.parquet")) for row in pq.read_table(path).to_pylist()]


def left_out(out: Path, name: str) -> list[dict[str, Any]]:
    """What was left out before any row was made."""
    found = [json.loads(line) for line in (out / "rejected" / f"{name}.jsonl").read_text().splitlines()]
    return [one for one in found if "where" in one]


@pytest.fixture(scope="module", params=list(outside.SOURCES))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A build of each source from all of its rows."""
    folder = tmp_path_factory.mktemp(request.param)
    made(write(folder / "rows.jsonl", lines(request.param)), folder / "out", request.param, 14)
    return request.param, folder / "out"


class TestEnds:
    """From a file in a source's columns to rows that load."""

    def test_bad_rows_are_counted_by_reason_and_good_ones_kept(self, built: tuple[str, Path]) -> None:
        name, out = built
        expected = {reason: len(rows) for reason, rows in outside.SOURCES[name].items() if reason != "kept"}
        found = json.loads((out / "manifest.json").read_text())["configs"][name]["collected"]
        assert found["rejected"] == expected
        assert found["programs"] == len(outside.SOURCES[name]["kept"])
        assert found["rows"] == len(lines(name))
        assert Counter(one["reason"] for one in left_out(out, name)) == expected

    def test_rows_are_proven(self, built: tuple[str, Path]) -> None:
        name, out = built
        for claims_only in (False, True):
            report = audit(out, claims_only=claims_only, progress=False)
            assert (report.passed, report.failed, list(report.table)) == (14, 0, [name])

    def test_rows_say_where_they_are_from(self, built: tuple[str, Path]) -> None:
        name, out = built
        for row in records(out):
            validate(row)
            assert row["source"] == SOURCES[name].origin
            assert row["license"] in {SOURCES[name].license, "MIT"}
            assert row["url"].startswith("https://") or name == "jsonl"
            assert row["split_group"] == f"{name}/{group_of(row['problem'], row['code'])}"

    def test_a_problem_is_in_the_split_of_its_group(self, built: tuple[str, Path]) -> None:
        _, out = built
        for path in out.glob("data/*/*.parquet"):
            groups = {row["split_group"].split("/")[1] for row in pq.read_table(path).to_pylist()}
            assert {split_of(group) for group in groups} == {path.name.split("-")[0]}

    def test_rows_load(self, built: tuple[str, Path], tmp_path: Path) -> None:
        from datasets import load_dataset

        name, out = built
        loaded = load_dataset(str(out), name, cache_dir=str(tmp_path))
        assert sum(len(split) for split in loaded.values()) == 14

    def test_rows_are_explained_exported_and_counted(self, built: tuple[str, Path], tmp_path: Path) -> None:
        name, out = built
        first = records(out)[0]
        record, links = explained(first["id"], out, Options(), needed=Level.SECCOMP)
        assert (record, bool(links)) == (first, True)
        for form in ("text", "cwm"):
            assert export(out, form, tmp_path / form) == 14
        assert list(stats.frame(out)["config"].unique()) == [name]
        with pytest.raises(TracePileError, match="say with --in"):
            explained(first["id"], None, Options(), needed=Level.SECCOMP)

    def test_every_program_has_its_turn(self, built: tuple[str, Path]) -> None:
        name, out = built
        assert len({row["code"] for row in records(out)}) == len(outside.SOURCES[name]["kept"])

    def test_an_edited_row_fails(self, built: tuple[str, Path], tmp_path: Path) -> None:
        name, out = built
        row = records(out)[0]
        edits = {"answer": "-77", "split_group": f"{name}/{'0' * 16}", "code": "print(-77)\n", "id": f"{name}-0-999999"}
        path = write(tmp_path / "rows.jsonl", [{**row, column: value} for column, value in edits.items()])
        assert audit(path, progress=False).failed == len(edits)

    def test_the_card_counts_and_warns(self, built: tuple[str, Path]) -> None:
        name, out = built
        card = (out / "README.md").read_text()
        assert "## Problems from outside" in card
        assert "\n\n\n" not in card.split("~~~~~")[0]
        assert f"- {name}, left out: " in card
        assert ("may not be passed on" in card) == (name in ("openmath", "codeforces", "jsonl"))
        assert f"$ tracepile build --source {name} --from PATH --rows 14 --seed 0 --out hub" in card


def test_withheld_licences_stop_publishing(tmp_path: Path) -> None:
    for name in ("gsm8k", "openmath"):
        made(write(tmp_path / f"{name}.jsonl", outside.SOURCES[name]["kept"]), tmp_path / "out", name, 4)
    known = manifest.load(tmp_path / "out")
    assert known
    assert manifest.withheld(known) == {"openmath": ["LicenseRef-NVIDIA"]}
    with pytest.raises(TracePileError, match=r"openmath: LicenseRef-NVIDIA.*--may-redistribute"):
        manifest.check_redistribution(known)
    manifest.check_redistribution(known, insist=True)
    del known["configs"]["openmath"]
    manifest.check_redistribution(known)


class TestBuild:
    def test_any_number_of_workers_gives_the_same_bytes(self, tmp_path: Path) -> None:
        path = write(tmp_path / "rows.jsonl", [*lines("jsonl"), *([{"code": "print(1 +)"}] * 60)])
        for workers in (1, 2):
            made(path, tmp_path / str(workers), "jsonl", 20, workers)
        assert tree(tmp_path / "1") == tree(tmp_path / "2")

    def test_an_interrupted_build_goes_on(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(collecting, "BATCH_ROWS", 2)
        path = write(tmp_path / "rows.jsonl", lines("jsonl"))
        made(path, tmp_path / "whole", "jsonl")
        check, seen = collecting._check, Counter[str]()

        def stopping(*arguments: Any) -> None:
            seen["checked"] += 1
            if seen["checked"] == 6:
                raise KeyboardInterrupt
            check(*arguments)

        monkeypatch.setattr(collecting, "_check", stopping)
        with pytest.raises(TracePileError, match="run the same command again"):
            made(path, tmp_path / "out", "jsonl")
        made(path, tmp_path / "out", "jsonl")
        assert seen["checked"] < 2 * 6 + 3, "what was committed is not run again"
        assert tree(tmp_path / "out") == tree(tmp_path / "whole")

    def test_a_build_that_is_there_is_kept_and_one_of_other_rows_is_not_lost(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = write(tmp_path / "rows.jsonl", outside.JSONL["kept"])
        made(path, tmp_path / "out", "jsonl", 6)
        made(path, tmp_path / "out", "jsonl", 6)
        assert "up to date" in capsys.readouterr().err
        write(path, outside.JSONL["kept"][:3])
        with pytest.raises(TracePileError, match="would be lost: origin"):
            made(path, tmp_path / "out", "jsonl", 6)

    def test_a_source_and_a_config_share_a_folder(self, tmp_path: Path) -> None:
        build(["math"], 4, 0, tmp_path / "out", 1, Options(), progress=False)
        made(write(tmp_path / "rows.jsonl", outside.GSM8K["kept"]), tmp_path / "out", "gsm8k", 6)
        assert audit(tmp_path / "out", progress=False).passed == 10

    def test_too_few_distinct_rows(self, tmp_path: Path) -> None:
        path = write(tmp_path / "rows.jsonl", outside.JSONL["kept"][3:4])
        with pytest.raises(TracePileError, match=r"jsonl has only \d distinct rows among \d+: ask for fewer --rows"):
            made(path, tmp_path / "out", "jsonl", 30, kinds=("output",))

    def test_each_program_comes_before_one_comes_again(self) -> None:
        for length in (1, 2, 7, 12):
            for around in range(3):
                turns = {_turn(length, "jsonl:0", around * length + place) for place in range(length)}
                assert turns == set(range(length))

    def test_the_limit_is_one_of_rows_read(self, tmp_path: Path) -> None:
        path = write(tmp_path / "rows.jsonl", lines("gsm8k"))
        entry = made(path, tmp_path / "out", "gsm8k", 3, limit=2)["configs"]["gsm8k"]
        assert (entry["collected"]["rows"], entry["collected"]["programs"]) == (2, 2)


class TestHostile:
    def test_hostile_programs_are_counted_and_harmless(self, tmp_path: Path) -> None:
        canary = tmp_path / "canary"
        bad = [{"code": code.format(canary=canary)} for code in outside.HOSTILE.values()]
        bad += [{"code": "print(" + "(" * 3000 + ")" * 3000 + ")"}, {"code": "x = 1\n" * 10_000}, {"code": "\0"}]
        path = write(tmp_path / "rows.jsonl", [*bad, *outside.JSONL["kept"][:1]])
        entry = made(path, tmp_path / "out", "jsonl", 3)["configs"]["jsonl"]
        assert entry["collected"]["programs"] == 1
        assert sum(entry["collected"]["rejected"].values()) == len(bad)
        assert not canary.exists()

    def test_a_forged_record_is_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = write(tmp_path / "rows.jsonl", outside.JSONL["kept"][:1])
        made(path, tmp_path / "first", "jsonl", 1)
        forged = json.dumps(records(tmp_path / "first")[0] | {"code": "print(2)\n"})
        for text in (forged, "[]", "{", "{}"):
            monkeypatch.setattr("generator.foreign.guarded_twice", lambda *_, text=text, **__: text)
            with pytest.raises(TracePileError, match="was rejected 60 times"):
                made(path, tmp_path / "out", "jsonl", 1)

    def test_a_row_that_is_not_what_its_columns_promise(self, tmp_path: Path) -> None:
        rows = [outside.stones("print(1)\n", **{"demo-input": [["x"]], "test_cases": [3, {"input": 2}], "tags": 7})]
        rows += [outside.stones("print(1)\n", contestId={}, index="A" * 3, tags=[["x"]])]
        with pytest.raises(TracePileError, match="none of the 2 rows"):
            made(write(tmp_path / "rows.jsonl", rows), tmp_path / "out", "codeforces")


class TestReading:
    def read(self, path: Path, name: str = "jsonl", limit: int = 0) -> list[Any]:
        return list(rows_of(Origin(source(name), path, limit)))

    def test_each_kind_of_file(self, tmp_path: Path) -> None:
        rows = outside.GSM8K["kept"]
        write(tmp_path / "a.jsonl", rows)
        (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress((tmp_path / "a.jsonl").read_bytes()))
        (tmp_path / "c.json").write_text(json.dumps(rows))
        pq.write_table(pa.Table.from_pylist(rows), tmp_path / "d.parquet")
        (tmp_path / "e.txt").write_text("not read")
        found = self.read(tmp_path, "gsm8k")
        assert [one.row for one in found] == rows * 4
        assert [one.where for one in found[:: len(rows)]] == [
            "a.jsonl, line 1",
            "b.jsonl.gz, line 1",
            "c.json, row 1",
            "d.parquet, row 1",
        ]
        assert self.read(tmp_path, "gsm8k", 5) == found[:5]

    def test_codeforces_as_parquet(self, tmp_path: Path) -> None:
        rows = [outside.stones(outside.COUNTING), outside.HALVES]
        pq.write_table(pa.Table.from_pylist(rows), tmp_path / "rows.parquet")
        entry = made(tmp_path / "rows.parquet", tmp_path / "out", "codeforces", 6)["configs"]["codeforces"]
        assert entry["collected"]["programs"] == 2
        assert entry["collected"]["inputs"] > 2 + 2, "inputs near to the given ones are tried, too"

    def test_a_line_that_is_not_json_is_counted(self, tmp_path: Path) -> None:
        path = tmp_path / "rows.jsonl"
        path.write_text('{"code": \n\n[1]\n' + "[" * 100_000 + "\n")
        assert [(one.where, one.fault) for one in self.read(path)] == [
            ("rows.jsonl, line 1", "not JSON"),
            ("rows.jsonl, line 3", "not a JSON object"),
            ("rows.jsonl, line 4", "not JSON"),
        ]

    @pytest.mark.parametrize(
        ("name", "content", "message"),
        [
            ("rows.json", b"{", "is not JSON"),
            ("rows.parquet", b"PAR1", "is damaged, or not Parquet"),
            ("rows.jsonl.gz", b"{}", "can't be read"),
            ("rows.jsonl.gz", gzip.compress(b"{}\n" * 9000, mtime=0)[:-20], "can't be read"),
            ("rows.csv", b"", "holds no rows of gsm8k"),
        ],
    )
    def test_files_that_cannot_be_read(self, tmp_path: Path, name: str, content: bytes, message: str) -> None:
        (tmp_path / name).write_bytes(content)
        with pytest.raises(TracePileError, match=f"{tmp_path / name} {message}"):
            self.read(tmp_path / name, "gsm8k")

    def test_what_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(TracePileError, match=r"there is no file or folder .*nowhere: --from"):
            self.read(tmp_path / "nowhere")

    def test_missing_columns_are_told_with_file_and_line(self, tmp_path: Path) -> None:
        path = write(tmp_path / "rows.jsonl", [{"question": "What?"}, {"question": "Who?"}])
        told = (
            r"none of the 2 rows of .*rows.jsonl can be used: 2 missing column "
            r"\(rows.jsonl, line 1: lacks answer; a row of gsm8k has `question` \(a text\), `answer` \(a text\)\)"
        )
        with pytest.raises(TracePileError, match=told):
            made(path, tmp_path / "out", "gsm8k")

    def test_a_column_that_nobody_knows(self, tmp_path: Path) -> None:
        path = write(tmp_path / "rows.jsonl", [{"code": "print(1)", "entri": "f"}])
        with pytest.raises(TracePileError, match=r"1 unknown column \(.*'entri'. Did you mean entry\? Known: code"):
            made(path, tmp_path / "out", "jsonl")

    def test_an_empty_file(self, tmp_path: Path) -> None:
        with pytest.raises(TracePileError, match=r"none of the 0 rows of .* can be used: nothing was read"):
            made(write(tmp_path / "rows.jsonl", []), tmp_path / "out", "gsm8k")

    def test_an_unknown_source(self) -> None:
        with pytest.raises(
            TracePileError, match=r"unknown source 'gsm8'. Did you mean gsm8k\? Known: codeforces, gsm8k"
        ):
            source("gsm8")


class TestHub:
    @pytest.fixture
    def hub(self, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
        """A Hub that has GSM8K, and the calls that it got."""
        calls: list[Any] = []

        def load_dataset(name: str, subset: str | None, **more: Any) -> Iterator[Any]:
            calls.append((name, subset, more))
            return iter(outside.GSM8K["kept"])

        monkeypatch.setattr("datasets.load_dataset", load_dataset)
        monkeypatch.setattr("huggingface_hub.HfApi.dataset_info", lambda *_: SimpleNamespace(sha="f00"))
        return calls

    def test_rows_stream_from_one_state_of_the_hub(self, hub: list[Any], tmp_path: Path) -> None:
        entry = made(None, tmp_path / "out", "gsm8k", 4)["configs"]["gsm8k"]
        assert entry["made_from"]["origin"] == {"source": "gsm8k", "limit": 0, "hub": "openai/gsm8k", "revision": "f00"}
        assert hub == [("openai/gsm8k", "main", {"split": "train", "streaming": True, "revision": "f00"})]

    def test_what_has_no_place_on_the_hub(self, tmp_path: Path) -> None:
        with pytest.raises(TracePileError, match="jsonl has no place on the Hub: say with --from"):
            made(None, tmp_path / "out", "jsonl")

    def test_a_hub_that_cannot_be_reached(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def dataset_info(*_: Any) -> Any:
            raise ConnectionError("no route")

        monkeypatch.setattr("huggingface_hub.HfApi.dataset_info", dataset_info)
        with pytest.raises(TracePileError, match=r"openai/gsm8k can't be read .*no route.*--from"):
            made(None, tmp_path / "out", "gsm8k")


def test_a_folder_of_python_files(tmp_path: Path) -> None:
    for name, text in FOLDER.items():
        (tmp_path / "mine" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mine" / name).write_text(text)
    entry = made(tmp_path / "mine", tmp_path / "out", "jsonl", 14)["configs"]["jsonl"]
    assert entry["collected"]["rejected"] == {"not Python": 1, "another output": 1}
    rows = records(tmp_path / "out")
    assert {row["task"] for row in rows} == {"squares", "double", "plain"}
    assert {row["entry"] or row["input"] for row in rows} <= {"solve(4)", "solve(2) + solve(3)", "21\n", "5\n", ""}
    [problem] = {row["problem"] for row in rows if row["task"] == "squares"}
    assert problem == "Add the squares of the numbers below n."
    assert not any(">>>" in row["prompt"] for row in rows)
    (tmp_path / "mine" / "double1.in").write_text("22\n")
    assert [file.name for file in files_of(Origin(source("jsonl"), tmp_path / "mine"))] == [
        "broken.py", "plain.py", "double.py", "squares.py", "wrong.py",
    ]  # fmt: skip
    with pytest.raises(TracePileError, match="would be lost"):
        made(tmp_path / "mine", tmp_path / "out", "jsonl", 14)


# Each source by itself


@pytest.mark.parametrize(
    ("blocks", "script"),
    [
        (["a = 2\na * 3"], "a = 2\nprint(a * 3)\n"),
        (["a = 2\na", "a + 1"], "a = 2\nprint(a)\nprint(a + 1)\n"),
        (["print(1)"], "print(1)\n"),
        (["x = [2]\nx.append(1)", "x"], "x = [2]\nx.append(1)\nprint(x)\n"),
        (["def f():\n    print(1)\nf()"], "def f():\n    print(1)\nf()\n"),
        (["def f():\n    return 1\nf()"], "def f():\n    return 1\nprint(f())\n"),
        (["'''a comment'''"], "'''a comment'''\n"),
        (["max(\n    1,\n    2,\n)  # the larger"], "print(max(\n    1,\n    2,\n))  # the larger\n"),
        (["é = 1; é"], "é = 1; print(é)\n"),
        (["if True:\n    3"], "if True:\n    3\n"),
    ],
)
def test_blocks_are_joined_as_a_notebook(blocks: list[str], script: str) -> None:
    assert notebook(blocks) == script


def program(name: str, row: dict[str, Any]) -> Any:
    [found] = SOURCES[name].programs(row)
    return found


def test_calculator_marks_become_a_program() -> None:
    code = program("gsm8k", outside.GSM8K["kept"][0]).code
    assert code == ("apples = 12 * 2\napples_together = 12 + apples\npies = apples_together // 9\nprint(pies)\n")


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        (
            "Half of 10?",
            "It is 10/2=<<10/2=5>>5 cups. So 5/2=<<5/2=2.5>>2.5 jars.\n#### 2.5",
            "cups = 10 // 2\njars = cups / 2\nprint(jars)\n",
        ),
        ("Add 2 and 3.", "The sum is <<2+3=5>>5 in all.\n#### 5", "result = 2 + 3\n"),
        ("It has 24 hours.", "<<12*2=24>>24 pens. <<24*3=72>>72 pens.\n#### 72", "pens = 12 * 2\npens_2 = 24 * 3"),
        (
            "What?",
            "<<4*12=48>>48 cars. <<6*8=48>>48 vans. <<48+48=96>>96 in all. <<96+96=192>>192 ends.\n#### 192",
            "cars = 4 * 12\nvans = 6 * 8\n",
        ),
        ("What?", "<<05*.5=2.5>>2.5 class.\n#### 2.5", "result = 5 * 0.5\n"),
    ],
)
def test_marks_and_names(question: str, answer: str, code: str) -> None:
    found = program("gsm8k", {"question": question, "answer": answer}).code
    assert found.startswith(code)
    compile(found, "gsm8k", "exec")


def test_calls_are_taken_from_asserts() -> None:
    found = program("humaneval", outside.HUMANEVAL["kept"][0])
    assert [(run.entry, run.expected) for run in found.runs] == [
        ("rising([1, 3, 2, 5, 4])", "2"),
        ("rising([4, 3, 2, 1])", "0"),
    ]
    assert found.statement == "Count the values that exceed the one before."
    assert '"""' not in found.code


def test_docstrings_leave_without_a_trace() -> None:
    text = 'def f(x):\n    """Say.\n\n    >>> f(1)\n    """\n\n    return x\n\n\ndef g():\n    """Only this."""\n'
    assert without_docstrings(text) == 'def f(x):\n    return x\n\n\ndef g():\n    """Only this."""\n'


def test_inputs_near_to_a_given_one_keep_its_shape() -> None:
    from random import Random

    stdin = "3 2\n10 20 30\nabc\n-5 x7\n"
    rng = Random(0)
    found = {near(stdin, rng) for _ in range(200)}
    assert len(found) > 20
    for text in found:
        assert text.startswith("3 2\n")
        assert [len(line.split()) for line in text.splitlines()] == [2, 3, 1, 2]
        assert re.fullmatch(r"3 2\n\d{1,2} \d{1,2} \d{1,2}\n[abc]{3}\n-?\d (x7|77|xx)\n", text), text


@pytest.mark.parametrize(
    ("agrees", "expected", "found", "same"),
    [
        (same_tokens, "1 2\n3", "1  2 \n 3\n", True),
        (same_tokens, "1 2", "1 3", False),
        (same_tokens, "0.333333333", "0.3333333", True),
        (same_tokens, "3", "3.0", False),
        (same_tokens, "1000000007", "1000000008", False),
        (same_tokens, "YES", "Yes", False),
        (same_value, "[1, 2]", "(1, 2)", True),
        (same_value, "{'a': 0.1}", "{'a': 0.10000000001}", True),
        (same_value, "[1, 2]", "[1, 3]", False),
        (same_value, "1", "'1'", False),
        (same_value, "a b", "a b\n", True),
        (same_number, "1,300", "x\n1300.0\n", True),
        (same_number, "5", "6", False),
        (same_number, "5", "five", False),
        (same_answer, "\\frac{1}{2}", "0.5\n", True),
        (same_answer, "-\\frac34", "-3/4", True),
        (same_answer, "12\\sqrt{3}", "20.784609690826528", True),
        (same_answer, "90^\\circ", "90.0", True),
        (same_answer, "\\$18.90", "18.9", True),
        (same_answer, "2", "[1, 2]", False),
        (same_answer, "2", "the answer is 2", True),
        (same_answer, "2", "1 or 2", False),
        (same_answer, "9", "9**9**9**9", False),
        (same_answer, "9^{9^{9^9}}", "9", False),
        (same_answer, "Evelyn", "Evelyn", True),
    ],
)
def test_answers(agrees: Callable[[str, str], bool], expected: str, found: str, same: bool) -> None:
    assert agrees(expected, found) is same


def test_a_missing_comparison_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.sources.answers.find_spec", lambda _: None)
    with pytest.raises(TracePileError, match=r"pip install 'tracepile\[sources\]'"):
        same_answer("\\frac{1}{2}", "0.5")


def test_splits_are_about_ninety_five_five() -> None:
    shares = Counter(split_of(group_of(f"problem {number}", "")) for number in range(4000))
    assert 3500 < shares["train"] < 3700
    assert min(shares["validation"], shares["test"]) > 150


def test_a_row_is_made_again_from_itself_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", outside.GSM8K["kept"])
    made(path, tmp_path / "out", "gsm8k", 2)
    row = records(tmp_path / "out")[0]
    provenance = row["provenance"]
    assert pipeline.foreign_row(problem_of(row), Options(), (0, provenance["index"], provenance["attempt"])) == row


# Real data, where it is at hand


@pytest.mark.skipif(not DATA.exists(), reason="the real data are not part of the project")
class TestRealData:
    def test_most_of_gsm8k_converts(self) -> None:
        outcomes: Counter[str] = Counter()
        for incoming in rows_of(Origin(source("gsm8k"), DATA / "gsm8k-train.jsonl")):
            try:
                compile(program("gsm8k", dict(incoming.row)).code, "gsm8k", "exec")
                outcomes["converted"] += 1
            except Rejected as verdict:
                outcomes[verdict.reason] += 1
        assert sum(outcomes.values()) == 7473
        assert outcomes["converted"] > 7300

    def test_humaneval_from_its_file(self, tmp_path: Path) -> None:
        entry = made(DATA / "humaneval.jsonl.gz", tmp_path / "out", "humaneval", 20, 2)["configs"]["humaneval"]
        assert entry["collected"]["rows"] == 164
        assert entry["collected"]["programs"] > 115
        assert audit(tmp_path / "out", progress=False, workers=2).failed == 0
