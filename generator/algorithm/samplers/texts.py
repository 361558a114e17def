"""Texts and expressions: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random

from generator.algorithm.samplers.pools import ANAGRAMS, KEYS, MESSAGES, WORDS


def two_strings(rng: Random, size: int) -> tuple[str, str]:
    """Two short strings over the same small alphabet."""
    letters = rng.choice(("ab", "abc", "ACGT", "xyz"))
    longest = 1 + size // 2
    lengths = [rng.randint(max(1, longest - 2), longest) for _ in range(2)]
    return _string(rng, letters, lengths[0]), _string(rng, letters, lengths[1])


def text_and_pattern(rng: Random, size: int) -> tuple[str, str]:
    """A text, and a pattern that is cut out of it or made of the same letters."""
    text = _string(rng, rng.choice(("ab", "aab", "abc", "ACGT")), size + rng.randint(4, 8))
    if size > 4 and rng.random() < 0.3:
        text = rng.choice(WORDS)
    length = min(rng.randint(1, 4), len(text))
    if rng.random() < 0.7:
        start = rng.randint(0, len(text) - length)
        return text, text[start : start + length]
    return text, _string(rng, "".join(sorted(set(text))), length)


def text_and_late_pattern(rng: Random, size: int) -> tuple[str, str]:
    """A longer text, and a pattern that is cut out of its second half or made of the same letters."""
    text = _string(rng, rng.choice(("ab", "aab", "abc", "ACGT")), size + rng.randint(9, 12))
    length = rng.randint(2, 4)
    if rng.random() < 0.75:
        start = rng.randint(len(text) // 2, len(text) - length)
        return text, text[start : start + length]
    return text, _string(rng, "".join(sorted(set(text))), length)


def text_of_few_letters(rng: Random, size: int) -> tuple[str]:
    """A text of few letters: random, periodic, a palindrome, or a word with repetitions."""
    letters, length = rng.choice(("ab", "abc", "aab", "xyz", "ACGT")), size + rng.randint(5, 7)
    shape = rng.randrange(6)
    if shape == 0:
        period = _string(rng, letters, rng.randint(2, 4))
        text = (period * length)[: length - 1] + rng.choice(letters)
    elif shape == 1:
        half = _string(rng, letters, (length + 1) // 2)
        text = _string(rng, letters, 1) + half + half[::-1][length % 2 :]
    elif shape == 2:  # noqa: PLR2004 - one shape of six
        text = rng.choice(WORDS) + _string(rng, letters, 1 + size // 4)
    else:
        text = _string(rng, letters, length)
    return (text,)


def text_with_runs(rng: Random, size: int) -> tuple[str]:
    """A text in which letters stand in runs."""
    letters = rng.choice(("abc", "xyz", "WB", "ACGT", "abcde"))
    runs = [rng.choice(letters) * rng.choice((1, 1, 2, 3, 4)) for _ in range(3 + size // 2)]
    return ("".join(runs),)


def message_and_key(rng: Random, size: int) -> tuple[str, str]:
    """A message of small letters, in which spaces may stand, and a key word."""
    message = " ".join(rng.sample(MESSAGES, 2)) if size > 6 else rng.choice(MESSAGES)  # noqa: PLR2004 - long
    if rng.random() < 0.5:
        message = " ".join(rng.choice(KEYS) for _ in range(1 + size // 3))
    key = rng.choice(KEYS) if rng.random() < 0.3 else _string(rng, "abcdefghijklmnopqrstuvwxyz", rng.randint(2, 4))
    return message, key


def words_with_anagrams(rng: Random, size: int) -> tuple[list[str]]:
    """Different words, of which some have the same letters."""
    words: list[str] = []
    for group in rng.sample(ANAGRAMS, 2 + size // 3):
        words += rng.sample(group, rng.randint(1, len(group)))
    rng.shuffle(words)
    return (words[: size + 3],)


def number_to_write(rng: Random, size: int) -> tuple[int]:
    """A number that Roman numerals can write, and now and then one that they can't."""
    if rng.random() < 0.02:
        return (rng.choice((0, -1, 1)) * rng.randint(4000, 9999),)
    low, high = (1, 999) if size < 3 and rng.random() < 0.3 else (1000, 3999)  # noqa: PLR2004 - short
    return (rng.randint(low, high),)


def numeral(rng: Random, size: int) -> tuple[str]:
    """A Roman numeral, in which now and then a letter is none."""
    number = rng.randint(1, 999) if size < 3 and rng.random() < 0.3 else rng.randint(1000, 3999)  # noqa: PLR2004 - short
    text = "M" * (number // 1000)
    for digit, symbols in zip(f"{number % 1000:03}", ("CDM", "XLC", "IVX"), strict=True):
        pattern = ("", "1", "11", "111", "15", "5", "51", "511", "5111", "10")[int(digit)]
        text += pattern.translate(str.maketrans("150", symbols))
    if rng.random() < 0.08:
        place = rng.randrange(len(text))
        text = text[:place] + rng.choice("AEKTZ") + text[place + 1 :]
    return (text,)


def brackets(rng: Random, size: int) -> tuple[str]:
    """Letters in nested brackets, of which one time of three one is wrong or missing."""
    text = _nested(rng, 2 + size // 2)
    if rng.random() < 0.35:
        places = [i for i, letter in enumerate(text) if letter in "()[]{}"]
        place = rng.choice(places)
        text = text[:place] + rng.choice(("", "]", ")", "(", "}")) + text[place + 1 :]
    return (text,)


def polish_tokens(rng: Random, size: int) -> tuple[list[str]]:
    """An expression in reverse Polish notation; one time of eight a token is missing or too many."""
    tokens = _expression(rng, 2 + round(0.5 * size))
    if rng.random() < 0.12:
        place = rng.randrange(len(tokens))
        tokens[place : place + 1] = rng.choice(([], [tokens[place], "+"], ["4", tokens[place]]))
    return (tokens,)


def _string(rng: Random, letters: str, length: int) -> str:
    return "".join(rng.choices(letters, k=length))


def _nested(rng: Random, pairs: int) -> str:
    """A balanced text with this many pairs of brackets."""
    if pairs == 0:
        return rng.choice(("", "a", "b", "x", "y", "n"))
    inside = rng.randint(0, pairs - 1)
    left, right = rng.choice(("()", "()", "[]", "{}"))
    before = rng.choice(("", "f", "g", "a"))
    return f"{before}{left}{_nested(rng, inside)}{right}{_nested(rng, pairs - 1 - inside)}"


def _expression(rng: Random, leaves: int) -> list[str]:
    """The tokens of a random expression with this many numbers."""
    if leaves == 1:
        return [str(rng.randint(-9 if rng.random() < 0.1 else 1, 12))]
    left = rng.randint(1, leaves - 1)
    return [*_expression(rng, left), *_expression(rng, leaves - left), rng.choice("+-*")]
