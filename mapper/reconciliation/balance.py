"""What came in and what went out of each place, and how running figures moved."""

import numpy as np
import pandas as pd

from mapper.model import Kind
from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.columns import as_days, days_of

__all__ = ["balance", "differences"]

_BOUNDS = ("low", "best", "high")
_KEYS = ["voices", "unit", "kind", "measure"]


def balance(flows: pd.DataFrame) -> pd.DataFrame:
    """Return, for each place and voice, what left it, where to, and what came in.

    Never across voices, units, kinds or measures. Only the outermost flows are counted, since a part
    of a larger flow is in it already; of several between the same two ends the largest stands.

    Parameters
    ----------
    flows : DataFrame
        The flows table.

    Returns
    -------
    DataFrame
        One row a place, voice, unit, kind and measure: ``out_*`` (all that left),
        ``out_known_*`` (for a known destination), ``out_unknown_*`` (for an unknown one), ``in_*``,
        ``in_unknown_*`` (from an unknown origin) and ``balance`` (best in minus best out; null if
        either is unknown). Always out = out_known + out_unknown, where the bounds are known.

    Examples
    --------
    >>> moved = pd.DataFrame({"origin_name": ["A", "A"], "destination_name": ["B", None],
    ...     "unit": "person", "kind": "flow", "measure": "displaced", "contained_in": None,
    ...     "voices": "UNHCR",
    ...     "count_low": [5, 2], "count_best": [5, 2], "count_high": [5, None]})
    >>> balance(moved)[["place", "out_low", "out_unknown_low", "in_low", "balance"]]
      place  out_low  out_unknown_low  in_low  balance
    0     A        7                2    <NA>     <NA>
    1     B     <NA>             <NA>       5     <NA>
    """
    whole = flows[flows["contained_in"].isna()].copy()
    for end in ("origin", "destination"):
        place_id = whole.get(f"{end}_id", pd.Series(None, index=whole.index, dtype="object"))
        whole[end] = whole[f"{end}_name"].fillna(place_id)
    whole[_KEYS] = whole[_KEYS].fillna("")
    # Two figures of one voice between the same ends and of the same days are not two crowds.
    whole["spell"] = _spells(whole)
    whole = whole.sort_values("count_best", ascending=False, kind="stable")
    whole = whole.drop_duplicates([*_KEYS, "origin", "destination", "spell"])
    known = whole["destination"].notna()
    parts = {
        "out": ("origin", whole),
        "out_known": ("origin", whole[known]),
        "out_unknown": ("origin", whole[~known]),
        "in": ("destination", whole),
        "in_unknown": ("destination", whole[whole["origin"].isna()]),
    }
    columns = {
        f"{name}_{bound}": _sum(some.rename(columns={end: "place"}), f"count_{bound}")
        for name, (end, some) in parts.items()
        for bound in _BOUNDS
    }
    if whole.empty:
        return pd.DataFrame(columns=["place", "voice", *_KEYS[1:], *columns, "balance"])
    out = pd.DataFrame(columns).astype("Int64")
    out["balance"] = out["in_best"] - out["out_best"]
    return out.sort_index().reset_index(names=["place", *_KEYS]).rename(columns={"voices": "voice"})


def _spells(flows: pd.DataFrame) -> "pd.Series[int]":
    """Give spells numbers, a new one where nothing before overlaps, between the same ends.

    A running total overlaps all others; a year's flow does not overlap the next year's.
    """
    none = pd.Series(pd.NaT, index=flows.index)
    start, end = (
        days_of(pd.to_datetime(flows.get(f"period_{side}", none))) for side in ("start", "end")
    )
    closed = flows["kind"].isin([Kind.FLOW, Kind.DELTA]).to_numpy()
    ends = flows[[*_KEYS, "origin", "destination"]].fillna("")
    frame = pd.DataFrame(
        {
            "ends": ends.groupby(list(ends.columns), sort=False).ngroup(),
            "start": np.where(closed & ~np.isnan(start), start, -np.inf),
            "end": np.where(closed & ~np.isnan(end), end, np.inf),
        },
        index=flows.index,
    ).sort_values(["ends", "start", "end"], kind="stable")
    before = frame.groupby("ends")["end"].cummax().groupby(frame["ends"]).shift()
    after = (frame["start"] > before).astype("int64")
    return after.groupby(frame["ends"]).cumsum()


def _sum(rows: pd.DataFrame, name: str) -> "pd.Series[float]":
    """Add a bound over flows; one that is unknown makes the sum unknown."""
    values = rows[name].astype("Float64").astype("float64")
    return values.groupby([rows[key] for key in ("place", *_KEYS)]).agg(
        lambda some: some.sum(skipna=False)
    )


def differences(claims: pd.DataFrame | Books) -> pd.DataFrame:
    """Return what running totals moved by between two days: flows that nobody published.

    Parameters
    ----------
    claims : DataFrame or Books
        The claims table, or its books.

    Returns
    -------
    DataFrame
        One row a step of a cumulative series: ``voice``, ``measure``, ``unit``, ``group``,
        ``place_name``, ``period_start`` (day after the earlier figure), ``period_end``,
        ``count_best`` (null for a fall), ``revision`` (how far it fell, else null), ``claims`` and
        ``note``. A lower bound ("more than") has no difference.
    """
    rows = opened(claims).rows
    told = rows[
        rows["why_not"].isna()
        & (rows["same_as"] == rows["claim_id"])
        & (rows["kind"] == Kind.CUMULATIVE)
        & (rows["low"] == rows["high"])
    ].sort_values(["scope", "order", "first_known", "best", "claim_id"], kind="stable")
    before = told.groupby("scope")[["best", "order", "claim_id"]].shift(1)
    later = before["best"].notna() & before["order"].notna() & told["order"].notna()
    told, before = told[later], before[later]
    step = told["best"] - before["best"]
    out = pd.DataFrame(
        {
            "voice": told["voice_name"],
            "measure": told["measure"],
            "unit": told["unit"],
            "group": told["group"],
            "place_name": told["place_name"],
            "period_start": as_days(before["order"] + 1),
            "period_end": as_days(told["order"]),
            "count_best": step.where(step >= 0).astype("Int64"),
            "revision": (-step).where(step < 0).astype("Int64"),
            "claims": before["claim_id"] + "|" + told["claim_id"],
            "note": np.where(
                step < 0,
                "revision: the total was corrected downwards",
                "difference of two running totals; nobody published it",
            ),
        }
    )
    return out.reset_index(drop=True)
