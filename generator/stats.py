"""What a dataset holds, in tables and plots: how large executions and texts are, how varied and how distinct."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.card import QUANTILES
from generator.files import replacing
from generator.reading import data_files, records_of, units
from generator.types import TracePileError

if TYPE_CHECKING:
    import pandas as pd

COUNTED = ("family", "question_kind", "difficulty", "style", "rewrites")
MEASURED = ("n_events", "n_steps", "n_tokens", "characters")
ASKED = ("code", "entry", "input", "question")
"""What makes a row: two rows that agree in these are one row twice."""
_READ = ("config", *COUNTED, "n_events", "n_steps", "n_tokens", "completion", *ASKED)


def frame(path: Path) -> pd.DataFrame:
    """A row for each record at a path: what is counted, what is measured, and a hash of what is asked."""
    import pandas as pd  # noqa: PLC0415 - half a second

    rows = [_facts(record) for unit in units(data_files(path)) for record in records_of(unit, _READ)]
    if not rows:
        raise TracePileError(f"{path} holds no rows")
    return pd.DataFrame(rows)


def _facts(record: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: record[name] for name in ("config", "family", "question_kind", "difficulty", "style")}
    return {
        **kept,
        "rewrites": len(record["rewrites"]),
        **{name: record[name] for name in ("n_events", "n_steps", "n_tokens")},
        "characters": len(record["completion"]),
        "asked": hash(tuple(record[name] for name in ASKED)),
    }


def distinct(rows: pd.DataFrame) -> dict[str, float]:
    """The share of each configuration's rows that are the first to ask what they ask."""
    return {name: float(1 - of_one["asked"].duplicated().mean()) for name, of_one in rows.groupby("config")}


def shares(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """The share of a configuration's rows that each value of a column has: values down, configurations across."""
    return rows.groupby("config")[column].value_counts(normalize=True).unstack(0, fill_value=0.0)  # noqa: PD010


def sizes(rows: pd.DataFrame) -> pd.DataFrame:
    """The quantiles of what is measured: (measure, quantile) down, configurations across."""
    found = rows.groupby("config")[list(MEASURED)].quantile(list(QUANTILES.values())).stack().unstack(0)  # noqa: PD010,PD013
    names = {value: name for name, value in QUANTILES.items()}
    found.index = [(measure, names[quantile]) for quantile, measure in found.index]
    return found.loc[[(measure, name) for measure in MEASURED for name in QUANTILES]]


def as_json(rows: pd.DataFrame) -> str:
    """All tables as JSON."""
    tables = {column: shares(rows, column).to_dict() for column in COUNTED}
    measured = {name: {f"{one} {at}": value for (one, at), value in of.items()} for name, of in sizes(rows).items()}
    counts = rows["config"].value_counts().to_dict()
    return json.dumps({"rows": counts, "distinct": distinct(rows), "sizes": measured, "shares": tables}, default=int)


def show(rows: pd.DataFrame) -> None:
    """Print all tables."""
    from rich.console import Console  # noqa: PLC0415 - not needed to compute

    console = Console()
    configs = sorted(rows["config"].unique())
    counts, share = rows["config"].value_counts(), distinct(rows)
    summary = [("rows", *(f"{counts[name]:,}" for name in configs))]
    summary += [("distinct", *(f"{share[name]:.2%}" for name in configs))]
    summary += [
        (f"{measure}, {at}", *(f"{value:,.0f}" for value in of)) for (measure, at), of in _down(sizes(rows), configs)
    ]
    console.print(_table("", configs, summary))
    for column in COUNTED:
        found = shares(rows, column)
        lines = [(str(value), *(f"{one:.2%}" if one else "" for one in of)) for value, of in _down(found, configs)]
        console.print(_table(column, configs, lines))


def _down(table: pd.DataFrame, configs: Sequence[str]) -> Iterator[tuple[Any, Sequence[float]]]:
    """The lines of a table: what stands before each, and its values in the order of the configurations."""
    for value, line in table[list(configs)].iterrows():
        yield value, list(line)


def _table(heading: str, configs: Sequence[str], lines: Sequence[tuple[str, ...]]) -> Any:
    from rich.table import Table  # noqa: PLC0415 - as above

    table = Table(heading)
    for name in configs:
        table.add_column(name, justify="right")
    for line in lines:
        table.add_row(*line)
    return table


def plot(rows: pd.DataFrame, folder: Path) -> list[Path]:
    """Write the distributions as PNG files into a folder; their paths."""
    try:
        import matplotlib as mpl  # noqa: PLC0415 - heavy, and an extra
    except ImportError:
        raise TracePileError("plots need matplotlib: pip install 'tracepile[plots]'") from None
    mpl.use("agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415 - after the choice of a backend

    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name in ("n_events", "characters", "question_kind", "family"):
        figure, axes = plt.subplots(1, rows["config"].nunique(), figsize=(15, 5), squeeze=False, layout="constrained")
        for axis, (config, of_one) in zip(axes[0], rows.groupby("config"), strict=True):
            axis.set_title(f"{config}: {name}")
            if name in MEASURED:
                axis.hist(of_one[name].clip(upper=of_one[name].quantile(0.99)), bins=40)
                axis.set_ylabel("rows")
            else:
                axis.barh(*_bars(of_one[name]))
                axis.tick_params(labelsize=7)
        with replacing(folder / f"{name}.png") as beside:
            figure.savefig(beside, format="png", dpi=100)
        plt.close(figure)
        made.append(folder / f"{name}.png")
    return made


def _bars(values: pd.Series) -> tuple[list[str], list[int]]:
    """The values of a column and how often each occurs, the rarest first."""
    counts = values.value_counts(ascending=True)
    return [str(value) for value in counts.index], list(counts)
