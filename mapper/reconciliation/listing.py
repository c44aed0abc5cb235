"""The columns in which series and totals list figures, and which claims they list."""

import numpy as np
import pandas as pd

from mapper.reconciliation.books import Books
from mapper.reconciliation.columns import as_days, lists_by
from mapper.reconciliation.ledger import in_series

__all__ = ["figures_of", "plain", "told_once"]


def figures_of(books: Books, rows: pd.DataFrame) -> pd.DataFrame:
    """Columns that series and totals share, for the first claim of each telling."""
    cells = books.table.loc[rows.index]
    ids = books.rows.loc[books.rows["why_not"].isna(), ["telling", "claim_id"]]
    again = ids[ids["telling"].isin(rows["telling"])]
    claims = lists_by(again["telling"], again["claim_id"])
    return pd.DataFrame(
        {
            "voice": rows["voice_name"],
            "measure": rows["measure"],
            "group": rows["group"],
            "place_id": cells["place_id"],
            "as_of": as_days(rows["first_known"]),
            "counts_to": as_days(rows["up_to"]),
            "count_low": cells["count_low"],
            "count_best": cells["count_best"],
            "count_high": cells["count_high"],
            "claims": rows["telling"].map(claims),
            "unit": rows["unit"],
            "kind": rows["kind"],
            "qualifier": rows["qualifier"],
            "count_words": rows["count_words"],
            "place_name": rows["place_name"],
            "period_start": cells["period_start"],
            "period_end": cells["period_end"],
        }
    )


def told_once(books: Books) -> pd.DataFrame:
    """Return the first claim of each telling of a figure that has a series."""
    rows = books.rows
    return rows[rows["why_not"].isna() & (rows["same_as"] == rows["claim_id"]) & in_series(rows)]


def plain(numbers: "pd.Series[float]") -> "pd.Series[str]":
    """Return numbers as text, with commas; nothing for what is open."""
    return numbers.map(lambda value: f"{int(value):,}" if np.isfinite(value) else "").astype("str")
