"""Collects the programs of a source: its rows are read one by one, run in the sandbox, and kept if the output agrees.

Rows go to the workers in batches, and each batch is committed to disk, so that a run that is interrupted goes on where
it was. In the end the programs stand in one file, a line of JSON each (the stock of `foreign.py`), and what was left
out in another, with its reason. A bad row never stops the run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Any, cast

from tqdm import tqdm

from generator.engine.isolation import Level
from generator.engine.sandbox import guarded_twice
from generator.files import replacing, write_json
from generator.foreign import outcome, parsed, warm_up
from generator.manifest import Collected
from generator.pipeline import TRIVIAL
from generator.source_rows import Incoming, Origin, rows_of
from generator.sources import SOURCES, Program, Run, Source
from generator.sources.registry import check_columns
from generator.types import Rejected, TracePileError
from generator.workers import Mapper

BATCH_ROWS = 25
STOCK, LEFT_OUT, DONE = "stock.jsonl", "left-out.jsonl", "collected.json"
_SHOWN = 500
"""The characters of a detail that are kept: an output may be megabytes."""
_WRONG = ("another output", "one of several right outputs")
"""The reasons for which a program is given up with all of its inputs."""
_USELESS = ("not Python", "unsupported", "library that isn't there")
"""The reasons that no other input of a program can mend."""
_FORM = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError, MemoryError)
"""What reading a row may meet if its values are not what its columns promise."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows in a row, and where what comes of them is written."""

    file: Path
    source: str
    first: int
    rows: tuple[Incoming, ...]
    max_events: int
    needed: Level


def collect(
    origin: Origin, folder: Path, max_events: int, mapper: Mapper, needed: Level, *, progress: bool = True
) -> Collected:
    """Write the stock of a source, unless it is there; TracePileError with the reasons where nothing can be used."""
    done = folder / DONE
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tqdm(desc=f"{origin.source.name}: read", unit="row", disable=not progress) as bar:
            for rows in mapper(_work, _missing(origin, folder, max_events, needed)):
                bar.update(rows)
        write_json(done, _merged(folder))
    found = cast("Collected", json.loads(done.read_bytes()))
    if not found["programs"]:
        raise TracePileError(_nothing(origin, folder, found))
    return found


def _missing(origin: Origin, folder: Path, max_events: int, needed: Level) -> Iterator[Batch]:
    """The batches that are not committed yet; the rows of the others are read, and passed over."""
    rows, first = rows_of(origin), 0
    while batch := tuple(islice(rows, BATCH_ROWS)):
        file = folder / f"batch-{first:09d}.json"
        if not file.exists():
            yield Batch(file, origin.source.name, first, batch, max_events, needed)
        first += len(batch)


def _nothing(origin: Origin, folder: Path, found: Collected) -> str:
    """Why there is nothing: the reasons, and the first of those left out as an example."""
    reasons = ", ".join(f"{count} {reason}" for reason, count in found["rejected"].items())
    with (folder / LEFT_OUT).open(encoding="utf-8") as file:
        first = json.loads(next(file, '{"where": "", "detail": "there are none"}'))
    place = origin.path or origin.source.hub
    example = f"{first['where']}: {first['detail']}".strip(": ")
    return f"none of the {found['rows']} rows of {place} can be used: {reasons or 'nothing was read'} ({example})"


# In a worker


def _work(batch: Batch) -> int:
    """Examine and commit a batch; returns how many rows it has."""
    found: dict[str, Any] = {"rows": len(batch.rows), "programs": [], "rejected": []}
    for number, incoming in enumerate(batch.rows, batch.first):
        for program, left in _examined(batch, number, incoming):
            found["programs"] += [program] if program else []
            found["rejected"] += left
    write_json(batch.file, found)
    return len(batch.rows)


def _examined(batch: Batch, number: int, incoming: Incoming) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """(what is kept of a program, or nothing; what is left out) for each program of a row."""
    source, name = SOURCES[batch.source], f"{batch.source}_{number:06d}"
    try:
        for program in _programs(source, incoming):
            fit, faults = _fitting(source, program, batch)
            left = [_left_out(batch.source, number, incoming, fault, run) for fault, run in faults]
            yield _kept(source, program, name, fit) if fit else {}, left
    except Rejected as verdict:
        yield {}, [_left_out(batch.source, number, incoming, verdict)]


def _programs(source: Source, incoming: Incoming) -> Iterator[Program]:
    """The programs of a row, whose texts can be written; Rejected for whatever else the row may be."""
    if incoming.fault:
        raise Rejected(incoming.fault, incoming.detail)
    check_columns(source, incoming.row)
    try:
        for program in source.programs(incoming.row):
            json.dumps(asdict(program), ensure_ascii=False).encode()
            yield program
    except UnicodeEncodeError as error:
        raise Rejected("text that can't be written", str(error)) from None
    except _FORM as error:
        raise Rejected("row of another form", f"{type(error).__name__}: {error}") from None


