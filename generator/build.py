"""The build: parts made by workers, the first N distinct rows of each config put into shards, the folder put in order.

The dataset of N rows is the first N distinct rows of an endless sequence, so it is a prefix of any larger one, and
neither the number of workers nor where a build was interrupted shows in a single byte.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from tqdm import tqdm

from generator import card, manifest
from generator.collect import LEFT_OUT, STOCK, collect
from generator.configs import config
from generator.engine.isolation import Level
from generator.files import place_folder, write_text
from generator.manifest import PARTS, Collected, Entry, Made, Manifest
from generator.parts import Part, complete, cut, keys, say
from generator.shards import Tally, assemble
from generator.source_rows import Origin
from generator.types import Options, TracePileError
from generator.version import data_file
from generator.workers import Mapper, crew

MANY = 1_000
"""A column with more values than this is not counted: a source has a task for each of its problems."""
PATIENCE = 10
"""A build gives up when this many times the rows asked for have been looked at, and there still are not enough.

One of a source gives up sooner, since its programs may be few.
"""


def build(
    configs: Sequence[str],
    rows: int,
    seed: int,
    out: Path,
    workers: int,
    options: Options,
    *,
    force: bool = False,
    progress: bool = True,
    origin: Origin | None = None,
    needed: Level = Level.SECCOMP,
) -> Manifest:
    """Build `rows` rows of each config into the folder `out`; configs that are there already and whole are kept.

    force:  replace rows that would be lost; without it, they stop the build before it begins.
    origin: where the rows of a source come from, whose name is the only config then.
    needed: the level of the sandbox without which no program of a source is run.
    """
    _check(() if origin else configs, rows, seed)
    made = manifest.made_from(rows, seed, options, origin.identity() if origin else None)
    if not force:
        _check_kept(configs, made, out)
    with crew(workers) as mapper, _resumable(out), _ours(out):
        _announce(configs, out)
        for name in configs:
            _build_config(Job(name, made, out, options, origin, needed, mapper, progress))
        shutil.rmtree(out / PARTS)
    return _known(out)


def _check(configs: Sequence[str], rows: int, seed: int) -> None:
    for name in configs:
        config(name)
    if rows <= 0:
        raise TracePileError(f"--rows must be at least 1, not {rows}")
    if not 0 <= seed < 2**63:
        raise TracePileError(f"--seed must be from 0 to 2**63 - 1, not {seed}")


def _check_kept(configs: Sequence[str], made: Made, out: Path) -> None:
    """Stop where rows would be lost: a config is there, and the new one isn't the same sequence and as long."""
    known = manifest.load(out)
    for name in configs if known else ():
        entry = known["configs"].get(name) if known else None
        if entry and (lost := _lost(entry["made_from"], made)):
            raise TracePileError(
                f"{out} holds {name} already, and its {entry['made_from']['rows']:,} rows would be lost: {lost}. "
                "Choose another --out, or pass --force to replace them"
            )


def _lost(old: Made, new: Made) -> str:
    """What is asked otherwise than what is there was made from; empty where all of its rows come again."""
    names = ("seed", "options", "origin")
    asked = {name: (cast("dict[str, Any]", old).get(name), cast("dict[str, Any]", new).get(name)) for name in names}
    differs = [f"{name} {now} instead of {was}" for name, (was, now) in asked.items() if was != now]
    fewer = [f"{new['rows']:,} rows instead of {old['rows']:,}"] if new["rows"] < old["rows"] else []
    return ", ".join([*differs, *fewer])


def _announce(configs: Sequence[str], out: Path) -> None:
    """Write down which configs are to come, so that a folder without them is known to be unfinished."""
    known = _known(out)
    coming = sorted({*known["unfinished"], *configs} - known["configs"].keys())
    if coming != known["unfinished"]:
        manifest.save(out, {**known, "unfinished": coming})


@contextmanager
def _resumable(out: Path) -> Iterator[None]:
    """Turn what stops a build from outside into a message that says how to go on."""
    again = "What is finished is kept: run the same command again to go on"
    try:
        yield
    except KeyboardInterrupt:
        raise TracePileError(f"the build of {out} was interrupted. {again}") from None
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise TracePileError(f"the disk of {out} is full: make room. {again}") from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise TracePileError(f"cannot write to {out}: {error}") from error
        raise


