"""Oracles for what is counted in graphs: networkx, whose shares are brought back to exact fractions."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import networkx as nx
import numpy as np

Graph = dict[Any, list[Any]]
Pairs = list[tuple[Any, Any]]


def _degrees(vertices: list[Any], edges: Pairs) -> dict[Any, int]:
    graph = nx.MultiGraph(edges)
    graph.add_nodes_from(vertices)
    return dict(graph.degree())


def _common(graph: Graph, a: Any, b: Any) -> list[Any]:
    return sorted(nx.common_neighbors(nx.Graph(graph), a, b))


def _jaccard(graph: Graph, a: Any, b: Any) -> Fraction:
    ((_, _, share),) = nx.jaccard_coefficient(nx.Graph(graph), [(a, b)])
    return Fraction(share).limit_denominator(100)


def _clustering(graph: Graph, vertex: Any) -> Fraction:
    return Fraction(nx.clustering(nx.Graph(graph), vertex)).limit_denominator(100)


def _page_rank(links: Graph, rounds: int) -> dict[Any, Fraction]:
    """The start, times a power of the matrix of shares."""
    pages = list(links)
    shares = np.array([[Fraction(target in links[page], len(links[page])) for target in pages] for page in pages])
    start = np.array([Fraction(1, len(pages)) for _ in pages])
    return dict(zip(pages, start @ np.linalg.matrix_power(shares, rounds), strict=True))


ORACLES: dict[str, Callable[..., Any]] = {
    "degree": _degrees,
    "edge": lambda edges, a, b: nx.Graph(edges).has_edge(a, b),
    "common_neighbor": _common,
    "jaccard": _jaccard,
    "clustering_coefficient": _clustering,
    "page_rank": _page_rank,
}
