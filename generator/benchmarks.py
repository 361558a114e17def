"""Benchmarks that a dataset must not hold: where they lie, and their problems as statement, code and tests.

A benchmark is named by a preset (`gsm8k`), a preset and a local copy (`gsm8k=copy.jsonl`), a file, or a dataset of the
Hub (`org/name`, `org/name:config`). Nothing is fetched but for a preset without a copy and for `org/name`.
What a column holds is known by its name, and the names are those of the presets and their like.
"""

from __future__ import annotations

import ast
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.files import parquet
from generator.hub import REPOSITORY
from generator.types import TracePileError, unknown

Row = Mapping[str, Any]
STATEMENTS = ("question", "problem", "question_content", "statement", "text", "prompt", "description")
CODES = ("code", "canonical_solution")
IDS = ("task_id", "question_id", "unique_id", "id")


@dataclass(frozen=True, slots=True)
class Case:
    """An input and what comes of it: the texts of arguments and a result, or of standard input and output."""

    input: str
    output: str


@dataclass(frozen=True, slots=True)
class Item:
    """A problem of a benchmark; what it doesn't have is empty.

    entry: the function that is asked for.
    tests: the text of a program that tests it: asserts, or a function `check`.
    cases: inputs with their results, as far as they are known without running anything; of stdin where entry is empty.
    """

    id: str
    statement: str
    code: str = ""
    entry: str = ""
    tests: str = ""
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Preset:
    """Where a benchmark lies on the Hub.

    files: the files of JSON lines to read where the repository has a script, which nothing runs any more.
    """

    path: str
    configs: tuple[str, ...] = ("default",)
    splits: tuple[str, ...] = ("test",)
    files: tuple[str, ...] = ()


PRESETS: Mapping[str, Preset] = {
    "gsm8k": Preset("openai/gsm8k", ("main",)),
    "math": Preset(
        "EleutherAI/hendrycks_math",
        (
            *("algebra", "counting_and_probability", "geometry", "intermediate_algebra"),
            *("number_theory", "prealgebra", "precalculus"),
        ),
    ),
    "humaneval": Preset("openai/openai_humaneval", ("openai_humaneval",)),
    "mbpp": Preset("google-research-datasets/mbpp", ("full",)),
    "cruxeval": Preset("cruxeval-org/cruxeval"),
    "livecodebench": Preset(
        "livecodebench/code_generation_lite", files=("test.jsonl", *(f"test{number}.jsonl" for number in range(2, 7)))
    ),
    "clrs-text": Preset("tomg-group-umd/CLRS-Text-test", splits=tuple(f"test_{number}" for number in range(1, 6))),
}


def benchmark(named: str) -> tuple[str, list[Item]]:
    """The name of a benchmark and its problems; TracePileError where it can't be read or holds none."""
    preset, _, copy = named.partition("=")
    if copy and preset not in PRESETS:
        raise unknown("benchmark", preset, list(PRESETS))
    place = copy or named
    if place in PRESETS:
        name, rows = place, _of_preset(PRESETS[place])
    elif Path(place).is_file():
        name, rows = preset if copy else Path(place).name.partition(".")[0], _of_file(Path(place))
    elif REPOSITORY.fullmatch(place.partition(":")[0]):
        name, rows = place, _of_hub(*place.partition(":")[::2])
    else:
        known = f"{', '.join(PRESETS)}, NAME=FILE for a copy of one of these, a file, or org/name for one of the Hub"
        raise TracePileError(f"there is no benchmark or file {place!r}. Give {known}")
    items = [one for number, row in enumerate(rows) if (one := item(row, number)).statement or one.code]
    if not items:
        raise TracePileError(f"{place} holds no problems: no column is named {', '.join(STATEMENTS + CODES)}")
    return name, items


# Where rows come from


def _of_preset(preset: Preset) -> Iterator[Row]:
    if preset.files:
        files = [f"hf://datasets/{preset.path}/{name}" for name in preset.files]
        yield from _loaded("json", data_files=files, split="train")
    for config in () if preset.files else preset.configs:
        for split in preset.splits:
            yield from _loaded(preset.path, config, split=split)


