"""Heaps, stacks and queues: polish notation, a binary heap, merging, a stack with its minimum, and two queues."""

from heapq import heappop, heappush

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.operations import buffer_calls, heap_calls, queue_calls, sorted_lists, stack_calls
from generator.algorithm.samplers.texts import polish_tokens


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()

    def size(self):
        return len(self.items)


def combine(left, operator, right):
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    return left * right


@algorithm(
    family="heaps_and_stacks",
    reference="Hamblin, Translation to and from Polish Notation (1962)",
    inputs=polish_tokens,
    uses=(Stack, combine),
)
def reverse_polish(tokens):
    """Evaluate an expression in reverse Polish notation from its tokens, or return None if malformed."""
    stack = Stack()
    for token in tokens:
        if token in ("+", "-", "*"):  #: it is an operator | it is a number
            try:
                right = stack.pop()
                left = stack.pop()
            except IndexError:
                return None
            stack.push(combine(left, token, right))
        else:
            stack.push(int(token))
    if stack.size() != 1:  #: the tokens do not leave a single value |
        return None
    return stack.pop()


class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)
        child = len(self.items) - 1
        while child > 0:  #: | the item is at the top
            parent = (child - 1) // 2
            if self.items[parent] <= self.items[child]:  #: the parent is not larger | the parent is larger and has to give way
                break
            self.items[parent], self.items[child] = self.items[child], self.items[parent]
            child = parent

    def pop(self):
        top, last = self.items[0], self.items.pop()
        if self.items:  #: the last item goes to the top and sinks | the heap is empty now
            self.items[0] = last
            parent = 0
            while 2 * parent + 1 < len(self.items):  #: | it has no child left
                child = 2 * parent + 1
                if self.items[child + 1:] and self.items[child + 1] < self.items[child]:  #: the right child is smaller | the left child is taken
                    child += 1
                if self.items[parent] <= self.items[child]:  #: it is not larger than its children | the child moves up
                    break
                self.items[parent], self.items[child] = self.items[child], self.items[parent]
                parent = child
        return top


@algorithm(
    family="heaps_and_stacks",
    reference="Williams, Algorithm 232: Heapsort (1964)",
    inputs=heap_calls,
    uses=(Heap,),
)
def priority_queue(calls):
    """List what comes out of a priority queue when numbers are put in and None asks for the smallest."""
    heap = Heap()
    taken = []
    for item in calls:
        if item is None:  #: the smallest number is asked for | a number is put in
            taken.append(heap.pop())
        else:
            heap.push(item)
    return taken


@implementation(of=priority_queue, imports="from heapq import heappop, heappush")
def priority_queue_with_heapq(calls):
    """List what comes out of a priority queue that is kept by the standard library."""
    heap = []
    taken = []
    for item in calls:
        if item is None:  #: the smallest number is asked for | a number is put in
            taken.append(heappop(heap))
        else:
            heappush(heap, item)
    return taken


@algorithm(
    family="heaps_and_stacks",
    reference="Knuth, The Art of Computer Programming 3, section 5.4.1 (1973)",
    inputs=sorted_lists,
    imports="from heapq import heappop, heappush",
)
def merge_sorted_lists(lists):
    """Merge some sorted lists into a sorted list by a heap of their heads."""
    heap = []
    for i, values in enumerate(lists):
        if values:  #: its head goes into the heap | this list is empty
            heappush(heap, (values[0], i, 0))
    merged = []
    while heap:  #: | every list is used up
        value, i, place = heappop(heap)
        merged.append(value)
        if place + 1 < len(lists[i]):  #: the list has another value | that list is used up
            heappush(heap, (lists[i][place + 1], i, place + 1))
    return merged


@implementation(of=merge_sorted_lists)
def merge_sorted_lists_by_scanning(lists):
    """Merge some sorted lists by taking the smallest of their heads each time."""
    merged = []
    waiting = [values for values in lists if values]
    while waiting:  #: | every list is used up
        chosen = waiting[0]
        for values in waiting[1:]:
            if values[0] < chosen[0]:  #: this head is smaller | this head is not smaller
                chosen = values
        merged.append(chosen.pop(0))
        if not chosen:  #: the list is used up | values are left in it
            waiting.remove(chosen)
    return merged


class MinStack:
    def __init__(self):
        self.items = []
        self.minima = []

    def push(self, item):
        self.items.append(item)
        if not self.minima or item <= self.minima[-1]:  #: it is a new minimum | the minimum stays
            self.minima.append(item)

    def pop(self):
        if not self.items:  #: there is nothing to take |
            raise IndexError("pop from an empty stack")
        item = self.items.pop()
        if item == self.minima[-1]:  #: the minimum leaves the stack | the minimum stays
            self.minima.pop()


