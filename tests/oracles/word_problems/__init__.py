"""The answers of the word problems from their statements, by means that share nothing with the solver programs.

Each file registers its oracles with `@oracle(name)`; files of this folder are imported by themselves.
"""

from generator.families import import_families
from oracles.word_problems.registry import ORACLES

__all__ = ["ORACLES"]

import_families(__name__, list(__path__))
