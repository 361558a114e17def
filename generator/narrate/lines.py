"""Makes lines of blocks: one for what belongs together, and what happens in a call or a turn indented below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.narrate.blocks import (
    Block,
    clauses_of,
    detail_of,
    is_open,
    is_silent,
    is_skipped,
    is_turn,
    may_end,
    split,
    weight,
)
from generator.narrate.sentences import Joiner, capital
from generator.narrate.styles import Style
from generator.narrate.tables import Table, Tables
from generator.narrate.telling import Clause, Test, Words, listed

_PLAIN = frozenset({"fact", "given", "now"})
_FEW = 2
"""A call is told with what it begins with, if that is no more than this."""
_RETURNS = 8
"""How many calls that end one after the other are told in one line."""
_INLINE = 170
"""A call or a turn with a longer text is not told within the line that leads to it."""


@dataclass(slots=True)
class Line:
    """A line to be: its depth, its clauses, its text, and the table that stands below it."""

    depth: int
    clauses: list[Clause]
    text: str = ""
    table: Table | None = None
    start: int = field(init=False)

    def __post_init__(self) -> None:
        self.start = min((clause.event for clause in self.clauses), default=-1)


def _is_return(lines: list[Line]) -> bool:
    """Whether a line below the outermost ones tells a `return`, and nothing else."""
    clauses = lines[0].clauses if lines and lines[0].depth and lines[0].table is None else []
    return len(clauses) == 1 and clauses[0].role == "return" and not clauses[0].whole


class Writer:
    """Turns blocks into lines; `last` is the line written last, `tabled` what the table above has shown."""

    def __init__(self, style: Style, words: Words, joiner: Joiner, tables: Tables) -> None:
        self.style, self.words, self.joiner, self.tables = style, words, joiner, tables
        self.last: Line | None = None
        self.tabled: set[str] = set()

    def whole(self, tree: Block) -> list[Line]:
        """The lines of a run: the call that the run consists of is told at the outermost depth."""
        if len(tree.items) == 1 and isinstance(tree.items[0], Block):
            call = tree.items[0]
            tree = Block("call", [*call.heading, *call.items])
        lines = [line for line in self.block(tree, 0) if line.clauses]
        return list(self.condensed(lines)) if self.style.brief else lines

    def condensed(self, lines: list[Line]) -> Iterator[Line]:
        """The lines, with those of one `return` each, as a recursion ends with, told in one."""
        place = 0
        while place < len(lines):
            line, returns = lines[place], list[Line]()
            while _is_return(following := lines[place + 1 + len(returns) :][:1]) and len(returns) < _RETURNS:
                returns += following
            place += 1 + len(returns)
            if len(returns) > 1 and line.clauses[-1].role == "return" and line.table is None:
                told = listed([one.clauses[0].text for one in returns])
                line.text += f" {self.words.pick('back', 'Back up, ', 'On the way back, ', 'Then ')}{told}."
                line.clauses += [one.clauses[0] for one in returns]
                returns = []
            yield line
            yield from returns

    def block(self, block: Block, depth: int, opening: str = "") -> Iterator[Line]:
        """The lines of what happens in a block; blocks inside it are indented below the line that leads to them."""
        waiting: list[Clause] = []
        for item, following in pairwise([*block.items, None]):
            assert item is not None
            if isinstance(item, Clause):
                waiting.append(item)
                if weight(waiting) >= self.style.line and may_end(item, following) and not is_open(waiting):
                    yield self.line(waiting, depth, opening)
                    waiting, opening = [], ""
            elif is_silent(item):
                continue
            elif inline := self.inline(item):
                waiting += inline
            elif item.kind == "loop" and not item.heading:
                yield from self.repeated(item, waiting, depth, opening)
                waiting, opening = [], ""
            else:
                yield from self.nested(item, waiting, depth, opening)
                summed = isinstance(following, Clause) and following.role == "sum"
                waiting, opening = [], self.after(item, "loop") if depth or summed else ""
        if waiting:
            yield self.line(waiting, depth, opening)

    def nested(self, block: Block, waiting: list[Clause], depth: int, opening: str) -> Iterator[Line]:
        """A call, or a `for` loop: the line that leads to it, and what is indented below."""
        told, below = self.begun(block)
        yield self.line([*waiting, *told], depth, opening)
        yield from self.below(below, depth + 1)

    def begun(self, block: Block) -> tuple[list[Clause], list[Block]]:
        """What the line that leads to a block tells of it, and the blocks that are left for the lines below."""
        if block.kind == "loop":
            return block.heading, [block]
        items = self.flat(block)
        clauses = [item for item in items if isinstance(item, Clause)]
        if len(clauses) == len(items) and weight(clauses) <= _FEW:
            return [*block.heading, *clauses], []
        plain = [isinstance(item, Clause) and item.role in _PLAIN and not item.whole for item in items]
        first = plain.index(False) if False in plain else 0
        head = [item for item in items[:first] if isinstance(item, Clause)]
        if weight(head) > _FEW:
            return block.heading, [Block("call", items)]
        loop, rest = items[first], items[first + 1 :]
        if isinstance(loop, Block) and loop.kind == "loop" and loop.heading:
            return [*block.heading, *head, *loop.heading], [loop, Block("call", rest)]
        return [*block.heading, *head], [Block("call", items[first:])]

    def below(self, blocks: list[Block], depth: int) -> Iterator[Line]:
        """The lines of a loop's turns, and of what follows it in its call."""
        opening = ""
        for block in blocks:
            yield from self.turns(block, depth) if block.kind == "loop" else self.block(block, depth, opening)
            opening = self.after(block, "loop")

    def repeated(self, loop: Block, waiting: list[Clause], depth: int, opening: str) -> Iterator[Line]:
        """A `while` loop: its turns stand beside what leads to them."""
        if waiting:
            yield self.line(waiting, depth, opening)
            opening = ""
        yield from self.turns(loop, depth, opening)

    @staticmethod
    def after(block: Block, name: str) -> str:
        """What a line begins with that follows a `for` loop, if that had a turn."""
        ran = block.kind == "loop" and bool(block.heading) and bool(block.items)
        return f"after the {name}, " if ran else ""

    # Turns

    def turns(self, loop: Block, depth: int, opening: str = "") -> Iterator[Line]:
        """The turns of a loop: in a table where they are all alike, else a line each, or one for several idle ones."""
        first = next((place for place, item in enumerate(loop.items) if is_turn(item)), len(loop.items))
        if first:  # what happens before the first turn: a generator is called
            yield from self.block(Block("turn", loop.items[:first]), depth, opening)
            opening = ""
        turns = [item for item in loop.items[first:] if isinstance(item, Block)]
        form = self.words.pick("turns", *self.style.turns)
        if self.style.tables and self.last is not None and (table := self.tables.table(turns)):
            self.put(table, self.last)
            turns = turns[len(table.rows) :]
        while turns:
            alike = self.alike(turns)
            if turns[0].kind != "turn":
                yield from self.block(Block("turn", [turns[0]]), depth)
            elif alike > 1:
                yield self.line_of_idle(turns[:alike], depth, form)
            else:
                yield from self.turn(turns[0], depth, form, opening)
            turns, opening = turns[max(alike, 1) :], ""

    def put(self, table: Table, line: Line) -> None:
        """Put a table below a line, whose last words announce it."""
        line.table = table
        self.tabled = set(table.headers)
        if line.text.endswith(":"):
            return
        announced = self.words.pick(
            "table", "The table shows the loop turn by turn:", "Turn by turn, the loop goes like this:", "Its turns:"
        )
        line.text = f"{line.text} {announced}"

    def alike(self, turns: list[Block]) -> int:
        """How many turns from the first on do nothing but look at the same condition, with the same outcome."""
        tests: list[Test] = []
        for turn in turns:
            told = [item for item in turn.items if not (isinstance(item, Block) and is_silent(item))]
            test = told[0].test if len(told) == 1 and isinstance(told[0], Clause) else None
            if test is None or not test.idle or not test.detail or not turn.heading or not turn.heading[0].text:
                break
            if tests and (test.holds, test.branch) != (tests[0].holds, tests[0].branch):
                break
            tests.append(test)
        return len(tests) if len(tests) > 1 else 0

    def line_of_idle(self, turns: list[Block], depth: int, form: str) -> Line:
        """`j = 1`: it fails (0 <= 1). The same goes for `j = 2` (1 <= 3)."""
        told = [item for item in turns[0].items if isinstance(item, Clause)]
        first = capital(self.joiner.sentences(told, self.opening(turns[0], form)))
        others = [f"{turn.heading[0].text} ({detail_of(turn)})" for turn in turns[1:]]
        same = self.words.pick("same", "The same goes for", "It is the same with", "Nor does anything change for")
        clauses = [clause for turn in turns for clause in [*turn.heading, *turn.items] if isinstance(clause, Clause)]
        return self.keep(Line(depth, clauses, f"{first} {same} {listed(others)}."))

    def turn(self, turn: Block, depth: int, form: str, opening: str = "") -> Iterator[Line]:
        """A turn is one line, or a line and what is indented below it."""
        items, after = self.flat(turn), ""
        count = next((place for place, item in enumerate(items) if isinstance(item, Block)), len(items))
        head, rest = split([item for item in items[:count] if isinstance(item, Clause)], self.style.line)
        later, label = items[count:], opening or self.opening(turn, form)
        if not rest and later and isinstance(later[0], Block) and (later[0].heading or later[0].kind == "call"):
            nested = later.pop(0)
            assert isinstance(nested, Block)
            told, below = self.begun(nested)
            yield self.line([*head, *told], depth, label, turn.heading)
            yield from self.below(below, depth + 1)
            after = self.after(nested, "inner loop")
        else:
            line = self.line(head, depth, label, turn.heading)
            if not any(clause.text for clause in head) and (rest or later):
                line.text = line.text.removesuffix(".") + ":"
            yield line
        yield from self.block(Block("turn", [*rest, *later]), depth + 1, after)

    def flat(self, block: Block) -> list[Clause | Block]:
        """The items of a block, with what can be told within a line in the place of blocks."""
        found: list[Clause | Block] = []
        for item in block.items:
            if isinstance(item, Block):
                found += [] if is_silent(item) else self.inline(item) or [item]
            else:
                found.append(item)
        return found

    @staticmethod
    def opening(turn: Block, form: str) -> str:
        """What a turn of a `for` loop begins with."""
        if not turn.heading:
            return ""
        heading = turn.heading[0]
        return form.format(heading.turn, heading.text) if heading.text else f"turn {heading.turn}: "

    # What is told within a line

    def inline(self, block: Block) -> list[Clause]:
        """The clauses of a short call, or of a loop that is not entered; none where a block needs lines of its own."""
        clauses = list(clauses_of(block))
        blocks = [item for item in block.items if isinstance(item, Block)]
        if block.kind == "call" and all(is_skipped(inner) for inner in blocks):
            told = [clause for clause in clauses if clause.text]
            short = len(told) <= 4 and sum(len(clause.text) for clause in told) <= _INLINE  # noqa: PLR2004 - enter, two tests, return
            if not short or not told or clauses[-1].role != "return":
                return []
            if len(told) == 2 and told[1].role == "fact":  # noqa: PLR2004 - the call, and what it does
                told[1].within = told[1].ends = True
            return clauses
        return clauses if is_skipped(block) else []

    # Lines

    def line(self, clauses: list[Clause], depth: int, opening: str = "", heading: list[Clause] | None = None) -> Line:
        shown, self.tabled = self.tabled, set()
        clauses = [one for one in clauses if one.role != "sum" or one.text.partition(" is ")[0] not in shown]
        told = [clause for clause in clauses if clause.text]
        every = [*(heading or []), *told]
        text = self.joiner.sentences(clauses, opening)
        if not told and opening:
            text = opening.rstrip(": ,") + "."
        if told and told[-1].role == "loop" and "no turn" not in told[-1].text:
            text = text.removesuffix(".") + ":"
        return self.keep(Line(depth, every, capital(text)))

    def keep(self, line: Line) -> Line:
        if line.clauses:
            self.last = line
        return line
