"""The math config: word problems with the programs that solve them."""

from generator.families import import_families
from generator.math.registry import TASKS
from generator.types import Config, weighted

import_families(__name__, list(__path__))

CONFIG = Config(
    name="math",
    tasks=TASKS,
    test_families=frozenset({"geometry"}),
    kinds=weighted(  # what few runs have a question of weighs more: see benchmarks/kinds.py
        walk_through=23,
        variable_trace=5,
        line_value=3,
        turn_value=3,
        first_time=4,
        line_count=3,
        loop_count=17,
        branch_count=16,
        condition_truths=16,
        next_line=10,
        call_arguments=110,
        call_result=110,
    ),
    bands=(15, 25),
    short=True,
    instructions=(
        "Solve the problem by following the program step by step.",
        "Here is a math problem and a program that solves it. Walk through the program to find the answer.",
        "Work out the answer to the problem by running the code by hand, explaining each step.",
        "Use the solution program below: execute it step by step, and say what each result means for the problem.",
        "Explain how the program solves the problem, computing every value, and give the answer.",
    ),
)
