"""Runs a program and records it; see `program.py` for what an event is.

A mutable object is copied, one level deep, when it is first seen, and so is everything inside it; from there on each
change is an event. The recorder never calls the program's own code: contents are read by type, not by asking.
"""

from __future__ import annotations

import builtins
import gc
import io
import random
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from itertools import count, islice
from types import (
    BuiltinMethodType,
    CodeType,
    FunctionType,
    GeneratorType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    TracebackType,
    WrapperDescriptorType,
)
from typing import Any, NoReturn

from generator.engine import values
from generator.engine.instrument import FILENAME, FREQUENT, handed, instrument, instrument_entry
from generator.engine.program import MUTATE, NEW, PRINT, READ, UNREACHED, Check, Event, Program, Trace, unpacked
from generator.engine.rewriting.calls import FOLLOWING
from generator.types import Rejected

MAX_OUTPUT = 100_000
"""Characters that a program may print."""
MAX_DEPTH = 400
"""Calls that may be open at the same time."""
MAX_COPIED = 2_000_000
"""Items of containers that may be copied in a run, all copies together; each is kept alive, and takes eight bytes."""

ATOMIC = frozenset(
    [int, float, complex, bool, str, bytes, type(None), type(Ellipsis), type(NotImplemented), range, Fraction, Decimal]
)
"""Types whose values hold nothing that can change."""
COPY: dict[type, Callable[[Any], Any]] = {
    list: list,
    dict: dict,
    set: set,
    deque: list,
    bytearray: list,
    defaultdict: dict,
    OrderedDict: dict,
    Counter: dict,
}
"""Containers, and how their contents are copied."""


class Stop(BaseException):
    """The run is ended from outside; a base exception, so that the program's handlers don't take it for theirs."""


class Withheld:
    """Something of which nothing can be asked."""

    __slots__ = ("_refuse",)

    def __init__(self, refuse: Callable[[], NoReturn]) -> None:
        self._refuse = refuse

    def __getattribute__(self, _: str) -> NoReturn:
        refuse: Callable[[], NoReturn] = object.__getattribute__(self, "_refuse")
        refuse()

    def __call__(self, *_: object, **__: object) -> NoReturn:
        self.__getattribute__("__call__")


def record(text: str, entry: str = "", stdin: str = "", *, max_events: int = 10_000) -> Trace:
    """Run a program text, then evaluate `entry` if there is one, and record both.

    Raises SyntaxError, or Rejected: "unsupported", "too many events", "too much output", "too much memory",
    "recursion too deep".
    An exception of the program's own is an outcome: it stands in the trace.
    """
    code = handed(entry)
    found = Recorder(instrument(text, code), stdin, max_events).run(entry)
    return found or _certain(Recorder(instrument(text, code, exact=True), stdin, max_events).run(entry))


def _certain(trace: Trace | None) -> Trace:
    assert trace is not None  # only a merged run is given up
    return trace


def run_bare(text: str, entry: str = "", stdin: str = "") -> tuple[str, str, str]:
    """Run a program as it is: canonical text of the entry's value, standard output, error.

    An exit is an error, unless it ends a script with the code 0: an entry has no value then.
    """
    output, space = io.StringIO(), {"__name__": "program" if entry else "__main__"}
    result, error = None, ""
    with _surroundings(text, io.StringIO(stdin), output):
        try:
            exec(_compiled(text), space)  # noqa: S102 - running programs is what we are for
            result = eval(_compiled(entry, "<entry>", "eval"), space) if entry else None  # noqa: S307 - as above
        except SystemExit as leaving:
            error = values.error_text(leaving) if entry or leaving.code not in (None, 0) else ""
        except Exception as raised:  # noqa: BLE001 - whatever the program raises is its outcome
            error = values.error_text(raised)
    return values.text(result) if entry and not error else "", output.getvalue(), error


@lru_cache(maxsize=2048)
def _compiled(text: str, name: str = FILENAME, mode: str = "exec") -> CodeType:
    return compile(text, name, mode, dont_inherit=True)


