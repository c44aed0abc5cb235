"""What an event table holds in all: a sum over its own events, which is ours and said to be."""

import numpy as np
import pandas as pd

from mapper.model import Measure, Unit
from mapper.reconciliation.books import Books
from mapper.reconciliation.columns import as_days
from mapper.reconciliation.linking.accounts import accounts, told_deaths

__all__ = ["event_totals"]

_MEASURES = {"deaths": Measure.KILLED, "injured": Measure.INJURED}


def event_totals(books: Books) -> pd.DataFrame:
    """Return one row a table, voice and measure: the sum of the events its coders told apart.

    Events that were taken back do not count. Summary events may tell single events again; they are
    left out, and the note says how many. Events placed no more finely than an area are the rest.

    Parameters
    ----------
    books : Books
        The books.

    Returns
    -------
    DataFrame
        Columns of the totals table that are known, ``unit``, ``kind``, ``place_name``, ``note``.
    """
    told = told_deaths(books.rows)
    told = told[told["row_key"].notna() & told["why_not"].isna()]
    if told.empty:
        return pd.DataFrame()
    events = accounts(told)
    known = told.groupby("account")["known"].max()
    out = []
    for (table, voice), some in events.groupby(["table_key", "voice_name"]):
        single = some[~some["summary"]]
        for name, measure in _MEASURES.items():
            # Whatever is known of a figure, its high is: a number, or open.
            figures = single[single[f"{name}_high"].notna()]
            if figures.empty:
                continue
            fine = figures["pointlike"]
            low, high = figures[f"{name}_low"], figures[f"{name}_high"]
            left = int(some["summary"].sum())
            out.append(
                {
                    "voice": voice,
                    "measure": str(measure),
                    "unit": str(Unit.PERSON),
                    "kind": "flow",
                    "as_of": known.reindex(figures.index).max(),
                    "counts_to": figures["end"].max(),
                    "count_low": low.sum(),
                    "count_best": figures[f"{name}_best"].sum(),
                    "count_high": high.sum(skipna=False),
                    "located_low": low[fine].sum(),
                    "located_high": high[fine].sum(skipna=False),
                    "rest_low": low[~fine].sum(),
                    "rest_high": high[~fine].sum(skipna=False),
                    "place_name": f"all events of the table {table}",
                    "note": f"sum of {len(figures):,} events, not published as a total"
                    + (f"; {left:,} of summary left out" if left else ""),
                }
            )
    totals = pd.DataFrame(out)
    if len(totals):
        for name in ("as_of", "counts_to"):
            totals[name] = as_days(totals[name])
    return totals.replace(np.inf, np.nan)
