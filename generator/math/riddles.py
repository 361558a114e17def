"""Logic with numbers: riddles solved by search, digit puzzles, magic squares, working backwards."""

from __future__ import annotations

from math import lcm
from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell

_HERDS = (
    ("On a meadow, {who} sees {heads} heads and {legs} legs. They belong to ostriches with {low} legs, horses with "
     "{high} legs, and {known} beetles, which have {six} legs each and are part of the count. How many ostriches and "
     "how many horses are there?", (2, 4, 6), ("ostriches", "horses"), "leg"),
    ("In a workshop, {heads} vehicles with {legs} wheels in all are repaired: tricycles with {low} wheels, cars with "
     "{high} wheels, and {known} trucks with {six} wheels each. How many tricycles and how many cars are there?",
     (3, 4, 6), ("tricycles", "cars"), "wheel"),
    ("{who} counts {heads} tables with {legs} seats in all in a restaurant. Small tables have {low} seats, large ones "
     "have {high}, and {known} of the tables are round and have {six} seats each. How many small and how many large "
     "tables are there?", (4, 8, 6), ("small_tables", "large_tables"), "seat"),
    ("An aquarium shows {heads} animals with {legs} arms in all: starfish with {low} arms, octopuses with {high}, and "
     "{known} squids, which have {six} each. How many starfish and how many octopuses are there?", (5, 8, 10),
     ("starfish", "octopuses"), "arm"),
)  # fmt: skip


@word_problem(family="logic")
def heads_and_legs(rng: Random, size: int) -> tuple[str, str]:
    """There are 9 heads and 32 legs: ostriches with 2, horses with 4 and 2 beetles with 6 legs. How many? -> 4 3"""
    story, (low, high, six), (lows, highs), unit = rng.choice(_HERDS)
    few, many, known = rng.randint(2, 4 + size), rng.randint(2, 20 + 3 * size), rng.randint(2, 7 + size)
    heads, legs = few + many + known, low * many + high * few + six * known
    program = """
        ${head}s = $heads - $known  #: without the known ones, {:$head remains|${head}s remain}
        ${unit}s = $legs - $six * $known  #: without theirs, {:$unit remains|${unit}s remain}
        for $highs in range(${head}s + 1):
            $lows = ${head}s - $highs  #: that leaves {$lows} $one
            ${unit}s_then = $low * $lows + $high * $highs  #: together they have {:$unit|${unit}s}
            if ${unit}s_then == ${unit}s:  #: the numbers fit | the numbers do not fit
                break
        print($lows, $highs)  #: the answer is {$lows} $one and {$highs} $two
    """
    numbers = {"heads": heads, "legs": legs, "low": low, "high": high, "six": six, "known": known}
    head = "table" if unit == "seat" else "vehicle" if unit == "wheel" else "animal"
    names = {"lows": lows, "highs": highs, "unit": unit, "head": head}
    words = {"one": lows.replace("_", " "), "two": highs.replace("_", " ")}
    return tell(story, who=rng.choice(NAMES), **numbers), fill(program, **names, **words, **numbers)


_CROWDS = (
    ("{who} has fewer than {bound} {items}. When they are put in groups of {a}, {rest_a} {are_a} left over; in groups "
     "of {b}, {rest_b} {are_b} left over; and there are more than {low}. How many {items} can there be at least?"),
    ("A box holds more than {low} and fewer than {bound} {items}. Packed by {a}, they leave {rest_a}; packed by {b}, "
     "they leave {rest_b}. What is the smallest number of {items} for which this is true?"),
    ("How many {items} does {who} own if the number lies above {low} and below {bound}, leaves the remainder {rest_a} "
     "on division by {a} and the remainder {rest_b} on division by {b}? Give the smallest possible number."),
)  # fmt: skip
_ITEMS = ("marbles", "stamps", "walnuts", "beads", "shells", "coins", "cards", "pebbles", "tulips", "books")


