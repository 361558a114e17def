"""What the package is made of: its data files, and the hash that says which generator made a row."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from generator.types import TracePileError

PACKAGE = Path(__file__).parent


def data_file(name: str) -> Path:
    """The path of a file that ships with the project: inside the installed package, or at the root of the checkout."""
    for root in (PACKAGE, PACKAGE.parent):
        if (root / name).exists():
            return root / name
    raise TracePileError(f"{name} is neither in {PACKAGE} nor beside it: install tracepile again")


@cache
def generator_hash() -> str:
    """SHA-256 over the name and content of every source and schema file: what decides the bytes of a row, and more."""
    schema = data_file("schema")
    files = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    files |= {f"schema/{path.name}": path for path in schema.glob("*.json")}
    digest = hashlib.sha256()
    for name in sorted(files):
        content = files[name].read_bytes()
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()
