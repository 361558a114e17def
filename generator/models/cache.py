"""Answers by content: a build that goes on, or that is repeated, asks no model twice for the same."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from generator.models.asking import Answer, Ask, Model

PATIENCE = 60.0
"""Seconds to wait for another worker that is writing."""


def path() -> Path:
    """The file of the answers: in the folder that TRACEPILE_CACHE names, or in the user's cache."""
    folder = os.environ.get("TRACEPILE_CACHE")
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return (Path(folder) if folder else home / "tracepile") / "answers.sqlite"


def answers(model: Model, asks: Sequence[Ask]) -> list[Answer]:
    """The answers to some requests, each kept as soon as it comes."""
    keys = [model.key(ask) for ask in asks]
    with _opened() as file:
        found = {key: answer for key in keys if (answer := _known(file, key))}
        missing = {key: ask for key, ask in zip(keys, asks, strict=True) if key not in found}
        order = list(missing)

        def keep(number: int, answer: Answer) -> None:
            found[order[number]] = answer
            with file:
                file.execute(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (order[number], answer.text, answer.whole)
                )

        if missing:
            model.propose(list(missing.values()), keep)
    return [found[key] for key in keys]


def _known(file: sqlite3.Connection, key: str) -> Answer | None:
    row = file.execute("SELECT text, whole FROM answers WHERE key = ?", (key,)).fetchone()
    return Answer(row[0], bool(row[1])) if row else None


@contextmanager
def _opened() -> Iterator[sqlite3.Connection]:
    path().parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path(), timeout=PATIENCE)) as file:
        file.execute("PRAGMA journal_mode = WAL")  # readers don't wait for a writer
        file.execute("CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, text TEXT, whole INTEGER)")
        yield file
