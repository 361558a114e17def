"""Walks through graphs: breadth first and depth first, what is connected, and who is next to whom."""

from collections import deque

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.graphs import edges_and_vertex, graph_and_start, graph_and_two, scattered_graph
from generator.algorithm.samplers.networks import web_and_vertex


@algorithm(
    family="graph_traversal",
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
    family="graph_traversal",
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
    family="graph_traversal",
    reference="Even, Graph Algorithms (1979)",
    inputs=graph_and_two,
)
def connectivity(graph, start, goal):
    """Tell whether a path joins two vertices of an undirected graph."""
    visited = {start}
    stack = [start]
    while stack:  #: | the search has seen all that it can reach
        vertex = stack.pop()
        if vertex == goal:  #: the goal is found | this is not the goal
            return True
        for neighbour in graph[vertex]:
            if neighbour not in visited:  #: it is put on the stack | it has been seen before
                visited.add(neighbour)
                stack.append(neighbour)
    return False


@implementation(of=connectivity)
def connectivity_from_both_ends(graph, start, goal):
    """Tell whether a path joins two vertices of an undirected graph, by growing regions around them in turn."""
    region, other = [start], [goal]
    while not any(vertex in other for vertex in region):  #: the regions are still apart | the regions meet
        fresh = []
        for vertex in region:
            for neighbour in graph[vertex]:
                if neighbour not in region and neighbour not in fresh:  #: the region grows |
                    fresh.append(neighbour)
        if not fresh:  #: the region is a whole component | the region has grown
            return False
        region, other = other, region + fresh
    return True


@implementation(of=connectivity)
def connectivity_recursive(graph, start, goal):
    """Tell whether a path joins two vertices of an undirected graph, by recursion."""
    visited = set()

    def reaches(vertex):
        if vertex == goal:  #: this is the goal | the goal lies elsewhere
            return True
        visited.add(vertex)
        for neighbour in graph[vertex]:
            if neighbour in visited:  #: the search has been there | it is new
                continue
            found = reaches(neighbour)
            if found:  #: the goal is found that way | the goal is not found that way
                return True
        return False

    return reaches(start)


@algorithm(
    family="graph_traversal",
    reference="Hopcroft and Tarjan, Algorithm 447: Efficient Algorithms for Graph Manipulation (1973)",
    inputs=scattered_graph,
)
def connected_component(graph):
    """List the connected components of an undirected graph, each with its vertices in ascending order."""
    visited = set()
    components = []

    def collect(vertex, component):
        visited.add(vertex)
        component.append(vertex)
        for neighbour in graph[vertex]:
            if neighbour not in visited:  #: it belongs to the same component | it is in the component already
                collect(neighbour, component)

    for vertex in graph:
        if vertex not in visited:  #: a new component begins here | its component is known
            component = []
            collect(vertex, component)
            components.append(sorted(component))
    return components


@implementation(of=connected_component)
def connected_component_by_merging(graph):
    """List the connected components of an undirected graph by merging the groups of neighbours."""
    group = {vertex: [vertex] for vertex in graph}
    for vertex in graph:
        for neighbour in graph[vertex]:
            if group[neighbour] is not group[vertex]:  #: their groups are merged | they are in the same group already
                joined = group[vertex]
                for member in group[neighbour]:
                    joined.append(member)
                    group[member] = joined
    components = []
    for vertex in graph:
        component = sorted(group[vertex])
        if component not in components:  #: this component is new | this component is listed already
            components.append(component)
    return components


@algorithm(
    family="graph_traversal",
    reference="Harary, Graph Theory (1969)",
    inputs=edges_and_vertex,
)
def neighbor(edges, vertex):
    """List the neighbours of a vertex in an undirected graph that is given by its edges."""
    neighbours = []
    for a, b in edges:
        if a == vertex:  #: the edge begins at the vertex | it does not begin there
            neighbours.append(b)
        elif b == vertex:  #: the edge ends at the vertex | it is an edge of others
            neighbours.append(a)
    return neighbours


@implementation(of=neighbor)
def neighbor_by_table(edges, vertex):
    """List the neighbours of a vertex in an undirected graph from a table of all neighbours."""
    neighbours = {}
    for a, b in edges:
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)
    try:
        return neighbours[vertex]
    except KeyError:
        return []


@algorithm(
    family="graph_traversal",
    reference="Harary, Norman and Cartwright, Structural Models: An Introduction to the Theory of Directed Graphs (1965)",
    inputs=web_and_vertex,
)
def predecessor(graph, vertex):
    """List the vertices of a directed graph from which an edge leads to a given vertex."""
    sources = []
    for tail in graph:
        for head in graph[tail]:
            if head == vertex:  #: the edge leads to the vertex | the edge leads elsewhere
                sources.append(tail)
    return sources


@implementation(of=predecessor)
def predecessor_by_reversing(graph, vertex):
    """List the vertices from which an edge leads to a given vertex by turning all edges round."""
    backward = {}
    for tail, heads in graph.items():
        for head in heads:
            if head not in backward:  #: no edge has led there so far |
                backward[head] = []
            backward[head].append(tail)
    return backward.get(vertex, [])


def sources_of(graph, vertex):
    for tail, heads in graph.items():
        if vertex in heads:  #: an edge leads from it to the vertex | no edge leads from it to the vertex
            yield tail


@implementation(of=predecessor, uses=(sources_of,))
def predecessor_by_generator(graph, vertex):
    """List the vertices from which an edge leads to a given vertex, with a generator that finds them."""
    sources = []
    for source in sources_of(graph, vertex):
        sources.append(source)
    return sources
