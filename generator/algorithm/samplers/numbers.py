"""Inputs that are numbers, or a few of them: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from math import gcd, prod
from random import Random


def items_and_capacity(rng: Random, size: int) -> tuple[list[int], list[int], int]:
    """The weights and values of some items, and how much can be carried."""
    count = 1 + round(0.4 * size)
    weights = [rng.randint(1, 6) for _ in range(count)]
    capacity = rng.randint(2, 5 + size // 2)
    return weights, [rng.randint(1, 20) for _ in range(count)], capacity


def coins_and_amount(rng: Random, size: int) -> tuple[list[int], int]:
    """A few coins and an amount, which can't always be paid."""
    coins = rng.sample(range(1, 11 + size), rng.randint(2, 3))
    if rng.random() < 0.3:
        coins = rng.choice(([1, 3, 4], [1, 5, 6], [2, 4, 5], [3, 4, 6]))
    if rng.random() < 0.5:
        coins = sorted(coins, reverse=rng.random() < 0.3)
    return coins, rng.randint(size, 8 + size)


def two_numbers(rng: Random, size: int) -> tuple[int, int]:
    """Two integers from 0 up, not both 0: unrelated, with a common factor, or Fibonacci numbers."""
    shape = rng.randrange(4)
    a, b = rng.randint(1, 30 * size), rng.randint(0, 30 * size)
    if shape == 0:
        a, b = 1, rng.randint(1, 3)
        for _ in range(size):
            a, b = b, a + b
    elif shape == 1:
        factor = rng.randint(2, 2 + 3 * size)
        a, b = factor * rng.randint(1, 20), factor * rng.randint(1, 20)
    return a, b


def two_bounds(rng: Random, size: int) -> tuple[int, int]:
    """A lower bound from 2 up, and an upper bound that is mostly above it."""
    high = rng.randint(6 + 2 * size, 12 + 4 * size)
    return rng.choice((rng.randint(2, high), rng.randint(2, 2 + high // 2))), high


def base_exponent_modulus(rng: Random, size: int) -> tuple[int, int, int]:
    """A base, an exponent and a modulus."""
    exponent = rng.randint(0 if size < 3 else size, 2 ** min(size, 9) + size)
    return rng.randint(2, 20), exponent, rng.randint(2, 100)


def load(rng: Random, size: int) -> tuple[list[int]]:
    """The weights of two to five things that are to be parted in two."""
    high = rng.choice((9, 20, 50))
    return ([rng.randint(1, high) for _ in range(min(4, 2 + size // 3))],)


def number_to_factor(rng: Random, size: int) -> tuple[int]:
    """A number made of small primes, or any number; now and then one that is not positive."""
    if rng.random() < 0.03:
        return (-rng.randint(0, 20),)
    if rng.random() < 0.6:
        primes = rng.choices((2, 2, 2, 3, 3, 5, 7, 11, 13, 17), k=2 + size // 3)
        return (prod(primes) * rng.choice((1, 17, 19, 23, 29, 31, 37)),)
    return (rng.randint(2, 90 * size),)


def congruences(rng: Random, size: int) -> tuple[list[int], list[int]]:
    """Some remainders and their moduli, which now and then have a factor in common."""
    while True:
        moduli = rng.sample(range(2, 8 + size), 2 + (size > 5))
        alone = all(gcd(a, b) == 1 for i, a in enumerate(moduli) for b in moduli[:i])
        if alone or rng.random() < 0.02:
            return [rng.randrange(modulus) for modulus in moduli], moduli


def number_and_base(rng: Random, size: int) -> tuple[int, int]:
    """An integer, now and then negative or 0, and a base from 2 to 16."""
    base = rng.choice((2, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16))
    if rng.random() < 0.02:
        return 0, base
    number = rng.randint(base, base ** min(2 + size // 2, 6))
    return -number if rng.random() < 0.1 else number, base


def some_numbers(rng: Random, size: int) -> tuple[list[int]]:
    """Two to four integers from 2 up, among them numbers with many divisors, and primes."""
    numbers = [rng.randint(2, 8 + 2 * size) for _ in range(2 + size // 4)]
    if rng.random() < 0.3:
        numbers[rng.randrange(len(numbers))] = rng.choice((6, 28, 12, 18, 20, 24))
    return (numbers,)


def square_or_not(rng: Random, size: int) -> tuple[int]:
    """A number from 0 up, which is a square, next to one, or neither; now and then a negative number."""
    if rng.random() < 0.03:
        return (-rng.randint(1, 99),)
    root = rng.randint(size, 30 * size)
    if rng.random() < 0.4:
        return (max(0, root * root + rng.randint(-1, 1)),)
    return (rng.randint(root, 1 + root * root),)


def fraction(rng: Random, size: int) -> tuple[int, int]:
    """A positive numerator and denominator: unrelated, or neighbours in the Fibonacci numbers."""
    if rng.random() < 0.15:
        return two_numbers(rng, size)[0], rng.randint(1, 30)
    return rng.randint(1, 20 + 30 * size), rng.randint(2, 10 + 25 * size)


def proper_fraction(rng: Random, size: int) -> tuple[int, int]:
    """A fraction between 0 and 1 whose unit fractions have denominators of at most four digits."""
    while True:
        denominator = rng.randint(5, 20 + 12 * size)
        numerator = rng.randint(1, denominator - 1)
        if _largest_unit(numerator, denominator) < 10_000:
            return numerator, denominator


def _largest_unit(numerator: int, denominator: int) -> int:
    """The largest denominator of the unit fractions that are taken off greedily."""
    unit = 1
    while numerator > 0:
        unit = -(-denominator // numerator)
        numerator, denominator = numerator * unit - denominator, denominator * unit
    return unit
