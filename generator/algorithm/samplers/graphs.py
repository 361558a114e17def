"""Graphs: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from itertools import combinations, pairwise
from random import Random

from generator.algorithm.samplers.pools import NAMES, STEPS

Graph = dict[object, list[object]]
Pairs = list[tuple[object, object]]


def graph_and_start(rng: Random, size: int) -> tuple[Graph, object]:
    """An undirected graph by neighbour lists, and a vertex; path, cycle, star, tree, clique or sparse."""
    vertices = _vertices(rng, size)
    graph: Graph = {vertex: [] for vertex in vertices}
    for a, b in _edges(rng, vertices):
        graph[a].append(b)
        graph[b].append(a)
    return graph, _start(rng, vertices, graph)


def roads_and_source(rng: Random, size: int) -> tuple[dict[object, dict[object, int]], object]:
    """A graph by neighbours and weights, directed or not, and a vertex."""
    vertices = _vertices(rng, min(size, 7))
    graph: dict[object, dict[object, int]] = {vertex: {} for vertex in vertices}
    directed = rng.random() < 0.4
    for a, b in _edges(rng, vertices):
        graph[a][b] = rng.randint(1, 12)
        if not directed:
            graph[b][a] = graph[a][b]
    return graph, _start(rng, vertices, graph)


def vertices_and_arrows(rng: Random, size: int) -> tuple[list[object], Pairs]:
    """The vertices and edges of a directed graph, which one time of eight has a cycle."""
    count = 1 + round(0.65 * size)
    pool: list[object] = list(rng.choice((*STEPS, range(8), NAMES[2][:8])))
    order = rng.sample(pool, count)
    density = rng.choice((0.2, 0.35, 0.5))
    edges = [pair for pair in combinations(order, 2) if rng.random() < density]
    if count > 1 and rng.random() < 0.12:
        head, *_, tail = order[: rng.randint(2, count)]
        edges = [*dict.fromkeys([*edges, (head, tail)]), (tail, head)]
    rng.shuffle(edges)
    return sorted(order, key=pool.index), edges


def members_and_pairs(rng: Random, size: int) -> tuple[list[object], Pairs]:
    """Some members, and pairs among them, of which some close a circle."""
    members = _vertices(rng, max(2, min(size, 8)))
    count = rng.randint(1, 1 + round(0.8 * len(members)))
    return members, [(a, b) for a, b in (rng.sample(members, 2) for _ in range(count))]


def _vertices(rng: Random, count: int) -> list[object]:
    pool: list[object] = list(rng.choice((range(10), range(1, 11), *NAMES)))
    return pool[:count] if rng.random() < 0.5 else sorted(rng.sample(pool, count), key=pool.index)


def _edges(rng: Random, vertices: list[object]) -> Pairs:
    """The edges of a graph of a random shape, shuffled."""
    order = rng.sample(vertices, len(vertices))
    tree = [(order[rng.randrange(i)], order[i]) for i in range(1, len(order))]
    path = list(pairwise(order))
    shape = rng.choice(("path", "cycle", "star", "tree", "tree", "clique", "sparse", "sparse", "parts"))
    if shape == "path":
        edges = path
    elif shape == "cycle":
        edges = [*path, (order[-1], order[0])] if len(order) > 2 else path
    elif shape == "star":
        edges = [(order[0], other) for other in order[1:]]
    elif shape == "clique":
        edges = list(combinations(order[:5], 2))
    elif shape == "parts":
        half = len(order) // 2
        edges = [*combinations(order[:half], 2), *combinations(order[half:], 2)]
        edges = [edge for edge in edges if rng.random() < 0.6]
    else:
        edges = tree
    if shape == "sparse":
        spare = [(a, b) for a, b in combinations(order, 2) if (a, b) not in tree]
        edges = tree + rng.sample(spare, min(len(spare), rng.randint(1, 3)))
    rng.shuffle(edges)
    return edges


def _start(rng: Random, vertices: list[object], graph: Mapping[object, Sized]) -> object:
    """A vertex that mostly has a neighbour, if any has one."""
    joined = [vertex for vertex in vertices if graph[vertex]]
    return rng.choice(joined if joined and rng.random() < 0.95 else vertices)
