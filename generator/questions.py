"""What is asked of an execution: a kind is one function that lists the questions it could ask, with exact answers.

A kind yields candidates; the answer of a candidate is computed only when it is drawn. The focus of a candidate names
it, so that the answer can be computed again from a record alone.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from generator.engine.program import Site, Trace
from generator.engine.recorder import ATOMIC
from generator.engine.replay import Frame, State, walk
from generator.types import Problem, Question, Rejected, TracePileError, unknown


@dataclass(frozen=True, slots=True)
class Answer:
    """The exact answer, and the number of events after which it is known."""

    text: str
    until: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that could be asked: the words that fill its wording, and how to find its answer.

    answer: gives None where the question would be trivial.
    """

    focus: str
    words: Mapping[str, str]
    answer: Callable[[], Answer | None]


Kind = Callable[[Problem, Trace], Iterator[Candidate]]
KINDS: dict[str, Kind] = {}
WORDINGS: dict[str, tuple[str, ...]] = {}
CLOSINGS: dict[str, tuple[str, ...]] = {}


def question(asks: Sequence[str], closes: Sequence[str]) -> Callable[[Kind], Kind]:
    """Register the decorated function as a question kind.

    asks:   the ways to word its question; `{word}` stands for a word of the candidate.
    closes: the ways to word the sentence that states the answer, as `types.Question.closing` says.
    """

    def register(kind: Kind) -> Kind:
        KINDS[kind.__name__] = kind
        WORDINGS[kind.__name__] = tuple(asks)
        CLOSINGS[kind.__name__] = tuple(closes)
        return kind

    return register


def worded(template: str, words: Mapping[str, str]) -> str:
    """A wording with the words of a candidate in it; everything else in braces stays."""
    for name, word in words.items():
        template = template.replace(f"{{{name}}}", word)
    return template


def ask(problem: Problem, trace: Trace, kinds: Sequence[str], rng: Random, focus: str = "") -> Question:
    """Draw a question: a kind first, then one of its candidates that isn't trivial.

    Raises Rejected("nothing to ask") where no kind has a candidate, TracePileError for an unknown kind.
    """
    draw = Random(rng.random())  # of its own, so that a given focus leaves the rest of the row as it was
    for kind in dict.fromkeys(draw.sample(list(kinds), len(kinds))):
        if kind not in KINDS:
            raise unknown("question kind", kind, list(KINDS))
        candidates = list(KINDS[kind](problem, trace))
        if focus:
            candidates = _focused(candidates, kind, focus)
        for candidate in draw.sample(candidates, len(candidates)):
            if answer := candidate.answer():
                asked = worded(rng.choice(WORDINGS[kind]), candidate.words)
                closing = worded(rng.choice(CLOSINGS[kind]), candidate.words)
                return Question(kind, asked, candidate.focus, answer.text, answer.until, closing)
    raise Rejected("nothing to ask", ", ".join(dict.fromkeys(kinds)))


def _focused(candidates: list[Candidate], kind: str, focus: str) -> list[Candidate]:
    """The candidates that a user's focus means: all that it names exactly, else all that begin with it."""
    chosen = [c for c in candidates if c.focus == focus] or [c for c in candidates if c.focus.split("@")[0] == focus]
    if not chosen:
        known = list(dict.fromkeys(c.focus for c in candidates))
        raise TracePileError(
            f"{kind} can't be asked about {focus!r}. It can be asked about: {', '.join(known) or 'nothing here'}"
        )
    return chosen


def answer(problem: Problem, trace: Trace, kind: str, focus: str, text: str) -> Question:
    """The question of a record, with its answer computed again; Rejected where no such question is asked."""
    for candidate in KINDS.get(kind, _none)(problem, trace):
        asked = candidate.focus == focus and text in (worded(one, candidate.words) for one in WORDINGS[kind])
        if asked and (found := candidate.answer()):
            return Question(kind, text, focus, found.text, found.until)
    raise Rejected("question", f"no question {kind!r} about {focus!r} is worded like this")


def _none(_: Problem, __: Trace) -> Iterator[Candidate]:
    return iter(())


def outcome(problem: Problem, trace: Trace) -> str:
    """How a run ended: its error, else what a script printed, else the entry's value, else what the call printed."""
    return trace.error or (trace.stdout.rstrip("\n") if _prints(problem, trace) else trace.output)


def _prints(problem: Problem, trace: Trace) -> bool:
    return not problem.entry or (trace.output == "None" and bool(trace.stdout.strip()))


