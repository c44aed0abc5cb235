"""Which figure of a voice stands, and which it has replaced.

Successive figures of one voice for one scope (measure, unit, group, area, first day) are one
series. A later one supersedes; it is never added. A figure that counts a single day's news (delta)
or a closed period (flow) is a scope of its own for each period.
"""

import numpy as np
import pandas as pd

from mapper.model import Kind

__all__ = ["standing"]

_RUNNING = (str(Kind.CUMULATIVE), str(Kind.STOCK))


def standing(rows: pd.DataFrame, as_of: pd.Timestamp | None = None) -> pd.DataFrame:
    """Return the ledger with the place of each figure in its series.

    Parameters
    ----------
    rows : DataFrame
        The `ledger`.
    as_of : Timestamp, optional
        Only what was published by this day.

    Returns
    -------
    DataFrame
        With ``scope`` (number of the series), ``telling`` (number of the distinct figure in it: the
        same figure told again has the same number), ``current`` (whether it is the latest figure),
        ``superseded_by`` (claim that replaced it, null if none), ``same_as`` (the first claim that
        told this figure) and ``why_not`` completed.
    """
    out = rows.copy()
    if as_of is not None:
        day = as_of.to_datetime64().astype("datetime64[D]").astype("int64")
        late = out["known"] > day
        out.loc[late & out["why_not"].isna(), "why_not"] = f"it was published after {as_of.date()}"
        undated = out["known"].isna() & out["why_not"].isna()
        out.loc[undated, "why_not"] = "nobody knows when it was published"
    _add_spell(out)
    out["scope"] = _scopes(out)
    order = np.where(out["counts_to"].isna(), out["known"], out["counts_to"])
    out["order"] = order
    figure = ["low", "best", "high"]
    # Told again without a day of its own, a figure counts up to the day it was first told for.
    earliest = out.groupby(["scope", *figure], dropna=False)["counts_to"].transform("min")
    out["order"] = np.where(out["counts_to"].isna() & earliest.notna(), earliest, out["order"])
    out["telling"] = out.groupby(["scope", "order", *figure], dropna=False, sort=False).ngroup()
    out["first_known"] = out.groupby("telling")["known"].transform("min")
    counted = out["why_not"].isna()
    ranked = out[counted].sort_values(
        ["scope", "order", "first_known", "best", "high", "claim_id"],
        na_position="first",
        kind="stable",
    )
    last = ranked.drop_duplicates("scope", keep="last").set_index("scope")["telling"]
    out["current"] = counted & (out["telling"] == out["scope"].map(last))
    told = ranked.drop_duplicates("telling", keep="first")
    out["same_as"] = out["telling"].map(told.set_index("telling")["claim_id"])
    following = told["claim_id"].shift(-1).where(told["scope"] == told["scope"].shift(-1))
    out["superseded_by"] = out["telling"].map(
        pd.Series(following.to_numpy(), index=told["telling"].to_numpy())
    )
    return out


def _add_spell(out: pd.DataFrame) -> None:
    """Say up to where a scope reaches: a running figure is open, another ends on its last day."""
    running = out["kind"].isin(_RUNNING)
    out["spell_end"] = out["end"].where(~running, np.nan)
    # Without a place, a day or a voice only the same figure is surely the same statement.
    nowhere = (out["place_key"] == "") & (out["ends_key"] == ">")
    loose = nowhere | (out["start"].isna() & ~running)
    figure = out["low"].astype("str") + "-" + out["best"].astype("str") + out["count_words"]
    out["lone"] = figure.where(loose, "")
    out.loc[out["voice"] == "", "lone"] = out["claim_id"]


def _scopes(out: pd.DataFrame) -> "pd.Series[int]":
    keys = out[
        [
            "voice",
            "measure",
            "unit",
            "group_key",
            "place_key",
            "ends_key",
            "kind",
            "start",
            "spell_end",
            "lone",
        ]
    ].assign(row_key=out["row_key"].astype("str").fillna(""))
    return keys.groupby(list(keys.columns), dropna=False, sort=False).ngroup()
