"""The checker: decides whether a record is true, from the record alone, and knows nothing of the narrators.

The program is run again; result, output and digest are compared, the answer is computed again, and then execution and
text are walked together: every line's claims have to be licensed by the events of that line, in their order. What can't
be parsed or confirmed is a reason to reject. The claims are those of `checker/claims.py`; what licenses one stands
under its name in `checker/licence.py` and its neighbours, and `checker/walk.py` holds text and execution together.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence

from generator import __version__
from generator.checker.claims import Claim
from generator.checker.conclusion import check_conclusion
from generator.checker.walk import Line, follow, lines
from generator.engine import values
from generator.engine.digest import trace_digest
from generator.engine.program import Site, Trace
from generator.engine.recorder import record as run
from generator.engine.recorder import run_bare
from generator.engine.replay import audit
from generator.frames import trace_json
from generator.questions import INPUTS, answer, does
from generator.questions.inputs import function_of
from generator.records import TRACE_COLUMN
from generator.types import Problem, Question, Record, Rejected

CHECKER = f"claims {__version__}"
MAX_EVENTS = 100_000
REASONS = frozenset(
    {"form", "value outside of a claim", "half a claim", "claim not confirmed", "event not told", "change not told"}
    | {"conclusion", "question", "prompt"}
)
"""The reasons for which a text is refused; others say that a program doesn't run, or that a column is wrong."""
Walk = tuple[list[Line], Mapping[int, list[Claim]]]
"""The lines of a rationale, and the claims by the event that licenses them."""


def verify_record(record: Record) -> None:
    """Run the record's program again and check everything that the record states; raises Rejected if anything fails.

    The record has to fit the schema (`records.validate`).
    """
    trace = execute(record)
    check(record, trace)


def execute(record: Record) -> Trace:
    """Run the record's program, recorded and bare; Rejected where it doesn't run, or doesn't run the same twice."""
    code, entry, stdin = record["code"], record["entry"], record["input"]
    try:
        trace = run(code, entry, stdin, max_events=MAX_EVENTS)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fault:
        raise Rejected("program does not run", f"{type(fault).__name__}: {fault}") from None
    if run_bare(code, entry, stdin) != (trace.output, trace.stdout, trace.error):
        raise Rejected("recorded and bare run differ")
    audit(trace)
    return trace


def accepts(record: Record, proposed: str) -> bool:
    """Whether an answer to a record's question is right: it is the record's, or another input whose run does the same.

    The proposed input is run in this process; `audit.accepts` is for answers from elsewhere.
    """
    if proposed.strip() == record["answer"].strip():
        return True
    if record["question_kind"] not in INPUTS or (record["entry"] and not _calls_the_same(record["entry"], proposed)):
        return False
    other = record | ({"entry": proposed} if record["entry"] else {"input": f"{proposed.rstrip(chr(10))}\n"})
    try:
        trace = execute(other)
    except Rejected:
        return False
    return does(problem_of(other), trace, record["question_kind"], record["focus"])


def _calls_the_same(entry: str, proposed: str) -> bool:
    """Whether a text calls the function that an entry calls, with literal arguments: it is no code of its own."""
    return function_of(proposed) is not None and function_of(proposed) == function_of(entry)


def check(record: Record, trace: Trace) -> Walk:
    """Check a record against an execution of its program, and give the walk; raises Rejected."""
    facts = {
        "output": trace.output if not trace.error else trace.error,
        "stdout": trace.stdout,
        "n_events": len(trace.events),
        "trace_digest": _digest(trace),
        "verified_by": CHECKER,
    }
    for column, fact in facts.items():
        _same(column, record[column], fact)
    if TRACE_COLUMN in record and record[TRACE_COLUMN] != trace_json(trace):
        raise Rejected(f"wrong {TRACE_COLUMN}", "its frames are not those of the execution")
    question = answer(problem_of(record), trace, record["question_kind"], record["focus"], record["question"])
    _same("answer", record["answer"], question.answer)
    check_prompt(record, question)
    walk = check_rationale(record["completion"], record["step_events"], trace, question)
    _same("n_steps", record["n_steps"], len(record["step_events"]))
    return walk


def check_prompt(record: Record, question: Question) -> None:
    """Check that a prompt shows all that is given, and not the input where that is what is asked for."""
    given = ("entry", "input")
    for part in ("problem", "code", "question", *(() if question.hides_input else given)):
        if record[part].strip() not in record["prompt"]:
            raise Rejected("prompt", f"the prompt does not hold the {part}")
    lines = f"\n{record['prompt']}\n"
    for part in given if question.hides_input else ():
        if (text := record[part].strip()) and (f"\n{text}\n" in lines or (part == "entry" and text in lines)):
            raise Rejected("prompt", f"the prompt shows the {part}, which is what the question asks for")


def _digest(trace: Trace) -> str:
    try:
        return trace_digest(trace)
    except UnicodeEncodeError as fault:
        raise Rejected("text that can't be written", str(fault)) from None


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
        url=record["url"],
    )


def _same(column: str, stated: object, found: object) -> None:
    if stated != found:
        raise Rejected(f"wrong {column}", f"states {stated!r}, the execution says {found!r}")


def check_rationale(completion: str, step_events: Sequence[int], trace: Trace, question: Question) -> Walk:
    """Walk text and execution together; raises Rejected with the line and the claim that fails."""
    body, gap, conclusion = completion.partition("\n\n")
    if not gap:
        raise Rejected("form", "no conclusion after the steps")
    steps = lines(body, step_events, question.until)
    told = follow(steps, trace, left_to_conclusion(trace, question))
    _check_told(told, trace, question)
    check_conclusion(conclusion, question, trace)
    return steps, told


def _check_told(told: Mapping[int, list[Claim]], trace: Trace, question: Question) -> None:
    """What the question is about has to be told: each event, and where it is about a value, each change of it."""
    name = question.focus.partition("@")[0].split(".")[-1]
    for event, value in question.tells.items():
        claims = told.get(event, []) if event < question.until else None
        if claims is not None and not (any(_tells(claim, name) for claim in claims) if value else claims):
            line, what = trace.site(trace.events[event]).line, f"`{name}` becomes {value}" if value else "it happens"
            raise Rejected("change not told", f"event {event}, on line {line} of the program: {what}")


def _gives_outcome(site: Site) -> bool:
    """Whether an event prints, or returns a value that is written in the program."""
    returns = site.kind == "return" and isinstance(site.node, ast.Return) and site.node.value is not None
    return returns or site.kind == "print"


def left_to_conclusion(trace: Trace, question: Question) -> int:
    """The number of the event that the conclusion tells: the one that gives the outcome which is asked for, or -1."""
    if question.kind not in ("output", "walk_through") or trace.error:
        return -1
    told = [number for number, event in enumerate(trace.events) if _gives_outcome(trace.site(event))]
    if not told:
        return -1
    event = trace.events[told[-1]]
    if trace.site(event).kind == "print":
        return told[-1] if event[1].rstrip("\n") == question.answer == trace.stdout.rstrip("\n") else -1
    same = trace.output == question.answer and values.text(event[1]) == question.answer
    return told[-1] if same else -1


def _tells(claim: Claim, name: str) -> bool:
    """Whether a claim tells a change of a variable: it is about the variable, or about a part of it."""
    return any(_first_name(piece.text) == name or f"{name}=" in piece.text for piece in claim.pieces)


def _first_name(text: str) -> str:
    """The name that an expression begins with."""
    found = re.match(r"\w+", text)
    return found[0] if found else ""
