"""Rewritings of functions: exits, helpers, methods, recursion."""

from __future__ import annotations

import ast
from copy import deepcopy

from generator.rewrites.context import Context, ends, is_simple, jumps, load, loaded, names, put, store, stored
from generator.rewrites.proof import DEAD
from generator.rewrites.registry import rewriting


@rewriting(ast.FunctionDef)
def single_exit(node: ast.FunctionDef, context: Context) -> ast.FunctionDef | None:
    """Returns in branches at the end of a function become assignments, and one return."""
    *_, last = node.body
    if not isinstance(last, ast.If) or not _returns_in_all(last):
        return None
    name = context.fresh("answer", "result", "outcome")
    _assign_returns(last, name)
    node.body.append(ast.Return(load(name)))
    return node


def _returns_in_all(node: ast.If) -> bool:
    """Whether each branch ends in its only return."""
    for block in (node.body, node.orelse):
        if not block or jumps(block[:-1], ast.Return):
            return False
        last = block[-1]
        if isinstance(last, ast.If):
            if not _returns_in_all(last):
                return False
        elif not isinstance(last, ast.Return) or last.value is None:
            return False
    return True


def _assign_returns(node: ast.If, name: str) -> None:
    for block in (node.body, node.orelse):
        last = block[-1]
        if isinstance(last, ast.If):
            _assign_returns(last, name)
        elif isinstance(last, ast.Return) and last.value:
            block[-1] = put(name, last.value)


@rewriting(ast.FunctionDef, undoes=("single_exit",))
def early_return(node: ast.FunctionDef, _: Context) -> ast.FunctionDef | None:
    """`if a: x = 1 else: x = 2`, `return x` becomes a return in each branch."""
    if len(node.body) < 2:  # noqa: PLR2004 - the branch and the return
        return None
    branch, last = node.body[-2:]
    if not isinstance(last, ast.Return) or not isinstance(last.value, ast.Name) or not isinstance(branch, ast.If):
        return None
    if not _assigns_in_all(branch, last.value.id):
        return None
    _return_assigned(branch)
    node.body.pop()
    return node


def _assigns_in_all(node: ast.If, name: str) -> bool:
    for block in (node.body, node.orelse):
        last = block[-1] if block else None
        if isinstance(last, ast.If):
            if not _assigns_in_all(last, name):
                return False
        elif not isinstance(last, ast.Assign) or [ast.unparse(target) for target in last.targets] != [name]:
            return False
    return True


def _return_assigned(node: ast.If) -> None:
    for block in (node.body, node.orelse):
        last = block[-1]
        if isinstance(last, ast.If):
            _return_assigned(last)
        elif isinstance(last, ast.Assign):
            block[-1] = ast.Return(last.value)


@rewriting(ast.If, ast.While)
def test_to_helper(node: ast.If | ast.While, context: Context) -> ast.stmt | None:
    """A condition of some length becomes a function of its own."""
    test = node.test
    if len(ast.unparse(test)) < 12 or not is_simple(test) or not isinstance(context.scope, ast.FunctionDef):  # noqa: PLR2004
        return None
    if context.scope not in context.tree.body:
        return None
    used = loaded(test) - {one.name for one in context.tree.body if isinstance(one, ast.FunctionDef | ast.ClassDef)}
    if not used or used & _module_names(context.tree):
        return None
    parameters = sorted(used, key=lambda name: ast.unparse(test).index(name))
    name = context.fresh("check", "condition", "test")
    arguments = ast.arguments([], [ast.arg(one) for one in parameters], None, [], [], None, [])
    helper = ast.FunctionDef(name, arguments, [ast.Return(deepcopy(test))], [], lineno=0)
    helper.type_params = []  # type: ignore[attr-defined]  # a field of Python 3.12
    context.tree.body.insert(context.tree.body.index(context.scope), helper)
    node.test = ast.Call(load(name), [load(one) for one in parameters], [])
    return node


def _module_names(tree: ast.Module) -> set[str]:
    return stored(*(one for one in tree.body if not isinstance(one, ast.FunctionDef | ast.ClassDef)))


