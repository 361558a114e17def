"""Tells how calls begin and end, generators, and what is raised and caught."""

from __future__ import annotations

import ast

from generator.engine import values
from generator.engine.program import Event
from generator.narrate import expressions as say
from generator.narrate.telling import Clause, Telling

_SHORT = 30


class Calls(Telling):
    """Calls, generators and exceptions."""

    def on_call(self, event: Event) -> list[Clause]:
        function = self.site.function
        given = list(event[1 + function.keeps_id + bool(function.parent) :])
        named = list(zip(function.parameters, given, strict=True))
        if named and named[0][0] in ("self", "cls"):
            named = named[1:]
        arguments = ", ".join(f"{name}={self.after.text(value)}" for name, value in named)
        shown = say.code(f"{function.name}({arguments})")
        if self.style.brief:
            return [self.fact(f"enter {shown}", "call")]
        return [self.fact(self.words.pick("enter", f"we enter {shown}", f"the call {shown} begins", f"we enter {shown}"), "call")]

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
        return [clause]

    def frame_name(self) -> str:
        """The call that runs, with its arguments while they are short."""
        frame = self.before.frame
        given = frame.arguments[1:] if frame.function.parameters[:1] in (("self",), ("cls",)) else frame.arguments
        shown = ", ".join(given)
        return say.code(f"{frame.function.name}({shown})") if len(shown) <= _SHORT else f"`{frame.function.name}`"

    # Generators

    def on_yield(self, event: Event) -> list[Clause]:
        name = self.before.frame.function.name
        shown = say.value(self.before.text(event[1]))
        return [self.fact(self.words.pick("yield", f"`{name}` yields {shown}", f"the generator yields {shown}"), "return")]

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
        text = self.words.pick("caught", f"{told}, and {left}", f"{told}; {left}", f"the error {error} is caught by {clause}")
        clauses = [self.fact(text)]
        clauses[0].ends = True
        if node.name:
            clauses.append(self.fact(f"`{node.name} = {self.after.text(event[1])}`"))
        return clauses

    def on_unwind(self, event: Event) -> list[Clause]:
        error, name = say.code(values.error_text(event[1])), self.site.function.name
        return [self.fact(f"{error} escapes from `{name}`", "return")]
