"""Oracles for walks through graphs, and for how graphs are built: networkx, or a check of what is claimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import networkx as nx

Graph = dict[Any, list[Any]]
Pairs = list[tuple[Any, Any]]


def undirected(vertices: Any, edges: Pairs) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(vertices)
    graph.add_edges_from(edges)
    return graph


def _distances(graph: Graph, start: Any) -> dict[Any, int]:
    return dict(nx.single_source_shortest_path_length(nx.Graph(graph), start))


def _is_depth_first(graph: Graph, start: Any) -> Callable[[list[Any]], bool]:
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


def _connected(graph: Graph, start: Any, goal: Any) -> bool:
    return nx.has_path(nx.Graph(graph), start, goal)


def _components(graph: Graph) -> list[list[Any]]:
    return sorted((sorted(part) for part in nx.connected_components(nx.Graph(graph))), key=_place(graph))


def _place(graph: Graph) -> Callable[[list[Any]], int]:
    """The place of a component: of its foremost vertex."""
    return lambda part: min(list(graph).index(vertex) for vertex in part)


def _neighbours(edges: Pairs, vertex: Any) -> Callable[[list[Any]], bool]:
    graph = nx.Graph(edges)
    expected = sorted(graph[vertex]) if vertex in graph else []
    return lambda found: sorted(found) == expected


def _has_cycle(vertices: list[Any], edges: Pairs) -> bool:
    return not nx.is_forest(undirected(vertices, edges))


def _sides(graph: Graph) -> tuple[list[Any], list[Any]] | None:
    if not nx.is_bipartite(nx.Graph(graph)):
        return None
    left = set()
    for part in nx.connected_components(nx.Graph(graph)):
        first = min(part, key=list(graph).index)
        steps = _distances(graph, first)
        left |= {vertex for vertex in part if steps[vertex] % 2 == 0}
    return [vertex for vertex in graph if vertex in left], [vertex for vertex in graph if vertex not in left]


def _is_topological(vertices: list[Any], edges: Pairs) -> Callable[[list[Any] | None], bool]:
    graph = nx.DiGraph(edges)

    def check(order: list[Any] | None) -> bool:
        if order is None:
            return not nx.is_directed_acyclic_graph(graph)
        return Counter(order) == Counter(vertices) and all(order.index(a) < order.index(b) for a, b in edges)

    return check


def _strong_components(graph: Graph) -> list[list[Any]]:
    return sorted(sorted(part) for part in nx.strongly_connected_components(nx.DiGraph(graph)))


def _articulation_points(graph: Graph) -> list[Any]:
    return sorted(nx.articulation_points(nx.Graph(graph)))


def _bridges(graph: Graph) -> Pairs:
    return sorted((min(ends), max(ends)) for ends in nx.bridges(nx.Graph(graph)))


def _groups(members: list[Any], pairs: Pairs) -> int:
    return nx.number_connected_components(undirected(members, pairs))


def _euler_path(edges: Pairs) -> Callable[[list[Any] | None], bool]:
    def check(path: list[Any] | None) -> bool:
        if path is None:
            return not nx.has_eulerian_path(nx.Graph(edges))
        return Counter(map(frozenset, pairwise(path))) == Counter(map(frozenset, edges))

    return check


def _hamiltonian_path(graph: Graph) -> Callable[[list[Any] | None], bool]:
    paths = {
        (*path, end)
        for start in graph
        for end in graph
        if end != start
        for path in ([*found[:-1]] for found in nx.all_simple_paths(nx.Graph(graph), start, end))
        if len(path) == len(graph) - 1
    }
    return lambda path: tuple(path) in paths if path else not paths


def _diameter(graph: Graph) -> int | None:
    whole = nx.Graph(graph)
    return nx.diameter(whole) if nx.is_connected(whole) else None


def _triangle(weights: dict[Any, int], edges: Pairs) -> int | None:
    cliques = nx.enumerate_all_cliques(nx.Graph(edges))
    return max((sum(map(weights.get, corners)) for corners in cliques if len(corners) == 3), default=None)


def _embedding(graph: Graph, pattern: Graph) -> Callable[[dict[Any, Any] | None], bool]:
    matcher = nx.isomorphism.GraphMatcher(nx.Graph(graph), nx.Graph(pattern))
    exists = matcher.subgraph_is_monomorphic()

    def check(image: dict[Any, Any] | None) -> bool:
        if image is None:
            return not exists
        if set(image) != set(pattern) or len(set(image.values())) < len(image):
            return False
        return all(image[b] in graph[image[a]] for a in pattern for b in pattern[a])

    return check


def _closure(matrix: list[list[int]]) -> list[list[int]]:
    n = range(len(matrix))
    graph = nx.DiGraph((i, j) for i in n for j in n if matrix[i][j])
    graph.add_nodes_from(n)
    closed = nx.transitive_closure(graph, reflexive=False)
    return [[int(closed.has_edge(i, j)) for j in n] for i in n]


ORACLES: dict[str, Callable[..., Any]] = {
    "bfs": _distances,
    "dfs": _is_depth_first,
    "connectivity": _connected,
    "connected_component": _components,
    "neighbor": _neighbours,
    "predecessor": lambda graph, vertex: list(nx.DiGraph(graph).predecessors(vertex)),
    "cycle": _has_cycle,
    "bipartite": _sides,
    "topological_sort": _is_topological,
    "strongly_connected_components": _strong_components,
    "articulation_points": _articulation_points,
    "bridges": _bridges,
    "union_find": _groups,
    "euler_path": _euler_path,
    "hamiltonian_path": _hamiltonian_path,
    "diameter": _diameter,
    "maximum_triangle_sum": _triangle,
    "subgraph_matching": _embedding,
    "transitive_closure": _closure,
}
