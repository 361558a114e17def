"""Tells what happens to containers as a whole: methods, slices, deletions, and what a container holds now."""

from __future__ import annotations

import ast
import re
from typing import Any

from generator.engine.program import Event
from generator.narrate import expressions as say
from generator.narrate.telling import MAX_SHOWN, Clause, Telling

_SMALL = 24
"""A container with a text no longer than this is shown after every change of an item."""


class Containers(Telling):
    """Calls that change their object, and the containers that are changed.

    unshown: the names of containers of which only the changed places have been told, with the number of such changes.
    paired:  the pairs of names of which it has been said that they mean the same object.
    """

    unshown: dict[str, int]
    paired: set[tuple[str, str]]

    # What a container holds now

    def now(
        self, changed: Any, of: ast.AST | None = None, *, always: bool = False, most: int = MAX_SHOWN
    ) -> list[Clause]:
        """What the container that was changed holds now, where that is wanted.

        always: whether it is wanted even where it is not small; the part of a larger container is not.
        """
        always = always and not isinstance(of, ast.Subscript)
        name = self.name_of(changed, of)
        if name is None:
            return []
        text = self.after.text(self.after.lookup(name))
        must = self.number in self.full
        if self.first_waiting != self.number and self.holds_already(name, text) and not must:
            return []
        if must or self.wants(name, text, most if always else _SMALL):
            self.unshown.pop(name, None)
            return [self.fact(f"`{name}` is now {say.value(text)}", "now"), *self.shared_with(name)]
        self.unshown[name] = self.unshown.get(name, 0) + 1
        return []

    def shared_with(self, name: str) -> list[Clause]:
        """Another name of the container that was changed, said once for each pair."""
        names = self.after.frame.names
        value = names.get(name)
        shared = (other for other in names if other != name and names[other] is value and value is not None)
        other = next((other for other in shared if (name, other) not in self.paired), None)
        if other is None:
            return []
        self.paired |= {(name, other), (other, name)}
        if self.style.brief or self.traced:
            return []
        kind = next((one.__name__ for one in (list, dict, set) if type(value) is one), "object")
        clause = self.fact(f"`{other}` and `{name}` are the same {kind}")
        clause.begins = clause.ends = True
        return [clause]

    def wants(self, name: str, text: str, most: int) -> bool:
        """Whether a container is worth showing, though the question isn't about this change."""
        if self.style.brief or (self.traced and name != self.focus):
            return False
        return len(text) <= most

    def holds_already(self, name: str, text: str) -> bool:
        """Whether nothing that shows has changed."""
        try:
            return self.before.text(self.before.lookup(name)) == text
        except KeyError:
            return False

    def name_of(self, changed: Any, of: ast.AST | None) -> str | None:
        """The variable through which a change shows: the one that the question is about, or the target's own."""
        if self.number in self.full and self.holds(self.focus):
            return self.focus
        while isinstance(of, ast.Subscript | ast.Attribute):
            of = of.value
        if isinstance(of, ast.Name):
            return of.id if self.holds(of.id) and of.id != "self" else None
        names = (name for name, value in self.after.frame.names.items() if value is changed)
        return next(names, None)

    def summary(self) -> list[Clause]:
        """What a loop has made of the containers of which it has told only the places that it changed."""
        told = []
        for name, changes in list(self.unshown.items()):
            wanted = changes > 1 and not self.style.brief and not self.traced and self.is_used_later(name)
            if wanted and name in self.after.frame.names:
                text = self.after.text(self.after.frame.names[name])
                if len(text) <= MAX_SHOWN:
                    told.append(self.fact(f"`{name}` is {say.value(text)}", "sum"))
        self.unshown.clear()
        return told[:2]

    def is_used_later(self, name: str) -> bool:
        """Whether the program names a variable below the loop that has just ended, or may come back to it."""
        loop = self.site.node
        end = getattr(loop, "end_lineno", 0) or 0
        lines = self.trace.program.text.split("\n")
        return bool(self.site.loops[:-1]) or any(re.search(rf"\b{name}\b", line) for line in lines[end:])

    def differs(self, owner: Any) -> bool:
        return self.before.text(owner) != self.after.text(owner)

    # What is told with the assignment that follows

    waiting: tuple[str, str, Any] | None = None
    called_so = ""
    first_waiting = -1
    in_place = -1

    def wait(self, kind: str, place: str, owner: Any, call: str = "") -> None:
        """Keep an event for the assignment that it belongs to; `call` is how its call is written at this moment."""
        self.waiting, self.called_so = (kind, place, owner), call
        self.first_waiting = self.number

    def with_waiting(self, names: tuple[str, ...], event: Event) -> list[Clause]:
        """An assignment with the call or the line of input that gives its value; empty where nothing waits."""
        if self.waiting is None:
            return []
        kind, place, owner = self.waiting
        self.waiting = None
        told = getattr(self, f"with_{kind}")(place, owner, names, event)
        for clause in told:
            clause.event = min(clause.event, self.first_waiting)
        return list(told)

    def now_of_waiting(self, owner: Any, of: ast.AST | None) -> list[Clause]:
        """What a container holds after the event that has waited."""
        number, self.number = self.number, self.first_waiting
        told = self.now(owner, of=of, always=True)
        self.number = number
        return told


def attached(clause: Clause, now: list[Clause], place: str) -> list[Clause]:
    """A clause with what its container holds now, which may follow its name at once."""
    if now and place and clause.text.endswith(f"`{place}`") and now[0].text.startswith(f"`{place}` is now "):
        clause.text += f", which {now[0].text.removeprefix(f'`{place}` ')}"
        clause.ends = True
        return [clause, *now[1:]]
    return [clause, *now]
