"""The README can't rot: its sample is made again, its tree is compared, its commands are run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

import hub_server
from generator.pipeline import make_row
from generator.types import Options

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SAMPLE = re.compile(r"(<!-- sample: (\S+)/(\S+) (\d+) (\S+) (\S+) -->\n)(.*?)(<!-- end of sample -->)", re.DOTALL)
TREE = re.compile(r"(<!-- tree -->\n)(.*?)(<!-- end of tree -->)", re.DOTALL)
ABOUT = {
    "tracepile.py": "the builder for `datasets`, and load()",
    "dataset_card.md": "template of the card that a build renders",
    "schema": "JSON Schema of a record, and what each config adds",
    "tests": "",
    "benchmarks": "",
}


def sample(config: str, task: str, seed: str, kind: str, style: str) -> str:
    record = make_row(config, int(seed), 0, Options(task=task, kinds=(kind,), style=style)).record
    quoted = "\n".join(f"> {line}".rstrip() for line in f"{record['prompt']}\n\n{record['completion']}".split("\n"))
    return f"{quoted}\n"


def summary(path: Path) -> str:
    """The first sentence of a module's docstring, or what is known of a folder."""
    if path.name in ABOUT:
        return ABOUT[path.name]
    module = path / "__init__.py" if path.is_dir() else path
    found = re.match(r'"""(.*?)(\.\s|\.?""")', module.read_text(), re.DOTALL) if module.suffix == ".py" else None
    return " ".join(found[1].split()) if found else ""


def tree() -> str:
    """The files that a newcomer meets, each with the first sentence of its docstring."""
    top = [ROOT / name for name in ("tracepile.py", "dataset_card.md", "schema")]
    inside = sorted(p for p in (ROOT / "generator").iterdir() if p.suffix == ".py" or (p / "__init__.py").is_file())
    engine = [p for folder in ("engine", "narrate") for p in sorted((ROOT / "generator" / folder).glob("*.py"))]
    paths = [*top, *inside, *engine, ROOT / "tests", ROOT / "benchmarks"]
    rows = [f"{p.relative_to(ROOT)}{'/' if p.is_dir() else ''}" for p in paths if p.name != "__init__.py"]
    told = [summary(p) for p in paths if p.name != "__init__.py"]
    width = max(map(len, rows))
    lines = "\n".join(f"{row:{width}}  {text}".rstrip() for row, text in zip(rows, told, strict=True))
    return f"```\n{lines}\n```\n"


def rendered() -> str:
    """The README as it should be."""
    text = SAMPLE.sub(lambda m: m[1] + sample(*m.group(2, 3, 4, 5, 6)) + m[8], README.read_text())
    return TREE.sub(lambda m: m[1] + tree() + m[3], text)


def test_sample_and_tree_are_current() -> None:
    expected = rendered()
    if os.environ.get("UPDATE_GOLDEN"):
        README.write_text(expected)
    assert README.read_text() == expected, "run `UPDATE_GOLDEN=1 pytest tests/test_readme.py` and read the difference"


def test_commands_of_make_exist() -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {"dataset", "test"} <= set(targets)
    for command in re.findall(r"^\$ make (\w+)", README.read_text(), re.MULTILINE):
        assert command in targets


def commands() -> list[str]:
    found = re.findall(r"^\$ (tracepile .+?)(?:\s+#.*)?$", README.read_text(), re.MULTILINE)
    return sorted(found, key=lambda command: "verify" in command)


def test_commands_run(tmp_path: Path) -> None:
    (tmp_path / "my.py").write_text("def solve(values):\n    return sorted(values)\n")
    (tmp_path / "benchmark.jsonl").write_text('{"question": "How many hours does a lighthouse keeper sleep in May?"}\n')
    [lines] = re.findall(r"^```json\n(.*?)^```", README.read_text(), re.DOTALL | re.MULTILINE)
    (tmp_path / "mine.jsonl").write_text(lines)
    assert len(commands()) >= 5
    run(tmp_path, "tracepile build all --rows 4 --out build/hub")
    with hub_server.serving() as hub:
        online = hub_server.environment(hub, str(tmp_path / "cache"))
        for command in commands():
            run(tmp_path, command.replace("--rows 2000", "--rows 20"), online if "org/" in command else {})


def run(folder: Path, command: str, told: Mapping[str, str] = MappingProxyType({})) -> None:
    program = [sys.executable, "-m", "generator.cli", *shlex.split(command)[1:]]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **told}
    done = subprocess.run(program, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stderr}"
    assert done.stdout


@pytest.mark.parametrize("block", re.findall(r"^```python\n(.*?)^```", README.read_text(), re.DOTALL | re.MULTILINE))
def test_python_runs(block: str, tmp_path: Path) -> None:
    run(tmp_path, "tracepile build math --rows 40 --out build/hub")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_HOME": str(tmp_path / "cache"), "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
