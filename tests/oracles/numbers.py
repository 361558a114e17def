"""Oracles for number theory and numbers: the standard library, and definitions taken at their word."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from itertools import count
from typing import Any


def _bezout(a: int, b: int) -> Callable[[tuple[int, int, int]], bool]:
    return lambda found: found[0] == math.gcd(a, b) == a * found[1] + b * found[2]


def _primes(number: int) -> list[int]:
    if number < 1:
        raise ValueError(number)
    divisors = [d for d in range(2, number + 1) if number % d == 0]
    primes = [d for d in divisors if all(d % smaller for smaller in range(2, d))]
    return [p for p in primes for power in range(1, 20) if number % p**power == 0]


def _congruent(remainders: list[int], moduli: list[int]) -> int:
    if math.lcm(*moduli) != math.prod(moduli):
        raise ValueError(moduli)
    return next(n for n in count() if [n % modulus for modulus in moduli] == remainders)


def _based(number: int, base: int) -> Callable[[str], bool]:
    def check(text: str) -> bool:
        return int(text, base) == number and (text == "0" or text.lstrip("-")[0] != "0")

    return check


def _kinds(numbers: list[int]) -> dict[str, list[int]]:
    signs = {n: sum(d for d in range(1, n) if n % d == 0) - n for n in numbers}
    return {
        "deficient": [n for n in numbers if signs[n] < 0],
        "perfect": [n for n in numbers if signs[n] == 0],
        "abundant": [n for n in numbers if signs[n] > 0],
    }


def _totients(numbers: list[int]) -> list[int]:
    """Gauss: the totients of the divisors of a number add up to it."""
    found: dict[int, int] = {}
    for n in range(1, max(numbers) + 1):
        found[n] = n - sum(found[d] for d in range(1, n) if n % d == 0)
    return [found[n] for n in numbers]


def _is_continued(numerator: int, denominator: int) -> Callable[[list[int]], bool]:
    def check(quotients: list[int]) -> bool:
        *rest, last = quotients
        value = Fraction(last)
        for quotient in reversed(rest):
            value = quotient + 1 / value
        whole = all(quotient > 0 for quotient in quotients[1:]) and (not rest or last > 1)
        return whole and value == Fraction(numerator, denominator)

    return check


def _units(numerator: int, denominator: int) -> list[int]:
    """The first of the unit fractions, in descending order, that fits each time."""
    rest, found = Fraction(numerator, denominator), list[int]()
    while rest:
        found.append(next(n for n in count(2) if Fraction(1, n) <= rest))
        rest -= Fraction(1, found[-1])
    return found


ORACLES: dict[str, Callable[..., Any]] = {
    "euclid_gcd": math.gcd,
    "extended_gcd": _bezout,
    "sieve_of_eratosthenes": lambda low, high: [n for n in range(low, high + 1) if all(n % d for d in range(2, n))],
    "fast_power": pow,
    "prime_factors": _primes,
    "chinese_remainder": _congruent,
    "to_base": _based,
    "classify_numbers": _kinds,
    "totients": _totients,
    "integer_square_root": math.isqrt,
    "continued_fraction": _is_continued,
    "egyptian_fractions": _units,
}
