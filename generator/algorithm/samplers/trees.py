"""Trees, and graphs that stand for an order: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from itertools import combinations
from random import Random

from generator.algorithm.samplers.graphs import Graph, Pairs, by_neighbours, count, draw_vertices
from generator.algorithm.samplers.pools import NAMES, STEPS


def tasks_and_needs(rng: Random, size: int) -> tuple[dict[str, tuple[int, list[str]]]]:
    """How long each task of a project takes, and which tasks must be finished before; rarely, a task that isn't there."""
    steps = list(rng.choice(STEPS))[: 4 + size // 3]
    project: dict[str, tuple[int, list[str]]] = {}
    for i, step in enumerate(steps):
        needs = rng.sample(steps[:i], min(i, rng.choice((0, 1, 1, 2))))
        project[step] = (rng.randint(1, 9), needs)
    if rng.random() < 0.1:
        project[rng.choice(steps)][1].append(rng.choice([word for pool in STEPS for word in pool if word not in steps]))
    return ({step: project[step] for step in rng.sample(steps, len(steps))},)


def tree_graph(rng: Random, size: int) -> tuple[Graph]:
    """A tree by neighbour lists."""
    vertices = draw_vertices(rng, 1 + count(rng, size))
    return (by_neighbours(vertices, _tree(rng, vertices)),)


def labelled_tree(rng: Random, size: int) -> tuple[Pairs]:
    """The edges of a tree on the numbers from 1 up."""
    edges = _tree(rng, list(range(1, 2 + count(rng, size))))
    return ([edge if rng.random() < 0.5 else edge[::-1] for edge in edges],)


def managers(rng: Random, size: int) -> tuple[dict[str, str | None]]:
    """The manager of each person, None for the head; nobody stands before their manager, or in any order."""
    people = rng.sample(NAMES[0], 1 + count(rng, size))
    chart: dict[str, str | None] = {people[0]: None}
    for i in range(1, len(people)):
        chart[people[i]] = people[rng.randrange(max(0, i - 3), i)]
    order = rng.sample(people, len(people)) if rng.random() < 0.5 else people
    return ({person: chart[person] for person in order},)


def tournament(rng: Random, size: int) -> tuple[Graph]:
    """A round of games in which each player meets each other: whom each has beaten."""
    players = draw_vertices(rng, 5 + size // 5)
    beaten: Graph = {player: [] for player in players}
    for a, b in combinations(players, 2):
        winner, loser = rng.sample((a, b), 2)
        beaten[winner].append(loser)
    return (beaten,)


def _tree(rng: Random, vertices: list[object]) -> Pairs:
    """The edges of a tree: bushy, a path, or a caterpillar."""
    order = rng.sample(vertices, len(vertices))
    reach = rng.choice((1, 2, 3, len(order)))
    edges = [(order[rng.randrange(max(0, i - reach), i)], order[i]) for i in range(1, len(order))]
    return rng.sample(edges, len(edges))
