"""Oracles for algorithms on texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import combinations, cycle, groupby
from string import ascii_lowercase as alphabet
from typing import Any


def _polish(tokens: list[str]) -> int | None:
    """Read from the right, into an infix expression that Python evaluates."""
    rest = list(tokens)

    def infix() -> str:
        found = rest.pop()
        if found not in "+-*":
            return f"({found})"
        right, left = infix(), infix()
        return f"({left} {found} {right})"

    try:
        text = infix()
    except IndexError:
        return None
    return None if rest else eval(text)  # noqa: S307 - our own expression


def _starts(text: str, pattern: str) -> list[int]:
    return [found.start() for found in re.finditer(f"(?={re.escape(pattern)})", text)]


def _agreements(text: str) -> list[int]:
    ends = [text[i:] for i in range(1, len(text))]
    return [max(n for n in range(len(end) + 1) if text.startswith(end[:n])) for end in ends]


def _palindrome(text: str) -> str:
    parts = (text[i:j] for i, j in combinations(range(len(text) + 1), 2))
    return max((part for part in parts if part == part[::-1]), key=len)


def _vigenere(message: str, key: str) -> str:
    letters = cycle(key)
    turned = {letter: alphabet[i:] + alphabet[:i] for i, letter in enumerate(alphabet)}
    return "".join(" " if letter == " " else turned[next(letters)][ord(letter) - 97] for letter in message)


def _anagrams(words: list[str]) -> list[list[str]]:
    firsts = [next(other for other in words if Counter(other) == Counter(word)) for word in words]
    return [[words[i] for i, other in enumerate(firsts) if other == first] for first in dict.fromkeys(firsts)]


@cache
def _numeral(number: int) -> str:
    """All in I first; then five or two of a kind are one of the next."""
    text = "I" * number
    for pair in ("IIIII V", "VV X", "XXXXX L", "LL C", "CCCCC D", "DD M"):
        text = text.replace(*pair.split())
    for pair in ("DCCCC CM", "CCCC CD", "LXXXX XC", "XXXX XL", "VIIII IX", "IIII IV"):
        text = text.replace(*pair.split())
    return text


def _roman(number: int) -> str:
    if number not in range(1, 4000):
        raise ValueError("no numeral")
    return _numeral(number)


@cache
def _numerals() -> dict[str, int]:
    return {_numeral(number): number for number in range(1, 4000)}


def _read(numeral: str) -> int:
    if numeral not in _numerals():
        raise ValueError("no numeral")
    return _numerals()[numeral]


def _balanced(text: str) -> bool:
    """By a grammar: a text is made of letters and of bracketed texts."""

    def end(start: int, closing: str) -> int:
        while start < len(text) and text[start] != closing:
            if text[start] in ")]}":
                return len(text) + 1
            start = end(start + 1, partners[text[start]]) + 1 if text[start] in partners else start + 1
        return start

    partners = dict(zip("([{", ")]}", strict=True))
    return end(0, "") == len(text)


ORACLES: dict[str, Callable[..., Any]] = {
    "reverse_polish": _polish,
    "naive_string_matcher": _starts,
    "kmp_matcher": _starts,
    "z_function": _agreements,
    "rabin_karp": _starts,
    "boyer_moore_horspool": str.find,
    "longest_palindrome": _palindrome,
    "run_length": lambda text: "".join(f"{letter}{len(list(run))}" for letter, run in groupby(text)),
    "vigenere_cipher": _vigenere,
    "group_anagrams": _anagrams,
    "to_roman": _roman,
    "from_roman": _read,
    "balanced_brackets": _balanced,
}
