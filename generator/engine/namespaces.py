"""Namespaces: no network, an empty file system that can't be written, and a user who may do nothing.

The zygote moves into them once; its children are born there, and have nothing in them that one could leave behind for
the next. Process numbers are those of the outside: a namespace for them needs one more process, and the filter of
system calls denies signals anyway.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from typing import Any

KINDS = {"user": 0x10000000, "mnt": 0x20000, "net": 0x40000000, "ipc": 0x08000000, "uts": 0x04000000}
"""The namespaces, and their flags for `unshare`."""
NOBODY = 65534
_PRIVATE, _READ_ONLY, _REMOUNT, _DETACH = 0x44000, 0x1, 0x20, 0x2
_CAPABILITY_VERSION = 0x20080522
_NO_CAPABILITIES = bytes(24)
_PR_SET_PDEATHSIG = 1


def drop_root() -> None:
    """Become nobody where we are root, for good; a root without the right to do so stays what it is."""
    if os.geteuid() == 0:
        with suppress(PermissionError, OSError):
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)


def enter() -> bool:
    """Move into namespaces of our own, for good, and give up the rights that one has there.

    False where the system grants none; it grants none to a process with threads.
    """
    if sys.platform != "linux":
        return False
    try:
        _check(libc().unshare(sum(KINDS.values())))
        _empty_root()
        entered = True
    except OSError:
        entered = False
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    return not libc().capset(header, _NO_CAPABILITIES) and entered


def _empty_root() -> None:
    """Put an empty, read-only file system in the place of all others."""
    _check(libc().mount(None, b"/", None, ctypes.c_ulong(_PRIVATE), None))
    _check(libc().mount(b"tmpfs", b"/tmp", b"tmpfs", ctypes.c_ulong(0), b"size=4k,mode=555"))
    os.chdir("/tmp")  # noqa: S108 - any folder that is everywhere
    _check(libc().pivot_root(b".", b"."))
    _check(libc().umount2(b".", _DETACH))
    _check(libc().mount(None, b"/", None, ctypes.c_ulong(_REMOUNT | _READ_ONLY), None))


def mortality() -> Callable[[], object]:
    """What a child calls to be killed by the system when its parent ends; elsewhere than on Linux, it does nothing."""
    return partial(libc().prctl, _PR_SET_PDEATHSIG, int(signal.SIGKILL)) if sys.platform == "linux" else object


@cache
def libc() -> Any:
    """The C library. To keep its error numbers, or to look a function up first, would cost a child 20 pages each."""
    return ctypes.PyDLL(None)


def _check(failed: int) -> None:
    if failed:
        raise OSError("the system refuses")
