"""How graphs are built: cycles, two sides, an order, strong components, and what holds a graph together."""

from collections import deque

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.graphs import a_graph, bipartite_or_not, forest_or_not
from generator.algorithm.samplers.networks import vertices_and_arrows, web


@algorithm(
    family="graph_structure",
    reference="Gibbons, Algorithmic Graph Theory (1985)",
    inputs=forest_or_not,
)
def cycle(vertices, edges):
    """Tell whether an undirected graph has a cycle."""
    neighbours = {vertex: [] for vertex in vertices}
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    visited = set()

    def closes(vertex, parent):
        visited.add(vertex)
        for neighbour in neighbours[vertex]:
            if neighbour == parent:  #: the search has just come from there |
                continue
            if neighbour in visited:  #: the edge closes a cycle | the search goes on there
                return True
            closed = closes(neighbour, vertex)
            if closed:  #: a cycle was found further on | no cycle is closed that way
                return True
        return False

    return any(closes(vertex, None) for vertex in vertices if vertex not in visited)


@implementation(of=cycle)
def cycle_by_pruning(vertices, edges):
    """Tell whether an undirected graph has a cycle by cutting off leaves until none is left."""
    remaining = list(edges)
    while remaining:  #: some edges are left | every edge has been cut off
        ends = [vertex for edge in remaining for vertex in edge]
        inner = [(a, b) for a, b in remaining if ends.count(a) > 1 and ends.count(b) > 1]
        if len(inner) == len(remaining):  #: no leaf is left to cut off | the leaves are cut off
            return True
        remaining = inner
    return False


@implementation(of=cycle)
def cycle_by_groups(vertices, edges):
    """Tell whether an undirected graph has a cycle by looking for an edge inside a group that is joined already."""
    group = {vertex: vertex for vertex in vertices}
    for a, b in edges:
        kept, lost = group[a], group[b]
        if kept == lost:  #: the edge closes a cycle | the edge joins separate groups
            return True
        for vertex in vertices:
            if group[vertex] == lost:  #: it moves to the other group |
                group[vertex] = kept
    return False


@algorithm(
    family="graph_structure",
    reference="König, Theorie der endlichen und unendlichen Graphen (1936)",
    inputs=bipartite_or_not,
    imports="from collections import deque",
)
def bipartite(graph):
    """List the sides of a bipartite graph so that each edge runs between them, or return None."""
    side = {}
    for start in graph:
        if start in side:  #: it has a side already | it is the start of a new component
            continue
        side[start] = 0
        queue = deque([start])
        while queue:
            vertex = queue.popleft()
            for neighbour in graph[vertex]:
                if neighbour not in side:  #: it goes to the other side | its side is fixed already
                    side[neighbour] = 1 - side[vertex]
                    queue.append(neighbour)
                elif side[neighbour] == side[vertex]:  #: the edge runs within a side | the edge runs across
                    return None
    left = [vertex for vertex in graph if side[vertex] == 0]
    right = [vertex for vertex in graph if side[vertex] == 1]
    return left, right


@implementation(of=bipartite)
def bipartite_recursive(graph):
    """List the sides of a bipartite graph by putting neighbours on opposite sides, or return None."""
    left, right = [], []

    def place(vertex, own, other):
        if vertex in own:  #: it stands there already | it is not on this side yet
            return True
        if vertex in other:  #: it would have to stand on both sides | it is new
            return False
        own.append(vertex)
        return all(place(neighbour, other, own) for neighbour in graph[vertex])

    for vertex in graph:
        if vertex in left or vertex in right:  #: it stands on a side | it is in a new component
            continue
        if not place(vertex, left, right):  #: the sides clash | its component could be placed
            return None
    return [vertex for vertex in graph if vertex in left], [vertex for vertex in graph if vertex in right]


