"""The options that several commands share, and what is seen to before a command works."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.types import DIFFICULTIES, Options, unknown

if TYPE_CHECKING:
    from generator.engine.isolation import Level

CORES = os.cpu_count() or 1

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]
Seed = Annotated[int, typer.Option(help="The seed of the sequence of rows.", min=0)]
Workers = Annotated[int, typer.Option(help="Processes to use; the result does not depend on it.")]
Kinds = Annotated[str, typer.Option(help="Question kinds to draw from, with commas; all if left out.")]
Difficulty = Annotated[str, typer.Option(help="easy, medium or hard: how long the executions are; any if left out.")]
Style = Annotated[str, typer.Option(help="The style of the prose; drawn row by row if left out.")]
NarratorName = Annotated[str, typer.Option("--narrator", help="Who writes the prose.")]
ModelName = Annotated[str, typer.Option("--model", help="The model that narrates: a name on the Hub, or a folder.")]
Revision = Annotated[str, typer.Option(help="The model's branch, tag or commit; for a server, what to write down.")]
BaseUrl = Annotated[
    str, typer.Option(help="Where an OpenAI-compatible server is, for --narrator endpoint; its key: TRACEPILE_API_KEY.")
]
Concurrency = Annotated[int, typer.Option(help="Requests of each worker that a server gets at a time.", min=1)]
Tries = Annotated[int, typer.Option(help="Times a model is asked for a piece that the checker refuses.", min=1)]
PieceLines = Annotated[int, typer.Option(help="Lines that a model is asked for at once.", min=1)]
MinModelShare = Annotated[
    float, typer.Option(help="Reject rows of which the model wrote a smaller share of the pieces.", min=0, max=1)
]
MaxTokens = Annotated[int, typer.Option(help="The longest row; a longer one is rejected, never cut.", min=1)]
MaxEvents = Annotated[int, typer.Option(help="The longest run, in events; a longer one is rejected.", min=1)]
AllowWeakSandbox = Annotated[
    bool,
    typer.Option("--allow-weak-sandbox", help="Run programs even where the system can't keep them from doing harm."),
]
SourceName = Annotated[
    str,
    typer.Option("--source", help="Take the problems from outside: openmath, codeforces, gsm8k, humaneval or jsonl."),
]
RowsFrom = Annotated[
    Path | None,
    typer.Option("--from", metavar="PATH", help="A file or folder with the source's rows; from the Hub if left out."),
]
Limit = Annotated[int, typer.Option(help="Rows of the source to read; all if left out.", min=0)]
Tokenizer = Annotated[
    str, typer.Option(help="Name or path of the tokenizer that counts; estimated from characters if left out.")
]
Place = Annotated[
    str,
    typer.Argument(
        metavar="PATH", help="A built folder, a Parquet file, a JSON-lines file, or org/name for a dataset of the Hub."
    ),
]


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
    from generator.narrators import NARRATORS, check_narrator  # noqa: PLC0415 - loads the engine
    from generator.questions import KINDS  # noqa: PLC0415 - loads the engine

    for what, names, known in (
        ("question kind", options.kinds, KINDS),
        ("style", [options.style] if options.style else [], STYLES),
        ("narrator", [options.narrator], NARRATORS),
        ("difficulty", [options.difficulty] if options.difficulty else [], DIFFICULTIES),
    ):
        for name in names:
            if name not in known:
                raise unknown(what, name, list(known))
    check_narrator(options)
