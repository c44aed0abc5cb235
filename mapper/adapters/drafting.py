"""Columns of a source -> columns of claims: counts in order, periods, places, ids.

An adapter hands back frames made by `draft`; `finish` turns all of them into the claims table, gives
each claim its row of the source, and sees to it that no row is silent and no id stands twice.
"""

from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import pandas as pd

from mapper.adapters.codes import codes
from mapper.adapters.rows import Rows, holds
from mapper.model import Precision
from mapper.schema import CLAIMS, CRS, conform, joined

__all__ = ["counted", "draft", "finish", "joined_id", "placed", "spanned", "succeeded"]

_FINE = [str(precision) for precision in Precision if precision.pointlike]


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


def counted(
    low: "pd.Series[int] | None" = None,
    best: "pd.Series[int] | None" = None,
    high: "pd.Series[int] | None" = None,
    *,
    rule: str,
) -> dict[str, Any]:
    """Return count_low, count_best, count_high, qualifier and count_rule of a source's figures.

    Where low ≤ best ≤ high does not hold, best stays, and low and high are widened to hold all
    three; the rule says so, and the figures as written stay in the source codes. Equal bounds are
    exact, unlike bounds a range; what the source does not give stays null.

    >>> numbers = [pd.Series([value], dtype="Int64") for value in (9, 5, 7)]
    >>> {name: column.tolist() for name, column in counted(*numbers, rule="ucdp").items()}
    {'count_low': [5], 'count_best': [5], 'count_high': [9], 'qualifier': ['range'], 'count_rule': ['ucdp:ordered']}
    """
    given = next(series for series in (low, best, high) if series is not None)
    nothing = pd.Series(pd.NA, index=given.index, dtype="Int64")
    figures = pd.concat(
        [nothing if series is None else series for series in (low, best, high)],
        axis="columns",
        keys=["low", "best", "high"],
    )
    least, most = figures.min(axis="columns"), figures.max(axis="columns")
    broken = holds(figures["low"] > least) | holds(figures["high"] < most)
    bounds = {
        "count_low": figures["low"].mask(figures["low"].notna(), least),
        "count_high": figures["high"].mask(figures["high"].notna(), most),
    }
    exact = holds(bounds["count_low"] == bounds["count_high"])
    known = figures.notna().any(axis="columns")
    has_low, has_high = bounds["count_low"].notna(), bounds["count_high"].notna()
    qualifier = pd.Series("unspecified", index=given.index, dtype="str")
    qualifier = qualifier.mask(has_low & ~has_high, "at_least").mask(has_high & ~has_low, "up_to")
    qualifier = qualifier.mask(has_low & has_high, "range").mask(exact, "exact")
    rules = pd.Series(rule, index=given.index, dtype="str").mask(broken, f"{rule}:ordered")
    return {
        "count_low": bounds["count_low"],
        # Equal bounds leave no other value for the best.
        "count_best": figures["best"].fillna(bounds["count_low"].where(exact)),
        "count_high": bounds["count_high"],
        "qualifier": qualifier,
        "count_rule": rules.where(known),
    }


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
    single = not frame.duplicated(["key", "day"]).any()
    of_day = frame.groupby(["key", "day"], sort=True)["id"]
    # Several figures of one day (one an origin) are superseded together.
    days = of_day.first() if single else of_day.agg(joined)
    before = days.groupby(level="key").shift().rename("before")
    follows = frame.join(before, on=["key", "day"])["before"]
    return follows.reindex(ids.index).astype("str")


