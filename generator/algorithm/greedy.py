"""Greedy algorithms: the choice that looks best now is right in the end."""

import heapq
from fractions import Fraction

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.choices import (
    activities,
    cargo,
    fuel_and_distances,
    intervals,
    jobs_with_penalties,
    letter_weights,
)


@algorithm(
    family="greedy",
    reference="Gavril, Algorithms for Minimum Coloring and Maximum Clique of a Chordal Graph (1972)",
    inputs=activities,
)
def activity_selector(activities):
    """Choose as many activities as can be attended, given by name, start and finish, taking the earliest finish first."""
    chosen = []
    free_from = 0
    for name, start, finish in sorted(activities, key=lambda activity: activity[2]):
        if start >= free_from:  #: it begins when nothing else goes on | it overlaps with the activity that was chosen last
            chosen.append(name)
            free_from = finish
    return chosen


def select_from(ordered, index, free_from):
    while index < len(ordered) and ordered[index][1] < free_from:  #: this activity begins too early |
        index += 1
    if index == len(ordered):  #: no activity is left |
        return []
    name, _, finish = ordered[index]
    return [name] + select_from(ordered, index + 1, finish)


@implementation(of=activity_selector, uses=(select_from,))
def activity_selector_recursive(activities):
    """Choose as many activities as can be attended by taking the earliest finish and choosing from what comes after it."""
    ordered = sorted(activities, key=lambda activity: activity[2])
    return select_from(ordered, 0, 0)


@algorithm(
    family="greedy",
    reference="Cormen, Leiserson and Rivest, Introduction to Algorithms, section 17.5 (1990)",
    inputs=jobs_with_penalties,
)
def task_scheduling(tasks):
    """Find the least total penalty of tasks of a day each, given by name, deadline and penalty, of which some are late."""
    slots = [None] * len(tasks)
    lost = 0
    for name, deadline, penalty in sorted(tasks, key=lambda task: -task[2]):
        day = min(deadline, len(tasks)) - 1
        while day >= 0 and slots[day] is not None:  #: this day is taken |
            day -= 1
        if day >= 0:  #: the task is done in time | the task is late and its penalty is due
            slots[day] = name
        else:
            lost += penalty
    return lost


@implementation(of=task_scheduling, imports="import heapq")
def task_scheduling_with_a_heap(tasks):
    """Find the least total penalty of tasks of a day each by dropping the cheapest task whenever a deadline is missed."""
    kept = []
    lost = 0
    for name, deadline, penalty in sorted(tasks, key=lambda task: task[1]):
        heapq.heappush(kept, penalty)
        if len(kept) > deadline:  #: there are more tasks than days | all of them can be done in time
            lost += heapq.heappop(kept)
    return lost


@algorithm(
    family="greedy",
    reference="Huffman, A Method for the Construction of Minimum-Redundancy Codes, Proceedings of the IRE 40 (1952)",
    inputs=letter_weights,
    imports="import heapq",
)
def huffman_codes(weights):
    """Compute how many bits a text takes in a Huffman code, from how often each letter stands in it."""
    heap = list(weights.values())
    heapq.heapify(heap)
    bits = 0
    while len(heap) > 1:  #: | a single tree is left
        first = heapq.heappop(heap)
        second = heapq.heappop(heap)
        bits += first + second
        heapq.heappush(heap, first + second)
    return bits


def lighter_front(leaves, trees):
    if not trees or leaves and leaves[0] <= trees[0]:  #: a leaf is the lightest | a tree is the lightest
        return leaves.pop(0)
    return trees.pop(0)


@implementation(of=huffman_codes, uses=(lighter_front,))
def huffman_codes_with_two_queues(weights):
    """Compute how many bits a text takes in a Huffman code with a queue of leaves and a queue of trees."""
    leaves = sorted(weights.values())
    trees = []
    bits = 0
    while len(leaves) + len(trees) > 1:  #: | a single tree is left
        weight = lighter_front(leaves, trees) + lighter_front(leaves, trees)
        bits += weight
        trees.append(weight)
    return bits


@algorithm(
    family="greedy",
    reference="Dantzig, Discrete-Variable Extremum Problems, Operations Research 5 (1957)",
    inputs=cargo,
    imports="from fractions import Fraction",
)
def fractional_knapsack(goods, capacity):
    """Find the largest value that fits into a knapsack, from goods by weight and value that may be taken in part."""
    total = 0
    for weight, value in sorted(goods.values(), key=lambda good: Fraction(good[1], good[0]), reverse=True):
        if weight <= capacity:  #: all of it fits in | only a part of it fits in
            total += value
            capacity -= weight
        else:
            total += Fraction(value * capacity, weight)
            break
    return str(total)


@implementation(of=fractional_knapsack, imports="from fractions import Fraction")
def fractional_knapsack_by_best_offer(goods, capacity):
    """Find the largest value that fits into a knapsack by taking from the goods of the best value by weight."""
    left = dict(goods)
    total = 0
    while left and capacity > 0:  #: | there is nothing more to take
        best = max(left, key=lambda name: Fraction(left[name][1], left[name][0]))
        weight, value = left.pop(best)
        taken = min(weight, capacity)
        total += Fraction(value * taken, weight)
        capacity -= taken
    return str(total)


@algorithm(
    family="greedy",
    reference="Klee, Can the Measure of a Union of Intervals Be Computed Faster, American Mathematical Monthly 84 (1977)",
    inputs=intervals,
)
def merge_intervals(intervals):
    """Merge the intervals that overlap or touch, and return those that are left in order."""
    merged = []
    for start, end in sorted(intervals):
        if start > end:  #: the interval ends before it starts |
            raise ValueError("not an interval")
        if merged and start <= merged[-1][1]:  #: it begins within the interval before, or where that ends | it stands apart from what came before
            last = merged[-1]
            last[1] = max(last[1], end)
        else:
            merged.append([start, end])
    return merged


@implementation(of=merge_intervals)
def merge_intervals_by_sweep(intervals):
    """Merge the intervals that overlap or touch by counting how many are open at each end point."""
    events = []
    for start, end in intervals:
        if start > end:  #: the interval ends before it starts |
            raise ValueError("not an interval")
        events.append((start, False))
        events.append((end, True))
    merged = []
    depth = 0
    for place, closes in sorted(events):
        if closes:  #: an interval ends here | an interval begins here
            depth -= 1
            if depth == 0:  #: no interval is open any more | others are still open
                merged[-1].append(place)
        else:
            if depth == 0:  #: it opens a merged interval | it lies in the merged interval
                merged.append([place])
            depth += 1
    return merged


@algorithm(
    family="greedy",
    reference="Lovasz, Combinatorial Problems and Exercises (1979)",
    inputs=fuel_and_distances,
)
def gas_station(fuel, distances):
    """Find the station from which a car can drive a whole circle, with fuel at each station, or -1."""
    if sum(fuel) < sum(distances):  #: there is too little fuel for the circle | there is fuel enough somewhere
        return -1
    tank = start = 0
    for station in range(len(fuel)):
        tank += fuel[station] - distances[station]
        if tank < 0:  #: the car gets stuck on the way to the next station | the car reaches the next station
            tank, start = 0, station + 1
    return start


@implementation(of=gas_station)
def gas_station_by_trying(fuel, distances):
    """Find the station from which a car can drive a whole circle by trying each of them, or -1."""
    count = len(fuel)
    for start in range(count):
        tank = 0
        for step in range(count):
            station = (start + step) % count
            tank += fuel[station] - distances[station]
            if tank < 0:  #: the car gets stuck | the car goes on
                break
        else:
            return start
    return -1