@algorithm(
    family="graph_structure",
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


@implementation(of=topological_sort)
def topological_sort_by_depth(vertices, edges):
    """Order the vertices of a directed graph by a depth-first search from the back, or return None on a cycle."""
    state = {}
    order = []

    def visit(vertex):
        if vertex in state:  #: it was met before | it is new
            return state[vertex] == "done"
        state[vertex] = "open"
        for tail, head in edges:
            if tail != vertex:  #: this edge starts elsewhere |
                continue
            ordered = visit(head)
            if not ordered:  #: a cycle is found | no cycle is found that way
                return False
        state[vertex] = "done"
        order.insert(0, vertex)
        return True

    for vertex in vertices:
        if not visit(vertex):  #: the vertices cannot be ordered |
            return None
    return order


@algorithm(
    family="graph_structure",
    reference="Tarjan, Depth-First Search and Linear Graph Algorithms (1972)",
    inputs=web,
)
def strongly_connected_components(graph):
    """List the strongly connected components of a directed graph, sorted."""
    index = {}
    low = {}
    stack = []
    components = []

    def visit(vertex):
        index[vertex] = low[vertex] = len(index)
        stack.append(vertex)
        for head in graph[vertex]:
            if head not in index:  #: it is new, so the search goes there | it has an index
                visit(head)
                low[vertex] = min(low[vertex], low[head])
            elif head in stack:  #: it may be in the same component | its component is complete
                low[vertex] = min(low[vertex], index[head])
        if low[vertex] == index[vertex]:  #: it is the root of a component | its component began earlier
            place = stack.index(vertex)
            components.append(sorted(stack[place:]))
            del stack[place:]

    for vertex in graph:
        if vertex not in index:  #: the search starts here | the search has been there
            visit(vertex)
    return sorted(components)


@implementation(of=strongly_connected_components)
def strongly_connected_components_twice(graph):
    """List the strongly connected components of a directed graph by searching it forward and then backward."""
    backward = {vertex: [] for vertex in graph}
    for tail, heads in graph.items():
        for head in heads:
            backward[head].append(tail)

    def search(ways, vertex, found, seen):
        seen.add(vertex)
        for following in ways[vertex]:
            if following not in seen:  #: it is new | it was seen before
                search(ways, following, found, seen)
        found.append(vertex)

    finished, seen = [], set()
    for vertex in graph:
        if vertex not in seen:  #: | the search has been there
            search(graph, vertex, finished, seen)
    components, seen = [], set()
    for vertex in reversed(finished):
        if vertex not in seen:  #: a component begins here | its component is known
            component = []
            search(backward, vertex, component, seen)
            components.append(sorted(component))
    return sorted(components)


@algorithm(
    family="graph_structure",
    reference="Hopcroft and Tarjan, Algorithm 447: Efficient Algorithms for Graph Manipulation (1973)",
    inputs=a_graph,
)
def articulation_points(graph):
    """List the vertices of an undirected graph whose removal splits a component, in ascending order."""
    depth = {}
    low = {}
    points = []

    def visit(vertex, parent):
        depth[vertex] = low[vertex] = 0 if parent is None else depth[parent] + 1
        children = 0
        splits = False
        for neighbour in graph[vertex]:
            if neighbour not in depth:  #: it becomes a child in the search tree | it was visited earlier
                children += 1
                visit(neighbour, vertex)
                low[vertex] = min(low[vertex], low[neighbour])
                if low[neighbour] >= depth[vertex]:  #: nothing below the child leads higher up |
                    splits = True
            else:
                low[vertex] = min(low[vertex], depth[neighbour])
        if parent is None:  #: the root counts if it has several children |
            splits = children > 1
        if splits:  #: it holds parts of the graph together |
            points.append(vertex)

    for vertex in graph:
        if vertex not in depth:  #: the search starts here | the search has been there
            visit(vertex, None)
    return sorted(points)


@implementation(of=articulation_points)
def articulation_points_by_removal(graph):
    """List the vertices of an undirected graph without which their neighbours are no longer connected, in ascending order."""
    points = []
    for vertex in graph:
        region = graph[vertex][:1]
        for member in region:
            for neighbour in graph[member]:
                if neighbour != vertex and neighbour not in region:  #: it is reached without the vertex |
                    region.append(neighbour)
        if any(neighbour not in region for neighbour in graph[vertex]):  #: a neighbour is cut off | its neighbours stay connected
            points.append(vertex)
    return sorted(points)


@algorithm(
    family="graph_structure",
    reference="Tarjan, A Note on Finding the Bridges of a Graph (1974)",
    inputs=a_graph,
)
def bridges(graph):
    """List the edges of an undirected graph whose removal splits a component, each with its smaller end first."""
    depth = {}
    found = []

    def visit(vertex, parent):
        depth[vertex] = highest = len(depth)
        for neighbour in graph[vertex]:
            if neighbour == parent:  #: this is the edge that the search came along |
                continue
            if neighbour in depth:  #: the edge closes a cycle | the search goes on along the edge
                highest = min(highest, depth[neighbour])
                continue
            below = visit(neighbour, vertex)
            if below > depth[vertex]:  #: no other way leads back up, so the edge is a bridge | another way leads back up
                found.append((min(vertex, neighbour), max(vertex, neighbour)))
            highest = min(highest, below)
        return highest

    for vertex in graph:
        if vertex not in depth:  #: the search starts here | the search has been there
            visit(vertex, None)
    return sorted(found)


@implementation(of=bridges)
def bridges_by_removal(graph):
    """List the bridges of an undirected graph by looking for another way between the ends of each edge."""
    def reached(start, goal):
        seen = [start]
        for vertex in seen:
            for neighbour in graph[vertex]:
                if (vertex, neighbour) != (start, goal) and neighbour not in seen:  #: it can be reached without the edge |
                    seen.append(neighbour)
        return seen

    found = []
    for a in graph:
        for b in graph[a]:
            if a < b and b not in reached(a, b):  #: no other way joins the ends |
                found.append((a, b))
    return sorted(found)
