"""What the tests share: a cache of their own, and a pipeline of microseconds for those that ask for it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

import fake

# Before anything imports datasets, which reads them once.
os.environ["HF_HOME"] = tempfile.mkdtemp(prefix="tracepile-tests-")
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_DISABLE_PROGRESS_BARS"] = "1"


@pytest.fixture
def fake_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows from `fake`; for builds and audits in this process only, since spawned workers import the real pipeline."""
    fake.install(monkeypatch)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
