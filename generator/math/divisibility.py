"""Divisibility: divisors, coprime numbers, squares, factorials, primes, equations in whole numbers."""

from __future__ import annotations

from math import gcd
from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, tell

_SMOOTH = 2**6 * 3**4 * 5**3 * 7**3 * 11**2 * 13
"""The numbers that divide it have small prime factors, so they are soon taken apart."""
_DIVISORS = (
    "How many positive divisors does {n} have, and what is their sum?",
    "{who} writes down all positive integers that divide {n} without remainder. How many are there, and what do they "
    "add up to?",
    "{n} square tiles can be laid as a rectangle with several widths. Count the possible widths (turning the rectangle "
    "gives another width), and add them all up. What are the count and the sum?",
    "A choir of {n} singers can stand in equal rows in several ways. In how many ways, a single row and rows of one "
    "singer included, and what is the sum of the possible numbers of rows?",
)


@word_problem(family="number_theory")
def divisors_of_number(rng: Random, size: int) -> tuple[str, str]:
    """How many positive divisors does 12 have, and what is their sum? -> 6 28"""
    smooth = [n for n in range(24, 600 + 300 * size) if _SMOOTH % n == 0]
    n = rng.choice(smooth)
    program = """
        rest = $n
        count = total = 1  #: we begin with the divisor that every number has
        prime = 2
        while rest > 1:  #: some prime factors are left | all prime factors are found
            powers = 1  #: the powers of this prime begin here
            exponent = 0
            while rest % prime == 0:  #: the prime divides the rest | the prime is used up
                rest //= prime  #: without it, {} is left
                exponent += 1  #: the exponent grows to {}
                powers = powers * prime + 1  #: the sum of the powers is {}
            count *= exponent + 1  #: the number of divisors built so far is {}
            total *= powers  #: the sum of them is {}
            prime += 1  #: the next candidate is {}
        print(count, total)  #: there are {count} divisors, and their sum is {total}
    """
    return tell(rng.choice(_DIVISORS), n=n, who=rng.choice(NAMES)), fill(program, n=n)


_COPRIME = (
    "How many of the integers from 1 to {n} have no divisor but 1 in common with {n}?",
    "A wheel has {n} spokes. {who} ties a thread to a spoke and goes on by the same number of spokes each time, where "
    "the number is from 1 to {n}. For how many such numbers is every spoke reached before the thread is back?",
    "In how many fractions k/{n} with k from 1 to {n} can nothing be reduced?",
    "{n} seats stand around a table, and a dish is passed on by a fixed number of seats, from 1 to {n}. For how many "
    "of these numbers does everyone at the table get the dish sooner or later?",
)


@word_problem(family="number_theory")
def coprime_count(rng: Random, size: int) -> tuple[str, str]:
    """How many of the integers from 1 to 12 have no divisor but 1 in common with 12? -> 4"""
    n = rng.choice((2, 3, 4, 5, 6, 10, 15)) * rng.randint(6, 60 + 20 * size)
    program = """
        n = $n
        rest = coprime = n  #: before any prime is known, all {coprime} numbers may count
        prime = 2
        while prime * prime <= rest:  #: there may be a prime factor of this size | what is left has no smaller factor
            if rest % prime == 0:  #: the prime divides the rest | this candidate is no factor
                coprime -= coprime // prime  #: taking out its multiples leaves {}
                while rest % prime == 0:  #: it divides the rest again | it is used up
                    rest //= prime  #: dividing leaves {}
            prime += 1  #: the next candidate is {}
        if rest > 1:  #: the rest is itself a prime | no other prime is left
            coprime -= coprime // rest  #: taking out its multiples leaves {}
        print(coprime)  #: there are {coprime} such numbers
    """
    return tell(rng.choice(_COPRIME), n=n, who=rng.choice(NAMES)), fill(program, n=n)


_SQUARES = (
    "What is the smallest positive integer k for which {n} * k is a perfect square, and whose square is it?",
    "{who} has several sheets with {n} stamps each, and wants to lay all stamps in a full square. What is the smallest "
    "number of sheets, and how many stamps are on a side of the square then?",
    "Boxes of {n} tiles are bought to cover a square floor exactly, with no tile left. How many boxes are needed for "
    "the smallest such floor, and how many tiles lie along its side?",
)


