"""Publishing over HTTP, with the real clients, to a Hub of this machine: all or nothing, whatever happens."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import tree

import hub_server
from generator import manifest, parts, shards
from generator.build import build
from generator.files import write_json
from generator.publish import Plan, carry_out, prepare
from generator.types import Options, TracePileError
from hub_server import READER, WRITER, Hub, Repository, Trouble

# The Hub's own client hands bytes to its HTTP library in a way that this one deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:Use .content:DeprecationWarning")
ROOT = Path(__file__).parent.parent
NAME = "maker/tracepile"
TAG = "v0.1.0"
DATASETS36 = os.environ.get("TRACEPILE_DATASETS36", "")
"""The Python of an environment of its own with datasets 3.6, if there is one."""
LOADS = """
import json
from datasets import load_dataset
NAME = "maker/tracepile"
found = {
    "whole": load_dataset(NAME, "math", split="train")["id"][:],
    "stream": [row["id"] for row in load_dataset(NAME, "math", split="train", streaming=True)],
    "tag": load_dataset(NAME, "math", split="train", revision="v0.1.0")["id"][:],
    "first": load_dataset(NAME, "math", split="train", revision="FIRST", streaming=True).take(1000),
}
found["first"] = [row["id"] for row in found["first"]]
print(json.dumps(found))
"""
READ36 = """
import json, datasets
assert datasets.__version__.startswith("3.6."), datasets.__version__
print(json.dumps(datasets.load_dataset("maker/tracepile", "math", split="train")["id"][:]))
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("publish") / "small"
    build(["math"], 12, 0, folder, 1, Options(), progress=False)
    return folder


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More rows, in more shards."""
    folder = tmp_path_factory.mktemp("publish") / "large"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "FILE_ROWS", 10)
        patch.setattr(shards, "GROUP_ROWS", 5)
        patch.setattr(parts, "PART_ROWS", 5)
        build(["math"], 24, 0, folder, 1, Options(), progress=False)
    assert len(list(folder.glob("data/math/train-*"))) > 1
    return folder


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A Hub that the clients in this process take for the Hub."""
    from huggingface_hub import constants
    from huggingface_hub.utils import close_session

    with hub_server.serving() as hub:
        monkeypatch.setattr(constants, "ENDPOINT", hub.endpoint)
        monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
        monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", True)
        monkeypatch.setenv("HF_TOKEN", WRITER)
        monkeypatch.setattr(time, "sleep", lambda _: None)  # the client's patience
        close_session()
        yield hub
        close_session()


def publish(folder: Path, repo: str = NAME, **terms: Any) -> Plan:
    plan = prepare(folder, repo, sample=3, progress=False, **terms)
    carry_out(plan)
    return plan


def published(hub: Hub) -> dict[str, bytes]:
    """What a dataset holds, but for what the Hub itself puts there."""
    return {path: content for path, content in hub.repositories[NAME].files.items() if path != ".gitattributes"}


def edited(folder: Path, to: Path, edit: Callable[[Any], None]) -> Path:
    """A copy of a built folder with another manifest."""
    shutil.copytree(folder, to)
    known = manifest.load(to)
    edit(known)
    write_json(to / manifest.NAME, known)
    return to


def ids(folder: Path) -> list[str]:
    """The ids of the rows of train, in order."""
    return [name for path in sorted(folder.glob("data/math/train-*")) for name in pq.read_table(path)["id"].to_pylist()]


