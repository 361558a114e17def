"""Rewritings of loops."""

from __future__ import annotations

import ast
from copy import deepcopy

from generator.rewrites.conditions import opposite
from generator.rewrites.context import (
    Context,
    is_constant,
    is_simple,
    jumps,
    load,
    loaded,
    names,
    put,
    shared,
    store,
    stored,
)
from generator.rewrites.registry import rewriting


def range_of(node: ast.expr) -> tuple[ast.expr, ast.expr, int] | None:
    """(start, stop, step) of `range(...)` with a step that is written out."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "range":
        return None
    if node.keywords or not 1 <= len(node.args) <= 3 or any(isinstance(one, ast.Starred) for one in node.args):  # noqa: PLR2004
        return None
    if len(node.args) == 1:
        return ast.Constant(0), node.args[0], 1
    step = ast.unparse(node.args[2]) if len(node.args) == 3 else "1"  # noqa: PLR2004 - start, stop, step
    if not step.removeprefix("-").isdigit() or int(step) == 0:
        return None
    return node.args[0], node.args[1], int(step)


def _is_frozen(node: ast.expr, loop: ast.For | ast.While) -> bool:
    """Whether an expression has the same value in every turn: names that the loop doesn't bind, lengths aside."""
    if not is_simple(node):
        return False
    if any(isinstance(part, ast.Subscript | ast.Attribute) for part in ast.walk(node)):
        return False
    return not loaded(node) & stored(loop)


def _step(name: str, by: int) -> ast.AugAssign:
    return ast.AugAssign(store(name), ast.Add() if by > 0 else ast.Sub(), ast.Constant(abs(by)))


@rewriting(ast.For)
def for_to_while(node: ast.For, context: Context) -> list[ast.stmt] | None:
    """`for i in range(a, b): x` becomes `i = a`, and `while i < b: x; i += 1`."""
    limits = range_of(node.iter)
    if limits is None or not isinstance(node.target, ast.Name) or node.orelse:
        return None
    name, (start, stop, step) = node.target.id, limits
    if jumps(node.body, ast.Continue) or name in stored(*node.body) or name in shared(context.tree):
        return None
    if context.is_read_after(name, node) and not _is_bound_again(name, node, context):
        return None  # it is one step further now
    before: list[ast.stmt] = []
    if not _is_frozen(stop, node):
        if not isinstance(stop, ast.Call | ast.BinOp):
            return None
        end = context.fresh("end", "last", "limit")
        before, stop = [put(end, stop)], load(end)
    sign = ast.Lt() if step > 0 else ast.Gt()
    loop = ast.While(ast.Compare(load(name), [sign], [stop]), [*node.body, _step(name, step)], [])
    return [*before, put(name, start), loop]


def _is_bound_again(name: str, node: ast.stmt, context: Context) -> bool:
    """Whether whatever reads a name behind a statement is a loop that binds it first."""
    if any(isinstance(parent, ast.For | ast.While) for parent in context.parents):
        return False
    for other in context.behind(node):
        if name in names(other):
            return isinstance(other, ast.For) and isinstance(other.target, ast.Name) and other.target.id == name
    return False


@rewriting(ast.While, undoes=("for_to_while",))
def while_to_for(node: ast.While, context: Context) -> list[ast.stmt] | None:
    """`i = a`, `while i < b: x; i += 1` becomes `for i in range(a, b): x`."""
    test, last = node.test, node.body[-1]
    if node.orelse or jumps(node.body) or not isinstance(context.block, list):
        return None
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.left, ast.Name):
        return None
    name, by = test.left.id, {ast.Lt: 1, ast.Gt: -1}.get(type(test.ops[0]), 0)
    wanted = ast.unparse(_step(name, by or 1))
    if not by or ast.unparse(last) != wanted or name in stored(*node.body[:-1]) or len(node.body) == 1:
        return None
    if not _is_frozen(test.comparators[0], node) or context.is_read_after(name, node):
        return None
    place = next(number for number, one in enumerate(context.block) if one is node)
    before = context.block[place - 1] if place else None
    if not isinstance(before, ast.Assign) or ast.unparse(before.targets[0]) != name or len(before.targets) > 1:
        return None
    del context.block[place - 1]
    limits = [before.value, test.comparators[0], *([ast.UnaryOp(ast.USub(), ast.Constant(1))] if by < 0 else [])]
    if by > 0 and isinstance(before.value, ast.Constant) and before.value.value == 0:
        limits = limits[1:]
    return [ast.For(store(name), ast.Call(load("range"), limits, []), node.body[:-1], [])]


