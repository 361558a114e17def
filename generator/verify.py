"""The checker: decides whether a record is true, from the record alone, and knows nothing of the narrators.

The program is run again; result, output and digest are compared, the answer is computed again, and then execution and
text are walked together: every line's claims have to be licensed by the events of that line, in their order. What can't
be parsed or confirmed is a reason to reject. The claims are those of `claims.py`; what licenses one stands under its
name in `Licence`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator import __version__
from generator.claims import Claim, parse, tokenize
from generator.engine.digest import trace_digest
from generator.engine.program import Trace
from generator.engine.recorder import record as run
from generator.engine.replay import State, walk
from generator.licence import Licence
from generator.questions import answer, told_events
from generator.types import Problem, Question, Record, Rejected

CHECKER = f"claims {__version__}"
MAX_EVENTS = 100_000
_MARK = re.compile(r"((?:   )*)(?:(\d+)\.|-) (.+)$", re.DOTALL)


def verify_record(record: Record) -> None:
    """Run the record's program again and check everything that the record states; raises Rejected if anything fails."""
    trace = run(record["code"], record["entry"], record["input"], max_events=MAX_EVENTS)
    check(record, trace)


def check(record: Record, trace: Trace) -> None:
    """Check a record against an execution of its program; raises Rejected."""
    facts = {
        "output": trace.output if not trace.error else trace.error,
        "stdout": trace.stdout,
        "n_events": len(trace.events),
        "trace_digest": trace_digest(trace),
        "verified_by": CHECKER,
    }
    for column, fact in facts.items():
        _same(column, record[column], fact)
    question = answer(problem_of(record), trace, record["question_kind"], record["focus"], record["question"])
    _same("answer", record["answer"], question.answer)
    for part in ("code", "entry", "input", "question"):
        if record[part].strip() not in record["prompt"]:
            raise Rejected("prompt", f"the prompt does not hold the {part}")
    check_rationale(record["completion"], record["step_events"], trace, question)
    _same("n_steps", record["n_steps"], len(record["step_events"]))


def problem_of(record: Record) -> Problem:
    """What a record says of its problem."""
    return Problem(
        config=record["config"],
        task=record["task"],
        family=record["family"],
        statement=record["problem"],
        code=record["code"],
        entry=record["entry"],
        stdin=record["input"],
        source=record["source"],
        license=record["license"],
    )


def _same(column: str, stated: object, found: object) -> None:
    if stated != found:
        raise Rejected(f"wrong {column}", f"states {stated!r}, the execution says {found!r}")


@dataclass(slots=True)
class Line:
    """A line of the rationale: its claims, and the events that it tells (from `start` up to `end`)."""

    number: int
    text: str
    claims: list[Claim]
    start: int
    end: int
    told: int = 0


@dataclass(slots=True)
class Walk:
    """How far the text has been followed, and which events its claims were about."""

    told: dict[int, list[Claim]] = field(default_factory=dict)


def check_rationale(completion: str, step_events: Sequence[int], trace: Trace, question: Question) -> None:
    """Walk text and execution together; raises Rejected with the line and the claim that fails."""
    body, gap, conclusion = completion.partition("\n\n")
    if not gap:
        raise Rejected("form", "no conclusion after the steps")
    lines = _lines(body, step_events, question.until)
    told = follow(lines, trace)
    must = told_events(trace, question)
    name = question.focus.split(".")[-1]
    for event, value in must.items():
        if event < question.until and not any(_tells(claim, name) for claim in told.get(event, ())):
            raise Rejected("change not told", f"event {event}: `{name}` becomes {value}")
    check_conclusion(conclusion, question, trace)


