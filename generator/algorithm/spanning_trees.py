"""Spanning trees of least weight (the task called MST elsewhere): their edges, their weight and their bottleneck."""

from heapq import heappop, heappush

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.networks import (
    connected_roads_and_start,
    few_vertices_and_roads,
    roads_and_ends,
    vertices_and_distinct_roads,
    vertices_and_roads,
)


@algorithm(
    family="spanning_trees",
    reference="Kruskal, On the Shortest Spanning Subtree of a Graph and the Traveling Salesman Problem (1956)",
    inputs=vertices_and_roads,
)
def mst_kruskal(vertices, edges):
    """List the edges of a minimum spanning tree of a connected graph, from the lightest to the heaviest."""
    parent = {vertex: vertex for vertex in vertices}

    def find(vertex):
        while parent[vertex] != vertex:  #: the root is further up | this is the root of its tree
            vertex = parent[vertex]
        return vertex

    tree = []
    for a, b, weight in sorted(edges, key=lambda edge: edge[2]):
        root, other = find(a), find(b)
        if root != other:  #: the edge joins separate trees | the edge would close a cycle
            parent[root] = other
            tree.append((a, b, weight))
    return tree


@implementation(of=mst_kruskal)
def mst_kruskal_by_parts(vertices, edges):
    """List the edges of a minimum spanning tree by merging the smaller of the parts that an edge joins into the larger."""
    part = {vertex: [vertex] for vertex in vertices}
    tree = []
    for a, b, weight in sorted(edges, key=lambda edge: edge[2]):
        if part[a] is part[b]:  #: the edge would close a cycle | the edge joins separate parts
            continue
        larger, smaller = part[a], part[b]
        if len(larger) < len(smaller):  #: the other part is the larger |
            larger, smaller = smaller, larger
        larger.extend(smaller)
        for vertex in smaller:
            part[vertex] = larger
        tree.append((a, b, weight))
        print("take", a, b, weight)
    return tree


@algorithm(
    family="spanning_trees",
    reference="Prim, Shortest Connection Networks and Some Generalizations (1957)",
    inputs=connected_roads_and_start,
    imports="from heapq import heappop, heappush",
)
def mst_prim(graph, start):
    """List the edges of a minimum spanning tree of a connected graph in the order in which it grows from a start vertex."""
    reached = {start}
    queue = [(weight, start, head) for head, weight in graph[start].items()]
    queue.sort()
    tree = []
    while len(tree) < len(graph) - 1:  #: the tree must still grow | the tree spans all vertices
        weight, tail, head = heappop(queue)
        if head in reached:  #: both ends are in the tree already | the edge leads out of the tree
            continue
        reached.add(head)
        tree.append((tail, head, weight))
        for neighbour, length in graph[head].items():
            if neighbour not in reached:  #: this edge may be of use later | it is in the tree already
                heappush(queue, (length, head, neighbour))
    return tree


@implementation(of=mst_prim)
def mst_prim_by_scanning(graph, start):
    """List the edges of a minimum spanning tree by looking for the lightest edge out of the tree each time."""
    reached = [start]
    tree = []
    while len(reached) < len(graph):  #: the tree must still grow | the tree spans all vertices
        lightest = None
        for tail in reached:
            for head, weight in graph[tail].items():
                if head in reached:  #: the edge stays inside the tree | the edge leads out of the tree
                    continue
                if lightest is None or weight < lightest[2]:  #: it is the lightest so far | it is no lighter
                    lightest = (tail, head, weight)
        tree.append(lightest)
        reached.append(lightest[1])
    return tree


@algorithm(
    family="spanning_trees",
    reference="Borůvka, O jistém problému minimálním (1926)",
    inputs=vertices_and_distinct_roads,
)
def boruvka(vertices, edges):
    """List the edges of the minimum spanning tree of a connected graph whose weights all differ, sorted by weight."""
    part = {vertex: vertex for vertex in vertices}
    tree = []
    while len(tree) < len(vertices) - 1:  #: several parts are left | a single part is left
        lightest = {}
        for edge in edges:
            a, b, weight = edge
            if part[a] == part[b]:  #: the edge stays inside a part | the edge leads from part to part
                continue
            for label in part[a], part[b]:
                if label not in lightest or weight < lightest[label][2]:  #: it is the lightest out of this part so far |
                    lightest[label] = edge
        for edge in lightest.values():
            a, b, weight = edge
            kept, lost = part[a], part[b]
            if kept != lost:  #: the parts are joined | the parts have been joined in this round
                tree.append(edge)
                for vertex in vertices:
                    if part[vertex] == lost:
                        part[vertex] = kept
    return sorted(tree, key=lambda edge: edge[2])


