"""Load a built folder back as its users will: `python -m generator.loadcheck build/hub`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from generator import manifest
from generator.types import TracePileError


def loadcheck(folder: Path) -> dict[str, dict[str, int]]:
    """Rows by config and split, as `load_dataset` reads them; an error where they aren't those of the manifest."""
    from datasets import load_dataset  # noqa: PLC0415 - a second

    known = manifest.load(folder)
    if not known or not known["configs"]:
        raise TracePileError(f"{folder} holds no built dataset: build one first")
    loaded = {}
    with tempfile.TemporaryDirectory() as cache:
        for name, entry in known["configs"].items():
            splits = load_dataset(str(folder), name, cache_dir=cache)
            loaded[name] = {split: len(rows) for split, rows in splits.items()}
            if loaded[name] != {split: counts["rows"] for split, counts in entry["splits"].items()}:
                raise TracePileError(f"{name} of {folder} loads as {loaded[name]}, its manifest says {entry['splits']}")
    return loaded


def main() -> None:
    """Say what was loaded."""
    try:
        for name, splits in loadcheck(Path(sys.argv[1])).items():
            rows = ", ".join(f"{count:,} {split}" for split, count in splits.items())
            sys.stdout.write(f"load_dataset({sys.argv[1]!r}, {name!r}): {rows}\n")
    except TracePileError as error:
        sys.exit(f"error: {error}")


if __name__ == "__main__":
    main()
