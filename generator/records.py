"""The record: its JSON Schema, and everything that follows from it (validation, Arrow schema, Features, columns)."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.configs import CONFIGS
from generator.types import Record, Rejected
from generator.version import data_file

if TYPE_CHECKING:
    import datasets
    import jsonschema_rs
    import pyarrow as pa

Schema = dict[str, Any]

TRACE_COLUMN = "trace_json"
"""The one column that a build may leave out."""


@cache
def schema(name: str) -> Schema:
    """The JSON Schema of that name: `record`, or the config that refines it."""
    parsed: Schema = json.loads(data_file(f"schema/{name}.schema.json").read_text(encoding="utf-8"))
    return parsed


@cache
def _properties(*, with_trace: bool) -> dict[str, Schema]:
    """The columns in their order, each with its schema."""
    return {name: node for name, node in schema("record")["properties"].items() if with_trace or name != TRACE_COLUMN}


def columns(*, with_trace: bool = False) -> tuple[str, ...]:
    """The names of the columns, in their order."""
    return tuple(_properties(with_trace=with_trace))


def validate(record: Record) -> None:
    """Raise Rejected, with the JSON path of the fault, unless the record fits the schema of its config."""
    import jsonschema_rs  # noqa: PLC0415 - 20 ms that listing and tracing don't need

    name = record.get("config")
    try:
        _validator(name if name in CONFIGS else "record").validate(record)
    except jsonschema_rs.ValidationError as error:
        raise Rejected("schema", f"{json_path(error.instance_path)}: {error.message}") from None


@cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    import jsonschema_rs  # noqa: PLC0415 - as above

    # The mask keeps values, which may be pages long, out of the message.
    return jsonschema_rs.Draft202012Validator(schema(name), retriever=_retrieve, mask="the value")


def _retrieve(uri: str) -> Schema:
    return schema(uri.rsplit("/", 1)[-1].removesuffix(".schema.json"))


def json_path(steps: list[str | int]) -> str:
    """Steps into a document as a JSON path: `$.provenance.seed`, `$.rewrites[0]`."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)


def arrow_schema(*, with_trace: bool = False) -> pa.Schema:
    """The Arrow schema of the columns: one type a column, and no metadata."""
    import pyarrow as pa  # noqa: PLC0415 - half a second

    return pa.schema([(name, _arrow(node)) for name, node in _properties(with_trace=with_trace).items()])


def _arrow(node: Schema) -> pa.DataType:
    import pyarrow as pa  # noqa: PLC0415 - as above

    match node["type"]:
        case "array":
            return pa.list_(_arrow(node["items"]))
        case "object":
            return pa.struct([(name, _arrow(child)) for name, child in node["properties"].items()])
        case scalar:
            return pa.type_for_alias(node["format"] if scalar == "integer" else scalar)


def features(*, with_trace: bool = False) -> datasets.Features:
    """The Features of the columns, in the forms that datasets 3 and 5 read alike: Value, dict and [feature]."""
    import datasets  # noqa: PLC0415 - a second

    return datasets.Features({name: _feature(node) for name, node in _properties(with_trace=with_trace).items()})


def _feature(node: Schema) -> Any:
    import datasets  # noqa: PLC0415 - as above

    match node["type"]:
        case "array":
            return [_feature(node["items"])]
        case "object":
            return {name: _feature(child) for name, child in node["properties"].items()}
        case scalar:
            return datasets.Value(node["format"] if scalar == "integer" else scalar)
