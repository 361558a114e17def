"""Decontamination of a dataset: its rows are held against benchmarks, and the hits are counted, listed and left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from tqdm import tqdm

from generator import benchmarks, card, manifest
from generator.contamination import Index, index, matches, subject
from generator.engine.isolation import Level
from generator.files import replacing, write_json, write_text
from generator.manifest import CONTAMINATION, Manifest
from generator.overlaps import reason
from generator.reading import Unit, data_files, records_of, units
from generator.types import Record, TracePileError
from generator.workers import crew, in_order

EXAMPLES = 20
"""How many hits of a benchmark a report tells."""
_READ = ("id", "config", "task", "source", "problem", "code")


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that has a problem of a benchmark in it; the reason says why that may be, if anything does."""

    row: str
    task: str
    problem: str
    kind: str
    detail: str
    reason: str


@dataclass(slots=True)
class Found:
    """What is found of a benchmark; rows and kinds count what no reason explains, listed what one does."""

    problems: int = 0
    rows: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    listed: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """(problem, task, reason) -> rows."""
    lost: int = 0
    """Functions that couldn't be run on the inputs of the tests."""
    hits: list[Hit] = field(default_factory=list)
    """The first that no reason explains."""

    def add(self, other: Found) -> None:
        self.problems = other.problems
        self.rows += other.rows
        self.kinds += other.kinds
        self.listed += other.listed
        self.lost += other.lost
        self.hits = [*self.hits, *other.hits][:EXAMPLES]

    def as_json(self) -> dict[str, Any]:
        """The same as plain data, in an order of its own."""
        names = ("problem", "task", "reason", "rows")
        listed = [dict(zip(names, (*key, rows), strict=True)) for key, rows in sorted(self.listed.items())]
        examples = [{name: text for name, text in asdict(hit).items() if name != "reason"} for hit in self.hits]
        counts = {"problems": self.problems, "rows": self.rows, "kinds": dict(sorted(self.kinds.items()))}
        return {**counts, "listed": listed, "lost": self.lost, "examples": examples}


@dataclass(slots=True)
class Report:
    """The outcome: how many rows there were, what was found of each benchmark, and which rows of each unit to drop."""

    rows: int = 0
    found: dict[str, Found] = field(default_factory=lambda: defaultdict(Found))
    drop: dict[Unit, list[int]] = field(default_factory=dict)

    @property
    def hits(self) -> int:
        """Rows that are hit and no reason explains."""
        return sum(map(len, self.drop.values()))

    def as_json(self) -> dict[str, Any]:
        found = {name: one.as_json() for name, one in sorted(self.found.items())}
        return {"rows": self.rows, "hits": self.hits, "benchmarks": found}


def decontaminate(
    path: Path,
    against: Sequence[str],
    *,
    workers: int = 1,
    needed: Level = Level.SECCOMP,
    progress: bool = True,
) -> Report:
    """Look for the problems of benchmarks (`benchmarks.benchmark` says how they are named) in the rows at a path."""
    for one in against:
        _index(one, needed)  # to fail, and to fetch, before any work
    pieces = list(units(data_files(path)))
    report, work = Report(), partial(_of_unit, against=tuple(against), needed=needed)
    total = sum(unit.rows for unit in pieces)
    with crew(workers) as mapper, tqdm(total=total, desc="decontaminate", unit="row", disable=not progress) as bar:
        for unit, part in in_order(mapper(work, pieces), pieces):
            report.rows += part.rows
            report.drop |= part.drop
            for name, found in part.found.items():
                report.found[name].add(found)
            bar.update(unit.rows)
    return report


@lru_cache(maxsize=32)
def _index(named: str, needed: Level) -> tuple[str, Index]:
    """The name of a benchmark and its index, made once in each process."""
    name, items = benchmarks.benchmark(named)
    return name, index(items, needed)


def _of_unit(unit: Unit, *, against: tuple[str, ...], needed: Level) -> tuple[Unit, Report]:
    report, drop = Report(), []
    known = [_index(one, needed) for one in against]
    lost = [len(one.lost) for _, one in known]
    for name, one in known:
        report.found[name].problems += len(one.items)
    for place, record in enumerate(records_of(unit, _READ)):
        report.rows += 1
        hit = [_look(report.found[name], name, one, record, needed) for name, one in known]
        drop += [place] if any(hit) else []
    for (name, one), before in zip(known, lost, strict=True):
        report.found[name].lost = len(one.lost) - before
    report.drop = {unit: drop} if drop else {}
    return unit, report


def _look(found: Found, name: str, known: Index, record: Record, needed: Level) -> bool:
    """Look for a benchmark's problems in a row; whether there is one that nothing explains."""
    hits = list(_hits(name, known, record, needed))
    for hit in hits:
        if hit.reason:
            found.listed[hit.problem, hit.task, hit.reason] += 1
    unexplained = [hit for hit in hits if not hit.reason]
    found.kinds.update({hit.kind for hit in unexplained})
    found.rows += bool(unexplained)
    found.hits = [*found.hits, *unexplained][:EXAMPLES]
    return bool(unexplained)


def _hits(name: str, known: Index, record: Record, needed: Level) -> Iterator[Hit]:
    task = f"{record.get('config')}/{record.get('task')}"
    for one in matches(known, subject(str(record.get("problem", "")), str(record.get("code", ""))), needed):
        explained = one.kind in ("program", "behaviour") and record.get("source") == "tracepile"
        why = reason(name, one.problem, task) if explained else ""
        yield Hit(str(record.get("id")), task, one.problem, one.kind, one.detail, why)


# What is written


def check_new(folder: Path) -> None:
    """Stop where something is in the place of a folder that is to be written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TracePileError(f"{folder} is there already: give a new folder")


def write_clean(path: Path, report: Report, out: Path) -> None:
    """Write the files at a path again, under a new folder, without the rows that are hit and not explained."""
    check_new(out)
    root = path if path.is_dir() else path.parent
    for file in data_files(path):
        target = out / file.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target) as beside:
            _copy(file, {unit.group: set(places) for unit, places in report.drop.items() if unit.path == file}, beside)


def _copy(file: Path, drop: Mapping[int, set[int]], target: Path) -> None:
    """Copy a file of records without some rows of its groups."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy

    if file.suffix == ".jsonl":
        lines = [line for line in file.read_bytes().splitlines(keepends=True) if line.strip()]
        target.write_bytes(b"".join(line for at, line in enumerate(lines) if at not in drop.get(0, ())))
        return
    with pq.ParquetFile(file) as source, pq.ParquetWriter(target, source.schema_arrow, compression="zstd") as sink:
        for group in range(source.num_row_groups):
            rows = source.read_row_group(group)
            sink.write_table(rows.take([at for at in range(rows.num_rows) if at not in drop.get(group, ())]))


def store(folder: Path, report: Report) -> None:
    """Keep a report in a built folder, beside those on other benchmarks, and have the card tell it."""
    known = manifest.load(folder)
    if known is None:
        return
    kept = manifest.contamination(folder, known)
    state = manifest.state(known)
    found = {name: {"state": state, "of": report.rows, **one.as_json()} for name, one in report.found.items()}
    write_json(folder / CONTAMINATION, {**kept, **found})
    write_text(folder / "README.md", card.render(folder, known))
    manifest.save(folder, _listed(folder, known))


def _listed(folder: Path, known: Manifest) -> Manifest:
    """The manifest with the report and the card as they are now."""
    changed = {name: manifest.describe(folder / name) for name in (CONTAMINATION, "README.md")}
    return {**known, "files": {**known["files"], **changed}}
