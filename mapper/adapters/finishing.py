"""Drafts -> the claims table: each claim with its row, no row silent, no id twice."""

from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from mapper.adapters.codes import codes
from mapper.adapters.counting import COLUMNS
from mapper.adapters.rows import Rows
from mapper.model import Precision
from mapper.schema import CLAIMS, CRS, conform, joined, split

__all__ = ["finish"]

_FINE = [str(precision) for precision in Precision if precision.pointlike]


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
        The claims table; beside it source_row, given_lat and given_lon, and the source's own
        figures: given_low, given_best, given_high and the columns they stand in.
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
    if COLUMNS in claims:
        claims = _as_written(claims, rows)
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


def _as_written(claims: pd.DataFrame, rows: Rows) -> pd.DataFrame:
    """Name the columns of given figures as the file does; a figure may stand in two, ``a+b``."""
    headers = rows.sheet.written
    cells = claims[COLUMNS].astype("str")
    names = {
        cell: joined(
            "+".join(headers.get(name, name) for name in column.split("+"))
            for column in split(cell)
        )
        for cell in cells.dropna().unique()
    }
    claims[COLUMNS] = cells.map(names).astype("str")
    for end in ("given_low", "given_best", "given_high"):
        if end in claims:
            figures = claims[end].astype("Float64")
            # A few sources count in shares of a person.
            whole = bool((figures.dropna() % 1 == 0).all())
            claims[end] = figures.astype("Int64") if whole else figures
    return claims


def _codes(claims: pd.DataFrame, rows: Rows) -> "pd.Series[str]":
    """Give the first claim of a row all cells, and the others the row."""
    at = claims["source_row"].to_numpy()
    first = ~claims["source_row"].duplicated().to_numpy()
    frame = rows.sheet.frame
    told = frame.index.isin(at)
    whole = codes(frame if told.all() else frame[told], rows.sheet.written)
    short = pd.Series([f'{{"row":{row}}}' for row in whole.index], dtype="str")
    # The whole rows stand first, the short ones behind them: one look-up gives each claim its own.
    both = pd.concat([whole, short], ignore_index=True)
    place = whole.index.get_indexer(pd.Index(at)) + np.where(first, 0, len(whole))
    written = both.take(place).set_axis(claims.index)
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
