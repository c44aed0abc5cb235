"""Coordinates that a source gives: whether they can be true, and what they stand for."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import shapely

from mapper.gazetteer import Gazetteer
from mapper.geocoding.distances import kilometres
from mapper.model import CoordinatesAre, Precision

__all__ = ["Given", "check_given"]

# Degrees: points on the shore or a border line are inside; some two kilometres.
_SHORE = 0.02
# Kilometres: a point so near a seat of government is the seat's own coordinate.
_AT_SEAT = 0.3


@dataclass(frozen=True, slots=True)
class Given:
    """What was found of a given coordinate.

    Parameters
    ----------
    point : Point or None
        The coordinate, EPSG:4326; None if it is refused.
    place_id : str
        The unit whose seat's coordinate it is, if it stands for that unit.
    precision : Precision or None
        Of what it stands for; None if nothing was found against it.
    coordinates_are : CoordinatesAre or None
        What the coordinate stands for; None if nothing was found.
    reason : str
        One sentence; empty if there is nothing to say.
    """

    point: Any = None
    place_id: str = ""
    precision: Precision | None = None
    coordinates_are: CoordinatesAre | None = None
    reason: str = ""


def check_given(
    gazetteer: Gazetteer,
    point: Any,
    *,
    country: str = "",
    adm1: str = "",
    stated: Precision | None = None,
) -> Given:
    """Check a coordinate that a source gives against what else it says.

    Parameters
    ----------
    gazetteer : Gazetteer
        For units and seats.
    point : Point or None
        Longitude and latitude, EPSG:4326.
    country : str
        ISO 3166-1 alpha-2 that the source states; empty if none.
    adm1 : str
        P-code of the governorate that it states; empty if none.
    stated : Precision, optional
        Precision that it states.

    Examples
    --------
    >>> from mapper.gazetteer import load
    >>> check_given(load(), shapely.Point(0, 0)).reason
    'the coordinate (0, 0) is no place; it is refused'
    >>> check_given(load(), shapely.Point(35.9, 35.4), country="LB").reason
    'the point 35.4000, 35.9000 lies 84 km outside Lebanon, which the source states'
    """
    if point is None or point.is_empty:
        return Given()
    lon, lat = point.x, point.y
    if lat == 0 and lon == 0:
        return Given(reason="the coordinate (0, 0) is no place; it is refused")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return Given(reason=f"the coordinate {lat:g}, {lon:g} is not on the earth; it is refused")
    unit = f"adm1:{adm1}" if f"adm1:{adm1}" in gazetteer else ""
    land = gazetteer.geometry(f"country:{country}") if f"country:{country}" in gazetteer else None
    if land is not None and not shapely.dwithin(land, point, _SHORE):
        turned = shapely.Point(lat, lon)
        if -90 <= lon <= 90 and shapely.dwithin(land, turned, _SHORE):
            return Given(
                reason=f"the coordinate {lat:.4f}, {lon:.4f} lies in {gazetteer[f'country:{country}'].name} only if latitude and longitude are swapped; it is refused"
            )
        return Given(point, reason=_outside(gazetteer, f"country:{country}", point))
    if unit and not shapely.dwithin(gazetteer.geometry(unit), point, _SHORE):
        return Given(point, reason=_outside(gazetteer, unit, point))
    if stated is Precision.ADM1:
        return _stand_in(gazetteer, point, unit)
    return Given(point)


def _outside(gazetteer: Gazetteer, unit: str, point: Any) -> str:
    near, _ = shapely.shortest_line(gazetteer.geometry(unit), point).coords
    gap = kilometres(point.y, point.x, near[1], near[0])
    return f"the point {point.y:.4f}, {point.x:.4f} lies {gap:.0f} km outside {gazetteer[unit].name}, which the source states"


def _stand_in(gazetteer: Gazetteer, point: Any, unit: str) -> Given:
    """Return the governorate, if the point is the coordinate of its seat or middle."""
    for name, lat, lon, seat_of in _seats(gazetteer):
        if unit in ("", seat_of) and kilometres(point.y, point.x, lat, lon) < _AT_SEAT:
            return Given(
                point,
                seat_of,
                Precision.ADM1,
                CoordinatesAre.CAPITAL_STANDIN,
                f"the coordinate is that of {name}, the seat; the source means {gazetteer[seat_of].name} governorate",
            )
    return Given(
        point,
        unit,
        Precision.ADM1,
        CoordinatesAre.ADMIN_CENTROID,
        "the source means a governorate" if unit else "",
    )


@lru_cache(maxsize=4)
def _seats(gazetteer: Gazetteer) -> tuple[tuple[str, float, float, str], ...]:
    """Return name, latitude and longitude of the seats of governorates, and the governorates."""
    return tuple(
        (record.name, record.lat, record.lon, f"adm1:{record.adm1}")
        for record in gazetteer.records
        if record.kind in ("adm1_seat", "capital")
        and f"adm1:{record.adm1}" in gazetteer
        and record.lat is not None
        and record.lon is not None
    )
