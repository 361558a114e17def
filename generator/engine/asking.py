"""Asks zygotes: starts one for a module of work, sends it requests, and ends it with this process, or earlier.

A zygote works for one thread, so that no two wait for each other's answers, and for none of this process's forks. One
that doesn't answer, because it was killed or because who waits for it is interrupted, is ended; the next request gets
a new one.
"""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from generator.engine.isolation import SPARE, Level, Limits
from generator.engine.zygote import ANSWER, READY, Kind, message
from generator.types import TracePileError

START = "import sys; sys.path[:] = sys.argv[2:]; from generator.engine import zygote; zygote.main(int(sys.argv[1]))"
FLAGS = ("-S", "-s", "-P", "-B")
"""For the zygote's Python: nothing is loaded that isn't asked for, nor from elsewhere than our own path."""
KEPT = ("LD_LIBRARY_PATH", "PYTHONHOME")
"""What the zygote gets of our environment: what Python may need to start."""
MARK = "TRACEPILE_ZYGOTE"
"""What stands in the environment of a zygote that is loading its module."""
_ROOT = str(Path(__file__).parents[2])


@dataclass(frozen=True, slots=True)
class Answer:
    kind: Kind
    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class Zygote:
    """A running zygote and our end of its pipe."""

    process: subprocess.Popen[bytes]
    pipe: socket.socket
    answers: BinaryIO


Key = tuple[int, str, str, Limits]
"""The thread that a zygote works for, the module of the work, the function there that loads the rest, the limits."""
_zygotes: dict[Key, Zygote] = {}


def ask(
    work: Callable[..., str],
    arguments: tuple[Any, ...],
    ready: Callable[[], object] | None,
    limits: Limits,
    needed: Level,
    *,
    shaken: bool = False,
) -> Answer:
    """The answer to one request.

    Raises TypeError where the work isn't at the top of a module, ValueError where an argument isn't plain data, and
    TracePileError where no zygote can be started.
    """
    module = work.__module__
    request = message(_name(work, module), arguments, int(needed), shaken)
    key = threading.get_ident(), module, _name(ready, module) if ready else "", limits
    zygote, answer = _zygote(key), None
    try:
        zygote.pipe.settimeout(limits.seconds + 2 * SPARE)
        zygote.pipe.sendall(request)
        answer = _received(zygote.answers)
    except (OSError, EOFError):
        return Answer(Kind.LOST, Level.PROCESS, "the sandbox was ended, or stopped, from outside")
    finally:
        if answer is None:
            _end(key)
    return answer


def _name(function: Callable[..., object], module: str) -> str:
    """The name by which another process finds a function in a module."""
    name = function.__qualname__
    if module == "__main__" or getattr(sys.modules[module], name, None) is not function:
        raise TypeError(f"{module}.{name} can't be sent to the sandbox: it must stand at the top of an imported module")
    return name


def _received(answers: BinaryIO) -> Answer:
    """The next answer on the pipe; a program may have written it, so only what is well formed is one."""
    kind, level, length = ANSWER.unpack(_exactly(answers, ANSWER.size))
    data = _exactly(answers, length)
    try:
        return Answer(Kind(kind), Level(level), data.decode("utf-8", "surrogatepass"))
    except ValueError:
        return Answer(Kind.LOST, Level.PROCESS, "the result is damaged")


def _exactly(answers: BinaryIO, size: int) -> bytes:
    if len(data := answers.read(size)) < size:
        raise EOFError
    return data


# A zygote's life


def _zygote(key: Key) -> Zygote:
    """The zygote that is there, or a new one."""
    if (zygote := _zygotes.get(key)) and zygote.process.poll() is None:
        return zygote
    if zygote:
        _end(key)
    zygote, greeting = _start(key[1]), b""
    _zygotes[key] = zygote
    try:
        zygote.pipe.sendall(message(*key[1:3], astuple(key[3])))
        greeting = zygote.answers.read(len(READY))
    finally:
        status = _end(key) if greeting != READY else 0
    if greeting != READY:
        raise TracePileError(
            f"the sandbox can't start: its Python, {sys.executable}, ended with status {status} when it was to import "
            f"{key[1]}. What it says stands above"
        )
    return zygote


def _start(module: str) -> Zygote:
    if MARK in os.environ:
        raise TracePileError(f"the sandbox is asked by what it loads itself: importing {module} must not run anything")
    here, there = socket.socketpair()
    program = [sys.executable, *FLAGS, "-c", START, str(there.fileno()), *sys.path, _ROOT]
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    try:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter with our own code
            program,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={**environment, "PYTHONHASHSEED": "0", MARK: "1"},
            pass_fds=[there.fileno()],
            start_new_session=True,  # away from our terminal: an interrupt there is ours alone
        )
    except OSError as error:
        here.close()
        raise TracePileError(f"the sandbox can't start {sys.executable}: {error}") from None
    finally:
        there.close()
    return Zygote(process, here, here.makefile("rb"))


def _end(key: Key) -> int:
    """End a zygote, and with it its child; the status it ends with."""
    zygote = _zygotes.pop(key)
    _close(zygote)  # that ends it, unless somebody has stopped it
    try:
        return zygote.process.wait(SPARE)
    except subprocess.TimeoutExpired:
        zygote.process.kill()
        return zygote.process.wait()


def _close(zygote: Zygote) -> None:
    zygote.answers.close()
    zygote.pipe.close()


@atexit.register
def _end_all() -> None:
    for key in [*_zygotes]:
        _end(key)


def _forget() -> None:
    """In a fork of this process, leave the zygotes to it."""
    for zygote in _zygotes.values():
        _close(zygote)
        zygote.process.returncode = 0  # not ours to wait for
    _zygotes.clear()


os.register_at_fork(after_in_child=_forget)
