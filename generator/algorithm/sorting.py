"""Sorting: bubble, insertion, selection, merge, quick and counting sort."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.sequences import int_list, ints_and_largest, ints_or_names


@algorithm(
    family="sorting",
    reference="Knuth, The Art of Computer Programming 3, section 5.2.2 (1973)",
    inputs=int_list,
)
def bubble_sort(values):
    """Sort a list in place by swapping neighbours that are out of order, pass after pass, and return it."""
    for end in range(len(values) - 1, 0, -1):
        swapped = False
        for j in range(end):
            if values[j] > values[j + 1]:  #: they are out of order | they are in order already
                values[j], values[j + 1] = values[j + 1], values[j]
                swapped = True
        if not swapped:  #: the pass changed nothing and the list is sorted | some neighbours were out of order in this pass
            break
    return values


@implementation(of=bubble_sort)
def bubble_sort_to_last_swap(values):
    """Sort a list in place by passes that end where the last swap of the pass before was, and return it."""
    end = len(values) - 1
    while end > 0:  #: | nothing is left to compare
        last_swap = 0
        for j in range(end):
            if values[j] > values[j + 1]:  #: the larger value moves right | they are in order
                values[j], values[j + 1] = values[j + 1], values[j]
                last_swap = j
        end = last_swap  #: everything behind this index is in place
    return values


@algorithm(
    family="sorting",
    reference="Knuth, The Art of Computer Programming 3, section 5.2.1 (1973)",
    inputs=int_list,
)
def insertion_sort(values):
    """Sort a list in place by moving each value left past the larger ones, and return it."""
    for i in range(1, len(values)):
        key = values[i]
        j = i - 1
        while j >= 0 and values[j] > key:  #: the key belongs further left | the key has found its place
            values[j + 1] = values[j]
            j -= 1
        values[j + 1] = key
    return values


@implementation(of=insertion_sort)
def insertion_sort_by_swaps(values):
    """Sort a list in place by swapping each value left past the larger ones, and return it."""
    for i in range(1, len(values)):
        for j in range(i, 0, -1):
            if values[j - 1] <= values[j]:  #: the value is in place | the larger neighbour has to give way
                break
            values[j - 1], values[j] = values[j], values[j - 1]
    return values


@algorithm(
    family="sorting",
    reference="Knuth, The Art of Computer Programming 3, section 5.2.3 (1973)",
    inputs=int_list,
)
def selection_sort(values):
    """Sort a list in place by swapping the smallest of the remaining values to the front, and return it."""
    for i in range(len(values) - 1):
        smallest = i
        for j in range(i + 1, len(values)):
            if values[j] < values[smallest]:  #: it is smaller than all before it in this search | it is no new minimum
                smallest = j
        if smallest != i:  #: the smallest remaining value goes to the front | the smallest remaining value is in front already
            values[i], values[smallest] = values[smallest], values[i]
    return values


@implementation(of=selection_sort)
def selection_sort_by_removal(values):
    """Sort a list by moving the smallest of what is left to the end of a new list, and return that."""
    ordered = []
    while values:  #: | every value has been moved
        smallest = values[0]
        for value in values:
            if value < smallest:  #: a smaller value is found |
                smallest = value
        values.remove(smallest)
        ordered.append(smallest)
    return ordered


def merge(left, right):
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):  #: | a side is used up, so the rest of the other follows
        if left[i] <= right[j]:  #: the left side gives the next value | the right side gives it
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


@algorithm(
    family="sorting",
    reference="Goldstine and von Neumann, Planning and Coding of Problems, part II, volume 2 (1948)",
    inputs=ints_or_names,
    uses=(merge,),
)
def merge_sort(values):
    """Sort a list by merging sorted parts into longer ones, and return the sorted list."""
    if len(values) <= 1:  #: so short a list is sorted |
        return values
    middle = len(values) // 2  #: the list is split at index {}
    left = merge_sort(values[:middle])
    right = merge_sort(values[middle:])
    return merge(left, right)


@implementation(of=merge_sort, uses=(merge,))
def merge_sort_bottom_up(values):
    """Sort a list by merging sorted runs until a single run is left, and return the sorted list."""
    runs = [[value] for value in values]
    while len(runs) > 1:
        merged = []
        for k in range(0, len(runs) - 1, 2):
            merged.append(merge(runs[k], runs[k + 1]))
        if len(runs) % 2 == 1:  #: the last run has no partner in this round |
            merged.append(runs[-1])
        runs = merged
    return runs[0]


def partition(values, low, high):
    pivot = values[high]
    boundary = low
    for j in range(low, high):
        if values[j] < pivot:  #: it belongs in front of the pivot | it may stay behind the boundary
            values[boundary], values[j] = values[j], values[boundary]
            boundary += 1
    values[boundary], values[high] = values[high], values[boundary]
    return boundary


@algorithm(
    family="sorting",
    reference="Hoare, Algorithm 64: Quicksort, Communications of the ACM 4 (1961)",
    inputs=int_list,
    uses=(partition,),
)
def quicksort(values):
    """Sort a list by parting it into smaller and larger values around a pivot, and return the sorted list."""

    def sort(low, high):
        if low < high:  #: | a part this short is sorted
            middle = partition(values, low, high)
            sort(low, middle - 1)
            sort(middle + 1, high)

    sort(0, len(values) - 1)
    return values


@implementation(of=quicksort)
def quicksort_by_parts(values):
    """Sort a list by sorting the values below a pivot and those above it, and return the sorted list."""
    if len(values) <= 1:  #: there is nothing to sort |
        return values
    pivot = values[len(values) // 2]  #: the value in the middle is the pivot
    smaller = [value for value in values if value < pivot]
    equal = [value for value in values if value == pivot]
    larger = [value for value in values if value > pivot]
    return quicksort_by_parts(smaller) + equal + quicksort_by_parts(larger)


@algorithm(
    family="sorting",
    reference="Seward, Information Sorting in the Application of Electronic Digital Computers (1954)",
    inputs=ints_and_largest,
)
def counting_sort(values, largest):
    """Sort a list of integers from 0 to a given largest one by counting each, and return the sorted list."""
    counts = [0] * (largest + 1)
    for value in values:
        counts[value] += 1
    ordered = []
    for value, count in enumerate(counts):
        ordered.extend([value] * count)
    return ordered


@implementation(of=counting_sort)
def counting_sort_by_places(values, largest):
    """Sort a list of integers from 0 to a given largest one by the place that the counts give to each."""
    counts = [0] * (largest + 1)
    for value in values:
        counts[value] += 1
    for value in range(1, largest + 1):
        counts[value] += counts[value - 1]
    ordered = [None] * len(values)
    for value in reversed(values):
        counts[value] -= 1
        ordered[counts[value]] = value
    return ordered
