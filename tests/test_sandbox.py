"""Attacks on the sandbox: each ends in Rejected, or does no harm, and the program after it runs as the one before."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.engine import isolation, namespaces, sandbox, seccomp
from generator.engine.digest import trace_digest
from generator.engine.intact import WATCHED
from generator.engine.isolation import Level, Limits
from generator.engine.recorder import record
from generator.engine.sandbox import guarded, guarded_twice, reached
from generator.types import Rejected, TracePileError

ROOT = Path(__file__).parent.parent
SMALL = Limits(seconds=0.5, memory=2**27, result=2**20)
FORBIDDEN = "asked for what no program may have"
LATE = "still running"
MEMORY = "more memory"
CHANGED = "changed builtins"
ENDED = "ended its process"
SEALED = pytest.mark.skipif(reached() < Level.SECCOMP, reason="this system has no filter of system calls")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the sandbox forks")

CLIMB = """\
import mmap, os, sys
frame, found = sys._getframe(), []
while frame:
    found += [x for x in frame.f_locals.values() if type(x) is mmap.mmap]
    frame = frame.f_back
x = found[0]
os._exit = lambda code: None
"""
"""Finds the memory in which the result is left."""

# name: (program, what the refusal says; empty where the program ends well and has done nothing).
# @folder is a folder with a file `kept` in it, @parent the process number of the test.
ATTACKS = {
    "endless loop": ("while True: pass", LATE),
    "endless loop, bare except": ("while True:\n    try:\n        while True: pass\n    except: pass", LATE),
    "endless loop, finally": ("try:\n    1 / 0\nfinally:\n    while True: pass", LATE),
    "endless generator in C": ("import itertools\nsum(itertools.repeat(0))", LATE),
    "sleep": ("import time\ntime.sleep(1000)", LATE),
    "catastrophic regex": ("import re\nre.match(r'(a+)+$', 'a' * 50 + 'b')", LATE),
    "huge power": ("10**10**10", LATE),
    "evil hash loops": ("class A:\n    def __hash__(self):\n        while True: pass\n{A(): 1}", LATE),
    "evil del loops": ("class A:\n    def __del__(self):\n        while True: pass\nA()", LATE),
    "lock on oneself": ("import _thread\nlock = _thread.allocate_lock()\nlock.acquire()\nlock.acquire()", LATE),
    "endless print": ("while True: print('x' * 10**6)", MEMORY),
    "recursion": ("def f(): f()\nf()", "RecursionError"),
    "mutual recursion": ("def f(): g()\ndef g(): f()\nf()", "RecursionError"),
    "recursion without a limit": ("import sys\nsys.setrecursionlimit(10**9)\ndef f(x): return repr([f(x)])\nf(1)", ""),
    "list bomb": ("x = [0]\nwhile True: x += x", MEMORY),
    "str bomb": ("x = 'x'\nwhile True: x += x", MEMORY),
    "bytes bomb": ("bytearray(10**12)", MEMORY),
    "dict bomb": ("x = dict.fromkeys(range(10**9))", MEMORY),
    "many objects": ("x = []\nwhile True: x.append([x])", MEMORY),
    "zip bomb": (
        "import zlib\nx = zlib.compress(bytes(10**7)) * 1\nwhile True: x = x + zlib.decompress(zlib.compress(x))",
        MEMORY,
    ),
    "fork": ("import os\nos.fork()", FORBIDDEN),
    "fork bomb": ("import os\nwhile True:\n    try: os.fork()\n    except BaseException: pass", FORBIDDEN),
    "thread bomb": ("import threading\nwhile True: threading.Thread(target=input).start()", FORBIDDEN),
    "thread left running": ("import _thread\n_thread.start_new_thread(print, ())", FORBIDDEN),
    "os.exec": ("import os\nos.execv('/bin/sh', ['sh', '-c', 'rm @folder/kept'])", FORBIDDEN),
    "posix_spawn": ("import os\nos.posix_spawn('/bin/rm', ['rm', '@folder/kept'], {})", FORBIDDEN),
    "subprocess": ("import subprocess\nsubprocess.run(['rm', '@folder/kept'])", FORBIDDEN),
    "os.system": ("import os\nos.system('rm @folder/kept')", FORBIDDEN),
    "read a file": ("open('/etc/passwd').read()", FORBIDDEN),
    "read memory": ("open('/proc/self/mem', 'rb').read()", FORBIDDEN),
    "write a file": ("open('@folder/new', 'w').write('x')", FORBIDDEN),
    "empty a file": ("open('@folder/kept', 'w')", FORBIDDEN),
    "delete a file": ("import os\nos.remove('@folder/kept')", FORBIDDEN),
    "rename a file": ("import os\nos.rename('@folder/kept', '@folder/new')", FORBIDDEN),
    "make a folder": ("import os\nos.mkdir('@folder/new')", FORBIDDEN),
    "chmod": ("import os\nos.chmod('@folder/kept', 0)", FORBIDDEN),
    "symlink": ("import os\nos.symlink('/', '@folder/new')", FORBIDDEN),
    "hard link": ("import os\nos.link('@folder/kept', '@folder/new')", FORBIDDEN),
    "list a folder": ("import os\nos.listdir('/')", FORBIDDEN),
    "ask for a file": ("import os\nos.stat('@folder/kept')", FORBIDDEN),
    "memory file": ("import os\nos.memfd_create('x')", FORBIDDEN),
    "pipe": ("import os\nos.pipe()", FORBIDDEN),
    "change folder": ("import os\nos.chdir('/')", FORBIDDEN),
    "mount": ("import ctypes\nctypes.CDLL(None).mount(b'tmpfs', b'/', b'tmpfs', 0, None)", FORBIDDEN),
    "unshare": ("import ctypes\nctypes.CDLL(None).unshare(0x10000000)", FORBIDDEN),
    "ptrace": ("import ctypes\nctypes.CDLL(None).ptrace(16, @parent, 0, 0)", FORBIDDEN),
    "tcp": ("import socket\nsocket.create_connection(('127.0.0.1', 80))", FORBIDDEN),
    "udp": ("import socket\nsocket.socket(socket.AF_INET, socket.SOCK_DGRAM)", FORBIDDEN),
    "unix socket": ("import socket\nsocket.socketpair()", FORBIDDEN),
    "kill the parent": ("import os\nos.kill(@parent, 9)", FORBIDDEN),
    "kill everybody": ("import os\nos.kill(-1, 9)", FORBIDDEN),
    "ignore the alarm": ("import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True: pass", FORBIDDEN),
    "stop the alarm": ("import signal\nsignal.setitimer(signal.ITIMER_REAL, 0)\nwhile True: pass", FORBIDDEN),
    "block the alarm": (
        "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])\nwhile True: pass",
        FORBIDDEN,
    ),
    "raise the limits": ("import resource\nresource.setrlimit(resource.RLIMIT_AS, (-1, -1))", FORBIDDEN),
    "executable memory": ("import mmap\nmmap.mmap(-1, 4096, prot=7)", FORBIDDEN),
    "shared memory": ("import mmap\nmmap.mmap(-1, 4096)[:5] = b'hello'", ""),
    "crash": ("import ctypes\nctypes.string_at(0)", "SIGSEGV"),
    "abort": ("import os\nos.abort()", ""),
    "os._exit": ("import os\nos._exit(0)", ENDED),
    "os._exit with a code": ("import os\nos._exit(3)", ENDED),
    "sys.exit": ("import sys\nsys.exit(0)", "SystemExit"),
    "sys.exit in a comparison": ("class A:\n    def __eq__(self, o): raise SystemExit\nA() == 1", "SystemExit"),
    "sys.exit in finally": ("try:\n    1 / 0\nfinally:\n    exit()", "SystemExit"),
    "interrupt": ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    "generator that won't close": (
        "def f():\n    while True:\n        try: yield\n        except GeneratorExit: pass\nnext(f())",
        "",
    ),
    "evil repr": ("class A:\n    def __repr__(self): raise SystemExit\nrepr(A())", "SystemExit"),
    "evil class name": (
        "class M(type):\n    __name__ = property(lambda s: 1 / 0)\nclass A(Exception, metaclass=M): pass\nraise A",
        "",
    ),
    "replace len": ("import builtins\nbuiltins.len = lambda x: 3", ""),
    "replace print": ("import builtins\nbuiltins.print = id", CHANGED),
    "replace isinstance": ("import builtins\nbuiltins.isinstance = lambda x, y: True", CHANGED),
    "replace type": ("import builtins\nbuiltins.type = int", CHANGED),
    "replace math.sqrt": ("import math\nmath.sqrt = lambda x: 3", CHANGED),
    "replace random": ("import random\nrandom.Random.random = lambda self: 0.5", CHANGED),
    "replace json": ("import json\njson.dumps = lambda x: '{}'", CHANGED),
    "add a builtin": ("import builtins\nbuiltins.more = 1", CHANGED),
    "import our modules": ("import generator.engine.values", FORBIDDEN),
    "empty sys.modules": ("import sys\nsys.modules.clear()", ""),
    "leave a tracer": ("import sys\nsys.settrace(lambda *a: None)", CHANGED),
    "leave a profiler": ("import sys\nsys.setprofile(lambda *a: None)", CHANGED),
    "sys.settrace(None)": ("import sys\nsys.settrace(None)", ""),
    "climb to the end": ("import sys\nf = sys._getframe()\nwhile f.f_back: f = f.f_back\nf.f_locals.clear()", ""),
    "find mappings by gc": ("import gc, mmap\nassert not [o for o in gc.get_objects() if type(o) is mmap.mmap]", ""),
    "write where the result goes": (CLIMB + "x[:40] = b'1' * 40\n__import__('ctypes').CDLL(None)._exit(0)", ENDED),
    "write an answer without the seal": (
        CLIMB + "import struct\nx[:30] = struct.pack('<16sBBQ4s', bytes(16), 0, 3, 4, b'fake')\n"
        "__import__('ctypes').CDLL(None)._exit(0)",
        ENDED,
    ),
    "deep parentheses": ("eval('(' * 10**5 + ')' * 10**5)", ""),
    "deep lists": ("eval('[' * 10**6 + ']' * 10**6)", ""),
    "deep subtraction": ("eval('-' * 10**6 + '1')", ""),
    "constant folding": ("eval('(1 << 4096) ** 128 * ' * 1000 + '1')", ""),
    "folded tuples": ("compile('((((1,) * 50) * 50) * 50) * 50', '', 'eval')", ""),
    "deep list to walk": ("x = []\nfor _ in range(10**6): x = [x]\nx == [x]", ""),
    "close descriptors": ("import os\nos.closerange(0, 100)", ""),
    "write to descriptors": ("import os\nos.write(1, b'seen')\nos.write(2, b'seen')", ""),
    "use a descriptor of ours": ("import os\nos.write(5, b'seen')", "OSError"),
    "environment": ("import os\nassert not os.environ", ""),
    "environment in C": ("import ctypes\nassert not ctypes.CDLL(None).getenv(b'HOME')", ""),
    "terminal": ("import os\nopen('/dev/tty')", FORBIDDEN),
    "input": ("input()", "EOFError"),
    "atexit": ("import atexit\natexit.register(lambda: open('@folder/new', 'w'))", ""),
    "gc callback": ("import gc\ngc.callbacks.append(lambda *a: 1 / 0)\ngc.collect()", ""),
    "huge result": ("raise Huge", ""),
}


def canary() -> str:
    text = "def solve(n):\n    seen = {}\n    for i in range(n):\n        seen[i % 3] = str(i)\n    return seen\n"
    return trace_digest(record(text, "solve(9)"))


@pytest.fixture(scope="module")
def healthy() -> str:
    return guarded(canary)


def children() -> set[str]:
    """The processes that this one has started and not yet seen the end of."""
    return {pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that programs try to harm; afterwards all is as before, and no process is left."""
    (tmp_path / "kept").write_text("as it was")
    before = children()
    yield tmp_path
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert (tmp_path / "kept").read_text() == "as it was"
    assert children() <= before


