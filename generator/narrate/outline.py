"""Orders clauses by loops and calls: a tree whose blocks are the calls, loops and turns of the run."""

from __future__ import annotations

import ast

from generator.engine.program import Event, Site, Trace
from generator.engine.replay import walk
from generator.narrate.blocks import Block
from generator.narrate.clauses import Clause, Teller


def outline(trace: Trace, teller: Teller, until: int) -> Block:
    """The tree of the first `until` events."""
    builder = Outliner()
    for number, event, before, after in walk(trace):
        if number >= until:
            break
        builder.number = number
        builder.add(trace.site(event), event, teller.tell(number, event, before, after))
    builder.number = until
    builder.close(0)
    return builder.root


class Outliner:
    """Opens and closes blocks as the sites of the events show it."""

    def __init__(self) -> None:
        self.root = Block("call")
        self.open = [self.root]
        self.number = 0

    def add(self, site: Site, event: Event, clauses: list[Clause]) -> None:
        if site.kind in ("call", "resume"):
            self.push(Block("call", heading=clauses, site=site))
            return
        if site.kind not in _ANYWHERE and site.function.number >= 0:
            self.settle(site)
        act = getattr(self, f"on_{site.kind}", None)
        if act:
            act(site, event, clauses)
        else:
            self.items.extend(clauses)

    @property
    def items(self) -> list[Clause | Block]:
        return self.open[-1].items

    def push(self, block: Block) -> None:
        block.start = self.number
        self.items.append(block)
        self.open.append(block)

    def pop(self, *, after: bool = False) -> None:
        """Close the innermost block: before the event at hand, or after it."""
        self.open.pop().end = self.number + after

    def close(self, depth: int) -> None:
        """End the open blocks below a depth."""
        for block in self.open[depth:]:
            block.end = self.number

    def settle(self, site: Site) -> None:
        """Close the blocks that an event shows to be over, by its function and the loops around it."""
        while len(self.open) > 1 and not self.belongs(site):
            self.pop()

    def belongs(self, site: Site) -> bool:
        top = self.open[-1]
        if top.kind == "call":
            return top is self.root or (top.site is not None and top.site.function is site.function)
        return any(loop is top.loop for loop in site.loops)

    def on_loop(self, site: Site, _: Event, clauses: list[Clause]) -> None:
        self.push(Block("loop", heading=clauses, loop=site.node))

    def on_turn(self, site: Site, _: Event, clauses: list[Clause]) -> None:
        self.begin_turn(site.node)
        self.open[-1].heading = clauses

    def begin_turn(self, loop: ast.AST) -> None:
        while self.open[-1].kind != "call" and self.open[-1].loop is loop and self.open[-1].kind == "turn":
            self.pop()
        if self.open[-1].loop is not loop or self.open[-1].kind == "call":
            self.push(Block("loop", loop=loop))
        self.push(Block("turn", loop=loop))

    def on_test(self, site: Site, event: Event, clauses: list[Clause]) -> None:
        if not isinstance(site.node, ast.While):
            self.items.extend(clauses)
            return
        self.begin_turn(site.node)
        self.items.extend(clauses)
        if not event[1]:
            self.close_loop(site.node, after=True)

    def on_end(self, site: Site, _: Event, clauses: list[Clause]) -> None:
        self.close_loop(site.node)
        self.items.extend(clauses)

    def on_break(self, site: Site, _: Event, clauses: list[Clause]) -> None:
        self.items.extend(clauses)
        self.close_loop(site.loops[-1], after=True)

    def close_loop(self, loop: ast.AST, *, after: bool = False) -> None:
        while len(self.open) > 1 and self.open[-1].loop is loop:
            self.pop(after=after)

    def on_return(self, site: Site, _: Event, clauses: list[Clause]) -> None:
        self.items.extend(clauses)
        while self.open[-1].kind != "call":
            self.pop(after=True)
        if not site.function.defers_leave:
            self.close_call()

    on_yield = on_return

    def on_unwind(self, site: Site, event: Event, clauses: list[Clause]) -> None:
        self.settle(site)
        self.on_return(site, event, clauses)

    def on_leave(self, site: Site, _: Event, __: list[Clause]) -> None:
        self.settle(site)
        while self.open[-1].kind != "call":
            self.pop()
        self.close_call()

    def close_call(self) -> None:
        if len(self.open) > 1:
            self.pop()


_ANYWHERE = frozenset({"new", "print", "read", "mutate", "item_turn", "filter", "leave", "unwind"})
