"""What licenses the claims about comprehensions: for which of their turns a condition held, and what they collect."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from generator.checker.claims import Claim
from generator.checker.expressions import expression, unparsed
from generator.checker.meaning import Meaning, Turn
from generator.checker.tokens import Piece
from generator.engine.evaluate import Evaluation, Unknown, evaluate, text_of


class Comprehensions(Meaning):
    """Claims about the turns of the comprehensions that the statement at hand has just run."""

    last_condition = ""
    """The condition that was spoken of last: `fails for 3, but holds for 5` speaks of one."""

    def came_out_for(self, condition: str, values: tuple[Piece, ...], *, wanted: bool) -> bool:
        """`x % 2` holds for 3 and 5: the turns of the comprehension that the statement has just run."""
        stated = [self.text(value.text) for value in values]
        for node, turns in self.turns.items():
            for code in self.filters(node):
                if unparsed(code) == condition:
                    found = [turn for turn in turns if self.came_out(code, turn) is wanted]
                    if ([self.value_of(turn) for turn in found] == stated) if stated else (found == turns != []):
                        return True
        return False

    def filters(self, node: int) -> Iterator[ast.expr]:
        """The conditions of a comprehension of one loop, and what it collects."""
        found = next((part for part in self.parts() if id(part) == node), None)
        if (
            isinstance(found, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp)
            and len(found.generators) == 1
        ):
            yield from found.generators[0].ifs
            if not isinstance(found, ast.DictComp):
                yield found.elt

    def came_out(self, code: ast.expr, turn: Turn) -> bool | None:
        """How a condition came out in a turn; None where it was not looked at."""
        if id(code) in turn.truths:
            return turn.truths[id(code)]
        if isinstance(code, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Call | ast.Name):
            try:
                value = evaluate(code, self.before, turn.names)
                return bool(Evaluation(self.before, turn.names).plain(value))
            except Unknown:
                return None
        return None

    def value_of(self, turn: Turn) -> str:
        """The text of what a turn of a comprehension binds; of several names a tuple."""
        found = [self.before.text(value) for value in turn.names.values()]
        return found[0] if len(found) == 1 else f"({', '.join(found)})"

    def on_kept(self, claim: Claim, *items: Piece) -> bool:
        """4 and 6 are taken, 5 is left out: what becomes of the turns of a comprehension."""
        kept = claim.words in ("kept", "taken", "collected", "chosen", "let through")
        stated = [self.text(item.text) for item in items]
        for node, turns in self.turns.items():
            part = next((part for part in self.parts() if id(part) == node), None)
            if isinstance(part, ast.ListComp | ast.SetComp | ast.GeneratorExp):
                passed = [turn for turn in turns if all(turn.truths.values()) is kept]
                if stated in ([self.value_of(t) for t in passed], self.collected(part, passed) if kept else []):
                    return True
        return False

    def collected(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp, turns: list[Turn]) -> list[str]:
        return [text_of(node.elt, self.before, turn.names) for turn in turns]

    def is_collected(self, written: list[str], text: str) -> bool:
        """`2 * 3 = 6`: what a turn of the comprehension collects; each turn in its order, and once."""
        for node, turns in self.turns.items():
            part = next((part for part in self.parts() if id(part) == node), None)
            if isinstance(part, ast.ListComp | ast.SetComp | ast.GeneratorExp):
                for number, turn in enumerate(turns):
                    if f"turn {number}" not in self.told and self.is_made_by(turn, part.elt, written, text):
                        self.told.update(f"turn {earlier}" for earlier in range(number + 1))
                        return True
        return False

    def is_made_by(self, turn: Turn, code: ast.expr, written: list[str], text: str) -> bool:
        before, self.extra = self.extra, turn.names
        try:
            nodes = [expression(side) for side in written]
            same = all(node is not None and self.means(node, code) for node in nodes)
            return same and text_of(code, self.before, turn.names) == text and all(turn.truths.values())
        finally:
            self.extra = before
