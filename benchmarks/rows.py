"""How fast rows are made, and where the time goes: `python benchmarks/rows.py [--rows N]`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

from generator import pipeline
from generator.configs import CONFIGS

STAGES = ("draw_problem", "execute", "ask", "told_events", "prompt", "trace_digest", "assemble", "validate", "check")


def timed(name: str, function: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    """The function, with the time that it takes added up."""

    def call(*args: Any, **options: Any) -> Any:
        begin = time.perf_counter()
        try:
            return function(*args, **options)
        finally:
            spent[name] += time.perf_counter() - begin

    return call


def main() -> None:
    """Make rows and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=300, help="rows of each config")
    rows = parser.parse_args().rows
    spent = dict.fromkeys((*STAGES, "narrate"), 0.0)
    for stage in STAGES:
        setattr(pipeline, stage, timed(stage, getattr(pipeline, stage), spent))
    narrator = pipeline.narrator
    pipeline.narrator = lambda name: timed("narrate", narrator(name), spent)
    whole, characters = 0.0, 0
    for config in CONFIGS:
        begin = time.perf_counter()
        characters += sum(len(pipeline.make_row(config, 0, index).record["completion"]) for index in range(rows))
        took = time.perf_counter() - begin
        whole += took
        print(f"{config:12} {rows / took:8.0f} rows/s")
    print(f"{'all':12} {rows * len(CONFIGS) / whole:8.0f} rows/s {characters / whole:12,.0f} characters/s\n")
    for stage, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{stage:12} {seconds / whole:8.1%}")


if __name__ == "__main__":
    main()