@rewriting(ast.While)
def while_to_endless(node: ast.While, _: Context) -> ast.While | None:
    """`while a: x` becomes `while True: if not a: break; x`."""
    if node.orelse or isinstance(node.test, ast.Constant):
        return None
    return ast.While(ast.Constant(True), [ast.If(opposite(node.test), [ast.Break()], []), *node.body], [])


@rewriting(ast.While, undoes=("while_to_endless",))
def endless_to_while(node: ast.While, _: Context) -> ast.While | None:
    """`while True: if a: break; x` becomes `while not a: x`."""
    first = node.body[0]
    if not isinstance(node.test, ast.Constant) or not node.test.value or node.orelse or len(node.body) == 1:
        return None
    if not isinstance(first, ast.If) or first.orelse or len(first.body) > 1 or not isinstance(first.body[0], ast.Break):
        return None
    return ast.While(opposite(first.test), node.body[1:], [])


@rewriting(ast.For)
def items_to_indices(node: ast.For, context: Context) -> ast.For | None:
    """`for x in xs: y` becomes `for i in range(len(xs)): x = xs[i]; y`."""
    if not isinstance(node.iter, ast.Name) or not isinstance(node.target, ast.Name):
        return None
    if node.iter.id in stored(*node.body) or _is_changed(node.iter.id, node.body) or node.target.id == "_":
        return None
    index = context.fresh("index", "i", "k", "place")
    item = ast.Subscript(load(node.iter.id), load(index), ast.Load())
    body = [put(node.target.id, item), *node.body]
    return ast.For(store(index), _up_to(_length(node.iter.id)), body, node.orelse)


def _length(name: str) -> ast.expr:
    """`len(name)`."""
    return ast.Call(load("len"), [load(name)], [])


def _up_to(stop: ast.expr) -> ast.expr:
    """`range(stop)`."""
    return ast.Call(load("range"), [stop], [])


def _is_changed(name: str, body: list[ast.stmt]) -> bool:
    """Whether statements may change the object that a name holds: they store into it or call a method of it."""
    for part in (part for statement in body for part in ast.walk(statement)):
        if isinstance(part, ast.Subscript) and not isinstance(part.ctx, ast.Load) and name in names(part.value):
            return True
        if isinstance(part, ast.Attribute) and name in names(part.value):
            return True
    return False


@rewriting(ast.For, undoes=("items_to_indices",))
def indices_to_enumerate(node: ast.For, context: Context) -> ast.For | None:
    """`for i in range(len(xs)): ... xs[i]` becomes `for i, x in enumerate(xs): ... x`."""
    text = ast.unparse(node.iter)
    if not isinstance(node.target, ast.Name) or not text.startswith("range(len(") or node.orelse:
        return None
    limits = range_of(node.iter)
    if limits is None or ast.unparse(limits[0]) != "0" or not isinstance(limits[1], ast.Call):
        return None
    (owner,) = limits[1].args
    index = node.target.id
    if not isinstance(owner, ast.Name) or index in stored(*node.body):
        return None
    wanted = f"{owner.id}[{index}]"
    if _is_changed(owner.id, node.body) or owner.id in stored(*node.body):
        return None
    if not any(isinstance(part, ast.Subscript) and ast.unparse(part) == wanted for part in _all(node.body)):
        return None
    item = context.fresh("value", "item", "entry")
    body = [_Put(wanted, item).visit(statement) for statement in node.body]
    target = ast.Tuple([store(index), store(item)], ast.Store())
    return ast.For(target, ast.Call(load("enumerate"), [owner], []), body, [])


def _all(body: list[ast.stmt]) -> list[ast.AST]:
    return [part for statement in body for part in ast.walk(statement)]


