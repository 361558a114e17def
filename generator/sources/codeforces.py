"""Submissions to Codeforces: accepted Python 3 scripts on the inputs of their problems, and on inputs near to those."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from generator.rewrites.inputs import changed
from generator.sources.answers import same_tokens
from generator.sources.registry import Program, Row, Run, source
from generator.types import Rejected

_LONGEST = 200
"""In characters: a longer input makes a run that no row has room for."""
_GIVEN, _NEAR = 6, 4
"""Inputs of a program: of those that the problem gives, and of those near to one."""
_SEVERAL = re.compile(
    r"\b(any of them|any one of|print any|output any|multiple (answers|solutions)|several (answers|solutions))"
)


@source(
    columns={
        "contestId": object, "index": str, "title": str, "problem-description": str, "input-specification": str,
        "output-specification": str, "demo-input": list, "demo-output": list, "programmingLanguage": str,
        "verdict": str, "code": str,
    },
    hub="MatrixStudio/Codeforces-Python-Submissions",
    license="LicenseRef-Codeforces",
    url="https://codeforces.com/problemset",
    agrees=same_tokens,
    bands=(40, 80),
)  # fmt: skip
def codeforces(row: Row) -> Iterator[Program]:
    """Accepted Python 3 submissions, run as scripts on the samples and tests of their problems."""
    if row["verdict"] != "OK":
        raise Rejected("not accepted", row["verdict"])
    if not re.search(r"Py\w* ?3", row["programmingLanguage"]):
        raise Rejected("not Python 3", row["programmingLanguage"])
    given = tuple(_given(row))[:_GIVEN]
    if not given:
        raise Rejected("no input that is short enough", f"none of up to {_LONGEST} characters")
    code = row["code"].replace("\r\n", "\n").replace("\r", "\n").strip("\n") + "\n"
    rng = Random(f"{row['contestId']}:{row['index']}:{code}")
    inputs = dict.fromkeys(near(rng.choice(given).stdin, rng) for _ in range(_NEAR))
    runs = (*given, *(Run(stdin=text) for text in inputs if text not in {run.stdin for run in given}))
    number = str(row["contestId"]).removesuffix(".0")
    yield Program(
        _statement(row),
        code,
        runs,
        name=re.sub(r"\W", "", f"{number}{row['index']}"),
        family=_family(row.get("tags")),
        url=f"https://codeforces.com/problemset/problem/{number}/{row['index']}",
        several=bool(_SEVERAL.search(f"{_statement(row)} {row.get('note')}".lower())),
    )


def _given(row: Row) -> Iterator[Run]:
    """The short ones among the samples and tests of a problem; those that end in dots have been cut."""
    pairs = [*zip(row["demo-input"], row["demo-output"], strict=False), *map(_pair, row.get("test_cases") or ())]
    seen = set()
    for stdin, expected in pairs:
        if isinstance(stdin, str) and isinstance(expected, str):
            text = "\n".join(line.rstrip() for line in stdin.strip().splitlines()) + "\n"
            whole = not (text.rstrip().endswith("...") or expected.rstrip().endswith("..."))
            if whole and text not in seen and len(text) <= _LONGEST:
                seen.add(text)
                yield Run(stdin=text, expected=expected)


def _pair(case: Any) -> tuple[Any, Any]:
    return (case.get("input"), case.get("output")) if isinstance(case, dict) else (None, None)


def _statement(row: Row) -> str:
    parts = (row["title"], row["problem-description"])
    parts += tuple(f"{part.title()}: {row[f'{part}-specification']}" for part in ("input", "output"))
    return "\n\n".join(part.strip() for part in parts)


def _family(tags: Any) -> str:
    """The first tag of a problem as a word."""
    first = tags[0] if isinstance(tags, list) and tags else tags
    return re.sub(r"\W+", "_", str(first or "").lower()).strip("_") or "codeforces"


# Inputs near to a given one


def near(stdin: str, rng: Random) -> str:
    """An input of the same shape: with other numbers where none counts anything, and other letters of the same words.

    The problem's constraints are not known here, so a number stays positive, and within the digits that it had.
    """
    lines = [line.split(" ") for line in stdin.splitlines()]
    words = [(row, column) for row, line in enumerate(lines) for column, word in enumerate(line) if word]
    free = [(row, column) for row, column in words if not _counts(lines, row, column)]
    for row, column in rng.sample(free, min(len(free), rng.randint(1, 3))):
        lines[row][column] = _other(lines[row][column], rng)
    return "\n".join(" ".join(line) for line in lines) + "\n"


def _counts(lines: list[list[str]], row: int, column: int) -> bool:
    """Whether a number may say how many lines, words or letters follow."""
    word = lines[row][column]
    if not word.isdecimal():
        return False
    below = lines[row + 1 :]
    sizes = {len(below), *map(len, below), *(len(line[0]) for line in below if len(line) == 1)}
    sizes |= {len(other) for other in lines[row] if not other.lstrip("-").isdecimal()}
    return bool(sizes & {int(word), int(word) + 1, int(word) - 1} - {0}) and len(word) <= len(str(_LONGEST))


def _other(word: str, rng: Random) -> str:
    if not re.fullmatch(r"-?\d+", word):
        at = rng.randrange(len(word))
        return word[:at] + rng.choice(word) + word[at + 1 :]
    value = changed(int(word), rng)
    fits = len(str(value).lstrip("-")) <= len(word.lstrip("-")) and (value > 0 or word.startswith(("-", "0")))
    return str(value) if fits else word
