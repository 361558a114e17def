"""The commands that see whether a dataset is clean: duplicates, decontaminate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.options import CORES, AllowWeakSandbox, AsJson, Place, Workers, needed_level
from generator.types import TracePileError

if TYPE_CHECKING:
    from generator import decontaminate as decontamination
    from generator import dedup

THRESHOLDS = (0.7, 0.8, 0.9)


def duplicates(
    path: Place,
    threshold: Annotated[
        list[float] | None,
        typer.Option(help="Count rows that share at least this much with another; may be given again and again."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Count the rows that ask the same as others, or nearly say the same, within the splits and across them.

    The exit code is 1 if train and test share a row or a program, by any of the thresholds.
    """
    from generator import dedup  # noqa: PLC0415 - loads what listing doesn't need
    from generator.hub import locate  # noqa: PLC0415 - as above

    report = dedup.duplicates(locate(path), threshold or THRESHOLDS)
    typer.echo(json.dumps(dedup.as_json(report))) if as_json else _show_duplicates(report)
    if report.straddles:
        raise SystemExit(1)


def _show_duplicates(report: dedup.Report) -> None:
    pairs = sorted({*report.exact, *(pair for of in report.near.values() for pair in of)})
    typer.echo(", ".join(f"{rows:,} {split}" for split, rows in report.rows.items()) + " rows")
    _table(["rows that repeat one of", *(f"{one}" if one == two else f"{two}, of {one}" for one, two in pairs)])
    lines = {"exact": report.exact, **{f"near, {level:g}": of for level, of in report.near.items()}}
    for name, counts in lines.items():
        _table([name, *(f"{counts[pair]:,}" for pair in pairs)])
    for level, programs in sorted(report.programs.items()):
        typer.echo(f"programs that train and test share, {level:g}: {programs:,}")
    for twin in report.twins:
        typer.echo(f"{twin.kind}: {twin.id} repeats {twin.of}: {twin.share:.0%}", err=True)


def _table(cells: list[str]) -> None:
    first, *others = cells
    typer.echo(f"{first:24}" + "".join(f"{cell:>22}" for cell in others))


def decontaminate(
    path: Place,
    against: Annotated[
        list[str],
        typer.Option(
            metavar="BENCHMARK",
            help="gsm8k, math, humaneval, mbpp, cruxeval, livecodebench or clrs-text, fetched from the Hub; NAME=FILE "
            "for a copy of one; any file of JSON lines, JSON or Parquet; or org/name on the Hub. May be given again.",
        ),
    ],
    clean: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Write a copy without the rows that are hit.")
    ] = None,
    workers: Workers = CORES,
    allow_weak_sandbox: AllowWeakSandbox = False,
    as_json: AsJson = False,
) -> None:
    """Look for the problems of benchmarks in a dataset: by words, by programs up to names, and by what programs do.

    A built folder keeps the outcome in contamination.json and on its card. The exit code is 1 if a row is hit and no
    listed reason explains it.
    """
    from generator import decontaminate as run  # noqa: PLC0415 - loads what listing doesn't need
    from generator.hub import locate  # noqa: PLC0415 - as above

    if clean:
        run.check_new(clean)  # before any work
    needed, found = needed_level(allow_weak=allow_weak_sandbox), locate(path)
    report = run.decontaminate(found, against, workers=workers, needed=needed)
    if not report.rows:
        raise TracePileError(f"{path} holds no rows")
    if Path(path).is_dir():
        run.store(found, report)
    if clean:
        run.write_clean(found, report, clean)
    typer.echo(json.dumps(report.as_json())) if as_json else _show_hits(report)
    if report.hits:
        raise SystemExit(1)


def _show_hits(report: decontamination.Report) -> None:
    typer.echo(f"{report.rows:,} rows, {report.hits:,} hit")
    for name, found in sorted(report.found.items()):
        kinds = ", ".join(f"{kind} {rows:,}" for kind, rows in sorted(found.kinds.items()))
        typer.echo(f"  {name}: {found.problems:,} problems, {found.rows:,} rows hit" + (f" ({kinds})" if kinds else ""))
        for (problem, task, reason), rows in sorted(found.listed.items()):
            typer.echo(f"    listed: {problem} by {task} in {rows:,} rows: {reason}")
        if found.lost:
            typer.echo(f"    {found.lost:,} functions came to grief on its inputs: what they do isn't known")
        for hit in found.hits:
            typer.echo(f"{hit.row}: {hit.task}: {hit.problem} of {name}: {hit.kind}: {hit.detail[:80]}", err=True)
