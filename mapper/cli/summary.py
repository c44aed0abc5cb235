"""What was found, in a few lines for the terminal."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from mapper.model import Count, Precision, Qualifier

__all__ = ["print_summary"]


def print_summary(case: Mapping[str, Any], console: Console | None = None) -> None:
    """Print claims, places by precision, refusals with reasons, and totals by voice.

    Parameters
    ----------
    case : mapping of str to DataFrame
        Tables by their names in `mapper.schema.TABLES`.
    console : rich.console.Console, optional
        Where to print; standard output if none.
    """
    console = console or Console()
    claims = case["claims"]
    console.print(
        f"{_many(len(claims), 'claim')} from {_many(len(case['reports']), 'report')}; "
        f"{_many(len(case['incidents']), 'incident')}, {_many(len(case['flows']), 'flow')}."
    )
    console.print(f"Placed: {_placed(claims)}.")
    if len(case["refused"]):
        console.print(f"Refused, kept with the reason: {len(case['refused'])}.")
        for reason, rows in case["refused"].groupby("reason", sort=True, dropna=False):
            value = rows["value"].dropna().head(1).tolist()
            console.print(
                Text(f"  {len(rows)} × {reason}" + (f", such as {value[0]!r}" if value else ""))
            )
    if len(case["totals"]):
        console.print(_totals(case["totals"], claims))


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _placed(claims: pd.DataFrame) -> str:
    numbers = claims["precision"].fillna(Precision.UNPLACED.value).value_counts()
    return ", ".join(f"{numbers[p]:,} {p}" for p in Precision if p in numbers) or "nothing"


def _totals(totals: pd.DataFrame, claims: pd.DataFrame) -> Grid:
    names = {}
    if "place_id" in claims:
        placed = claims.dropna(subset=["place_id"])
        names = dict(zip(placed["place_id"], placed["place_name"], strict=True))
    grid = Grid(title="What each voice says (never added across voices)", title_justify="left")
    for heading in ("voice", "measure", "group", "place", "as of", "figure"):
        grid.add_column(heading)
    for row in totals.astype("object").where(totals.notna(), None).to_dict("records"):
        cells = (
            row["voice"],
            row["measure"],
            row["group"],
            names.get(row["place_id"], row["place_id"]),
            row["as_of"] and row["as_of"].date(),
            _figure(row),
        )
        grid.add_row(*(Text("" if cell is None else str(cell)) for cell in cells))
    return grid


def _figure(row: Mapping[Any, Any]) -> str:
    low, best, high = (row[f"count_{end}"] for end in ("low", "best", "high"))
    exact = low is not None and low == best == high
    count = Count(low, best, high, Qualifier.EXACT if exact else Qualifier.UNSPECIFIED)
    return str(count) if count.known else "no number"
