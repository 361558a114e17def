"""Models behind an OpenAI-compatible server, asked over HTTP with some requests at a time."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from functools import partial
from typing import Any

from generator.models.asking import SAMPLING, Answer, Ask, Keep, Model
from generator.types import Options, TracePileError

KEY = "TRACEPILE_API_KEY"
"""The environment variable with the key of the server; no other key, such as the Hub's, is ever sent."""
TIMEOUT = 120.0
"""Seconds for one answer, from the first byte of the request to the last of the answer."""
TRIES = 6
BACK_OFF = 1.0
"""Seconds before a request that failed is sent again; twice as many each time."""
BUSY = frozenset({408, 409, 425, 429})
"""The answers of a client's fault that may be right a moment later, as are all from 500 on."""


def check(options: Options) -> None:
    """TracePileError unless the options say where the server is, and hold no key."""
    if not options.base_url.startswith(("http://", "https://")):
        raise TracePileError("--narrator endpoint needs a server: say where with --base-url http://...")
    if "@" in options.base_url or "?" in options.base_url:
        raise TracePileError(f"--base-url may hold no key, since it may be logged: put it into {KEY}")
    if options.concurrency <= 0:
        raise TracePileError(f"--concurrency must be at least 1, not {options.concurrency}")


def reach(options: Options) -> Model:
    """The model that the options name, at their server."""
    return Model(options.model, options.revision, partial(propose, options))


def propose(options: Options, asks: Sequence[Ask], keep: Keep) -> None:
    """Ask the server for all of them, some at a time; TracePileError where it doesn't answer for good."""
    asyncio.run(_all(options, asks, keep))


async def _all(options: Options, asks: Sequence[Ask], keep: Keep) -> None:
    from huggingface_hub import AsyncInferenceClient  # noqa: PLC0415 - half a second

    # Without a key the client would look for the Hub's, and send that.
    client = AsyncInferenceClient(base_url=options.base_url, api_key=os.environ.get(KEY) or "none", timeout=TIMEOUT)
    gate = asyncio.Semaphore(options.concurrency)

    async def one(number: int, ask: Ask) -> None:
        async with gate:
            keep(number, await _answer(client, options, ask))

    async with client:
        tasks = [asyncio.ensure_future(one(number, ask)) for number, ask in enumerate(asks)]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _answer(client: Any, options: Options, ask: Ask) -> Answer:
    """The server's answer, after some tries if need be."""
    for left in reversed(range(TRIES)):
        try:
            return await asyncio.wait_for(_said(client, options, ask), TIMEOUT)
        except Exception as error:  # noqa: BLE001 - the client raises errors of whatever library it is made with
            if not left or _is_final(error):
                raise TracePileError(_told(options, error)) from None  # whose text may hold what is sent
            await asyncio.sleep(BACK_OFF * 2 ** (TRIES - 1 - left))
    raise AssertionError("unreachable")


async def _said(client: Any, options: Options, ask: Ask) -> Answer:
    """One request; ValueError where what comes is no answer."""
    drawn = {**SAMPLING, "seed": ask.seed} if ask.attempt else {"temperature": 0.0, "seed": ask.seed}
    turns = [{"role": role, "content": text} for role, text in ask.turns]
    found = await client.chat_completion(turns, model=options.model, max_tokens=ask.tokens, **drawn)
    if not found or not getattr(found, "choices", None):
        raise ValueError("the answer is no chat completion")
    choice = found.choices[0]
    text = (choice.message.content or "").strip()
    ended = text.partition(ask.stop)[0]
    return Answer(ended, choice.finish_reason == "stop" or ended != text)


def _is_final(error: Exception) -> bool:
    """Whether the same request would fail again: the server knows no such model, or wants another key, or is barred."""
    from huggingface_hub import errors  # noqa: PLC0415 - loaded by now

    if isinstance(error, getattr(errors, "OfflineModeIsEnabled", ())):
        return True
    status = getattr(getattr(error, "response", None), "status_code", None)
    return status is not None and status < 500 and status not in BUSY  # noqa: PLR2004 - the server's own faults


def _told(options: Options, error: Exception) -> str:
    """What went wrong, without any key."""
    key = os.environ.get(KEY)
    said = " ".join(f"{type(error).__name__}: {error}".rstrip(": ").split())[:500]
    said = said.replace(key, "***") if key else said
    return (
        f"the server at {options.base_url} does not answer as it should ({said}). "
        "What is finished is kept: run the same command again to go on"
    )
