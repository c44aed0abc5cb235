"""The part of a figure that its own voice located more finely."""

import numpy as np
import pandas as pd

from mapper.model import Kind
from mapper.reconciliation.books import Books

__all__ = ["exceeding_groups", "located"]


def located(books: Books, rows: pd.DataFrame) -> pd.DataFrame:
    """Return, for each figure with finer places inside, the sum of one figure a place.

    At one place no two figures are added: the one most like the whole is taken (same kind, same
    group, same statement), else the larger. Places that overlap are counted once.

    Parameters
    ----------
    books : Books
        The books.
    rows : DataFrame
        Current figures of the ledger.

    Returns
    -------
    DataFrame
        Index: rows of the ledger that have parts; ``low``, ``high`` (``inf`` if open), ``claims``.
    """
    parts = rows[(rows["parent"] >= 0) & rows["low"].notna()].assign(child=lambda r: r.index)
    whole = books.rows.loc[parts["parent"]].reset_index(drop=True)
    parts = parts.reset_index(drop=True)
    delta = (parts["kind"] == Kind.DELTA) & (whole["kind"] != Kind.DELTA)
    finer = (parts["place_key"] != whole["place_key"]) & (parts["unit"] == whole["unit"]) & ~delta
    parts = parts.assign(
        split=parts["because"] == "split",
        unlike_kind=parts["kind"] != whole["kind"],
        unlike_group=parts["group_key"] != whole["group_key"],
        together=parts["statement"] == whole["statement"],
    )[finer]
    # Where the voice gives a split that sums to its total, or any split, nothing else is needed.
    for own in ("split", "together"):
        has_own = parts.groupby("parent")[own].transform("any").astype("bool")
        parts = parts[parts[own] | ~has_own]
    parts = parts.sort_values(
        ["parent", "place_key", "unlike_group", "unlike_kind", "low", "claim_id"],
        ascending=[True, True, True, True, False, True],
        kind="stable",
    ).drop_duplicates(["parent", "place_key"])
    parts = _apart_in_space(parts, books)
    by = parts.groupby("parent")
    return pd.DataFrame(
        {
            "low": by["low"].sum(),
            "high": by["high"].sum(),
            "claims": by["claim_id"].agg(lambda ids: "|".join(sorted(ids))),
        }
    )


def _apart_in_space(parts: pd.DataFrame, books: Books) -> pd.DataFrame:
    """Drop a place that another part's place already holds, or shares a member with."""
    held = parts[["parent", "place_key", "child"]].merge(books.pairs, on="place_key")
    holders = parts[["parent", "place_key"]].rename(columns={"place_key": "holder_key"})
    inner = held.merge(holders, on=["parent", "holder_key"])["child"]
    parts = parts[~parts["child"].isin(inner)]
    # "Jableh and Baniyas" may share a town with any other part: it stands alone, or not at all.
    several = parts["place_key"].str.contains("|", regex=False).astype("bool")
    if not several.any():
        return parts
    low = parts["low"]
    widest = low.where(several, 0).groupby(parts["parent"]).transform("max")
    single = low.where(~several, 0).groupby(parts["parent"]).transform("sum")
    of_wide = (widest > single).to_numpy()
    largest = several & (low == widest)
    kept = parts[np.where(of_wide, largest, ~several)]
    second = kept["place_key"].str.contains("|", regex=False) & kept["parent"].duplicated()
    return kept[~second.astype("bool")]


def exceeding_groups(rows: pd.DataFrame) -> "pd.Series[float]":
    """Return by how much the groups of a statement exceed its own total, where they do.

    Only groups by status (civilians, fighters, security forces) are held against a figure that the
    source itself calls the total; women, men and children lie inside these.

    Parameters
    ----------
    rows : DataFrame
        Current figures of the ledger.

    Returns
    -------
    Series of float
        Index: rows of the ledger whose groups exceed them.
    """
    parts = rows[rows["parent"].isin(rows.index) & rows["low"].notna()].reset_index(drop=True)
    whole = rows.loc[parts["parent"]].reset_index(drop=True)
    group = parts["group_is"].map(lambda one: bool(one.status) and not one.people).astype("bool")
    together = (
        group
        & whole["stated_total"]
        & (parts["statement"] == whole["statement"])
        & (parts["place_key"] == whole["place_key"])
        & (parts["unit"] == whole["unit"])
        & (parts["start"] == whole["start"])
        & (parts["end"] == whole["end"])
    )
    total = parts[together].groupby(parts.loc[together, "parent"])["low"].sum()
    beyond = total - rows["high"].reindex(total.index)
    return beyond[beyond > 0]