@algorithm(
    family="heaps_and_stacks",
    reference="LeetCode, Problem 155, Min Stack (2014)",
    inputs=stack_calls,
    uses=(MinStack,),
)
def min_stack(calls):
    """List the minimum of a stack after each call, where None takes the last number off, or None for an empty stack."""
    stack = MinStack()
    minima = []
    for item in calls:
        if item is None:  #: the last number is taken off | a number is put on
            try:
                stack.pop()
            except IndexError as error:
                print(error)
        else:
            stack.push(item)
        minima.append(stack.minima[-1] if stack.minima else None)
    return minima


@implementation(of=min_stack)
def min_stack_of_pairs(calls):
    """List the minimum of a stack after each call by keeping the minimum so far beside each number."""
    stack = []
    minima = []
    for item in calls:
        if item is not None:  #: a number is put on | the last number is taken off
            lowest = min(item, stack[-1][1]) if stack else item
            stack.append((item, lowest))
        elif len(stack) > 0:  #: | there is nothing to take
            stack.pop()
        minima.append(stack[-1][1] if stack else None)
    return minima


class Queue:
    def __init__(self):
        self.inbox = []
        self.outbox = []

    def put(self, item):
        self.inbox.append(item)

    def take(self):
        if not self.outbox:  #: the items have to be turned over | the next item is ready
            while self.inbox:  #: | everything has been turned over
                self.outbox.append(self.inbox.pop())
        return self.outbox.pop()


@algorithm(
    family="heaps_and_stacks",
    reference="Burton, An Efficient Functional Implementation of FIFO Queues (1982)",
    inputs=queue_calls,
    uses=(Queue,),
)
def queue_from_stacks(calls):
    """List what comes out of a queue made of two stacks, where None takes an item and an empty queue gives a dash."""
    queue = Queue()
    taken = []
    for item in calls:
        if item is not None:  #: an item is put in | an item is taken
            queue.put(item)
            continue
        try:
            taken.append(queue.take())
        except IndexError:
            taken.append("-")
    return taken


@implementation(of=queue_from_stacks)
def queue_from_stacks_in_place(calls):
    """List what comes out of a queue made of two stacks that turns everything over for each item it takes."""
    stack, spare, taken = [], [], []
    for item in calls:
        if item is not None:  #: an item is put in | an item is taken
            stack.append(item)
        elif not stack:  #: there is nothing to take | the oldest item lies at the bottom
            taken.append("-")
        else:
            while len(stack) > 1:  #: | only the oldest item is left
                spare.append(stack.pop())
            taken.append(stack.pop())
            while spare:  #: | everything is back in its place
                stack.append(spare.pop())
    return taken


@algorithm(
    family="heaps_and_stacks",
    reference="Knuth, The Art of Computer Programming 1, section 2.2.2 (1968)",
    inputs=buffer_calls,
)
def ring_buffer(capacity, calls):
    """List what comes out of a queue in an array that wraps around, where None takes an item, and stop at an overflow or underflow."""
    cells = [None] * capacity
    head = count = 0
    taken = []
    for item in calls:
        if item is None:  #: an item is taken | an item is put in
            if count == 0:  #: there is nothing to take |
                raise IndexError("underflow")
            taken.append(cells[head])
            head = (head + 1) % capacity
            count -= 1
        else:
            if count == capacity:  #: the array is full | there is room
                raise IndexError("overflow")
            cells[(head + count) % capacity] = item
            count += 1
    return taken


class Ring:
    def __init__(self, capacity):
        self.cells = [None] * capacity
        self.head = 0
        self.tail = 0

    def put(self, item):
        if self.tail - self.head == len(self.cells):  #: the array is full | there is room
            raise IndexError("overflow")
        self.cells[self.tail % len(self.cells)] = item
        self.tail += 1

    def take(self):
        if self.head == self.tail:  #: there is nothing to take | an item is waiting
            raise IndexError("underflow")
        self.head += 1
        return self.cells[(self.head - 1) % len(self.cells)]


@implementation(of=ring_buffer, uses=(Ring,))
def ring_buffer_with_counters(capacity, calls):
    """List what comes out of a queue in an array whose ends are counted on and on."""
    ring = Ring(capacity)
    taken = []
    for item in calls:
        if item is None:  #: an item is taken | an item is put in
            taken.append(ring.take())
        else:
            ring.put(item)
    return taken
