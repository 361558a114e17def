"""Tells how calls begin and end, generators, and what is raised and caught."""

from __future__ import annotations

import ast
from typing import Any

from generator.engine import values
from generator.engine.program import Event
from generator.narrate import expressions as say
from generator.narrate.telling import Clause, Telling, listed


class Calls(Telling):
    """Calls, generators and exceptions."""

    def on_call(self, event: Event) -> list[Clause]:
        function = self.site.function
        given = list(event[1 + function.keeps_id + bool(function.parent) :])
        named = list(zip(function.parameters, given, strict=True))
        if named and named[0][0] in ("self", "cls"):
            named = named[1:]
        arguments = ", ".join(f"{name}={self.argument(value)}" for name, value in named)
        shown = say.code(f"{function.name}({arguments})")
        if self.style.brief:
            return [self.fact(self.words.pick("enter", f"enter {shown}", f"call {shown}", f"enter {shown}"), "call")]
        told = self.words.pick("enter", f"we enter {shown}", f"the call {shown} begins", f"we enter {shown}")
        return [self.fact(told + self.shared(), "call")]

    def argument(self, value: Any) -> str:
        """A value that is handed over; dots for what has no text."""
        text = self.after.text_or_kind(value)
        return "..." if text.startswith("<") else text

    def shared(self) -> str:
        """What the variables hold that a function shares with the one around it."""
        names = sorted(self.site.function.nonlocals)
        held = [f"`{name}` is {self.text(self.after.lookup(name))}" for name in names if self.holds(name)]
        return f", where {listed(held)} so far" if held else ""

    def on_return(self, event: Event) -> list[Clause]:
        node = self.site.node
        if not isinstance(node, ast.Return) or node.value is None:
            return [self.fact("", "return")]
        new = self.before.text(event[1])
        arithmetic = self.arithmetic(node.value)
        told = say.sum_of(f"{arithmetic} = {say.plain(new)}") if arithmetic and arithmetic != new else say.value(new)
        hint = self.hint_with(told) if self.hints.get(self.site.line) and self.is_fresh(holds=True, most=3) else ""
        name = self.frame_name()
        clause = self.fact(f"{name} returns {told}", "return")
        if hint:
            clause.whole, clause.text = True, f"{hint}, so {name} returns {say.value(new)}"
        clause.text += self.swallowed(event[1])
        return [clause]

    def swallowed(self, returned: Any) -> str:
        """That an `__exit__` swallows the exception that it was given: it returns something true."""
        frame = self.before.frame
        if not frame.function.name.endswith(".__exit__") or len(frame.function.parameters) == 1:
            return ""
        given = frame.names[frame.function.parameters[1]]
        error = given[0] if type(given) is tuple and given else given
        if error is None or self.before.text(returned) in ("False", "None", "0"):
            return ""
        left = "the rest of the with block is skipped"
        return self.words.pick(
            "swallowed", f", so the error is swallowed, and {left}", f"; with that, the error is swallowed, and {left}"
        )

    # Generators

    def on_yield(self, event: Event) -> list[Clause]:
        name = self.before.frame.function.name
        shown = say.value(self.before.text(event[1]))
        return [
            self.fact(self.words.pick("yield", f"`{name}` yields {shown}", f"the generator yields {shown}"), "return")
        ]

    def on_resume(self, _: Event) -> list[Clause]:
        name = self.after.frame.function.name
        return [self.fact(self.words.pick("resume", f"`{name}` goes on", "the generator goes on"), "call")]

    # Exceptions

    def on_raise(self, event: Event) -> list[Clause]:
        if event[1] is None:
            return [self.fact("the same error is raised again")]
        if isinstance(event[1], type):
            return [self.fact(f"this raises `{event[1].__name__}`")]
        return [self.fact(f"this raises {say.code(values.error_text(event[1]))}")]

    def on_except(self, event: Event) -> list[Clause]:
        node, error = self.site.node, say.code(values.error_text(event[1]))
        assert isinstance(node, ast.ExceptHandler)
        clause = say.code("except" if node.type is None else f"except {say.source(node.type)}")
        told = f"{error} is caught by {clause}"
        left = "the rest of the try block is skipped"
        text = self.words.pick(
            "caught", f"{told}, and {left}", f"{told}; {left}", f"the error {error} is caught by {clause}"
        )
        clauses = [self.fact(text)]
        clauses[0].ends = True
        if node.name:
            clauses.append(self.fact(f"`{node.name} = {self.after.text(event[1])}`"))
        return clauses

    def on_unwind(self, event: Event) -> list[Clause]:
        error, name = say.code(values.error_text(event[1])), self.site.function.name
        return [self.fact(f"{error} escapes from `{name}`", "return")]