class _Put(ast.NodeTransformer):
    """Puts a name in the place of an expression."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if ast.unparse(node) == self.text:
            return load(self.name)
        self.generic_visit(node)
        return node


@rewriting(ast.For, undoes=("indices_to_enumerate", "items_to_indices"))
def enumerate_to_range(node: ast.For, _: Context) -> ast.For | None:
    """`for i, x in enumerate(xs): y` becomes `for i in range(len(xs)): x = xs[i]; y`."""
    call, target = node.iter, node.target
    if not isinstance(call, ast.Call) or ast.unparse(call.func) != "enumerate" or len(call.args) != 1 or call.keywords:
        return None
    if not isinstance(target, ast.Tuple) or len(target.elts) != 2 or not isinstance(target.elts[0], ast.Name):  # noqa: PLR2004
        return None
    owner = call.args[0]
    if not isinstance(owner, ast.Name) or owner.id in stored(*node.body) or _is_changed(owner.id, node.body):
        return None
    item = ast.Subscript(load(owner.id), load(target.elts[0].id), ast.Load())
    body = [ast.Assign([target.elts[1]], item), *node.body]
    return ast.For(target.elts[0], _up_to(_length(owner.id)), body, node.orelse)


@rewriting(ast.For)
def zip_to_indices(node: ast.For, context: Context) -> ast.For | None:
    """`for a, b in zip(xs, ys): z` becomes `for i in range(min(len(xs), len(ys))): a = xs[i]; b = ys[i]; z`."""
    call, target = node.iter, node.target
    if not isinstance(call, ast.Call) or ast.unparse(call.func) != "zip" or len(call.args) != 2:  # noqa: PLR2004 - a pair
        return None
    if call.keywords or not isinstance(target, ast.Tuple) or len(target.elts) != 2:  # noqa: PLR2004 - a pair
        return None
    owners = [one.id for one in call.args if isinstance(one, ast.Name)]
    if len(owners) != 2 or any(_is_changed(one, node.body) or one in stored(*node.body) for one in owners):  # noqa: PLR2004
        return None
    index = context.fresh("index", "i", "k", "place")
    items = [
        ast.Assign([part], ast.Subscript(load(one), load(index), ast.Load()))
        for part, one in zip(target.elts, owners, strict=True)
    ]
    shorter = ast.Call(load("min"), list(map(_length, owners)), [])
    return ast.For(store(index), _up_to(shorter), [*items, *node.body], node.orelse)


@rewriting(ast.For)
def range_turned(node: ast.For, _: Context) -> ast.For | None:
    """`range(b, a, -1)` becomes `reversed(range(a + 1, b + 1))`, and the other way."""
    call = node.iter
    if isinstance(call, ast.Call) and ast.unparse(call.func) == "reversed" and len(call.args) == 1:
        limits = range_of(call.args[0])
        if limits is None or limits[2] != 1:
            return None
        start, stop = limits[1], limits[0]
        minus = ast.UnaryOp(ast.USub(), ast.Constant(1))
        node.iter = ast.Call(load("range"), [_plus(start, -1), _plus(stop, -1), minus], [])
        return node
    limits = range_of(call)
    if limits is None or limits[2] != -1:
        return None
    low, high = _plus(limits[1], 1), _plus(limits[0], 1)
    bounds = [high] if isinstance(low, ast.Constant) and low.value == 0 else [low, high]
    node.iter = ast.Call(load("reversed"), [ast.Call(load("range"), bounds, [])], [])
    return node


def _plus(node: ast.expr, by: int) -> ast.expr:
    """An expression and a number more, computed where it can be: `n - 1` and 1 more is `n`."""
    if is_constant(node):
        total = ast.literal_eval(node) + by
        return ast.Constant(total) if total >= 0 else ast.UnaryOp(ast.USub(), ast.Constant(-total))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub) and is_constant(node.right):
        sign = 1 if isinstance(node.op, ast.Add) else -1
        total = sign * int(ast.literal_eval(node.right)) + by
        return _plus(node.left, total) if total == 0 else _sum(node.left, total)
    return deepcopy(node) if by == 0 else _sum(node, by)


def _sum(node: ast.expr, by: int) -> ast.BinOp:
    return ast.BinOp(deepcopy(node), ast.Add() if by > 0 else ast.Sub(), ast.Constant(abs(by)))


@rewriting(ast.Assign, ast.Return)
def comprehension_to_loop(node: ast.Assign | ast.Return, context: Context) -> list[ast.stmt] | None:
    """`xs = [f(y) for y in ys if c]` becomes a loop that appends."""
    value = node.value
    if not isinstance(value, ast.ListComp | ast.SetComp | ast.DictComp) or len(value.generators) != 1:
        return None
    (turn,) = value.generators
    if turn.is_async or stored(turn.target) & (names(context.tree) - stored(turn.target)):
        return None
    if _stands_elsewhere(stored(turn.target), value, context):
        return None  # the variables of a comprehension are its own
    plain = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and len(node.targets) == 1
    wish = node.targets[0].id if plain else ""  # type: ignore[union-attr]
    name = wish if wish and wish not in loaded(value) else context.fresh("result", "found", "collected")
    body: list[ast.stmt] = [_adding(name, value)]
    for test in reversed(turn.ifs):
        body = [ast.If(test, body, [])]
    empty: ast.expr = ast.List([], ast.Load()) if isinstance(value, ast.ListComp) else ast.Dict([], [])
    if isinstance(value, ast.SetComp):
        empty = ast.Call(load("set"), [], [])
    found: list[ast.stmt] = [put(name, empty), ast.For(turn.target, turn.iter, body, [])]
    if name == wish:
        return found
    return [*found, ast.Return(load(name)) if isinstance(node, ast.Return) else ast.Assign(node.targets, load(name))]


def _stands_elsewhere(bound: set[str], value: ast.expr, context: Context) -> bool:
    inside = {id(part) for part in ast.walk(value)}
    return any(
        isinstance(part, ast.Name | ast.arg) and id(part) not in inside and (names(part) & bound)
        for part in ast.walk(context.scope or context.tree)
    )


def _adding(name: str, value: ast.ListComp | ast.SetComp | ast.DictComp) -> ast.stmt:
    if isinstance(value, ast.DictComp):
        return ast.Assign([ast.Subscript(load(name), value.key, ast.Store())], value.value)
    method = "append" if isinstance(value, ast.ListComp) else "add"
    return ast.Expr(ast.Call(ast.Attribute(load(name), method, ast.Load()), [value.elt], []))


@rewriting(ast.For, undoes=("comprehension_to_loop",))
def loop_to_comprehension(node: ast.For, context: Context) -> list[ast.stmt] | None:
    """`xs = []`, `for y in ys: xs.append(f(y))` becomes `xs = [f(y) for y in ys]`."""
    if node.orelse or len(node.body) != 1 or not isinstance(context.block, list):
        return None
    inner, tests = node.body[0], list[ast.expr]()
    while isinstance(inner, ast.If) and not inner.orelse and len(inner.body) == 1:
        tests.append(inner.test)
        inner = inner.body[0]
    if not isinstance(inner, ast.Expr) or not isinstance(inner.value, ast.Call) or len(inner.value.args) != 1:
        return None
    func, element = inner.value.func, inner.value.args[0]
    if not isinstance(func, ast.Attribute) or func.attr != "append" or not isinstance(func.value, ast.Name):
        return None
    place = next(number for number, one in enumerate(context.block) if one is node)
    before, name = context.block[place - 1] if place else None, func.value.id
    if before is None or ast.unparse(before) != f"{name} = []" or name in loaded(element, node.iter, *tests):
        return None
    if any(context.is_read_after(one, node) for one in stored(node.target)):
        return None
    del context.block[place - 1]
    turn = ast.comprehension(node.target, node.iter, tests, 0)
    return [put(name, ast.ListComp(element, [turn]))]


@rewriting(ast.For)
def loop_variable_kept_apart(node: ast.For, context: Context) -> ast.For | None:
    """`for x in f(y): z` becomes, with a name for what it goes over, `source = f(y)`, `for x in source: z`."""
    if not isinstance(node.iter, ast.Call | ast.Subscript | ast.BinOp) or not isinstance(context.block, list):
        return None
    if isinstance(node.iter, ast.Call) and not isinstance(node.iter.func, ast.Name):
        return None
    if ast.unparse(node.iter).startswith(("range(", "map(", "zip(", "enumerate(", "reversed(", "filter(", "iter(")):
        return None
    name = context.fresh("source", "items", "sequence")
    place = next(number for number, one in enumerate(context.block) if one is node)
    context.block.insert(place, put(name, node.iter))
    node.iter = load(name)
    return node
