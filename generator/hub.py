"""Where records lie: a file or folder of this machine, or a dataset of the Hub, of which a copy is fetched."""

from __future__ import annotations

import re
from pathlib import Path

from generator.manifest import CONTAMINATION, NAME
from generator.types import TracePileError

REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")
_PARTS = ("*.parquet", "*.jsonl", NAME, CONTAMINATION, "README.md", "schema/*.json", "rejected/*.jsonl")
"""What is fetched of a dataset: its records, and what a build says of them."""


def locate(place: str) -> Path:
    """The path of a place: itself where something is there, or the local copy of the dataset `org/name` of the Hub."""
    path = Path(place)
    if path.exists() or not REPOSITORY.fullmatch(place):
        return path
    return _fetched(place)


def _fetched(name: str) -> Path:
    """The folder with the newest state of a dataset, fetched as far as it isn't there yet."""
    from huggingface_hub import errors, snapshot_download  # noqa: PLC0415 - half a second

    missing = f"there is no file or folder {name} here, and on the Hub"
    try:
        return Path(snapshot_download(name, repo_type="dataset", allow_patterns=list(_PARTS)))
    except errors.GatedRepoError:
        raise TracePileError(
            f"{missing} the dataset {name} has to be asked for on its page: do so, then log in with `hf auth login`"
        ) from None
    except errors.RepositoryNotFoundError:
        raise TracePileError(
            f"{missing} no dataset {name} can be seen: check the name, or log in with `hf auth login` if it is private"
        ) from None
    except (errors.HfHubHTTPError, errors.LocalEntryNotFoundError, errors.OfflineModeIsEnabled, OSError) as error:
        raise TracePileError(
            f"{missing} the dataset {name} can't be fetched: {first_line(error)} "
            "Check the network and HF_HUB_OFFLINE, or give the path of a copy on this machine"
        ) from None


def first_line(error: BaseException) -> str:
    """What an error says first, as a sentence."""
    text = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    return text if text.endswith(".") else f"{text}."