def _of_hub(path: str, config: str) -> Iterator[Row]:
    """The rows of the test split of a dataset, or of all its splits if there is none of that name."""
    splits = _loaded(path, config or None)
    for rows in [splits["test"]] if "test" in splits else splits.values():
        yield from rows


def _loaded(path: str, *arguments: Any, **options: Any) -> Any:
    """What `load_dataset` gives; the only place that touches the network."""
    from datasets import load_dataset  # noqa: PLC0415 - seconds

    try:
        return load_dataset(path, *arguments, **options)
    except Exception as error:
        raise TracePileError(
            f"the benchmark {path} can't be fetched: {type(error).__name__}: {error}. Check the network and "
            "HF_HUB_OFFLINE, or give a copy on this machine: --against NAME=FILE"
        ) from error


def _of_file(path: Path) -> Iterator[Row]:
    """The rows of a file of JSON, JSON lines or Parquet; JSON may be packed by gzip."""
    if path.suffix == ".parquet":
        with parquet(path) as file:
            yield from file.read().to_pylist()
        return
    try:
        text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        whole = ".json" in path.suffixes
        rows = json.loads(text) if whole else (json.loads(line) for line in text.splitlines() if line.strip())
        yield from rows
    except (ValueError, OSError, EOFError) as error:
        raise TracePileError(f"{path} is no file of JSON lines, JSON or Parquet: {error}") from error


# What a row says


def item(row: Row, number: int) -> Item:
    """A row of a benchmark as a problem."""
    prompt = _first(row, STATEMENTS)
    code = _first(row, CODES)
    if not _defines(code) and _defines(prompt + code):
        code = prompt + code  # the body of the function that the prompt begins
    statement = _docstring(prompt + "    pass\n") or prompt
    name = next((str(row[column]) for column in IDS if row.get(column) is not None), str(number))
    entry = row.get("entry_point") or _called(row) or _last_function(code)
    return Item(name, statement, code, entry, _tests(row), _cases(row))


def _first(row: Row, columns: Iterable[str]) -> str:
    return next((row[column] for column in columns if isinstance(row.get(column), str)), "")


def _parsed(text: str) -> ast.Module | None:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _functions(text: str) -> list[ast.FunctionDef]:
    tree = _parsed(text)
    return [node for node in tree.body if isinstance(node, ast.FunctionDef)] if tree else []


def _defines(text: str) -> bool:
    return bool(_functions(text))


def _last_function(text: str) -> str:
    return next((node.name for node in reversed(_functions(text))), "")


def _docstring(text: str) -> str:
    """The docstring of the last function of a program; empty for what is no program."""
    return next(((ast.get_docstring(node) or "").strip() for node in reversed(_functions(text))), "")


def _tests(row: Row) -> str:
    """The tests of a problem as a program: a text, a list of asserts, or an input and its output for `f`."""
    if isinstance(listed := row.get("test_list"), list):
        return "\n".join([row.get("test_setup_code") or "", *(row.get("test_imports") or ()), *listed])
    if {"code", "input", "output"} <= row.keys():
        return f"assert f({row['input']}) == {row['output']}"
    return _first(row, ("test",))


def _cases(row: Row) -> tuple[Case, ...]:
    """The public tests of a problem of LiveCodeBench."""
    return tuple(_case(one) for one in _json(row.get("public_test_cases")) or ())


def _case(test: Mapping[str, str]) -> Case:
    """A test of LiveCodeBench; the arguments of a function stand on a line each."""
    is_call = test.get("testtype") == "functional"
    return Case(f"[{', '.join(test['input'].splitlines())}]" if is_call else test["input"], test["output"])


def _called(row: Row) -> str:
    """The function that a problem of LiveCodeBench asks for."""
    return (_json(row.get("metadata")) or {}).get("func_name") or ""


def _json(text: Any) -> Any:
    try:
        return json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return None