@word_problem(family="number_theory")
def to_a_square(rng: Random, size: int) -> tuple[str, str]:
    """What is the smallest positive k for which 12 * k is a perfect square, and whose square? -> 3 6"""
    n = rng.choice((6, 10, 12, 15, 18, 20, 24)) * rng.randint(3, 60 + 20 * size)
    while max(p for p in range(2, n + 1) if n % p == 0 and all(p % d for d in range(2, p))) > 20 + 2 * size:
        n = rng.choice((6, 10, 12, 15, 18, 20, 24)) * rng.randint(3, 60 + 20 * size)
    program = """
        from math import isqrt

        n = rest = $n
        factor = 1
        prime = 2
        while rest > 1:  #: there are prime factors left | the number is taken apart
            if rest % prime == 0:  #: the prime divides the rest | the prime is no factor of the rest
                rest //= prime  #: without it, {} is left
                factor = factor // prime if factor % prime == 0 else factor * prime  #: the primes without a partner have the product {factor}
            else:
                prime += 1  #: the next candidate is {}
        side = isqrt(n * factor)  #: the square root of the product is {side}
        print(factor, side)  #: the smallest factor is {factor}, and the side is {side}
    """
    return tell(rng.choice(_SQUARES), n=n, who=rng.choice(NAMES)), fill(program, n=n)


_FACTORIALS = (
    "With how many zeros does {n}! end when it is written in base {base}?",
    "What is the largest k for which {base}^k divides {n}!, the product of the integers from 1 to {n}?",
    "{who} multiplies all integers from 1 to {n} and divides the product by {base} as often as it goes without "
    "remainder. How many times is that?",
)


@word_problem(family="number_theory")
def factorial_zeros(rng: Random, size: int) -> tuple[str, str]:
    """What is the largest k for which 3^k divides 10!? -> 4"""
    base, n = rng.choice((2, 3, 5, 7)), rng.randint(20, 150 + 250 * size)
    program = """
        n = $n
        prime = $base
        exponent = 0
        power = prime  #: the multiples of {power} come first
        while power <= n:  #: some factors are multiples of this power | the power is larger than every factor
            multiples = n // power  #: {:factor is a multiple|factors are multiples} of it
            exponent += multiples  #: the exponent grows to {}
            power *= prime  #: the next power is {}
        print(exponent)  #: the prime divides the product {exponent:time|times}
    """
    return tell(rng.choice(_FACTORIALS), n=n, base=base, who=rng.choice(NAMES)), fill(program, n=n, base=base)


_COINS = (
    {
        "story": "In how many ways can {total} cents be paid with stamps of {low} cents and {high} cents, and how many "
        "stamps does the way with the fewest need?",
        "big": "large_stamps", "small": "small_stamps", "thing": "stamp",
    },
    {
        "story": "{who} carries {total} kilograms of flour home in bags of {low} kilograms and {high} kilograms, all "
        "full. How many combinations of bags are possible, and how many bags are there at the smallest?",
        "big": "large_bags", "small": "small_bags", "thing": "bag",
    },
    {
        "story": "A wall of {total} centimetres is to be filled with shelves of {low} centimetres and {high} "
        "centimetres, side by side without a gap. How many combinations are there, and how many shelves does {who} "
        "need with as few as possible?",
        "big": "wide_shelves", "small": "narrow_shelves", "thing": "shelf",
    },
    {
        "story": "How many pairs of integers x, y that are not negative satisfy {low}x + {high}y = {total}, and what is "
        "the smallest value of x + y?",
        "big": "y", "small": "x", "thing": "number",
    },
)  # fmt: skip


@word_problem(family="number_theory")
def two_sizes(rng: Random, size: int) -> tuple[str, str]:
    """In how many ways can 44 cents be paid with stamps of 4 and 10, and with how many stamps at the fewest? -> 3 5"""
    context = rng.choice(_COINS)
    while True:
        low, high = rng.randint(3, 8 + size), rng.randint(5, 12 + 2 * size)
        if low < high and gcd(low, high) == 1:
            break
    total = low * rng.randint(high, high + 8) + high * rng.randint(2, 5 + size // 3)
    program = """
        total = $total
        ways = fewest = 0
        for $big in range(total // $high + 1):
            rest = total - $high * $big  #: this leaves {}
            if rest % $low == 0:  #: the rest can be made of the smaller size | the rest can't be made of the smaller size
                ways += 1  #: so far, {:way is|ways are} found
                $small = rest // $low  #: the smaller size is taken {:time|times}
                fewest = $big + $small  #: together, that counts {}
        print(ways, fewest)  #: there are {ways:way|ways}, and the smallest count is {fewest}
    """
    numbers = {"total": total, "low": low, "high": high}
    return tell(context["story"], who=rng.choice(NAMES), **numbers), fill(program, **context, **numbers)
