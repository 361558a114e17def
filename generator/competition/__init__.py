"""The competition config: programming problems with the scripts that contestants would hand in."""

from generator.competition.registry import TASKS
from generator.families import import_families
from generator.types import Config, weighted

import_families(__name__, list(__path__))

CONFIG = Config(
    name="competition",
    tasks=TASKS,
    test_families=frozenset({"strings"}),
    kinds=weighted(  # what few runs have a question of weighs more: see benchmarks/kinds.py
        output=4,
        variable_trace=6,
        line_value=5,
        turn_value=5,
        contents=15,
        first_time=8,
        line_count=3,
        loop_count=10,
        branch_count=10,
        condition_truths=11,
        next_line=6,
        call_arguments=90,
        call_result=120,
        recursion_depth=130,
        call_stack=130,
        printed=56,
        input_prediction=5,
        reaching_input=5,
        verdict=1,
        breaking_input=1,
    ),
    bands=(40, 80),
    instructions=(
        "Below are a programming problem, a solution and an input. Execute the solution step by step, then answer.",
        "Given the problem and the submitted code, simulate the run on the input and explain each step.",
        "Follow this solution on the given input as if you were the computer, then answer the question.",
        "Dry-run the code on the input below. Tell what is read, what changes and what is printed.",
        "Trace the submission on this input and answer the question, explaining the execution in order.",
    ),
)
