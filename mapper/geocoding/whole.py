"""A whole place as an answer: what a code, or nothing finer than a unit, says."""

from mapper.gazetteer import Gazetteer
from mapper.geocoding.answers import Answer, Status
from mapper.geocoding.distances import reach
from mapper.model import MatchTier

__all__ = ["whole"]


def whole(
    gazetteer: Gazetteer, place_id: str, reason: str, *, tier: MatchTier, score: float
) -> Answer:
    """Return a place with all its area.

    Examples
    --------
    >>> from mapper.gazetteer import load
    >>> answer = whole(load(), "adm1:SY06", "as stated", tier=MatchTier.GIVEN, score=1.0)
    >>> answer.place_name, answer.shape.geom_type
    ('Latakia', 'Polygon')
    """
    place = gazetteer[place_id]
    return Answer(
        reason,
        place_ids=(place_id,),
        place_name=place.name,
        lat=place.lat,
        lon=place.lon,
        radius_km=reach(gazetteer, place_id),
        precision=place.precision,
        status=Status.RESOLVED,
        tier=tier,
        score=score,
        geometry=gazetteer.geometry(place_id),
    )
