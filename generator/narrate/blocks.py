"""What a block is: clauses that belong together, with the calls and turns between them; and what a block weighs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.engine.program import Site
from generator.narrate import expressions as say
from generator.narrate.telling import Clause


@dataclass(slots=True)
class Block:
    """A call, a loop or a turn of a loop, with what happens in it; `heading` is what is said when it begins.

    start, end: the numbers of its first event, and of the first that follows it.
    """

    kind: str
    items: list[Clause | Block] = field(default_factory=list)
    heading: list[Clause] = field(default_factory=list)
    loop: ast.AST | None = None
    site: Site | None = None
    start: int = 0
    end: int = 0


def is_turn(item: Clause | Block) -> bool:
    """Whether an item is a turn of a loop."""
    return isinstance(item, Block) and item.kind == "turn"


def detail_of(turn: Block) -> str:
    """The values that decided the condition of a turn."""
    test = next(item.test for item in turn.items if isinstance(item, Clause) and item.test)
    return say.sum_of(test.detail)


def clauses_of(block: Block) -> Iterator[Clause]:
    """All clauses of a block, in their order."""
    yield from block.heading
    for item in block.items:
        if isinstance(item, Block):
            yield from clauses_of(item)
        else:
            yield item


def is_skipped(block: Block) -> bool:
    """Whether a block is a `for` loop over nothing, or a `while` loop whose condition fails at once."""
    if block.kind != "loop":
        return False
    clauses = list(clauses_of(block))
    return len(clauses) == 1 and (
        bool(block.heading) or (clauses[0].test is not None and not clauses[0].test.holds and not clauses[0].turn)
    )


def split(clauses: list[Clause], most: int) -> tuple[list[Clause], list[Clause]]:
    """Cut a run of clauses at a place where a new line may begin."""
    for place, (clause, following) in enumerate(pairwise([*clauses, None])):
        assert clause is not None
        rest = [one for one in clauses[place + 1 :] if one.role != "now"]
        full = weight(clauses[: place + 1]) >= most and weight(rest) > 1 and not is_open(clauses[: place + 1])
        if full and following is not None and may_end(clause, following):
            return clauses[: place + 1], clauses[place + 1 :]
    return clauses, []


def is_open(clauses: list[Clause]) -> bool:
    """Whether a call has begun in a run of clauses and not yet returned."""
    return sum(clause.role == "call" for clause in clauses) > sum(clause.role == "return" for clause in clauses)


def weight(clauses: list[Clause]) -> int:
    """How much clauses make of a line; a list of given values counts as one."""
    told = [clause for clause in clauses if clause.text]
    return sum(clause.role != "given" for clause in told) + any(clause.role == "given" for clause in told)


def may_end(clause: Clause, following: Clause | Block | None) -> bool:
    """Whether a line may end behind a clause: not between a test and its outcome, nor where a call has just begun."""
    if clause.role in ("test", "call") or not isinstance(following, Clause):
        return clause.role not in ("test", "call")
    return following.event != clause.event and not clause.role == following.role == "given" and not following.links


def is_silent(block: Block) -> bool:
    """Whether a block tells nothing: a lambda's call, a loop without a turn."""
    return not block.heading and all(
        (isinstance(item, Block) and is_silent(item)) or not getattr(item, "text", "x") for item in block.items
    )