def finish(
    rows: Rows, drafts: Sequence[pd.DataFrame], *, identified: bool = True
) -> gpd.GeoDataFrame:
    """Return drafts as the claims table, in the order of the rows.

    Parameters
    ----------
    rows : Rows
        The source; what is wrong is refused there.
    drafts : sequence of DataFrame
        Made by `draft`, the most important first. Ids are stable and readable.
    identified : bool
        Whether the source gives its rows ids. A row that is the same in every cell as one before it
        is then refused as a copy; without ids it may be a second event, and stays.

    Returns
    -------
    GeoDataFrame
        The claims table, with source_row, given_lat, given_lon beside it.
    """
    copies = rows.frame.duplicated() if identified else pd.Series(data=False, index=rows.index)
    rows.refuse(copies, "", "the same row stands there already", "nothing: the first one is kept")
    none = pd.DataFrame({"claim_id": pd.Series(dtype="str")}, index=rows.index[:0])
    claims = pd.concat([frame for frame in drafts if len(frame)] or [none])
    claims.index = claims.index.rename("source_row")
    claims = claims[~claims.index.isin(rows.index[copies])]
    claims = claims.sort_index(kind="stable").reset_index()
    spoken = pd.concat([claims["source_row"], rows.refused()["row"]])
    rows.refuse(
        ~pd.Series(rows.index.isin(spoken.dropna().astype("int64")), index=rows.index),
        "",
        "no figure in this row",
        "nothing, if it has none; else name its columns in a column map",
    )
    claims = _unique(claims)
    claims["source_codes"] = _codes(claims, rows)
    claims["geometry"] = _points(claims, rows)
    nothing = pd.Series(pd.NA, index=claims.index, dtype="str")
    given = claims["geometry"].notna() & claims.get("match_tier", nothing).isna()
    for name, words in (
        ("match_tier", "given"),
        ("match_reason", "coordinates given by the source"),
    ):
        claims[name] = claims.get(name, nothing).mask(given, words)
    return conform(claims, CLAIMS)


def _unique(claims: pd.DataFrame) -> pd.DataFrame:
    """Give an id that stands there already the number of its row behind it, and say so.

    ``acled:XXA1:killed`` of row 6 becomes ``acled:XXA1~6:killed``: the second row is another one.
    """
    if "claim_id" not in claims or not claims["claim_id"].duplicated().any():
        return claims
    rows, ids = claims["source_row"], claims["claim_id"]
    first_row = claims.groupby("claim_id")["source_row"].transform("first")
    twice, other = ids.duplicated(), rows != first_row
    if "contained_in" in claims:
        # A whole of the same row gets the same number; a whole of another row keeps its id.
        wholes = pd.MultiIndex.from_arrays([rows, claims["contained_in"]])
        inside = other & wholes.isin(pd.MultiIndex.from_arrays([rows, ids]))
        claims["contained_in"] = claims["contained_in"].mask(
            inside, _numbered(claims["contained_in"], rows)
        )
    claims["claim_id"] = ids.mask(other, _numbered(ids, rows))
    claims["id_note"] = pd.Series(pd.NA, index=claims.index, dtype="str").mask(
        twice, "the source gives this id to an earlier row too: row " + first_row.astype("str")
    )
    again = claims["claim_id"].duplicated()
    if again.any():
        number = claims.groupby("claim_id").cumcount().astype("str")
        claims["claim_id"] = claims["claim_id"].mask(again, claims["claim_id"] + "." + number)
    return claims


def _numbered(ids: "pd.Series[str]", rows: "pd.Series[int]") -> "pd.Series[str]":
    parts = ids.astype("str").str.extract(r"(?s)^([^:]*(?::[^:]*)?)(.*)$")
    return parts[0] + "~" + rows.astype("str") + parts[1]


def _codes(claims: pd.DataFrame, rows: Rows) -> "pd.Series[str]":
    """Give the first claim of a row all cells, and the others the row."""
    whole = codes(rows.sheet.frame, rows.sheet.headers)
    first = ~claims["source_row"].duplicated()
    at = rows.index.get_indexer(pd.Index(claims["source_row"]))
    written = pd.Series(whole.array.take(at), index=claims.index)
    short = '{"row":' + claims["source_row"].astype("str") + "}"
    written = written.where(first, short)
    # A claims table that is read again brings the codes of its first source along.
    return claims["source_codes"].fillna(written) if "source_codes" in claims else written


def _points(claims: pd.DataFrame, rows: Rows) -> Any:
    if rows.sheet.geometry is not None and "given_lat" not in claims:
        shapes = claims["source_row"].map(rows.sheet.geometry)
        return gpd.GeoSeries(shapes, index=claims.index, crs=CRS)
    if "given_lat" not in claims:
        return gpd.GeoSeries([None] * len(claims), index=claims.index, crs=CRS)
    fine = (
        claims["precision"].isin(_FINE) & claims["given_lat"].notna() & claims["given_lon"].notna()
    )
    points = pd.Series(None, index=claims.index, dtype="object")
    at = claims.loc[fine]
    points.loc[fine] = gpd.points_from_xy(
        at["given_lon"].astype("float64"), at["given_lat"].astype("float64")
    )
    return gpd.GeoSeries(points, index=claims.index, crs=CRS)