def _lines(body: str, step_events: Sequence[int], until: int) -> list[Line]:
    """The lines with the events they tell; their numbers must run, and so must their events."""
    texts = body.split("\n")
    if len(texts) != len(step_events):
        raise Rejected("form", f"{len(texts)} lines, but {len(step_events)} steps")
    if list(step_events) != sorted(step_events) or step_events[-1] != until or step_events[0] < 0:
        raise Rejected("form", "the steps do not cover the events in order")
    lines, expected, depth = list[Line](), 1, 0
    for number, (text, end) in enumerate(zip(texts, step_events, strict=True)):
        found = _MARK.match(text)
        if not found or len(found[1]) // 3 > depth + 1:
            raise Rejected("form", f"line {number + 1} is no step: {text[:60]!r}")
        depth = len(found[1]) // 3
        if found[2]:
            if depth or int(found[2]) != expected:
                raise Rejected("form", f"step {found[2]} stands where step {expected} belongs")
            expected += 1
        lines.append(Line(number + 1, found[3], parse(found[3]), lines[-1].end if lines else 0, end))
        if not lines[-1].claims:
            raise Rejected("form", f"line {number + 1} states nothing: {text[:60]!r}")
    return lines


def follow(lines: list[Line], trace: Trace) -> Mapping[int, list[Claim]]:
    """Let each event license as many of its line's next claims as it can; the claims by event."""
    told: dict[int, list[Claim]] = {}
    waiting = iter(lines)
    line = next(waiting)
    for number, event, before, after in walk(trace):
        while number >= line.end:
            _finished(line)
            following = next(waiting, None)
            if following is None:
                return told
            line = following
        licence = Licence(trace, event, before, after)
        while line.told < len(line.claims) and licence.grants(line.claims[line.told]):
            told.setdefault(number, []).append(line.claims[line.told])
            line.told += 1
    for rest in (line, *waiting):
        _finished(rest)
    return told


def _finished(line: Line) -> None:
    if line.told < len(line.claims):
        claim = line.claims[line.told]
        shown = " ".join(piece.text for piece in claim.pieces) or claim.words
        raise Rejected("claim not confirmed", f"line {line.number}, {claim.kind} {shown!r} in {line.text[:200]!r}")


def _tells(claim: Claim, name: str) -> bool:
    """Whether a claim tells a change of a variable: it is about the variable, or about a part of it."""
    return any(re.match(rf"{re.escape(name)}\b", piece.text) or f"{name}=" in piece.text for piece in claim.pieces)


def check_conclusion(conclusion: str, question: Question, trace: Trace) -> None:
    """The conclusion states the answer, and no other value than the focus's and the run's last ones."""
    fraction = re.fullmatch(r"Fraction\((-?\d+), (\d+)\)", question.answer)
    shown = f"{fraction[1]}/{fraction[2]}" if fraction else question.answer
    found = re.search(rf"(?<![\w.,\[-])(?<![\[,>] ){re.escape(shown)}(?!\w|[.,]\w|\]| ->|, [\d\['])", conclusion)
    if not found:
        raise Rejected("conclusion", f"does not state the answer {question.answer!r}: {conclusion!r}")
    around = conclusion[: found.start()].rstrip(" `\n"), conclusion[found.end() :].lstrip(" `\n")
    allowed = _last_values(question, trace)
    for piece in tokenize(" ".join(around))[1]:
        if piece.text not in allowed:
            raise Rejected("conclusion", f"{piece.text!r} is not known from the answer")


def _last_values(question: Question, trace: Trace) -> set[str]:
    """What a conclusion may state beside the answer: the focus's parts, and for a problem the printed quantities."""
    allowed = {part for part in re.split(r"[@#]", question.focus) if part} | {question.focus.split("@")[0].split(".")[-1]}
    if question.kind == "walk_through":
        state = State(trace.program)
        for event in trace.events:
            state.apply(event)
        printed = _printed_names(trace)
        allowed |= {_shown(state.text(value)) for name, value in state.module.names.items() if name in printed}
    return allowed


def _shown(text: str) -> str:
    return re.sub(r"^Fraction\((-?\d+), (\d+)\)$", r"\1/\2", text)


def _printed_names(trace: Trace) -> set[str]:
    """The variables that the program's `print` statements name."""
    found: set[str] = set()
    for site in trace.program.sites:
        if site.kind == "print" and isinstance(site.node, ast.Call):
            found |= {part.id for part in ast.walk(site.node) if isinstance(part, ast.Name)}
    return found


