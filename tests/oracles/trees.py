"""Oracles for trees: every set of vertices, every pair of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, combinations, product
from typing import Any

Tree = dict[Any, list[Any]]


def _edges(tree: Tree) -> list[tuple[Any, Any]]:
    return [(vertex, child) for vertex, children in tree.items() for child in children]


def _sets(tree: Tree) -> Iterator[set[Any]]:
    return map(set, chain.from_iterable(combinations(tree, n) for n in range(len(tree) + 1)))


def _distances(tree: Tree) -> dict[tuple[Any, Any], int]:
    """Floyd and Warshall; where there is no way, the distance is the number of the vertices."""
    far = len(tree)
    found = {(a, b): 0 if a == b else far for a, b in product(tree, repeat=2)}
    found.update({pair: 1 for a, b in _edges(tree) for pair in ((a, b), (b, a))})
    for middle, a, b in product(tree, repeat=3):
        found[a, b] = min(found[a, b], found[a, middle] + found[middle, b])
    return found


def _independent(children: Tree, weights: dict[Any, int], _root: Any) -> int:
    free = (chosen for chosen in _sets(children) if not any({*edge} <= chosen for edge in _edges(children)))
    return max(sum(weights[vertex] for vertex in chosen) for chosen in free)


def _cover(children: Tree, _root: Any) -> int:
    return next(len(chosen) for chosen in _sets(children) if all({*edge} & chosen for edge in _edges(children)))


def _diameter(neighbours: Tree) -> int:
    return max(_distances(neighbours).values())


def _sums(children: Tree, weights: dict[Any, int], root: Any) -> dict[Any, int]:
    """A vertex lies below another if the way from the root leads through that."""
    far = _distances(children)
    return {
        vertex: sum(weights[low] for low in children if far[root, vertex] + far[vertex, low] == far[root, low])
        for vertex in weights
    }


def _centroids(children: Tree, _root: Any) -> Callable[[list[Any]], bool]:
    """They are the vertices with the least sum of the distances to all others."""
    far = _distances(children)
    sums = {vertex: sum(far[vertex, other] for other in children) for vertex in children}
    return lambda found: sorted(found) == sorted(vertex for vertex in children if sums[vertex] == min(sums.values()))


ORACLES: dict[str, Callable[..., Any]] = {
    "largest_independent_set": _independent,
    "smallest_vertex_cover": _cover,
    "tree_diameter": _diameter,
    "subtree_sums": _sums,
    "tree_centroids": _centroids,
}
