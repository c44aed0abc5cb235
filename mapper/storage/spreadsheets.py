"""Tables as people and spreadsheets read them: plain cells, and CSV.

Days are ISO 8601, the geometry is WKT, and an apostrophe stands before any text that a spreadsheet
would run as a formula; reading takes it off again. A CSV is UTF-8 with a byte order mark, and its
lines end as RFC 4180 has it, so that a bare carriage return in a text is quoted too.
"""

import csv
import io
import re
from pathlib import Path

import geopandas as gpd
import pandas as pd

from mapper.errors import TableError
from mapper.schema import CRS, Dtype, Table
from mapper.storage.decoding import decode

__all__ = ["formula_safe", "plain", "read_cells", "read_csv", "unguarded", "write_csv"]

# What a spreadsheet takes for the start of a formula; the apostrophe keeps the guard reversible. Where
# semicolons stand between cells, one begins behind a semicolon or in a new line too, quoted or not.
_FORMULA = r"(^|[;\n\r])(?=['=+\-@\t\r])"
_GUARD = r"(^|[;\n\r])'(?=['=+\-@\t\r])"

_ISO = re.compile(r"\d{4}-\d\d?-\d\d?")
_MIDNIGHT = r" 0?0:00(?::00)?$"
_ORDERS = ("%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d", "%d/%m/%y", "%m/%d/%y", "%y/%m/%d")


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table with nothing but text, numbers, flags and nulls in its cells.

    >>> from mapper.schema import CLAIMS, conform
    >>> plain(conform([{"claim_id": "c1", "as_of": "2025-03-09"}], CLAIMS))["as_of"].tolist()
    ['2025-03-09']
    """
    out = pd.DataFrame(frame).copy()
    for name in out.columns:
        values = out[name]
        if isinstance(values.dtype, gpd.array.GeometryDtype):
            # As many digits as a coordinate has: what is read again is where it was.
            out[name] = gpd.GeoSeries(values, crs=CRS).to_wkt(rounding_precision=-1).astype("str")
        elif pd.api.types.is_datetime64_any_dtype(values):
            out[name] = values.dt.strftime("%Y-%m-%d")
        elif values.dtype == object:
            out[name] = values.astype("str")
    return out


def formula_safe(frame: pd.DataFrame) -> pd.DataFrame:
    """Return plain cells with an apostrophe before what a spreadsheet would run.

    >>> formula_safe(pd.DataFrame({"quote": ["=1+1", "12 killed"]}))["quote"].tolist()
    ["'=1+1", '12 killed']
    """
    out = frame.copy()
    for name in out.columns:
        if isinstance(out[name].dtype, pd.StringDtype):
            out[name] = out[name].str.replace(_FORMULA, r"\1'", regex=True)
    # A column's name is a cell too.
    return out.set_axis(out.columns.astype("str").str.replace(_FORMULA, r"\1'", regex=True), axis=1)


def write_csv(frame: pd.DataFrame, path: Path, table: Table | None = None) -> None:
    """Write a frame as CSV; cells as `plain` and `formula_safe` give them."""
    del table
    cells = formula_safe(plain(frame))
    cells.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n")


def read_cells(path: Path) -> pd.DataFrame:
    """Return a CSV's cells as text without the guards; null where empty. Empty rows are none."""
    # A spreadsheet saves a table in the letters of its country unless it is told otherwise.
    text, _ = decode(path.read_bytes(), path.name)
    if not text.strip():
        raise ValueError("the file is empty")
    # What a spreadsheet is told about the file is no line of the table.
    text = re.sub(r"\A\"?sep=.\"?\r?\n", "", text)
    # Where a comma divides decimals, spreadsheets put semicolons between cells.
    between = max(",;\t", key=text.partition("\n")[0].count)
    try:
        header = [name for name in next(csv.reader(io.StringIO(text), delimiter=between)) if name]
    except csv.Error as error:
        raise ValueError("its header opens a quote that is never closed") from error
    if twice := [name for name in header if header.count(name) > 1]:
        raise ValueError(f"its header names {twice[0]!r} twice")
    try:
        rows = pd.read_csv(io.StringIO(text), sep=between, dtype="str", keep_default_na=False)
    except pd.errors.ParserError as error:
        if unclosed := re.search(r"EOF inside string starting at row (\d+)", str(error)):
            where = f"row {unclosed[1]}" if unclosed[1] != "0" else "its header"
            raise ValueError(f"{where} opens a quote that is never closed") from error
        found = re.search(r"Expected (\d+) fields in line (\d+), saw (\d+)", str(error))
        if found is None:
            raise
        width, line, cells = found.groups()
        raise ValueError(f"line {line} has {cells} cells where the header has {width}") from error
    rows = rows.replace("", None)
    rows = unguarded(rows.dropna(how="all", ignore_index=True))
    return rows.set_axis(rows.columns.str.replace(_GUARD, r"\1", regex=True), axis=1)


def unguarded(frame: pd.DataFrame) -> pd.DataFrame:
    """Return cells of text without the apostrophes that `formula_safe` put there.

    >>> unguarded(pd.DataFrame({"quote": ["'=1+1", "12;'-1"]}, dtype="str"))["quote"].tolist()
    ['=1+1', '12;-1']
    """
    return pd.DataFrame(
        {name: frame[name].str.replace(_GUARD, r"\1", regex=True) for name in frame.columns},
        index=frame.index,
    )


def read_csv(path: Path, table: Table) -> pd.DataFrame:
    """Return a CSV's cells as text without the guards; the geometry as shapely's."""
    rows = read_cells(path)
    if not set(rows.columns) & set(table.names):
        # A spreadsheet's tidy headings: Claim ID.
        rows.columns = rows.columns.str.strip().str.lower().str.replace(" ", "_")
    if not set(rows.columns) & set(table.names):
        raise ValueError(f"it has no column of that table, such as {table.names[0]}")
    days = [c.name for c in table.columns if c.dtype is Dtype.DAY and c.name in rows]
    rows[days] = _iso_days(rows[days])
    if "geometry" in rows and table.spatial:
        rows["geometry"] = gpd.GeoSeries.from_wkt(rows["geometry"], crs=CRS)
    return rows


def _iso_days(cells: pd.DataFrame) -> pd.DataFrame:
    """Return days as ISO 8601 has them, where a spreadsheet wrote them as its country does.

    The one order of day, month and year in which all of them are days is theirs.

    Raises
    ------
    TableError
        If they are days in more than one order, and not the same days.
    """
    written = pd.Series(cells.to_numpy().ravel()).dropna().unique()
    strange = pd.Series([day for day in written if not _ISO.match(day)], dtype="str")
    plain_days = strange.str.replace(_MIDNIGHT, "", regex=True).str.replace(
        r"[.-]", "/", regex=True
    )
    orders = [pd.to_datetime(plain_days, format=order, errors="coerce") for order in _ORDERS]
    found = [days.dt.strftime("%Y-%m-%d") for days in orders if len(days) and days.notna().all()]
    if not found:
        return cells
    for other in found[1:]:
        at = (other != found[0]).to_numpy().nonzero()[0]
        if len(at):
            raise TableError(
                f"{strange[at[0]]!r} may be {found[0][at[0]]} or {other[at[0]]}; "
                "write days as 2025-03-09 (in a spreadsheet: the number format YYYY-MM-DD)"
            )
    return cells.replace(dict(zip(strange, found[0], strict=True)))
