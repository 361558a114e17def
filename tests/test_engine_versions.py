"""Every version of Python records the same events: the digests of our programs' runs are compared where others are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
OTHERS = [version for version in VERSIONS if version != f"{sys.version_info.major}.{sys.version_info.minor}"]
SCRIPT = """\
from random import Random
from generator.configs import CONFIGS, config
from generator.engine.digest import trace_digest
from generator.engine.recorder import record

for name in CONFIGS:
    for task in sorted(config(name).tasks):
        for number in range(3):
            problem = config(name).tasks[task].draw(Random(f"versions:{task}:{number}"), 4)
            print(task, trace_digest(record(problem.code, problem.entry, problem.stdin)))
"""


def digests(python: str) -> str:
    """The digests that an interpreter finds; empty if it isn't one that runs."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [python, "-c", SCRIPT], capture_output=True, text=True, check=False, env=environment, cwd=ROOT
    )
    return done.stdout if not done.returncode else ""


@pytest.mark.parametrize("version", OTHERS)
def test_another_version_records_the_same_events(version: str) -> None:
    python = shutil.which(f"python{version}") or ""
    if not python or subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode:
        pytest.skip(f"there is no Python {version} here")
    found = digests(python)
    assert found
    assert found == digests(sys.executable)
