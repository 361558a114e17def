"""Reads the rows of a source one by one: from files and folders here, or from the Hub if that is asked for."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from generator.files import parquet, sha256_of_all
from generator.sources import Row, Source
from generator.sources.jsonl import row_of_file
from generator.types import Rejected, TracePileError

BATCH_ROWS = 100
ENDINGS = (".jsonl", ".jsonl.gz", ".json", ".parquet")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where rows come from: a file or folder, or the source's place on the Hub if there is none; limit 0 is all."""

    source: Source
    path: Path | None = None
    limit: int = 0

    def identity(self) -> dict[str, Any]:
        """What decides which rows there are: the content of the files, or the state of the dataset on the Hub."""
        told = {"source": self.source.name, "limit": self.limit}
        if self.path is None:
            return {**told, "hub": self.source.hub, "revision": _revision(self.source)}
        root = self.path if self.path.is_dir() else self.path.parent
        return {**told, "files": sha256_of_all(_all_files(self), root)}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A row, or what is wrong with it, and where it stands."""

    where: str
    row: Row
    fault: str = ""
    detail: str = ""


def rows_of(origin: Origin) -> Iterator[Incoming]:
    """The rows, at most as many as the limit; TracePileError for a file that can't be read as what it is."""
    found = chain.from_iterable(map(_of_file, files_of(origin))) if origin.path else _of_hub(origin.source)
    return islice(found, origin.limit or None)


def files_of(origin: Origin) -> list[Path]:
    """The files at an origin's path that hold rows, in order."""
    path, endings = origin.path, ENDINGS + ((".py",) if origin.source.name == "jsonl" else ())
    if path is None or not path.exists():
        raise TracePileError(f"there is no file or folder {path}: --from must name where the rows are")
    found = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
    files = [one for one in found if one.name.endswith(endings)]
    if not files:
        raise TracePileError(f"{path} holds no rows of {origin.source.name}: no file that ends in {', '.join(endings)}")
    return files


def _all_files(origin: Origin) -> list[Path]:
    """The files that decide the rows: those with rows, and beside Python files what these read and print."""
    files = files_of(origin)
    beside = {one for file in files if file.suffix == ".py" for one in file.parent.glob(f"{file.stem}*.*")}
    return sorted({*files, *(one for one in beside if one.suffix in (".in", ".out"))})


# Files


def _of_file(path: Path) -> Iterator[Incoming]:
    read = next(reader for ending, reader in _READERS.items() if path.name.endswith(ending))
    try:
        yield from read(path)
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise TracePileError(f"{path} can't be read: {error}") from error


def _json_lines(path: Path) -> Iterator[Incoming]:
    with path.open("rb") as file:
        yield from _lines(path, file)


def _zipped(path: Path) -> Iterator[Incoming]:
    with gzip.open(path, "rb") as file:
        yield from _lines(path, file)


def _lines(path: Path, file: IO[bytes] | gzip.GzipFile) -> Iterator[Incoming]:
    for number, line in enumerate(file, 1):
        if line.strip():
            where = f"{path.name}, line {number}"
            try:
                yield _incoming(where, json.loads(line))
            except (ValueError, RecursionError) as error:
                yield Incoming(where, {}, "not JSON", str(error))


def _json(path: Path) -> Iterator[Incoming]:
    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise TracePileError(f"{path} is not JSON: {error}") from None
    for number, row in enumerate(found if isinstance(found, list) else [found], 1):
        yield _incoming(f"{path.name}, row {number}", row)


def _incoming(where: str, row: Any) -> Incoming:
    return Incoming(where, row) if isinstance(row, dict) else Incoming(where, {}, "not a JSON object")


def _parquet(path: Path) -> Iterator[Incoming]:
    with parquet(path) as file:
        batches = (batch.to_pylist() for batch in file.iter_batches(batch_size=BATCH_ROWS))
        for number, row in enumerate(chain.from_iterable(batches), 1):
            yield Incoming(f"{path.name}, row {number}", row)


def _python(path: Path) -> Iterator[Incoming]:
    try:
        yield Incoming(path.name, row_of_file(path))
    except Rejected as verdict:
        yield Incoming(path.name, {}, verdict.reason, verdict.detail)


_READERS: dict[str, Callable[[Path], Iterator[Incoming]]] = {
    ".jsonl": _json_lines,
    ".jsonl.gz": _zipped,
    ".json": _json,
    ".parquet": _parquet,
    ".py": _python,
}


# The Hub


def _of_hub(source: Source) -> Iterator[Incoming]:
    """The rows of a dataset, as they stream in."""
    import datasets  # noqa: PLC0415 - a second

    newest = _revision(source)
    with _reaching(source):
        rows = datasets.load_dataset(
            source.hub, source.subset or None, split=source.split, streaming=True, revision=newest
        )
        for number, row in enumerate(rows, 1):
            yield Incoming(f"{source.hub}, row {number}", dict(row))


def _revision(source: Source) -> str:
    """The commit of a dataset that is the newest now, so that all of a build reads one state."""
    from huggingface_hub import HfApi  # noqa: PLC0415 - half a second

    if not source.hub:
        raise TracePileError(f"{source.name} has no place on the Hub: say with --from where its rows are")
    with _reaching(source):
        return str(HfApi().dataset_info(source.hub).sha)


@contextmanager
def _reaching(source: Source) -> Iterator[None]:
    """Say what to do where the Hub can't be read; its clients raise errors of the libraries that they happen to use."""
    try:
        yield
    except Exception as error:
        raise TracePileError(
            f"{source.hub} can't be read from the Hub: {type(error).__name__}: {error}. "
            "Check the network and HF_HUB_OFFLINE, or give the path of a copy with --from"
        ) from error
