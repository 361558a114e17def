"""Trees, and graphs that stand for an order: cycles that spoil it, projects, codes, organisations and tournaments."""

from heapq import heapify, heappop, heappush

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.networks import web
from generator.algorithm.samplers.trees import labelled_tree, managers, tasks_and_needs, tournament, tree_graph


class CycleFound(Exception):
    pass


@algorithm(
    family="trees_and_orders",
    reference="Tarjan, Depth-First Search and Linear Graph Algorithms (1972)",
    inputs=web,
    uses=(CycleFound,),
)
def directed_cycle(graph):
    """Find the vertices along a cycle of a directed graph, or return None if it has no cycle."""
    path = []
    done = []

    def visit(vertex):
        if vertex in path:  #: the search has come back to its own path | it is not on the path
            raise CycleFound
        path.append(vertex)
        for head in graph[vertex]:
            if head not in done:  #: it may lead to a cycle | no cycle can be reached from there
                visit(head)
        done.append(path.pop())

    for start in graph:
        try:
            if start not in done:  #: the search starts here | the search has been there
                visit(start)
        except CycleFound:
            last = path[-1]
            while path[0] not in graph[last]:  #: this part of the path only leads to the cycle | the cycle begins here
                path.pop(0)
            return path
    return None


@implementation(of=directed_cycle)
def directed_cycle_by_pruning(graph):
    """Find the vertices along a cycle of a directed graph by taking away all vertices that lead nowhere, or return None."""
    remaining = list(graph)
    pruned = True
    while pruned:  #: | nothing more can be taken away
        pruned = False
        for vertex in list(remaining):
            if not any(head in remaining for head in graph[vertex]):  #: it leads nowhere, so it is taken away |
                remaining.remove(vertex)
                pruned = True
    if not remaining:  #: there is no cycle | every vertex that is left leads to another
        return None
    path = remaining[:1]
    while True:
        following = next(head for head in graph[path[-1]] if head in remaining)
        if following in path:  #: the way has come back to itself | the way goes on
            return path[path.index(following):]
        path.append(following)


@algorithm(
    family="trees_and_orders",
    reference="Kelley and Walker, Critical-Path Planning and Scheduling (1959)",
    inputs=tasks_and_needs,
)
def critical_path(project):
    """Compute how long a project takes when each task starts as early as it can, or return None if a task is missing."""
    finish = {}

    def finished(task):
        if task not in finish:  #: it is still to be worked out | this has been computed before
            duration, needs = project[task]
            start = max([finished(other) for other in needs], default=0)
            finish[task] = start + duration  #: the task is finished at {}
        return finish[task]

    try:
        return max(finished(task) for task in project)
    except KeyError:
        return None


@implementation(of=critical_path)
def critical_path_by_waiting(project):
    """Compute how long a project takes by scheduling each task when all that it needs is scheduled, or return None."""
    finish = {}
    waiting = list(project)
    while waiting:  #: | all tasks are scheduled
        ready = []
        for task in waiting:
            duration, needs = project[task]
            if all(other in finish for other in needs):  #: the task can be scheduled | it has to wait for another
                ready.append(task)
        if not ready:  #: a task waits for what will never come |
            return None
        for task in ready:
            duration, needs = project[task]
            start = max((finish[other] for other in needs), default=0)
            finish[task] = start + duration  #: the task is finished at {}
            waiting.remove(task)
    return max(finish.values())


@algorithm(
    family="trees_and_orders",
    reference="Jordan, Sur les assemblages de lignes (1869)",
    inputs=tree_graph,
)
def tree_center(tree):
    """List the vertices in the middle of a tree by cutting off its leaves, layer by layer."""
    degree = {vertex: len(neighbours) for vertex, neighbours in tree.items()}
    remaining = list(tree)
    while len(remaining) > 2:  #: the tree is still large | only the middle is left
        leaves = [vertex for vertex in remaining if degree[vertex] == 1]
        for leaf in leaves:
            remaining.remove(leaf)
            for neighbour in tree[leaf]:
                degree[neighbour] -= 1
    return remaining


