"""Texts and expressions: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random

from generator.algorithm.samplers.pools import WORDS



def two_strings(rng: Random, size: int) -> tuple[str, str]:
    """Two short strings over the same small alphabet."""
    letters = rng.choice(("ab", "abc", "ACGT", "xyz"))
    longest = 1 + size // 2
    lengths = [rng.randint(max(1, longest - 2), longest) for _ in range(2)]
    return _string(rng, letters, lengths[0]), _string(rng, letters, lengths[1])


def text_and_pattern(rng: Random, size: int) -> tuple[str, str]:
    """A text, and a pattern that is cut out of it or made of the same letters."""
    text = _string(rng, rng.choice(("ab", "aab", "abc", "ACGT")), size + rng.randint(1, 3))
    if size > 4 and rng.random() < 0.3:
        text = rng.choice(WORDS)
    length = min(rng.randint(1, 4), len(text))
    if rng.random() < 0.7:
        start = rng.randint(0, len(text) - length)
        return text, text[start : start + length]
    return text, _string(rng, "".join(sorted(set(text))), length)


def polish_tokens(rng: Random, size: int) -> tuple[list[str]]:
    """An expression in reverse Polish notation; one time of eight a token is missing or too many."""
    tokens = _expression(rng, 2 + round(0.5 * size))
    if rng.random() < 0.12:
        place = rng.randrange(len(tokens))
        tokens[place : place + 1] = rng.choice(([], [tokens[place], "+"], ["4", tokens[place]]))
    return (tokens,)


def _string(rng: Random, letters: str, length: int) -> str:
    return "".join(rng.choices(letters, k=length))


def _expression(rng: Random, leaves: int) -> list[str]:
    """The tokens of a random expression with this many numbers."""
    if leaves == 1:
        return [str(rng.randint(-9 if rng.random() < 0.1 else 1, 12))]
    left = rng.randint(1, leaves - 1)
    return [*_expression(rng, left), *_expression(rng, leaves - left), rng.choice("+-*")]
