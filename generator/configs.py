"""The configurations, each imported when it is first asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from generator.types import Config, unknown

CONFIGS = ("math", "algorithm", "competition")


@cache
def config(name: str) -> Config:
    """The configuration of a name; TracePileError with the near and the known names for any other."""
    if name not in CONFIGS:
        raise unknown("config", name, CONFIGS)
    found: Config = import_module(f"generator.{name}").CONFIG
    return found
