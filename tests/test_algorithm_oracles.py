"""Every implementation of every algorithm, on many drawn inputs, against an oracle that shares no code with it."""

from __future__ import annotations

import ast
import copy
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise, product
from random import Random
from typing import Any

import pytest

import generator.algorithm  # noqa: F401 - registers the algorithms
from generator.algorithm.registry import IMPLEMENTATIONS, TASKS, Implementation, program_text

ALL = [
    pytest.param(name, chosen, id=chosen.function.__name__)
    for name, several in IMPLEMENTATIONS.items()
    for chosen in several
]
DRAWS = 150
NUMBER_WORDS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve hundred
    first second third once twice half halves double dozen none
    """.split()
)


def _found(values: list[int], target: int) -> Callable[[int], bool]:
    return lambda index: values[index] == target if target in values else index == -1


def _majority(votes: list[str]) -> str | None:
    return next((vote for vote, count in Counter(votes).items() if 2 * count > len(votes)), None)


def _neighbours(graph: dict[Any, Any]) -> dict[Any, dict[Any, int]]:
    """A graph as vertex -> (neighbour -> weight), whichever way it is written."""
    return {vertex: dict(ends) if isinstance(ends, dict) else dict.fromkeys(ends, 1) for vertex, ends in graph.items()}


def _shortest(graph: dict[Any, Any], source: Any) -> dict[Any, float]:
    """Bellman and Ford: relax every edge as often as there are vertices."""
    distance = dict.fromkeys(graph, math.inf) | {source: 0}
    for _ in graph:
        for vertex, ends in _neighbours(graph).items():
            for neighbour, weight in ends.items():
                distance[neighbour] = min(distance[neighbour], distance[vertex] + weight)
    return {vertex: length for vertex, length in distance.items() if length < math.inf}


def _is_depth_first(graph: dict[Any, list[Any]], start: Any) -> Callable[[list[Any]], bool]:
    """Each vertex must be the foremost unvisited neighbour of the latest vertex that still has one."""

    def check(order: list[Any]) -> bool:
        if order[:1] != [start]:
            return False
        for i in range(1, len(order) + 1):
            seen = order[:i]
            fresh = [neighbour for vertex in reversed(seen) for neighbour in graph[vertex] if neighbour not in seen]
            if fresh[:1] != order[i : i + 1]:
                return False
        return True

    return check


def _is_topological(vertices: list[Any], edges: list[tuple[Any, Any]]) -> Callable[[list[Any] | None], bool]:
    reach = set(edges)
    for middle, start, end in product(vertices, repeat=3):
        if (start, middle) in reach and (middle, end) in reach:
            reach.add((start, end))

    def check(order: list[Any] | None) -> bool:
        if order is None:
            return any((vertex, vertex) in reach for vertex in vertices)
        return Counter(order) == Counter(vertices) and all(order.index(a) < order.index(b) for a, b in edges)

    return check


def _subsequences(values: Sequence[Any]) -> set[tuple[Any, ...]]:
    return {chosen for n in range(len(values) + 1) for chosen in combinations(values, n)}


def _common_subsequence(a: str, b: str) -> int:
    return max(map(len, _subsequences(a) & _subsequences(b)))


def _increasing_subsequence(values: list[int]) -> int:
    return max(len(row) for row in _subsequences(values) if all(a < b for a, b in pairwise(row)))


def _knapsack(weights: list[int], values: list[int], capacity: int) -> int:
    items = list(zip(weights, values, strict=True))
    packs = [pack for n in range(len(items) + 1) for pack in combinations(items, n)]
    return max(sum(value for _, value in pack) for pack in packs if sum(weight for weight, _ in pack) <= capacity)


def _change(coins: list[int], amount: int) -> int:
    counts = product(*(range(amount // coin + 1) for coin in coins))
    ways = [sum(count) for count in counts if sum(map(int.__mul__, count, coins)) == amount]
    return min(ways, default=-1)


def _polish(tokens: list[str]) -> int | None:
    """Read from the right, into an infix expression that Python evaluates."""
    rest = list(tokens)

    def infix() -> str:
        found = rest.pop()
        if found not in "+-*":
            return f"({found})"
        right, left = infix(), infix()
        return f"({left} {found} {right})"

    try:
        text = infix()
    except IndexError:
        return None
    return None if rest else eval(text)  # noqa: S307 - our own expression


def _groups(members: list[Any], pairs: list[tuple[Any, Any]]) -> int:
    """Count the groups by giving everyone the label of the partner until nothing changes."""
    label = {member: members.index(member) for member in members}
    for _ in members:
        for a, b in pairs:
            label[a] = label[b] = min(label[a], label[b])
    return len(set(label.values()))


def _starts(text: str, pattern: str) -> list[int]:
    return [found.start() for found in re.finditer(f"(?={re.escape(pattern)})", text)]


ORACLES: dict[str, Callable[..., Any]] = {
    "bubble_sort": sorted,
    "insertion_sort": sorted,
    "selection_sort": sorted,
    "merge_sort": sorted,
    "quicksort": sorted,
    "counting_sort": lambda values, _largest: sorted(values),
    "binary_search": _found,
    "quickselect": lambda values, k: sorted(values)[k],
    "minimum": min,
    "majority_vote": _majority,
    "bfs": _shortest,
    "dfs": _is_depth_first,
    "topological_sort": _is_topological,
    "dijkstra": _shortest,
    "lcs_length": _common_subsequence,
    "knapsack": _knapsack,
    "coin_change": _change,
    "longest_increasing_subsequence": _increasing_subsequence,
    "euclid_gcd": math.gcd,
    "sieve_of_eratosthenes": lambda low, high: [n for n in range(low, high + 1) if all(n % d for d in range(2, n))],
    "fast_power": pow,
    "reverse_polish": _polish,
    "union_find": _groups,
    "naive_string_matcher": _starts,
    "kmp_matcher": _starts,
}
"""Algorithm -> function of the arguments that gives the result, or a test of the result where several are right."""


def drawn(name: str, count: int = DRAWS) -> Iterator[list[Any]]:
    """The arguments of `count` calls, as a reader of the row would type them."""
    for k in range(count):
        entry = TASKS[name].draw(Random(f"{name}:{k}"), k % 10 + 1).entry
        call = ast.parse(entry, mode="eval").body
        assert isinstance(call, ast.Call)
        yield [ast.literal_eval(argument) for argument in call.args]


def standing_alone(chosen: Implementation) -> Callable[..., Any]:
    """The function, made from the text that is shown."""
    namespace: dict[str, Any] = {"__name__": "program"}
    exec(program_text(chosen)[0], namespace)  # noqa: S102 - our own program
    function: Callable[..., Any] = namespace[chosen.function.__name__]
    return function


def test_there_is_an_oracle_for_every_algorithm() -> None:
    assert sorted(ORACLES) == sorted(TASKS)


@pytest.mark.parametrize(("name", "chosen"), ALL)
def test_the_result_is_right(name: str, chosen: Implementation) -> None:
    shown = standing_alone(chosen)
    for arguments in drawn(name):
        expected = ORACLES[name](*copy.deepcopy(arguments))
        result = chosen.function(*copy.deepcopy(arguments))
        assert expected(result) if callable(expected) else result == expected, arguments
        again = shown(*copy.deepcopy(arguments))
        assert repr(again) == repr(result), arguments


@pytest.mark.parametrize(("name", "chosen"), ALL)
def test_the_program_is_short_and_described(name: str, chosen: Implementation) -> None:
    text, _ = program_text(chosen)
    assert 5 <= len(text.splitlines()) <= 40
    assert max(map(len, text.splitlines())) <= 110
    assert "#" not in text
    assert '"""' not in text
    for sentence in (TASKS[name].summary, chosen.function.__doc__ or ""):
        assert re.fullmatch(r"[A-Z][a-z]+ [^.\n]+\.", sentence)
    assert re.search(r"\((about )?\d{3,4}( BC)?\)$", TASKS[name].reference)


@pytest.mark.parametrize(("name", "chosen"), ALL)
def test_hints_are_clauses_without_values(name: str, chosen: Implementation) -> None:
    text, hints = program_text(chosen)
    nodes = {
        node.lineno: node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.If | ast.While | ast.Assign | ast.AugAssign)
    }
    for line, hint in hints.items():
        is_test = isinstance(nodes[line], ast.If | ast.While)
        assert hint.count("|") == is_test, (name, hint)
        clauses = [clause.strip() for clause in hint.split("|")]
        assert any(clauses), (name, hint)
        assert not re.search(r"[0-9\"'`.]", hint), (name, hint)
        assert not set(re.findall(r"[a-z]+", hint)) & set(NUMBER_WORDS), (name, hint)
        assert all(clause == "" or clause[0].islower() for clause in clauses), (name, hint)
        assert not (is_test and "{" in hint), (name, hint)
