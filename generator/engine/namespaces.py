"""Namespaces: a cell with no network, an empty file system that can't be written, and a user who may do nothing.

The cell is made once, by a helper that ends at once, and lives on in descriptors. To enter it costs a child some
microseconds; to make its own would cost it a millisecond. It is shared by the programs of one process, one after the
other, and has nothing that one could leave behind for the next. Process numbers are those of the outside: a name space
for them needs a second fork for every program, and the filter of system calls denies signals anyway.
"""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import warnings
from contextlib import suppress
from functools import cache
from typing import Any, NoReturn

KINDS = {"user": 0x10000000, "mnt": 0x20000, "net": 0x40000000, "ipc": 0x08000000, "uts": 0x04000000}
"""The namespaces in the order in which they are entered, and their flags for `unshare`."""
NOBODY = 65534
_PRIVATE, _READ_ONLY, _REMOUNT, _DETACH = 0x44000, 0x1, 0x20, 0x2
_CAPABILITY_VERSION = 0x20080522
_NO_CAPABILITIES = bytes(24)


def fork() -> int:
    """`os.fork`, without the warning that this process has threads: our children take no lock that one could hold."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def drop_root() -> None:
    """Become nobody where we are root, for good; a root without the right to do so stays what it is."""
    if os.geteuid() == 0:
        with suppress(PermissionError, OSError):
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)


@cache
def cell() -> tuple[int, ...]:
    """The descriptors of the cell's namespaces; none where the system grants no cell."""
    if sys.platform != "linux":
        return ()
    here, there = socket.socketpair()
    with here, there:
        helper = fork()
        if helper == 0:
            _make(there)
        there.close()
        _, found, _, _ = socket.recv_fds(here, 1, len(KINDS))
        os.waitpid(helper, 0)
    for descriptor in found:
        os.set_inheritable(descriptor, False)
    return tuple(found) if len(found) == len(KINDS) else ()


def _make(there: socket.socket) -> NoReturn:
    """In the helper: make the namespaces, empty the file system, hand them over."""
    try:
        drop_root()
        libc = _libc()
        _check(libc.unshare(sum(KINDS.values())))
        found = [os.open(f"/proc/self/ns/{kind}", os.O_RDONLY) for kind in KINDS]
        _empty_root(libc)
        socket.send_fds(there, [b"."], found)
    finally:
        os._exit(0)


def _empty_root(libc: Any) -> None:
    """Put an empty, read-only file system in the place of all others."""
    _check(libc.mount(None, b"/", None, ctypes.c_ulong(_PRIVATE), None))
    _check(libc.mount(b"tmpfs", b"/tmp", b"tmpfs", ctypes.c_ulong(0), b"size=4k,mode=555"))
    os.chdir("/tmp")  # noqa: S108 - as above
    _check(libc.pivot_root(b".", b"."))
    _check(libc.umount2(b".", _DETACH))
    _check(libc.mount(None, b"/", None, ctypes.c_ulong(_REMOUNT | _READ_ONLY), None))


def enter(descriptors: tuple[int, ...]) -> bool:
    """Go into the cell, for good, and give up the rights that one has on arrival; False without a cell."""
    if not descriptors:
        return False
    libc = _libc()
    if any(libc.setns(descriptor, 0) for descriptor in descriptors):
        return False
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    return not libc.capset(header, _NO_CAPABILITIES)


@cache
def _libc() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def _check(failed: int) -> None:
    if failed:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
