"""Small programs that are hard to tell: each is told in every style, and a lie in what is told of it is refused."""

# ruff: noqa: E501 - a program stands on few lines

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

from generator.narrate.expressions import tidy
from generator.narrate.narrator import STYLES
from generator.pipeline import trace_row
from generator.types import Options, Problem, Record, Rejected
from generator.verify import verify_record

SEEDS = range(4)


@dataclass(frozen=True)
class Hard:
    """A program, and what would be false in its tellings: truth -> lie."""

    code: str
    lies: Mapping[str, str]
    stdin: str = ""
    kind: str = "output"
    focus: str = ""


CASES = {
    "a missing key beside an operator": Hard(
        "from collections import defaultdict\nstarts = defaultdict(int)\nnow = 5\nnow += starts[2]\nprint(now)\n",
        {"`defaultdict(int, {2: 0})`": "`defaultdict(int, {3: 0})`", "`now` stays": "`now` becomes 6 and stays"},
    ),
    "a missing key of the target": Hard(
        "from collections import defaultdict\nstarts = defaultdict(int)\nstarts[2] += 4\nprint(starts[2])\n",
        {
            "{2: 4}": "{2: 5}",
            "`starts[2] = 4`": "`starts[2] = 5`",
            "`starts[2] = 0 + 4 = 4`": "`starts[2] = 1 + 4 = 4`",
        },
    ),
    "an iterator with a name": Hard(
        "cards = map(int, input().split())\ntotal = 0\nfor place, card in list(enumerate(cards, 1)):\n"
        "    total += place * card\nprint(total)\n",
        {"`cards = map(int, input().split())`": "`cards = map(str, input().split())`", "3, 4 and 5": "3, 4 and 6"},
        "3 4 5\n",
    ),
    "a pop from a global": Hard(
        "jump = {1: 2, 2: 1}\n\n\ndef go(leaf):\n    step = jump.pop(leaf)\n    return step\n\n\nprint(go(1))\n",
        {"jump.pop(1) = 2": "jump.pop(2) = 2", "`jump` is now {2: 1}": "`jump` is now {1: 2}"},
    ),
    "a key that the pop itself would change": Hard(
        "held = {1: 5, 2: 7}\nlast = held.pop(len(held))\nprint(last)\n",
        {"held.pop(2)": "held.pop(1)", "= 7`": "= 5`"},
    ),
    "a pop within a list": Hard(
        "left = {(0, 0): '1', (0, 1): '2'}\norder = [left.pop((0, 0))]\nprint(order)\n",
        {"`left` is now {(0, 1): '2'}": "`left` is now {(0, 0): '1'}", "gives '1'": "gives '2'"},
    ),
    "a change that does not show": Hard(
        "from heapq import heapify\novens = [(int(x), int(x)) for x in input().split()]\nheapify(ovens)\nprint(ovens)\n",
        {"[(2, 2), (5, 5), (2, 2)]": "[(2, 2), (2, 2), (5, 5)]"},
        "2 5 2\n",
    ),
    "a generator in brackets of its own": Hard(
        "jobs = [(1, 2), (4, 3)]\ntotal = 0\nfor day in reversed(range(1, max((d for c, d in jobs)) + 1)):\n"
        "    total += day\nprint(total)\n",
        {"max(d for c, d in jobs) + 1": "max(d for c, d in jobs) + 2"},
    ),
    "a deletion at a place that is computed": Hard(
        "from bisect import bisect_left\nwindow = [1, 3, 5]\noldest = 3\ndel window[bisect_left(window, oldest)]\n"
        "print(window)\n",
        {"`window[1]` is deleted": "`window[2]` is deleted", "[1, 5]": "[1, 3]"},
    ),
    "a condition after an empty loop": Hard(
        "jobs = [[5, 1]]\nfor day in range(2):\n    best = None\n    for job in jobs:\n        best = job\n    if best:\n"
        "        jobs.remove(best)\nprint(jobs)\n",
        {"`best` is `None`": "`best` is not `None`", "`jobs` is empty": "`jobs` is not empty"},
    ),
    "a condition at the start of a call": Hard(
        "def size(tree):\n    if tree:\n        return 1\n    return 0\n\n\nprint(size(None))\n",
        {"`tree` is `None`. ": "", "returns 0": "returns 1"},
    ),
    "a value that stays after an empty loop": Hard(
        "total = 0\nfor k in range(3):\n    best = 0\n    for i in range(k, 1):\n        best += 2\n    total = best\n"
        "print(total)\n",
        {"`total` stays 0.": "`best` stays 0.", "no turn. `total` stays": "no turn. `total` drops to"},
    ),
    "an extension by what is taken": Hard(
        "rows = [[1], [2]]\nxs = []\nxs += rows.pop(0)\nprint(xs, rows)\n",
        {"`rows.pop(0)` gives [1]": "`rows.pop(0)` gives [2]", "`xs` becomes [1]": "`xs` becomes [2]"},
    ),
    "a place that a call gives": Hard(
        "parent = [0, 0, 2]\n\n\ndef find(x):\n    while parent[x] != x:\n        x = parent[x]\n    return x\n\n\n"
        "parent[find(1)] = find(2)\nprint(parent)\n",
        {"`parent[0] = 2`": "`parent[1] = 2`", "`parent[0]` becomes 2": "`parent[2]` becomes 2"},
    ),
    "a place that a pop gives": Hard(
        "stack = [1]\nanswers = [0, 0]\nv = 5\nanswers[stack.pop()] = v\nprint(answers)\n",
        {"`answers[1] = 5`": "`answers[0] = 5`", "`answers[1]` becomes": "`answers[-1]` becomes"},
    ),
    "a call that ends with a table": Hard(
        "def copy(xs, out):\n    for x in xs:\n        out.append(x)\n\n\nout = []\ncopy([1, 2, 3, 4, 5], out)\nprint(out)\n",
        {"| 5 | [1, 2, 3, 4, 5] |": "| 5 | [1, 2, 3, 4, 6] |", "| 4 | [1, 2, 3, 4] |": "| 4 | [1, 2, 3] |"},
    ),
    "whole fractions": Hard(
        "from fractions import Fraction\nxs = []\ntotal = Fraction(0)\na = Fraction(1, 2)\nxs.append(a * 2)\nxs.append(a)\n"
        "for x in xs:\n    total += x\nfirst = xs.pop(0)\nif first in xs:\n    print('twice')\nprint(total)\n",
        {
            "1 is appended to `xs`": "2 is appended to `xs`",
            "1 goes to the end": "1/2 goes to the end",
            "= 1` is taken": "= 2` is taken",
        },
    ),
    "a generator as a condition in a table": Hard(
        "rows = [[1, 2], [3, 4], [5, 1], [0, 2], [3, 3]]\ncount = 0\nfor row in rows:\n    if any(x > 2 for x in row):\n"
        "        count += 1\nprint(count)\n",
        {"| [3, 4] | holds": "| [3, 4] | fails", "| `any(x > 2 for x in row)` |": "| `any(x > 3 for x in row)` |"},
    ),
    "a swap after a loop that is not entered": Hard(
        "a = [3, 1, 2]\ni = 0\nj = 2\nwhile i > j:\n    i += 1\na[i], a[j] = a[j], a[i]\nprint(a)\n",
        {"`a` is now [2, 1, 3]": "`a` is now [3, 1, 2]", "`a[0]` and `a[2]`": "`a[0]` and `a[1]`"},
    ),
    "what is taken from a heap as an operand": Hard(
        "from heapq import heappop\nready = [5, 7]\ns = 12\ns -= heappop(ready)\nt = s - heappop(ready)\nprint(s, t)\n",
        {
            "5 is taken from `ready`": "`s = 7` is taken from `ready`",
            "7 is taken from `ready`": "`t = 0` is taken from `ready`",
        },
    ),
    "a key with a lambda in a table": Hard(
        "floors = {3, 1, 8, 2, 5}\n\n\ndef go():\n    here = 4\n    while floors:\n"
        "        goal = min(floors, key=lambda f: (abs(f - here), f))\n        floors.discard(goal)\n        here = goal\n"
        "    here += 1\n\n\ngo()\nprint(floors)\n",
        {"| 3 | 2 | {8, 1} |": "| 3 | 1 | {8, 2} |", "| 1 | 3 |": "| 2 | 3 |"},
    ),
    "a loop that goes on in a generator": Hard(
        "def ones(n):\n    k = 0\n    while True:\n        if k >= n:\n            break\n        if k % 5 == 1:\n"
        "            yield k\n        k += 1\n\n\nfor one in ones(11):\n    print(one)\n",
        {"| 3 | fails (2 < 11)": "| 1 | fails (2 < 11)", "| 8 | fails (7 < 11)": "| 2 | fails (7 < 11)"},
    ),
    "what is asked for is no silent jump": Hard(
        "s = input()\ncount = 0\nfor i in range(len(s) // 2):\n    if s[i] == s[-1 - i]:\n        continue\n    count += 1\n"
        "print(count)\n",
        {
            "The rest of this turn is skipped": "The loop is left",
            "so the rest of this turn is skipped": "so nothing is done",
        },
        "cbcabcbc\n",
        "line_count",
    ),
    "one of several names": Hard(
        "b = [1, 2, 3, None]\nd, e = None, 0\nwhile e is not None:\n    b[e], d, e = d, e, b[e]\nprint(b, d)\n",
        {"[None, 0, 1, None]": "[None, 0, 2, None]"},
        kind="variable_trace",
        focus="b",
    ),
}


