"""Near, between, south of, along the road, in the countryside of: places beside places."""

from dataclasses import replace
from typing import Any

import shapely

from mapper.gazetteer import Gazetteer
from mapper.geocoding.answers import Answer, Status
from mapper.geocoding.distances import kilometres, moved, reach
from mapper.geocoding.phrases import Phrase
from mapper.geocoding.wording import DIRECTIONS
from mapper.model import Precision

__all__ = ["related"]

# Kilometres from a place when its words state a direction and no distance.
_SOME = 5.0


def related(gazetteer: Gazetteer, phrase: Phrase, answer: Answer, other: Answer | None) -> Answer:
    """Return what lies beside a place in the relation its words state.

    Parameters
    ----------
    gazetteer : Gazetteer
        For units around a town.
    phrase : Phrase
        With the relation.
    answer : Answer
        The place itself.
    other : Answer or None
        The second place of "between" and "road".
    """
    if phrase.relation in ("between", "road"):
        return _line(answer, other, phrase)
    if phrase.relation == "countryside":
        return _countryside(gazetteer, answer, phrase)
    if answer.lat is None or answer.lon is None or not answer.precision.pointlike:
        return answer
    own = answer.radius_km or 3.0
    if phrase.relation in DIRECTIONS:
        distance = phrase.distance_km or _SOME
        lat, lon = moved(answer.lat, answer.lon, DIRECTIONS[phrase.relation], distance)
        far = (
            f"{distance:g} km"
            if phrase.distance_km
            else f"an unstated distance (taken as {_SOME:g} km)"
        )
        return replace(
            answer,
            lat=round(lat, 5),
            lon=round(lon, 5),
            radius_km=round(max(3.0, 0.5 * distance) + (0 if phrase.distance_km else 3.0), 1),
            precision=Precision.NEAR,
            reason=f"{answer.reason}; {far} {phrase.relation.replace('_', '-')} of it",
            geometry=shapely.Point(lon, lat),
        )
    away = phrase.distance_km or 0.0
    return replace(
        answer,
        radius_km=round(own + max(4.0, away), 1),
        precision=Precision.NEAR,
        reason=f"{answer.reason}; near it, not in it",
    )


def _line(answer: Answer, other: Answer | None, phrase: Phrase) -> Answer:
    if (
        other is None
        or other.status is not Status.RESOLVED
        or None in (answer.lat, answer.lon, other.lat, other.lon)
    ):
        return Answer(f"no gazetteer loaded has both ends of {phrase.words}")
    ends: Any = [(answer.lon, answer.lat), (other.lon, other.lat)]
    length = kilometres(answer.lat, answer.lon, other.lat, other.lon)  # type: ignore[arg-type]
    line = shapely.LineString(ends)
    middle = line.interpolate(0.5, normalized=True)
    return replace(
        answer,
        place_ids=(*answer.place_ids, *other.place_ids),
        place_name=f"between {answer.place_name} and {other.place_name}",
        lat=round(middle.y, 5),
        lon=round(middle.x, 5),
        radius_km=round(length / 2 + 2.0, 1),
        precision=Precision.NEAR if length < 2 * _SOME else Precision.ZONE,
        reason=f"{answer.reason}; {other.reason}; on the straight line between them, {length:.0f} km",
        alternatives=(),
        geometry=line,
    )


def _countryside(gazetteer: Gazetteer, answer: Answer, phrase: Phrase) -> Answer:
    """Return the unit whose seat a town is, or the part of it that a direction names."""
    place = gazetteer[answer.place_ids[0]]
    level = {"capital": "adm1", "adm1_seat": "adm1", "adm2_seat": "adm2", "adm3_seat": "adm3"}
    prefix = f"{level.get(place.kind, place.kind)}:"
    unit = next(
        (u for u in (place.place_id, *gazetteer.units(place.place_id)) if u.startswith(prefix)), ""
    )
    if not unit or answer.lat is None or answer.lon is None:
        return replace(
            answer,
            radius_km=round((answer.radius_km or 3.0) + 4.0, 1),
            precision=max((answer.precision, Precision.NEAR), key=Precision.rank),
            reason=f"{answer.reason}; its countryside",
        )
    shape = gazetteer.geometry(unit)
    area = _part(shape, answer.lat, answer.lon, phrase.side) if phrase.side else shape
    spot = area.representative_point()
    spots = shapely.get_coordinates(area)
    words = (
        f"its {phrase.side.replace('_', '-')}ern countryside" if phrase.side else "its countryside"
    )
    return replace(
        answer,
        place_ids=(unit,),
        place_name=f"{place.name} countryside",
        lat=round(spot.y, 5),
        lon=round(spot.x, 5),
        radius_km=round(max(kilometres(spot.y, spot.x, y, x) for x, y in spots), 1)
        if phrase.side
        else reach(gazetteer, unit),
        precision=gazetteer[unit].precision,
        reason=f"{answer.reason}; {words}",
        geometry=area,
    )


def _part(shape: Any, lat: float, lon: float, side: str) -> Any:
    """Return the part of an area on one side of a point: a wedge of ninety degrees."""
    bearing = DIRECTIONS[side]
    corners = [(lon, lat)]
    corners += [moved(lat, lon, bearing + turn, 500.0)[::-1] for turn in (-60, -30, 0, 30, 60)]
    part = shapely.intersection(shape, shapely.Polygon(corners))
    return shape if part.is_empty else part
