"""The tables and plots of a dataset: each figure is counted once more from the records."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from statistics import median

import pytest

from generator import commands, pipeline, stats
from generator.build import build
from generator.types import Options, TracePileError

ROWS = {name: [pipeline.make_row(name, 2, index).record for index in range(12)] for name in ("math", "algorithm")}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Some records, of which one stands there twice."""
    records = [*ROWS["math"], *ROWS["algorithm"], ROWS["math"][3]]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records))
    return path


def test_figures_are_those_of_the_records(file: Path) -> None:
    rows = stats.frame(file)
    found = json.loads(stats.as_json(rows))
    assert found["rows"] == {"math": 13, "algorithm": 12}
    assert found["distinct"] == {"math": pytest.approx(12 / 13), "algorithm": 1.0}
    algorithm = ROWS["algorithm"]
    assert found["sizes"]["algorithm"]["n_events median"] == median(row["n_events"] for row in algorithm)
    assert found["sizes"]["algorithm"]["characters largest"] == max(len(row["completion"]) for row in algorithm)
    for column in ("family", "question_kind", "style"):
        counts = Counter(row[column] for row in algorithm)
        shares = {value: share for value, share in found["shares"][column]["algorithm"].items() if share}
        assert shares == {value: pytest.approx(count / 12) for value, count in counts.items()}
    assert sum(found["shares"]["rewrites"]["math"].values()) == pytest.approx(1)


def test_tables_and_plots_are_made(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands.stats(str(file), plots=tmp_path / "plots")
    said = capsys.readouterr()
    assert "92.31%" in said.out
    assert "question_kind" in said.out
    for name in ("n_events", "characters", "question_kind", "family"):
        path = tmp_path / "plots" / f"{name}.png"
        assert path.read_bytes().startswith(b"\x89PNG")
        assert str(path) in said.err


def test_the_shards_of_a_built_folder_are_read(fake_pipeline: None, tmp_path: Path) -> None:
    build(["math", "algorithm"], 60, 0, tmp_path / "hub", 1, Options(), progress=False)
    assert stats.frame(tmp_path / "hub")["config"].value_counts().to_dict() == {"algorithm": 60, "math": 60}


def test_what_holds_no_rows_is_refused(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("")
    with pytest.raises(TracePileError, match="holds no rows"):
        stats.frame(tmp_path / "none.jsonl")
