"""Flows and matchings: how much gets through a network, and who is given what or whom."""

from collections import deque
from itertools import combinations, permutations

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.graphs import few_vertices_and_edges
from generator.algorithm.samplers.networks import cost_matrix, people_and_tasks, pipes, two_sides_of_wishes


@algorithm(
    family="flows_and_matching",
    reference="Edmonds and Karp, Theoretical Improvements in Algorithmic Efficiency for Network Flow Problems (1972)",
    inputs=pipes,
    imports="from collections import deque",
)
def maximum_flow(capacity, source, sink):
    """Compute the largest flow from a source to a sink along shortest augmenting paths."""
    residual = {(a, b): 0 for a in capacity for b in capacity}
    for a in capacity:
        for b, amount in capacity[a].items():
            residual[a, b] = amount
    total = 0
    while True:
        previous = {source: None}
        queue = deque([source])
        while queue and sink not in previous:  #: the search for a path goes on | the search is over
            a = queue.popleft()
            for b in capacity:
                if b not in previous and residual[a, b] > 0:  #: more can flow there |
                    previous[b] = a
                    queue.append(b)
        if sink not in previous:  #: no augmenting path is left | an augmenting path is found
            return total
        path = []
        b = sink
        while b != source:
            path.append((previous[b], b))
            b = previous[b]
        amount = min(residual[pair] for pair in path)  #: the narrowest place of the path lets {amount} through
        for a, b in path:
            residual[a, b] -= amount
            residual[b, a] += amount
        total += amount


@implementation(of=maximum_flow)
def maximum_flow_by_depth(capacity, source, sink):
    """Compute the largest flow from a source to a sink along augmenting paths that are found depth first."""
    residual = {vertex: dict(ends) for vertex, ends in capacity.items()}

    def push(vertex, amount, visited):
        if vertex == sink:  #: the path is complete | the sink lies further on
            return amount
        visited.add(vertex)
        for head in list(residual[vertex]):
            room = residual[vertex][head]
            if room == 0 or head in visited:  #: there is no way on | the search goes on there
                continue
            sent = push(head, min(amount, room), visited)
            if sent > 0:  #: the flow is sent along this edge | this was a dead end
                residual[vertex][head] -= sent
                residual[head][vertex] = residual[head].get(vertex, 0) + sent
                return sent
        return 0

    total = 0
    limit = sum(capacity[source].values())
    while True:
        sent = push(source, limit, set())
        if sent == 0:  #: nothing more gets through | the flow has grown
            return total
        total += sent


@algorithm(
    family="flows_and_matching",
    reference="Kuhn, The Hungarian Method for the Assignment Problem (1955)",
    inputs=people_and_tasks,
)
def bipartite_matching(skills):
    """Find the largest number of people who can each be given a task of their own that they are able to do."""
    worker = {}

    def assign(person, asked):
        for task in skills[person]:
            if task in asked:  #: this task has been asked for in this search |
                continue
            asked.append(task)
            holder = worker.get(task)
            free = holder is None or assign(holder, asked)
            if free:  #: the person gets the task | its holder cannot give it up
                worker[task] = person
                return True
        return False

    return sum(assign(person, []) for person in skills)


@implementation(of=bipartite_matching)
def bipartite_matching_by_subsets(skills):
    """Find the largest number of people with a task of their own by keeping all sets of tasks that can be given out."""
    possible = {()}
    for person, tasks in skills.items():
        extended = set()
        for taken in sorted(possible):
            for task in tasks:
                if task not in taken:  #: the task can be given out as well | the task is taken
                    extended.add(tuple(sorted(taken + (task,))))
        possible.update(extended)
    return max(len(taken) for taken in possible)


@algorithm(
    family="flows_and_matching",
    reference="Gale and Shapley, College Admissions and the Stability of Marriage (1962)",
    inputs=two_sides_of_wishes,
)
def stable_marriage(proposers, receivers):
    """Match two sides by their wishes so that no two would rather have each other, in favour of those who propose."""
    free = list(proposers)
    following = {proposer: 0 for proposer in proposers}
    partner = {}
    while free:  #: | everyone is matched
        proposer = free.pop(0)
        receiver = proposers[proposer][following[proposer]]
        following[proposer] += 1
        wishes = receivers[receiver]
        if receiver not in partner:  #: the offer is accepted | there is a rival
            partner[receiver] = proposer
        elif wishes.index(proposer) < wishes.index(partner[receiver]):  #: the new offer is preferred | the offer is declined
            free.append(partner[receiver])
            partner[receiver] = proposer
        else:
            free.append(proposer)
    return sorted((proposer, receiver) for receiver, proposer in partner.items())


