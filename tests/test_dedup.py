"""Duplicates that are planted are counted, and none stand across train and test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import drawn
from generator import alpha, cleaning, dedup, pipeline
from generator.configs import CONFIGS
from generator.dedup import Near, as_json, duplicates, runs, split_of, straddling
from generator.shingles import words
from generator.types import Record, TracePileError

ROWS = [pipeline.make_row("algorithm", 5, number).record for number in range(30)]
DRAWN = 50_000


def renamed(record: Record) -> Record:
    """The same row about a program whose names are numbers."""
    known = alpha.program(record["code"])
    texts = {name: known.question(record[name]) for name in ("question", "completion")}
    code, entry = known.renamed(record["code"]), known.renamed(record["entry"])
    return {**record, **texts, "code": code, "entry": entry, "id": f"{record['id']}-renamed"}


def longer(record: Record, share: float) -> Record:
    """The same row with so much of its text said anew behind it."""
    said = words(record["completion"])
    more = " ".join(f"word{number}" for number in range(int(share * len(said))))
    return {**record, "completion": f"{record['completion']} {more}", "input": "other", "id": f"{record['id']}-longer"}


def write(folder: Path, **splits: list[Record]) -> Path:
    for split, rows in splits.items():
        (folder / f"{split}-00000-of-00001.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return folder


def test_exact_duplicates_are_found_under_other_names(tmp_path: Path) -> None:
    write(tmp_path, train=[*ROWS[:10], renamed(ROWS[2]), ROWS[3]], validation=[ROWS[20], ROWS[4]], test=[ROWS[21]])
    report = duplicates(tmp_path, (0.9,))
    assert report.rows == {"train": 12, "validation": 2, "test": 1}
    assert report.exact == {("train", "train"): 2, ("train", "validation"): 1}
    assert {twin.id for twin in report.twins if twin.kind == "exact"} >= {f"{ROWS[2]['id']}-renamed", ROWS[4]["id"]}


def test_near_duplicates_are_counted_by_threshold(tmp_path: Path) -> None:
    write(tmp_path, train=ROWS[:15], test=[longer(ROWS[1], 0.05), longer(ROWS[2], 0.3), longer(ROWS[3], 3.0)])
    report = duplicates(tmp_path, (0.6, 0.9))
    assert report.near[0.9]["train", "test"] == 1
    assert report.near[0.6]["train", "test"] == 2
    assert not report.exact
    assert report.programs[0.9] == len({dedup.program(row["code"]) for row in ROWS[1:4]})
    assert report.straddles


def test_minhash_proposes_what_all_pairs_would_give() -> None:
    sets = [runs(words(row["completion"])) for row in ROWS]
    sets += [runs(words(longer(row, 0.2)["completion"])) for row in ROWS]
    near, found = Near(0.6), set()
    for number, of in enumerate(sets):
        found |= {(number, other) for other, _ in near.like(of, add=True)}
    pairs = ((one, other) for one in range(len(sets)) for other in range(one))
    assert found == {pair for pair in pairs if dedup.jaccard(sets[pair[0]], sets[pair[1]]) >= 0.6}


def test_a_program_of_test_that_train_has_is_found() -> None:
    codes = [dedup.tokens(row["code"]) for row in ROWS[:3]]
    changed = codes[1].replace("return", "pass\n    return", 1)
    found = straddling({"a": codes[0], "b": codes[1]}, {"c": changed, "d": codes[2]}, 0.7)
    assert found["c"][0] == "b"
    assert 0.7 <= found["c"][1] < 1


@pytest.mark.parametrize(
    ("name", "split"),
    [("test-00000-of-00001.parquet", "test"), ("validation.jsonl", "validation"), ("x.jsonl", "train")],
)
def test_a_file_belongs_to_the_split_of_its_name(name: str, split: str) -> None:
    assert split_of(Path(name)) == split


def test_the_command_tells_and_fails_where_train_and_test_share(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cleaning.duplicates(str(write(tmp_path, train=ROWS[:4])))
    assert "4 train rows" in capsys.readouterr().out
    write(tmp_path, test=[ROWS[3]])
    with pytest.raises(SystemExit) as end:
        cleaning.duplicates(str(tmp_path), [0.8], as_json=True)
    assert end.value.code == 1
    found = json.loads(capsys.readouterr().out)
    assert found["exact"] == found["near"]["0.8"] == {"train/test": 1}
    assert found["programs"] == {"0.8": 1, "1": 1}
    assert found == json.loads(json.dumps(as_json(duplicates(tmp_path, [0.8]))))


def test_what_cannot_be_counted_is_refused(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("")
    with pytest.raises(TracePileError, match="holds no rows"):
        duplicates(tmp_path / "none.jsonl", (0.8,))
    with pytest.raises(TracePileError, match="--threshold"):
        duplicates(tmp_path / "none.jsonl", (0.0,))


@pytest.mark.parametrize("config", CONFIGS)
def test_no_program_stands_in_train_and_test(config: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """50,000 rows in all: every program before it is rewritten; after it, those of test and of a tenth of train.

    `python benchmarks/splits.py` draws all of them rewritten, in minutes.
    """
    rows = range(-(-DRAWN // len(CONFIGS)))
    drawn.unproven(monkeypatch)
    found = {split: {} for split in ("train", "test")}
    for split, every in (("train", 10), ("test", 1)):
        found[split] |= drawn.programs(config, 0, rows[::every], (split,))[split]
    with monkeypatch.context() as patch:
        drawn.originals(patch)
        for split, programs in drawn.programs(config, 0, rows, ("train", "test")).items():
            found[split] |= programs
    assert len(found["test"]) > 20
    assert not found["train"].keys() & found["test"].keys()
    assert not straddling(found["train"], found["test"], 0.8)
