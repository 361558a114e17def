"""Dynamic programming on intervals: matrix chains, search trees, merging, bursting, palindromes and a game of coins."""

from functools import cache

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.codes import nearly_palindrome
from generator.algorithm.samplers.sums import balloons, coin_row, dimensions, frequencies, piles


@algorithm(
    family="dp_intervals",
    reference="Godbole, On Efficient Computation of Matrix Chain Products (1973)",
    inputs=dimensions,
)
def matrix_chain_order(dimensions):
    """Find the fewest multiplications that a product of matrices takes, each matrix having the dimensions of two neighbours."""
    n = len(dimensions) - 1
    cost = [[0] * n for _ in range(n)]
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            ways = []
            for k in range(i, j):
                outer = dimensions[i] * dimensions[k + 1] * dimensions[j + 1]  #: joining both parts takes {}
                total = cost[i][k] + cost[k + 1][j] + outer
                ways.append(total)
            cost[i][j] = min(ways)
    return cost[0][n - 1]


@implementation(of=matrix_chain_order)
def matrix_chain_order_with_brackets(dimensions):
    """Find the fewest multiplications that a product of matrices takes, and print the brackets that give it."""
    memo = {}

    def best(i, j):
        if i == j:  #: a single matrix needs no multiplication | the chain has to be split
            return 0, f"A{i}"
        if (i, j) not in memo:  #: this part is still to be worked out | this part is known
            memo[i, j] = min(split(i, j, k) for k in range(i, j))
        return memo[i, j]

    def split(i, j, k):
        left, left_text = best(i, k)
        right, right_text = best(k + 1, j)
        outer = dimensions[i] * dimensions[k + 1] * dimensions[j + 1]  #: joining both parts takes {}
        return left + right + outer, f"({left_text} {right_text})"

    cost, brackets = best(0, len(dimensions) - 2)
    print(brackets)
    return cost


@algorithm(
    family="dp_intervals",
    reference="Knuth, Optimum Binary Search Trees (1971)",
    inputs=frequencies,
)
def optimal_bst(frequencies):
    """Find the least number of comparisons in a search tree for sorted keys that are looked up with given frequencies."""
    n = len(frequencies)
    cost = [[0] * (n + 1) for _ in range(n + 1)]
    for length in range(1, n + 1):
        for low in range(n - length + 1):
            high = low + length
            lookups = sum(frequencies[low:high])  #: the keys of this range are looked up this often
            below = [cost[low][root] + cost[root + 1][high] for root in range(low, high)]
            cost[low][high] = lookups + min(below)
    return cost[0][n]


@implementation(of=optimal_bst, imports="from functools import cache")
def optimal_bst_memoised(frequencies):
    """Find the least number of comparisons in a search tree by trying each key of a range as its root."""

    @cache
    def cost(low, high):
        if low == high:  #: the range is empty | a key has to be the root
            return 0
        cheapest = None
        for root in range(low, high):
            below = cost(low, root) + cost(root + 1, high)
            if cheapest is None or below < cheapest:  #: this root is the best so far | another root is at least as good
                cheapest = below
        return cheapest + sum(frequencies[low:high])

    return cost(0, len(frequencies))


@algorithm(
    family="dp_intervals",
    reference="Hu and Tucker, Optimal Computer Search Trees and Variable-Length Alphabetical Codes (1971)",
    inputs=piles,
)
def cheapest_merging(piles):
    """Find the least total size of the piles that arise when neighbouring piles are merged until a single pile is left."""
    n = len(piles)
    cost = {(i, i): 0 for i in range(n)}
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            size = sum(piles[i:j + 1])
            cost[i, j] = size + min(cost[i, k] + cost[k + 1, j] for k in range(i, j))
    return cost[0, n - 1]


@implementation(of=cheapest_merging)
def cheapest_merging_recursive(piles):
    """Find the least total size of merged piles by trying each place for the last merger."""
    if len(piles) == 1:  #: there is nothing to merge | several piles are left
        return 0
    costs = []
    for cut in range(1, len(piles)):
        left = cheapest_merging_recursive(piles[:cut])
        right = cheapest_merging_recursive(piles[cut:])
        costs.append(left + right)
    return sum(piles) + min(costs)