@question(
    asks=(
        "What does {subject} {verb}?",
        "What is the {noun} of {subject}?",
        "Work out what {subject} will {verb}.",
    ),
    closes=("So {ending} {shown}.", "Altogether, {ending} {shown}.", "In the end, {ending} {shown}."),
)
def output(problem: Problem, trace: Trace) -> Iterator[Candidate]:
    """What does the program print? -> 4"""
    words = {"subject": "the program", "verb": "print", "noun": "output"}
    if problem.entry:
        words = {"subject": f"`{problem.entry}`", "verb": "return", "noun": "result"}
    yield Candidate("output", {**words, **_ending(problem, trace)}, lambda: _outcome(problem, trace))


@question(
    asks=(
        "What is the answer to the problem?",
        "Solve the problem.",
        "Find the answer to the problem by running the program.",
    ),
    closes=("So {ending} {shown}.", "Altogether, {ending} {shown}.", "Finally, {ending} {shown}."),
)
def walk_through(problem: Problem, trace: Trace) -> Iterator[Candidate]:
    """A baker ... How many boxes are filled, and how many rolls are left over? -> 2 1"""
    yield Candidate("answer", _ending(problem, trace), lambda: _outcome(problem, trace))


def _ending(problem: Problem, trace: Trace) -> dict[str, str]:
    """How a run ends, in words, and how its outcome is shown."""
    if trace.error:
        return {"ending": "the run ends with", "shown": "{answer:code}"}
    if _prints(problem, trace):
        return {"ending": "the program prints", "shown": "{answer:code}"}
    return {"ending": "the call returns", "shown": "{answer}"}


def _outcome(problem: Problem, trace: Trace) -> Answer | None:
    text = outcome(problem, trace)
    return Answer(text, len(trace.events)) if text else None


