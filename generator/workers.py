"""Worker processes: a `map` that gives the same results with any number of them, and never waits for a dead one."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any, Protocol, TypeVar

import multiprocess

from generator.types import TracePileError

A = TypeVar("A")
B = TypeVar("B")

PATIENCE = 5.0
"""Seconds without a result after which we look whether the workers are still alive."""
AHEAD = 2
"""Items that are handed out for each worker, so that it need not wait for the next."""


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
    pool = context.Pool(workers, initializer=_leave_interrupts_to_the_parent)
    members = _alive()

    def mapper(function: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]:
        return _mapped(pool, function, iter(items), AHEAD * workers, members)

    try:
        yield mapper
    finally:
        if members <= _alive():
            pool.close()  # each finishes its item: a worker that is ended may hold a lock, and the pool waits forever
        else:
            pool.terminate()
        pool.join()


def in_order(done: Iterable[tuple[A, B]], items: Sequence[A]) -> Iterator[tuple[A, B]]:
    """(item, its result) in the order of the items, though workers finish in any."""
    waiting: dict[A, B] = {}
    following = iter(items)
    item = next(following, None)
    for finished, result in done:
        waiting[finished] = result
        while item in waiting:
            yield item, waiting.pop(item)
            item = next(following, None)


def _mapped(
    pool: Any, function: Callable[[A], B], items: Iterator[A], most: int, members: frozenset[int]
) -> Iterator[B]:
    """The results in the order in which they come; after an error, nothing more is begun."""
    done: SimpleQueue[tuple[B | None, BaseException | None]] = SimpleQueue()
    running = 0
    while True:
        for item in islice(items, most - running):
            pool.apply_async(
                function,
                (item,),
                callback=lambda result: done.put((result, None)),
                error_callback=lambda error: done.put((None, error)),
            )
            running += 1
        if not running:
            return
        try:
            result, error = done.get(timeout=PATIENCE)
        except Empty:
            _check_alive(members)
            continue
        running -= 1
        if error is not None:
            raise error
        yield result  # type: ignore[misc]  # which is one of the function's


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