@implementation(of=tree_center)
def tree_center_by_longest_path(tree):
    """List the vertices in the middle of a tree, which are the middle of its longest path."""
    def longest_path(start):
        paths = [[start]]
        for path in paths:
            for neighbour in tree[path[-1]]:
                if neighbour not in path:  #: the path can be made longer | the path came from there
                    paths.append(path + [neighbour])
        return paths[-1]

    start = min(tree)
    end = longest_path(start)[-1]
    path = longest_path(end)
    middle = path[(len(path) - 1) // 2:len(path) // 2 + 1]
    return [vertex for vertex in tree if vertex in middle]


@algorithm(
    family="trees_and_orders",
    reference="Prüfer, Neuer Beweis eines Satzes über Permutationen (1918)",
    inputs=labelled_tree,
)
def prufer_code(edges):
    """Compute the code of a labelled tree by taking away the smallest leaf and noting its neighbour, until an edge is left."""
    remaining = list(edges)
    code = []
    while len(remaining) > 1:  #: several edges are left | a single edge is left
        ends = [vertex for edge in remaining for vertex in edge]
        leaf = min(vertex for vertex in ends if ends.count(vertex) == 1)
        for a, b in remaining:
            if leaf in (a, b):  #: this is the edge of the leaf | this edge stays
                code.append(b if a == leaf else a)
                remaining.remove((a, b))
                break
    return code


@implementation(of=prufer_code, imports="from heapq import heapify, heappop, heappush")
def prufer_code_with_heap(edges):
    """Compute the code of a labelled tree with a heap of its leaves."""
    neighbours = {}
    for a, b in edges:
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)
    leaves = [vertex for vertex in neighbours if len(neighbours[vertex]) == 1]
    heapify(leaves)
    code = []
    while len(code) < len(edges) - 1:  #: the code is not complete | the code is complete
        leaf = heappop(leaves)
        other = neighbours[leaf][0]
        neighbours[other].remove(leaf)
        code.append(other)
        if len(neighbours[other]) == 1:  #: the neighbour has become a leaf itself | it has other neighbours left
            heappush(leaves, other)
    return code


class Person:
    def __init__(self, name):
        self.name = name
        self.reports = []

    def team(self):
        size = 1
        for report in self.reports:
            size += report.team()
        return size


@algorithm(
    family="trees_and_orders",
    reference="Knuth, The Art of Computer Programming 1 (1968)",
    inputs=managers,
    uses=(Person,),
)
def team_sizes(managers):
    """Compute for each person of an organisation how many people work under them at any level, themselves included."""
    people = {name: Person(name) for name in managers}
    for name, manager in managers.items():
        if manager is not None:  #: the person has a manager | the person is the head
            people[manager].reports.append(people[name])
    return {name: person.team() for name, person in people.items()}


@implementation(of=team_sizes)
def team_sizes_by_climbing(managers):
    """Compute for each person of an organisation how many people work under them by climbing from each to the head."""
    sizes = dict.fromkeys(managers, 0)
    for name in managers:
        while name is not None:  #: | there is nobody above the head
            sizes[name] += 1
            name = managers[name]
    return sizes


@algorithm(
    family="trees_and_orders",
    reference="Rédei, Ein kombinatorischer Satz (1934)",
    inputs=tournament,
)
def tournament_ranking(beaten):
    """Rank the players of a tournament so that each has beaten the next, by inserting them in turn."""
    ranking = []
    for player in beaten:
        place = 0
        while place < len(ranking) and ranking[place] not in beaten[player]:  #: the player belongs further down |
            place += 1
        ranking.insert(place, player)
    return ranking


@implementation(of=tournament_ranking)
def tournament_ranking_by_parts(beaten):
    """Rank the players of a tournament so that each has beaten the next, by parting the others around a player."""
    def rank(players):
        if not players:  #: nobody is left to rank | the foremost player parts the others
            return []
        player, *others = players
        above = [other for other in others if other not in beaten[player]]
        below = [other for other in others if other in beaten[player]]
        return rank(above) + [player] + rank(below)

    return rank(list(beaten))
