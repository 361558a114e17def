"""The answers are exact: each is found again from what sys.settrace sees of the bare program, without any recording."""

from __future__ import annotations

import ast
import io
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from random import Random
from types import FrameType
from typing import Any

import pytest
from oracles import contests
from test_engine import EXACT, EXACT_OR_REJECTED, STDIN
from test_engine import text as program_text
from test_engine_crosscheck import INLINED
from test_engine_programs import HUMANEVAL, MOST_EVENTS, entries, humaneval

from generator.configs import CONFIGS, config
from generator.engine import values
from generator.engine.instrument import FILENAME
from generator.engine.recorder import record as run
from generator.engine.replay import audit
from generator.pairs import SORTS, pair
from generator.questions import KINDS, WORDINGS, Candidate
from generator.questions.lines import head_nodes
from generator.questions.registry import worded
from generator.types import Problem, Rejected

CANDIDATES = 12
"""How many questions of a kind are held against one run."""
PAIRS = 2
"""Draws of an algorithm that are compared with another program as well."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the interpreter stops: at a call, a line, an exception or a return, with the texts of the frame's names."""

    kind: str
    frame: int
    function: str
    line: int
    own: Mapping[str, str]
    module: Mapping[str, str]
    aliases: frozenset[frozenset[str]]
    told: str

    @property
    def texts(self) -> Mapping[str, str]:
        return {**self.module, **self.own}


@dataclass(slots=True)
class Watch:
    """A run of a program as it is, and where it stopped."""

    tree: ast.Module
    stops: list[Stop] = field(default_factory=list)
    frames: list[FrameType] = field(default_factory=list)
    result: str = ""
    error: str = ""
    output: str = ""

    def __call__(self, frame: FrameType, kind: str, arg: Any) -> Callable[..., Any] | None:
        code = frame.f_code
        if code.co_filename != FILENAME or code.co_name in INLINED:
            return None
        if frame not in self.frames:
            self.frames.append(frame)
        told = arg[0].__name__ if kind == "exception" else text_of(arg)
        name = code.co_qualname.rsplit("<locals>.", 1)[-1]
        own, module = texts_of(frame.f_locals), texts_of(frame.f_globals)
        stop = Stop(kind, self.frames.index(frame), name, frame.f_lineno, own, module, aliases(frame.f_locals), told)
        self.stops.append(stop)
        return self

    def of(self, *kinds: str) -> list[Stop]:
        return [stop for stop in self.stops if stop.kind in kinds]

    def runs(self, line: str | int) -> list[tuple[Stop, Stop]]:
        """For each run of a line, where it begins, and where its frame stops next."""
        found = []
        for place, stop in enumerate(self.stops):
            if stop.kind == "line" and stop.line == int(line):
                later = (s for s in self.stops[place + 1 :] if s.frame == stop.frame and s.kind in ("line", "return"))
                found.append((stop, next(later)))
        return found

    def truths(self, line: str | int) -> list[bool]:
        """How the condition or the loop on a line came out at each run: whether its body was entered."""
        heads = (node for node in ast.walk(self.tree) if isinstance(node, ast.If | ast.While | ast.For))
        body = next(node.body for node in heads if node.lineno == int(line))
        return [after.kind == "line" and after.line == body[0].lineno for _, after in self.runs(line)]


def texts_of(names: Mapping[str, Any]) -> dict[str, str]:
    return {name: text for name, value in names.items() if not name.startswith("__") and (text := text_of(value))}


def text_of(value: Any) -> str:
    try:
        return values.text(value)
    except Rejected:
        return ""


def aliases(held: Mapping[str, Any]) -> frozenset[frozenset[str]]:
    """The sets of names that share something that can change."""
    kept = {name: id(value) for name, value in held.items() if values.live(value) is not None and name[:2] != "__"}
    groups = (frozenset(name for name, other in kept.items() if other == one) for one in kept.values())
    return frozenset(group for group in groups if len(group) > 1)


