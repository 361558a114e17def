"""Problems of benchmarks that are planted in a dataset are found, and ours aren't taken for them."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest

import planting
from generator import behaviour, benchmarks, cleaning, contamination, manifest, overlaps, pipeline
from generator.benchmarks import PRESETS, Case, Item, benchmark, item
from generator.build import build
from generator.configs import CONFIGS
from generator.contamination import index, matches, subject
from generator.engine.isolation import Level
from generator.engine.sandbox import reached
from generator.reading import data_files, records_of, units
from generator.types import Options, Rejected, TracePileError

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
FILES = {"gsm8k": DATA / "gsm8k-test.jsonl", "humaneval": DATA / "humaneval.jsonl.gz"}
REAL = pytest.mark.skipif(
    not all(file.exists() for file in FILES.values()),
    reason="the files of GSM8K and HumanEval aren't here",
)
pytestmark = pytest.mark.skipif(reached() < Level.SECCOMP, reason="this system has no filter of system calls")

TWINS = Item(
    "twins/1",
    "Nadia keeps 14 rabbits and sells 3 of them to Tom each week. How many rabbits does Nadia have after 4 weeks?",
)
WEAVE = Item(
    "weave/1",
    "Weave two lists.",
    "def weave(one, other):\n    woven = []\n    for a, b in zip(one, other):\n"
    "        woven += [a, b]\n    return woven\n",
    "weave",
    "def check(candidate):\n    assert candidate([], []) == []\n    assert candidate([1], [2]) == [1, 2]\n"
    "    for n in range(3):\n        assert candidate([n, n], (5, 6)) == [n, 5, n, 6]\n",
)
OTHERWISE = (
    "def both(p, q):\n    pairs = [pair for pair in zip(p, q)]\n    return [x for pair in pairs for x in pair]\n"
)


@cache
def indexed(name: str) -> contamination.Index:
    return index(benchmark(f"{name}={FILES[name]}")[1])


def kinds(found: contamination.Index, statement: str, code: str = "") -> dict[str, str]:
    """problem -> how it was found."""
    return {match.problem: match.kind for match in matches(found, subject(statement, code))}


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        (TWINS.statement, "words"),
        (TWINS.statement.upper().replace(" ", "\n  "), "words"),
        (f"Before all else, read this. {TWINS.statement} Thank you.", "words"),
        (TWINS.statement.replace("Nadia", "Oskar").replace("Tom", "Ines"), "names"),
        (TWINS.statement.replace("Nadia", "oskar").replace("Tom", "ines").lower(), "reworded"),
        (
            "Nadia keeps 14 rabbits and gives 3 of them each week to Tom. How many rabbits has Nadia after 4 weeks?",
            "reworded",
        ),
        ("Nadia has some hens. How many are left after 4 weeks?", ""),
        ("Sum the numbers of a list.", ""),
    ],
)
def test_a_story_is_found_by_its_words(statement: str, kind: str) -> None:
    assert kinds(index([TWINS]), statement).get("twins/1", "") == kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (WEAVE.code, "words"),
        (planting.renamed(WEAVE.code), "program"),
        (f"import math\n\n\n{planting.renamed(WEAVE.code)}\n\ndef more(k):\n    return math.sqrt(k)\n", "program"),
        (OTHERWISE, "behaviour"),
        (OTHERWISE.replace("for x in pair", "for x in reversed(pair)"), ""),
        ("def nothing(p, q):\n    return []\n", ""),
        ("def endless(p, q):\n    while True:\n        pass\n", ""),
        ("not a program", ""),
    ],
)
def test_a_program_is_found_by_its_words_its_form_and_what_it_does(code: str, kind: str) -> None:
    found = index([WEAVE])
    assert kinds(found, "", code).get("weave/1", "") == kind
    assert not found.lost


def test_what_comes_to_grief_is_counted() -> None:
    found = index([WEAVE])
    assert not kinds(found, "", "def bomb(p, q):\n    return [0] * 10**12\nimport sys\n")
    assert not kinds(found, "", "import os\n\ndef leave(p, q):\n    os._exit(0)\n")
    assert len(found.lost) == 1


@pytest.mark.parametrize(
    ("outputs", "inputs", "enough"),
    [
        (["1", "2", "3"], ["[4]", "[5]", "[6]"], True),
        (["1", "2"], ["[4]", "[5]"], False),
        (["1", "1", "1", "1"], ["[4]", "[5]", "[6]", "[7]"], False),
        (["4", "5", "6"], ["[4]", "[5]", "[6]"], False),
        (["True", "False"] * 3, [f"[{n}]" for n in range(10, 16)], False),
        (["True", "False"] * 4, [f"[{n}]" for n in range(10, 18)], True),
    ],
)
def test_few_results_tell_nothing(outputs: list[str], inputs: list[str], enough: bool) -> None:
    cases = tuple(Case(given, result) for given, result in zip(inputs, outputs, strict=True))
    assert behaviour.tells(Item("a", "", entry="f", cases=cases)) == enough


def test_a_script_is_found_by_what_it_prints() -> None:
    cases = tuple(Case(f"{n} {n + 2}\n", f"{n * (n + 2)}\n") for n in range(4))
    found = index([Item("lines/1", "Multiply.", cases=cases)])
    assert kinds(found, "", "a, b = map(int, input().split())\nprint(a * b)\n") == {"lines/1": "behaviour"}
    assert not kinds(found, "", "a, b = map(int, input().split())\nprint(a + b)\n")


# The real ones

STORY = {
    "as it is": lambda text, rng: text,
    "case and space": planting.recased,
    "names": planting.retold,
    "names, case and space": lambda text, rng: planting.recased(planting.retold(text, rng), rng),
}


@REAL
@pytest.mark.parametrize("change", STORY)
def test_every_problem_of_gsm8k_is_found(change: str) -> None:
    found = indexed("gsm8k")
    assert len(found.items) == 1319
    missed = [
        one.id
        for one in found.items
        if one.id not in kinds(found, STORY[change](one.statement, Random(one.id)), "print(1)\n")
    ]
    assert not missed


CODE: dict[str, Callable[[Item], tuple[str, str]]] = {
    "as it is": lambda one: (one.statement, one.code),
    "the statement alone": lambda one: (one.statement, "print(1)\n"),
    "case and space": lambda one: (planting.recased(one.statement, Random(one.id)), planting.respaced(one.code)),
    "names, and nothing said": lambda one: ("", planting.renamed(one.code)),
}


@REAL
@pytest.mark.parametrize("change", CODE)
def test_every_problem_of_humaneval_is_found(change: str) -> None:
    found = indexed("humaneval")
    assert len(found.items) == 164
    assert not [one.id for one in found.items if one.id not in kinds(found, *CODE[change](one))]


@REAL
def test_most_of_humaneval_is_known_by_what_it_does() -> None:
    """Those with too few tests, or too few results, aren't; their programs and statements are found all the same."""
    found = indexed("humaneval")
    told = [one for one in found.items if behaviour.tells(one)]
    assert len(told) >= 150
    for one in told[::10]:
        name = one.entry
        around = f"{one.code}\n\ndef outer(*given):\n    return {name}(*given)\n"
        assert any(
            match.kind == "behaviour" for match in contamination._of_code(found, subject("", around), Level.SECCOMP)
        )


