"""The programs of many rows, as the pipeline draws them, by split: each rewriting as a row gets it, proven or not.

A rewriting that can't be proven makes no row, so that these are the programs of the rows and some more.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest

from generator import dedup, pipeline, rewrites
from generator.types import Options, Rejected


def unproven(patch: pytest.MonkeyPatch) -> None:
    """Have rewritings be taken as they come: the proof costs more than the rewriting."""
    patch.setattr(rewrites, "prove", lambda *_: rewrites.Proof(0, 0.0))
    patch.setattr(rewrites, "_observed", lambda *_: None)
    patch.setattr(rewrites, "_watched", lambda *_: None)
    variant = rewrites._variant.__wrapped__  # its cache is for what is proven
    patch.setattr(rewrites, "_variant", lru_cache(maxsize=None)(variant))
    patch.setattr(rewrites, "Runnable", lambda *_: None)


def originals(patch: pytest.MonkeyPatch) -> None:
    """Have no program be rewritten."""
    patch.setattr(pipeline, "REWRITTEN", 0.0)


def programs(config: str, seed: int, rows: range, splits: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """split -> digest of a program up to names -> its text with numbered names, for the rows of some splits."""
    found: dict[str, dict[str, Any]] = {split: {} for split in ("train", "test")}
    for split, code in _codes(config, seed, rows, splits):
        found[split].setdefault(dedup.program(code), dedup.tokens(code))
    return found


def _codes(config: str, seed: int, rows: range, splits: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for index in rows:
        split = pipeline.split_of(config, seed, index)
        if split in splits:
            try:
                yield split, pipeline.redraw(config, seed, index, 0, Options()).code
            except Rejected:
                continue
