"""Imports every module of a package, so that what it registers is there: a new family is just a new file."""

from __future__ import annotations

import importlib
import pkgutil


def import_families(package: str, path: list[str]) -> None:
    """Import the modules of `package`, in the order of their names."""
    for module in sorted(found.name for found in pkgutil.iter_modules(path)):
        importlib.import_module(f"{package}.{module}")
