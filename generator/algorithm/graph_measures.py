"""What is counted in graphs: degrees, edges, common neighbours, and how alike, dense or important vertices are."""

from fractions import Fraction
from itertools import combinations

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.graphs import dense_graph_and_vertex, edges_and_two, graph_and_friends, loops_and_edges
from generator.algorithm.samplers.networks import pages_and_rounds


@algorithm(
    family="graph_measures",
    reference="Euler, Solutio Problematis ad Geometriam Situs Pertinentis (1741)",
    inputs=loops_and_edges,
)
def degree(vertices, edges):
    """Compute the degree of each vertex of an undirected graph in which a loop counts twice."""
    degrees = {vertex: 0 for vertex in vertices}
    for a, b in edges:
        degrees[a] += 1
        degrees[b] += 1
    return degrees


@implementation(of=degree)
def degree_by_matrix(vertices, edges):
    """Compute the degree of each vertex of an undirected graph as the sum of its row in the adjacency matrix."""
    matrix = [[0] * len(vertices) for _ in vertices]
    for a, b in edges:
        i, j = vertices.index(a), vertices.index(b)
        matrix[i][j] += 1
        matrix[j][i] += 1
    return {vertex: sum(row) for vertex, row in zip(vertices, matrix)}


@implementation(of=degree)
def degree_by_counting(vertices, edges):
    """Compute the degree of each vertex of an undirected graph by counting it among the ends of edges."""
    degrees = {}
    for vertex in vertices:
        count = 0
        for ends in edges:
            count += ends.count(vertex)
        degrees[vertex] = count
    return degrees


@algorithm(
    family="graph_measures",
    reference="Harary, Graph Theory (1969)",
    inputs=edges_and_two,
)
def edge(edges, a, b):
    """Tell whether an edge joins two vertices of an undirected graph."""
    for tail, head in edges:
        if tail == a and head == b:  #: this edge joins them |
            return True
        if tail == b and head == a:  #: this edge joins them the other way round | this is another edge
            return True
    return False


@implementation(of=edge)
def edge_by_table(edges, a, b):
    """Tell whether an edge joins two vertices of an undirected graph, from the set of each neighbourhood."""
    neighbours = {}
    for tail, head in edges:
        for vertex, other in (tail, head), (head, tail):
            if vertex not in neighbours:  #: it has no neighbours so far |
                neighbours[vertex] = set()
            neighbours[vertex].add(other)
    try:
        return b in neighbours[a]
    except KeyError:
        return False


@implementation(of=edge)
def edge_by_binary_search(edges, a, b):
    """Tell whether an edge joins two vertices of an undirected graph, by binary search among the sorted edges."""
    ordered = sorted((min(ends), max(ends)) for ends in edges)
    wanted = (min(a, b), max(a, b))
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2  #: the index in the middle is {}
        if ordered[middle] < wanted:  #: the edge must be further right | the edge is here or further left
            low = middle + 1
        else:
            high = middle
    return low < len(ordered) and ordered[low] == wanted


@algorithm(
    family="graph_measures",
    reference="Liben-Nowell and Kleinberg, The Link Prediction Problem for Social Networks (2003)",
    inputs=graph_and_friends,
)
def common_neighbor(graph, a, b):
    """List the common neighbours of two vertices of an undirected graph, in ascending order."""
    common = []
    for vertex in graph[a]:
        if vertex in graph[b]:  #: it is a neighbour of both | the other vertex is not joined to it
            common.append(vertex)
    common.sort()
    return common


@implementation(of=common_neighbor)
def common_neighbor_by_merging(graph, a, b):
    """List the common neighbours of two vertices of an undirected graph by walking through both sorted lists."""
    left, right = sorted(graph[a]), sorted(graph[b])
    common = []
    i = j = 0
    while i < len(left) and j < len(right):  #: | a list is used up
        if left[i] == right[j]:  #: it is in both lists | the lists differ here
            common.append(left[i])
            i += 1
            j += 1
        elif left[i] < right[j]:  #: the left list is behind | the right list is behind
            i += 1
        else:
            j += 1
    return common


