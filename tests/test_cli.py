"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from generator.configs import CONFIGS, config
from generator.pipeline import make_row
from generator.records import validate
from generator.types import Options
from generator.verify import verify_record

PROGRAM = """\
import sys


def solve(values):
    total = 0
    for value in values:
        if value > 1:
            total += value
    return total


def endless(n):
    while True:
        n += 1


def broken(n):
    return 10 // n


def reader():
    name = input()
    print("hello", name)


def leaves(code):
    sys.exit(code)
"""


def tracepile(*words: str | Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-m", "generator.cli", *map(str, words)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "my.py"
    file.write_text(PROGRAM)
    return file


def test_help_names_the_commands() -> None:
    done = tracepile("--help")
    assert done.returncode == 0
    assert all(command in done.stdout for command in ("build", "show", "list", "trace", "verify", "export", "explain"))


def test_list_as_json() -> None:
    done = tracepile("list", "--json")
    tasks = json.loads(done.stdout)
    assert {task["config"] for task in tasks} == set(CONFIGS)
    assert all(set(task) == {"id", "config", "family", "name"} for task in tasks)
    only = json.loads(tracepile("list", "math", "--json").stdout)
    assert [task["name"] for task in only] == list(config("math").tasks)


@pytest.mark.parametrize("id_", ["algorithm/bubble_sort", "math", "competition/equal_pairs"])
def test_show_as_json_is_a_record(id_: str) -> None:
    record = json.loads(tracepile("show", id_, "--seed", "4", "--json").stdout)
    validate(record)
    verify_record(record)
    assert id_ in (f"{record['config']}/{record['task']}", record["config"])


def test_show_is_for_people() -> None:
    done = tracepile("show", "algorithm/bubble_sort", "--seed", "4")
    assert "Chain of Execution" in done.stdout
    assert "Answer: " in done.stdout


def test_trace_as_json_is_a_record(program: Path) -> None:
    done = tracepile("trace", program, "--call", "solve([3, 1, 2])", "--question", "variable_trace:total", "--json")
    record = json.loads(done.stdout)
    validate(record)
    verify_record(record)
    assert record["answer"] == "0 -> 3 -> 5"
    assert record["focus"] == "total"


def test_trace_reads_and_prints(program: Path) -> None:
    done = tracepile("trace", program, "--call", "reader()", "--stdin", "Ada\n", "--json")
    assert json.loads(done.stdout)["answer"] == "hello Ada"


def test_trace_of_a_script(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text("n = int(input())\nprint(n * n)\n")
    record = json.loads(tracepile("trace", tmp_path / "script.py", "--stdin", "7", "--json").stdout)
    assert record["answer"] == "49"


def test_trace_of_a_dataclass(tmp_path: Path) -> None:
    text = "from dataclasses import dataclass\n\n\n@dataclass\nclass P:\n    x: int\n\n\ndef f(n):\n    return P(n).x\n"
    (tmp_path / "point.py").write_text(text)
    record = json.loads(tracepile("trace", tmp_path / "point.py", "--call", "f(3)", "--json").stdout)
    assert record["answer"] == "3"


def test_an_exit_is_an_outcome(program: Path) -> None:
    words = ("--allow-error", "--question", "exception", "--json")
    failed = json.loads(tracepile("trace", program, "--call", "leaves(3)", *words).stdout)
    assert (failed["answer"], failed["output"]) == ("SystemExit on line 27", "SystemExit: 3")
    verify_record(failed)
    assert json.loads(tracepile("trace", program, "--call", "leaves(0)", *words).stdout)["output"] == "SystemExit: 0"
    (program.parent / "script.py").write_text("print(1)\nexit()\n")
    assert json.loads(tracepile("trace", program.parent / "script.py", "--json").stdout)["answer"] == "1"


def test_an_exception_can_be_asked_about(program: Path) -> None:
    words = ("--call", "broken(0)", "--allow-error", "--question", "exception", "--json")
    assert json.loads(tracepile("trace", program, *words).stdout)["answer"] == "ZeroDivisionError on line 18"


@pytest.mark.parametrize("kind", ["variable_trace", "line_count", "input_prediction"])
def test_a_record_of_an_own_program_can_be_audited(program: Path, tmp_path: Path, kind: str) -> None:
    done = tracepile("trace", program, "--call", "solve([3, 1, 2])", "--question", kind, "--json")
    record = json.loads(done.stdout)
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps(record) + "\n")
    assert tracepile("verify", file).returncode == 0
    changed = {**record, "completion": record["completion"].replace("3", "4", 1)}
    file.write_text(json.dumps(changed) + "\n")
    log = tmp_path / "log.jsonl"
    report = tracepile("verify", file, "--failures", log, "--json")
    assert report.returncode == 1
    assert f"all 1 failures are in {log}" in report.stderr
    assert json.loads(log.read_text())["id"] == record["id"]
    counts = json.loads(report.stdout)
    assert (counts["rows"], counts["passed"], counts["failed"]) == (1, 0, 1)
    assert sum(counts["reasons"].values()) == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--call", "endless(1)"], "line 13"),
        (["--call", "broken(0)"], "line 18: ZeroDivisionError"),
        (["--call", "sovle([1])"], "Did you mean solve"),
        (["--call", "solve("], "no Python expression"),
        (["--call", "solve([3, 1, 2])", "--question", "variable_trac"], "Did you mean variable_trace"),
        (["--call", "solve([3, 1, 2])", "--question", "variable_trace:totl"], "It can be asked about: values, total"),
        (["--call", "solve([3, 1, 2])", "--style", "poetic"], "unknown style"),
        (["--call", "reader()"], "EOFError"),
        (["--call", "leaves(3)"], "line 27: SystemExit: 3. To explain such a run, pass --allow-error"),
        (["--call", "solve([3, 1]) + 'x'"], "+ 'x'\": TypeError"),
    ],
)
def test_trace_says_what_is_wrong(program: Path, words: list[str], message: str) -> None:
    done = tracepile("trace", program, *words)
    assert done.returncode != 0
    assert not done.stdout
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_trace_explains_a_failing_run_when_asked(program: Path) -> None:
    done = tracepile("trace", program, "--call", "broken(0)", "--allow-error", "--json")
    record = json.loads(done.stdout)
    verify_record(record)
    assert record["answer"].startswith("ZeroDivisionError")


