"""The commands on records that are there already: verify, export, stats, explain, publish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.options import (
    CORES,
    AllowWeakSandbox,
    AsJson,
    Difficulty,
    Kinds,
    Place,
    Style,
    Workers,
    check_options,
    listed,
    needed_level,
)
from generator.types import Options

if TYPE_CHECKING:
    from generator.audit import Report

FAILURES = Path("tracepile-failures.jsonl")


def verify(
    path: Place,
    claims_only: Annotated[
        bool, typer.Option("--claims-only", help="Check the claims; don't make the rows again.")
    ] = False,
    sample: Annotated[int | None, typer.Option(help="Check about this many rows, evenly spread.", min=1)] = None,
    failures: Annotated[
        Path,
        typer.Option(help="Where failures are written, if there are any, as JSON lines; a file there is replaced."),
    ] = FAILURES,
    workers: Workers = CORES,
    allow_weak_sandbox: AllowWeakSandbox = False,
    as_json: AsJson = False,
) -> None:
    """Run every program of a dataset again and check every statement that its rows make.

    Prints what passed and failed by configuration and reason; the exit code is 1 if anything fails.
    """
    from generator.audit import audit  # noqa: PLC0415 - loads what listing doesn't need
    from generator.hub import locate  # noqa: PLC0415 - as above

    needed, found = needed_level(allow_weak=allow_weak_sandbox), locate(path)
    report = audit(found, claims_only=claims_only, sample=sample, workers=workers, needed=needed, failures_to=failures)
    for one in report.failures:
        typer.echo(f"{one.file}: {one.id}: {one.reason}: {one.detail}", err=True)
    if report.failed:
        typer.echo(f"all {report.failed} failures are in {failures}", err=True)
    print_report(report, as_json=as_json)
    if report.failed or not report.rows:
        raise SystemExit(1)


def print_report(report: Report, *, as_json: bool) -> None:
    """Print the outcome of an audit: how many rows passed and failed, and a table by configuration and reason."""
    if as_json:
        counts = {"rows": report.rows, "passed": report.passed, "failed": report.failed}
        typer.echo(json.dumps({**counts, "reasons": report.reasons, "configs": report.table}))
        return
    typer.echo(f"{report.rows} rows: {report.passed} passed, {report.failed} failed")
    tables = sorted(report.table.items())
    lines = [(name or "-", outcome, count) for name, counts in tables for outcome, count in _order(counts)]
    width = max((len(name) for name, _, _ in lines), default=0)
    for name, outcome, count in lines:
        typer.echo(f"  {name:{width}}  {count:8}  {outcome}")


def _order(counts: dict[str, int]) -> list[tuple[str, int]]:
    """What passed, then the reasons, the commonest first."""
    return sorted(counts.items(), key=lambda one: (one[0] != "passed", -one[1], one[0]))


def export(
    path: Place,
    form: Annotated[str, typer.Option("--format", help="The text form: text, messages, prompt-completion or cwm.")],
    out: Annotated[Path | None, typer.Option(help="The file to write; standard output if left out.")] = None,
    split: Annotated[str, typer.Option(help="Only the files of this split, such as train; all if left out.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    allow_weak_sandbox: AllowWeakSandbox = False,
) -> None:
    """Write records in a text form, as JSON lines, for training."""
    from generator.export import export as run_export  # noqa: PLC0415 - loads what listing doesn't need
    from generator.forms import form as known_form  # noqa: PLC0415 - as above
    from generator.hub import locate  # noqa: PLC0415 - as above

    known_form(form)
    needed = needed_level(allow_weak=allow_weak_sandbox)
    rows = run_export(locate(path), form, out, split=split, replace=force, needed=needed)
    typer.echo(f"{rows:,} records", err=True)
    if out:
        typer.echo(str(out))


def stats(
    path: Place,
    plots: Annotated[Path | None, typer.Option(help="A folder for plots of the distributions, as PNG files.")] = None,
    as_json: AsJson = False,
) -> None:
    """Print how large, how varied and how distinct the records of a dataset are."""
    from generator import stats as found  # noqa: PLC0415 - loads what listing doesn't need
    from generator.hub import locate  # noqa: PLC0415 - as above

    rows = found.frame(locate(path))
    if as_json:
        typer.echo(found.as_json(rows))
    else:
        found.show(rows)
    for made in found.plot(rows, plots) if plots else ():
        typer.echo(str(made), err=True)


def explain(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a record, such as algorithm-0-000042.")],  # noqa: A002
    place: Annotated[
        str, typer.Option("--in", metavar="PATH", help="The file, folder or dataset of the Hub that holds it.")
    ] = "",
    task: Annotated[str, typer.Option(help="As it was given when the row was made.")] = "",
    kinds: Kinds = "",
    difficulty: Difficulty = "",
    style: Style = "",
    allow_weak_sandbox: AllowWeakSandbox = False,
    as_json: AsJson = False,
) -> None:
    """Show a record with each of its claims linked to the event of the run that licenses it.

    The record is made again from its id, or taken from where --in says; a record that isn't true is refused.
    """
    from generator.explain import as_text, explained, show  # noqa: PLC0415 - loads what listing doesn't need
    from generator.hub import locate  # noqa: PLC0415 - as above

    options = Options(task=task, kinds=listed(kinds), style=style, difficulty=difficulty)
    check_options(options)
    needed = needed_level(allow_weak=allow_weak_sandbox)
    record, links = explained(id, locate(place) if place else None, options, needed=needed)
    if as_json:
        typer.echo(as_text(record, links))
    else:
        show(record, links)


def publish(
    folder: Annotated[Path, typer.Argument(help="A built folder.")],
    repo: Annotated[str, typer.Argument(metavar="ORG/NAME", help="The dataset of the Hub; made if it isn't there.")],
    private: Annotated[bool, typer.Option("--private", help="Make the dataset visible to its owners only.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check, say what would be done, and do nothing.")] = False,
    move_tag: Annotated[
        bool, typer.Option("--move-tag", help="Let the tag of this version name the new rows where it names others.")
    ] = False,
    may_redistribute: Annotated[
        bool,
        typer.Option("--may-redistribute", help="I have the right to pass on rows whose licences don't say I may."),
    ] = False,
    sample: Annotated[int, typer.Option(help="About how many rows are checked again first.", min=1)] = 100,
    workers: Workers = CORES,
    allow_weak_sandbox: AllowWeakSandbox = False,
) -> None:
    """Put a built folder on the Hub: all checks first, then one commit, then a tag with the version.

    What a former commit left over goes in the same commit. Whatever stops it, the same command goes on when run again.
    """
    from generator import publish as hub  # noqa: PLC0415 - loads what listing doesn't need

    plan = hub.prepare(
        folder,
        repo,
        private=private,
        move_tag=move_tag,
        may_redistribute=may_redistribute,
        sample=sample,
        workers=workers,
        needed=needed_level(allow_weak=allow_weak_sandbox),
    )
    for line in plan.lines():
        typer.echo(line, err=not dry_run)
    if dry_run:
        return
    commit = hub.carry_out(plan)
    done = "nothing to do, it is there already" if plan.is_done else "published"
    typer.echo(f"{repo}: {done}, as {plan.tag}, commit {commit}")
