"""Puts a record together from the pieces that the stages made."""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

from generator import __version__
from generator.engine.program import Trace
from generator.forms import to_text
from generator.frames import trace_json
from generator.types import Config, Options, Problem, Question, Rationale, Record, Rejected
from generator.verify import CHECKER

CHARACTERS_PER_TOKEN = 2.5
"""What a token is taken to be where no tokenizer is given: fewer characters than any common tokenizer needs here."""


def assemble(
    config: Config,
    problem: Problem,
    trace: Trace,
    digest: str,
    question: Question,
    rationale: Rationale,
    style: str,
    prompt: str,
    options: Options,
    place: tuple[int, int, int],
) -> Record:
    """The record of a row; Rejected("too long") where it has more tokens than the options allow.

    place: (seed, index, attempt).
    """
    seed, index, attempt = place
    completion = rationale.text()
    tokens = count_tokens(to_text({"prompt": prompt, "completion": completion}), options.tokenizer)
    if tokens > options.max_tokens:
        raise Rejected("too long", f"{tokens} tokens")
    record: Record = {
        "id": f"{problem.config}-{seed}-{index:06d}" if index >= 0 else f"{problem.config}-{digest[:12]}",
        "config": problem.config,
        "family": problem.family,
        "task": problem.task,
        "difficulty": config.difficulty(len(trace.events)),
        "question_kind": question.kind,
        "rewrites": list(problem.rewrites),
        "n_events": len(trace.events),
        "n_steps": len(rationale.steps),
        "n_tokens": tokens,
        "narrator": options.narrator,
        "style": style,
        "source": problem.source,
        "license": problem.license,
        "url": problem.url,
        "split_group": f"{problem.config}/{problem.group or problem.family}",
        "prompt": prompt,
        "completion": completion,
        "answer": question.answer,
        "problem": problem.statement,
        "code": problem.code,
        "entry": problem.entry,
        "input": problem.stdin,
        "question": question.text,
        "focus": question.focus,
        "output": trace.error or trace.output,
        "stdout": trace.stdout,
        "step_events": [step.end for step in rationale.steps],
        "trace_digest": digest,
        "verified_by": CHECKER,
        "provenance": {
            "seed": seed,
            "index": index,
            "attempt": attempt,
            "version": __version__,
            "python": f"{sys.version_info.major}.{sys.version_info.minor}",
            "options": options.to_json(),
            "proof_inputs": problem.proof[0],
            "proof_coverage": problem.proof[1],
            "model": rationale.writing.model,
            "model_revision": rationale.writing.revision,
            "pieces": rationale.writing.pieces,
            "model_pieces": rationale.writing.written,
            "model_tries": rationale.writing.tries,
            "refused": list(rationale.writing.refused),
        },
    }
    return {**record, "trace_json": trace_json(trace)} if options.with_trace else record


def count_tokens(text: str, tokenizer: str) -> int:
    """The number of tokens, by a tokenizer's name or path; without one, an estimate from the characters."""
    if tokenizer:
        return len(_tokenizer(tokenizer)(text)["input_ids"])
    return round(len(text) / CHARACTERS_PER_TOKEN)


@cache
def _tokenizer(name: str) -> Any:
    from transformers import AutoTokenizer  # noqa: PLC0415 - seconds

    return AutoTokenizer.from_pretrained(name)
