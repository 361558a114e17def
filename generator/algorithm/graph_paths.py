"""Paths and patterns in graphs: trails over every edge, paths over every vertex, distances, triangles and embeddings."""

from itertools import combinations, permutations

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.graphs import connected_graph, graph_and_pattern, small_connected_graph, trails, weights_and_edges
from generator.algorithm.samplers.networks import matrix_of_bits


def start_of_trail(edges):
    degrees = {}
    for vertex in sum(edges, ()):
        degrees[vertex] = degrees.get(vertex, 0) + 1
    odd = [vertex for vertex in degrees if degrees[vertex] % 2 == 1]
    if len(odd) > 2:  #: too many vertices have an odd degree |
        raise ValueError("no Euler path")
    return odd[0] if odd else edges[0][0]


@algorithm(
    family="graph_paths",
    reference="Hierholzer, Über die Möglichkeit, einen Linienzug ohne Wiederholung und ohne Unterbrechung zu umfahren (1873)",
    inputs=trails,
    uses=(start_of_trail,),
)
def euler_path(edges):
    """List the vertices along an Euler path, a path that uses each edge exactly once, or return None."""
    try:
        stack = [start_of_trail(edges)]
    except ValueError:
        return None
    unused = list(edges)
    path = []
    while stack:
        vertex = stack[-1]
        for ends in unused:
            if vertex in ends:  #: this edge leads on | this edge lies elsewhere
                unused.remove(ends)
                stack.append(ends[1] if ends[0] == vertex else ends[0])
                break
        else:
            path.append(stack.pop())
    return path if len(path) == len(edges) + 1 else None


@implementation(of=euler_path, uses=(start_of_trail,))
def euler_path_by_backtracking(edges):
    """List the vertices along an Euler path by backtracking, or return None."""
    def extend(path, unused):
        if not unused:  #: every edge is used | some edges are left
            return path
        for i, ends in enumerate(unused):
            if path[-1] in ends:  #: the path can go on along this edge | the path does not touch this edge
                following = ends[1] if ends[0] == path[-1] else ends[0]
                found = extend(path + [following], unused[:i] + unused[i + 1:])
                if found:  #: the rest could be completed | this choice leads nowhere
                    return found
        return None

    try:
        return extend([start_of_trail(edges)], edges)
    except ValueError:
        return None


@algorithm(
    family="graph_paths",
    reference="Rubin, A Search Procedure for Hamilton Paths and Circuits (1974)",
    inputs=small_connected_graph,
)
def hamiltonian_path(graph):
    """Find a path that visits each vertex of an undirected graph exactly once, or return None."""
    path = []

    def extend(vertex):
        path.append(vertex)
        if len(path) == len(graph):  #: every vertex is on the path | some vertices are missing
            return True
        for neighbour in graph[vertex]:
            if neighbour in path:  #: the path has been there | the path may go on there
                continue
            completed = extend(neighbour)
            if completed:  #: the path could be completed | this leads nowhere
                return True
        path.pop()
        return False

    for start in graph:
        if extend(start):  #: a path from this start is found | no path starts here
            return path
    return None


@implementation(of=hamiltonian_path)
def hamiltonian_path_with_stack(graph):
    """Find a path that visits each vertex of an undirected graph exactly once, with a stack of partial paths."""
    partial = [(vertex,) for vertex in reversed(graph)]
    while partial:  #: | no partial path is left to extend
        path = partial.pop()
        if len(path) == len(graph):  #: the path is complete | the path has to grow
            return list(path)
        for neighbour in reversed(graph[path[-1]]):
            if neighbour not in path:  #: the path may go on there | the path has been there
                partial.append(path + (neighbour,))
    return None


@algorithm(
    family="graph_paths",
    reference="Harary, Graph Theory (1969)",
    inputs=connected_graph,
)
def diameter(graph):
    """Find the longest of all shortest distances in an undirected graph, or return None if it is not connected."""
    longest = 0
    for start in graph:
        distance = {start: 0}
        queue = [start]
        for vertex in queue:
            for neighbour in graph[vertex]:
                if neighbour not in distance:  #: it is newly reached | it is no news
                    distance[neighbour] = distance[vertex] + 1
                    queue.append(neighbour)
        if len(queue) < len(graph):  #: some vertex cannot be reached | every vertex has been reached
            return None
        longest = max(longest, distance[vertex])
    return longest


