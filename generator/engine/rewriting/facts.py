"""What is known of a program before it is rewritten: one pass over its tree, and the questions that it answers."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.engine.rewriting.calls import HARMLESS_MODULES, MUTATORS, OPERATORS, PURE_BUILTINS, PURE_METHODS
from generator.engine.rewriting.names import children

Nodes = Mapping[type[ast.AST], list[ast.AST]]


@dataclass(frozen=True, slots=True)
class Facts:
    """The names of a program and what they stand for.

    inner:       what each node of it consists of, by the node's `id`.
    imports:     imported name -> top-level module that it comes from.
    rebound:     names that are assigned somewhere, or are parameters.
    defined:     names of functions and classes that are nothing else; `functions` are those without decorators.
    methods:     names of all functions, methods included.
    unstable:    names that may be bound anew while an expression that has read them goes on.
    handed_over: names that are used other than by calling them: functions that somebody else may call.
    mutators:    methods that change their object.
    cached:      names of `cached_property`s.
    compares:    whether comparisons may run the program's code; `hashes`, whether hashing may.
    inserts:     whether a mere subscript may insert, as that of a `defaultdict` does.
    readable:    ids of the nodes `o.__dict__` that are only looked at.
    implicit:    whether code of the program may run where no call stands: operators, properties, generators, `with`.
    lazy:        whether calls of library functions may run code of the program.
    iterates:    whether a name may hold an iterator, whose items are new objects.
    recursive:   names of functions that may call themselves, by whatever way.
    """

    inner: Mapping[int, list[ast.AST]]
    imports: Mapping[str, str]
    rebound: frozenset[str]
    defined: frozenset[str]
    functions: frozenset[str]
    methods: frozenset[str]
    unstable: frozenset[str]
    handed_over: frozenset[str]
    mutators: frozenset[str]
    cached: frozenset[str]
    compares: bool
    hashes: bool
    inserts: bool
    readable: frozenset[int]
    implicit: bool
    lazy: bool
    iterates: bool
    recursive: frozenset[str]

    def is_harmless(self, method: str) -> bool:
        """Whether a method surely changes nothing, or tells it itself."""
        known = method in PURE_METHODS or method in self.methods
        return known and method not in self.mutators and method not in ("__setattr__", "__delattr__")

    def is_own(self, name: str) -> bool:
        """Whether the program gives a name a meaning of its own somewhere."""
        return name in self.rebound or name in self.defined or name in self.imports


def facts(tree: ast.Module, entry: ast.Expression | None = None) -> Facts:
    """Look at every node once, and at those of an entry that hands things to the program."""
    nodes, inner = by_type(tree, *([entry] if entry else []))
    names, made = nodes[ast.Name], nodes[ast.FunctionDef]
    stores = {node.id for node in names if isinstance(node.ctx, ast.Store)}  # type: ignore[attr-defined]
    rebound = frozenset(stores | {node.arg for node in nodes[ast.arg]})  # type: ignore[attr-defined]
    methods = frozenset(node.name for node in made)  # type: ignore[attr-defined]
    classes = frozenset(node.name for node in nodes[ast.ClassDef])  # type: ignore[attr-defined]
    defined = (methods | classes) - rebound
    inserts = any(map(_names_defaultdict, (*nodes[ast.alias], *nodes[ast.Attribute])))
    mutators = MUTATORS | OPERATORS | ({"__getitem__", "__missing__"} if inserts else set())
    handed_over = _handed_over(nodes)
    mentioned = handed_over | {node.name for node in nodes[ast.alias]}  # type: ignore[attr-defined]
    imports = dict(_imported((*nodes[ast.Import], *nodes[ast.ImportFrom])))
    return Facts(
        inner=inner,
        imports=imports,
        rebound=rebound,
        defined=defined,
        functions=defined & {node.name for node in made if not node.decorator_list},  # type: ignore[attr-defined]
        methods=methods,
        unstable=_unstable(nodes),
        handed_over=handed_over,
        mutators=frozenset(mutators),
        cached=frozenset(node.name for node in made if any(map(_is_cached, node.decorator_list))),  # type: ignore[attr-defined]
        compares=not _COMPARISONS.isdisjoint(methods),
        hashes=not {"__eq__", "__hash__"}.isdisjoint(methods),
        inserts=inserts,
        readable=_read_only_dicts(nodes),
        implicit=_is_implicit(nodes),
        lazy=bool(nodes[ast.Lambda] or nodes[ast.GeneratorExp] or _BUSY.union(methods, classes, mutators) & mentioned),
        iterates=_iterates(nodes, imports, handed_over),
        recursive=_recursive(nodes, methods | classes),
    )


def by_type(*trees: ast.AST) -> tuple[Nodes, dict[int, list[ast.AST]]]:
    """Every node of some trees by its type, and what each consists of, by its `id`."""
    found: dict[type[ast.AST], list[ast.AST]] = defaultdict(list)
    inner: dict[int, list[ast.AST]] = {}
    waiting = list(trees)
    while waiting:
        node = waiting.pop()
        found[type(node)].append(node)
        if not isinstance(node, ast.Name):
            inner[id(node)] = parts = children(node)
            waiting += parts
    return found, inner


def root(node: ast.expr) -> str:
    """The name at the beginning of `a.b.c`; empty if there is none."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


