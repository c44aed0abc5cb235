"""Geometries as whole numbers: points on a fine grid, lines and areas on a coarser one."""

from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

__all__ = ["POINT_UNIT", "SHAPE_UNIT", "Shapes", "morton", "points", "shapes"]

POINT_UNIT = 100_000
"""Grid steps a degree for points: 1e-5°, about a metre."""

SHAPE_UNIT = 10_000
"""Grid steps a degree for lines and areas: 1e-4°, about eleven metres."""

_TOLERANCE = 0.001  # degrees: a third of a pixel where a governorate fills a screen
_SPECK = 0.0005  # square degrees: some five square kilometres

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shapes:
    """Distinct lines and areas, ring by ring.

    Parameters
    ----------
    codes : array of int, shape (rows,)
        Which shape a row has, from 1; 0 is none.
    kinds : array of int, shape (shapes,)
        0 several points, 1 line, 2 area.
    rings : array of int, shape (shapes,)
        Number of rings (of parts, for lines).
    sizes : array of int, shape (rings,)
        Number of points of each ring; a ring of one is a place of several.
    x, y : array of int, shape (points,)
        Longitude and latitude in steps of 1/`SHAPE_UNIT` degree, EPSG:4326.
    """

    codes: Ints
    kinds: Ints
    rings: Ints
    sizes: Ints
    x: Ints
    y: Ints


def points(geometry: gpd.GeoSeries) -> tuple[Ints, Ints, npt.NDArray[np.bool_]]:
    """Return longitudes and latitudes in steps of 1/`POINT_UNIT` degree, and which rows are points.

    >>> x, y, there = points(gpd.GeoSeries([shapely.Point(36.1, 35.2), None]))
    >>> x.tolist(), y.tolist(), there.tolist()
    ([3610000, 0], [3520000, 0], [True, False])
    """
    values = geometry.to_numpy()
    there = (shapely.get_type_id(values) == 0) & ~shapely.is_empty(values)
    xy = np.zeros((len(values), 2))
    xy[there] = shapely.get_coordinates(values[there])
    grid = np.rint(xy * POINT_UNIT).astype(np.int64)
    return grid[:, 0], grid[:, 1], there


def morton(x: Ints, y: Ints) -> Ints:
    """Return the order along a Z-shaped curve: neighbours come one after the other and pack well."""
    codes = np.zeros(len(x), dtype=np.uint64)
    for shift, values in enumerate((x, y)):
        span = max(int(values.max() - values.min()), 1) if len(values) else 1
        scaled = (
            ((values - values.min()) * 0xFFFF // span).astype(np.uint64) if len(values) else codes
        )
        for width, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
            scaled = (scaled | (scaled << np.uint64(width))) & np.uint64(mask)
        codes |= scaled << np.uint64(shift)
    return np.argsort(codes, kind="stable")


def shapes(geometry: gpd.GeoSeries, tolerance: float = _TOLERANCE) -> Shapes:
    """Return the lines and areas among geometries, each distinct one once, simplified.

    Parameters
    ----------
    geometry : GeoSeries
        EPSG:4326. Points and nulls get no shape.
    tolerance : float
        How far a simplified line may stray, degrees.

    Examples
    --------
    >>> square = shapely.box(36, 35, 37, 36)
    >>> found = shapes(gpd.GeoSeries([square, None, square]))
    >>> found.codes.tolist(), found.sizes.tolist()
    ([1, 0, 1], [5])
    """
    values = geometry.to_numpy()
    kind = shapely.get_type_id(values)
    wanted = (kind > 0) & ~shapely.is_empty(values)
    codes = np.zeros(len(values), dtype=np.int64)
    kinds, rings, sizes, xys = [], [], [], [np.zeros((0, 2), dtype=np.int64)]
    seen: dict[bytes, int] = {}
    keys = shapely.to_wkb(values[wanted])
    for row, key in zip(np.flatnonzero(wanted), keys, strict=True):
        if key not in seen:
            seen[key] = len(seen) + 1
            dimension, parts = _parts(values[row], tolerance)
            kinds.append(dimension)
            rings.append(len(parts))
            sizes += [len(part) for part in parts]
            xys += parts
        codes[row] = seen[key]
    xy = np.concatenate(xys)
    return Shapes(codes, _ints(kinds), _ints(rings), _ints(sizes), xy[:, 0], xy[:, 1])


def _ints(values: list[int]) -> Ints:
    return np.array(values, dtype=np.int64)


def _parts(geometry: Any, tolerance: float) -> tuple[int, list[Ints]]:
    flat = shapely.get_parts(geometry)
    while (shapely.get_type_id(flat) >= 4).any():
        flat = shapely.get_parts(flat)
    dimensions = shapely.get_dimensions(flat)
    dimension = int(dimensions.max())
    most = flat[dimensions == dimension]
    if dimension == 2:
        # A small island must not vanish: what simplifying would empty keeps its corners.
        thin = shapely.simplify(most, tolerance, preserve_topology=True)
        lines = [ring for area in thin for ring in _rings(area)]
        # A town named in one breath with a district stays a town: a ring of one point.
        lines += list(flat[dimensions == 0])
    else:
        lines = shapely.simplify(most, tolerance)
    parts = []
    for line in lines:
        grid = np.rint(shapely.get_coordinates(line) * SHAPE_UNIT).astype(np.int64)
        moved = np.any(np.diff(grid, axis=0, prepend=grid[:1] - 1), axis=1)
        parts.append(grid[moved])
    return dimension, parts


def _rings(area: Any) -> list[Any]:
    """Return the rings of an area without holes so small that they look like specks."""
    holes = [ring for ring in area.interiors if shapely.Polygon(ring).area >= _SPECK]
    return [area.exterior, *holes]
