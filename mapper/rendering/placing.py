"""Which rows are points, which are areas, and which have no place: the order in which a page gets them."""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from mapper.model import Precision
from mapper.rendering.shapes import morton, points

__all__ = ["Placed", "drawable", "finely", "placed"]

# A country drawn as an area would cover the map with one number: it is listed instead.
_LISTED = ("country", "unplaced")

_COARSE = [str(precision) for precision in Precision if not precision.pointlike]


@dataclass(frozen=True, slots=True)
class Placed:
    """Rows in the order of a page.

    Parameters
    ----------
    order : array of int, shape (n,)
        Rows with a point along a Z-shaped curve, then rows with a shape, then rows without a place.
    points, unplaced : int
        How many have a point, and how many no place.
    x, y : array of int, shape (points,)
        Longitude and latitude in steps of 1/`POINT_UNIT` degree.
    """

    order: npt.NDArray[np.int64]
    points: int
    unplaced: int
    x: npt.NDArray[np.int64]
    y: npt.NDArray[np.int64]


def placed(rows: gpd.GeoDataFrame) -> Placed:
    """Sort rows into points, shapes and the rest.

    A point with a precision coarser than *near* is no place to draw at: it goes to the rest, where
    the page lists it.

    Examples
    --------
    >>> from mapper.schema import INCIDENTS, conform
    >>> rows = conform([{"incident_id": "a", "precision": "adm1", "geometry": shapely.Point(10, 20)},
    ...     {"incident_id": "b", "precision": "site", "geometry": shapely.Point(10, 20)}], INCIDENTS)
    >>> found = placed(rows)
    >>> found.order.tolist(), found.points, found.unplaced
    ([1, 0], 1, 1)
    """
    geometry = rows.geometry
    x, y, there = points(geometry)
    coarse = rows["precision"].isin(_COARSE).to_numpy()
    values = geometry.to_numpy()
    shaped = ~shapely.is_missing(values) & ~shapely.is_empty(values) & ~there
    shaped &= ~rows["precision"].isin(_LISTED).to_numpy()
    pointed = np.flatnonzero(there & ~coarse)
    pointed = pointed[morton(x[pointed], y[pointed])]
    areas = np.flatnonzero(shaped)
    rest = np.flatnonzero(~(there & ~coarse) & ~shaped)
    order = np.concatenate([pointed, areas, rest]).astype(np.int64)
    return Placed(order, len(pointed), len(rest), x[pointed], y[pointed])


def drawable(rows: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Return the geometries that a map is drawn around: those that are listed are no part of it."""
    return rows.geometry[~rows["precision"].isin(_LISTED)]


def finely(rows: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Return the geometries that a map opens on: those of the finer places, if there are any."""
    drawn = drawable(rows)
    fine = drawn[~rows["precision"].loc[drawn.index].isin(["adm1", "sea_air"])]
    return fine if fine.notna().any() else drawn
