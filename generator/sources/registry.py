"""How a source of problems joins the dataset: one function from a row of its columns to programs, decorated.

    @source(columns={"question": str, "answer": str}, hub="org/name", license="MIT", url="...", agrees=same_number)
    def name(row):
        yield Program(statement=row["question"], code=..., runs=(Run(expected=...),))

The function only reads the row: what it yields is run in the sandbox afterwards, and kept if `agrees` says that the
output is what is expected. It raises Rejected with a reason that can be counted where a row is of no use.
"""

from __future__ import annotations

import ast
import hashlib
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.types import Config, Rejected, weighted

Row = Mapping[str, Any]
"""A row of a source: column to value, as JSON or Parquet give it."""

LONGEST = 20_000
"""In characters: a program that is longer would make no row that can be read."""
TYPES: dict[type, str] = {str: "a text", list: "a list", object: "anything"}


@dataclass(frozen=True, slots=True)
class Run:
    """One input of a program: a call, or a standard input; expected is None where any outcome will do."""

    entry: str = ""
    stdin: str = ""
    expected: str | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """A program of a source and the inputs that it is run on.

    name, license, url: empty for those that follow from the row's place and its source.
    several: whether the problem has other right outputs than the expected ones.
    """

    statement: str
    code: str
    runs: tuple[Run, ...]
    name: str = ""
    family: str = ""
    license: str = ""
    url: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from and what is made of them.

    columns: what a row must have, with the type of each.
    agrees:  (expected, found) -> whether an output is the one that is expected.
    hub, subset, split: where its rows are on the Hub; hub is empty for what has no place there.
    """

    name: str
    summary: str
    columns: Mapping[str, type]
    programs: Callable[[Row], Iterator[Program]]
    agrees: Callable[[str, str], bool]
    config: Config
    license: str
    url: str
    hub: str
    subset: str
    split: str

    @property
    def origin(self) -> str:
        """What the column `source` of its rows says."""
        return self.hub or self.name


SOURCES: dict[str, Source] = {}
SOLUTIONS = weighted(
    walk_through=20,
    variable_trace=5,
    line_value=3,
    turn_value=3,
    first_time=3,
    line_count=2,
    loop_count=4,
    branch_count=4,
    condition_truths=4,
    next_line=3,
    call_arguments=4,
    call_result=4,
)
"""The question kinds of programs that solve word problems."""
PROGRAMS = weighted(
    output=8,
    variable_trace=6,
    line_value=5,
    turn_value=5,
    contents=5,
    first_time=5,
    line_count=4,
    loop_count=6,
    branch_count=6,
    condition_truths=6,
    next_line=5,
    call_arguments=5,
    call_result=5,
    recursion_depth=5,
    call_stack=5,
    printed=5,
)
"""The question kinds of all other programs."""
_SOLVING = (
    "Below are a problem and a program that solves it. Go through the program line by line and find the answer.",
    "Read the problem, then run its solution by hand: say what each line computes, and give the answer.",
    "Follow the solution of this problem as it runs, work out every value, and state the answer at the end.",
)
_RUNNING = (
    "Run the program below by hand, explain each step, and answer the question at the end.",
    "Follow this program as it runs: tell what is computed and what changes, then answer the question.",
    "Execute the code step by step, without a computer, and use what you find to answer the question.",
)


def source(
    *,
    columns: Mapping[str, type],
    agrees: Callable[[str, str], bool],
    license: str = "unknown",  # noqa: A002 - the field's name
    hub: str = "",
    subset: str = "",
    split: str = "train",
    url: str = "",
    solves: bool = False,
    short: bool = False,
    bands: tuple[int, int] = (40, 100),
) -> Callable[[Callable[[Row], Iterator[Program]]], Callable[[Row], Iterator[Program]]]:
    """Register the decorated function as the source of its name.

    solves: whether its programs are solutions of word problems, whose answers are asked for.
    short:  whether runs of a few events are rows, too.
    """

    def register(programs: Callable[[Row], Iterator[Program]]) -> Callable[[Row], Iterator[Program]]:
        name = programs.__name__
        kinds, instructions = (SOLUTIONS, _SOLVING) if solves else (PROGRAMS, _RUNNING)
        config = Config(name, {}, frozenset(), kinds, instructions, bands, short=short or solves)
        summary = (programs.__doc__ or "").partition("\n")[0]
        SOURCES[name] = Source(name, summary, columns, programs, agrees, config, license, url, hub, subset, split)
        return programs

    return register


def check_columns(found: Source, row: Row) -> None:
    """Raise Rejected unless a row has the columns of its source."""
    missing = [name for name in found.columns if name not in row]
    if missing:
        expected = ", ".join(f"`{name}` ({TYPES[kind]})" for name, kind in found.columns.items())
        raise Rejected("missing column", f"lacks {', '.join(missing)}; a row of {found.name} has {expected}")
    for name, kind in found.columns.items():
        if not isinstance(row[name], kind):
            raise Rejected("column of another type", f"`{name}` is not {TYPES[kind]}: {type(row[name]).__name__}")


def parsed(code: str) -> ast.Module:
    """The syntax tree of a program that may be anything; Rejected where it has none."""
    if len(code) > LONGEST:
        raise Rejected("program too long", f"{len(code)} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about the escapes in its texts
            return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Rejected("not Python", str(error)) from None


def group_of(statement: str, code: str) -> str:
    """What the splits keep together: the programs of one statement, or without one, one program."""
    text = " ".join(statement.split()).casefold() or code
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def split_of(group: str) -> str:
    """The split of a group, by its own hash: 90 % train, 5 % validation, 5 % test."""
    share = int(group[:8], 16) % 100
    return "test" if share < 5 else "validation" if share < 10 else "train"  # noqa: PLR2004 - the shares
