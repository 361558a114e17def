"""Programs that don't end, print too much or do harm are stopped, each with its reason; and runs are deterministic."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import sandboxed
from generator.engine import sandbox
from generator.engine.digest import trace_digest
from generator.engine.isolation import Limits
from generator.engine.recorder import record, run_bare
from generator.engine.replay import final_state
from generator.types import Rejected

# Limits: each ends the run with its own reason

ENDLESS = {
    "a loop": """
        while True:
            pass
    """,
    "a loop that does things": """
        n = 0
        while True:
            n += 1
    """,
    "a bare except": """
        while True:
            try:
                n = 1
            except:
                pass
    """,
    "a bare except around the loop": """
        def f():
            try:
                while True:
                    n = 1
            except:
                return 5
        while True:
            f()
    """,
    "except BaseException": """
        while True:
            try:
                while True:
                    n = 1
            except BaseException as e:
                continue
    """,
    "a finally that goes on": """
        while True:
            try:
                x = 1
            finally:
                continue
    """,
    "a finally that returns": """
        def f():
            while True:
                try:
                    x = 1
                finally:
                    return f
        while True:
            f()
    """,
    "a with that swallows": """
        class Q:
            def __enter__(self):
                return self
            def __exit__(self, *a):
                return True
        while True:
            with Q():
                x = 1
    """,
    "suppress": """
        from contextlib import suppress
        while True:
            with suppress(BaseException):
                while True:
                    x = 1
    """,
    "a comprehension": """
        from itertools import count
        a = [x for x in count()]
    """,
    "a set comprehension with a filter": """
        from itertools import count
        a = {x for x in count() if x < 0}
    """,
    "a generator expression": """
        from itertools import count
        a = sum(x for x in count())
    """,
    "a lambda that C calls": """
        from itertools import count
        list(map(lambda x: x, count()))
    """,
    "a function that C calls": """
        from itertools import count
        def f(x):
            return 0
        any(map(f, count()))
    """,
    "a generator": """
        def g():
            while True:
                yield 1
        for x in g():
            pass
    """,
    "a generator that C drives": """
        def g():
            while True:
                yield 0
        any(g())
    """,
    "a for loop": """
        a = [1]
        for x in a:
            a.append(x)
    """,
    "a key function": """
        def f(x):
            while True:
                pass
        sorted([1, 2], key=f)
    """,
    "__iter__ and __next__": """
        class I:
            def __iter__(self):
                return self
            def __next__(self):
                return 1
        list(I())
    """,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_an_endless_program_ends_by_its_events(name: str) -> None:
    with pytest.raises(Rejected) as verdict:
        record(textwrap.dedent(ENDLESS[name]), max_events=500)
    assert verdict.value.reason == "too many events"


@pytest.mark.parametrize(
    "code",
    [
        "def f(n):\n    return f(n + 1)\nf(0)",
        "f = lambda n: f(n + 1)\nf(0)",
        "def f(n):\n    try:\n        return f(n + 1)\n    except RecursionError:\n        return n\nx = f(0)",
        "class C:\n    def __eq__(self, other):\n        return self == other\nC() == C()",
        "class C:\n    def __getattr__(self, name):\n        return self.more\nC().x",
    ],
)
def test_recursion_without_an_end_is_rejected(code: str) -> None:
    with pytest.raises(Rejected) as verdict:
        record(code, max_events=100_000)
    assert verdict.value.reason == "recursion too deep"


@pytest.mark.parametrize(
    "code",
    [
        "while True:\n    print('x' * 1000)",
        "print('x' * 200_000)",
        "import sys\nwhile True:\n    sys.stdout.write('y' * 5000)",
        "while True:\n    try:\n        print('x' * 9000)\n    except:\n        pass",
        "list(map(print, ['z' * 60_000] * 3))",
    ],
)
def test_too_much_output_is_rejected(code: str) -> None:
    with pytest.raises(Rejected) as verdict:
        record(code, max_events=5000)
    assert verdict.value.reason == "too much output"


@pytest.mark.parametrize(
    "code",
    [
        "a = 'x' * 10**13",
        "try:\n    a = [0] * 10**13\nexcept MemoryError:\n    a = []",
        "a = list(range(300_000))\nfor i in range(50):\n    a.sort()",
        "rows = []\nfor i in range(3000):\n    rows = [*rows, [0] * 1000]",
        "import heapq\nheap = list(range(200_000))\nfor i in range(99):\n    heapq.heappush(heap, i)",
        "s = 'x' * 100_000\nfor i in range(2000):\n    s = s + 'y'",
    ],
)
def test_too_much_memory_is_rejected(code: str) -> None:
    with pytest.raises(Rejected) as verdict:
        trace_digest(record(code, max_events=5000))
    assert verdict.value.reason == "too much memory"


def test_a_run_is_stopped_at_a_line_however_much_is_seen_before() -> None:
    with pytest.raises(Rejected) as verdict:
        record("class L(list):\n    pass\nx = [[[n] for n in range(20)], L()]\n")
    assert verdict.value.detail.startswith("line 3: ")


def test_a_value_that_is_too_long_to_write_is_rejected_at_once() -> None:
    trace = record("x = 1\nx <<= 10 ** 6\ny = x % 7")
    with pytest.raises(Rejected) as verdict:
        final_state(trace).text(trace.events[-2][1])
    assert verdict.value.reason == "integer too long"


def test_the_process_is_left_as_it_was() -> None:
    before = sys.stdin, sys.stdout, sys.getrecursionlimit(), random.getstate()
    record("import random, sys\nrandom.seed(5)\nrandom.random()\nsys.stdout = None\nsys.setrecursionlimit(5000)")
    assert (sys.stdin, sys.stdout, sys.getrecursionlimit(), random.getstate()) == before


def test_chance_is_the_same_in_every_run() -> None:
    code = "import random\nx = [random.randint(1, 99) for _ in range(3)]\nprint(x)"
    assert record(code).stdout == record(code).stdout == run_bare(code)[1]


# The sandbox

HARMFUL = {
    "an endless call of C": ("import itertools\nsum(itertools.repeat(1))", "sandbox"),
    "a memory bomb": ("bytearray(10**12)", "too much memory"),
    "os._exit": ("import os\nos._exit(0)", "sandbox"),
    "an exit with a code": ("import sys\nsys.exit(3)", "sandbox"),
    "a signal to itself": ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", "sandbox"),
    "a killed child": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "sandbox"),
    "an exception": ("1 // 0", "sandbox"),
    "a result that doesn't fit": (f"found = 'x' * {Limits().result + 1}", "sandbox"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_the_sandbox_survives(name: str) -> None:
    text, reason = HARMFUL[name]
    with pytest.raises(Rejected) as verdict:
        sandbox.guarded(sandboxed.run, text, limits=Limits(seconds=1))
    assert verdict.value.reason == reason
    assert sandbox.guarded(sandboxed.echo, "alive") == "alive"


def test_the_sandbox_writes_no_file(tmp_path: Path) -> None:
    file = tmp_path / "out.txt"
    with pytest.raises(Rejected):
        sandbox.guarded(sandboxed.run, f"open({str(file)!r}, 'w').write('data')")
    assert not file.exists()


def test_the_sandbox_hands_on_results_and_verdicts() -> None:
    assert sandbox.guarded(sandboxed.repeat, "täxt", 1000) == "täxt" * 1000
    with pytest.raises(Rejected, match="too long: by far"):
        sandbox.guarded(sandboxed.refuse, "too long", "by far")


def test_the_sandbox_keeps_changes_to_itself() -> None:
    text = "import os, random\nfound = str(os.environ.get('CHANGED'))\nos.environ['CHANGED'] = 'yes'\nrandom.seed(1)"
    before = random.getstate()
    assert sandbox.guarded(sandboxed.run, text) == sandbox.guarded(sandboxed.run, text) == "None"
    assert random.getstate() == before
    assert "CHANGED" not in os.environ


# Determinism

DIGESTS = """
import sys
from random import Random
from generator.configs import CONFIGS, config
from generator.engine.digest import trace_digest
from generator.engine.recorder import record

for name in CONFIGS:
    for task in config(name).tasks.values():
        problem = task.draw(Random(f"digest:{task.id}"), 6)
        print(task.id, trace_digest(record(problem.code, problem.entry, problem.stdin)))
sets = 'words = set("the quick brown fox".split())\\nn = len(words)\\nwords.add((1, "a"))\\nrest = words - {"fox"}'
print("sets", trace_digest(record(sets)))
"""


def test_digests_do_not_depend_on_hashing() -> None:
    root = Path(__file__).parent.parent
    found = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        done = subprocess.run(
            [sys.executable, "-c", DIGESTS], cwd=root, env=environment, capture_output=True, text=True, check=True
        )
        found.append(done.stdout)
    assert found[0] == found[1]
    assert found[0].count("\n") > 50
