"""The expression half of the instrumenter: conditions, comprehensions, calls, lambdas, generators.

Every visitor returns the node that takes the old one's place; `twins` leads from a node to the same node of an
untouched tree, which is what sites hold. Comprehensions allow no walrus, so inside them helpers tell the events.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Any

from generator.engine import names
from generator.engine.build_ast import both, call, either, keep, load, negate, tuple_of
from generator.engine.calls import (
    FORBIDDEN,
    FORBIDDEN_ATTRIBUTES,
    FORBIDDEN_MODULES,
    MUTATORS,
    OPERATORS,
    PURE_BUILTINS,
    PURE_METHODS,
    PURE_MODULES,
    Novelty,
    novelty,
)
from generator.engine.program import Function, Leaf, Site
from generator.types import Rejected

DETACHED = Function(-1, "", (), 0, frozenset(), frozenset(), frozenset())
"""The function of events inside a generator expression, which run whenever somebody asks for a value."""


class Expressions(ast.NodeTransformer):
    """The state of one program's rewriting, and what happens to its expressions."""

    def __init__(self, tree: ast.Module, pristine: ast.Module) -> None:
        self.twins = {id(node): twin for node, twin in zip(ast.walk(tree), ast.walk(pristine), strict=True)}
        self.sites: list[Site] = []
        self.function = Function(0, "", (), 0, names.bound_names(tree.body), frozenset(), frozenset())
        self.functions_made = [self.function]
        self.loops: list[ast.stmt] = []
        self.class_name = ""
        self.wrapped: dict[int, str] = {}
        self.temporaries = 0
        self.in_comprehension = 0
        self.in_generator = 0
        self.imports = dict(found for node in ast.walk(pristine) for found in _imported(node))
        stores = {n.id for n in ast.walk(pristine) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        self.rebound = frozenset(stores | {n.arg for n in ast.walk(pristine) if isinstance(n, ast.arg)})
        definitions = (n for n in ast.walk(pristine) if isinstance(n, ast.FunctionDef | ast.ClassDef))
        self.defined = frozenset(n.name for n in definitions) - self.rebound
        made = [n for n in ast.walk(pristine) if isinstance(n, ast.FunctionDef)]
        self.methods = frozenset(n.name for n in made)
        self.functions = self.defined & frozenset(n.name for n in made if not n.decorator_list)
        self.unstable = _unstable(pristine)
        self.handed_over = _handed_over(pristine)
        self.inserts = any(_names_defaultdict(node) for node in ast.walk(pristine))
        self.mutators = MUTATORS | OPERATORS | ({"__getitem__", "__missing__"} if self.inserts else set())
        self.harmless = (PURE_METHODS | self.methods) - self.mutators - {"__setattr__", "__delattr__"}
        self.cached = frozenset(n.name for n in made if any(_root(d) == "cached_property" for d in n.decorator_list))
        self.compares = not _COMPARISONS.isdisjoint(self.methods)
        self.hashes = not {"__eq__", "__hash__"}.isdisjoint(self.methods)
        self.readable = _read_only_dicts(pristine)

    # Sites, events, temporaries

    def site(
        self, kind: str, node: ast.AST, bound: tuple[str, ...] = (), leaves: tuple[Leaf, ...] = ()
    ) -> ast.Constant:
        """Add a site to the table; the constant that stands for it in events."""
        twin = self.twins.get(id(node), node)
        function = DETACHED if self.in_generator else self.function
        line = getattr(twin, "lineno", 0)
        bound = tuple(names.mangled(name, self.class_name) for name in bound)
        self.sites.append(Site(len(self.sites), kind, line, twin, function, tuple(self.loops), bound, leaves))
        return ast.Constant(len(self.sites) - 1)

    @staticmethod
    def event(site: ast.Constant, *values: ast.expr) -> ast.Call:
        return call("@E", tuple_of((site, *values)))

    def temporary(self) -> str:
        self.temporaries += 1
        return f"@{self.temporaries}"

    def refuse(self, node: ast.AST, what: str) -> Rejected:
        return Rejected("unsupported", f"line {getattr(node, 'lineno', 0)}: {what} can't be replayed")

    def novelty(self, node: ast.expr, *, elements: bool = False) -> Novelty:
        return novelty(node, self, elements=elements)

    def visit(self, node: ast.AST) -> Any:
        """Rewrite a node; where an operand of a test is wanted, keep its value in a temporary."""
        name = self.wrapped.pop(id(node), None)
        new = super().visit(node)
        return new if name is None else keep(name, new)

    def expr(self, node: ast.expr) -> ast.expr:
        found: ast.expr = self.visit(node)
        return found

    def value(self, node: ast.expr) -> ast.expr:
        """An expression whose value is kept by somebody: a new container among it is seen."""
        new = self.novelty(node)
        return self.expr(node) if new == "old" else call("@S", self.expr(node))

    # Conditions

    def test(self, node: ast.AST, test: ast.expr) -> ast.expr:
        """A condition that tells its truth and the operands of each of its leaves that were reached."""
        parts = list(_leaves(test))
        if self.in_comprehension:
            leaves = tuple(Leaf(self.twin(leaf), (None,) * len(operands(leaf))) for leaf in parts)
            return call("@truth", self.site("test", node, leaves=leaves), self.expr(test))
        truth = self.temporary()
        told: list[str] = []
        unsure: list[str] = []
        leaves = tuple(self.leaf(leaf, told, unsure, sure=leaf is parts[0]) for leaf in parts)
        site = self.site("test", node, leaves=leaves)
        decided = self.expr(test) if self.is_truth(test) else negate(negate(self.expr(test)))
        event: ast.expr = self.event(site, keep(truth, decided), *map(load, told))
        if unsure:
            reset: ast.expr = load("@U")
            for name in unsure:
                reset = keep(name, reset)
            event = both(reset, event)
        return either(event, load(truth))

    def leaf(self, leaf: ast.expr, told: list[str], unsure: list[str], *, sure: bool) -> Leaf:
        """Have the operands of a leaf kept; those that may not be reached are listed in `unsure`."""
        positions: list[int | None] = []
        for place, operand in enumerate(operands(leaf)):
            reached = sure and place < 2  # noqa: PLR2004 - a comparison always looks at its first two operands
            if isinstance(operand, ast.Constant):
                positions.append(None)
                continue
            if reached and isinstance(operand, ast.Name) and operand.id not in self.unstable:
                told.append(operand.id)
            else:
                name = self.wrapped[id(operand)] = self.temporary()
                told.append(name)
                unsure.extend([] if reached else [name])
            positions.append(len(told) + 1)
        return Leaf(self.twin(leaf), tuple(positions))

    def is_truth(self, test: ast.expr) -> bool:
        """Whether an expression's value surely is True or False."""
        if isinstance(test, ast.BoolOp):
            return all(map(self.is_truth, test.values))
        if isinstance(test, ast.Compare):
            return not self.compares or not _RICH.intersection(map(type, test.ops))
        return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)

    def twin(self, node: ast.expr) -> ast.expr:
        twin = self.twins[id(node)]
        assert isinstance(twin, ast.expr)
        return twin

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        return ast.IfExp(self.test(node, node.test), self.expr(node.body), self.expr(node.orelse))

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        site = self.site("bind", node, (node.target.id,))
        if self.in_comprehension:
            return ast.NamedExpr(node.target, call("@bound", site, self.value(node.value)))
        bound = keep(node.target.id, self.value(node.value))
        return either(self.event(site, bound), load(node.target.id))

    # Names, attributes, subscripts and calls

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in FORBIDDEN and not self.is_own(node.id):
            raise self.refuse(node, f"`{node.id}`")
        return node

    def is_own(self, name: str) -> bool:
        """Whether the program gives a name a meaning of its own somewhere."""
        return name in self.rebound or name in self.defined or name in self.imports

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """A method of a container that is kept and called later must tell what it does then."""
        if node.attr in FORBIDDEN_ATTRIBUTES or (node.attr == "__dict__" and id(self.twin(node)) not in self.readable):
            raise self.refuse(node, f"`{node.attr}`")
        module = self.imports.get(_root(node), "")
        if node.attr in self.cached and isinstance(node.ctx, ast.Load):
            return call("@cached", self.expr(node.value), ast.Constant(node.attr))
        if node.attr not in self.mutators or module or not isinstance(node.ctx, ast.Load):
            self.generic_visit(node)
            return node
        return call("@mutator", self.value(node.value), ast.Constant(node.attr))

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """A mere read may insert where a `defaultdict` is about."""
        self.generic_visit(node)
        if self.inserts and isinstance(node.ctx, ast.Load) and not isinstance(node.slice, ast.Slice):
            return call("@get", node.value, node.slice)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        if isinstance(node.func, ast.Name):
            return self.named_call(node, node.func.id)
        if isinstance(node.func, ast.Attribute):
            return self.method_call(node, node.func)
        return self.foreign(node)

    def named_call(self, node: ast.Call, name: str) -> ast.expr:
        if name in self.rebound:
            return self.foreign(node)
        if name in FORBIDDEN and not self.is_own(name):
            raise self.refuse(node, f"`{name}`")
        if name in ("print", "input") and not self.is_own(name):
            site = self.site("print" if name == "print" else "read", node)
            self.arguments(node)
            return ast.Call(load(f"@{name}"), [site, *node.args], node.keywords)
        if name in self.defined or self.imports.get(name) in PURE_MODULES:
            return self.arguments(node, seen=name in self.defined)
        if name in PURE_BUILTINS and name not in self.imports:
            return self.arguments(node)
        return self.foreign(node)

    def method_call(self, node: ast.Call, method: ast.Attribute) -> ast.expr:
        module = self.imports.get(_root(method), "")
        if method.attr in FORBIDDEN_ATTRIBUTES:
            raise self.refuse(node, f"`{method.attr}`")
        if module:
            return self.arguments(node) if module in PURE_MODULES else self.foreign(node)
        if method.attr in MUTATORS:
            site = self.site("method", node)
            self.arguments(node, seen=True)
            owner = self.expr(method.value)
            return ast.Call(load("@method"), [site, owner, ast.Constant(method.attr), *node.args], node.keywords)
        if method.attr not in self.harmless:
            return self.foreign(node)
        method.value = self.expr(method.value)
        return self.arguments(node, seen=True, function=False)

    def arguments(self, node: ast.Call, *, seen: bool = False, function: bool = True) -> ast.Call:
        """Rewrite the arguments in place; `seen` where the program's own code will receive them."""
        if function and not isinstance(node.func, ast.Name | ast.Attribute):
            node.func = self.expr(node.func)
        take = self.value if seen else self.expr
        node.args = [self.starred(arg) if isinstance(arg, ast.Starred) else take(arg) for arg in node.args]
        for keyword in node.keywords:
            keyword.value = take(keyword.value)
        return node

    def starred(self, node: ast.Starred) -> ast.expr:
        """`*xs` among arguments: what an iterator gives is seen on its way."""
        return ast.Starred(call("@spread", self.expr(node.value)), ast.Load())

    def foreign(self, node: ast.Call) -> ast.expr:
        """A call of something not known to leave its arguments alone: they are compared before and after."""
        site, function = self.site("mutate", node), self.expr(node.func)
        self.arguments(node, seen=True, function=False)
        return ast.Call(load("@foreign"), [site, function, *node.args], node.keywords)

    # Comprehensions

    def comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> ast.expr:
        self.in_comprehension += 1
        node.generators[0].iter = self.expr(node.generators[0].iter)
        self.in_generator += isinstance(node, ast.GeneratorExp)
        for place, generator in enumerate(node.generators):
            self.generator(node, generator, first=place == 0)
        if isinstance(node, ast.DictComp):
            node.key, node.value = self.expr(node.key), self.expr(node.value)
        else:
            node.elt = self.expr(node.elt)
        self.in_generator -= isinstance(node, ast.GeneratorExp)
        self.in_comprehension -= 1
        return node

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = comprehension

    def generator(self, node: ast.expr, part: ast.comprehension, *, first: bool) -> None:
        if part.is_async or not names.only_names_and_stars(part.target):
            raise self.refuse(node, "this comprehension")
        if not first:
            part.iter = self.expr(part.iter)
        bound = names.target_names(part.target)
        told = call("@turn", tuple_of((self.site("item_turn", node, bound), *map(load, bound))))
        filters = [call("@truth", self.site("filter", condition), self.expr(condition)) for condition in part.ifs]
        part.ifs = [negate(told), *filters]

    # Lambdas and generators

    def enter(self, node: ast.FunctionDef | ast.Lambda, name: str) -> Function:
        """Number a function and find its names."""
        body: list[ast.stmt] = node.body if isinstance(node, ast.FunctionDef) else [ast.Expr(node.body)]
        own = list(names.own_nodes(body))
        parameters = self.mangled(names.parameters(node.args))
        shared, outer = (frozenset(self.mangled(names.declared(body, kind))) for kind in (ast.Global, ast.Nonlocal))
        generator = any(isinstance(part, ast.Yield | ast.YieldFrom) for part in own)
        nested = any(
            isinstance(part, ast.FunctionDef | ast.Lambda) for statement in body for part in ast.walk(statement)
        )
        function = Function(
            number=len(self.functions_made),
            name=name,
            parameters=parameters,
            parent=self.function.number if self.function is not DETACHED else 0,
            bound=frozenset(parameters) | (frozenset(self.mangled(names.bound_names(body))) - shared - outer),
            globals=shared,
            nonlocals=outer,
            keeps_id=nested or generator,
            is_generator=generator,
            is_lambda=isinstance(node, ast.Lambda),
            defers_leave=any(map(_does_more_when_left, own)),
        )
        self.functions_made.append(function)
        return function

    def mangled(self, found: Iterable[str]) -> tuple[str, ...]:
        return tuple(names.mangled(name, self.class_name) for name in found)

    def frame_ids(self) -> list[ast.expr]:
        """The numbers that a call tells: its own frame's if it keeps one, and the enclosing function's frame's."""
        own: list[ast.expr] = [load(f"@id{self.function.number}")] if self.function.keeps_id else []
        return own + ([load(f"@id{self.function.parent}")] if self.function.parent else [])

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        self.defaults(node.args)
        outer, comprehension, generator = self.function, self.in_comprehension, self.in_generator
        self.function, self.in_comprehension, self.in_generator = self.enter(node, "lambda"), 0, 0
        entered = call(
            "@called", tuple_of((self.site("call", node), *self.frame_ids(), *map(load, self.function.parameters)))
        )
        if self.function.keeps_id:
            entered = both(keep(f"@id{self.function.number}", call("@ids")), entered)  # type: ignore[assignment]
        name = self.temporary()
        left = self.event(self.site("return", node), keep(name, self.value(node.body)))
        node.body = either(entered, left, load(name))
        self.function, self.in_comprehension, self.in_generator = outer, comprehension, generator
        return node

    def defaults(self, arguments: ast.arguments) -> None:
        arguments.defaults = [self.value(value) for value in arguments.defaults]
        arguments.kw_defaults = [value and self.value(value) for value in arguments.kw_defaults]

    def visit_Yield(self, node: ast.Yield) -> ast.expr:
        name = self.temporary()
        value = ast.Constant(None) if node.value is None else self.value(node.value)
        told = self.event(self.site("yield", node), keep(name, value))
        resumed = self.site("resume", node)
        return call("@resume", resumed, load(f"@id{self.function.number}"), either(told, ast.Yield(load(name))))

    def visit_YieldFrom(self, node: ast.YieldFrom) -> ast.expr:
        resumed = self.site("resume", node)
        return call("@resume", resumed, load(f"@id{self.function.number}"), ast.YieldFrom(self.expr(node.value)))

    def visit_Await(self, node: ast.Await) -> ast.expr:
        raise self.refuse(node, "`await`")


