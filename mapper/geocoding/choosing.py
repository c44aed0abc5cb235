"""One of several places that a name may mean: the best by a margin, or the tie shown as a tie."""

from dataclasses import replace

from mapper.gazetteer import Gazetteer, Hit
from mapper.geocoding.answers import Answer, Status
from mapper.geocoding.distances import kilometres, reach
from mapper.geocoding.phrases import Phrase
from mapper.geocoding.ranking import UNITS, WITHIN_TOWN
from mapper.geocoding.scope import ELSEWHERE, Scope, ScopeReader
from mapper.geocoding.ties import between, in_one_unit
from mapper.model import MatchTier, Precision

__all__ = ["chosen"]

# Kilometres: places of one name nearer than this are one place in two gazetteers.
_SAME = 4.0
# Scores nearer than this do not decide between two places.
_MARGIN = 0.07


def chosen(
    scopes: ScopeReader,
    phrase: Phrase,
    scope: Scope,
    ranked: list[tuple[float, Hit]],
    *,
    areas: bool,
) -> Answer:
    """Return the answer of ranked places, of which there is at least one.

    Parameters
    ----------
    scopes : ScopeReader
        Of the gazetteer that has the places.
    phrase : Phrase
        What was asked.
    scope : Scope
        Where it must lie.
    ranked : list of tuple
        Scores and hits, the best first, as `Ranker.ranked` gives them.
    areas : bool
        See `Resolver.resolve`.
    """
    gazetteer = scopes.gazetteer
    records = gazetteer.records
    best_score, best = ranked[0]
    record = records[best.row]
    rivals = [
        (score, hit)
        for score, hit in ranked[1:]
        if not _same(scopes, record.place_id, records[hit.row].place_id)
    ]
    others = tuple(records[hit.row].place_id for _, hit in rivals[:5])
    if not all(scopes.holds(units, record.place_id, ELSEWHERE) for units in scope.should):
        return Answer(
            f"{phrase.words}: the only place of the name, {gazetteer.described(record.place_id)}, "
            f"does not lie in {', '.join(scope.words)}, as stated",
            status=Status.AMBIGUOUS,
            alternatives=(record.place_id, *others),
        )
    tied = [hit for score, hit in rivals if best_score - score < _MARGIN]
    if tied:
        return _tied(gazetteer, phrase, [best, *tied], others, best_score, areas=areas)
    return _placed(gazetteer, phrase, scope, best, score=best_score, others=others)


def _placed(
    gazetteer: Gazetteer,
    phrase: Phrase,
    scope: Scope,
    best: Hit,
    *,
    score: float,
    others: tuple[str, ...],
) -> Answer:
    place = gazetteer[gazetteer.records[best.row].place_id]
    said = best.name if best.tier is MatchTier.EXACT else phrase.names[0]
    reason = gazetteer.reason(best, said)
    if scope.words and place.kind != "country":
        reason += f"; it lies in {', '.join(scope.words)}, as stated"
    answer = Answer(
        reason,
        place_ids=(place.place_id,),
        place_name=place.name,
        lat=place.lat,
        lon=place.lon,
        radius_km=reach(gazetteer, place.place_id),
        precision=place.precision,
        status=Status.RESOLVED,
        tier=best.tier,
        score=round(min(1.0, score), 3),
        alternatives=others,
        geometry=None if place.precision.pointlike else gazetteer.geometry(place.place_id),
    )
    spot = phrase.kind in WITHIN_TOWN and place.precision is Precision.SETTLEMENT
    if spot and place.kind != "neighbourhood" and phrase.kind != "neighbourhood":
        # "Palmyra prison" found Palmyra: the spot is somewhere about the town.
        return replace(
            answer,
            precision=Precision.NEAR,
            radius_km=(answer.radius_km or 3.0) + 3.0,
            tier=MatchTier.CONTEXT,
            reason=f"{reason}; the {phrase.kind.replace('_', ' ')} itself is in no gazetteer loaded",
        )
    return answer


def _tied(
    gazetteer: Gazetteer,
    phrase: Phrase,
    tied: list[Hit],
    others: tuple[str, ...],
    score: float,
    *,
    areas: bool,
) -> Answer:
    ids = [gazetteer.records[hit.row].place_id for hit in tied]
    places = [gazetteer[place_id] for place_id in ids]
    names = "; ".join(gazetteer.described(place_id) for place_id in ids[:4])
    answer = between(places) or (in_one_unit(gazetteer, ids) if areas else None)
    if answer is not None:
        return replace(
            answer,
            reason=f"{phrase.words} may be any of: {names}; {answer.reason}",
            tier=tied[0].tier,
            score=round(score, 3),
            alternatives=tuple(ids[1:]) + tuple(i for i in others if i not in ids),
        )
    return Answer(
        f"{phrase.words} may be any of: {names}",
        status=Status.AMBIGUOUS,
        alternatives=(ids[0], *others),
    )


def _same(scopes: ScopeReader, one: str, other: str) -> bool:
    gazetteer = scopes.gazetteer
    a, b = gazetteer[one], gazetteer[other]
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    if (a.kind in UNITS) != (b.kind in UNITS):
        # A town and the unit named after it are two readings, but not rivals.
        town, unit = (b, a) if a.kind in UNITS else (a, b)
        held = unit.place_id in gazetteer.units(town.place_id)
        return held or scopes.holds(frozenset((unit.place_id,)), town.place_id)
    for village, spot in ((a, b), (b, a)):
        # A village known by its unit alone is the one that a finer gazetteer has there.
        if village.kind == "village_in_unit":
            members = frozenset(gazetteer.members(village.place_id))
            return scopes.holds(members, spot.place_id, ELSEWHERE)
    if a.kind in UNITS:
        return a.place_id == b.place_id or a.adm2_pcode == b.adm2_pcode != ""
    return kilometres(a.lat, a.lon, b.lat, b.lon) < _SAME
