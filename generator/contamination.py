"""Whether a dataset holds the problems of benchmarks: by their words, by their programs, and by what those do.

    words      a run of 13 words of a problem's statement or code; of a shorter statement all of it
    names      the same run where words that begin with a capital are anything: other people, other places
    reworded   at least 60 % of a statement's words in their order
    program    the same program or function up to its names, or a larger one with the function in it
    behaviour  a function, or a script, that takes the inputs of the problem's tests to the same results

Case, spacing and punctuation never count; numbers do. Caught are copies, copies with other names in the story or in the
program, and other programs that solve the same. Not caught are statements told in other words or in another language,
statements with most of their numbers changed, and programs that were changed in more than names where the benchmark has
no tests, or too few to tell a function by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import alpha, behaviour
from generator.benchmarks import Case, Item
from generator.engine.isolation import Level
from generator.shingles import kept, masked, shingles, words
from generator.types import Rejected

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUN = 13
"""Words of a run, as is usual since GPT-3."""
VARIED = 5
"""Different words that a run must have: thirteen zeros say nothing."""
SHORT = 3
"""Words of the runs by which statements are found that may have been reworded."""
SHARED, KEPT = 0.15, 0.6
"""The share of a statement's short runs that another must have to be looked at, and of its words to be the same."""
COMMON = 200
"""A short run that more statements have finds none of them."""
PART = 20
"""Nodes of a function that counts as a part of a program; a program as a whole may be smaller."""


@dataclass(frozen=True, slots=True)
class Match:
    """A problem that a row has in it: how it was found (see above), and by what."""

    problem: str
    kind: str
    detail: str


class Table:
    """Hashes of runs, each with the numbers of the problems that have it."""

    def __init__(self, runs: Iterable[NDArray[np.uint64]]) -> None:
        import numpy as np  # noqa: PLC0415 - a tenth of a second

        listed = [np.unique(one) for one in runs]
        hashes = np.concatenate([*listed, np.empty(0, np.uint64)])
        owners = np.repeat(np.arange(len(listed)), [len(one) for one in listed])
        order = np.argsort(hashes, kind="stable")
        self.hashes, self.owners = hashes[order], owners[order]

    def shared(self, runs: NDArray[np.uint64], most: int) -> dict[int, int]:
        """How many of some runs each problem has; a run that more than `most` have counts for none."""
        import numpy as np  # noqa: PLC0415 - as above

        runs = np.unique(runs)
        first, last = (np.searchsorted(self.hashes, runs, side) for side in ("left", "right"))
        found: dict[int, int] = defaultdict(int)
        for start, stop in zip(first.tolist(), last.tolist(), strict=True):
            for owner in self.owners[start:stop].tolist() if 0 < stop - start <= most else ():
                found[owner] += 1
        return found