class Forest:
    def __init__(self, vertices):
        self.trees = [{vertex} for vertex in vertices]

    def tree_of(self, vertex):
        for tree in self.trees:
            if vertex in tree:  #: this tree holds the vertex | the vertex is in another tree
                return tree

    def join(self, a, b):
        first, second = self.tree_of(a), self.tree_of(b)
        first.update(second)
        self.trees.remove(second)


@implementation(of=boruvka, uses=(Forest,))
def boruvka_by_trees(vertices, edges):
    """List the edges of the minimum spanning tree by letting the foremost tree of a forest take its lightest way out."""
    forest = Forest(vertices)
    chosen = []
    while len(forest.trees) > 1:  #: the trees are still apart | the forest has become a single tree
        tree = forest.trees[0]
        leaving = [edge for edge in edges if (edge[0] in tree) != (edge[1] in tree)]
        lightest = min(leaving, key=lambda edge: edge[2])
        chosen.append(lightest)
        forest.join(lightest[0], lightest[1])
    return sorted(chosen, key=lambda edge: edge[2])


@algorithm(
    family="spanning_trees",
    reference="Kruskal, On the Shortest Spanning Subtree of a Graph and the Traveling Salesman Problem (1956)",
    inputs=few_vertices_and_roads,
)
def minimum_spanning_tree_weight(vertices, edges):
    """Compute the weight of a minimum spanning tree of a connected graph by leaving out heavy edges that are not needed."""
    def is_joined(start, goal, ways):
        reached = [start]
        for vertex in reached:
            for a, b, weight in ways:
                if vertex in (a, b):  #: the edge leads on from here | the edge lies elsewhere
                    other = b if vertex == a else a
                    if other not in reached:  #: it leads to a new vertex | it leads back
                        reached.append(other)
        return goal in reached

    kept = sorted(edges, key=lambda edge: -edge[2])
    for edge in list(kept):
        others = [other for other in kept if other != edge]
        if is_joined(edge[0], edge[1], others):  #: another way joins its ends, so the edge is left out | the edge is needed
            kept = others
    return sum(weight for a, b, weight in kept)


@implementation(of=minimum_spanning_tree_weight)
def minimum_spanning_tree_weight_by_nearest(vertices, edges):
    """Compute the weight of a minimum spanning tree from the least cost at which each vertex can join the tree."""
    cost = {vertex: None for vertex in vertices}
    cost[vertices[0]] = 0
    total = 0
    while cost:  #: | every vertex has joined the tree
        offers = [vertex for vertex in cost if cost[vertex] is not None]
        nearest = min(offers, key=lambda vertex: cost[vertex])
        total += cost.pop(nearest)
        for a, b, weight in edges:
            if nearest in (a, b):  #: the edge touches the new vertex | the edge lies elsewhere
                other = b if nearest == a else a
                if other in cost and (cost[other] is None or weight < cost[other]):  #: it can join at a lower cost |
                    cost[other] = weight
    return total


@algorithm(
    family="spanning_trees",
    reference="Pollack, The Maximum Capacity Through a Network (1960)",
    inputs=roads_and_ends,
    imports="from heapq import heappop, heappush",
)
def minimum_bottleneck(graph, start, goal):
    """Find the smallest possible weight of the heaviest edge on a path between two vertices, or return None if there is none."""
    settled = set()
    queue = [(0, start)]
    while queue:  #: | the goal cannot be reached
        heaviest, vertex = heappop(queue)
        if vertex == goal:  #: the goal is reached | the goal lies further on
            return heaviest
        if vertex in settled:  #: a better path led there before |
            continue
        settled.add(vertex)
        for neighbour, weight in graph[vertex].items():
            if neighbour not in settled:  #: a path goes on there | it is settled already
                heappush(queue, (max(heaviest, weight), neighbour))
    return None


@implementation(of=minimum_bottleneck)
def minimum_bottleneck_by_limits(graph, start, goal):
    """Find the smallest possible weight of the heaviest edge on a path by raising a limit until the goal can be reached."""
    weights = sorted({weight for ends in graph.values() for weight in ends.values()})
    for limit in weights:
        reached = [start]
        for vertex in reached:
            for neighbour, weight in graph[vertex].items():
                if weight <= limit and neighbour not in reached:  #: the limit allows the way there |
                    reached.append(neighbour)
        if goal in reached:  #: the limit is high enough | the limit is too low
            return limit
    return None
