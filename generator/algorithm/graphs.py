"""Graphs: breadth-first and depth-first search, topological sort and shortest paths."""

from collections import deque
from heapq import heappop, heappush

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.graphs import graph_and_start, roads_and_source, vertices_and_arrows


@algorithm(
    family="graphs",
    reference="Moore, The Shortest Path Through a Maze (1959)",
    inputs=graph_and_start,
    imports="from collections import deque",
)
def bfs(graph, start):
    """Compute the fewest edges that lead from a start vertex to each vertex that can be reached in a graph."""
    distance = {start: 0}
    queue = deque([start])
    while queue:  #: | every vertex that can be reached is done
        vertex = queue.popleft()
        for neighbour in graph[vertex]:
            if neighbour not in distance:  #: it is new | it has been reached before
                distance[neighbour] = distance[vertex] + 1
                queue.append(neighbour)
    return distance


@implementation(of=bfs)
def bfs_by_levels(graph, start):
    """Compute the fewest edges that lead from a start vertex to each vertex that can be reached, level by level."""
    distance = {start: 0}
    level = [start]
    steps = 0
    while level:  #: | the last level led to nothing new
        steps += 1
        following = []
        for vertex in level:
            for neighbour in graph[vertex]:
                if neighbour not in distance:  #: it belongs to the next level | it has a distance already
                    distance[neighbour] = steps
                    following.append(neighbour)
        level = following
    return distance


@algorithm(
    family="graphs",
    reference="Tarjan, Depth-First Search and Linear Graph Algorithms (1972)",
    inputs=graph_and_start,
)
def dfs(graph, start):
    """List the vertices that can be reached from a start vertex, in the order of a depth-first search."""
    order = []
    visited = set()

    def visit(vertex):
        visited.add(vertex)
        order.append(vertex)
        for neighbour in graph[vertex]:
            if neighbour not in visited:  #: the search goes deeper | the search has been there
                visit(neighbour)

    visit(start)
    return order


@implementation(of=dfs)
def dfs_with_stack(graph, start):
    """List the vertices that can be reached from a start vertex, depth first, with a stack."""
    order = []
    stack = [start]
    while stack:  #: | no vertex is waiting any more
        vertex = stack.pop()
        if vertex in order:  #: it was visited while it was waiting |
            continue
        order.append(vertex)
        for neighbour in reversed(graph[vertex]):
            if neighbour not in order:  #: it has to wait on the stack | it has been visited
                stack.append(neighbour)
    return order


@algorithm(
    family="graphs",
    reference="Kahn, Topological Sorting of Large Networks (1962)",
    inputs=vertices_and_arrows,
    imports="from collections import deque",
)
def topological_sort(vertices, edges):
    """Order the vertices of a directed graph so that edges lead forward, or return None on a cycle."""
    incoming = {vertex: 0 for vertex in vertices}
    following = {vertex: [] for vertex in vertices}
    for tail, head in edges:
        following[tail].append(head)
        incoming[head] += 1
    ready = deque([vertex for vertex in vertices if incoming[vertex] == 0])
    order = []
    while ready:
        vertex = ready.popleft()
        order.append(vertex)
        for head in following[vertex]:
            incoming[head] -= 1
            if incoming[head] == 0:  #: it need not wait any more | it still has to wait
                ready.append(head)
    if len(order) < len(vertices):  #: some vertices wait for each other | every vertex has its place
        return None
    return order


@implementation(of=topological_sort)
def topological_sort_by_scanning(vertices, edges):
    """Order the vertices of a directed graph by taking out those that wait for nothing, or return None."""
    waits_for = {vertex: set() for vertex in vertices}
    for tail, head in edges:
        waits_for[head].add(tail)
    remaining = list(vertices)
    order = []
    while remaining:
        for vertex in remaining:
            if not waits_for[vertex]:  #: it waits for nothing | it has to wait
                break
        else:
            return None
        order.append(vertex)
        remaining.remove(vertex)
        for other in remaining:
            waits_for[other].discard(vertex)
    return order


@algorithm(
    family="graphs",
    reference="Dijkstra, A Note on Two Problems in Connexion with Graphs (1959)",
    inputs=roads_and_source,
    imports="from heapq import heappop, heappush",
)
def dijkstra(graph, source):
    """Compute the lengths of shortest paths from a source to the vertices it reaches in a weighted graph."""
    distance = {source: 0}
    queue = [(0, source)]
    while queue:  #: | every vertex that can be reached is settled
        travelled, vertex = heappop(queue)
        if travelled > distance[vertex]:  #: a shorter way is known, so this entry is out of date |
            continue
        for neighbour, weight in graph[vertex].items():
            candidate = travelled + weight  #: the way through this vertex has length {}
            if neighbour not in distance or candidate < distance[neighbour]:  #: | this is no improvement
                distance[neighbour] = candidate
                heappush(queue, (candidate, neighbour))
    return distance


@implementation(of=dijkstra)
def dijkstra_by_scanning(graph, source):
    """Compute the lengths of the shortest paths from a source by settling the nearest vertex each time."""
    waiting = {source: 0}
    settled = {}
    while waiting:
        nearest = None
        for vertex in waiting:
            if nearest is None or waiting[vertex] < waiting[nearest]:  #: it is the nearest so far |
                nearest = vertex
        settled[nearest] = waiting.pop(nearest)
        for neighbour, weight in graph[nearest].items():
            if neighbour in settled:  #: its distance is final |
                continue
            candidate = settled[nearest] + weight  #: the way through this vertex has length {}
            if neighbour not in waiting or candidate < waiting[neighbour]:  #: | no improvement is found
                waiting[neighbour] = candidate
    return settled
