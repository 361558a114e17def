"""The zygote: a process that has loaded all that the work needs, is shut in, and does nothing but fork.

`asking.py` starts it as a fresh interpreter, so that it is small and holds nothing of the caller's; what can be done
for all programs at once is done in it, before any of them runs. For each message on its pipe it forks a child,
which does the work and leaves its answer in memory that the two share; then the answer goes back through the pipe. It
ends when the pipe is closed.
What a child does before the program starts should be little and plain: each page that it writes to has to be copied.
"""

from __future__ import annotations

import errno
import gc
import marshal
import mmap
import os
import random
import select
import signal
import site
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any, BinaryIO, NoReturn

from generator.engine.intact import hide, watch
from generator.engine.isolation import Level, Limits, settle
from generator.engine.namespaces import libc
from generator.engine.preloaded import preload
from generator.types import Rejected

LENGTH = struct.Struct("<Q")
"""What stands before a message to the zygote."""
READY = b"+"
"""What the zygote says when it can be asked."""
ANSWER = struct.Struct("<BBQ")
"""What stands before an answer on the pipe: its kind, the level that was reached, the length of the text."""
_SEALED = struct.Struct("<16sBBQ")
"""What stands before an answer in shared memory: the seal, and the same."""
_BLOCKS, _SIZES = 64, range(1, 224, 16)
_MEMORY = "too much memory\0the program needs more than it may use"
"""The verdict on a program that runs out of memory, by an exception or by the system."""


class Kind(IntEnum):
    """What became of the work: its result, its Rejected, a level too low to start, or nothing that can be trusted."""

    RESULT = 0
    REJECTED = 1
    WEAK = 2
    LOST = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all children: where the work is found, how they are shut in, whether they are unharmed."""

    module: ModuleType
    limits: Limits
    pipe: int
    confine: Callable[[], Level]
    intact: Callable[[], bool]


def main(pipe: int) -> None:
    """Load a module, and answer until the pipe is closed."""
    with open(pipe, "rb") as requests, open(pipe, "wb", closefd=False) as answers, suppress(EOFError):
        setting = _set_up(pipe, *_received(requests))
        answers.write(READY)
        answers.flush()
        while True:
            answers.write(_answer(setting, *_received(requests)))
            answers.flush()


def message(*parts: Any) -> bytes:
    """Plain data as it goes to the zygote; ValueError for any other. Marshalled, it is read by a single call."""
    data = marshal.dumps(parts)
    return LENGTH.pack(len(data)) + data


def _received(requests: BinaryIO) -> Any:
    """What the next message holds; EOFError where there is none any more."""
    head = requests.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    return marshal.loads(requests.read(*LENGTH.unpack(head)))  # noqa: S302 - it comes from our own caller


def _set_up(pipe: int, name: str, ready: str, limits: tuple[Any, ...]) -> Setting:
    """Load all that the work needs, and be shut in."""
    module = import_module(name)
    preload()
    gc.collect()
    if ready:
        getattr(module, ready)()  # last, so that Python's caches are full of what it has used
    hide()
    for add in (site.setquit, site.setcopyright, site.sethelper):
        add()  # builtins that Python has everywhere else
    random.seed(0)
    sys.argv[:] = [""]
    setting = Setting(module, Limits(*limits), pipe, settle(pipe, Limits(*limits)), watch())
    gc.freeze()  # what is ours is neither collected by a child nor shown by its gc
    gc.disable()  # a child ends before it would have to collect
    return setting


def _answer(setting: Setting, name: str, arguments: tuple[Any, ...], needed: int, shaken: bool) -> bytes:
    """Fork, let the child work, and read what it left; `shaken` gives its objects other addresses."""
    seal, limits, _kept = os.urandom(16), setting.limits, _shake() if shaken else []
    work = partial(getattr(setting.module, name), *arguments)
    with mmap.mmap(-1, _SEALED.size + limits.result) as shared:
        child = _fork()
        if child == 0:
            _live(setting, work, needed, shared, seal)
        return _read(shared, seal, _end(child, setting.pipe, limits.seconds), limits)


def _shake() -> list[object]:
    """Take memory in every small size, and give half of it back, here and there: new objects get other addresses."""
    makers: list[Callable[[], object]] = [object, lambda: complex(1, 1), *(partial(bytes, size) for size in _SIZES)]
    taken = [make() for make in makers for _ in range(_BLOCKS)]
    return [one for one, chance in zip(taken, random.Random(0).randbytes(len(taken)), strict=True) if chance % 2]


def _fork() -> int:
    """`os.fork` without its hooks: the zygote has one thread, whose locks and randomness are a child's as they are."""
    child: int = libc().fork()
    if child < 0:
        raise OSError("the system starts no more processes")
    return child


