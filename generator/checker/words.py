"""The words that claims are made of: phrases that mean the same, and the signs that stand for them in patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


def phrases(text: str) -> frozenset[str]:
    """The phrases of a list with commas."""
    return frozenset(phrase.strip() for phrase in text.split(","))


_ADVERBS = phrases(
    "now, then, also, again, still, too, thus, therefore, hence, just, only, already, even, likewise, simply, indeed, "
    "here, there, next, finally, afterwards, first, soon, immediately, directly, merely, both, once more, once again, "
    "as well, in turn, at first, at last, at once, this time, in place, in the end, as before, in fact, by now, "
    "so far, accordingly, instead, right away, after that, from the start, all, yet, anew, afresh"
)
UP = phrases(
    "rises, grows, climbs, increases, mounts, goes up, moves up, steps up, is raised, is increased, has risen, "
    "has grown"
)
DOWN = phrases(
    "drops, falls, sinks, decreases, shrinks, declines, goes down, moves down, steps down, comes down, is lowered, "
    "is reduced, is decreased, has dropped, has fallen"
)
SAME = phrases("stays, remains, keeps, is still, is unchanged, stays as it is, stays unchanged, does not change from")
STARTS = phrases("starts, begins, starts out, starts off, is initialised, is initialized")
PAST = phrases("was, were, held, had been, used to be")
CHANGES = phrases(
    "becomes, is now, now is, is set, is reset, is updated, is changed, turns into, goes, changes, moves, jumps, "
    "ends up, is left, gets, receives, is given, is assigned, takes on, takes, reaches, arrives, lands, settles, "
    "has become, now holds, now contains, now equals, now has, holds now, switches, advances, ="
)
"""What is said of a place when it gets its value; `STATES` may be said of it at any time."""
STATES = phrases(
    "is, are, equals, equal, holds, contains, has, reads, comes, amounts, makes, gives, yields, evaluates, works out, "
    "means, is worth, counts, adds up, totals, sums, leaves, leaving, produces, results, making, giving"
)
_LEAVES = phrases("leaves, leaving")
FAILS = phrases(
    "fails, fail, is false, is not true, isn't true, is not met, isn't met, is no longer met, is not satisfied, "
    "isn't satisfied, is no longer true, is no longer satisfied, does not hold, doesn't hold, no longer holds, "
    "do not hold, don't hold, comes out false, is untrue, turns out false, is falsy, no"
)
_HOLDS = phrases(
    "holds, is true, is met, is satisfied, comes out true, succeeds, passes, turns out true, is truthy, is non-zero"
)
RELATIONS = {
    ">": phrases(
        "greater than, larger than, bigger than, more than, higher than, above, over, longer than, exceeds, exceed"
    ),
    "<": phrases("less than, smaller than, fewer than, lower than, below, under, shorter than"),
    ">=": phrases("at least, no less than, no smaller than, no lower than"),
    "<=": phrases("at most, no more than, no larger than, no greater than, no higher than"),
    "==": phrases("equal to, the same as, identical to, matches, match"),
    "!=": phrases("different from, unequal to, differs from, differ from"),
    "in": phrases("in, inside, among, one of, part of, contained in, present in"),
    "%": phrases("divisible by, a multiple of"),
}
"""Comparisons in words, by their operator."""
_RELATING = phrases("exceeds, exceed, matches, match, differs from, differ from")
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
NTH = {word: number for number, word in enumerate(_NTH, 1)}
"""The ordinals in words that may number a turn, or a line of the input."""


def choice(some: frozenset[str]) -> str:
    """A choice of phrases, the longest first; adverbs may stand behind a leading `is`, `are` or `has`."""
    found = [phrase for phrase in some if not phrase.startswith(_AUXILIARIES)]
    for verb in _AUXILIARIES:
        rest = [phrase.removeprefix(verb) for phrase in some if phrase.startswith(verb)]
        if rest:
            found.append(f"{verb.strip()}~ (?:{'|'.join(_longest_first(rest))})")
    return "|".join([*_longest_first(found)])


_AUXILIARIES = ("is ", "are ", "has ")


def _longest_first(some: Iterable[str]) -> list[str]:
    return sorted(some, key=lambda phrase: (-len(phrase), phrase))


_ADVERB = rf"(?: (?:{'|'.join(_longest_first(_ADVERBS))})(?!\w))*"
_SIGNS = {
    "LIST": r"⟦⟧(?:(?:, and |, then |, | and (?:then )?)⟦⟧)*",
    "ORDINAL": rf"(?:{'|'.join(_NTH)}|\d+(?:st|nd|rd|th))",
    "RELATION": choice(frozenset[str]().union(*RELATIONS.values()) - _RELATING),
    "RELATING": choice(_RELATING),
    "HOLDS": choice(_HOLDS),
    "FAILS": choice(FAILS - {"no", "fail", "do not hold", "don't hold"}),
    "GETS": choice((CHANGES | SAME | STARTS | UP | DOWN | PAST | STATES) - _LEAVES),
    "MOVES": choice(
        UP | DOWN | phrases("goes, changes, moves, passes, jumps, switches, advances, turns, is changed, runs, counts")
    ),
    "UPDOWN": choice(UP | DOWN),
    "PUT": "appended|added|pushed|put|inserted|placed|enqueued|stored|queued|filed",
    "PUTS": "appends?|adds?|push(?:es)?|puts?|inserts?|places?|enqueues?|stores?|appending|adding|pushing|putting",
    "TO": "(?:in front of|(?:to|onto|on|into|in|at|as|before|behind)(?: the)?"
    "(?: (?:top|front|left|right|back|end|start|beginning|last|first)(?: (?:end|item|element|place))?)?(?: of)?)",
    "TAKEN": "popped|taken|removed|dropped|deleted|discarded|dequeued|pulled|pushed out|thrown out|drawn",
    "TAKES": "pops?|takes?|removes?|drops?|deletes?|discards?|dequeues?|pulls?|popping|taking|removing|subtracts?",
    "FROM": "(?:from|off|out of)(?: the (?:top|front|left|right|back|end|start|beginning)(?: end)?(?: of)?)?",
    "LOOP": r"(?:inner |outer |whole |while |for )?loop",
    "TURN": "(?:turn|round|iteration|pass)",
    "THE": "(?: (?:the|a|an) (?P<noun>list|value|number|string|text|dict|dictionary|set|tuple|result|word|pair|class"
    "|(?:inner )?function))?",
    "IT": r"(?:C|\b(?:it|that|this|but|and)|\bthe (?:test|condition|check|comparison|guard))",
    "LOOKED": "(?:looked at|checked|evaluated|tested|examined|needed|reached|considered|read)",
    "~": _ADVERB,
    "@": r"(?=[,;.:)?]|$| (?:and|but|so|while|or|without)\b)",
    "C": r"⟦⟧",
}
_SIGN = re.compile(rf"~|@|(?<![A-Z])(?:{'|'.join(sign for sign in _SIGNS if sign.isalpha())})(?![A-Z])")


def written_out(text: str) -> re.Pattern[str]:
    """A pattern with its signs written out; the texts of signs may hold others."""
    while _SIGN.search(text):
        text = _SIGN.sub(lambda found: _SIGNS[found[0]], text)
    return re.compile(text)


@lru_cache(maxsize=1024)
def verb(words: str) -> str:
    """The verb of a claim's words, without adverbs: `is then set` is `is set`, but `is now` stays what it is."""
    known = CHANGES | SAME | STARTS | UP | DOWN | PAST | STATES
    return words if words in known else re.sub(_ADVERB, "", words)
