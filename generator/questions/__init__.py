"""What is asked of an execution: a kind is one function that lists the questions it could ask, with exact answers.

A kind yields candidates; the answer of a candidate is computed only when it is drawn. The focus of a candidate names
it, so that the answer can be computed again from a record alone. A new kind is a decorated function in the file of its
topic, or in a new file of this package, which imports it by itself.
"""

from generator.families import import_families
from generator.questions.registry import (
    CLOSINGS,
    FIRST,
    INPUTS,
    KINDS,
    UNITS,
    WORDINGS,
    Answer,
    Candidate,
    answer,
    ask,
    does,
)

__all__ = [
    "CLOSINGS",
    "FIRST",
    "INPUTS",
    "KINDS",
    "UNITS",
    "WORDINGS",
    "Answer",
    "Candidate",
    "answer",
    "ask",
    "does",
]

import_families(__name__, list(__path__))
