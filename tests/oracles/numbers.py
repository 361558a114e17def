"""Oracles for number theory."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

ORACLES: dict[str, Callable[..., Any]] = {
    "euclid_gcd": math.gcd,
    "sieve_of_eratosthenes": lambda low, high: [n for n in range(low, high + 1) if all(n % d for d in range(2, n))],
    "fast_power": pow,
}
