"""Attacks on the sandbox: each ends in Rejected, or does no harm, and the program after it runs as the one before."""

from __future__ import annotations

import errno
import importlib
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import sandboxed
from generator.engine import asking, intact, seccomp, zygote
from generator.engine.isolation import Level, Limits
from generator.engine.sandbox import guarded, guarded_twice, reached
from generator.types import Rejected, TracePileError

ROOT = Path(__file__).parent.parent
SMALL = Limits(seconds=0.5, memory=2**27, result=2**20)
PATIENT = Limits(seconds=20, memory=2**26, result=2**20)
FORBIDDEN = "asked for what no program may have"
LATE = "still running"
MEMORY = "too much memory"
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

ZYGOTE = """\
import sys
frame = sys._getframe()
while 'answers' not in frame.f_locals: frame = frame.f_back
own, zygote = frame.f_locals, frame.f_globals
"""
"""Finds the variables and the code of the zygote, as they are in the memory of its child."""

# name: (program, what the refusal says; empty where the program ends well and has done nothing).
# @folder is a folder with a file `kept` in it, @parent the process number of the test, @zygote of the zygote.
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
    "kill the zygote": ("import os\nos.kill(@zygote, 9)", FORBIDDEN),
    "stop the zygote": ("import os\nos.kill(@zygote, 19)", FORBIDDEN),
    "stop oneself": ("import os\nos.kill(os.getpid(), 19)", FORBIDDEN),
    "ask for the zygote": ("import os\nos.getppid()", FORBIDDEN),
    "get hold of the zygote": ("import os\nos.pidfd_open(@zygote)", FORBIDDEN),
    "read the zygote's memory": ("import ctypes\nctypes.CDLL(None).process_vm_readv(@zygote)", FORBIDDEN),
    "write the zygote's memory": ("import ctypes\nctypes.CDLL(None).process_vm_writev(@zygote)", FORBIDDEN),
    "write to every descriptor": (
        "import os\nfor n in range(3, 2000):\n    try: os.write(n, b'x' * 20)\n    except OSError: continue\n    1 / 0",
        "",
    ),
    "answer through the zygote's pipe": (ZYGOTE + "own['answers'].write(bytes(10))\nown['answers'].flush()", "OSError"),
    "read the next request": (ZYGOTE + "own['requests'].readline()", "OSError"),
    "replace the zygote's code": (ZYGOTE + "zygote['_read'] = zygote['_fork'] = zygote['_answer'] = None", ""),
    "replace what the zygote checks": (ZYGOTE + "own['intact'] = bool\nown['place'] = None\nown.clear()", ""),
    "a seal without chance": ("import os\nos.urandom = bytes", ""),
    "live on as an orphan": ("import ctypes\nctypes.CDLL(None).prctl(1, 0)", FORBIDDEN),
    "switch the alarm off": ("import signal\nsignal.alarm(0)\nwhile True: pass", FORBIDDEN),
    "handle signals": ("import signal\nsignal.signal(signal.SIGSEGV, print)", FORBIDDEN),
    "wait for a thread": ("import faulthandler\nfaulthandler.dump_traceback_later(0.1, file=1)", FORBIDDEN),
    "become root": ("import os\nos.setuid(0)", FORBIDDEN),
    "ask who runs it": ("import os\nos.getuid()", FORBIDDEN),
    "ask for the machine": ("import os\nos.uname()", FORBIDDEN),
    "priority": ("import os\nos.nice(-5)", FORBIDDEN),
    "enter a namespace": ("import ctypes\nctypes.CDLL(None).setns(0, 0)", FORBIDDEN),
    "a system call by its number": ("import ctypes\nctypes.CDLL(None).syscall(9999)", FORBIDDEN),
    "exhaust descriptors": ("import os\nwhile True: os.dup(0)", FORBIDDEN),
    "exhaust shared memory": ("import mmap\nx = []\nwhile True: x.append(mmap.mmap(-1, 2**24))", MEMORY),
    "fill shared memory": (
        "import mmap\nx = []\nwhile True:\n    x.append(mmap.mmap(-1, 2**24))\n    x[-1][:] = b'x' * 2**24",
        MEMORY,
    ),
    "exhaust the address space": ("import mmap\nmmap.mmap(-1, 2**45)", MEMORY),
    "repeated list": ("[0] * 10**12", MEMORY),
    "wide format": ("'%1000000000d' % 1", MEMORY),
    "growing integer": ("x = 3\nwhile True: x *= x", LATE),
    "factorial": ("import math\nmath.factorial(10**8)", LATE),
    "bomb that is caught": (
        "x = []\nwhile True:\n    try: x.append(bytearray(10**7))\n    except MemoryError: pass",
        LATE,
    ),
    "unpickled command": ("import pickle\npickle.loads(b\"cos\\nsystem\\n(S'rm @folder/kept'\\ntR.\")", FORBIDDEN),
    "read our code": ("import linecache\nassert linecache.getlines('@folder/kept')", FORBIDDEN),
    "load a module": ("import asyncio", FORBIDDEN),
    "evil repr loops": ("class A:\n    def __repr__(self):\n        while True: pass\nrepr(A())", LATE),
    "evil str of an exception": (
        "class E(Exception):\n    def __str__(self):\n        while True: pass\nraise E",
        "ended in E",
    ),
    "evil errno of an exception": (
        "class E(OSError):\n    errno = property(lambda self: exec('while True: pass'))\nraise E",
        "ended in E",
    ),
    "replace __import__": ("import builtins\nbuiltins.__import__ = print", CHANGED),
    "replace __build_class__": ("import builtins\nbuiltins.__build_class__ = print", CHANGED),
    "replace all builtins": ("import builtins\nvars(builtins).clear()", ""),
    "audit hook": ("import sys\nsys.addaudithook(lambda *a: None)", ""),
    "audit hook that raises": ("import sys\nsys.addaudithook(lambda *a: 1 / 0)", ""),
    "exit in C": ("import ctypes\nctypes.CDLL(None).exit(0)", ""),
    "a text of parentheses": ("(" * 10**5 + "1" + ")" * 10**5, ""),
    "a text of minus signs": ("-" * 10**5 + "1", ""),
    "a text of additions": ("1" + " + 1" * 10**5, ""),
    "a text of attributes": ("a" + ".a" * 10**5, ""),
    "a text of branches": ("if 1: pass\n" + "elif 1: pass\n" * 10**4, ""),
    "a text of powers": ("x = 9 ** 9 ** 9", LATE),
    "a text that folds": ("x = ((('x' * 4000,) * 100) * 100) * 100", ""),
    "a text with a long number": ("x = " + "9" * 10**6, ""),
}


