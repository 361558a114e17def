"""Backtracking: queens, sums, brackets and signs."""

from itertools import product

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.arrangements import (
    board_and_holes,
    bracket_pattern,
    numbers_and_result,
    numbers_and_target,
)


@algorithm(
    family="backtracking",
    reference="Dijkstra, Notes on Structured Programming (1972)",
    inputs=board_and_holes,
)
def n_queens(size, forbidden):
    """Find a column for a queen in each row of a board such that none attacks another and none stands on a forbidden square, or return None."""
    columns = []

    def is_safe(row, column):
        if (row, column) in forbidden:  #: the square is forbidden | the square can be used
            return False
        for other, taken in enumerate(columns):
            if taken == column or abs(taken - column) == row - other:  #: that queen attacks the square | that queen does not reach it
                return False
        return True

    def place(row):
        if row == size:  #: every row has its queen | this row needs a queen
            return True
        for column in range(size):
            if is_safe(row, column):  #: the queen can stand here | it cannot stand here
                columns.append(column)
                placed = place(row + 1)
                if placed:  #: the rows below could be filled too | the rows below could not be filled
                    return True
                columns.pop()
        return False

    return columns if place(0) else None


@implementation(of=n_queens)
def n_queens_with_sets(size, forbidden):
    """Find a column for a queen in each row by keeping the columns and diagonals that are taken, or return None."""

    def place(columns, falling, rising):
        row = len(columns)
        if row == size:  #: every row has its queen | this row needs a queen
            return columns
        for column in range(size):
            if (row, column) in forbidden or column in columns:  #: the square cannot be used | the square and its column are free
                continue
            if row - column in falling or row + column in rising:  #: a queen stands on its diagonals | its diagonals are free
                continue
            found = place(columns + [column], falling | {row - column}, rising | {row + column})
            if found:  #: the rows below could be filled too | the rows below could not be filled
                return found
        return None

    return place([], set(), set())


@algorithm(
    family="backtracking",
    reference="Horowitz and Sahni, Computing Partitions with Applications to the Knapsack Problem (1974)",
    inputs=numbers_and_target,
)
def subsets_with_sum(numbers, target):
    """List all ways to choose some of the given positive numbers such that they add up to a target."""
    found = []

    def extend(start, chosen, missing):
        if missing == 0:  #: the chosen numbers reach the target | something is missing
            found.append(list(chosen))
            return
        for i in range(start, len(numbers)):
            if numbers[i] <= missing:  #: the number fits | the number is too large
                chosen.append(numbers[i])
                extend(i + 1, chosen, missing - numbers[i])
                chosen.pop()

    extend(0, [], target)
    return found


@implementation(of=subsets_with_sum)
def subsets_with_sum_by_growing(numbers, target):
    """List all ways to choose numbers with a given sum by adding each number to every choice so far."""
    choices = [[]]
    for number in reversed(numbers):
        choices = [[number] + chosen for chosen in choices if number + sum(chosen) <= target] + choices
    return [chosen for chosen in choices if sum(chosen) == target]


@algorithm(
    family="backtracking",
    reference="Knuth, The Art of Computer Programming 4A, section 7.2.1.6 (2011)",
    inputs=bracket_pattern,
)
def fill_brackets(pattern):
    """List all ways to put brackets for the question marks of a pattern such that the brackets match."""
    found = []

    def extend(text, depth):
        if depth < 0 or depth > len(pattern) - len(text):  #: the brackets cannot match any more | the brackets can still match
            return
        if len(text) == len(pattern):  #: the text is complete | brackets are missing
            found.append(text)
            return
        mark = pattern[len(text)]
        if mark != ")":  #: it may be opened here | it has to be closed here
            extend(text + "(", depth + 1)
        if mark != "(":  #: it may be closed here | it has to be opened here
            extend(text + ")", depth - 1)

    extend("", 0)
    return found


@implementation(of=fill_brackets)
def fill_brackets_by_places(pattern):
    """List all ways to put brackets for question marks by keeping every beginning that can still match."""
    beginnings = {"": 0}
    for mark in pattern:
        longer = {}
        for text, depth in beginnings.items():
            if mark in "(?":  #: a bracket may be opened here | a bracket has to be closed here
                longer[text + "("] = depth + 1
            if mark in ")?" and depth > 0:  #: a bracket may be closed here | no bracket can be closed here
                longer[text + ")"] = depth - 1
        beginnings = longer
    return [text for text, depth in beginnings.items() if depth == 0]


@algorithm(
    family="backtracking",
    reference="Dudeney, Amusements in Mathematics (1917)",
    inputs=numbers_and_result,
)
def signs_to_target(numbers, target):
    """Print each way to put plus or minus between given numbers such that they give a target, and count the ways."""

    def search(i, text, value):
        if i == len(numbers):  #: every number is used | a number is left
            if value == target:  #: the target is hit | the target is missed
                print(text)
                return 1
            return 0
        plus = search(i + 1, f"{text}+{numbers[i]}", value + numbers[i])
        minus = search(i + 1, f"{text}-{numbers[i]}", value - numbers[i])
        return plus + minus

    return search(1, str(numbers[0]), numbers[0])


@implementation(of=signs_to_target, imports="from itertools import product")
def signs_to_target_by_product(numbers, target):
    """Print each way to put plus or minus between given numbers by going through all rows of signs."""
    head, *rest = numbers
    ways = 0
    for signs in product("+-", repeat=len(rest)):
        value = head
        for sign, number in zip(signs, rest):
            value += number if sign == "+" else -number
        if value == target:  #: the target is hit | the target is missed
            print(head, *signs)
            ways += 1
    return ways
