"""Shortest paths: from a source, between all pairs, without cycles, with negative weights, and the path itself."""

from collections import deque
from heapq import heappop, heappush

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.networks import (
    dag_and_source,
    distance_matrix,
    edges_and_source,
    grid_and_cells,
    roads_and_ends,
    roads_and_source,
)


@algorithm(
    family="shortest_paths",
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


@algorithm(
    family="shortest_paths",
    reference="Bellman, On a Routing Problem (1958)",
    inputs=edges_and_source,
)
def bellman_ford(vertices, edges, source):
    """Compute shortest distances from a source in a graph that may have negative weights, or return None on a negative cycle."""
    distance = {source: 0}
    for _ in range(len(vertices)):
        changed = False
        for tail, head, weight in edges:
            if tail not in distance:  #: its tail has not been reached yet |
                continue
            candidate = distance[tail] + weight  #: this edge offers the length {}
            if head not in distance or candidate < distance[head]:  #: | that is no improvement
                distance[head] = candidate
                changed = True
        if not changed:  #: the distances are final | there has been an improvement
            return distance
    return None


@implementation(of=bellman_ford, imports="from collections import deque")
def bellman_ford_with_queue(vertices, edges, source):
    """Compute shortest distances from a source by relaxing the edges of vertices that have improved, or return None."""
    distance = {source: 0}
    entered = {vertex: 0 for vertex in vertices}
    queue = deque([source])
    while queue:  #: | no improvement has to be passed on
        vertex = queue.popleft()
        for tail, head, weight in edges:
            if tail != vertex:  #: this edge starts elsewhere | the edge leads on from here
                continue
            candidate = distance[tail] + weight  #: this edge offers the length {}
            if head not in distance or candidate < distance[head]:  #: | that is no improvement
                distance[head] = candidate
                if head not in queue:  #: it has to pass the news on | it waits in the queue already
                    entered[head] += 1
                    queue.append(head)
                if entered[head] > len(vertices):  #: it improves without end, so there is a negative cycle |
                    return None
    return distance


@algorithm(
    family="shortest_paths",
    reference="Floyd, Algorithm 97: Shortest Path, Communications of the ACM 5 (1962)",
    inputs=distance_matrix,
)
def floyd_warshall(matrix):
    """Compute the shortest distance between each pair of places, in place, where None stands for no way."""
    n = len(matrix)
    for k in range(n):
        for i in range(n):
            for j in range(n):
                if matrix[i][k] is None or matrix[k][j] is None:  #: there is no way through here |
                    continue
                through = matrix[i][k] + matrix[k][j]  #: the way through has length {}
                if matrix[i][j] is None or through < matrix[i][j]:  #: it is shorter | it is no shorter
                    matrix[i][j] = through
    return matrix


@implementation(of=floyd_warshall)
def all_pairs_by_insertion(matrix):
    """Compute the shortest distance between each pair of places by letting each row improve all rows that reach it."""
    for k, onward in enumerate(matrix):
        for row in matrix:
            if row[k] is None or row is onward:  #: nothing can be gained here | a way leads to the place in the middle
                continue
            for j, length in enumerate(onward):
                if length is not None and (row[j] is None or row[k] + length < row[j]):  #: the way through is better |
                    row[j] = row[k] + length
    return matrix


@algorithm(
    family="shortest_paths",
    reference="Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms (2001)",
    inputs=dag_and_source,
)
def dag_shortest_paths(graph, source):
    """Compute shortest distances from a source in a directed graph without cycles, whose weights may be negative."""
    order = []

    def visit(vertex):
        for head in graph[vertex]:
            if head not in order:  #: it must come later in the order | it is in the order already
                visit(head)
        order.insert(0, vertex)

    visit(source)
    distance = {source: 0}
    for vertex in order:
        for head, weight in graph[vertex].items():
            candidate = distance[vertex] + weight  #: this edge offers the length {}
            if head not in distance or candidate < distance[head]:  #: | that is no improvement
                distance[head] = candidate
    return distance


@implementation(of=dag_shortest_paths)
def dag_shortest_paths_memoised(graph, source):
    """Compute shortest distances from a source in a directed graph without cycles, by recursion over the edges that lead in."""
    memo = {source: 0}

    def distance(vertex):
        if vertex not in memo:  #: its distance is still to be worked out | its distance is known
            ways = []
            for tail in graph:
                if vertex not in graph[tail]:  #: no edge leads from there | an edge leads from there
                    continue
                before = distance(tail)
                if before is not None:  #: a way leads over this edge | the tail cannot be reached
                    ways.append(before + graph[tail][vertex])
            memo[vertex] = min(ways, default=None)
        return memo[vertex]

    return {vertex: distance(vertex) for vertex in graph if distance(vertex) is not None}


@algorithm(
    family="shortest_paths",
    reference="Dijkstra, A Note on Two Problems in Connexion with Graphs (1959)",
    inputs=roads_and_ends,
    imports="from heapq import heappop, heappush",
)
def shortest_path(graph, start, goal):
    """Find a shortest path between two vertices of a weighted graph, or return None if there is none."""
    previous = {}
    queue = [(0, start, None)]
    while queue:  #: | the goal cannot be reached
        length, vertex, origin = heappop(queue)
        if vertex in previous:  #: a path to it is known |
            continue
        previous[vertex] = origin
        if vertex == goal:  #: the goal is reached, so the path is read off backwards | the search goes on from here
            path = [goal]
            while path[0] != start:
                path.insert(0, previous[path[0]])
            return path
        for neighbour, weight in graph[vertex].items():
            if neighbour not in previous:  #: a longer path leads there |
                heappush(queue, (length + weight, neighbour, vertex))
    return None


@implementation(of=shortest_path)
def shortest_path_by_branch_and_bound(graph, start, goal):
    """Find a shortest path between two vertices of a weighted graph by trying paths that are shorter than the best."""
    best = None
    bound = sum(weight for ends in graph.values() for weight in ends.values()) + 1

    def extend(path, length):
        nonlocal best, bound
        if length >= bound:  #: the path is no shorter than the best known | the path may still be the best
            return
        if path[-1] == goal:  #: it is the best path so far | it has not arrived
            best, bound = path, length
            return
        for neighbour, weight in graph[path[-1]].items():
            if neighbour not in path:  #: the path can go on there | the path has been there
                extend(path + [neighbour], length + weight)

    extend([start], 0)
    return best


@algorithm(
    family="shortest_paths",
    reference="Dial, Algorithm 360: Shortest-Path Forest with Topological Ordering (1969)",
    inputs=grid_and_cells,
    imports="from collections import deque",
)
def zero_one_bfs(grid, start, goal):
    """Find the fewest walls, marked X, that must be broken on a way through a grid from a start cell to a goal."""
    height, width = len(grid), len(grid[0])
    walls = {start: 0}
    queue = deque([start])
    while queue[0] != goal:  #: the goal is not at the front yet | the goal is at the front, so its number is final
        row, column = queue.popleft()
        for r, c in (row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1):
            if 0 <= r < height and 0 <= c < width:  #: | that cell is outside
                cost = 1 if grid[r][c] == "X" else 0
                broken = walls[row, column] + cost  #: on this way the number of walls is {}
                if (r, c) not in walls or broken < walls[r, c]:  #: it is the best way so far | it is no better
                    walls[r, c] = broken
                    if cost == 1:  #: a wall has to wait at the end | a free cell goes to the front
                        queue.append((r, c))
                    else:
                        queue.appendleft((r, c))
    return walls[goal]


@implementation(of=zero_one_bfs)
def zero_one_bfs_by_floods(grid, start, goal):
    """Find the fewest walls to break on a way through a grid by flooding it, and breaking all walls at the edge of the flood."""
    wet = set()
    border = set()

    def flood(row, column):
        wet.add((row, column))
        for r, c in (row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1):
            if r not in range(len(grid)) or c not in range(len(grid[0])):  #: that cell is outside |
                continue
            if (r, c) in wet:  #: it is wet already | it is dry
                continue
            if grid[r][c] == "X":  #: the wall stops the water | the water flows on
                border.add((r, c))
            else:
                flood(r, c)

    flood(*start)
    broken = 0
    while goal not in wet:  #: the goal is still dry | the water has come to the goal
        broken += 1
        breaking = sorted(border - wet)
        border.clear()
        for row, column in breaking:
            flood(row, column)
    return broken
