"""Arrays: a single pass, two pointers, a stack or a queue of indices."""

import heapq
from bisect import bisect_left
from collections import deque
from itertools import accumulate
from math import isqrt

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.sequences import (
    heights,
    int_row,
    list_and_ranges,
    list_and_window,
    signed_ints,
    sorted_and_sum,
)


@algorithm(
    family="arrays",
    reference="Bentley, Programming Pearls: Algorithm Design Techniques, Communications of the ACM 27 (1984)",
    inputs=signed_ints,
)
def find_maximum_subarray_kadane(values):
    """Find the largest sum of neighbouring values of a list, with the indices of the first and the last of them."""
    best, best_start, best_end = values[0], 0, 0
    total, start = values[0], 0
    for i in range(1, len(values)):
        if total < 0:  #: what came before only makes the sum smaller | the sum goes on
            total, start = 0, i
        total += values[i]
        if total > best:  #: this is the largest sum so far |
            best, best_start, best_end = total, start, i
    return best, best_start, best_end


@implementation(of=find_maximum_subarray_kadane)
def maximum_subarray_from_prefix_sums(values):
    """Find the largest sum of neighbouring values of a list, and where it is, from the sums of all starts."""
    sums = [0]
    for value in values:
        sums.append(sums[-1] + value)
    lowest = 0
    best = None
    for end in range(1, len(sums)):
        total = sums[end] - sums[lowest]
        if best is None or total > best[0]:  #: this is the largest sum so far |
            best = (total, lowest, end - 1)
        if sums[end] < sums[lowest]:  #: the later sums are to begin behind this place |
            lowest = end
    return best


@algorithm(
    family="arrays",
    reference="Crow, Summed-Area Tables for Texture Mapping, Computer Graphics 18 (1984)",
    inputs=list_and_ranges,
)
def range_sums(values, ranges):
    """Sum the values of a list from a first index up to but without a last one, for several such ranges."""
    sums = [0]
    for value in values:
        sums.append(sums[-1] + value)
    totals = []
    for first, last in ranges:
        total = sums[last] - sums[first]  #: the sum of the range is {}
        totals.append(total)
    return totals


@implementation(of=range_sums, imports="from math import isqrt")
def range_sums_by_blocks(values, ranges):
    """Sum the values of several ranges of a list with the sums of whole blocks."""
    width = isqrt(len(values))
    blocks = [sum(values[start:start + width]) for start in range(0, len(values), width)]
    totals = []
    for first, last in ranges:
        total = 0
        while first < last:  #: | the range is used up
            if first % width == 0 and first + width <= last:  #: a whole block fits in | a single value is added
                total += blocks[first // width]
                first += width
            else:
                total += values[first]
                first += 1
        totals.append(total)
    return totals


@algorithm(
    family="arrays",
    reference="Lemire, Streaming Maximum-Minimum Filter, Nordic Journal of Computing 13 (2006)",
    inputs=list_and_window,
    imports="from collections import deque",
)
def sliding_window_maximum(values, width):
    """List the largest value of each window of a given width with a queue of the indices that can still matter."""
    queue = deque()
    largest = []
    for i, value in enumerate(values):
        if queue and queue[0] <= i - width:  #: the front of the queue has left the window |
            queue.popleft()
        while queue and values[queue[-1]] <= value:  #: the value at the end of the queue has become useless |
            queue.pop()
        queue.append(i)
        if i >= width - 1:  #: the window is full | the window is still filling
            largest.append(values[queue[0]])
    return largest


@implementation(of=sliding_window_maximum, imports="import heapq")
def sliding_window_maximum_with_a_heap(values, width):
    """List the largest value of each window of a given width with a heap that is cleaned when it is read."""
    heap = []
    largest = []
    for end, value in enumerate(values):
        heapq.heappush(heap, (-value, end))
        if end < width - 1:  #: the window is still filling |
            continue
        while heap[0][1] <= end - width:  #: the top of the heap has left the window | the top of the heap is in the window
            heapq.heappop(heap)
        largest.append(-heap[0][0])
    return largest


@algorithm(
    family="arrays",
    reference="Skiena, The Algorithm Design Manual (1998)",
    inputs=sorted_and_sum,
)
def two_sum(values, target):
    """Find two values of a sorted list that have a given sum, with the smallest possible first."""
    left, right = 0, len(values) - 1
    while left < right:  #: | the pointers have met
        total = values[left] + values[right]
        if total == target:  #: the pair is found | this pair is wrong
            return values[left], values[right]
        if total < target:  #: the sum is too small | the sum is too large
            left += 1
        else:
            right -= 1
    raise ValueError("no such pair")


@implementation(of=two_sum, imports="from bisect import bisect_left")
def two_sum_with_binary_search(values, target):
    """Find two values of a sorted list that have a given sum by a binary search for the partner of each."""
    for i, value in enumerate(values):
        partner = target - value
        place = bisect_left(values, partner, i + 1)
        if place < len(values) and values[place] == partner:  #: the partner is in the list | the partner is missing
            return value, partner
    raise ValueError("no such pair")


@algorithm(
    family="arrays",
    reference="Knuth, The Art of Computer Programming 1, section 2.2.1 (1968)",
    inputs=int_row,
)
def next_greater_element(values):
    """List for each value of a list the next larger value behind it, or None, with a stack of open places."""
    answers = [None] * len(values)
    stack = []
    for i, value in enumerate(values):
        while stack and values[stack[-1]] < value:  #: the value is larger than that at the place on top of the stack |
            place = stack.pop()
            answers[place] = value
        stack.append(i)
    return answers


@implementation(of=next_greater_element)
def next_greater_element_by_jumps(values):
    """List for each value of a list the next larger value behind it, or None, by jumps from right to left."""
    count = len(values)
    greater = [count] * count
    for i in range(count - 2, -1, -1):
        j = i + 1
        while j < count and values[j] <= values[i]:  #: it is not larger, and nor is what it jumps over |
            j = greater[j]
        greater[i] = j
    padded = values + [None]
    return [padded[j] for j in greater]


@algorithm(
    family="arrays",
    reference="Laaksonen, Competitive Programmer's Handbook (2018)",
    inputs=heights,
)
def trapping_rain_water(heights):
    """Count the units of rain that stay between the bars of a histogram, with a pointer at each end."""
    left, right = 0, len(heights) - 1
    left_wall = right_wall = water = 0
    while left < right:  #: | the pointers have met
        if heights[left] < heights[right]:  #: the bar on the left is the lower | the bar on the right is no higher
            left_wall = max(left_wall, heights[left])
            water += left_wall - heights[left]
            left += 1
        else:
            right_wall = max(right_wall, heights[right])
            water += right_wall - heights[right]
            right -= 1
    return water


@implementation(of=trapping_rain_water, imports="from itertools import accumulate")
def trapping_rain_water_from_walls(heights):
    """Count the units of rain that stay between the bars of a histogram from the highest walls on both sides."""
    left_walls = list(accumulate(heights, max))
    right_walls = list(accumulate(reversed(heights), max))
    right_walls.reverse()
    water = 0
    for height, left, right in zip(heights, left_walls, right_walls):
        level = min(left, right)
        if level > height:  #: there is water above this bar | this bar stays dry
            water += level - height
    return water
