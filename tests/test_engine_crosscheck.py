"""The cross-check of a replay against what sys.settrace sees, which the engine's tests stand on; and its own tests."""

from __future__ import annotations

import ast
import io
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field, replace
from itertools import islice
from types import CodeType, FrameType
from typing import Any

import pytest

from generator.engine import values
from generator.engine.frame import Frame
from generator.engine.instrument import FILENAME, handed, instrument
from generator.engine.program import Trace
from generator.engine.recorder import Recorder, record, run_bare
from generator.engine.replay import State, audit
from generator.types import Rejected

INLINED = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")
"""Code that Python 3.11 runs in frames of its own, and the engine as a part of the function around it."""


@dataclass(frozen=True, slots=True)
class Stop:
    """What the bare interpreter shows where it stops: at a line, or where a function is left.

    frame:  the number of the frame, in the order of calls; 0 is the module.
    calls:  how many frames have been entered so far.
    output: how much has been written so far.
    hidden: names that belong to a comprehension, which shows them in the frame around it since Python 3.12.
    """

    frame: int
    line: int
    calls: int
    output: str
    texts: dict[str, str]
    hidden: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"line {self.line} of frame {self.frame}: {self.texts}"


@dataclass(slots=True)
class Watch:
    """The stops of one run of a program as it is, seen by sys.settrace."""

    comprehensions: list[ast.expr]
    output: io.StringIO = field(default_factory=io.StringIO)
    frames: list[FrameType] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)

    def __call__(self, frame: FrameType, event: str, _: Any) -> Callable[..., Any] | None:
        if not is_program(frame.f_code):
            return None
        if frame not in self.frames:
            self.frames.append(frame)
        if event in ("line", "return"):
            sys.settrace(None)
            number = self.frames.index(frame)
            texts, hidden = seen_texts(frame, number), self.hidden(frame)
            stop = Stop(number, frame.f_lineno, len(self.frames), self.output.getvalue(), texts, hidden)
            self.stops.append(stop)
            sys.settrace(self)
        return self

    def hidden(self, frame: FrameType) -> frozenset[str]:
        """The variables of the comprehensions that are running inside a frame."""
        if sys.version_info < (3, 12):
            return frozenset()
        position = next(islice(frame.f_code.co_positions(), frame.f_lasti // 2, None))
        around = [node for node in self.comprehensions if covers(node, position)]
        return frozenset(name.id for node in around for name in ast.walk(node) if isinstance(name, ast.Name))


def covers(node: ast.expr, position: tuple[int | None, ...]) -> bool:
    """Whether an instruction's (line, last line, column, last column) lies inside a node."""
    line, _, column, _ = position
    if line is None or column is None:
        return False
    return (node.lineno, node.col_offset) <= (line, column) < (node.end_lineno or 0, node.end_col_offset or 0)


def is_program(code: CodeType) -> bool:
    """Whether code is a function of the program or its module body: not a class body, not a comprehension."""
    is_function = code.co_flags & 1  # CO_OPTIMIZED
    return (
        code.co_filename == FILENAME and code.co_name not in INLINED and bool(is_function or code.co_name == "<module>")
    )


def seen_texts(frame: FrameType, number: int) -> dict[str, str]:
    hidden = () if number else ("__name__", "__builtins__", "__annotations__", "__doc__")
    names = frame.f_locals if number else frame.f_globals
    held = {name: value for name, value in names.items() if name not in hidden and name != "__class__"}
    return {name: text_or_kind(value, values.live) for name, value in held.items()}


def text_or_kind(value: Any, look: values.Look) -> str:
    try:
        return values.text(value, look)
    except Rejected:
        return f"<{type(value).__name__}>"


def native_stops(code: str, entry: str, stdin: str) -> list[Stop]:
    """Every stop of the program as it is."""
    space: dict[str, Any] = {"__name__": "program" if entry else "__main__"}
    found = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp)]
    watch, compiled = Watch(found), compile(code, FILENAME, "exec", dont_inherit=True)
    before = sys.gettrace()
    with redirect_stdout(watch.output), reading(stdin), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # 3.12 warns of comprehension variables when it is traced
        sys.settrace(watch)
        try:
            exec(compiled, space)  # noqa: S102 - a test program
            if entry:
                eval(compile(entry, "<entry>", "eval"), space)  # noqa: S307 - a test program
        except (Exception, SystemExit):  # noqa: BLE001, S110 - the program's own outcome, which the recorder tells too
            pass
        finally:
            sys.settrace(before)
    return watch.stops