def outcome(work: Callable[[], str], limits: Limits = SMALL) -> str:
    """What the work gives, or why it was refused."""
    try:
        return guarded(work, limits=limits)
    except Rejected as verdict:
        return str(verdict)


def run(text: str) -> str:
    exec(compile(text, "<attack>", "exec"), {"__name__": "attack"})  # noqa: S102 - that is the attack
    return "done"


@SEALED
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_fails(name: str, folder: Path, healthy: str) -> None:
    text, refusal = ATTACKS[name]
    text = text.replace("@folder", str(folder)).replace("@parent", str(os.getpid()))
    start = time.monotonic()
    found = outcome(lambda: run(text))
    assert time.monotonic() - start < 3
    if refusal:
        assert found.startswith("sandbox: ")
        assert refusal in found or (refusal == MEMORY and LATE in found), found
    else:
        assert found == "done" or found.startswith("sandbox: ")
    assert guarded(canary) == healthy


@SEALED
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_on_the_engine_fails(name: str, folder: Path, healthy: str) -> None:
    text = ATTACKS[name][0].replace("@folder", str(folder)).replace("@parent", str(os.getpid()))
    found = outcome(lambda: trace_digest(record(text, max_events=2000)))
    refusals = ("too many events", "too much output", "recursion too deep", "recorded and bare run differ")
    assert len(found) == 64 or ": " in found or found in refusals, "neither a record nor a refusal"
    assert guarded(canary) == healthy


