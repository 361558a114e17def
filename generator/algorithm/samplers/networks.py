"""Directed and weighted graphs, and what is planned on them: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations
from random import Random

from generator.algorithm.samplers.graphs import (
    Graph,
    Pairs,
    count,
    draw_connected,
    draw_edges,
    draw_start,
    draw_vertices,
)
from generator.algorithm.samplers.pools import NAMES, STEPS

Roads = dict[object, dict[object, int]]
Weighted = list[tuple[object, object, int]]

PAGES = ("home", "news", "shop", "blog", "help", "about", "login", "team")
TASKS = ("bake", "cook", "drive", "film", "knit", "paint", "sing", "sweep")


def web(rng: Random, size: int) -> tuple[Graph]:
    """A directed graph by the lists of successors: sparse, a ring with chords, or with pairs that point both ways."""
    vertices = draw_vertices(rng, count(rng, size))
    return (_successors(vertices, _arrows(rng, vertices)),)


def web_and_vertex(rng: Random, size: int) -> tuple[Graph, object]:
    """A directed graph by the lists of successors, and a vertex."""
    (graph,) = web(rng, size)
    return graph, rng.choice(list(graph))


def pages_and_rounds(rng: Random, size: int) -> tuple[Graph, int]:
    """Pages with the pages that each links to, at least one, and a number of rounds."""
    vertices: list[object] = list(rng.sample(PAGES, 3 + size // 5))
    if rng.random() < 0.4:
        vertices = draw_vertices(rng, 3 + size // 5)
    graph = _successors(vertices, [pair for pair in permutations(vertices, 2) if rng.random() < 0.45])
    for vertex, targets in graph.items():
        if not targets:
            targets.append(rng.choice([other for other in vertices if other != vertex]))
    return graph, rng.randint(1, 3)


def vertices_and_arrows(rng: Random, size: int) -> tuple[list[object], Pairs]:
    """The vertices and edges of a directed graph, which one time of eight has a cycle."""
    number = 3 + round(0.45 * size)
    pool: list[object] = list(rng.choice((*STEPS, range(8), NAMES[2][:8])))
    order = rng.sample(pool, number)
    density = rng.choice((0.2, 0.35, 0.5))
    edges = [pair for pair in combinations(order, 2) if rng.random() < density]
    if rng.random() < 0.12:
        head, *_, tail = order[: rng.randint(2, number)]
        edges = [*dict.fromkeys([*edges, (head, tail)]), (tail, head)]
    rng.shuffle(edges)
    return sorted(order, key=pool.index), edges


def matrix_of_bits(rng: Random, size: int) -> tuple[list[list[int]]]:
    """The adjacency matrix of a directed graph."""
    number = 4 + size // 7
    density = rng.choice((0.25, 0.3, 0.4))
    return ([[int(rng.random() < density) for _ in range(number)] for _ in range(number)],)


def roads(rng: Random, size: int) -> tuple[Roads]:
    """A connected undirected graph by neighbours and weights."""
    vertices = draw_vertices(rng, count(rng, min(size, 8)))
    return (_two_way(vertices, draw_connected(rng, vertices), rng),)


def roads_and_source(rng: Random, size: int) -> tuple[Roads, object]:
    """A graph by neighbours and weights, directed or not, and a vertex."""
    vertices = draw_vertices(rng, max(3, min(size, 7)))
    graph: Roads = {vertex: {} for vertex in vertices}
    directed = rng.random() < 0.4
    for a, b in draw_edges(rng, vertices):
        graph[a][b] = rng.randint(1, 12)
        if not directed:
            graph[b][a] = graph[a][b]
    return graph, draw_start(rng, vertices, graph)


def connected_roads_and_start(rng: Random, size: int) -> tuple[Roads, object]:
    """A connected undirected graph by neighbours and weights, and a vertex."""
    (graph,) = roads(rng, size)
    return graph, rng.choice(list(graph))


def roads_and_ends(rng: Random, size: int) -> tuple[Roads, object, object]:
    """An undirected graph by neighbours and weights, and two vertices that are mostly connected."""
    vertices = draw_vertices(rng, count(rng, min(size, 8)))
    joined = vertices[:-1] if rng.random() < 0.1 else vertices
    a, b = rng.sample(vertices, 2)
    return _two_way(vertices, draw_connected(rng, joined), rng), a, b


def edges_and_source(rng: Random, size: int) -> tuple[list[object], Weighted, object]:
    """The vertices and weighted edges of a directed graph, of which some are negative, and a vertex."""
    vertices = draw_vertices(rng, 3 + size // 3)
    arrows = _arrows(rng, vertices)[: 2 + len(vertices)]
    height = {vertex: rng.randint(0, 6) for vertex in vertices}
    edges = [(a, b, rng.randint(0, 8) + height[b] - height[a]) for a, b in arrows]
    if edges and rng.random() < 0.25:
        a, b, weight = edges[-1]
        edges.append((b, a, -weight - rng.randint(0, 2)))
    start = rng.choice(edges)[0] if edges and rng.random() < 0.95 else rng.choice(vertices)
    return vertices, edges, start


def distance_matrix(rng: Random, size: int) -> tuple[list[list[int | None]]]:
    """The lengths of the direct ways between 3 to 5 places, None where there is no way."""
    number = 3 + size // 5
    matrix: list[list[int | None]] = [[None] * number for _ in range(number)]
    for i in range(number):
        matrix[i][i] = 0
    density = rng.choice((0.4, 0.6, 0.8))
    for i, j in permutations(range(number), 2):
        if rng.random() < density:
            matrix[i][j] = rng.randint(1, 15)
    return (matrix,)


def dag_and_source(rng: Random, size: int) -> tuple[Roads, object]:
    """A weighted directed graph without a cycle, some weights negative, and a vertex."""
    vertices = draw_vertices(rng, count(rng, size))
    order = rng.sample(vertices, len(vertices))
    low = rng.choice((1, 1, -4))
    pairs = [pair for pair in combinations(order, 2) if rng.random() < 0.45]
    graph: Roads = {vertex: {} for vertex in vertices}
    for a, b in rng.sample(pairs, len(pairs)):
        graph[a][b] = rng.randint(low, 12)
    return graph, order[0] if graph[order[0]] else order[1]


def grid_and_cells(rng: Random, size: int) -> tuple[list[str], tuple[int, int], tuple[int, int]]:
    """A map of rows of equal length, in which `X` is a wall and `.` is free, and two different free cells."""
    height, width = rng.choice(((3, 3), (3, 3), (2, 5), (3, 4), (4, 3), (3, 5))[: 2 + size // 2])
    share = rng.choice((0.3, 0.5, 0.7))
    cells = [["X" if rng.random() < share else "." for _ in range(width)] for _ in range(height)]
    (a, b), (c, d) = rng.sample([(row, column) for row in range(height) for column in range(width)], 2)
    cells[a][b] = cells[c][d] = "."
    return ["".join(row) for row in cells], (a, b), (c, d)


def vertices_and_roads(rng: Random, size: int) -> tuple[list[object], Weighted]:
    """The vertices and weighted edges of a connected undirected graph, whose weights may be equal."""
    vertices = draw_vertices(rng, count(rng, size))
    pairs = draw_connected(rng, vertices)
    rng.shuffle(pairs)
    return vertices, [(a, b, rng.randint(1, 15)) for a, b in pairs]


def few_vertices_and_roads(rng: Random, size: int) -> tuple[list[object], Weighted]:
    """The vertices and weighted edges of a connected undirected graph with 4 or 5 vertices."""
    return vertices_and_roads(rng, min(size, 2))


def vertices_and_distinct_roads(rng: Random, size: int) -> tuple[list[object], Weighted]:
    """The vertices and weighted edges of a connected undirected graph, whose weights all differ."""
    vertices, edges = vertices_and_roads(rng, size)
    weights = rng.sample(range(1, 30), len(edges))
    return vertices, [(a, b, weight) for (a, b, _), weight in zip(edges, weights, strict=True)]


def pipes(rng: Random, size: int) -> tuple[Roads, object, object]:
    """The capacities of a flow network by vertex and successor, its source and its sink."""
    source, sink = rng.choice((("s", "t"), ("source", "sink"), ("spring", "town")))
    inner = rng.choice(("abcd", "uvwx", ("pump", "tank", "tower", "valve")))[: 2 + size // 5]
    network: Roads = {vertex: {} for vertex in (source, *inner, sink)}
    for vertex in inner:
        if rng.random() < 0.8:
            network[source][vertex] = rng.randint(1, 12)
        if rng.random() < 0.8:
            network[vertex][sink] = rng.randint(1, 12)
    for a, b in combinations(inner, 2):
        if rng.random() < 0.6:
            a, b = rng.sample((a, b), 2)  # noqa: PLW2901 - the pipe runs one way
            network[a][b] = rng.randint(1, 9)
    return network, source, sink


def people_and_tasks(rng: Random, size: int) -> tuple[dict[str, list[str]]]:
    """The tasks that each person can do."""
    number = 3 + size // 4
    tasks = rng.sample(TASKS, rng.randint(number - 1, number + 1))
    people = rng.sample(NAMES[0], number)
    return ({person: rng.sample(tasks, min(len(tasks), rng.choice((0, 1, 1, 2, 2, 3)))) for person in people},)


def two_sides_of_wishes(rng: Random, size: int) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The wishes of as many hospitals as doctors, or of two groups of people, each ordering the whole other side."""
    number = 3 + size // 5
    names = rng.sample(NAMES[0], 2 * number)
    left, right = names[:number], names[number:]
    if rng.random() < 0.4:
        right = list(rng.sample(NAMES[1], number))
    return {a: rng.sample(right, number) for a in left}, {b: rng.sample(left, number) for b in right}


