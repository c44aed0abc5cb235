"""The base map inside the package, cut to where the data is."""

from functools import cache
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

import geodata
from mapper.gazetteer.arabic import arabic_name
from mapper.gazetteer.packaged import packaged_records

__all__ = ["basemap", "extent"]

# What a town is named after, most important first: its rank on the map.
_RANKS = {"capital": 0, "adm1_seat": 1, "adm2_seat": 3, "adm3_seat": 5, "settlement": 6}

_SEAS = (("Mediterranean Sea", "البحر الأبيض المتوسط", 34.9, 35.3),)

# Districts are drawn where the whole extent is a few governorates, in degrees.
_DISTRICTS = 6.0

_GAP = 0.05  # degrees between the borders of fine and of coarse countries


def extent(bounds: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return the extent of a base map for data within bounds: as much again on every side.

    >>> extent((36.0, 35.0, 36.1, 35.1))
    (34.0, 33.0, 38.1, 37.1)
    """
    west, south, east, north = bounds
    room = max(2.0, east - west, north - south)
    return (
        max(west - room, -180.0),
        max(south - room, -85.0),
        min(east + room, 180.0),
        min(north + room, 85.0),
    )


def basemap(within: tuple[float, float, float, float]) -> gpd.GeoDataFrame:
    """Return land, borders, governorates and towns within an extent.

    Parameters
    ----------
    within : tuple of float
        West, south, east, north, degrees.

    Returns
    -------
    GeoDataFrame
        As `Boundaries` takes it, EPSG:4326.

    Examples
    --------
    >>> sorted(set(basemap((35.0, 34.0, 37.0, 36.0))["kind"]))[:4]
    ['adm1', 'adm2', 'border', 'land']
    """
    land, borders = _countries(within)
    parts = [
        _features("land", [land]),
        _features("border", borders),
        _districts("adm1", within),
        _towns(within),
        _labels(within),
    ]
    if max(within[2] - within[0], within[3] - within[1]) < _DISTRICTS:
        parts.append(_districts("adm2", within))
    frame = pd.concat(parts, ignore_index=True)
    empty = shapely.is_empty(frame.geometry.to_numpy())
    return gpd.GeoDataFrame(frame[~empty], crs="EPSG:4326").reset_index(drop=True)


def _countries(within: tuple[float, float, float, float]) -> tuple[Any, list[Any]]:
    """Return the land and the borders on it: fine where the package has them, coarse elsewhere."""
    fine = _table("land")
    window = shapely.box(*fine.total_bounds)
    land = shapely.union_all(_thinned(_cut(fine, within), within))
    lines = list(_cut(_table("borders"), within))
    shapes = _table("country_shapes")
    shapes = shapes[shapes.intersects(shapely.box(*within))]
    coarse = _thinned(shapely.make_valid(_cut(shapes, within)), within)
    others = shapely.make_valid(_cut(shapes[~shapes["place_id"].isin(fine["place_id"])], within))
    # A country that the fine shapes leave out is coarse; what gapes between the two is land.
    near = shapely.union_all(others)
    gap = near.buffer(_GAP).intersection(land.buffer(_GAP)).intersection(shapely.box(*within))
    land = shapely.union_all([land, near, gap])
    if not window.covers(shapely.box(*within)):
        edges = shapely.boundary(coarse)
        inner = shapely.difference(edges, shapely.boundary(shapely.union_all(coarse)))
        lines += list(shapely.difference(inner, window))
        land = land.union(shapely.union_all(shapely.difference(coarse, window)))
    land = _without_ponds(land, within)
    return land, [line for line in lines if not shapely.is_empty(line)]


def _without_ponds(land: Any, within: tuple[float, float, float, float]) -> Any:
    """Return the land without waters too small to be told from a mistake in drawing."""
    least = ((within[2] - within[0]) / 100) ** 2
    areas = shapely.get_parts(land)
    return shapely.union_all(
        [
            shapely.Polygon(
                area.exterior,
                [ring for ring in area.interiors if shapely.Polygon(ring).area >= least],
            )
            for area in areas[shapely.get_dimensions(areas) == 2]
        ]
    )


def _thinned(shapes: Any, within: tuple[float, float, float, float]) -> Any:
    """Return areas with fewer corners, and edges that still meet."""
    kept = shapes[(shapely.get_dimensions(shapes) == 2) & ~shapely.is_empty(shapes)]
    return shapely.coverage_simplify(kept, (within[2] - within[0]) / 6000)


def _districts(level: str, within: tuple[float, float, float, float]) -> gpd.GeoDataFrame:
    """Return the lines between units of a level, and for governorates their names."""
    units = _table(level)
    thin = _thinned(units.geometry.to_numpy(), within)
    thin = np.array([_without_ponds(unit, within) for unit in thin])
    lines = shapely.clip_by_rect(shapely.boundary(thin), *within)
    drawn = _features(level, [shapely.line_merge(shapely.union_all(lines))])
    if level != "adm1":
        return drawn
    middle = shapely.point_on_surface(units.geometry.to_numpy())
    named = pd.DataFrame({"kind": level, "name": units["name"], "rank": 2})
    named["name_ar"] = [arabic_name(names) for names in units["names"]]
    inside = shapely.within(middle, shapely.box(*within))
    return pd.concat(
        [drawn, gpd.GeoDataFrame(named[inside], geometry=middle[inside], crs="EPSG:4326")]
    )


def _towns(within: tuple[float, float, float, float]) -> gpd.GeoDataFrame:
    places = _places("places")
    ranks = places["kind"].map(_RANKS)
    # A big town is named before a small one that governs more.
    big = places["population"] > 300_000
    ranks = ranks.where(~(big & (ranks > 1)), 2)
    kept = places[ranks.notna() & _inside(places, within)]
    return _points("town", kept, ranks[kept.index])


def _labels(within: tuple[float, float, float, float]) -> gpd.GeoDataFrame:
    countries = _places("countries")
    kept = countries[_inside(countries, within)]
    also = _places("aliases").set_index("place_id")["names"]
    kept = kept.assign(names=kept["names"] + "|" + kept["place_id"].map(also).fillna(""))
    seas = pd.DataFrame(_SEAS, columns=["name", "names", "lon", "lat"]).assign(place_id="")
    seas = seas[_inside(seas, within)]
    return pd.concat(
        [
            _points("country", kept, pd.Series(0, index=kept.index)),
            _points("sea", seas, pd.Series(0, index=seas.index)),
        ]
    )


def _points(kind: str, rows: pd.DataFrame, rank: "pd.Series[Any]") -> gpd.GeoDataFrame:
    frame = pd.DataFrame({"kind": kind, "rank": rank.astype("int64")}, index=rows.index)
    frame["name"] = rows["place_id"].map(_shown()).fillna(rows["name"])
    frame["name_ar"] = [arabic_name(names.split("|"), kind) for names in rows["names"]]
    points = shapely.points(rows["lon"].to_numpy(float), rows["lat"].to_numpy(float))
    return gpd.GeoDataFrame(frame, geometry=points, crs="EPSG:4326")


def _features(kind: str, shapes: list[Any]) -> gpd.GeoDataFrame:
    frame = pd.DataFrame({"kind": [kind] * len(shapes), "name": None, "name_ar": None, "rank": 0})
    return gpd.GeoDataFrame(frame, geometry=list(shapes), crs="EPSG:4326")


def _cut(table: gpd.GeoDataFrame, within: tuple[float, float, float, float]) -> Any:
    return shapely.clip_by_rect(table.geometry.to_numpy(), *within)


def _inside(rows: pd.DataFrame, within: tuple[float, float, float, float]) -> "pd.Series[bool]":
    west, south, east, north = within
    return rows["lon"].between(west, east) & rows["lat"].between(south, north)


@cache
def _shown() -> dict[str, str]:
    """Return the names that places are shown by, as everywhere else."""
    return {record.place_id: record.name for record in packaged_records()}


@cache
def _table(name: str) -> gpd.GeoDataFrame:
    return gpd.read_file(geodata.path(name))


@cache
def _places(name: str) -> pd.DataFrame:
    empty = {"lat": [""], "lon": [""]}
    return pd.read_csv(geodata.path(name), keep_default_na=False, na_values=empty)
