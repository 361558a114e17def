"""Sorting by a structure in the data: a heap, gaps, digits, buckets, and flips of a stack."""

import heapq
from bisect import insort

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.sequences import digit_ints, int_list, marks_and_largest


def sift_down(values, root, end):
    while 2 * root + 1 < end:  #: | there is no child below it
        child = 2 * root + 1
        if child + 1 < end and values[child] < values[child + 1]:  #: the right child is the larger | the left child stays the candidate
            child += 1
        if values[root] >= values[child]:  #: the heap is in order here | the larger child moves up
            break
        values[root], values[child] = values[child], values[root]
        root = child


@algorithm(
    family="sorting_by_structure",
    reference="Williams, Algorithm 232: Heapsort, Communications of the ACM 7 (1964)",
    inputs=int_list,
    uses=(sift_down,),
)
def heapsort(values):
    """Sort a list in place by making it a heap and moving the largest value behind the rest again and again."""
    for root in range(len(values) // 2 - 1, -1, -1):
        sift_down(values, root, len(values))
    for end in range(len(values) - 1, 0, -1):
        values[0], values[end] = values[end], values[0]
        sift_down(values, 0, end)
    return values


@implementation(of=heapsort, imports="import heapq")
def heapsort_with_a_queue(values):
    """Sort a list by pushing its values to a heap and popping the smallest again and again."""
    heap = []
    for value in values:
        heapq.heappush(heap, value)
    ordered = []
    while heap:  #: | the heap is used up
        ordered.append(heapq.heappop(heap))
    return ordered


class Heap:
    def __init__(self):
        self.values = []

    def push(self, value):
        values = self.values
        values.append(value)
        child = len(values) - 1
        while child > 0 and values[(child - 1) // 2] > values[child]:  #: the value is smaller than its parent | the heap is in order
            parent = (child - 1) // 2
            values[parent], values[child] = values[child], values[parent]
            child = parent

    def pop(self):
        values = self.values
        values[0], values[-1] = values[-1], values[0]
        smallest = values.pop()
        parent, child = 0, 1
        while child < len(values):  #: | there is no child below it
            if child + 1 < len(values) and values[child + 1] < values[child]:  #: the right child is the smaller |
                child += 1
            if values[parent] <= values[child]:  #: the heap is in order | the smaller child moves up
                break
            values[parent], values[child] = values[child], values[parent]
            parent, child = child, 2 * child + 1
        return smallest


@implementation(of=heapsort, uses=(Heap,))
def heapsort_with_a_heap_object(values):
    """Sort a list by pushing its values to a heap object and popping them in order."""
    heap = Heap()
    for value in values:
        heap.push(value)
    return [heap.pop() for _ in values]


@algorithm(
    family="sorting_by_structure",
    reference="Shell, A High-Speed Sorting Procedure, Communications of the ACM 2 (1959)",
    inputs=int_list,
)
def shell_sort(values):
    """Sort a list in place by insertion among values that stand a gap apart, with smaller and smaller gaps."""
    gap = len(values) // 2
    while gap > 0:  #: | neighbours have been compared, so the list is sorted
        for i in range(gap, len(values)):
            value = values[i]
            j = i
            while j >= gap and values[j - gap] > value:  #: the larger value moves up by the gap | the value has found its place
                values[j] = values[j - gap]
                j -= gap
            values[j] = value
        gap //= 2
    return values


def insert_each(column):
    ordered = []
    for value in column:
        place = len(ordered)
        while place > 0 and ordered[place - 1] > value:  #: the value belongs further left | this is its place
            place -= 1
        ordered.insert(place, value)
    return ordered


@implementation(of=shell_sort, uses=(insert_each,))
def shell_sort_by_columns(values):
    """Sort a list in place by sorting the columns that it has when it is written in rows, with fewer and fewer columns."""
    columns = len(values) // 2
    while columns > 0:  #: | even a single column has been sorted
        for start in range(columns):
            values[start::columns] = insert_each(values[start::columns])
        columns //= 2
    return values


@algorithm(
    family="sorting_by_structure",
    reference="Cormen, Leiserson and Rivest, Introduction to Algorithms, section 9.3 (1990)",
    inputs=digit_ints,
)
def radix_sort(values):
    """Sort a list of integers from 0 up by their digits, from the last digit to the first, and return it."""
    if values and min(values) < 0:  #: a negative value has no digits to sort by |
        raise ValueError("radix sort needs values from 0 up")
    place = 1
    while values and max(values) // place > 0:  #: some value has a digit here | no value has a digit left
        buckets = [[] for _ in range(10)]
        for value in values:
            buckets[value // place % 10].append(value)
        ordered = []
        for bucket in buckets:
            ordered.extend(bucket)
        values = ordered
        place *= 10
    return values


@implementation(of=radix_sort)
def radix_sort_from_the_first_digit(values, place=100):
    """Sort a list of integers from 0 to 999 by their digits, from the first digit to the last, by recursion."""
    if place == 0 or len(values) <= 1:  #: there is nothing left to tell apart |
        return values
    buckets = {}
    for value in values:
        if value < 0:  #: a negative value has no digits to sort by |
            raise ValueError("radix sort needs values from 0 up")
        digit = value // place % 10
        buckets.setdefault(digit, []).append(value)
    ordered = []
    for digit in sorted(buckets):
        ordered += radix_sort_from_the_first_digit(buckets[digit], place // 10)
    return ordered


@algorithm(
    family="sorting_by_structure",
    reference="Isaac and Singleton, Sorting by Address Calculation, Journal of the ACM 3 (1956)",
    inputs=marks_and_largest,
)
def bucket_sort(values, largest):
    """Sort integers from 0 to a given largest one by spreading them over buckets and sorting each bucket."""
    count = len(values)
    buckets = [[] for _ in range(count)]
    for value in values:
        index = value * count // (largest + 1)
        buckets[index].append(value)
    ordered = []
    for bucket in buckets:
        if len(bucket) > 1:  #: the values in it have to be sorted | there is nothing to sort in it
            bucket.sort()
        ordered.extend(bucket)
    return ordered


@implementation(of=bucket_sort, imports="from bisect import insort")
def bucket_sort_with_insertion(values, largest):
    """Sort integers from 0 to a given largest one by inserting each into the bucket of its range."""
    width = largest // len(values) + 1 if values else 1
    buckets = {}
    for value in values:
        number = value // width
        if number not in buckets:  #: the bucket is still missing | the bucket is there already
            buckets[number] = []
        insort(buckets[number], value)
    ordered = []
    for number in range(largest // width + 1):
        ordered.extend(buckets.get(number, []))
    return ordered


@algorithm(
    family="sorting_by_structure",
    reference="Lacey and Box, A Fast, Easy Sort, Byte 16 (1991)",
    inputs=int_list,
)
def comb_sort(values):
    """Sort a list in place by swapping values a shrinking gap apart, and return it."""
    gap = len(values)
    swapped = True
    while gap > 1 or swapped:  #: | neighbours are in order everywhere
        gap = max(1, gap * 10 // 13)
        swapped = False
        for i in range(len(values) - gap):
            if values[i] > values[i + gap]:  #: they are out of order | they are in order
                values[i], values[i + gap] = values[i + gap], values[i]
                swapped = True
    return values


def shrinking_gaps(count):
    gap = count
    while gap > 1:  #: | neighbours have been reached
        gap = max(1, gap * 10 // 13)
        yield gap


@implementation(of=comb_sort, uses=(shrinking_gaps,))
def comb_sort_and_insertion(values):
    """Sort a list in place by one pass for each gap of a comb, and insertion at the end."""
    for gap in shrinking_gaps(len(values)):
        for left, right in zip(range(len(values)), range(gap, len(values))):
            if values[left] > values[right]:  #: the larger value is on the left | they are in order
                values[left], values[right] = values[right], values[left]
    for i in range(1, len(values)):
        while i > 0 and values[i - 1] > values[i]:  #: the value moves left | the value is in place
            values[i - 1], values[i] = values[i], values[i - 1]
            i -= 1
    return values


def flip(stack, count):
    low, high = 0, count - 1
    while low < high:
        stack[low], stack[high] = stack[high], stack[low]
        low += 1
        high -= 1


@algorithm(
    family="sorting_by_structure",
    reference="Gates and Papadimitriou, Bounds for Sorting by Prefix Reversal, Discrete Mathematics 27 (1979)",
    inputs=int_list,
    uses=(flip,),
)
def pancake_sort(values):
    """Sort a list in place by reversing starts of it, and return it."""
    for count in range(len(values), 1, -1):
        largest = max(range(count), key=values.__getitem__)
        if largest != count - 1:  #: the largest value has to move | the largest value is in place
            flip(values, largest + 1)
            flip(values, count)
    return values


@implementation(of=pancake_sort)
def pancake_sort_with_slices(values):
    """Sort a list by flipping slices of it, printing how many values are flipped."""
    for count in range(len(values), 1, -1):
        top = values.index(max(values[:count])) + 1
        if top == count:  #: the largest of them lies at the bottom already |
            continue
        if top > 1:  #: the largest of them is flipped to the top | the largest of them is on top
            print("flip", top)
            values = values[:top][::-1] + values[top:]
        print("flip", count)
        values = values[:count][::-1] + values[count:]
    return values
