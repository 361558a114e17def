"""TracePile for `datasets`: rows are made on this machine, as many as asked for, or streamed as they are made.

    from tracepile import TracePile, load

    rows = load("algorithm", rows=10_000, seed=7, split="train", num_proc=8)
    stream = load("math", rows=1_000_000, seed=0, split="train", streaming=True)

    builder = TracePile(config_name="competition", rows=1_000, kinds=("output",))
    builder.download_and_prepare()

A row is equal, byte for byte, to the row of the same id that `tracepile build` writes. The builder makes the rows of
the indices 0 to rows - 1 and leaves out those that equal an earlier one of the same split in the same range of 250
indices; `tracepile build` compares all rows of a config, and puts later ones in the place of those it leaves out.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

import datasets

from generator import __version__, pipeline
from generator.configs import CONFIGS
from generator.forms import to_cwm, to_messages, to_prompt_completion, to_text
from generator.parts import cut, key_of, located
from generator.records import features
from generator.types import SPLITS, Options, Record, TracePileError, unknown
from generator.version import generator_hash

__all__ = [
    "VERSION",
    "TracePile",
    "TracePileConfig",
    "load",
    "to_cwm",
    "to_messages",
    "to_prompt_completion",
    "to_text",
]

VERSION = datasets.Version(__version__)


@dataclass
class TracePileConfig(datasets.BuilderConfig):  # type: ignore[misc] # datasets has no types
    """What to make: how many rows of which sequence, and the options of the generator (`generator.types.Options`)."""

    rows: int = 1_000
    seed: int = 0
    task: str = ""
    kinds: tuple[str, ...] = ()
    narrator: str = "deterministic"
    style: str = ""
    max_tokens: int = 8192
    tokenizer: str = ""
    max_events: int = 1500
    with_trace: bool = False
    difficulty: str = ""
    model: str = ""
    revision: str = ""
    tries: int = 5
    piece_lines: int = 1
    min_model_share: float = 0.0
    base_url: str = ""
    concurrency: int = 8

    @property
    def options(self) -> Options:
        """The fields that decide the bytes of a row, together with the seed and its index."""
        chosen = {field.name: getattr(self, field.name) for field in fields(Options)}
        return Options(**{**chosen, "kinds": tuple(self.kinds)})


OPTIONS = ("rows", "seed", *(field.name for field in fields(Options)))


class TracePile(datasets.GeneratorBasedBuilder):  # type: ignore[misc] # datasets has no types
    """The builder: `TracePile(config_name="algorithm", rows=10_000, seed=7)`."""

    VERSION = VERSION
    BUILDER_CONFIG_CLASS = TracePileConfig
    BUILDER_CONFIGS = [TracePileConfig(name=name, version=VERSION) for name in CONFIGS]  # noqa: RUF012 - read by datasets

    def __init__(self, cache_dir: str | None = None, *, config_name: str = "", **kwargs: Any) -> None:
        if config_name not in CONFIGS:
            raise unknown("config", config_name, CONFIGS)
        for name in kwargs.keys() - inspect.signature(datasets.DatasetBuilder.__init__).parameters.keys():
            if name not in OPTIONS:
                raise unknown("option", name, OPTIONS)
        # With this hash, rows that another version of the generator left in the cache are not taken for ours.
        super().__init__(cache_dir, config_name=config_name, **{"hash": generator_hash(), **kwargs})
        if self.config.rows <= 0:
            raise TracePileError(f"rows must be at least 1, not {self.config.rows}")

    def _info(self) -> datasets.DatasetInfo:
        return datasets.DatasetInfo(
            description="Programs, questions about their execution, and verified Chains of Execution.",
            features=features(with_trace=self.config.with_trace),
            license="Apache-2.0",
            version=VERSION,
        )

    def _split_generators(self, _downloads: Any) -> list[datasets.SplitGenerator]:
        # One list only, so that datasets divides it, and nothing else, among its processes.
        shards = cut(0, self.config.rows)
        return [datasets.SplitGenerator(split, {"shards": shards, "split": split}) for split in self._splits()]

    def _splits(self) -> list[str]:
        """The splits that have rows; datasets can't read back an empty one."""
        found: set[str] = set()
        for index in range(self.config.rows):
            found.add(pipeline.split_of(self.config.name, self.config.seed, index))
            if len(found) == len(SPLITS):
                break
        return [split for split in SPLITS if split in found]

    def _generate_examples(self, shards: list[tuple[int, int]], split: str) -> Iterator[tuple[str, Record]]:
        for start, stop in shards:
            seen: set[bytes] = set()
            for record in self._records(start, stop, split):
                if (key := key_of(record)) not in seen:
                    seen.add(key)
                    yield record["id"], record

    def _records(self, start: int, stop: int, split: str) -> Iterator[Record]:
        name, seed, options = self.config.name, self.config.seed, self.config.options
        for index in range(start, stop):
            if pipeline.split_of(name, seed, index) == split:
                with located(name, seed, index):
                    yield pipeline.make_row(name, seed, index, options).record


def load(
    config: str,
    *,
    rows: int,
    seed: int = 0,
    split: str | None = None,
    streaming: bool = False,
    num_proc: int | None = None,
    cache_dir: str | None = None,
    **options: Any,
) -> Any:
    """Make rows, or take them from the cache of `datasets`; the options are the fields of `generator.types.Options`."""
    builder = TracePile(config_name=config, cache_dir=cache_dir, rows=rows, seed=seed, **options)
    if streaming:
        return builder.as_streaming_dataset(split=split)
    builder.download_and_prepare(num_proc=num_proc)
    return builder.as_dataset(split=split)