@rewriting(ast.Module)
def function_to_method(node: ast.Module, context: Context) -> ast.Module | None:
    """The function that is called becomes a method of a class `Solution`."""
    functions = [one for one in node.body if isinstance(one, ast.FunctionDef)]
    found = next((one for one in functions if one.name == context.entry), None)
    if found is None or "Solution" in names(node) or "self" in names(node) or len(functions) != 1:
        return None
    recursive = [part for part in ast.walk(found) if isinstance(part, ast.Name) and part.id == found.name]
    if found.decorator_list or any(isinstance(part, ast.FunctionDef) for one in found.body for part in ast.walk(one)):
        return None
    if recursive:
        _Method(found.name).visit(found)
    found.args.args.insert(0, ast.arg("self"))
    made = ast.ClassDef("Solution", [], [], [found], [])
    made.type_params = []  # type: ignore[attr-defined]
    node.body[node.body.index(found)] = made
    context.entry = f"Solution().{found.name}"
    return node


class _Method(ast.NodeTransformer):
    """Has a function call itself as a method."""

    def __init__(self, name: str) -> None:
        self.name = name

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Attribute(load("self"), self.name, ast.Load()) if node.id == self.name else node


@rewriting(ast.FunctionDef)
def tail_recursion_to_loop(node: ast.FunctionDef, _: Context) -> ast.FunctionDef | None:
    """A function whose last act is to call itself goes round in a loop instead."""
    calls = [part for part in ast.walk(node) if isinstance(part, ast.Call) and ast.unparse(part.func) == node.name]
    tails = [
        part
        for part in ast.walk(node)
        if isinstance(part, ast.Return) and isinstance(part.value, ast.Call) and part.value in calls
    ]
    signature = node.args
    plain = not (signature.defaults or signature.kwonlyargs or signature.vararg or signature.kwarg)
    if not calls or len(calls) != len(tails) or not plain or node.decorator_list or not ends(node.body):
        return None
    parameters = [one.arg for one in signature.args]
    if any(len(call.args) != len(parameters) or call.keywords for call in calls):
        return None
    parts = (part for statement in node.body for part in ast.walk(statement))
    if any(isinstance(part, ast.For | ast.While | ast.Try | ast.With | ast.FunctionDef) for part in parts):
        return None
    node.body = [ast.While(ast.Constant(True), _looped(node.body, node.name, parameters), [])]
    return node


def _looped(body: list[ast.stmt], name: str, parameters: list[str]) -> list[ast.stmt]:
    """Statements whose calls of their own function at the end are assignments now."""
    found: list[ast.stmt] = []
    for statement in body:
        if isinstance(statement, ast.If):
            statement.body = _looped(statement.body, name, parameters)
            statement.orelse = _looped(statement.orelse, name, parameters)
            if not ends(statement.body) and not statement.orelse:
                statement.body.append(ast.Continue())
        call = statement.value if isinstance(statement, ast.Return) else None
        if isinstance(call, ast.Call) and ast.unparse(call.func) == name:
            found += _moved(call, parameters)
        else:
            found.append(statement)
    return found


def _moved(call: ast.Call, parameters: list[str]) -> list[ast.stmt]:
    """The assignment of a call's arguments to the parameters, those aside that stay what they are."""
    pairs = [(one, given) for one, given in zip(parameters, call.args, strict=True) if ast.unparse(given) != one]
    if not pairs:
        return [ast.Pass()]
    if len(pairs) == 1:
        return [put(pairs[0][0], pairs[0][1])]
    targets = ast.Tuple([store(one) for one, _ in pairs], ast.Store())
    return [ast.Assign([targets], ast.Tuple([given for _, given in pairs], ast.Load()))]