def told(hard: Hard) -> Iterator[Record]:
    """The records of a program in every style."""
    problem = Problem("local", "hard", "hard", "", hard.code, "", hard.stdin)
    for style in STYLES:
        for seed in SEEDS:
            yield trace_row(problem, Options(kinds=(hard.kind,), style=style), seed, hard.focus)


@pytest.mark.parametrize("name", CASES)
def test_a_program_is_told_and_a_lie_about_it_is_refused(name: str) -> None:
    records, refused = list(told(CASES[name])), set[str]()
    for truth, lie in CASES[name].lies.items():
        for record in (record for record in records if truth in record["completion"].partition("\n\n")[0]):
            with pytest.raises(Rejected):
                verify_record({**record, "completion": record["completion"].replace(truth, lie, 1)})
            refused.add(truth)
    assert refused, records[0]["completion"]


BRACKETS = {
    "sum((x for x in xs))": "sum(x for x in xs)",
    "range(1, max((d for c, d in jobs)) + 1)": "range(1, max(d for c, d in jobs) + 1)",
    "f((a, b))": "f((a, b))",
    "f(('x for y', 1))": "f(('x for y', 1))",
    "f((x for x in xs), 1)": "f((x for x in xs), 1)",
    "any((')' in word for word in words))": "any(')' in word for word in words)",
    "f(([x for x in xs], 1))": "f(([x for x in xs], 1))",
    "sum((max((y for y in x)) for x in xs))": "sum(max(y for y in x) for x in xs)",
}


@pytest.mark.parametrize("text", BRACKETS)
def test_a_generator_alone_has_one_pair_of_brackets(text: str) -> None:
    assert tidy(text) == BRACKETS[text]
