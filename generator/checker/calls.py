"""What licenses the claims about calls, generators, input and output, and exceptions."""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import cached_property

from generator.checker.claims import Claim
from generator.checker.expressions import expression, sides, unparsed
from generator.checker.loops import Loops
from generator.checker.methods import Methods
from generator.checker.tokens import Piece
from generator.checker.words import NTH
from generator.engine import values
from generator.engine.replay import State

_FALSE = frozenset({"False", "None", "0"})


class Calls(Loops, Methods):
    """Claims about what is entered, left, read, written, raised and caught."""

    def on_enter(self, _: Claim, call: Piece) -> bool:
        if self.kind == "call" and call.text == self.site.function.name:
            return self.done("called")  # the values of its parameters have to follow
        if self.kind == "call":
            return self.is_call(call.text, self.after) and self.done("call")
        node = expression(call.text)
        for moment in self.moments():
            if isinstance(node, ast.Call) and self.is_call_of(node, moment):
                moment.told.add("method")
                return True
        return False

    def is_outcome(self, call: Piece, value: Piece) -> bool:
        """`f(3)` gives 6, said when it returns."""
        if self.kind != "return" or not self.is_call(call.text, self.before):
            return False
        return self.is_worth(value.text, self.before.text(self.event[1])) and self.done("return")

    def is_call(self, written: str, state: State) -> bool:
        """Whether `f(x=1)` or `f(1)` is the call of the frame on top."""
        node, frame = expression(written), state.frame
        if not isinstance(node, ast.Call) or unparsed(node.func) != frame.function.name:
            return False
        names, given = list(frame.function.parameters), list(frame.arguments)
        if names[:1] in (["self"], ["cls"]):
            names, given = names[1:], given[1:]
        keywords = [keyword.arg for keyword in node.keywords]
        stated = [unparsed(part) for part in (*node.args, *(keyword.value for keyword in node.keywords))]
        known = ["..." if text[:1] == "<" else unparsed(expression(text) or ast.Name(text)) for text in given]
        return stated == known and keywords == names[len(node.args) :]

    def is_frame(self, call: Piece) -> bool:
        """Whether a piece names the call that runs: by its function, or with its arguments."""
        return call.text == self.before.frame.function.name or self.is_call(call.text, self.before)

    def on_back(self, _: Claim, call: Piece) -> bool:
        """Back in `f(3)`: the call that the event belongs to."""
        return self.site.function is self.before.frame.function and self.is_frame(call)

    def on_return(self, _: Claim, *pieces: Piece) -> bool:
        if self.kind != "return" or not self.is_worth(pieces[-1].text, self.before.text(self.event[1])):
            return False
        return (len(pieces) == 1 or self.is_frame(pieces[0])) and self.done("return")

    def on_yield(self, claim: Claim, *pieces: Piece) -> bool:
        """The generator yields 4; said of anything else than a generator, it is what an expression is worth."""
        if self.kind != "yield":
            return len(pieces) > 1 and self.on_gets(replace(claim, words="yields"), *pieces)
        named = len(pieces) == 1 or self.is_frame(pieces[0])
        return named and self.is_worth(pieces[-1].text, self.before.text(self.event[1])) and self.done("yield")

    def on_resume(self, _: Claim, generator: Piece | None = None) -> bool:
        named = generator is None or generator.text == self.after.frame.function.name
        return self.kind == "resume" and (named or self.is_call(generator.text, self.after)) and self.done("resume")  # type: ignore[union-attr]

    # Input and output

    def on_print(self, _: Claim, text: Piece) -> bool:
        if self.kind != "print":
            return False
        printed = self.event[1].removesuffix("\n")
        same = text.text == printed or (text.text == repr(printed) and ("\n" in printed or printed.strip() != printed))
        return same and self.done("print")

    def on_print_empty(self, _: Claim) -> bool:
        return self.kind == "print" and not self.event[1].strip("\n") and self.done("print")

    def on_read(self, claim: Claim, *pieces: Piece) -> bool:
        """The first line holds 3, 4; the first line gives `n = 3` and `m = 4`."""
        moment = next((moment for moment in self.moments() if moment.site.kind == "read"), None)
        if moment is None or "read" in moment.told or not self.is_line(claim.words):
            return False
        if moment is not self.now and self.told:
            return False  # what is read comes before what is made of it
        texts, line = [piece.text for piece in pieces], moment.event[1].removesuffix("\n")
        if " = " in texts[0] and moment is not self.now:
            return all(self.is_assigned(side[0], list(side[1:])) for side in map(sides, texts)) and self.reads(
                moment.told
            )
        same = texts == [line] or (line.split() == texts) or texts == [repr(line)]
        return same and self.reads(moment.told)

    @cached_property
    def lines_in_all(self) -> int:
        """How many lines the run reads."""
        texts = (event[1] for event in self.trace.events if self.trace.site(event).kind == "read")
        return sum(max(1, text.count("\n")) for text in texts if text)

    @staticmethod
    def reads(told: set[str]) -> bool:
        told.add("read")
        return True

    def is_line(self, words: str) -> bool:
        """Whether the line just read is the one that the words speak of."""
        if words in ("", "next", "only"):
            return True
        if words == "last":
            return self.lines_read == self.lines_in_all
        number = NTH.get(words) or (words[:-2] if words[:-2].isdigit() else "")
        return str(number) == str(self.lines_read)

    def on_read_line(self, claim: Claim, number: Piece, *pieces: Piece) -> bool:
        return number.text == str(self.lines_read) and self.on_read(Claim("read", pieces, "", claim.place), *pieces)

    def on_read_end(self, _: Claim) -> bool:
        return self.kind == "read" and not self.event[1] and self.done("read")

    def on_read_empty(self, _: Claim) -> bool:
        return self.kind == "read" and self.event[1] == "\n" and self.done("read")

    def on_read_all(self, _: Claim) -> bool:
        return self.kind == "read" and "\n" in self.event[1].removesuffix("\n") and self.done("read")

    # Exceptions

    def error(self) -> str:
        """The exception of the event in words; a class that is raised is not made an instance here."""
        found = self.event[1]
        if found is None:
            return ""
        return found.__name__ if isinstance(found, type) else values.error_text(found)

    def on_raise(self, _: Claim, error: Piece) -> bool:
        return self.kind == "raise" and self.error() == error.text and self.done("raise")

    def on_reraise(self, _: Claim) -> bool:
        return self.kind == "raise" and self.event[1] is None and self.done("raise")

    def on_caught(self, _: Claim, *pieces: Piece) -> bool:
        """`KeyError: 3` is caught by `except KeyError`."""
        if self.kind != "except" or not isinstance(self.site.node, ast.ExceptHandler):
            return False
        errors = [piece for piece in pieces if not piece.text.startswith("except")]
        kind = self.site.node.type
        clause = "except" if kind is None else f"except {unparsed(kind)}"
        said = all(piece.text in (clause, f"{clause}:") for piece in pieces if piece not in errors)
        return said and [piece.text for piece in errors] == [self.error()] and self.done("except")

    def on_unwind(self, _: Claim, error: Piece, function: Piece) -> bool:
        same = self.kind == "unwind" and self.error() == error.text
        return same and self.is_left(function) and self.done("unwind")

    def is_left(self, function: Piece) -> bool:
        """Whether a piece names the call that an exception leaves."""
        return function.text == self.site.function.name or (
            self.before.frame.function is self.site.function and self.is_call(function.text, self.before)
        )

    def on_swallowed(self, _: Claim) -> bool:
        """The error is swallowed: by an `__exit__` that returns something true."""
        return self.swallows() and self.done("swallowed")

    def swallows(self) -> bool:
        """Whether the event ends an `__exit__` that was given an exception, and keeps it from going on."""
        frame = self.before.frame
        if self.kind != "return" or not frame.function.name.endswith(".__exit__"):
            return False
        given = frame.names.get(frame.function.parameters[1]) if len(frame.function.parameters) > 1 else None
        error = given[0] if type(given) is tuple and given else given
        return error is not None and self.before.text(self.event[1]) not in _FALSE

    def on_abandoned(self, _: Claim, part: Piece | None = None) -> bool:
        """The rest of the try block is skipped, or the rest of a function."""
        if self.kind == "except":
            return part is None or part.text == "try"
        if self.swallows():
            return part is None or part.text == "with"
        return self.kind == "unwind" and (part is None or self.is_left(part))
