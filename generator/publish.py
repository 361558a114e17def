"""Publishing: a built folder is checked, then becomes the state of a dataset of the Hub, in one commit and with a tag.

Nothing is ever half-published: large files are stored by their content first and belong to nothing until one commit
names them all, with what has to go, on top of the state that was looked at. So the same command, run again after
anything, goes on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from generator.engine.isolation import Level
from generator.files import sha256_of
from generator.hub import first_line
from generator.manifest import CONTAMINATION, NAME, Manifest
from generator.ready import UNTOUCHED, check_loads, check_rows, manifest_of, version_of
from generator.types import TracePileError

TYPE = "dataset"
CARD = "README.md"
FOLDERS = ("data/", "rejected/", "schema/")
"""What publishing keeps in order: a file here that isn't in the built folder goes. It leaves other files alone."""
AGAIN = "run the same command again: it goes on from what is there"
ADVICE = {
    401: "the Hub refuses the token: log in with `hf auth login`, or set HF_TOKEN to a token that is valid",
    403: "this token may not write there: choose one with write access to it at huggingface.co/settings/tokens",
    409: f"it is there already, made in between or hidden from this token: {AGAIN}, or choose another name or token",
    412: f"someone else committed in between: {AGAIN}",
    429: f"the Hub asks for patience: wait a while, then {AGAIN}",
}
"""What to do now, by the status that the Hub answers."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What publishing a folder does to a dataset of the Hub.

    head:  the commit that it builds on; empty where the dataset is yet to be made.
    puts:  path there -> file here, of what is new or changed.
    drops: the paths of what has to go.
    files: everything that the dataset holds of us in the end.
    tags:  the steps by which the tag comes to name that: `delete`, `create`, both or none.
    """

    repo: str
    private: bool
    head: str
    puts: Mapping[str, Path]
    drops: tuple[str, ...]
    files: Mapping[str, Path]
    tag: str
    tags: tuple[str, ...]

    @property
    def is_done(self) -> bool:
        return not (self.puts or self.drops or self.tags)

    def lines(self) -> Iterator[str]:
        """The operations in words, one a line, with sizes in bytes."""
        if not self.head:
            yield f"create  {self.repo}, {'private' if self.private else 'public'}"
        for path, file in self.puts.items():
            yield f"put     {path} ({file.stat().st_size:,} bytes)"
        yield from (f"delete  {path}" for path in self.drops)
        yield from (f"{step:7} tag {self.tag}" for step in self.tags)
        size = sum(file.stat().st_size for file in self.puts.values())
        same = len(self.files) - len(self.puts)
        yield f"{len(self.puts)} to put ({size:,} bytes), {len(self.drops)} to delete, {same} are there already"


def prepare(
    folder: Path,
    repo: str,
    *,
    private: bool = False,
    move_tag: bool = False,
    may_redistribute: bool = False,
    sample: int = 100,
    workers: int = 1,
    needed: Level = Level.SECCOMP,
    progress: bool = True,
) -> Plan:
    """Check a built folder and see what publishing it changes; TracePileError where it can't be. Changes nothing.

    move_tag: let the tag of the version name the new state where it names another.
    may_redistribute: the user has the right to pass on rows whose licences don't say that one may.
    sample: about how many rows are run and checked again.
    """
    known = manifest_of(folder, repo, may_redistribute=may_redistribute)
    check_rows(folder, sample, workers, needed, progress=progress)
    check_loads(folder, known)
    with _telling(f"{repo} can't be looked at", UNTOUCHED):
        return _plan(repo, _belonging(folder, known), f"v{version_of(known)}", private=private, move_tag=move_tag)


