"""Runs work on a foreign program in a process of its own, which is thrown away afterwards.

One program, one child: forked from a process that has loaded everything and is shut in itself (`zygote.py`), shut in
further (`isolation.py`), and ended. Work is a function at the top of a module that can be imported; its arguments
are plain data: numbers, texts, bytes, None, and tuples, lists, sets and dicts of them.
Covered:
- time and memory: endless loops, bombs, long calls into C; processor, wall clock, address space, result;
- the machine: files read, written or listed, sockets, processes, threads, signals, `exec`, terminal, environment, and
  every other system call that computing doesn't need (`seccomp.py`, `namespaces.py`);
- what comes after: nothing of the child is left, no descriptor of ours is open in it, no code of ours runs in it twice;
  the zygote lives as long as its caller, or until an interrupt, and a child as long as the zygote;
- the caller's memory: the zygote is no copy of it, so that no program finds anything of it but what was asked before;
- the result: it leaves through memory that is mapped for this child alone, and counts if it is sealed with a number
  drawn for this child; a program that ends its process has no result, and one that leaves builtins, modules or classes
  changed has its result refused (`intact.py`);
- dependence on chance: strings hash alike in every zygote, `random` is seeded, and `guarded_twice` refuses what comes
  out differently twice.
Not covered:
- a program that climbs the frames of its interpreter to the seal, or finds it in memory with `ctypes`, can forge its
  own result, and no more than that: whoever gets it has to hold it against what he asked for, and not to execute it;
- reading the clock and the process number, and what is in the zygote's memory: our code, where it was found, and what
  is left of earlier requests;
- addresses that are fixed when the zygote starts, as the hash of None is before Python 3.12: they are the same in
  both runs of `guarded_twice`;
- faults of the kernel; other programs on the same processor.
Linux on x86_64 and aarch64 reaches `Level.SECCOMP`, and `Level.NAMESPACES` where users may make namespaces; other
systems reach `Level.RLIMITS`, where a program that means harm can do it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.engine.asking import Answer, ask
from generator.engine.isolation import Level, Limits
from generator.engine.zygote import Kind
from generator.types import Rejected, TracePileError

LIMITS = Limits()


def guarded(
    work: Callable[..., str],
    *arguments: Any,
    ready: Callable[[], object] | None = None,
    limits: Limits = LIMITS,
    needed: Level = Level.SECCOMP,
) -> str:
    """The text that `work` gives for the arguments, computed in a child process.

    ready: a function of the same module, called once in the zygote, which loads what the work would have to import.
    Raises what `work` raised if that is Rejected; Rejected("sandbox") where the child came to grief or tampered with
    the interpreter; TracePileError, before any work is done, where the sandbox doesn't reach the needed level.
    """
    return _opened(ask(work, arguments, ready, limits, needed), needed)


def guarded_twice(
    work: Callable[..., str],
    *arguments: Any,
    ready: Callable[[], object] | None = None,
    limits: Limits = LIMITS,
    needed: Level = Level.SECCOMP,
) -> str:
    """As `guarded`, in two children with objects at other addresses; Rejected("nondeterministic") if they differ."""
    answer = ask(work, arguments, ready, limits, needed)
    again = answer.kind in (Kind.RESULT, Kind.REJECTED)
    if again and ask(work, arguments, ready, limits, needed, shaken=True) != answer:
        raise Rejected("nondeterministic", "two runs of the program differ")
    return _opened(answer, needed)


def reached() -> Level:
    """The level of the sandbox on this system, tried in a child."""
    return ask(str, (), None, LIMITS, Level.PROCESS).level


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
