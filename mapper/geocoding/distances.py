"""Distances on the earth, and how far a place reaches about its point."""

from functools import lru_cache
from math import asin, atan2, cos, degrees, radians, sin, sqrt

import shapely

from mapper.gazetteer import Gazetteer

__all__ = ["kilometres", "moved", "reach"]

_EARTH = 6371.0088
# Kilometres about a settlement's point that hold what is said to have happened in it, nine times
# in ten: its own size and the error of the gazetteers.
_REACH = {
    "capital": 12.0, "adm1_seat": 8.0, "adm2_seat": 5.0, "adm3_seat": 4.5, "air_base": 4.0, "airport": 4.0,
    "site": 3.0, "neighbourhood": 2.5, "area": 10.0,
}  # fmt: skip
_VILLAGE = 4.0


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points.

    >>> round(kilometres(0, 0, 0, 1), 1)
    111.2
    """
    dlat, dlon = radians(other_lat - lat), radians(other_lon - lon)
    a = sin(dlat / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(dlon / 2) ** 2
    return 2 * _EARTH * asin(sqrt(a))


def moved(lat: float, lon: float, bearing: float, distance_km: float) -> tuple[float, float]:
    """Return the point at a distance in a direction, degrees clockwise from north.

    >>> [round(value, 2) for value in moved(0, 0, 90, 111.2)]
    [0.0, 1.0]
    """
    angle, turn = distance_km / _EARTH, radians(bearing)
    north, east = radians(lat), radians(lon)
    new = asin(sin(north) * cos(angle) + cos(north) * sin(angle) * cos(turn))
    shift = atan2(sin(turn) * sin(angle) * cos(north), cos(angle) - sin(north) * sin(new))
    return degrees(new), degrees(east + shift)


@lru_cache(maxsize=100_000)
def reach(gazetteer: Gazetteer, place_id: str) -> float | None:
    """Return a radius about a place's point that holds it, kilometres; None without a point."""
    place = gazetteer[place_id]
    if place.radius_km is not None:
        return place.radius_km
    if place.precision.pointlike:
        return _REACH.get(place.kind, _VILLAGE)
    shape = gazetteer.geometry(place_id)
    if place.lat is None or place.lon is None or shape is None:
        return None
    spots = shapely.get_coordinates(shape)
    return round(
        max(kilometres(place.lat, place.lon, y, x) for x, y in spots[:: max(1, len(spots) // 500)]),
        1,
    )
