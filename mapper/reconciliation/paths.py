"""Where a flow is drawn from and to: two points to look at, never a claim of a road."""

from functools import cache
from typing import Any

import geopandas as gpd
import shapely
from shapely.ops import nearest_points

from mapper.gazetteer import Gazetteer, load
from mapper.model import Precision
from mapper.schema import CRS, split

__all__ = ["flow_paths"]


def flow_paths(flows: gpd.GeoDataFrame, gazetteer: Gazetteer | None = None) -> gpd.GeoSeries:
    """Return a line from origin to destination for each flow.

    Where people crossed a border and no place finer than the country is named on one side, the line
    ends (or else starts) *on* the border, at its nearest point, and not in a capital or a centroid. Where one end is unknown,
    the geometry is the point of the other; where both are, there is none.

    Parameters
    ----------
    flows : GeoDataFrame, shape (n,)
        ``origin_id``, ``destination_id``, ``via_id``, and a geometry, EPSG:4326, that stands where
        the gazetteer knows neither end: a line is kept, of an area a point inside it.
    gazetteer : Gazetteer, optional
        Where places have their geometry; by default the one that is loaded.

    Returns
    -------
    GeoSeries, shape (n,)
        Lines, points or null, EPSG:4326.

    Examples
    --------
    >>> from mapper.schema import FLOWS, conform
    >>> flows = conform([{"flow_id": "f1"}], FLOWS)
    >>> flow_paths(flows).tolist()
    [None]
    """
    places = _Places(gazetteer or load())
    ends = [flows[name].fillna("") for name in ("origin_id", "destination_id", "via_id")]
    # Many flows share their ends: each triple is worked out once.
    path = cache(places.path)
    paths = [path(*triple) for triple in zip(*ends, strict=True)]
    kept = [
        _told(given) if found is None else found
        for found, given in zip(paths, flows.geometry, strict=True)
    ]
    return gpd.GeoSeries(kept, index=flows.index, crs=CRS)


def _told(given: Any) -> Any:
    """Return the geometry a flow came with, as a line or a point inside it."""
    if given is None or given.is_empty or given.geom_type in ("Point", "LineString"):
        return given
    return given.representative_point()


def _on(border: Any, point: Any) -> Any:
    """Return the point of a border next to another point; its middle if there is none."""
    if point is None:
        return border.interpolate(0.5, normalized=True)
    # The nearest point lies on the line but for rounding; the nearest vertex lies on it exactly.
    return nearest_points(shapely.MultiPoint(shapely.get_coordinates(border)), point)[0]


class _Places:
    """Points to look at, by place ids."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def path(self, origin: str, destination: str, via: str) -> Any:
        start, end = self._point(origin), self._point(destination)
        border = self._shape(via)
        if border is not None and border.geom_type in ("LineString", "MultiLineString"):
            if self._is_country(destination) or not destination:
                end = _on(border, start)
            elif self._is_country(origin):
                start = _on(border, end)
        if start is None or end is None:
            return start if end is None else end
        return None if start.equals(end) else shapely.LineString([start, end])

    def _is_country(self, place_id: str) -> bool:
        known = place_id in self._gazetteer
        return known and self._gazetteer[place_id].precision is Precision.COUNTRY

    @cache  # noqa: B019 - lives as long as one call of flow_paths
    def _point(self, place_id: str) -> Any:
        shape = self._shape(place_id)
        return None if shape is None else shape.representative_point()

    def _shape(self, place_id: str) -> Any:
        """Return the geometry of one place or of several together."""
        shapes = [
            self._gazetteer.geometry(one) for one in split(place_id) if one in self._gazetteer
        ]
        known = [shape for shape in shapes if shape is not None]
        return shapely.union_all(known) if known else None
