"""The expression half of the instrumenter: conditions, comprehensions, calls, lambdas, generators.

Every visitor returns the node that takes the old one's place; `twins` leads from a node to the same node of an untouched
tree, which is what sites hold. Comprehensions allow no walrus, so inside them helpers tell the events.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from generator.engine import names
from generator.engine.build_ast import both, call, either, keep, load, negate, tuple_of
from generator.engine.calls import FORBIDDEN, INSERTING, MUTATORS, PURE_BUILTINS, PURE_MODULES, Novelty, novelty
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
        self.functions = [self.function]
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
        self.handed_over = _handed_over(pristine)
        self.inserts = not INSERTING.isdisjoint({*self.imports, *self.imports.values()})

    # Sites, events, temporaries

    def site(self, kind: str, node: ast.AST, bound: tuple[str, ...] = (), leaves: tuple[Leaf, ...] = ()) -> ast.Constant:
        """Add a site to the table; the constant that stands for it in events."""
        twin = self.twins.get(id(node), node)
        function = DETACHED if self.in_generator else self.function
        line = getattr(twin, "lineno", 0)
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
        event: ast.expr = self.event(site, keep(truth, negate(negate(self.expr(test)))), *map(load, told))
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
            if reached and isinstance(operand, ast.Name) and not _rebinds(leaf):
                told.append(operand.id)
            else:
                name = self.wrapped[id(operand)] = self.temporary()
                told.append(name)
                unsure.extend([] if reached else [name])
            positions.append(len(told) + 1)
        return Leaf(self.twin(leaf), tuple(positions))

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
        bound = ast.NamedExpr(node.target, self.value(node.value))
        return either(self.event(site, bound), load(node.target.id))

    # Subscripts and calls

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
        if name in FORBIDDEN and name not in self.defined:
            raise self.refuse(node, f"`{name}`")
        if name in ("print", "input") and name not in self.defined:
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
        if module:
            return self.arguments(node) if module in PURE_MODULES else self.foreign(node)
        if method.attr in MUTATORS:
            site = self.site("method", node)
            self.arguments(node, seen=True)
            owner = self.expr(method.value)
            return ast.Call(load("@method"), [site, owner, ast.Constant(method.attr), *node.args], node.keywords)
        method.value = self.expr(method.value)
        return self.arguments(node, seen=True, function=False)

    def arguments(self, node: ast.Call, *, seen: bool = False, function: bool = True) -> ast.Call:
        """Rewrite the arguments in place; `seen` where the program's own code will receive them."""
        if function and not isinstance(node.func, ast.Name | ast.Attribute):
            node.func = self.expr(node.func)
        take = self.value if seen else self.expr
        node.args = [self.expr(arg) if isinstance(arg, ast.Starred) else take(arg) for arg in node.args]
        for keyword in node.keywords:
            keyword.value = take(keyword.value)
        return node

    def foreign(self, node: ast.Call) -> ast.expr:
        """A call of something not known to leave its arguments alone: they are compared before and after."""
        function = self.expr(node.func)
        self.arguments(node, seen=True, function=False)
        return ast.Call(load("@foreign"), [function, *node.args], node.keywords)

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
        if part.is_async or not names.only_names(part.target):
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
        body = node.body if isinstance(node, ast.FunctionDef) else [ast.Expr(node.body)]
        own = list(names.own_nodes(body))
        parameters = names.parameters(node.args)
        shared, outer = names.declared(body, ast.Global), names.declared(body, ast.Nonlocal)
        generator = any(isinstance(part, ast.Yield | ast.YieldFrom) for part in own)
        nested = any(isinstance(part, ast.FunctionDef | ast.Lambda) for statement in body for part in ast.walk(statement))
        function = Function(
            number=len(self.functions),
            name=name,
            parameters=parameters,
            parent=self.function.number if self.function is not DETACHED else 0,
            bound=frozenset(parameters) | (names.bound_names(body) - shared - outer),
            globals=shared,
            nonlocals=outer,
            keeps_id=nested or generator,
            is_generator=generator,
            is_lambda=isinstance(node, ast.Lambda),
            defers_leave=any(isinstance(p, ast.With) or (isinstance(p, ast.Try) and bool(p.finalbody)) for p in own),
        )
        self.functions.append(function)
        return function

    def frame_ids(self) -> list[ast.expr]:
        """The numbers that a call tells: its own frame's if it keeps one, and the enclosing function's frame's."""
        own: list[ast.expr] = [load(f"@id{self.function.number}")] if self.function.keeps_id else []
        return own + ([load(f"@id{self.function.parent}")] if self.function.parent else [])

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        self.defaults(node.args)
        outer, comprehension, generator = self.function, self.in_comprehension, self.in_generator
        self.function, self.in_comprehension, self.in_generator = self.enter(node, "lambda"), 0, 0
        entered = call("@called", tuple_of((self.site("call", node), *self.frame_ids(), *map(load, self.function.parameters))))
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


def _rebinds(node: ast.expr) -> bool:
    return any(isinstance(part, ast.NamedExpr | ast.Call) for part in ast.walk(node))


def _imported(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Imported name -> top-level module that it comes from."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield (alias.asname or alias.name).split(".")[0], alias.name.split(".")[0]
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            yield alias.asname or alias.name, (node.module or "").split(".")[0]


def _handed_over(tree: ast.Module) -> frozenset[str]:
    """The names that are used other than by calling them: functions that somebody else may call."""
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    loads = (n for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load))
    return frozenset(name.id for name in loads if id(name) not in called)


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