@contextmanager
def _ours(out: Path) -> Iterator[None]:
    """Open the output folder for this build alone, after a look that it is ours to write to."""
    if out.exists() and not out.is_dir():
        raise TracePileError(f"{out} is a file: --out must name a folder")
    known = manifest.load(out) if out.exists() else None
    if known is None:
        if out.exists() and any(out.iterdir()):
            raise TracePileError(f"{out} holds files and no manifest of ours: choose another --out, or empty it")
        out.mkdir(parents=True, exist_ok=True)
        manifest.save(out, manifest.empty())
    (out / PARTS).mkdir(exist_ok=True)
    with (out / PARTS / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TracePileError(f"another build is writing to {out}: wait for it, or choose another --out") from None
        yield


def _known(out: Path) -> Manifest:
    known = manifest.load(out)
    if known is None:
        raise TracePileError(f"{out / manifest.NAME} vanished during the build: build again")
    return known


@dataclass(frozen=True, slots=True)
class Job:
    """One config to be built, and all that it is built with."""

    name: str
    made: Made
    out: Path
    options: Options
    origin: Origin | None
    needed: Level
    mapper: Mapper
    progress: bool

    @property
    def folder(self) -> Path:
        """Where its parts lie."""
        return self.out / PARTS / _key(self.made) / self.name


def _build_config(job: Job) -> None:
    """Build one config and put it in place, unless it is there."""
    entry = _known(job.out)["configs"].get(job.name)
    if entry and entry["made_from"] == job.made and not any(manifest.damage(job.out, entry["files"])):
        say(f"{job.name}: up to date, {job.made['rows']:,} rows in {job.out}")
    else:
        collected = _collected(job)
        with tqdm(total=job.made["rows"], desc=job.name, unit="row", disable=not job.progress) as bar:
            parts = _distinct_parts(job, bar)
        entry = _assemble(job, parts, collected)
    _record(job.out, job.name, entry)


def _collected(job: Job) -> Collected | None:
    """What a source comes to, with its stock beside the parts; None for a config of our own."""
    if job.origin is None:
        return None
    events = job.options.max_events
    return collect(job.origin, job.folder, events, job.mapper, job.needed, progress=job.progress)


def _key(made: Made) -> str:
    """What parts are made from, as a folder name: parts of another seed, option or generator are never taken."""
    return hashlib.sha256(repr(sorted({**made, "rows": None}.items())).encode()).hexdigest()[:16]


def _distinct_parts(job: Job, bar: tqdm[Any]) -> list[Part]:
    """Make parts, from index 0 on, until they hold enough distinct rows."""
    rows, stock = job.made["rows"], job.folder / STOCK if job.origin else None
    parts: list[Part] = []
    seen: set[bytes] = set()
    stop = 0
    while missing := rows - len(seen):
        if stop > (3 * rows + 200 if job.origin else PATIENCE * rows + 1_000):
            raise TracePileError(
                f"{job.name} has only {len(seen):,} distinct rows among {stop:,}: ask for fewer --rows"
            )
        seed, options = job.made["seed"], job.options
        reaches = cut(stop, stop + missing)
        more = [Part(job.folder, job.name, seed, options, *reach, stock, job.needed) for reach in reaches]
        complete(more, job.mapper, bar)
        for one in more:
            seen.update(keys(one))
        parts += more
        stop += missing
        bar.total = stop + rows - len(seen)
    return parts


def _assemble(job: Job, parts: Sequence[Part], collected: Collected | None) -> Entry:
    """Write the shards aside, put them in place as a whole, and describe them."""
    ready, rejected = job.folder / "data", job.folder / "rejected.jsonl"
    shutil.rmtree(ready, ignore_errors=True)
    ready.mkdir()
    tally = assemble(parts, job.made["rows"], ready, rejected, job.folder / LEFT_OUT if collected else None)
    place_folder(ready, job.out / "data" / job.name)
    (job.out / "rejected").mkdir(exist_ok=True)
    rejected.replace(job.out / "rejected" / f"{job.name}.jsonl")
    entry = _entry(job.name, job.made, tally, job.out)
    if tally.model:
        entry["model"] = {kind: dict(counts) for kind, counts in sorted(tally.model.items())}
    return {**entry, "collected": collected} if collected else entry


def _entry(name: str, made: Made, tally: Tally, out: Path) -> Entry:
    paths = [*sorted((out / "data" / name).iterdir()), out / "rejected" / f"{name}.jsonl"]
    return Entry(
        made_from=made,
        splits={split: {"rows": rows, "arrow_bytes": tally.nbytes[split]} for split, rows in tally.rows.items()},
        duplicates=tally.examined - made["rows"],
        rejected=dict(tally.rejected),
        counts={column: dict(counter) for column, counter in tally.values.items() if len(counter) <= MANY},
        files={path.relative_to(out).as_posix(): manifest.describe(path) for path in paths},
    )


def _record(out: Path, name: str, entry: Entry) -> None:
    """Bring the schemas, the card and, last, the manifest up to what the folder now holds."""
    known = _known(out)
    known["configs"][name] = entry
    (out / "schema").mkdir(exist_ok=True)
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(data_file("schema").glob("*.json"))}
    written = {out / "schema" / path.name: text for path, text in texts.items()} | {
        out / "README.md": card.render(out, known)
    }
    for path, text in written.items():
        write_text(path, text)
    files = {path.relative_to(out).as_posix(): manifest.describe(path) for path in written}
    unfinished = [one for one in known["unfinished"] if one != name]
    manifest.save(out, {**known, "files": files, "unfinished": unfinished})
