"""The deterministic narrator: makes numbered, nested prose of a trace.

Clauses (what an event is worth saying) come from `clauses.py`, their order by loops and calls from `outline.py`;
`sentences.py` and `lines.py` make sentences and lines of them, and `tables.py` tables of loops whose turns are alike.
Each line is a step and knows the events that it tells.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from random import Random

from generator.engine.program import Trace
from generator.narrate.blocks import Block
from generator.narrate.clauses import Teller
from generator.narrate.conclusions import conclude
from generator.narrate.lines import Line, Writer
from generator.narrate.outline import outline
from generator.narrate.sentences import Joiner
from generator.narrate.styles import STYLES, Style
from generator.narrate.tables import FEWEST, Tables, row_of
from generator.narrate.telling import Words
from generator.types import Problem, Question, Rationale, Rejected, Step, unknown

__all__ = ["STYLES", "Style", "narrate"]


def narrate(problem: Problem, trace: Trace, question: Question, rng: Random, style: str = "") -> tuple[Rationale, str]:
    """Tell the execution up to where the answer is known; the rationale and the name of its style."""
    if style and style not in STYLES:
        raise unknown("style", style, list(STYLES))
    name = style or draw_style(rng, tables=may_have_tables(trace))
    lines = told(problem, trace, question, rng, STYLES[name])
    if not style and STYLES[name].tables and not any(line.table for line in lines):
        name = draw_style(rng, tables=False)  # a table that would be empty is no style
        lines = told(problem, trace, question, rng, STYLES[name])
    if not lines:
        raise Rejected("nothing to tell", trace.error)
    return Rationale(tuple(_steps(lines, STYLES[name], question.until)), conclude(problem, trace, question)), name


def draw_style(rng: Random, *, tables: bool = True) -> str:
    """The name of a style, each as often as its share says."""
    return rng.choice([name for name, one in STYLES.items() for _ in range(one.share) if tables or not one.tables])


def may_have_tables(trace: Trace) -> bool:
    """Whether some loop has turns enough for a table."""
    events = Counter(event[0] for event in trace.events)
    loops = (site for site in trace.program.sites if site.kind == "turn" or isinstance(site.node, ast.While))
    return any(events[site.index] > FEWEST for site in loops)


def told(problem: Problem, trace: Trace, question: Question, rng: Random, style: Style) -> list[Line]:
    """The lines of a rationale in a style."""
    words = Words(rng)
    teller = Teller(trace, question, problem.hints, words, style)
    tree = outline(trace, teller, question.until)
    leave_outcome(tree, trace, question)
    is_math = problem.config == "math"
    joiner = Joiner(style, words, is_math)
    tables = Tables(trace, teller.told_cells, computes=is_math or words.chance(0.5))
    return Writer(style, words, joiner, tables).whole(tree)


def leave_outcome(tree: Block, trace: Trace, question: Question) -> None:
    """Leave out a last clause that says no more than the conclusion will: what is printed, or returned."""
    if question.kind not in ("output", "walk_through") or trace.error:
        return
    block = tree
    while block.items and isinstance(block.items[-1], Block) and block.items[-1].kind == "call":
        block = block.items[-1]
    told = [item for item in block.items if isinstance(item, Block) or item.text]
    outcome = trace.stdout.rstrip("\n") or trace.output
    if len(told) < 2 or question.answer != outcome or isinstance(told[-1], Block):  # noqa: PLR2004 - something has to stay
        return
    last, before = told[-1], told[-2]
    plain = last.role in ("io", "return") and not last.whole and " = " not in last.text and outcome in last.text
    if plain and (isinstance(before, Block) or before.role in ("fact", "given", "now", "io", "sum")):
        block.items.remove(last)


def _steps(lines: list[Line], style: Style, until: int) -> Iterator[Step]:
    """Number the lines; a step ends where the first event of the next one begins."""
    pieces = list(_pieces(lines, style))
    for (text, _), end in zip(pieces, [*(start for _, start in pieces[1:]), until], strict=True):
        yield Step(text, end)


def _pieces(lines: list[Line], style: Style) -> Iterator[tuple[str, int]]:
    """Each step's text and first event: a line with the head of its table, and the rows of the table."""
    number = 0
    for line in lines:
        number += line.depth == 0
        mark = f"{number}. " if line.depth == 0 and style.numbers else "- "
        text, indent = "   " * line.depth + mark + line.text, "   " * (line.depth + 1)
        if line.table is None:
            yield text, line.start
            continue
        yield f"{text}\n{line.table.head(indent)}", line.start
        for row in line.table.rows:
            yield row_of(row.cells, indent), row.start
