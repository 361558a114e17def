"""Inputs that are texts to take apart: each sampler takes (randomness, size) and gives the arguments of one call."""

from __future__ import annotations

from random import Random

DICTIONARIES = (
    ("a", "an", "and", "ant", "nut", "hand", "sand", "stand"),
    ("car", "cart", "art", "tar", "rat", "the", "then", "hen"),
    ("sun", "flower", "sunflower", "low", "son", "nest", "flow", "set"),
    ("pine", "apple", "pineapple", "pen", "pie", "nap", "plea", "let"),
    ("note", "book", "notebook", "no", "not", "tea", "oboe", "ok"),
)


def text_and_dictionary(rng: Random, size: int) -> tuple[str, list[str]]:
    """A text of up to four words, of which a letter may be lost, and the words that it may be split into."""
    words = rng.sample(rng.choice(DICTIONARIES), rng.randint(3, 4 + size // 5))
    text = "".join(rng.choices(words, k=rng.randint(1 + size // 4, 1 + size // 3)))
    if rng.random() < 0.35:
        place = rng.randrange(len(text))
        text = text[:place] + rng.choice(("", "s", "x")) + text[place + 1 :]
    return text[: 8 + size], words


def digits(rng: Random, size: int) -> tuple[str]:
    """A string of two to eight digits, many of them small; zeros come up."""
    pool = rng.choice(("12", "123", "1122345678", "0112269", "0123456789"))
    return ("".join(rng.choices(pool, k=2 + round(0.6 * size))),)


LIKE = (("cat", "cart"), ("stone", "notes"), ("cider", "cedar"), ("bank", "blank"), ("horse", "shore"), ("plane", "panel"))
LETTERS = ("ab", "abc", "ACGT", "xyz", "01", "mno", "pqrs", "AB", "UVW")


def two_words(rng: Random, size: int) -> tuple[str, str]:
    """Two strings: drawn from the same few letters, the second a changed first, or two words that are alike."""
    if size > 5 and rng.random() < 0.15:
        a, b = rng.choice(LIKE)
        return (a, b) if rng.random() < 0.5 else (b, a)
    letters = rng.choice(LETTERS)
    longest = 2 + size // 2
    a = "".join(rng.choices(letters, k=rng.randint(max(2, longest - 1), longest)))
    if rng.random() < 0.4:
        return a, _changed(rng, a, letters)
    return a, "".join(rng.choices(letters, k=rng.randint(max(1, longest - 2), longest)))


def _changed(rng: Random, text: str, letters: str) -> str:
    """A text with one or two letters dropped, doubled or replaced, or all of it turned round."""
    if rng.random() < 0.15:
        return text[::-1]
    for _ in range(rng.randint(1, 2)):
        place = rng.randrange(len(text))
        text = text[:place] + rng.choice(("", text[place] * 2, rng.choice(letters))) + text[place + 1 :]
        text = text or rng.choice(letters)
    return text


def nearly_palindrome(rng: Random, size: int) -> tuple[str]:
    """A text of four to six letters: at random, or a palindrome of which a letter may be changed."""
    letters = rng.choice(LETTERS)
    length = min(4 + size // 4, 6)
    text = "".join(rng.choices(letters, k=length))
    if rng.random() < 0.5:
        text = text[: (length + 1) // 2] + text[: length // 2][::-1]
        place = rng.randrange(length)
        text = text[:place] + rng.choice(letters) + text[place + 1 :]
    return (text,)
