"""Divide and conquer: the answer for the whole from the answers for its parts."""

from bisect import bisect_right

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.integers import two_factors
from generator.algorithm.samplers.sequences import buildings, int_row, points, signed_ints
from generator.algorithm.samplers.worlds import tower


@algorithm(
    family="divide_and_conquer",
    reference="Bentley, Programming Pearls: Algorithm Design Techniques, Communications of the ACM 27 (1984)",
    inputs=signed_ints,
)
def maximum_subarray(values):
    """Find the largest sum of neighbouring values of a list, of which there is at least one, by halving the list."""
    if len(values) == 1:  #: a value alone is its own best sum |
        return values[0]
    middle = len(values) // 2
    best_left = best_right = None
    total = 0
    for value in reversed(values[:middle]):
        total += value
        if best_left is None or total > best_left:  #: this is the best sum that ends at the middle |
            best_left = total
    total = 0
    for value in values[middle:]:
        total += value
        if best_right is None or total > best_right:  #: this is the best sum that begins at the middle |
            best_right = total
    across = best_left + best_right  #: across the middle, the best sum is {}
    return max(maximum_subarray(values[:middle]), maximum_subarray(values[middle:]), across)


@implementation(of=maximum_subarray)
def maximum_subarray_from_summaries(values):
    """Find the largest sum of neighbouring values of a list from four sums of either half."""

    def summary(low, high):
        if high - low == 1:  #: a value alone is all of its sums |
            return (values[low],) * 4
        middle = (low + high) // 2
        total_a, start_a, end_a, best_a = summary(low, middle)
        total_b, start_b, end_b, best_b = summary(middle, high)
        total = total_a + total_b
        start = max(start_a, total_a + start_b)
        end = max(end_b, end_a + total_b)
        best = max(best_a, best_b, end_a + start_b)
        return total, start, end, best

    return summary(0, len(values))[3]


@algorithm(
    family="divide_and_conquer",
    reference="Knuth, The Art of Computer Programming 3, section 5.1.1 (1973)",
    inputs=int_row,
)
def count_inversions(values):
    """Count the pairs of a list in which the larger value comes first, while the list is sorted by merging."""
    if len(values) < 2:  #: there is no pair |
        return 0
    middle = len(values) // 2
    left, right = values[:middle], values[middle:]
    count = count_inversions(left) + count_inversions(right)
    i = j = 0
    for k in range(len(values)):
        if j == len(right) or i < len(left) and left[i] <= right[j]:  #: the left part gives the next value | the right part gives the next value, in front of what is left of the other
            values[k] = left[i]
            i += 1
        else:
            values[k] = right[j]
            j += 1
            count += len(left) - i
    return count


@implementation(of=count_inversions, imports="from bisect import bisect_right")
def count_inversions_with_a_sorted_list(values):
    """Count the pairs of a list in which the larger value comes first by keeping the values so far in order."""
    seen = []
    count = 0
    for value in values:
        place = bisect_right(seen, value)
        count += len(seen) - place
        seen.insert(place, value)
    return count


@algorithm(
    family="divide_and_conquer",
    reference="Karatsuba and Ofman, Multiplication of Multidigit Numbers on Automata (1962)",
    inputs=two_factors,
)
def karatsuba(x, y):
    """Multiply two integers from 0 up with three products of numbers of half as many digits."""
    if x < 10 or y < 10:  #: a factor has a single digit | both have more digits
        return x * y
    half = max(len(str(x)), len(str(y))) // 2
    power = 10 ** half
    a, b = divmod(x, power)  #: the front part of {x} is {a} and its back part is {b}
    c, d = divmod(y, power)  #: the front part of {y} is {c} and its back part is {d}
    front = karatsuba(a, c)
    back = karatsuba(b, d)
    mixed = karatsuba(a + b, c + d) - front - back
    return front * power * power + mixed * power + back


@implementation(of=karatsuba)
def karatsuba_on_bits(x, y):
    """Multiply two integers from 0 up with three products of numbers of half as many bits."""
    if min(x, y) < 16:  #: a factor is small | both factors are large
        return x * y
    half = max(x.bit_length(), y.bit_length()) // 2
    a, b = x >> half, x & (1 << half) - 1
    c, d = y >> half, y & (1 << half) - 1
    front = karatsuba_on_bits(a, c)
    back = karatsuba_on_bits(b, d)
    mixed = karatsuba_on_bits(a + b, c + d) - front - back
    return (front << 2 * half) + (mixed << half) + back


