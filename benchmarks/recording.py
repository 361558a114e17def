"""How fast runs are recorded, beside other tracers: `python benchmarks/recording.py [--rounds N] [--only TRACER ...]`.

Every program of `programs.py` is run bare and under each tracer, in turn, so that all see the same machine. A figure is
the ratio of medians over the rounds to the bare run; the last columns are the geometric mean of these, and how many of
our events that comes to in a second. Below stands what it costs to prepare a program, once for all its inputs.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import geometric_mean, median
from types import FrameType
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

import hunter
import pysnooper
import snoop
from programs import PROGRAMS

from generator.configs import CONFIGS, config
from generator.engine.instrument import instrument
from generator.engine.program import Trace
from generator.engine.recorder import record

NO_LIMIT = 10**6
"""Events that a run may have here; a limit that is near has every run counted once more."""
DEEP = 1000
"""Calls within calls that a tracer follows."""


class Prepared:
    """A program that is compiled and stands in a file, where tracers look for its source."""

    def __init__(self, name: str, folder: Path) -> None:
        self.text, self.entry = PROGRAMS[name]
        self.path = str(folder / f"{name}.py")
        Path(self.path).write_text(self.text, encoding="utf-8")
        self.code = compile(self.text, self.path, "exec")
        self.call = compile(self.entry, "<entry>", "eval")

    def bare(self) -> object:
        space: dict[str, Any] = {"__name__": "program"}
        exec(self.code, space)
        return eval(self.call, space)

    def ours(self) -> Trace:
        return record(self.text, self.entry, max_events=NO_LIMIT)

    def settrace(self) -> object:
        """The tracer that everybody writes first: at each line, the repr of every local, and what is new among them."""
        changes: list[tuple[int, dict[str, str]]] = []
        known: dict[FrameType, dict[str, str]] = {}

        def trace(frame: FrameType, event: str, _: object) -> Any:
            if frame.f_code.co_filename != self.path:
                return None
            before = known.get(frame, {})
            now = {name: repr(value) for name, value in frame.f_locals.items()}
            changes.append((frame.f_lineno, {name: text for name, text in now.items() if before.get(name) != text}))
            known[frame] = now
            if event == "return":
                del known[frame]
            return trace

        sys.settrace(trace)
        try:
            return self.bare()
        finally:
            sys.settrace(None)

    def pysnooper(self) -> object:
        with pysnooper.snoop(io.StringIO(), depth=DEEP):
            return self.bare()

    def snoop(self) -> object:
        with snoop.Config(out=io.StringIO(), color=False).snoop(depth=DEEP):
            return self.bare()

    def hunter(self) -> object:
        with hunter.trace(filename=self.path, action=hunter.VarsSnooper(stream=io.StringIO())):
            return self.bare()


TRACERS: dict[str, Callable[[Prepared], object]] = {
    "bare": Prepared.bare,
    "TracePile": Prepared.ours,
    "settrace and repr": Prepared.settrace,
    "PySnooper": Prepared.pysnooper,
    "snoop": Prepared.snoop,
    "hunter": Prepared.hunter,
}


def seconds(run: Callable[[Prepared], object], program: Prepared, times: int) -> float:
    """The mean time until a run's result is there; what it costs to throw the result away is not counted."""
    taken = 0.0
    for _ in range(times):
        start = time.perf_counter()
        result = run(program)
        taken += time.perf_counter() - start
        del result
    return taken / times


def preparing(lines: range) -> str:
    """What it takes to rewrite and compile programs of about so many lines: these here, and those of the dataset."""
    drawn = (task.draw(Random(0), 5) for name in CONFIGS for task in config(name).tasks.values())
    texts = {problem.code for problem in drawn} | {text for text, _ in PROGRAMS.values()}
    texts = {text for text in texts if text.count("\n") in lines}
    taken = []
    for text in sorted(texts):
        rounds = []
        for _ in range(7):
            instrument.cache_clear()
            start = time.perf_counter()
            instrument(text)
            rounds.append(time.perf_counter() - start)
        taken.append(median(rounds) * 35 / text.count("\n"))
    return (
        f"{len(texts)} programs of {lines.start} to {lines.stop - 1} lines: {1e3 * median(taken):.1f} ms for 35 lines"
    )


def table(taken: dict[tuple[str, str], list[float]], tracers: list[str], events: dict[str, int]) -> None:
    """Print the ratios to the bare run, by program and tracer."""
    print(f"{'':18}" + "".join(f"{name:>13}" for name in PROGRAMS) + f"{'all':>10}{'events/s':>13}")
    for tracer in tracers:
        medians = [median(taken[name, tracer]) for name in PROGRAMS]
        ratios = [one / median(taken[name, "bare"]) for one, name in zip(medians, PROGRAMS, strict=True)]
        shown = "".join(f"{ratio:12,.1f}x" for ratio in ratios)
        print(f"{tracer:18}{shown}{geometric_mean(ratios):9,.1f}x{sum(events.values()) / sum(medians):13,.0f}")
    print(f"{'events':18}" + "".join(f"{events[name]:13,}" for name in PROGRAMS) + f"{sum(events.values()):10,}")


def main() -> None:
    """Time everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", nargs="*", choices=TRACERS, default=list(TRACERS))
    options = parser.parse_args()
    tracers = list(dict.fromkeys(["bare", *options.only]))
    with tempfile.TemporaryDirectory() as folder:
        programs = {name: Prepared(name, Path(folder)) for name in PROGRAMS}
        taken: dict[tuple[str, str], list[float]] = {(p, t): [] for p in PROGRAMS for t in tracers}
        for _ in range(options.rounds):
            for name, program in programs.items():
                for tracer in tracers:
                    times = 20 if tracer in ("bare", "TracePile") else 1
                    taken[name, tracer].append(seconds(TRACERS[tracer], program, times))
        table(taken, tracers, {name: len(program.ours().events) for name, program in programs.items()})
    print(f"to rewrite and compile: {preparing(range(25, 46))}")


if __name__ == "__main__":
    main()
