"""Tells loops and jumps: what a loop goes through, its turns, how it ends; and which case of a `match` fits."""

from __future__ import annotations

import ast
from typing import Any

from generator.engine.program import Event
from generator.narrate import expressions as say
from generator.narrate.containers import Containers
from generator.narrate.telling import MAX_SHOWN, Clause, listed

MAX_LISTED = 8
"""A loop over more values than this doesn't list them beforehand."""


class Loops(Containers):
    """Loops and their turns; `announced` keeps what each loop was last said to go through."""

    announced: dict[int, list[str]]

    def on_loop(self, event: Event) -> list[Clause]:
        node = self.site.node
        assert isinstance(node, ast.For)
        self.unshown.clear()
        source = say.code(say.placed(node.iter, self.before))
        items = self.values_of(event[1])
        if items is None and self.is_over():
            return [self.fact(f"the loop goes over {source}, but it has no turn", "loop")]
        if items == []:
            empty = f"{source} is empty, so the loop has no turn"
            return [self.fact(self.words.pick("empty loop", empty, f"{source} is empty: there is no turn"), "loop")]
        if self.is_told(node.iter):
            return [self.fact(f"the loop goes {self.words.pick('told', 'through', 'over')} it", "loop")]
        if self.reads(node) and not self.style.brief and isinstance(node.target, ast.Name) and node.target.id != "_":
            clause = self.fact(f"there is a turn for each `{node.target.id}`", "loop")
            clause.links = "; "
            return [clause]
        news = self.announced.get(self.site.index) != items
        if items:
            self.announced[self.site.index] = items
        return [self.fact(self.heading(node, source, items if news else None), "loop")]

    def is_over(self) -> bool:
        """Whether the loop that has just begun ends without a turn."""
        found = self.following()
        if found is None:
            return False
        site = self.trace.site(found[1])
        return site.kind == "end" and site.node is self.site.node

    def is_told(self, iterable: ast.expr) -> bool:
        """Whether the event just before has told what a loop goes over: `d.pop(k)` gives [2]."""
        for number in range(self.number - 1, -1, -1):
            site = self.trace.site(self.trace.events[number])
            if site.kind != "new":
                return site.kind == "method" and site.node is iterable
        return False

    def reads(self, node: ast.For) -> bool:
        """Whether a loop goes over the line of input that has just been read."""
        for number in range(self.number - 1, -1, -1):
            site = self.trace.site(self.trace.events[number])
            if site.kind == "read":
                own = any(part is site.node for part in ast.walk(node.iter))
                return own or (isinstance(site.node, ast.Module) and "readline" in say.source(node.iter))
            if site.kind != "new":
                return False
        return False

    def heading(self, node: ast.For, source: str, items: list[str] | None) -> str:
        """How a loop is announced: by the range of its variable, or by what it goes through."""
        name = node.target.id if isinstance(node.target, ast.Name) else ""
        counts = (
            isinstance(node.iter, ast.Call) and isinstance(node.iter.func, ast.Name) and node.iter.func.id == "range"
        )
        if counts and items and name and name != "_" and (told := self.counted(node, name, items)):
            return told
        if name and name != "_" and not counts and not self.style.brief:
            return self.words.pick(
                "over",
                f"the loop goes through {source}",
                f"now each `{name}` of {source} in turn",
                f"the loop takes each `{name}` of {source} in turn",
            )
        return self.words.pick(
            "over", f"the loop goes over {source}", f"a loop runs over {source}", f"we go through {source}"
        )

    def counted(self, node: ast.For, name: str, items: list[str]) -> str:
        """A loop over a range: where it begins and ends, and why there."""
        if len(items) == 1:
            return f"`{name}` takes only the value {items[0]}"
        numbers = list(map(int, items)) if all(items) else None
        step = numbers[1] - numbers[0] if numbers else 0
        if numbers and (abs(step) != 1 or len(numbers) < 3):  # noqa: PLR2004 - two values are listed
            return f"`{name}` takes the values {listed(items)}" if len(items) <= MAX_LISTED else ""
        first, last = (items[0], items[-1]) if numbers else self.ends_of(node)
        if not first:
            return ""
        length = self.length(node)
        runs = f"`{name}` runs from {first} to {last}"
        if int(last) < int(first):
            runs = f"`{name}` counts down from {first} to {last}"
        return f"{length}, so {runs}" if length else runs

    def ends_of(self, node: ast.For) -> tuple[str, str]:
        """The first and the last value of a long range whose step is one; empty texts for any other."""
        try:
            items = self.evaluated(node.iter)
        except (TypeError, ValueError):
            return "", ""
        if type(items) is not range or abs(items.step) != 1:
            return "", ""
        return str(items[0]), str(items[-1])

    def evaluated(self, node: ast.expr) -> Any:
        return self.trace.events[self.number][1] if node is getattr(self.site.node, "iter", None) else None

    def length(self, node: ast.For) -> str:
        """`len(values)` is 6: where a range ends at a length that hasn't been told yet."""
        if self.style.brief or not isinstance(node.iter, ast.Call) or id(node) in self.introduced:
            return ""
        self.introduced.add(id(node))
        for part in ast.walk(node.iter):
            if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "len":
                text = say.text(part, self.before)
                return f"{say.code(say.placed(part, self.before))} is {text}" if text else ""
        return ""

    def values_of(self, iterable: Any) -> list[str] | None:
        """The texts of the values that a loop will take; None where they aren't there yet, or are long."""
        if type(iterable) in (range, tuple, str):
            items: Any = iterable
        elif type(iterable) in (type({}.items()), type({}.keys()), type({}.values())):
            return None if len(iterable) else []
        else:
            items = self.before.look(iterable)
        if items is None or type(items) is set:
            return None if items is None or items else []
        if len(items) > MAX_LISTED:
            return [""] * len(items)
        texts = [say.value(self.before.text(item)) for item in items]
        return texts if sum(map(len, texts)) <= 2 * MAX_SHOWN else [""] * (MAX_LISTED + 1)

    def on_turn(self, event: Event) -> list[Clause]:
        named = zip(self.site.names, event[1:], strict=True)
        told = [say.equation(name, self.after.text(value)) for name, value in named if name != "_"]
        clause = self.fact(listed(told), "turn")
        clause.turn = self.after.frame.turns[id(self.site.node)]
        return [clause]

    def on_end(self, _: Event) -> list[Clause]:
        """A `for` loop has run out of values: what it has made of its containers, and the `else` part that follows."""
        told = self.summary()
        if getattr(self.site.node, "orelse", None):
            told.insert(0, self.fact("no further value is left, so the else part runs", "jump"))
        return told

    def on_break(self, _: Event) -> list[Clause]:
        return [self.fact(self.words.pick("break", "the loop is left", "we leave the loop"), "jump")]

    def on_continue(self, _: Event) -> list[Clause]:
        return [self.fact("the rest of this turn is skipped", "jump")]

    # match

    def on_match(self, event: Event) -> list[Clause]:
        node = self.site.node
        assert isinstance(node, ast.match_case)
        shown = say.code(f"case {ast.unparse(node.pattern)}")
        bound = [
            say.equation(name, self.after.text(value)) for name, value in zip(self.site.names, event[1:], strict=True)
        ]
        told = f"{shown} {self.words.pick('case', 'fits', 'matches')}"
        clause = self.fact(f"{told}, with {listed(bound)}" if bound else told)
        clause.whole = True
        return [clause]
