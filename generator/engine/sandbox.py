"""Runs work on a foreign program in a process of its own, which is thrown away afterwards.

One program, one child: forked from this process, which has loaded everything, shut in (`isolation.py`), and ended.
Covered:
- time and memory: endless loops, bombs, long calls into C; processor, wall clock, address space, result;
- the machine: files read, written or listed, sockets, processes, threads, signals, `exec`, terminal, environment, and
  every other system call that computing doesn't need (`seccomp.py`, `namespaces.py`);
- what comes after: nothing of the child is left, no descriptor of ours is open in it, no code of ours runs in it twice;
- the result: it leaves through memory that is mapped before the fork, and counts if it is sealed with a number drawn
  for this child; a program that ends its process has no result, and one that leaves builtins, modules or classes
  changed has its result refused (`intact.py`);
- dependence on chance: `random` is seeded, and `guarded_twice` refuses what comes out differently twice.
Not covered:
- a program that climbs the frames of its interpreter to the seal, or finds it in memory with `ctypes`, can forge its
  own result, and no more than that: whoever gets it has to hold it against what he asked for, and not to execute it;
- reading the clock and the process number, and what is in this process's memory at the time of the fork;
- addresses that are fixed when this process starts, as the hash of None is before Python 3.12: they are the same in
  both runs of `guarded_twice`;
- faults of the kernel; other programs on the same processor.
Linux on x86_64 and aarch64 reaches `Level.SECCOMP`, and `Level.NAMESPACES` where users may make namespaces; other
systems reach `Level.RLIMITS`, where a program that means harm can do it.
"""

from __future__ import annotations

import mmap
import os
import random
import select
import signal
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, partial
from typing import NoReturn

from generator.engine import namespaces, seccomp
from generator.engine.intact import hide, ours, watch
from generator.engine.isolation import Level, Limits, isolate
from generator.engine.preloaded import preload
from generator.types import Rejected, TracePileError

LIMITS = Limits()
_HEADER = struct.Struct("<16sBBQ")
"""Seal, kind of answer, level, length of the text."""
_GRACE = 2.0
"""Seconds after the child's own alarm in which it may end; then it is killed."""
_BLOCKS, _SIZES = 256, range(1, 224, 16)


class Kind(IntEnum):
    """What became of the work: its result, its Rejected, a level too low to start, or nothing that can be trusted."""

    RESULT = 0
    REJECTED = 1
    WEAK = 2
    LOST = 3


@dataclass(frozen=True, slots=True)
class Answer:
    kind: Kind
    level: Level
    text: str


def guarded(work: Callable[[], str], *, limits: Limits = LIMITS, needed: Level = Level.SECCOMP) -> str:
    """The text that `work` gives, computed in a child process. What it imports must be loaded beforehand.

    Raises what `work` raised if that is Rejected; Rejected("sandbox") where the child came to grief or tampered with
    the interpreter; TracePileError, before any work is done, where the sandbox doesn't reach the needed level.
    """
    return _opened(_ask(work, limits, needed), needed)


def guarded_twice(work: Callable[[], str], *, limits: Limits = LIMITS, needed: Level = Level.SECCOMP) -> str:
    """As `guarded`, in two children with objects at other addresses; Rejected("nondeterministic") if they differ."""
    answer = _ask(work, limits, needed)
    if answer.kind in (Kind.RESULT, Kind.REJECTED) and _ask(work, limits, needed, shaken=True) != answer:
        raise Rejected("nondeterministic", "two runs of the program differ")
    return _opened(answer, needed)


def reached() -> Level:
    """The level of the sandbox on this system, tried in a child."""
    return _ask(str, LIMITS, Level.PROCESS).level


def _opened(answer: Answer, needed: Level) -> str:
    match answer.kind:
        case Kind.RESULT:
            return answer.text
        case Kind.REJECTED:
            reason, _, detail = answer.text.partition("\0")
            raise Rejected(reason, detail)
        case Kind.LOST:
            raise Rejected("sandbox", answer.text)
        case Kind.WEAK:
            raise TracePileError(
                f"a foreign program needs a sandbox of level {needed.told!r}, and on this system it reaches "
                f"{answer.level.told!r}. Use Linux on x86_64 or aarch64 (in a container or a virtual machine), or pass "
                "--allow-weak-sandbox if you trust the program"
            )


