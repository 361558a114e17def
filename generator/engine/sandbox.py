"""Runs work on a foreign program in a process of its own, which is thrown away afterwards.

Covered: endless loops and long C calls (CPU time and wall clock), memory, files written, new processes for ordinary
users, crashes, a changed interpreter (monkeypatches stay in the child), `os._exit`. The result comes back through shared
memory that is mapped before the fork.
Not covered: reading files, the network, system calls in general, a program that forges its own record. Whoever audits
programs of people he distrusts should do it in a container.
"""

from __future__ import annotations

import json
import mmap
import os
import resource
import signal
import struct
from collections.abc import Callable

from generator.types import Rejected

MAX_RESULT = 64 * 2**20
MAX_MEMORY = 4 * 2**30
MAX_SECONDS = 30
_HEADER = struct.Struct("<Q")


def guarded(work: Callable[[], str]) -> str:
    """The text that `work` gives, computed in a child process.

    Raises what `work` raised if that is Rejected; Rejected("sandbox") where the child came to grief.
    """
    shared = mmap.mmap(-1, MAX_RESULT)
    child = os.fork()
    if child == 0:
        _run(work, shared)
    _, status = os.waitpid(child, 0)
    (length,) = _HEADER.unpack(shared[: _HEADER.size])
    if os.WIFSIGNALED(status) or not length:
        raise Rejected("sandbox", _cause(status))
    answer = json.loads(shared[_HEADER.size : _HEADER.size + length])
    if "rejected" in answer:
        raise Rejected(*answer["rejected"])
    return str(answer["result"])


def _run(work: Callable[[], str], shared: mmap.mmap) -> None:
    """The child: limits, work, result, and out by `_exit`, so that nothing of the parent's runs twice."""
    try:
        _limit()
        try:
            answer = {"result": work()}
        except Rejected as verdict:
            answer = {"rejected": [verdict.reason, verdict.detail]}  # type: ignore[dict-item]
        data = json.dumps(answer).encode()
        if len(data) <= MAX_RESULT - _HEADER.size:
            shared[_HEADER.size : _HEADER.size + len(data)] = data
            shared[: _HEADER.size] = _HEADER.pack(len(data))
    finally:
        os._exit(0)


def _limit() -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, MAX_SECONDS)
    for kind, most in (
        (resource.RLIMIT_CPU, MAX_SECONDS),
        (resource.RLIMIT_AS, MAX_MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(quiet, stream)
    os.closerange(3, 4096)


def _cause(status: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number in (signal.SIGALRM, signal.SIGXCPU, signal.SIGKILL):
            return f"the program was still running after {MAX_SECONDS} seconds"
        return f"the program was ended by {signal.Signals(number).name}"
    return "the program ended its process, or its result did not fit"
