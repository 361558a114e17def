"""The prose: golden files to be read by people, a gallery of all constructs, and rules that every line keeps."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from gallery import GALLERY, shown_in
from test_engine import EXACT, STDIN, text

from generator.configs import CONFIGS
from generator.narrate.narrator import STYLES
from generator.pipeline import make_row, trace_row
from generator.types import Options, Problem, Rejected

GOLDEN = Path(__file__).parent / "golden"
SHOWN = Path(__file__).parent / "gallery"
CASES = [
    ("math", "rolls_in_boxes", "walk_through", "narrative"),
    ("math", "ages", "walk_through", "terse"),
    ("math", "all_of_a_colour", "walk_through", "bullets"),
    ("math", "savings_over_weeks", "walk_through", "questions"),
    ("math", "equal_rows", "walk_through", "table"),
    ("math", "mean_and_mode", "walk_through", "narrative"),
    ("math", "shopping_with_change", "walk_through", "table"),
    ("math", "selections", "walk_through", "questions"),
    ("algorithm", "insertion_sort", "variable_trace", "narrative"),
    ("algorithm", "insertion_sort", "output", "table"),
    ("algorithm", "merge_sort", "output", "narrative"),
    ("algorithm", "bfs", "output", "terse"),
    ("algorithm", "dfs", "variable_trace", "questions"),
    ("algorithm", "binary_search", "line_value", "narrative"),
    ("algorithm", "dijkstra", "variable_trace", "bullets"),
    ("algorithm", "topological_sort", "output", "questions"),
    ("algorithm", "reverse_polish", "output", "narrative"),
    ("algorithm", "sieve_of_eratosthenes", "output", "terse"),
    ("algorithm", "coin_change", "line_value", "table"),
    ("algorithm", "lcs_length", "variable_trace", "terse"),
    ("algorithm", "kmp_matcher", "output", "bullets"),
    ("algorithm", "union_find", "line_value", "questions"),
    ("competition", "equal_pairs", "output", "narrative"),
    ("competition", "rowing_boat", "variable_trace", "bullets"),
    ("competition", "mountain_huts", "output", "terse"),
    ("competition", "knitting_row", "line_value", "narrative"),
    ("competition", "grain_mill", "output", "questions"),
    ("competition", "robot_mower", "variable_trace", "table"),
    ("competition", "night_porter", "output", "table"),
    ("competition", "dough_lumps", "output", "narrative"),
]


def text_of(config: str, task: str, kind: str, style: str) -> str:
    record = make_row(config, 11, 0, Options(task=task, kinds=(kind,), style=style)).record
    return f"{record['prompt']}\n\n---\n\n{record['completion']}\n\n---\n\n{record['answer']}\n"


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_golden(case: tuple[str, str, str, str]) -> None:
    path = GOLDEN / f"{'-'.join(case)}.md"
    found = text_of(*case)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(found)
    assert found == path.read_text(), "run `UPDATE_GOLDEN=1 pytest tests/test_narrator.py` and read the difference"


def gallery_page(name: str) -> str:
    shown = GALLERY[name]
    given = "".join(
        f"\n    {line}" for line in (shown.entry and f">>> {shown.entry}", *shown.stdin.split("\n")) if line
    )
    parts = [f"# {name}\n\n```python\n{shown.code}```\n{given and f'{given[1:]}{chr(10)}'}"]
    parts += [f"## {style}\n\n{shown_in(style, name)['completion']}\n" for style in STYLES]
    return "\n".join(parts)


@pytest.mark.parametrize("name", GALLERY)
def test_gallery(name: str) -> None:
    path = SHOWN / f"{name}.md"
    found = gallery_page(name)
    if os.environ.get("UPDATE_GOLDEN"):
        SHOWN.mkdir(exist_ok=True)
        path.write_text(found)
    assert found == path.read_text(), "run `UPDATE_GOLDEN=1 pytest tests/test_narrator.py` and read the difference"


def test_no_page_of_the_gallery_is_left_over() -> None:
    assert {path.name for path in SHOWN.iterdir()} == {f"{name}.md" for name in GALLERY}


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{'-'.join(case)}.md" for case in CASES}


def test_whatever_the_engine_records_is_told_or_refused() -> None:
    """Odd programs of every kind end in a checked record, or are refused; most are told."""
    refused = []
    for number, (name, code) in enumerate(EXACT.items()):
        problem = Problem("local", "odd", "odd", "An odd program.", text(code), "", STDIN)
        try:
            trace_row(problem, Options(style=list(STYLES)[number % len(STYLES)]))
        except Rejected as verdict:
            refused += [name] if verdict.reason != "nothing to ask" else []
    assert len(refused) <= len(EXACT) // 4, refused


FAULTS = {
    "a doubled space": r"[^\n ]  ",
    "a space before punctuation": r" [,;:.](?:\s|$)",
    "doubled punctuation": r"[,;:][,;:.]|\.\.(?!\.)",
    "so, so": r", so [^.:;]*, so [^.:;]*, so ",
    "a singular of many": r"the values [^ ]+\.|\bvalue [^ `]+ and ",
    "a small letter after a full stop": r"[a-z`\])]\. [a-z]",
    "an unfilled place": r"\{\w*(:\w+\|[^}]*)\}",
    "nobody": r"\bNone\b(?!`)",
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("config", CONFIGS)
def test_lines_are_well_formed(config: str, style: str) -> None:
    for index in range(25):
        record = make_row(config, 5, index, Options(style=style)).record
        steps, _, conclusion = record["completion"].partition("\n\n")
        for line in steps.split("\n"):
            if line.lstrip().startswith("|"):
                assert re.match(r"(   )+\|( [^|]+ \|)+$", line), line
                continue
            assert re.match(r"(   )*(\d+\.|-) \S", line), line
            assert line.endswith((".", ":")), line
            bare = re.sub(r"`` .*? ``|`[^`]*`|'[^']*'|\[[^\]]*\]|\{[^}]*\}(?=[ .,;])", "`x`", line)
            for fault, pattern in FAULTS.items():
                assert not re.search(pattern, bare), f"{fault}: {line}"
        assert conclusion


def test_styles_differ_and_wording_varies() -> None:
    texts = {style: text_of("algorithm", "bubble_sort", "output", style) for style in STYLES}
    assert len(set(texts.values())) == len(STYLES)
    openings = {
        make_row("algorithm", 2, i, Options(style="narrative")).record["prompt"].split("\n")[0] for i in range(30)
    }
    assert len(openings) >= 4
