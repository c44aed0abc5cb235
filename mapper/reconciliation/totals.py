"""What each voice holds in all: its total, the part located more finely, and the rest."""

import numpy as np
import pandas as pd

from mapper.model import Kind
from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.columns import lists_by
from mapper.reconciliation.event_totals import event_totals
from mapper.reconciliation.listing import figures_of, plain, told_once
from mapper.reconciliation.memory import remember
from mapper.reconciliation.nesting.outgrown import outgrown
from mapper.reconciliation.parts import exceeding_groups, located
from mapper.schema import TOTALS, conform

__all__ = ["totals"]

_RUNNING = (str(Kind.CUMULATIVE), str(Kind.STOCK))
_A_SUM = "a published sum of events: it counts again what is told of single events there and then"


def totals(
    claims: pd.DataFrame | Books, *, as_of: str | pd.Timestamp | None = None
) -> pd.DataFrame:
    """Return what each voice holds in all: its total, the part located more finely, and the rest.

    A figure is listed if it is no part of a larger one of its voice and group, or if parts of it
    are located more finely; not if a later figure for a part of its area has outgrown it, and
    never one day's news (a delta). The single events of an event table are no totals: the table has
    one row a measure, their sum, which nobody published. Rows are never to be added: not across voices, not across rows of one voice.

    Parameters
    ----------
    claims : DataFrame or Books
        The claims table, or its books; see `opened`.
    as_of : str or Timestamp, optional
        What was known then: only what was published by this day.

    Returns
    -------
    DataFrame
        The totals table. Beside the contract: ``unit``, ``kind``, ``place_name``, ``within``
        (claim of the same voice that holds it), ``weaker`` (claims of its voice that say the same
        more vaguely: "hundreds" beside 745) and ``note`` (such as: parts exceed the whole).
    """
    books = opened(claims, as_of)
    return remember(_totals(books), books)


def _totals(books: Books) -> pd.DataFrame:
    rows = told_once(books)
    rows = rows[rows["current"] & rows["figured"]]
    parts = located(books, rows)
    old = outgrown(books, rows)
    by_group = exceeding_groups(rows)
    split = rows.index.isin(parts.index) | rows.index.isin(by_group.index)
    whole = _outermost(books, rows) | (split & rows["kind"].isin(_RUNNING))
    # One day's news is no total of anything.
    whole &= (rows["kind"] != Kind.DELTA) & ~rows.index.isin(old)
    listed = rows[whole]
    keys = ["voice_name", "measure", "unit", "group_key", "best", "start", "place_key", "claim_id"]
    listed = listed.sort_values(keys, ascending=[key != "best" for key in keys], kind="stable")
    out = figures_of(books, listed)
    found = parts.reindex(listed.index)
    out["located_low"], out["located_high"] = found["low"], found["high"].replace(np.inf, np.nan)
    has = found["low"].notna()
    rest_low = listed["low"] - found["high"]
    rest_high = listed["high"] - found["low"]
    beyond = found["low"] - listed["high"]
    fits = has & ~(beyond > 0)
    out["rest_low"] = rest_low.clip(lower=0).where(fits & np.isfinite(rest_low))
    out["rest_low"] = out["rest_low"].where(~(fits & (found["high"] == np.inf)), 0)
    out["rest_high"] = rest_high.clip(lower=0).replace(np.inf, np.nan).where(fits)
    id_of = books.rows["claim_id"]
    out["within"] = listed["parent"].map(id_of)
    out["parts"] = found["claims"]
    vague = books.rows[books.rows["weaker"] >= 0]
    more_exact = books.rows["telling"].loc[vague["weaker"]].to_numpy()
    said = lists_by(pd.Series(more_exact), vague["claim_id"].reset_index(drop=True))
    out["weaker"] = listed["telling"].map(said)
    note = pd.Series(None, index=listed.index, dtype="object")
    note = note.mask(~has, "no part of it is located more finely")
    groups = by_group.reindex(listed.index)
    note = note.mask(groups.notna(), "its parts by group exceed the whole by " + plain(groups))
    note = note.mask(beyond > 0, "its parts exceed the whole by " + plain(beyond))
    out["note"] = note.mask(listed["sum"], note.radd(_A_SUM + "; ").fillna(_A_SUM))
    of_tables = event_totals(books)
    if len(of_tables):
        out = pd.concat([out, of_tables]) if len(out) else of_tables
    return conform(out.reset_index(drop=True), TOTALS)


def _outermost(books: Books, rows: pd.DataFrame) -> "pd.Series[bool]":
    """Figures that no figure of the same group holds, however far up."""
    group = books.rows["group_key"]
    outer = pd.Series(True, index=rows.index)
    above = rows["parent"]
    while (above >= 0).any():
        held = above[above >= 0]
        same = group.loc[held].to_numpy() == group.loc[held.index].to_numpy()
        outer.loc[held.index[same]] = False
        above = pd.Series(books.rows["parent"].loc[held[~same]].to_numpy(), index=held.index[~same])
    return outer
