"""The audit: each record of a file or folder is held against the schema, its own remaking, and a run of its program."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

from tqdm import tqdm

from generator import __version__, pipeline, verify
from generator.configs import CONFIGS
from generator.engine.isolation import Level
from generator.engine.sandbox import guarded_twice
from generator.files import replacing
from generator.local import warm_up
from generator.narrators import DETERMINISTIC
from generator.parts import set_aside
from generator.reading import Unit, data_files, records_of, units
from generator.records import TRACE_COLUMN, columns, validate
from generator.sources import SOURCES
from generator.types import Options, Record, Rejected, TracePileError
from generator.whole import Failure, faults
from generator.workers import crew, in_order

KEPT = 20
"""How many failures a report tells in full."""
PASSED = "passed"
BY_CLAIMS = "passed by its claims: a model's text is not made again"


@dataclass(slots=True)
class Report:
    """The outcome of an audit; rows are passed or failed, and a failed file counts among the failed as well.

    table:    configuration -> "passed" or the reason of a failure -> how many.
    failures: the first of them; `audit` writes all of them to a file.
    """

    rows: int = 0
    passed: int = 0
    failed: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    table: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    failures: list[Failure] = field(default_factory=list)

    def ok(self, config: str, how: str = PASSED) -> None:
        self.passed += 1
        self.table[config][how] += 1

    def fail(self, failure: Failure) -> None:
        self.failed += 1
        self.reasons[failure.reason] += 1
        self.table[failure.config][failure.reason] += 1
        self.failures.append(failure)

    def add(self, other: Report) -> None:
        self.rows += other.rows
        self.passed += other.passed
        self.failed += other.failed
        self.reasons += other.reasons
        for config, counts in other.table.items():
            self.table[config] += counts
        self.failures = [*self.failures, *other.failures][:KEPT]


def audit(
    path: Path,
    *,
    claims_only: bool = False,
    sample: int | None = None,
    workers: int = 1,
    progress: bool = True,
    needed: Level = Level.SECCOMP,
    failures_to: Path | None = None,
) -> Report:
    """Check the records of a Parquet file, a file of JSON lines, or a folder of either, and a built folder's own files.

    claims_only: don't make the rows again; check what their texts state.
    sample: check about that many rows, spread evenly.
    needed: the level of the sandbox without which no foreign program is run.
    failures_to: a file that gets every failure as a line of JSON, in the order of the rows, if there are any.
    """
    if sample is not None and sample <= 0:
        raise TracePileError(f"--sample must be at least 1, not {sample}")
    folder = Report()
    for failure in faults(path):
        folder.fail(failure)
    pieces = list(units(data_files(path)))
    total = sum(unit.rows for unit in pieces)
    check_unit = partial(_check_unit, stride=_stride(total, sample), claims_only=claims_only, needed=needed)
    report = Report()
    with (
        crew(workers) as mapper,
        tqdm(total=total, desc="verify", unit="row", disable=not progress) as bar,
        _log(failures_to) as log,
    ):
        log(folder.failures)
        report.add(folder)
        for unit, part in in_order(mapper(check_unit, pieces), pieces):
            log(part.failures)
            report.add(part)
            bar.update(unit.rows)
    return report


@contextmanager
def _log(path: Path | None) -> Iterator[Callable[[Sequence[Failure]], None]]:
    """A function that writes failures to a file, which is made when the first comes."""
    if path is None:
        yield lambda _: None
        return
    with ExitStack() as stack:
        files: list[IO[str]] = []

        def log(failures: Sequence[Failure]) -> None:
            if failures and not files:
                beside = stack.enter_context(replacing(path))
                files.append(stack.enter_context(beside.open("w", encoding="utf-8", newline="\n")))
            files[0].writelines(f"{json.dumps(asdict(one))}\n" for one in failures) if failures else None

        yield log


def _stride(total: int, sample: int | None) -> int:
    return 1 if sample is None else max(1, math.ceil(total / sample))


def _check_unit(unit: Unit, *, stride: int, claims_only: bool, needed: Level) -> tuple[Unit, Report]:
    """The report on a unit's share of the sample."""
    report = Report()
    with set_aside():
        for place, record in enumerate(records_of(unit), unit.first):
            if place % stride == 0:
                _check_into(report, record, unit.path, claims_only=claims_only, needed=needed)
    return unit, report


