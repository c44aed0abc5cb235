"""One table in one file, by the suffix: CSV, GeoPackage, GeoJSON, GeoParquet.

Reading gives back what was written: every column with its dtype, nulls as nulls.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from mapper.errors import OutputError, TableError
from mapper.schema import CRS, Table, conform
from mapper.storage.files import written_aside
from mapper.storage.geopackage import read_layer, write_layers
from mapper.storage.spreadsheets import read_csv, write_csv

__all__ = ["as_given", "read_table", "write_table"]


def write_table(frame: pd.DataFrame, path: str | Path, table: Table) -> None:
    """Write a table to a file whose suffix says the format.

    Parameters
    ----------
    frame : DataFrame or GeoDataFrame
        Rows of the table. Columns that are not there, because a profile withheld them, stay away.
    path : str or Path
        ``.csv``, ``.gpkg``, ``.geojson`` or ``.parquet``. Replaced only when all is written.
    table : Table
        The contract of the columns.

    Raises
    ------
    OutputError
        If the suffix is none of these, or nothing can be written there.

    Examples
    --------
    >>> import tempfile
    >>> from mapper.schema import CLAIMS
    >>> path = Path(tempfile.mkdtemp()) / "claims.csv"
    >>> write_table(conform([{"claim_id": "c1", "quote": "=1+1"}], CLAIMS), path, CLAIMS)
    >>> read_table(path, CLAIMS)["quote"].tolist()
    ['=1+1']
    """
    writers: dict[str, Callable[[pd.DataFrame, Path, Table], None]] = {
        ".csv": write_csv,
        ".gpkg": _write_gpkg,
        ".geojson": _write_geojson,
        ".parquet": _write_parquet,
    }
    suffix = Path(path).suffix.lower()
    if suffix not in writers:
        raise OutputError(
            f"cannot write {path}: no format has the suffix {suffix!r}; use one of {', '.join(writers)}"
        )
    rows = as_given(frame, table)
    with written_aside(path) as aside:
        writers[suffix](rows, aside, table)


def read_table(path: str | Path, table: Table, *, whole: bool = True) -> Any:
    """Read a table from a file whose suffix says the format.

    Parameters
    ----------
    path : str or Path
        ``.csv``, ``.gpkg``, ``.geojson`` or ``.parquet``.
    table : Table
        The contract of the columns.
    whole : bool
        Whether columns that the file has not are there as null; else they stay away.

    Returns
    -------
    DataFrame or GeoDataFrame
        The columns of the table, in order, with its dtypes; more columns are kept.

    Raises
    ------
    TableError
        If the file is missing, is not what its suffix says, or holds a value its column cannot.
    """
    path = Path(path)
    if not path.is_file():
        raise TableError(f"there is no file {path}; name a table of {table.name}")
    readers: dict[str, Callable[[Path, Table], Any]] = {
        ".csv": read_csv,
        ".gpkg": _read_gpkg,
        ".geojson": _read_geojson,
        ".parquet": _read_parquet,
    }
    suffix = path.suffix.lower()
    if suffix not in readers:
        raise TableError(
            f"cannot read {path} as a table of {table.name}: no format has the suffix {suffix!r}; use one of {', '.join(readers)}"
        )
    try:
        rows = readers[suffix](path, table)
    except (ValueError, OSError, RuntimeError) as error:
        # The errors of GDAL are RuntimeErrors, with advice for programmers behind a semicolon.
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        first = first.partition("; It might help")[0].rstrip(".")
        raise TableError(
            f"cannot read {path} as a table of {table.name}: {first}; is it really {suffix}?"
        ) from error
    return conform(rows, table) if whole else as_given(rows, table)


def as_given(frame: pd.DataFrame, table: Table) -> Any:
    """Return rows with the dtypes of the table, without the columns that they came without.

    >>> from mapper.schema import REPORTS
    >>> list(as_given(pd.DataFrame({"title": ["Two days"], "more": [1]}), REPORTS).columns)
    ['title', 'more']
    """
    rows = conform(frame, table)
    # Shapes have one name here, whatever they were called there.
    shaped = isinstance(frame, gpd.GeoDataFrame) and frame.active_geometry_name is not None
    there = {*frame.columns, *(["geometry"] if shaped and table.spatial else [])}
    return rows[[name for name in rows.columns if name in there]]


def _write_gpkg(frame: pd.DataFrame, path: Path, table: Table) -> None:
    write_layers({table.name: (frame, table)}, path)


def _write_geojson(frame: pd.DataFrame, path: Path, table: Table) -> None:
    _spatial(frame).to_file(
        path, layer=table.name, driver="GeoJSON", index=False, RFC7946="YES", WRITE_BBOX="YES"
    )


def _write_parquet(frame: pd.DataFrame, path: Path, table: Table) -> None:
    del table
    _spatial(frame).to_parquet(path, index=False)


def _spatial(frame: pd.DataFrame) -> gpd.GeoDataFrame:
    if isinstance(frame, gpd.GeoDataFrame):
        return frame
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries([None] * len(frame), crs=CRS))


def _read_gpkg(path: Path, table: Table) -> Any:
    layers = [str(name) for name, _ in pyogrio.list_layers(path)]
    if table.name not in layers:
        raise ValueError(f"it has no layer {table.name}; it has {', '.join(layers) or 'none'}")
    return read_layer(path, table.name)


def _read_geojson(path: Path, table: Table) -> Any:
    del table
    return gpd.read_file(path)


def _read_parquet(path: Path, table: Table) -> Any:
    del table
    return gpd.read_parquet(path)
