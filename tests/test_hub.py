"""A dataset of the Hub is fetched and read like a folder; the Hub is a small server of this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from conftest import tree

import hub_server
from generator.build import build
from generator.hub import locate
from generator.types import Options, TracePileError
from hub_server import Repository

ROOT = Path(__file__).parent.parent
NAME = "maker/tracepile"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hub") / "built"
    build(["math"], 12, 0, folder, 1, Options(), progress=False)
    (folder / "weights.bin").write_bytes(b"not asked for")
    return folder


@pytest.fixture(scope="module")
def endpoint(built: Path) -> Iterator[str]:
    """The address of a Hub that holds the built folder."""
    with hub_server.serving() as hub:
        hub.repositories[NAME] = Repository()
        hub.repositories[NAME].commit(tree(built))
        yield hub.endpoint


def tracepile(endpoint: str, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "HF_HUB_OFFLINE"} | {
        "PYTHONPATH": str(ROOT),
        "HF_ENDPOINT": endpoint,
        "HF_HOME": str(folder / "cache"),
        "HF_HUB_DISABLE_XET": "1",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    }
    command = [sys.executable, "-m", "generator.cli", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_dataset_of_the_hub_is_verified_exported_and_explained(endpoint: str, built: Path, tmp_path: Path) -> None:
    report = tracepile(endpoint, tmp_path, "verify", NAME, "--json")
    assert report.returncode == 0, report.stderr
    assert json.loads(report.stdout)["configs"] == {"math": {"passed": 12}}
    assert not list((tmp_path / "cache").rglob("weights.bin")), "only what is read is fetched"
    exported = tracepile(endpoint, tmp_path, "export", NAME, "--format", "text")
    assert len(exported.stdout.splitlines()) == 12
    [shard] = built.glob("data/math/train-*")
    name = pq.read_table(shard)["id"].to_pylist()[0]
    assert tracepile(endpoint, tmp_path, "explain", name, "--in", NAME).stdout.startswith(name)


def test_a_dataset_that_is_not_there_is_said(endpoint: str, tmp_path: Path) -> None:
    done = tracepile(endpoint, tmp_path, "verify", "maker/nothing")
    assert done.returncode == 1
    assert "there is no file or folder maker/nothing here, and on the Hub no dataset maker/nothing" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_hub_that_does_not_answer_is_said(tmp_path: Path) -> None:
    done = tracepile("http://127.0.0.1:1", tmp_path, "verify", NAME)
    assert done.returncode == 1
    assert f"the dataset {NAME} can't be fetched" in done.stderr
    assert "Check the network" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_the_network_a_dataset_is_not_looked_for() -> None:
    with pytest.raises(TracePileError, match=r"can't be fetched.*HF_HUB_OFFLINE"):
        locate(NAME)


@pytest.mark.parametrize("place", ["nowhere", "a/b/c", "../x", "/var/x", "a/b.c/", ".cache/x"])
def test_what_is_no_name_of_a_dataset_is_a_path(place: str) -> None:
    assert locate(place) == Path(place)


def test_what_is_there_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maker" / "tracepile").mkdir(parents=True)
    assert locate(NAME) == Path(NAME)
