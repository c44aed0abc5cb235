"""Figures that say more vaguely what their own voice says more exactly: "hundreds" beside 745.

Such a figure is kept, and told beside the other; it neither replaces it nor stands for itself.
"""

import numpy as np
import pandas as pd

from mapper.model import Kind, Qualifier
from mapper.reconciliation.columns import Ints

__all__ = ["weaker"]

# "Hundreds" are a hundred and more, but no thousands.
_TIMES = 10.0
_DAY = 1.0
_SCOPE = ["voice", "measure", "unit", "group_key", "place_key", "ends_key", "sum", "apart"]


def weaker(rows: pd.DataFrame) -> Ints:
    """Return for each row the row of its voice that says the same more exactly, -1 if none does.

    The two count the same people of the same place, from the same first day or in one statement; the
    exact figure was there by the day of the vague one, and is one that its words allow.

    Parameters
    ----------
    rows : DataFrame
        The ledger with ``order`` (the day up to which a figure counts, else its publication).
    """
    out: Ints = np.full(len(rows), -1, dtype="int64")
    told = rows["why_not"].isna() & rows["row_key"].isna() & (rows["voice"] != "")
    vague = told & (rows["qualifier"] == Qualifier.VAGUE) & rows["low"].notna()
    exact = told & (rows["qualifier"] != Qualifier.VAGUE) & rows["low"].notna()
    if not vague.any() or not exact.any():
        return out
    # A day's news, and a count of those who are there now, are of their own kind.
    own = rows["kind"].where(rows["kind"].isin([Kind.DELTA, Kind.STOCK]), "")
    frame = rows[[*_SCOPE[:-1], "start", "statement", "order", "low", "best"]].assign(apart=own)
    frame["start"] = frame["start"].fillna(-np.inf)
    found = [
        _exact_of(frame[vague], frame[exact], [*_SCOPE, same]) for same in ("statement", "start")
    ]
    for of_vague in reversed(found):
        out[of_vague.index.to_numpy()] = of_vague.to_numpy()
    return out


def _exact_of(vague: pd.DataFrame, exact: pd.DataFrame, keys: list[str]) -> "pd.Series[int]":
    """Return, for vague figures that have one, the latest exact figure of the same keys."""
    columns = [*keys, "low", "order"]
    mine = vague.groupby(columns, dropna=False, sort=False).ngroup()
    # Figures that are alike are looked up once.
    one = vague.assign(mine=mine)[[*columns, "mine"]].drop_duplicates("mine")
    theirs = exact.assign(row=exact.index).drop_duplicates([*keys, "best", "order"])
    both = one.merge(theirs[[*keys, "best", "order", "row"]], on=keys, suffixes=("", "_of"))
    both = both[
        (both["best"] >= both["low"])
        & (both["best"] < _TIMES * both["low"])
        & ~(both["order_of"] > both["order"] + _DAY)
    ]
    both = both.sort_values(["mine", "order_of", "best", "row"], na_position="first", kind="stable")
    last = both.drop_duplicates("mine", keep="last").set_index("mine")["row"]
    found = mine.map(last).dropna()
    return found.astype("int64")
