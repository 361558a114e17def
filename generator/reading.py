"""Reading records back: from Parquet files, from JSON lines, from folders of either."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.files import parquet
from generator.records import columns
from generator.types import Record, TracePileError

BATCH_ROWS = 100


@dataclass(frozen=True, slots=True)
class Unit:
    """What a worker takes at a time: a row group of a Parquet file, or a whole file of JSON lines."""

    path: Path
    group: int
    first: int
    """The place of its first row among all rows of the audit."""
    rows: int


def data_files(path: Path) -> list[Path]:
    """The data files at a path: the file itself, a built folder's shards, or what lies in a plain folder."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise TracePileError(f"there is no file or folder {path}")
    found = sorted(path.glob("data/**/*.parquet")) or sorted([*path.glob("*.parquet"), *path.glob("*.jsonl")])
    if not found:
        raise TracePileError(f"{path} holds no records: neither data/**/*.parquet nor *.parquet nor *.jsonl")
    return found


def units(files: Sequence[Path]) -> Iterator[Unit]:
    """The units of some files, in order."""
    first = 0
    for path in files:
        for group, rows in enumerate(_group_rows(path)):
            yield Unit(path, group, first, rows)
            first += rows


def _group_rows(path: Path) -> list[int]:
    """How many rows there are in each group of a file, which is seen to have the columns of a record."""
    if path.suffix == ".jsonl":
        with path.open("rb") as file:
            return [sum(1 for line in file if line.strip())]
    if path.suffix != ".parquet":
        raise TracePileError(f"{path} is neither .parquet nor .jsonl")
    with parquet(path) as file:
        _check_columns(path, file.schema_arrow.names)
        return [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)]


def _check_columns(path: Path, names: Sequence[str]) -> None:
    missing = [name for name in columns() if name not in names]
    extra = [name for name in names if name not in columns(with_trace=True)]
    if missing or extra:
        what = "; ".join(f"{word} {', '.join(found)}" for word, found in (("lacks", missing), ("adds", extra)) if found)
        raise TracePileError(f"{path} does not have the columns of a record: it {what}")


def records_of(unit: Unit, needed: Sequence[str] | None = None) -> Iterator[Record]:
    """The records of a unit, batch by batch; of a Parquet file only the columns that are needed, if they are told."""
    if unit.path.suffix == ".jsonl":
        yield from _json_lines(unit.path)
        return
    with parquet(unit.path) as file:
        for batch in file.iter_batches(batch_size=BATCH_ROWS, row_groups=[unit.group], columns=needed):
            yield from batch.to_pylist()


def _json_lines(path: Path) -> Iterator[Record]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    record = json.loads(line)
                except (ValueError, RecursionError) as error:
                    raise TracePileError(f"{path}, line {number}, is not JSON: {error}") from error
                if not isinstance(record, dict):
                    raise TracePileError(f"{path}, line {number}, is not a JSON object")
                yield record


def find(path: Path, name: str) -> tuple[Path, Record]:
    """The file and the record of that id among the records at a path; TracePileError if there is none."""
    first = last = ""
    for unit in units(data_files(path)):
        for place, found in enumerate(_ids(unit)):
            if found == name:
                return unit.path, next(islice(records_of(unit), place, None))
            first, last = first or found, found
    raise TracePileError(f"{path} holds no record {name!r}: its ids go from {first!r} to {last!r}")


def _ids(unit: Unit) -> Iterator[str]:
    """The ids of a unit's records."""
    yield from (str(record.get("id")) for record in records_of(unit, ["id"]))
