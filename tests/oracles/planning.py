"""Oracles for flows, matchings and plans on graphs: networkx, scipy, or all possibilities one by one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, permutations, product
from typing import Any

import networkx as nx
import numpy as np
from scipy.optimize import linear_sum_assignment

Graph = dict[Any, list[Any]]
Pairs = list[tuple[Any, Any]]
Wishes = dict[str, list[str]]


def _flow(capacity: dict[Any, dict[Any, int]], source: Any, sink: Any) -> int:
    graph = nx.DiGraph()
    graph.add_nodes_from(capacity)
    graph.add_edges_from((a, b, {"capacity": room}) for a, ends in capacity.items() for b, room in ends.items())
    return nx.maximum_flow_value(graph, source, sink)


def _matching(skills: Wishes) -> int:
    graph = nx.Graph((("person", person), ("task", task)) for person, tasks in skills.items() for task in tasks)
    return len(nx.max_weight_matching(graph, maxcardinality=True))


def _stable(proposers: Wishes, receivers: Wishes) -> list[tuple[str, str]]:
    """Of all stable matchings, the one in which each who proposes has the best partner."""

    def is_stable(match: dict[str, str]) -> bool:
        holder = {b: a for a, b in match.items()}
        return not any(
            proposers[a].index(b) < proposers[a].index(match[a])
            and receivers[b].index(a) < receivers[b].index(holder[b])
            for a, b in product(proposers, receivers)
        )

    matches = [dict(zip(proposers, order, strict=True)) for order in permutations(receivers)]
    return sorted(min(filter(is_stable, matches), key=lambda m: [proposers[a].index(b) for a, b in m.items()]).items())


def _cover(vertices: list[Any], edges: Pairs) -> int:
    """What a largest independent set leaves."""
    rest = nx.Graph()
    rest.add_nodes_from(vertices)
    rest.add_edges_from(edges)
    return len(vertices) - max(map(len, nx.find_cliques(nx.complement(rest))))


def _assignment(costs: list[list[int]]) -> int:
    matrix = np.array(costs)
    return int(matrix[linear_sum_assignment(matrix)].sum())


def _adverts(graph: Graph, number: int) -> tuple[Any, ...]:
    return max(combinations(graph, number), key=lambda chosen: len(set(chosen).union(*map(graph.get, chosen))))


def _station(graph: Graph) -> tuple[Any, int] | None:
    whole = nx.Graph(graph)
    if not nx.is_connected(whole):
        return None
    centre = set(nx.center(whole))
    return next(vertex for vertex in graph if vertex in centre), nx.radius(whole)


def _colouring(graph: Graph, colours: list[str]) -> dict[Any, str] | None:
    for choice in product(colours, repeat=len(graph)):
        colour = dict(zip(graph, choice, strict=True))
        if all(colour[a] != colour[b] for a in graph for b in graph[a]):
            return colour
    return None


def _dominating(graph: Graph) -> list[Any]:
    whole = nx.Graph(graph)
    sets = (chosen for n in range(1, len(graph) + 1) for chosen in combinations(graph, n))
    return list(next(chosen for chosen in sets if nx.is_dominating_set(whole, chosen)))


def _core(graph: Graph, k: int) -> list[Any]:
    kept = nx.k_core(nx.Graph(graph), k)
    return [vertex for vertex in graph if vertex in kept]


def _cliques(graph: Graph) -> list[list[Any]]:
    return sorted(map(sorted, nx.find_cliques(nx.Graph(graph))))


ORACLES: dict[str, Callable[..., Any]] = {
    "maximum_flow": _flow,
    "bipartite_matching": _matching,
    "stable_marriage": _stable,
    "minimum_vertex_cover": _cover,
    "assignment": _assignment,
    "ad_location": _adverts,
    "fire_station": _station,
    "graph_coloring": _colouring,
    "minimum_dominating_set": _dominating,
    "k_core": _core,
    "maximal_cliques": _cliques,
}
