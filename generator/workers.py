"""Worker processes: a `map` that gives the same results with any number of them, and never waits for a dead one."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

import multiprocess

from generator.types import TracePileError

A = TypeVar("A")
B = TypeVar("B")

PATIENCE = 5.0
"""Seconds without a result after which we look whether the workers are still alive."""


class Mapper(Protocol):
    """`map`, with the results in any order."""

    def __call__(self, function: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]: ...


@contextmanager
def crew(workers: int) -> Iterator[Mapper]:
    """Yield a `map` over that many processes; with one worker it runs in this process."""
    if workers <= 0:
        raise TracePileError(f"--workers must be at least 1, not {workers}")
    if workers == 1:
        yield map
        return
    # Spawned, because a fork of a process with threads (pyarrow, tqdm) can hang, and macOS has no safe fork at all.
    context = multiprocess.get_context("spawn")
    with context.Pool(workers, initializer=_leave_interrupts_to_the_parent) as pool:
        members = _alive()

        def mapper(function: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]:
            results = pool.imap_unordered(function, items)
            while True:
                try:
                    yield results.next(timeout=PATIENCE)
                except StopIteration:
                    return
                except multiprocess.TimeoutError:
                    _check_alive(members)

        yield mapper


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _alive() -> frozenset[int]:
    return frozenset(child.pid for child in multiprocess.active_children())


def _check_alive(members: frozenset[int]) -> None:
    """Raise if a worker is gone: the pool replaces it, but what it was working on would never arrive."""
    if not members <= _alive():
        raise TracePileError(
            "a worker process was killed, perhaps for lack of memory. "
            "What is finished is kept: run the same command again, with fewer --workers if memory is short"
        )
