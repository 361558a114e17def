"""The algorithm config: classical algorithms on drawn inputs."""

from generator.algorithm.registry import TASKS
from generator.families import import_families
from generator.types import Config

import_families(__name__, list(__path__))

CONFIG = Config(
    name="algorithm",
    tasks=TASKS,
    test_families=frozenset({"strings"}),
    kinds=("variable_trace", "variable_trace", "output", "line_value"),
    instructions=(
        "Run the program by hand and answer the question. Explain each step of the execution.",
        "Simulate the following Python code step by step, then answer the question.",
        "Read the code, execute it on the given input in your head, and explain how you reach the answer.",
        "Trace this program carefully. Write down what happens at every step before you answer.",
        "Act as the Python interpreter: follow the execution step by step and answer the question.",
    ),
)
