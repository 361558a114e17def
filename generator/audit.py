"""The audit: each record of a file or folder is held against the schema, its own remaking, and a run of its program."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from tqdm import tqdm

from generator import __version__, manifest, pipeline, verify
from generator.engine.isolation import Level
from generator.engine.sandbox import guarded_twice
from generator.local import warm_up
from generator.manifest import Entry
from generator.reading import Unit, data_files, records_of, units
from generator.records import TRACE_COLUMN, columns, validate
from generator.types import Options, Record, Rejected, TracePileError
from generator.workers import crew

KEPT = 20
"""How many failures a report tells in full."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A row, or a file of a built folder, that is not what it should be."""

    id: str
    file: str
    reason: str
    detail: str


@dataclass(slots=True)
class Report:
    """The outcome of an audit; rows are passed or failed, and a failed file counts among the failed as well."""

    rows: int = 0
    passed: int = 0
    failed: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    def fail(self, failure: Failure) -> None:
        self.failed += 1
        self.reasons[failure.reason] += 1
        if len(self.failures) < KEPT:
            self.failures.append(failure)

    def add(self, other: Report) -> None:
        self.rows += other.rows
        self.passed += other.passed
        self.failed += other.failed
        self.reasons += other.reasons
        self.failures = sorted([*self.failures, *other.failures], key=lambda one: (one.file, one.id))[:KEPT]


def audit(
    path: Path,
    *,
    claims_only: bool = False,
    sample: int | None = None,
    workers: int = 1,
    progress: bool = True,
    needed: Level = Level.SECCOMP,
) -> Report:
    """Check the records of a Parquet file, a file of JSON lines, or a folder of either.

    claims_only: don't make the rows again; check what their texts state.
    sample: check about that many rows, spread evenly.
    needed: the level of the sandbox without which no foreign program is run.
    """
    report = _audit_manifest(path)
    pieces = list(units(data_files(path)))
    total = sum(unit.rows for unit in pieces)
    check_unit = partial(_check_unit, stride=_stride(total, sample), claims_only=claims_only, needed=needed)
    with crew(workers) as mapper, tqdm(total=total, desc="verify", unit="row", disable=not progress) as bar:
        for unit, part in mapper(check_unit, pieces):
            report.add(part)
            bar.update(unit.rows)
    return report


def _stride(total: int, sample: int | None) -> int:
    if sample is None:
        return 1
    if sample <= 0:
        raise TracePileError(f"--sample must be at least 1, not {sample}")
    return max(1, math.ceil(total / sample))


def _check_unit(unit: Unit, *, stride: int, claims_only: bool, needed: Level) -> tuple[Unit, Report]:
    """The report on a unit's share of the sample."""
    report = Report()
    for place, record in enumerate(records_of(unit), unit.first):
        if place % stride == 0:
            _check_into(report, record, unit.path, claims_only=claims_only, needed=needed)
    return unit, report


def _check_into(report: Report, record: Record, path: Path, *, claims_only: bool, needed: Level) -> None:
    report.rows += 1
    try:
        check(record, claims_only=claims_only, needed=needed)
        report.passed += 1
    except Rejected as fault:
        report.fail(Failure(str(record.get("id")), str(path), fault.reason, fault.detail))


def check(record: Record, *, claims_only: bool = False, needed: Level = Level.SECCOMP) -> None:
    """Raise Rejected unless the record fits its schema, equals its remaking, and states nothing but what happens.

    A program is run in this process only when its row has just been made again, so that it is one of ours.
    """
    validate(record)
    if claims_only or record["provenance"]["index"] < 0:
        guarded_twice(check_foreign, record, claims_only, ready=warm_up, needed=needed)
    else:
        _compare(record)
        verify.verify_record(record)


def accepts(record: Record, proposed: str, *, needed: Level = Level.SECCOMP) -> bool:
    """Whether an answer from elsewhere, such as a model's, is right; an input that it gives is run in the sandbox."""
    try:
        return guarded_twice(verdict, record, proposed, ready=warm_up, needed=needed) == "right"
    except Rejected:
        return False


def verdict(record: Record, proposed: str) -> str:
    """In the sandbox: `right` or `wrong`."""
    return "right" if verify.accepts(record, proposed) else "wrong"


def check_foreign(record: Record, claims_only: bool) -> str:
    """In the sandbox: the same without the schema; no text, since what matters is that it doesn't raise Rejected."""
    if not claims_only:
        _compare(record)
    verify.verify_record(record)
    return ""


def _compare(record: Record) -> None:
    made_by = record["provenance"]["version"]
    if made_by != __version__:
        raise Rejected("made by another version", f"{made_by}, and this is {__version__}")
    again = _remake(record)
    for name in columns(with_trace=TRACE_COLUMN in record):
        if record[name] != again.get(name):
            raise Rejected(f"differs from its remaking: {name}", f"{record['id']}")


def _remake(record: Record) -> Record:
    """Make a row again from its provenance, which may have been edited to anything."""
    provenance = record["provenance"]
    try:
        options = Options.from_json(provenance["options"])
        if provenance["index"] < 0:
            return pipeline.trace_row(verify.problem_of(record), options, provenance["seed"], record["focus"])
        return pipeline.make_row(record["config"], provenance["seed"], provenance["index"], options).record
    except (TracePileError, TypeError, ValueError) as error:
        raise Rejected("can't be made again", str(error)) from error


def _audit_manifest(folder: Path) -> Report:
    """Hold a built folder's files against its manifest; anything else than a built folder has nothing to fail."""
    report = Report()
    known = manifest.load(folder)
    for name, entry in known["configs"].items() if known else ():
        faults = chain(manifest.damage(folder, entry), _unlisted(folder, name, entry), _miscounted(folder, name, entry))
        for file, reason in faults:
            report.fail(Failure(file, str(folder / file), reason, "not as the manifest says"))
    return report


def _unlisted(folder: Path, name: str, entry: Entry) -> Iterator[tuple[str, str]]:
    for path in sorted((folder / "data" / name).glob("**/*.parquet")):
        if (file := path.relative_to(folder).as_posix()) not in entry["files"]:
            yield file, "unlisted file"


def _miscounted(folder: Path, name: str, entry: Entry) -> Iterator[tuple[str, str]]:
    for split, counts in entry["splits"].items():
        paths = (folder / "data" / name).glob(f"{split}-*.parquet")
        if sum(unit.rows for unit in units(list(paths))) != counts["rows"]:
            yield f"data/{name}/{split}", "wrong number of rows"
