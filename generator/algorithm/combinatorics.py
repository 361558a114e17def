"""Combinatorics: binomial coefficients, permutations, combinations, partitions and derangements."""

from itertools import permutations

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.arrangements import (
    binomial_and_modulus,
    few_items,
    items_and_count,
    permutation,
    total_and_parts,
)


@algorithm(
    family="combinatorics",
    reference="Pascal, Traite du triangle arithmetique (1654)",
    inputs=binomial_and_modulus,
)
def binomial_modulo(n, k, modulus):
    """Compute a binomial coefficient modulo an integer by the rows of Pascal's triangle."""
    row = [1]
    for _ in range(n):
        inner = [(left + right) % modulus for left, right in zip(row, row[1:])]
        row = [1] + inner + [1]
    try:
        return row[k] % modulus
    except IndexError:
        return 0


@implementation(of=binomial_modulo)
def binomial_modulo_in_place(n, k, modulus):
    """Compute a binomial coefficient modulo an integer by changing a row of Pascal's triangle in place."""
    row = [1] + [0] * k
    for i in range(1, n + 1):
        for j in range(min(i, k), 0, -1):
            row[j] = (row[j] + row[j - 1]) % modulus
    return row[k] % modulus


@algorithm(
    family="combinatorics",
    reference="Knuth, The Art of Computer Programming 4A, section 7.2.1.2 (2011)",
    inputs=permutation,
)
def next_permutation(values):
    """Rearrange a list into the next order by the alphabet, or from the last order into the first, and return it."""
    pivot = len(values) - 2
    while pivot >= 0 and values[pivot] >= values[pivot + 1]:  #: the tail still falls from here | the falling tail ends here
        pivot -= 1
    if pivot >= 0:  #: this value can be raised | the list is in its last order
        successor = len(values) - 1
        while values[successor] <= values[pivot]:  #: it is not larger than the pivot | it is the last value of the tail that is larger
            successor -= 1
        values[pivot], values[successor] = values[successor], values[pivot]
    left, right = pivot + 1, len(values) - 1
    while left < right:  #: | the tail is turned round
        values[left], values[right] = values[right], values[left]
        left += 1
        right -= 1
    return values


@implementation(of=next_permutation)
def next_permutation_by_slices(values):
    """Find the next order of a list by turning its falling tail round and swapping the pivot with the next larger value."""
    for pivot in reversed(range(len(values) - 1)):
        if values[pivot] < values[pivot + 1]:  #: this value can be raised | the tail still falls from here
            values[pivot + 1:] = values[:pivot:-1]
            successor = pivot + 1
            while values[successor] <= values[pivot]:  #: it is not larger than the pivot | it is the smallest larger value
                successor += 1
            values[pivot], values[successor] = values[successor], values[pivot]
            return values
    return values[::-1]


@algorithm(
    family="combinatorics",
    reference="Knuth, The Art of Computer Programming 4A, section 7.2.1.3 (2011)",
    inputs=items_and_count,
)
def combinations_of(items, count):
    """List all ways to choose a number of items, in the order of the items."""
    if count == 0:  #: nothing is left to choose |
        return [[]]
    if len(items) < count:  #: too few items are left | there are enough items
        return []
    head, *rest = items
    with_head = [[head] + chosen for chosen in combinations_of(rest, count - 1)]
    return with_head + combinations_of(rest, count)


@implementation(of=combinations_of)
def combinations_of_by_indices(items, count):
    """List all ways to choose a number of items by moving indices to the right."""
    if count > len(items):  #: there are too few items |
        return []
    indices = list(range(count))
    found = []
    while True:
        found.append([items[i] for i in indices])
        place = count - 1
        while place >= 0 and indices[place] == len(items) - count + place:  #: the index cannot move | the search for an index that can move ends
            place -= 1
        if place < 0:  #: every index is at its end | the index moves and those behind it follow
            return found
        indices[place] += 1
        for following in range(place + 1, count):
            indices[following] = indices[following - 1] + 1


@algorithm(
    family="combinatorics",
    reference="Euler, Introductio in Analysin Infinitorum, chapter 16 (1748)",
    inputs=total_and_parts,
)
def partitions_into(total, parts):
    """List all ways to write a total as a sum of given parts, each of which can be used again."""
    found = []

    def extend(chosen, rest, first):
        if rest == 0:  #: the parts add up to the total | something is missing
            found.append(chosen)
        for i in range(first, len(parts)):
            if parts[i] <= rest:  #: the part fits | the part is too large
                extend(chosen + [parts[i]], rest - parts[i], i)

    extend([], total, 0)
    return found


@implementation(of=partitions_into)
def partitions_into_by_table(total, parts):
    """List all ways to write a total as a sum of given parts by the ways for all smaller totals, part by part."""
    ways = [[] for _ in range(total + 1)]
    ways[0].append([])
    for part in parts:
        for amount in range(part, total + 1):
            for way in ways[amount - part]:
                ways[amount].append(way + [part])
    return ways[total]


@algorithm(
    family="combinatorics",
    reference="Montmort, Essay d'analyse sur les jeux de hazard (1708)",
    inputs=few_items,
)
def derangements(items):
    """List all orders of some items in which no item stands at its own place."""
    found = []
    order = []

    def place():
        if len(order) == len(items):  #: every place is filled | a place is free
            found.append(order[:])
            return
        for item in items:
            if item not in order and item != items[len(order)]:  #: it can stand here | it is taken or at its own place
                order.append(item)
                place()
                order.pop()

    place()
    return found


@implementation(of=derangements, imports="from itertools import permutations")
def derangements_by_filter(items):
    """List all orders of some items in which no item stands at its own place by testing every order."""
    found = []
    for order in permutations(items):
        fixed = [item for item, other in zip(items, order) if item == other]
        if not fixed:  #: no item has kept its place | an item has kept its place
            found.append(list(order))
    return found


@algorithm(
    family="combinatorics",
    reference="Gardner, The Bells: Versatile Numbers That Can Count Partitions of a Set, Scientific American 238 (1978)",
    inputs=few_items,
)
def set_partitions(items):
    """List all ways to part some items into groups."""
    ways = [[]]
    for item in items:
        grown = []
        for groups in ways:
            for i, group in enumerate(groups):
                grown.append(groups[:i] + [group + [item]] + groups[i + 1:])
            grown.append(groups + [[item]])
        ways = grown
    return ways
