"""Imports point down only: a file that knows its place can be replaced."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = (
    ("types", "hints", "families", "alpha", "shingles", "overlaps"),
    ("engine",),
    ("math", "algorithm", "competition", "version"),
    ("configs", "rewrites"),
    ("pairs",),
    ("questions", "prompts", "records", "frames", "sources"),
    ("checker", "narrate"),
    ("verify", "files"),
    ("models",),
    ("narrators",),
    ("links", "forms"),
    ("assemble",),
    ("pipeline",),
    ("workers",),
    ("foreign", "manifest", "reading", "options", "source_rows"),
    ("collect", "local", "parts"),
    ("shards", "card", "whole", "hub"),
    ("benchmarks",),
    ("behaviour",),
    ("contamination",),
    ("audit", "build", "loadcheck", "export", "explain", "stats", "dedup", "decontaminate"),
    ("ready",),
    ("publish",),
    ("commands", "cleaning"),
    ("cli",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
FILES = sorted((ROOT / "generator").rglob("*.py"))


def layer(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imported(file: Path) -> set[str]:
    """The modules of ours that a file imports, inside functions or not."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            found |= {f"generator.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return {name for name in found if name.split(".")[0] in ("generator", "tracepile")}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_point_down(file: Path) -> None:
    own = layer(".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    for name in imported(file):
        assert name.split(".")[0] != "tracepile", f"{file.name} imports the builder"
        other = layer(name)
        if own and other and other != own and not other.startswith("__"):
            assert RANK[other] < RANK[own], f"{own} may not import {other}"


def test_every_module_has_its_place() -> None:
    names = {layer(".".join(f.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")) for f in FILES} - {""}
    assert names == set(RANK)


def test_the_checker_knows_no_narrator() -> None:
    for name in (
        "verify",
        *(f"questions/{file.stem}" for file in (ROOT / "generator" / "questions").glob("*.py")),
        *(f"checker/{file.stem}" for file in (ROOT / "generator" / "checker").glob("*.py")),
    ):
        assert not any("narrat" in module for module in imported(ROOT / "generator" / f"{name}.py"))