@dataclass(slots=True)
class Index:
    """A benchmark's problems, ready to be looked for."""

    items: Sequence[Item]
    runs: Table
    masked: Table
    short: Table
    sizes: Sequence[int]
    """Different short runs of each statement."""
    whole: Mapping[tuple[str, ...], str]
    """The words of short statements -> the problem."""
    programs: Mapping[str, str]
    parts: Mapping[str, str]
    asked: Mapping[int, Mapping[str, Sequence[Case]]]
    """Number of arguments, 0 for standard input -> problem -> its tests."""
    known: dict[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    """(program, function) -> the problems that it solves."""
    lost: set[tuple[str, str]] = field(default_factory=set)
    """The functions that came to grief on the inputs: what they do isn't known."""


def index(items: Sequence[Item], needed: Level = Level.SECCOMP) -> Index:
    """Make ready to look for the problems of a benchmark; its programs are run in the sandbox."""
    items = [behaviour.with_cases(one, needed) for one in items]
    statements = [words(one.statement) for one in items]
    short = [shingles(one, SHORT) for one in statements]
    asked: dict[int, dict[str, Sequence[Case]]] = defaultdict(dict)
    for one in items:
        if behaviour.tells(one):
            asked[behaviour.arity(one)][one.id] = one.cases
    return Index(
        items=items,
        runs=Table(_runs(said, one.code) for said, one in zip(statements, items, strict=True)),
        masked=Table(shingles(masked(one.statement), RUN, varied=VARIED) for one in items),
        short=Table(short),
        sizes=[len(set(one.tolist())) for one in short],
        whole={tuple(said): one.id for said, one in zip(statements, items, strict=True) if 0 < len(said) < RUN},
        programs={text: one.id for one in items if (text := _program(one.code))},
        parts={
            text: one.id for one in items for text, size in subject(one.statement, one.code).functions if size >= PART
        },
        asked=asked,
    )


@dataclass(frozen=True, slots=True)
class Subject:
    """A statement and a program, as they are looked at: words, runs, the program and its functions up to names."""

    statement: str
    code: str
    said: tuple[str, ...]
    runs: NDArray[np.uint64]
    masked: NDArray[np.uint64]
    short: NDArray[np.uint64]
    program: str
    functions: Sequence[tuple[str, int]]


@lru_cache(maxsize=64)
def subject(statement: str, code: str) -> Subject:
    """A statement and a program, ready to be looked at; the same for all benchmarks."""
    said = tuple(words(statement))
    whole = _program(code)
    return Subject(
        statement=statement,
        code=code,
        said=said,
        runs=_runs(said, code),
        masked=shingles(masked(statement), RUN),
        short=shingles(said, SHORT),
        program=whole,
        functions=alpha.functions(code) if whole else (),
    )


def _runs(statement: Sequence[str], code: str) -> NDArray[np.uint64]:
    import numpy as np  # noqa: PLC0415 - as above

    return np.concatenate([shingles(one, RUN, varied=VARIED) for one in (statement, words(code))])


def _program(code: str) -> str:
    """A program up to its names; empty where it is none, or empty."""
    try:
        return alpha.program(code).text if code.strip() else ""
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""


def matches(found: Index, of: Subject, needed: Level = Level.SECCOMP) -> list[Match]:
    """The problems of a benchmark that a statement and a program have in them, each once in the surest way."""
    first: dict[str, Match] = {}
    for match in (*_of_words(found, of), *_of_code(found, of, needed)):
        first.setdefault(match.problem, match)
    return list(first.values())


def _of_words(found: Index, of: Subject) -> Iterator[Match]:
    items = found.items
    if of.said in found.whole:
        yield Match(found.whole[of.said], "words", of.statement)
    for number, shared in found.runs.shared(of.runs, len(items)).items():
        yield Match(items[number].id, "words", f"{shared} runs of {RUN} words")
    for number, shared in found.masked.shared(of.masked, len(items)).items():
        yield Match(items[number].id, "names", f"{shared} runs of {RUN} words but for names")
    for number, shared in found.short.shared(of.short, COMMON).items():
        if shared >= SHARED * found.sizes[number]:
            share = kept(words(items[number].statement), of.said)
            if share >= KEPT:
                yield Match(items[number].id, "reworded", f"{share:.0%} of the words in their order")


def _of_code(found: Index, of: Subject, needed: Level) -> Iterator[Match]:
    if of.program in found.programs:
        yield Match(found.programs[of.program], "program", "the whole program but for names")
    for part, size in of.functions:
        if part in found.parts:
            yield Match(found.parts[part], "program", f"a function of {size} nodes but for names")
    for callee, problems in _solved(found, of, needed):
        for problem in problems:
            yield Match(problem, "behaviour", f"{callee or 'the program'} gives the results of all tests")


def _solved(found: Index, of: Subject, needed: Level) -> Iterator[tuple[str, Sequence[str]]]:
    """The functions of a program, each with the problems that it solves; a program is run once, whatever its names."""
    callees = [*(behaviour.functions(of.code) if of.functions else ()), *([("", range(1))] if 0 in found.asked else [])]
    for number, (callee, takes) in enumerate(callees if of.program else ()):
        asked = {name: cases for count in takes for name, cases in found.asked.get(count, {}).items()}
        key = (alpha.digest(of.program), str(number))
        if key not in found.known:
            try:
                found.known[key] = behaviour.alike(of.code, callee, asked, needed) if asked else ()
            except Rejected:
                found.known[key] = ()
                found.lost.add(key)
        yield callee, found.known[key]
