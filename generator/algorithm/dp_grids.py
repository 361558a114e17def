"""Dynamic programming on two axes: subsequences and substrings of two texts, edits, knapsacks, sums and paths."""

from functools import cache

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.codes import two_words
from generator.algorithm.samplers.numbers import items_and_capacity
from generator.algorithm.samplers.sums import cost_grid, numbers_and_sum


@algorithm(
    family="dp_grids",
    reference="Wagner and Fischer, The String-to-String Correction Problem (1974)",
    inputs=two_words,
)
def lcs_length(a, b):
    """Compute the length of the longest common subsequence of two strings."""
    lengths = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            if a[i - 1] == b[j - 1]:  #: the letters match | the letters differ
                lengths[i][j] = lengths[i - 1][j - 1] + 1
            else:
                lengths[i][j] = max(lengths[i - 1][j], lengths[i][j - 1])
    return lengths[-1][-1]


@implementation(of=lcs_length)
def lcs_length_memoised(a, b):
    """Compute the length of the longest common subsequence of two strings by recursion with a memo."""
    memo = {}

    def length(i, j):
        if i == len(a) or j == len(b):  #: a string is used up | both strings have letters left
            return 0
        if (i, j) not in memo:  #: this is still to be worked out | this has been computed before
            if a[i] == b[j]:  #: the letters match | the letters differ, so either is left out in turn
                memo[i, j] = 1 + length(i + 1, j + 1)
            else:
                memo[i, j] = max(length(i + 1, j), length(i, j + 1))
        return memo[i, j]

    return length(0, 0)


@algorithm(
    family="dp_grids",
    reference="Martello and Toth, Knapsack Problems: Algorithms and Computer Implementations (1990)",
    inputs=items_and_capacity,
)
def knapsack(weights, values, capacity):
    """Find the largest total value of items that weigh at most a capacity together, each used at most once."""
    best = [0] * (capacity + 1)
    for weight, value in zip(weights, values):
        for room in range(capacity, weight - 1, -1):
            taken = best[room - weight] + value  #: with this item the value would be {}
            if taken > best[room]:  #: taking the item is better | taking the item is no better
                best[room] = taken
    return best[capacity]


@implementation(of=knapsack)
def knapsack_recursive(weights, values, capacity):
    """Find the largest total value of items within a capacity by trying each with and without."""

    def best(i, room):
        if i == len(weights):  #: no item is left | an item is left to decide on
            return 0
        skipped = best(i + 1, room)  #: without this item the best is {skipped}
        if weights[i] > room:  #: the item does not fit | the item fits
            return skipped
        taken = values[i] + best(i + 1, room - weights[i])  #: with this item the best is {}
        return max(skipped, taken)

    return best(0, capacity)


@algorithm(
    family="dp_grids",
    reference="Levenshtein, Binary Codes Capable of Correcting Deletions, Insertions, and Reversals (1966)",
    inputs=two_words,
)
def edit_distance(source, target):
    """Count the fewest insertions, deletions and replacements of letters that turn a string into another."""
    distances = list(range(len(target) + 1))
    for i, letter in enumerate(source, 1):
        diagonal = distances[0]
        distances[0] = i
        for j, wanted in enumerate(target, 1):
            above = distances[j]
            if letter == wanted:  #: the letters agree and nothing has to be done | the letters differ
                distances[j] = diagonal
            else:
                distances[j] = 1 + min(diagonal, above, distances[j - 1])
            diagonal = above
    return distances[-1]


@implementation(of=edit_distance, imports="from functools import cache")
def edit_distance_memoised(source, target):
    """Count the fewest edits that turn a string into another by recursion on what is left of both."""

    @cache
    def distance(i, j):
        if i == len(source):  #: the source is used up, so the rest of the target has to be put in |
            return len(target) - j
        if j == len(target):  #: the target is complete, so the rest of the source has to go |
            return len(source) - i
        if source[i] == target[j]:  #: the letters agree | the letters differ
            return distance(i + 1, j + 1)
        return 1 + min(distance(i + 1, j + 1), distance(i + 1, j), distance(i, j + 1))

    return distance(0, 0)


