"""Oracles for counting and probability: by listing all cases, or by another formula."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import permutations, product
from math import comb, factorial, prod

from oracles.word_problems.reading import points
from oracles.word_problems.registry import oracle


@oracle("rows_of_colours")
def _(_: str, *counts: int) -> tuple[object, ...]:
    return (prod(comb(sum(counts[: i + 1]), count) for i, count in enumerate(counts)),)


@oracle("at_least_so_many")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if "committee" in text or "quiz" in text:
        first, second, k, low = numbers
    else:
        k, first, second, low = numbers
    everything = comb(first + second, k)
    return (everything - sum(comb(first, few) * comb(second, k - few) for few in range(low)),)


@oracle("blocked_paths")
def _(text: str, *_: int) -> tuple[object, ...]:
    start, (x, y), *closed = points(text)

    @cache
    def paths(a: int, b: int) -> int:
        if (a, b) in closed or a > x or b > y:
            return 0
        return 1 if (a, b) == (x, y) else paths(a + 1, b) + paths(a, b + 1)

    return (paths(*start),)


@oracle("exactly_one_of_two")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    p, q = numbers[-2:]
    n = next(number for number in numbers if number > 40)
    return (sum((k % p == 0) != (k % q == 0) for k in range(1, n + 1)),)


@oracle("shared_candies")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    total, lows = numbers[0], numbers[1:]
    ways = [1] + [0] * total
    for low in lows:
        ways = [sum(ways[: max(0, n - low + 1)]) for n in range(total + 1)]
    return (ways[total],)


@oracle("mixed_up_coats")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if "coats" in text or "letters" in text:
        n, _, k, m, _ = numbers
    else:
        n, k, m = numbers

    def wrong(things: int) -> int:
        return sum((-1) ** j * comb(things, j) * factorial(things - j) for j in range(things + 1))

    assert wrong(4) == sum(all(i != p for i, p in enumerate(order)) for order in permutations(range(4)))
    return (comb(n, k) * wrong(n - k) * wrong(m),)


@oracle("sum_of_two_dice")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if text.startswith(("Two", "From")):
        _, a, _, b, total = numbers
    else:
        a, _, b, total = numbers
    fits = {"at least": int.__ge__, "at most": int.__le__, "exactly": int.__eq__}
    (how,) = re.findall(r"(at least|at most|exactly) \d+", text)
    pairs = list(product(range(1, a + 1), range(1, b + 1)))
    return (Fraction(sum(fits[how](sum(pair), total) for pair in pairs), len(pairs)),)


@oracle("at_least_one")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    k, n, bad = numbers if "customs" in text else (numbers[2], *numbers[:2])
    return (sum(Fraction(comb(bad, i) * comb(n - bad, k - i), comb(n, k)) for i in range(1, k + 1)),)


@oracle("expected_gain")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    n = numbers[0]
    prizes = re.findall(r"(\d+) \w+ (?:pays?|wins?|holds?) (\d+) euros", text)
    (stake,) = re.findall(r"(?:costs|pays) (\d+) euros?(?:\.| to draw)", text)
    return (sum(Fraction(int(count), n) * (int(prize) - int(stake)) for count, prize in prizes)
            - Fraction(n - sum(int(count) for count, _ in prizes), n) * int(stake),)  # fmt: skip


@oracle("exactly_so_many_hits")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if text.startswith(("At a crossing", "A seed")):
        p, q, n, k = numbers
    elif "guesses" in text:
        n, p, q, k = numbers
    else:
        p, q, k, n = numbers
    chances = [Fraction(1)]  # of 0, 1, ... successes so far
    for _ in range(n):
        chances = [
            (chances[i] if i < len(chances) else 0) * Fraction(q - p, q) + (chances[i - 1] if i else 0) * Fraction(p, q)
            for i in range(len(chances) + 1)
        ]
    return (chances[k],)


@oracle("which_machine")
def _(text: str, *_: int) -> tuple[object, ...]:
    rows = re.findall(r"([A-E]) \w+ (\d+) percent of them, of which (\d+) percent", text)
    (asked,) = re.findall(r"([A-E])\?", text)
    bad = [name for name, share, rate in rows for _ in range(int(share) * int(rate))]
    return (Fraction(bad.count(asked), len(bad)),)
