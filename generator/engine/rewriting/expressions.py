"""Names, attributes, subscripts and calls: what may change an object, and what is refused."""

from __future__ import annotations

import ast

from generator.engine.rewriting import build_ast as new
from generator.engine.rewriting.build_ast import at, call, constant, like, load
from generator.engine.rewriting.calls import (
    EXCEPTIONS,
    FORBIDDEN,
    FORBIDDEN_ATTRIBUTES,
    MUTATORS,
    PURE_BUILTINS,
    PURE_MODULES,
    calls_nobody,
)
from generator.engine.rewriting.conditions import Conditions
from generator.engine.rewriting.facts import CONSUMERS, root


class Expressions(Conditions):
    """Rewrites the expressions that use objects."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in FORBIDDEN and not self.facts.is_own(node.id):
            return self.withheld(node, f"`{node.id}`")
        return node

    def withheld(self, node: ast.expr, what: str) -> ast.expr:
        """What can't be replayed stops the run where it is used, and only there."""
        return new.Call(call("@withheld", constant(what), constant(node.lineno)), [], [])

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """A method of a container that is kept and called later must tell what it does then."""
        if node.attr in FORBIDDEN_ATTRIBUTES or (node.attr == "__dict__" and id(node) not in self.facts.readable):
            if isinstance(node.ctx, ast.Load):
                return self.withheld(node, f"`{node.attr}`")
            raise self.refuse(node, f"`{node.attr}`")
        if isinstance(node.ctx, ast.Load):
            if node.attr in self.facts.cached:
                self.loud = True
                return call("@cached", self.expr(node.value), constant(node.attr))
            if node.attr in self.facts.mutators and root(node) not in self.facts.imports:
                self.loud = True
                return at(node, call("@mutator", self.value(node.value), constant(node.attr)))
        found: ast.expr = self.inside(node)
        return found

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """A mere read may insert where a `defaultdict` is about."""
        found: ast.Subscript = self.inside(node)
        if self.facts.inserts and isinstance(node.ctx, ast.Load) and not isinstance(node.slice, ast.Slice):
            self.loud = True
            return at(node, call("@get", found.value, found.slice))
        return found

    def visit_Starred(self, node: ast.Starred) -> ast.expr:
        """`[*xs]` makes an iterator run."""
        self.loud = self.loud or self.facts.lazy
        found: ast.expr = self.inside(node)
        return found

    def visit_Call(self, node: ast.Call) -> ast.expr:
        if isinstance(node.func, ast.Name):
            return self.named_call(node, node.func.id)
        if isinstance(node.func, ast.Attribute):
            return self.method_call(node, node.func)
        return self.foreign(node)

    def named_call(self, node: ast.Call, name: str) -> ast.expr:
        known = self.facts
        if name in known.rebound:
            return self.foreign(node)
        if (name in FORBIDDEN or (name == "dir" and not node.args)) and not known.is_own(name):
            return like(node, func=self.withheld(node, f"`{name}`"))
        if name in ("print", "input") and not known.is_own(name):
            site, self.loud = self.site("print" if name == "print" else "read", node), True
            return at(node, new.Call(load(f"@{name}"), [constant(site), *self.given(node)], self.named(node)))
        if name in known.defined or known.imports.get(name) in PURE_MODULES:
            self.loud = self.loud or name in known.defined or known.lazy
            return self.arguments(node, node.func, seen=name in known.defined)
        if name in PURE_BUILTINS and name not in known.imports:
            self.loud = self.loud or (known.lazy and not calls_nobody(name))
            before, self.at_once = self.at_once, name in CONSUMERS
            found = self.arguments(node, node.func, seen=name in EXCEPTIONS)
            self.at_once = before
            return found
        return self.foreign(node)

    def method_call(self, node: ast.Call, method: ast.Attribute) -> ast.expr:
        known, module = self.facts, self.facts.imports.get(root(method), "")
        if method.attr in FORBIDDEN_ATTRIBUTES:
            return like(node, func=self.withheld(node, f"`{method.attr}`"))
        if module:
            self.loud = self.loud or known.lazy
            return self.arguments(node, method) if module in PURE_MODULES else self.foreign(node)
        if method.attr in MUTATORS:
            site, self.loud = self.site("method", node), True
            owner = self.expr(method.value)
            given = [constant(site), owner, constant(method.attr), *self.given(node, seen=True)]
            return at(node, new.Call(load("@method"), given, self.named(node, seen=True)))
        if not known.is_harmless(method.attr):
            return self.foreign(node)
        self.loud = self.loud or method.attr in known.methods or (known.lazy and not calls_nobody(method.attr))
        owner = self.expr(method.value)
        return self.arguments(node, method if owner is method.value else like(method, value=owner), seen=True)

    def arguments(self, node: ast.Call, function: ast.expr, *, seen: bool = False) -> ast.expr:
        """The call with its arguments rewritten; `seen` where the program's own code will receive them."""
        return like(node, func=function, args=self.given(node, seen=seen), keywords=self.named(node, seen=seen))

    def given(self, node: ast.Call, *, seen: bool = False) -> list[ast.expr]:
        take = self.value if seen else self.expr
        return [self.starred(arg) if isinstance(arg, ast.Starred) else take(arg) for arg in node.args]

    def named(self, node: ast.Call, *, seen: bool = False) -> list[ast.keyword]:
        take = self.value if seen else self.expr
        return [like(keyword, value=take(keyword.value)) for keyword in node.keywords]

    def starred(self, node: ast.Starred) -> ast.expr:
        """`*xs` among arguments: what an iterator gives is seen on its way."""
        self.loud = True
        return new.Starred(at(node, call("@spread", self.expr(node.value))), new.LOAD)

    def foreign(self, node: ast.Call) -> ast.expr:
        """A call of something not known to leave its arguments alone: they are compared before and after."""
        site, self.loud = self.site("mutate", node), True
        given = [constant(site), self.expr(node.func), *self.given(node, seen=True)]
        return at(node, new.Call(load("@foreign"), given, self.named(node, seen=True)))
