"""Oracles for the problems of searching: try every candidate, every stretch, every choice."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable


def _rows(stdin: str) -> list[list[int]]:
    return [[int(word) for word in line.split()] for line in stdin.splitlines()]


def _next_ferry(stdin: str) -> str:
    _, ferries, travellers = _rows(stdin)
    return "".join(f"{min((f - t for f in ferries if f >= t), default='night')}\n" for t in travellers)


def _bakery_ovens(stdin: str) -> str:
    (_, k), times = _rows(stdin)
    done = itertools.chain.from_iterable(range(t, t * k + 1, t) for t in times)
    return f"{sorted(done)[k - 1]}\n"


def _ribbon_bows(stdin: str) -> str:
    (_, k), ribbons = _rows(stdin)
    # The longest pieces use up some ribbon: l // count is a candidate for every ribbon and every number of its pieces.
    candidates = {ribbon // count for ribbon in ribbons for count in range(1, ribbon + 1)}
    return f"{max((c for c in candidates if sum(r // c for r in ribbons) >= k), default=0)}\n"


def _quiet_tents(stdin: str) -> str:
    (_, k), places = _rows(stdin)
    choices = itertools.combinations(places, k)
    return f"{max(min(b - a for a, b in itertools.pairwise(tents)) for tents in choices)}\n"


def _saga_evenings(stdin: str) -> str:
    (n, k), chapters = _rows(stdin)
    longest = []
    for count in range(min(n, k)):
        for cuts in itertools.combinations(range(1, n), count):
            parts = itertools.pairwise([0, *cuts, n])
            longest.append(max(sum(chapters[i:j]) for i, j in parts))
    return f"{min(longest)}\n"


def _melon_pairs(stdin: str) -> str:
    (_, k), prices = _rows(stdin)
    return f"{sum(a + b <= k for a, b in itertools.combinations(prices, 2))}\n"


def _song_books(stdin: str) -> str:
    _, first, second = _rows(stdin)
    sets = [song for song in range(1, 1001) for _ in range(min(first.count(song), second.count(song)))]
    return f"{' '.join(map(str, sets)) or 'silence'}\n"


def _bead_colours(stdin: str) -> str:
    (n,), beads = _rows(stdin)
    stretches = itertools.combinations(range(n + 1), 2)
    whole = ((j - i, i + 1) for i, j in stretches if {*beads[i:j]} == {*beads})
    return "{} {}\n".format(*min(whole))


def _lost_gloves(stdin: str) -> str:
    gloves = stdin.split()[1:]
    left, right = (sorted(glove[1] for glove in gloves if glove[0] == side) for side in "LR")
    single = (Counter(left) - Counter(right)) + (Counter(right) - Counter(left))
    return f"{(len(gloves) - single.total()) // 2} {single.total()}\n"


def _password_clubs(stdin: str) -> str:
    words = stdin.split()[1:]
    clubs: list[list[int]] = []
    for i, word in enumerate(words):
        for club in clubs:
            if any("".join(letters) == word for letters in itertools.permutations(words[club[0]])):
                club.append(i)
                break
        else:
            clubs.append([i])
    largest = next(club for club in clubs if len(club) == max(map(len, clubs)))
    return f"{len(clubs)}\n{' '.join(str(i + 1) for i in largest)}\n"


def _earliest_pair(stdin: str) -> str:
    (n, s), cards = _rows(stdin)
    pairs = ((j, i) for i, j in itertools.combinations(range(1, n + 1), 2) if cards[i - 1] + cards[j - 1] == s)
    later, earlier = min(pairs, default=(0, 0))
    return f"{earlier} {later}\n" if later else "-1\n"


def _steady_creek(stdin: str) -> str:
    (n, d), water = _rows(stdin)
    stretches = [(i, j) for i in range(n) for j in range(i + 1, n + 1)]
    steady = [(i - j, i) for i, j in stretches if all(abs(a - b) <= d for a in water[i:j] for b in water[i:j])]
    length, start = min(steady)
    return f"{-length} {start + 1}\n"


ORACLES: dict[str, Callable[[str], str]] = {
    "next_ferry": _next_ferry,
    "bakery_ovens": _bakery_ovens,
    "ribbon_bows": _ribbon_bows,
    "quiet_tents": _quiet_tents,
    "saga_evenings": _saga_evenings,
    "melon_pairs": _melon_pairs,
    "song_books": _song_books,
    "bead_colours": _bead_colours,
    "lost_gloves": _lost_gloves,
    "password_clubs": _password_clubs,
    "earliest_pair": _earliest_pair,
    "steady_creek": _steady_creek,
}