def _ask(work: Callable[[], str], limits: Limits, needed: Level, *, shaken: bool = False) -> Answer:
    """Fork, let the child work, and read what it left."""
    _prepare()
    ours(len(sys.modules))
    seal = os.urandom(16)
    with mmap.mmap(-1, _HEADER.size + limits.result) as shared:
        child = namespaces.fork()
        if child == 0:
            _live(work, limits, needed, shared, seal, shaken=shaken)
        return _read(shared, seal, _end(child, limits), limits)


@cache
def _prepare() -> None:
    """Load and make what children find ready."""
    preload()
    seccomp.prepared()
    namespaces.cell()


# The child


def _live(
    work: Callable[[], str], limits: Limits, needed: Level, shared: mmap.mmap, seal: bytes, *, shaken: bool
) -> NoReturn:
    """The child's life: shut in, work, answer, and out by `_exit`, so that nothing of the parent's runs twice."""
    leave = os._exit  # the program may put something else in its place
    try:
        level = isolate(limits)
        kept = _shake() if shaken else []
        random.seed(0)
        kind, text = (Kind.WEAK, "") if level < needed else _outcome(work)
        data = text.encode("utf-8", "surrogatepass")
        if len(data) > limits.result:
            kind, data = Kind.LOST, b"the result is too long"
        shared[_HEADER.size : _HEADER.size + len(data)] = data
        _HEADER.pack_into(shared, 0, seal, kind, level, len(data))
        del kept
    finally:
        leave(0)


def _outcome(work: Callable[[], str]) -> tuple[Kind, str]:
    """The kind of answer and its text. Where the program has changed what is used here, it may fail, but not lie."""
    hide()
    intact = watch()
    try:
        answer = Kind.RESULT, work()
    except Rejected as verdict:
        answer = Kind.REJECTED, f"{verdict.reason}\0{verdict.detail}"
    except MemoryError:
        answer = Kind.LOST, "the program needs more memory than it may use"
    except BaseException as fault:  # noqa: BLE001 - whatever it is, it is told outside
        answer = Kind.LOST, f"the run ended in {type(fault).__name__}"
    if not intact():
        return Kind.LOST, "the program changed builtins, modules or classes that are not its own"
    return answer if type(answer[1]) is str else (Kind.LOST, "the result is no text")


def _shake() -> list[object]:
    """Take memory in every small size, and give half of it back, here and there: new objects get other addresses."""
    makers: list[Callable[[], object]] = [object, lambda: complex(1, 1), *(partial(bytes, size) for size in _SIZES)]
    taken = [make() for make in makers for _ in range(_BLOCKS)]
    return [one for one, chance in zip(taken, random.Random(0).randbytes(len(taken)), strict=True) if chance % 2]


# The parent


def _end(child: int, limits: Limits) -> int:
    """Wait for a child's end, and bring it about if it is late; its status."""
    try:
        _wait(child, limits.seconds + _GRACE)
    finally:
        with suppress(PermissionError):
            os.kill(child, signal.SIGKILL)  # does nothing to one that has ended
        _, status = os.waitpid(child, 0)
    return status


def _wait(child: int, seconds: float) -> None:
    """Return when the child has ended or the time is over; if that can't be, leave it to the child's alarm."""
    try:
        descriptor = os.pidfd_open(child)
    except (AttributeError, OSError):
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        return
    try:
        waiting = select.poll()
        waiting.register(descriptor, select.POLLIN)
        waiting.poll(seconds * 1000)
    finally:
        os.close(descriptor)


def _read(shared: mmap.mmap, seal: bytes, status: int, limits: Limits) -> Answer:
    """The answer that a child has left; only what bears the seal, and is well formed, is one."""
    found, kind, level, length = _HEADER.unpack_from(shared)
    try:
        if status or found != seal or length > limits.result:
            return Answer(Kind.LOST, Level.PROCESS, _cause(status, limits))
        text = shared[_HEADER.size : _HEADER.size + length].decode("utf-8", "surrogatepass")
        return Answer(Kind(kind), Level(level), text)
    except ValueError:
        return Answer(Kind.LOST, Level.PROCESS, "the result is damaged")


def _cause(status: int, limits: Limits) -> str:
    """Why a child has no answer."""
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    match number:
        case 0:
            return "the program ended its process"
        case signal.SIGALRM | signal.SIGXCPU | signal.SIGKILL:
            return f"the program was still running after {limits.seconds:g} seconds"
        case signal.SIGSYS:
            return (
                "the program asked for what no program may have here: a file, a process, a thread, a socket, a signal, "
                "or a module that is not loaded"
            )
        case _:
            return f"the program was ended by {signal.Signals(number).name}"