@algorithm(
    family="graph_measures",
    reference="Jaccard, The Distribution of the Flora in the Alpine Zone (1912)",
    inputs=graph_and_friends,
    imports="from fractions import Fraction",
)
def jaccard(graph, a, b):
    """Compute the Jaccard coefficient of two vertices, the share of their neighbours that they have in common."""
    common = 0
    for vertex in graph[a]:
        if vertex in graph[b]:  #: it is a neighbour of both | only a single list has it
            common += 1
    total = len(graph[a]) + len(graph[b]) - common  #: together they have {} different neighbours
    if total == 0:  #: neither has a neighbour |
        return Fraction(0)
    return Fraction(common, total)


@implementation(of=jaccard, imports="from fractions import Fraction")
def jaccard_by_marks(graph, a, b):
    """Compute the Jaccard coefficient of two vertices by marking the neighbours of each."""
    marks = {}
    for vertex in graph[a]:
        marks[vertex] = "a"
    for vertex in graph[b]:
        marks[vertex] = marks.get(vertex, "") + "b"
    common = sum(mark == "ab" for mark in marks.values())
    try:
        return Fraction(common, len(marks))
    except ZeroDivisionError:
        return Fraction(0)


@algorithm(
    family="graph_measures",
    reference="Watts and Strogatz, Collective Dynamics of Small-World Networks, Nature 393 (1998)",
    inputs=dense_graph_and_vertex,
    imports="from fractions import Fraction\nfrom itertools import combinations",
)
def clustering_coefficient(graph, vertex):
    """Compute the local clustering coefficient of a vertex, the share of pairs of its neighbours that are joined."""
    joined = 0
    pairs = 0
    for a, b in combinations(graph[vertex], 2):
        pairs += 1
        if b in graph[a]:  #: an edge closes a triangle | no edge joins these neighbours
            joined += 1
    if pairs == 0:  #: there is no pair of neighbours |
        return Fraction(0)
    return Fraction(joined, pairs)


@implementation(of=clustering_coefficient, imports="from fractions import Fraction")
def clustering_coefficient_by_intersection(graph, vertex):
    """Compute the local clustering coefficient of a vertex from what its neighbours have in common with it."""
    neighbours = graph[vertex]
    if len(neighbours) < 2:  #: there is no pair of neighbours |
        return Fraction(0)
    closed = 0
    for neighbour in neighbours:
        shared = [other for other in graph[neighbour] if other in neighbours]
        closed += len(shared)
    return Fraction(closed, len(neighbours) * (len(neighbours) - 1))


@algorithm(
    family="graph_measures",
    reference="Page, Brin, Motwani and Winograd, The PageRank Citation Ranking (1999)",
    inputs=pages_and_rounds,
    imports="from fractions import Fraction",
)
def page_rank(links, rounds):
    """Compute the rank of each page after some rounds in which it shares its rank among its links, undamped."""
    rank = {page: Fraction(1, len(links)) for page in links}
    for _ in range(rounds):
        received = {page: Fraction(0) for page in links}
        for page, targets in links.items():
            share = rank[page] / len(targets)
            for target in targets:
                received[target] += share
        rank = received
    return rank


@implementation(of=page_rank, imports="from fractions import Fraction")
def page_rank_by_pulling(links, rounds):
    """Compute the rank of each page after some rounds in which it collects shares from the pages that link to it."""
    rank = dict.fromkeys(links, Fraction(1, len(links)))
    for _ in range(rounds):
        following = {}
        for page in links:
            sources = [source for source in links if page in links[source]]
            following[page] = sum((rank[source] / len(links[source]) for source in sources), Fraction(0))
        rank = following
    return rank
