"""Several places in one answer: what lies between them, what holds them all, or all of them."""

import shapely

from mapper.gazetteer import Gazetteer
from mapper.geocoding.answers import Answer, Status
from mapper.geocoding.distances import kilometres, reach
from mapper.model import MatchTier, Place, Precision

__all__ = ["between", "in_one_unit", "joined"]

# Kilometres: two places of one name that far apart are answered with what lies between them.
_NEIGHBOURS = 9.5


def between(places: list[Place]) -> Answer | None:
    """Return the middle of places so near each other that it is near all of them."""
    spots = [(p.lat, p.lon) for p in places if p.lat is not None and p.lon is not None]
    if len(spots) < len(places) or any(not place.precision.pointlike for place in places):
        return None
    widest = max(kilometres(*one, *other) for one in spots for other in spots)
    if widest >= _NEIGHBOURS:
        return None
    lat = (min(lat for lat, _ in spots) + max(lat for lat, _ in spots)) / 2
    lon = (min(lon for _, lon in spots) + max(lon for _, lon in spots)) / 2
    return Answer(
        f"they lie within {widest:.0f} km, and it is placed between them",
        place_ids=(places[0].place_id,),
        place_name=places[0].name,
        lat=round(lat, 5),
        lon=round(lon, 5),
        radius_km=round(max(kilometres(lat, lon, *spot) for spot in spots) + 3.0, 1),
        precision=Precision.NEAR,
        status=Status.RESOLVED,
    )


def in_one_unit(gazetteer: Gazetteer, ids: list[str]) -> Answer | None:
    """Return the sub-district that all of some places lie in."""
    held = [
        {
            u
            for p in (i, *gazetteer.members(i))
            for u in (p, *gazetteer.units(p))
            if u.startswith("adm3:")
        }
        for i in ids
    ]
    common = sorted(set.intersection(*held))
    if not common:
        return None
    unit = gazetteer[common[0]]
    return Answer(
        f"all of them lie in the sub-district {unit.name}",
        place_ids=(unit.place_id,),
        place_name=unit.name,
        lat=unit.lat,
        lon=unit.lon,
        radius_km=reach(gazetteer, unit.place_id),
        precision=unit.precision,
        status=Status.RESOLVED,
        geometry=gazetteer.geometry(unit.place_id),
    )


def joined(answers: list[Answer]) -> Answer:
    """Return several answers as one: all their places, at the coarsest precision."""
    shapes = [answer.shape for answer in answers if answer.shape is not None]
    geometry = shapely.union_all(shapes) if shapes else None
    spot = None if geometry is None else geometry.centroid
    far = [
        kilometres(spot.y, spot.x, answer.lat, answer.lon) + (answer.radius_km or 0.0)
        for answer in answers
        if spot is not None and answer.lat is not None and answer.lon is not None
    ]
    precision = max((answer.precision for answer in answers), key=Precision.rank)
    return Answer(
        "; ".join(answer.reason for answer in answers),
        place_ids=tuple(dict.fromkeys(i for answer in answers for i in answer.place_ids)),
        place_name=", ".join(dict.fromkeys(answer.place_name for answer in answers)),
        lat=None if spot is None else round(spot.y, 5),
        lon=None if spot is None else round(spot.x, 5),
        radius_km=round(max(far), 1) if far else None,
        precision=max((precision, Precision.NEAR), key=Precision.rank),
        status=Status.RESOLVED,
        tier=max((a.tier for a in answers if a.tier), key=list(MatchTier).index),
        score=min(answer.score or 0.0 for answer in answers),
        alternatives=tuple(dict.fromkeys(i for answer in answers for i in answer.alternatives)),
        geometry=geometry,
    )
