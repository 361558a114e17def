"""Oracles for weighted graphs: networkx."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise, product
from typing import Any

import networkx as nx

Roads = dict[Any, dict[Any, int]]
Weighted = list[tuple[Any, Any, int]]


def _graph(roads: Roads) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(roads)
    graph.add_weighted_edges_from((a, b, weight) for a, ends in roads.items() for b, weight in ends.items())
    return graph


def _dijkstra(roads: Roads, source: Any) -> dict[Any, int]:
    return dict(nx.single_source_dijkstra_path_length(_graph(roads), source))


def _bellman_ford(vertices: list[Any], edges: Weighted, source: Any) -> dict[Any, int] | None:
    graph = nx.DiGraph()
    graph.add_nodes_from(vertices)
    graph.add_weighted_edges_from(edges)
    try:
        return dict(nx.single_source_bellman_ford_path_length(graph, source))
    except nx.NetworkXUnbounded:
        return None


def _all_pairs(matrix: list[list[int | None]]) -> list[list[int | None]]:
    n = range(len(matrix))
    roads = {i: {j: weight for j, weight in enumerate(row) if weight is not None} for i, row in enumerate(matrix)}
    lengths = dict(nx.all_pairs_bellman_ford_path_length(_graph(roads)))
    return [[lengths[i].get(j) for j in n] for i in n]


def _dag(roads: Roads, source: Any) -> dict[Any, int]:
    return dict(nx.single_source_bellman_ford_path_length(_graph(roads), source))


def _path(roads: Roads, start: Any, goal: Any) -> Callable[[list[Any] | None], bool]:
    length = _dijkstra(roads, start).get(goal, math.inf)

    def check(path: list[Any] | None) -> bool:
        if path is None:
            return length == math.inf
        ends = (path[0], path[-1]) == (start, goal)
        return ends and sum(roads[a].get(b, math.inf) for a, b in pairwise(path)) == length

    return check


def _walls(grid: list[str], start: tuple[int, int], goal: tuple[int, int]) -> int:
    graph = nx.DiGraph()
    height, width = len(grid), len(grid[0])
    for r, c in product(range(height), range(width)):
        for cell in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
            graph.add_edge(cell, (r, c), weight=int(grid[r][c] == "X"))
    cells = set(product(range(height), range(width)))
    return nx.dijkstra_path_length(graph.subgraph(cells), start, goal)


def _undirected(vertices: list[Any], edges: Weighted) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(vertices)
    graph.add_weighted_edges_from(edges)
    return graph


def _tree_weight(vertices: list[Any], edges: Weighted) -> int:
    tree = nx.minimum_spanning_tree(_undirected(vertices, edges))
    return int(tree.size(weight="weight"))


def _is_spanning_tree(vertices: list[Any], edges: Weighted) -> Callable[[Weighted], bool]:
    """The tree must be made of edges of the graph, span it, and weigh as little as possible."""
    least = _tree_weight(vertices, edges)

    def check(tree: Weighted) -> bool:
        known = set(edges) | {(b, a, weight) for a, b, weight in edges}
        return set(tree) <= known and nx.is_tree(_undirected(vertices, tree)) and sum(w for _, _, w in tree) == least

    return check


def _sorted_tree(vertices: list[Any], edges: Weighted) -> Callable[[Weighted], bool]:
    is_tree = _is_spanning_tree(vertices, edges)
    return lambda tree: is_tree(tree) and [w for _, _, w in tree] == sorted(w for _, _, w in tree)


def _grown_tree(roads: Roads, start: Any) -> Callable[[Weighted], bool]:
    """Each edge must leave what the edges before it span."""
    edges = [(a, b, weight) for a, ends in roads.items() for b, weight in ends.items()]
    is_tree = _is_spanning_tree(list(roads), edges)

    def check(tree: Weighted) -> bool:
        spanned = [start, *(head for _, head, _ in tree)]
        return is_tree(tree) and all(tail in spanned[: i + 1] for i, (tail, _, _) in enumerate(tree))

    return check


def _bottleneck(roads: Roads, start: Any, goal: Any) -> int | None:
    paths = nx.all_simple_edge_paths(_graph(roads), start, goal)
    return min((max(roads[a][b] for a, b in path) for path in paths), default=None)


ORACLES: dict[str, Callable[..., Any]] = {
    "dijkstra": _dijkstra,
    "bellman_ford": _bellman_ford,
    "floyd_warshall": _all_pairs,
    "dag_shortest_paths": _dag,
    "shortest_path": _path,
    "zero_one_bfs": _walls,
    "mst_kruskal": _sorted_tree,
    "mst_prim": _grown_tree,
    "boruvka": _sorted_tree,
    "minimum_spanning_tree_weight": _tree_weight,
    "minimum_bottleneck": _bottleneck,
}