@contextmanager
def reading(text: str) -> Iterator[None]:
    before, sys.stdin = sys.stdin, io.StringIO(text)
    try:
        yield
    finally:
        sys.stdin = before


@dataclass(slots=True)
class Replay:
    """A replay that goes forward until it shows what a stop shows."""

    trace: Trace
    state: State
    entered: list[Frame]
    imported: frozenset[str]
    position: int = 0

    def step(self) -> bool:
        if self.position == len(self.trace.events):
            return False
        event = self.trace.events[self.position]
        self.state.apply(event)
        self.position += 1
        if self.trace.site(event).kind == "call":
            self.entered.append(self.state.frame)
        return True

    def shows(self, stop: Stop) -> bool:
        if len(self.entered) != stop.calls or "".join(self.state.written) != stop.output:
            return False
        frame = self.entered[stop.frame]
        return all(self.names(frame, stop, name) for name in {*stop.texts, *frame.names} - stop.hidden)

    def names(self, frame: Frame, stop: Stop, name: str) -> bool:
        """Whether a name has the text that the stop shows, in the frame or, for a closure, around it."""
        around: Frame | None = frame
        while around is not None and name not in around.names:
            around = around.parent
        if around is None:  # a variable of an inlined comprehension, or a module
            return name not in frame.function.bound or name in self.imported
        return stop.texts.get(name) == text_or_kind(around.names[name], self.state.look)


def imports(node: ast.AST) -> list[ast.alias]:
    return node.names if isinstance(node, ast.Import | ast.ImportFrom) else []


def cross_check(trace: Trace, stops: list[Stop]) -> None:
    """Every stop of the bare run must be shown by the replay, in the same order; AssertionError if one is not."""
    state = State(trace.program)
    imported = (
        alias.asname or alias.name for node in ast.walk(ast.parse(trace.program.text)) for alias in imports(node)
    )
    replay = Replay(trace, state, [state.module], frozenset(name.split(".")[0] for name in imported))
    for number, stop in enumerate(stops):
        start = replay.position
        while not replay.shows(stop):
            assert replay.step(), f"stop {number}, {stop}\nis shown by no event from {start} on"


def happenings(trace: Trace) -> list[tuple[str, int, tuple[str, ...], int]]:
    """The events without their objects; copies of new objects aside, which may be told sooner."""
    found = ((trace.site(event), len(event)) for event in trace.events)
    return [(site.kind, site.line, site.names, length) for site, length in found if site.kind != "new"]


def check_merged(trace: Trace, entry: str, stdin: str, max_events: int) -> None:
    """Events that share a row must be those that are written one by one, in the same order."""
    if trace.program.merged:
        exact = Recorder(instrument(trace.program.text, handed(entry), exact=True), stdin, max_events).run(entry)
        assert exact is not None
        assert happenings(trace) == happenings(exact)


def check_exact(code: str, entry: str = "", stdin: str = "", max_events: int = 10_000) -> Trace:
    """Record a program and compare its replay, result, output and error with the bare run."""
    trace = record(code, entry, stdin, max_events=max_events)
    audit(trace)
    check_merged(trace, entry, stdin, max_events)
    assert run_bare(code, entry, stdin) == (trace.output, trace.stdout, trace.error)
    cross_check(trace, native_stops(code, entry, stdin))
    return trace


PROGRAM = """\
def count(items):
    seen = {}
    for item in items:
        seen[item] = seen.get(item, 0) + 1
    return seen

rows = [[0] * 2] * 2
rows[0][1] = 5
totals = count("abca")
rows.append(totals)
print(totals)
"""


def test_the_check_passes_what_is_true() -> None:
    assert len(check_exact(PROGRAM).events) > 20


def test_the_check_notices_every_missing_change() -> None:
    trace, stops = record(PROGRAM), native_stops(PROGRAM, "", "")
    for number, event in enumerate(trace.events):
        if trace.site(event).kind in ("bind", "item", "method", "turn", "print", "call"):
            fewer = replace(trace, rows=trace.events[:number] + trace.events[number + 1 :])
            with pytest.raises((AssertionError, Rejected, KeyError)):
                cross_check(fewer, stops)


def test_the_check_notices_a_wrong_value() -> None:
    trace, stops = record(PROGRAM), native_stops(PROGRAM, "", "")
    number = next(n for n, event in enumerate(trace.events) if trace.site(event).kind == "item")
    wrong = (*trace.events[number][:3], 99)
    with pytest.raises(AssertionError, match="is shown by no event"):
        cross_check(replace(trace, rows=(*trace.events[:number], wrong, *trace.events[number + 1 :])), stops)