@rewriting(ast.FunctionDef)
def recursion_to_stack(node: ast.FunctionDef, context: Context) -> ast.FunctionDef | None:
    """A function that calls itself at its end, and gives nothing back, keeps a stack of what is still to be done."""
    calls = [part for part in ast.walk(node) if isinstance(part, ast.Call) and ast.unparse(part.func) == node.name]
    returns = [part for part in ast.walk(node) if isinstance(part, ast.Return)]
    signature = node.args
    if not calls or any(part.value for part in returns) or jumps(_in_loops(node.body), ast.Return):
        return None
    if signature.defaults or signature.kwonlyargs or signature.vararg or signature.kwarg or node.decorator_list:
        return None
    parameters = [one.arg for one in signature.args]
    *first, last = node.body
    later = _later(last, node.name, context.fresh("stack", "waiting", "to_do"))
    if not parameters or later is None or sum(part in calls for part in ast.walk(last)) != len(calls):
        return None
    name = context.fresh("stack", "waiting", "to_do")
    held: ast.expr = load(parameters[0])
    target: ast.expr = store(parameters[0])
    if len(parameters) > 1:
        held = ast.Tuple([load(one) for one in parameters], ast.Load())
        target = ast.Tuple([store(one) for one in parameters], ast.Store())
    taken = ast.Call(ast.Attribute(load(name), "pop", ast.Load()), [], [])
    body = [ast.Assign([target], taken), *map(_continued, first), later]
    node.body = [put(name, ast.List([held], ast.Load())), ast.While(load(name), body, [])]
    return node


def _in_loops(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements that stand in loops."""
    loops = (part for statement in body for part in ast.walk(statement) if isinstance(part, ast.For | ast.While))
    return [statement for loop in loops for statement in loop.body]


def _continued(statement: ast.stmt) -> ast.stmt:
    """A statement whose returns go on with the next turn of the loop around it."""
    if isinstance(statement, ast.Return):
        return ast.Continue()
    if isinstance(statement, ast.If):
        statement.body = list(map(_continued, statement.body))
        statement.orelse = list(map(_continued, statement.orelse))
    return statement


def _later(statement: ast.stmt, name: str, stack: str) -> ast.stmt | None:
    """A call of a function, or a loop of such calls, as what is left for later; the last that is left comes first."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        call = statement.value
        if ast.unparse(call.func) != name or call.keywords:
            return None
        given = call.args[0] if len(call.args) == 1 else ast.Tuple(call.args, ast.Load())
        return ast.Expr(ast.Call(ast.Attribute(load(stack), "append", ast.Load()), [given], []))
    if isinstance(statement, ast.If) and not statement.orelse and len(statement.body) == 1:
        inner = _later(statement.body[0], name, stack)
        return ast.If(statement.test, [inner], []) if inner else None
    if (
        isinstance(statement, ast.For)
        and len(statement.body) == 1
        and isinstance(statement.iter, ast.Name | ast.Subscript)
    ):
        inner = _later(statement.body[0], name, stack)
        turned = ast.Call(load("reversed"), [statement.iter], [])
        return ast.For(statement.target, turned, [inner], []) if inner and not statement.orelse else None
    return None


@rewriting(ast.FunctionDef)
def dead_branch(node: ast.FunctionDef, context: Context) -> ast.FunctionDef | None:
    """A variable that nobody needs, and a branch that is never taken."""
    if len(node.body) < 2 or node not in context.tree.body:  # noqa: PLR2004 - something has to follow
        return None
    name = context.fresh("debug", "verbose")
    shown: list[ast.expr] = [load(one.arg) for one in node.args.args[:1]]
    branch = ast.If(load(name), [ast.Expr(ast.Call(load("print"), shown, []))], [])
    setattr(branch, DEAD, True)
    node.body[:0] = [put(name, ast.Constant(False)), branch]
    return node


@rewriting(ast.FunctionDef)
def nested_helper_lifted(node: ast.FunctionDef, context: Context) -> ast.FunctionDef | None:
    """A function inside of another that needs nothing of it moves out, above it."""
    inner = next((one for one in node.body if isinstance(one, ast.FunctionDef)), None)
    if inner is None or node not in context.tree.body or inner.decorator_list:
        return None
    own = stored(*node.body) | {one.arg for one in node.args.args}
    if (names(inner) - {one.arg for one in inner.args.args} - stored(*inner.body) - {inner.name}) & own:
        return None
    if any(isinstance(part, ast.Nonlocal) for part in ast.walk(inner)):
        return None
    node.body.remove(inner)
    context.tree.body.insert(context.tree.body.index(node), inner)
    return node
