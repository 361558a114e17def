"""Tells comprehensions: what their conditions let through, and what they make of it, before the result is told."""

from __future__ import annotations

import ast
from typing import Any

from generator.engine.evaluate import Evaluation, Unknown, evaluate
from generator.engine.program import Event
from generator.narrate import expressions as say
from generator.narrate.telling import MAX_SHOWN, Clause, Telling, listed

_MOST = 8
"""A comprehension of more turns than this is told by its result."""
_MOST_MADE = 4
Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp


class Comprehensions(Telling):
    """The turns of comprehensions; `collected` holds for each its turns: names with values, and truths by filter."""

    collected: dict[int, list[tuple[dict[str, Any], dict[int, bool]]]]
    reading: dict[str, Any] | None = None

    def on_item_turn(self, event: Event) -> list[Clause]:
        turns = self.collected.setdefault(id(self.site.node), [])
        turns.append((dict(zip(self.site.names, event[1:], strict=True)), {}))
        return []

    def on_filter(self, event: Event) -> list[Clause]:
        for turns in self.collected.values():
            if turns and not any(key == id(self.site.node) for key in turns[-1][1]):
                turns[-1][1][id(self.site.node)] = event[1]
        return []

    def turns_told(self) -> list[Clause]:
        """The turns of the comprehension that the statement at hand has run, where they are worth telling."""
        collected, self.collected = self.collected, {}
        if len(collected) != 1 or self.style.brief or (self.traced and self.number not in self.full):
            return []
        (key, turns), node = next(iter(collected.items())), None
        for part in ast.walk(self.site.node):
            if id(part) == key:
                node = part
        if not isinstance(node, Comprehension) or len(node.generators) != 1 or len(turns) > _MOST:
            return []
        told = self.filtered(node, turns) or self.looked_through(node, turns) or self.made(node, turns)
        if not told or len(told) > 2 * MAX_SHOWN:
            return []
        return [self.fact(told, "turns")]

    def filtered(self, node: Comprehension, turns: list[tuple[dict[str, Any], dict[int, bool]]]) -> str:
        """`x % 2` holds for 3 and 5, but fails for 2."""
        filters = node.generators[0].ifs
        if len(filters) != 1:
            return ""
        outcomes = [(self.turn_text(names), truths.get(id(filters[0]), False)) for names, truths in turns]
        return self.parted(say.source(filters[0]), outcomes)

    def looked_through(self, node: Comprehension, turns: list[tuple[dict[str, Any], dict[int, bool]]]) -> str:
        """`x > 3` fails for 1 and 2 and holds for 5: a condition that `any`, `all` or `sum` asks of each."""
        if isinstance(node, ast.DictComp) or node.generators[0].ifs or not isinstance(node.elt, ast.Compare):
            return ""
        outcomes = []
        for names, _ in turns:
            try:
                value = evaluate(node.elt, self.before, names)
                outcomes.append((self.turn_text(names), bool(Evaluation(self.before, names).plain(value))))
            except Unknown:
                return ""
        return self.parted(say.source(node.elt), outcomes)

    def parted(self, condition: str, outcomes: list[tuple[str, bool]]) -> str:
        """A condition with those for which it holds, and those for which it fails."""
        shown = say.code(condition)
        yes, no = ([text for text, truth in outcomes if truth is wanted] for wanted in (True, False))
        if not outcomes:
            return ""
        if not no or not yes:
            verb = "fails" if no else "holds"
            if len(outcomes) == 1:
                return f"{shown} {verb} for {outcomes[0][0]}"
            return f"{shown} {verb} for all of them"
        if outcomes[0][1]:
            return f"{shown} holds for {listed(yes)}, but fails for {listed(no)}"
        return f"{shown} fails for {listed(no)}, but holds for {listed(yes)}"

    def made(self, node: Comprehension, turns: list[tuple[dict[str, Any], dict[int, bool]]]) -> str:
        """2 * 3 = 6 and 2 * 4 = 8: what the turns make, where that is arithmetic."""
        if isinstance(node, ast.DictComp | ast.SetComp) or node.generators[0].ifs or len(turns) > _MOST_MADE:
            return ""
        if not isinstance(node.elt, ast.BinOp) or not turns:
            return ""
        told = []
        for names, _ in turns:
            written, text = say.computed(node.elt, self.before, names), say.text(node.elt, self.before, names)
            if written is None or text is None:
                return ""
            told.append(say.sum_of(f"{written} = {text}"))
        return listed(told) if len(set(told)) == len(told) else ""

    def turn_text(self, names: dict[str, Any]) -> str:
        found = [self.before.text(value) for value in names.values()]
        return say.value(found[0] if len(found) == 1 else f"({', '.join(found)})")
