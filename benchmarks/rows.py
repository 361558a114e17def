"""How fast rows are made, and what each stage costs, per row and per event: `python benchmarks/rows.py [--rows N]`.

Rows are made by the pipeline, on one core. The stages that stand in it are timed where they are called; a replay and
the writing of Parquet are timed on the same rows afterwards.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa

from generator import pipeline
from generator.configs import CONFIGS
from generator.engine.program import Trace, unpacked
from generator.engine.replay import final_state
from generator.parts import set_aside
from generator.records import arrow_schema
from generator.shards import ShardWriter

STAGES = {
    "draw_problem": "draw a problem",
    "run": "run, recorded",
    "run_bare": "run, bare",
    "audit": "audit the replay",
    "ask": "ask",
    "prompt": "word the prompt",
    "narrate": "narrate",
    "trace_digest": "digest",
    "assemble": "assemble",
    "validate": "validate against the schema",
    "check": "check every claim",
}
"""Functions of the pipeline, and what they do."""


class Clock:
    """The seconds spent in each stage, how much was run, and the records."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = dict.fromkeys(STAGES.values(), 0.0)
        self.traces: list[Trace] = []
        self.records: list[dict[str, Any]] = []
        self.runs = self.events = 0

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with the time that it takes added up."""

        def call(*args: Any, **options: Any) -> Any:
            begin = time.perf_counter()
            try:
                result = function(*args, **options)
            finally:
                self.spent[stage] = self.spent.get(stage, 0.0) + time.perf_counter() - begin
            if isinstance(result, Trace):
                self.traces.append(result)
            return result

        return call

    def watch_pipeline(self) -> None:
        """Time the stages where the pipeline calls them."""
        for name, stage in STAGES.items():
            if name != "narrate":
                setattr(pipeline, name, self.timed(stage, getattr(pipeline, name)))
        narrator = pipeline.narrator
        pipeline.narrator = lambda name: self.timed(STAGES["narrate"], narrator(name))

    def make(self, config: str, rows: int) -> float:
        """Make the first rows of a config; the seconds that it took."""
        taken = 0.0
        with set_aside():
            for index in range(rows):
                begin = time.perf_counter()
                self.records.append(pipeline.make_row(config, 0, index).record)
                taken += time.perf_counter() - begin
                self.time_replay()
        return taken

    def time_replay(self) -> None:
        """What has no place of its own in the pipeline; then the traces are let go, as in a build."""
        for trace in self.traces:
            self.timed("(read the events)", unpacked)(trace.rows, trace.program.blocks)
            self.timed("(one replay)", final_state)(trace)
            self.runs += 1
            self.events += len(trace.events)
        self.traces.clear()


def write_parquet(records: list[dict[str, Any]]) -> None:
    """Write records as a build does."""
    with tempfile.TemporaryDirectory() as folder:
        writer = ShardWriter(Path(folder), "train")
        writer.write(pa.Table.from_pylist(records, schema=arrow_schema()))
        writer.close()


def main() -> None:
    """Make rows and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=300, help="rows of each config")
    rows = parser.parse_args().rows
    clock = Clock()
    clock.watch_pipeline()
    taken = {config: clock.make(config, rows) for config in CONFIGS}
    whole, count = sum(taken.values()), len(clock.records)
    for config, seconds in taken.items():
        print(f"{config:12} {rows / seconds:8.0f} rows/s")
    characters = sum(len(record["completion"]) for record in clock.records)
    print(f"{'all':12} {count / whole:8.0f} rows/s {characters / whole:12,.0f} characters of completion/s\n")
    clock.timed("write Parquet", write_parquet)(clock.records)
    print(f"{count} rows from {clock.runs} runs with {clock.events:,} events\n")
    print(f"{'stage':30}{'share':>8}{'us/row':>10}{'us/event':>10}")
    for stage, seconds in sorted(clock.spent.items(), key=lambda item: -item[1]):
        print(f"{stage:30}{seconds / whole:8.1%}{1e6 * seconds / count:10.0f}{1e6 * seconds / clock.events:10.2f}")


if __name__ == "__main__":
    main()