def _check_into(report: Report, record: Record, path: Path, *, claims_only: bool, needed: Level) -> None:
    report.rows += 1
    name = record.get("config")
    name = name if name in (*CONFIGS, *SOURCES, pipeline.LOCAL.name) else "unknown"
    try:
        check(record, claims_only=claims_only, needed=needed)
        report.ok(name, BY_CLAIMS if _is_by_model(record) and not claims_only else PASSED)
    except Rejected as fault:
        report.fail(Failure(str(record.get("id")), str(path), name, fault.reason, fault.detail))


def check(record: Record, *, claims_only: bool = False, needed: Level = Level.SECCOMP) -> None:
    """Raise Rejected unless the record fits its schema and equals its remaking, which is checked as it is made.

    claims_only: see instead that it states nothing but what happens, whoever wrote it.
    What a model wrote can't be made again: its problem is drawn again, and its claims are checked.
    A program is run in this process only when it is made or drawn again by ourselves.
    """
    validate(record)
    if _is_by_model(record) and not claims_only:
        _check_drawn(record)
        claims_only = True
    if _is_foreign(record) or (claims_only and not _is_ours(record)):
        guarded_twice(judge, record, claims_only, ready=warm_up, needed=needed)
        return
    try:
        judge(record, claims_only)
    except (RecursionError, MemoryError) as fault:  # the text may be anything
        raise Rejected("form", f"its text is too much for the checker: {type(fault).__name__}") from None


def _is_foreign(record: Record) -> bool:
    """Whether a record says itself that its program is from outside."""
    return record["config"] not in CONFIGS or record["provenance"]["index"] < 0


def _is_by_model(record: Record) -> bool:
    """Whether a record says that a language model worded it."""
    return bool(record["narrator"] != DETERMINISTIC)


def _check_drawn(record: Record) -> None:
    """Raise Rejected unless a record of ours is of this version, and is about what its provenance draws."""
    _check_version(record)
    if not _is_foreign(record) and not _is_ours(record):
        raise Rejected("differs from its remaking: code", f"{record['id']}")


def _is_ours(record: Record) -> bool:
    """Whether a record's program and its input are those that its provenance draws."""
    made = record["provenance"]
    try:
        options = Options.from_json(made["options"])
        problem = pipeline.redraw(record["config"], made["seed"], made["index"], made["attempt"], options)
    except (Rejected, TracePileError, TypeError, ValueError):
        return False
    return (problem.code, problem.entry, problem.stdin) == (record["code"], record["entry"], record["input"])


def accepts(record: Record, proposed: str, *, needed: Level = Level.SECCOMP) -> bool:
    """Whether an answer from elsewhere, such as a model's, is right; an input that it gives is run in the sandbox."""
    try:
        return guarded_twice(verdict, record, proposed, ready=warm_up, needed=needed) == "right"
    except Rejected:
        return False


def verdict(record: Record, proposed: str) -> str:
    """In the sandbox: `right` or `wrong`."""
    return "right" if verify.accepts(record, proposed) else "wrong"


def judge(record: Record, claims_only: bool) -> str:
    """The same without the schema, in whatever process; no text, since what matters is that it isn't Rejected."""
    if claims_only:
        verify.verify_record(record)
    else:
        _compare(record)
    return ""


def _check_version(record: Record) -> None:
    """Raise Rejected where a record can't be made again here."""
    made_by = record["provenance"]["version"]
    if made_by != __version__:
        raise Rejected("made by another version", f"{made_by}, and this is {__version__}")


def _compare(record: Record) -> None:
    _check_version(record)
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
        if record["config"] not in CONFIGS:
            place = (provenance["seed"], provenance["index"], provenance["attempt"])
            return pipeline.foreign_row(verify.problem_of(record), options, place)
        return pipeline.make_row(record["config"], provenance["seed"], provenance["index"], options).record
    except (TracePileError, TypeError, ValueError) as error:
        raise Rejected("can't be made again", str(error)) from error
