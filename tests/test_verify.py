from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest
from gallery import shown_in
from mutants import IN_WORDS, OPERATORS, mutants, says_less, says_the_same
from rationales import RATIONALES, Told

import generator.checker.claims
import generator.checker.licence
import generator.verify
from generator.checker.licence import Licence
from generator.checker.walk import Line
from generator.checker.walk import _lines as steps_of
from generator.configs import CONFIGS, config
from generator.engine.program import Trace
from generator.engine.recorder import record as run
from generator.engine.replay import walk
from generator.narrate.narrator import STYLES
from generator.pipeline import make_record, trace_row
from generator.questions import answer, ask
from generator.records import validate
from generator.types import Options, Problem, Question, Record, Rejected
from generator.verify import REASONS, check_rationale, verify_record

SMALL = [
    ("narrative", "comprehensions"),
    ("bullets", "comprehensions"),
    ("narrative", "generator expressions"),
    ("questions", "chained comparison"),
    ("questions", "if, elif, else"),
    ("table", "items"),
]
"""Programs of the gallery that have what few rows have."""


@cache
def rows(name: str) -> tuple[Record, ...]:
    """A row of each task of a config."""
    return tuple(_rows(name))


def _rows(name: str) -> Iterator[Record]:
    for task in config(name).tasks.values():
        rng = Random(f"verify:{task.id}")
        problem = task.draw(rng, rng.randint(1, 6))
        try:
            yield make_record(config(name), problem, Options(), rng, (0, 0, 0))
        except Rejected as verdict:
            assert verdict.reason not in REASONS, verdict  # noqa: PT017 - a false alarm


@pytest.mark.parametrize("name", CONFIGS)
def test_rows_verify(name: str) -> None:
    assert rows(name)
    for row in rows(name):
        verify_record(row)


def test_mutants_are_caught() -> None:
    """Each operator at a dozen rows or more; what survives is true, or nearly nothing."""
    made, caught = Counter[str](), Counter[str]()
    survivors = []
    drawn = [row for name in CONFIGS for row in rows(name)[::2]]
    drawn += [shown_in(style, name) for style, name in SMALL]
    for number, row in enumerate(drawn):
        for operator, mutant in mutants(row, Random(number), times=2):
            if is_refused(mutant):
                caught[operator] += 1
            elif operator not in IN_WORDS and (says_the_same(row, mutant) or says_less(row, mutant)):
                continue
            else:
                survivors.append((operator, row["task"], mutant["completion"]))
            made[operator] += 1
    assert len(survivors) <= made.total() // 1000, survivors
    assert set(made) == set(OPERATORS)
    assert min(made.values()) >= 3, made
    assert all(caught[operator] >= 0.9 * made[operator] for operator in made), made - caught


def is_refused(record: Record) -> bool:
    try:
        validate(record)
        verify_record(record)
    except Rejected:
        return True
    return False


# Text that no narrator of ours has written


@pytest.mark.parametrize("told", RATIONALES, ids=lambda told: told.title)
def test_other_wordings_are_understood(told: Told) -> None:
    check_rationale(*rationale(told, told.text))


@pytest.mark.parametrize("told", RATIONALES, ids=lambda told: told.title)
def test_a_lie_in_other_words_is_refused(told: Told) -> None:
    _, ends, trace, question = rationale(told, told.text)
    for truth, lie in told.lies.items():
        assert told.text.count(truth) == 1, truth
        with pytest.raises(Rejected):
            check_rationale(told.text.replace(truth, lie), ends, trace, question)


def rationale(told: Told, text: str) -> tuple[str, list[int], Trace, Question]:
    """A hand-written text with the ends of its steps, and what it is about."""
    trace = run(told.code, told.entry, told.stdin)
    problem = Problem("local", "told", "told", "", told.code, told.entry, told.stdin)
    question = ask(problem, trace, (told.kind,), Random(0), told.focus)
    return text, ends_of(text, trace, question.until), trace, question


def ends_of(text: str, trace: Trace, until: int) -> list[int]:
    """Where each line ends: at the first event that the next one tells."""
    lines = list(steps_of(text.partition("\n\n")[0].split("\n")))
    ends, claims, licence, waits = list[int](), list(lines.pop(0).claims), Licence(trace), list[int]()
    for number, event, before, after in walk(trace):
        if number >= until:
            break
        licence.move(event, before, after)
        waits = waits if licence.waiting else []
        granted = False
        while claims and licence.grants(claims[0]):
            claims.pop(0)
            granted = True
        if not claims and lines and begins(lines[0], licence):
            claims = lines.pop(0).claims[1:]
            ends.append(waits[0] if waits and not granted else number)
            while claims and licence.grants(claims[0]):
                claims.pop(0)
        if licence.is_waiting():
            licence.wait()
            waits.append(number)
    return [*ends, *[until] * (len(lines) + 1)]


def begins(line: Line, licence: Licence) -> bool:
    """Whether a line begins with an event: a row of a table with a turn, any other with its first claim."""
    if line.row is not None:
        return licence.turn() != ""
    return licence.grants(line.claims[0])


# Records edited by hand


