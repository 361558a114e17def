"""Trees: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random

from generator.algorithm.samplers.pools import NAMES

Children = dict[object, list[object]]
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
