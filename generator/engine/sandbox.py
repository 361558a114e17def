"""Runs work on a foreign program in a process of its own, which is thrown away afterwards.

One program, one child: forked from a process that has loaded everything and is shut in itself (`zygote.py`), shut in
further (`isolation.py`), and ended. Work is a function at the top of a module, called with plain data.
Covered:
- time and memory: endless loops, bombs, long calls into C; processor, wall clock, address space, result;
- the machine: files read, written or listed, sockets, processes, threads, signals, `exec`, terminal, environment, and
  every other system call that computing doesn't need (`seccomp.py`, `namespaces.py`);
- what comes after: nothing of the child is left, no descriptor of ours is open in it, no code of ours runs in it twice;
  the zygote lives as long as its caller, or until an interrupt, and a child as long as the zygote;
- the caller's memory: the zygote is no copy of it, so no program finds anything there but its own work;
- the result: it leaves through memory that is mapped for this child alone, and counts if it is sealed with a number
  drawn for this child; a program that ends its process has no result, and one that leaves builtins, modules or classes
  changed has its result refused (`intact.py`);
- dependence on chance: strings hash alike in every zygote, `random` is seeded, and `guarded_twice` refuses what comes
  out differently twice.
Not covered:
- a program that climbs the frames of its interpreter to the seal, or finds it in memory with `ctypes`, can forge its
  own result, and no more than that: whoever gets it has to hold it against what he asked for, and not to execute it;
- reading the clock and the process number, and what is in the zygote's memory: our code, and its environment in C;
- addresses that are fixed when the zygote starts, as the hash of None is before Python 3.12: they are the same in
  both runs of `guarded_twice`;
- faults of the kernel; other programs on the same processor.
Linux on x86_64 and aarch64 reaches `Level.SECCOMP`, and `Level.NAMESPACES` where users may make namespaces; other
systems reach `Level.RLIMITS`, where a program that means harm can do it.
"""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from generator.engine.isolation import SPARE, Level, Limits
from generator.engine.zygote import ANSWER, READY, Kind
from generator.types import Rejected, TracePileError

LIMITS = Limits()
_START = (
    "import sys; sys.path[:] = sys.argv[4:]; from generator.engine import zygote; "
    "zygote.main(int(sys.argv[1]), *sys.argv[2:4])"
)
_FLAGS = ("-S", "-s", "-P", "-B")
"""For the zygote's Python: nothing is loaded that isn't asked for, from nowhere but the caller's path."""
_KEPT = ("LD_LIBRARY_PATH", "PYTHONHOME")
"""What the zygote gets of our environment: what Python may need to start."""


_ROOT = str(Path(__file__).parents[2])


@dataclass(frozen=True, slots=True)
class Answer:
    kind: Kind
    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class _Zygote:
    process: subprocess.Popen[bytes]
    pipe: socket.socket
    answers: BinaryIO


Key = tuple[int, str, str]
"""The thread that a zygote works for, the module of the work, and the function in it that loads the rest."""
_zygotes: dict[Key, _Zygote] = {}


def guarded(
    work: Callable[..., str],
    *arguments: Any,
    ready: Callable[[], object] | None = None,
    limits: Limits = LIMITS,
    needed: Level = Level.SECCOMP,
) -> str:
    """The text that `work` gives for arguments of plain data (what JSON can hold), computed in a child process.

    `ready`, a function of the same module, is called once in the zygote, and loads what the work would have to import.
    Raises what `work` raised if that is Rejected; Rejected("sandbox") where the child came to grief or tampered with
    the interpreter; TracePileError, before any work is done, where the sandbox doesn't reach the needed level.
    """
    return _opened(_ask(work, arguments, ready, limits, needed), needed)


def guarded_twice(
    work: Callable[..., str],
    *arguments: Any,
    ready: Callable[[], object] | None = None,
    limits: Limits = LIMITS,
    needed: Level = Level.SECCOMP,
) -> str:
    """As `guarded`, in two children with objects at other addresses; Rejected("nondeterministic") if they differ."""
    answer = _ask(work, arguments, ready, limits, needed)
    again = answer.kind in (Kind.RESULT, Kind.REJECTED)
    if again and _ask(work, arguments, ready, limits, needed, shaken=True) != answer:
        raise Rejected("nondeterministic", "two runs of the program differ")
    return _opened(answer, needed)


