"""Dynamic programming on a sequence: change, increasing subsequences, takings, stairs, words and codes."""

from bisect import bisect_left
from functools import cache

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.codes import digits, text_and_dictionary
from generator.algorithm.samplers.numbers import coins_and_amount
from generator.algorithm.samplers.sequences import int_list
from generator.algorithm.samplers.sums import step_costs, takings


@algorithm(
    family="dp_sequences",
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
    family="dp_sequences",
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


@algorithm(
    family="dp_sequences",
    reference="Kleinberg and Tardos, Algorithm Design, chapter 6, exercise 1 (2005)",
    inputs=takings,
)
def largest_sum_without_neighbours(values):
    """Find the largest sum of values of a list of which no two are neighbours."""
    taken = skipped = 0
    for value in values:
        with_value = skipped + value  #: with this value the sum would be {}
        skipped = max(taken, skipped)
        taken = with_value
    return max(taken, skipped)


@implementation(of=largest_sum_without_neighbours)
def largest_sum_without_neighbours_by_table(values):
    """Find the largest sum of values of which no two are neighbours by a table over the beginnings of the list."""
    best = [0] * (len(values) + 2)
    for i, value in enumerate(values):
        with_value = best[i] + value
        without_value = best[i + 1]
        if with_value > without_value:  #: taking this value pays | this value is better left out
            best[i + 2] = with_value
        else:
            best[i + 2] = without_value
    return best[-1]


@algorithm(
    family="dp_sequences",
    reference="Bellman, Dynamic Programming (1957)",
    inputs=step_costs,
)
def cheapest_climb(costs):
    """Find the least cost of climbing past the last stair when each step takes one stair or two and each stair costs."""
    if not costs:  #: there are no stairs to climb |
        raise ValueError("no stairs")
    total = []
    for i, cost in enumerate(costs):
        if i < 2:  #: the climb may begin here | this stair is reached from the cheaper of the stairs before it
            total.append(cost)
        else:
            cheapest = cost + min(total[i - 1], total[i - 2])
            total.append(cheapest)
    return min(total[-2:])


@implementation(of=cheapest_climb, imports="from functools import cache")
def cheapest_climb_memoised(costs):
    """Find the least cost of climbing past the last stair from the least cost of what is left above each stair."""
    if not costs:  #: there are no stairs to climb |
        raise ValueError("no stairs")

    @cache
    def rest(stair):
        if stair >= len(costs):  #: the climb is over | the stair has to be paid
            return 0
        return costs[stair] + min(rest(stair + 1), rest(stair + 2))

    return min(rest(0), rest(1))


@algorithm(
    family="dp_sequences",
    reference="Kleinberg and Tardos, Algorithm Design, chapter 6, exercise 5 (2005)",
    inputs=text_and_dictionary,
)
def word_break(text, words):
    """Split a text into words of a given list, or return None if there is no way to do so."""
    splits = [[]] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for word in words:
            start = end - len(word)
            if start < 0 or text[start:end] != word:  #: the word does not end here | the word ends here
                continue
            if splits[start] is not None:  #: what comes before the word can be split too | what comes before it cannot be split
                splits[end] = splits[start] + [word]
                break
    return splits[-1]


@implementation(of=word_break)
def word_break_backtracking(text, words):
    """Split a text into words of a given list by trying each word at the front of what is left."""
    if text == "":  #: the whole text has been split | letters are left
        return []
    for word in words:
        if text.startswith(word):  #: the word stands at the front | the text begins in another way
            rest = word_break_backtracking(text[len(word):], words)
            if rest is not None:  #: the rest could be split as well | the rest could not be split
                return [word] + rest
    return None


@algorithm(
    family="dp_sequences",
    reference="ACM East Central North America Regional Contest, problem Alphacode (2004)",
    inputs=digits,
)
def decode_ways(digits):
    """Count the ways to read a string of digits as letters when A is written 1 and so on to Z as 26."""
    ways = [1] + [0] * len(digits)
    for i in range(1, len(digits) + 1):
        if digits[i - 1] != "0":  #: the digit stands for a letter by itself | no letter is written like this
            ways[i] = ways[i - 1]
        if i > 1 and 10 <= int(digits[i - 2:i]) <= 26:  #: together with the digit before, it makes another letter | it makes no letter together with a digit before
            ways[i] += ways[i - 2]
    return ways[-1]


@implementation(of=decode_ways)
def decode_ways_recursive(digits):
    """Count the ways to read a string of digits as letters by taking a short or a long letter off the front."""
    if digits == "":  #: everything has been read | digits are left
        return 1
    ways = 0
    for width in (1, 2):
        number = digits[:width]
        if len(number) == width and number[0] != "0" and int(number) <= 26:  #: this is a letter | this is no letter
            ways += decode_ways_recursive(digits[width:])
    return ways
