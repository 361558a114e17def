"""Exceptions and context managers: what is raised, caught, and done in the end."""

from __future__ import annotations

import ast

from generator.engine.rewriting import build_ast as new
from generator.engine.rewriting.build_ast import do, like, load, store
from generator.engine.rewriting.definitions import Definitions
from generator.engine.rewriting.statements import NONE


class Exceptions(Definitions):
    """Rewrites `raise`, `try` and `with`."""

    def on_Raise(self, node: ast.Raise) -> None:
        if node.exc is None:
            self.note("raise", node, NONE)
            self.code.flush()
            return self.add(node)
        name = self.temporary()
        cause = node.cause and self.expr(node.cause)
        self.put(name, self.expr(node.exc))
        self.note("raise", node, load(name))
        self.code.flush()
        return self.add(like(node, exc=load(name), cause=cause))

    def on_Try(self, node: ast.Try) -> None:
        self.code.flush()
        body, orelse = self.block(node.body), self.block(node.orelse)
        if self.merged:  # even without a handler: a `finally` that returns would swallow the exception
            body, orelse = [*body, *orelse], []
            handlers = [new.ExceptHandler(load("@Stop"), None, [do("@abandon")])]
        else:
            handlers = [self.handler(handler) for handler in node.handlers]
        finalbody = [*self.awake(node), *self.block(node.finalbody)] if node.finalbody else []
        self.code.statements.append(
            like(node, body=body or [new.Pass()], handlers=handlers, orelse=orelse, finalbody=finalbody)
        )

    def awake(self, node: ast.AST) -> list[ast.stmt]:
        """Tell that a generator runs, where an exception may have woken it."""
        if not self.function.is_generator:
            return []
        return [new.Expr(self.event(self.site("awake", node), *self.frame_ids()[:1]))]

    def handler(self, node: ast.ExceptHandler) -> ast.ExceptHandler:
        bound = (node.name,) if node.name else ()
        own_id = self.frame_ids()[:1] if self.function.is_generator else ()
        site, name = self.site("except", node, bound), node.name or "@e"
        told = new.Expr(self.event(site, load(name), *own_id))
        body = self.block(node.body, (), told, self.budget(node))
        if bound:  # Python forgets the name however the handler is left
            forgotten = new.Expr(self.event(self.site("unbind", node, bound)))
            body = [new.Try(body, [], [], [*self.awake(node), forgotten])]
        return like(node, type=node.type or load("@Stop"), name=name, body=body)

    def on_With(self, node: ast.With) -> None:
        if len(node.items) > 1:
            inner = like(node, items=node.items[1:])
            return self.on_With(like(node, items=node.items[:1], body=[inner]))
        self.code.flush()
        item = node.items[0]
        with self.apart() as first:
            manager, target = self.value(item.context_expr), item.optional_vars
            if target is not None:
                name = self.temporary()
                self.see(name)
                self.store(node, target, load(name))
                target = store(name)
            first.flush()
        body = self.block(node.body, (), *first.statements)
        self.code.statements.append(
            like(node, items=[like(item, context_expr=manager, optional_vars=target)], body=body)
        )
        self.code.statements += self.awake(node)
        return None