def test_trace_of_a_syntax_error(tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text("def f(:\n    pass\n")
    done = tracepile("trace", tmp_path / "bad.py", "--call", "f(1)")
    assert done.returncode == 1
    assert "bad.py, line 1" in done.stderr


def test_trace_of_no_file(tmp_path: Path) -> None:
    done = tracepile("trace", tmp_path / "none.py", "--call", "f(1)")
    assert done.returncode == 1
    assert "can't be read" in done.stderr


def test_a_traced_program_can_not_harm(tmp_path: Path) -> None:
    (tmp_path / "evil.py").write_text("import os\nos._exit(0)\n")
    done = tracepile("trace", tmp_path / "evil.py")
    assert done.returncode == 1
    assert "module `os` can't be replayed" in done.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["build", "algoritm"], "Did you mean algorithm"),
        (["build", "math", "--rows", "0"], "rows"),
        (["build", "math", "--workers", "0"], "workers"),
        (["build", "math", "--kinds", "walk_throug"], "Did you mean walk_through"),
        (["build", "math", "--style", "x"], "unknown style"),
        (["build", "math", "--narrator", "x"], "unknown narrator"),
        (["build"], "what is to be built isn't said: name a configuration"),
        (["build", "math", "--source", "jsonl"], "math and --source jsonl can't be built at once"),
        (["build", "math", "--limit", "5"], "name it with --source"),
        (["build", "--source", "jsnl"], "Did you mean jsonl? Known: codeforces, gsm8k, humaneval, jsonl, openmath"),
        (["build", "--source", "jsonl"], "jsonl has no place on the Hub: say with --from where its rows are"),
        (["build", "--source", "jsonl", "--from", "nowhere"], "there is no file or folder nowhere"),
        (["build", "--source", "gsm8k"], "openai/gsm8k can't be read from the Hub"),
        (["build", "--source", "gsm8k", "--kinds", "outptu"], "Did you mean output"),
        (["build", "--source", "gsm8k", "--tokenizer", "x"], "--tokenizer can't be used with --source"),
        (["show", "algorithm/bubblesort"], "Did you mean bubble_sort"),
        (["list", "maths"], "Did you mean math"),
        (["verify", "nowhere"], "there is no file or folder nowhere"),
        (["verify", "no/where"], "the dataset no/where can't be fetched"),
        (["export", "nowhere", "--format", "text"], "there is no file or folder nowhere"),
        (["export", "nowhere", "--format", "txt"], "Did you mean text? Known: text, messages, prompt-completion, cwm"),
        (["explain", "math-0"], "is no id of a row"),
        (["explain", "maths-0-000001"], "Did you mean math"),
        (["explain", "math-0-000001", "--in", "nowhere"], "there is no file or folder nowhere"),
    ],
)
def test_bad_input_is_answered_and_leaves_nothing(tmp_path: Path, words: list[str], message: str) -> None:
    done = tracepile(*words, folder=tmp_path)
    assert done.returncode != 0
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_build_and_verify(tmp_path: Path) -> None:
    done = tracepile("build", "all", "--rows", "12", "--out", "hub", "--workers", "2", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "hub"
    report = tracepile("verify", "hub", "--json", folder=tmp_path)
    assert report.returncode == 0
    configs = {name: {"passed": 12} for name in CONFIGS}
    assert json.loads(report.stdout) == {"rows": 36, "passed": 36, "failed": 0, "reasons": {}, "configs": configs}
    assert tracepile("verify", "hub", "--claims-only", "--sample", "5", folder=tmp_path).returncode == 0
    again = tracepile("build", "math", "--rows", "12", "--seed", "1", "--out", "hub", folder=tmp_path)
    assert again.returncode == 1
    assert "pass --force to replace them" in again.stderr
    assert tracepile("build", "math", "--rows", "12", "--seed", "1", "--out", "hub", "--force", folder=tmp_path).stdout


def test_verify_prints_a_table_by_configuration_and_reason(tmp_path: Path) -> None:
    rows = [make_row(name, 0, index, Options()).record for name in ("math", "algorithm") for index in range(3)]
    rows[0]["completion"] = rows[0]["completion"].replace(" = ", " = 7", 1)
    rows[1]["answer"] = "9" + rows[1]["answer"]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = tracepile("verify", "rows.jsonl", "--claims-only", folder=tmp_path)
    assert done.returncode == 1
    assert [line.split(maxsplit=2) for line in done.stdout.splitlines()] == [
        ["6", "rows:", "4 passed, 2 failed"],
        ["algorithm", "3", "passed"],
        ["math", "1", "passed"],
        ["math", "1", "event not told"],
        ["math", "1", "wrong answer"],
    ]
    failures = [json.loads(line) for line in (tmp_path / "tracepile-failures.jsonl").read_text().splitlines()]
    assert [failure["id"] for failure in failures] == ["math-0-000000", "math-0-000001"]


def test_explain_shows_claims_with_their_events(tmp_path: Path) -> None:
    done = tracepile("explain", "math-0-000002")
    record = make_row("math", 0, 2, Options()).record
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert all(line in done.stdout for line in record["completion"].splitlines())
    assert "event 1  " in done.stdout
    (tmp_path / "rows.jsonl").write_text(json.dumps(record) + "\n")
    assert tracepile("explain", "math-0-000002", "--in", tmp_path / "rows.jsonl").stdout == done.stdout
    assert json.loads(tracepile("explain", "math-0-000002", "--json").stdout)["links"]


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_explain_is_coloured_in_a_terminal_unless_it_may_not(no_color: str, coloured: bool) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "TERM": "xterm-256color"}
    environment["NO_COLOR"] = no_color
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator.cli", "explain", "math-0-000002"]
    running = subprocess.Popen(command, env=environment, stdout=theirs, stderr=subprocess.DEVNULL)
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # how a terminal says that nobody writes any more
        while part := os.read(ours, 4096):
            shown += part
    os.close(ours)
    assert running.wait() == 0
    assert (b"\x1b[36m" in shown) is coloured
    assert b"event 1 " in shown


HEAVY = ("torch", "ray", "transformers", "datasets", "pyarrow", "pandas", "numpy")


@pytest.mark.parametrize("words", [["list"], ["show", "math"]])
def test_listing_and_showing_load_nothing_heavy(words: list[str]) -> None:
    program = (
        f"import sys; sys.argv = ['tracepile', *{words!r}]\n"
        "from generator.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"sys.exit(', '.join(name for name in {HEAVY!r} if name in sys.modules) or 0)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
