"""Plans on graphs: where to place things, how to colour, whom to keep, and who all know each other."""

from itertools import combinations

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.graphs import (
    connected_graph,
    graph_and_colours,
    graph_and_degree,
    small_connected_graph,
    small_graph,
    small_graph_and_number,
)


@algorithm(
    family="graph_planning",
    reference="Church and ReVelle, The Maximal Covering Location Problem (1974)",
    inputs=small_graph_and_number,
    imports="from itertools import combinations",
)
def ad_location(graph, count):
    """Choose the vertices for some advertisements so that as many vertices as possible have one or are next to one."""
    best, most = None, -1
    for chosen in combinations(graph, count):
        reached = set(chosen)
        for place in chosen:
            reached.update(graph[place])
        if len(reached) > most:  #: this choice reaches more than any before | this choice reaches no more
            best, most = chosen, len(reached)
    return best


@implementation(of=ad_location)
def ad_location_recursive(graph, count):
    """Choose the vertices for some advertisements that reach as many vertices as possible by taking or leaving each."""
    places = list(graph)

    def choose(i, left, chosen, reached):
        if left == 0:  #: all advertisements are placed | an advertisement is still to be placed
            return len(reached), chosen
        if len(places) - i < left:  #: too few places are left | the place can be taken or left
            return 0, None
        place = places[i]
        taken = choose(i + 1, left - 1, chosen + (place,), reached | {place, *graph[place]})
        skipped = choose(i + 1, left, chosen, reached)
        return skipped if skipped[0] > taken[0] else taken

    return choose(0, count, (), set())[1]


@algorithm(
    family="graph_planning",
    reference="Hakimi, Optimum Locations of Switching Centers and the Absolute Centers and Medians of a Graph (1964)",
    inputs=connected_graph,
)
def fire_station(graph):
    """Choose the vertex whose largest distance to another is smallest, with that distance, or return None if some cannot be reached."""
    best, shortest = None, len(graph)
    for station in graph:
        distance = {station: 0}
        queue = [station]
        for vertex in queue:
            for neighbour in graph[vertex]:
                if neighbour not in distance:  #: the engine gets there next | it has been reached before
                    distance[neighbour] = distance[vertex] + 1
                    queue.append(neighbour)
        if len(distance) < len(graph):  #: some vertex cannot be reached | every vertex can be reached
            return None
        worst = max(distance.values())  #: the longest way from this station has length {worst}
        print(station, worst)
        if worst < shortest:  #: this is the best place so far | another place is as good
            best, shortest = station, worst
    return best, shortest


@implementation(of=fire_station)
def fire_station_by_rounds(graph):
    """Choose the vertex whose largest distance to another is smallest by letting the reach of all stations grow at once."""
    reach = {station: {station} for station in graph}
    rounds = 0
    while rounds < len(graph):  #: the reach may still grow | the reach cannot grow any more
        for station in graph:
            if len(reach[station]) == len(graph):  #: this station reaches every vertex | some vertices are out of its reach
                return station, rounds
        for station in graph:
            border = [neighbour for vertex in sorted(reach[station]) for neighbour in graph[vertex]]
            reach[station].update(border)
        rounds += 1
    return None


@algorithm(
    family="graph_planning",
    reference="Brown, Chromatic Scheduling and the Chromatic Number Problem (1972)",
    inputs=graph_and_colours,
)
def graph_coloring(graph, colours):
    """Colour the vertices of an undirected graph so that neighbours differ, taking early colours first, or return None."""
    vertices = list(graph)
    colour = {}

    def paint(i):
        if i == len(vertices):  #: every vertex is coloured | a vertex is still to be coloured
            return True
        vertex = vertices[i]
        used = [colour[neighbour] for neighbour in graph[vertex] if neighbour in colour]
        for choice in colours:
            if choice in used:  #: a neighbour has this colour | no neighbour has this colour
                continue
            colour[vertex] = choice
            completed = paint(i + 1)
            if completed:  #: the rest could be coloured | the rest cannot be coloured
                return True
            del colour[vertex]
        return False

    return colour if paint(0) else None


@implementation(of=graph_coloring)
def graph_coloring_iterative(graph, colours):
    """Colour the vertices of an undirected graph so that neighbours differ by counting through the colours, or return None."""
    vertices = list(graph)
    chosen = [-1]
    while chosen:  #: | every choice has been tried in vain
        if len(chosen) > len(vertices):  #: every vertex is coloured | a vertex is still to be coloured
            return {vertex: colours[k] for vertex, k in zip(vertices, chosen)}
        chosen[-1] += 1
        k = chosen[-1]
        if k == len(colours):  #: no colour is left for the vertex | there is a colour to try
            chosen.pop()
            continue
        vertex = vertices[len(chosen) - 1]
        for other, used in zip(vertices, chosen[:-1]):
            if used == k and other in graph[vertex]:  #: a neighbour has this colour |
                break
        else:
            chosen.append(-1)
    return None


