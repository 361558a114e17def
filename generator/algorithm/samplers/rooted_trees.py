"""Trees: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random
from typing import Any, TypeAlias

from generator.algorithm.samplers.pools import NAMES

Children = dict[object, list[object]]
Nested: TypeAlias = "tuple[Nested, object, Nested] | None"
STAFF = ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ivo", "June")
FOLDERS = ("home", "music", "photos", "work", "games", "trips", "mail", "books", "notes", "misc")


def tree_and_root(rng: Random, size: int) -> tuple[Children, object]:
    """The children of each vertex of a tree, and its root: a chain, a star, a binary tree or any other."""
    children = _tree(rng, size)
    return children, next(iter(children))


def weighted_tree(rng: Random, size: int) -> tuple[Children, dict[object, int], object]:
    """The children and the weight of each vertex of a tree, and its root."""
    children = _tree(rng, size)
    high = rng.choice((9, 20, 50))
    low = -high // 2 if rng.random() < 0.15 else 1
    return children, {vertex: rng.randint(low, high) for vertex in children}, next(iter(children))


def tree_neighbours(rng: Random, size: int) -> tuple[Children]:
    """The neighbours of each vertex of a tree that has no root."""
    children = _tree(rng, size)
    neighbours: Children = {vertex: [] for vertex in sorted(children, key=repr)}
    for parent, below in children.items():
        for child in below:
            neighbours[parent].append(child)
            neighbours[child].append(parent)
    return (neighbours,)


def _tree(rng: Random, size: int) -> Children:
    """The children of each vertex, the root first."""
    pool = rng.choice((range(10), range(1, 11), *NAMES, STAFF, FOLDERS))
    vertices: list[object] = rng.sample(pool, min(10, 3 + round(0.6 * size)))
    if rng.random() < 0.3 and isinstance(vertices[0], int):
        vertices.sort(key=repr)
    children: Children = {vertex: [] for vertex in vertices}
    shape = rng.choice(("chain", "star", "binary", "any", "any", "any"))
    for i, vertex in enumerate(vertices[1:], 1):
        parents = {"chain": i - 1, "star": 0, "binary": (i - 1) // 2, "any": rng.randrange(i)}
        children[vertices[parents[shape]]].append(vertex)
    return children


def keys(rng: Random, size: int) -> tuple[list[int] | list[str]]:
    """Up to six numbers or names, some of them equal now and then; rarely there are none."""
    if rng.random() < 0.02:
        return ([],)
    return (_keys(rng, min(3 + size // 2, 7), repeated=rng.random() < 0.15),)


def keys_in_order(rng: Random, size: int) -> tuple[list[int] | list[str]]:
    """Different keys, at random or sorted, so that a tree without rotations would be a chain."""
    found = _keys(rng, min(3 + size // 3, 5), repeated=False)
    if rng.random() < 0.3:
        found.sort(reverse=rng.random() < 0.5)
    return (found,)


def binary_tree(rng: Random, size: int) -> tuple[Nested]:
    """A binary tree with numbers or letters in any order."""
    return (_nested(rng, _keys(rng, min(3 + size // 2, 7), repeated=False)),)


def search_tree_and_key(rng: Random, size: int) -> tuple[Nested, object]:
    """A search tree, and a key that it mostly has."""
    found = _keys(rng, min(3 + size // 2, 8), repeated=False)
    tree = _search_tree(found)
    if rng.random() < 0.07:
        return tree, rng.choice(range(100)) if isinstance(found[0], int) else "Zoe"
    return tree, rng.choice(found)


def search_tree_and_pairs(rng: Random, size: int) -> tuple[Nested, list[tuple[object, object]]]:
    """A search tree, and two or three pairs of its keys, which are the same now and then."""
    found = _keys(rng, min(4 + size // 2, 8), repeated=False)
    pairs: list[tuple[object, object]] = []
    for _ in range(2 + size // 6):
        a, b = rng.sample(found, 2)
        pairs.append((a, a if rng.random() < 0.04 else b))
    return _search_tree(found), pairs


def _keys(rng: Random, count: int, *, repeated: bool) -> list[Any]:
    """Numbers, or names, which compare by the alphabet."""
    pool: list[Any] = list(range(1, rng.choice((15, 30, 100)))) if rng.random() < 0.7 else list(rng.choice(NAMES))
    if repeated:
        return rng.choices(pool[:6], k=count)
    return rng.sample(pool, count)


def _search_tree(found: list[Any]) -> Nested:
    """The search tree that arises when the keys are put in one after another."""
    if not found:
        return None
    root, *rest = found
    return _search_tree([key for key in rest if key < root]), root, _search_tree([key for key in rest if key > root])


def _nested(rng: Random, found: list[Any]) -> Nested:
    """A tree with the given keys, which tends to be balanced, or to one side."""
    if not found:
        return None
    middle = rng.choice((0, len(found) // 2, len(found) // 2, rng.randrange(len(found))))
    return _nested(rng, found[:middle]), found[middle], _nested(rng, found[middle + 1 :])
