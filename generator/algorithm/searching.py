"""Searching: binary search, quickselect, the minimum and the majority vote."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.sequences import ballots, ints_or_names, list_and_index, sorted_and_target


@algorithm(
    family="searching",
    reference="Knuth, The Art of Computer Programming 3, section 6.2.1 (1973)",
    inputs=sorted_and_target,
)
def binary_search(values, target):
    """Find an index at which a target stands in a sorted list, or -1 if it isn't there."""
    low, high = 0, len(values) - 1
    while low <= high:  #: | nothing is left to search
        middle = (low + high) // 2  #: the middle index is {}
        if values[middle] == target:  #: the target is found | this is not the target
            return middle
        if values[middle] < target:  #: it can only be to the right | it can only be to the left
            low = middle + 1
        else:
            high = middle - 1
    return -1


@implementation(of=binary_search)
def binary_search_recursive(values, target):
    """Find an index at which a target stands in a sorted list, by recursion, or -1 if it isn't there."""

    def search(low, high):
        if low > high:  #: nothing is left to search |
            return -1
        middle = (low + high) // 2  #: the middle index is {}
        if values[middle] > target:  #: only the left part can hold the target |
            return search(low, middle - 1)
        if values[middle] < target:  #: only the right part can hold the target | this is the target
            return search(middle + 1, high)
        return middle

    return search(0, len(values) - 1)


@algorithm(
    family="searching",
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
    family="searching",
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
    family="searching",
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
