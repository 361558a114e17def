"""Models of the transformers library, on a GPU where there is one: loaded once per worker, asked in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.files import sha256_of_all
from generator.models.asking import SAMPLING, Answer, Ask, Keep, Model, flattened
from generator.types import Options, TracePileError

BUDGET = 32_768
"""The most tokens of a batch, its padding and what is still to be written included."""
MISSING = "--narrator transformers needs torch and accelerate: pip install 'tracepile[model]'"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model with its tokenizer, and the revision of both."""

    network: Any
    tokenizer: Any
    revision: str


def check(_: Options) -> None:
    """TracePileError unless what runs a model is installed."""
    if not (find_spec("torch") and find_spec("accelerate")):
        raise TracePileError(MISSING)


def reach(options: Options) -> Model:
    """The model that the options name, loaded."""
    loaded = load(options.model, options.revision)
    return Model(options.model, loaded.revision, partial(propose, loaded))


@cache
def load(name: str, revision: str) -> Loaded:
    """Load a model by its name on the Hub or its folder: bf16 on a GPU, float32 on a CPU."""
    check(Options())
    import torch  # noqa: PLC0415 - seconds, and not everybody has it
    from transformers import AutoModelForCausalLM, AutoTokenizer  # noqa: PLC0415 - as above

    number = torch.bfloat16 if torch.cuda.is_available() else torch.float32
    chosen = {"revision": revision} if revision else {}
    try:
        tokenizer: Any = AutoTokenizer.from_pretrained(name, padding_side="left", **chosen)
        network: Any = AutoModelForCausalLM.from_pretrained(name, dtype=number, device_map="auto", **chosen)
    except (OSError, ValueError) as error:
        raise TracePileError(f"the model {name} can't be loaded: {error}") from error
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    commit = _digest(Path(name)) if Path(name).is_dir() else getattr(network.config, "_commit_hash", None)
    return Loaded(network.eval(), tokenizer, commit or revision)


def _digest(folder: Path) -> str:
    """What a folder's files come to: the revision of a model that is nowhere else."""
    return sha256_of_all(sorted(path for path in folder.iterdir() if path.is_file()), folder)[:16]


def propose(loaded: Loaded, asks: Sequence[Ask], keep: Keep) -> None:
    """Answer the requests in batches of about equal lengths."""
    texts = [_prompt(loaded.tokenizer, ask) for ask in asks]
    lengths = [len(ids) for ids in loaded.tokenizer(texts, add_special_tokens=False)["input_ids"]]
    for batch in batches(asks, lengths):
        for number, answer in zip(batch, _answers(loaded, asks, texts, batch), strict=True):
            keep(number, answer)


def _prompt(tokenizer: Any, ask: Ask) -> str:
    """The text that a model goes on with: by its chat template, if it has one."""
    if tokenizer.chat_template is None:
        return f"{tokenizer.bos_token or ''}{flattened(ask.turns)}"
    turns = [{"role": role, "content": text} for role, text in ask.turns]
    # A template that knows of reasoning is told to do without; any other doesn't look.
    return str(tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True, enable_thinking=False))


def batches(asks: Sequence[Ask], lengths: Sequence[int], budget: int = BUDGET) -> Iterator[list[int]]:
    """The numbers of the requests in batches: sorted by length, within the budget, one sort of drawing in each."""
    batch: list[int] = []
    for number in sorted(range(len(asks)), key=lambda one: (asks[one].attempt, asks[one].stop, lengths[one], one)):
        ask = asks[number]
        longest = lengths[number] + max([ask.tokens, *(asks[one].tokens for one in batch)])
        alike = all((asks[one].attempt, asks[one].stop) == (ask.attempt, ask.stop) for one in batch[:1])
        if batch and (not alike or longest * (len(batch) + 1) > budget):
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _answers(loaded: Loaded, asks: Sequence[Ask], texts: Sequence[str], batch: Sequence[int]) -> list[Answer]:
    """The answers of a batch; where memory gives out, those of one half after the other."""
    try:
        return _generated(loaded, [asks[number] for number in batch], [texts[number] for number in batch])
    except (RuntimeError, MemoryError) as error:
        if not _is_memory(error):
            raise
        if len(batch) == 1:
            raise TracePileError(
                "the model runs out of memory on a single piece: take a smaller one. "
                "What is finished is kept: run the same command again to go on"
            ) from error
    _free()
    middle = len(batch) // 2
    return _answers(loaded, asks, texts, batch[:middle]) + _answers(loaded, asks, texts, batch[middle:])


def _is_memory(error: Exception) -> bool:
    """Whether memory gave out: torch has an error of its own for GPUs, and a general one for CPUs."""
    return isinstance(error, MemoryError) or any(
        words in str(error) for words in ("out of memory", "t allocate memory")
    )


def _free() -> None:
    import torch  # noqa: PLC0415 - loaded by now

    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def _generated(loaded: Loaded, asks: Sequence[Ask], texts: Sequence[str]) -> list[Answer]:
    import torch  # noqa: PLC0415 - loaded by now
    import transformers  # noqa: PLC0415 - as above

    network, tokenizer = loaded.network, loaded.tokenizer
    ends = network.generation_config.eos_token_id
    ends = ends if isinstance(ends, list) else [tokenizer.eos_token_id if ends is None else ends]
    drawn: dict[str, Any] = {"do_sample": True, **SAMPLING, "top_k": 0} if asks[0].attempt else {"do_sample": False}
    most = max(ask.tokens for ask in asks)
    settings: Any = transformers.GenerationConfig
    chosen = settings(max_new_tokens=most, eos_token_id=ends, pad_token_id=tokenizer.pad_token_id, **drawn)
    given = tokenizer(list(texts), return_tensors="pt", padding=True, add_special_tokens=False).to(network.device)
    torch.manual_seed(asks[0].seed)
    with torch.inference_mode():
        written = network.generate(
            input_ids=given["input_ids"],
            attention_mask=given["attention_mask"],
            generation_config=chosen,
            stop_strings=[asks[0].stop],
            tokenizer=tokenizer,
        )
    rows = written[:, given["input_ids"].shape[1] :].tolist()
    return [_answer(tokenizer, ask, row, ends) for ask, row in zip(asks, rows, strict=True)]


def _answer(tokenizer: Any, ask: Ask, row: Sequence[int], ends: Sequence[int]) -> Answer:
    """The text up to its end; it is whole if it has one."""
    end = next((place for place, token in enumerate(row) if token in ends), None)
    text, stop, _ = tokenizer.decode(row[:end], skip_special_tokens=True).partition(ask.stop)
    return Answer(text.strip(), end is not None or bool(stop))