def cost_matrix(rng: Random, size: int) -> tuple[list[list[int]]]:
    """What each worker costs on each of as many jobs."""
    number = 3 + (size > 4 and rng.random() < 0.4)
    return ([[rng.randint(1, 20) for _ in range(number)] for _ in range(number)],)


def _arrows(rng: Random, vertices: list[object]) -> Pairs:
    """The edges of a directed graph that mostly has cycles."""
    order = rng.sample(vertices, len(vertices))
    shape = rng.choice(("sparse", "sparse", "ring", "mutual", "dag"))
    if shape == "ring":
        turns = rng.randint(2, len(order))
        edges = [*pairwise(order[:turns]), (order[turns - 1], order[0])]
        edges += [(rng.choice(order[:i]), order[i]) for i in range(turns, len(order))]
    elif shape == "mutual":
        tree = [(order[rng.randrange(i)], order[i]) for i in range(1, len(order))]
        edges = [arrow for a, b in tree for arrow in rng.choice(([(a, b)], [(b, a)], [(a, b), (b, a)]))]
    else:
        pairs = combinations(order, 2) if shape == "dag" else permutations(order, 2)
        density = (1.6 if shape == "dag" else 1.2) / len(order)
        edges = [pair for pair in pairs if rng.random() < density]
    rng.shuffle(edges)
    return edges


def _successors(vertices: list[object], edges: Pairs) -> Graph:
    graph: Graph = {vertex: [] for vertex in vertices}
    for tail, head in edges:
        graph[tail].append(head)
    return graph


def _two_way(vertices: list[object], edges: Pairs, rng: Random) -> Roads:
    """An undirected graph by neighbours and weights, drawn here."""
    graph: Roads = {vertex: {} for vertex in vertices}
    for a, b in rng.sample(edges, len(edges)):
        graph[a][b] = graph[b][a] = rng.randint(1, 12)
    return graph
