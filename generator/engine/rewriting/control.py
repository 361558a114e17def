"""Branches and loops: what decides where a run goes on."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from generator.engine.rewriting import build_ast as new
from generator.engine.rewriting import names
from generator.engine.rewriting.assignments import Assignments
from generator.engine.rewriting.build_ast import at, call, constant, either, like, load, store
from generator.engine.rewriting.notes import Note
from generator.engine.rewriting.statements import Tail, is_guard


class Control(Assignments):
    """Rewrites `if`, `while`, `for`, `match` and what leaves them."""

    def on_If(self, node: ast.If, tail: Tail = ()) -> None:
        """Each branch begins with what is noted so far, and with the truth that leads into it."""
        condition, told = self.decide(node, node.test)
        if self.loud:
            self.code.flush()
        pending = self.code.take()
        body = self.block(node.body, (*pending, told(True)), tail=tail)
        no = (*pending, told(False))
        if is_guard(node):
            self.code.statements.append(new.If(condition, body, []))
            self.code.pending += no
        else:
            self.code.statements.append(new.If(condition, body, self.block(node.orelse, no, tail=tail)))

    def on_Assert(self, node: ast.Assert) -> None:
        condition, told = self.decide(node, node.test)
        if self.loud:
            self.code.flush()
        pending = self.code.take()
        with self.apart((*pending, told(False))) as failing:
            failing.flush()
            failing.add(like(node, test=constant(value=False), msg=node.msg and self.expr(node.msg)))
        self.code.statements.append(new.If(condition, [new.Pass()], failing.statements))
        self.code.pending += (*pending, told(True))

    def on_While(self, node: ast.While) -> None:
        self.code.flush()
        with self.inside_loop(node):
            condition, told = self.decide(node, node.test)
            body = self.block(node.body, (told(True),), self.budget(node))
        self.finish_loop(node, lambda otherwise: like(node, test=condition, body=body, orelse=otherwise), told(False))

    def on_For(self, node: ast.For) -> None:
        literal = isinstance(node.iter, ast.Tuple | ast.List | ast.Constant)
        source = self.once(node.iter)
        self.note("loop", node, source)
        self.code.flush()
        self.code.statements.append(self.budget(node))
        limited = source if literal else at(node.iter, call("@islice", source, load("@N")))
        with self.inside_loop(node):
            target, body = self.turn(node)
        end = Note((self.site("end", node),))
        self.finish_loop(node, lambda last: like(node, target=target, iter=limited, body=body, orelse=last), end)

    def finish_loop(self, node: ast.For | ast.While, loop: Callable[[list[ast.stmt]], ast.stmt], over: Note) -> None:
        """Add a loop, then what happens when it is over; if nothing breaks it, that simply follows."""
        if id(node) in self.broken:
            self.code.statements.append(loop(self.block(node.orelse, (over,))))
            return
        self.code.statements.append(loop([]))
        self.code.pending.append(over)
        self.settle()
        for statement in node.orelse:
            self.statement(statement)

    @contextmanager
    def inside_loop(self, node: ast.stmt) -> Iterator[None]:
        self.loops = (*self.loops, node)
        yield
        self.loops = self.loops[:-1]

    def turn(self, node: ast.For) -> tuple[ast.expr, list[ast.stmt]]:
        """The target and the body of a loop, which begins with the event of its bindings."""
        self.loud = False
        target = node.target
        bound = names.target_names(target)
        with self.apart() as first:
            if not names.only_names(target):
                self.note("turn", node)
                self.settle()
                self.store(node, target, load("@turned"))
                target = store("@turned")
            else:
                for name in () if self.novelty(node.iter, elements=True) == "old" else bound:
                    self.see(name)
                self.note("turn", node, *map(load, bound), bound=bound)
        return target, self.block(node.body, tuple(first.pending), *first.statements)

    def on_Break(self, node: ast.Break) -> None:
        self.broken.add(id(self.loops[-1]))
        self.note("break", node)
        self.code.flush()
        self.add(node)

    def on_Continue(self, node: ast.Continue) -> None:
        self.note("continue", node)
        self.code.flush()
        self.add(node)

    def on_Match(self, node: ast.Match) -> None:
        subject = self.value(node.subject)
        self.code.flush()
        self.code.statements.append(like(node, subject=subject, cases=[self.case(case) for case in node.cases]))

    def case(self, case: ast.match_case) -> ast.match_case:
        bound = names.pattern_names(case.pattern)
        told = self.event(self.site("match", case, bound), *(call("@S", load(name)) for name in bound))
        if case.guard is None:
            return like(case, body=self.block(case.body, (), new.Expr(told)))
        guard = either(told, self.test(case.guard, case.guard))
        return like(case, guard=guard, body=self.block(case.body))
