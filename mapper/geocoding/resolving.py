"""One name to one place: candidates, ranking by what is known, and the choice or a tie."""

from collections.abc import Iterable
from math import asin, cos, log10, radians, sin, sqrt

import shapely

from mapper.gazetteer import Gazetteer, Hit
from mapper.geocoding.answers import Answer, Status
from mapper.geocoding.phrases import Phrase, phrase_of
from mapper.geocoding.scope import Scope, scope_of
from mapper.model import MatchTier, Precision

__all__ = ["Resolver", "kilometres"]

_UNITS = ("country", "adm1", "adm2", "adm3", "zone", "border")
_SITES = {
    "air_base": ("air_base", "airport"),
    "airport": ("airport", "air_base"),
    "crossing": ("crossing",),
    "port": ("port",),
}
# Kilometres: places of one name nearer than this are one place of two gazetteers.
_SAME = 3.0
# Scores nearer than this do not decide between two places.
_MARGIN = 0.06
_PRIOR = {
    "country": 0.35, "zone": 0.3, "border": 0.3, "capital": 0.3, "adm1_seat": 0.27, "adm2_seat": 0.2,
    "adm1": 0.2, "air_base": 0.15, "airport": 0.14, "crossing": 0.12, "adm3_seat": 0.13, "adm2": 0.1,
    "settlement": 0.04, "village_in_unit": 0.02, "neighbourhood": 0.02, "adm3": 0.0,
}  # fmt: skip
_RADII = {
    "capital": 12.0,
    "adm1_seat": 6.0,
    "adm2_seat": 4.0,
    "adm3_seat": 3.0,
    "air_base": 3.0,
    "airport": 3.0,
}


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points.

    >>> round(kilometres(0, 0, 0, 1), 1)
    111.2
    """
    dlat, dlon = radians(other_lat - lat), radians(other_lon - lon)
    a = sin(dlat / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(dlon / 2) ** 2
    return 2 * 6371.0088 * asin(sqrt(a))


class Resolver:
    """Resolves words against one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def resolve(self, words: str, hints: Iterable[str] = (), *, areas: bool = False) -> Answer:
        """Return what words mean.

        Parameters
        ----------
        words : str
            The words of a place.
        hints : iterable of str
            Words of what holds it, such as a governorate.
        areas : bool
            Whether a bare name that a governorate shares with its seat means the governorate.
        """
        phrase = phrase_of(words)
        if not phrase.names:
            return Answer("no name was given")
        scope = scope_of(self.gazetteer, hints).joined(scope_of(self.gazetteer, phrase.holders))
        ranked = self._ranked(phrase, scope, areas=areas)
        if not ranked:
            return self._fallen_back(phrase, scope)
        return self._chosen(phrase, scope, ranked)

    def _ranked(self, phrase: Phrase, scope: Scope, *, areas: bool) -> list[tuple[float, Hit]]:
        lookups: list[Hit] = []
        for name in phrase.names:
            lookups += self.gazetteer.names.lookup(name)
        hits = self._fitting(phrase, scope, lookups)
        if not hits:
            fuzzy = [hit for name in phrase.names for hit in self.gazetteer.names.fuzzy(name)]
            hits = self._fitting(phrase, scope, fuzzy)
        best: dict[int, tuple[float, Hit]] = {}
        for hit in hits:
            score = self._score(scope, hit, areas=areas)
            if hit.row not in best or score > best[hit.row][0]:
                best[hit.row] = (score, hit)
        order = self.gazetteer.records
        return sorted(best.values(), key=lambda pair: (-pair[0], order[pair[1].row].place_id))

    def _fitting(self, phrase: Phrase, scope: Scope, hits: list[Hit]) -> list[Hit]:
        held = [
            hit
            for hit in hits
            if not scope.misses(self.gazetteer, self.gazetteer.records[hit.row].place_id)
        ]
        kinds = [self.gazetteer.records[hit.row].kind for hit in held]
        stated = phrase.kind
        if stated in ("adm1", "adm2", "adm3", "country"):
            same = [hit for hit, kind in zip(held, kinds, strict=True) if kind == stated]
            return same or [h for h, kind in zip(held, kinds, strict=True) if kind in _UNITS]
        if stated in _SITES:
            same = [h for h, kind in zip(held, kinds, strict=True) if kind in _SITES[stated]]
            return same or held
        if stated in ("settlement", "neighbourhood", "camp"):
            return [hit for hit, kind in zip(held, kinds, strict=True) if kind not in _UNITS]
        return held

    def _score(self, scope: Scope, hit: Hit, *, areas: bool) -> float:
        record = self.gazetteer.records[hit.row]
        if hit.tier is MatchTier.EXACT:
            score = 0.6
        elif hit.tier is MatchTier.SKELETON:
            score = 0.3 + 0.2 * hit.likeness
        else:
            score = 0.1 + 0.3 * hit.likeness
        score += _PRIOR.get(record.kind, 0.04) + 0.005 * log10(record.population + 1)
        if areas and record.kind == "adm1":
            score += 0.12
        for town in scope.towns:
            other = self.gazetteer[town]
            if None not in (record.lat, record.lon, other.lat, other.lon):
                gap = kilometres(record.lat, record.lon, other.lat, other.lon)  # type: ignore[arg-type]
                score += 0.1 if gap < 15 else 0.0
                break
        return score

    def _chosen(self, phrase: Phrase, scope: Scope, ranked: list[tuple[float, Hit]]) -> Answer:
        best_score, best = ranked[0]
        record = self.gazetteer.records[best.row]
        place = self.gazetteer[record.place_id]
        rivals = [
            (score, hit)
            for score, hit in ranked[1:]
            if not self._same(record.place_id, self.gazetteer.records[hit.row].place_id)
        ]
        others = tuple(self.gazetteer.records[hit.row].place_id for _, hit in rivals[:5])
        tied = [
            self.gazetteer.records[hit.row].place_id
            for score, hit in rivals
            if best_score - score < _MARGIN
        ]
        if tied:
            names = "; ".join(self.gazetteer.described(i) for i in (record.place_id, *tied[:3]))
            return Answer(
                f"{phrase.words} may be any of: {names}",
                status=Status.AMBIGUOUS,
                alternatives=(record.place_id, *others),
            )
        reason = self.gazetteer.candidate(
            best, best.name if best.tier is MatchTier.EXACT else phrase.names[0]
        ).reason
        if scope.words:
            reason += f"; it lies in {scope.words}, as stated"
        shape = self.gazetteer.geometry(record.place_id)
        return Answer(
            reason,
            place_ids=(record.place_id,),
            place_name=place.name,
            lat=place.lat,
            lon=place.lon,
            radius_km=self.radius(record.place_id),
            precision=place.precision,
            status=Status.RESOLVED,
            tier=best.tier,
            score=round(min(1.0, best_score), 3),
            alternatives=others,
            geometry=shape,
        )

    def _same(self, one: str, other: str) -> bool:
        a, b = self.gazetteer[one], self.gazetteer[other]
        if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
            return False
        if (a.kind in _UNITS) != (b.kind in _UNITS):
            # A town and the unit named after it are two readings, but not rivals.
            return a.place_id in self.gazetteer.units(
                b.place_id
            ) or b.place_id in self.gazetteer.units(a.place_id)
        return kilometres(a.lat, a.lon, b.lat, b.lon) < _SAME

    def radius(self, place_id: str) -> float | None:
        """Return a radius about a place's point that holds it, kilometres."""
        place = self.gazetteer[place_id]
        if place.radius_km is not None:
            return place.radius_km
        shape = self.gazetteer.geometry(place_id)
        if place.lat is None or place.lon is None or shape is None:
            return None
        if shape.geom_type == "Point":
            return _RADII.get(place.kind, 2.5)
        spots = shapely.get_coordinates(shape)[::5]
        return round(max(kilometres(place.lat, place.lon, y, x) for x, y in spots), 1)

    def _fallen_back(self, phrase: Phrase, scope: Scope) -> Answer:
        if scope.towns and phrase.kind != "settlement":
            town = scope.towns[0]
            place = self.gazetteer[town]
            return Answer(
                f"no gazetteer loaded has {phrase.names[0]}; placed at {self.gazetteer.described(town)}, which holds it as stated",
                place_ids=(town,),
                place_name=place.name,
                lat=place.lat,
                lon=place.lon,
                radius_km=(self.radius(town) or 3.0) + 2.0,
                precision=Precision.NEAR,
                status=Status.RESOLVED,
                tier=MatchTier.CONTEXT,
                score=0.4,
                geometry=self.gazetteer.geometry(town),
            )
        known = f" inside {scope.words}" if scope.words else ""
        return Answer(f"no gazetteer loaded has {phrase.names[0]}{known}")
