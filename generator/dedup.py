"""Duplicates in a dataset: rows that ask the same, rows whose texts are nearly the same, programs of train and test.

    exact     the same program, input and question, whatever their names
    near      texts (prompt below the instruction, completion) of which so many runs of five words are the same: their
              Jaccard index is computed for pairs that MinHash proposes
    programs  programs of test that train has too: the same up to their names, or near by runs of five tokens

Within a split, programs repeat by design, on other inputs; train and validation share programs by design as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import alpha
from generator.reading import data_files, records_of, units
from generator.shingles import shingles, words
from generator.types import SPLITS, Record, TracePileError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUN = 5
"""Words or tokens of a run."""
PERMUTATIONS = 128
RECALL = (0.1, 0.9)
"""What MinHash weighs: a pair that it proposes in vain costs a comparison, one that it misses is lost."""
EXAMPLES = 20
_TOKEN = re.compile(r"\w+|[^\w\s]")
_READ = ("id", "code", "entry", "input", "question", "prompt", "completion")

Pair = tuple[str, str]
"""Two splits, the first of which has what the second repeats; twice the same one within a split."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A row or program that repeats an earlier one, and how much of both together they share."""

    kind: str
    id: str
    of: str
    splits: Pair
    share: float


@dataclass(slots=True)
class Report:
    """How many rows of a split repeat one that came before, there or in another split; train comes before test.

    exact:    splits -> rows.
    near:     threshold -> splits -> rows that share at least so much with one before.
    programs: threshold -> programs of test of which train has one that shares so much; 1.0 for the same up to names.
    twins:    the nearest, and all programs that train and test share.
    """

    rows: Counter[str] = field(default_factory=Counter)
    exact: Counter[Pair] = field(default_factory=Counter)
    near: dict[float, Counter[Pair]] = field(default_factory=dict)
    programs: dict[float, int] = field(default_factory=dict)
    twins: list[Twin] = field(default_factory=list)

    @property
    def straddles(self) -> int:
        """What train and test share: rows, or programs, by any of the thresholds."""
        pair = ("train", "test")
        return self.exact[pair] + max((of[pair] for of in self.near.values()), default=0) + max(self.programs.values())


def duplicates(path: Path, thresholds: Sequence[float]) -> Report:
    """Count the exact and near duplicates among the rows at a path, within splits and across them."""
    for one in thresholds:
        if not 0 < one <= 1:
            raise TracePileError(f"--threshold must be above 0 and at most 1, not {one}")
    report, levels = Report(), sorted(set(thresholds))
    rows = sorted(_rows(path), key=lambda row: _order(row.split))
    if not rows:
        raise TracePileError(f"{path} holds no rows")
    report.rows.update(row.split for row in rows)
    _count_exact(rows, report)
    _count_near(rows, levels, report)
    _count_programs(rows, levels, report)
    report.twins = sorted(report.twins, key=lambda twin: (twin.kind != "program", -twin.share, twin.id))[:EXAMPLES]
    return report


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    split: str
    asked: str
    program: str
    tokens: str
    runs: NDArray[np.uint64]


def _rows(path: Path) -> Iterator[_Row]:
    for unit in units(data_files(path)):
        split = split_of(unit.path)
        for record in records_of(unit, _READ):
            yield _row(record, split)


def split_of(path: Path) -> str:
    """The split that a file belongs to by its name; train where the name says none."""
    return next((split for split in SPLITS if path.name.startswith(split)), SPLITS[0])


def _order(split: str) -> int:
    return SPLITS.index(split)


def _row(record: Record, split: str) -> _Row:
    code, text = record["code"], record["prompt"].partition("\n\n")[2] + "\n" + record["completion"]
    return _Row(record["id"], split, asked(record), program(code), tokens(code), runs(words(text)))


def asked(record: Record) -> str:
    """A digest of what a row asks, whatever its names: the program, its input, and the question."""
    try:
        known = alpha.program(record["code"])
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return alpha.digest(record["code"], record["entry"], record["input"], record["question"])
    return alpha.digest(known.text, known.renamed(record["entry"]), record["input"], known.question(record["question"]))


