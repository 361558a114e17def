"""Functions and classes: calls, returns, and methods."""

from __future__ import annotations

import ast
from functools import partial
from typing import Any

from generator.engine.rewriting import build_ast as new
from generator.engine.rewriting.build_ast import call, do, like, load, put
from generator.engine.rewriting.control import Control
from generator.engine.rewriting.notes import Code, Note
from generator.engine.rewriting.statements import NONE, Tail

_AS_WRITTEN = (ast.Assign, ast.AnnAssign, ast.Delete, ast.Pass)
"""Statements that may stand in a class body besides methods, classes and branches."""


class Definitions(Control):
    """Rewrites `def`, `class` and `return`."""

    def on_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.loud = True
        site = self.site("define", node, (node.name,))
        self.add(self.function_def(node, node.name), node.name)
        self.add(do("@see_defaults", load(node.name)))
        self.code.pending.append(Note((site,), (load(node.name),)))

    def function_def(self, node: ast.FunctionDef, shown: str) -> ast.FunctionDef:
        """The function rewritten; `shown` is the name that readers see, with the class for a method."""
        decorators = [self.expr(decorator) for decorator in node.decorator_list]
        signature = self.signature(node.args)
        outer = self.function, self.loops, self.code, self.temporaries, self.loud
        self.function, self.loops, self.code, self.temporaries = self.enter(node, shown), (), self.new_code(), 0
        body = self.function_body(node)
        self.function, self.loops, self.code, self.temporaries, self.loud = outer
        return like(node, decorator_list=decorators, args=signature, body=body)

    def function_body(self, node: ast.FunctionDef) -> list[ast.stmt]:
        """The event of the call, then the body, which tells how it is left."""
        function = self.function
        first: list[ast.stmt] = [s for s in node.body if isinstance(s, ast.Global | ast.Nonlocal)]
        body = [s for s in node.body if s not in first]
        if function.keeps_id:
            first.append(put(f"@id{function.number}", call("@ids")))
        if self.facts.lazy or self.facts.implicit or node.name in self.facts.recursive:
            first.append(self.budget(node))
        first += [new.Expr(new.seen(load(name))) for name in function.parameters if self.is_news(node, name)]
        called = Note((self.site("call", node),), (*self.frame_ids(), *map(load, function.parameters)))
        documented = node.body[:1] if is_docstring(node.body[0]) else []
        return [*documented, *first, *self.guarded(node, self.whole(node, body, called))]

    def whole(self, node: ast.FunctionDef, body: list[ast.stmt], called: Note) -> list[ast.stmt]:
        """The body of a function from its call to its return."""
        self.code.pending.append(called)
        self.settle()
        end: Tail = ()
        if not isinstance(node.body[-1], ast.Return | ast.Raise):
            told = Note((self.site("return", node), None))
            end = (partial(_note, told),)
        self.run(body, end)
        self.code.flush()
        return self.code.statements

    def guarded(self, node: ast.FunctionDef, body: list[ast.stmt]) -> list[ast.stmt]:
        """A function's body that tells of the exception that leaves it; in a merged run, that is the end of it."""
        function = self.function
        if self.merged and not self.facts.lazy and not function.defers_leave:
            return body
        if self.merged:
            unwind: list[ast.stmt] = [do("@abandon")]
        else:
            own_id = self.frame_ids()[:1] if function.is_generator else ()
            unwind = [new.Expr(self.event(self.site("unwind", node), load("@e"), *own_id)), new.Raise()]
        leave: list[ast.stmt] = [new.Expr(self.event(self.site("leave", node)))] if function.defers_leave else []
        return [new.Try(body, [new.ExceptHandler(load("@Stop"), "@e", unwind)], [], leave)]

    def is_news(self, node: ast.FunctionDef, parameter: str) -> bool:
        """Whether a parameter may be an object not seen before: a new instance, or what foreign code hands over."""
        if self.class_name and node.name.startswith("__") and node.name.endswith("__"):
            return True
        collected = {arg.arg for arg in (node.args.vararg, node.args.kwarg) if arg}
        return parameter in collected or node.name in self.facts.handed_over or bool(node.decorator_list)

    def on_ClassDef(self, node: ast.ClassDef) -> None:
        """Methods record themselves; what else stands in a class body runs as written, and is seen afterwards."""
        self.loud = True
        bases = [self.expr(base) for base in node.bases]
        decorators = [self.expr(decorator) for decorator in node.decorator_list]
        site = self.site("define", node, (node.name,))
        self.add(like(node, bases=bases, decorator_list=decorators, body=self.class_body(node)), node.name)
        self.add(do("@see_class", load(node.name)))
        self.code.pending.append(Note((site,), (load(node.name),)))

    def class_body(self, node: ast.ClassDef) -> list[ast.stmt]:
        outer, self.class_name = self.class_name, node.name
        body = [self.class_part(part, node.name) for part in node.body]
        self.class_name = outer
        return body

    def class_part(self, part: ast.stmt, owner: str) -> ast.stmt:
        """A method is rewritten, and so are the lambdas in what else a class body holds."""
        if isinstance(part, ast.FunctionDef):
            return self.function_def(part, f"{owner}.{part.name}")
        if isinstance(part, ast.ClassDef):
            return like(part, body=self.class_body(part))
        if isinstance(part, ast.If):
            ways = ([self.class_part(one, owner) for one in way] for way in (part.body, part.orelse))
            return like(new.rebuilt(part, self.lambdas), body=next(ways), orelse=next(ways))
        if isinstance(part, _AS_WRITTEN) or _is_literal(part):
            self.in_iterable += 1  # of a comprehension, perhaps
            found = new.rebuilt(part, self.lambdas)
            self.in_iterable -= 1
            return found
        raise self.refuse(part, f"`{type(part).__name__}` in a class body")

    def lambdas(self, node: Any) -> Any:
        """An expression with its lambdas rewritten, and what its calls are given seen; else it is left as it is."""
        if isinstance(node, ast.Lambda):
            return self.visit_Lambda(node)
        if isinstance(node, ast.Name):
            return self.visit_Name(node)
        if not isinstance(node, ast.Call):
            return new.rebuilt(node, self.lambdas)
        given = [self.lambdas(argument) for argument in node.args]
        given = [one if isinstance(one, ast.Starred) else call("@S", one) for one in given]
        named = [like(keyword, value=call("@S", self.lambdas(keyword.value))) for keyword in node.keywords]
        return like(node, func=self.lambdas(node.func), args=given, keywords=named)

    def on_Return(self, node: ast.Return) -> None:
        value = NONE if node.value is None else self.once(node.value)
        self.note("return", node, value)
        self.code.flush()
        self.add(like(node, value=value))


def _note(told: Note, code: Code) -> None:
    code.pending.append(told)


def is_docstring(node: ast.stmt) -> bool:
    """Whether a statement is a text that stands by itself."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_literal(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
