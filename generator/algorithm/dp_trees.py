"""Dynamic programming on trees: independent sets, covers, diameters, sums below a vertex and centroids."""

from collections import deque

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.rooted_trees import tree_and_root, tree_neighbours, weighted_tree


@algorithm(
    family="dp_trees",
    reference="Kleinberg and Tardos, Algorithm Design, section 10.2 (2005)",
    inputs=weighted_tree,
)
def largest_independent_set(children, weights, root):
    """Find the largest total weight of vertices of a tree of which none is the parent of another."""

    def best(vertex):
        with_vertex = weights[vertex]
        without_vertex = 0
        for child in children[vertex]:
            taken, left_out = best(child)
            with_vertex += left_out
            without_vertex += max(taken, left_out)
        return with_vertex, without_vertex

    return max(best(root))


@implementation(of=largest_independent_set)
def largest_independent_set_from_leaves(children, weights, root):
    """Find the largest total weight of vertices of which none is the parent of another, from the leaves up."""
    order = [root]
    for vertex in order:
        order.extend(children[vertex])
    best = {}
    for vertex in reversed(order):
        grandchildren = [low for child in children[vertex] for low in children[child]]
        taken = weights[vertex] + sum(best[low] for low in grandchildren)
        left_out = sum(best[child] for child in children[vertex])
        best[vertex] = max(taken, left_out)
    return best[root]


@algorithm(
    family="dp_trees",
    reference="Bulterman, van der Sommen, Zwaan, Verhoeff, van Gasteren and Feijen, On Computing a Longest Path in a Tree (2002)",
    inputs=tree_neighbours,
)
def tree_diameter(neighbours):
    """Count the edges of the longest path in a tree."""
    longest = 0

    def depth(vertex, parent):
        nonlocal longest
        deepest = 0
        for neighbour in neighbours[vertex]:
            if neighbour != parent:  #: the neighbour lies below | the path came from there
                below = depth(neighbour, vertex) + 1
                longest = max(longest, deepest + below)
                deepest = max(deepest, below)
        return deepest

    depth(min(neighbours), None)
    return longest


def farthest(neighbours, start):
    distances = {start: 0}
    queue = deque([start])
    while queue:  #: | every vertex has been reached
        vertex = queue.popleft()
        for neighbour in neighbours[vertex]:
            if neighbour not in distances:  #: it is reached from here | it has been reached before
                distances[neighbour] = distances[vertex] + 1
                queue.append(neighbour)
    return vertex, distances[vertex]


@implementation(of=tree_diameter, uses=(farthest,), imports="from collections import deque")
def tree_diameter_by_searching(neighbours):
    """Count the edges of the longest path in a tree by a search from an end of it."""
    end, _ = farthest(neighbours, min(neighbours))
    _, length = farthest(neighbours, end)
    return length


@algorithm(
    family="dp_trees",
    reference="Knuth, The Art of Computer Programming 1, section 2.3 (1968)",
    inputs=weighted_tree,
)
def subtree_sums(children, weights, root):
    """Compute for each vertex of a tree the total weight of the vertex and of all below it."""
    sums = {}

    def total(vertex):
        weight = weights[vertex]
        for child in children[vertex]:
            weight += total(child)  #: with the part below this child it is {}
        sums[vertex] = weight
        return weight

    total(root)
    return {vertex: sums[vertex] for vertex in weights}


@implementation(of=subtree_sums)
def subtree_sums_by_climbing(children, weights, root):
    """Compute the total weight below each vertex of a tree by adding each weight to all vertices above it."""
    parent = {child: vertex for vertex in children for child in children[vertex]}
    sums = dict.fromkeys(weights, 0)
    for vertex, weight in weights.items():
        while vertex != root:  #: | the root is reached
            sums[vertex] += weight
            vertex = parent[vertex]
        sums[root] += weight
    return sums


@algorithm(
    family="dp_trees",
    reference="Savage, Depth-First Search and the Vertex Cover Problem (1982)",
    inputs=tree_and_root,
)
def smallest_vertex_cover(children, root):
    """Count the fewest vertices of a tree that touch every edge."""
    covered = set()

    def has_to_be_taken(vertex):
        for child in children[vertex]:
            covers = has_to_be_taken(child)
            if not covers:  #: the edge to this child needs the vertex | the child covers this edge
                covered.add(vertex)
        return vertex in covered

    has_to_be_taken(root)
    return len(covered)


@implementation(of=smallest_vertex_cover)
def smallest_vertex_cover_by_sizes(children, root):
    """Count the fewest vertices of a tree that touch every edge, with each vertex and without it."""

    def sizes(vertex):
        below = [sizes(child) for child in children[vertex]]
        with_vertex = 1 + sum(min(pair) for pair in below)
        without_vertex = sum(taken for taken, _ in below)
        return with_vertex, without_vertex

    return min(sizes(root))


@algorithm(
    family="dp_trees",
    reference="Jordan, Sur les assemblages de lignes (1869)",
    inputs=tree_and_root,
)
def tree_centroids(children, root):
    """List the vertices of a tree whose removal leaves parts of at most half of its vertices, from the leaves up."""
    centroids = []

    def size(vertex):
        parts = [size(child) for child in children[vertex]]
        below = 1 + sum(parts)
        parts.append(len(children) - below)
        if 2 * max(parts) <= len(children):  #: no part is too large | a part is too large
            centroids.append(vertex)
        return below

    size(root)
    return centroids


@implementation(of=tree_centroids)
def tree_centroids_by_descent(children, root):
    """List the vertices of a tree that leave no large part by going down from the root to the heavy side."""

    def size(vertex):
        return 1 + sum([size(child) for child in children[vertex]])

    centroids = []
    vertex = root
    while vertex is not None:  #: | no part is large enough to go on
        heavy = None
        centroid = True
        for child in children[vertex]:
            doubled = 2 * size(child)
            if doubled >= len(children):  #: the walk can go on to this child | the part below this child is small
                heavy = child
                centroid = doubled == len(children)
        if centroid:  #: no part is too large | the part below the child is too large
            centroids.insert(0, vertex)
        vertex = heavy
    return centroids