@SEALED
def test_code_of_our_own_can_not_be_replaced(healthy: str) -> None:
    def attack() -> str:
        for one in WATCHED:
            if isinstance(one, type):
                one.fresh = 1  # type: ignore[attr-defined]
                return "done"
        return "nothing to attack"

    assert CHANGED in outcome(attack)
    assert guarded(canary) == healthy


def test_a_result_that_is_too_long_is_refused() -> None:
    assert outcome(lambda: "x" * (SMALL.result + 1)) == "sandbox: the result is too long"
    assert outcome(lambda: "x" * SMALL.result) == "x" * SMALL.result


def test_a_result_that_is_no_text_is_refused() -> None:
    assert outcome(lambda: 7) == "sandbox: the result is no text"  # type: ignore[arg-type, return-value]


def test_any_text_comes_through() -> None:
    text = "é \ud800 \0 \U0001f600 \n"
    assert guarded(lambda: text) == text


def test_a_verdict_comes_through() -> None:
    def work() -> str:
        raise Rejected("too long", "9 tokens: of 8")

    with pytest.raises(Rejected) as caught:
        guarded(work)
    assert (caught.value.reason, caught.value.detail) == ("too long", "9 tokens: of 8")


def test_a_seal_that_is_not_ours_counts_for_nothing() -> None:
    with sandbox.mmap.mmap(-1, 100) as shared:
        sandbox._HEADER.pack_into(shared, 0, bytes(16), 0, 3, 0)
        answer = sandbox._read(shared, b"x" * 16, 0, SMALL)
    assert answer.kind is sandbox.Kind.LOST


