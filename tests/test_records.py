"""The record has one source: what is derived from the JSON Schema agrees with it and with itself."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow as pa
import pytest
from referencing import Registry, Resource

import fake
from generator import records, version
from generator.configs import CONFIGS
from generator.types import Options, Record, Rejected, TracePileError

Edit = Callable[[Record], Any]

BROKEN: dict[str, tuple[Edit, str]] = {
    "a missing column": (lambda row: row.pop("answer"), "$"),
    "an extra column": (lambda row: row.update(mood="good"), "$"),
    "a number for a text": (lambda row: row.update(answer=14), "$.answer"),
    "a text for a number": (lambda row: row.update(n_events="2"), "$.n_events"),
    "a truth for a number": (lambda row: row.update(n_events=True), "$.n_events"),
    "nothing": (lambda row: row.update(stdout=None), "$.stdout"),
    "an unknown difficulty": (lambda row: row.update(difficulty="brutal"), "$.difficulty"),
    "a kind that is no word": (lambda row: row.update(question_kind="Walk through"), "$.question_kind"),
    "a digest that is none": (lambda row: row.update(trace_digest="0" * 63), "$.trace_digest"),
    "an empty prompt": (lambda row: row.update(prompt=""), "$.prompt"),
    "a number among the rewrites": (lambda row: row.update(rewrites=["renamed", 3]), "$.rewrites[1]"),
    "a negative count": (lambda row: row.update(step_events=[2, -1]), "$.step_events[1]"),
    "a seed of another type": (lambda row: row["provenance"].update(seed="0"), "$.provenance.seed"),
    "an index below -1": (lambda row: row["provenance"].update(index=-2), "$.provenance.index"),
    "no Python version": (lambda row: row["provenance"].pop("python"), "$.provenance"),
    "provenance and more": (lambda row: row["provenance"].update(host="here"), "$.provenance"),
}


def good(config: str = "math", *, with_trace: bool = False) -> Record:
    return fake.make_row(config, 0, 5, Options(with_trace=with_trace)).record


def broken(fault: str) -> Record:
    row = copy.deepcopy(good())
    BROKEN[fault][0](row)
    return row


def reference(config: str) -> jsonschema.Draft202012Validator:
    resource = Resource.from_contents(records.schema("record"))
    return jsonschema.Draft202012Validator(
        records.schema(config), registry=Registry().with_resource("record.schema.json", resource)
    )


@pytest.mark.parametrize("config", CONFIGS)
@pytest.mark.parametrize("with_trace", [False, True])
def test_both_validators_accept_a_good_record(config: str, with_trace: bool) -> None:
    row = good(config, with_trace=with_trace)
    records.validate(row)
    assert not list(reference(config).iter_errors(row))


@pytest.mark.parametrize("fault", BROKEN)
def test_both_validators_reject_a_broken_record_at_the_same_place(fault: str) -> None:
    row = broken(fault)
    found = {records.json_path(list(error.absolute_path)) for error in reference("math").iter_errors(row)}
    with pytest.raises(Rejected) as caught:
        records.validate(row)
    assert caught.value.reason == "schema"
    assert caught.value.detail.split(": ")[0] == BROKEN[fault][1]
    assert found == {BROKEN[fault][1]}


@pytest.mark.parametrize(
    ("config", "column", "value"),
    [
        ("math", "problem", ""),
        ("competition", "entry", "f(1)"),
        ("math", "config", "algorithm"),
    ],
)
def test_a_config_refines_the_record(config: str, column: str, value: str) -> None:
    row = good(config) | {column: value}
    assert list(reference(config).iter_errors(row))
    if column != "config":
        with pytest.raises(Rejected, match=rf"\$\.{column}"):
            records.validate(row)


def test_a_new_kind_of_question_touches_no_schema() -> None:
    records.validate(good("algorithm") | {"question_kind": "loop_count"})


def test_a_long_value_stays_out_of_the_message() -> None:
    with pytest.raises(Rejected) as caught:
        records.validate(good() | {"difficulty": "x" * 10_000})
    assert len(caught.value.detail) < 200


@pytest.mark.parametrize("name", ["record", *CONFIGS])
def test_the_schemas_are_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(records.schema(name))


def test_every_field_is_described_and_typed() -> None:
    properties = records.schema("record")["properties"]
    for name, node in (properties | properties["provenance"]["properties"]).items():
        assert node["description"].endswith("."), name
        assert node["type"] != "integer" or node["format"] in {"int32", "int64"}, name
    assert set(records.schema("record")["required"]) == set(records.columns())


@pytest.mark.parametrize("with_trace", [False, True])
def test_schema_arrow_and_features_agree(with_trace: bool) -> None:
    arrow = records.arrow_schema(with_trace=with_trace)
    features = records.features(with_trace=with_trace)
    assert tuple(arrow.names) == records.columns(with_trace=with_trace) == tuple(features)
    assert features.arrow_schema.remove_metadata() == arrow
    assert arrow.metadata is None
    assert ("trace_json" in arrow.names) is with_trace


def test_integers_are_as_wide_as_they_must_be() -> None:
    arrow = records.arrow_schema()
    assert arrow.field("n_events").type == pa.int32()
    assert arrow.field("step_events").type == pa.list_(pa.int32())
    provenance = arrow.field("provenance").type
    assert [provenance.field(name).type for name in ("seed", "index", "attempt")] == [
        pa.int64(),
        pa.int64(),
        pa.int32(),
    ]


def test_a_record_survives_arrow() -> None:
    row = good(with_trace=True)
    table = pa.Table.from_pylist([row], schema=records.arrow_schema(with_trace=True))
    assert table.to_pylist() == [row]
    assert records.features(with_trace=True).encode_example(row) == row


def test_importing_records_loads_nothing_heavy() -> None:
    heavy = "{'pyarrow', 'datasets', 'pandas', 'numpy', 'torch', 'transformers', 'huggingface_hub'}"
    program = f"import generator.records, json, sys; print(json.dumps(sorted({heavy} & sys.modules.keys())))"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(found.stdout) == []


def test_a_data_file_that_is_nowhere_is_said() -> None:
    with pytest.raises(TracePileError, match="install tracepile again"):
        version.data_file("schema/poetry.schema.json")


def test_the_hash_follows_sources_and_schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compute = version.generator_hash.__wrapped__
    shutil.copytree(version.PACKAGE, tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(version.data_file("schema"), tmp_path / "schema", dirs_exist_ok=True)
    original = compute()
    monkeypatch.setattr(version, "PACKAGE", tmp_path / "generator")
    assert compute() == original
    with (tmp_path / "generator" / "types.py").open("a") as file:
        file.write("# one more line\n")
    changed = compute()
    with (tmp_path / "schema" / "math.schema.json").open("a") as file:
        file.write("\n")
    assert len({original, changed, compute()}) == 3


def test_the_hash_is_the_same_in_a_checkout_and_in_an_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compute = version.generator_hash.__wrapped__
    original = compute()
    shutil.copytree(version.PACKAGE, tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(version.data_file("schema"), tmp_path / "generator" / "schema", dirs_exist_ok=True)
    monkeypatch.setattr(version, "PACKAGE", tmp_path / "generator")
    assert compute() == original