def program(code: str) -> str:
    """A digest of a program that is the same under other names."""
    try:
        return alpha.digest(alpha.program(code).text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return alpha.digest(code)


def tokens(code: str) -> str:
    """The text of a program with the names of the numbering."""
    try:
        return alpha.program(code).renamed(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return code


def runs(of: Sequence[str]) -> NDArray[np.uint64]:
    """The different runs of a text; of a shorter text, all of it."""
    import numpy as np  # noqa: PLC0415 - a tenth of a second

    return np.unique(shingles(of, min(RUN, len(of)) or 1))


def jaccard(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> float:
    """The share of what is in either of two sets that is in both."""
    import numpy as np  # noqa: PLC0415 - as above

    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / max(1, len(one) + len(other) - both)


class Near:
    """Sets of runs, found again by others that share at least so much with them."""

    def __init__(self, least: float) -> None:
        try:
            from datasketch import MinHashLSH  # noqa: PLC0415 - heavy, and an extra
        except ImportError:
            raise TracePileError("near duplicates need datasketch: pip install 'tracepile[dedup]'") from None
        self.least = least
        self.found = MinHashLSH(least, PERMUTATIONS, weights=RECALL)
        self.sets: list[NDArray[np.uint64]] = []

    def like(self, of: NDArray[np.uint64], *, add: bool = False) -> Iterator[tuple[int, float]]:
        """(number, Jaccard index) of the sets before that share enough; `add` makes this one the next of them."""
        from datasketch import MinHash  # noqa: PLC0415 - as above

        signature = MinHash(PERMUTATIONS, hashfunc=int)
        signature.update_batch((of & 0xFFFFFFFF).tolist())
        near = sorted(self.found.query(signature))
        if add:
            self.found.insert(len(self.sets), signature)
            self.sets.append(of)
        return ((one, share) for one in near if (share := jaccard(of, self.sets[one])) >= self.least)


def _count_exact(rows: Iterable[_Row], report: Report) -> None:
    first: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        for split, other in first[row.asked].items():
            report.exact[split, row.split] += 1
            report.twins.append(Twin("exact", row.id, other, (split, row.split), 1.0))
        first[row.asked].setdefault(row.split, row.id)


def _count_near(rows: Sequence[_Row], levels: Sequence[float], report: Report) -> None:
    """Count rows whose text is near to one before, for each threshold and pair of splits."""
    report.near = {level: Counter() for level in levels}
    near = Near(levels[0])
    for row in rows:
        best: dict[str, tuple[float, str]] = {}
        for number, share in near.like(row.runs, add=True):
            other = rows[number]
            best[other.split] = max(best.get(other.split, (0.0, "")), (share, other.id))
        for split, (share, other_id) in best.items():
            for level in levels:
                report.near[level][split, row.split] += share >= level
            report.twins.append(Twin("near", row.id, other_id, (split, row.split), round(share, 4)))


def _count_programs(rows: Sequence[_Row], levels: Sequence[float], report: Report) -> None:
    """Count the programs of test that train has too, or nearly."""
    of_split = {split: {row.program: row for row in rows if row.split == split} for split in ("train", "test")}
    shared = straddling(
        {row.id: row.tokens for row in of_split["train"].values()},
        {row.id: row.tokens for row in of_split["test"].values()},
        levels[0],
    )
    for name, (other, share) in shared.items():
        report.twins.append(Twin("program", name, other, ("train", "test"), round(share, 4)))
    same = of_split["train"].keys() & of_split["test"].keys()
    counts = {level: sum(share >= level for _, share in shared.values()) for level in levels}
    report.programs = {**counts, 1.0: max(len(same), counts.get(1.0, 0))}


def straddling(train: Mapping[str, str], test: Mapping[str, str], least: float) -> dict[str, tuple[str, float]]:
    """The programs of test (name -> text with numbered names) that are near one of train: the nearest, and how near."""
    near, names, found = Near(least), list(train), {}
    for text in train.values():
        near.like(runs(_TOKEN.findall(text)), add=True)
    for name, text in test.items():
        like = near.like(runs(_TOKEN.findall(text)))
        if best := max(((share, names[number]) for number, share in like), default=None):
            found[name] = (best[1], best[0])
    return found


def as_json(report: Report) -> dict[str, Any]:
    """A report as plain data; a pair of splits is written `train/test`."""
    plain = {"exact": _plain(report.exact), "near": {f"{level:g}": _plain(of) for level, of in report.near.items()}}
    twins = [{**asdict(twin), "splits": "/".join(twin.splits)} for twin in report.twins]
    programs = {f"{level:g}": count for level, count in sorted(report.programs.items())}
    return {"rows": dict(report.rows), **plain, "programs": programs, "examples": twins}


def _plain(counts: Mapping[Pair, int]) -> dict[str, int]:
    return {"/".join(pair): rows for pair, rows in sorted(counts.items()) if rows}
