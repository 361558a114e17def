"""Programs that a user brings: run in the sandbox and turned into a record; what is wrong is said with its line."""

from __future__ import annotations

import ast
import json
from pathlib import Path

from generator.engine.sandbox import guarded
from generator.types import Options, Problem, Record, Rejected, TracePileError, unknown

_ADVICE = {
    "too many events": "It may never end; if it does, raise --max-events, or use a smaller input.",
    "too long": "Use a smaller input, or raise --max-tokens.",
    "unsupported": "Rewrite that line in plainer Python.",
    "recursion too deep": "Use a smaller input.",
    "nothing to ask": "Ask for another kind with --question, such as `output`.",
    "sandbox": "Does it wait for something, or use much memory?",
}


def trace_file(
    file: Path, call: str, stdin: str, focus: str, options: Options, seed: int = 0, *, allow_error: bool = False
) -> Record:
    """The record of a run of a user's program; TracePileError with the line for what goes wrong."""
    text = _read(file)
    _check_call(file, text, call)
    stem = "".join(c if c.isalnum() else "_" for c in file.stem.lower())
    problem = Problem("local", stem or "program", "local", "", text, call, stdin, source="local", license="unknown")
    try:
        record: Record = json.loads(guarded(lambda: _make(problem, options, seed, focus)))
    except Rejected as verdict:
        advice = _ADVICE.get(verdict.reason, "")
        raise TracePileError(f"{file} can't be traced: {verdict}. {advice}".rstrip()) from None
    if "error" in record:
        raise TracePileError(record["error"])
    failed = record.pop("failed_at", None)
    if failed and not allow_error:
        raise TracePileError(f"{file}, line {failed}: {record['output']}. To explain such a run, pass --allow-error.")
    return record


def _make(problem: Problem, options: Options, seed: int, focus: str) -> str:
    """In the sandbox: the record as JSON, with the line of the exception where the run ended in one."""
    from generator.engine.recorder import record as run  # noqa: PLC0415 - loaded in the child
    from generator.pipeline import trace_row  # noqa: PLC0415 - loaded in the child

    try:
        trace = run(problem.code, problem.entry, problem.stdin, max_events=options.max_events)
        if trace.error:
            options = Options(
                kinds=("output",), style=options.style, max_tokens=options.max_tokens, max_events=options.max_events
            )
        record = trace_row(problem, options, seed, "" if trace.error else focus)
    except TracePileError as error:
        return json.dumps({"error": str(error)})
    return json.dumps({**record, "failed_at": trace.error_line} if trace.error else record)


def _read(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8")
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
