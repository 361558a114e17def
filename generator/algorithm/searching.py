"""Searching in lists that are sorted, rotated, or have a peak."""

from math import isqrt

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.sequences import (
    hills,
    rotated_and_target,
    sorted_and_target,
)


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
    reference="Bottenbruch, Structure and Use of ALGOL 60, Journal of the ACM 9 (1962)",
    inputs=sorted_and_target,
)
def lower_bound(values, target):
    """Find the first index of a sorted list at which no smaller value than the target stands."""
    low, high = 0, len(values)
    while low < high:  #: | the bounds have met
        middle = (low + high) // 2  #: the middle index is {}
        if values[middle] < target:  #: the bound is further right | the bound is here or further left
            low = middle + 1
        else:
            high = middle
    return low


@implementation(of=lower_bound)
def lower_bound_by_jumps(values, target):
    """Find the first index of a sorted list at which no smaller value stands, by jumps that are halved."""
    index = 0
    jump = len(values)
    while jump > 0:  #: | no jump is left
        while index + jump <= len(values) and values[index + jump - 1] < target:  #: all values on the way are smaller | this jump is too far
            index += jump
        jump //= 2
    return index


@algorithm(
    family="searching",
    reference="Peterson, Addressing for Random-Access Storage, IBM Journal of Research and Development 1 (1957)",
    inputs=sorted_and_target,
)
def interpolation_search(values, target):
    """Find an index at which a target stands in a sorted list by guessing from the values at both ends, or -1."""
    low, high = 0, len(values) - 1
    while low <= high and values[low] <= target <= values[high]:  #: | the target is not in what is left
        if values[low] == values[high]:  #: all values left are equal to the target |
            return low
        span = values[high] - values[low]
        guess = low + (target - values[low]) * (high - low) // span  #: the guess is index {guess}
        if values[guess] == target:  #: the guess is right | the guess is wrong
            return guess
        if values[guess] < target:  #: the target is further right | the target is further left
            low = guess + 1
        else:
            high = guess - 1
    return -1


@implementation(of=interpolation_search)
def interpolation_search_recursive(values, target, low=0, high=None):
    """Find an index at which a target stands in a sorted list by recursion on a guess, or -1."""
    if high is None:
        high = len(values) - 1
    if low > high or not values[low] <= target <= values[high]:  #: the target is not in this part |
        return -1
    try:
        share = (target - values[low]) * (high - low) // (values[high] - values[low])
    except ZeroDivisionError:
        return low
    guess = low + share
    if values[guess] < target:  #: only what is to the right can hold the target |
        return interpolation_search_recursive(values, target, guess + 1, high)
    if values[guess] > target:  #: only what is to the left can hold the target | the guess is right
        return interpolation_search_recursive(values, target, low, guess - 1)
    return guess


@algorithm(
    family="searching",
    reference="Shneiderman, Jump Searching, Communications of the ACM 21 (1978)",
    inputs=sorted_and_target,
    imports="from math import isqrt",
)
def jump_search(values, target):
    """Find an index at which a target stands in a sorted list by jumps and a search within a block, or -1."""
    step = isqrt(len(values))
    start = 0
    while start + step < len(values) and values[start + step] <= target:  #: the target is not in front of the next block | this is the block to look at
        start += step
    for index in range(start, min(start + step, len(values))):
        if values[index] == target:  #: the target is found | this is another value
            return index
    return -1


@implementation(of=jump_search, imports="from math import isqrt")
def jump_search_by_blocks(values, target):
    """Find an index at which a target stands in a sorted list cut into blocks, or -1."""
    step = isqrt(len(values))
    for start in range(0, len(values), step):
        block = values[start:start + step]
        if block[-1] >= target:  #: only this block can hold the target | all values of this block are too small
            try:
                return start + block.index(target)
            except ValueError:
                return -1
    return -1


@algorithm(
    family="searching",
    reference="Knuth, The Art of Computer Programming 3, section 6.2.1 (1973)",
    inputs=hills,
)
def find_peak(heights):
    """Find an index in a list whose neighbours differ at which no neighbour is higher."""
    low, high = 0, len(heights) - 1
    while low < high:  #: | a single place is left
        middle = (low + high) // 2
        if heights[middle] < heights[middle + 1]:  #: it goes up to the right | it goes down to the right
            low = middle + 1
        else:
            high = middle
    return low


@implementation(of=find_peak)
def find_peak_by_climbing(heights):
    """Find an index in a list at which no neighbour is higher by climbing from the middle."""
    place = len(heights) // 2
    while True:
        best = place
        for neighbour in (place - 1, place + 1):
            if 0 <= neighbour < len(heights) and heights[neighbour] > heights[best]:  #: this neighbour is higher |
                best = neighbour
        if best == place:  #: no neighbour is higher | the climb goes on
            return place
        place = best


@algorithm(
    family="searching",
    reference="McDowell, Cracking the Coding Interview (2008)",
    inputs=rotated_and_target,
)
def search_rotated(values, target):
    """Find the index at which a target stands in a sorted list that has been rotated, or -1 if it isn't there."""
    low, high = 0, len(values) - 1
    while low <= high:  #: | nothing is left to search
        middle = (low + high) // 2
        if values[middle] == target:  #: the target is found |
            return middle
        if values[low] <= values[middle]:  #: the left part is in order | the right part is in order
            if values[low] <= target < values[middle]:  #: the target belongs there | the target can only be in the other part
                high = middle - 1
            else:
                low = middle + 1
        elif values[middle] < target <= values[high]:  #: the target belongs there | the target can only be in the other part
            low = middle + 1
        else:
            high = middle - 1
    return -1


def smallest_index(values):
    low, high = 0, len(values) - 1
    while low < high:  #: | this is where the smallest value stands
        middle = (low + high) // 2
        if values[middle] > values[high]:  #: the smallest value is further right | the smallest value is here or further left
            low = middle + 1
        else:
            high = middle
    return low


@implementation(of=search_rotated, uses=(smallest_index,))
def search_rotated_from_the_smallest(values, target):
    """Find the index at which a target stands in a rotated sorted list by finding first where it begins, or -1."""
    offset = smallest_index(values)
    low, high = 0, len(values) - 1
    while low <= high:  #: | nothing is left to search
        middle = (low + high) // 2
        index = (middle + offset) % len(values)  #: in the rotated list, this is index {index}
        if values[index] == target:  #: the target is found |
            return index
        if values[index] < target:  #: it can only be further on | it can only be before
            low = middle + 1
        else:
            high = middle - 1
    return -1