def carry_out(plan: Plan) -> str:
    """Do what is planned, and return the commit that the dataset is at then."""
    from huggingface_hub import HfApi  # noqa: PLC0415 - half a second

    api = HfApi()
    with _telling(f"{plan.repo} can't be made", UNTOUCHED):
        head = plan.head or _created(api, plan)
    with _telling(f"{plan.repo} was not committed to, as far as is known here", "It holds all of the commit or none"):
        commit = _committed(api, plan, head) if plan.puts or plan.drops else head
        _check_arrived(api, plan, commit)
    with _telling(f"the tag {plan.tag} of {plan.repo} isn't set", "All the rows are published"):
        if "delete" in plan.tags:
            api.delete_tag(plan.repo, tag=plan.tag, repo_type=TYPE)
        if "create" in plan.tags:
            api.create_tag(plan.repo, tag=plan.tag, revision=commit, repo_type=TYPE)
    return commit


def _belonging(folder: Path, known: Manifest) -> dict[str, Path]:
    """The files that are published: those that the manifest lists, itself, and what was found of benchmarks."""
    listed = set(known["files"]).union(*(entry["files"] for entry in known["configs"].values()))
    beside = {NAME, *({CONTAMINATION} if (folder / CONTAMINATION).is_file() else ())}
    return {path: folder / path for path in sorted(listed | beside)}


def _plan(repo: str, files: Mapping[str, Path], tag: str, *, private: bool, move_tag: bool) -> Plan:
    from huggingface_hub import DatasetCard, HfApi, errors  # noqa: PLC0415 - half a second

    api = HfApi()
    if api.whoami().get("auth", {}).get("accessToken", {}).get("role") == "read":
        raise TracePileError(f"the token is for reading only. {UNTOUCHED}: {ADVICE[403]}")
    DatasetCard(files[CARD].read_text(encoding="utf-8")).validate()
    try:
        info = api.dataset_info(repo)
    except errors.RepositoryNotFoundError:
        return Plan(repo, private, "", files, (), files, tag, ("create",))
    if private and not info.private:
        raise TracePileError(
            f"{repo} is there already, and public. {UNTOUCHED}: make it private in its settings, or leave out --private"
        )
    head = str(info.sha)
    remote = _remote(api, repo, head)
    _check_ours(repo, remote)
    puts, drops = _difference(files, remote)
    tags = _tag_steps(api, repo, files, tag, move_tag=move_tag)
    return Plan(repo, private, head, puts, drops, files, tag, tags)


def _remote(api: Any, repo: str, revision: str) -> dict[str, Any]:
    """Path -> what the Hub says of the file, for a state of a dataset."""
    entries = api.list_repo_tree(repo, recursive=True, revision=revision, repo_type=TYPE)
    return {entry.path: entry for entry in entries if hasattr(entry, "blob_id")}


def _check_ours(repo: str, remote: Mapping[str, Any]) -> None:
    """Stop before a dataset is replaced that isn't one of ours, or can't be loaded afterwards."""
    if NAME not in remote and (others := sorted(remote.keys() - {".gitattributes", CARD})):
        raise TracePileError(
            f"{repo} holds files and no manifest of ours, {others[0]} for one. {UNTOUCHED}: choose another name, or "
            "empty it"
        )
    if (script := f"{repo.partition('/')[2]}.py") in remote:
        raise TracePileError(
            f"{repo} holds {script} at its root, with which load_dataset refuses it. {UNTOUCHED}: delete it there"
        )


def _difference(files: Mapping[str, Path], remote: Mapping[str, Any]) -> tuple[dict[str, Path], tuple[str, ...]]:
    """What has to be put and what has to go, that of all that is ours there `files` be left."""
    puts = {path: file for path, file in files.items() if path not in remote or not _is_same(file, remote[path])}
    ours = (path for path in remote if path.startswith(FOLDERS) or path in {NAME, CARD, CONTAMINATION})
    return puts, tuple(sorted(set(ours) - files.keys()))


def _is_same(file: Path, there: Any) -> bool:
    """Whether a file there has the content of one here: large ones are known by SHA-256, others as git knows them."""
    if there.size != file.stat().st_size:
        return False
    if there.lfs:
        return bool(there.lfs.sha256 == sha256_of(file))
    content = file.read_bytes()
    return bool(there.blob_id == hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest())  # noqa: S324 - git's


