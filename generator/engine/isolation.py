"""Shuts a process in, for good, and says how far it came: limits, filter of system calls, namespaces.

What programs can share is done once, for the zygote (`settle`); what is a program's own is done for its process
(`confine`), which inherits the rest.
"""

from __future__ import annotations

import faulthandler
import io
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from math import ceil
from pathlib import Path

from generator.engine import namespaces, seccomp


class Level(IntEnum):
    """How well a program is shut in; each level includes those before it."""

    PROCESS = 0
    RLIMITS = 1
    SECCOMP = 2
    NAMESPACES = 3

    @property
    def told(self) -> str:
        return ("processes only", "rlimits", "seccomp", "seccomp and namespaces")[self]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one program may use: seconds of wall clock, bytes beyond those the interpreter has, bytes of result."""

    seconds: float = 30.0
    memory: int = 2**30
    result: int = 64 * 2**20


SPARE = 2
"""Seconds after its time is over in which a program is ended by the zygote; then its own alarm does it."""
DESCRIPTORS = 2**20
"""Descriptors up to this number are closed."""


# The zygote


def settle(pipe: int, limits: Limits) -> Callable[[], Level]:
    """Shut the zygote in, with a pipe as its only way out; gives the function that shuts a child of it in further."""
    _detach()
    held = _address_space()
    _silence(pipe)
    namespaces.drop_root()
    alone = namespaces.enter()
    _forget_environment()
    seccomp.prepared()
    return _confinement(pipe, held, limits, Level.NAMESPACES if alone else Level.SECCOMP)


def _detach() -> None:
    """Leave inherited signal handling behind."""
    faulthandler.disable()
    for number in (signal.SIGALRM, signal.SIGXCPU, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])


def _address_space() -> int:
    """Bytes of address space in use; 0 where the system doesn't tell."""
    if sys.platform != "linux":
        return 0
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def _silence(pipe: int) -> None:
    """Close every descriptor but the pipe; what is written to the standard streams goes nowhere, or to memory."""
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(quiet, stream)
    os.closerange(3, pipe)
    os.closerange(pipe + 1, DESCRIPTORS)
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), io.StringIO(), io.StringIO()
    sys.__stdin__ = sys.__stdout__ = sys.__stderr__ = None  # type: ignore[misc]


def _forget_environment() -> None:
    """An empty environment; in C a time zone stays set, so that no library looks for the machine's in a file."""
    os.environ.clear()
    os.putenv("TZ", "UTC0")
    time.tzset()


# The program's process


def _confinement(pipe: int, held: int, limits: Limits, best: Level) -> Callable[[], Level]:
    """The function that shuts a child in, and gives the level that was reached.

    It is put together in the zygote: in the child that would cost more than what it does.
    """
    most = {
        resource.RLIMIT_CPU: ceil(limits.seconds) + SPARE,
        resource.RLIMIT_AS: held + limits.memory + limits.result,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_NOFILE: 3,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
    }
    steps: tuple[Callable[[], object], ...] = (
        namespaces.mortality(),
        partial(_stay_with, os.getpid()),
        partial(signal.alarm, ceil(limits.seconds) + SPARE),  # nobody can switch it off later
        partial(os.close, pipe),
        *(partial(resource.setrlimit, kind, (value, value)) for kind, value in most.items()),
    )

    def confine() -> Level:
        try:
            for step in steps:
                step()
        except (OSError, ValueError):
            return Level.PROCESS
        return best if seccomp.install() else Level.RLIMITS

    return confine


def _stay_with(parent: int) -> None:
    """End at once if the parent has ended before the system was told to end us with it."""
    if os.getppid() != parent:
        os._exit(1)
