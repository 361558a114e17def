"""Inputs that are integers, for bits and digits: each sampler takes (randomness, size) and gives one call's arguments."""

from __future__ import annotations

from random import Random


def two_factors(rng: Random, size: int) -> tuple[int, int]:
    """Two integers of two to four digits."""
    digits = (2, 2) if size < 4 else (2, 3) if size < 7 else (rng.randint(2, 4), rng.randint(3, 4))
    first, second = (rng.randint(10 ** (count - 1), 10**count - 1) for count in digits)
    return (first, second) if rng.random() < 0.5 else (second, first)
