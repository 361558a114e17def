"""The command line, `tracepile`. Data goes to standard output, everything else to standard error."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from generator import __version__
from generator.configs import CONFIGS, config
from generator.types import Options, Record, TracePileError, unknown

if TYPE_CHECKING:
    from generator.engine.isolation import Level

CORES = os.cpu_count() or 1

app = typer.Typer(
    help="Programs, what happens when they run, and explanations in which every value is checked.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]
Seed = Annotated[int, typer.Option(help="The seed of the sequence of rows.", min=0)]
Workers = Annotated[int, typer.Option(help="Processes to use; the result does not depend on it.")]
Kinds = Annotated[str, typer.Option(help="Question kinds to draw from, with commas; all if left out.")]
Style = Annotated[str, typer.Option(help="The style of the prose; drawn row by row if left out.")]
NarratorName = Annotated[str, typer.Option("--narrator", help="Who writes the prose.")]
MaxTokens = Annotated[int, typer.Option(help="The longest row; a longer one is rejected, never cut.", min=1)]
MaxEvents = Annotated[int, typer.Option(help="The longest run, in events; a longer one is rejected.", min=1)]
AllowWeakSandbox = Annotated[
    bool,
    typer.Option("--allow-weak-sandbox", help="Run programs even where the system can't keep them from doing harm."),
]
Tokenizer = Annotated[
    str, typer.Option(help="Name or path of the tokenizer that counts; estimated from characters if left out.")
]


def main() -> None:
    """Run the command line; the interpreter starts again where string hashing would be random."""
    if os.environ.get("PYTHONHASHSEED") != "0" and sys.argv[1:2] in (["trace"], ["verify"]):
        os.environ["PYTHONHASHSEED"] = "0"
        # With -P no file of the current folder is taken for a module of ours or of the standard library.
        os.execv(sys.executable, [sys.executable, "-P", *sys.argv])  # noqa: S606 - ourselves again
    try:
        app()
    except TracePileError as error:
        fail(str(error))
    except BrokenPipeError:
        os._exit(1)  # the reader of our output has gone
    except OSError as error:
        fail(str(error))


def fail(message: str) -> NoReturn:
    """End with a message and a non-zero exit code."""
    typer.echo(f"error: {message}", err=True)
    raise SystemExit(1)


@app.command()
def build(
    name: Annotated[str, typer.Argument(metavar="CONFIG", help=f"{', '.join(CONFIGS)}, or all of them with `all`.")],
    rows: Annotated[int, typer.Option(help="Rows of each configuration.")] = 1000,
    seed: Seed = 0,
    out: Annotated[Path, typer.Option(help="The folder to build; it becomes a Hub repository.")] = Path("build/hub"),
    workers: Workers = CORES,
    kinds: Kinds = "",
    style: Style = "",
    narrator: NarratorName = "deterministic",
    max_tokens: MaxTokens = 8192,
    tokenizer: Tokenizer = "",
    max_events: MaxEvents = 1500,
    with_trace: Annotated[bool, typer.Option("--with-trace", help="Add the column trace_json.")] = False,
) -> None:
    """Build a dataset: draw problems, run them, explain and check the runs, write Parquet.

    A build that was interrupted goes on where it was when the same command is run again.
    """
    from generator.build import build as run_build  # noqa: PLC0415 - loads what listing doesn't need

    options = Options("", listed(kinds), narrator, style, max_tokens, tokenizer, max_events, with_trace)
    check_options(options)
    names = list(CONFIGS) if name == "all" else [name]
    for one in names:
        for kind in options.kinds:
            if kind not in config(one).kinds:
                raise unknown(f"question kind of {one}", kind, sorted(set(config(one).kinds)))
    manifest = run_build(names, rows, seed, out, workers, options)
    for one in names:
        typer.echo(summary(one, manifest["configs"][one]), err=True)
    typer.echo(str(out))


@app.command()
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="algorithm/bubble_sort, or algorithm for any of its tasks.")],  # noqa: A002
    seed: Seed = 0,
    kinds: Kinds = "",
    style: Style = "",
    as_json: AsJson = False,
) -> None:
    """Make one record and show it."""
    from generator.pipeline import make_row  # noqa: PLC0415 - loads what listing doesn't need

    name, _, task = id.partition("/")
    chosen = config(name)
    if task and task not in chosen.tasks:
        raise unknown(f"{name} task", task, sorted(chosen.tasks))
    options = Options(task=task, kinds=listed(kinds), style=style)
    check_options(options)
    print_record(make_row(name, seed, 0, options).record, as_json=as_json)


@app.command("list")
def list_tasks(
    name: Annotated[str, typer.Argument(metavar="[CONFIG]", help="Only this configuration.")] = "",
    as_json: AsJson = False,
) -> None:
    """List the tasks that rows are drawn from."""
    tasks = [task for one in ([name] if name else CONFIGS) for task in config(one).tasks.values()]
    if as_json:
        typer.echo(
            json.dumps([{"id": t.id, "config": t.config, "family": t.family, "name": t.name} for t in tasks], indent=1)
        )
        return
    width = max(len(task.id) for task in tasks)
    for task in tasks:
        typer.echo(f"{task.id:{width}}  {task.family:20}  {task.summary}")


@app.command()
def trace(
    file: Annotated[Path, typer.Argument(help="A Python file.")],
    call: Annotated[
        str, typer.Option(help="What to evaluate in it, such as 'solve([3, 1, 2])'; a script if left out.")
    ] = "",
    stdin: Annotated[str, typer.Option(help="What the program reads.")] = "",
    question: Annotated[
        str, typer.Option(metavar="KIND[:FOCUS]", help="What to ask, such as variable_trace:total.")
    ] = "output",
    style: Style = "",
    seed: Seed = 0,
    max_tokens: MaxTokens = 8192,
    max_events: MaxEvents = 1500,
    allow_error: Annotated[bool, typer.Option(help="Explain a run that ends in an exception, too.")] = False,
    allow_weak_sandbox: AllowWeakSandbox = False,
    as_json: AsJson = False,
) -> None:
    """Explain a run of your own program, step by step.

    The program runs in a process of its own, with limits on time, memory and events.
    """
    from generator.local import trace_file  # noqa: PLC0415 - loads what listing doesn't need

    kind, _, focus = question.partition(":")
    options = Options(kinds=(kind,), style=style, max_tokens=max_tokens, max_events=max_events)
    check_options(options)
    needed = needed_level(allow_weak=allow_weak_sandbox)
    record = trace_file(file, call, stdin, focus, options, seed, allow_error=allow_error, needed=needed)
    print_record(record, as_json=as_json)


@app.command()
def verify(
    path: Annotated[Path, typer.Argument(help="A built folder, a Parquet file or a JSON-lines file.")],
    claims_only: Annotated[
        bool, typer.Option("--claims-only", help="Check the claims; don't make the rows again.")
    ] = False,
    sample: Annotated[int | None, typer.Option(help="Check about this many rows, evenly spread.", min=1)] = None,
    workers: Workers = CORES,
    allow_weak_sandbox: AllowWeakSandbox = False,
    as_json: AsJson = False,
) -> None:
    """Run every program of a dataset again and check every statement that its rows make."""
    from generator.audit import audit  # noqa: PLC0415 - loads what listing doesn't need

    needed = needed_level(allow_weak=allow_weak_sandbox)
    report = audit(path, claims_only=claims_only, sample=sample, workers=workers, needed=needed)
    for one in report.failures:
        typer.echo(f"{one.file}: {one.id}: {one.reason}: {one.detail}", err=True)
    counts = {"rows": report.rows, "passed": report.passed, "failed": report.failed, "reasons": dict(report.reasons)}
    if as_json:
        typer.echo(json.dumps(counts))
    else:
        typer.echo(f"{report.rows} rows: {report.passed} passed, {report.failed} failed")
        for reason, count in report.reasons.most_common():
            typer.echo(f"  {count:6} {reason}")
    if report.failed or not report.rows:
        raise SystemExit(1)


@app.callback(invoke_without_command=True)
def version(
    shown: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """Programs, what happens when they run, and explanations in which every value is checked."""
    if shown:
        typer.echo(__version__)
        raise typer.Exit


def needed_level(*, allow_weak: bool) -> Level:
    """The sandbox that foreign programs need; with a weak one allowed, standard error says how weak it is."""
    from generator.engine.isolation import Level  # noqa: PLC0415 - loads what listing doesn't need
    from generator.engine.sandbox import reached  # noqa: PLC0415 - as above

    if not allow_weak:
        return Level.SECCOMP
    typer.echo(f"sandbox: {reached().told}", err=True)
    return Level.PROCESS


def listed(text: str) -> tuple[str, ...]:
    """The parts of an option that holds several values."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def check_options(options: Options) -> None:
    """Stop before any work where an option has a value that nobody knows."""
    from generator.narrate.narrator import STYLES  # noqa: PLC0415 - loads the engine
    from generator.narrators import NARRATORS  # noqa: PLC0415 - loads the engine
    from generator.questions import KINDS  # noqa: PLC0415 - loads the engine

    for what, names, known in (
        ("question kind", options.kinds, KINDS),
        ("style", [options.style] if options.style else [], STYLES),
        ("narrator", [options.narrator], NARRATORS),
    ):
        for name in names:
            if name not in known:
                raise unknown(what, name, list(known))


def print_record(record: Record, *, as_json: bool) -> None:
    """Print a record, for people or for programs."""
    if as_json:
        typer.echo(json.dumps(record, ensure_ascii=False, indent=1))
        return
    facts = " · ".join(str(record[name]) for name in ("id", "family", "task", "difficulty", "question_kind", "style"))
    counts = f"{record['n_events']} events, {record['n_steps']} steps, about {record['n_tokens']} tokens"
    typer.secho(f"{facts} ({counts})\n", bold=True)
    typer.echo(f"{record['prompt']}\n")
    typer.secho("Chain of Execution\n", bold=True)
    typer.echo(f"{record['completion']}\n")
    typer.secho(f"Answer: {record['answer']}\n", bold=True)


def summary(name: str, entry: Any) -> str:
    """A line or two on a built configuration."""
    splits = ", ".join(f"{split['rows']:,} {one}" for one, split in entry["splits"].items())
    lost = sum(entry["rejected"].values())
    reasons = ", ".join(f"{count} {reason}" for reason, count in entry["rejected"].items())
    return f"{name}: {splits}; {entry['duplicates']} duplicates replaced, {lost} attempts rejected" + (
        f" ({reasons})" if lost else ""
    )


if __name__ == "__main__":
    main()
