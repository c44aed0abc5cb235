"""Any rows -> a table of the contract."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, NamedTuple

import geopandas as gpd
import pandas as pd

from mapper.errors import TableError
from mapper.model import Claim, Report
from mapper.schema.cells import joined
from mapper.schema.columns import CRS, Column, Dtype, Table
from mapper.schema.tables import CLAIMS, REPORTS, TABLES, TEXTS

__all__ = ["Reading", "conform", "conform_all", "from_claims", "from_reports", "texts_of"]

# Beyond it a figure is no longer told apart from its neighbours.
_MOST = 2**53


class Reading(NamedTuple):
    """What reading reports or tables gives: claims in = ``claims`` + ``refused``."""

    claims: gpd.GeoDataFrame
    reports: pd.DataFrame
    refused: pd.DataFrame


def conform(
    rows: pd.DataFrame | Sequence[Mapping[str, Any]], table: Table
) -> pd.DataFrame | gpd.GeoDataFrame:
    """Return rows as the table: its columns first and in order, its dtypes, more columns kept.

    Parameters
    ----------
    rows : DataFrame or sequence of mappings
        Columns that are absent become null; geometry is shapely's, EPSG:4326, or a GeoDataFrame's
        own under any name and in any coordinate system.
    table : Table
        The contract.

    Returns
    -------
    DataFrame or GeoDataFrame
        A `GeoDataFrame` in EPSG:4326 if the table has a geometry. The index is fresh.

    Raises
    ------
    TableError
        If a value cannot be what its column says.

    Examples
    --------
    >>> claims = conform([{"claim_id": "c1", "count_low": 12}], CLAIMS)
    >>> claims["count_low"].tolist(), claims["count_high"].tolist(), claims.crs.to_epsg()
    ([12], [<NA>], 4326)
    >>> len(conform([], CLAIMS))
    0
    """
    if table.spatial and isinstance(rows, gpd.GeoDataFrame) and "geometry" not in rows:
        name = rows.active_geometry_name
        rows = rows if name is None else rows.rename_geometry("geometry")
    frame = pd.DataFrame(rows).reset_index(drop=True)
    ours = {column.name: _cast(frame, column, table) for column in table.columns}
    more = {name: frame[name] for name in frame.columns if name not in ours}
    result = pd.DataFrame({**ours, **more}, index=frame.index)
    if table.spatial:
        return gpd.GeoDataFrame(result, geometry="geometry", crs=CRS)
    return result


def conform_all(tables: Mapping[str, Any]) -> dict[str, Any]:
    """Return every table of the contract with every column; what is absent has no rows.

    >>> tables = conform_all({"claims": [{"claim_id": "c1"}]})
    >>> len(tables["claims"]), len(tables["flows"])
    (1, 0)
    """
    return {name: conform(tables.get(name, []), table) for name, table in TABLES.items()}


def _cast(frame: pd.DataFrame, column: Column, table: Table) -> Any:
    if column.dtype is Dtype.GEOMETRY:
        values: Any = frame[column.name] if column.name in frame else [None] * len(frame)
        try:
            if isinstance(getattr(values, "dtype", None), gpd.array.GeometryDtype):
                shapes = gpd.GeoSeries(values)
                shapes = shapes.to_crs(CRS) if shapes.crs else shapes.set_crs(CRS)
            else:
                shapes = gpd.GeoSeries(values, index=frame.index, crs=CRS)
            # An empty shape is nowhere, and nowhere is null.
            empty = shapes.is_empty
            return shapes.where(~empty, None) if empty.any() else shapes
        except TypeError as error:
            raise TableError(
                f"table {table.name}, column {column.name} holds no shapes; "
                "leave it out, and the places are looked up"
            ) from error
    if column.name not in frame:
        return pd.Series(None, index=frame.index, dtype=column.dtype.pandas)
    values = frame[column.name]
    try:
        if column.dtype is Dtype.DAY:
            return _days(values)
        if column.dtype in (Dtype.TEXT, Dtype.LIST):
            # An empty text says nothing, and nothing is null.
            texts = values.astype("str")
            return texts.replace("", None) if (texts == "").any() else texts
        if values.dtype == object or isinstance(values.dtype, pd.StringDtype):
            values = values.replace("", None)
            if column.dtype in (Dtype.COUNT, Dtype.NUMBER):
                values = _figures(values, column)
            elif isinstance(values.dtype, pd.StringDtype):
                values = values.str.lower().map({"true": True, "false": False})
        return values.astype(column.dtype.pandas)
    except (ValueError, TypeError) as error:
        raise TableError(
            f"table {table.name}, column {column.name} ({column.meaning}): "
            f"{_wrong(values, column) or error}"
        ) from error


def _wrong(values: "pd.Series[Any]", column: Column) -> str:
    """Return the first value that a column cannot hold, where it stands and what it should be."""
    if column.dtype is Dtype.DAY:
        kind, way_out = "no day", "write it as 2025-03-09"
        fits = pd.to_datetime(values, format="ISO8601", errors="coerce").notna()
    elif column.dtype in (Dtype.COUNT, Dtype.NUMBER):
        numbers = pd.to_numeric(values, errors="coerce").astype("float64")
        kind, way_out = "no number", "write it in digits alone, as 1200"
        fits = numbers.notna()
        if column.dtype is Dtype.COUNT:
            kind = "no whole number"
            fits &= (numbers % 1 == 0) & (numbers.abs() < _MOST)
    else:
        return ""
    wrong = values[values.notna() & ~fits]
    if wrong.empty:
        return ""
    return f"{str(wrong.iloc[0])!r} in row {wrong.index[0] + 1} is {kind}; {way_out}"


def _figures(values: "pd.Series[Any]", column: Column) -> "pd.Series[Any]":
    figures: pd.Series[Any] = pd.to_numeric(values)
    if column.dtype is Dtype.COUNT and (figures.abs() >= _MOST).any():
        raise ValueError(f"more than {_MOST:,}")
    return figures


def _days(values: "pd.Series[Any]") -> Any:
    days = pd.to_datetime(values, format="ISO8601")
    if days.dt.tz is not None:
        days = days.dt.tz_localize(None)
    return days.astype("datetime64[s]").dt.normalize()


def from_claims(claims: Iterable[Claim], reports: Iterable[Report] = ()) -> gpd.GeoDataFrame:
    """Return claims as the claims table, with what their reports say of publication.

    Examples
    --------
    >>> from mapper.model import Count, Measure
    >>> claim = Claim("r:0:killed", "r", "r.txt", "3 killed", 0, 8, Measure.KILLED, count=Count.exact(3))
    >>> from_claims([claim])[["measure", "count_best", "qualifier"]]
      measure  count_best qualifier
    0  killed           3     exact
    """
    several = list(claims)
    if not several:
        return conform([], CLAIMS)
    published = {report.report_id: report.published for report in reports}
    cells: dict[str, list[Any]] = {
        name: list(map(attrgetter(attribute), several)) for name, attribute in _ATTRIBUTES.items()
    }
    for name, attribute in _CODES.items():
        cells[name] = [code and code.value for code in map(attrgetter(attribute), several)]
    for name in _LISTS:
        cells[name] = [joined(one) if one else None for one in map(attrgetter(name), several)]
    cells["published"] = list(map(published.get, cells["report_id"]))
    return conform(pd.DataFrame(cells), CLAIMS)


# Columns of the table by what they hold of a claim: as it is; the code of one of several; several.
_LISTS = ("group_class", "place_words", "contained_in", "same_as", "supersedes")
_CODES = {
    "measure": "measure",
    "kind": "kind",
    "unit": "unit",
    "qualifier": "count.qualifier",
    "period_precision": "period.precision",
    "place_role": "place_role",
    "verification": "verification",
}
_ATTRIBUTES = {
    "count_low": "count.low",
    "count_best": "count.best",
    "count_high": "count.high",
    "count_words": "count.words",
    "count_rule": "count.rule",
    "imputed": "count.imputed",
    "period_start": "period.start",
    "period_end": "period.end",
    "period_words": "period.words",
} | {
    field.name: field.name
    for field in fields(Claim)
    if field.name not in {"count", "period", *_LISTS, *_CODES}
}


def from_reports(reports: Iterable[Report]) -> pd.DataFrame:
    """Return reports as the reports table; their bodies stay behind (see `texts_of`).

    >>> len(from_reports([]))
    0
    """
    rows = [{name: getattr(report, name) for name in REPORTS.names} for report in reports]
    return conform(rows, REPORTS)


def texts_of(reports: Iterable[Report]) -> pd.DataFrame:
    """Return the bodies of reports as the texts table, in which the offsets of their claims count.

    >>> texts_of([Report("r1", "a.txt", "", body="12 killed")])["body"].tolist()
    ['12 killed']
    """
    return conform([{"report_id": one.report_id, "body": one.body} for one in reports], TEXTS)
