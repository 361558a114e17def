"""What the tests let the sandbox run. Its zygote imports this file, so nothing here may load pytest."""

from __future__ import annotations

import os
import random
import sys
import time
from typing import Any

from generator.engine import intact
from generator.engine.digest import trace_digest
from generator.engine.recorder import record
from generator.types import Rejected

CANARY = "def solve(n):\n    seen = {}\n    for i in range(n):\n        seen[i % 3] = str(i)\n    return seen\n"


def ready() -> None:
    canary()


def fail_to_be_ready() -> None:
    raise ValueError("not today")


def canary() -> str:
    """The digest of a program that does no harm."""
    return trace_digest(record(CANARY, "solve(9)"))


def run(text: str) -> Any:
    """Run a program with nothing around it; what it calls `found`, or that it is done."""
    space = {"__name__": "attack"}
    exec(compile(text, "<attack>", "exec"), space)  # noqa: S102 - that is the attack
    return space.get("found", "done")


def traced(text: str) -> str:
    return trace_digest(record(text, max_events=2000))


def echo(text: Any) -> Any:
    return text


def repeat(text: str, times: int) -> str:
    return text * times


def refuse(reason: str, detail: str) -> str:
    raise Rejected(reason, detail)


def chance() -> str:
    return str(random.random())


def sleep(seconds: float) -> str:
    time.sleep(seconds)
    return "awake"


def change_our_own_code() -> str:
    """Add an attribute to a class that is watched, as a program can't, since it can't name ours."""
    next(one for one in intact.WATCHED if isinstance(one, type)).fresh = 1
    return "done"


def surroundings() -> str:
    """What a program sees of where it runs, and who runs it."""
    names = sorted(name for name in sys.modules if name.startswith("generator"))
    return f"{sys.argv} {names} {vars(sys.modules['__main__']).get('zygote')} {dict(os.environ)} {hash('a')}"
