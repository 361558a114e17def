"""Inputs for the algorithms: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from itertools import combinations, pairwise
from random import Random

NAMES = (
    ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ivo", "June"),
    ("Bern", "Cairo", "Delhi", "Lima", "Oslo", "Paris", "Quito", "Rome", "Seoul", "Tunis"),
    ("A", "B", "C", "D", "E", "F", "G", "H", "I", "J"),
)
STEPS = (
    ("flour", "yeast", "dough", "oven", "rest", "bread", "slice", "toast"),
    ("shirt", "tie", "socks", "shoes", "trousers", "belt", "jacket", "watch"),
    ("fetch", "compile", "link", "test", "pack", "sign", "upload", "announce"),
)
WORDS = ("abracadabra", "banana", "mississippi", "cocoa", "tomato", "hubbub", "ananas", "onion")

Graph = dict[object, list[object]]
Pairs = list[tuple[object, object]]


def int_list(rng: Random, size: int) -> tuple[list[int]]:
    """A list of integers: random, sorted, reversed, nearly sorted or with repetitions; now and then empty."""
    if rng.random() < 0.02:
        return ([],)
    return (_ints(rng, rng.randint(size, size + 1)),)


def ints_or_names(rng: Random, size: int) -> tuple[list[int] | list[str]]:
    """A non-empty list of integers, or of names, which compare by the alphabet."""
    count = min(size + 1, len(NAMES[0]))
    if rng.random() < 0.7:
        return (_ints(rng, count),)
    return (rng.sample(rng.choice(NAMES), count),)


def ints_and_largest(rng: Random, size: int) -> tuple[list[int], int]:
    """A list of integers from 0 up to a small bound, and that bound."""
    largest = rng.randint(1, 2 + size // 2)
    return [rng.randint(0, largest) for _ in range(size)], largest


def sorted_and_target(rng: Random, size: int) -> tuple[list[int], int]:
    """A list in ascending order, and a value that is in it two times of three."""
    values = sorted(_ints(rng, rng.randint(size, 3 * size)))
    if rng.random() < 0.67:
        return values, rng.choice(values)
    return values, rng.randint(values[0] - 2, values[-1] + 2)


def list_and_index(rng: Random, size: int) -> tuple[list[int], int]:
    """A list of integers, and one of its indices."""
    values = _ints(rng, size + 1)
    return values, rng.randrange(len(values))


def ballots(rng: Random, size: int) -> tuple[list[str]]:
    """Votes for two or three candidates, who may be ahead of all others together or not."""
    candidates = rng.sample(rng.choice(NAMES[:2]), rng.randint(2, 3))
    weights = [rng.choice((1, 3)), *(1 for _ in candidates[1:])]
    return (rng.choices(candidates, weights, k=size + rng.randint(0, 2)),)


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


def two_strings(rng: Random, size: int) -> tuple[str, str]:
    """Two short strings over the same small alphabet."""
    letters = rng.choice(("ab", "abc", "ACGT", "xyz"))
    longest = 1 + size // 2
    lengths = [rng.randint(max(1, longest - 2), longest) for _ in range(2)]
    return _string(rng, letters, lengths[0]), _string(rng, letters, lengths[1])


def items_and_capacity(rng: Random, size: int) -> tuple[list[int], list[int], int]:
    """The weights and values of some items, and how much can be carried."""
    count = 1 + round(0.4 * size)
    weights = [rng.randint(1, 6) for _ in range(count)]
    capacity = rng.randint(2, 5 + size // 2)
    return weights, [rng.randint(1, 20) for _ in range(count)], capacity


def coins_and_amount(rng: Random, size: int) -> tuple[list[int], int]:
    """A few coins and an amount, which can't always be paid."""
    coins = rng.sample((1, 2, 3, 4, 5, 6, 7, 10), rng.randint(1, 3))
    if rng.random() < 0.3:
        coins = rng.choice(([1, 3, 4], [1, 5, 6], [2, 4, 5], [3, 4, 6]))
    if rng.random() < 0.5:
        coins.sort()
    return coins, rng.randint(size, 4 + size)


def two_numbers(rng: Random, size: int) -> tuple[int, int]:
    """Two integers from 0 up, not both 0: unrelated, with a common factor, or Fibonacci numbers."""
    shape = rng.randrange(4)
    a, b = rng.randint(1, 30 * size), rng.randint(0, 30 * size)
    if shape == 0:
        a, b = 1, rng.randint(1, 3)
        for _ in range(size):
            a, b = b, a + b
    elif shape == 1:
        factor = rng.randint(2, 2 + 3 * size)
        a, b = factor * rng.randint(1, 20), factor * rng.randint(1, 20)
    return a, b


def two_bounds(rng: Random, size: int) -> tuple[int, int]:
    """A lower bound from 2 up, and an upper bound that is mostly above it."""
    high = rng.randint(4 + 2 * size, 8 + 3 * size)
    return rng.choice((2, rng.randint(2, high), rng.randint(2, 2 + high // 2))), high


def base_exponent_modulus(rng: Random, size: int) -> tuple[int, int, int]:
    """A base, an exponent and a modulus."""
    exponent = rng.randint(0 if size < 3 else size, 2 ** min(size, 9) + size)
    return rng.randint(2, 20), exponent, rng.randint(2, 100)


def polish_tokens(rng: Random, size: int) -> tuple[list[str]]:
    """An expression in reverse Polish notation; one time of eight a token is missing or too many."""
    tokens = _expression(rng, 2 + round(0.5 * size))
    if rng.random() < 0.12:
        place = rng.randrange(len(tokens))
        tokens[place : place + 1] = rng.choice(([], [tokens[place], "+"], ["4", tokens[place]]))
    return (tokens,)


def text_and_pattern(rng: Random, size: int) -> tuple[str, str]:
    """A text, and a pattern that is cut out of it or made of the same letters."""
    text = _string(rng, rng.choice(("ab", "aab", "abc", "ACGT")), size + rng.randint(1, 3))
    if size > 4 and rng.random() < 0.3:
        text = rng.choice(WORDS)
    length = min(rng.randint(1, 4), len(text))
    if rng.random() < 0.7:
        start = rng.randint(0, len(text) - length)
        return text, text[start : start + length]
    return text, _string(rng, "".join(sorted(set(text))), length)


def _ints(rng: Random, count: int) -> list[int]:
    low, high = rng.choice(((0, 9), (1, 20), (1, 99), (-9, 9), (-50, 50), (0, 3)))
    values = [rng.randint(low, high) for _ in range(count)]
    shape = rng.randrange(8)
    if shape < 3:
        values.sort(reverse=shape == 2)
    if shape == 0 and count > 1:
        i, j = rng.sample(range(count), 2)
        values[i], values[j] = values[j], values[i]
    return values


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


def _string(rng: Random, letters: str, length: int) -> str:
    return "".join(rng.choices(letters, k=length))


def _expression(rng: Random, leaves: int) -> list[str]:
    """The tokens of a random expression with this many numbers."""
    if leaves == 1:
        return [str(rng.randint(-9 if rng.random() < 0.1 else 1, 12))]
    left = rng.randint(1, leaves - 1)
    return [*_expression(rng, left), *_expression(rng, leaves - left), rng.choice("+-*")]
