"""Oracles for the problems of mathematics and of sums: the definition, taken at its word."""

from __future__ import annotations

import itertools
from collections.abc import Callable


def _rows(stdin: str) -> list[list[int]]:
    return [[int(word) for word in line.split()] for line in stdin.splitlines()]


def _red_teeth(stdin: str) -> str:
    teeth = _rows(stdin)[1]
    seconds = 1
    for prime in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29):
        seconds *= max(power for t in teeth for k in range(5) if t % (power := prime**k) == 0)
    return f"{seconds} {seconds // teeth[0]}\n"


def _chair_rows(stdin: str) -> str:
    ((n, a, b),) = _rows(stdin)
    ways = [rows for rows in range(a, n + 1) if any(rows * chairs == n for chairs in range(b, n + 1))]
    return f"{len(ways)}\n" + (f"{' '.join(map(str, ways))}\n" if ways else "")


def _crate_digits(stdin: str) -> str:
    # A table from below: what a number becomes is never larger than the number.
    labels = {x: (x, 0) for x in range(1, 10)}
    for x in range(10, max(map(int, stdin.split())) + 1):
        product = eval("*".join(str(x).replace("0", "")))  # noqa: S307 - digits and stars
        label, steps = labels[product]
        labels[x] = label, steps + 1
    return "".join("{} {}\n".format(*labels[x]) for (x,) in _rows(stdin)[1:])


def _lamp_posts(stdin: str) -> str:
    out = []
    for first, last, a, b in _rows(stdin)[1:]:
        lamps = [*range(a, last + 1, a), *range(b, last + 1, b)]
        out.append(f"{sum(post >= first and lamps.count(post) == 1 for post in lamps)}\n")
    return "".join(out)


def _prime_labels(stdin: str) -> str:
    primes = [p for p in range(2, 1001) if all(p % d for d in range(2, p))]
    out = []
    for (x,) in _rows(stdin)[1:]:
        times = {p: max(k for k in range(10) if x % p**k == 0) for p in primes if x % p == 0}
        out.append("*".join(f"{p}^{k}".removesuffix("^1") for p, k in times.items()) + "\n")
    return "".join(out)


def _rain_diary(stdin: str) -> str:
    _, rain, *questions = _rows(stdin)
    return "".join(f"{sum(rain[first - 1 : last])}\n" for first, last in questions)


def _lantern_street(stdin: str) -> str:
    (n, _), *lanterns = _rows(stdin)
    light = {house: sum(first <= house <= last for first, last in lanterns) for house in range(1, n + 1)}
    return f"{sum(level == 0 for level in light.values())} {max(light, key=light.__getitem__)}\n"


def _chain_cut(stdin: str) -> str:
    (n,), shells = _rows(stdin)
    signs = {cut: [1] * cut + [-1] * (n - cut) for cut in range(1, n)}
    gaps = {cut: abs(sum(s * w for s, w in zip(sign, shells, strict=True))) for cut, sign in signs.items()}
    cut = min(gaps, key=gaps.__getitem__)
    return f"{cut} {gaps[cut]}\n"


def _mushroom_blanket(stdin: str) -> str:
    (r, c), *meadow, (h, w) = _rows(stdin)
    corners = itertools.product(range(r - h + 1), range(c - w + 1))
    patches = ([meadow[i + di][j + dj] for di in range(h) for dj in range(w)] for i, j in corners)
    return f"{min(map(sum, patches))}\n"


def _purse_diary(stdin: str) -> str:
    (n, s), changes = _rows(stdin)
    return f"{sum(sum(changes[i:j]) == s for i, j in itertools.combinations(range(n + 1), 2))}\n"


def _yeast_tubes(stdin: str) -> str:
    # The hours are taken digit by digit, as those of the example are too many to be counted.
    out = []
    for a, b, m in _rows(stdin)[1:]:
        rest = 1
        for digit in str(b):
            rest = rest**10 * a ** int(digit) % m
        out.append(f"{rest}\n")
    return "".join(out)


def _sun_and_rain(stdin: str) -> str:
    days = stdin.split()[1]
    stretches = itertools.combinations(range(len(days) + 1), 2)
    balanced = [(i - j, i, j) for i, j in stretches if days[i:j].count("S") == days[i:j].count("R")]
    if not balanced:
        return "none\n"
    _, start, end = min(balanced)
    return f"{start + 1} {end}\n"


ORACLES: dict[str, Callable[[str], str]] = {
    "red_teeth": _red_teeth,
    "chair_rows": _chair_rows,
    "crate_digits": _crate_digits,
    "lamp_posts": _lamp_posts,
    "prime_labels": _prime_labels,
    "rain_diary": _rain_diary,
    "lantern_street": _lantern_street,
    "chain_cut": _chain_cut,
    "mushroom_blanket": _mushroom_blanket,
    "purse_diary": _purse_diary,
    "yeast_tubes": _yeast_tubes,
    "sun_and_rain": _sun_and_rain,
}
