"""The checker: decides whether a record is true, from the record alone, and knows nothing of the narrators.

The program is run again; result, output and digest are compared, the answer is computed again, and then execution and
text are walked together: every line's claims have to be licensed by the events of that line, in their order. What can't
be parsed or confirmed is a reason to reject. The claims are those of `checker/claims.py`; what licenses one stands
under its name in `checker/licence.py` and its neighbours, and `checker/walk.py` holds text and execution together.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Sequence

from generator import __version__
from generator.checker.claims import Claim, parse
from generator.checker.licence import split_name
from generator.checker.walk import follow, lines
from generator.engine import values
from generator.engine.digest import trace_digest
from generator.engine.program import Site, Trace
from generator.engine.recorder import record as run
from generator.engine.recorder import run_bare
from generator.engine.replay import audit, final_state
from generator.questions import answer, told_events
from generator.types import Problem, Question, Record, Rejected

CHECKER = f"claims {__version__}"
MAX_EVENTS = 100_000
REASONS = frozenset(
    {"form", "value outside of a claim", "half a claim", "claim not confirmed", "event not told", "change not told"}
    | {"conclusion", "question", "prompt"}
)
"""The reasons for which a text is refused; others say that a program doesn't run, or that a column is wrong."""


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


def check(record: Record, trace: Trace) -> None:
    """Check a record against an execution of its program; raises Rejected."""
    facts = {
        "output": trace.output if not trace.error else trace.error,
        "stdout": trace.stdout,
        "n_events": len(trace.events),
        "trace_digest": _digest(trace),
        "verified_by": CHECKER,
    }
    for column, fact in facts.items():
        _same(column, record[column], fact)
    question = answer(problem_of(record), trace, record["question_kind"], record["focus"], record["question"])
    _same("answer", record["answer"], question.answer)
    for part in ("problem", "code", "entry", "input", "question"):
        if record[part].strip() not in record["prompt"]:
            raise Rejected("prompt", f"the prompt does not hold the {part}")
    check_rationale(record["completion"], record["step_events"], trace, question)
    _same("n_steps", record["n_steps"], len(record["step_events"]))


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
    )


def _same(column: str, stated: object, found: object) -> None:
    if stated != found:
        raise Rejected(f"wrong {column}", f"states {stated!r}, the execution says {found!r}")


def check_rationale(completion: str, step_events: Sequence[int], trace: Trace, question: Question) -> None:
    """Walk text and execution together; raises Rejected with the line and the claim that fails."""
    body, gap, conclusion = completion.partition("\n\n")
    if not gap:
        raise Rejected("form", "no conclusion after the steps")
    told = follow(lines(body, step_events, question.until), trace, left_to_conclusion(trace, question))
    must = told_events(trace, question)
    name = question.focus.split(".")[-1]
    for event, value in must.items():
        if event < question.until and not any(_tells(claim, name) for claim in told.get(event, ())):
            raise Rejected("change not told", f"event {event}: `{name}` becomes {value}")
    check_conclusion(conclusion, question, trace)


def _gives_outcome(site: Site) -> bool:
    """Whether an event prints, or returns a value that is written in the program."""
    returns = site.kind == "return" and isinstance(site.node, ast.Return) and site.node.value is not None
    return returns or site.kind == "print"


def left_to_conclusion(trace: Trace, question: Question) -> int:
    """The number of the event that the conclusion tells: the one that gives the outcome which is asked for, or -1."""
    told = [number for number, event in enumerate(trace.events) if _gives_outcome(trace.site(event))]
    if question.kind not in ("output", "walk_through") or trace.error or not told:
        return -1
    event = trace.events[told[-1]]
    if trace.site(event).kind == "print":
        return told[-1] if event[1].rstrip("\n") == question.answer == trace.stdout.rstrip("\n") else -1
    same = trace.output == question.answer and values.text(event[1]) == question.answer
    return told[-1] if same else -1


def _tells(claim: Claim, name: str) -> bool:
    """Whether a claim tells a change of a variable: it is about the variable, or about a part of it."""
    return any(re.match(rf"{re.escape(name)}\b", piece.text) or f"{name}=" in piece.text for piece in claim.pieces)


def check_conclusion(conclusion: str, question: Question, trace: Trace) -> None:
    """The conclusion states the answer, and no other value than the focus's and the run's last ones, each once."""
    text = _without_run(conclusion, question)
    shown = _shown(question.answer)
    found = re.search(rf"(?<![\w.,\[-])(?<![\[,>] ){re.escape(shown)}(?!\w|[.,]\w|\]| ->|, [\d\['])", text)
    if not found:
        raise Rejected("conclusion", f"does not state the answer {question.answer!r}: {conclusion!r}")
    around = text[: found.start()].rstrip(" `\n"), text[found.end() :].lstrip(" `\n")
    known = _last_values(question, trace)
    allowed = Counter(known.values())
    for claim in parse(" ".join(around)):
        for piece in claim.pieces:
            if not allowed[piece.text] or known.get(split_name(claim.words)[0], piece.text) != piece.text:
                raise Rejected("conclusion", f"{piece.text!r} is not known from the answer")
            allowed[piece.text] -= 1


def _without_run(conclusion: str, question: Question) -> str:
    """The conclusion without `run 2 of line 7`, which has to be the run that the question is about."""
    place = question.focus.partition("@")[2].split("#")
    found = re.search(r"\brun (\d+) of line (\d+)", conclusion)
    if not found:
        return conclusion
    if [found[2], found[1]] != place:
        raise Rejected("conclusion", f"{found[0]!r} is not what the question is about")
    return conclusion[: found.start()] + conclusion[found.end() :]


def _last_values(question: Question, trace: Trace) -> dict[str, str]:
    """What a conclusion may state beside the answer: the focus and functions, or a problem's printed quantities."""
    if question.kind != "walk_through":
        functions = {f"{one.name}()": one.name for one in trace.program.functions if one.name}
        return functions | {"": question.focus.partition("@")[0].split(".")[-1]}
    state, printed = final_state(trace), _printed_names(trace)
    return {name: _shown(state.text(value)) for name, value in state.module.names.items() if name in printed}


def _shown(text: str) -> str:
    return re.sub(r"^Fraction\((-?\d+), (\d+)\)$", r"\1/\2", text).removesuffix("/1")


def _printed_names(trace: Trace) -> set[str]:
    """The variables that the program's `print` statements name."""
    found: set[str] = set()
    for site in trace.program.sites:
        if site.kind == "print" and isinstance(site.node, ast.Call):
            found |= {part.id for part in ast.walk(site.node) if isinstance(part, ast.Name)}
    return found
