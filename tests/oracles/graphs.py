"""Oracles for algorithms on graphs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from itertools import product
from typing import Any


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


def _groups(members: list[Any], pairs: list[tuple[Any, Any]]) -> int:
    """Count the groups by giving everyone the label of the partner until nothing changes."""
    label = {member: members.index(member) for member in members}
    for _ in members:
        for a, b in pairs:
            label[a] = label[b] = min(label[a], label[b])
    return len(set(label.values()))


ORACLES: dict[str, Callable[..., Any]] = {
    "bfs": _shortest,
    "dfs": _is_depth_first,
    "topological_sort": _is_topological,
    "dijkstra": _shortest,
    "union_find": _groups,
}
