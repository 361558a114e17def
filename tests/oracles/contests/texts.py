"""Oracles for the problems on strings."""

from __future__ import annotations

import re
from collections.abc import Callable


def _old_typewriter(stdin: str) -> str:
    keys = re.sub(r"^[<*]+", "", stdin.strip())
    while found := re.search(r"[a-z]([<*])", keys):
        letters = found[0][0] * 2 if found[1] == "*" else ""
        # The doubled letter is settled only once what follows is: the leftmost sign is always the next one due.
        keys = re.sub(r"^[<*]+", "", keys[: found.start()] + letters + keys[found.end() :])
    return f"{keys or '-'}\n"


def _drum_strokes(stdin: str) -> str:
    # The row as a sum of texts in Python: 2(a3(b)) is +2*(''+'a'+3*(''+'b')).
    row = re.sub(r"([a-z])", r"+'\1'", stdin.strip())
    row = re.sub(r"(\d)\(", r"+\1*(''", row)
    return f"{eval('str()' + row)}\n"  # noqa: S307 - letters, digits and brackets of ours


def _ribbon_mirror(stdin: str) -> str:
    s = stdin.strip()
    pieces = [(i - j, i, s[i:j]) for i in range(len(s)) for j in range(i + 1, len(s) + 1)]
    return f"{min(piece for piece in pieces if [*piece[2]] == [*reversed(piece[2])])[2]}\n"


def _bell_round(stdin: str) -> str:
    s = stdin.strip()
    for length in range(len(s), 2 * len(s)):
        # A mirror of that length has to show the sequence's own letters from behind.
        mirror = [s[min(i, length - 1 - i)] for i in range(length)]
        if "".join(mirror).startswith(s):
            return f"{''.join(mirror)}\n"
    raise AssertionError


ORACLES: dict[str, Callable[[str], str]] = {
    "old_typewriter": _old_typewriter,
    "drum_strokes": _drum_strokes,
    "ribbon_mirror": _ribbon_mirror,
    "bell_round": _bell_round,
}
