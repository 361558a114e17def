"""Whether a built folder is ready to be published: whole, proven by a sample, readable, and free to be passed on."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator import manifest
from generator.audit import audit
from generator.engine.isolation import Level
from generator.hub import REPOSITORY, first_line
from generator.manifest import Manifest
from generator.types import TracePileError

UNTOUCHED = "Nothing was published"


def manifest_of(folder: Path, repo: str, *, may_redistribute: bool) -> Manifest:
    """The manifest of a folder that may be published as far as it alone tells."""
    if not REPOSITORY.fullmatch(repo):
        raise TracePileError(f"{repo!r} is no name of a dataset on the Hub: give org/name")
    known = manifest.load(folder)
    if not known or not known["configs"]:
        raise TracePileError(f"{folder} holds no built dataset: build one first, with `tracepile build --out {folder}`")
    manifest.check_redistribution(known, insist=may_redistribute)
    version_of(known)
    for name in {repo.partition("/")[2], folder.resolve().name}:
        if (folder / f"{name}.py").exists():
            raise TracePileError(f"{folder / name}.py keeps load_dataset from reading the folder: remove it")
    return known


def version_of(known: Manifest) -> str:
    """The version that all rows of a folder were made by."""
    found = sorted({entry["made_from"]["version"] for entry in known["configs"].values()})
    if len(found) > 1:
        raise TracePileError(f"the configs were built by different versions, {', '.join(found)}: build them again")
    return found[0]


def check_rows(folder: Path, sample: int, workers: int, needed: Level, *, progress: bool) -> None:
    """Stop unless the files are those of the manifest and a sample of the rows is proven again."""
    report = audit(folder, sample=sample, workers=workers, progress=progress, needed=needed)
    if report.failed:
        first = report.failures[0]
        raise TracePileError(
            f"{folder} fails {report.failed} checks, the first being {first.file}: {first.id}: {first.reason}: "
            f"{first.detail}. {UNTOUCHED}: see all with `tracepile verify {folder}`, then build again"
        )


def check_loads(folder: Path, known: Manifest) -> None:
    """Stop unless the card's YAML makes `datasets` expect the configs, splits and counts of the manifest."""
    from yaml import YAMLError  # noqa: PLC0415 - as what reads it

    expected = {
        name: {split: counts["rows"] for split, counts in entry["splits"].items()}
        for name, entry in known["configs"].items()
    }
    try:
        found = _counts_of_card(folder)
    except (YAMLError, ValueError, LookupError, OSError) as error:
        raise TracePileError(
            f"load_dataset can't read {folder}: {first_line(error)} {UNTOUCHED}: build again"
        ) from error
    if found != expected:
        raise TracePileError(f"the card of {folder} tells of {found}, and the manifest of {expected}: build again")


def _counts_of_card(folder: Path) -> dict[str, dict[str, int]]:
    """Rows by config and split, as `datasets` expects them before it reads any."""
    from datasets import get_dataset_config_names, load_dataset_builder  # noqa: PLC0415 - a second

    path = str(folder)
    with tempfile.TemporaryDirectory() as cache:
        infos = {
            name: load_dataset_builder(path, name, cache_dir=cache).info for name in get_dataset_config_names(path)
        }
    return {
        name: {split: one.num_examples for split, one in (info.splits or {}).items()} for name, info in infos.items()
    }
