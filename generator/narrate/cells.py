"""What an event puts into the cells of a table: a cell's header and text, or that no cell can tell it."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from generator.engine.program import Event
from generator.narrate import expressions as say
from generator.narrate.control import Control
from generator.narrate.places import Places
from generator.narrate.telling import QUIET

NOTHING = "-"
_SILENT = frozenset({"continue", "define"})


@dataclass(frozen=True, slots=True)
class Cell:
    """What an event says in a table: under a condition how it came out, under a place that it has changed.

    kind: "test", "bind", "change", "print", "read"; the text of a "bind" is the arithmetic that leads to the value.
    """

    kind: str
    header: str
    text: str = ""


class Cells(Places, Control):
    """The cells of the event at hand."""

    def cells(self, event: Event) -> list[Cell] | None:
        """The cells of the event; None where no cell can tell it."""
        kind = self.site.kind
        if kind in _SILENT and self.number in self.must:
            return None
        if kind in QUIET or kind in _SILENT or self.site.function.is_lambda or self.site.function.number < 0:
            return []
        found: list[Cell] | None = getattr(self, f"cells_of_{kind}", lambda _: None)(event)
        return found

    def cells_of_turn(self, _: Event) -> list[Cell]:
        return [Cell("bind", name) for name in self.site.names if name != "_"]

    def cells_of_bind(self, event: Event) -> list[Cell]:
        """The names that are bound; of one alone, how its value comes about."""
        node = self.site.node
        source = node if isinstance(node, ast.AugAssign) else getattr(node, "value", None)
        if len(self.site.names) != 1 or not isinstance(source, ast.AugAssign | ast.BinOp):
            return self.cells_of_turn(event)
        return [Cell("bind", self.site.names[0], self.arithmetic(source) or "")]

    def cells_of_test(self, event: Event) -> list[Cell] | None:
        node = self.site.node
        if isinstance(node, ast.While) and not event[1]:
            return None
        reached = [leaf for leaf in self.site.leaves if leaf.is_reached(event)]
        plain = not all(isinstance(leaf.node, ast.Compare) for leaf in self.site.leaves)
        wanted = any(self.trace.events[number][0] == self.site.index for number in self.must)
        if isinstance(node, ast.While) and plain and not wanted:
            return []  # that there is a turn says that it holds
        found = []
        for leaf in reached:
            if isinstance(leaf.node, ast.Constant):
                return None
            truth = self.truth(leaf, event)
            detail = self.detail(leaf, truth) if isinstance(leaf.node, ast.Compare) else ""
            shown = f" ({say.sum_of(detail)})" if detail else ""
            found.append(Cell("test", say.source(leaf.node), ("holds" if truth else "fails") + shown))
        return found

    def cells_of_item(self, event: Event) -> list[Cell] | None:
        node = self.site.node
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        of = targets[0] if len(targets) == 1 else None
        if isinstance(of, ast.Tuple):
            of = of.elts[0]
        return self.cell_of(event[1], of)

    def cell_of(self, changed: object, of: ast.AST | None) -> list[Cell] | None:
        """The cell of a container that was changed: under the name or the attribute that leads to it."""
        while isinstance(of, ast.Subscript):
            of = of.value
        if isinstance(of, ast.Attribute) and isinstance(of.value, ast.Name):
            return [Cell("change", say.source(of))]
        name = self.name_of(changed, of)
        return None if name is None or name == "self" else [Cell("change", name)]

    def cells_of_attr(self, _: Event) -> list[Cell] | None:
        node = self.site.node
        target = node.target if isinstance(node, ast.AugAssign) else getattr(node, "targets", [None])[0]
        plain = isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name)
        return [Cell("change", say.source(target))] if plain else None

    def cells_of_method(self, event: Event) -> list[Cell] | None:
        func = getattr(self.site.node, "func", None)
        return self.cell_of(event[1], func.value if isinstance(func, ast.Attribute) else None)

    def cells_of_mutate(self, event: Event) -> list[Cell] | None:
        node = self.site.node
        target = node.targets[0] if isinstance(node, ast.Assign | ast.Delete) else None
        return self.cell_of(event[1], target)

    def cells_of_drop(self, event: Event) -> list[Cell] | None:
        return self.cell_of(event[1], None)

    def cells_of_print(self, event: Event) -> list[Cell] | None:
        text = event[1].removesuffix("\n")
        return [Cell("print", "prints", say.code(text))] if text and text.strip() == text and "\n" not in text else None

    def cells_of_read(self, event: Event) -> list[Cell] | None:
        text = event[1].removesuffix("\n")
        return [Cell("read", "line", say.code(text))] if text and "\n" not in text else None
