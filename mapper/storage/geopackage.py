"""Tables as layers of one GeoPackage, the same bytes for the same rows.

A GeoPackage is SQLite: names of columns differ by more than case, and each row has a number, which
stands in ``row_id`` so that it never clashes with a column of ours. GDAL stamps the wall clock into
each layer; the stamp is fixed, because a file must not change when its contents do not.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from mapper.schema import CRS, Table
from mapper.storage.texts import check_text

__all__ = ["ARROW", "STAMP", "read_layer", "write_layers"]

_ROW = "row_id"
STAMP = "2000-01-01T00:00:00.000Z"
# Arrow moves a million rows in a third of the time; it comes with the extra `tables`.
ARROW = find_spec("pyarrow") is not None
# Periods are asked for as often as places; the spatial index GDAL makes by itself.
_INDEXED = ("period_start", "period_end")


def write_layers(tables: Mapping[str, tuple[pd.DataFrame, Table]], path: Path) -> None:
    """Write tables as the layers of a new GeoPackage.

    Parameters
    ----------
    tables : mapping of str to (DataFrame, Table)
        Rows and contract by the layer's name, in the order of the layers. A frame without any
        column is left out.
    path : Path
        A file that is not there yet.

    Raises
    ------
    OutputError
        If a text cannot be stored (half a character, a zero byte).
    """
    with _fixed_clock():
        for name, (frame, table) in tables.items():
            if frame.columns.empty:
                continue
            rows = _storable(frame, name)
            spatial = isinstance(rows, gpd.GeoDataFrame)
            pyogrio.write_dataframe(
                rows,
                path,
                layer=name,
                driver="GPKG",
                append=path.exists(),
                use_arrow=ARROW,
                geometry_type="Unknown" if spatial else None,
                dataset_options=None if path.exists() else {"VERSION": "1.3"},
                layer_options={"FID": _ROW, **({"GEOMETRY_NAME": "geometry"} if spatial else {})},
            )
            if set(_INDEXED) <= set(table.names) & set(rows.columns):
                _index(path, name)


def read_layer(
    path: Path,
    layer: str,
    *,
    bbox: tuple[float, float, float, float] | None = None,
    where: str | None = None,
) -> Any:
    """Return a layer as a frame, all of it or the rows in a box and under a condition.

    Parameters
    ----------
    path : Path
        The GeoPackage.
    layer : str
        Its layer.
    bbox : tuple of float, optional
        West, south, east, north in degrees; uses the spatial index. Rows without a geometry are in
        no box.
    where : str, optional
        An SQL condition.

    Returns
    -------
    DataFrame or GeoDataFrame
        In the order they were written.
    """
    rows = pyogrio.read_dataframe(
        path, layer=layer, bbox=bbox, where=where, fid_as_index=True, use_arrow=ARROW
    )
    if rows.empty:
        # Arrow hands out text without a single chunk, on which pandas cannot join.
        text = [name for name in rows.columns if isinstance(rows[name].dtype, pd.StringDtype)]
        rows = rows.astype(dict.fromkeys(text, "object")).astype(dict.fromkeys(text, "str"))
    # An index hands rows out in its own order.
    return rows.sort_index().reset_index(drop=True)


@contextmanager
def _fixed_clock() -> Iterator[None]:
    before = pyogrio.get_gdal_config_option("OGR_CURRENT_DATE")
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": STAMP})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": before})


def _index(path: Path, layer: str) -> None:
    columns = ", ".join(f'"{name}"' for name in _INDEXED)
    with closing(sqlite3.connect(path)) as database:
        database.execute(f'CREATE INDEX "{layer}_period" ON "{layer}" ({columns})')
        database.commit()


def _storable(frame: pd.DataFrame, layer: str) -> Any:
    """Return the frame with names SQLite tells apart and cells it can hold."""
    rows = frame.rename(columns=_names(frame.columns))
    for name in rows.columns:
        values = rows[name]
        if name == "geometry":
            continue
        if values.dtype == object:
            rows[name] = values = values.map(_cell, na_action="ignore").astype("str")
        if isinstance(values.dtype, pd.StringDtype):
            check_text(values, table=layer, column=name)
    if isinstance(rows, gpd.GeoDataFrame) or "geometry" not in rows:
        return rows
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=CRS)


def _names(columns: Iterable[Any]) -> dict[Any, str]:
    taken = {_ROW}
    names = {}
    for column in columns:
        name, number = str(column), 2
        while name.casefold() in taken:
            name, number = f"{column}_{number}", number + 1
        taken.add(name.casefold())
        names[column] = name
    return names


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
