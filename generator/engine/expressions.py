"""The expression half of the instrumenter: conditions, comprehensions, calls, lambdas, generators.

Every visitor gives the node that takes the old one's place, and leaves the old one as it is, since sites hold it. An
expression that may write events, or run code that does, is loud: what is noted before it has to be written first.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.engine import names
from generator.engine.build_ast import (
    at,
    both,
    call,
    constant,
    either,
    is_atomic,
    keep,
    like,
    load,
    negate,
    rebuilt,
    tuple_of,
)
from generator.engine.build_ast import Call as NewCall
from generator.engine.build_ast import IfExp as NewIfExp
from generator.engine.build_ast import Starred as NewStarred
from generator.engine.calls import (
    FORBIDDEN,
    FORBIDDEN_ATTRIBUTES,
    MUTATORS,
    PURE_BUILTINS,
    PURE_MODULES,
    Novelty,
    calls_nobody,
    novelty,
)
from generator.engine.facts import facts, root
from generator.engine.notes import Code, Note, packed
from generator.engine.program import Block, Function, Leaf, Site
from generator.types import Rejected

DETACHED = Function(-1, "", (), 0, frozenset(), frozenset(), frozenset())
"""The function of events inside a generator expression, which run whenever somebody asks for a value."""


class Expressions:
    """The state of one program's rewriting, and what happens to its expressions.

    kept:  operand of a condition -> the temporary that keeps its value.
    loud:  whether the statement at hand may write events before it is done.
    """

    def __init__(self, tree: ast.Module, *, merged: bool) -> None:
        self.facts = facts(tree)
        self.merged = merged and not self.facts.implicit
        self.sites: list[Site] = []
        self.blocks: list[Block] = []
        self.function = Function(0, "", (), 0, names.bound_names(tree.body), frozenset(), frozenset())
        self.functions = [self.function]
        self.loops: tuple[ast.stmt, ...] = ()
        self.class_name = ""
        self.kept: dict[int, str] = {}
        self.temporaries = 0
        self.in_comprehension = 0
        self.in_generator = 0
        self.loud = False
        self.code = self.new_code()

    # Sites, events, temporaries

    def new_code(self, pending: Iterable[Note] = ()) -> Code:
        return Code(self.blocks, self.temporary, list(pending))

    def site(self, kind: str, node: ast.AST, bound: tuple[str, ...] = (), leaves: tuple[Leaf, ...] = ()) -> int:
        """Add a site to the table; its number."""
        function = DETACHED if self.in_generator else self.function
        if self.class_name:
            bound = self.mangled(bound)
        line = getattr(node, "lineno", 0)
        self.sites.append(Site(len(self.sites), kind, line, node, function, self.loops, bound, leaves))
        return len(self.sites) - 1

    def event(self, site: int, *values: ast.expr) -> ast.Call:
        """An expression that writes an event; its value is None."""
        self.loud = True
        return call("@E", tuple_of((constant(site), *values)))

    def temporary(self) -> str:
        self.temporaries += 1
        return f"@{self.temporaries}"

    def refuse(self, node: ast.AST, what: str) -> Rejected:
        return Rejected("unsupported", f"line {getattr(node, 'lineno', 0)}: {what} can't be replayed")

    def novelty(self, node: ast.expr, *, elements: bool = False) -> Novelty:
        return novelty(node, self.facts, elements=elements)

    def is_unsure(self, node: ast.expr) -> bool:
        """Whether only the value of an expression shows if it is a new container."""
        return not isinstance(node, ast.Tuple) and self.novelty(node) == "maybe"

    # Visiting

    def expr(self, node: ast.expr) -> ast.expr:
        """Rewrite an expression; where its value is an operand of a condition, keep that in a temporary."""
        visit = _VISITORS.get(type(node))
        new: ast.expr = self.inside(node) if visit is None else visit(self, node)
        name = self.kept.pop(id(node), None) if self.kept else None
        return new if name is None else keep(name, new)

    def inside(self, node: Any) -> Any:
        """Rewrite what a node consists of."""
        return rebuilt(node, self.expr)

    def value(self, node: ast.expr) -> ast.expr:
        """An expression whose value is kept by somebody: a new container among it is seen."""
        new = self.novelty(node)
        if new == "maybe" and isinstance(node, ast.Tuple):
            return like(node, elts=list(map(self.value, node.elts)))
        if new == "maybe" and not self.in_comprehension:
            name = self.temporary()
            return NewIfExp(is_atomic(keep(name, self.expr(node))), load(name), call("@S", load(name)))
        return self.expr(node) if new == "old" else call("@S", self.expr(node))

    # Conditions

    def decide(self, node: ast.AST, test: ast.expr) -> tuple[ast.expr, Callable[[bool], Note]]:
        """A condition that keeps its operands, and the note of its truth, for the branch where it is known."""
        condition, site, operands = self.condition(node, test)
        return condition, lambda truth: Note((site, truth), operands)

    def condition(self, node: ast.AST, test: ast.expr) -> tuple[ast.expr, int, tuple[ast.expr, ...]]:
        parts = list(_leaves(test))
        told: list[str] = []
        unsure: list[str] = []
        leaves = tuple(self.leaf(leaf, told, unsure, sure=leaf is parts[0]) for leaf in parts)
        condition = self.expr(test)
        if unsure:
            reset: ast.expr = load("@U")
            for name in unsure:
                reset = keep(name, reset)
            condition = both(reset, condition)
        return condition, self.site("test", node, leaves=leaves), tuple(map(load, told))

    def test(self, node: ast.AST, test: ast.expr) -> ast.expr:
        """A condition that tells its truth, and its operands where there can be temporaries, by itself."""
        if self.in_comprehension:
            leaves = tuple(Leaf(leaf, (None,) * len(operands(leaf))) for leaf in _leaves(test))
            return call("@truth", constant(self.site("test", node, leaves=leaves)), self.expr(test))
        truth = self.temporary()
        condition, site, told = self.condition(node, test)
        decided = condition if self.is_truth(test) else negate(negate(condition))
        return either(self.event(site, keep(truth, decided), *told), load(truth))

    def leaf(self, leaf: ast.expr, told: list[str], unsure: list[str], *, sure: bool) -> Leaf:
        """Have the operands of a leaf kept; those that may not be reached are listed in `unsure`."""
        positions: list[int | None] = []
        for place, operand in enumerate(operands(leaf)):
            reached = sure and place < 2  # noqa: PLR2004 - a comparison always looks at its first two operands
            if isinstance(operand, ast.Constant):
                positions.append(None)
                continue
            if reached and isinstance(operand, ast.Name) and operand.id not in self.facts.unstable:
                told.append(operand.id)
            else:
                name = self.kept[id(operand)] = self.temporary()
                told.append(name)
                unsure.extend([] if reached else [name])
            positions.append(len(told) + 1)
        return Leaf(leaf, tuple(positions))

    def is_truth(self, test: ast.expr) -> bool:
        """Whether an expression's value surely is True or False."""
        if isinstance(test, ast.BoolOp):
            return all(map(self.is_truth, test.values))
        if isinstance(test, ast.Compare):
            return not self.facts.compares or not _RICH.intersection(map(type, test.ops))
        return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        """`x in iterator` makes the iterator run."""
        if self.facts.lazy and not _MEMBERSHIP.isdisjoint(map(type, node.ops)):
            self.loud = True
        new: ast.expr = self.inside(node)
        return new

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        return like(node, test=self.test(node, node.test), body=self.expr(node.body), orelse=self.expr(node.orelse))

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        site, self.loud = self.site("bind", node, (node.target.id,)), True
        if self.in_comprehension:
            return like(node, value=call("@bound", constant(site), self.value(node.value)))
        bound = keep(node.target.id, self.value(node.value))
        return either(self.event(site, bound), load(node.target.id))

    # Names, attributes, subscripts and calls

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in FORBIDDEN and not self.facts.is_own(node.id):
            raise self.refuse(node, f"`{node.id}`")
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """A method of a container that is kept and called later must tell what it does then."""
        if node.attr in FORBIDDEN_ATTRIBUTES or (node.attr == "__dict__" and id(node) not in self.facts.readable):
            raise self.refuse(node, f"`{node.attr}`")
        if isinstance(node.ctx, ast.Load):
            if node.attr in self.facts.cached:
                self.loud = True
                return call("@cached", self.expr(node.value), constant(node.attr))
            if node.attr in self.facts.mutators and root(node) not in self.facts.imports:
                self.loud = True
                return at(node, call("@mutator", self.value(node.value), constant(node.attr)))
        new: ast.expr = self.inside(node)
        return new

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """A mere read may insert where a `defaultdict` is about."""
        new: ast.Subscript = self.inside(node)
        if self.facts.inserts and isinstance(node.ctx, ast.Load) and not isinstance(node.slice, ast.Slice):
            self.loud = True
            return at(node, call("@get", new.value, new.slice))
        return new

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
        if name in FORBIDDEN and not known.is_own(name):
            raise self.refuse(node, f"`{name}`")
        if name in ("print", "input") and not known.is_own(name):
            site, self.loud = self.site("print" if name == "print" else "read", node), True
            return at(node, NewCall(load(f"@{name}"), [constant(site), *self.given(node)], self.named(node)))
        if name in known.defined or known.imports.get(name) in PURE_MODULES:
            self.loud = self.loud or name in known.defined or known.lazy
            return self.arguments(node, node.func, seen=name in known.defined)
        if name in PURE_BUILTINS and name not in known.imports:
            self.loud = self.loud or (known.lazy and not calls_nobody(name))
            return self.arguments(node, node.func)
        return self.foreign(node)

    def method_call(self, node: ast.Call, method: ast.Attribute) -> ast.expr:
        known, module = self.facts, self.facts.imports.get(root(method), "")
        if method.attr in FORBIDDEN_ATTRIBUTES:
            raise self.refuse(node, f"`{method.attr}`")
        if module:
            self.loud = self.loud or known.lazy
            return self.arguments(node, method) if module in PURE_MODULES else self.foreign(node)
        if method.attr in MUTATORS:
            site, self.loud = self.site("method", node), True
            owner = self.expr(method.value)
            given = [constant(site), owner, constant(method.attr), *self.given(node, seen=True)]
            return at(node, NewCall(load("@method"), given, self.named(node, seen=True)))
        if method.attr not in known.harmless:
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
        return NewStarred(at(node, call("@spread", self.expr(node.value))), ast.Load())

    def foreign(self, node: ast.Call) -> ast.expr:
        """A call of something not known to leave its arguments alone: they are compared before and after."""
        site, self.loud = self.site("mutate", node), True
        given = [constant(site), self.expr(node.func), *self.given(node, seen=True)]
        return at(node, NewCall(load("@foreign"), given, self.named(node, seen=True)))

    # Comprehensions, in which no walrus is allowed: their events are written by expressions

    def comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> ast.expr:
        self.in_comprehension += 1
        first = self.expr(node.generators[0].iter)
        self.in_generator += isinstance(node, ast.GeneratorExp)
        generators = [self.generator(node, node.generators[0], first)]
        generators += [self.generator(node, part, self.expr(part.iter)) for part in node.generators[1:]]
        parts = ("key", "value") if isinstance(node, ast.DictComp) else ("elt",)
        results = {name: self.expr(getattr(node, name)) for name in parts}
        self.in_generator -= isinstance(node, ast.GeneratorExp)
        self.in_comprehension -= 1
        self.loud = True
        return like(node, generators=generators, **results)

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = comprehension

    def generator(self, node: ast.expr, part: ast.comprehension, source: ast.expr) -> ast.comprehension:
        """A `for ... in ...` of a comprehension; a turn is told together with the condition that follows, if it may."""
        if part.is_async or not names.only_names_and_stars(part.target):
            raise self.refuse(node, "this comprehension")
        bound = names.target_names(part.target)
        new = self.novelty(part.iter, elements=True)
        told = [load(name) if new == "old" else _seen(name) for name in bound]
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

    # Lambdas and generators

    def enter(self, node: ast.FunctionDef | ast.Lambda, name: str) -> Function:
        """Number a function and find its names."""
        body: list[Any] = node.body if isinstance(node, ast.FunctionDef) else [node.body]
        own = list(names.own_nodes(body))
        parameters = self.mangled(names.parameters(node.args))
        shared, outer = (frozenset(self.mangled(names.declared(own, kind))) for kind in (ast.Global, ast.Nonlocal))
        generator = any(isinstance(part, ast.Yield | ast.YieldFrom) for part in own)
        nested = any(isinstance(part, ast.FunctionDef | ast.Lambda | ast.ClassDef) for part in own)
        function = Function(
            number=len(self.functions),
            name=name,
            parameters=parameters,
            parent=self.function.number if self.function is not DETACHED else 0,
            bound=frozenset(parameters) | (frozenset(self.mangled(names.bound_by(own))) - shared - outer),
            globals=shared,
            nonlocals=outer,
            keeps_id=nested or generator,
            is_generator=generator,
            is_lambda=isinstance(node, ast.Lambda),
            defers_leave=any(map(_does_more_when_left, own)),
        )
        self.functions.append(function)
        return function

    def mangled(self, found: Iterable[str]) -> tuple[str, ...]:
        return tuple(names.mangled(name, self.class_name) for name in found)

    def frame_ids(self) -> tuple[ast.expr, ...]:
        """The numbers that a call tells: its own frame's if it keeps one, and the enclosing function's frame's."""
        own = (load(f"@id{self.function.number}"),) if self.function.keeps_id else ()
        return own + ((load(f"@id{self.function.parent}"),) if self.function.parent else ())

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        signature = self.signature(node.args)
        outer = self.function, self.in_comprehension, self.in_generator, self.loud
        self.function, self.in_comprehension, self.in_generator = self.enter(node, "lambda"), 0, 0
        told = tuple_of((constant(self.site("call", node)), *self.frame_ids(), *map(load, self.function.parameters)))
        entered: ast.expr = call("@called", told)
        if self.function.keeps_id:
            entered = both(keep(f"@id{self.function.number}", call("@ids")), entered)
        name = self.temporary()
        left = self.event(self.site("return", node), keep(name, self.value(node.body)))
        self.function, self.in_comprehension, self.in_generator, self.loud = outer
        return like(node, args=signature, body=either(entered, left, load(name)))

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


def _seen(name: str) -> ast.expr:
    """The value of a name, which is seen if it may hold something that changes."""
    return NewIfExp(is_atomic(load(name)), load(name), call("@S", load(name)))


def _does_more_when_left(node: ast.AST) -> bool:
    """Whether a construct may still do something after the `return` inside it."""
    named = isinstance(node, ast.ExceptHandler) and node.name and any(isinstance(p, ast.Return) for p in ast.walk(node))
    return isinstance(node, ast.With) or bool(named) or (isinstance(node, ast.Try) and bool(node.finalbody))


_MEMBERSHIP = frozenset([ast.In, ast.NotIn])
_RICH = frozenset([ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE])
_VISITORS: dict[type[ast.AST], Callable[[Expressions, Any], ast.expr]] = {
    getattr(ast, name.removeprefix("visit_")): method
    for name, method in vars(Expressions).items()
    if name.startswith("visit_")
}
