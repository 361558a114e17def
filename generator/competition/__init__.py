"""The competition config: programming problems with the scripts that contestants would hand in."""

from generator.competition.registry import TASKS
from generator.families import import_families
from generator.types import Config

import_families(__name__, list(__path__))

CONFIG = Config(
    name="competition",
    tasks=TASKS,
    test_families=frozenset({"strings"}),
    kinds=("output", "output", "variable_trace", "line_value"),
    instructions=(
        "Below are a programming problem, a solution and an input. Execute the solution step by step, then answer.",
        "Given the problem and the submitted code, simulate the run on the input and explain each step.",
        "Follow this solution on the given input as if you were the computer, then answer the question.",
        "Dry-run the code on the input below. Tell what is read, what changes and what is printed.",
        "Trace the submission on this input and answer the question, explaining the execution in order.",
    ),
)
