"""Shuts a process in, for good, and says how far it came: limits, filter of system calls, namespaces."""

from __future__ import annotations

import faulthandler
import gc
import io
import os
import resource
import signal
import sys
import time
from dataclasses import dataclass
from enum import IntEnum

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


DESCRIPTORS = 2**20
"""Descriptors up to this number are closed."""


def isolate(limits: Limits) -> Level:
    """Shut this process in, which must be a child that can be thrown away; the level that was reached."""
    gc.freeze()  # what is the parent's is neither collected nor shown by gc
    _detach(limits.seconds)
    quiet = os.open(os.devnull, os.O_RDWR)
    held = _address_space()
    inside = namespaces.cell()
    namespaces.drop_root()
    alone = namespaces.enter(inside)
    _silence(quiet)
    _forget_environment()
    if not _limit(limits, held):
        return Level.PROCESS
    if not seccomp.install():
        return Level.RLIMITS
    return Level.NAMESPACES if alone else Level.SECCOMP


def _detach(seconds: float) -> None:
    """Leave the terminal and the parent's signal handlers behind; set the alarm that nobody can switch off later."""
    os.setsid()
    faulthandler.disable()
    for number in (signal.SIGALRM, signal.SIGXCPU, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _address_space() -> int:
    """Bytes of address space in use; 0 where the system doesn't tell."""
    if sys.platform != "linux":
        return 0
    told = os.open("/proc/self/statm", os.O_RDONLY)
    return int(os.read(told, 100).split()[0]) * resource.getpagesize()


def _silence(quiet: int) -> None:
    """Close every descriptor; what is written to the standard streams goes nowhere, or at most to memory."""
    for stream in range(3):
        os.dup2(quiet, stream)
    os.closerange(3, DESCRIPTORS)
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), io.StringIO(), io.StringIO()
    sys.__stdin__ = sys.__stdout__ = sys.__stderr__ = None  # type: ignore[misc]


def _forget_environment() -> None:
    """An empty environment; in C a time zone stays set, so that no library looks for the machine's in a file."""
    os.environ.clear()
    os.putenv("TZ", "UTC0")
    time.tzset()


def _limit(limits: Limits, held: int) -> bool:
    """Set the kernel's limits; False where one of them can't be set."""
    most = {
        resource.RLIMIT_CPU: int(limits.seconds) + 1,
        resource.RLIMIT_AS: held + limits.memory,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_NOFILE: 3,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
    }
    try:
        for kind, value in most.items():
            resource.setrlimit(kind, (value, value))
    except (OSError, ValueError):
        return False
    return True