@word_problem(family="logic")
def remainder_riddle(rng: Random, size: int) -> tuple[str, str]:
    """More than 10 marbles leave 2 in groups of 5 and 3 in groups of 7. How many are there at least? -> 17"""
    while True:
        a, b = rng.sample(range(3, 8 + size), 2)
        low = rng.randint(5, 30 + 10 * size)
        number = low + rng.randint(5, max(6, min(lcm(a, b), 6 * b)))
        if number % a and number % b and lcm(a, b) > max(a, b):
            break
    items = rng.choice(_ITEMS)
    rest_a, rest_b = number % a, number % b
    program = """
        number = $low + 1  #: the smallest number to try is {}
        while number % $b != $rest_b:  #: the remainder for the $which groups is wrong | this remainder is right
            number += 1  #: the next number to try is {}
        while number % $a != $rest_a:  #: the other remainder is wrong | both remainders are right
            number += $b  #: the next number that keeps the remainder is {}
        print(number)  #: there can be {number:$item|$items} at least
    """
    numbers = {"a": a, "b": b, "low": low, "rest_a": rest_a, "rest_b": rest_b}
    bound = number + rng.randint(lcm(a, b), 2 * lcm(a, b))
    are = {"are_a": "is" if rest_a == 1 else "are", "are_b": "is" if rest_b == 1 else "are"}
    statement = tell(rng.choice(_CROWDS), who=rng.choice(NAMES), items=items, bound=bound, **numbers, **are)
    which = "larger" if b > a else "smaller"
    return statement, fill(program, items=items, item=items[:-1], which=which, **numbers)


_REVERSALS = (
    ("The digits of a three-digit number add up to {total}, and the one in the middle is {middle}. Read backwards, the "
     "number becomes {by} {way}. Which number is it?"),
    ("{who} thinks of a number with three digits. Their sum is {total}, the middle digit is {middle}, and the number "
     "with its digits in the opposite order is {by} {way} than the number itself. What is the number?"),
    ("The licence number of {who}'s bicycle has three digits with the sum {total} and {middle} in the middle. If the "
     "first and the last digit change places, it becomes {by} {way}. What is the licence number?"),
    ("{who} tries to open a lock. Its code is a three-digit number with the middle digit {middle} and the digit sum "
     "{total}, and the code in reverse is {by} {way}. What is the code?"),
)  # fmt: skip


@word_problem(family="logic")
def swapped_digits(rng: Random, size: int) -> tuple[str, str]:
    """The digits of a number add up to 11, with 2 in the middle; backwards it is 297 larger. Which number? -> 326"""
    high = min(9, 6 + size)
    first, last = rng.sample(range(1, high + 1), 2)
    middle = rng.randint(0, 9)
    turned = 99 * (last - first)
    program = """
        outer = $total - $middle  #: the first and the last digit add up to {outer}
        for first in range(1, 10):
            last = outer - first  #: with this first digit, the last would have to be {}
            if not 1 <= last <= 9:  #: this is no possible digit | this is a possible digit
                continue
            number = 100 * first + 10 * $middle + last  #: the number would be {number}
            backwards = 100 * last + 10 * $middle + first  #: in the opposite order it would be {backwards}
            if backwards - number == $turned:  #: the difference is right | the difference is wrong
                break
        print(number)  #: the number is {number}
    """
    numbers = {"total": first + middle + last, "middle": middle}
    texts = {"who": rng.choice(NAMES), "by": abs(turned), "way": "larger" if turned > 0 else "smaller"}
    return tell(rng.choice(_REVERSALS), **texts, **numbers), fill(program, turned=turned, **numbers)