class Recorder:
    """One run: the rows so far, the objects seen, and the helpers that the instrumented program calls."""

    def __init__(self, program: Program, stdin: str, max_events: int) -> None:
        self.program = program
        self.rows: list[Event] = []
        self.emit = self.rows.append
        self.max_events = max_events
        self.seen: dict[int, object] = {}
        self.checks: list[Check] = []
        self.module = "program"
        self.stdin = Stdin(self, stdin)
        self.stdout = Stdout(self)
        self.stopped: tuple[str, str] | None = None
        self.abandoned = False
        self.copied = 0

    def run(self, entry: str) -> Trace | None:
        """The trace of the run; None where it is to be recorded exactly, since an exception was on its way in it."""
        self.module = "program" if entry else "__main__"
        helpers = self.helpers()
        space = {"__name__": self.module, **self.builtins(), **helpers}
        result, error, line = None, "", 0
        with _surroundings(self.program.text, self.stdin, self.stdout), _no_collection(self.rows):
            try:
                exec(self.program.code, space)  # noqa: S102 - running programs is what we are for
                space["@main"](*(helpers[name] for name in FREQUENT))  # type: ignore[operator]
                if entry:
                    result = self.see(eval(instrument_entry(entry), space))  # noqa: S307 - as above
            except Stop:
                pass
            except SystemExit as leaving:
                self.abandoned = True
                if entry or leaving.code not in (None, 0):
                    error, line = values.error_text(leaving), _line(leaving.__traceback__)
            except Exception as raised:  # noqa: BLE001 - whatever the program raises is its outcome
                self.abandoned = True
                error, line = values.error_text(raised), _line(raised.__traceback__)
        try:
            if self.abandoned and self.program.merged and not self.stopped:
                return None
            return self.trace(result, error, line, has_entry=bool(entry))
        finally:
            self.let_go(space, helpers)

    def trace(self, result: object, error: str, line: int, *, has_entry: bool) -> Trace:
        if self.stopped:
            raise Rejected(*self.stopped)
        self.refuse_dropped_generators()
        if not self.program.merged:
            self.refuse_exhaustion(error)
        output = values.text(result) if has_entry and not error else ""
        trace = Trace(self.program, tuple(self.rows), output, self.stdout.getvalue(), error, line, tuple(self.checks))
        if len(self.rows) * self.program.longest > self.max_events < len(trace.events):
            raise Rejected("too many events", f"line {trace.site(trace.events[self.max_events]).line}")
        return trace

    def refuse_exhaustion(self, error: str) -> None:
        """Refuse a run that came to the end of its stack or its memory, where others would have had more of it."""
        raised = {type(row[1]) for row in self.rows if len(row) > 1}
        for kind, reason in _EXHAUSTIONS.items():
            if error.startswith(kind.__name__) or kind in raised:
                raise Rejected(reason)

    def let_go(self, space: dict[str, Any], helpers: dict[str, object]) -> None:
        """Undo what holds itself alive: the program's functions hold the recorder, whose rows hold the functions.

        Our helpers stay, for a generator that nobody has finished and that is closed only now.
        """
        for name in space.keys() - helpers.keys():
            del space[name]
        self.rows.clear()
        self.seen.clear()

    def refuse_dropped_generators(self) -> None:
        """Refuse a generator with a `finally` still to come: nobody may hold it any more, but the recorder does."""
        if not any(function.is_generator and function.defers_leave for function in self.program.functions):
            return
        for row in self.rows:
            for value in row[1:]:
                if type(value) is GeneratorType and value.gi_suspended:
                    raise Rejected("unsupported", f"the generator {value.__name__} is left before its end")

    def helpers(self) -> dict[str, object]:
        return {
            "@L": self.rows,
            "@E": self.emit,
            "@S": self.see,
            "@N": self.max_events,
            "@len": len,
            "@X": self.over,
            "@T": type,
            "@A": ATOMIC,
            "@U": UNREACHED,
            "@seen": self.seen,
            "@id": id,
            "@set": set,
            "@look": self.look,
            "@again": self.again,
            "@islice": islice,
            "@turns": self.turns,
            "@method": self.method,
            "@foreign": self.foreign,
            "@get": self.get,
            "@mutator": self.mutator,
            "@spread": self.spread,
            "@keyed": self.keyed,
            "@cached": self.cached,
            "@slice": slice,
            "@truth": self.truth,
            "@bound": self.bound,
            "@called": self.called,
            "@resume": self.resume,
            "@print": self.print,
            "@input": self.input,
            "@see_defaults": self.see_defaults,
            "@see_class": self.see_class,
            "@ids": count(1).__next__,
            "@withheld": self.withheld,
            "@abandon": self.abandon,
            "@Stop": BaseException,
        }

    def builtins(self) -> dict[str, object]:
        """What stands before the builtins of that name. To copy all builtins would cost a sandbox 80 pages."""

        def print(*args: Any, **options: Any) -> None:  # noqa: A001 - it is what programs see under this name
            self.print(PRINT, *args, **options)

        def input(*prompt: Any) -> str:  # noqa: A001 - as above
            return self.input(READ, *prompt)

        return {"print": print, "input": input}

    # Stopping

    def over(self) -> None:
        """Stop a run that has too many events, at the line from which this is called."""
        self.stop("too many events", line=sys._getframe(1).f_lineno)  # noqa: SLF001 - there is no other way to ask

    def stop(self, reason: str, detail: str = "", line: int = 0) -> NoReturn:
        if not self.stopped:
            self.stopped = (reason, f"line {line or self.last_line()}{detail and ': '}{detail}")
        raise Stop

    def withheld(self, what: str, line: int) -> Withheld:
        """What stands for a module, or a function, that can't be replayed; the run is stopped where it is used."""
        return Withheld(lambda: self.stop("unsupported", f"{what} can't be replayed", line))

    def abandon(self) -> NoReturn:
        """End a merged run in which an exception is on its way: what is noted and not yet written would be lost."""
        self.abandoned = True
        raise Stop

    def last_line(self) -> int:
        """The line of the last event that has one."""
        events = (event for row in reversed(self.rows) for event in reversed(unpacked([row], self.program.blocks)))
        return next((line for event in events if (line := self.program.sites[event[0]].line)), 0)

    # Seeing

    def see(self, value: Any) -> Any:
        """Copy the contents of a container or an instance if it is new, and of what it holds; gives the value back."""
        kind = type(value)
        if kind in ATOMIC or id(value) in self.seen:
            return value
        if kind is tuple or kind is frozenset:
            self.seen[id(value)] = value
            self.see_all(value)
        elif issubclass(kind, tuple):
            self.contents(value)
            self.seen[id(value)] = value
            self.see_all(value)
        elif (copy := self.contents(value)) is not None:
            self.seen[id(value)] = value
            self.emit((NEW, value, copy))
            self.see_contents(copy)
        return value

    def contents(self, value: Any) -> Any:
        """A copy of what a mutable object holds, one level deep; None for what is opaque."""
        kind = type(value)
        if kind in COPY:
            self.copied += len(value)
            if self.copied > MAX_COPIED:
                self.stop("too much memory", f"more than {MAX_COPIED:,} items are copied")
            return COPY[kind](value)
        if kind.__module__ != self.module:
            return None
        if issubclass(kind, values.DATA) and not values.is_plain(kind):
            self.stop("unsupported", f"{kind.__name__} is a subclass of a builtin type")
        return values.live(value)

    def see_contents(self, copy: Any) -> None:
        if type(copy) is dict:
            self.see_all(copy.keys())
            self.see_all(copy.values())
        else:
            self.see_all(copy)

    def see_all(self, items: Iterable[Any]) -> None:
        for item in items:
            if type(item) not in ATOMIC:
                self.see(item)

    def look(self, site: int, value: Any) -> None:
        """Tell what an object holds now."""
        if id(value) not in self.seen:
            self.see(value)
        elif (copy := self.contents(value)) is not None:
            self.see_contents(copy)
            self.emit((site, value, copy))

    def again(self, value: Any) -> Any:
        """A new copy of what an object holds, if it was seen before; the event that follows tells it."""
        if id(value) not in self.seen:
            self.see(value)
            return None
        if (copy := self.contents(value)) is not None:
            self.see_contents(copy)
        return copy

    def see_defaults(self, function: Any) -> None:
        if type(function) is FunctionType:
            self.see_all(function.__defaults__ or ())
            self.see_all((function.__kwdefaults__ or {}).values())

    def see_class(self, made: type) -> None:
        """See the attributes of a class and the defaults of its methods."""
        kept = issubclass(made, Enum)  # an enumeration's own tables stand under names like `_member_map_`
        for name, value in list(vars(made).items()):
            if kept and name[:1] == name[-1:] == "_":
                continue
            self.see_defaults(value)
            self.see(value)
            if (
                issubclass(type(value), type)
                and value.__module__ == self.module
                and value.__qualname__.startswith(made.__qualname__)
            ):
                self.see_class(value)

    # Calls that change things

    def method(self, site: int, owner: Any, name: str, *args: Any, **options: Any) -> Any:
        kind = type(owner)
        if kind not in COPY:
            return self.foreign(MUTATE, getattr(owner, name), *args, **options)
        self.see(owner)
        follows = name in FOLLOWING and not options and not (args and has_own_hash(args[0]))
        if not follows:
            self.checks.append((len(self.rows), owner, self.contents(owner)))
        try:
            result = getattr(owner, name)(*args, **options)
        except BaseException:
            self.look(MUTATE, owner)  # it may have failed half-way
            raise
        copy = None if follows else self.contents(owner)
        if copy is not None:
            self.see_contents(copy)
        self.emit((site, owner, self.see(result), args, copy))
        return result

    def foreign(self, site: int, function: Any, /, *args: Any, **options: Any) -> Any:
        """Call something that may be anything; if it isn't the program's own, see what it changed."""
        if self.is_own(function):
            return function(*args, **options)
        held = [*args, *options.values(), *_receiver(function)]
        watched = [(value, self.contents(value)) for value in held if id(value) in self.seen]
        self.checks += [(len(self.rows), value, before) for value, before in watched if before is not None]
        try:
            return function(*args, **options)
        finally:
            for value, before in watched:
                if before is not None and not same(before, self.contents(value)):
                    self.look(site, value)

    def is_own(self, function: Any) -> bool:
        """Whether a callable is the program's own, whose events tell what it does."""
        kind = type(function)
        if kind is MethodType:
            function, kind = function.__func__, type(function.__func__)
        if kind is FunctionType:
            return bool(function.__code__.co_filename == FILENAME)
        return issubclass(kind, type) and function.__module__ == self.module

    def mutator(self, owner: Any, name: str) -> Any:
        """A method of a container that is kept: wherever it is called from, the container is looked at afterwards."""
        method = getattr(owner, name)
        if type(method) in _BOUND and type(method.__self__) in COPY:
            held: tuple[Any, ...] = (self.see(method.__self__),)
        elif type(method) in _UNBOUND and owner in COPY:
            held = ()
        else:
            return method

        def changing(*args: Any, **options: Any) -> Any:
            try:
                return self.see(method(*args, **options))
            finally:
                for value in (held or args)[:1]:
                    self.look(MUTATE, value)

        changing.__name__ = name
        if held:
            changing.__self__ = held[0]  # type: ignore[attr-defined]  # as a bound method has it
        return changing

    def spread(self, items: Any) -> Any:
        """What stands behind a `*` in a call: its items are seen, and an iterator's are kept."""
        kind = type(items)
        if kind in ATOMIC or kind in COPY or not hasattr(kind, "__iter__"):
            return self.see(items)
        return self.see(tuple(items))

    def cached(self, owner: Any, name: str) -> Any:
        """Read a `cached_property`, which is stored in the instance when it is first read."""
        before = self.contents(owner)
        value = self.see(getattr(owner, name))
        if before is not None and name not in before:
            self.look(MUTATE, owner)
        return value

    def keyed(self, owner: Any, key: Any) -> None:
        if type(owner) in COPY and has_own_hash(key):
            self.look(MUTATE, owner)

    def get(self, owner: Any, key: Any) -> Any:
        if type(owner) is not defaultdict or key in owner:
            return owner[key]
        value = self.see(owner[key])
        self.look(MUTATE, owner)
        return value

    # Events where no statement can stand

    def turns(self, source: Iterable[Any]) -> Iterator[Any]:
        """What a comprehension runs over, no longer than a run may be."""
        if len(self.rows) > self.max_events:
            self.stop("too many events")
        return islice(source, self.max_events)

    def called(self, event: Event) -> None:
        self.see_all(event[1:])
        self.emit(event)
        if len(self.rows) > self.max_events:
            self.stop("too many events")

    def truth(self, site: int, value: Any) -> bool:
        held = bool(value)
        self.emit((site, held))
        return held

    def bound(self, site: int, value: Any) -> Any:
        self.emit((site, value))
        return value

    def resume(self, site: int, frame_id: int, sent: Any) -> Any:
        self.see(sent)
        self.emit((site, frame_id))
        return sent

    # Input and output

    def print(self, site: int, *args: Any, file: Any = None, **options: Any) -> None:
        file = sys.stdout if file is None else file
        if file is not self.stdout:
            builtins.print(*args, file=file, **options)
            return
        buffer = io.StringIO()
        builtins.print(*args, file=buffer, **options)
        self.stdout.put(site, buffer.getvalue())

    def input(self, site: int, *prompt: Any) -> str:
        if prompt:
            self.stdout.put(PRINT, str(prompt[0]))
        line = self.stdin.take(site, self.stdin.text.readline())
        if not line:
            raise EOFError("EOF when reading a line")
        return line.removesuffix("\n")


