"""Structures for sums and minima over ranges: segment trees, Fenwick trees, sparse tables, blocks and differences."""

from itertools import accumulate
from math import isqrt

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.operations import (
    grid_and_rectangles,
    length_and_raises,
    values_and_changes,
    values_and_ranges,
    values_and_settings,
)


@algorithm(
    family="range_structures",
    reference="Bentley, Solutions to Klee's Rectangle Problems (1977)",
    inputs=values_and_settings,
)
def segment_tree(values, calls):
    """List the minima of ranges of a list between changes of single values, by a segment tree in an array."""
    n = len(values)
    tree = [0] * n + values
    for node in range(n - 1, 0, -1):
        tree[node] = min(tree[2 * node], tree[2 * node + 1])
    minima = []
    for name, first, second in calls:
        if name == "set":  #: a value is changed and those above it follow | the minimum of a range is asked for
            node = first + n
            tree[node] = second
            while node > 1:  #: | the root is up to date
                node //= 2
                tree[node] = min(tree[2 * node], tree[2 * node + 1])
        else:
            left, right = first + n, second + n
            parts = []
            while left < right:  #: | the range is covered
                if left % 2 == 1:  #: the left node is a right child, so it counts by itself | the left node can be left to its parent
                    parts.append(tree[left])
                    left += 1
                if right % 2 == 1:  #: the node before the right end counts by itself | the right end can move up
                    right -= 1
                    parts.append(tree[right])
                left, right = left // 2, right // 2
            minima.append(min(parts))
    return minima


class SegmentTree:
    def __init__(self, values, start):
        self.start = start
        self.end = start + len(values)
        self.least = min(values)
        self.halves = []
        if len(values) > 1:  #: the range is parted in the middle | a single value cannot be parted
            middle = len(values) // 2
            self.halves = [SegmentTree(values[:middle], start), SegmentTree(values[middle:], start + middle)]

    def set(self, index, value):
        if not self.start <= index < self.end:  #: the index lies in another range | the index lies in this range
            return
        if self.end - self.start == 1:  #: it is the place of the value | the value lies further down
            self.least = value
            return
        for half in self.halves:
            half.set(index, value)
        self.least = min(half.least for half in self.halves)

    def query(self, low, high):
        if high <= self.start or self.end <= low:  #: this node has no part in the range | the ranges overlap
            return None
        if low <= self.start and self.end <= high:  #: the node lies within the range | only a part of the node is wanted
            return self.least
        found = [half.query(low, high) for half in self.halves]
        return min(part for part in found if part is not None)


@implementation(of=segment_tree, uses=(SegmentTree,))
def segment_tree_of_nodes(values, calls):
    """List the minima of ranges of a list between changes of single values, by a segment tree of objects."""
    tree = SegmentTree(values, 0)
    minima = []
    for name, first, second in calls:
        if name == "set":  #: a value is changed | the minimum of a range is asked for
            tree.set(first, second)
        else:
            minima.append(tree.query(first, second))
    return minima


class Fenwick:
    def __init__(self, length):
        self.sums = [0] * (length + 1)

    def add(self, index, amount):
        index += 1
        while index < len(self.sums):  #: | every sum that covers it is up to date
            self.sums[index] += amount
            index += index & -index

    def prefix(self, end):
        total = 0
        while end > 0:  #: | the beginning is reached
            total += self.sums[end]
            end -= end & -end
        return total


@algorithm(
    family="range_structures",
    reference="Fenwick, A New Data Structure for Cumulative Frequency Tables (1994)",
    inputs=values_and_changes,
    uses=(Fenwick,),
)
def fenwick_tree(values, calls):
    """List the sums of ranges of a list between additions to single values, by a Fenwick tree."""
    tree = Fenwick(len(values))
    for index, value in enumerate(values):
        tree.add(index, value)
    sums = []
    for name, first, second in calls:
        if name == "add":  #: a value changes | the sum of a range is asked for
            tree.add(first, second)
        else:
            sums.append(tree.prefix(second) - tree.prefix(first))
    return sums


@implementation(of=fenwick_tree)
def fenwick_tree_in_a_list(values, calls):
    """List the sums of ranges of a list between additions to single values, by a Fenwick tree that is built in place."""
    sums = [0] + values
    for index in range(1, len(sums)):
        parent = index + (index & -index)
        if parent < len(sums):  #: a longer sum covers it | it is not a part of a longer sum
            sums[parent] += sums[index]
    answers = []
    for name, first, second in calls:
        if name == "add":  #: a value changes | the sum of a range is asked for
            index = first + 1
            while index < len(sums):  #: | every sum that covers it is up to date
                sums[index] += second
                index += index & -index
            continue
        total = 0
        for end, sign in ((second, 1), (first, -1)):
            while end > 0:  #: | the beginning is reached
                total += sign * sums[end]
                end &= end - 1
        answers.append(total)
    return answers


