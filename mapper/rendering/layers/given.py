"""The tables that are handed to layers: whole, and in degrees, or refused in one line."""

from typing import Any

import geopandas as gpd
import pandas as pd

from mapper.errors import InputError, TableError
from mapper.schema import CLAIMS, CRS, FLOWS, INCIDENTS, Table, conform

__all__ = ["given", "in_degrees"]

# Without these nothing can be drawn; what else is missing is unknown.
_NEEDED = {
    INCIDENTS.name: ("incident_id", "deaths_low", "geometry"),
    FLOWS.name: ("flow_id", "count_low", "geometry"),
    CLAIMS.name: ("claim_id", "measure"),
}
_MAKERS = {
    INCIDENTS.name: "mapper.reconcile(claims)",
    FLOWS.name: "mapper.flows(claims)",
    CLAIMS.name: "mapper.geocode(mapper.read(…))",
}


def given(rows: Any, table: Table, layer: str) -> Any:
    """Return a table as a layer draws it: every column there, EPSG:4326.

    Parameters
    ----------
    rows : DataFrame
        What somebody handed in; in another CRS it is projected, and columns it has not are null.
    table : Table
        What it should be.
    layer : str
        Who asks.

    Raises
    ------
    InputError
        If it is no table.
    TableError
        If it is some other table.

    Examples
    --------
    >>> rows = gpd.GeoDataFrame({"deaths": [3]}, geometry=gpd.points_from_xy([10.5], [20.5]))
    >>> given(rows, INCIDENTS, "Deaths")
    Traceback (most recent call last):
    mapper.errors.TableError: Deaths takes the incidents table, and this one has no column incident_id; mapper.reconcile(claims) makes one
    """
    maker = _MAKERS[table.name]
    if not isinstance(rows, pd.DataFrame):
        raise InputError(
            f"{layer} takes the {table.name} table, not a {type(rows).__name__}; {maker} makes one"
        )
    lost = next((name for name in _NEEDED[table.name] if name not in rows), "")
    if lost:
        raise TableError(
            f"{layer} takes the {table.name} table, and this one has no column {lost}; {maker} makes one"
        )
    drawn = in_degrees(rows)
    return drawn if set(table.names) <= set(drawn.columns) else conform(drawn, table)


def in_degrees(rows: Any) -> Any:
    """Return a table's shapes in EPSG:4326; shapes of no known CRS are taken for it.

    >>> rows = gpd.GeoDataFrame(geometry=gpd.points_from_xy([1113194.9], [0]), crs="EPSG:3857")
    >>> in_degrees(rows).geometry.x.round(2).tolist()
    [10.0]
    """
    shaped = isinstance(rows, gpd.GeoDataFrame) and rows.active_geometry_name is not None
    return rows.to_crs(CRS) if shaped and rows.crs is not None and rows.crs != CRS else rows
