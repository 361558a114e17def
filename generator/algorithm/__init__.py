"""The algorithm config: classical algorithms on drawn inputs."""

from generator.algorithm.registry import TASKS
from generator.families import import_families
from generator.types import Config, weighted

import_families(__name__, list(__path__))

CONFIG = Config(
    name="algorithm",
    tasks=TASKS,
    test_families=frozenset({"geometry", "strings"}),
    kinds=weighted(  # what few runs have a question of weighs more: see benchmarks/kinds.py
        output=4,
        variable_trace=7,
        line_value=4,
        turn_value=5,
        contents=9,
        first_time=7,
        line_count=3,
        loop_count=5,
        branch_count=6,
        condition_truths=7,
        next_line=4,
        call_arguments=14,
        call_result=19,
        recursion_depth=25,
        call_stack=27,
        same_object=150,
        exception=150,
        input_prediction=3,
        reaching_input=4,
        agreement=1,
        telling_input=1,
    ),
    instructions=(
        "Run the program by hand and answer the question. Explain each step of the execution.",
        "Simulate the following Python code step by step, then answer the question.",
        "Read the code, execute it on the given input in your head, and explain how you reach the answer.",
        "Trace this program carefully. Write down what happens at every step before you answer.",
        "Act as the Python interpreter: follow the execution step by step and answer the question.",
    ),
)
