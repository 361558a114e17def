"""Statements in general: blocks, what is noted between statements, and values that are read again."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial

from generator.engine.program import NEW, giving_method, plain_method
from generator.engine.rewriting import build_ast as new
from generator.engine.rewriting.build_ast import at, both, call, constant, like, load, put
from generator.engine.rewriting.calls import FOLLOWING, FORBIDDEN_MODULES, REMOVING, is_number, is_plain_display
from generator.engine.rewriting.facts import root
from generator.engine.rewriting.notes import Code, Note
from generator.engine.rewriting.scopes import Scopes

LEAVING = (ast.Return, ast.Raise, ast.Break, ast.Continue)
NONE = constant(None)
_SHORT = 2
"""Statements after a branch that are short enough to be written into each of its ways."""
Tail = tuple[Callable[[Code], None], ...]
"""What adds the statements after a branch, and their events, to the code of each of its ways."""


class Statements(Scopes):
    """Writes the statements that take one statement's place; `on_Assign` and its like do so for their kinds."""

    def block(
        self, body: list[ast.stmt], pending: tuple[Note, ...] = (), *first: ast.stmt, tail: Tail = ()
    ) -> list[ast.stmt]:
        """The statements that take the place of a block, after those that are given; all its events are written."""
        outer, temporaries = self.code, self.temporaries
        self.code = self.new_code(pending)
        self.code.statements += first
        self.settle()
        self.run(body, tail)
        self.code.flush()
        done, self.code, self.temporaries = self.code.statements, outer, temporaries
        return done

    def run(self, body: list[ast.stmt], tail: Tail = ()) -> None:
        """Rewrite statement by statement, then what follows the block; a branch takes over what follows it."""
        for place, statement in enumerate(body):
            if isinstance(statement, ast.If) and self.merged and not is_guard(statement):
                rest = self.tail(body[place + 1 :])
                if rest is not None and (rest or tail):
                    return self.statement(statement, (*rest, *tail))
            self.statement(statement)
        if not body or not isinstance(body[-1], LEAVING):
            for step in tail:
                step(self.code)
        return None

    def statement(self, node: ast.stmt, tail: Tail = ()) -> None:
        handle = self.handlers.get(type(node))
        if handle is None:
            raise self.refuse(node, f"`{type(node).__name__}`")
        if not self.code.pending:
            self.temporaries = 0
        self.loud = False
        handle(self, node, *([tail] if tail else []))
        self.settle()

    def settle(self) -> None:
        """Write the notes at once where the program is to be exact."""
        if not self.merged:
            self.code.flush()

    def add(self, statement: ast.stmt, *bound: str) -> None:
        """Add a statement, with the notes before it where it, or one before it that belongs to it, is loud."""
        if self.loud or not self.merged:
            self.code.flush()
        self.code.add(statement, *bound)

    def put(self, name: str, value: ast.expr) -> None:
        self.add(put(name, value), name)

    def note(self, kind: str, node: ast.AST, *values: ast.expr, bound: tuple[str, ...] = ()) -> None:
        self.code.pending.append(Note((self.site(kind, node, bound),), values))

    def once(self, node: ast.expr) -> ast.expr:
        """An expression that can be read again: a name or a constant as it is, else a temporary that is filled here."""
        if isinstance(node, ast.Constant) or (isinstance(node, ast.Name) and node.id not in self.facts.unstable):
            return self.expr(node)
        if (changing := self.following(node)) is not None:
            return self.change(changing)
        name = self.temporary()
        self.fill(name, node)
        return load(name)

    def fill(self, name: str, node: ast.expr) -> None:
        """Bind a name to the value of an expression; if that is a new container, it is seen."""
        if is_plain_display(node, self.facts):
            self.put(name, self.expr(node))
            self.code.pending.append(Note((NEW,), (load(name), self.enrolled(name, node))))
        elif self.is_unsure(node):
            self.put(name, self.expr(node))
            self.see(name)
        else:
            self.put(name, self.value(node))

    def enrolled(self, name: str, node: ast.expr) -> ast.expr:
        """Have a new list, set or dict among the objects seen, without a call; a copy of it."""
        place = new.Subscript(load("@seen"), call("@id", load(name)), new.STORE)
        self.add(new.Assign([place], load(name)))
        copy = self.temporary()
        if isinstance(node, ast.Dict):
            self.put(copy, new.Dict([None], [load(name)]))
        else:
            kind = new.List if isinstance(node, ast.List) else new.Set
            self.put(copy, like(kind([new.Starred(load(name), new.LOAD)]), ctx=new.LOAD))
        return load(copy)

    def see(self, name: str) -> None:
        """See the value of a name, unless its type shows that it holds nothing that can change."""
        self.add(new.Expr(new.seen(load(name))))

    def budget(self, node: ast.AST) -> ast.stmt:
        """Stop a run that is past its event limit."""
        return new.Expr(both(new.is_over(), at(node, call("@X"))))

    # Short statements after a branch

    def tail(self, rest: list[ast.stmt]) -> Tail | None:
        """What little follows a branch, to be added to each of its ways; None if it is more than that."""
        if len(rest) > _SHORT or not all(map(self.is_simple, rest)):
            return None
        return tuple(map(self.simple, rest))

    def is_simple(self, node: ast.stmt) -> bool:
        """Whether a statement is `x += 1` or `return x`, or the like."""
        if isinstance(node, ast.AugAssign):
            plain = isinstance(node.target, ast.Name) and node.target.id not in self.facts.unstable
            return plain and is_number(node.value) and not isinstance(node.op, ast.Mult)
        value = node.value if isinstance(node, ast.Return) else node
        return isinstance(value, ast.Constant) or (isinstance(value, ast.Name) and value.id not in self.facts.unstable)

    def simple(self, node: ast.stmt) -> Callable[[Code], None]:
        """What adds a simple statement and its event to some code."""
        if isinstance(node, ast.Return):
            assert node.value is not None
            return partial(_leave, node, Note((self.site("return", node),), (self.expr(node.value),)))
        assert isinstance(node, ast.AugAssign)
        assert isinstance(node.target, ast.Name)
        name = node.target.id
        return partial(_augment, node, name, Note((self.site("bind", node, (name,)),), (load(name), node.value)))

    # Statements of no weight

    def on_Pass(self, node: ast.stmt) -> None:
        self.add(node)

    on_Global = on_Nonlocal = on_Pass

    def on_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        """Modules are no part of the state; only a name that the program also binds otherwise is told."""
        if any(alias.name == "*" for alias in node.names):
            raise self.refuse(node, "`import *`")
        self.loud = True
        if withheld := [alias for alias in node.names if self.is_withheld(node, alias)]:
            return self.withhold(node, withheld)
        self.add(node)
        if retold := tuple(name for name in map(bound_by, node.names) if self.is_retold(name)):
            self.note("bind", node, *map(load, retold), bound=retold)
        return None

    def is_retold(self, name: str) -> bool:
        return name in self.facts.rebound or name in self.facts.defined

    def is_withheld(self, node: ast.Import | ast.ImportFrom, alias: ast.alias) -> bool:
        module = alias.name if isinstance(node, ast.Import) else node.module or ""
        return module.split(".")[0] in FORBIDDEN_MODULES

    def withhold(self, node: ast.Import | ast.ImportFrom, withheld: list[ast.alias]) -> None:
        """Leave modules that can't be replayed aside: many programs import them, and use them elsewhere or never."""
        if rest := [alias for alias in node.names if alias not in withheld]:
            self.on_Import(like(node, names=rest))
        for alias in withheld:
            name = bound_by(alias)
            if self.is_retold(name):
                raise self.refuse(node, f"`{name}`")
            module = alias.name if isinstance(node, ast.Import) else node.module
            self.add(put(name, call("@withheld", constant(f"module `{module}`"), constant(node.lineno))), name)

    on_ImportFrom = on_Import

    def on_Expr(self, node: ast.Expr) -> None:
        if (changing := self.following(node.value)) is not None:
            self.change(changing, used=False)
        elif (removing := self.following(node.value, REMOVING)) is not None:
            self.remove(removing)
        else:
            self.add(like(node, value=self.expr(node.value)))

    # Methods that change their object, without the detour through `@method`

    def following(self, node: ast.expr, methods: frozenset[str] = FOLLOWING) -> ast.Call | None:
        """A call whose effect follows from its arguments and its result; None for anything else."""
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.keywords:
            return None
        name, owner, known = node.func.attr, node.func.value, self.facts
        plain = name in methods and name not in known.methods and not known.hashes
        starred = any(isinstance(argument, ast.Starred) for argument in node.args)
        library = root(owner) in known.imports or (isinstance(owner, ast.Name) and owner.id not in known.rebound)
        return node if plain and not starred and not library else None

    def change(self, node: ast.Call, *, used: bool = True) -> ast.expr:
        """`xs.append(x)`, `xs.pop()` and their like; what the call gives, if it is used."""
        method = node.func
        assert isinstance(method, ast.Attribute)
        owner = self.once(method.value)
        given = [self.once(argument) for argument in node.args]
        act: ast.expr = like(node, func=like(method, value=owner), args=given)
        site = self.site("method", node)
        if not used and not method.attr.startswith("pop"):
            self.add(new.Expr(act))
            self.code.pending.append(Note((site,), (owner, *given), plain_method))
            return NONE
        name = self.temporary()
        self.put(name, act)
        self.code.pending.append(Note((site,), (owner, load(name), *given), giving_method))
        return load(name)

    def remove(self, node: ast.Call) -> None:
        """`xs.remove(x)` follows from its argument where `xs` is a set; elsewhere, items would have to be compared."""
        method = node.func
        assert isinstance(method, ast.Attribute)
        owner, given = self.once(method.value), [self.once(argument) for argument in node.args]
        told = Note((self.site("method", node),), (owner, *given), plain_method)
        pending = self.code.take()
        directly, otherwise = self.new_code(pending), self.new_code(pending)
        directly.add(new.Expr(like(node, func=like(method, value=owner), args=given)))
        directly.pending.append(told)
        directly.flush()
        otherwise.flush()
        called = at(node, call("@method", constant(told.head[0]), owner, constant(method.attr), *given))
        otherwise.add(new.Expr(called))
        self.code.statements.append(new.If(new.is_set(owner), directly.statements, otherwise.statements))


def bound_by(alias: ast.alias) -> str:
    """The name that an import binds."""
    return (alias.asname or alias.name).split(".")[0]


def _leave(statement: ast.stmt, told: Note, code: Code) -> None:
    code.pending.append(told)
    code.flush()
    code.add(statement)


def _augment(statement: ast.stmt, name: str, told: Note, code: Code) -> None:
    code.add(statement, name)
    code.pending.append(told)


def is_guard(node: ast.If) -> bool:
    """Whether what follows an `if` is what happens where it fails."""
    return isinstance(node.body[-1], LEAVING) and not node.orelse
