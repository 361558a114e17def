"""Inputs that are numbers, or a few of them: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

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
