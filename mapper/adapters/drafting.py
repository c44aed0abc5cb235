"""Columns of a source -> columns of claims: periods, places, ids.

An adapter hands back frames made by `draft`, which `mapper.adapters.finishing` makes the claims table.
"""

from typing import Any

import pandas as pd

from mapper.adapters.rows import Rows, holds
from mapper.schema import joined

__all__ = ["draft", "joined_id", "placed", "spanned", "succeeded"]


def draft(where: "pd.Series[bool]", **columns: Any) -> pd.DataFrame:
    """Return claims for the rows where a mask holds; columns are series over all rows, or one value.

    >>> draft(pd.Series([True, False], index=[1, 2]), measure="killed", count_best=pd.Series([3, 4], index=[1, 2]))
         measure  count_best
    row
    1     killed           3
    """
    at = where.index[holds(where)]
    held = {
        name: value.loc[at] if isinstance(value, pd.Series) else value
        for name, value in columns.items()
    }
    return pd.DataFrame(held, index=at.rename("row"))


def spanned(
    rows: Rows,
    start: "pd.Series[Any]",
    end: "pd.Series[Any]",
    precision: "pd.Series[str] | str",
    *,
    column: str,
) -> dict[str, Any]:
    """Return period_start, period_end and period_precision; an end before its start is refused.

    A start without an end is a day of its own; an end without a start stays open.
    """
    wrong = holds(end < start)
    rows.refuse(wrong, column, "the period ends before it starts", "correct one of the two days")
    end = end.mask(wrong)
    whole = end.fillna(start.mask(wrong))
    if not isinstance(precision, pd.Series):
        precision = pd.Series(precision, index=start.index, dtype="str")
    precision = precision.mask(start.isna() | whole.isna(), "open")
    return {
        "period_start": start,
        "period_end": whole,
        "period_precision": precision.mask(start.isna() & whole.isna()),
    }


def placed(
    rows: Rows,
    precision: "pd.Series[str]",
    coordinates_are: "pd.Series[str]",
    *,
    lat: str = "latitude",
    lon: str = "longitude",
) -> dict[str, Any]:
    """Return precision, coordinates_are, given_lat and given_lon from a source's coordinates.

    The coordinates are kept as they were given; only where the place is as fine as *near* do they
    become a point. (0, 0) and what lies off the globe are refused.
    """
    north, east = rows.degrees(lat), rows.degrees(lon)
    off = holds((north.abs() > 90) | (east.abs() > 180))
    rows.refuse(off, (lat, lon), "off the globe", "latitude is -90 to 90, longitude -180 to 180")
    null_island = holds((north == 0) & (east == 0))
    rows.refuse(
        null_island, (lat, lon), "0, 0 is where missing coordinates end up", "leave them empty"
    )
    none = off | null_island | north.isna() | east.isna()
    return {
        "precision": precision,
        "coordinates_are": coordinates_are.mask(none),
        "given_lat": north.mask(none),
        "given_lon": east.mask(none),
    }


def joined_id(schema: str, *parts: "pd.Series[str] | str") -> "pd.Series[str]":
    """Return readable ids of parts, ``schema:a:b``; a part that is not known is left out.

    >>> joined_id("dtm", pd.Series(["7", None], dtype="str"), "displaced").tolist()
    ['dtm:7:displaced', 'dtm:displaced']
    """
    columns = [part for part in parts if isinstance(part, pd.Series)]
    ids = pd.Series(schema, index=columns[0].index, dtype="str")
    for part in parts:
        tail = (":" + part).fillna("") if isinstance(part, pd.Series) else f":{part}"
        ids = ids + tail
    return ids


def succeeded(
    ids: "pd.Series[str]", as_of: "pd.Series[Any]", *scope: "pd.Series[Any]"
) -> "pd.Series[str]":
    """Return, for successive figures of one scope, the ids of the day before: they are superseded.

    >>> ids, days = pd.Series(["a", "b"]), pd.Series(pd.to_datetime(["2025-04-15", "2025-03-15"]))
    >>> succeeded(ids, days, pd.Series(["XA01", "XA01"])).tolist()
    ['b', nan]
    """
    key = pd.util.hash_pandas_object(
        pd.concat([part.astype("str").fillna("") for part in scope], axis="columns"), index=False
    )
    frame = pd.DataFrame({"id": ids, "day": as_of, "key": key.to_numpy()}, index=ids.index)
    frame = frame[frame["day"].notna() & frame["id"].notna()]
    days = frame.groupby(["key", "day"], sort=True)["id"].first()
    # Several figures of one day (one an origin) are superseded together.
    several = frame[frame.duplicated(["key", "day"], keep=False)]
    if len(several):
        days.update(several.groupby(["key", "day"])["id"].agg(joined))
    before = days.groupby(level="key").shift().rename("before")
    follows = frame.join(before, on=["key", "day"])["before"]
    return follows.reindex(ids.index).astype("str")
