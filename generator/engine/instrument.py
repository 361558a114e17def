"""Compiles a program so that it records itself: each construct's handling stands under the construct's own name.

The tree is rewritten once per program text, and comes in two kinds. The merged one writes several events at once where
nothing can come between them (`notes.py`), and gives up when an exception is on its way; the exact one writes each
statement's events at once, so that it tells how far a run came before an exception. Names of ours begin with "@", which
no program can write:

    @L, @E(event)         the rows, and what appends one       @S(value)    sees a value: copies a new container
    @N, @len, @X          the limit, `len`, the stop           @T, @A       `type`, and the types that need no copy
    @look, @again         what a container holds now           @U           UNREACHED
    @seen, @id            the objects seen, by their `id`      @set         `set`
    @islice, @turns       iterables, no longer than the limit  @get         a subscript that may insert
    @method, @foreign     calls that may change what they get  @keyed       a key that has a hash of its own
    @mutator, @spread     a method that is kept; `*xs` in a call @cached    a `cached_property`
    @truth, @bound, @called, @resume                           events where no statement can stand
    @print, @input, @see_defaults, @see_class, @ids, @slice    as they say
    @abandon, @Stop       what ends a merged run               @1, @2, ...  temporaries
    @id3                  number of a frame of function 3      @main        the module body, as a function

The module body becomes a function whose own names are global, so that these are fast locals and closures.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import CodeType
from typing import Any

from generator.engine import build_ast as new
from generator.engine import names
from generator.engine.build_ast import at, both, call, constant, do, either, like, load, put, store
from generator.engine.calls import FIXED_ATTRIBUTES, FOLLOWING, REMOVING, is_number, is_plain_display
from generator.engine.expressions import Expressions
from generator.engine.facts import root
from generator.engine.notes import Code, Note
from generator.engine.program import MUTATE, NEW, Program, giving_method, plain_method, unless_none
from generator.types import Rejected

FILENAME = "<program>"
ALIASES = tuple(
    "@L @E @S @N @len @X @T @A @U @seen @id @set @look @again @islice @turns @method @foreign @get @mutator @spread @keyed @cached "
    "@slice @truth @bound @called @resume @print @input @see_defaults @see_class @ids @abandon @Stop".split()
)
_IN_PLACE = (ast.Add, ast.Sub, ast.Mult, ast.BitOr, ast.BitAnd, ast.BitXor)
_LEAVING = (ast.Return, ast.Raise, ast.Break, ast.Continue)
_NONE = constant(None)
_SHORT = 2
"""Statements after a branch that are short enough to be written into each of its ways."""
Tail = tuple[Callable[[Code], None], ...]
"""What adds the statements after a branch, and their events, to the code of each of its ways."""


@lru_cache(maxsize=2048)
def instrument(text: str, *, exact: bool = False) -> Program:
    """Compile a program text for recording; `exact` where exceptions are to be followed.

    Raises SyntaxError as `compile` does, and Rejected("unsupported") for what can't be replayed exactly.
    """
    tree = ast.parse(text, FILENAME)
    work = Instrumenter(tree, merged=not exact)
    code = compile(work.module(tree), FILENAME, "exec", dont_inherit=True)
    return Program(text, tuple(work.sites), code, tuple(work.functions), tuple(work.blocks), work.merged)


@lru_cache(maxsize=2048)
def instrument_entry(text: str) -> CodeType:
    """Compile the expression that is evaluated after the module body: the arguments of its calls are seen."""
    entry = ast.parse(text, "<entry>", "eval")
    for node in ast.walk(entry):
        if isinstance(node, ast.Call):
            node.args = [arg if isinstance(arg, ast.Starred) else call("@S", arg) for arg in node.args]
            for keyword in node.keywords:
                keyword.value = call("@S", keyword.value)
    return compile(entry, "<entry>", "eval", dont_inherit=True)


class Instrumenter(Expressions):
    """The statement half: `on_Assign` and its like write the statements that take one statement's place."""

    def __init__(self, tree: ast.Module, *, merged: bool) -> None:
        super().__init__(tree, merged=merged)
        self.broken: set[int] = set()
        for kind in ("new", "print", "read", "mutate"):
            self.site(kind, tree)

    def module(self, tree: ast.Module) -> ast.Module:
        futures = [s for s in tree.body if s is tree.body[0] and _is_docstring(s)]
        futures += [s for s in tree.body if isinstance(s, ast.ImportFrom) and s.module == "__future__"]
        shared: list[ast.stmt] = [new.Global(sorted(self.function.bound))] if self.function.bound else []
        body = [*shared, *self.block([s for s in tree.body if s not in futures]), new.Pass()]
        return ast.Module([*futures, new.FunctionDef("@main", new.parameters(ALIASES), body, [])], [])

    # Statements, and the notes between them

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
            if isinstance(statement, ast.If) and self.merged and not _is_guard(statement):
                rest = self.tail(body[place + 1 :])
                if rest is not None and (rest or tail):
                    return self.statement(statement, (*rest, *tail))
            self.statement(statement)
        if not body or not isinstance(body[-1], _LEAVING):
            for step in tail:
                step(self.code)
        return None

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
            told = Note((self.site("return", node),), (self.expr(node.value),))
            return lambda code: (code.pending.append(told), code.flush(), code.add(node)) and None
        assert isinstance(node, ast.AugAssign)
        assert isinstance(node.target, ast.Name)
        name = node.target.id
        bound = Note((self.site("bind", node, (name,)),), (load(name), node.value))
        return lambda code: (code.add(node, name), code.pending.append(bound)) and None

    def statement(self, node: ast.stmt, tail: Tail = ()) -> None:
        handle = _HANDLERS.get(type(node))
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
        self.add(new.Expr(either(new.is_atomic(load(name)), call("@S", load(name)))))

    def budget(self, node: ast.AST) -> ast.stmt:
        """Stop a run that is past its event limit."""
        return new.Expr(both(new.is_over(), at(node, call("@X"))))

    def on_Pass(self, node: ast.stmt) -> None:
        self.add(node)

    on_Global = on_Nonlocal = on_Pass

    def on_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        """Modules are no part of the state; only a name that the program also binds otherwise is told."""
        if any(alias.name == "*" for alias in node.names):
            raise self.refuse(node, "`import *`")
        self.loud = True
        self.add(node)
        bound = [(alias.asname or alias.name).split(".")[0] for alias in node.names]
        if retold := tuple(name for name in bound if name in self.facts.rebound | self.facts.defined):
            self.note("bind", node, *map(load, retold), bound=retold)

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
            return _NONE
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
        pending, outer = self.code.take(), self.code
        self.code = self.new_code(pending)
        self.code.add(new.Expr(like(node, func=like(method, value=owner), args=given)))
        self.code.pending.append(told)
        self.code.flush()
        directly, self.code = self.code.statements, self.new_code(pending)
        self.code.flush()
        self.code.add(at(node, do("@method", constant(told.head[0]), owner, constant(method.attr), *given)))
        otherwise, self.code = self.code.statements, outer
        self.code.statements.append(new.If(new.is_set(owner), directly, otherwise))

    # Assignments

    def on_Assign(self, node: ast.Assign) -> None:
        target = node.targets[0]
        if len(node.targets) == 1 and isinstance(target, ast.Name):
            return self.bind_name(node, target, node.value)
        chain = all(isinstance(one, ast.Name) for one in node.targets)
        if chain or (len(node.targets) == 1 and names.only_names(target)):
            return self.bind_names(node, node.targets, node.value)
        value = self.once(node.value)
        if len(node.targets) > 1 and value is node.value and isinstance(value, ast.Name):
            name = self.temporary()  # a first target may rebind the name before a second is stored
            self.put(name, value)
            value = load(name)
        for one in node.targets:
            self.store(node, one, value)
        return None

    def on_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is None:
            return
        if isinstance(node.target, ast.Name):
            self.bind_name(node, node.target, node.value)
        else:
            self.store(node, node.target, self.once(node.value))

    def bind_name(self, node: ast.stmt, target: ast.Name, value: ast.expr) -> None:
        site = self.site("bind", node, (target.id,))
        if (changing := self.following(value)) is not None:
            self.put(target.id, self.change(changing))
        else:
            self.fill(target.id, value)
        self.code.pending.append(Note((site,), (load(target.id),)))

    def bind_names(self, node: ast.stmt, targets: list[ast.expr], value: ast.expr) -> None:
        """`a, b = value` and `a = b = value`: assign as written, then tell all names in one event."""
        found = tuple(name for target in targets for name in names.target_names(target))
        starred = any(isinstance(part, ast.Starred) for target in targets for part in ast.walk(target))
        unpacks = not all(isinstance(target, ast.Name) for target in targets)
        unsure = self.novelty(value) != "old" and not isinstance(value, ast.Tuple)
        sees = starred or unsure or (unpacks and self.facts.iterates)
        taken = self.expr(value) if sees else self.value(value)
        self.loud = self.loud or (unpacks and self.facts.lazy)
        self.add(at(node, new.Assign(targets, taken)), *found)
        for name in dict.fromkeys(found) if sees else ():
            self.see(name)
        self.note("bind", node, *map(load, found), bound=found)

    def store(self, node: ast.stmt, target: ast.expr, value: ast.expr) -> None:
        """Assign a value that is already computed to a target of any shape."""
        _STORES[type(target)](self, node, target, value)

    def store_name(self, node: ast.stmt, target: ast.Name, value: ast.expr) -> None:
        self.put(target.id, value)
        self.note("bind", node, load(target.id), bound=(target.id,))

    def unpack(self, node: ast.stmt, target: ast.Tuple | ast.List, value: ast.expr) -> None:
        """Python unpacks first and then stores from left to right, so that `i, a[i] = 1, 7` stores into `a[1]`."""
        parts: list[ast.expr] = []
        for element in target.elts:
            part = store(self.temporary())
            parts.append(new.Starred(part, new.STORE) if isinstance(element, ast.Starred) else part)
        self.loud = self.loud or self.facts.lazy
        self.add(at(node, new.Assign([at(target, new.Tuple(parts, new.STORE))], value)))
        for element, part in zip(target.elts, parts, strict=True):
            name = part.value.id if isinstance(part, ast.Starred) else part.id  # type: ignore[attr-defined]
            self.see(name)
            self.store(node, element.value if isinstance(element, ast.Starred) else element, load(name))

    def store_attribute(self, node: ast.stmt, target: ast.Attribute, value: ast.expr) -> None:
        if target.attr in FIXED_ATTRIBUTES:
            raise self.refuse(node, f"storing `{target.attr}`")
        owner = self.once(target.value)
        self.add(at(node, new.Assign([like(target, value=owner)], value)))
        self.note("attr", node, owner, value, bound=(target.attr,))

    def store_item(self, node: ast.stmt, target: ast.Subscript, value: ast.expr) -> None:
        owner = self.once(target.value)
        if isinstance(target.slice, ast.Slice):
            self.loud = True
            self.add(at(node, new.Assign([like(target, value=owner, slice=self.expr(target.slice))], value)))
            return self.look("mutate", node, owner)
        key = self.once(target.slice)
        self.add(at(node, new.Assign([like(target, value=owner, slice=key)], value)))
        self.note("item", node, owner, key, value)
        return self.keyed(owner, key)

    def look(self, kind: str, node: ast.AST, owner: ast.expr) -> None:
        """Tell what an object holds now."""
        self.code.flush()
        self.add(do("@look", constant(self.site(kind, node)), owner))

    def on_AugAssign(self, node: ast.AugAssign) -> None:
        """`x += v`: the operand and the new value are told; changed in place or not is seen, not guessed."""
        if isinstance(node.target, ast.Name):
            self.augment_name(node, node.target)
        else:
            self.augment_place(node, node.target)

    def augment_name(self, node: ast.AugAssign, target: ast.Name) -> None:
        if target.id in self.facts.unstable:
            name = self.temporary()  # the operand may rebind the target, whose value Python has read before
            self.put(name, load(target.id))
            operand = self.once(node.value)
            self.add(at(node, new.AugAssign(store(name), node.op, operand)))
            self.put(target.id, load(name))
        else:
            operand = self.once(node.value)
            self.add(like(node, value=operand), target.id)
        self.changed(node.op, operand, target.id)
        self.note("bind", node, load(target.id), operand, bound=(target.id,))

    def augment_place(self, node: ast.AugAssign, target: ast.Attribute | ast.Subscript) -> None:
        owner = self.once(target.value)
        if isinstance(target, ast.Attribute):
            place: ast.Attribute | ast.Subscript = like(target, value=owner)
            key: tuple[ast.expr, ...] = ()
        elif isinstance(target.slice, ast.Slice):
            return self.augment_slice(node, target.slice, owner)
        else:
            key = (self.once(target.slice),)
            place = like(target, value=owner, slice=key[0])
        name = self.temporary()
        self.put(name, like(place, ctx=new.LOAD))
        operand = self.once(node.value)
        self.add(at(node, new.AugAssign(store(name), node.op, operand)), name)
        self.changed(node.op, operand, name)
        self.add(at(node, new.Assign([place], load(name))))
        if key:
            self.note("item", node, owner, *key, load(name), operand)
            return self.keyed(owner, key[0])
        return self.note("attr", node, owner, load(name), operand, bound=(target.attr,))  # type: ignore[union-attr]

    def augment_slice(self, node: ast.AugAssign, part: ast.Slice, owner: ast.expr) -> None:
        """`xs[a:b] += v`: the slice is read, changed and stored; what the list holds then is told."""
        self.loud = True
        ends = [constant(None) if end is None else self.expr(end) for end in (part.lower, part.upper, part.step)]
        key, name = self.temporary(), self.temporary()
        self.put(key, call("@slice", *ends))
        self.put(name, at(node.target, new.Subscript(owner, load(key), new.LOAD)))
        self.add(at(node, new.AugAssign(store(name), node.op, self.expr(node.value))))
        self.add(at(node, new.Assign([at(node.target, new.Subscript(owner, load(key), new.STORE))], load(name))))
        self.look("mutate", node, owner)

    def keyed(self, owner: ast.expr, key: ast.expr) -> None:
        """Look again at a container whose key has a hash of its own, which replaying must not ask."""
        if self.facts.hashes and not isinstance(key, ast.Constant):
            self.code.flush()
            self.add(do("@keyed", owner, key))

    def changed(self, op: ast.operator, operand: ast.expr, result: str) -> None:
        """Copy the result again where the operator may have changed a container in place."""
        number = is_number(operand) and not isinstance(op, ast.Mult)
        if number or not isinstance(op, _IN_PLACE):
            return
        copy = self.temporary()
        self.put(copy, new.IfExp(new.is_atomic(load(result)), _NONE, call("@again", load(result))))
        self.code.pending.append(Note((MUTATE,), (load(result), load(copy)), unless_none))

    def on_Delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            self.delete(node, target)

    def delete(self, node: ast.Delete, target: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self.add(like(node, targets=[target]), target.id)
            self.note("unbind", node, bound=(target.id,))
        elif isinstance(target, ast.Attribute):
            owner = self.once(target.value)
            self.add(like(node, targets=[like(target, value=owner)]))
            self.note("detach", node, owner, bound=(target.attr,))
        elif isinstance(target, ast.Tuple | ast.List):
            for element in target.elts:
                self.delete(node, element)
        else:
            assert isinstance(target, ast.Subscript)
            self.delete_item(node, target)

    def delete_item(self, node: ast.Delete, target: ast.Subscript) -> None:
        owner = self.once(target.value)
        if isinstance(target.slice, ast.Slice):
            self.loud = True
            self.add(like(node, targets=[like(target, value=owner, slice=self.expr(target.slice))]))
            return self.look("mutate", node, owner)
        key = self.once(target.slice)
        self.add(like(node, targets=[like(target, value=owner, slice=key)]))
        self.note("drop", node, owner, key)
        return self.keyed(owner, key)

    # Branches and loops

    def on_If(self, node: ast.If, tail: Tail = ()) -> None:
        """Each branch begins with what is noted so far, and with the truth that leads into it."""
        condition, told = self.decide(node, node.test)
        if self.loud:
            self.code.flush()
        pending = self.code.take()
        body = self.block(node.body, (*pending, told(True)), tail=tail)
        no = (*pending, told(False))
        if _is_guard(node):
            self.code.statements.append(new.If(condition, body, []))
            self.code.pending += no
        else:
            self.code.statements.append(new.If(condition, body, self.block(node.orelse, no, tail=tail)))

    def on_Assert(self, node: ast.Assert) -> None:
        condition, told = self.decide(node, node.test)
        if self.loud:
            self.code.flush()
        pending = self.code.take()
        outer, self.code = self.code, self.new_code((*pending, told(False)))
        self.code.flush()
        self.code.add(like(node, test=constant(value=False), msg=node.msg and self.expr(node.msg)))
        failing, self.code = self.code.statements, outer
        self.code.statements.append(new.If(condition, [new.Pass()], failing))
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
        outer, self.code = self.code, self.new_code()
        self.loud = False
        target = node.target
        bound = names.target_names(target)
        if not names.only_names(target):
            self.note("turn", node)
            self.settle()
            self.store(node, target, load("@turned"))
            target = store("@turned")
        else:
            for name in () if self.novelty(node.iter, elements=True) == "old" else bound:
                self.see(name)
            self.note("turn", node, *map(load, bound), bound=bound)
        first, self.code = self.code, outer
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

    # Functions and classes

    def on_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.loud = True
        site = self.site("define", node, (node.name,))
        self.add(self.function_def(node, node.name), node.name)
        self.add(do("@see_defaults", load(node.name)))
        self.code.pending.append(Note((site,), (load(node.name),)))

    def function_def(self, node: ast.FunctionDef, shown: str) -> ast.FunctionDef:
        """The function rewritten; `shown` is the name that readers see, with the class for a method."""
        decorators = [self.expr(decorator) for decorator in node.decorator_list]
        signature = _without_annotations(self.signature(node.args))
        outer = self.function, self.loops, self.code, self.temporaries, self.loud
        self.function, self.loops, self.code, self.temporaries = self.enter(node, shown), (), self.new_code(), 0
        body = self.function_body(node)
        self.function, self.loops, self.code, self.temporaries, self.loud = outer
        return like(node, decorator_list=decorators, args=signature, returns=None, body=body)

    def function_body(self, node: ast.FunctionDef) -> list[ast.stmt]:
        """The event of the call, then the body, which tells how it is left."""
        function = self.function
        first: list[ast.stmt] = [s for s in node.body if isinstance(s, ast.Global | ast.Nonlocal)]
        body = [s for s in node.body if s not in first]
        if function.keeps_id:
            first.append(put(f"@id{function.number}", call("@ids")))
        if self.facts.lazy or self.facts.implicit or node.name in self.facts.recursive:
            first.append(self.budget(node))
        for name in function.parameters:
            if self.is_news(node, name):
                first.append(new.Expr(either(new.is_atomic(load(name)), call("@S", load(name)))))
        called = Note((self.site("call", node),), (*self.frame_ids(), *map(load, function.parameters)))
        documented = node.body[:1] if _is_docstring(node.body[0]) else []
        return [*documented, *first, *self.guarded(node, self.whole(node, body, called))]

    def whole(self, node: ast.FunctionDef, body: list[ast.stmt], called: Note) -> list[ast.stmt]:
        """The body of a function from its call to its return."""
        self.code.pending.append(called)
        self.settle()
        end: Tail = ()
        if not isinstance(node.body[-1], ast.Return | ast.Raise):
            told = Note((self.site("return", node), None))
            end = (lambda code: code.pending.append(told),)
        self.run(body, end)
        self.code.flush()
        return self.code.statements

    def guarded(self, node: ast.FunctionDef, body: list[ast.stmt]) -> list[ast.stmt]:
        """A function's body that tells of the exception that leaves it; in a merged run, that is the end of it."""
        function = self.function
        if self.merged and not self.facts.lazy and not function.defers_leave:
            return body
        if self.merged:
            unwind = [do("@abandon")]
        else:
            own_id = self.frame_ids()[:1] if function.is_generator else ()
            unwind = [new.Expr(self.event(self.site("unwind", node), load("@e"), *own_id)), new.Raise()]
        leave = [new.Expr(self.event(self.site("leave", node)))] if function.defers_leave else []
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
        if isinstance(part, ast.ClassDef) and not part.decorator_list:
            return like(part, body=self.class_body(part))
        if isinstance(part, ast.Assign | ast.AnnAssign | ast.Pass) or _is_literal(part):
            return new.rebuilt(part, self.lambdas)
        raise self.refuse(part, f"`{type(part).__name__}` in a class body")

    def lambdas(self, node: Any) -> Any:
        """An expression with its lambdas rewritten, and nothing else of it."""
        return self.visit_Lambda(node) if isinstance(node, ast.Lambda) else new.rebuilt(node, self.lambdas)

    def on_Return(self, node: ast.Return) -> None:
        value = _NONE if node.value is None else self.once(node.value)
        self.note("return", node, value)
        self.code.flush()
        self.add(like(node, value=value))

    # Exceptions

    def on_Raise(self, node: ast.Raise) -> None:
        if node.exc is None:
            self.note("raise", node, _NONE)
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
        if self.merged:
            return like(node, type=node.type or load("@Stop"), body=[do("@abandon")])
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
        outer, self.code = self.code, self.new_code()
        item = node.items[0]
        manager, target = self.value(item.context_expr), item.optional_vars
        if target is not None:
            name = self.temporary()
            self.see(name)
            self.store(node, target, load(name))
            target = store(name)
        self.code.flush()
        first, self.code = self.code.statements, outer
        body = self.block(node.body, (), *first)
        self.code.statements.append(
            like(node, items=[like(item, context_expr=manager, optional_vars=target)], body=body)
        )
        self.code.statements += self.awake(node)
        return None


def _is_guard(node: ast.If) -> bool:
    """Whether what follows an `if` is what happens where it fails."""
    return isinstance(node.body[-1], _LEAVING) and not node.orelse


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_literal(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _without_annotations(arguments: ast.arguments) -> ast.arguments:
    def bare(one: ast.arg | None) -> ast.arg | None:
        return one and (like(one, annotation=None) if one.annotation else one)

    return like(
        arguments,
        posonlyargs=[bare(one) for one in arguments.posonlyargs],
        args=[bare(one) for one in arguments.args],
        vararg=bare(arguments.vararg),
        kwonlyargs=[bare(one) for one in arguments.kwonlyargs],
        kwarg=bare(arguments.kwarg),
    )


_STORES: dict[type[ast.expr], Callable[..., None]] = {
    ast.Name: Instrumenter.store_name,
    ast.Attribute: Instrumenter.store_attribute,
    ast.Subscript: Instrumenter.store_item,
    ast.Tuple: Instrumenter.unpack,
    ast.List: Instrumenter.unpack,
}
_HANDLERS: dict[type[ast.AST], Callable[..., None]] = {
    getattr(ast, name.removeprefix("on_")): method
    for name, method in vars(Instrumenter).items()
    if name.startswith("on_")
}
