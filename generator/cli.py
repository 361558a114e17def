"""The command line, `tracepile`. Data goes to standard output, everything else to standard error."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from generator import __version__, cleaning, commands
from generator.configs import CONFIGS, config
from generator.options import (
    CORES,
    AllowWeakSandbox,
    AsJson,
    BaseUrl,
    Concurrency,
    Difficulty,
    Kinds,
    Limit,
    MaxEvents,
    MaxTokens,
    MinModelShare,
    ModelName,
    NarratorName,
    PieceLines,
    Revision,
    RowsFrom,
    Seed,
    SourceName,
    Style,
    Tokenizer,
    Tries,
    Workers,
    check_options,
    listed,
    needed_level,
)
from generator.types import Options, Record, TracePileError, unknown

if TYPE_CHECKING:
    from generator.source_rows import Origin

RUNNING = (["trace"], ["verify"], ["export"], ["explain"], ["decontaminate"], ["publish"])
"""The commands that may run programs of others."""

app = typer.Typer(
    help="Programs, what happens when they run, and explanations in which every value is checked.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def main() -> None:
    """Run the command line; the interpreter starts again where string hashing would be random."""
    if os.environ.get("PYTHONHASHSEED") != "0" and sys.argv[1:2] in RUNNING:
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
    name: Annotated[
        str, typer.Argument(metavar="[CONFIG]", help=f"{', '.join(CONFIGS)}, or all of them with `all`.")
    ] = "",
    source: SourceName = "",
    rows_from: RowsFrom = None,
    limit: Limit = 0,
    rows: Annotated[int, typer.Option(help="Rows of each configuration.")] = 1000,
    seed: Seed = 0,
    out: Annotated[Path, typer.Option(help="The folder to build; it becomes a Hub repository.")] = Path("build/hub"),
    workers: Workers = CORES,
    kinds: Kinds = "",
    difficulty: Difficulty = "",
    style: Style = "",
    narrator: NarratorName = "deterministic",
    model: ModelName = "",
    revision: Revision = "",
    base_url: BaseUrl = "",
    concurrency: Concurrency = 8,
    tries: Tries = 5,
    piece_lines: PieceLines = 1,
    min_model_share: MinModelShare = 0.0,
    max_tokens: MaxTokens = 8192,
    tokenizer: Tokenizer = "",
    max_events: MaxEvents = 1500,
    with_trace: Annotated[bool, typer.Option("--with-trace", help="Add the column trace_json.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace rows that are there and would be lost.")] = False,
    allow_weak_sandbox: AllowWeakSandbox = False,
) -> None:
    """Build a dataset: draw problems, run them, explain and check the runs, write Parquet.

    The problems are our own, of a configuration, or come from outside, from a source. A build that was interrupted goes
    on where it was when the same command is run again.
    """
    from generator.build import build as run_build  # noqa: PLC0415 - loads what listing doesn't need

    options = Options(
        *("", listed(kinds), narrator, style, max_tokens, tokenizer, max_events, with_trace, difficulty),
        *(model, revision, tries, piece_lines, min_model_share, base_url, concurrency),
    )
    check_options(options)
    origin = origin_of(source, rows_from, limit, name, tokenizer, narrator)
    names = [source] if origin else list(CONFIGS) if name == "all" else [name]
    for one in names:
        known = origin.source.config if origin else config(one)
        for kind in options.kinds:
            if kind not in known.kinds:
                raise unknown(f"question kind of {one}", kind, sorted(set(known.kinds)))
    needed = needed_level(allow_weak=allow_weak_sandbox)
    manifest = run_build(names, rows, seed, out, workers, options, force=force, origin=origin, needed=needed)
    for one in names:
        typer.echo(summary(one, manifest["configs"][one]), err=True)
    typer.echo(str(out))


@app.command()
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="algorithm/bubble_sort, or algorithm for any of its tasks.")],  # noqa: A002
    seed: Seed = 0,
    kinds: Kinds = "",
    difficulty: Difficulty = "",
    style: Style = "",
    as_json: AsJson = False,
) -> None:
    """Make one record and show it."""
    from generator.pipeline import make_row  # noqa: PLC0415 - loads what listing doesn't need

    name, _, task = id.partition("/")
    chosen = config(name)
    if task and task not in chosen.tasks:
        raise unknown(f"{name} task", task, sorted(chosen.tasks))
    options = Options(task=task, kinds=listed(kinds), style=style, difficulty=difficulty)
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


for command in (
    *(commands.verify, commands.export, commands.stats, commands.explain, commands.publish),
    *(cleaning.duplicates, cleaning.decontaminate),
):
    app.command()(command)


@app.callback(invoke_without_command=True)
def version(
    shown: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """Programs, what happens when they run, and explanations in which every value is checked."""
    if shown:
        typer.echo(__version__)
        raise typer.Exit


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


def origin_of(source: str, path: Path | None, limit: int, config: str, tokenizer: str, narrator: str) -> Origin | None:
    """Where the rows of the source come from; None where problems are our own. TracePileError if both are asked for."""
    from generator.source_rows import Origin  # noqa: PLC0415 - loads what listing doesn't need
    from generator.sources import source as find_source  # noqa: PLC0415 - as above

    if not source and (path or limit):
        raise TracePileError("--from and --limit say which rows of a source to read: name it with --source")
    if bool(source) == bool(config):
        both = f"{config} and --source {source} can't be built at once" if source else "what is to be built isn't said"
        raise TracePileError(f"{both}: name a configuration ({', '.join(CONFIGS)}, all), or a source with --source")
    if source and tokenizer:
        raise TracePileError("--tokenizer can't be used with --source: the sandbox opens no files. Leave it out")
    if source and narrator != "deterministic":
        raise TracePileError("--narrator can't be used with --source: the sandbox reaches no model. Leave it out")
    return Origin(find_source(source), path, limit) if source else None


def summary(name: str, entry: Any) -> str:
    """A line or two on a built configuration."""
    splits = ", ".join(f"{split['rows']:,} {one}" for one, split in entry["splits"].items())
    lost = sum(entry["rejected"].values())
    reasons = ", ".join(f"{count} {reason}" for reason, count in entry["rejected"].items())
    read = entry.get("collected")
    told = f"{read['rows']:,} rows read, {read['programs']:,} programs kept; " if read else ""
    return f"{name}: {told}{splits}; {entry['duplicates']} duplicates replaced, {lost} attempts rejected" + (
        f" ({reasons})" if lost else ""
    )


if __name__ == "__main__":
    main()
