"""The dataset card: `dataset_card.md` filled in from the built files, so that it can't disagree with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator import __version__
from generator.configs import CONFIGS, config
from generator.manifest import Entry, Manifest, contamination, withheld
from generator.questions import KINDS
from generator.records import features, schema
from generator.sources import SOURCES
from generator.types import DIFFICULTIES, SPLITS, Record
from generator.version import data_file

DEFAULT = "algorithm"
"""The config that load_dataset takes when none is named."""
SIZES = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
)
SAMPLE_LENGTH = 1_000
"""In characters of the completion: neither trivial nor a page."""
QUANTILES = {"smallest": 0.0, "5 %": 0.05, "median": 0.5, "95 %": 0.95, "largest": 1.0}
LEAN = ("id", "family", "task", "difficulty", "question_kind", "n_events", "n_steps", "answer")
"""What of a sample record stands above its prompt and completion."""


def render(out: Path, manifest: Manifest) -> str:
    """The card of a built folder: YAML for the Hub and the viewer, then prose and tables for people."""
    import jinja2  # noqa: PLC0415 - only a build needs it

    entries = {name: manifest["configs"][name] for name in (*CONFIGS, *SOURCES) if name in manifest["configs"]}
    environment = jinja2.Environment(  # noqa: S701 - Markdown, not HTML
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    template = environment.from_string(data_file("dataset_card.md").read_text(encoding="utf-8"))
    return template.render(
        card_data=_card_data(entries),
        version=__version__,
        configs={name: config(name) if name in CONFIGS else SOURCES[name].config for name in entries},
        sources={name: SOURCES[name] for name in entries if name in SOURCES},
        withheld=withheld(manifest),
        entries=entries,
        splits=SPLITS,
        difficulties=DIFFICULTIES,
        quantiles=list(QUANTILES),
        sizes={name: _sizes(out, entry) for name, entry in entries.items()},
        columns=[(name, type_name(node), node["description"]) for name, node in schema("record")["properties"].items()],
        provenance=list(schema("record")["properties"]["provenance"]["properties"]),
        counts={column: _counts(entries, column) for column in ("question_kind", "difficulty")},
        rejected={name: Counter(entry["rejected"]).most_common() for name, entry in entries.items()},
        samples={name: _sample(out, entry) for name, entry in entries.items()},
        kinds={kind: " ".join((KINDS[kind].__doc__ or "").split()) for kind in _counts(entries, "question_kind")},
        models={name: _model(entry) for name, entry in entries.items() if "model" in entry},
        lean=LEAN,
        contamination=contamination(out, manifest),
    )


def _model(entry: Entry) -> dict[str, Any]:
    """What a model wrote of a config: its name, the counts by question kind, and the reasons for what was refused."""
    kinds = entry["model"]
    total: Counter[str] = sum(map(Counter, kinds.values()), Counter())
    refused = {name.removeprefix("refused: "): n for name, n in total.most_common() if name.startswith("refused: ")}
    return {"name": entry["made_from"]["options"]["model"], "kinds": kinds, "refused": refused}


def _card_data(entries: dict[str, Entry]) -> str:
    """The YAML that opens the card."""
    from huggingface_hub import DatasetCardData  # noqa: PLC0415 - half a second

    ours = set().union(*(entry["counts"]["license"] for entry in entries.values())) <= {"Apache-2.0"}
    return DatasetCardData(
        license="apache-2.0" if ours else "other",
        license_name=None if ours else "row-by-row",
        language=["en", "code"],
        pretty_name="TracePile",
        size_categories=_size_category(sum(_rows(entry) for entry in entries.values())),
        task_categories=["text-generation"],
        tags=["code", "reasoning", "chain-of-execution", "execution-traces", "synthetic"],
        configs=[_files_of(name, entry) for name, entry in entries.items()],
        dataset_info=[_info_of(name, entry) for name, entry in entries.items()],
    ).to_yaml(line_break="\n")


def _files_of(name: str, entry: Entry) -> dict[str, Any]:
    data = [{"split": split, "path": f"data/{name}/{split}-*.parquet"} for split in _splits(entry)]
    return {"config_name": name, "data_files": data} | ({"default": True} if name == DEFAULT else {})


def _info_of(name: str, entry: Entry) -> dict[str, Any]:
    """What datasets checks a config against, in the form that its versions 3 and 5 both read."""
    with_trace = bool(entry["made_from"]["options"].get("with_trace"))
    splits = {split: entry["splits"][split] for split in _splits(entry)}
    return {
        "config_name": name,
        "features": features(with_trace=with_trace)._to_yaml_list(),  # noqa: SLF001 - there is no public way
        "splits": [
            {"name": split, "num_bytes": counts["arrow_bytes"], "num_examples": counts["rows"]}
            for split, counts in splits.items()
        ],
        "download_size": sum(file["bytes"] for path, file in entry["files"].items() if path.startswith("data/")),
        "dataset_size": sum(counts["arrow_bytes"] for counts in splits.values()),
    }


def type_name(node: dict[str, Any]) -> str:
    """How the type of a column is called in the card: string, int32, list of string, struct."""
    match node["type"]:
        case "array":
            return f"list of {type_name(node['items'])}"
        case "object":
            return "struct"
        case scalar:
            return str(node.get("format", scalar))


def _splits(entry: Entry) -> Iterator[str]:
    """The splits that have rows, in their usual order."""
    return (split for split in SPLITS if split in entry["splits"])


def _rows(entry: Entry) -> int:
    return sum(split["rows"] for split in entry["splits"].values())


def _size_category(rows: int) -> str:
    return next((words for limit, words in SIZES if rows < limit), "10M<n<100M")


def _counts(entries: dict[str, Entry], column: str) -> dict[str, dict[str, int]]:
    """Rows by value and config, for the values that occur."""
    values = sorted({value for entry in entries.values() for value in entry["counts"][column]})
    return {value: {name: entry["counts"][column].get(value, 0) for name, entry in entries.items()} for value in values}


def _sizes(out: Path, entry: Entry) -> dict[str, list[int]]:
    """The quantiles of the events of executions and of the characters of completions."""
    import pyarrow as pa  # noqa: PLC0415 - heavy
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy

    found: dict[str, list[Any]] = {"events": [], "characters": []}
    for path in sorted(entry["files"]):
        if path.endswith(".parquet"):
            with pq.ParquetFile(out / path) as file:
                for batch in file.iter_batches(columns=["n_events", "completion"]):
                    found["events"].append(batch["n_events"].cast(pa.int64()))
                    found["characters"].append(pc.utf8_length(batch["completion"]).cast(pa.int64()))
    return {
        name: pc.quantile(pa.chunked_array(values), list(QUANTILES.values()), interpolation="lower").to_pylist()
        for name, values in found.items()
    }


def _sample(out: Path, entry: Entry) -> Record:
    """The row in the first group of the first file whose completion is nearest to the length that reads well."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy

    paths = [path for split in _splits(entry) for path in sorted(entry["files"]) if f"/{split}-" in path]
    rows = pq.ParquetFile(out / paths[0]).read_row_group(0).to_pylist()
    sample: Record = min(rows, key=lambda row: (abs(len(row["completion"]) - SAMPLE_LENGTH), row["id"]))
    return sample
