"""Files that are either there and whole, or not there: how they are written, opened and known by their content."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.types import TracePileError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; what was written takes the place of `path` in one step, or not at all."""
    # The process id keeps a worker that outlives its killed build away from the one that goes on.
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield beside
        sync(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Return when the content of a file has reached the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def write_text(path: Path, text: str) -> None:
    """Put a UTF-8 text in place at once."""
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")


def write_json(path: Path, value: Any) -> None:
    """Put a JSON document in place at once, written in one way only."""
    write_text(path, json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n")


def place_folder(ready: Path, target: Path) -> None:
    """Put a finished folder where another may stand; the old one leaves whole before the new one comes."""
    old = ready.with_name(f"{ready.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        target.rename(old)
    ready.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's content, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256_of_all(paths: Iterable[Path], root: Path) -> str:
    """One SHA-256 for the names below a folder and the contents of some files, in their order."""
    told = (f"{path.relative_to(root)} {sha256_of(path)}\n" for path in paths)
    return hashlib.sha256("".join(told).encode()).hexdigest()


@contextmanager
def parquet(path: Path) -> Iterator[Any]:
    """A Parquet file, open; what goes wrong while it is read says which file it is."""
    import pyarrow as pa  # noqa: PLC0415 - heavy
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        with pq.ParquetFile(path) as file:
            yield file
    except (pa.ArrowException, OSError) as error:
        raise TracePileError(f"{path} is damaged, or not Parquet: {error}") from error
