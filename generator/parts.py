"""Parts: the rows of a range of indices, made by one worker and committed to disk on their own.

A part is a Parquet file and, written after it, its mark: a JSON file with the SHA-256 of the Parquet and the attempts
that were rejected on the way. A part without a mark, or with one that does not fit, does not exist.
"""

from __future__ import annotations

import gc
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

from generator import foreign, pipeline
from generator.engine.isolation import Level
from generator.files import replacing, sha256_of, write_json
from generator.records import arrow_schema
from generator.sources.registry import split_of
from generator.types import Made, Options, Record, TracePileError
from generator.workers import Mapper

if TYPE_CHECKING:
    import pyarrow as pa

PART_ROWS = 250


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of the indices from start up to, not including, stop."""

    folder: Path
    config: str
    seed: int
    options: Options
    start: int
    stop: int
    stock: Path | None = None
    """The programs of a source that the rows are made of; None for our own."""
    needed: Level = Level.SECCOMP

    def __len__(self) -> int:
        return self.stop - self.start

    @property
    def parquet(self) -> Path:
        return self.folder / f"part-{self.start:09d}-{self.stop:09d}.parquet"

    @property
    def mark(self) -> Path:
        return self.parquet.with_suffix(".json")


def cut(start: int, stop: int) -> list[tuple[int, int]]:
    """A range of indices in ranges of at most PART_ROWS."""
    return [(at, min(at + PART_ROWS, stop)) for at in range(start, stop, PART_ROWS)]


def complete(parts: Sequence[Part], mapper: Mapper, bar: tqdm[Any]) -> None:
    """Make the parts that are not committed yet."""
    missing = [part for part in parts if not committed(part)]
    bar.update(sum(map(len, parts)) - sum(map(len, missing)))
    for rows in mapper(make_part, missing):
        bar.update(rows)


def committed(part: Part) -> bool:
    """Whether a part is there and whole; a damaged one is said on stderr."""
    if not part.mark.exists():
        return False
    try:
        if json.loads(part.mark.read_bytes())["sha256"] == sha256_of(part.parquet):
            return True
    except (ValueError, LookupError, TypeError, FileNotFoundError):
        pass  # damaged in another way than by its content; said below all the same
    say(f"{part.parquet} is damaged: it is made again")
    return False


def make_part(part: Part) -> int:
    """Make and commit the rows of a part; returns how many they are."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and needed by workers only
    import pyarrow.parquet as pq  # noqa: PLC0415

    with set_aside():
        made = [_make_row(part, index) for index in range(part.start, part.stop)]
    rows = [_part_row(part, one.record) for one in made]
    part.folder.mkdir(parents=True, exist_ok=True)
    with replacing(part.parquet) as beside:
        pq.write_table(pa.Table.from_pylist(rows, schema=part_schema(part.options)), beside, compression="zstd")
    rejected = [asdict(rejection) for one in made for rejection in one.rejected]
    write_json(part.mark, {"sha256": sha256_of(part.parquet), "rejected": rejected})
    return len(rows)


@contextmanager
def set_aside() -> Iterator[None]:
    """Keep what is loaded out of the garbage collector's sight, which would look through it again and again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _make_row(part: Part, index: int) -> Made:
    with located(part.config, part.seed, index):
        if part.stock:
            return foreign.make_row(part.stock, part.config, part.seed, index, part.options, part.needed)
        return pipeline.make_row(part.config, part.seed, index, part.options)


@contextmanager
def located(config: str, seed: int, index: int) -> Iterator[None]:
    """Say in any error which row was being made."""
    where = f"{config} row {index} (seed {seed})"
    try:
        yield
    except TracePileError as error:
        raise TracePileError(f"{where}: {error}") from error
    except Exception as error:
        error.add_note(f"while making {where}")
        raise


def _part_row(part: Part, record: Record) -> Record:
    group, index = record["split_group"].rpartition("/")[2], record["provenance"]["index"]
    split = split_of(group) if part.stock else pipeline.split_of(part.config, part.seed, index)
    return {"split": split, "key": key_of(record), **record}


def key_of(record: Record) -> bytes:
    """Sixteen bytes that are equal for rows that ask the same: their prompts are equal below the instruction."""
    asked = record["prompt"].partition("\n\n")[2]
    return hashlib.blake2b(asked.encode(), digest_size=16).digest()


@cache
def part_schema(options: Options) -> pa.Schema:
    """The Arrow schema of a part: the columns of the record behind the split and the key."""
    import pyarrow as pa  # noqa: PLC0415

    extra = pa.schema([("split", pa.string()), ("key", pa.binary(16))])
    return pa.unify_schemas([extra, arrow_schema(with_trace=options.with_trace)])


def keys(part: Part) -> list[bytes]:
    """The keys of a part's rows, in order."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    found: list[bytes] = pq.read_table(part.parquet, columns=["key"])["key"].to_pylist()
    return found


def rejections(part: Part) -> list[dict[str, Any]]:
    """The attempts that were given up while a part was made, in row order."""
    found: list[dict[str, Any]] = json.loads(part.mark.read_bytes())["rejected"]
    return found


def say(message: str) -> None:
    """A line on stderr that leaves the progress bar in one piece."""
    tqdm.write(message, file=sys.stderr)
