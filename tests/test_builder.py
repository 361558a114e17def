"""The datasets builder: the rows of `tracepile build`, made on the fly, and never taken from a stale cache."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import datasets
import pyarrow.parquet as pq
import pytest
from datasets.utils.metadata import MetadataConfigs
from huggingface_hub import DatasetCard

import tracepile
from generator import pipeline
from generator.build import build
from generator.card import render
from generator.configs import CONFIGS
from generator.loadcheck import loadcheck
from generator.manifest import load as load_manifest
from generator.records import columns, features
from generator.types import SPLITS, Options, TracePileError

DATASETS36 = os.environ.get("TRACEPILE_DATASETS36")
READ = """
import sys, datasets
assert datasets.__version__.startswith("3.6."), datasets.__version__
for config in ("math", "algorithm", "competition"):
    made = datasets.load_dataset(sys.argv[1], config, cache_dir=sys.argv[2])
    streamed = datasets.load_dataset(sys.argv[1], config, cache_dir=sys.argv[2], streaming=True)
    print(config, {split: len(rows) for split, rows in made.items()})
    assert all(list(rows) == list(streamed[split]) for split, rows in made.items())
"""
pytestmark = pytest.mark.filterwarnings(
    "ignore:This process .* is multi-threaded:DeprecationWarning"  # datasets forks its workers
)


def load(tmp_path: Path, **arguments: Any) -> Any:
    return tracepile.load(**{"config": "math", "rows": 600, "seed": 3, "cache_dir": str(tmp_path), **arguments})


@pytest.fixture
def hub(fake_pipeline: None, tmp_path: Path) -> Path:
    build(CONFIGS, 120, 0, tmp_path / "hub", 1, Options(), progress=False)
    return tmp_path / "hub"


class TestBuilder:
    @pytest.fixture(autouse=True)
    def _fake(self, fake_pipeline: None) -> None: ...

    def test_processes_and_streams_give_the_same_rows(self, tmp_path: Path) -> None:
        alone = load(tmp_path / "1")
        together = load(tmp_path / "2", num_proc=2)
        streamed = load(tmp_path / "3", streaming=True)
        assert list(alone) == list(together) == list(streamed) == list(SPLITS)
        for split in SPLITS:
            assert alone[split].to_list() == together[split].to_list() == list(streamed[split])
        assert 500 < sum(map(len, alone.values())) <= 600

    def test_a_row_equals_the_built_row_of_its_id(self, tmp_path: Path) -> None:
        build(["math"], 600, 3, tmp_path / "hub", 1, Options(), progress=False)
        for split in SPLITS:
            [path] = (tmp_path / "hub" / "data" / "math").glob(f"{split}-*")
            built = {row["id"]: row for row in pq.read_table(path).to_pylist()}
            generated = {row["id"]: row for row in load(tmp_path, split=split).to_list()}
            common = built.keys() & generated.keys()
            assert len(common) > 0.9 * len(built)
            assert all(built[name] == generated[name] for name in common)

    def test_columns_are_those_of_the_schema(self, tmp_path: Path) -> None:
        assert tuple(load(tmp_path, rows=20, split="train").column_names) == columns()
        traced = load(tmp_path, rows=20, split="train", with_trace=True)
        assert tuple(traced.column_names) == columns(with_trace=True)
        assert traced.features == features(with_trace=True)

    def test_options_decide_the_rows(self, tmp_path: Path) -> None:
        assert {row["narrator"] for row in load(tmp_path, rows=20, split="train", narrator="other")} == {"other"}
        listed = tracepile.TracePile(config_name="math", kinds=["output"], cache_dir=str(tmp_path))
        assert listed.config.options == Options(kinds=("output",))

    def test_another_generator_reads_no_old_cache(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = load(tmp_path, rows=20, split="train")
        made = pipeline.make_row

        def changed(*row: Any) -> Any:
            result = made(*row)
            result.record["completion"] += " Indeed."
            return result

        monkeypatch.setattr(pipeline, "make_row", changed)
        assert load(tmp_path, rows=20, split="train").to_list() == before.to_list(), "the cache is in use"
        monkeypatch.setattr(tracepile, "generator_hash", lambda: "another")
        assert load(tmp_path, rows=20, split="train")["completion"][0].endswith("Indeed.")

    def test_few_rows_leave_splits_out(self, tmp_path: Path) -> None:
        assert list(load(tmp_path, rows=1)) == [pipeline.split_of("math", 3, 0)]

    def test_an_error_says_which_row(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def make_row(*_: Any) -> Any:
            raise TracePileError("no attempt succeeded")

        monkeypatch.setattr(pipeline, "make_row", make_row)
        with pytest.raises(TracePileError, match=r"math row \d+ \(seed 3\): no attempt succeeded"):
            next(iter(load(tmp_path, rows=20, streaming=True, split="train")))


def test_the_config_has_every_option_with_its_default() -> None:
    config = {field.name: field.default for field in fields(tracepile.TracePileConfig)}
    assert all(config[field.name] == field.default for field in fields(Options))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"config": "maths"}, r"unknown config 'maths'. Did you mean math\?"),
        ({"kind": ("output",)}, r"unknown option 'kind'. Did you mean kinds\?"),
        ({"rows": 0}, "rows must be at least 1"),
    ],
)
def test_bad_input_is_said(tmp_path: Path, arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(TracePileError, match=message):
        load(tmp_path, **arguments)


def test_only_the_shards_are_divided_among_processes(tmp_path: Path) -> None:
    builder = tracepile.TracePile(config_name="math", rows=600, cache_dir=str(tmp_path))
    for generator in builder._split_generators(None):
        lists = {name: value for name, value in generator.gen_kwargs.items() if isinstance(value, list)}
        assert lists == {"shards": [(0, 250), (250, 500), (500, 600)]}


def test_real_rows_are_the_same_built_generated_and_streamed(tmp_path: Path) -> None:
    build(["algorithm"], 20, 3, tmp_path / "hub", 1, Options(), progress=False)
    built = datasets.load_dataset(str(tmp_path / "hub"), "algorithm", cache_dir=str(tmp_path / "cache"))
    alone = load(tmp_path / "1", config="algorithm", rows=20)
    together = load(tmp_path / "2", config="algorithm", rows=20, num_proc=2)
    for split, rows in alone.items():
        generated = {row["id"]: row for row in rows.to_list()}
        assert all(row == generated.get(row["id"], row) for row in built[split].to_list())
        assert rows.to_list() == together[split].to_list()


class TestHub:
    def test_every_config_loads_as_the_manifest_says(self, hub: Path) -> None:
        loaded = loadcheck(hub)
        assert list(loaded) == sorted(CONFIGS)
        assert all(sum(splits.values()) == 120 for splits in loaded.values())

    def test_the_default_config_loads_by_itself(self, hub: Path, tmp_path: Path) -> None:
        rows = datasets.load_dataset(str(hub), split="train", cache_dir=str(tmp_path))
        assert set(rows["config"]) == {"algorithm"}
        assert rows.features == features()

    def test_streaming_reads_the_same(self, hub: Path, tmp_path: Path) -> None:
        made = datasets.load_dataset(str(hub), "math", cache_dir=str(tmp_path))
        streamed = datasets.load_dataset(str(hub), "math", streaming=True)
        assert all(list(streamed[split]) == rows.to_list() for split, rows in made.items())

    def test_the_card_holds_what_the_hub_reads(self, hub: Path) -> None:
        card = DatasetCard.load(hub / "README.md")
        configs = MetadataConfigs.from_dataset_card_data(card.data)
        assert list(configs) == list(CONFIGS)
        assert configs.get_default_config_name() == "algorithm"
        assert card.data.license == "apache-2.0"
        assert card.data.size_categories == "n<1K"
        for info in card.data.dataset_info:
            assert datasets.Features._from_yaml_list(info["features"]) == features()

    def test_the_card_tells_every_column_and_a_sample_of_each_config(self, hub: Path) -> None:
        text = (hub / "README.md").read_text()
        assert all(f"| `{column}` |" in text for column in columns(with_trace=True))
        assert all(f"\n### {config}\n" in text for config in CONFIGS)
        assert "too_long" in text
        assert "\n\n\n" not in text.split("~~~~~")[0]

    def test_the_card_follows_the_files(self, hub: Path) -> None:
        manifest = load_manifest(hub)
        assert manifest is not None
        assert render(hub, manifest) == (hub / "README.md").read_text()

    @pytest.mark.skipif(not DATASETS36, reason="TRACEPILE_DATASETS36 names no Python that has datasets 3.6")
    def test_datasets_3_6_reads_it(self, hub: Path, tmp_path: Path) -> None:
        command = [str(DATASETS36), "-c", READ, str(hub), str(tmp_path / "cache36")]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        read = subprocess.run(command, capture_output=True, text=True, check=False, env=clean)
        assert read.returncode == 0, read.stderr
        counts = {name: dict(sorted(splits.items())) for name, splits in loadcheck(hub).items()}
        for line in read.stdout.splitlines():
            name, splits = line.split(" ", 1)
            assert dict(sorted(eval(splits).items())) == counts[name]  # noqa: S307 - printed two lines above
        assert len(read.stdout.splitlines()) == len(CONFIGS)


def test_importing_the_builder_loads_no_model_library() -> None:
    program = "import tracepile, sys; sys.exit(bool({'torch', 'ray', 'transformers'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