def _tag_steps(api: Any, repo: str, files: Mapping[str, Path], tag: str, *, move_tag: bool) -> tuple[str, ...]:
    """How the tag comes to name a state with these files; it is never moved unasked, since users rely on it."""
    if tag not in {one.name for one in api.list_repo_refs(repo, repo_type=TYPE).tags}:
        return ("create",)
    if not any(_difference(files, _remote(api, repo, tag))):
        return ()
    if move_tag:
        return ("delete", "create")
    raise TracePileError(
        f"the tag {tag} of {repo} names other rows than these, and users may rely on it. {UNTOUCHED}: pass --move-tag "
        "to let it name these"
    )


def _created(api: Any, plan: Plan) -> str:
    """The first commit of the dataset, which is made now."""
    api.create_repo(plan.repo, repo_type=TYPE, private=plan.private)
    return str(api.dataset_info(plan.repo).sha)


def _committed(api: Any, plan: Plan, head: str) -> str:
    """The one commit, on top of `head` or not at all."""
    from huggingface_hub import CommitOperationAdd, CommitOperationDelete  # noqa: PLC0415 - half a second

    puts = [CommitOperationAdd(path, file) for path, file in plan.puts.items()]
    drops = [CommitOperationDelete(path, is_folder=False) for path in plan.drops]
    message = f"Publish TracePile {plan.tag}"
    done = api.create_commit(plan.repo, [*puts, *drops], commit_message=message, repo_type=TYPE, parent_commit=head)
    return str(done.oid)


def _check_arrived(api: Any, plan: Plan, commit: str) -> None:
    """Stop where the Hub holds something else, as when a .gitignore there kept files out without a word."""
    puts, drops = _difference(plan.files, _remote(api, plan.repo, commit))
    if wrong := [*puts, *drops]:
        raise TracePileError(
            f"{plan.repo} was committed to, and {wrong[0]} is not as it is here ({len(wrong)} such files). The tag "
            f"{plan.tag} isn't set: see whether a .gitignore of the dataset keeps it out, then {AGAIN}"
        )


@contextmanager
def _telling(what: str, state: str) -> Iterator[None]:
    """Turn what goes wrong with the Hub into a message: what, why, the state that it leaves, and what to do now."""
    from huggingface_hub import errors  # noqa: PLC0415 - half a second

    try:
        yield
    except KeyboardInterrupt:
        raise TracePileError(f"{what}: interrupted. {state}: {AGAIN}") from None
    except errors.LocalTokenNotFoundError:
        raise TracePileError(
            f"{what}: there is no token. {state}: log in with `hf auth login`, or set HF_TOKEN"
        ) from None
    except errors.OfflineModeIsEnabled:
        raise TracePileError(f"{what}: HF_HUB_OFFLINE is set. {state}: unset it") from None
    except _failures() as error:
        # The client wraps what happened to one of several uploads.
        cause = error.__cause__ if isinstance(error, RuntimeError) and error.__cause__ else error
        status = getattr(getattr(cause, "response", None), "status_code", 0)
        raise TracePileError(f"{what}: {first_line(cause)} {state}: {_advice(status, cause)}") from error


def _failures() -> tuple[type[Exception], ...]:
    """What the client raises when something goes wrong on the way or at the Hub."""
    from huggingface_hub import errors  # noqa: PLC0415 - half a second

    # Among its bases is the error of the HTTP library that the client is built on, which differs by version.
    bases = cast("tuple[type[Exception], ...]", errors.HfHubHTTPError.__bases__)
    return (*bases, OSError, RuntimeError, ValueError)


def _advice(status: int, cause: BaseException) -> str:
    """What to do now: by the answer of the Hub, or since there was none."""
    if status in ADVICE or status >= 500:  # noqa: PLR2004 - its own fault
        return ADVICE.get(status, f"the Hub is in trouble: wait a while, then {AGAIN}")
    if status or isinstance(cause, ValueError):
        return "the Hub won't take it as it is: put right what it names"
    return f"check the network, then {AGAIN}"
