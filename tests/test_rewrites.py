"""Rewritings: each does what it says, every program of ours stays what it was, and a wrong rewriting is caught."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from random import Random
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import rewrites
from generator.configs import CONFIGS, config
from generator.engine.recorder import run_bare
from generator.rewrites.apply import apply
from generator.rewrites.proof import NEEDED, Runnable, observed, prove
from generator.rewrites.registry import REWRITINGS, Rewriting
from generator.rewrites.text import parsed, written
from generator.types import Problem, Rejected, Task

TASKS = [task for name in CONFIGS for task in config(name).tasks.values()]

EXAMPLES = {
    "augmented_to_plain": ("x = 1\nx += 2", "x = 1\nx = x + 2"),
    "plain_to_augmented": ("x = 1\nx = x + 2", "x = 1\nx += 2"),
    "swap_by_temporary": ("a[0], b = b, a[0]", "held = a[0]\na[0] = b\nb = held"),
    "parallel_to_sequence": ("a, b = 1, c", "a = 1\nb = c"),
    "chained_to_sequence": ("a = b = 0", "a = 0\nb = 0"),
    "result_named": ("def f(x):\n    return x + 1", "def f(x):\n    answer = x + 1\n    return answer"),
    "temporary_inlined": ("def f(x):\n    t = x + 1\n    return t * 2", "def f(x):\n    return (x + 1) * 2"),
    "operand_extracted": ("x = a * b + c", "part = a * b\nx = part + c"),
    "constant_named": ("def f(x):\n    return x % 10", "BASE = 10\n\n\ndef f(x):\n    return x % BASE"),
    "f_string_to_concatenation": ("x = f'{a} of {b}'", "x = str(a) + ' of ' + str(b)"),
    "product_turned": ("x = a * b", "x = b * a"),
    "maximum_by_comparison": ("x = max(a, b)", "x = a if a >= b else b"),
    "if_else_inverted": ("if a < b:\n    x = 1\nelse:\n    x = 2", "if a >= b:\n    x = 2\nelse:\n    x = 1"),
    "nested_if_to_and": ("if a:\n    if b:\n        x = 1", "if a and b:\n    x = 1"),
    "and_to_nested_if": ("if a and b:\n    x = 1", "if a:\n    if b:\n        x = 1"),
    "de_morgan": ("if a < 1 and b:\n    x = 1", "if not (a >= 1 or not b):\n    x = 1"),
    "else_after_return_dropped": (
        "def f(a):\n    if a:\n        return 1\n    else:\n        return 2",
        "def f(a):\n    if a:\n        return 1\n    return 2",
    ),
    "rest_to_else": (
        "def f(a):\n    if a:\n        return 1\n    return 2",
        "def f(a):\n    if a:\n        return 1\n    else:\n        return 2",
    ),
    "conditional_to_if": ("x = 1 if a else 2", "if a:\n    x = 1\nelse:\n    x = 2"),
    "if_to_conditional": ("if a:\n    x = 1\nelse:\n    x = 2", "x = 1 if a else 2"),
    "chain_split": ("x = a < b <= c", "x = a < b and b <= c"),
    "comparisons_chained": ("x = a < b and b <= c", "x = a < b <= c"),
    "comparison_turned": ("x = a < b", "x = b > a"),
    "truth_by_branches": (
        "def f(a):\n    return a > 1",
        "def f(a):\n    if a > 1:\n        return True\n    return False",
    ),
    "single_exit": (
        "def f(a):\n    if a:\n        return 1\n    else:\n        return 2",
        "def f(a):\n    if a:\n        answer = 1\n    else:\n        answer = 2\n    return answer",
    ),
    "early_return": (
        "def f(a):\n    if a:\n        x = 1\n    else:\n        x = 2\n    return x",
        "def f(a):\n    if a:\n        return 1\n    else:\n        return 2",
    ),
    "test_to_helper": (
        "def f(a, b):\n    if a * a > b - 1:\n        return a\n    return b",
        (
            "def check(a, b):\n    return a * a > b - 1\n\n\n"
            "def f(a, b):\n    if check(a, b):\n        return a\n    return b"
        ),
    ),
    "function_to_method": (
        "def f(a):\n    return a + 1",
        "class Solution:\n    def f(self, a):\n        return a + 1",
    ),
    "tail_recursion_to_loop": (
        "def f(a, b):\n    if b == 0:\n        return a\n    return f(b, a % b)",
        "def f(a, b):\n    while True:\n        if b == 0:\n            return a\n        a, b = b, a % b",
    ),
    "recursion_to_stack": (
        "def f(x, old):\n    if x in old:\n        return\n    old.append(x)\n    for y in G[x]:\n        f(y, old)",
        (
            "def f(x, old):\n    stack = [(x, old)]\n    while stack:\n        x, old = stack.pop()\n"
            "        if x in old:\n            continue\n        old.append(x)\n"
            "        for y in reversed(G[x]):\n            stack.append((y, old))"
        ),
    ),
    "dead_branch": (
        "def f(a):\n    a += 1\n    return a",
        "def f(a):\n    debug = False\n    if debug:\n        print(a)\n    a += 1\n    return a",
    ),
    "nested_helper_lifted": (
        "def f(a):\n    def g(b):\n        return b + 1\n    return g(a)",
        "def g(b):\n    return b + 1\n\n\ndef f(a):\n    return g(a)",
    ),
    "for_to_while": (
        "def f(n):\n    t = 0\n    for i in range(1, n):\n        t += i\n    return t",
        "def f(n):\n    t = 0\n    i = 1\n    while i < n:\n        t += i\n        i += 1\n    return t",
    ),
    "while_to_for": (
        "def f(n):\n    t = 0\n    i = 0\n    while i < n:\n        t += i\n        i += 1\n    return t",
        "def f(n):\n    t = 0\n    for i in range(n):\n        t += i\n    return t",
    ),
    "while_to_endless": (
        "while a > 0:\n    a -= 1",
        "while True:\n    if a <= 0:\n        break\n    a -= 1",
    ),
    "endless_to_while": (
        "while True:\n    if a <= 0:\n        break\n    a -= 1",
        "while a > 0:\n    a -= 1",
    ),
    "items_to_indices": (
        "for x in xs:\n    print(x)",
        "for index in range(len(xs)):\n    x = xs[index]\n    print(x)",
    ),
    "indices_to_enumerate": (
        "for i in range(len(xs)):\n    print(i, xs[i])",
        "for i, value in enumerate(xs):\n    print(i, value)",
    ),
    "enumerate_to_range": (
        "for i, x in enumerate(xs):\n    print(i, x)",
        "for i in range(len(xs)):\n    x = xs[i]\n    print(i, x)",
    ),
    "zip_to_indices": (
        "for a, b in zip(xs, ys):\n    print(a, b)",
        "for index in range(min(len(xs), len(ys))):\n    a = xs[index]\n    b = ys[index]\n    print(a, b)",
    ),
    "range_turned": (
        "for i in range(n - 1, -1, -1):\n    print(i)",
        "for i in reversed(range(n)):\n    print(i)",
    ),
    "comprehension_to_loop": (
        "def f(ys):\n    xs = [y * 2 for y in ys if y]\n    return xs",
        "def f(ys):\n    xs = []\n    for y in ys:\n        if y:\n            xs.append(y * 2)\n    return xs",
    ),
    "loop_to_comprehension": (
        "def f(ys):\n    xs = []\n    for y in ys:\n        if y:\n            xs.append(y * 2)\n    return xs",
        "def f(ys):\n    xs = [y * 2 for y in ys if y]\n    return xs",
    ),
    "loop_variable_kept_apart": (
        "for x in sorted(y):\n    print(x)",
        "source = sorted(y)\nfor x in source:\n    print(x)",
    ),
    "names_short": (
        "def double(number):\n    total = number\n    return total * 2",
        "def solve(a):\n    b = a\n    return b * 2",
    ),
    "names_numbered": (
        "def double(number):\n    total = number\n    return total * 2",
        "def double(v1):\n    v2 = v1\n    return v2 * 2",
    ),
    "names_meaningful": ("def f(n):\n    return n * 2", "def f(count):\n    return count * 2"),
}
"""Rewriting -> a program, and what becomes of it where the rewriting is applied wherever it fits."""


def rewritten(code: str, name: str, entry: str = "") -> str:
    for seed in range(20):  # a rewriting may leave some places out, by draw
        tree = ast.parse(code)
        names, _ = apply(tree, entry, Random(seed), (name,), 0)
        if names:
            return written(tree)[0]
    return ""


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_rewriting_does_what_it_says(name: str) -> None:
    before, after = EXAMPLES[name]
    functions = [node.name for node in ast.parse(before).body if isinstance(node, ast.FunctionDef)]
    assert rewritten(before, name, functions[-1] if functions else "") == f"{after}\n"


def test_every_rewriting_has_an_example_and_is_described() -> None:
    assert set(EXAMPLES) | {"names_shuffled"} == set(REWRITINGS)
    assert len(REWRITINGS) >= 18
    assert all((one.function.__doc__ or "").endswith(".") for one in REWRITINGS.values())


def test_shuffled_names_are_those_of_others() -> None:
    code = "def f(low, high):\n    middle = (low + high) // 2\n    return middle - low"
    found = rewritten(code, "names_shuffled")
    assert found != f"{code}\n"
    assert {"low", "high", "middle"} == {node.id for node in ast.walk(ast.parse(found)) if isinstance(node, ast.Name)}
    assert "low + high" not in found.split("\n")[0]


LEFT_ALONE = {
    "a continue would skip the step": ("for i in range(n):\n    if i:\n        continue\n    print(i)", "for_to_while"),
    "a list is changed in place": ("xs = ys\nxs += [1]", "augmented_to_plain"),
    "the values depend on one another": ("a, b = b, a + b", "parallel_to_sequence"),
    "the list is changed in the loop": ("for x in xs:\n    xs.append(x)", "items_to_indices"),
    "the sum is not what follows": ("def f(x):\n    t = g(x)\n    h()\n    return t", "temporary_inlined"),
    "the call is not the last act": (
        "def f(n):\n    if n:\n        return 1\n    return 1 + f(n)",
        "tail_recursion_to_loop",
    ),
    "the variable of the loop is needed": (
        "def f(n):\n    i = 0\n    while i < n:\n        g()\n        i += 1\n    return i",
        "while_to_for",
    ),
}


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_what_would_fail_is_left_alone(case: str) -> None:
    code, name = LEFT_ALONE[case]
    assert rewritten(code, name) == ""


# Proof


def variants(task: Task) -> Iterator[tuple[Problem, Problem]]:
    """A program of a task, and that program rewritten, in several ways."""
    for seed in range(8):
        rng = Random(f"{task.id}:{seed}")
        problem = task.draw(rng, 4)
        try:
            yield problem, rewrites.rewrite(problem, task, rng)
        except Rejected as verdict:
            if verdict.reason not in {"no rewriting", "not proven", "not the same"}:
                raise


def ran(problem: Problem, drawn: Problem, given: str) -> tuple[str, str, str]:
    """The result, the output, and the type of the error of a program on what was drawn for another.

    given: the arguments in the call of the problem.
    """
    arguments = drawn.entry[drawn.entry.find("(") :]
    entry = problem.entry.removesuffix(given) + arguments if problem.entry else ""
    result, output, error = run_bare(problem.code, entry, drawn.stdin)
    return result, output, error.partition(":")[0]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
def test_rewritten_programs_do_the_same(task: Task) -> None:
    """Held against the original once more, with other inputs than those of the proof, and without its runner."""
    found = list(variants(task))
    assert len(found) >= 2
    for problem, other in found:
        assert other.rewrites
        assert set(other.rewrites) <= set(REWRITINGS)
        assert other.code != problem.code
        given = problem.entry[problem.entry.find("(") :]
        for seed in range(40, 60) if problem.entry or problem.stdin else ():
            drawn = task.draw(Random(seed), seed % 10 + 1)
            assert ran(problem, drawn, given) == ran(other, drawn, given), (other.rewrites, drawn.entry)
        assert run_bare(problem.code, problem.entry, problem.stdin) == run_bare(other.code, other.entry, other.stdin)


def proof(one: str, other: str, cases: list[Any], callee: str = "f") -> Any:
    return prove(observed(Runnable(ast.parse(one), callee), cases), Runnable(ast.parse(other), callee))


INTS = [(number,) for number in range(-20, 40)]


def test_a_proof_counts_its_inputs() -> None:
    found = proof("def f(x):\n    return x + x", "def f(x):\n    return 2 * x", INTS)
    assert found.inputs >= NEEDED
    assert found.reached == 1


NOT_PROVEN = {
    "another result": ("def f(x):\n    return x * x", "def f(x):\n    return abs(x) * 20", INTS, "not the same"),
    "another type": ("def f(x):\n    return x == 3", "def f(x):\n    return int(x == 3)", INTS, "not the same"),
    "another exception": (
        "def f(x):\n    return 1 // x",
        "def f(x):\n    return {1: 2}[x * 0 + 5]",
        INTS,
        "not the same",
    ),
    "another output": ("def f(x):\n    print(x)", "def f(x):\n    print(x + 0.0)", INTS, "not the same"),
    "another effect": ("def f(x):\n    x.sort()", "def f(x):\n    sorted(x)", [([2, 1],)] * 40, "not the same"),
    "a rare input": ("def f(x):\n    return x", "def f(x):\n    return 0 if x == 17 else x", INTS, "not the same"),
    "a branch that no input reaches": (
        "def f(x):\n    return x",
        "def f(x):\n    if x > 1000:\n        return 0\n    return x",
        INTS,
        "not proven",
    ),
    "an endless run": (
        "def f(x):\n    return x",
        "def f(x):\n    while x == 17:\n        pass\n    return x",
        INTS,
        "not the same",
    ),
    "too few inputs": ("def f(x):\n    return x", "def f(x):\n    return x", INTS[:5], "not proven"),
    "endless runs": (
        "def f(x):\n    while x:\n        pass",
        "def f(x):\n    while x:\n        pass",
        INTS,
        "not proven",
    ),
}


@pytest.mark.parametrize("case", NOT_PROVEN)
def test_what_differs_is_not_proven(case: str) -> None:
    one, other, cases, reason = NOT_PROVEN[case]
    with pytest.raises(Rejected) as verdict:
        proof(one, other, cases)
    assert verdict.value.reason == reason


def wrong(node: ast.Compare, _: Any) -> ast.Compare | None:
    """Takes `<` for `<=`."""
    is_less = len(node.ops) == 1 and isinstance(node.ops[0], ast.Lt)
    return ast.Compare(node.left, [ast.LtE()], node.comparators) if is_less else None


def test_a_wrong_rewriting_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REWRITINGS, "wrong", Rewriting("wrong", (ast.Compare,), wrong))
    caught = 0
    for task in TASKS:
        problem = task.draw(Random(1), 5)
        try:
            rewrites.made(problem, task, Random(1), ("wrong",))
        except Rejected as verdict:
            caught += verdict.reason == "not the same"
    assert caught >= 5


# Text


def test_hints_follow_their_statements() -> None:
    code = "def f(n):\n    total = 0\n    while n > 0:\n        total += n\n        n -= 1\n    return total\n"
    hints = {3: "something is left | nothing is left", 4: "the sum so far is {total}"}
    tree = parsed(code, hints)
    apply(tree, "f", Random(1), ("dead_branch", "names_short"), 0)
    text, found = written(tree)
    lines = text.split("\n")
    assert {lines[line - 1].strip(): hint for line, hint in found.items()} == {
        "while a > 0:": "something is left | nothing is left",
        "c += a": "the sum so far is {c}",
    }


def test_an_inverted_test_turns_its_hint() -> None:
    tree = parsed("if a < b:\n    x = 1\nelse:\n    x = 2\n", {1: "it is small | it is large"})
    apply(tree, "", Random(1), ("if_else_inverted",), 0)
    assert written(tree) == ("if a >= b:\n    x = 2\nelse:\n    x = 1\n", {1: "it is large | it is small"})


def test_programs_are_written_as_a_person_would() -> None:
    code = dedent(
        """\
        import math
        from heapq import heappop


        class Box:
            def __init__(self, side):
                self.side = side

            def area(self):
                return self.side ** 2


        def f(a, b):
            a, b = b, a
            for i, (x, y) in enumerate([(1, 2)]):
                a += x
            b += sum(x for x in range(a)) + max((2, 3))
            return sum(x for x in range(b)), max(x for x in (a, b))


        print(f(1, 2))
        """
    )
    assert written(ast.parse(code))[0] == code


# Random programs


NAMES = ("a", "b", "c")
EXPRESSIONS = st.recursive(
    st.sampled_from([*NAMES, "0", "1", "2", "7"]),
    lambda inner: st.tuples(inner, st.sampled_from(["+", "-", "*", "%"]), inner).map(lambda one: f"({' '.join(one)})"),
    max_leaves=4,
)
TESTS = st.tuples(EXPRESSIONS, st.sampled_from(["<", "<=", "==", "!=", ">"]), EXPRESSIONS).map(" ".join)
CONDITIONS = st.one_of(
    TESTS,
    st.tuples(TESTS, st.sampled_from(["and", "or"]), TESTS).map(" ".join),
    TESTS.map(lambda test: f"not ({test})"),
)


def indented(body: list[str]) -> str:
    return "\n".join(f"    {line}" for statement in body for line in statement.split("\n"))


def statements(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    block = st.lists(inner, min_size=1, max_size=3).map(indented)
    return st.one_of(
        st.tuples(CONDITIONS, block).map(lambda one: f"if {one[0]}:\n{one[1]}"),
        st.tuples(CONDITIONS, block, block).map(lambda one: f"if {one[0]}:\n{one[1]}\nelse:\n{one[2]}"),
        st.tuples(st.sampled_from(["i", "j"]), block).map(lambda one: f"for {one[0]} in range(3):\n{one[1]}"),
        block.map(lambda body: f"n = 0\nwhile n < 3:\n{body}\n    n += 1"),
    )


SIMPLE = st.one_of(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["=", "+=", "-="]), EXPRESSIONS).map(" ".join),
    st.just("a, b = b, a"),
    st.just("xs.append(a)"),
    st.just("c = [x * 2 for x in xs if x > 1][-1:] == [2]"),
    st.tuples(CONDITIONS, EXPRESSIONS).map(lambda one: f"if {one[0]}:\n    return {one[1]}"),
    st.just("b = max(a, b)"),
)
PROGRAMS = st.lists(st.recursive(SIMPLE, statements, max_leaves=6), min_size=2, max_size=6).map(
    lambda body: f"def f(a, b, c):\n    xs = [1, 2]\n{indented(body)}\n    return a, b, c, xs"
)
CASES = [(a, b, c) for a in (-2, 0, 3) for b in (-1, 1, 4) for c in (0, 2, 5, 9)]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(PROGRAMS, st.sampled_from(sorted(REWRITINGS)), st.integers(0, 1000))
def test_random_programs_keep_what_they_do(program: str, name: str, seed: int) -> None:
    tree = ast.parse(program)
    names, called = apply(tree, "f", Random(seed), (name,), 0)
    if names:
        text, _ = written(tree)
        try:
            prove(observed(Runnable(ast.parse(program), "f"), CASES), Runnable(ast.parse(text), called))
        except Rejected as verdict:
            if verdict.reason != "not proven":
                raise AssertionError(f"{program}\n\n{text}") from verdict
