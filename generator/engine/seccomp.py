"""The filter of system calls: a list of what computing needs, and death for whoever asks for more.

The list holds no call that opens, makes, removes or names a file, no socket, no new process or thread, no signal and no
change of signal handlers, no memory that can be both written by a program and executed. A forbidden call ends the
process with SIGSYS, so that no run goes on, or is recorded, with an answer that it would not get elsewhere.
Linux on x86_64 and aarch64; the filter is written as BPF here, because libseccomp may be absent.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
from functools import cache
from typing import Any

from generator.engine.namespaces import libc

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""What the kernel calls the machines that we know the numbers of."""

ALLOWED = {
    "x86_64": {
        "read": 0,
        "write": 1,
        "close": 3,
        "lseek": 8,
        "munmap": 11,
        "brk": 12,
        "rt_sigreturn": 15,
        "sched_yield": 24,
        "mremap": 25,
        "madvise": 28,
        "nanosleep": 35,
        "getpid": 39,
        "exit": 60,
        "gettimeofday": 96,
        "time": 201,
        "futex": 202,
        "restart_syscall": 219,
        "clock_gettime": 228,
        "clock_getres": 229,
        "clock_nanosleep": 230,
        "exit_group": 231,
        "getrandom": 318,
    },
    "aarch64": {
        "read": 63,
        "write": 64,
        "close": 57,
        "lseek": 62,
        "munmap": 215,
        "brk": 214,
        "rt_sigreturn": 139,
        "sched_yield": 124,
        "mremap": 216,
        "madvise": 233,
        "nanosleep": 101,
        "getpid": 172,
        "exit": 93,
        "gettimeofday": 169,
        "futex": 98,
        "restart_syscall": 128,
        "clock_gettime": 113,
        "clock_getres": 114,
        "clock_nanosleep": 115,
        "exit_group": 94,
        "getrandom": 278,
    },
}
"""Calls that are harmless once every descriptor but those of /dev/null is closed."""
MAPPING = {"x86_64": {"mmap": 9, "mprotect": 10}, "aarch64": {"mmap": 222, "mprotect": 226}}
"""Calls that are allowed unless they ask for executable memory."""
REFUSED = {"x86_64": {"ioctl": 16}, "aarch64": {"ioctl": 29}}
"""Calls that are answered with ENOTTY: Python asks of every stream whether it is a terminal."""

_LOAD, _EQUAL, _ANY_BIT, _RETURN, _COPY = 0x20, 0x15, 0x45, 0x06, 0x07  # BPF: ld abs, jeq, jset, ret, tax
_NUMBER, _ARCHITECTURE, _THIRD_ARGUMENT = 0, 4, 32  # offsets in struct seccomp_data
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_PROT_EXEC = 4
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    """struct sock_fprog"""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def assemble(machine: str) -> bytes:
    """The filter for a machine as BPF instructions: architecture, number, and a jump to the verdict on the number."""
    kill, allow = _instruction(_RETURN, _KILL), _instruction(_RETURN, _ALLOW)
    refuse = _instruction(_RETURN, _ERRNO | errno.ENOTTY)
    writable = _instruction(_LOAD, _THIRD_ARGUMENT), _instruction(_ANY_BIT, _PROT_EXEC, yes=1)
    verdicts = [kill, refuse, *writable, allow, kill]
    jumps = [
        *((number, verdicts.index(allow)) for number in ALLOWED[machine].values()),
        *((number, verdicts.index(refuse)) for number in REFUSED[machine].values()),
        *((number, verdicts.index(writable[0])) for number in MAPPING[machine].values()),
    ]
    code = [
        _instruction(_LOAD, _ARCHITECTURE),
        _instruction(_EQUAL, ARCHITECTURES[machine], yes=1),
        kill,
        _instruction(_COPY, 0),  # or the kernel would try every number now, which takes longer than a program's calls
        _instruction(_LOAD, _NUMBER),
    ]
    ahead = range(len(jumps) - 1, -1, -1)
    code += [_instruction(_EQUAL, number, yes=left + to) for left, (number, to) in zip(ahead, jumps, strict=True)]
    return b"".join([*code, *verdicts])


def _instruction(code: int, operand: int, *, yes: int = 0, no: int = 0) -> bytes:
    """Struct sock_filter; `yes` and `no` are how many instructions a test skips."""
    return struct.pack("=HBBI", code, yes, no, operand)


@cache
def prepared() -> tuple[Any, ...] | None:
    """Give up every way to gain rights, and say with what call the filter is installed; None where there is none."""
    if sys.platform != "linux" or os.uname().machine not in ARCHITECTURES or sys.maxsize < 2**32:
        return None
    word, none, prctl = ctypes.c_ulong, ctypes.c_ulong(0), libc().prctl
    if prctl(_PR_SET_NO_NEW_PRIVS, word(1), none, none, none):
        return None
    code = assemble(os.uname().machine)
    program = _Program(len(code) // 8, code)
    return prctl, _PR_SET_SECCOMP, word(_MODE_FILTER), ctypes.byref(program), none, none


def install() -> bool:
    """Filter this process's system calls from now on, for good; False where the system can't."""
    if (found := prepared()) is None:
        return False
    prctl, *arguments = found
    return not prctl(*arguments)
