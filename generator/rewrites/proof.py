"""Proves that two programs do the same: both run on many inputs, and all that can be seen of them is compared.

What is compared: the result, the type of the exception, what is printed, and what became of the arguments. Each block
of both programs tells when it is run, so that endless runs end, and it is known which blocks were reached. A block that
no input reaches is proven only if the original has it word by word, or if it was made to be dead.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout
from copy import deepcopy
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any

from generator.engine import values
from generator.rewrites.context import blocks
from generator.types import Rejected

NEEDED, ENOUGH = 30, 45
"""Inputs on which two programs have to do the same, and how many are tried if there are more."""
MAX_BLOCKS = 2000
"""Blocks that a run of the original may enter; what goes on longer is not compared."""
MORE = 4
"""So many times as many the other program may enter: a helper is a block of its own."""
VAST = 512
"""Bits of a number that no program needs; no text or list is a hundred times as long, either."""
OFTEN = 4
"""Blocks after which it is seen whether values are that large."""
HOLE = "tracepile_hole"
"""Marks the constants of a script for which other values may be put in."""
DEAD = "tracepile_dead"
"""Marks a branch that is never taken."""


class Endless(BaseException):
    """A run goes on for too long."""


@dataclass(frozen=True, slots=True)
class Proof:
    """inputs: on how many inputs both programs did the same; reached: the share of the new one's blocks that ran."""

    inputs: int
    reached: float

    def told(self) -> tuple[int, int]:
        """The inputs, and the whole percentage of the blocks that were reached."""
        return self.inputs, int(100 * self.reached)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What can be seen of a run.

    comparable: whether another run has to have the same; raised: whether it failed; entered: how many blocks it ran.
    """

    result: str
    stdout: str
    arguments: str
    comparable: bool = True
    raised: bool = False
    entered: int = field(default=0, compare=False)


class Runnable:
    """A program that is ready to be run many times: `callee` is what is called, empty for a script.

    The tree is used up.
    """

    def __init__(self, tree: ast.Module, callee: str) -> None:
        self.blocks, self.dead = _watch(tree)
        self.code: CodeType = compile(ast.fix_missing_locations(_Holes().visit(tree)), "<rewritten>", "exec")
        self.callee = callee
        self.reached: set[int] = set()

    def run(self, case: Any, most: int = MAX_BLOCKS) -> Outcome:
        """Run the program on a case (`inputs.py`), through so many blocks at most."""
        left = [most]

        def at(block: int) -> None:
            self.reached.add(block)
            left[0] -= 1
            if left[0] < 0 or (left[0] % OFTEN == 0 and _is_vast(sys._getframe(1))):  # noqa: SLF001 - its caller
                raise Endless

        is_input = isinstance(case, str)
        space = {"__name__": "program" if self.callee else "__main__", "@at": at, "@holes": case}
        stdin, sys.stdin = sys.stdin, io.StringIO(case if is_input else "")
        result, comparable, raised = "", True, False
        try:
            with redirect_stdout(io.StringIO()) as stdout:
                exec(self.code, space)  # noqa: S102 - the project's own programs
                if self.callee:
                    result = values.text(eval(self.callee, space)(*case))  # noqa: S307 - as above
        except Exception as error:  # noqa: BLE001 - whatever it is, the other program has to do the same
            result, raised = type(error).__name__, True
            comparable = not isinstance(error, RecursionError | MemoryError | Rejected)
        except (Endless, SystemExit) as end:
            result, comparable, raised = type(end).__name__, isinstance(end, SystemExit), True
        finally:
            sys.stdin = stdin
        given = _text(case) if self.callee else ""
        return Outcome(result, stdout.getvalue(), given, comparable, raised, most - left[0])


def _is_vast(frame: FrameType) -> bool:
    """Whether a value has grown so much that a program that goes wrong would soon take all time, or all memory."""
    for value in frame.f_locals.values():
        if type(value) is int and value.bit_length() > VAST:
            return True
        if type(value) in (str, list) and len(value) > 100 * VAST:
            return True
    return False


def _text(case: Any) -> str:
    try:
        return values.text(case)
    except Rejected:
        return ""


@dataclass(frozen=True, slots=True)
class Observed:
    """What a program does on some inputs, and the texts of its blocks."""

    outcomes: tuple[tuple[Any, Outcome], ...]
    blocks: frozenset[str]


def observed(program: Runnable, cases: Iterable[Any]) -> Observed:
    """Run a program on inputs, until there are enough on which another can be compared with it."""
    found: list[tuple[Any, Outcome]] = []
    for case in cases:
        outcome = program.run(deepcopy(case))
        if outcome.comparable:
            found.append((case, outcome))
        if len(found) == ENOUGH:
            break
    return Observed(tuple(found), frozenset(program.blocks.values()))


def prove(original: Observed, other: Runnable) -> Proof:
    """That another program does the same on all inputs; Rejected("not the same") or ("not proven") if not."""
    if len(original.outcomes) < NEEDED:
        raise Rejected("not proven", f"only {len(original.outcomes)} inputs could be compared")
    for case, first in original.outcomes:
        second = other.run(deepcopy(case), MORE * MAX_BLOCKS)
        if first != second:
            raise Rejected("not the same", f"on {case!r}: {first} and {second}")
    for number, text in other.blocks.items():
        if number not in other.reached | other.dead and text not in original.blocks:
            raise Rejected("not proven", f"no input reaches {text[:60]!r}")
    if alive := other.reached & other.dead:
        raise Rejected("not the same", f"a dead branch is taken: {other.blocks[alive.pop()]!r}")
    return Proof(len(original.outcomes), len(other.reached) / max(1, len(other.blocks) - len(other.dead)))


def constants(tree: ast.Module) -> list[int]:
    """The numbers that a script works on, from now on marked as holes: those in the assignments of its module body."""
    found: list[int] = []
    for statement in tree.body:
        values_ = [statement.value] if isinstance(statement, ast.Assign) else []
        for node in (part for value in values_ for part in ast.walk(value)):
            if isinstance(node, ast.Constant) and type(node.value) is int and node.value > 1:
                setattr(node, HOLE, len(found))
                found.append(node.value)
    return found


def marked(tree: ast.Module, like: ast.Module) -> ast.Module:
    """A tree with the marks of another that is the same but for how it was made: holes, and dead branches."""
    for kind, mark in ((ast.Constant, HOLE), (ast.If, DEAD)):
        for one, other in zip(_of_kind(tree, kind), _of_kind(like, kind), strict=True):
            if hasattr(other, mark):
                setattr(one, mark, getattr(other, mark))
    return tree


def _of_kind(node: ast.AST, kind: type[ast.AST]) -> list[ast.AST]:
    """The nodes of a kind, in the order of the text."""
    found = [node] if isinstance(node, kind) else []
    for child in ast.iter_child_nodes(node):
        found += _of_kind(child, kind)
    return found


class _Holes(ast.NodeTransformer):
    """Puts what the case holds in the place of marked constants."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        number = getattr(node, HOLE, None)
        if number is None:
            return node
        return ast.Subscript(ast.Name("@holes", ast.Load()), ast.Constant(number), ast.Load())


def _watch(tree: ast.Module) -> tuple[dict[int, str], set[int]]:
    """Have each block of a program tell that it runs; the texts of the blocks by number, and which are dead."""
    found: dict[int, str] = {}
    dead: set[int] = set()
    for node in list(ast.walk(tree)):
        if isinstance(node, ast.ClassDef | ast.Module):
            continue
        for block in blocks(node):
            if block:
                number = len(found)
                found[number] = "\n".join(map(ast.unparse, block))
                dead |= {number} if hasattr(node, DEAD) else set()
                call = ast.Call(ast.Name("@at", ast.Load()), [ast.Constant(number)], [])
                block.insert(0, ast.Expr(call))
    return found, dead