_COMPARISONS = frozenset("__eq__ __ne__ __lt__ __le__ __gt__ __ge__".split())
_BUSY = frozenset({"stdin", "stdout"})
"""Names of what tells events of its own whenever somebody asks."""
ITERATORS = frozenset("map filter zip iter enumerate reversed".split())
CONSUMERS = frozenset("list tuple set dict frozenset sorted sum min max any all".split())


def _names_defaultdict(node: ast.AST) -> bool:
    """Whether a node names the kind of dict into which a mere subscript may insert."""
    return "defaultdict" in (getattr(node, "name", ""), getattr(node, "attr", ""))


def _is_cached(decorator: ast.expr) -> bool:
    return root(decorator) == "cached_property" or getattr(decorator, "attr", "") == "cached_property"


def _unstable(nodes: Nodes) -> frozenset[str]:
    shared = (name for node in (*nodes[ast.Global], *nodes[ast.Nonlocal]) for name in node.names)  # type: ignore[attr-defined]
    return frozenset([*shared, *(node.target.id for node in nodes[ast.NamedExpr])])  # type: ignore[attr-defined]


def _read_only_dicts(nodes: Nodes) -> frozenset[int]:
    """Subscripts, and arguments or methods that change nothing."""
    found: list[ast.AST] = []
    for node in nodes[ast.Subscript]:
        found += [node.value] if isinstance(node.ctx, ast.Load) else []  # type: ignore[attr-defined]
    for node in nodes[ast.Compare]:
        found += node.comparators  # type: ignore[attr-defined]
    for node in nodes[ast.Call]:
        assert isinstance(node, ast.Call)
        if isinstance(node.func, ast.Name) and node.func.id in PURE_BUILTINS:
            found += node.args
        elif isinstance(node.func, ast.Attribute) and node.func.attr in PURE_METHODS:
            found.append(node.func.value)
    return frozenset(map(id, found))


def _imported(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    """Imported name -> top-level module that it comes from."""
    for node in nodes:
        assert isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names:
            if isinstance(node, ast.Import):
                yield (alias.asname or alias.name).split(".")[0], alias.name.split(".")[0]
            else:
                yield alias.asname or alias.name, (node.module or "").split(".")[0]


def _handed_over(nodes: Nodes) -> frozenset[str]:
    called = {id(node.func) for node in nodes[ast.Call]}  # type: ignore[attr-defined]
    uses = (n for n in (*nodes[ast.Name], *nodes[ast.Attribute]) if isinstance(n.ctx, ast.Load))  # type: ignore[attr-defined]
    return frozenset(use.id if isinstance(use, ast.Name) else use.attr for use in uses if id(use) not in called)  # type: ignore[attr-defined]


def _is_implicit(nodes: Nodes) -> bool:
    kinds = (ast.Yield, ast.YieldFrom, ast.With, ast.Match, ast.AsyncFunctionDef, ast.Await)
    if any(nodes[kind] for kind in kinds):
        return True
    special = (node.name for node in nodes[ast.FunctionDef] if node.name != "__init__")  # type: ignore[attr-defined]
    decorated = any(node.decorator_list for node in (*nodes[ast.FunctionDef], *nodes[ast.ClassDef]))  # type: ignore[attr-defined]
    decorated = decorated or any(node.id in ("property", "cached_property") for node in nodes[ast.Name])  # type: ignore[attr-defined]
    return decorated or any(name.startswith("__") and name.endswith("__") for name in special)


def _iterates(nodes: Nodes, imports: Mapping[str, str], handed_over: frozenset[str]) -> bool:
    if (
        nodes[ast.GeneratorExp]
        or nodes[ast.Yield]
        or nodes[ast.YieldFrom]
        or not HARMLESS_MODULES.issuperset(imports.values())
    ):
        return True
    consumed = {id(node.iter) for node in (*nodes[ast.For], *nodes[ast.comprehension])}  # type: ignore[attr-defined]
    for node in nodes[ast.Call]:
        assert isinstance(node, ast.Call)
        if (isinstance(node.func, ast.Name) and node.func.id in CONSUMERS) or (
            isinstance(node.func, ast.Attribute) and node.func.attr in ("join", "extend", "update")
        ):
            consumed.update(map(id, node.args))
    made = (n for n in nodes[ast.Call] if isinstance(n.func, ast.Name) and n.func.id in ITERATORS)  # type: ignore[attr-defined]
    return bool(ITERATORS & handed_over) or any(id(node) not in consumed for node in made)


def _recursive(nodes: Nodes, made: frozenset[str]) -> frozenset[str]:
    """The functions, and classes, from which following the names that they mention leads back to them."""
    uses = [(node.lineno, node.id) for node in nodes[ast.Name] if node.id in made]  # type: ignore[attr-defined]
    uses += [(node.lineno, node.attr) for node in nodes[ast.Attribute] if node.attr in made]  # type: ignore[attr-defined]
    mentions: dict[str, set[str]] = defaultdict(set)
    for node in (*nodes[ast.FunctionDef], *nodes[ast.ClassDef]):
        assert isinstance(node, ast.FunctionDef | ast.ClassDef)
        mentions[node.name].update(name for line, name in uses if node.lineno <= line <= (node.end_lineno or 0))
    return frozenset(name for name in mentions if name in _reached(mentions, name))


def _reached(mentions: Mapping[str, set[str]], name: str) -> set[str]:
    """All that can be reached from a name in one step or more."""
    found: set[str] = set()
    waiting = set(mentions.get(name, ()))
    while waiting:
        found |= waiting
        waiting = {other for one in waiting for other in mentions.get(one, ())} - found
    return found