def watched(problem: Problem) -> Watch:
    """Run a problem's program as it is, under sys.settrace."""
    seen, output = Watch(ast.parse(problem.code)), io.StringIO()
    space: dict[str, Any] = {"__name__": "program" if problem.entry else "__main__"}
    code, stdin = compile(problem.code, FILENAME, "exec", dont_inherit=True), sys.stdin
    sys.stdin = io.StringIO(problem.stdin)
    random.seed(0)
    with redirect_stdout(output):
        sys.settrace(seen)
        try:
            exec(code, space)  # noqa: S102 - programs of ours
            seen.result = text_of(eval(problem.entry, space)) if problem.entry else ""  # noqa: S307 - as above
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an outcome like any other
            seen.error = values.error_text(error)
        finally:
            sys.settrace(None)
            sys.stdin = stdin
    seen.output = output.getvalue()
    return seen


Oracle = Callable[[Watch, Candidate, Problem], str]
ORACLES: dict[str, Oracle] = {}


def oracle(*kinds: str) -> Callable[[Oracle], Oracle]:
    def register(function: Oracle) -> Oracle:
        ORACLES.update(dict.fromkeys(kinds, function))
        return function

    return register


@oracle("output", "walk_through")
def whole(seen: Watch, _: Candidate, problem: Problem) -> str:
    printed = not problem.entry or (seen.result == "None" and seen.output.strip())
    return seen.error or (seen.output.rstrip("\n") if printed else seen.result)


@oracle("printed")
def printed(seen: Watch, asked: Candidate, _: Problem) -> str:
    return seen.output.split("\n")[int(asked.focus[1:]) - 1]


@oracle("exception")
def first_exception(seen: Watch, _: Candidate, __: Problem) -> str:
    first = next(stop for stop in seen.of("exception"))
    return f"{first.told} on line {first.line}"


@oracle("variable_trace")
def values_of(seen: Watch, asked: Candidate, _: Problem) -> str:
    function, _, name = asked.focus.rpartition(".")
    frames = Counter(stop.function for stop in {stop.frame: stop for stop in seen.of("call")}.values())
    own = [
        stop.own for stop in seen.stops if stop.function == (function or stop.function) and frames[stop.function] == 1
    ]
    is_global = not function and seen.stops[-1].module.get(name, name) != name
    module = [stop.module for stop in seen.stops if is_global]
    texts = [names[name] for names in module or own if names.get(name, name) != name]  # no functions of that name
    return " -> ".join(text for place, text in enumerate(texts) if not place or texts[place - 1] != text)


@oracle("line_value", "contents")
def value_after_run(seen: Watch, asked: Candidate, _: Problem) -> str:
    _, after = seen.runs(asked.words["line"])[int(asked.words["visit"]) - 1]
    return after.texts[asked.words["name"]]


@oracle("turn_value")
def value_after_turn(seen: Watch, asked: Candidate, _: Problem) -> str:
    before, _ = seen.runs(asked.words["line"])[int(asked.words["turn"])]
    return before.texts[asked.words["name"]]


@oracle("first_time")
def first_run(seen: Watch, asked: Candidate, _: Problem) -> str:
    name = asked.words["predicate"].removeprefix("len(").partition(")")[0].split(" ")[0]
    for number, (before, after) in enumerate(seen.runs(asked.words["line"]), 1):
        earlier, later = (before.own, after.own) if name in after.own else (before.module, after.module)
        assert not holds(asked.words["predicate"], name, earlier)
        if holds(asked.words["predicate"], name, later):
            return str(number)
    return "never"


def holds(predicate: str, name: str, texts: Mapping[str, str]) -> bool:
    return name in texts and bool(eval(predicate, {name: ast.literal_eval(texts[name])}))  # noqa: S307 - ours


@oracle("line_count")
def runs_of_line(seen: Watch, asked: Candidate, _: Problem) -> str:
    return str(len(seen.runs(asked.words["line"])))


