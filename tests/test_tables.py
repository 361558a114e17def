"""Tables of turns: every cell is a claim, and a row tells its turn as a whole."""

from __future__ import annotations

import re

import pytest

from generator.engine.recorder import record
from generator.pipeline import trace_row
from generator.types import Options, Problem, Question, Rejected
from generator.verify import check_rationale, verify_record

SORT = """\
def place(values, key):
    j = len(values) - 1
    while j >= 0 and values[j] > key:
        values[j] -= 1
        j -= 1
    return j
"""
SORTED = """\
1. We enter `place(values=[3, 9, 8], key=5)`. `j = 3 - 1 = 2`. Turn by turn:
   | turn | `j >= 0` | `values[j] > key` | `values` | `j` |
   | --- | --- | --- | --- | --- |
   | 1 | holds (2) | holds (8 > 5) | [3, 9, 7] | 2 - 1 = 1 |
   | 2 | holds (1) | holds (9 > 5) | [3, 8, 7] | 1 - 1 = 0 |
2. `j >= 0` holds (0), but `values[0] > key` fails (3 <= 5), so the loop ends. `place` returns 0.

So it is 0.
"""

READ = """\
n = 3
best = 0
for _ in range(n):
    value = int(input())
    if value == 7:
        continue
    best = max(best, value)
    print(best)
"""
TOLD = """\
- `n = 3` and `best = 0`. A loop runs over `range(n)`:
   | line | `value` | `value == 7` | `best` | prints |
   | --- | --- | --- | --- | --- |
   | `4` | 4 | fails (4) | max(0, 4) = 4 | `4` |
   | `7` | 7 | holds | 4 | - |
   | `9` | 9 | fails | 9 | `9` |

At last it prints `9`.
"""


def check(code: str, entry: str, stdin: str, text: str, answer: str) -> None:
    """Check a text: a row begins with its turn, and what follows the table with the condition that fails."""
    trace = record(code, entry, stdin)
    until = len(trace.events)
    tests = [
        n for n, event in enumerate(trace.events) if trace.site(event).kind == "test" and trace.site(event).line == 3
    ]
    turns = [n for n, event in enumerate(trace.events) if trace.site(event).kind == "turn"]
    check_rationale(text.strip(), [*tests, *turns, until], trace, Question("output", "", "output", answer, until))


def check_sorted(text: str) -> None:
    check(SORT, "place([3, 9, 8], 5)", "", text, "0")


def check_read(text: str) -> None:
    check(READ, "", "4\n7\n9\n", text, "9")


def test_tables_are_understood() -> None:
    check_sorted(SORTED)
    check_read(TOLD)


WHILE_LIES = {
    "the value of a name": ("| 2 - 1 = 1 |", "| 0 |"),
    "arithmetic": ("2 - 1 = 1", "3 - 2 = 1"),
    "arithmetic of another turn": ("1 - 1 = 0", "2 - 2 = 0"),
    "a container": ("[3, 9, 7]", "[3, 9, 8]"),
    "a truth": ("| holds (8 > 5) |", "| fails (8 > 5) |"),
    "the values of a condition": ("(9 > 5)", "(8 > 5)"),
    "a condition that was looked at": ("| 2 | holds (1) |", "| 2 | - |"),
    "the number of a turn": ("| 2 | holds", "| 3 | holds"),
    "a header": ("| `values[j] > key` |", "| `values[j] < key` |"),
    "another variable": ("| `values` | `j` |", "| `values` | `key` |"),
    "two headers": ("`j >= 0` | `values[j] > key`", "`values[j] > key` | `j >= 0`"),
    "a missing column": ("| `values` | `j` |", "| `j` |"),
    "two columns of one name": ("| `values` | `j` |", "| `j` | `j` |"),
    "no rule": ("   | --- | --- | --- | --- | --- |\n", ""),
    "a row after the table": ("2. `j >= 0`", "   | 3 | holds (0) | - | [3, 8, 7] | 0 |\n2. `j >= 0`"),
}


@pytest.mark.parametrize("lie", WHILE_LIES)
def test_a_lie_in_a_table_is_refused(lie: str) -> None:
    truth, false = WHILE_LIES[lie]
    assert SORTED.count(truth) == 1
    with pytest.raises(Rejected):
        check_sorted(SORTED.replace(truth, false))


READ_LIES = {
    "a line of input": ("| `7` | 7 |", "| `8` | 7 |"),
    "what is printed": ("| 9 | `9` |", "| 9 | `4` |"),
    "nothing printed": ("| 9 | `9` |", "| 9 | - |"),
    "something printed": ("| 4 | - |", "| 4 | `4` |"),
    "a value": ("| `7` | 7 |", "| `7` | 9 |"),
    "a column that is missing": ("| `best` | prints |", "| `best` | output of it |"),
    "no value": ("| `4` | 4 | fails", "| `4` | - | fails"),
}


@pytest.mark.parametrize("lie", READ_LIES)
def test_a_lie_about_lines_is_refused(lie: str) -> None:
    truth, false = READ_LIES[lie]
    assert TOLD.count(truth) == 1
    with pytest.raises(Rejected):
        check_read(TOLD.replace(truth, false))


def test_a_turn_that_calls_needs_prose() -> None:
    code = "def double(n):\n    return 2 * n\n\n\ntotal = 0\nfor k in [1, 2]:\n    total += double(k)\nprint(total)\n"
    trace = record(code)
    text = (
        "- `total = 0`. A loop runs over `[1, 2]`:\n"
        "   | `k` | `total` |\n   | --- | --- |\n   | 1 | 2 |\n   | 2 | 6 |\n"
        "- The program prints `6`.\n\nIt prints `6`."
    )
    starts = [number for number, event in enumerate(trace.events) if trace.site(event).kind == "turn"]
    printed = next(number for number, event in enumerate(trace.events) if trace.site(event).kind == "print")
    with pytest.raises(Rejected, match="event not told"):
        check_rationale(
            text, [*starts, printed, len(trace.events)], trace, Question("output", "", "output", "6", len(trace.events))
        )


@pytest.mark.parametrize("first", ["if n <= 0:\n            break", "m = n - 1\n        if m <= 0:\n            break"])
def test_an_endless_loop_that_is_left_has_a_table(first: str) -> None:
    body = f"    total = 0\n    while True:\n        {first}\n        total = total + n\n        n = n - 3\n"
    problem = Problem("local", "f", "f", "Add.", f"def f(n):\n{body}    return total\n", "f(16)")
    record = trace_row(problem, Options(kinds=("output",), style="table"))
    assert "| --- |" in record["completion"]
    assert re.search(r"so (the loop is left|we leave the loop|.* out of the loop)", record["completion"])
    verify_record(record)