@question(
    asks=(
        "Trace the variable {variable}: list its first value and then each new value, in order.",
        "Which values does {variable} go through, from the first to the last? Count a value only when it changes.",
        "How does {variable} change during the execution? Give its first value and every change of it, in order.",
    ),
    closes=(
        "So `{name}` went through: {answer:raw}.",
        "Altogether, `{name}` took the values: {answer:raw}.",
        "In order, `{name}` was: {answer:raw}.",
    ),
)
def variable_trace(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """Trace the variable `total`: list all the values that it takes, in order. -> 0 -> 3 -> 7"""
    for variable in variables(trace):

        def found(variable: Variable = variable) -> Answer | None:
            values = history(trace, variable)
            if values is None or not 3 <= len(values) <= 40:  # noqa: PLR2004 - fewer is trivial, more is unreadable
                return None
            return Answer(" -> ".join(text for _, text in values), len(trace.events))

        yield Candidate(variable.focus, {"variable": variable.shown, "name": variable.name}, found)


@question(
    asks=(
        "What is the value of `{name}` right after line {line} (`{code}`) has run for the {nth} time?",
        "Line {line} is `{code}`. What does `{name}` hold just after its {nth} run?",
        "After the {nth} run of line {line} (`{code}`), what is `{name}`?",
    ),
    closes=(
        "That was run {visit} of line {line}, so `{name}` is {answer}.",
        "This is run {visit} of line {line}, so `{name}` is {answer}.",
        "We have reached run {visit} of line {line}, so `{name}` is {answer}.",
    ),
)
def line_value(_: Problem, trace: Trace) -> Iterator[Candidate]:
    """What is the value of `j` right after line 6 (`j -= 1`) has run for the 2nd time? -> 0"""
    lines = trace.program.text.split("\n")
    for site in assignments(trace):
        places = [number for number, event in enumerate(trace.events) if event[0] == site.index]
        name = changed_name(site)
        for visit, place in enumerate(places[1:], 2):

            def found(place: int = place, name: str = name) -> Answer | None:
                text = value_after(trace, place, name)
                return Answer(text, place + 1) if text is not None else None

            words = {
                "name": name,
                "visit": str(visit),
                "line": str(site.line),
                "code": lines[site.line - 1].strip(),
                "nth": ordinal(visit),
            }
            yield Candidate(f"{name}@{site.line}#{visit}", words, found)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, ..., 11th, 12th, 13th, ..., 21st."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


# Variables, and the values that they go through


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable that lives in one frame of the run: of the module (function 0), or of a function called once."""

    function: int
    name: str
    focus: str
    shown: str


def variables(trace: Trace) -> list[Variable]:
    """The variables that can be asked about, in the order in which they are first bound."""
    calls = Counter(site.function.number for event in trace.events if (site := trace.site(event)).kind == "call")
    found: dict[tuple[int, str], None] = {}
    stored: set[tuple[int, str]] = set()
    for event in trace.events:
        site = trace.site(event)
        if site.kind in ("bind", "turn", "call") and (site.function.number == 0 or calls[site.function.number] == 1):
            for name in site.function.parameters if site.kind == "call" else site.names:
                found[owner_of(site, name), name] = None
                stored |= {(owner_of(site, name), name)} if site.kind != "turn" else set()
    shared = Counter(name for _, name in found)
    return [
        _variable(trace, number, name, alone=shared[name] == 1)
        for number, name in found
        if (number, name) in stored  # a mere loop variable takes the values that anybody sees
        if name not in ("self", "_") and number >= 0 and not trace.program.functions[number].is_lambda
    ]


def owner_of(site: Site, name: str) -> int:
    """The number of the function whose variable a name is, seen from a site; -1 where it can't be asked about."""
    function = site.function
    if name in function.globals or function.number == 0:
        return 0
    return -1 if name in function.nonlocals else function.number


def _variable(trace: Trace, number: int, name: str, *, alone: bool) -> Variable:
    function = trace.program.functions[number].name
    focus = name if alone or not number else f"{function}.{name}"
    shown = f"`{name}`" if alone or not number else f"`{name}` in `{function}`"
    return Variable(number, name, focus, shown)


def history(trace: Trace, variable: Variable) -> list[tuple[int, str]] | None:
    """(event, canonical text) for the values that a variable goes through, repetitions left out.

    None where it changes while another function runs, so that no step could tell it in the variable's own terms.
    """
    found: list[tuple[int, str]] = []
    for number, event, _, state in walk(trace):
        frame = _frame_of(state, variable)
        if frame is None or variable.name not in frame.names:
            continue
        site = trace.site(event)
        value = frame.names[variable.name]
        if site.kind in _QUIET or (type(value) in ATOMIC and not _touches(site, variable.name)):
            continue
        text = state.text(value)
        if state.frame is not frame and variable.function:
            return None
        if found and _same_statement(trace, found[-1][0], number):
            found.pop()
        if not found or found[-1][1] != text:
            found.append((number, text))
    return found


def _same_statement(trace: Trace, one: int, other: int) -> bool:
    """Whether two neighbouring events belong to one run of a statement, whose values in between nobody sees."""
    first, second = trace.site(trace.events[one]), trace.site(trace.events[other])
    return other == one + 1 and first.node is second.node and first.index < second.index


_QUIET = frozenset(
    {"new", "print", "read", "test", "loop", "end", "break", "continue", "item_turn", "filter", "return"}
)


def _touches(site: Site, name: str) -> bool:
    return name in site.names or site.kind == "call"


def _frame_of(state: State, variable: Variable) -> Frame | None:
    if variable.function == 0:
        return state.module
    return next((frame for frame in state.frames if frame.function.number == variable.function), None)


def assignments(trace: Trace) -> list[Site]:
    """For each assignment statement that runs more than once, the site of its last event."""
    last = {id(site.node): site for site in trace.program.sites if isinstance(site.node, ast.Assign | ast.AugAssign)}
    runs = Counter(event[0] for event in trace.events)
    known = {function.name.split(".")[-1] for function in trace.program.functions} | {"input", "readline"}
    return [
        site
        for site in last.values()
        if runs[site.index] > 1 and site.function.number >= 0 and changed_name(site) and not _calls(site.node, known)
    ]


def _calls(node: ast.AST, names: set[str]) -> bool:
    """Whether a statement calls one of these: such a line may be entered again before it ends, or only reads."""
    called = (part.func for part in ast.walk(node) if isinstance(part, ast.Call))
    return any((func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")) in names for func in called)


def changed_name(site: Site) -> str:
    """The variable that an assignment changes: the last name that it binds, or the one whose object it changes."""
    node = site.node
    assert isinstance(node, ast.Assign | ast.AugAssign)
    target: ast.AST = node.targets[-1] if isinstance(node, ast.Assign) else node.target
    while not isinstance(target, ast.Name):
        if isinstance(target, ast.Tuple | ast.List):
            target = target.elts[-1]
        elif isinstance(target, ast.Subscript | ast.Attribute | ast.Starred):
            target = target.value
        else:
            return ""
    return "" if target.id == "self" else target.id


def value_after(trace: Trace, place: int, name: str) -> str | None:
    """The text of a variable right after an event; None where it has none there."""
    for number, _, _, state in walk(trace):
        if number == place:
            try:
                return state.text(state.lookup(name))
            except KeyError:
                return None
    return None


def told_events(trace: Trace, question: Question) -> Mapping[int, str]:
    """The events that a rationale must tell because the question is about them: event -> the new value."""
    if question.kind != "variable_trace":
        return {}
    variable = next(v for v in variables(trace) if v.focus == question.focus)
    return dict(history(trace, variable) or ())
