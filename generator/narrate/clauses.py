"""What one event is worth saying: the telling of an event stands under its name in `Changes`, `Control` or `Calls`.

A clause is a piece of a sentence that tells one event or a few; `outline.py` orders clauses by loops and calls, and
`narrator.py` makes sentences of them. Values always come from the replayed state, never from a template.
"""

from __future__ import annotations

from generator.narrate.calls import Calls
from generator.narrate.changes import Changes
from generator.narrate.control import Control
from generator.narrate.telling import Clause, fill

__all__ = ["Clause", "Teller", "fill"]


class Teller(Changes, Control, Calls):
    """Tells the events of one trace, one after the other."""
