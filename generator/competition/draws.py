"""Inputs as a contest's tests hold them: rows of numbers, some of them of a special shape, and their lines."""

from collections.abc import Iterable
from random import Random


def row(rng: Random, count: int, low: int, high: int) -> list[int]:
    """Draw so many numbers from low to high: at times all equal, of two values only, rising or falling."""
    shape = rng.random()
    pool = list(range(low, high + 1))
    if shape < 0.12:
        pool = rng.choices(pool, k=1 if shape < 0.06 else 2)
    values = rng.choices(pool, k=count)
    return sorted(values, reverse=shape < 0.18) if shape < 0.24 else values


def text(*lines: str | int | Iterable[object]) -> str:
    """An input of these lines; what a line holds is parted by spaces."""
    return "".join(f"{line if isinstance(line, str | int) else ' '.join(map(str, line))}\n" for line in lines)
