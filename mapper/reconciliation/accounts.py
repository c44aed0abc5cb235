"""One voice's account of one event: what it says of the killed and the injured, in one row.

A row of an event table is one account, whatever was counted in it. In a text, figures of one voice
for one place, group and spell are one account.
"""

import numpy as np
import pandas as pd

from mapper.model import Measure
from mapper.reconciliation.figures import ladder
from mapper.reconciliation.ledger import DEATHS

__all__ = ["accounts", "told_deaths"]

_MEASURES = {str(Measure.KILLED): "deaths", str(Measure.INJURED): "injured"}


def told_deaths(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the claims that incidents are made of, each with the number of its ``account``.

    Superseded figures are kept (an incident rests on them too); what was taken back is kept as
    ``retracted``.
    """
    told = rows[rows["measure"].isin(DEATHS) & (rows["why_not"].isna() | rows["retracted"])].copy()
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
    counted = told[told["current"] | told["retracted"]]
    first = counted.sort_values(["account", "rank", "claim_id"], kind="stable")
    keep = [
        "voice",
        "voice_name",
        "independent",
        "party",
        "table_key",
        "place_key",
        "place_name",
        "rank",
        "pointlike",
        "lat",
        "lon",
        "group_key",
        "row",
        "retracted",
    ]
    out = first.drop_duplicates("account").set_index("account")[keep]
    by = counted.groupby("account")
    out["start"], out["end"] = by["start"].min(), by["end"].max()
    out["rung"] = by["rung"].min()
    out["retracted"] = by["retracted"].all()
    for measure, name in _MEASURES.items():
        figure = _summed(counted[counted["measure"] == measure])
        for end in ("low", "best", "high"):
            out[f"{name}_{end}"] = figure[end]
    civilian = (counted["measure"] == Measure.KILLED) & (counted["group_key"] == "civilian")
    figure = _summed(counted[civilian])
    out["civilians_low"], out["civilians_high"] = figure["low"], figure["high"]
    return out


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
    more = more.sort_values(["account", "best"], kind="stable")
    more = more.drop_duplicates(["account", "group_key"], keep="last")
    added = more["side"] == 1
    total = more[added].groupby("account")[bounds].sum(min_count=1)
    largest = more[~added].drop_duplicates("account", keep="last").set_index("account")[bounds]
    return pd.concat([one, total, largest])