@algorithm(
    family="dp_intervals",
    reference="LeetCode, Problem 312, Burst Balloons (2015)",
    inputs=balloons,
)
def burst_balloons(numbers):
    """Find the most coins that bursting all balloons can give, each giving its number times those of its neighbours then."""
    padded = [1] + numbers + [1]
    n = len(padded)
    most = [[0] * n for _ in range(n)]
    for gap in range(2, n):
        for left in range(n - gap):
            right = left + gap
            for last in range(left + 1, right):
                coins = padded[left] * padded[last] * padded[right]  #: bursting this balloon last gives {}
                coins += most[left][last] + most[last][right]
                if coins > most[left][right]:  #: it is the best order so far | another order gives as much
                    most[left][right] = coins
    return most[0][n - 1]


@implementation(of=burst_balloons)
def burst_balloons_backtracking(numbers):
    """Find the most coins that bursting all balloons can give by trying every order."""
    if not numbers:  #: no balloon is left | some balloons are left
        return 0
    most = 0
    for i, number in enumerate(numbers):
        left = numbers[i - 1] if i > 0 else 1
        right = numbers[i + 1] if i + 1 < len(numbers) else 1
        rest = numbers[:i] + numbers[i + 1:]
        most = max(most, left * number * right + burst_balloons_backtracking(rest))
    return most


@algorithm(
    family="dp_intervals",
    reference="Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, problem 15-2 (2009)",
    inputs=nearly_palindrome,
)
def longest_palindromic_subsequence(text):
    """Compute the length of the longest subsequence of a text that reads the same from both ends."""
    lengths = [0] * len(text)
    for i in range(len(text) - 1, -1, -1):
        inner = 0
        lengths[i] = 1
        for j in range(i + 1, len(text)):
            before = lengths[j]
            if text[i] == text[j]:  #: the letters at both ends match | the letters at the ends differ
                lengths[j] = inner + 2
            elif lengths[j - 1] > lengths[j]:  #: leaving out the right end is better | leaving out the left end is as good
                lengths[j] = lengths[j - 1]
            inner = before
    return lengths[-1]


@implementation(of=longest_palindromic_subsequence)
def longest_palindromic_subsequence_recursive(text):
    """Compute the length of the longest palindromic subsequence of a text from its ends inwards."""
    if len(text) < 2:  #: what is this short is a palindrome | there are ends to compare
        return len(text)
    head, *middle, tail = text
    if head == tail:  #: the ends match | the ends differ
        return 2 + longest_palindromic_subsequence_recursive("".join(middle))
    without_tail = longest_palindromic_subsequence_recursive(text[:-1])
    without_head = longest_palindromic_subsequence_recursive(text[1:])
    return max(without_tail, without_head)


@algorithm(
    family="dp_intervals",
    reference="Winkler, Mathematical Puzzles: A Connoisseur's Collection (2004)",
    inputs=coin_row,
)
def coins_in_a_row(coins):
    """Find how far the first player can be ahead when two players take coins from either end of a row in turn."""
    lead = list(coins)
    for length in range(2, len(coins) + 1):
        for i in range(len(coins) - length + 1):
            take_left = coins[i] - lead[i + 1]
            take_right = coins[i + length - 1] - lead[i]
            lead[i] = max(take_left, take_right)
    return lead[0]


@implementation(of=coins_in_a_row)
def coins_in_a_row_recursive(coins):
    """Find how far the first player can be ahead by playing out both moves."""

    def lead(left, right):
        if left == right:  #: a single coin is left | there is a choice
            return coins[left]
        return max(coins[left] - lead(left + 1, right), coins[right] - lead(left, right - 1))

    if not coins:  #: the row is empty | there are coins to play for
        raise IndexError("no coins")
    return lead(0, len(coins) - 1)