def squared_distance(p, q):
    return (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2


def closest_in_order(points):
    if len(points) < 4:  #: so few points are compared with each other | the points are parted
        return min(squared_distance(p, q) for i, p in enumerate(points) for q in points[:i])
    middle = len(points) // 2
    best = min(closest_in_order(points[:middle]), closest_in_order(points[middle:]))
    border = points[middle][0]
    strip = [point for point in points if (point[0] - border) ** 2 < best]
    strip.sort(key=lambda point: point[1])
    for i, p in enumerate(strip):
        for q in strip[i + 1:]:
            if (q[1] - p[1]) ** 2 >= best:  #: the others are too far above |
                break
            best = min(best, squared_distance(p, q))
    return best


@algorithm(
    family="divide_and_conquer",
    reference="Shamos and Hoey, Closest-Point Problems, IEEE Symposium on Foundations of Computer Science 16 (1975)",
    inputs=points,
    uses=(squared_distance, closest_in_order),
)
def closest_pair(points):
    """Find the smallest squared distance of two points by parting them at a vertical line."""
    return closest_in_order(sorted(points))


@implementation(of=closest_pair)
def closest_pair_by_sweep(points):
    """Find the smallest squared distance of two points by a sweep that drops what is too far to the left."""
    points = sorted(points)
    (x1, y1), (x2, y2) = points[:2]
    best = (x1 - x2) ** 2 + (y1 - y2) ** 2
    left = 0
    for i in range(2, len(points)):
        x, y = points[i]
        while left < i and (x - points[left][0]) ** 2 >= best:  #: this point is too far to the left from now on |
            left += 1
        for px, py in points[left:i]:
            distance = (x - px) ** 2 + (y - py) ** 2
            if distance < best:  #: this pair is closer than any before | it is no closer
                best = distance
    return best


@algorithm(
    family="divide_and_conquer",
    reference="Lucas, Recreations mathematiques 3 (1893)",
    inputs=tower,
)
def hanoi(discs, source, spare, target):
    """List the moves that bring a tower of discs from a peg to another, never a larger disc on a smaller one."""
    if discs == 0:  #: there is nothing to move |
        return []
    moves = hanoi(discs - 1, source, target, spare)
    moves.append((source, target))
    return moves + hanoi(discs - 1, spare, source, target)


@implementation(of=hanoi)
def hanoi_with_a_stack(discs, source, spare, target):
    """List the moves that bring a tower of discs from a peg to another, with a stack of what is still to do."""
    moves = []
    tasks = [(discs, source, spare, target)]
    while tasks:  #: | nothing is left to do
        count, start, other, end = tasks.pop()
        if count == 1:  #: a single disc can be moved | the smaller discs have to move before
            moves.append((start, end))
        else:
            tasks.append((count - 1, other, start, end))
            tasks.append((1, start, other, end))
            tasks.append((count - 1, start, end, other))
    return moves


@implementation(of=hanoi)
def hanoi_by_turns(discs, source, spare, target):
    """List the moves that bring a tower of discs from a peg to another by the only move that each pair of pegs allows in turn."""
    pegs = {source: list(range(discs, 0, -1)), spare: [], target: []}
    if discs % 2 == 0:  #: the number of discs is even, so the other pegs change their parts |
        spare, target = target, spare
    pairs = [(source, target), (source, spare), (target, spare)]
    moves = []
    for turn in range(2 ** discs - 1):
        start, end = pairs[turn % 3]
        if not pegs[start] or pegs[end] and pegs[end][-1] < pegs[start][-1]:  #: only the way back is allowed | the disc may move
            start, end = end, start
        tower, other = pegs[start], pegs[end]
        disc = tower.pop()
        other.append(disc)
        moves.append((start, end))
    return moves


def merge_outlines(left, right):
    merged = []
    i = j = left_height = right_height = 0
    while i < len(left) or j < len(right):
        if j == len(right) or i < len(left) and left[i][0] <= right[j][0]:  #: the left outline changes next | the right outline changes next
            x, left_height = left[i]
            i += 1
        else:
            x, right_height = right[j]
            j += 1
        height = max(left_height, right_height)
        if merged and merged[-1][0] == x:  #: both outlines change at this place |
            merged.pop()
        if not merged or merged[-1][1] != height:  #: the outline gets another height | the height is the same as before
            merged.append((x, height))
    return merged


@algorithm(
    family="divide_and_conquer",
    reference="Manber, Introduction to Algorithms: A Creative Approach (1989)",
    inputs=buildings,
    uses=(merge_outlines,),
)
def skyline(buildings):
    """Find the outline of buildings, given by left side, right side and height, as places with a new height."""
    if len(buildings) == 1:  #: a building alone goes up and down |
        left, right, height = buildings[0]
        return [(left, height), (right, 0)]
    middle = len(buildings) // 2
    return merge_outlines(skyline(buildings[:middle]), skyline(buildings[middle:]))


@implementation(of=skyline)
def skyline_from_corners(buildings):
    """Find the outline of buildings, given by left side, right side and height, from the highest at each corner."""
    corners = sorted({x for left, right, _ in buildings for x in (left, right)})
    outline = []
    for x in corners:
        height = 0
        for left, right, top in buildings:
            if left <= x < right and top > height:  #: this building stands out here |
                height = top
        if not outline or outline[-1][1] != height:  #: the height changes | the height is the same as before
            outline.append((x, height))
    return outline
