"""Where our own programs meet a benchmark, and why that is no contamination."""

from __future__ import annotations

from collections.abc import Mapping

TEXTBOOK = "a textbook algorithm that any collection has; statement and program were written independently"
HELPER = "a helper of a few lines that any program may have; the problem around it is another"
OVERLAPS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("humaneval", "HumanEval/13"): {"algorithm/euclid_gcd": TEXTBOOK},
    ("humaneval", "HumanEval/25"): {"algorithm/prime_factors": TEXTBOOK},
    ("humaneval", "HumanEval/44"): {"algorithm/to_base": TEXTBOOK},
    ("humaneval", "HumanEval/48"): {"competition/bell_round": HELPER},
    ("humaneval", "HumanEval/53"): {"competition/old_typewriter": HELPER},
    ("humaneval", "HumanEval/61"): {"algorithm/balanced_brackets": TEXTBOOK},
}
"""(benchmark, problem) -> task -> why it may do the same; its words may never be the same."""


def reason(benchmark: str, problem: str, task: str) -> str:
    """Why a task may do what a problem of a benchmark asks for; empty where nothing says so."""
    return OVERLAPS.get((benchmark, problem), {}).get(task, "")
