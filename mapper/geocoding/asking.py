"""A name that no gazetteer has, looked up online: the answer, if it lies where it is said to lie."""

import shapely

from mapper.gazetteer import Gazetteer
from mapper.geocoding.answers import Answer, Status
from mapper.geocoding.distances import kilometres
from mapper.geocoding.online import Online
from mapper.geocoding.phrases import Phrase
from mapper.geocoding.relations import related
from mapper.geocoding.scope import Scope
from mapper.geocoding.served import Found
from mapper.model import MatchTier

__all__ = ["asked"]

# Degrees: how far off its units' polygons an answer may lie; kilometres: two answers that far apart
# are two places.
_EDGE = 0.05
_APART = 10.0
_SCORE = 0.5


def asked(online: Online, gazetteer: Gazetteer, phrase: Phrase, scope: Scope) -> Answer | None:
    """Return what a server knows of a name that is unknown here; None if it knows nothing.

    Parameters
    ----------
    online : Online
        The server.
    gazetteer : Gazetteer
        For the units that must hold the place.
    phrase : Phrase
        The words; what lies between two places or along a road is not asked for.
    scope : Scope
        Where it must lie. An answer outside is shown as ambiguous, and never taken.

    Raises
    ------
    GazetteerError
        If the server cannot be reached.
    """
    if phrase.other or phrase.relation == "countryside":
        return None
    countries = {gazetteer[unit].country for units in scope.must for unit in units} - {""}
    country = countries.pop() if len(countries) == 1 else ""
    query = ", ".join(dict.fromkeys((phrase.names[0], *phrase.holders, *scope.words)))
    found = online.ask(query, country=country)
    inside = [one for one in found if _fits(gazetteer, scope, one)]
    if not inside:
        return _refused(online, phrase, found, "does not lie in " + ", ".join(scope.words))
    best = inside[0]
    others = [
        one for one in inside[1:] if kilometres(best.lat, best.lon, one.lat, one.lon) > _APART
    ]
    if others and best.precision.pointlike:
        return _refused(online, phrase, inside, "and another of the name lies elsewhere")
    answer = Answer(
        f"no gazetteer loaded has {phrase.names[0]}; {online.server} says {best.name}",
        place_ids=(best.place_id,) if best.place_id else (),
        place_name=best.name.split(",", maxsplit=1)[0],
        lat=round(best.lat, 5),
        lon=round(best.lon, 5),
        radius_km=best.radius_km,
        precision=best.precision,
        status=Status.RESOLVED,
        tier=MatchTier.CONTEXT,
        score=_SCORE,
        geometry=best.geometry,
    )
    return related(gazetteer, phrase, answer, None) if phrase.relation else answer


def _refused(online: Online, phrase: Phrase, found: list[Found], why: str) -> Answer | None:
    if not found:
        return None
    return Answer(
        f"{phrase.words}: {online.server} says {found[0].name}, {why}",
        status=Status.AMBIGUOUS,
        alternatives=tuple(one.place_id for one in found if one.place_id),
    )


def _fits(gazetteer: Gazetteer, scope: Scope, found: Found) -> bool:
    spot = shapely.Point(found.lon, found.lat)
    return all(
        any(
            (shape := gazetteer.geometry(unit)) is not None and shapely.dwithin(shape, spot, _EDGE)
            for unit in units
        )
        for units in (*scope.must, *scope.should)
    )
