"""Oracles for data structures: lists, sorting and sets that do the same in the plainest way."""

from __future__ import annotations

import ast
import re
from collections import deque
from collections.abc import Callable
from itertools import product
from typing import Any


def _priorities(calls: list[int | None]) -> list[int]:
    held: list[int] = []
    taken = []
    for item in calls:
        if item is None:
            taken.append(min(held))
            held.remove(taken[-1])
        else:
            held.append(item)
    return taken


def _minima(calls: list[int | None]) -> list[int | None]:
    """The numbers that are left after each call, found from the back: each None strikes out a number before it."""
    found = []
    for end in range(1, len(calls) + 1):
        left = calls[:end]
        while None in left:
            place = left.index(None)
            del left[max(place - 1, 0) : place + 1]
        found.append(min(filter(lambda item: item is not None, left), default=None))
    return found


def _taken(calls: list[Any]) -> list[Any]:
    waiting: deque[Any] = deque()
    found = []
    for item in calls:
        if item is None:
            found.append(waiting.popleft() if waiting else "-")
        else:
            waiting.append(item)
    return found


def _buffered(capacity: int, calls: list[Any]) -> list[Any]:
    """How full it is after each call; what comes out is what went in, in the same order."""
    fill = 0
    for item in calls:
        fill += -1 if item is None else 1
        if not 0 <= fill <= capacity:
            raise IndexError(item)
    put = [item for item in calls if item is not None]
    return put[: calls.count(None)]


def _solvable(equations: list[str]) -> bool:
    """Every way to give the variables one of as many values as there are variables."""
    names = sorted({equation[0] for equation in equations} | {equation[-1] for equation in equations})
    for values in product(range(len(names)), repeat=len(names)):
        value = dict(zip(names, values, strict=True))
        if all((value[one[0]] == value[one[-1]]) == (one[1] == "=") for one in equations):
            return True
    return False


def _looked_up(words: list[str], queries: list[str]) -> list[str]:
    text = "".join(f" {word} " for word in words)
    return ["word" if f" {query} " in text else "prefix" if f" {query}" in text else "unknown" for query in queries]


def _completions(words: list[str], prefix: str) -> list[str]:
    return sorted(word for word in set(words) if re.match(prefix, word))


def _asked(combine: Callable[[list[int]], int]) -> Callable[..., list[int]]:
    """The values themselves, changed by hand."""

    def answers(values: list[int], calls: list[tuple[str, int, int]]) -> list[int]:
        now, found = dict(enumerate(values)), []
        for name, first, second in calls:
            if name == "set":
                now[first] = second
            elif name == "add":
                now[first] += second
            else:
                found.append(combine([now[index] for index in range(first, second)]))
        return found

    return answers


def _raised(length: int, raises: list[tuple[int, int, int]]) -> list[int]:
    return [sum(amount for low, high, amount in raises if low <= i < high) for i in range(length)]


def _rectangles(grid: list[list[int]], rectangles: list[tuple[int, int, int, int]]) -> list[int]:
    return [sum(sum(row[left:right]) for row in grid[top:bottom]) for top, left, bottom, right in rectangles]


def _pairs(left: list[int], right: list[int]) -> Any:
    text = "None"
    for value in sorted(left + right, reverse=True):
        text = f"({value}, {text})"
    return ast.literal_eval(text)


def _cycle(following: Any, start: Any) -> int | None:
    """After many steps the walk has ended or is in the cycle, all of which it then passes."""
    passed = []
    for _ in range(60):
        if start is None:
            return None
        passed.append(start)
        start = following[start]
    return len(set(passed[30:]))


def _leaving(people: list[str], step: int) -> list[str]:
    """By the places in the row of those who are left."""
    left, place, order = list(people), 0, []
    while left:
        place = (place + step - 1) % len(left)
        order.append(left.pop(place))
    return order


def _misses(capacity: int, requests: list[Any]) -> list[Any]:
    """A request is missed if since the last one for it as many others came up as the cache holds."""
    missed = []
    for i, page in enumerate(requests):
        before = requests[:i][::-1]
        if page not in before or len(set(before[: before.index(page)])) >= capacity:
            missed.append(page)
    return missed


def _removed(values: list[Any], place: int) -> list[Any]:
    left = list(values)
    del left[-place]
    return left


ORACLES: dict[str, Callable[..., Any]] = {
    "priority_queue": _priorities,
    "merge_sorted_lists": lambda lists: sorted(value for values in lists for value in values),
    "min_stack": _minima,
    "queue_from_stacks": _taken,
    "ring_buffer": _buffered,
    "equations_possible": _solvable,
    "trie_lookup": _looked_up,
    "autocomplete": _completions,
    "segment_tree": _asked(min),
    "fenwick_tree": _asked(sum),
    "sqrt_decomposition": _asked(sum),
    "sparse_table": lambda values, ranges: [min(values[low:high]) for low, high in ranges],
    "reverse_linked_list": lambda values: values[::-1],
    "merge_linked_lists": _pairs,
    "find_cycle": _cycle,
    "circle_of_leavers": _leaving,
    "lru_cache": _misses,
    "remove_from_end": _removed,
    "difference_array": _raised,
    "summed_area_table": _rectangles,
}
