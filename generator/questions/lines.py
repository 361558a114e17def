"""The lines of a program that can be asked about, and the events that tell their runs.

A line is asked about by its number and its text, and only where it holds one statement and nothing else, so that "line
5 has run" means one thing. A run of a line is told by one event of the statement; where that can't be relied on,
because an exception may cut a run short, the line isn't asked about.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.engine.program import Program, Site, Trace

Head = ast.stmt | ast.ExceptHandler | ast.match_case
"""What begins a line of a program."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds one statement, and the site whose events tell its runs, each with the end of the statement."""

    number: int
    text: str
    site: Site
    runs: tuple[int, ...]

    @property
    def words(self) -> dict[str, str]:
        return {"line": str(self.number), "code": self.text}

    @property
    def is_told(self) -> bool:
        """Whether every rationale tells each run."""
        return self.site.kind not in ("method", "mutate") or method_of(self.site) in _TOLD


def counted_lines(trace: Trace) -> list[Line]:
    """The lines whose runs can be counted, in the order of the program."""
    return [] if is_interrupted(trace) else marked_lines(trace)


def marked_lines(trace: Trace) -> list[Line]:
    """The lines of which each run, unless an exception ends it, is told by one event of their site."""
    program, module = trace.program, tree(trace.program)
    lone, parents, unsure = lone_lines(program.text), parents_of(module), _unsure(module)
    own, found = own_names(program), dict[int, Site]()
    for site in program.sites:
        parent = parents.get(site.node)
        statement = parent if isinstance(parent, ast.Expr) else site.node
        if not isinstance(statement, ast.stmt) or site.line not in lone or id(statement) in unsure:
            continue
        if _is_mark(site, own):
            found[site.line] = site  # the last one of several: an assignment to many places
        else:
            found.pop(site.line, None)
    places: dict[int, list[int]] = {}
    for number, event in enumerate(trace.events):
        places.setdefault(event[0], []).append(number)
    shown = ((number, text_of(program, number), found[number]) for number in sorted(found))
    return [Line(number, text, site, tuple(places.get(site.index, ()))) for number, text, site in shown if text]


def text_of(program: Program, number: int) -> str:
    """A line as it is quoted; empty for one that can't be."""
    text = program.text.split("\n")[number - 1].strip()
    return "" if "`" in text else text


def _is_mark(site: Site, own: frozenset[str]) -> bool:
    """Whether a site has one event for each run of its statement."""
    node = site.node
    if site.function.number < 0 or site.function.is_lambda:
        return False
    match site.kind:
        case "bind" | "item" | "attr":
            sure = isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign)
        case "return":
            sure = isinstance(node, ast.Return) and node.value is not None
        case "test":
            sure = isinstance(node, ast.If | ast.While) and not isinstance(node.test, ast.Constant)
        case "method":
            sure = method_of(site) not in own
        case "mutate":
            sure = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "heappush"
        case "print":
            sure = isinstance(node, ast.Call) and not any(keyword.arg == "file" for keyword in node.keywords)
        case kind:
            sure = kind in ("break", "continue")
    return sure


_TOLD = frozenset("append add appendleft pop popleft popitem sort".split())
"""The methods that a rationale can't leave out."""


def method_of(site: Site) -> str:
    """The name of the method that a site calls; empty where it calls none."""
    return getattr(getattr(site.node, "func", None), "attr", "")


def is_interrupted(trace: Trace) -> bool:
    """Whether an exception was about in a run, which may have ended a statement half-way."""
    return bool(trace.error) or any(trace.site(event).kind in ("unwind", "except") for event in trace.events)


_LATER = (ast.Yield, ast.YieldFrom, ast.Lambda)


@lru_cache(maxsize=1024)
def _unsure(module: ast.Module) -> set[int]:
    """The statements of which a run may end, or a part run again, without any event of the line.

    An error may be swallowed, a generator waits, a lambda is a line of its own that is called from elsewhere.
    """
    found: set[int] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.With) or (isinstance(node, ast.Try) and node.finalbody):
            found.update(id(part) for part in ast.walk(node))
        elif isinstance(node, ast.stmt) and any(isinstance(part, _LATER) for part in head_nodes(node)):
            found.add(id(node))
    return found


# The program as a text and as a tree


def tree(program: Program) -> ast.Module:
    """The syntax tree that the nodes of the sites belong to."""
    module = program.sites[0].node
    assert isinstance(module, ast.Module)
    return module


@lru_cache(maxsize=1024)
def parents_of(module: ast.Module) -> Mapping[ast.AST, ast.AST]:
    """The node around each node."""
    return {child: node for node in ast.walk(module) for child in ast.iter_child_nodes(node)}


def condition_of(node: ast.AST, parents: Mapping[ast.AST, ast.AST]) -> ast.If | ast.While | None:
    """The innermost condition that decides whether a statement runs."""
    while node in parents and not isinstance(node, ast.FunctionDef):
        node = parents[node]
        if isinstance(node, ast.If | ast.While):
            return node
    return None


@lru_cache(maxsize=1024)
def lone_lines(text: str) -> frozenset[int]:
    """The numbers of the lines that hold the whole of a simple statement, or of a compound one's head, and no other."""
    spans = [span(node) for node in ast.walk(ast.parse(text)) if isinstance(node, Head)]
    held = Counter(number for first, last in spans for number in range(first, last + 1))
    return frozenset(first for first, last in spans if first == last and held[first] == 1)


def span(node: Head) -> tuple[int, int]:
    """The first and the last line of a simple statement, or of the head of a compound one."""
    simple = not hasattr(node, "body") and not isinstance(node, ast.Match)
    parts = [part for part in head_nodes(node) if simple or part is not node]
    starts = [part.lineno for part in (node, *parts) if hasattr(part, "lineno")]
    ends = [part.end_lineno for part in parts if hasattr(part, "end_lineno") and part.end_lineno]
    return min(starts), max([getattr(node, "lineno", 0), *ends])


def head_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a statement, without those of the statements inside it."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        yield part
        waiting += [child for child in ast.iter_child_nodes(part) if not isinstance(child, Head)]


def own_names(program: Program) -> frozenset[str]:
    """The names, without their classes, of the functions that the program defines."""
    return frozenset(function.name.split(".")[-1] for function in program.functions)


# Events, and numbers in words


def runs(trace: Trace, site: Site) -> list[int]:
    """The numbers of a site's events."""
    return [number for number, event in enumerate(trace.events) if event[0] == site.index]


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, ..., 11th, 12th, 13th, ..., 21st."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def several(count: int, noun: str) -> str:
    """A count with its noun: 1 time, 2 times."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