@implementation(of=stable_marriage)
def stable_marriage_in_rounds(proposers, receivers):
    """Match two sides by their wishes in rounds, in which each receiver keeps the best offer and declines the others."""
    wishes = {proposer: list(wanted) for proposer, wanted in proposers.items()}
    while True:
        offers = {receiver: [] for receiver in receivers}
        for proposer in wishes:
            offers[wishes[proposer][0]].append(proposer)
        if all(len(suitors) == 1 for suitors in offers.values()):  #: everyone has a single offer | some offers clash
            return sorted((suitors[0], receiver) for receiver, suitors in offers.items())
        for receiver, suitors in offers.items():
            best = min(suitors, key=receivers[receiver].index, default=None)
            for suitor in suitors:
                if suitor != best:  #: the offer is declined | the offer is kept
                    print(receiver, "declines", suitor)
                    wishes[suitor].pop(0)


@implementation(of=stable_marriage)
def stable_marriage_recursive(proposers, receivers):
    """Match two sides by their wishes so that no two would rather have each other, with those who lose going on at once."""
    partner = {}

    def propose(proposer, choice):
        receiver = proposers[proposer][choice]
        rival, rank = partner.get(receiver, (None, None))
        if rival is None:  #: the receiver is free | the receiver has a partner
            partner[receiver] = (proposer, choice)
            return
        preferred = receivers[receiver]
        if preferred.index(rival) < preferred.index(proposer):  #: the partner is kept | the newcomer is preferred
            propose(proposer, choice + 1)
        else:
            partner[receiver] = (proposer, choice)
            propose(rival, rank + 1)

    for proposer in proposers:
        propose(proposer, 0)
    return sorted((proposer, receiver) for receiver, (proposer, _) in partner.items())


@algorithm(
    family="flows_and_matching",
    reference="Karp, Reducibility among Combinatorial Problems (1972)",
    inputs=few_vertices_and_edges,
    imports="from itertools import combinations",
)
def minimum_vertex_cover(vertices, edges):
    """Find the smallest number of vertices that touch all edges of an undirected graph."""
    for size in range(len(vertices) + 1):
        for chosen in combinations(vertices, size):
            for a, b in edges:
                if a not in chosen and b not in chosen:  #: the edge is not covered | the edge is covered
                    break
            else:
                return size


@implementation(of=minimum_vertex_cover)
def minimum_vertex_cover_by_branching(vertices, edges):
    """Find the smallest number of vertices that touch all edges by taking either end of an edge in turn."""
    if not edges:  #: no edge has to be covered | the foremost edge needs an end in the cover
        return 0
    sizes = []
    for end in edges[0]:
        rest = [edge for edge in edges if end not in edge]
        sizes.append(1 + minimum_vertex_cover_by_branching(vertices, rest))
    return min(sizes)


@algorithm(
    family="flows_and_matching",
    reference="Kuhn, The Hungarian Method for the Assignment Problem (1955)",
    inputs=cost_matrix,
    imports="from itertools import permutations",
)
def assignment(costs):
    """Find the least total cost of giving each worker a job of their own, by trying all ways."""
    best = None
    for jobs in permutations(range(len(costs))):
        total = 0
        for worker, job in enumerate(jobs):
            total += costs[worker][job]
        if best is None or total < best:  #: it is the cheapest way so far | it is no cheaper
            best = total
    return best


@implementation(of=assignment)
def assignment_memoised(costs):
    """Find the least total cost of giving each worker a job of their own, by recursion over the jobs that are left."""
    memo = {}

    def cheapest(jobs):
        if not jobs:  #: no job is left | there are jobs left
            return 0
        if jobs not in memo:  #: this is still to be worked out | this has been computed before
            worker = len(costs) - len(jobs)
            totals = []
            for i, job in enumerate(jobs):
                totals.append(costs[worker][job] + cheapest(jobs[:i] + jobs[i + 1:]))
            memo[jobs] = min(totals)
        return memo[jobs]

    return cheapest(tuple(range(len(costs))))
