"""Words next to a claim that change what it says: they take it back, leave it open, or say that it was so before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.checker.tokens import MARK
from generator.checker.words import NTH, written_out

_REPEATS = re.compile(r"\b(again|once more|anew|afresh|as before|still|no longer)\b")
"""Words that say that something was so before, at some time or just now."""
_AGAIN_BEHIND = re.compile(r" (again|once more|anew|afresh|as before)\b")
_DENIES = re.compile(
    r"\b(?:not|never|hardly|scarcely|barely|rarely|seldom|almost|nearly|without|neither|nor|unless|except|instead|unlike"
    r"|could|might|should|perhaps|maybe|no|nowhere|until|if)\b|n't\b",
    re.IGNORECASE,
)
"""Words that take back what they stand next to, or leave it open."""
_DENIES_FREE = re.compile(rf"{_DENIES.pattern}|\b(?:than|least|most|about|over|under|above|below|up)\b", re.IGNORECASE)
_DENIES_ALL = re.compile(
    r"(?:\b(?:not|never|hardly|nowhere)|n't)(?: \w+){0,2} (?:so|true|the case|right|correct|the truth)\b|\bnever\b"
    r"|\b(?:(?:false|wrong|untrue) (?:that|to)|wrongly|allegedly|supposedly)\b"
    rf"|\b(?:{'|'.join(NTH)}|\d+(?:st|nd|rd|th)|last|umpteenth) (?:time|visit|occasion)s?\b"
    rf"|\b(?:last|final|only|penultimate) {written_out('TURN').pattern}\b",
    re.IGNORECASE,
)
"""Words that take back a whole sentence, or number what nobody counts."""
_BOUNDS = re.compile(
    r"\b(?:than|at least|at most|about|around|roughly|approximately|over|(?<!hangs )under|below|above"
    r"|(?<!add )(?<!adds )up to|beyond|exceed\w*) $",
    re.IGNORECASE,
)
"""Words before a value that say only what it is near."""
_UNSAID = re.compile(r"⟦⟧(?: \w+)? (?:holds|fails|is true|is false)\b")
"""Words that say how a condition came out: where they stand in no claim, something is said beside them."""
_NEXT_TO = re.compile(r"(?:[a-z']+ ){0,3}(?:[a-z']+ ?)?$", re.IGNORECASE)
"""The last words of a clause before a claim."""
_NEAR = 40
_TAKEN_BACK = re.compile(r" (?:not|never|hardly|almost|nearly|nowhere)\b(?! (?:⟦|for\b))")
"""Words behind a claim that take it back."""
_FREE_WORDS = frozenset({"read", "read_line"})
"""The kinds of claims that have room for words of their own."""
_MARK = re.compile(MARK)
_WORD = re.compile(r"[a-z0-9]+")
_TRIGGERS = frozenset(
    "not never hardly scarcely barely rarely seldom almost nearly without neither nor unless except instead unlike "
    "could might should perhaps maybe no nowhere until if t false wrong untrue wrongly allegedly supposedly time times "
    "visit visits occasion occasions last final only penultimate than least most about around roughly approximately "
    "over under below above up beyond exceed exceeds exceeding exceeded".split()
)
"""One of these words stands in each sentence that denies something."""
_TRIGGER = re.compile(rf"(?:\b|(?<=n'))(?:{'|'.join(sorted(_TRIGGERS))})\b", re.IGNORECASE)


def says_again(words: str) -> bool:
    """Whether a sentence says of anything that it was so before."""
    return _REPEATS.search(words) is not None


def repeats(words: str, ends: Sequence[int], claim: re.Match[str]) -> str:
    """What the words of a claim, or those before it, say of earlier times: "again", "still", "no longer" or nothing.

    ends: where the claims of the sentence end.
    """
    after = max((end for end in ends if end <= claim.start()), default=0)
    found = _REPEATS.search(words, _clause(words, after, claim.start()), claim.end())
    found = found or _AGAIN_BEHIND.match(words, claim.end())
    return "" if found is None else found[1] if found[1] in ("still", "no longer") else "again"


def denial(words: str, claims: Sequence[tuple[int, int, str]]) -> str:
    """Words of a sentence that take back a claim, such as `never` in "`x` never becomes 3"; empty if there are none.

    claims: where each begins and ends, and its kind.
    """
    unsaid = (found for found in _UNSAID.finditer(words) if not _is_inside(found.end() - 1, claims))
    if found := next(unsaid, None):
        return found[0]
    if not any(kind in _FREE_WORDS for *_, kind in claims) and not _may_deny(words, claims):
        return ""
    marks = [found.span() for found in _MARK.finditer(words)]
    bounds = (_BOUNDS.search(words, max(0, start - _NEAR), start) for start, _ in marks)
    free = (_DENIES_FREE.search(words, start, stop) for start, stop, kind in claims if kind in _FREE_WORDS)
    found = next((one for one in free if one), None)
    for one in (*bounds, *_DENIES_ALL.finditer(words)):
        found = found or (one if one and not _is_inside(one.end() - 1, claims) else None)
    if found:
        return found[0]
    last = 0
    for start, stop in sorted(
        [*((start, stop) for start, stop, _ in claims), *(m for m in marks if not _is_inside(m[0], claims))]
    ):
        found = _DENIES.search(words, _clause(words, last, start), start) or _TAKEN_BACK.match(words, stop)
        if found:
            return found[0]
        last = max(last, stop)
    return ""


def _may_deny(words: str, claims: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a word that may deny something stands outside of the claims."""
    if _TRIGGERS.isdisjoint(_WORD.findall(words.lower())):
        return False
    return any(not _is_inside(found.start(), claims) for found in _TRIGGER.finditer(words))


def _is_inside(place: int, claims: Sequence[tuple[int, int, str]]) -> bool:
    return any(start <= place < stop for start, stop, _ in claims)


def _clause(words: str, after: int, end: int) -> int:
    """Where the last words before a claim begin: in its own clause, behind a place, and a few at most."""
    found = _NEXT_TO.search(words, max(after, end - _NEAR), end)
    return found.start() if found else end