@REAL
@pytest.mark.parametrize("name", FILES)
def test_our_own_rows_are_no_hits_or_listed(name: str) -> None:
    found, unexplained = indexed(name), set()
    for config in CONFIGS:
        for number in range(700):
            try:
                problem = pipeline.redraw(config, 11, number, 0, Options())
            except Rejected:
                continue
            for match in matches(found, subject(problem.statement, problem.code)):
                listed = overlaps.reason(name, match.problem, f"{config}/{problem.task}")
                unexplained |= set() if listed and match.kind == "behaviour" else {(problem.task, match)}
    assert not unexplained


# Benchmarks as they come


def test_a_row_is_read_by_the_names_of_its_columns() -> None:
    crux = item({"id": "c1", "code": "def f(a):\n    return a + 1\n", "input": "3", "output": "4"}, 0)
    assert (crux.id, crux.entry, behaviour.with_cases(crux).cases) == ("c1", "f", (Case("[3]", "4"),))
    mbpp = {
        "task_id": 7,
        "text": "Add.",
        "code": "def add(a, b):\n    return a + b\n",
        "test_setup_code": "",
        "test_list": ["assert add(1, 2) == 3"],
    }
    found = item(mbpp, 0)
    assert (found.id, found.statement, behaviour.with_cases(found).cases) == ("7", "Add.", (Case("[1, 2]", "3"),))
    prompt = 'def twice(n):\n    """ Double n. """\n'
    found = item({"prompt": prompt, "canonical_solution": "    return 2 * n\n", "entry_point": "twice", "test": ""}, 5)
    assert (found.id, found.statement, found.entry) == ("5", "Double n.", "twice")
    tests = json.dumps([{"input": "[1, 2]\n3", "output": "6", "testtype": "functional"}])
    code = {
        "question_content": "Sum.",
        "starter_code": "",
        "public_test_cases": tests,
        "metadata": '{"func_name": "total"}',
    }
    assert item(code, 0).cases == (Case("[[1, 2], 3]", "6"),)
    assert item(code, 0).entry == "total"


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz", ".json", ".parquet"])
def test_files_of_all_kinds_are_read(suffix: str, tmp_path: Path) -> None:
    import gzip

    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [{"question": "How many?", "answer": "4"}, {"question": "How few?", "answer": "2"}]
    path, lines = tmp_path / f"mine{suffix}", "\n".join(map(json.dumps, rows))
    if suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path)
    elif suffix == ".json":
        path.write_text(json.dumps(rows))
    else:
        path.write_bytes(gzip.compress(lines.encode()) if suffix.endswith(".gz") else lines.encode())
    name, items = benchmark(str(path))
    assert (name, [one.statement for one in items]) == ("mine", ["How many?", "How few?"])
    assert benchmark(f"gsm8k={path}")[0] == "gsm8k"


