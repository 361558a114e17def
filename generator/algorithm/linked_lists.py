"""Linked lists: reversing, merging and removing, cycles, a circle of people, and a cache."""

from collections import OrderedDict, deque

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.lists import (
    cache_calls,
    following_and_start,
    list_and_place,
    people_and_step,
    some_values,
    two_sorted_lists,
)


class Node:
    def __init__(self, value, following=None):
        self.value = value
        self.following = following


@algorithm(
    family="linked_lists",
    reference="Knuth, The Art of Computer Programming 1, section 2.2.3 (1968)",
    inputs=some_values,
    uses=(Node,),
)
def reverse_linked_list(values):
    """Reverse a linked list of the given values by turning each link round, and list its values."""
    head = None
    for value in reversed(values):
        head = Node(value, head)
    done = None
    while head is not None:  #: | every link has been turned round
        rest = head.following
        head.following = done
        done = head
        head = rest
    found = []
    while done is not None:  #: | the end of the list is reached
        found.append(done.value)
        done = done.following
    return found


@implementation(of=reverse_linked_list)
def reverse_linked_list_of_indices(values):
    """Reverse a linked list that is kept as the index of what follows each value, and list its values."""
    following = [i + 1 for i in range(len(values))]
    if following:  #: the last value is followed by nothing |
        following[-1] = None
    before = None
    current = 0 if values else None
    while current is not None:  #: | every link has been turned round
        following[current], before, current = before, current, following[current]
    found = []
    while before is not None:  #: | the end of the list is reached
        found.append(values[before])
        before = following[before]
    return found


def linked(values):
    rest = None
    for value in reversed(values):
        rest = (value, rest)
    return rest


@algorithm(
    family="linked_lists",
    reference="McCarthy, Recursive Functions of Symbolic Expressions and Their Computation by Machine (1960)",
    inputs=two_sorted_lists,
    uses=(linked,),
)
def merge_linked_lists(left, right):
    """Merge two sorted lists that are linked as pairs of a head and a rest, and return the pairs of the merged list."""

    def merge(a, b):
        if a is None or b is None:  #: a list is used up | both lists have a head
            return a or b
        if a[0] <= b[0]:  #: the left list gives the head | the right list gives the head
            return a[0], merge(a[1], b)
        return b[0], merge(a, b[1])

    return merge(linked(left), linked(right))


@implementation(of=merge_linked_lists, uses=(linked,))
def merge_linked_lists_from_back(left, right):
    """Merge two sorted lists from their ends, so that each pair is linked to the pairs behind it."""
    merged = None
    while left and right:  #: | a list is used up
        larger = right if right[-1] >= left[-1] else left
        value = larger.pop()
        merged = (value, merged)
    rest = left or right
    while rest:  #: | both lists are used up
        value = rest.pop()
        merged = (value, merged)
    return merged


@algorithm(
    family="linked_lists",
    reference="Knuth, The Art of Computer Programming 2, section 3.1, exercise 6 (1969)",
    inputs=following_and_start,
)
def find_cycle(following, start):
    """Find the length of the cycle that a walk from a start along links falls into, or None if the walk ends."""
    slow = fast = start
    while True:
        for _ in range(2):
            fast = following[fast]
            if fast is None:  #: the walk ends here | the walk goes on
                return None
        slow = following[slow]
        if slow == fast:  #: the fast walker has caught up | they are at different places
            break
    length = 1
    fast = following[fast]
    while fast != slow:  #: | the walk has gone round the whole cycle
        fast = following[fast]
        length += 1
    return length


@implementation(of=find_cycle)
def find_cycle_with_memory(following, start):
    """Find the length of the cycle that a walk falls into by noting when each place was reached."""
    reached = {}
    place = start
    while place is not None:  #: | the walk has come to an end
        if place in reached:  #: the walk has been here before | this place is new
            return len(reached) - reached[place]
        reached[place] = len(reached)
        place = following[place]
    return None


@algorithm(
    family="linked_lists",
    reference="Knuth, The Art of Computer Programming 1, section 1.3.2, exercise 22 (1968)",
    inputs=people_and_step,
)
def circle_of_leavers(people, step):
    """List the order in which people who sit in a circle leave it when every so manieth has to go."""
    following = {}
    for i, person in enumerate(people):
        following[person] = people[(i + 1) % len(people)]
    before = people[-1]
    order = []
    while following:  #: | the circle is empty
        for _ in range(step - 1):
            before = following[before]
        gone = following[before]
        following[before] = following.pop(gone)
        order.append(gone)
        if before == gone:  #: nobody is left | the circle is closed again
            break
    return order


@implementation(of=circle_of_leavers, imports="from collections import deque")
def circle_of_leavers_with_deque(people, step):
    """List the order in which people leave a circle by turning a queue."""
    circle = deque(people)
    order = []
    while circle:  #: | nobody is left
        circle.rotate(1 - step)
        order.append(circle.popleft())
    return order


@algorithm(
    family="linked_lists",
    reference="Mattson, Gecsei, Slutz and Traiger, Evaluation Techniques for Storage Hierarchies (1970)",
    inputs=cache_calls,
    imports="from collections import OrderedDict",
)
def lru_cache(capacity, requests):
    """List the requests that a cache misses when it throws out what has not been used for the longest time."""
    cache = OrderedDict()
    missed = []
    for page in requests:
        if page in cache:  #: the cache holds it, and it becomes the latest | the cache does not hold it
            cache.move_to_end(page)
            continue
        missed.append(page)
        if len(cache) == capacity:  #: the cache is full, so the oldest has to go | there is room
            cache.popitem(last=False)
        cache[page] = True
    return missed


@implementation(of=lru_cache)
def lru_cache_in_a_list(capacity, requests):
    """List the requests that a cache misses, with the cache as a list from the oldest to the latest."""
    cache = []
    missed = []
    for page in requests:
        try:
            place = cache.index(page)
        except ValueError:
            missed.append(page)
            place = 0
        if page in cache or len(cache) == capacity:  #: the page itself, or the oldest of a full cache, leaves its place | there is room
            cache.pop(place)
        cache.append(page)
    return missed


@algorithm(
    family="linked_lists",
    reference="LeetCode, Problem 19, Remove Nth Node From End of List (2012)",
    inputs=list_and_place,
)
def remove_from_end(values, place):
    """Remove the value at a place counted from the end of a list that is kept as links, and list what is left."""
    following = {None: 0}
    for i in range(len(values)):
        following[i] = i + 1
    ahead = 0
    for _ in range(place):
        if ahead == len(values):  #: the list is too short | the list goes on
            raise IndexError("the list is too short")
        ahead = following[ahead]
    behind = None
    while ahead != len(values):  #: the walker ahead is not at the end | the walker ahead is at the end
        ahead = following[ahead]
        behind = following[behind]
    following[behind] = following[following[behind]]
    left = []
    walker = following[None]
    while walker != len(values):  #: | the end is reached
        left.append(values[walker])
        walker = following[walker]
    return left