@pytest.fixture(scope="module")
def healthy() -> str:
    return guarded(sandboxed.canary)


def children(of: str | int = "self") -> set[int]:
    """The processes that one has started and not yet seen the end of."""
    tasks = Path(f"/proc/{of}/task").iterdir()
    return {int(pid) for task in tasks for pid in (task / "children").read_text().split()}


def zygotes() -> list[asking.Zygote]:
    return list(asking._zygotes.values())


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that programs try to harm; afterwards all is as before, and no process is left."""
    (tmp_path / "kept").write_text("as it was")
    yield tmp_path
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert (tmp_path / "kept").read_text() == "as it was"
    assert not [child for zygote in zygotes() for child in children(zygote.process.pid)]


def outcome(work: Callable[..., str], *arguments: Any, limits: Limits = SMALL) -> str:
    """What the work gives, or why it was refused."""
    try:
        return guarded(work, *arguments, limits=limits)
    except Rejected as verdict:
        return str(verdict)


def zygote_for(limits: Limits) -> int:
    """The process number of the zygote that serves the tests' functions within those limits."""
    guarded(sandboxed.canary, limits=limits)
    return asking._zygotes[threading.get_ident(), "sandboxed", "", limits].process.pid


def attack(name: str, folder: Path, zygote: int) -> str:
    """The program of an attack."""
    text = ATTACKS[name][0]
    for word, meaning in {"@folder": folder, "@parent": os.getpid(), "@zygote": zygote}.items():
        text = text.replace(word, str(meaning))
    return text


