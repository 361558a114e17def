"""Oracles for number theory: by trying all candidates."""

from __future__ import annotations

from fractions import Fraction
from itertools import count
from math import factorial, gcd, isqrt

from oracles.word_problems.reading import formula_in
from oracles.word_problems.registry import oracle


@oracle("divisors_of_number")
def _(_: str, n: int) -> tuple[object, ...]:
    divisors = [d for d in range(1, n + 1) if n % d == 0]
    return len(divisors), sum(divisors)


@oracle("coprime_count")
def _(_: str, *numbers: int) -> tuple[object, ...]:
    n = max(numbers)
    return (sum(gcd(k, n) == 1 for k in range(1, n + 1)),)


@oracle("to_a_square")
def _(_: str, n: int) -> tuple[object, ...]:
    return next((k, isqrt(k * n)) for k in count(1) if isqrt(k * n) ** 2 == k * n)


@oracle("factorial_zeros")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    n = max(numbers)
    (prime,) = {number for number in numbers if number not in (n, 1)}
    product = factorial(n)
    return (next(k for k in count() if product % prime ** (k + 1)),)


@oracle("two_sizes")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    low, high, total = sorted(numbers)
    found = [x + y for x in range(total + 1) for y in range(total // high + 1) if low * x + high * y == total]
    return len(found), min(found)


@oracle("remainder_of_power")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if "dial" in text:
        _, _, _, exponent, base, modulus = numbers
    else:
        base, exponent, modulus = numbers[:3]
    return (base**exponent % modulus,)


@oracle("linear_congruence")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if "remainder" in text:
        a, b, m = numbers
    elif "plate" in text:
        m, a, b = numbers[1] + 1, numbers[3], numbers[4]
    else:
        m, a, b = numbers[0], numbers[4], numbers[5]
    return (next(x for x in count(1) if a * x % m == b),)


@oracle("several_remainders")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if "nuts" in text:
        moduli, rests = numbers[::2], numbers[1::2]
    elif "wheels" in text:
        moduli, rests = numbers[:3], numbers[4:]
    else:
        moduli, rests = numbers[1::2], numbers[::2]
    return (next(n for n in count(1) if all(n % m == r for m, r in zip(moduli, rests, strict=True))),)


@oracle("change_of_base")
def _(text: str, digits: int, old: int, new: int) -> tuple[object, ...]:
    value, written = int(str(digits), old), ""
    for power in reversed(range(40)):
        written += str(value // new**power)
        value %= new**power
    return (int(written),)


@oracle("decimal_period")
def _(text: str, *_: int) -> tuple[object, ...]:
    top, bottom = map(int, formula_in(text, r"(\d+)(?:/| by )(\d+)"))
    length = next(k for k in count(1) if (10**k - 1) % bottom == 0)
    block = Fraction(top % bottom, bottom) * (10**length - 1)
    return length, sum(map(int, str(block)))
