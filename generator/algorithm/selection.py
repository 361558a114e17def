"""Selection: the smallest, the largest, the middle and the most frequent."""

import heapq

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.sequences import (
    ballots,
    ints_or_names,
    list_and_count,
    list_and_index,
    two_sorted_lists,
)


@algorithm(
    family="selection",
    reference="Hoare, Algorithm 65: Find, Communications of the ACM 4 (1961)",
    inputs=list_and_index,
)
def quickselect(values, k):
    """Find the value that a list would hold at index k if it were sorted, by partitioning around pivots."""
    low, high = 0, len(values) - 1
    while low < high:
        pivot = values[high]  #: the last value of the part is the pivot
        boundary = low
        for j in range(low, high):
            if values[j] < pivot:  #: it belongs in front of the pivot |
                values[boundary], values[j] = values[j], values[boundary]
                boundary += 1
        values[boundary], values[high] = values[high], values[boundary]
        if boundary == k:  #: the pivot is the value looked for |
            break
        if boundary < k:  #: the search goes on to the right | the search goes on to the left
            low = boundary + 1
        else:
            high = boundary - 1
    return values[k]


@implementation(of=quickselect)
def quickselect_by_parts(values, k):
    """Find the value that a list would hold at index k if it were sorted, by dropping parts."""
    pivot = values[len(values) // 2]
    smaller = [value for value in values if value < pivot]
    larger = [value for value in values if value > pivot]
    if k < len(smaller):  #: the value looked for is below the pivot |
        return quickselect_by_parts(smaller, k)
    skipped = len(values) - len(larger)  #: the number of values that are not above the pivot is {}
    if k >= skipped:  #: the value looked for is above the pivot | the pivot is the value looked for
        return quickselect_by_parts(larger, k - skipped)
    return pivot


@algorithm(
    family="selection",
    reference="Cormen, Leiserson and Rivest, Introduction to Algorithms, section 10.1 (1990)",
    inputs=ints_or_names,
)
def minimum(values):
    """Find the smallest value of a list that isn't empty."""
    smallest = values[0]
    for value in values[1:]:
        if value < smallest:  #: a smaller value is found |
            smallest = value
    return smallest


@implementation(of=minimum)
def minimum_of_parts(values):
    """Find the smallest value of a list that isn't empty, by comparing the smallest of either part."""
    if len(values) == 1:  #: a value alone is the smallest |
        return values[0]
    middle = len(values) // 2
    left = minimum_of_parts(values[:middle])
    right = minimum_of_parts(values[middle:])
    if left <= right:  #: the left part holds the smallest | the right part holds the smallest
        return left
    return right


@algorithm(
    family="selection",
    reference="Boyer and Moore, MJRTY: A Fast Majority Vote Algorithm (1981)",
    inputs=ballots,
)
def majority_vote(votes):
    """Find the candidate that has more than half of the votes, or return None if nobody has."""
    candidate, lead = None, 0
    for vote in votes:
        if lead == 0:  #: nobody is ahead, so this vote picks the candidate |
            candidate = vote
        if vote == candidate:  #: the vote is for the candidate | the vote is against the candidate
            lead += 1
        else:
            lead -= 1
    if votes.count(candidate) * 2 > len(votes):  #: the candidate has the majority | nobody has the majority
        return candidate
    return None


@implementation(of=majority_vote)
def majority_vote_by_counting(votes):
    """Find the candidate that has more than half of the votes by counting, or return None if nobody has."""
    counts = {}
    for vote in votes:
        counts[vote] = counts.get(vote, 0) + 1
        if counts[vote] * 2 > len(votes):  #: nobody else can catch up |
            return vote
    return None


@algorithm(
    family="selection",
    reference="Pohl, A Sorting Problem and Its Complexity, Communications of the ACM 15 (1972)",
    inputs=ints_or_names,
)
def minimum_and_maximum(values):
    """Find the smallest and the largest value of a list that isn't empty by comparing in pairs."""
    smallest = largest = values[0]
    for i in range(1, len(values) - 1, 2):
        low, high = values[i], values[i + 1]
        if low > high:  #: the pair is turned around | the pair is in order
            low, high = high, low
        if low < smallest:  #: there is a new minimum |
            smallest = low
        if high > largest:  #: there is a new maximum |
            largest = high
    if len(values) % 2 == 0:  #: the last value has no partner |
        smallest = min(smallest, values[-1])
        largest = max(largest, values[-1])
    return smallest, largest


@implementation(of=minimum_and_maximum)
def minimum_and_maximum_of_parts(values):
    """Find the smallest and the largest value of a list that isn't empty from those of both parts."""
    if len(values) == 1:  #: a value alone is both |
        return values[0], values[0]
    if len(values) == 2:  #: a single comparison is enough |
        return (values[0], values[1]) if values[0] < values[1] else (values[1], values[0])
    middle = len(values) // 2
    left_low, left_high = minimum_and_maximum_of_parts(values[:middle])
    right_low, right_high = minimum_and_maximum_of_parts(values[middle:])
    return min(left_low, right_low), max(left_high, right_high)


@algorithm(
    family="selection",
    reference="Knuth, The Art of Computer Programming 3, section 5.3.3 (1973)",
    inputs=list_and_count,
    imports="import heapq",
)
def k_largest(values, k):
    """Find the k largest values of a list, the largest first, with a heap of the best so far."""
    if not 0 < k <= len(values):  #: there are not so many values to choose |
        raise ValueError("k is out of range")
    heap = values[:k]
    heapq.heapify(heap)
    for value in values[k:]:
        if value > heap[0]:  #: it is larger than the smallest of the chosen values | it is not larger than any chosen value
            heapq.heapreplace(heap, value)
    return sorted(heap, reverse=True)


@implementation(of=k_largest)
def k_largest_by_insertion(values, k):
    """Find the k largest values of a list, the largest first, by inserting each into a short ranking."""
    if k < 1 or k > len(values):  #: there are not so many values to choose |
        raise ValueError("k is out of range")
    ranking = []
    for value in values:
        place = 0
        while place < len(ranking) and ranking[place] >= value:  #: this value of the ranking is not smaller | this is the place in the ranking
            place += 1
        ranking.insert(place, value)
        if len(ranking) > k:  #: the last of the ranking drops out |
            ranking.pop()
    return ranking


@algorithm(
    family="selection",
    reference="Cormen, Leiserson and Rivest, Introduction to Algorithms, exercise 10.3-8 (1990)",
    inputs=two_sorted_lists,
)
def median_of_two(left, right):
    """Find the lower median of the values of two sorted lists by walking through both at the same time."""
    i = j = 0
    median = None
    for _ in range((len(left) + len(right) + 1) // 2):
        if j == len(right) or i < len(left) and left[i] <= right[j]:  #: the next value comes from the left list | the next value comes from the right list
            median = left[i]
            i += 1
        else:
            median = right[j]
            j += 1
    return median


@implementation(of=median_of_two)
def median_of_two_by_halves(left, right):
    """Find the lower median of the values of two sorted lists by dropping values that come before it."""
    k = (len(left) + len(right) - 1) // 2  #: the index of the median among all values is {}
    while left and right and k > 0:  #: | what is left decides
        step = (k + 1) // 2
        i = min(step, len(left))
        j = min(step, len(right))
        if left[i - 1] <= right[j - 1]:  #: the start of the left list comes before the median | the start of the right list comes before the median
            left = left[i:]
            k -= i
        else:
            right = right[j:]
            k -= j
    if not left or not right:  #: a list is used up |
        return (left or right)[k]
    return min(left[0], right[0])
