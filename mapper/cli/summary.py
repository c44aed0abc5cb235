"""What was found, in a few lines for the terminal."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from mapper.model import Count, Precision, Qualifier, many

__all__ = ["print_summary"]

# More rows than a screen has are for a table in a file.
_SHOWN = 24


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
        f"{many(len(claims), 'claim')} from {many(len(case['reports']), 'report')}; "
        f"{many(len(case['incidents']), 'incident')}, {many(len(case['flows']), 'flow')}."
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


def _placed(claims: pd.DataFrame) -> str:
    numbers = claims["precision"].fillna(Precision.UNPLACED.value).value_counts()
    return ", ".join(f"{numbers[p]:,} {p}" for p in Precision if p in numbers) or "nothing"


def _totals(totals: pd.DataFrame, claims: pd.DataFrame) -> Grid:
    """Return the widest totals, voice by voice; a part is marked as one."""
    placed = claims.dropna(subset=["place_id"])
    names = dict(zip(placed["place_id"], placed["place_name"], strict=True))
    shown = totals.sort_values("count_low", ascending=False, na_position="last", kind="stable")
    shown = shown.head(_SHOWN).sort_values(["voice", "measure"], kind="stable")
    grid = Grid(title="What each voice says (never added across voices)", title_justify="left")
    for heading in ("voice", "measure", "group", "place", "as of", "figure"):
        grid.add_column(heading)
    for row in shown.astype("object").where(shown.notna(), None).to_dict("records"):
        cells = (
            row["voice"],
            row["measure"],
            row["group"],
            names.get(row["place_id"], row["place_id"]),
            _day(row),
            _figure(row) + (" (within a wider figure)" if row.get("within") else ""),
        )
        grid.add_row(*(Text("" if cell is None else str(cell)) for cell in cells))
    if len(totals) > len(shown):
        grid.caption = f"the {_SHOWN} largest of {len(totals):,}; all are in the case (--case)"
    return grid


def _day(row: Mapping[Any, Any]) -> str:
    """Return the day up to which a figure counts; where its source does not say, when it was said."""
    counts_to, known = row.get("counts_to"), row["as_of"]
    if counts_to is not None:
        return str(counts_to.date())
    return f"said {known.date()}" if known is not None else ""


def _figure(row: Mapping[Any, Any]) -> str:
    low, best, high = (row[f"count_{end}"] for end in ("low", "best", "high"))
    exact = low is not None and low == best == high
    plain = Qualifier.EXACT if exact else Qualifier.UNSPECIFIED
    qualifier = Qualifier(row.get("qualifier") or plain)
    words = row.get("count_words") or ""
    count = Count(low, best, high, qualifier, words if qualifier is Qualifier.VAGUE else "")
    return str(count) if count.known else words or "no number"
