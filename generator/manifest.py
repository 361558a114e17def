"""The manifest: what a built folder holds, file by file, and what it was made from. No clock, no host."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NotRequired, TypedDict, cast

from generator import __version__
from generator.files import sha256_of, write_json
from generator.types import Options, TracePileError
from generator.version import generator_hash

NAME = "manifest.json"
CONTAMINATION = "contamination.json"
"""What was found of benchmarks: name -> counts, of the rows whose state it says."""
FORMAT = "tracepile"
PARTS = ".parts"
"""Where a build keeps its parts until it is finished: inside the folder, so on the same disk."""
OPEN = frozenset(
    "Apache-2.0 MIT BSD-2-Clause BSD-3-Clause ISC Zlib Unlicense 0BSD CC0-1.0 CC-BY-3.0 CC-BY-4.0 CC-BY-SA-3.0 "
    "CC-BY-SA-4.0 MPL-2.0 PSF-2.0 BSL-1.0 ODC-By-1.0".split()
)
"""The licences that are known to allow everybody to pass on what they cover; of any other it has to be asked."""
_SHAPE = {"format": str, "configs": dict, "files": dict, "unfinished": list}


class File(TypedDict):
    sha256: str
    bytes: int


class Split(TypedDict):
    rows: int
    arrow_bytes: int


class Made(TypedDict):
    """What a config was made from: equal values make equal bytes."""

    rows: int
    seed: int
    options: dict[str, Any]
    version: str
    generator: str
    origin: NotRequired[dict[str, Any]]
    """For a source: which rows its programs come from."""


class Collected(TypedDict):
    """What a source was found to hold; rejected counts the rows, programs and inputs that were left out, by reason."""

    rows: int
    programs: int
    inputs: int
    rejected: dict[str, int]


class Entry(TypedDict):
    """One config of a built folder."""

    made_from: Made
    splits: dict[str, Split]
    duplicates: int
    rejected: dict[str, int]
    counts: dict[str, dict[str, int]]
    """Column name -> value -> rows."""
    files: dict[str, File]
    collected: NotRequired[Collected]
    """For a source: what its rows came to."""
    model: NotRequired[dict[str, dict[str, int]]]
    """For a model as the narrator: question kind -> what came of the pieces, and of the texts that were proposed."""


class Manifest(TypedDict):
    """What a built folder holds; files are those that belong to no config, unfinished the configs still to come."""

    format: str
    configs: dict[str, Entry]
    files: dict[str, File]
    unfinished: list[str]


def empty() -> Manifest:
    """The manifest of a folder in which nothing has been built yet."""
    return Manifest(format=FORMAT, configs={}, files={}, unfinished=[])


def made_from(rows: int, seed: int, options: Options, origin: dict[str, Any] | None = None) -> Made:
    """What the running generator would make a config from."""
    chosen = json.loads(options.to_json())
    made = Made(rows=rows, seed=seed, options=chosen, version=__version__, generator=generator_hash())
    return {**made, "origin": origin} if origin else made


def load(folder: Path) -> Manifest | None:
    """The manifest of a built folder; None where there is none."""
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        found = {"files": {}, "unfinished": [], **json.loads(path.read_bytes())}
        if found.get("format") == FORMAT and {name: type(value) for name, value in found.items()} == _SHAPE:
            return cast("Manifest", found)
    except (ValueError, LookupError, TypeError):
        pass
    raise TracePileError(f"{path} is not a manifest of TracePile: choose another folder, or empty this one")


def withheld(manifest: Manifest) -> dict[str, list[str]]:
    """Config -> the licences of its rows that don't say that the rows may be passed on."""
    found = {
        name: sorted(set(entry["counts"].get("license", ())) - OPEN) for name, entry in manifest["configs"].items()
    }
    return {name: licences for name, licences in found.items() if licences}


def check_redistribution(manifest: Manifest, *, insist: bool = False) -> None:
    """Raise TracePileError where rows may not be passed on, as far as is known here, unless the user insists."""
    if (found := withheld(manifest)) and not insist:
        told = "; ".join(f"{name}: {', '.join(licences)}" for name, licences in found.items())
        raise TracePileError(
            f"the licences of some rows don't allow to publish them, or are not known to ({told}): leave these configs "
            "out, or pass --may-redistribute if you have the right to"
        )


def save(folder: Path, manifest: Manifest) -> None:
    """Put the manifest of a folder in place."""
    write_json(folder / NAME, manifest)


def describe(path: Path) -> File:
    """The entry of a file."""
    return File(sha256=sha256_of(path), bytes=path.stat().st_size)


def damage(folder: Path, files: Mapping[str, File]) -> Iterator[tuple[str, str]]:
    """(file, what is wrong) for each of some files that is missing or is not what was built."""
    for name, file in files.items():
        if not (folder / name).is_file():
            yield name, "missing file"
        elif describe(folder / name) != file:
            yield name, "changed file"


def state(manifest: Manifest) -> str:
    """A digest of the rows that a folder holds, as it was built."""
    files = [(name, file["sha256"]) for one in manifest["configs"].values() for name, file in one["files"].items()]
    return hashlib.sha256(repr(sorted(files)).encode()).hexdigest()[:16]


def contamination(folder: Path, manifest: Manifest) -> dict[str, Any]:
    """What `tracepile decontaminate` found in the rows that a folder holds now, by benchmark."""
    path = folder / CONTAMINATION
    found = json.loads(path.read_bytes()) if path.is_file() else {}
    return {name: one for name, one in sorted(found.items()) if one["state"] == state(manifest)}