def _fitting(source: Source, program: Program, batch: Batch) -> tuple[list[Run], list[tuple[Rejected, Run]]]:
    """The runs of a program that are as they should be, and what is wrong with others.

    Where outputs are expected, one has to agree before an input without any is tried; if one doesn't, none counts.
    """
    fit: list[Run] = []
    faults: list[tuple[Rejected, Run]] = []
    vouched = all(run.expected is None for run in program.runs)
    for run in program.runs:
        if run.expected is not None or vouched:
            try:
                _check(source, program, run, batch)
            except Rejected as verdict:
                faults.append((verdict, run))
                if verdict.reason in _WRONG:
                    return [], faults
                if verdict.reason in _USELESS:
                    break
            else:
                fit.append(run)
                vouched = True
    return fit, faults


def _check(source: Source, program: Program, run: Run, batch: Batch) -> None:
    """Run a program in the sandbox; Rejected unless it ends well, with the output that is expected."""
    arguments = (program.code, run.entry, run.stdin, batch.max_events)
    found = parsed(guarded_twice(outcome, *arguments, ready=warm_up, needed=batch.needed))
    output, stdout, raised = (str(found.get(name)) for name in ("output", "stdout", "error"))
    if raised:
        raise Rejected("raises an exception", raised)
    told = output if run.entry and (output != "None" or not stdout) else stdout
    if run.expected is not None and not source.agrees(run.expected, told):
        raise Rejected(_WRONG[program.several], f"{told.strip()!r} instead of {run.expected.strip()!r}")
    if not source.config.short and found.get("events", 0) < TRIVIAL:
        raise Rejected("trivial run", f"{found.get('events')} events")


def _kept(source: Source, program: Program, name: str, fit: list[Run]) -> dict[str, Any]:
    return {
        "task": program.name or name,
        "family": program.family or source.name,
        "statement": program.statement,
        "code": program.code,
        "source": source.origin,
        "license": program.license or source.license,
        "url": program.url or source.url,
        "runs": [(run.entry, run.stdin) for run in fit],
    }


def _left_out(source: str, number: int, incoming: Incoming, fault: Rejected, run: Run | None = None) -> dict[str, Any]:
    told = {"config": source, "row": number, "where": incoming.where, "reason": fault.reason, "detail": fault.detail}
    told |= {"entry": run.entry, "input": run.stdin} if run else {}
    return {name: _short(text) if isinstance(text, str) else text for name, text in told.items()}


def _short(text: str) -> str:
    """A text that can be written, in a length that can be read."""
    text = text.encode("utf-8", "backslashreplace").decode()
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}... ({len(text)} characters)"


# All batches


@dataclass(slots=True)
class Merger:
    """Writes what comes of the batches, and counts it; seen: the digest of a program -> that of its statement."""

    stock: IO[str]
    left_out: IO[str]
    seen: dict[bytes, bytes] = field(default_factory=dict)
    found: Collected = field(default_factory=lambda: Collected(rows=0, programs=0, inputs=0, rejected={}))

    def add(self, batch: dict[str, Any]) -> None:
        self.found["rows"] += batch["rows"]
        for fault in batch["rejected"]:
            self.leave(fault)
        for program in batch["programs"]:
            self.take(program)

    def take(self, program: dict[str, Any]) -> None:
        """Write a program to the stock, if it is new: under another statement, it would be in two splits."""
        code, statement = _digest(program["code"]), _digest(program["statement"])
        if code in self.seen:
            again = self.seen[code] == statement
            reason = "the same program again" if again else "program of another problem"
            self.leave({"config": "", "where": program["task"], "reason": reason, "detail": ""})
            return
        self.seen[code] = statement
        self.stock.write(f"{json.dumps(program)}\n")
        self.found["programs"] += 1
        self.found["inputs"] += len(program["runs"])

    def leave(self, fault: dict[str, Any]) -> None:
        self.found["rejected"][fault["reason"]] = self.found["rejected"].get(fault["reason"], 0) + 1
        self.left_out.write(f"{json.dumps(fault, ensure_ascii=False)}\n")


def _merged(folder: Path) -> Collected:
    """Write the stock, and what was left out, from the batches in their order."""
    with replacing(folder / STOCK) as ready, replacing(folder / LEFT_OUT) as aside:
        with ready.open("w", encoding="utf-8") as stock, aside.open("w", encoding="utf-8") as left_out:
            merger = Merger(stock, left_out)
            for batch in sorted(folder.glob("batch-*.json")):
                merger.add(json.loads(batch.read_bytes()))
        return merger.found


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
