"""Undirected graphs: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from itertools import combinations, pairwise
from random import Random

from generator.algorithm.samplers.pools import NAMES

Graph = dict[object, list[object]]
Pairs = list[tuple[object, object]]

PLACES = (
    ("bank", "bridge", "harbour", "library", "market", "museum", "park", "school", "station", "tower"),
    ("attic", "bath", "cellar", "closet", "den", "garage", "hall", "kitchen", "lounge", "study"),
    ("Aare", "Danube", "Elbe", "Loire", "Main", "Oder", "Po", "Rhine", "Tagus", "Weser"),
)


def graph_and_start(rng: Random, size: int) -> tuple[Graph, object]:
    """An undirected graph by neighbour lists, and a vertex; path, cycle, star, tree, clique or sparse."""
    vertices = draw_vertices(rng, max(4, size))
    graph = by_neighbours(vertices, draw_edges(rng, vertices))
    return graph, draw_start(rng, vertices, graph)


def a_graph(rng: Random, size: int) -> tuple[Graph]:
    """An undirected graph by neighbour lists, with 4 to 8 vertices."""
    vertices = draw_vertices(rng, count(rng, size))
    return (by_neighbours(vertices, draw_edges(rng, vertices)),)


def small_graph(rng: Random, size: int) -> tuple[Graph]:
    """An undirected graph by neighbour lists, with 4 to 6 vertices, for what takes a step for every subset."""
    return a_graph(rng, min(size, 3))


def scattered_graph(rng: Random, size: int) -> tuple[Graph]:
    """An undirected graph by neighbour lists that mostly has several components."""
    vertices = draw_vertices(rng, count(rng, size) + 1)
    edges = draw_edges(rng, vertices)
    for _ in range(rng.randint(0, 2)):
        edges = [edge for edge in edges if rng.choice(vertices) not in edge]
    return (by_neighbours(vertices, edges),)


def connected_graph(rng: Random, size: int) -> tuple[Graph]:
    """A connected undirected graph by neighbour lists; one time of ten a vertex stands apart."""
    vertices = draw_vertices(rng, max(4, count(rng, size) - 1))
    joined = vertices[1:] if rng.random() < 0.1 else vertices
    return (by_neighbours(vertices, rng.sample(edges := draw_connected(rng, joined), len(edges))),)


def small_connected_graph(rng: Random, size: int) -> tuple[Graph]:
    """A connected undirected graph by neighbour lists, with 4 to 6 vertices; one time of ten a vertex stands apart."""
    return connected_graph(rng, min(size, 6))


def bipartite_or_not(rng: Random, size: int) -> tuple[Graph]:
    """An undirected graph whose edges run between two sides, but for one edge now and then."""
    vertices = draw_vertices(rng, count(rng, size))
    order = rng.sample(vertices, len(vertices))
    half = rng.randint(1, len(order) - 1)
    across = [(a, b) for a in order[:half] for b in order[half:]]
    edges = [edge for edge in across if rng.random() < 0.6]
    if rng.random() < 0.45:
        edges.append((order[0], order[1]) if half > 1 else (order[-1], order[-2]))
    edges = list({frozenset(edge): edge for edge in edges}.values())
    rng.shuffle(edges)
    return (by_neighbours(vertices, edges),)


def graph_and_two(rng: Random, size: int) -> tuple[Graph, object, object]:
    """An undirected graph by neighbour lists, mostly in several parts, and two of its vertices."""
    (graph,) = scattered_graph(rng, size) if rng.random() < 0.6 else a_graph(rng, size)
    a, b = rng.sample(list(graph), 2)
    return graph, a, b


def graph_and_friends(rng: Random, size: int) -> tuple[Graph, object, object]:
    """A rather dense undirected graph by neighbour lists, and two of its vertices."""
    vertices = draw_vertices(rng, count(rng, size))
    graph = by_neighbours(vertices, dense_edges(rng, vertices))
    a, b = rng.sample(vertices, 2)
    return graph, a, b


def dense_graph_and_vertex(rng: Random, size: int) -> tuple[Graph, object]:
    """A rather dense undirected graph by neighbour lists, and a vertex."""
    vertices = draw_vertices(rng, count(rng, size))
    graph = by_neighbours(vertices, dense_edges(rng, vertices))
    return graph, rng.choice(sorted(vertices, key=lambda vertex: -len(graph[vertex]))[:3])


def graph_and_degree(rng: Random, size: int) -> tuple[Graph, int]:
    """An undirected graph by neighbour lists, and 2 or 3, now and then 1."""
    vertices = draw_vertices(rng, count(rng, size))
    edges = draw_edges(rng, vertices) if rng.random() < 0.5 else dense_edges(rng, vertices)
    return by_neighbours(vertices, edges), rng.choice((1, 2, 2, 2, 3, 3, 3))


def small_graph_and_number(rng: Random, size: int) -> tuple[Graph, int]:
    """An undirected graph by neighbour lists with 4 to 6 vertices, and 1, 2 or 3, mostly 2."""
    graph, _ = graph_and_degree(rng, min(size, 4))
    return graph, rng.choice((1, 2, 2, 2, 3))


def graph_and_colours(rng: Random, size: int) -> tuple[Graph, list[str]]:
    """An undirected graph by neighbour lists, and two to four colours."""
    vertices = draw_vertices(rng, 4 if size == 1 else 5)
    edges = draw_edges(rng, vertices) if rng.random() < 0.5 else dense_edges(rng, vertices)
    graph = by_neighbours(vertices, edges)
    if len(edges) > 5:  # the dense part comes first, or a search in vain would be long
        graph = dict(sorted(graph.items(), key=lambda item: -len(item[1])))
    colours = ("red", "green", "blue", "yellow", "white", "black")
    return graph, rng.sample(colours, rng.choice((2, 3, 3, 4 if len(edges) < 9 else 3)))


def graph_and_pattern(rng: Random, size: int) -> tuple[Graph, Graph]:
    """An undirected graph, and a small one that is looked for in it: a path, a triangle, a square, a star or a paw."""
    shapes = ("xy yz", "xy yz xz", "xy yz xz", "xy yz zw xw", "xy xz xw", "xy yz xz zw")
    parts = [tuple(part) for part in rng.choice(shapes).split()]
    vertices = draw_vertices(rng, rng.randint(4, 5) if len(parts) > 2 else count(rng, min(size, 5)))
    edges = draw_edges(rng, vertices) if rng.random() < 0.4 else dense_edges(rng, vertices)
    letters = rng.choice(("xyzw", "pqrs", "wxyz"))
    pairs: Pairs = [(letters["xyzw".index(a)], letters["xyzw".index(b)]) for a, b in parts]
    corners = list(dict.fromkeys(corner for pair in pairs for corner in pair))
    return by_neighbours(vertices, edges), by_neighbours(corners, pairs)


def weights_and_edges(rng: Random, size: int) -> tuple[dict[object, int], Pairs]:
    """The weight of each vertex, and the edges of a rather dense undirected graph."""
    vertices = draw_vertices(rng, count(rng, size))
    low = rng.choice((1, 1, -9))
    return {vertex: rng.randint(low, 20) for vertex in vertices}, dense_edges(rng, vertices)


def vertices_and_edges(rng: Random, size: int) -> tuple[list[object], Pairs]:
    """The vertices and edges of an undirected graph."""
    vertices = draw_vertices(rng, count(rng, size))
    return vertices, draw_edges(rng, vertices)


def few_vertices_and_edges(rng: Random, size: int) -> tuple[list[object], Pairs]:
    """The vertices and edges of an undirected graph with 4 to 6 vertices."""
    return vertices_and_edges(rng, min(size, 4))


def forest_or_not(rng: Random, size: int) -> tuple[list[object], Pairs]:
    """The vertices and edges of an undirected graph that is a forest half of the time."""
    vertices = draw_vertices(rng, count(rng, size))
    edges = draw_edges(rng, vertices)
    if rng.random() < 0.4:
        order = rng.sample(vertices, len(vertices))
        edges = [(order[rng.randrange(i)], order[i]) for i in range(1, len(order)) if rng.random() < 0.85]
        rng.shuffle(edges)
    return vertices, edges


def loops_and_edges(rng: Random, size: int) -> tuple[list[object], Pairs]:
    """The vertices and edges of an undirected graph, in which an edge now and then is a loop or comes again."""
    vertices, edges = vertices_and_edges(rng, size)
    if rng.random() < 0.3:
        edges.insert(rng.randint(0, len(edges)), (vertex := rng.choice(vertices), vertex))
    if edges and rng.random() < 0.3:
        edges.insert(rng.randint(0, len(edges)), rng.choice(edges))
    return vertices, edges


def edges_and_vertex(rng: Random, size: int) -> tuple[Pairs, object]:
    """The edges of an undirected graph, and a vertex that mostly is on one of them."""
    vertices, edges = vertices_and_edges(rng, size + 2)
    return edges, rng.choice(rng.choice(edges) if edges and rng.random() < 0.9 else vertices)


def edges_and_two(rng: Random, size: int) -> tuple[Pairs, object, object]:
    """The edges of an undirected graph, and two vertices that an edge joins half of the time."""
    vertices, edges = vertices_and_edges(rng, size + 4)
    a, b = rng.choice(edges) if edges and rng.random() < 0.5 else rng.sample(vertices, 2)
    return (edges, a, b) if rng.random() < 0.5 else (edges, b, a)


def trails(rng: Random, size: int) -> tuple[Pairs]:
    """The edges of an undirected graph that can mostly be drawn in one stroke."""
    vertices = draw_vertices(rng, 4 + size // 3)
    if rng.random() < 0.2:
        return (draw_edges(rng, vertices),)
    place, edges = rng.choice(vertices), []
    for _ in range(4 + size // 2 + rng.randint(0, 1)):
        ends = [v for v in vertices if v != place and (place, v) not in edges and (v, place) not in edges]
        if not ends:
            break
        edges.append((place, place := rng.choice(ends)))
    edges = [edge if rng.random() < 0.5 else edge[::-1] for edge in edges]
    rng.shuffle(edges)
    return (edges,)


def members_and_pairs(rng: Random, size: int) -> tuple[list[object], Pairs]:
    """Some members, and pairs among them, of which some close a circle."""
    members = draw_vertices(rng, max(2, min(size, 8)))
    pairs = rng.randint(1, 1 + round(0.8 * len(members)))
    return members, [(a, b) for a, b in (rng.sample(members, 2) for _ in range(pairs))]


# What graphs are made of


def count(rng: Random, size: int) -> int:
    """How many vertices a graph of a size has: 4 to 8."""
    return min(8, 4 + size // 3 + rng.randint(0, 1))


def draw_vertices(rng: Random, number: int) -> list[object]:
    """Vertices that are numbers, letters or names, mostly in their own order."""
    pool: list[object] = list(rng.choice((range(10), range(1, 11), *NAMES, *PLACES)))
    return pool[:number] if rng.random() < 0.4 else sorted(rng.sample(pool, min(number, 10)), key=pool.index)


def draw_edges(rng: Random, vertices: list[object]) -> Pairs:
    """The edges of a graph of a random shape, shuffled."""
    order = rng.sample(vertices, len(vertices))
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
    elif shape == "sparse":
        edges = draw_connected(rng, order)
    else:
        edges = [(order[rng.randrange(i)], order[i]) for i in range(1, len(order))]
    rng.shuffle(edges)
    return edges


def draw_connected(rng: Random, vertices: list[object]) -> Pairs:
    """The edges of a tree, and up to three more."""
    order = rng.sample(vertices, len(vertices))
    tree = [(order[rng.randrange(i)], order[i]) for i in range(1, len(order))]
    spare = [(a, b) for a, b in combinations(order, 2) if (a, b) not in tree]
    return tree + rng.sample(spare, min(len(spare), rng.randint(0, 3)))


def dense_edges(rng: Random, vertices: list[object]) -> Pairs:
    """About half of the edges there can be, shuffled."""
    density = rng.choice((0.4, 0.5, 0.6))
    edges = [pair for pair in combinations(vertices, 2) if rng.random() < density]
    rng.shuffle(edges)
    return edges


def by_neighbours(vertices: list[object], edges: Pairs) -> Graph:
    """The neighbour lists of an undirected graph."""
    graph: Graph = {vertex: [] for vertex in vertices}
    for a, b in edges:
        graph[a].append(b)
        graph[b].append(a)
    return graph


def draw_start(rng: Random, vertices: list[object], graph: Mapping[object, Sized]) -> object:
    """A vertex that mostly has a neighbour, if any has one."""
    joined = [vertex for vertex in vertices if graph[vertex]]
    return rng.choice(joined if joined and rng.random() < 0.95 else vertices)