BROKEN = {
    "syntax": {"code": "def f(:\n"},
    "null byte": {"code": "x = 1\0"},
    "no such function": {"entry": "nobody(1)"},
    "entry is no expression": {"entry": "x = 1"},
    "too deep to parse": {"code": "x = " + "(" * 5000 + ")" * 5000},
    "recursion": {"code": "def f():\n    return f()\nf()\n", "entry": ""},
    "endless": {"code": "while True:\n    pass\n", "entry": ""},
    "exit": {"code": "raise SystemExit(3)\n", "entry": ""},
    "unsupported": {"code": "async def f():\n    pass\n"},
    "nothing told": {"completion": ""},
    "no steps": {"step_events": []},
    "steps out of order": {"step_events": [5, 3]},
    "negative step": {"step_events": [-1]},
    "steps past the end": {"step_events": [10**9]},
    "no such kind": {"question_kind": "nonsense"},
    "open bracket": {"completion": "1. `x = [`, so [1.\n\nSo 3."},
    "open quote": {"completion": "1. It is 'x.\n\nSo 3."},
    "nested brackets": {"completion": "1. `x = " + "[" * 3000 + "]" * 3000 + "`.\n\nSo 3."},
    "a long sum": {"completion": "1. `x = " + "1 + " * 900 + "1`.\n\nSo 3."},
    "a long number": {"completion": "9" * 5000 + ". `x = 1`.\n\nSo 3."},
    "a lone surrogate": {"code": 'print("\\ud800")\n', "entry": ""},
    "a class is raised": {
        "code": "class E(Exception):\n    def __init__(self, x):\n        pass\nraise E\n",
        "entry": "",
    },
    "focus of another kind": {"focus": "@#@#"},
}


def test_a_class_that_is_raised_is_not_made_an_instance() -> None:
    trace = run("try:\n    raise KeyError\nexcept KeyError:\n    print(1)\n")
    text = "1. It raises `KeyError`, the error `KeyError` is caught, and it prints `1`.\n\nSo it prints `1`."
    check_rationale(text, [len(trace.events)], trace, Question("output", "", "output", "1", len(trace.events)))


def test_that_a_loop_has_no_turn_is_told_once() -> None:
    trace = run("xs = []\nfor x in xs:\n    pass\nprint(1)\n")
    end = next(number for number, event in enumerate(trace.events) if trace.site(event).kind == "end")
    question = Question("output", "", "output", "1", len(trace.events))
    once = "1. `xs = []`. `xs` is empty, so the loop has no turn.\n2. It prints `1`.\n\nSo it prints `1`."
    check_rationale(once, [end + 1, question.until], trace, question)
    twice = once.replace("2. ", "2. The loop has no turn.\n3. ")
    with pytest.raises(Rejected, match="claim not confirmed"):
        check_rationale(twice, [end, end + 1, question.until], trace, question)


@pytest.mark.parametrize("fault", BROKEN)
@pytest.mark.parametrize("name", CONFIGS)
def test_an_edited_record_is_rejected_and_nothing_else(name: str, fault: str) -> None:
    with pytest.raises(Rejected):
        verify_record(rows(name)[0] | BROKEN[fault])


def test_any_character_may_be_changed() -> None:
    """A record with one character of its code, entry or text replaced passes or is rejected; nothing else is raised."""
    rng = Random(1)
    for name in CONFIGS:
        for row in rows(name)[:6]:
            for column in ("code", "entry", "completion", "question", "focus", "input"):
                text = row[column] or " "
                place = rng.randrange(len(text))
                edited = row | {column: text[:place] + rng.choice("`'[]{}()=.,-0 x\n") + text[place + 1 :]}
                is_refused(edited)


# The checker stands alone


def test_the_checker_knows_no_narrator() -> None:
    """Nothing of ours that the checker imports, at any depth, is a narrator, the pipeline or the prompts."""
    waiting, seen = ["generator.verify", "generator.checker.licence", "generator.checker.claims"], set[str]()
    while waiting:
        module = waiting.pop()
        if module not in seen:
            seen.add(module)
            waiting += imported(module)
    assert not [
        module for module in seen if module.startswith(("generator.narrat", "generator.pipeline", "generator.prompts"))
    ]


def imported(module: str) -> list[str]:
    """The modules of ours that a module names in its imports, wherever they stand."""
    path = Path(generator.__path__[0]).parent / (module.replace(".", "/") + ".py")
    if not path.exists():
        path = path.with_suffix("") / "__init__.py"
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    root = Path(generator.__path__[0]).parent
    exists = (name for name in found if name.startswith("generator"))
    return [
        name
        for name in exists
        if (root / (name.replace(".", "/") + ".py")).exists() or (root / name.replace(".", "/")).is_dir()
    ]


def test_answers_are_computed_again() -> None:
    row = rows("math")[0]
    question = answer(
        generator.verify.problem_of(row),
        run(row["code"], row["entry"], row["input"]),
        row["question_kind"],
        row["focus"],
        row["question"],
    )
    assert question.answer == row["answer"]


CHANGING = """\
def count_new(n):
    seen = []

    def visit(x):
        seen.append(x)
        return x % 2 == 0

    count = 0
    for x in range(n):
        if x not in seen and visit(x):
            count += 1
    return count
"""


@pytest.mark.parametrize("style", STYLES)
def test_a_condition_is_told_as_it_was_when_it_was_looked_at(style: str) -> None:
    """What `x not in seen` looked at, the call behind it has changed by the time at which the test is over."""
    problem = Problem("local", "new", "new", "Count.", CHANGING, "count_new(4)")
    record = trace_row(problem, Options(kinds=("output",), style=style))
    verify_record(record)
    assert "`x not in seen` fails" not in record["completion"]
    assert "not in [" not in record["completion"]


@pytest.mark.parametrize("lie", ["fails", "fails (`0 in [0]`)", "holds (`0 not in [0]`)", "holds (`0 not in []`)"])
def test_no_value_is_told_that_a_condition_did_not_see(lie: str) -> None:
    problem = Problem("local", "new", "new", "Count.", CHANGING, "count_new(4)")
    record = trace_row(problem, Options(kinds=("output",), style="narrative"))
    assert "`x not in seen` holds" in record["completion"]
    with pytest.raises(Rejected):
        verify_record(
            record | {"completion": record["completion"].replace("`x not in seen` holds", f"`x not in seen` {lie}", 1)}
        )