@oracle("loop_count")
def turns_of_loop(seen: Watch, asked: Candidate, _: Problem) -> str:
    return str(sum(seen.truths(asked.words["line"])))


@oracle("branch_count")
def branches(seen: Watch, asked: Candidate, _: Problem) -> str:
    return str(seen.truths(asked.words["line"]).count(asked.words["truth"] == "true"))


@oracle("condition_truths")
def truths(seen: Watch, asked: Candidate, _: Problem) -> str:
    return " -> ".join(map(str, seen.truths(asked.words["line"])))


@oracle("next_line")
def following(seen: Watch, asked: Candidate, _: Problem) -> str:
    lines = seen.of("line")
    places = [place for place, stop in enumerate(lines) if stop.line == int(asked.words["line"])]
    return str(lines[places[int(asked.focus.partition("#")[2]) - 1] + 1].line)


def calls(seen: Watch) -> Iterator[tuple[Stop, list[Stop]]]:
    """Each call with the calls that are open, itself included."""
    open_calls: list[Stop] = []
    for stop in seen.of("call", "return"):
        if stop.kind == "call" and stop.frame:
            open_calls.append(stop)
            yield stop, list(open_calls)
        elif stop.frame:
            open_calls.pop()


def written(call: Stop, seen: Watch) -> str:
    code = seen.frames[call.frame].f_code
    names = [name for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount] if name != "self"]
    return f"{call.function}({', '.join(f'{name}={call.texts[name]}' for name in names)})"


def asked_call(seen: Watch, asked: Candidate) -> tuple[Stop, list[Stop]]:
    name, _, number = asked.focus.partition("#")
    return [(call, stack) for call, stack in calls(seen) if call.function == name][int(number) - 1]


@oracle("call_arguments")
def arguments(seen: Watch, asked: Candidate, _: Problem) -> str:
    return written(asked_call(seen, asked)[0], seen)


@oracle("call_result")
def result(seen: Watch, asked: Candidate, _: Problem) -> str:
    frame = asked_call(seen, asked)[0].frame
    return next(stop.told for stop in seen.of("return") if stop.frame == frame)


@oracle("call_stack")
def stack(seen: Watch, asked: Candidate, _: Problem) -> str:
    return " -> ".join(written(call, seen) for call in asked_call(seen, asked)[1])


@oracle("recursion_depth")
def depth(seen: Watch, asked: Candidate, _: Problem) -> str:
    return str(max(sum(call.function == asked.focus for call in stack) for _, stack in calls(seen)))


@oracle("same_object")
def shared(seen: Watch, asked: Candidate, _: Problem) -> str:
    _, after = seen.runs(asked.words["line"])[int(asked.words["visit"]) - 1]
    (group,) = after.aliases
    return ", ".join(sorted(group))


@oracle("input_prediction", "reaching_input")
def own_input(seen: Watch, asked: Candidate, problem: Problem) -> str:
    if "line" in asked.words:
        number = len(seen.runs(asked.words["line"]))
        assert number == int(asked.focus.partition("#")[2]) if "#" in asked.focus else number
    else:
        assert whole(seen, asked, problem) == asked.focus
    return problem.entry or problem.stdin.rstrip("\n")


@oracle("agreement")
def agreed(seen: Watch, _: Candidate, problem: Problem) -> str:
    callee = problem.entry.partition("(")[0]
    (end,) = [stop for stop in seen.of("return") if stop.function == callee]
    results = [text for name, text in end.own.items() if name in ("first", "second", "one_result", "other_result")]
    first, second = results[-2:]
    return f"yes: {first}" if seen.result == "True" else f"no: {first} and {second}"


@oracle("verdict")
def judged(seen: Watch, asked: Candidate, _: Problem) -> str:
    return "accepted" if seen.output.strip() == asked.words["right"] else f"wrong: {seen.output.strip()}"


@oracle("breaking_input")
def broken(seen: Watch, asked: Candidate, problem: Problem) -> str:
    assert seen.output.strip() != asked.focus == contests.ORACLES[problem.task](problem.stdin).strip()
    return problem.stdin.rstrip("\n")


