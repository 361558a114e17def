"""Export: the records of a file or folder in a text form, as JSON lines, written one by one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from generator.engine.isolation import Level
from generator.files import replacing
from generator.forms import form, written
from generator.reading import data_files, records_of, units
from generator.records import validate
from generator.types import SPLITS, Record, Rejected, TracePileError, unknown


def export(
    path: Path,
    name: str,
    out: Path | None = None,
    *,
    split: str = "",
    replace: bool = False,
    needed: Level = Level.SECCOMP,
) -> int:
    """Write the records of a Parquet file, a file of JSON lines, or a folder of either, in the form of that name.

    out:    the file to write, which is there and whole afterwards, or not there; standard output if there is none.
    split:  only the files of this split, by their names.
    needed: the level of the sandbox without which no program is run.
    Returns the number of records; TracePileError where one can't be written, or where `out` would be lost.
    """
    chosen, files = form(name), _files(path, split)
    if out:
        _check_out(path, out, replace=replace)
    rows = 0
    with _target(out) as target:
        for file, record in _records(files):
            try:
                validate(record)
                line = f"{written(record, chosen, needed)}\n".encode()
            except (Rejected, UnicodeEncodeError) as fault:
                wrong = f"{file}: {record.get('id')} can't be written as {name}: {fault}"
                raise TracePileError(f"{wrong}; `tracepile verify` says what else is wrong") from None
            target.write(line)
            rows += 1
    return rows


def _files(path: Path, split: str) -> list[Path]:
    """The files to read: all, or those of a split."""
    found = data_files(path)
    if not split:
        return found
    if split not in SPLITS:
        raise unknown("split", split, SPLITS)
    of_split = [file for file in found if file.name.startswith(f"{split}-")]
    if not of_split:
        raise TracePileError(f"{path} holds no file of the split {split}: there is {', '.join(f.name for f in found)}")
    return of_split


def _records(files: list[Path]) -> Iterator[tuple[Path, Record]]:
    for unit in units(files):
        for record in records_of(unit):
            yield unit.path, record


def _check_out(path: Path, out: Path, *, replace: bool) -> None:
    """Stop where the output would replace something, or would be taken for records of the folder it is made from."""
    if out.is_dir():
        raise TracePileError(f"{out} is a folder: --out must name a file")
    if not out.parent.is_dir():
        raise TracePileError(f"there is no folder {out.parent}: make it, or choose another --out")
    if path.is_dir() and out.resolve().is_relative_to(path.resolve()):
        raise TracePileError(f"{out} lies in {path}, whose records it would be taken for: choose another --out")
    if out.exists() and out.samefile(path):
        raise TracePileError(f"{out} is the file that is read: choose another --out")
    if out.exists() and not replace:
        raise TracePileError(f"{out} is there already: pass --force to replace it, or choose another --out")


@contextmanager
def _target(out: Path | None) -> Iterator[IO[bytes]]:
    """Where the lines go."""
    if out is None:
        yield sys.stdout.buffer
        return
    with replacing(out) as beside, beside.open("wb") as file:
        yield file