class Stdout(io.TextIOBase):
    """Standard output that tells what is written."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder, self.text = recorder, io.StringIO()

    def put(self, site: int, text: str) -> None:
        self.recorder.emit((site, text))
        if self.text.tell() + len(text) > MAX_OUTPUT:
            self.recorder.stop("too much output")
        self.text.write(text)

    def write(self, text: str) -> int:
        self.put(PRINT, text)
        return len(text)

    def getvalue(self) -> str:
        return self.text.getvalue()


class Stdin(io.TextIOBase):
    """Standard input that tells what is read."""

    def __init__(self, recorder: Recorder, text: str) -> None:
        self.recorder, self.text = recorder, io.StringIO(text)

    def take(self, site: int, text: str) -> str:
        self.recorder.emit((site, text))
        return text

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        return self.take(READ, self.text.readline(-1 if size is None else size))

    def read(self, size: int | None = -1, /) -> str:
        return self.take(READ, self.text.read(size))

    def readlines(self, _: int = -1, /) -> list[str]:  # type: ignore[override]
        return self.read().splitlines(keepends=True)

    def __next__(self) -> str:  # type: ignore[override]
        line = self.text.readline()
        if not line:
            raise StopIteration
        return self.take(READ, line)


_LONG = 1000
"""Rows of a run that would take the collector longer than it took to record them."""
_EXHAUSTIONS = {RecursionError: "recursion too deep", MemoryError: "too much memory"}
_BOUND = (BuiltinMethodType, MethodWrapperType)
_UNBOUND = (MethodDescriptorType, WrapperDescriptorType)


def _receiver(function: Any) -> tuple[Any, ...]:
    """The object whose method a callable is."""
    if type(function) in (*_BOUND, MethodType) and type(function.__self__) is not ModuleType:
        return (function.__self__,)
    return ()


_MADE = "__dataclass_params__"


def has_own_hash(key: Any) -> bool:
    """Whether a key's hash or equality, or that of its parts, is the program's code, or changes with its contents."""
    kind = type(key)
    if kind in ATOMIC:
        return False
    if any(_is_own_code(kind, name) for name in ("__hash__", "__eq__")):
        return True
    if issubclass(kind, tuple):
        return any(map(has_own_hash, tuple.__iter__(key)))
    if issubclass(kind, frozenset):
        return any(map(has_own_hash, frozenset.__iter__(key)))
    made = next((one.__dict__[_MADE] for one in kind.__mro__ if _MADE in one.__dict__), None)
    if made is None or not made.eq:
        return False
    return not made.frozen or any(map(has_own_hash, values.attributes(key).values()))


def _is_own_code(kind: type, name: str) -> bool:
    """Whether a method of a class is a function of the program, or something that may call one."""
    method = next(one.__dict__[name] for one in kind.__mro__ if name in one.__dict__)
    if type(method) is FunctionType:
        return bool(method.__code__.co_filename == FILENAME)
    return method is not None and type(method) is not WrapperDescriptorType


def same(one: Any, other: Any) -> bool:
    """Whether two copies of contents hold the same objects, without asking the objects."""
    if type(one) is set:
        return {id(item) for item in one} == {id(item) for item in other}
    if type(one) is dict:
        return same([*one.keys(), *one.values()], [*other.keys(), *other.values()])
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


@contextmanager
def _surroundings(text: str, stdin: Any, stdout: Any) -> Iterator[None]:
    """What a program finds around it; afterwards everything is as it was.

    Our streams stand in the place of the process's, it may call as deep as anywhere else, and `random` starts anew.
    """
    streams, depth = (sys.stdin, sys.stdout), sys.getrecursionlimit()
    chance = random.getstate() if "random" in text else None
    sys.stdin, sys.stdout = stdin, stdout
    sys.setrecursionlimit(_frames() + MAX_DEPTH)
    if chance is not None:
        random.seed(0)
    try:
        yield
    finally:
        sys.stdin, sys.stdout = streams
        sys.setrecursionlimit(depth)
        if chance is not None:
            random.setstate(chance)


def _frames() -> int:
    """How many calls are open."""
    frame, depth = sys._getframe(), 0  # noqa: SLF001 - there is no other way to ask
    while frame is not None:
        frame, depth = frame.f_back, depth + 1  # type: ignore[assignment]
    return depth


@contextmanager
def _no_collection(rows: list[Event]) -> Iterator[None]:
    """Switch the cyclic collector off: the events keep everything alive, and looking through them takes its time.

    What a long run has made is handed to the oldest generation afterwards, lest the collector looks through it at once.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if len(rows) > _LONG and not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _line(traceback: TracebackType | None) -> int:
    """The program's line that was running when an exception was raised."""
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == FILENAME:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
