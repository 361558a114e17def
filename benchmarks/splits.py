"""Whether train and test share programs: `python benchmarks/splits.py [--rows N] [--seed N] [--threshold T]`.

Draws the programs of N rows in all, rewritten as the rows get them, and prints for each config how many different ones
each split has, how many both have up to names, and which of test are near to one of train.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / folder) for folder in ("", "tests")]

from drawn import programs, unproven
from generator.configs import CONFIGS
from generator.dedup import straddling


def main() -> int:
    """Print a line for each config, and one for each program of test that is near to one of train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threshold", type=float, default=0.8)
    chosen = parser.parse_args()
    shared = 0
    with pytest.MonkeyPatch.context() as patch:
        unproven(patch)
        for name in CONFIGS:
            rows = range(-(-chosen.rows // len(CONFIGS)))
            found = programs(name, chosen.seed, rows, ("train", "test"))
            same = found["train"].keys() & found["test"].keys()
            near = straddling(found["train"], found["test"], chosen.threshold)
            counts = ", ".join(f"{len(of):,} programs in {split}" for split, of in found.items())
            print(f"{name}: {len(rows):,} rows, {counts}, {len(same)} the same, {len(near)} near", flush=True)
            for one, (other, share) in sorted(near.items(), key=lambda pair: -pair[1][1]):
                print(f"--- {share:.0%}\n{found['test'][one]}\n{found['train'][other]}")
            shared += len(same) + len(near)
    return min(shared, 1)


if __name__ == "__main__":
    raise SystemExit(main())