def reached() -> Level:
    """The level of the sandbox on this system, tried in a child."""
    return _ask(str, (), None, LIMITS, Level.PROCESS).level


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


# Asking a zygote


def _ask(
    work: Callable[..., str],
    arguments: tuple[Any, ...],
    ready: Callable[[], object] | None,
    limits: Limits,
    needed: Level,
    *,
    shaken: bool = False,
) -> Answer:
    """The answer to one request. A zygote whose answer hasn't come, for whatever reason, is ended."""
    job = {"work": _name(work), "arguments": arguments, "limits": astuple(limits), "needed": needed, "shaken": shaken}
    request = json.dumps(job).encode() + b"\n"
    key = threading.get_ident(), work.__module__, _name(ready) if ready else ""
    zygote, answer = _zygote(key), None
    try:
        zygote.pipe.settimeout(limits.seconds + 2 * SPARE)
        zygote.pipe.sendall(request)
        answer = _received(zygote.answers)
    except OSError:
        return Answer(Kind.LOST, Level.PROCESS, "the sandbox was ended, or stopped, from outside")
    finally:
        if answer is None:
            _end(key)
    return answer


def _name(function: Callable[..., object]) -> str:
    """The name by which another process finds a function in its module."""
    module, name = function.__module__, function.__qualname__
    if module == "__main__" or getattr(sys.modules.get(module), name, None) is not function:
        raise TypeError(f"what runs in the sandbox must stand at the top of a module that can be imported: {name}")
    return name


def _received(answers: BinaryIO) -> Answer:
    """The next answer on the pipe. A program may have written it: only what is well formed is one."""
    head = answers.read(ANSWER.size)
    if len(head) < ANSWER.size:
        raise ConnectionError
    kind, level, length = ANSWER.unpack(head)
    data = answers.read(length)
    if len(data) < length:
        raise ConnectionError
    try:
        return Answer(Kind(kind), Level(level), data.decode("utf-8", "surrogatepass"))
    except ValueError:
        return Answer(Kind.LOST, Level.PROCESS, "the result is damaged")


# Its life


def _zygote(key: Key) -> _Zygote:
    """The zygote for that work: the one that is there, or a new one."""
    if (zygote := _zygotes.get(key)) and zygote.process.poll() is None:
        return zygote
    zygote = _zygotes[key] = _start(*key[1:])
    try:
        if zygote.answers.read(len(READY)) == READY:
            return zygote
    except BaseException:
        _end(key)
        raise
    status = _end(key)
    raise TracePileError(
        f"the sandbox can't start: its Python, {sys.executable}, ended with status {status}. What it says stands above; "
        f"{key[1]} must be a module that can be imported, and do nothing else when it is"
    )


def _start(module: str, ready: str) -> _Zygote:
    here, there = socket.socketpair()
    with there:
        program = [sys.executable, *_FLAGS, "-c", _START, str(there.fileno()), module, ready, *sys.path, _ROOT]
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {"PYTHONHASHSEED": "0"}
        process = subprocess.Popen(  # noqa: S603 - our own interpreter with our own code
            program,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=environment,
            pass_fds=[there.fileno()],
        )
    return _Zygote(process, here, here.makefile("rb"))


def _end(key: Key) -> int:
    """End a zygote, which takes its child with it; the status it ends with."""
    zygote = _zygotes.pop(key)
    _close(zygote)  # that it ends by itself, unless somebody has stopped it
    try:
        return zygote.process.wait(SPARE)
    except subprocess.TimeoutExpired:
        zygote.process.kill()
        return zygote.process.wait()


def _close(zygote: _Zygote) -> None:
    zygote.answers.close()
    zygote.pipe.close()


def _end_all() -> None:
    for key in [*_zygotes]:
        _end(key)


def _forget() -> None:
    """In a fork of this process: the zygotes are its parent's."""
    for zygote in _zygotes.values():
        _close(zygote)
        zygote.process.returncode = 0  # not ours to wait for
    _zygotes.clear()


atexit.register(_end_all)
os.register_at_fork(after_in_child=_forget)
