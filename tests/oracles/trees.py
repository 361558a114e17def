"""Oracles for trees, and for graphs that stand for an order: networkx, or a check of what is claimed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import networkx as nx

Graph = dict[Any, list[Any]]
Project = dict[str, tuple[int, list[str]]]


def _cycle(graph: Graph) -> Callable[[list[Any] | None], bool]:
    acyclic = nx.is_directed_acyclic_graph(nx.DiGraph(graph))

    def check(cycle: list[Any] | None) -> bool:
        if cycle is None:
            return acyclic
        return len(set(cycle)) == len(cycle) and all(b in graph[a] for a, b in pairwise([*cycle, cycle[0]]))

    return check


def _project(project: Project) -> int | None:
    """The longest path, where an edge weighs what its head takes."""
    needed = {other for _, needs in project.values() for other in needs}
    if not needed <= set(project):
        return None
    graph = nx.DiGraph()
    for task, (duration, needs) in project.items():
        graph.add_edges_from((before, task, {"weight": duration}) for before in (*needs, "start"))
    return nx.dag_longest_path_length(graph)


def _centre(tree: Graph) -> list[Any]:
    return sorted(nx.center(nx.Graph(tree)), key=list(tree).index)


def _code(edges: list[tuple[int, int]]) -> list[int]:
    return [vertex + 1 for vertex in nx.to_prufer_sequence(nx.Graph((a - 1, b - 1) for a, b in edges))]


def _teams(managers: dict[str, str | None]) -> dict[str, int]:
    graph = nx.DiGraph((manager or "nobody", person) for person, manager in managers.items())
    return {person: 1 + len(nx.descendants(graph, person)) for person in managers}


def _ranking(beaten: Graph) -> Callable[[list[Any]], bool]:
    return lambda ranking: set(ranking) == set(beaten) and all(b in beaten[a] for a, b in pairwise(ranking))


ORACLES: dict[str, Callable[..., Any]] = {
    "directed_cycle": _cycle,
    "critical_path": _project,
    "tree_center": _centre,
    "prufer_code": _code,
    "team_sizes": _teams,
    "tournament_ranking": _ranking,
}
