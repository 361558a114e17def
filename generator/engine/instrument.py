"""Compiles a program so that it records itself: each construct's handling stands under the construct's own name.

The tree is rewritten once per program text. Names of ours begin with "@", which no program can write:

    @E(event)             appends an event                     @S(value)    sees a value: copies a new container
    @N, @L, @X            the limit, the events, the stop      @T, @A       `type`, and the types that need no copy
    @look                 sees what a container holds now      @U           UNREACHED
    @method, @foreign     calls that may change what they get  @get         a subscript that may insert
    @mutator, @spread     a method that is kept; `*xs` in a call @keyed      a key that has a hash of its own
    @cached               a `cached_property`                  @slice       `slice`
    @turn, @truth, @bound, @called, @resume                    events where no statement can stand
    @print, @input, @see_defaults, @see_class, @ids            as they say
    @1, @2, ...           temporaries of one statement         @id3         number of a frame of function 3

The module body becomes a function whose own names are global, so that these are fast locals and closures.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from generator.engine import names
from generator.engine.build_ast import both, call, do, either, keep, load, parameters, put, store, tuple_of
from generator.engine.calls import FIXED_ATTRIBUTES, is_number
from generator.engine.expressions import Expressions
from generator.engine.program import MUTATE, Program

FILENAME = "<program>"
ALIASES = tuple(
    "@E @S @N @L @X @T @A @U @look @method @foreign @get @mutator @spread @keyed @cached @slice @turn @truth @bound "
    "@called @resume @print @input @see_defaults @see_class @ids @Stop".split()
)
_IN_PLACE = (ast.Add, ast.Sub, ast.Mult, ast.BitOr, ast.BitAnd, ast.BitXor)


@lru_cache(maxsize=1024)
def instrument(text: str) -> Program:
    """Compile a program text for recording.

    Raises SyntaxError as `compile` does, and Rejected("unsupported") for what can't be replayed exactly.
    """
    tree = ast.parse(text, FILENAME)
    work = Instrumenter(tree, ast.parse(text, FILENAME))
    module = ast.fix_missing_locations(work.module(tree))
    return Program(
        text, tuple(work.sites), compile(module, FILENAME, "exec", dont_inherit=True), tuple(work.functions_made)
    )


def instrument_entry(text: str) -> ast.Expression:
    """The expression that is evaluated after the module body: the arguments of its calls are seen."""
    entry = ast.parse(text, "<entry>", "eval")
    for node in ast.walk(entry):
        if isinstance(node, ast.Call):
            node.args = [arg if isinstance(arg, ast.Starred) else call("@S", arg) for arg in node.args]
            for keyword in node.keywords:
                keyword.value = call("@S", keyword.value)
    return ast.fix_missing_locations(entry)


class Instrumenter(Expressions):
    """The statement half: `on_Assign` and its like give the statements that take one statement's place."""

    def __init__(self, tree: ast.Module, pristine: ast.Module) -> None:
        super().__init__(tree, pristine)
        for kind in ("new", "print", "read", "mutate"):
            self.site(kind, pristine)

    def module(self, tree: ast.Module) -> ast.Module:
        futures = [s for s in tree.body if s is tree.body[0] and _is_docstring(s)]
        futures += [s for s in tree.body if isinstance(s, ast.ImportFrom) and s.module == "__future__"]
        shared: list[ast.stmt] = [ast.Global(sorted(self.function.bound))] if self.function.bound else []
        body = [*shared, *self.block([s for s in tree.body if s not in futures]), ast.Pass()]
        main = ast.FunctionDef("@main", parameters(ALIASES), body, [], lineno=1)
        return ast.Module([*futures, main], [])

    def block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        return [new for statement in body for new in self.statement(statement)]

    def statement(self, node: ast.stmt) -> list[ast.stmt]:
        handle = getattr(self, f"on_{type(node).__name__}", None)
        if handle is None:
            raise self.refuse(node, f"`{type(node).__name__}`")
        self.temporaries = 0
        return [new if new is node else ast.copy_location(new, node) for new in handle(node)]

    def note(self, site: ast.Constant, *values: ast.expr) -> ast.Expr:
        return ast.Expr(self.event(site, *values))

    def once(self, node: ast.expr, before: list[ast.stmt]) -> ast.expr:
        """An expression that can be read again: a name or a constant as it is, else a temporary that `before` fills."""
        unsure = self.novelty(node) == "maybe"
        value = self.expr(node) if unsure else self.value(node)
        if isinstance(value, ast.Constant) or (isinstance(value, ast.Name) and value.id not in self.unstable):
            return value
        name = self.temporary()
        before.append(put(name, value))
        if unsure:
            before.append(self.unless_atomic("@S", load(name)))
        return load(name)

    def budget(self) -> ast.stmt:
        """Stop a run that is past its event limit."""
        length = ast.Call(ast.Attribute(load("@L"), "__len__", ast.Load()), [], [])
        return ast.Expr(both(ast.Compare(load("@N"), [ast.Lt()], [length]), call("@X")))

    def unless_atomic(self, act: str, value: ast.Name, *arguments: ast.expr) -> ast.stmt:
        """Call a helper on a value, unless its type shows that it holds nothing that can change."""
        return ast.Expr(either(ast.Compare(call("@T", value), [ast.In()], [load("@A")]), call(act, *arguments, value)))

    def on_Pass(self, node: ast.stmt) -> list[ast.stmt]:
        return [node]

    on_Global = on_Nonlocal = on_Pass

    def on_Import(self, node: ast.Import | ast.ImportFrom) -> list[ast.stmt]:
        """Modules are no part of the state; only a name that the program also binds otherwise is told."""
        if any(alias.name == "*" for alias in node.names):
            raise self.refuse(node, "`import *`")
        bound = [(alias.asname or alias.name).split(".")[0] for alias in node.names]
        retold = tuple(name for name in bound if name in self.rebound | self.defined)
        return [node, *([self.note(self.site("bind", node, retold), *map(load, retold))] if retold else [])]

    on_ImportFrom = on_Import

    def on_Expr(self, node: ast.Expr) -> list[ast.stmt]:
        act = node.value
        if isinstance(act, ast.Call) and isinstance(act.func, ast.Attribute) and _appends(act):
            return self.append(node, act.func.value, act.args[0])
        node.value = self.expr(act)
        return [node]

    def append(self, node: ast.Expr, owner: ast.expr, value: ast.expr) -> list[ast.stmt]:
        """`xs.append(x)`, the commonest change of all, without the detour through `@method`."""
        before: list[ast.stmt] = []
        site, owner = self.site("method", node.value), self.once(owner, before)
        value, none = self.once(value, before), ast.Constant(None)
        act = ast.Expr(ast.Call(ast.Attribute(owner, "append", ast.Load()), [value], []))
        return [*before, act, self.note(site, owner, none, tuple_of([value]), none)]

    # Assignments

    def on_Assign(self, node: ast.Assign) -> list[ast.stmt]:
        target = node.targets[0]
        if len(node.targets) == 1 and isinstance(target, ast.Name):
            return self.bind_name(node, target, node.value)
        chain = all(isinstance(one, ast.Name) for one in node.targets)
        if chain or (len(node.targets) == 1 and names.only_names(target)):
            return self.bind_names(node, node.targets, node.value)
        before: list[ast.stmt] = []
        value = self.once(node.value, before)
        if len(node.targets) > 1 and isinstance(value, ast.Name) and not before:
            name = self.temporary()  # a first target may rebind the name before a second is stored
            before.append(put(name, value))
            value = load(name)
        return before + [new for target in node.targets for new in self.store(node, target, value)]

    def on_AnnAssign(self, node: ast.AnnAssign) -> list[ast.stmt]:
        if node.value is None:
            return [ast.Pass()]
        if isinstance(node.target, ast.Name):
            return self.bind_name(node, node.target, node.value)
        before: list[ast.stmt] = []
        return before + self.store(node, node.target, self.once(node.value, before))

    def bind_name(self, node: ast.stmt, target: ast.Name, value: ast.expr) -> list[ast.stmt]:
        site, name = self.site("bind", node, (target.id,)), load(target.id)
        if self.novelty(value) == "maybe":
            return [put(target.id, self.expr(value)), self.unless_atomic("@S", name), self.note(site, name)]
        return [put(target.id, self.value(value)), self.note(site, name)]

    def bind_names(self, node: ast.stmt, targets: list[ast.expr], value: ast.expr) -> list[ast.stmt]:
        """`a, b = value` and `a = b = value`: assign as written, then tell all names in one event."""
        found = tuple(name for target in targets for name in names.target_names(target))
        bound, site = tuple(map(load, found)), self.site("bind", node, found)
        starred = any(isinstance(part, ast.Starred) for target in targets for part in ast.walk(target))
        sees = [do("@S", name) for name in bound] if starred or self.novelty(value) != "old" else []
        taken = self.expr(value) if sees else self.value(value)
        return [ast.Assign(targets, taken), *sees, self.note(site, *bound)]

    def store(self, node: ast.stmt, target: ast.expr, value: ast.expr) -> list[ast.stmt]:
        """Assign a value that is already computed to a target of any shape."""
        store: dict[type[ast.expr], Any] = {
            ast.Name: self.store_name,
            ast.Attribute: self.store_attribute,
            ast.Subscript: self.store_item,
            ast.Tuple: self.unpack,
            ast.List: self.unpack,
        }
        stored: list[ast.stmt] = store[type(target)](node, target, value)
        return stored

    def store_name(self, node: ast.stmt, target: ast.Name, value: ast.expr) -> list[ast.stmt]:
        return [put(target.id, value), self.note(self.site("bind", node, (target.id,)), load(target.id))]

    def unpack(self, node: ast.stmt, target: ast.Tuple | ast.List, value: ast.expr) -> list[ast.stmt]:
        """Python unpacks first and then stores from left to right, so that `i, a[i] = 1, 7` stores into `a[1]`."""
        parts: list[ast.expr] = []
        stores: list[ast.stmt] = []
        for element in target.elts:
            name = self.temporary()
            starred = isinstance(element, ast.Starred)
            parts.append(ast.Starred(store(name), ast.Store()) if starred else store(name))
            stores.append(do("@S", load(name)))
            stores += self.store(node, element.value if isinstance(element, ast.Starred) else element, load(name))
        return [ast.Assign([ast.Tuple(parts, ast.Store())], value), *stores]

    def store_attribute(self, node: ast.stmt, target: ast.Attribute, value: ast.expr) -> list[ast.stmt]:
        if target.attr in FIXED_ATTRIBUTES:
            raise self.refuse(node, f"storing `{target.attr}`")
        before: list[ast.stmt] = []
        owner, site = self.once(target.value, before), self.site("attr", node, (target.attr,))
        act = ast.Assign([ast.Attribute(owner, target.attr, ast.Store())], value)
        return [*before, act, self.note(site, owner, value)]

    def store_item(self, node: ast.stmt, target: ast.Subscript, value: ast.expr) -> list[ast.stmt]:
        before: list[ast.stmt] = []
        owner = self.once(target.value, before)
        if isinstance(target.slice, ast.Slice):
            act = ast.Assign([ast.Subscript(owner, self.expr(target.slice), ast.Store())], value)
            return [*before, act, do("@look", self.site("mutate", node), owner)]
        key = self.once(target.slice, before)
        act = ast.Assign([ast.Subscript(owner, key, ast.Store())], value)
        return [*before, act, self.note(self.site("item", node), owner, key, value), *self.keyed(owner, key)]

    def on_AugAssign(self, node: ast.AugAssign) -> list[ast.stmt]:
        """`x += v`: the operand and the new value are told; changed in place or not is seen, not guessed."""
        if isinstance(node.target, ast.Name):
            return self.augment_name(node, node.target)
        return self.augment_place(node, node.target)

    def augment_name(self, node: ast.AugAssign, target: ast.Name) -> list[ast.stmt]:
        before: list[ast.stmt] = []
        old, operand = load(target.id), self.once(node.value, before)
        if target.id in self.unstable:
            name = self.temporary()  # the operand may rebind the target, whose value Python has read before
            before.insert(0, put(name, old))
            act: list[ast.stmt] = [ast.AugAssign(store(name), node.op, operand), put(target.id, load(name))]
        else:
            act = [ast.AugAssign(target, node.op, operand)]
        site, new = self.site("bind", node, (target.id,)), load(target.id)
        return [*before, *act, *self.changed(node.op, operand, new), self.note(site, new, operand)]

    def augment_place(self, node: ast.AugAssign, target: ast.Attribute | ast.Subscript) -> list[ast.stmt]:
        before: list[ast.stmt] = []
        owner = self.once(target.value, before)
        if isinstance(target, ast.Attribute):
            site, key = self.site("attr", node, (target.attr,)), list[ast.expr]()
            read: ast.expr = ast.Attribute(owner, target.attr, ast.Load())
            write: ast.expr = ast.Attribute(owner, target.attr, ast.Store())
        else:
            if isinstance(target.slice, ast.Slice):
                return self.augment_slice(node, target.slice, owner, before)
            site, key = self.site("item", node), [self.once(target.slice, before)]
            read, write = ast.Subscript(owner, key[0], ast.Load()), ast.Subscript(owner, key[0], ast.Store())
        name = self.temporary()
        before.append(put(name, read))
        operand, new = self.once(node.value, before), load(name)
        act = [ast.AugAssign(store(name), node.op, operand), *self.changed(node.op, operand, new)]
        told = self.note(site, owner, *key, new, operand)
        return [*before, *act, ast.Assign([write], new), told, *(self.keyed(owner, key[0]) if key else [])]

    def augment_slice(
        self, node: ast.AugAssign, part: ast.Slice, owner: ast.expr, before: list[ast.stmt]
    ) -> list[ast.stmt]:
        """`xs[a:b] += v`: the slice is read, changed and stored; what the list holds then is told."""
        ends = [ast.Constant(None) if end is None else self.expr(end) for end in (part.lower, part.upper, part.step)]
        key, name = self.temporary(), self.temporary()
        before.append(put(key, call("@slice", *ends)))
        before.append(put(name, ast.Subscript(owner, load(key), ast.Load())))
        act = ast.AugAssign(store(name), node.op, self.expr(node.value))
        back = ast.Assign([ast.Subscript(owner, load(key), ast.Store())], load(name))
        return [*before, act, back, do("@look", self.site("mutate", node), owner)]

    def keyed(self, owner: ast.expr, key: ast.expr) -> list[ast.stmt]:
        """Look again at a container whose key has a hash of its own, which replaying must not ask."""
        if not self.hashes or isinstance(key, ast.Constant):
            return []
        return [do("@keyed", owner, key)]

    def changed(self, op: ast.operator, operand: ast.expr, result: ast.Name) -> list[ast.stmt]:
        """Look at the result again where the operator may have changed a container in place."""
        number = is_number(operand) and not isinstance(op, ast.Mult)
        if number or not isinstance(op, _IN_PLACE):
            return []
        return [self.unless_atomic("@look", result, ast.Constant(MUTATE))]

    def on_Delete(self, node: ast.Delete) -> list[ast.stmt]:
        return [new for target in node.targets for new in self.delete(node, target)]

    def delete(self, node: ast.Delete, target: ast.expr) -> list[ast.stmt]:
        before: list[ast.stmt] = []
        if isinstance(target, ast.Name):
            return [ast.Delete([target]), self.note(self.site("unbind", node, (target.id,)))]
        if isinstance(target, ast.Attribute):
            owner, site = self.once(target.value, before), self.site("detach", node, (target.attr,))
            return [*before, ast.Delete([ast.Attribute(owner, target.attr, ast.Del())]), self.note(site, owner)]
        if isinstance(target, ast.Tuple | ast.List):
            return [new for element in target.elts for new in self.delete(node, element)]
        assert isinstance(target, ast.Subscript)
        owner = self.once(target.value, before)
        if isinstance(target.slice, ast.Slice):
            act = ast.Delete([ast.Subscript(owner, self.expr(target.slice), ast.Del())])
            return [*before, act, do("@look", self.site("mutate", node), owner)]
        key = self.once(target.slice, before)
        act = ast.Delete([ast.Subscript(owner, key, ast.Del())])
        return [*before, act, self.note(self.site("drop", node), owner, key), *self.keyed(owner, key)]

    # Branches and loops

    def on_If(self, node: ast.If) -> list[ast.stmt]:
        return [ast.If(self.test(node, node.test), self.block(node.body), self.block(node.orelse))]

    def on_Assert(self, node: ast.Assert) -> list[ast.stmt]:
        return [ast.Assert(self.test(node, node.test), node.msg and self.expr(node.msg))]

    def on_While(self, node: ast.While) -> list[ast.stmt]:
        with self.inside_loop(node):
            test = self.test(node, node.test)
            body = [self.budget(), *self.block(node.body)]
        return [ast.While(test, body, self.block(node.orelse))]

    def on_For(self, node: ast.For) -> list[ast.stmt]:
        name = self.temporary()
        source = either(self.event(self.site("loop", node), keep(name, self.value(node.iter))), load(name))
        with self.inside_loop(node):
            body = [*self.turn(node), self.budget(), *self.block(node.body)]
            over = self.note(self.site("end", node))
        return [ast.For(node.target, source, body, [over, *self.block(node.orelse)])]

    @contextmanager
    def inside_loop(self, node: ast.stmt) -> Iterator[None]:
        twin = self.twins[id(node)]
        assert isinstance(twin, ast.stmt)
        self.loops = [*self.loops, twin]
        yield
        self.loops = self.loops[:-1]

    def turn(self, node: ast.For) -> list[ast.stmt]:
        """What a turn begins with: the event of its bindings, for a target of any shape."""
        if not names.only_names(node.target):
            target, node.target = node.target, store("@turned")
            return [self.note(self.site("turn", node)), *self.store(node, target, load("@turned"))]
        bound = tuple(map(load, names.target_names(node.target)))
        new = self.novelty(node.iter, elements=True)
        sees = [] if new == "old" else [self.unless_atomic("@S", name) for name in bound]
        return [*sees, self.note(self.site("turn", node, names.target_names(node.target)), *bound)]

    def on_Break(self, node: ast.Break) -> list[ast.stmt]:
        return [self.note(self.site("break", node)), node]

    def on_Continue(self, node: ast.Continue) -> list[ast.stmt]:
        return [self.note(self.site("continue", node)), node]

    def on_Match(self, node: ast.Match) -> list[ast.stmt]:
        node.subject = self.value(node.subject)
        for case in node.cases:
            bound = names.pattern_names(case.pattern)
            told = self.event(self.site("match", case, bound), *(call("@S", load(name)) for name in bound))
            if case.guard is not None:
                case.guard = either(told, self.test(case.guard, case.guard))
            case.body = [*([] if case.guard else [ast.Expr(told)]), *self.block(case.body)]
        return [node]

    # Functions and classes

    def on_FunctionDef(self, node: ast.FunctionDef) -> list[ast.stmt]:
        site = self.site("define", node, (node.name,))
        self.function_def(node, node.name)
        return [node, do("@see_defaults", load(node.name)), self.note(site, load(node.name))]

    def function_def(self, node: ast.FunctionDef, shown: str) -> None:
        """Rewrite a function in place; `shown` is the name that readers see, with the class for a method."""
        node.decorator_list = [self.expr(decorator) for decorator in node.decorator_list]
        self.defaults(node.args)
        node.returns = None
        for argument in ast.walk(node.args):
            if isinstance(argument, ast.arg):
                argument.annotation = None
        outer, loops = self.function, self.loops
        self.function, self.loops = self.enter(node, shown), []
        node.body = self.function_body(node)
        self.function, self.loops = outer, loops

    def function_body(self, node: ast.FunctionDef) -> list[ast.stmt]:
        """The event of the call, then the body, which tells how it is left."""
        function = self.function
        declarations = [s for s in node.body if isinstance(s, ast.Global | ast.Nonlocal)]
        number = [put(f"@id{function.number}", call("@ids"))] if function.keeps_id else []
        news = [name for name in function.parameters if self.is_news(node, name)]
        sees = [self.unless_atomic("@S", load(name)) for name in news]
        called = self.note(self.site("call", node), *self.frame_ids(), *map(load, function.parameters))
        documented = node.body[:1] if _is_docstring(node.body[0]) else []
        body = self.block([s for s in node.body if s not in declarations]) or [ast.Pass()]
        if not isinstance(node.body[-1], ast.Return | ast.Raise):
            body.append(self.note(self.site("return", node), ast.Constant(None)))
        own_id = self.frame_ids()[:1] if function.is_generator else []
        unwind = [self.note(self.site("unwind", node), load("@e"), *own_id), ast.Raise()]
        leave: list[ast.stmt] = [self.note(self.site("leave", node))] if function.defers_leave else []
        guarded = ast.Try(body, [ast.ExceptHandler(load("@Stop"), "@e", unwind)], [], leave)
        return [*documented, *declarations, *number, self.budget(), *sees, called, guarded]

    def is_news(self, node: ast.FunctionDef, parameter: str) -> bool:
        """Whether a parameter may be an object not seen before: a new instance, or what foreign code hands over."""
        if self.class_name and node.name.startswith("__") and node.name.endswith("__"):
            return True
        collected = {arg.arg for arg in (node.args.vararg, node.args.kwarg) if arg}
        return parameter in collected or node.name in self.handed_over or bool(node.decorator_list)

    def on_ClassDef(self, node: ast.ClassDef) -> list[ast.stmt]:
        """Methods record themselves; what else stands in a class body runs as written, and is seen afterwards."""
        node.bases = [self.expr(base) for base in node.bases]
        node.decorator_list = [self.expr(decorator) for decorator in node.decorator_list]
        self.class_body(node)
        site = self.site("define", node, (node.name,))
        return [node, do("@see_class", load(node.name)), self.note(site, load(node.name))]

    def class_body(self, node: ast.ClassDef) -> None:
        outer, self.class_name = self.class_name, node.name
        for part in node.body:
            self.class_part(part, node.name)
        self.class_name = outer

    def class_part(self, part: ast.stmt, owner: str) -> None:
        """A method is rewritten, and so are the lambdas in what else a class body holds."""
        self.temporaries = 0
        if isinstance(part, ast.FunctionDef):
            self.function_def(part, f"{owner}.{part.name}")
        elif isinstance(part, ast.ClassDef) and not part.decorator_list:
            self.class_body(part)
        elif isinstance(part, ast.Assign | ast.AnnAssign | ast.Pass) or _is_literal(part):
            Lambdas(self).visit(part)
        else:
            raise self.refuse(part, f"`{type(part).__name__}` in a class body")

    def on_Return(self, node: ast.Return) -> list[ast.stmt]:
        site = self.site("return", node)
        if node.value is None:
            return [self.note(site, ast.Constant(None)), node]
        before: list[ast.stmt] = []
        value = self.once(node.value, before)
        return [*before, self.note(site, value), ast.Return(value)]

    # Exceptions

    def on_Raise(self, node: ast.Raise) -> list[ast.stmt]:
        site = self.site("raise", node)
        if node.exc is None:
            return [self.note(site, ast.Constant(None)), node]
        name = self.temporary()
        cause = node.cause and self.expr(node.cause)
        return [put(name, self.expr(node.exc)), self.note(site, load(name)), ast.Raise(load(name), cause)]

    def on_Try(self, node: ast.Try) -> list[ast.stmt]:
        node.body = self.block(node.body)
        node.handlers = [self.handler(handler) for handler in node.handlers]
        node.orelse = self.block(node.orelse)
        if node.finalbody:
            node.finalbody = [*self.awake(node), *self.block(node.finalbody)]
        return [node]

    def awake(self, node: ast.AST) -> list[ast.stmt]:
        """Tell that a generator runs, where an exception may have woken it."""
        return [self.note(self.site("awake", node), *self.frame_ids()[:1])] if self.function.is_generator else []

    def handler(self, node: ast.ExceptHandler) -> ast.ExceptHandler:
        bound = (node.name,) if node.name else ()
        own_id = self.frame_ids()[:1] if self.function.is_generator else []
        site, name = self.site("except", node, bound), node.name or "@e"
        body = [self.note(site, load(name), *own_id), self.budget(), *self.block(node.body)]
        if bound:  # Python forgets the name however the handler is left
            body = [ast.Try(body, [], [], [*self.awake(node), self.note(self.site("unbind", node, bound))])]
        return ast.copy_location(ast.ExceptHandler(node.type or load("@Stop"), name, body), node)

    def on_With(self, node: ast.With) -> list[ast.stmt]:
        bound: list[ast.stmt] = []
        for item in node.items:
            item.context_expr = self.value(item.context_expr)
            if item.optional_vars is not None:
                name = self.temporary()
                bound += [do("@S", load(name)), *self.store(node, item.optional_vars, load(name))]
                item.optional_vars = store(name)
        node.body = [*bound, *self.block(node.body)]
        return [node, *self.awake(node)]


class Lambdas(ast.NodeTransformer):
    """Rewrites the lambdas of a statement, and nothing else of it."""

    def __init__(self, work: Instrumenter) -> None:
        self.work = work

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        return self.work.expr(node)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_literal(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _appends(call: ast.Call) -> bool:
    plain = len(call.args) == 1 and not call.keywords and not isinstance(call.args[0], ast.Starred)
    return plain and isinstance(call.func, ast.Attribute) and call.func.attr == "append"
