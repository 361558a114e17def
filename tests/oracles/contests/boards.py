"""Oracles for the constructive problems, the games and the problems on bitmasks: every way is tried."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from functools import cache


def _ints(line: str) -> list[int]:
    return [int(word) for word in line.split()]


def _row(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers)) + "\n"


def _trail_numbers(stdin: str) -> str:
    return _row(_numbered(stdin.strip(), (), frozenset(range(1, len(stdin) + 1))) or ())


def _numbered(slopes: str, used: tuple[int, ...], free: frozenset[int]) -> tuple[int, ...] | None:
    """The smallest way to go on with the numbers, by trying them in order."""
    if not free:
        return used
    for number in sorted(free):
        fits = not used or (number > used[-1]) == (slopes[len(used) - 1] == "U")
        if fits and (found := _numbered(slopes, (*used, number), free - {number})):
            return found
    return None


def _house_number(stdin: str) -> str:
    head, digits = stdin.splitlines()
    n, k = _ints(head)
    return f"{min(int(''.join(kept)) for kept in itertools.combinations(digits, n - k))}\n"


def _dappled_chain(stdin: str) -> str:
    return "".join(f"{_strung(_ints(box))}\n" for box in stdin.splitlines()[1:])


def _strung(box: Sequence[int]) -> str:
    """The first of all the rows with the beads of a box, by making every row."""
    most = dict(zip("abc", box, strict=True))
    rows = {""}
    for _ in range(sum(box)):
        longer = {row + kind for row in rows for kind in "abc" if row[-1:] != kind}
        rows = {row for row in longer if all(row.count(kind) <= most[kind] for kind in "abc")}
    return min(rows, default="impossible")


def _party_sweets(stdin: str) -> str:
    return "".join(_row(min(_shares(int(n), 1), key=lambda share: (-len(share), share))) for n in stdin.split()[1:])


def _shares(n: int, least: int) -> list[tuple[int, ...]]:
    """Every way to write n as a sum of rising numbers that are not below `least`."""
    found = [(n,)]
    for first in range(least, n):
        if first < n - first:
            found += [(first, *rest) for rest in _shares(n - first, first + 1)]
    return found


def _chestnut_piles(stdin: str) -> str:
    (n, _), moves = map(_ints, stdin.splitlines())

    @cache
    def wins(pile: int) -> bool:
        return any(not wins(pile - take) for take in moves if take <= pile)

    return "".join("BA"[wins(pile)] for pile in range(1, n + 1)) + "\n"


def _coin_ends(stdin: str) -> str:
    return _row(_play(tuple(_ints(stdin.splitlines()[1])), 0))


@cache
def _play(coins: tuple[int, ...], turn: int) -> tuple[int, int]:
    """What the two players get, by playing every game to its end."""
    if not coins:
        return 0, 0
    ends = []
    for coin, rest in ((coins[0], coins[1:]), (coins[-1], coins[:-1])):
        got = list(_play(rest, 1 - turn))
        got[turn] += coin
        ends.append((got[0], got[1]))
    return max(ends, key=lambda got: got[turn])


def _beer_mats(stdin: str) -> str:
    piles = _ints(stdin.splitlines()[1])
    for i, pile in enumerate(piles):
        for taken in range(1, pile + 1):
            after = [*piles[:i], pile - taken, *piles[i + 1 :]]
            if not _wins(tuple(sorted(left for left in after if left))):
                return f"{i + 1} {taken}\n"
    return "0\n"


@cache
def _wins(piles: tuple[int, ...]) -> bool:
    # Two equal piles cancel out: who is to move wins just when they win without the pair.
    for pile in {*piles}:
        if piles.count(pile) > 1:
            rest = list(piles)
            rest.remove(pile)
            rest.remove(pile)
            return _wins(tuple(rest))
    return any(not _wins(after) for after in _after(piles))


def _after(piles: Sequence[int]) -> Iterable[tuple[int, ...]]:
    for i, pile in enumerate(piles):
        for left in range(pile):
            yield tuple(sorted(x for x in (*piles[:i], left, *piles[i + 1 :]) if x))


def _small_choir(stdin: str) -> str:
    head, *rows = stdin.splitlines()
    n, m = _ints(head)
    for size in range(1, n + 1):
        choices = itertools.combinations(rows, size)
        good = sum(all(any(row[j] == "1" for row in chosen) for j in range(m)) for chosen in choices)
        if good:
            return f"{size} {good}\n"
    return "-1\n"


def _cooking_school(stdin: str) -> str:
    times = [_ints(line) for line in stdin.splitlines()[1:]]
    orders = itertools.permutations(range(len(times)))
    return f"{min(sum(row[j] for row, j in zip(times, order, strict=True)) for order in orders)}\n"


def _stage_lamps(stdin: str) -> str:
    lamps, _, *switches = stdin.split()
    for size in range(len(switches) + 1):
        for pressed in itertools.combinations(switches, size):
            if all(column.count("1") % 2 for column in zip(lamps, *pressed, strict=True)):
                return f"{size}\n"
    return "-1\n"


ORACLES: dict[str, Callable[[str], str]] = {
    "trail_numbers": _trail_numbers,
    "house_number": _house_number,
    "dappled_chain": _dappled_chain,
    "party_sweets": _party_sweets,
    "chestnut_piles": _chestnut_piles,
    "coin_ends": _coin_ends,
    "beer_mats": _beer_mats,
    "small_choir": _small_choir,
    "cooking_school": _cooking_school,
    "stage_lamps": _stage_lamps,
}