def test_randomness_is_seeded() -> None:
    def work() -> str:
        import random

        return str(random.random())

    assert guarded(work) == guarded(work) == guarded_twice(work)


@pytest.mark.parametrize(
    "text",
    [
        "import time; found = time.perf_counter()",
        "import random; found = random.SystemRandom().random()",
        "found = [id(one) for one in [object() for _ in range(50)]]",
        "class A:\n    def __init__(self, n): self.n = n\nfound = [a.n for a in {A(n) for n in range(40)}]",
    ],
    ids=["clock", "randomness", "address", "order of a set"],
)
def test_what_differs_between_two_runs_is_refused(text: str) -> None:
    def work() -> str:
        space: dict[str, object] = {}
        exec(text, space)  # noqa: S102 - a program to run
        return str(space["found"])

    with pytest.raises(Rejected, match="nondeterministic"):
        guarded_twice(work)


def test_what_is_the_same_twice_passes(healthy: str) -> None:
    assert guarded_twice(canary) == healthy


def test_the_levels_have_names() -> None:
    assert [level.told for level in Level] == ["processes only", "rlimits", "seccomp", "seccomp and namespaces"]


@pytest.mark.parametrize(
    ("module", "name", "left"),
    [
        (seccomp, "install", Level.RLIMITS),
        (isolation, "_limit", Level.PROCESS),
        (namespaces, "enter", Level.SECCOMP),
    ],
)
def test_each_level_is_told(module: object, name: str, left: Level, monkeypatch: pytest.MonkeyPatch) -> None:
    if reached() <= left:
        pytest.skip("this system does not reach more than what is taken away")
    monkeypatch.setattr(module, name, lambda *_: False)
    assert reached() == left


def test_a_weak_sandbox_is_refused_unless_allowed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(seccomp, "install", lambda: False)
    trap = tmp_path / "ran"
    with pytest.raises(TracePileError, match=r"reaches 'rlimits'.*--allow-weak-sandbox"):
        guarded(lambda: str(trap.mkdir()))
    assert not trap.exists()
    assert guarded(lambda: "ran", needed=Level.PROCESS) == "ran"


def test_an_elsewhere_imports_and_refuses() -> None:
    program = (
        "import sys, os; sys.platform = 'darwin'\n"
        "from generator.engine.sandbox import guarded\n"
        "from generator.types import TracePileError\n"
        "try:\n    guarded(str)\n"
        "except TracePileError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, env={"PATH": ""}
    )
    assert "it reaches 'rlimits'" in done.stdout, done.stderr


@pytest.mark.parametrize("machine", seccomp.ARCHITECTURES)
def test_a_filter_ends_in_refusal(machine: str) -> None:
    code = seccomp.assemble(machine)
    assert len(code) % 8 == 0
    assert code.endswith(seccomp._instruction(seccomp._RETURN, seccomp._KILL))
    assert set(seccomp.ALLOWED[machine]) | {"time"} == set(seccomp.ALLOWED["x86_64"])


def test_descriptors_of_ours_are_closed() -> None:
    here, there = socket.socketpair()
    with here, there:
        assert "Bad file descriptor" in guarded(lambda: _try_write(there.fileno()))


def _try_write(descriptor: int) -> str:
    try:
        return str(os.write(descriptor, b"x"))
    except OSError as error:
        return str(error)


def test_an_interrupt_leaves_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sandbox, "_wait", interrupted)
    before = children()
    with pytest.raises(KeyboardInterrupt):
        guarded(lambda: str(time.sleep(20)))
    assert children() <= before


def test_a_child_that_ignores_its_alarm_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_detach", lambda _: signal.signal(signal.SIGALRM, signal.SIG_IGN))
    monkeypatch.setattr(sandbox, "_GRACE", 0.1)
    assert LATE in outcome(lambda: str(time.sleep(20)))