# The child


def _live(setting: Setting, work: Callable[[], str], needed: int, shared: mmap.mmap, seal: bytes) -> NoReturn:
    """The child's life: shut in, work, answer, and out by `_exit`, so that nothing of the zygote's runs twice."""
    leave = os._exit  # the program may put something else in its place
    try:
        level = setting.confine()
        kind, text = (Kind.WEAK, "") if level < needed else _outcome(work, setting.intact)
        data = text.encode("utf-8", "surrogatepass")
        if len(data) > setting.limits.result:
            kind, data = Kind.LOST, b"the result is too long"
        shared[_SEALED.size : _SEALED.size + len(data)] = data
        _SEALED.pack_into(shared, 0, seal, kind, level, len(data))
    finally:
        leave(0)


def _outcome(work: Callable[[], str], intact: Callable[[], bool]) -> tuple[Kind, str]:
    """The kind of answer and its text. Where the program has changed what is used here, it may fail, but not lie."""
    try:
        answer = Kind.RESULT, work()
    except Rejected as verdict:
        answer = Kind.REJECTED, f"{verdict.reason}\0{verdict.detail}"
    except MemoryError:
        answer = Kind.REJECTED, _MEMORY
    except BaseException as fault:  # noqa: BLE001 - whatever it is, it is told outside
        if type(fault) is OSError and fault.errno == errno.ENOMEM:
            answer = Kind.REJECTED, _MEMORY
        else:
            answer = Kind.LOST, f"the run ended in {type(fault).__name__}"
    if not intact():
        return Kind.LOST, "the program changed builtins, modules or classes that are not its own"
    return answer if type(answer[1]) is str else (Kind.LOST, "the result is no text")


# The zygote


def _end(child: int, pipe: int, seconds: float) -> int:
    """Wait for a child's end, and bring it about if it is late or nobody waits for its answer; its status."""
    try:
        descriptor = os.pidfd_open(child)
    except (AttributeError, OSError):  # a system without them: there, the child's own alarm has to do
        return os.waitpid(child, 0)[1]
    in_time = False
    try:
        in_time = _wait(descriptor, pipe, seconds)
    finally:
        os.close(descriptor)
        os.kill(child, signal.SIGKILL)  # does nothing to one that has ended
        _, status = os.waitpid(child, 0)
    return status if in_time else signal.SIGALRM


def _wait(child: int, pipe: int, seconds: float) -> bool:
    """Whether a child ends in time; EOFError where the pipe is closed meanwhile."""
    waiting = select.poll()
    waiting.register(child, select.POLLIN)
    waiting.register(pipe, select.POLLIN)
    events = dict(waiting.poll(seconds * 1000))
    if pipe in events:  # whoever asks waits for the answer, unless he has gone
        raise EOFError
    return child in events


def _read(shared: mmap.mmap, seal: bytes, status: int, limits: Limits) -> bytes:
    """The answer that a child has left, as it goes on the pipe; only what bears the seal is one."""
    found, kind, level, length = _SEALED.unpack_from(shared)
    if not status and found == seal and length <= limits.result:
        return ANSWER.pack(kind, level, length) + shared[_SEALED.size : _SEALED.size + length]
    kind, text = _cause(status, limits)
    return ANSWER.pack(kind, Level.PROCESS, len(text)) + text.encode()


def _cause(status: int, limits: Limits) -> tuple[Kind, str]:
    """Why a child has left no answer."""
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    match number:
        case 0:
            return Kind.LOST, "the program ended its process"
        case signal.SIGALRM | signal.SIGXCPU:
            return Kind.LOST, f"the program was still running after {limits.seconds:g} seconds"
        case signal.SIGKILL:  # by the system, which is short of memory
            return Kind.REJECTED, _MEMORY
        case signal.SIGSYS:
            return Kind.LOST, (
                "the program asked for what no program may have here: a file, a process, a thread, a socket, a signal, "
                "or a module that is not loaded"
            )
        case _:
            return Kind.LOST, f"the program was ended by {signal.Signals(number).name}"
