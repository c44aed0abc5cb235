"""A case for QGIS: the tables as they are, a view for each kind of shape, and how to draw it.

QGIS draws a layer in one kind of symbol, and an incident may be a point, a line or an area. So each
table stays whole, and views on it (``incidents_points``, ``incidents_areas`` …) carry the styles, in
the table ``layer_styles`` that QGIS looks for.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import geopandas as gpd

from mapper.exports.styles import VIEWS, View, qml
from mapper.storage import write_case
from mapper.storage.geopackage import STAMP

__all__ = ["write_for_qgis"]

_SHAPES = {"Point": "point", "LineString": "line", "LinearRing": "line", "Polygon": "area"}

_STYLES = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT,
  styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME
)"""


def write_for_qgis(tables: Mapping[str, Any], path: Path) -> list[str]:
    """Write a case with a column ``shape``, a view for each shape there is, and their styles.

    Returns
    -------
    list of str
        What was left out: nothing.
    """
    shaped = {name: _shaped(frame) for name, frame in tables.items()}
    write_case(path, shaped)
    with closing(sqlite3.connect(path)) as database:
        _contents(database, "layer_styles", "attributes")
        database.execute(_STYLES)
        for view in VIEWS:
            frame = shaped.get(view.table)
            if frame is not None and "shape" in frame and (frame["shape"] == view.shape).any():
                _add_view(database, view)
        database.commit()
    return []


def _shaped(frame: Any) -> Any:
    if not isinstance(frame, gpd.GeoDataFrame):
        return frame
    kinds = frame.geom_type.str.removeprefix("Multi").map(_SHAPES).astype("str")
    return frame.assign(shape=kinds)


def _add_view(database: sqlite3.Connection, view: View) -> None:
    names = [row[1] for row in database.execute(f'PRAGMA table_info("{view.table}")')]
    chosen = ", ".join("row_id AS OGC_FID" if name == "row_id" else f'"{name}"' for name in names)
    database.execute(
        f'CREATE VIEW "{view.name}" AS SELECT {chosen} FROM "{view.table}" '  # noqa: S608 (our names)
        f"WHERE shape = '{view.shape}'"
    )
    _contents(database, view.name, "features")
    database.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geometry', ?, 4326, 0, 0)",
        (view.name, view.geometry),
    )
    database.execute(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
        "styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) "
        "VALUES ('', '', ?, 'geometry', ?, ?, '', 1, ?, '', NULL, ?)",
        (view.name, view.name, qml(view), f"{view.table} drawn as {view.symbol}", STAMP),
    )


def _contents(database: sqlite3.Connection, name: str, kind: str) -> None:
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
        "VALUES (?, ?, ?, '', ?, ?)",
        (name, kind, name, STAMP, 4326 if kind == "features" else 0),
    )
