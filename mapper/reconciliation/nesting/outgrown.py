"""Wholes that one of their own parts has outgrown since: they no longer stand."""

import numpy as np
import pandas as pd

from mapper.reconciliation.books import Books
from mapper.reconciliation.columns import Ints

__all__ = ["outgrown"]

# Figures compared with all of their place in one go: bounds the room that takes.
_AT_ONCE = 500


def outgrown(books: Books, rows: pd.DataFrame) -> "set[int]":
    """Wholes that are older, and smaller, than one of their own parts: they no longer stand.

    Rows of an event table are told apart by those who coded them, and none outgrows another. The
    others are compared group by group, so that a long table needs no more room than its largest.
    """
    keys = ["voice", "measure", "unit", "group_key", "ends_key"]
    columns = [*keys, "place_key", "order", "low", "best", "start"]
    rows = rows.loc[rows["row_key"].isna(), columns]
    held = rows.merge(books.pairs, on="place_key")
    held = pd.concat([held, rows.assign(holder_key=rows["place_key"])], ignore_index=True)
    # Only where something is larger and something later is there anything to compare.
    most = held.groupby([*keys, "holder_key"], sort=False)[["low", "order"]].max()
    there = most.reindex(pd.MultiIndex.from_frame(rows[[*keys, "place_key"]]))
    larger = there["low"].to_numpy() > rows["best"].to_numpy()
    rows = rows[larger & (there["order"].to_numpy() > rows["order"].to_numpy())]
    held = held[held["holder_key"].isin(rows["place_key"])]
    ends = [
        rows[[*keys, "place_key"]],
        held[[*keys, "holder_key"]].set_axis([*keys, "place_key"], axis=1),
    ]
    codes = pd.concat(ends, ignore_index=True).groupby([*keys, "place_key"], sort=False).ngroup()
    mine, theirs = codes.to_numpy()[: len(rows)], codes.to_numpy()[len(rows) :]
    by_group = np.argsort(theirs, kind="stable")
    figures = held[["order", "low", "start"]].to_numpy("float64")[by_group].T
    begins = np.searchsorted(theirs[by_group], mine, side="left")
    ends_at = np.searchsorted(theirs[by_group], mine, side="right")
    order, best, day = rows[["order", "best", "start"]].to_numpy("float64").T
    found: set[int] = set()
    for group in np.split(np.argsort(mine, kind="stable"), _starts(np.sort(mine))):
        if len(group) == 0:
            continue
        others = figures[:, begins[group[0]] : ends_at[group[0]], None]
        for start in range(0, len(group), _AT_ONCE):
            some = group[start : start + _AT_ONCE]
            newer = (
                (others[0] > order[some]) & (others[1] > best[some]) & (others[2] <= day[some] + 1)
            )
            found.update(rows.index[some[newer.any(axis=0)]])
    return found


def _starts(codes: Ints) -> Ints:
    """Where a new number begins in sorted numbers."""
    return np.flatnonzero(np.diff(codes)) + 1
