"""Rows that are made in microseconds: a stand-in for the pipeline where a test is about the platform around it."""

from __future__ import annotations

import hashlib
import os
import signal
from random import Random
from typing import TYPE_CHECKING

from generator import __version__
from generator.types import SPLITS, Made, Options, Record, Rejected, Rejection

if TYPE_CHECKING:
    import pytest


def make_row(config: str, seed: int, index: int, options: Options) -> Made:
    """A valid record; about one in eight equals another, and one in seven follows a rejected attempt."""
    rng = Random(f"{config}:{seed}:{index}:{options.to_json()}")
    value = rng.randrange(10 * index + 8) if index % 8 == 7 else index
    rejected = (Rejection(config, seed, index, 0, "double", "too_long", f"{index} tokens"),) if index % 7 == 3 else ()
    return Made(record(config, seed, index, options, value, len(rejected)), rejected)


def record(config: str, seed: int, index: int, options: Options, value: int, attempt: int) -> Record:
    """A record about doubling a number."""
    question = f"What is {value} doubled?"
    script = f"print(2 * {value})\n"
    row: Record = {
        "id": f"{config}-{seed}-{index:06d}",
        "config": config,
        "family": "doubling",
        "task": "double",
        "difficulty": ("easy", "medium", "hard")[value % 3],
        "question_kind": "walk_through",
        "rewrites": ["renamed"] if value % 2 else [],
        "n_events": 2,
        "n_steps": 1,
        "n_tokens": 20,
        "narrator": options.narrator,
        "style": "terse",
        "source": "tracepile",
        "license": "Apache-2.0",
        "url": "",
        "split_group": "doubling",
        "prompt": f"Run this:\n\n{script}\n{question}",
        "completion": f"1. The program prints {2 * value}.\n\nAnswer: {2 * value}",
        "answer": str(2 * value),
        "problem": question,
        "code": script,
        "entry": "",
        "input": "",
        "question": question,
        "focus": "",
        "output": "",
        "stdout": f"{2 * value}\n",
        "step_events": [2],
        "trace_digest": hashlib.sha256(script.encode()).hexdigest(),
        "verified_by": f"tracepile {__version__}",
        "provenance": {
            "seed": seed,
            "index": index,
            "attempt": attempt,
            "version": __version__,
            "python": "3.11",
            "options": options.to_json(),
            "proof_inputs": 0,
            "proof_coverage": 0,
            "model": "",
            "model_revision": "",
            "pieces": 0,
            "model_pieces": 0,
            "model_tries": 0,
            "refused": [],
        },
    }
    return row | ({"trace_json": "[]"} if options.with_trace else {})


def split_of(config: str, seed: int, index: int) -> str:
    """One row in ten each for validation and test."""
    return Random(f"{config}:{seed}:{index}").choices(SPLITS, (8, 1, 1))[0]


def verify_record(row: Record) -> None:
    """Hold the completion against the program."""
    told = int(row["completion"].rsplit(" ", 1)[-1])
    run = 2 * int(row["code"].removeprefix("print(2 * ").rstrip(")\n"))
    if told != run:
        raise Rejected("answer", f"told {told}, found {run}")


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the stand-ins in the place of the pipeline, in this process."""
    monkeypatch.setattr("generator.pipeline.make_row", make_row)
    monkeypatch.setattr("generator.pipeline.split_of", split_of)
    monkeypatch.setattr("generator.verify.verify_record", verify_record)


def die(_item: int) -> None:
    """What a process does that runs out of memory."""
    os.kill(os.getpid(), signal.SIGKILL)