@implementation(of=diameter)
def diameter_by_spreading(graph):
    """Find the longest of all shortest distances by letting what each vertex knows spread round by round."""
    known = {vertex: [vertex] for vertex in graph}
    rounds = 0
    while any(len(seen) < len(graph) for seen in known.values()):  #: some vertex does not know all others |
        wider = {}
        for vertex in graph:
            wider[vertex] = sorted({other for friend in [vertex, *graph[vertex]] for other in known[friend]})
        if wider == known:  #: nothing spreads any more | the news has spread
            return None
        known = wider
        rounds += 1
    return rounds


@algorithm(
    family="graph_paths",
    reference="Chen, Li, Tang and Li, GraphWiz: An Instruction-Following Language Model for Graph Problems (2024)",
    inputs=weights_and_edges,
    imports="from itertools import combinations",
)
def maximum_triangle_sum(weights, edges):
    """Find the largest sum of the weights of three vertices that are joined to each other, or return None."""
    joined = {frozenset(ends) for ends in edges}
    best = None
    for a, b, c in combinations(weights, 3):
        if {a, b} in joined and {b, c} in joined and {a, c} in joined:  #: they form a triangle | they form no triangle
            total = weights[a] + weights[b] + weights[c]  #: the triangle has the sum {}
            if best is None or total > best:  #: it is the best so far | it is no better
                best = total
    return best


@implementation(of=maximum_triangle_sum)
def maximum_triangle_sum_by_edges(weights, edges):
    """Find the largest sum of the weights of a triangle by looking for a common neighbour of the ends of each edge."""
    neighbours = {vertex: set() for vertex in weights}
    for a, b in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)
    sums = []
    for a, b in edges:
        for c in weights:
            if c in neighbours[a] and c in neighbours[b]:  #: it closes a triangle with this edge |
                sums.append(weights[a] + weights[b] + weights[c])
    return max(sums, default=None)


@algorithm(
    family="graph_paths",
    reference="Ullmann, An Algorithm for Subgraph Isomorphism (1976)",
    inputs=graph_and_pattern,
)
def subgraph_matching(graph, pattern):
    """Find vertices of a graph for the vertices of a pattern so that the edges of the pattern are there, or return None."""
    corners = list(pattern)
    image = {}

    def match(position):
        if position == len(corners):  #: the whole pattern has been placed | a corner is still to be placed
            return True
        corner = corners[position]
        for vertex in graph:
            if vertex in image.values():  #: it is taken | it is free
                continue
            if all(image[other] in graph[vertex] for other in pattern[corner] if other in image):  #: it fits | an edge is missing
                image[corner] = vertex
                completed = match(position + 1)
                if completed:  #: the rest fits too | the rest does not fit
                    return True
                del image[corner]
        return False

    return image if match(0) else None


@implementation(of=subgraph_matching, imports="from itertools import permutations")
def subgraph_matching_by_permutations(graph, pattern):
    """Find vertices of a graph for the vertices of a pattern by trying all ways to place it, or return None."""
    for chosen in permutations(graph, len(pattern)):
        image = dict(zip(pattern, chosen))
        for corner in pattern:
            if any(image[other] not in graph[image[corner]] for other in pattern[corner]):  #: an edge is missing |
                break
        else:
            return image
    return None


@algorithm(
    family="graph_paths",
    reference="Warshall, A Theorem on Boolean Matrices (1962)",
    inputs=matrix_of_bits,
)
def transitive_closure(matrix):
    """Find which vertices of a directed graph can be reached from which, as a matrix in place of the adjacency matrix."""
    n = len(matrix)
    for k in range(n):
        for i in range(n):
            if matrix[i][k]:  #: the middle vertex can be reached from this row | it cannot be reached from here
                for j in range(n):
                    matrix[i][j] |= matrix[k][j]
    return matrix


@implementation(of=transitive_closure)
def transitive_closure_by_search(matrix):
    """Find which vertices of a directed graph can be reached from which, by a search from each vertex."""
    n = len(matrix)
    closure = [[0] * n for _ in range(n)]

    def visit(start, vertex):
        for head in range(n):
            if matrix[vertex][head] and not closure[start][head]:  #: it is newly reached |
                closure[start][head] = 1
                visit(start, head)

    for start in range(n):
        visit(start, start)
    return closure
