"""Comprehensions, lambdas and generators: expressions with names, or with a life, of their own.

Comprehensions allow no walrus, so inside them events are written by expressions.
"""

from __future__ import annotations

import ast
from typing import Any

from generator.engine.program import Function
from generator.engine.rewriting import build_ast as new
from generator.engine.rewriting import names
from generator.engine.rewriting.build_ast import at, both, call, constant, either, keep, like, load, negate, tuple_of
from generator.engine.rewriting.expressions import Expressions
from generator.engine.rewriting.notes import Note, packed
from generator.engine.rewriting.rewriter import DETACHED


class Scopes(Expressions):
    """Rewrites the expressions that have a scope, and enters functions."""

    def comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> ast.expr:
        self.in_comprehension += 1
        first = self.iterable(node.generators[0].iter)
        self.in_generator += isinstance(node, ast.GeneratorExp)
        generators = [self.generator(node, node.generators[0], first)]
        generators += [self.generator(node, part, self.iterable(part.iter)) for part in node.generators[1:]]
        parts = ("key", "value") if isinstance(node, ast.DictComp) else ("elt",)
        results = {name: self.expr(getattr(node, name)) for name in parts}
        self.in_generator -= isinstance(node, ast.GeneratorExp)
        self.in_comprehension -= 1
        self.loud = True
        return like(node, generators=generators, **results)

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = comprehension

    def iterable(self, node: ast.expr) -> ast.expr:
        """What a comprehension runs over; no walrus may stand in it, not even inside a lambda."""
        self.in_iterable += 1
        found = self.expr(node)
        self.in_iterable -= 1
        return found

    def generator(self, node: ast.expr, part: ast.comprehension, source: ast.expr) -> ast.comprehension:
        """A `for ... in ...` of a comprehension; a turn is told together with the condition that follows, if it may."""
        if part.is_async or not names.only_names_and_stars(part.target):
            raise self.refuse(node, "this comprehension")
        bound = names.target_names(part.target)
        known = self.novelty(part.iter, elements=True)
        told = [load(name) if known == "old" else new.seen(load(name)) for name in bound]
        pending = [Note((self.site("item_turn", node, bound),), tuple(told))]
        filters: list[ast.expr] = []
        for condition in part.ifs:
            site, before, self.loud = self.site("filter", condition), self.loud, False
            decided = self.expr(condition)
            if pending and (self.loud or not self.merged):
                filters.append(self.written(pending))
                pending = []
            no, yes = [*pending, Note((site, False))], [*pending, Note((site, True))]
            filters += [either(decided, call("@E", packed(no, self.blocks))), self.written(yes)]
            pending, self.loud = [], self.loud or before
        filters += [self.written(pending)] if pending else []
        return like(part, iter=at(part.iter, call("@turns", source)), ifs=filters)

    def written(self, notes: list[Note]) -> ast.expr:
        """A condition that is true, and writes events."""
        return negate(call("@E", packed(notes, self.blocks)))

    def enter(self, node: ast.FunctionDef | ast.Lambda, name: str) -> Function:
        """Number a function and find its names."""
        body: list[Any] = node.body if isinstance(node, ast.FunctionDef) else [node.body]
        scope = names.scope(body, self.facts.inner)
        parameters = self.mangled(names.parameters(node.args))
        shared, outer = frozenset(self.mangled(scope.shared)), frozenset(self.mangled(scope.outer))
        kinds = set(map(type, scope.nodes))
        generator = not kinds.isdisjoint((ast.Yield, ast.YieldFrom))
        nested = not kinds.isdisjoint((ast.FunctionDef, ast.Lambda, ast.ClassDef))
        function = Function(
            number=len(self.functions),
            name=name,
            parameters=parameters,
            parent=self.function.number if self.function is not DETACHED else 0,
            bound=frozenset(parameters) | (frozenset(self.mangled(scope.bound)) - shared - outer),
            globals=shared,
            nonlocals=outer,
            keeps_id=nested or generator,
            is_generator=generator,
            is_lambda=isinstance(node, ast.Lambda),
            defers_leave=not kinds.isdisjoint((ast.With, ast.Try)) and any(map(_does_more_when_left, scope.nodes)),
        )
        self.functions.append(function)
        return function

    def frame_ids(self) -> tuple[ast.expr, ...]:
        """The numbers that a call tells: its own frame's if it keeps one, and the enclosing function's frame's."""
        own = (load(f"@id{self.function.number}"),) if self.function.keeps_id else ()
        return own + ((load(f"@id{self.function.parent}"),) if self.function.parent else ())

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        signature = self.signature(node.args)
        outer = self.function, self.in_comprehension, self.in_generator, self.loud
        self.function, self.in_comprehension, self.in_generator = self.enter(node, "lambda"), self.in_iterable, 0
        told = tuple_of((constant(self.site("call", node)), *self.frame_ids(), *map(load, self.function.parameters)))
        body = self.lambda_body(node, call("@called", told))
        self.function, self.in_comprehension, self.in_generator, self.loud = outer
        return like(node, args=signature, body=body)

    def lambda_body(self, node: ast.Lambda, entered: ast.expr) -> ast.expr:
        """The value of a lambda, after the event of its call and before that of its return."""
        own_id, site = f"@id{self.function.number}", self.site("return", node)
        if self.in_comprehension:
            body = either(entered, call("@bound", constant(site), self.value(node.body)))
            inner = new.Lambda(new.parameters([own_id]), body)
            return new.Call(inner, [call("@ids")], []) if self.function.keeps_id else body
        if self.function.keeps_id:
            entered = both(keep(own_id, call("@ids")), entered)
        name = self.temporary()
        left = self.event(site, keep(name, self.value(node.body)))
        return either(entered, left, load(name))

    def signature(self, arguments: ast.arguments) -> ast.arguments:
        """The parameters of a function, whose default values are seen."""
        self.in_comprehension += 1  # they may stand in a class body, where a temporary would be an attribute
        defaults = [self.value(value) for value in arguments.defaults]
        keywords = [value and self.value(value) for value in arguments.kw_defaults]
        self.in_comprehension -= 1
        return like(arguments, defaults=defaults, kw_defaults=keywords)

    def visit_Yield(self, node: ast.Yield) -> ast.expr:
        name = self.temporary()
        value = constant(None) if node.value is None else self.value(node.value)
        told = self.event(self.site("yield", node), keep(name, value))
        return self.resumed(node, either(told, like(node, value=load(name))))

    def visit_YieldFrom(self, node: ast.YieldFrom) -> ast.expr:
        return self.resumed(node, like(node, value=self.expr(node.value)))

    def resumed(self, node: ast.expr, handed_out: ast.expr) -> ast.expr:
        self.loud = True
        site = constant(self.site("resume", node))
        return at(node, call("@resume", site, load(f"@id{self.function.number}"), handed_out))

    def visit_Await(self, node: ast.Await) -> ast.expr:
        raise self.refuse(node, "`await`")


def _does_more_when_left(node: ast.AST) -> bool:
    """Whether a construct may still do something after the `return` inside it."""
    named = isinstance(node, ast.ExceptHandler) and node.name and any(isinstance(p, ast.Return) for p in ast.walk(node))
    return isinstance(node, ast.With) or bool(named) or (isinstance(node, ast.Try) and bool(node.finalbody))
