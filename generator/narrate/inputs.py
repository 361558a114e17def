"""Tells what is read and printed: lines of the input by their number, with what the program makes of them."""

from __future__ import annotations

from typing import Any

from generator.engine.program import Event
from generator.narrate import expressions as say
from generator.narrate.containers import Containers
from generator.narrate.telling import MAX_SHOWN, Clause, listed

_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_MOST = 12
"""A line of more words than this is told as it stands."""


class Inputs(Containers):
    """Input and output; `lines_read` counts the lines of the input so far, `printed` is the last event that printed."""

    lines_read: int
    printed: int

    def on_read(self, event: Event) -> list[Clause]:
        text = event[1].removesuffix("\n")
        self.lines_read += max(1, event[1].count("\n"))
        if "\n" in text:
            rest = "rest of the" if self.lines_read > event[1].count("\n") else "whole"
            return [self.fact(f"the {rest} input is read", "io")]
        if not text:
            return [self.fact("the input is used up" if not event[1] else f"{self.line()} is empty", "io")]
        if self.told_later(self.site.node) and self.is_taken_over(text):
            self.wait("read", text, None)
            return []
        return [self.fact(self.read_told(text), "io")]

    def line(self) -> str:
        """The line just read, by its number."""
        number = self.lines_read
        return f"the {_NTH[number - 1]} line" if number <= len(_NTH) else "the next line of the input"

    def read_told(self, text: str) -> str:
        words = text.split()
        plain = len(words) > 1 and len(words) <= _MOST and all(map(say.is_literal, words)) and " ".join(words) == text
        shown = listed(list(map(say.value, words))) if plain else say.code(text)
        verb = self.words.pick("line", "holds", "gives", "is") if plain else "is"
        return f"{self.line()} {'holds' if verb == 'is' and plain else verb} {shown}"

    def is_taken_over(self, text: str) -> bool:
        """Whether the assignment that follows shows the line as it is: its number or word, or its numbers."""
        found = self.following()
        if found is None:
            return False
        given = found[1][1:]
        items: Any = given
        if len(given) == 1 and type(given[0]) is list:
            items = self.first_contents(given[0], found[0])
        shown = [item if type(item) is str else self.before.text_or_kind(item) for item in items]
        return shown == text.split() or list(given) == [text]

    def first_contents(self, value: Any, number: int) -> Any:
        """What a new list held when it was made; it may have been changed since."""
        events = self.trace.events[self.number + 1 : number]
        return next((event[2] for event in events if self.trace.site(event).kind == "new" and event[1] is value), ())

    def with_read(self, text: str, _: Any, names: tuple[str, ...], event: Event) -> list[Clause]:
        """The first line gives `n = 5`."""
        sides = [say.equation(name, self.after.text(value)) for name, value in zip(names, event[1:], strict=True)]
        if "_" in names or max(map(len, sides)) > 2 * MAX_SHOWN:
            return [self.fact(self.read_told(text), "io"), self.fact(listed(sides))]
        return [self.fact(f"{self.line()} {self.words.pick('line', 'gives', 'brings', 'holds')} {listed(sides)}", "io")]

    def on_print(self, event: Event) -> list[Clause]:
        text = event[1].removesuffix("\n")
        who = "the program prints"
        if self.number - 1 == self.printed and not self.style.brief:
            who = self.words.pick("print", "then it prints", "next, it prints")
        self.printed = self.number
        if not text:
            return [self.fact(f"{who} an empty line", "io")]
        bare = "\n" not in text and text.strip() == text
        return [self.fact(f"{who} {say.code(text if bare else repr(text))}", "io")]
