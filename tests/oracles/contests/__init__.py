"""What the solutions of the competition problems should print, by means that share no code with them.

Each file has a table `ORACLES`: problem -> function of the standard input that gives the output.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module

ORACLES: dict[str, Callable[[str], str]] = {}

for _file in sorted(found.name for found in pkgutil.iter_modules(__path__)):
    ORACLES |= import_module(f"{__name__}.{_file}").ORACLES