@pytest.mark.parametrize("named", ["gsm8", "gsm8=none.jsonl", "none.jsonl", "gsm8k=none.jsonl"])
def test_what_is_no_benchmark_is_refused(named: str) -> None:
    with pytest.raises(TracePileError, match="gsm8k"):
        benchmark(named)


def test_presets_are_asked_of_the_hub_and_nothing_else_is(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def loaded(path: str, *arguments: str, **options: object) -> list[dict[str, str]]:
        asked.append((path, *arguments))
        return [{"question": "How many?"}]

    monkeypatch.setattr(benchmarks, "_loaded", loaded)
    for name in PRESETS:
        assert benchmark(name)[0] == name
    assert {path for path, *_ in asked} == {one.path for one in PRESETS.values() if not one.files} | {"json"}
    assert sum(path == "EleutherAI/hendrycks_math" for path, *_ in asked) == 7


def test_a_hub_out_of_reach_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(TracePileError, match="--against NAME=FILE"):
        benchmark("openai/no-such-thing-here")


# The command


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A file of rows of ours, the second of which tells the story of a benchmark."""
    rows = [pipeline.make_row("math", 0, number).record for number in range(3)]
    rows[1] = {**rows[1], "problem": TWINS.statement}
    path = tmp_path / "train.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    (tmp_path / "mine.jsonl").write_text(json.dumps({"id": "twins/1", "question": TWINS.statement.lower()}) + "\n")
    return path


def test_hits_are_told_left_out_and_fail(planted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    against, clean = [str(tmp_path / "mine.jsonl")], tmp_path / "clean"
    with pytest.raises(SystemExit) as end:
        cleaning.decontaminate(str(planted), against, clean=clean, workers=1, as_json=True)
    assert end.value.code == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["rows"], found["hits"], found["benchmarks"]["mine"]["kinds"]) == (3, 1, {"words": 1})
    assert found["benchmarks"]["mine"]["examples"][0]["problem"] == "twins/1"
    lines = planted.read_text().splitlines()
    assert (clean / "train.jsonl").read_text().splitlines() == [lines[0], lines[2]]
    cleaning.decontaminate(str(clean), against, workers=1)
    assert "2 rows, 0 hit" in capsys.readouterr().out
    with pytest.raises(TracePileError, match="is there already"):
        cleaning.decontaminate(str(planted), against, clean=clean, workers=1)


def test_a_built_folder_keeps_the_outcome_on_its_card(planted: Path, tmp_path: Path, fake_pipeline: None) -> None:
    from generator.whole import faults

    hub = tmp_path / "hub"
    build(["math", "algorithm"], 60, 0, hub, 1, Options(), progress=False)
    (tmp_path / "other.jsonl").write_text(
        json.dumps({"question": "What is asked nowhere else, by anyone, at any time?"})
    )
    for name in ("mine", "other"):
        cleaning.decontaminate(str(hub), [str(tmp_path / f"{name}.jsonl")], workers=1)
    card = (hub / "README.md").read_text()
    assert "| mine | 1 | 120 | 0 | 0 |" in card
    assert "| other | 1 | 120 | 0 | 0 |" in card
    assert set(manifest.contamination(hub, manifest.load(hub))) == {"mine", "other"}
    assert not list(faults(hub))
    build(["math"], 61, 0, hub, 1, Options(), progress=False)
    assert "### Benchmarks" not in (hub / "README.md").read_text(), "that was said of other rows"


def test_a_clean_copy_of_parquet_has_the_other_rows(tmp_path: Path, fake_pipeline: None) -> None:
    from generator.decontaminate import decontaminate, write_clean

    hub = tmp_path / "hub"
    build(["math"], 40, 0, hub, 1, Options(), progress=False)
    rows = [row for unit in units(data_files(hub)) for row in records_of(unit)]
    (tmp_path / "one.jsonl").write_text(json.dumps({"question": rows[5]["problem"]}))
    report = decontaminate(hub, [str(tmp_path / "one.jsonl")], progress=False)
    write_clean(hub, report, tmp_path / "clean")
    left = [row for unit in units(data_files(tmp_path / "clean")) for row in records_of(unit)]
    assert left == [row for row in rows if row["problem"] != rows[5]["problem"]]
