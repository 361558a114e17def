"""The work that `sandbox.py` times: a program of about 200 events, recorded, run bare, and fingerprinted."""

from __future__ import annotations

from generator.engine.digest import trace_digest
from generator.engine.recorder import record, run_bare

PROGRAM = """\
def solve(n):
    total, seen = 0, []
    for i in range(n):
        if i % 3:
            total += i
            seen.append(total)
    return total, seen
"""
ENTRY = "solve(58)"


def work(program: str = PROGRAM) -> str:
    """Record a program, run it bare, compare the two, and give the digest."""
    trace = record(program, ENTRY)
    if run_bare(program, ENTRY)[0] != trace.output:
        raise ValueError("the recorded and the bare run differ")
    return trace_digest(trace)


def rehearse() -> None:
    """Run the program until Python has adapted its code to it, as in a process that has long been running."""
    for _ in range(20):
        work()


def nothing() -> str:
    """The answer of a child that has nothing to do."""
    return ""