def operands(leaf: ast.expr) -> list[ast.expr]:
    """The operands of a condition's leaf: both sides of a comparison, or the condition itself."""
    return [leaf.left, *leaf.comparators] if isinstance(leaf, ast.Compare) else [leaf]


def _leaves(test: ast.expr) -> Iterator[ast.expr]:
    """The conditions that a test is made of by `and`, `or` and `not`, in the order in which they are looked at."""
    if isinstance(test, ast.BoolOp):
        for value in test.values:
            yield from _leaves(value)
    elif isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield from _leaves(test.operand)
    else:
        yield test


_COMPARISONS = frozenset("__eq__ __ne__ __lt__ __le__ __gt__ __ge__".split())
_RICH = frozenset([ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE])


def _names_defaultdict(node: ast.AST) -> bool:
    """Whether a program uses the kind of dict into which a mere subscript may insert."""
    names_it = isinstance(node, ast.alias) and node.name == "defaultdict"
    return names_it or (isinstance(node, ast.Attribute) and node.attr == "defaultdict")


def _unstable(tree: ast.Module) -> frozenset[str]:
    """The names that may be bound anew while an expression that has read them goes on."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Global | ast.Nonlocal):
            found.update(node.names)
        elif isinstance(node, ast.NamedExpr):
            found.add(node.target.id)
    return frozenset(found)


def _read_only_dicts(tree: ast.Module) -> frozenset[int]:
    """The `o.__dict__` that are only looked at: subscripts, and arguments or methods that change nothing."""
    found: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            found.append(node.value)
        elif isinstance(node, ast.Compare):
            found += node.comparators
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PURE_BUILTINS:
            found += node.args
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in PURE_METHODS:
            found.append(node.func.value)
    return frozenset(map(id, found))


def _does_more_when_left(node: ast.AST) -> bool:
    """Whether a construct may still do something after the `return` inside it."""
    named = isinstance(node, ast.ExceptHandler) and node.name and any(isinstance(p, ast.Return) for p in ast.walk(node))
    return isinstance(node, ast.With) or bool(named) or (isinstance(node, ast.Try) and bool(node.finalbody))


def _imported(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Imported name -> top-level module that it comes from; those that nobody can replay are refused."""
    for module in _modules(node):
        if module.split(".")[0] in FORBIDDEN_MODULES:
            raise Rejected("unsupported", f"line {node.lineno}: module `{module}` can't be replayed")  # type: ignore[attr-defined]
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield (alias.asname or alias.name).split(".")[0], alias.name.split(".")[0]
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            yield alias.asname or alias.name, (node.module or "").split(".")[0]


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def _handed_over(tree: ast.Module) -> frozenset[str]:
    """The names that are used other than by calling them: functions that somebody else may call."""
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    uses = (n for n in ast.walk(tree) if isinstance(n, ast.Name | ast.Attribute) and isinstance(n.ctx, ast.Load))
    return frozenset(use.id if isinstance(use, ast.Name) else use.attr for use in uses if id(use) not in called)


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
