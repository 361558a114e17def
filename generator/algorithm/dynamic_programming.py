"""Dynamic programming: common subsequences, knapsack, coin change and increasing subsequences."""

from bisect import bisect_left

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.numbers import coins_and_amount, items_and_capacity
from generator.algorithm.samplers.sequences import int_list
from generator.algorithm.samplers.texts import two_strings


@algorithm(
    family="dynamic_programming",
    reference="Wagner and Fischer, The String-to-String Correction Problem (1974)",
    inputs=two_strings,
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
    family="dynamic_programming",
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
    family="dynamic_programming",
    reference="Wright, The Change-Making Problem (1975)",
    inputs=coins_and_amount,
)
def coin_change(coins, amount):
    """Find the smallest number of coins of given values that add up to an amount, or -1 if there is none."""
    fewest = [0] + [amount + 1] * amount
    for total in range(1, amount + 1):
        for coin in coins:
            if coin <= total and fewest[total - coin] + 1 < fewest[total]:  #: it is the best way so far | this coin brings nothing better
                fewest[total] = fewest[total - coin] + 1
    if fewest[amount] > amount:  #: the amount cannot be paid |
        return -1
    return fewest[amount]


@implementation(of=coin_change)
def coin_change_by_rounds(coins, amount):
    """Find the smallest number of coins that add up to an amount by adding a coin to each sum, in rounds."""
    sums = [0]
    seen = {0}
    count = 0
    while sums:  #: | no new sum can be reached
        if amount in sums:  #: the amount is reached | the amount is not reached yet
            return count
        reachable = {total + coin for total in sums for coin in coins if total + coin <= amount}
        sums = sorted(reachable - seen)
        seen.update(sums)
        count += 1
    return -1


@algorithm(
    family="dynamic_programming",
    reference="Schensted, Longest Increasing and Decreasing Subsequences (1961)",
    inputs=int_list,
)
def longest_increasing_subsequence(values):
    """Compute the length of the longest strictly increasing subsequence of a list."""
    lengths = []
    for i in range(len(values)):
        longest = 1
        for j in range(i):
            if values[j] < values[i] and lengths[j] + 1 > longest:  #: the row that ends there can grow |
                longest = lengths[j] + 1
        lengths.append(longest)
    return max(lengths, default=0)


@implementation(of=longest_increasing_subsequence, imports="from bisect import bisect_left")
def longest_increasing_subsequence_by_tails(values):
    """Compute the length of the longest strictly increasing subsequence from the smallest ends."""
    tails = []
    for value in values:
        place = bisect_left(tails, value)  #: the number of ends below it is {place}
        if place == len(tails):  #: no end is as large and the longest row grows | it takes the place of an end that is not smaller
            tails.append(value)
        else:
            tails[place] = value
    return len(tails)
