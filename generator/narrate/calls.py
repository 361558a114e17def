"""Tells how calls begin and end, what is read and printed, and what is raised and caught."""

from __future__ import annotations

import ast

from generator.engine import values
from generator.engine.program import Event
from generator.narrate import expressions as say
from generator.narrate.telling import MAX_SHOWN, Clause, Telling


class Calls(Telling):
    """Calls, generators, exceptions, input and output."""

    def on_call(self, event: Event) -> list[Clause]:
        function = self.site.function
        given = list(event[1 + function.keeps_id + bool(function.parent) :])
        named = list(zip(function.parameters, given, strict=True))
        if named and named[0][0] == "self":
            named = named[1:]
        arguments = ", ".join(f"{name}={self.after.text(value)}" for name, value in named)
        return [self.fact(f"we enter {say.code(f'{function.name}({arguments})')}", "call")]

    def on_return(self, event: Event) -> list[Clause]:
        node, frame = self.site.node, self.before.frame
        if not isinstance(node, ast.Return) or node.value is None:
            return [self.fact("", "return")]
        new = self.before.text(event[1])
        arithmetic = self.arithmetic(node.value)
        told = say.sum_of(f"{arithmetic} = {new}") if arithmetic and arithmetic != new else say.value(new)
        hint = self.hint_with(told)
        shown = ", ".join(frame.arguments[1:] if frame.function.parameters[:1] == ("self",) else frame.arguments)
        name = (
            say.code(f"{frame.function.name}({shown})") if len(shown) <= MAX_SHOWN // 2 else f"`{frame.function.name}`"
        )
        return [
            self.fact(f"{hint}, so {name} returns {say.value(new)}" if hint else f"{name} returns {told}", "return")
        ]

    def on_yield(self, event: Event) -> list[Clause]:
        return [self.fact(f"the generator yields {say.value(self.before.text(event[1]))}", "return")]

    def on_resume(self, _: Event) -> list[Clause]:
        return [self.fact("the generator goes on", "call")]

    def on_raise(self, event: Event) -> list[Clause]:
        if event[1] is None:
            return [self.fact("the same error is raised again")]
        error = event[1]() if isinstance(event[1], type) else event[1]
        return [self.fact(f"this raises {say.code(values.error_text(error))}")]

    def on_except(self, event: Event) -> list[Clause]:
        return [self.fact(f"the error {say.code(values.error_text(event[1]))} is caught")]

    def on_unwind(self, event: Event) -> list[Clause]:
        return [
            self.fact(f"{say.code(values.error_text(event[1]))} escapes from `{self.site.function.name}`", "return")
        ]

    def on_print(self, event: Event) -> list[Clause]:
        text = event[1].removesuffix("\n")
        if not text:
            return [self.fact("the program prints an empty line", "io")]
        return [self.fact(f"the program prints {say.code(repr(text) if chr(10) in text else text)}", "io")]

    def on_read(self, event: Event) -> list[Clause]:
        text = event[1].removesuffix("\n")
        if "\n" in text:
            return []
        return [self.fact(f"the next line of the input is {say.code(text)}" if text else "the input is used up", "io")]
