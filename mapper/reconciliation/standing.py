"""Which figure of a voice stands, and which it has replaced.

Successive figures of one voice for one scope (measure, unit, group, area, first day) are one
series. A later one supersedes; it is never added. A figure that counts a single day's news (delta)
or a closed period (flow) is a scope of its own for each period.
"""

import numpy as np
import pandas as pd

from mapper.model import Kind
from mapper.reconciliation.weaker import weaker
from mapper.schema import split

__all__ = ["standing", "standing_words", "stated_links"]

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
        told this figure), ``weaker`` (row of the figure that says the same more exactly, -1 if
        none), ``up_to`` (the day up to which it counts, NaN unknown), ``first_known`` (the day on
        which it was first published) and ``why_not`` completed.
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
    out["order"], out["up_to"] = order, out["counts_to"]
    figure = ["low", "best", "high"]
    # Told again without a day of its own, a figure counts up to the day it was first told for.
    earliest = out.groupby(["scope", *figure], dropna=False)["counts_to"].transform("min")
    again = out["counts_to"].isna() & earliest.notna()
    for name in ("order", "up_to"):
        out[name] = np.where(again, earliest, out[name])
    out["telling"] = out.groupby(["scope", "order", *figure], dropna=False, sort=False).ngroup()
    out["first_known"] = out.groupby("telling")["known"].transform("min")
    out["weaker"] = weaker(out)
    counted = out["why_not"].isna()
    ranked = out[counted].sort_values(
        ["scope", "order", "first_known", "best", "high", "claim_id"],
        na_position="first",
        kind="stable",
    )
    vague = out["weaker"] >= 0
    firm = ranked[ranked["weaker"] < 0]
    last = firm.drop_duplicates("scope", keep="last").set_index("scope")
    out["current"] = counted & (out["telling"] == out["scope"].map(last["telling"]))
    out["current"] |= counted & _beside(out, last)
    out["current"] &= ~vague
    told = firm.drop_duplicates("telling", keep="first")
    first = pd.concat([told, ranked[ranked["weaker"] >= 0]]).drop_duplicates("telling")
    out["same_as"] = out["telling"].map(first.set_index("telling")["claim_id"])
    following = told["claim_id"].shift(-1).where(told["scope"] == told["scope"].shift(-1))
    out["superseded_by"] = out["telling"].map(
        pd.Series(following.to_numpy(), index=told["telling"].to_numpy())
    )
    out["superseded_by"] = out["superseded_by"].mask(out["current"] | vague)
    _apply_stated(out)
    return out


def standing_words(whole: pd.DataFrame, rows: pd.DataFrame) -> "pd.Series[str]":
    """Return for figures whether each stands, or what replaced it or says the same more exactly."""
    words = ("superseded by " + rows["superseded_by"].astype("str")).mask(rows["current"], "stands")
    exact = whole["claim_id"].reindex(rows["weaker"]).set_axis(rows.index)
    return words.mask(
        rows["weaker"] >= 0, "says more vaguely what " + exact.astype("str") + " says"
    )


def _beside(out: pd.DataFrame, last: pd.DataFrame) -> "pd.Series[bool]":
    """Figures of a closed spell told on the same day as the latest: a correction, or a second event.

    Nobody can tell which, so that neither replaces the other, and they are not added.
    """
    of_last = last.reindex(out["scope"]).set_axis(out.index)
    same_day = (out["order"] == of_last["order"]) & (
        (out["first_known"] == of_last["first_known"])
        | (out["first_known"].isna() & of_last["first_known"].isna())
    )
    exact = (out["low"] == out["high"]) & (of_last["low"] == of_last["high"])
    return same_day & exact & ~out["kind"].isin(_RUNNING)


def _apply_stated(out: pd.DataFrame) -> None:
    """Follow what reports, and people, say: this figure tells that one again, or replaces it."""
    for old, new in stated_links(out, "supersedes", reverse=True):
        gone = out["telling"] == out["telling"].iloc[old]
        out.loc[gone, "current"] = False
        out.loc[gone, "superseded_by"] = out["claim_id"].iloc[new]
    for again, first in stated_links(out, "same_as"):
        out.loc[again, ["current", "same_as", "telling", "scope"]] = (
            False,
            out["same_as"].iloc[first],
            out["telling"].iloc[first],
            out["scope"].iloc[first],
        )


def stated_links(out: pd.DataFrame, name: str, *, reverse: bool = False) -> list[tuple[int, int]]:
    """Return rows, and the rows they name in ``contained_in``, ``same_as`` or ``supersedes``.

    Only claims that count are linked; a name nobody bears is passed over.
    """
    cells = out.loc[(out[f"stated_{name}"] != "") & out["why_not"].isna(), f"stated_{name}"]
    if cells.empty:
        return []
    names = cells.map(split).explode()
    counted = out[out["why_not"].isna()].drop_duplicates("claim_id")
    at = names.map(pd.Series(counted.index, index=counted["claim_id"]))
    at = at.dropna()
    links = [(int(i), int(j)) for i, j in zip(at.index, at, strict=True) if i != j]
    return [(j, i) for i, j in links] if reverse else links


def _add_spell(out: pd.DataFrame) -> None:
    """Say up to where a scope reaches: a running figure is open, another ends on its last day."""
    running = out["kind"].isin(_RUNNING)
    out["spell_end"] = out["end"].where(~running, np.nan)
    # Rounds of a stock are one series, whatever day each round began on.
    out["spell_start"] = out["start"].where(out["kind"] != Kind.STOCK, np.nan)
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
            "spell_start",
            "spell_end",
            "lone",
        ]
    ].assign(row_key=out["row_key"].astype("str").fillna(""))
    return keys.groupby(list(keys.columns), dropna=False, sort=False).ngroup()
