"""Counting: Catalan, Bell, Stirling and derangement numbers modulo an integer, and the ranks of permutations."""

from functools import cache
from math import factorial

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.arrangements import (
    arrangement,
    items_and_rank,
    number_and_groups,
    number_and_modulus,
)


@algorithm(
    family="counting",
    reference="Segner, Enumeratio modorum quibus figurae planae rectilineae per diagonales dividuntur in triangula (1758)",
    inputs=number_and_modulus,
)
def catalan_number(n, modulus):
    """Compute a Catalan number modulo an integer from the products of the smaller ones."""
    catalan = [1 % modulus]
    for size in range(1, n + 1):
        total = 0
        for left in range(size):
            total += catalan[left] * catalan[size - 1 - left]
        catalan.append(total % modulus)
    return catalan[n]


@implementation(of=catalan_number)
def catalan_number_by_paths(n, modulus):
    """Compute a Catalan number modulo an integer by counting paths that stay below a diagonal, column by column."""
    column = [1 % modulus] * (n + 1)
    for right in range(1, n + 1):
        for up in range(right + 1, n + 1):
            column[up] = (column[up] + column[up - 1]) % modulus
    return column[n]


@algorithm(
    family="counting",
    reference="Stirling, Methodus Differentialis (1730)",
    inputs=number_and_groups,
)
def stirling_number(n, k, modulus):
    """Count the ways to part a number of things into a number of groups that are not empty, modulo an integer."""
    row = [1] + [0] * k
    for things in range(1, n + 1):
        above = row
        row = [0]
        for groups in range(1, k + 1):
            joined = groups * above[groups]  #: the new thing joins a group in {joined} ways
            row.append((joined + above[groups - 1]) % modulus)
    return row[k] % modulus


@implementation(of=stirling_number, imports="from functools import cache")
def stirling_number_memoised(n, k, modulus):
    """Count the ways to part things into groups modulo an integer by what happens to the last thing."""

    @cache
    def ways(things, groups):
        if things == groups:  #: each thing is a group of its own |
            return 1 % modulus
        if groups == 0 or groups > things:  #: there is no such way | the last thing has a choice
            return 0
        alone = ways(things - 1, groups - 1)
        joined = groups * ways(things - 1, groups)
        return (alone + joined) % modulus

    return ways(n, k)


@algorithm(
    family="counting",
    reference="Peirce, On the Algebra of Logic, American Journal of Mathematics 3 (1880)",
    inputs=number_and_modulus,
)
def bell_number(n, modulus):
    """Count the ways to part a number of things into groups, modulo an integer, by the Bell triangle."""
    row = [1 % modulus]
    for _ in range(n):
        following = [row[-1]]
        for value in row:
            total = (following[-1] + value) % modulus
            following.append(total)
        row = following
    return row[0]


@algorithm(
    family="counting",
    reference="Montmort, Essay d'analyse sur les jeux de hazard (1708)",
    inputs=number_and_modulus,
)
def derangement_number(n, modulus):
    """Count the orders of a number of things in which nothing stands at its own place, modulo an integer."""
    before, current = 1 % modulus, 0
    for size in range(2, n + 1):
        total = before + current  #: the counts of the smaller sizes add up to {}
        before = current
        current = (size - 1) * total % modulus
    return current


@implementation(of=derangement_number, imports="from math import factorial")
def derangement_number_by_exclusion(n, modulus):
    """Count the derangements of a number of things modulo an integer by adding and subtracting orders with fixed places."""
    total = 0
    sign = 1
    for fixed in range(n + 1):
        orders = factorial(n) // factorial(fixed)  #: this part counts {orders}
        total += sign * orders
        sign = -sign
    return total % modulus


@algorithm(
    family="counting",
    reference="Lehmer, Teaching Combinatorial Tricks to a Computer (1960)",
    inputs=arrangement,
    imports="from math import factorial",
)
def permutation_rank(values):
    """Count the permutations of different values that come before a given one by the alphabet."""
    rank = 0
    for i, value in enumerate(values):
        smaller = [other for other in values[i + 1:] if other < value]
        weight = factorial(len(values) - 1 - i)
        rank += len(smaller) * weight
    return rank


@implementation(of=permutation_rank)
def permutation_rank_from_back(values):
    """Count the permutations before a given one from its last value to its head."""
    seen = []
    rank = 0
    weight = 1
    for value in reversed(values):
        place = 0
        while place < len(seen) and seen[place] < value:  #: the value belongs further right | its place among the later values is found
            place += 1
        rank += place * weight
        seen.insert(place, value)
        weight *= len(seen)
    return rank


@algorithm(
    family="counting",
    reference="Lehmer, Teaching Combinatorial Tricks to a Computer (1960)",
    inputs=items_and_rank,
    imports="from math import factorial",
)
def permutation_of_rank(items, rank):
    """Find the permutation of sorted items that has a given number of permutations before it."""
    if not 0 <= rank < factorial(len(items)):  #: there is no such permutation | the rank is possible
        raise ValueError("no such rank")
    rest = list(items)
    chosen = []
    while rest:  #: | every item has its place
        place, rank = divmod(rank, factorial(len(rest) - 1))  #: the item at index {place} comes next and the rank that is left is {rank}
        chosen.append(rest.pop(place))
    return chosen
