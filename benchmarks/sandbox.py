"""How many small programs a second the sandbox runs on one core: `python benchmarks/sandbox.py [--times N]`.

A child per program, forked from a zygote that has loaded the engine and run the program before, as this process has, so
that its instrumented form is at hand; "a new program" is one that neither has seen. The program makes about 200 events;
the work is to run it recorded and bare and to take the digest. The designs are timed in turn, and the medians printed.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from small import ENTRY, PROGRAM, nothing, rehearse, work

from generator import pipeline  # noqa: F401 - loaded as in real use
from generator.engine.isolation import Level
from generator.engine.recorder import record
from generator.engine.sandbox import guarded, guarded_twice, reached

PROGRAMS_A_ROUND = 50
NUMBERS = count()


def fork_and_exit() -> None:
    """The floor: a child that ends at once."""
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def new() -> str:
    """A program that hasn't been seen yet."""
    return f"{PROGRAM}# {next(NUMBERS)}\n"


DESIGNS: dict[str, Callable[[], object]] = {
    "in this process, no isolation": work,
    "fork and exit, no work": fork_and_exit,
    "guarded, no work": lambda: guarded(nothing, ready=rehearse, needed=Level.PROCESS),
    "guarded, recorded and bare run": lambda: guarded(work, ready=rehearse, needed=Level.PROCESS),
    "guarded twice, the same": lambda: guarded_twice(work, ready=rehearse, needed=Level.PROCESS),
    "in this process, a new program": lambda: work(new()),
    "guarded, a new program": lambda: guarded(work, new(), ready=rehearse, needed=Level.PROCESS),
}


def seconds(design: Callable[[], object]) -> float:
    """Seconds for one program."""
    start = time.perf_counter()
    for _ in range(PROGRAMS_A_ROUND):
        design()
    return (time.perf_counter() - start) / PROGRAMS_A_ROUND


def main() -> None:
    """Time the designs and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=7, help="rounds; the median counts")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core, children included
    print(f"level: {reached().told}; events: {len(record(PROGRAM, ENTRY).events)}")
    for design in DESIGNS.values():
        design()
    rounds = [{name: seconds(design) for name, design in DESIGNS.items()} for _ in range(options.times)]
    for name in DESIGNS:
        taken = median(one[name] for one in rounds)
        print(f"{name:32} {1000 * taken:6.2f} ms  {1 / taken:7.0f} programs a second")


if __name__ == "__main__":
    main()
