"""Text forms: a record as training takes it, made from the record alone.

text               to_text               one text, for pretraining
messages           to_messages           a conversation, for chat templates
prompt-completion  to_prompt_completion  the two columns that supervised fine-tuning takes
cwm                to_cwm                the run itself as frames, for world models of code
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from generator.engine.digest import trace_digest
from generator.engine.isolation import Level
from generator.engine.sandbox import guarded_twice
from generator.frames import EVENTS, frames, trace_json
from generator.records import TRACE_COLUMN
from generator.types import Record, Rejected, unknown
from generator.verify import execute

Form = Callable[[Record, Level], dict[str, Any]]
"""What a record holds in the columns of a form; the level is that of the sandbox, for forms that run the program."""


def to_text(record: Mapping[str, Any]) -> str:
    """The record as one text, for pretraining; its tokens are what `n_tokens` counts."""
    return f"{record['prompt']}\n\n{record['completion']}\n"


def to_messages(record: Mapping[str, Any]) -> list[dict[str, str]]:
    """The record as a conversation, for chat templates: the user asks, the assistant reasons and answers."""
    return [
        {"role": "user", "content": record["prompt"]},
        {"role": "assistant", "content": record["completion"]},
    ]


def to_prompt_completion(record: Mapping[str, Any]) -> dict[str, str]:
    """The record as what is given and what is to be written, for supervised fine-tuning."""
    return {"prompt": record["prompt"], "completion": record["completion"]}


def to_cwm(record: Record, needed: Level = Level.SECCOMP) -> dict[str, Any]:
    """The record's run as frames (`frames.py`): each has its event, line, source, the locals that changed, and value.

    locals are a list of {"name", "value"}, so that all records have the same columns; a local that is gone has no
    value. Without the column trace_json the program is run again, in the sandbox, since a record alone doesn't say
    whose it is; Rejected where it doesn't run, or not as the record says, and TracePileError where the sandbox is
    weaker than needed.
    """
    text, lines = record.get(TRACE_COLUMN) or _run_again(record, needed), record["code"].split("\n")
    try:
        found = [_frame(one, lines) for one in json.loads(text)]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Rejected("damaged trace_json", f"it holds no frames of this program: {error!r}") from None
    return {**{name: record[name] for name in ("code", "entry", "input")}, "frames": found}


def _frame(found: Mapping[str, Any], lines: list[str]) -> dict[str, Any]:
    """A frame with its source beside its line, and its locals in a list; ValueError where it is none."""
    event, line, value = found["event"], found["line"], found["value"]
    if event not in EVENTS or type(line) is not int or not 0 < line <= len(lines):
        raise ValueError(f"{event!r} on line {line!r}")
    if not all(isinstance(text, str) for text in (value, *found["locals"].values())):
        raise ValueError(f"a value on line {line} is no text")
    changed = [{"name": name, "value": text} for name, text in found["locals"].items()]
    return {"event": event, "line": line, "source": lines[line - 1], "locals": changed, "value": value}


def _run_again(record: Record, needed: Level) -> str:
    """The column trace_json of a record that lacks it."""
    return guarded_twice(trace_of, record, ready=warm_up, needed=needed)


def trace_of(record: Record) -> str:
    """In the sandbox: the frames of a record's program, if it runs as the record says."""
    trace = execute(record)
    if trace_digest(trace) != record["trace_digest"]:
        raise Rejected("wrong trace_digest", "the program runs otherwise than the record says")
    return trace_json(trace)


def warm_up() -> None:
    """Run a program of ours, so that everything is loaded: in the sandbox no file can be opened."""
    trace = execute({"code": "print(1)\n", "entry": "", "input": ""})
    trace_digest(trace)
    list(frames(trace))


FORMS: dict[str, Form] = {
    "text": lambda record, _: {"text": to_text(record)},
    "messages": lambda record, _: {"messages": to_messages(record)},
    "prompt-completion": lambda record, _: to_prompt_completion(record),
    "cwm": to_cwm,
}
"""The text forms by name."""


def form(name: str) -> Form:
    """The text form of a name; TracePileError with the near and the known names for any other."""
    if name not in FORMS:
        raise unknown("format", name, list(FORMS))
    return FORMS[name]


def written(record: Record, chosen: Form, needed: Level = Level.SECCOMP) -> str:
    """A record in a form, as a line of JSON that says which record it is."""
    return json.dumps({"id": record["id"], **chosen(record, needed)}, ensure_ascii=False)
