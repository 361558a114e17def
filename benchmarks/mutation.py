"""How many false records the checker notices: `python benchmarks/mutation.py [--rows N] [--times N] [--seed N]`.

Makes rows over all configs and styles, mutates each with every operator of `tests/mutants.py`, and checks the mutants
by the claims alone. Prints a table by operator and every survivor with the text that differs.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / folder) for folder in ("", "tests")]

from mutants import IN_WORDS, mutants, says_less, says_the_same

from generator.configs import CONFIGS, config
from generator.pipeline import make_record
from generator.types import Options, Record, Rejected
from generator.verify import REASONS, verify_record


def rows(count: int, seed: int, refused: Counter[str]) -> Iterator[Record]:
    """`count` rows for each config, spread over its tasks; rows that are refused are counted by their reason."""
    for name in CONFIGS:
        tasks = list(config(name).tasks.values())
        for index in range(count):
            rng = Random(f"mutation:{name}:{seed}:{index}")
            problem = tasks[index % len(tasks)].draw(rng, rng.randint(1, 10))
            try:
                yield make_record(config(name), problem, Options(), rng, (seed, index, 0))
            except Rejected as verdict:
                refused[verdict.reason] += 1


def verdict(record: Record) -> str:
    """The reason for which a record is refused; empty where it passes."""
    try:
        verify_record(record)
    except Rejected as reason:
        return reason.reason
    return ""


def difference(one: Record, other: Record) -> str:
    """What a mutant says in the place of the original."""
    for column, value in other.items():
        if column != "completion" and one[column] != value:
            return f"{column}: {one[column]!r:.300} -> {value!r:.300}"
    pairs = zip(one["completion"].split("\n"), other["completion"].split("\n"), strict=False)
    before, after = next((a, b) for a, b in pairs if a != b)
    return f"\n      {before[:400]}\n      {after[:400]}"


def main() -> None:
    """Make rows, mutate and check them, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=120, help="rows for each config")
    parser.add_argument("--times", type=int, default=1, help="mutants for each row and operator")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    made, caught, same, less = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    refused = Counter[str]()
    survivors: list[str] = []
    count = 0
    for count, row in enumerate(rows(chosen.rows, chosen.seed, refused), 1):
        for operator, mutant in mutants(row, Random(f"{chosen.seed}:{count}"), chosen.times):
            made[operator] += 1
            if verdict(mutant):
                caught[operator] += 1
            elif operator not in IN_WORDS and says_the_same(row, mutant):
                same[operator] += 1
            elif operator not in IN_WORDS and says_less(row, mutant):
                less[operator] += 1
            else:
                survivors.append(f"{operator} in {row['id']} {row['task']}: {difference(row, mutant)}")
    report(made, caught, same, less, survivors)
    alarms = {reason: number for reason, number in refused.items() if reason in REASONS}
    print(f"\n{count} rows; {sum(alarms.values())} false alarms {alarms or ''}")
    print(f"refused for other reasons: {dict(refused - Counter(alarms))}")
    sys.exit(bool(alarms))


def report(
    made: Counter[str], caught: Counter[str], same: Counter[str], less: Counter[str], survivors: list[str]
) -> None:
    """Print the survivors, and the table; the share is that of the false mutants."""
    for survivor in survivors:
        print("survivor", survivor)
    print(f"\n{'operator':18}{'mutants':>9}{'same':>7}{'less':>7}{'caught':>9}{'share':>10}")
    for operator in made:
        print(_line(operator, made[operator], same[operator], less[operator], caught[operator]))
    print(_line("all", made.total(), same.total(), less.total(), caught.total()))


def _line(name: str, made: int, same: int, less: int, caught: int) -> str:
    false = made - same - less
    return f"{name:18}{made:9,}{same:7,}{less:7,}{caught:9,}{caught / false if false else 1.0:10.2%}"


if __name__ == "__main__":
    main()
