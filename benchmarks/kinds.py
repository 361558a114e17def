"""How evenly the question kinds are asked: `python benchmarks/kinds.py [--runs N]`.

Draws problems of each config, sees which of its kinds each run has a question of, and prints for each kind the share of
such runs, the share of rows that it gets with the weights of the config, and the weight that would give it its due.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.configs import CONFIGS, config
from generator.engine.program import Trace
from generator.pipeline import draw_problem, draw_task, execute
from generator.questions import FIRST, ask
from generator.types import Options, Problem, Rejected

DUE: Mapping[str, float] = {"output": 1.5, "variable_trace": 1.5, "walk_through": 9.0}
"""How often a kind should be asked, where that isn't once."""
FINENESS, HEAVIEST = 3, 150
"""The smallest weight, and the largest, which a kind gets that hardly any run has a question of."""


def main() -> None:
    """Print the table of each config."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=400, help="runs for each config")
    chosen = parser.parse_args()
    for name in CONFIGS:
        kinds = list(dict.fromkeys(config(name).kinds))
        runs = [askable(name, number, kinds) for number in range(chosen.runs)]
        now = {kind: float(config(name).kinds.count(kind)) for kind in kinds}
        better = fitted(runs, kinds)
        print(f"\n{name:20}{'possible':>10}{'share':>10}{'weight':>10}{'better':>10}")
        for kind, share in shares(runs, now).items():
            possible = sum(kind in run for run in runs) / len(runs)
            print(f"{kind:20}{possible:10.1%}{share:10.1%}{now[kind]:10.0f}{better[kind]:10.0f}")


def askable(name: str, number: int, kinds: Sequence[str]) -> set[str]:
    """The kinds that a drawn run has a question of."""
    rng = Random(f"kinds:{name}:{number}")
    problem, trace = drawn(name, rng)
    found = set[str]()
    for kind in kinds:
        try:
            found.add(ask(problem, trace, (kind,), rng).kind)
        except Rejected:
            continue
    return found & FIRST or found  # as `ask` does


def drawn(name: str, rng: Random) -> tuple[Problem, Trace]:
    """A problem and its run; those that are given up are drawn again."""
    while True:
        try:
            problem = draw_problem(draw_task(config(name), "train", Options(), rng), "train", Options(), rng)
            return problem, execute(problem, Options())
        except Rejected:
            continue


def shares(runs: Sequence[set[str]], weights: Mapping[str, float]) -> dict[str, float]:
    """The share of rows that each kind gets."""
    found = dict.fromkeys(weights, 0.0)
    for run in runs:
        whole = sum(weights[kind] for kind in run)
        for kind in sorted(run):
            found[kind] += weights[kind] / whole / len(runs)
    return found


def fitted(runs: Sequence[set[str]], kinds: Sequence[str]) -> dict[str, float]:
    """The weights with which each kind gets its due, as far as there are runs that have a question of it."""
    due = {kind: DUE.get(kind, 1.0) for kind in kinds}
    weights = dict.fromkeys(kinds, 1.0)
    for _ in range(200):
        found = shares(runs, weights)
        for kind in kinds:
            weights[kind] *= (due[kind] / sum(due.values()) / max(found[kind], 1e-4)) ** 0.5
        least = min(weights.values())
        weights = {kind: min(weight / least, HEAVIEST / FINENESS) for kind, weight in weights.items()}
    return {kind: round(FINENESS * weight) for kind, weight in weights.items()}


if __name__ == "__main__":
    main()
