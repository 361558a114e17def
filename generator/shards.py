"""Shards: the first distinct rows of the parts, as the Parquet files of the published dataset."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.files import sync
from generator.parts import Part, rejections
from generator.types import SPLITS

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

GROUP_ROWS = 1_000
GROUP_BYTES = 48 * 2**20
"""Where a row group ends: the Hub's viewer reads groups whole, and refuses those over 100 MB."""
FILE_ROWS = 50_000
COUNTED = ("task", "family", "difficulty", "question_kind", "license")


@dataclass(slots=True)
class Tally:
    """What the shards of a config hold."""

    examined: int = 0
    """How many indices it took, duplicates included."""
    rows: Counter[str] = field(default_factory=Counter)
    """By split."""
    nbytes: Counter[str] = field(default_factory=Counter)
    """In Arrow, by split."""
    values: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in COUNTED})
    rejected: Counter[str] = field(default_factory=Counter)
    """By reason."""
    model: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By question kind, what a model was asked and what came of it."""


def assemble(parts: Sequence[Part], rows: int, data: Path, rejected: Path, left_out: Path | None = None) -> Tally:
    """Write the first `rows` distinct rows of the parts to shards in `data`, and what was rejected before them.

    left_out: what a source's rows lost before any row was made, which goes before what was rejected.
    """
    tally = Tally()
    writers = {split: ShardWriter(data, split) for split in SPLITS}
    for table in first_distinct(parts, rows, tally):
        for split, writer in writers.items():
            _count_and_write(table, split, writer, tally)
    for writer in writers.values():
        writer.close()
    _write_rejected(parts, rejected, tally, left_out)
    return tally


def first_distinct(parts: Iterable[Part], rows: int, tally: Tally) -> Iterator[pa.Table]:
    """The first `rows` rows that equal no earlier one, a table a part."""
    import pyarrow as pa  # noqa: PLC0415 - heavy
    import pyarrow.parquet as pq  # noqa: PLC0415

    seen: set[bytes] = set()
    for part in parts:
        table = pq.read_table(part.parquet)
        fresh = []
        for key in table["key"].to_pylist():
            if len(seen) == rows:
                break
            fresh.append(key not in seen)
            seen.add(key)
        tally.examined += len(fresh)
        yield table.slice(0, len(fresh)).filter(pa.array(fresh, pa.bool_()))


def _count_and_write(table: pa.Table, split: str, writer: ShardWriter, tally: Tally) -> None:
    import pyarrow.compute as pc  # noqa: PLC0415

    chosen = table.filter(pc.equal(table["split"], split)).drop_columns(["split", "key"])
    if not chosen.num_rows:
        return
    tally.rows[split] += chosen.num_rows
    tally.nbytes[split] += chosen.nbytes
    for name, counter in tally.values.items():
        counter.update(chosen[name].to_pylist())
    _count_model(chosen, tally)
    writer.write(chosen)


def _count_model(rows: pa.Table, tally: Tally) -> None:
    """Count the pieces that a model was asked for, those it wrote, and its texts that were refused, by reason."""
    for kind, made in zip(rows["question_kind"].to_pylist(), rows["provenance"].to_pylist(), strict=True):
        if made["model"]:
            tally.model[kind].update({name: made[name] for name in ("pieces", "model_pieces", "model_tries")})
            tally.model[kind].update(f"refused: {reason}" for reason in made["refused"])


def _write_rejected(parts: Sequence[Part], path: Path, tally: Tally, left_out: Path | None) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        if left_out:
            with left_out.open(encoding="utf-8") as before:
                file.writelines(before)
        for rejection in _rejected_before(parts, tally.examined):
            tally.rejected[rejection["reason"]] += 1
            file.write(json.dumps(rejection, ensure_ascii=False) + "\n")
    sync(path)


def _rejected_before(parts: Sequence[Part], stop: int) -> Iterator[dict[str, Any]]:
    return (rejection for part in parts for rejection in rejections(part) if rejection["index"] < stop)


class ShardWriter:
    """Writes the rows of one split, as they come, into Parquet files of at most FILE_ROWS."""

    def __init__(self, folder: Path, split: str) -> None:
        self.folder = folder
        self.split = split
        self.paths: list[Path] = []
        self.pending: list[pa.Table] = []
        self.file: pq.ParquetWriter | None = None
        self.file_rows = 0

    def write(self, table: pa.Table) -> None:
        """Take rows; they are written when a row group is full."""
        waiting = sum(one.num_rows for one in self.pending)
        if waiting + table.num_rows > GROUP_ROWS or sum(one.nbytes for one in self.pending) > GROUP_BYTES:
            self._write_group()
        self.pending.append(table)

    def close(self) -> None:
        """Write what is left, and give the files their final names, which tell how many they are."""
        self._write_group()
        self._close_file()
        for number, path in enumerate(self.paths):
            path.rename(self.folder / f"{self.split}-{number:05d}-of-{len(self.paths):05d}.parquet")

    def _write_group(self) -> None:
        import pyarrow as pa  # noqa: PLC0415

        if not self.pending:
            return
        group = pa.concat_tables(self.pending)
        self.pending = []
        if self.file_rows + group.num_rows > FILE_ROWS:
            self._close_file()
        self._open_file(group.schema).write_table(group, row_group_size=GROUP_ROWS)
        self.file_rows += group.num_rows

    def _open_file(self, schema: pa.Schema) -> pq.ParquetWriter:
        import pyarrow.parquet as pq  # noqa: PLC0415

        if self.file is None:
            self.paths.append(self.folder / f"{self.split}-{len(self.paths):05d}.parquet")
            self.file = pq.ParquetWriter(
                self.paths[-1],
                schema,
                compression="zstd",
                compression_level=3,
                write_page_index=True,
                use_content_defined_chunking=True,  # a new version of the file shares most of its bytes with the old
            )
        return self.file

    def _close_file(self) -> None:
        if self.file is None:
            return
        self.file.close()
        sync(self.paths[-1])
        self.file = None
        self.file_rows = 0