@algorithm(
    family="graph_planning",
    reference="Ore, Theory of Graphs (1962)",
    inputs=small_connected_graph,
    imports="from itertools import combinations",
)
def minimum_dominating_set(graph):
    """Find the foremost of the smallest sets of vertices so that each vertex is in the set or next to one that is."""
    for size in range(1, len(graph) + 1):
        for chosen in combinations(graph, size):
            covered = set(chosen)
            for vertex in chosen:
                covered.update(graph[vertex])
            if len(covered) == len(graph):  #: every vertex is covered | some vertex is not covered
                return list(chosen)


@implementation(of=minimum_dominating_set)
def minimum_dominating_set_by_deepening(graph):
    """Find the foremost of the smallest dominating sets by adding vertices up to a limit that rises."""
    vertices = list(graph)

    def extend(chosen, start, limit):
        open_vertices = [v for v in vertices if v not in chosen and not any(w in chosen for w in graph[v])]
        if not open_vertices:  #: every vertex is covered | some vertices are not covered
            return chosen
        if len(chosen) == limit:  #: no further vertex may be added | another vertex may be added
            return None
        for i in range(start, len(vertices)):
            found = extend(chosen + [vertices[i]], i + 1, limit)
            if found is not None:  #: the set could be completed | this leads nowhere
                return found
        return None

    limit = 1
    while (found := extend([], 0, limit)) is None:
        limit += 1
    return found


@algorithm(
    family="graph_planning",
    reference="Seidman, Network Structure and Minimum Degree (1983)",
    inputs=graph_and_degree,
)
def k_core(graph, k):
    """List the vertices that are left when vertices with fewer than a given number of neighbours are taken away again and again."""
    remaining = list(graph)
    changed = True
    while changed:  #: | nothing more has to be taken away
        changed = False
        for vertex in list(remaining):
            friends = [neighbour for neighbour in graph[vertex] if neighbour in remaining]
            if len(friends) < k:  #: it has too few neighbours left | it may stay for now
                remaining.remove(vertex)
                changed = True
    return remaining


@implementation(of=k_core)
def k_core_with_stack(graph, k):
    """List the vertices of the core of a graph by passing the loss of a vertex on to its neighbours."""
    degree = {vertex: len(neighbours) for vertex, neighbours in graph.items()}
    stack = [vertex for vertex in degree if degree[vertex] < k]
    removed = set(stack)
    while stack:  #: | no loss has to be passed on
        vertex = stack.pop()
        for neighbour in graph[vertex]:
            degree[neighbour] -= 1
            if degree[neighbour] < k and neighbour not in removed:  #: it has too few neighbours now |
                removed.add(neighbour)
                stack.append(neighbour)
    return [vertex for vertex in graph if vertex not in removed]


@algorithm(
    family="graph_planning",
    reference="Bron and Kerbosch, Algorithm 457: Finding All Cliques of an Undirected Graph (1973)",
    inputs=small_graph,
)
def maximal_cliques(graph):
    """List the maximal cliques of an undirected graph, the groups that are all joined and cannot be enlarged, sorted."""
    cliques = []

    def expand(clique, candidates, excluded):
        if not candidates and not excluded:  #: nothing can be added, so the clique is maximal |
            cliques.append(sorted(clique))
        for vertex in list(candidates):
            inner = [other for other in candidates if other in graph[vertex]]
            outer = [other for other in excluded if other in graph[vertex]]
            expand(clique + [vertex], inner, outer)
            candidates.remove(vertex)
            excluded.append(vertex)

    expand([], list(graph), [])
    return sorted(cliques)


@implementation(of=maximal_cliques)
def maximal_cliques_by_growing(graph):
    """List the maximal cliques of an undirected graph by fitting its vertices into cliques that are known, sorted."""
    cliques = []
    for vertex in graph:
        grown = [[vertex]]
        for clique in cliques:
            common = [other for other in clique if other in graph[vertex]]
            grown.append(common + [vertex])
        candidates = [set(clique) for clique in cliques + grown]
        cliques = []
        for i, clique in enumerate(candidates):
            if not any(clique < other for other in candidates) and clique not in candidates[:i]:  #: nothing larger holds it |
                cliques.append(sorted(clique))
    return sorted(cliques)
