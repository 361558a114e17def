"""Dynamic programming on sets that are kept as bits of a number: tours, assignments, covers and fair parts."""

from functools import cache
from itertools import permutations

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.numbers import load
from generator.algorithm.samplers.sums import cost_table, distances, parts_to_cover


@algorithm(
    family="dp_bitmask",
    reference="Held and Karp, A Dynamic Programming Approach to Sequencing Problems (1962)",
    inputs=distances,
    imports="from functools import cache",
)
def travelling_salesman(distances):
    """Find the length of the shortest tour through all cities that ends where it began, in the first city."""
    everywhere = 2 ** len(distances) - 1

    @cache
    def shortest(visited, here):
        if visited == everywhere:  #: all cities have been visited, so the tour goes home | some cities are left
            return distances[here][0]
        lengths = []
        for city in range(len(distances)):
            if visited & 1 << city == 0:  #: this city has not been visited | the tour has been here
                length = distances[here][city] + shortest(visited | 1 << city, city)
                lengths.append(length)
        return min(lengths)

    return shortest(1, 0)


@implementation(of=travelling_salesman, imports="from itertools import permutations")
def travelling_salesman_by_orders(distances):
    """Find the length of the shortest tour through all cities by trying every order of the others."""
    shortest = None
    for order in permutations(range(1, len(distances))):
        length = 0
        here = 0
        for city in order:
            length += distances[here][city]
            here = city
        length += distances[here][0]  #: the way home makes it {}
        if shortest is None or length < shortest:  #: it is the shortest tour so far | it is no shorter
            shortest = length
    return shortest


@algorithm(
    family="dp_bitmask",
    reference="Kuhn, The Hungarian Method for the Assignment Problem (1955)",
    inputs=cost_table,
)
def cheapest_assignment(costs):
    """Find the least total cost of giving each worker a task of their own."""
    n = len(costs)
    best = {0: 0}
    for worker in range(n):
        grown = {}
        for taken, total in best.items():
            for task in range(n):
                if taken >> task & 1:  #: the task is taken | the task is free
                    continue
                tasks = taken | 1 << task
                cost = total + costs[worker][task]
                if tasks not in grown or cost < grown[tasks]:  #: it is the cheapest way to these tasks so far | a cheaper way is known
                    grown[tasks] = cost
        best = grown
    return best[2 ** n - 1]


@implementation(of=cheapest_assignment)
def cheapest_assignment_backtracking(costs):
    """Find the least total cost of giving each worker a task of their own by trying each free task."""

    def cheapest(worker, free):
        if worker == len(costs):  #: everyone has a task | this worker needs a task
            return 0
        return min(costs[worker][task] + cheapest(worker + 1, free - {task}) for task in sorted(free))

    return cheapest(0, frozenset(range(len(costs))))


@algorithm(
    family="dp_bitmask",
    reference="Karp, Reducibility among Combinatorial Problems (1972)",
    inputs=parts_to_cover,
)
def smallest_set_cover(count, sets):
    """Find the fewest of some sets that cover the numbers below a count together, or None if they cannot."""
    fewest = {0: 0}
    for members in sets:
        mask = 0
        for member in members:
            mask |= 1 << member
        for covered, used in list(fewest.items()):
            together = covered | mask
            if used + 1 < fewest.get(together, count + 1):  #: it is the best cover of these so far | the set brings nothing
                fewest[together] = used + 1
    return fewest.get(2 ** count - 1)


@implementation(of=smallest_set_cover)
def smallest_set_cover_by_uncovered_element(count, sets):
    """Find the fewest sets that cover the numbers below a count by trying each set that holds the smallest uncovered one."""

    def cover(uncovered):
        if not uncovered:  #: everything is covered | something is left to cover
            return 0
        hardest = min(uncovered)
        needed = []
        for members in sets:
            if hardest in members:  #: the set can be used | the set does not hold it
                more = cover(uncovered - set(members))
                if more is not None:  #: the rest can be covered as well | the rest cannot be covered
                    needed.append(1 + more)
        return min(needed, default=None)

    return cover(set(range(count)))


@algorithm(
    family="dp_bitmask",
    reference="Karmarkar and Karp, The Differencing Method of Set Partitioning (1982)",
    inputs=load,
)
def fairest_split(weights):
    """Find the least difference of the total weights when some loads are parted in two."""
    total = sum(weights)
    least = total
    for mask in range(2 ** (len(weights) - 1)):
        left = 0
        for i, weight in enumerate(weights):
            if mask & 1 << i:  #: its bit is set, so it goes to the left | it goes to the right
                left += weight
        difference = abs(total - 2 * left)  #: the sides differ by {}
        if difference < least:  #: it is the fairest split so far | it is no fairer
            least = difference
    return least


@implementation(of=fairest_split)
def fairest_split_by_differences(weights):
    """Find the least difference of two parts by keeping every difference that is possible so far."""
    differences = {0}
    for weight in weights:
        lighter = {abs(difference - weight) for difference in differences}
        heavier = {difference + weight for difference in differences}
        differences = lighter | heavier
    return min(differences)
