"""Whether a built folder is whole: its files are those of its manifest, and its build was finished."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator import manifest
from generator.manifest import PARTS, Entry, Manifest
from generator.reading import units
from generator.types import TracePileError


@dataclass(frozen=True, slots=True)
class Failure:
    """A row, or a file of a built folder, that is not what it should be; config is empty for what belongs to none."""

    id: str
    file: str
    config: str
    reason: str
    detail: str


def faults(folder: Path) -> Iterator[Failure]:
    """What a built folder has otherwise than its manifest says; anything else than a built folder has no faults."""
    known = manifest.load(folder)
    if known is None:
        return
    if not known["configs"]:
        raise TracePileError(f"{folder} holds an unfinished build and no rows: run the same `tracepile build` again")
    yield from _unfinished(folder, known)
    found = chain(
        (("", file, reason) for file, reason in manifest.damage(folder, known["files"])),
        _of_configs(folder, known),
        (("", file, "unlisted file") for file in _unlisted(folder, known)),
    )
    for name, file, reason in found:
        yield Failure(file, str(folder / file), name, reason, "not as the manifest says")


def _unfinished(folder: Path, known: Manifest) -> Iterator[Failure]:
    """What was begun here and is not there: configs that never came, or another build of those that are there."""
    advice = "run the same `tracepile build` again"
    for name in known["unfinished"]:
        yield Failure(name, str(folder), name, "unfinished build", f"{name} was asked for and isn't there: {advice}")
    if (folder / PARTS).exists() and not known["unfinished"]:
        detail = f"a build is going on or was interrupted: {advice}, or remove {PARTS} to keep what is there"
        yield Failure(PARTS, str(folder / PARTS), "", "unfinished build", detail)


def _of_configs(folder: Path, known: Manifest) -> Iterator[tuple[str, str, str]]:
    """(config, file, what is wrong) for the files of the configs."""
    for name, entry in known["configs"].items():
        for file, reason in chain(manifest.damage(folder, entry["files"]), _miscounted(folder, name, entry)):
            yield name, file, reason


def _unlisted(folder: Path, known: Manifest) -> Iterator[str]:
    """The files where readers look for rows, schemas and the card that the manifest doesn't know."""
    listed = set(known["files"]).union(*(entry["files"] for entry in known["configs"].values()))
    for path in sorted([*folder.glob("data/**/*.parquet"), *folder.glob("schema/*"), *folder.glob("README.md")]):
        if (file := path.relative_to(folder).as_posix()) not in listed:
            yield file


def _miscounted(folder: Path, name: str, entry: Entry) -> Iterator[tuple[str, str]]:
    for split, counts in entry["splits"].items():
        paths = (folder / "data" / name).glob(f"{split}-*.parquet")
        if sum(unit.rows for unit in units(list(paths))) != counts["rows"]:
            yield f"data/{name}/{split}", "wrong number of rows"
