"""Programs that a user brings: run in the sandbox and turned into a record; what is wrong is said with its line."""

from __future__ import annotations

import ast
import json
import tokenize
from pathlib import Path

from generator import pipeline
from generator.engine.isolation import Level
from generator.engine.recorder import record as run
from generator.engine.sandbox import guarded_twice
from generator.foreign import parsed
from generator.records import validate
from generator.types import Options, Problem, Record, Rejected, TracePileError, unknown

_ADVICE = {
    "too many events": "It may never end; if it does, raise --max-events, or use a smaller input.",
    "too long": "Use a smaller input, or raise --max-tokens.",
    "unsupported": "Rewrite that line in plainer Python.",
    "recursion too deep": "Use a smaller input.",
    "too much memory": "Use a smaller input, or a program that keeps less.",
    "nothing to ask": "Ask for another kind with --question, such as `output`.",
    "sandbox": "Does it wait for something, or want more than to compute?",
    "nondeterministic": "Seed its randomness, and sort what comes out of sets.",
}


def trace_file(
    file: Path,
    call: str,
    stdin: str,
    focus: str,
    options: Options,
    seed: int = 0,
    *,
    allow_error: bool = False,
    needed: Level = Level.SECCOMP,
) -> Record:
    """The record of a run of a user's program; TracePileError with the line for what goes wrong."""
    text = _read(file)
    _check_call(file, text, call)
    stem = "".join(c if c.isalnum() else "_" for c in file.stem.lower())
    asked = stem or "program", text, call, stdin, options.to_json(), seed, focus
    try:
        record = parsed(guarded_twice(make, *asked, ready=warm_up, needed=needed))
    except Rejected as verdict:
        advice = _ADVICE.get(verdict.reason, "")
        raise TracePileError(f"{file} can't be traced: {verdict}. {advice}".rstrip()) from None
    if "error" in record:
        raise TracePileError(record["error"])
    failed = record.pop("failed_at", None)
    if failed is not None and not allow_error:
        place = f"{file}, line {failed}" if failed else f"{file}, --call {call!r}"
        raise TracePileError(f"{place}: {record['output']}. To explain such a run, pass --allow-error.")
    _check_received(file, record, text, call, stdin)
    return record


def _check_received(file: Path, record: Record, *program: str) -> None:
    """The record must fit the schema, and be about the program that was sent in."""
    try:
        validate(record)
    except Rejected as verdict:
        raise TracePileError(f"{file} can't be traced: its record is no record ({verdict})") from None
    if (record["code"], record["entry"], record["input"]) != program:
        raise TracePileError(f"{file} can't be traced: its record is about another program")


def warm_up() -> None:
    """Make a record of a program of ours, so that everything is loaded: in the sandbox no file can be opened."""
    make("warm", "print(1)\n", "", "", Options().to_json(), 0, "")


def make(name: str, code: str, call: str, stdin: str, chosen: str, seed: int, focus: str) -> str:
    """In the sandbox: the record as JSON, with the line of the exception where the run ended in one."""
    problem = Problem("local", name, "local", "", code, call, stdin, source="local", license="unknown")
    options = Options.from_json(chosen)
    try:
        trace = run(problem.code, problem.entry, problem.stdin, max_events=options.max_events)
        if trace.error:
            kinds = options.kinds if options.kinds == ("exception",) else ("output",)
            options = Options(
                kinds=kinds, style=options.style, max_tokens=options.max_tokens, max_events=options.max_events
            )
        record = pipeline.trace_row(problem, options, seed, "" if trace.error else focus)
    except TracePileError as error:
        return json.dumps({"error": str(error)})
    return json.dumps({**record, "failed_at": trace.error_line} if trace.error else record)


def _read(file: Path) -> str:
    try:
        if not file.is_file():
            raise TracePileError(f"{file} can't be read: there is no such file")
        with tokenize.open(file) as source:
            text = source.read()
        ast.parse(text)
    except SyntaxError as error:
        raise TracePileError(f"{file}, line {error.lineno}: {error.msg}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise TracePileError(f"{file} can't be read: {error}") from None
    return text if text.endswith("\n") else f"{text}\n"


def _check_call(file: Path, text: str, call: str) -> None:
    """The call must be an expression, and its function must be there."""
    if not call:
        return
    try:
        expression = ast.parse(call, mode="eval").body
    except SyntaxError as error:
        raise TracePileError(f"--call {call!r} is no Python expression: {error.msg}") from None
    root = expression.func if isinstance(expression, ast.Call) else expression
    defined = [s.name for s in ast.parse(text).body if isinstance(s, ast.FunctionDef | ast.ClassDef)]
    if isinstance(root, ast.Name) and root.id not in {
        n.id for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Name)
    } | set(defined):
        raise unknown(f"function in {file}:", root.id, defined or ["none"])
