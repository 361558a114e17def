"""Oracles for the problems on graphs and trees."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import networkx as nx


def _ints(line: str) -> list[int]:
    return [int(word) for word in line.split()]


def _squares(stdin: str) -> dict[tuple[int, int], str]:
    rows = stdin.splitlines()[1:]
    return {(i, j): sign for i, row in enumerate(rows) for j, sign in enumerate(row)}


def _grid(squares: dict[tuple[int, int], str], walls: str) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(place for place, sign in squares.items() if sign not in walls)
    graph.add_edges_from(((i, j), near) for i, j in graph for near in ((i + 1, j), (i, j + 1)) if near in graph)
    return graph


def _balloon_ponds(stdin: str) -> str:
    ponds = [len(pond) for pond in nx.connected_components(_grid(_squares(stdin), "."))]
    return f"{len(ponds)} {max(ponds, default=0)}\n"


def _cellar_cat(stdin: str) -> str:
    squares = _squares(stdin)
    where = {sign: place for place, sign in squares.items()}
    graph = _grid(squares, "x")
    if not nx.has_path(graph, where["C"], where["E"]):
        return "-1\n"
    return f"{nx.shortest_path_length(graph, where['C'], where['E'])}\n"


def _postal_boat(stdin: str) -> str:
    (n, _), *lines = map(_ints, stdin.splitlines())
    graph = nx.Graph()
    graph.add_nodes_from((1, n))
    graph.add_weighted_edges_from(lines)
    ways = [
        (nx.path_weight(graph, way, "weight"), len(way) - 1) for way in nx.all_simple_paths(graph, source=1, target=n)
    ]
    return " ".join(map(str, min(ways, default=(-1,)))) + "\n"


def _wedding_benches(stdin: str) -> str:
    (n, _), *pairs = map(_ints, stdin.splitlines())
    for benches in itertools.product("LR", repeat=n):
        if all(benches[u - 1] != benches[v - 1] for u, v in pairs):
            return "".join(benches) + "\n"
    return "trouble\n"


def _clock_parts(stdin: str) -> str:
    (n, _), *rules = map(_ints, stdin.splitlines())
    for order in itertools.permutations(range(1, n + 1)):
        if all(order.index(a) < order.index(b) for a, b in rules):
            return " ".join(map(str, order)) + "\n"
    return "stuck\n"


def _feast_steps(stdin: str) -> str:
    (n, _), times, *rules = map(_ints, stdin.splitlines())
    # A step is finished after the longest chain of steps that ends with it.
    finished = [0] * (n + 1)
    for count in range(1, n + 1):
        for chain in itertools.combinations(range(1, n + 1), count):
            if all(list(pair) in rules for pair in itertools.pairwise(chain)):
                finished[chain[-1]] = max(finished[chain[-1]], sum(times[step - 1] for step in chain))
    return " ".join(map(str, finished[1:])) + "\n"


def _rooted(above: list[int]) -> nx.DiGraph:
    """The tree in which node i + 2 stands below above[i]."""
    tree = nx.DiGraph()
    tree.add_node(1)
    tree.add_edges_from((parent, node) for node, parent in enumerate(above, 2))
    return tree


def _company_leads(stdin: str) -> str:
    tree = _rooted(_ints(stdin.splitlines()[1]))
    return " ".join(str(len(nx.descendants(tree, person))) for person in sorted(tree)) + "\n"


def _river_rafts(stdin: str) -> str:
    (_, a, b), flows = map(_ints, stdin.splitlines())
    tree = _rooted(flows)
    meeting = nx.lowest_common_ancestor(tree, a, b)
    stretches = [nx.shortest_path_length(tree, meeting, start) for start in (a, b)]
    return f"{meeting} {stretches[0]} {stretches[1]}\n"


def _park_huts(stdin: str) -> str:
    _, *paths = map(_ints, stdin.splitlines())
    tree = nx.Graph()
    tree.add_weighted_edges_from((hut, older, length) for hut, (older, length) in enumerate(paths, 2))
    ways = nx.all_pairs_dijkstra_path_length(tree)
    return f"{max(max(lengths.values()) for _, lengths in ways)}\n"


ORACLES: dict[str, Callable[[str], str]] = {
    "balloon_ponds": _balloon_ponds,
    "cellar_cat": _cellar_cat,
    "postal_boat": _postal_boat,
    "wedding_benches": _wedding_benches,
    "clock_parts": _clock_parts,
    "feast_steps": _feast_steps,
    "company_leads": _company_leads,
    "river_rafts": _river_rafts,
    "park_huts": _park_huts,
}
