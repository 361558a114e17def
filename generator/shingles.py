"""Texts as runs of words: what two texts have in common, whatever their case, spacing and punctuation."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD = re.compile(r"\w+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_FACTOR = 0x9E3779B97F4A7C15
MASK = "_"
"""Stands for a word that begins with a capital, where names don't count."""


def words(text: str) -> list[str]:
    """The words and numbers of a text, in lower case; 1,000 is 1000."""
    return [word.casefold() for word in _words(text)]


def masked(text: str) -> list[str]:
    """The same, with each word that begins with a capital masked: people, places, and the beginnings of sentences."""
    return [MASK if word[0].isupper() else word.casefold() for word in _words(text)]


def _words(text: str) -> list[str]:
    return _WORD.findall(_THOUSANDS.sub("", unicodedata.normalize("NFKC", text)))


def shingles(of: Sequence[str], length: int, *, varied: int = 1) -> NDArray[np.uint64]:
    """A hash of each run of so many words; those with fewer than `varied` different words are left out."""
    import numpy as np  # noqa: PLC0415 - a tenth of a second

    if len(of) < length:
        return np.empty(0, np.uint64)
    runs = np.lib.stride_tricks.sliding_window_view(np.array([_hash(word) for word in of], np.uint64), length)
    factors = np.array([pow(_FACTOR, power, 2**64) for power in range(length)], np.uint64)
    found: NDArray[np.uint64] = (runs * factors).sum(axis=1, dtype=np.uint64)
    if varied > 1:
        different: Any = (np.diff(np.sort(runs, axis=1), axis=1) > 0).sum(axis=1) + 1
        found = found[different >= varied]
    return found


@lru_cache(maxsize=2**18)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest(), "little")


def kept(original: Sequence[str], other: Sequence[str]) -> float:
    """The share of a text's words that another text has as well, in the same order."""
    blocks = SequenceMatcher(None, original, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, len(original))
