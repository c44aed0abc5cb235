"""Which figure of a voice stands, and which it has replaced.

Successive figures of one voice for one scope (measure, unit, group, area, first day) are one
series. A later one supersedes; it is never added. A figure that counts a single day's news (delta)
or a closed period (flow) is a scope of its own for each period, but for a period that goes on.
"""

import numpy as np
import pandas as pd

from mapper.model import Kind
from mapper.reconciliation.columns import Ints
from mapper.reconciliation.nesting.rings import followed
from mapper.reconciliation.nesting.stated import replaced_by, told_again
from mapper.reconciliation.nesting.weaker import weaker

__all__ = ["standing", "standing_words"]

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
        ``superseded_by`` (claim that replaced it, null if none), ``teller`` and ``same_as`` (row and
        id of the first claim that told this figure, -1 and null if none counts), ``weaker`` (row of the figure that says the same more exactly, -1 if
        none), ``folded`` (row of the figure that in the end stands in its place by its own word, or
        because it is more exact; -1 if none), ``up_to`` (the day up to which it counts, NaN unknown), ``first_known`` (the day on
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
    _date_the_dayless(out, figure)
    out["telling"] = out.groupby(["scope", "order", *figure], dropna=False, sort=False).ngroup()
    out["teller"] = _tellers(out)
    known = out["known"].where(out["why_not"].isna())
    out["first_known"] = known.groupby(out["telling"]).transform("min")
    again, replaced = told_again(out), replaced_by(out)
    vaguer = np.where(again >= 0, -1, weaker(out))
    # A figure that is told again, replaced or said more exactly elsewhere stands there, not here.
    folded, ring = followed(np.select([again >= 0, vaguer >= 0], [again, vaguer], replaced))
    if ring.any():
        # What leads back to itself stands nowhere: there only what tells a figure again is heard.
        vaguer, replaced = (np.where(ring, -1, link) for link in (vaguer, replaced))
        folded, _ = followed(np.select([again >= 0, vaguer >= 0], [again, vaguer], replaced))
    out["weaker"], out["folded"] = vaguer, folded
    counted = out["why_not"].isna()
    ranked = out[counted].sort_values(
        ["scope", "order", "first_known", "best", "high", "claim_id"],
        na_position="first",
        kind="stable",
    )
    vague = out["weaker"] >= 0
    firm = ranked[(out["folded"] < 0)[ranked.index]]
    last = firm.drop_duplicates("scope", keep="last").set_index("scope")
    out["current"] = counted & (out["telling"] == out["scope"].map(last["telling"]))
    out["current"] |= counted & _beside(out, last)
    out["current"] &= out["folded"] < 0
    told = firm.drop_duplicates("telling", keep="first")
    following = told["claim_id"].shift(-1).where(told["scope"] == told["scope"].shift(-1))
    out["superseded_by"] = out["telling"].map(
        pd.Series(following.to_numpy(), index=told["telling"].to_numpy())
    )
    out["superseded_by"] = out["superseded_by"].mask(out["current"] | vague)
    _say_stated(out, again, replaced)
    out["same_as"] = out["claim_id"].reindex(out["teller"]).set_axis(out.index)
    return out


def _tellers(out: pd.DataFrame) -> "pd.Series[int]":
    """Return for each row the first row that counts and tells the same figure, -1 if none does."""
    counted = out.index.to_series().where(out["why_not"].isna())
    return counted.groupby(out["telling"]).transform("min").fillna(-1).astype("int64")


def _date_the_dayless(out: pd.DataFrame, figure: list[str]) -> None:
    """Let a figure told again without a day of its own count up to the day it was first told for.

    A paper may pass on an old figure after a newer one is out. A count of those who are there now is
    another one each time.
    """
    counted = out["why_not"].isna()
    days = out[["scope", *figure, "counts_to", "known"]].where(counted)
    by = days.groupby(["scope", *figure], dropna=False)
    dayless = out["counts_to"].isna() & counted
    first = by["counts_to"].transform("min")
    for name in ("order", "up_to"):
        out[name] = out[name].mask(dayless & first.notna(), first)
    undated = dayless & first.isna() & (out["kind"] != Kind.STOCK)
    out["order"] = out["order"].mask(undated, by["known"].transform("min"))


def _say_stated(out: pd.DataFrame, again: Ints, replaced: Ints) -> None:
    """Name the figure that a claim tells again, or is replaced by, in its source's own words."""
    old = np.flatnonzero(replaced >= 0)
    out.loc[old, "superseded_by"] = out["claim_id"].to_numpy()[replaced[old]]
    retold = np.flatnonzero(again >= 0)
    for name in ("teller", "telling", "scope"):
        out.loc[retold, name] = out[name].to_numpy()[again[retold]]


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


def _add_spell(out: pd.DataFrame) -> None:
    """Say up to where a scope reaches: a running figure is open, another ends on its last day."""
    running = out["kind"].isin(_RUNNING)
    out["spell_end"] = _first_end(out).where(~running, np.nan)
    # Rounds of a stock are one series, whatever day each round began on.
    out["spell_start"] = out["start"].where(out["kind"] != Kind.STOCK, np.nan)
    # Without a place, a day or a voice only the same figure is surely the same statement.
    nowhere = (out["place_key"] == "") & (out["ends_key"] == ">")
    loose = nowhere | (out["start"].isna() & ~running)
    figure = out["low"].astype("str") + "-" + out["best"].astype("str") + out["count_words"]
    out["lone"] = figure.where(loose, "")
    out.loc[out["voice"] == "", "lone"] = out["claim_id"]


def _first_end(out: pd.DataFrame) -> "pd.Series[float]":
    """Return where the spell of each closed figure ended when it was first told.

    "745 from 6 to 8 March", and later "1,383 from 6 to 12 March", is one figure that goes on: the later
    one begins on the same day, ends later, was published later and is no smaller. A single day, and a
    row of an event table, is told once and for all.
    """
    keys = ["voice", "measure", "unit", "group_key", "place_key", "ends_key", "start"]
    spells = out[
        (out["kind"] == Kind.FLOW)
        & (out["end"] > out["start"])
        & out["row_key"].isna()
        & out["why_not"].isna()
        & (out["voice"] != "")
        & (out["place_key"] + out["ends_key"] != ">")
    ]
    by = spells.groupby([*keys, "end"])
    told = pd.DataFrame({"known": by["known"].min(), "best": by["best"].max()}).reset_index()
    before = told.groupby(keys)[["known", "best"]].shift()
    goes_on = (told["known"] > before["known"]) & (told["best"] >= before["best"])
    told["first"] = told["end"].where(~goes_on).groupby([told[key] for key in keys]).ffill()
    ends = told.set_index([*keys, "end"])["first"]
    found = ends.reindex(pd.MultiIndex.from_frame(spells[[*keys, "end"]]))
    first = pd.Series(found.to_numpy(), index=spells.index)
    return first.reindex(out.index).fillna(out["end"])


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
            "sum",
            "spell_start",
            "spell_end",
            "lone",
        ]
    ].assign(row_key=out["row_key"].astype("str").fillna(""))
    return keys.groupby(list(keys.columns), dropna=False, sort=False).ngroup()