@algorithm(
    family="dp_grids",
    reference="Gusfield, Algorithms on Strings, Trees, and Sequences (1997)",
    inputs=two_words,
)
def longest_common_substring(a, b):
    """Find the longest string that stands in both of two strings, the earliest in the first where several are as long."""
    ending = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    longest = end = 0
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            if a[i - 1] == b[j - 1]:  #: the letters match and the common part grows | the letters differ
                ending[i][j] = ending[i - 1][j - 1] + 1
                if ending[i][j] > longest:  #: it is the longest so far | it is no longer than what was found
                    longest, end = ending[i][j], i
    return a[end - longest:end]


@implementation(of=longest_common_substring)
def longest_common_substring_by_lengths(a, b):
    """Find the longest string that stands in both of two strings by looking for each piece of the first."""
    for length in range(min(len(a), len(b)), 0, -1):
        for start in range(len(a) - length + 1):
            piece = a[start:start + length]
            if piece in b:  #: the piece stands in both | the other string does not hold this piece
                return piece
    return ""


@algorithm(
    family="dp_grids",
    reference="Garey and Johnson, Computers and Intractability, section 4.2 (1979)",
    inputs=numbers_and_sum,
)
def subset_sum(numbers, target):
    """Decide whether some of the given positive numbers add up to a target."""
    reachable = [[False] * (target + 1) for _ in range(len(numbers) + 1)]
    for row in reachable:
        row[0] = True
    for i, number in enumerate(numbers):
        for total in range(1, target + 1):
            reachable[i + 1][total] = reachable[i][total]
            if total >= number and reachable[i][total - number]:  #: with this number the sum can be reached | this number does not help
                reachable[i + 1][total] = True
    return reachable[-1][target]


@implementation(of=subset_sum)
def subset_sum_by_sets(numbers, target):
    """Decide whether some positive numbers add up to a target by keeping the set of sums that can be reached."""
    sums = {0}
    for number in numbers:
        sums |= {total + number for total in sums if total + number <= target}
        if target in sums:  #: the target is reached | the target cannot be reached yet
            return True
    return target in sums


@algorithm(
    family="dp_grids",
    reference="Bellman, Dynamic Programming (1957)",
    inputs=cost_grid,
)
def cheapest_path(grid):
    """Find the least cost of a path from the top left to the bottom right of a grid that goes right or down, or None where walls bar each way."""
    costs = {}
    for i, row in enumerate(grid):
        for j, cost in enumerate(row):
            if cost is None:  #: this cell is a wall | this cell can be entered
                continue
            before = [costs[cell] for cell in ((i - 1, j), (i, j - 1)) if cell in costs]
            if before:  #: the cell is reached from the cheaper side | no path comes here from above or from the left
                costs[i, j] = cost + min(before)
            elif i == j == 0:  #: it is the corner where the path begins | it cannot be reached
                costs[i, j] = cost
    return costs.get((len(grid) - 1, len(grid[0]) - 1))


@implementation(of=cheapest_path, imports="from functools import cache")
def cheapest_path_memoised(grid):
    """Find the least cost of a path from the top left to the bottom right from the costs of the cells above and to the left."""

    @cache
    def cheapest(i, j):
        if i < 0 or j < 0 or grid[i][j] is None:  #: there is no way through here | this is a cell that can be entered
            return None
        if i == j == 0:  #: the path begins here | the path comes from above or from the left
            return grid[0][0]
        ways = [cost for cost in (cheapest(i - 1, j), cheapest(i, j - 1)) if cost is not None]
        if not ways:  #: both sides are barred | there is a way to this cell
            return None
        return grid[i][j] + min(ways)

    return cheapest(len(grid) - 1, len(grid[0]) - 1)