_SQUARES = (
    ("In a magic square, all rows, columns and both diagonals have the same sum. {who} knows the numbers {top} of the "
     "first row, from left to right, and the number {middle} at the left end of the second row. Which numbers complete "
     "the second row: the one in the middle, and the one on the right?"),
    ("Nine numbers are arranged in a magic square of three rows: every row, every column and both diagonals add up to "
     "the same. The first row is {top}, and the second row begins with {middle}. What are the other two numbers of the "
     "second row, from left to right?"),
    ("{who} draws a magic square with three rows, in which each row, column and diagonal has the same sum, but ink "
     "runs over a part of it. Legible are the first row, {top}, and the first number of the second row, {middle}. What "
     "are the second and the third number of that row?"),
)  # fmt: skip


@word_problem(family="logic")
def magic_square(rng: Random, size: int) -> tuple[str, str]:
    """A magic square begins with the row 2, 7, 6; the next row begins with 9. What are its other numbers? -> 5 1"""
    while True:
        centre = rng.randint(8, 20 + 5 * size)
        a, b = rng.randint(-6 - size, 6 + size), rng.randint(-6 - size, 6 + size)
        square = [centre + a, centre - a - b, centre + b, centre - a + b, centre, centre + a - b]
        if len({*square, *(2 * centre - n for n in square)}) == 9 and min(square) > 0 < 2 * centre - max(square):  # noqa: PLR2004 - nine different numbers
            break
    first, second, third, fourth, *_ = square
    program = """
        top = [$first, $second, $third]
        middle_left = $fourth
        magic = sum(top)  #: each row has to add up to {magic}
        bottom_left = magic - top[0] - middle_left  #: in the left column, the bottom number is {}
        centre = magic - top[2] - bottom_left  #: in the diagonal, the number in the centre is {}
        middle_right = magic - middle_left - centre  #: in the middle row, the number on the right is {}
        print(centre, middle_right)  #: the centre is {centre}, and the number on the right is {middle_right}
    """
    texts = {"who": rng.choice(NAMES), "top": listing([str(n) for n in square[:3]]), "middle": fourth}
    numbers = {"first": first, "second": second, "third": third, "fourth": fourth}
    return tell(rng.choice(_SQUARES), **texts), fill(program, **numbers)


_GATES = (
    ("{who} carries apples through {n} gates. At each gate the guard takes half of the apples and {more} more. Behind "
     "the last gate, {left} are left. How many apples did {who} have at first, and how many after the first gate?",
     "apple", "gate"),
    ("A trader visits {n} towns. In each of them the trader spends half of the money and then {more} euros more for "
     "a meal. At the end {left} euros are left. How many euros did the trader have at the start, and how many after the "
     "first town?", "euro", "town"),
    ("Eggs are sold to {n} customers, one after the other: each of them buys half of the eggs that are there and {more} "
     "more. After that, {left} remain. How many eggs were there in the beginning, and how many after the first "
     "customer?", "egg", "customer"),
    ("A tank is emptied in {n} steps. In each step, half of the water and then {more} more litres are let out, and in "
     "the end {left} litres are in the tank. How many litres were there to begin with, and how many after the first "
     "step?", "litre", "step"),
)  # fmt: skip


@word_problem(family="logic")
def backwards_through_gates(rng: Random, size: int) -> tuple[str, str]:
    """At each of 3 gates half of the apples and 1 more is taken; 2 are left. How many at first, after one? -> 30 14"""
    story, item, gate = rng.choice(_GATES)
    numbers = {"n": rng.randint(2, 3 + size // 2), "more": rng.randint(2, 9 + size), "left": rng.randint(2, 60 + 8 * size)}
    program = """
        ${item}s = $left
        for $gate in range($n, 0, -1):
            behind = ${item}s  #: behind $gate {$gate} there are {behind:$item|${item}s}
            ${item}s = 2 * (behind + $more)  #: before it there were {:$item|${item}s}
        print(${item}s, behind)  #: at first there were {${item}s:$item|${item}s}, and later {behind:$item|${item}s}
    """
    return tell(story, who=rng.choice(NAMES), **numbers), fill(program, item=item, gate=gate, **numbers)
