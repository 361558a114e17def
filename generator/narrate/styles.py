"""The styles of the prose: how much is said, in what order of words, and how lines are laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """How a narrator speaks.

    share:   how often the style is drawn, beside the others.
    facts:   how many facts a sentence may hold; line: how many clauses a line may, before it is ended.
    turns:   how a turn of a loop begins, by its number and its bindings.
    givens:  how a list of given values begins.
    links:   what a sentence may begin with that would begin like the one before it.
    brief:   whether counting by steps, reasons and small containers are left out.
    asks:    whether a condition is put as a question.
    tables:  whether the turns of a regular loop stand in a table.
    numbers: whether the outermost lines are numbered.
    """

    share: int
    facts: int
    line: int
    turns: tuple[str, ...]
    givens: tuple[str, ...]
    links: tuple[str, ...] = ("then ", "next, ", "after that, ")
    brief: bool = False
    asks: bool = False
    tables: bool = False
    numbers: bool = True


_STARTS = ("we start with ", "at first, ", "to begin with, ")
STYLES: Mapping[str, Style] = {
    "narrative": Style(
        share=3,
        facts=2,
        line=6,
        turns=("{1}: ", "with {1}, ", "turn {0}, {1}: ", "for {1}, "),
        givens=_STARTS,
    ),
    "terse": Style(share=2, facts=3, line=6, turns=("{1}: ",), givens=("",), links=("then ",), brief=True),
    "bullets": Style(
        share=2,
        facts=1,
        line=3,
        turns=("{1}: ", "turn {0} ({1}): "),
        givens=("we have ", "we start with "),
        numbers=False,
    ),
    "questions": Style(share=2, facts=2, line=6, turns=("{1}: ", "turn {0}, {1}: "), givens=_STARTS, asks=True),
    "table": Style(share=3, facts=2, line=6, turns=("{1}: ", "with {1}, "), givens=_STARTS, tables=True),
}
PROBLEM_GIVENS = ("the problem gives ", "we are given ", "we know ")
"""How the quantities of a word problem are listed."""