@SEALED
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_fails(name: str, folder: Path, healthy: str) -> None:
    refusal = ATTACKS[name][1]
    limits = PATIENT if refusal == MEMORY else SMALL
    before = zygote_for(limits)
    text = attack(name, folder, before)
    start = time.monotonic()
    found = outcome(sandboxed.run, text, limits=limits)
    assert time.monotonic() - start < 3 or refusal == MEMORY
    if refusal:
        assert found.startswith(refusal if refusal == MEMORY else "sandbox: ")
        assert refusal in found
    else:
        assert found == "done" or found.startswith(("sandbox: ", MEMORY))
    assert guarded(sandboxed.canary, limits=limits) == healthy
    assert zygote_for(limits) == before, "the zygote was lost"


@SEALED
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_on_the_engine_fails(name: str, folder: Path, healthy: str) -> None:
    found = outcome(sandboxed.traced, attack(name, folder, zygote_for(SMALL)))
    refusals = (
        *("too many events", "too much output", "too much memory", "recursion too deep"),
        "recorded and bare run differ",
    )
    assert len(found) == 64 or ": " in found or found in refusals, "neither a record nor a refusal"
    assert guarded(sandboxed.canary, limits=SMALL) == healthy


@SEALED
def test_code_of_our_own_can_not_be_replaced(healthy: str) -> None:
    assert CHANGED in outcome(sandboxed.change_our_own_code)
    assert guarded(sandboxed.canary) == healthy


@pytest.mark.parametrize("knows_dicts", [True, False])
@pytest.mark.parametrize("text", ["math.pi = 3", "math.more = 3", "del math.pi", "random.Random.seed = None"])
def test_changes_are_seen_however_they_are_looked_for(
    text: str, knows_dicts: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = f"import math, random\nbefore = unchanged()\n{text}\nfound = before, unchanged()"
    monkeypatch.setattr(intact, "KNOWS_DICTS", intact.KNOWS_DICTS and knows_dicts)
    space: dict[str, Any] = {"unchanged": intact.watch()}
    import math
    import random

    before = dict(vars(math)), random.Random.seed
    try:
        exec(program, space)  # noqa: S102 - ours
    finally:
        vars(math).clear()
        vars(math).update(before[0])
        random.Random.seed = before[1]  # type: ignore[method-assign]
    assert space["found"] == (True, False)


# Answers


def test_a_result_that_is_too_long_is_refused() -> None:
    assert outcome(sandboxed.repeat, "x", SMALL.result + 1) == "sandbox: the result is too long"
    assert outcome(sandboxed.repeat, "x", SMALL.result) == "x" * SMALL.result


def test_a_result_that_is_no_text_is_refused() -> None:
    assert outcome(sandboxed.echo, 7) == "sandbox: the result is no text"


def test_any_text_comes_through_in_both_directions() -> None:
    text = "é \ud800 \0 \U0001f600 \n"
    assert guarded(sandboxed.echo, text) == text


def test_a_verdict_comes_through() -> None:
    with pytest.raises(Rejected) as caught:
        guarded(sandboxed.refuse, "too long", "9 tokens: of 8")
    assert (caught.value.reason, caught.value.detail) == ("too long", "9 tokens: of 8")


def test_a_seal_that_is_not_ours_counts_for_nothing() -> None:
    with zygote.mmap.mmap(-1, 100) as shared:
        zygote._SEALED.pack_into(shared, 0, bytes(16), 0, 3, 0)
        answer = zygote._read(shared, b"x" * 16, 0, SMALL)
    assert zygote.ANSWER.unpack_from(answer)[0] == zygote.Kind.LOST


@pytest.mark.parametrize("answer", [(7, 3, 0), (0, 9, 0)])
def test_an_answer_that_is_damaged_is_lost(answer: tuple[int, int, int], tmp_path: Path) -> None:
    (tmp_path / "answer").write_bytes(zygote.ANSWER.pack(*answer))
    with (tmp_path / "answer").open("rb") as answers:
        assert asking._received(answers).text == "the result is damaged"


def test_what_can_not_be_sent_is_refused_before_anything_runs() -> None:
    with pytest.raises(TypeError, match="must stand at the top"):
        guarded(lambda: "here")
    with pytest.raises(ValueError, match="unmarshallable"):
        guarded(sandboxed.echo, object())


def test_randomness_is_seeded() -> None:
    assert guarded(sandboxed.chance) == guarded(sandboxed.chance) == guarded_twice(sandboxed.chance)


def test_a_program_sees_nothing_of_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "token")
    with fresh_zygotes():
        first = guarded(sandboxed.surroundings)
        (one,) = zygotes()
        assert b"SECRET" not in Path(f"/proc/{one.process.pid}/environ").read_bytes()
    with fresh_zygotes():
        assert guarded(sandboxed.surroundings) == first
    assert first.startswith("[''] [] None {} ")


