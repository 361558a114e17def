"""Oracles for bit tricks: the bits as texts, and the standard library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import chain, combinations
from typing import Any


def _gray(number: int) -> int:
    """The code of the upper half is that of the lower half, read backwards, with the first bit set."""
    if number == 0:
        return 0
    top = 1 << number.bit_length() - 1
    return top + _gray(2 * top - 1 - number)


def _are_subsets(items: list[Any]) -> Callable[[list[list[Any]]], bool]:
    every = chain.from_iterable(combinations(items, n) for n in range(len(items) + 1))
    return lambda found: Counter(map(tuple, found)) == Counter(every)


ORACLES: dict[str, Callable[..., Any]] = {
    "count_bits": lambda number: f"{number:b}".count("1"),
    "hamming_distance": lambda a, b: (a ^ b).bit_count(),
    "gray_code": lambda number: (f"{_gray(number):b}", number),
    "single_number": lambda values: next(value for value, count in Counter(values).items() if count % 2),
    "subsets": _are_subsets,
    "reverse_bits": lambda number, width: int(f"{number:0{width}b}"[::-1], 2),
}