def tracepile(hub: Hub, folder: Path, *words: str, token: str = WRITER) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **hub_server.environment(hub, str(folder / "cache"), token), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, *words] if words[0] == "-c" else [sys.executable, "-m", "generator.cli", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def served() -> Iterator[Hub]:
    with hub_server.serving() as hub:
        yield hub


@pytest.fixture(scope="module")
def twice(served: Hub, small: Path, large: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """Two publications, the second with other shards."""
    home = tmp_path_factory.mktemp("home")
    more = ((small, ()), (large, ("--move-tag",)))
    return [tracepile(served, home, "publish", str(one), NAME, "--sample", "3", *words) for one, words in more]


class TestTheWay:
    """What users do, with commands and clients in processes of their own."""

    def test_the_command_publishes(self, twice: list[Any], served: Hub, large: Path) -> None:
        for done in twice:
            assert done.returncode == 0, done.stderr
            assert done.stdout.startswith(f"{NAME}: published, as {TAG}, commit ")
        assert published(served) == tree(large), "no stale file, and none is missing"
        repo = served.repositories[NAME]
        assert len(repo.commits) == 3, "the Hub's own, and one for each"
        assert repo.tags == {TAG: repo.head}
        assert "delete  data/math/train-00000-of-00001.parquet" in twice[1].stderr

    def test_it_loads_whole_streaming_and_by_revision(
        self, twice: list[Any], served: Hub, small: Path, large: Path, tmp_path: Path
    ) -> None:
        first = list(served.repositories[NAME].commits)[1]
        done = tracepile(served, tmp_path, "-c", LOADS.replace("FIRST", first))
        assert done.returncode == 0, done.stderr
        new = ids(large)
        assert json.loads(done.stdout) == {"whole": new, "stream": new, "tag": new, "first": ids(small)}

    @pytest.mark.skipif(not DATASETS36, reason="TRACEPILE_DATASETS36 names no Python that has datasets 3.6")
    def test_datasets_3_6_loads_it(self, twice: list[Any], served: Hub, large: Path, tmp_path: Path) -> None:
        told = hub_server.environment(served, str(tmp_path))
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | told
        done = subprocess.run([DATASETS36, "-c", READ36], env=clean, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout) == ids(large)

    def test_it_is_verified_from_the_hub(self, twice: list[Any], served: Hub, tmp_path: Path) -> None:
        done = tracepile(served, tmp_path, "verify", NAME, "--json")
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["configs"] == {"math": {"passed": 24}}

    def test_a_failure_is_a_message(self, served: Hub, small: Path, tmp_path: Path) -> None:
        done = tracepile(served, tmp_path, "publish", str(small), "maker/other", token="hf_nobody")  # noqa: S106
        assert done.returncode == 1
        assert "the Hub refuses the token: log in" in done.stderr
        assert "Traceback" not in done.stderr
        assert "maker/other" not in served.repositories


class TestAgain:
    def test_the_same_again_is_nothing_to_do(self, hub: Hub, small: Path) -> None:
        publish(small)
        before = hub.written()
        assert publish(small).is_done
        assert hub.written() == before

    def test_a_missing_tag_is_set(self, hub: Hub, small: Path) -> None:
        publish(small)
        repo = hub.repositories[NAME]
        repo.tags.clear()
        plan = publish(small)
        assert (plan.puts, plan.drops, plan.tags) == ({}, (), ("create",))
        assert repo.tags == {TAG: repo.head}
        assert len(repo.commits) == 2

    def test_only_what_changed_is_put(self, hub: Hub, small: Path, large: Path) -> None:
        publish(small)
        plan = publish(large, move_tag=True)
        assert not [path for path in plan.puts if path.startswith("schema/")]
        assert plan.drops == ("data/math/train-00000-of-00001.parquet",)

    def test_a_tag_is_not_moved_unasked(self, hub: Hub, small: Path, large: Path) -> None:
        publish(small)
        before = hub.written()
        with pytest.raises(TracePileError, match=rf"the tag {TAG} of {NAME} names other rows.*--move-tag"):
            publish(large)
        assert hub.written() == before

    def test_a_tag_of_the_same_rows_stays_when_other_files_come(self, hub: Hub, small: Path) -> None:
        publish(small)
        repo = hub.repositories[NAME]
        repo.commit({**repo.files, "LICENSE": b"mine"})
        assert publish(small).is_done
        assert repo.files["LICENSE"] == b"mine"
        assert repo.tags[TAG] != repo.head


class TestDryRun:
    def test_nothing_is_written(self, hub: Hub, small: Path, large: Path) -> None:
        lines = list(prepare(small, NAME, sample=3, private=True).lines())
        assert lines[0] == f"create  {NAME}, private"
        size = (small / "README.md").stat().st_size
        assert f"put     README.md ({size:,} bytes)" in lines
        assert lines[-2] == f"create  tag {TAG}"
        assert not hub.written()
        publish(small)
        before = hub.written()
        lines = list(prepare(large, NAME, sample=3, move_tag=True).lines())
        assert "delete  data/math/train-00000-of-00001.parquet" in lines
        assert lines[-3:-1] == [f"delete  tag {TAG}", f"create  tag {TAG}"]
        assert hub.written() == before


class TestTrouble:
    """Whatever happens is said, leaves all or nothing, and is over when the same command is run again."""

    def fails(self, hub: Hub, folder: Path, words: str, trouble: Trouble | None = None) -> None:
        if trouble:
            hub.troubles.append(trouble)
        with pytest.raises(TracePileError, match=words):
            publish(folder, move_tag=True)
        hub.troubles.clear()

    def finishes(self, hub: Hub, folder: Path, commits: int = 3) -> None:
        publish(folder, move_tag=True)
        repo = hub.repositories[NAME]
        assert published(hub) == tree(folder)
        assert repo.tags == {TAG: repo.head}
        assert len(repo.commits) == commits

    @pytest.mark.parametrize("times", [1, 3])
    def test_the_client_bears_a_break_of_an_upload(self, hub: Hub, small: Path, times: int) -> None:
        hub.troubles.append(Trouble("PUT /store", times=times))
        self.finishes(hub, small, 2)

    def test_a_broken_upload_goes_on(self, hub: Hub, small: Path, large: Path) -> None:
        publish(small)
        hub.requests.clear()
        several = len(list(large.glob("data/**/*.parquet")))
        self.fails(hub, large, "check the network, then run the same", Trouble("PUT /store/.*[0-7]$", times=10_000))
        assert published(hub) == tree(small)
        arrived = sum(1 for path in large.glob("data/**/*.parquet") if path.read_bytes() in hub.store.values())
        hub.requests.clear()
        self.finishes(hub, large)
        assert sum("PUT" in one for one in hub.requests) == several - arrived, "what arrived isn't sent again"

    @pytest.mark.parametrize("after", [False, True])
    def test_a_break_at_the_commit(self, hub: Hub, small: Path, large: Path, after: bool) -> None:
        publish(small)
        self.fails(hub, large, "all of the commit or none: check the network", Trouble(r"/commit/", after=after))
        assert published(hub) == tree(large if after else small)
        self.finishes(hub, large)

    @pytest.mark.parametrize("request_", ["DELETE .*/tag/", "POST .*/tag/"])
    @pytest.mark.parametrize("after", [False, True])
    def test_a_break_at_the_tag(self, hub: Hub, small: Path, large: Path, request_: str, after: bool) -> None:
        publish(small)
        self.fails(
            hub, large, "the tag v0.1.0 of .* isn't set.*All the rows are published", Trouble(request_, 0, after)
        )
        self.finishes(hub, large)

    def test_a_break_as_the_dataset_is_made(self, hub: Hub, small: Path) -> None:
        self.fails(hub, small, f"{NAME} can't be made.*Nothing was published", Trouble("/repos/create", after=True))
        self.finishes(hub, small, 2)

    def test_someone_else_commits_in_between(self, hub: Hub, small: Path, large: Path) -> None:
        publish(small)
        repo = hub.repositories[NAME]
        theirs = {**repo.files, "data/math/extra.parquet": b"theirs"}
        before = Trouble("/commit/", first=lambda: repo.commit(theirs))
        self.fails(hub, large, "someone else committed in between: run the same command again", before)
        assert repo.files == theirs
        self.finishes(hub, large, 4)

    def test_the_hub_is_in_trouble(self, hub: Hub, small: Path) -> None:
        self.fails(hub, small, "the Hub is in trouble: wait a while", Trouble("/commit/", 503))
        self.finishes(hub, small, 2)

    def test_a_gitignore_keeps_a_file_out(self, hub: Hub, small: Path) -> None:
        hub.ignored = "rejected/.*"
        self.fails(hub, small, r"rejected/math.jsonl is not as it is here .*\.gitignore")
        assert not hub.repositories[NAME].tags
        hub.ignored = "nothing"
        self.finishes(hub, small)

    def test_an_interruption(self, hub: Hub, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def stop(*_: Any, **__: Any) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr("huggingface_hub.HfApi.create_commit", stop)
            self.fails(hub, small, "interrupted.*all of the commit or none: run the same")
        self.finishes(hub, small, 2)

    def test_no_hub(self, hub: Hub, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:1")
        self.fails(hub, small, "can't be looked at.*Nothing was published: check the network")
        monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
        self.fails(hub, small, "HF_HUB_OFFLINE is set. Nothing was published: unset it")


class TestTokens:
    @pytest.mark.parametrize(
        ("token", "words"),
        [
            ("", "there is no token. Nothing was published: log in with `hf auth login`, or set HF_TOKEN"),
            ("hf_nobody", "Nothing was published: the Hub refuses the token: log in"),
            (READER, "the token is for reading only. Nothing was published: .* choose one with write access"),
        ],
    )
    def test_a_token_that_will_not_do(
        self, hub: Hub, small: Path, token: str, words: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HF_TOKEN", token)
        with pytest.raises(TracePileError, match=words):
            publish(small)
        assert not hub.written()

    def test_no_rights_for_an_organisation(self, hub: Hub, small: Path) -> None:
        with pytest.raises(TracePileError, match=r"theirs/tracepile can't be made: 403.*may not write there"):
            publish(small, "theirs/tracepile")
        assert not hub.repositories

    def test_a_dataset_that_the_token_can_not_see(self, hub: Hub, small: Path) -> None:
        hub.troubles.append(Trouble("/repos/create", 409))
        with pytest.raises(TracePileError, match="it is there already, made in between or hidden from this token"):
            publish(small)

    def test_a_token_revoked_in_between(self, hub: Hub, small: Path) -> None:
        hub.troubles.append(Trouble("/commit/", 401))
        with pytest.raises(TracePileError, match="the Hub refuses the token"):
            publish(small)
        assert not published(hub)


class TestWhatIsThere:
    def test_a_dataset_of_others_is_left_alone(self, hub: Hub, small: Path) -> None:
        hub.repositories[NAME] = Repository()
        hub.repositories[NAME].commit({"README.md": b"theirs", "data/train.csv": b"theirs"})
        with pytest.raises(TracePileError, match=r"no manifest of ours, data/train.csv for one.*choose another name"):
            publish(small)
        assert not hub.written()

    def test_a_dataset_made_by_hand_is_filled(self, hub: Hub, small: Path) -> None:
        hub.repositories[NAME] = Repository(private=True)
        hub.repositories[NAME].commit({".gitattributes": b"", "README.md": b"to come"})
        publish(small)
        assert published(hub) == tree(small)

    def test_a_public_dataset_is_not_taken_for_private(self, hub: Hub, small: Path) -> None:
        publish(small)
        with pytest.raises(TracePileError, match="is there already, and public"):
            publish(small, private=True)

    def test_a_private_dataset_is_private(self, hub: Hub, small: Path) -> None:
        publish(small, private=True)
        assert hub.repositories[NAME].private
        assert publish(small).is_done

    def test_a_script_there_would_keep_it_from_loading(self, hub: Hub, small: Path) -> None:
        publish(small)
        repo = hub.repositories[NAME]
        repo.commit({**repo.files, "tracepile.py": b""})
        with pytest.raises(TracePileError, match=r"holds tracepile.py at its root.*delete it there"):
            publish(small)


class TestChecks:
    """What is wrong with a folder is found before the Hub is asked anything."""

    @pytest.fixture(autouse=True)
    def _nothing_asked(self, hub: Hub) -> Iterator[None]:
        yield
        assert not hub.requests

    @pytest.mark.parametrize("name", ["tracepile", "a/b/c", "../x", "maker/"])
    def test_a_name(self, small: Path, name: str) -> None:
        with pytest.raises(TracePileError, match="is no name of a dataset on the Hub: give org/name"):
            publish(small, name)

    def test_a_folder_that_was_not_built(self, tmp_path: Path) -> None:
        with pytest.raises(TracePileError, match="holds no built dataset: build one first"):
            publish(tmp_path)

    @pytest.mark.parametrize("file", ["README.md", "data/math/train-00000-of-00001.parquet", "schema/math.schema.json"])
    def test_a_changed_file(self, small: Path, tmp_path: Path, file: str) -> None:
        shutil.copytree(small, tmp_path / "copy")
        with (tmp_path / "copy" / file).open("ab") as changed:
            changed.write(b" ")
        with pytest.raises(TracePileError, match=rf"{file}.*(changed file|damaged)"):
            publish(tmp_path / "copy")

    def test_a_row_that_is_not_true(self, small: Path, tmp_path: Path) -> None:
        shutil.copytree(small, tmp_path / "copy")
        [path] = (tmp_path / "copy").glob("data/math/*.parquet")
        table = pq.read_table(path)
        answers = pa.array(["0"] * len(table))
        pq.write_table(table.set_column(table.column_names.index("answer"), "answer", answers), path)
        known = manifest.load(tmp_path / "copy")
        assert known
        known["configs"]["math"]["files"][path.relative_to(tmp_path / "copy").as_posix()] = manifest.describe(path)
        manifest.save(tmp_path / "copy", known)
        with pytest.raises(TracePileError, match=r"fails \d checks.*math-0-0.*Nothing was published"):
            publish(tmp_path / "copy")

    def test_a_build_that_is_not_finished(self, small: Path, tmp_path: Path) -> None:
        copy = edited(small, tmp_path / "copy", lambda known: known["unfinished"].append("algorithm"))
        with pytest.raises(TracePileError, match="unfinished build"):
            publish(copy)

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ("num_examples: 12", "num_examples: 13", r"the card of .* tells of .*13.*manifest of .*12"),
            ("dataset_info:", "about:", r"the card of .* tells of {'math': {}}"),
            ("configs:", "configs: [", r"load_dataset can't read .*: while parsing a flow node"),
            ("dtype: string", "dtype: strange", r"load_dataset can't read .*: Feature type 'Strange' not found"),
            ("data/math/train-", "data/math/nothing-", r"load_dataset can't read .*: No \(supported\) data files"),
        ],
    )
    def test_a_card_that_does_not_fit(self, small: Path, tmp_path: Path, old: str, new: str, words: str) -> None:
        shutil.copytree(small, tmp_path / "copy")
        card = tmp_path / "copy" / "README.md"
        card.write_text(card.read_text().replace(old, new))
        known = manifest.load(tmp_path / "copy")
        assert known
        manifest.save(tmp_path / "copy", {**known, "files": {**known["files"], "README.md": manifest.describe(card)}})
        with pytest.raises(TracePileError, match=words):
            publish(tmp_path / "copy")

    def test_versions_that_differ(self, small: Path, tmp_path: Path) -> None:
        def other(known: Any) -> None:
            entry = json.loads(json.dumps(known["configs"]["math"]))
            entry["made_from"]["version"] = "0.0.1"
            known["configs"]["algorithm"] = entry

        with pytest.raises(TracePileError, match=r"different versions, 0.0.1, 0.1.0: build them again"):
            publish(edited(small, tmp_path / "copy", other))

    @pytest.mark.parametrize("name", ["tracepile.py", "copy.py"])
    def test_a_script_at_the_root(self, small: Path, tmp_path: Path, name: str) -> None:
        shutil.copytree(small, tmp_path / "copy")
        (tmp_path / "copy" / name).write_text("")
        with pytest.raises(TracePileError, match=rf"{name} keeps load_dataset from reading"):
            publish(tmp_path / "copy")

    def test_licences(self, small: Path, tmp_path: Path) -> None:
        def withheld(known: Any) -> None:
            known["configs"]["math"]["counts"]["license"] = {"LicenseRef-NVIDIA": 12}

        with pytest.raises(TracePileError, match=r"LicenseRef-NVIDIA.*--may-redistribute"):
            publish(edited(small, tmp_path / "copy", withheld))


def test_rows_that_may_be_passed_on_after_all(hub: Hub, small: Path, tmp_path: Path) -> None:
    def withheld(known: Any) -> None:
        known["configs"]["math"]["counts"]["license"] = {"LicenseRef-NVIDIA": 12}

    publish(edited(small, tmp_path / "copy", withheld), may_redistribute=True)
    assert published(hub) == tree(tmp_path / "copy")


def test_what_is_beside_the_dataset_stays_here(hub: Hub, small: Path, tmp_path: Path) -> None:
    shutil.copytree(small, tmp_path / "copy")
    (tmp_path / "copy" / "notes.txt").write_text("mine")
    write_json(tmp_path / "copy" / manifest.CONTAMINATION, {})
    publish(tmp_path / "copy")
    assert published(hub).keys() == tree(small).keys() | {manifest.CONTAMINATION}
