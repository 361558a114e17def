"""Inputs that are integers, for bits and digits: each sampler takes (randomness, size) and gives one call's arguments."""

from __future__ import annotations

from random import Random

from generator.algorithm.samplers.pools import ACTIVITIES, GOODS, NAMES


def two_factors(rng: Random, size: int) -> tuple[int, int]:
    """Two integers of two to four digits, none of which is very small."""
    digits = (2, 2) if size < 3 else (2, 3) if size < 5 else (3, 3) if size < 7 else (rng.randint(3, 4), 4)
    first, second = (rng.randint(max(17, 10 ** (count - 1)), 10**count - 1) for count in digits)
    return (first, second) if rng.random() < 0.5 else (second, first)


def a_number(rng: Random, size: int) -> tuple[int]:
    """An integer of at least thirteen bits, with a pattern in them or without."""
    bits = 13 + size // 2
    number = rng.randrange(1 << (bits - 1), 1 << bits)
    shape = rng.randrange(6)
    if shape == 0:
        number &= rng.randrange(1 << bits)
    elif shape == 1:
        number |= rng.randrange(1 << bits)
    return (number,)


def two_numbers_of_bits(rng: Random, size: int) -> tuple[int, int]:
    """Two integers from 0 up of up to a dozen bits."""
    bits = 5 + size // 2
    a, b = rng.randrange(1 << (bits + 2)), rng.randrange(1 << bits)
    return (a, b) if rng.random() < 0.5 else (b, a)


def number_and_width(rng: Random, size: int) -> tuple[int, int]:
    """An integer, and a number of bits that it fits into."""
    width = 9 + size // 4 + rng.randint(0, 3)
    return rng.randrange(1 << width), width


def lonely_number(rng: Random, size: int) -> tuple[list[int]]:
    """Pairs of integers in any order, and one integer without a partner."""
    values = rng.sample(range(1, rng.choice((20, 64, 100))), 3 + size // 2)
    doubled = values + values[1:]
    rng.shuffle(doubled)
    return (doubled,)


def items_of_a_set(rng: Random, size: int) -> tuple[list[object]]:
    """Three or four different items: names, letters or integers."""
    pool: list[object] = list(rng.choice((*NAMES, GOODS, ACTIVITIES, range(1, 30), range(1, 100))))
    return (rng.sample(pool, 3 if size < 8 else 4),)
