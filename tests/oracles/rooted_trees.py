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


def _items(tree: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Where each key of a nested tuple stands, as a path of the letters L and R, and the key."""
    if tree is not None:
        left, key, right = tree
        yield path, key
        yield from _items(left, path + "L")
        yield from _items(right, path + "R")


def _is_search_tree(tree: Any, keys: set[Any]) -> bool:
    """Whether a tree has these keys, and each of them is on the right side of all above it."""
    items = dict(_items(tree))
    sides = ((key < items[path[:i]]) == (path[i] == "L") for path, key in items.items() for i in range(len(path)))
    return set(items.values()) == keys and len(items) == len(keys) and all(sides)


def _without(tree: Any, key: Any) -> Callable[[Any], bool]:
    keys = {found for _, found in _items(tree)}
    if key not in keys:
        raise KeyError(key)
    return lambda left: _is_search_tree(left, keys - {key})


def _balanced(tree: Any) -> bool:
    """Whether of each node the deepest path on the left and on the right differ by one step at most."""
    paths = [path for path, _ in _items(tree)]

    def depth(start: str) -> int:
        return max((len(path) - len(start) + 1 for path in paths if path.startswith(start)), default=0)

    return all(abs(depth(path + "L") - depth(path + "R")) <= 1 for path in paths)


def _avl(keys: list[Any]) -> Callable[[Any], bool]:
    return lambda tree: _is_search_tree(tree, set(keys)) and _balanced(tree)


def _ancestors(tree: Any, pairs: list[tuple[Any, Any]]) -> list[Any]:
    items = dict(_items(tree))
    where = {key: path for path, key in items.items()}
    above = [{path[:i] for i in range(len(path) + 1)} for path in (where[key] for pair in pairs for key in pair)]
    return [items[max(above[i] & above[i + 1], key=len)] for i in range(0, len(above), 2)]


def _traversals(tree: Any) -> tuple[list[Any], list[Any], list[Any]]:
    """The paths sorted as texts, a node being before, between or behind what is below it."""

    def sorted_by(end: str) -> list[Any]:
        found = sorted((path.replace("L", "1").replace("R", "3") + end, str(key), key) for path, key in _items(tree))
        return [key for _, _, key in found]

    return sorted_by("0"), sorted_by("2"), sorted_by("4")


ORACLES: dict[str, Callable[..., Any]] = {
    "largest_independent_set": _independent,
    "smallest_vertex_cover": _cover,
    "tree_diameter": _diameter,
    "subtree_sums": _sums,
    "tree_centroids": _centroids,
    "tree_sort": sorted,
    "bst_delete": _without,
    "avl_insert": _avl,
    "is_balanced": _balanced,
    "lowest_common_ancestor": _ancestors,
    "tree_traversals": _traversals,
}
