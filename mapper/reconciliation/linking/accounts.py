"""One voice's account of one event: what it says of the killed and the injured, in one row.

A row of an event table is one account, whatever was counted in it. In a text, figures of one voice
for one place, group and spell are one account.
"""

import numpy as np
import pandas as pd

from mapper.model import Measure, Precision
from mapper.reconciliation.figures import ladder
from mapper.reconciliation.ledger import DEATHS

__all__ = ["accounts", "one_a_table", "told_deaths"]

_KEPT = [
    "claim_id",
    "voice",
    "voice_name",
    "independent",
    "party",
    "table_key",
    "place_key",
    "place_name",
    "place_said",
    "place_details",
    "rank",
    "pointlike",
    "lat",
    "lon",
    "given_lat",
    "given_lon",
    "group_key",
    "group_is",
    "actor",
    "row",
    "retracted",
    "summary",
    "kind",
    "up_to",
]
_MEASURES = {str(Measure.KILLED): "deaths", str(Measure.INJURED): "injured"}


def told_deaths(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the claims that incidents are made of, each with the number of its ``account``.

    Superseded figures are kept (an incident rests on them too); what was taken back is kept as
    ``retracted``. A published sum over an area and a month is nobody's account of an event.
    """
    counts = rows["why_not"].isna() | rows["retracted"]
    told = rows[rows["measure"].isin(DEATHS) & counts & ~rows["sum"]].copy()
    by_scope = [
        "voice",
        "group_key",
        "place_key",
        "kind",
        "start",
        "spell_end",
        "lone",
    ]
    event = told["row_key"].notna()
    key = pd.Series("", index=told.index, dtype="object")
    key[event] = told.loc[event, "table_key"].astype("str") + "#" + told.loc[event, "row_key"]
    frame = told[by_scope].astype({"lone": "str"})
    frame = frame.assign(row=key)
    for name in ("voice", "group_key", "place_key", "kind", "lone"):
        frame[name] = frame[name].where(~event, "")
    for name in ("start", "spell_end"):
        frame[name] = frame[name].where(~event, np.nan)
    told["account"] = frame.groupby(list(frame.columns), dropna=False, sort=False).ngroup()
    # What stands in a figure's place says whose account it belongs to.
    folded = told["folded"] >= 0
    into = told["account"].reindex(told.loc[folded, "folded"]).set_axis(told.index[folded])
    told.loc[folded, "account"] = into.fillna(told["account"]).astype("int64")
    told["rung"] = ladder(told["qualifier"], told["verification"])
    return told


def accounts(told: pd.DataFrame) -> pd.DataFrame:
    """Return one row an account.

    Returns
    -------
    DataFrame
        Index ``account``: ``voice``, ``party``, ``table_key``, ``place_key``, ``rank``,
        ``pointlike``, ``lat``, ``lon``, ``start``, ``end``, ``group_key``, ``rung``, ``row`` (row
        of the claims table that places it), and ``deaths_*``, ``injured_*``, ``civilians_*``.
    """
    # What was taken back counts only where nothing else is left.
    taken_back = told["retracted"] & ~told["account"].isin(told.loc[told["current"], "account"])
    counted = told[told["current"] | taken_back]
    # A part of the same row, or what a belligerent concedes of it, is no figure of its own.
    inner = counted["row_key"].notna() & counted["inside_row"]
    if not (inner & ~counted["account"].isin(counted.loc[~inner, "account"])).any():
        counted = counted[~inner]
    counted = counted[~_within_itself(counted)]
    # The killed come first: an account is known by them.
    keys, rising = ["account", "rank", "measure", "claim_id"], [True, True, False, True]
    first = counted.sort_values(keys, ascending=rising, kind="stable")
    out = first.drop_duplicates("account").set_index("account")[_KEPT]
    by = counted.groupby("account")
    out["start"], out["end"] = by["start"].min(), by["end"].max()
    out["rung"] = by["rung"].min()
    out["retracted"] = by["retracted"].all()
    for measure, name in _MEASURES.items():
        figure = _summed(counted[counted["measure"] == measure])
        for end in ("low", "best", "high"):
            out[f"{name}_{end}"] = figure[end]
    civil = told["group_key"] == "civilian"
    civilians = told[told["current"] & (told["measure"] == Measure.KILLED) & civil]
    figure = _summed(civilians[~_within_itself(civilians)])
    for end in ("low", "best", "high"):
        out[f"civilians_{end}"] = figure[end]
    _add_spots(out)
    return out


def one_a_table(events: pd.DataFrame) -> pd.DataFrame:
    """Return accounts with those of one table in one incident made one: the sum of its events.

    A row of another table names them together as what it tells of, and their own coders have told
    them apart, so that nobody is counted twice.

    Parameters
    ----------
    events : DataFrame
        The `accounts`, with ``incident``.
    """
    twice = events.duplicated(["incident", "table_key"], keep=False) & (events["table_key"] != "")
    if not twice.any():
        return events
    bounds = [f"{name}_{end}" for name in _MEASURES.values() for end in ("low", "best", "high")]
    several = events[twice]
    by = several.groupby(["incident", "table_key"], sort=False)
    one = several.drop_duplicates(["incident", "table_key"]).copy()
    # The known are a least number of all; of a best or largest number all must be known.
    total = by[bounds].transform("sum", min_count=1)
    lacking = by[bounds].transform("count").lt(by["row"].transform("size"), axis=0)
    lacking[[name for name in bounds if name.endswith("low")]] = False
    one[bounds] = total.mask(lacking).loc[one.index]
    one["start"] = by["start"].transform("min").loc[one.index]
    one["end"] = by["end"].transform("max").loc[one.index]
    return pd.concat([events[~twice], one])


def _within_itself(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Return which figures of a text are parts of one in the same account, which they cannot widen.

    They are there where nothing finer is known of the parts' places than of the whole's.
    """
    whole = rows["parent"]
    same = [whole.map(rows[name]) == rows[name] for name in ("account", "measure")]
    return same[0] & same[1] & rows["row_key"].isna()


def _add_spots(out: pd.DataFrame) -> None:
    """Say which accounts may be held against each other by distance."""
    unplaced = (out["rank"] == Precision.UNPLACED.rank()) & (out["table_key"] != "")
    out["spot"] = out["pointlike"] | (unplaced & out["given_lat"].notna())
    out["lat"] = out["lat"].fillna(out["given_lat"])
    out["lon"] = out["lon"].fillna(out["given_lon"])
    out["near"] = out["rank"] == Precision.NEAR.rank()


def _summed(rows: pd.DataFrame) -> pd.DataFrame:
    """One figure an account: everybody's if stated, else the sum of groups that exclude another."""
    several = rows.duplicated("account", keep=False)
    bounds = ["low", "best", "high"]
    one = rows[~several].set_index("account")[bounds]
    if not several.any():
        return one
    more = rows[several]
    status = more["group_is"].map(lambda group: bool(group.status) and not group.people)
    more = more.assign(side=np.where(more["group_key"] == "", 0, np.where(status, 1, 2)))
    more = more[more["side"] == more.groupby("account")["side"].transform("min")]
    # Two figures of one group are a correction, or two events: never a sum.
    by_group = more.groupby(["account", "group_key"], sort=True)
    spread = by_group[["low", "best"]].min().join(by_group["high"].max())
    more = spread.join(by_group["side"].first()).reset_index()
    more = more.sort_values(["account", "best"], kind="stable")
    added = more["side"] == 1
    total = more[added].groupby("account")[bounds].sum(min_count=1)
    largest = more[~added].drop_duplicates("account", keep="last").set_index("account")[bounds]
    return pd.concat([one, total, largest])