@algorithm(
    family="range_structures",
    reference="Bender and Farach-Colton, The LCA Problem Revisited (2000)",
    inputs=values_and_ranges,
)
def sparse_table(values, ranges):
    """List the minima of some ranges of a list from the minima of all ranges whose length is a power of two."""
    table = [values]
    width = 1
    while 2 * width <= len(values):  #: | longer ranges do not fit
        above = table[-1]
        table.append([min(above[i], above[i + width]) for i in range(len(above) - width)])
        width *= 2
    minima = []
    for low, high in ranges:
        level = (high - low).bit_length() - 1
        row = table[level]
        minima.append(min(row[low], row[high - 2 ** level]))
    return minima


@implementation(of=sparse_table)
def sparse_table_by_doubling(values, ranges):
    """List the minima of some ranges by keeping the minimum of each start and width in a dictionary."""
    least = {(i, 1): value for i, value in enumerate(values)}
    width = 2
    while width <= len(values):  #: | longer ranges do not fit
        for start in range(len(values) - width + 1):
            least[start, width] = min(least[start, width // 2], least[start + width // 2, width // 2])
        width *= 2
    minima = []
    for low, high in ranges:
        width = 1
        while 2 * width <= high - low:  #: a wider block fits into the range | the widest block is found
            width *= 2
        minima.append(min(least[low, width], least[high - width, width]))
    return minima


@algorithm(
    family="range_structures",
    reference="Halim and Halim, Competitive Programming 3, section 9.33 (2013)",
    inputs=values_and_changes,
    imports="from math import isqrt",
)
def sqrt_decomposition(values, calls):
    """List the sums of ranges of a list between additions to single values, by the sums of blocks."""
    width = isqrt(len(values))
    blocks = [sum(values[start:start + width]) for start in range(0, len(values), width)]
    answers = []
    for name, first, second in calls:
        if name == "add":  #: a value and its block change | the sum of a range is asked for
            values[first] += second
            blocks[first // width] += second
            continue
        total = 0
        i = first
        while i < second:  #: | the range is covered
            if i % width == 0 and i + width <= second:  #: a whole block lies in the range | the value counts by itself
                total += blocks[i // width]
                i += width
            else:
                total += values[i]
                i += 1
        answers.append(total)
    return answers


@algorithm(
    family="range_structures",
    reference="Bentley, Programming Pearls, column 8 (2000)",
    inputs=length_and_raises,
    imports="from itertools import accumulate",
)
def difference_array(length, raises):
    """Compute a list of zeros after adding amounts to ranges of it by noting only where each range begins and ends."""
    differences = [0] * (length + 1)
    for low, high, amount in raises:
        differences[low] += amount
        differences[high] -= amount
    return list(accumulate(differences[:-1]))


@implementation(of=difference_array)
def difference_array_by_events(length, raises):
    """Compute a list of zeros after adding amounts to ranges of it by a walk along the ends of the ranges."""
    events = []
    for low, high, amount in raises:
        events += [(low, amount), (high, -amount)]
    events.sort()
    levels = []
    level = 0
    for place in range(length):
        while events and events[0][0] == place:  #: a range begins or ends here | the level stays from here on
            level += events.pop(0)[1]
        levels.append(level)
    return levels


@algorithm(
    family="range_structures",
    reference="Crow, Summed-Area Tables for Texture Mapping (1984)",
    inputs=grid_and_rectangles,
)
def summed_area_table(grid, rectangles):
    """List the sums of rectangles of a grid, each given by its top, left, bottom and right, from the sums of all corners."""
    sums = [[0] * (len(grid[0]) + 1)]
    for row in grid:
        above = sums[-1]
        line = [0]
        for j, value in enumerate(row):
            total = value + line[j] + above[j + 1] - above[j]
            line.append(total)
        sums.append(line)
    answers = []
    for top, left, bottom, right in rectangles:
        outer = sums[bottom][right] - sums[top][right]
        answers.append(outer - sums[bottom][left] + sums[top][left])
    return answers


@implementation(of=summed_area_table)
def summed_area_table_by_rows(grid, rectangles):
    """List the sums of rectangles of a grid from the sums of the beginnings of its rows."""
    beginnings = []
    for row in grid:
        line = [0]
        for value in row:
            line.append(line[-1] + value)
        beginnings.append(line)
    answers = []
    for top, left, bottom, right in rectangles:
        total = 0
        for line in beginnings[top:bottom]:
            total += line[right] - line[left]
        answers.append(total)
    return answers