@oracle("telling_input")
def told_apart(seen: Watch, _: Candidate, problem: Problem) -> str:
    assert seen.result == "False"
    return problem.entry


def is_finer(told: str, seen: str, watch: Watch) -> bool:
    """Whether a chain of values holds those that lines begin and end with, where a line makes more than one change."""
    rest = iter(told.split(" -> "))
    whole = all(value in rest for value in seen.split(" -> ")) and told.endswith(seen.rpartition(" -> ")[2])
    statements = [node for node in ast.walk(watch.tree) if isinstance(node, ast.stmt)]
    shared = len({node.lineno for node in statements}) < len(statements)
    return whole and (shared or any(changes(node) > 1 for node in statements))


def changes(statement: ast.stmt) -> int:
    """How many times a line may change something, taken generously."""
    changing = ast.NamedExpr | ast.Call | ast.Assign | ast.AugAssign | ast.Slice
    return sum(isinstance(part, changing) for part in head_nodes(statement))


def check_answers(problem: Problem, rng: Random, most_events: int = 1500) -> Counter[str]:
    """Hold the answers of all kinds to a run against what is seen of it; how many of each kind were."""
    try:
        trace = run(problem.code, problem.entry, problem.stdin, max_events=most_events)
        audit(trace)
    except Rejected:
        return Counter()
    seen, checked = watched(problem), Counter[str]()
    for kind, candidates in KINDS.items():
        found = list(candidates(problem, trace))
        assert len({candidate.focus for candidate in found}) == len(found)
        for candidate in rng.sample(found, min(CANDIDATES, len(found))):
            if answer := candidate.answer():
                asked = worded(WORDINGS[kind][0], candidate.words)
                expected = ORACLES[kind](seen, candidate, problem)
                same = answer.text == expected or (kind == "variable_trace" and is_finer(answer.text, expected, seen))
                assert same, (kind, asked, expected, answer.text, problem)
                assert 0 < answer.until <= len(trace.events)
                assert all(event < answer.until for event in answer.tells)
                checked[kind] += 1
    return checked


def drawn(number: int) -> Iterator[Problem]:
    """A problem of each task, the tasks that few questions fit several times."""
    for name in CONFIGS:
        for task in config(name).tasks.values():
            for draw in range(number):
                rng = Random(f"questions:{task.id}:{draw}")
                problem = task.draw(rng, rng.randint(1, 10))
                yield problem
                if name != "math" and draw < PAIRS and (both := pair(problem, task, rng.choice(SORTS), rng)):
                    yield both


def test_answers_about_our_programs_are_exact() -> None:
    checked = sum((check_answers(problem, Random(number)) for number, problem in enumerate(drawn(6))), Counter())
    assert checked.keys() >= KINDS.keys() - {"exception"}
    assert checked.total() > 5000


def test_answers_about_programs_that_try_everything_are_exact() -> None:
    programs = {name: text for name, text in (EXACT | EXACT_OR_REJECTED).items() if name not in UNSEEN}
    problems = [Problem("local", name, "", "", program_text(text), "", STDIN) for name, text in programs.items()]
    checked = sum((check_answers(problem, Random(problem.task)) for problem in problems), Counter())
    assert checked["exception"] > 10
    assert checked.total() > 900


UNSEEN = ("special methods that C calls", "list methods")
"""Programs in which sys.settrace sees what no line has made: a list is empty for those whom its `sort` calls."""


@pytest.mark.skipif(not HUMANEVAL.exists(), reason="the HumanEval file isn't beside this checkout")
def test_answers_about_humaneval_are_exact() -> None:
    checked = Counter[str]()
    for row in humaneval():
        for call in entries(row)[:3]:
            problem = Problem("local", "told", "", "", row["prompt"] + row["canonical_solution"], call)
            checked += check_answers(problem, Random(call), MOST_EVENTS)
    assert checked.total() > 4000