@pytest.mark.parametrize(
    "text",
    [
        "import time; found = str(time.perf_counter())",
        "import random; found = str(random.SystemRandom().random())",
        "found = str([id(one) for one in [object() for _ in range(50)]])",
        "class A:\n    def __init__(self, n): self.n = n\nfound = str([a.n for a in {A(n) for n in range(40)}])",
    ],
    ids=["clock", "randomness", "address", "order of a set"],
)
def test_what_differs_between_two_runs_is_refused(text: str) -> None:
    with pytest.raises(Rejected, match="nondeterministic"):
        guarded_twice(sandboxed.run, text)


def test_what_is_the_same_twice_passes(healthy: str) -> None:
    assert guarded_twice(sandboxed.canary) == healthy


# Levels


def test_the_levels_have_names() -> None:
    assert [level.told for level in Level] == ["processes only", "rlimits", "seccomp", "seccomp and namespaces"]


@pytest.fixture
def crippled(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Has the zygotes that are started from now on run a line of code first."""

    def cripple(line: str) -> None:
        monkeypatch.setattr(asking, "START", asking.START.replace("from generator", f"{line}; from generator", 1))

    with fresh_zygotes():
        yield cripple


@contextmanager
def fresh_zygotes() -> Iterator[None]:
    """Start with no zygote, and leave none."""
    asking._end_all()
    yield
    asking._end_all()


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("from generator.engine import seccomp; seccomp.install = lambda: False", Level.RLIMITS),
        ("import resource; resource.setrlimit = lambda *_: 1 / 0", Level.PROCESS),
        ("from generator.engine import namespaces; namespaces.enter = lambda: False", Level.SECCOMP),
    ],
)
def test_each_level_is_told(line: str, left: Level, crippled: Callable[[str], None]) -> None:
    if reached() <= left:
        pytest.skip("this system does not reach more than what is taken away")
    asking._end_all()
    crippled(line.replace("1 / 0", "(_ for _ in ()).throw(ValueError)"))
    assert reached() == left


def test_a_weak_sandbox_is_refused_unless_allowed(crippled: Callable[[str], None], tmp_path: Path) -> None:
    crippled("from generator.engine import seccomp; seccomp.install = lambda: False")
    trap = tmp_path / "ran"
    with pytest.raises(TracePileError, match=r"reaches 'rlimits'.*--allow-weak-sandbox"):
        guarded(sandboxed.run, f"import os; os.mkdir({str(trap)!r})")
    assert not trap.exists()
    assert guarded(sandboxed.echo, "ran", needed=Level.PROCESS) == "ran"


def test_an_elsewhere_imports_and_refuses() -> None:
    program = (
        "import sys, os; sys.platform = 'darwin'\n"
        "from generator.engine import asking\n"
        "asking.START = f\"import sys; sys.platform = 'darwin'; {asking.START}\"\n"
        "from generator.engine.sandbox import guarded\n"
        "from generator.types import TracePileError\n"
        "try:\n    guarded(str)\n"
        "except TracePileError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, env={"PATH": ""}
    )
    assert "it reaches 'rlimits'" in done.stdout, done.stderr


def verdict(code: bytes, architecture: int, number: int, protection: int = 0) -> int:
    """What a filter says of a system call: an interpreter of the few instructions that ours has."""
    data, place, value = {0: number, 4: architecture, 32: protection}, 0, 0
    program = list(struct.iter_unpack("=HBBI", code))
    while True:
        kind, yes, no, operand = program[place]
        place += 1
        if kind == seccomp._RETURN:
            return int(operand)
        if kind == seccomp._LOAD:
            value = data[operand]
        elif kind != seccomp._COPY:
            place += yes if (value == operand if kind == seccomp._EQUAL else value & operand) else no


@pytest.mark.parametrize("machine", seccomp.ARCHITECTURES)
def test_a_filter_allows_what_is_listed_and_nothing_else(machine: str) -> None:
    code, ours = seccomp.assemble(machine), seccomp.ARCHITECTURES[machine]
    allowed, mapping = set(seccomp.ALLOWED[machine].values()), set(seccomp.MAPPING[machine].values())
    found = {number: verdict(code, ours, number) for number in range(1000)}
    assert {number for number, said in found.items() if said == seccomp._ALLOW} == allowed | mapping
    assert {number for number, said in found.items() if said >> 16 == 5} == set(seccomp.REFUSED[machine].values())
    assert set(found.values()) == {seccomp._ALLOW, seccomp._KILL, seccomp._ERRNO | errno.ENOTTY}
    assert all(verdict(code, ours, number, protection=5) == seccomp._KILL for number in mapping)
    assert all(verdict(code, ours ^ 1, number) == seccomp._KILL for number in allowed)
    assert verdict(code, ours, min(allowed) | 0x40000000) == seccomp._KILL
    assert set(seccomp.ALLOWED[machine]) | {"time"} == set(seccomp.ALLOWED["x86_64"])


# The zygote's life


def test_descriptors_of_ours_are_closed() -> None:
    here, there = socket.socketpair()
    with here, there, fresh_zygotes():
        text = f"import os\ntry: os.write({there.fileno()}, b'x')\nexcept OSError as error: found = str(error)"
        assert "Bad file descriptor" in guarded(sandboxed.run, text)
        (one,) = zygotes()
        held = {path.readlink().name for path in Path(f"/proc/{one.process.pid}/fd").iterdir()}
        assert {name.partition(":")[0] for name in held} == {"null", "socket"}


def test_one_zygote_serves_many_programs() -> None:
    with fresh_zygotes():
        for _ in range(20):
            guarded(sandboxed.canary, ready=sandboxed.ready)
        assert len(zygotes()) == 1
        assert len(children(zygotes()[0].process.pid)) == 0


def test_an_interrupt_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with fresh_zygotes():
        guarded(sandboxed.canary)
        before = [one.process.pid for one in zygotes()]
        with monkeypatch.context() as patch:
            patch.setattr(asking, "_received", interrupted)
            with pytest.raises(KeyboardInterrupt):
                guarded(sandboxed.sleep, 20)
        assert not zygotes()
        assert children().isdisjoint(before)
        assert guarded(sandboxed.echo, "again") == "again"


def test_a_child_that_ignores_its_alarm_is_killed(crippled: Callable[[str], None]) -> None:
    crippled("import signal; signal.alarm = lambda _: signal.signal(signal.SIGALRM, signal.SIG_IGN)")
    assert LATE in outcome(sandboxed.sleep, 20)


def test_a_child_that_the_zygote_forgets_ends_by_its_alarm(crippled: Callable[[str], None]) -> None:
    crippled("import os; del os.pidfd_open")
    start = time.monotonic()
    assert LATE in outcome(sandboxed.sleep, 20)
    assert time.monotonic() - start < 5


def test_a_zygote_that_was_killed_is_replaced() -> None:
    with fresh_zygotes():
        guarded(sandboxed.canary)
        zygotes()[0].process.kill()
        zygotes()[0].process.wait()
        assert guarded(sandboxed.echo, "again") == "again"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stopped"])
def test_a_zygote_that_is_lost_with_a_program_is_replaced(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SPARE", 0.2)
    with fresh_zygotes():
        pid = zygote_for(SMALL)
        timer = threading.Timer(0.2, os.kill, (pid, number))
        timer.start()
        assert "ended, or stopped, from outside" in outcome(sandboxed.sleep, 20)
        timer.join()
        assert not Path(f"/proc/{pid}").exists()
        assert guarded(sandboxed.echo, "again") == "again"


def test_a_zygote_that_can_not_start_stops_the_run(
    capfd: pytest.CaptureFixture[str], crippled: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TracePileError, match="ended with status 1 when it was to import sandboxed"):
        guarded(sandboxed.echo, "", ready=sandboxed.fail_to_be_ready)
    assert "ValueError: not today" in capfd.readouterr().err
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(TracePileError, match="can't start /nowhere/python"):
        guarded(sandboxed.echo, "")
    assert not zygotes()


def test_a_module_that_uses_the_sandbox_when_it_is_imported_starts_no_chain_of_zygotes(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = "from generator.engine.sandbox import guarded\nimport sandboxed\nguarded(sandboxed.canary)\n"
    (tmp_path / "greedy.py").write_text(f"{text}def work(): return ''\n")
    monkeypatch.syspath_prepend(tmp_path)
    work = importlib.import_module("greedy").work
    with pytest.raises(TracePileError, match="to import greedy"):
        guarded(work)
    assert "importing sandboxed must not run anything" in capfd.readouterr().err


def test_each_thread_has_its_own() -> None:
    found: list[str] = []
    with fresh_zygotes():
        threads = [threading.Thread(target=lambda: found.append(guarded(sandboxed.sleep, 0.2))) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == ["awake"] * 3
        assert len({one.process.pid for one in zygotes()}) == 3


CALLER = """
import os, sys, signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # who is started in the background inherits that it is ignored
sys.path[:0] = sys.argv[1:]
import sandboxed
from generator.engine import asking
from generator.engine.sandbox import guarded
guarded(sandboxed.canary)
print(*[one.process.pid for one in asking._zygotes.values()], flush=True)
"""


def caller(program: str) -> subprocess.Popen[str]:
    """A process of its own that uses the sandbox, and prints the number of its zygote first."""
    text = CALLER + program
    return subprocess.Popen(
        [sys.executable, "-c", text, str(ROOT), str(ROOT / "tests")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def eventually(holds: Callable[[], bool], seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.01)
    return holds()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_outlives_the_caller(number: int) -> None:
    with caller("guarded(sandboxed.sleep, 20)\n") as process:
        pid = int(process.stdout.readline())  # type: ignore[union-attr]
        assert eventually(lambda: bool(children(pid)))
        (child,) = children(pid)
        os.killpg(process.pid, number)
        process.communicate(timeout=15)
    assert eventually(lambda: not Path(f"/proc/{pid}").exists() and not Path(f"/proc/{child}").exists())
    if number == signal.SIGINT:
        assert process.returncode == -signal.SIGINT


def test_no_child_outlives_its_zygote() -> None:
    with caller("guarded(sandboxed.sleep, 20)\n") as process:
        pid = int(process.stdout.readline())  # type: ignore[union-attr]
        assert eventually(lambda: bool(children(pid)))
        (child,) = children(pid)
        os.kill(pid, signal.SIGKILL)
        assert eventually(lambda: not Path(f"/proc/{child}").exists())
        assert "from outside" in process.communicate(timeout=15)[1]


def test_a_fork_of_the_caller_has_its_own_zygote() -> None:
    program = (
        "before = list(asking._zygotes.values())\n"
        "if os.fork() == 0:\n"
        "    assert not asking._zygotes\n"
        "    assert guarded(sandboxed.echo, 'child') == 'child'\n"
        "    (own,) = asking._zygotes.values()\n"
        "    assert own.process.pid != before[0].process.pid\n"
        "    sys.exit(7)\n"
        "assert os.waitstatus_to_exitcode(os.wait()[1]) == 7\n"
        "assert guarded(sandboxed.echo, 'parent') == 'parent'\n"
        "assert list(asking._zygotes.values()) == before\n"
    )
    with caller(program) as process:
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, "")
