"""One name to one place: candidates, ranking by what is known, and the choice or a tie."""

import re
from collections.abc import Iterable
from dataclasses import replace
from math import log10

import shapely

from mapper.gazetteer import Gazetteer, Hit
from mapper.geocoding.answers import Answer, Status
from mapper.geocoding.distances import kilometres, reach
from mapper.geocoding.phrases import Phrase, phrase_of
from mapper.geocoding.relations import related
from mapper.geocoding.scope import Scope, ScopeReader
from mapper.model import MatchTier, Place, Precision

__all__ = ["QUARTERS", "Resolver"]

_UNITS = frozenset(("country", "adm1", "adm2", "adm3", "zone", "border"))
# Kinds of place that a stated kind may mean; what is not listed leaves the choice open.
_MEANT = {
    "adm1": ("adm1", "zone"),
    "adm2": ("adm2",),
    "adm3": ("adm3", "adm2"),
    "country": ("country",),
    "air_base": ("air_base", "airport"),
    "airport": ("airport", "air_base"),
    "crossing": ("crossing",),
    "port": ("port",),
}
# A stated kind that is a spot inside or beside the town it is named after.
_WITHIN_TOWN = frozenset(
    ("site", "neighbourhood", "camp", "road", "port", "air_base", "airport", "crossing")
)
# Places whose names are theirs before any lesser place's that is spelt alike.
_GREAT = frozenset(("country", "capital", "adm1", "adm1_seat"))
# Kinds that are surely inside the town they are named with.
QUARTERS = frozenset(("neighbourhood",))
# Kilometres: places of one name nearer than this are one place in two gazetteers.
_SAME = 4.0
# Kilometres: two places of one name that far apart are answered with what lies between them.
_NEIGHBOURS = 9.5
# Kilometres: a quarter lies no further from the middle of its town.
_TOWN = 12.0
# Degrees, some twelve kilometres: a place so far from the district it is said to lie in is another.
_ELSEWHERE = 0.12
_FIRST_NAME = 0.08
# Scores nearer than this do not decide between two places.
_MARGIN = 0.07
_PRIOR = {
    "country": 0.35, "zone": 0.3, "border": 0.3, "capital": 0.33, "adm1_seat": 0.3, "adm2_seat": 0.22,
    "adm1": 0.2, "air_base": 0.15, "airport": 0.14, "crossing": 0.12, "adm3_seat": 0.15, "adm2": 0.1,
    "settlement": 0.04, "neighbourhood": 0.03, "village_in_unit": 0.02, "adm3": 0.0, "site": 0.02, "abandoned": -0.02,
}  # fmt: skip


class Resolver:
    """Resolves words against one gazetteer.

    Parameters
    ----------
    gazetteer : Gazetteer
        The places.

    Examples
    --------
    >>> from mapper.gazetteer import load
    >>> Resolver(load()).resolve("Baniyas city", ["Tartus governorate"]).reason
    'Baniyas is a name of Baniyas (adm2_seat, Tartus governorate, Syria); it lies in Tartus governorate, as stated'
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._scopes = ScopeReader(gazetteer)

    def resolve(self, words: str, hints: Iterable[str] = (), *, areas: bool = False) -> Answer:
        """Return what words mean.

        Parameters
        ----------
        words : str
            The words of a place.
        hints : iterable of str
            Words of what holds it, such as a governorate.
        areas : bool
            Whether an area will do where a point is not sure: a bare name that a governorate
            shares with its seat means the governorate, and of several villages of one name in one
            sub-district the sub-district is meant.
        """
        phrase = phrase_of(words)
        if not phrase.names:
            return Answer("no name was given")
        scope = self._scopes.read(tuple(hints))
        answer = self._answer(phrase, scope, areas=areas)
        if answer.status is Status.UNKNOWN:
            answer = self._several(words, scope, areas=areas) or answer
        return answer

    def _answer(self, phrase: Phrase, hints: Scope, *, areas: bool) -> Answer:
        scope = self._scopes.read(phrase.holders).joined(hints)
        if phrase.brackets:
            scope = scope.joined(self._scopes.bracketed(phrase.brackets))
        if phrase.whole:
            whole = replace(phrase, names=phrase.whole, relation="", whole=())
            named = self._ranked(whole, scope, areas=areas)
            if named and named[0][1].tier is MatchTier.EXACT:
                return self._chosen(whole, scope, named, areas=areas)
        ranked = self._ranked(phrase, scope, areas=areas)
        if not ranked:
            return self._fallen_back(phrase, scope)
        answer = self._chosen(phrase, scope, ranked, areas=areas)
        if answer.status is not Status.RESOLVED or not phrase.relation:
            return answer
        other = None
        if phrase.other:
            other = self._answer(phrase_of(phrase.other), scope, areas=False)
        return related(self.gazetteer, phrase, answer, other)

    def _several(self, words: str, scope: Scope, *, areas: bool) -> Answer | None:
        """Return an answer for "A and B", if each of them has one."""
        head, *holders = re.split(r"\s*[,،]\s*", words, maxsplit=1)
        parts = [part for part in re.split(r"\s+(?:and|&)\s+|\s+و", head) if part.strip()]
        if not 2 <= len(parts) <= 4:
            return None
        kind = phrase_of(parts[-1]).kind
        phrases = [phrase_of(", ".join((part, *holders))) for part in parts]
        phrases = [replace(phrase, kind=phrase.kind or kind) for phrase in phrases]
        answers = [self._answer(phrase, scope, areas=areas) for phrase in phrases]
        if any(answer.status is not Status.RESOLVED for answer in answers):
            return None
        return _joined(answers)

    def _ranked(self, phrase: Phrase, scope: Scope, *, areas: bool) -> list[tuple[float, Hit]]:
        hits = self._exact(phrase, scope)
        if not hits and self._great(phrase):
            # "Syria" is never a village of Lebanon that is spelt nearly so.
            return []
        spot = phrase.kind in _WITHIN_TOWN and (scope.inside or scope.cities)
        unsure = scope.should and not any(self._inside(scope, hit) for hit in hits)
        if not spot and (not hits or unsure or self._unplaced(hits)):
            known = {hit.row for hit in hits}
            found = [h for name in phrase.names for h in self.gazetteer.names.by_skeleton(name)]
            hits += self._fitting(phrase, scope, [hit for hit in found if hit.row not in known])
        if not hits and not spot:
            among = self._rows(scope)
            found = [
                h for name in phrase.names[:2] for h in self.gazetteer.names.fuzzy(name, among)
            ]
            hits = self._fitting(phrase, scope, found)
        best: dict[int, tuple[float, Hit]] = {}
        for hit in hits:
            score = self._score(scope, hit, areas=areas)
            if hit.row not in best or score > best[hit.row][0]:
                best[hit.row] = (score, hit)
        self._give_way(best)
        records = self.gazetteer.records
        return sorted(best.values(), key=lambda pair: (-pair[0], records[pair[1].row].place_id))

    def _exact(self, phrase: Phrase, scope: Scope) -> list[Hit]:
        """Return exact hits of the first reading that has any; a stated site looks at all readings."""
        readings = [self.gazetteer.names.exact(name) for name in phrase.names]
        if phrase.kind in _MEANT and phrase.kind in _WITHIN_TOWN:
            readings = [[hit for hits in readings for hit in hits]]
        for hits in readings:
            fitting = self._fitting(phrase, scope, hits)
            if fitting:
                return fitting
        return []

    def _unplaced(self, hits: list[Hit]) -> bool:
        """Whether one of the places is known by its unit alone."""
        return any(self.gazetteer.records[hit.row].kind == "village_in_unit" for hit in hits)

    def _give_way(self, best: dict[int, tuple[float, Hit]]) -> None:
        """Let a village known by its unit alone give way to a spot of that name inside the unit."""
        records = self.gazetteer.records
        for row in [row for row in best if records[row].kind == "village_in_unit"]:
            held = self.gazetteer.rows_in(frozenset(records[row].members))
            spots = [
                other
                for other in best
                if other in held and records[other].kind in ("settlement", "adm3_seat", "adm2_seat")
            ]
            if spots:
                chosen = max(spots, key=lambda other: (best[other][0], -other))
                best[chosen] = (max(best[chosen][0], best[row][0]), best[chosen][1])
                del best[row]

    def _great(self, phrase: Phrase) -> bool:
        """Whether the name is just that of a country, a governorate or its seat."""
        kinds = {
            self.gazetteer.records[hit.row].kind
            for hit in self.gazetteer.names.exact(phrase.names[0])
        }
        return bool(kinds & _GREAT)

    def _inside(self, scope: Scope, hit: Hit) -> bool:
        return all(self._held(units, hit) for units in scope.should)

    def _rows(self, scope: Scope) -> frozenset[int] | None:
        for units in scope.must:
            if any(unit.startswith("adm1:") for unit in units):
                return self.gazetteer.rows_in(units)
        for units in (*scope.must, *scope.should):
            return self.gazetteer.rows_in(units)
        return None

    def _fitting(self, phrase: Phrase, scope: Scope, hits: list[Hit]) -> list[Hit]:
        records = self.gazetteer.records
        held = [
            hit
            for hit in hits
            if all(self._held(units, hit) for units in scope.must)
            or (hit.tier is MatchTier.EXACT and records[hit.row].kind == "country")
        ]
        meant = _MEANT.get(phrase.kind)
        if meant:
            same = [hit for hit in held if records[hit.row].kind in meant]
            if same or phrase.kind not in _WITHIN_TOWN:
                return same
        if phrase.kind and phrase.kind not in ("area", "countryside"):
            held = [hit for hit in held if records[hit.row].kind not in _UNITS]
        towns = scope.cities or (scope.towns if phrase.kind in QUARTERS else scope.inside)
        if towns and (scope.cities or phrase.kind in _WITHIN_TOWN):
            held = [hit for hit in held if self._gap(hit, towns) <= _TOWN]
        return [hit for hit in held if self._credible(scope, hit)]

    def _credible(self, scope: Scope, hit: Hit) -> bool:
        """Whether a likeness of spelling is enough, given where the place must lie."""
        if hit.tier is MatchTier.EXACT:
            return True
        inside = self._inside(scope, hit)
        narrow = bool(scope.should) and inside
        if hit.tier is MatchTier.SKELETON:
            return hit.likeness >= (0.5 if narrow else 0.6 if inside else 0.8)
        return inside and hit.likeness >= (0.84 if narrow else 0.9)

    def _held(self, units: frozenset[str], hit: Hit) -> bool:
        inside = hit.row in self.gazetteer.rows_in(units)
        return inside or self._scopes.holds(units, self.gazetteer.records[hit.row].place_id)

    def _gap(self, hit: Hit, towns: Iterable[str]) -> float:
        record = self.gazetteer.records[hit.row]
        if record.lat is None or record.lon is None:
            return float("inf")
        gaps = []
        for town in towns:
            place = self.gazetteer[town]
            if place.lat is not None and place.lon is not None:
                gaps.append(kilometres(record.lat, record.lon, place.lat, place.lon))
        return min(gaps, default=float("inf"))

    def _score(self, scope: Scope, hit: Hit, *, areas: bool) -> float:
        record = self.gazetteer.records[hit.row]
        if hit.tier is MatchTier.EXACT:
            score = 0.6
        elif hit.tier is MatchTier.SKELETON:
            score = 0.2 + 0.3 * hit.likeness
        else:
            score = 0.05 + 0.35 * hit.likeness
        score += _PRIOR.get(record.kind, 0.04) + 0.004 * log10(record.population + 1)
        if scope.should and hit.tier is MatchTier.EXACT and hit.name == record.name:
            # Within a district: the name a place is shown by, before one of its lesser names.
            score += _FIRST_NAME
        if areas and record.kind == "adm1":
            score += 0.2
        for units in scope.should:
            score += 0.15 if self._held(units, hit) else -0.1
        if scope.towns and record.kind not in _UNITS:
            gap = self._gap(hit, scope.towns)
            score += 0.12 if gap < _TOWN else 0.05 if gap < 25 else 0.0
        return score

    def _chosen(
        self, phrase: Phrase, scope: Scope, ranked: list[tuple[float, Hit]], *, areas: bool
    ) -> Answer:
        records = self.gazetteer.records
        best_score, best = ranked[0]
        record = records[best.row]
        rivals = [
            (score, hit)
            for score, hit in ranked[1:]
            if not self._same(record.place_id, records[hit.row].place_id)
        ]
        others = tuple(records[hit.row].place_id for _, hit in rivals[:5])
        if not all(
            self._scopes.holds(units, record.place_id, _ELSEWHERE) for units in scope.should
        ):
            return Answer(
                f"{phrase.words}: the only place of the name, {self.gazetteer.described(record.place_id)}, "
                f"does not lie in {', '.join(scope.words)}, as stated",
                status=Status.AMBIGUOUS,
                alternatives=(record.place_id, *others),
            )
        tied = [hit for score, hit in rivals if best_score - score < _MARGIN]
        if tied:
            return self._tied(phrase, [best, *tied], others, best_score, areas=areas)
        return self._placed(phrase, scope, best, best_score, others)

    def _placed(
        self, phrase: Phrase, scope: Scope, best: Hit, score: float, others: tuple[str, ...]
    ) -> Answer:
        place = self.gazetteer[self.gazetteer.records[best.row].place_id]
        said = best.name if best.tier is MatchTier.EXACT else phrase.names[0]
        reason = self.gazetteer.candidate(best, said).reason
        if scope.words and place.kind != "country":
            reason += f"; it lies in {', '.join(scope.words)}, as stated"
        answer = Answer(
            reason,
            place_ids=(place.place_id,),
            place_name=place.name,
            lat=place.lat,
            lon=place.lon,
            radius_km=reach(self.gazetteer, place.place_id),
            precision=place.precision,
            status=Status.RESOLVED,
            tier=best.tier,
            score=round(min(1.0, score), 3),
            alternatives=others,
            geometry=None if place.precision.pointlike else self.gazetteer.geometry(place.place_id),
        )
        spot = phrase.kind in _WITHIN_TOWN and place.precision is Precision.SETTLEMENT
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
        self, phrase: Phrase, tied: list[Hit], others: tuple[str, ...], score: float, *, areas: bool
    ) -> Answer:
        ids = [self.gazetteer.records[hit.row].place_id for hit in tied]
        places = [self.gazetteer[place_id] for place_id in ids]
        names = "; ".join(self.gazetteer.described(place_id) for place_id in ids[:4])
        answer = self._between(places) or (self._in_one_unit(ids) if areas else None)
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

    @staticmethod
    def _between(places: list[Place]) -> Answer | None:
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

    def _in_one_unit(self, ids: list[str]) -> Answer | None:
        """Return the sub-district that all of some places lie in."""
        held = [
            {
                u
                for p in (i, *self.gazetteer.members(i))
                for u in (p, *self.gazetteer.units(p))
                if u.startswith("adm3:")
            }
            for i in ids
        ]
        common = sorted(set.intersection(*held))
        if not common:
            return None
        unit = self.gazetteer[common[0]]
        return Answer(
            f"all of them lie in the sub-district {unit.name}",
            place_ids=(unit.place_id,),
            place_name=unit.name,
            lat=unit.lat,
            lon=unit.lon,
            radius_km=reach(self.gazetteer, unit.place_id),
            precision=unit.precision,
            status=Status.RESOLVED,
            geometry=self.gazetteer.geometry(unit.place_id),
        )

    def _same(self, one: str, other: str) -> bool:
        a, b = self.gazetteer[one], self.gazetteer[other]
        if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
            return False
        if (a.kind in _UNITS) != (b.kind in _UNITS):
            # A town and the unit named after it are two readings, but not rivals.
            town, unit = (b, a) if a.kind in _UNITS else (a, b)
            return self._scopes.holds(frozenset((unit.place_id,)), town.place_id)
        for village, spot in ((a, b), (b, a)):
            # A village known by its unit alone is the one that a finer gazetteer has there.
            if village.kind == "village_in_unit":
                units = self.gazetteer.units(spot.place_id)
                return any(member in units for member in self.gazetteer.members(village.place_id))
        if a.kind in _UNITS:
            return a.place_id == b.place_id or a.adm2_pcode == b.adm2_pcode != ""
        return kilometres(a.lat, a.lon, b.lat, b.lon) < _SAME

    def _one_spot(self, towns: tuple[str, ...]) -> bool:
        """Whether towns of one name are one town, and not several far from each other."""
        places = [self.gazetteer[town] for town in towns]
        first = places[0]
        return all(
            kilometres(first.lat or 0, first.lon or 0, place.lat or 0, place.lon or 0) < _TOWN
            for place in places
        )

    def _cities(self, scope: Scope) -> tuple[str, ...]:
        """Return the governorate's seat if it is the seat of the stated district too."""
        rows = [self.gazetteer.rows_in(units) for units in scope.should]
        if not rows:
            return ()
        return tuple(
            self.gazetteer.records[row].place_id
            for row in sorted(frozenset.intersection(*rows))
            if self.gazetteer.records[row].kind in ("adm1_seat", "capital")
        )

    def _fallen_back(self, phrase: Phrase, scope: Scope) -> Answer:
        """Return the town that holds an unknown quarter or site; nothing coarser is an answer."""
        if phrase.beside:
            base = self._answer(
                phrase_of(phrase.holders[0]), self._scopes.read(phrase.holders[1:]), areas=False
            )
            if base.status is Status.RESOLVED:
                unknown = f"no gazetteer loaded has {phrase.names[0]}; {base.reason}"
                by = replace(phrase, relation=phrase.beside)
                return related(
                    self.gazetteer, by, replace(base, reason=unknown, tier=MatchTier.CONTEXT), None
                )
        # "Aleppo" may be the city or its governorate: only a quarter or a street is surely in the city.
        towns = scope.towns if phrase.kind in QUARTERS else scope.inside
        if not towns and phrase.kind == "neighbourhood":
            towns = self._cities(scope)
        town = towns[0] if towns and self._one_spot(towns) else ""
        if town and phrase.kind != "settlement" and phrase.kind not in _UNITS:
            place = self.gazetteer[town]
            if all(self._scopes.holds(units, town) for units in scope.must):
                return Answer(
                    f"no gazetteer loaded has {phrase.names[0]}; placed at "
                    f"{self.gazetteer.described(town)}, which holds it as stated",
                    place_ids=(town,),
                    place_name=place.name,
                    lat=place.lat,
                    lon=place.lon,
                    radius_km=(reach(self.gazetteer, town) or 3.0) + 2.0,
                    precision=Precision.NEAR,
                    status=Status.RESOLVED,
                    tier=MatchTier.CONTEXT,
                    score=0.4,
                )
        known = f" inside {', '.join(scope.words)}" if scope.words else ""
        return Answer(f"no gazetteer loaded has {phrase.names[0]}{known}")


def _joined(answers: list[Answer]) -> Answer:
    """Return several answers as one: all their places, at the coarsest precision."""
    geometry = shapely.union_all([answer.shape for answer in answers])
    spot = geometry.centroid
    far = [
        kilometres(spot.y, spot.x, answer.lat, answer.lon) + (answer.radius_km or 0.0)
        for answer in answers
        if answer.lat is not None and answer.lon is not None
    ]
    precision = max((answer.precision for answer in answers), key=Precision.rank)
    return Answer(
        "; ".join(answer.reason for answer in answers),
        place_ids=tuple(dict.fromkeys(i for answer in answers for i in answer.place_ids)),
        place_name=", ".join(dict.fromkeys(answer.place_name for answer in answers)),
        lat=round(spot.y, 5),
        lon=round(spot.x, 5),
        radius_km=round(max(far), 1),
        precision=max((precision, Precision.NEAR), key=Precision.rank),
        status=Status.RESOLVED,
        tier=max((a.tier for a in answers if a.tier), key=list(MatchTier).index),
        score=min(answer.score or 0.0 for answer in answers),
        alternatives=tuple(dict.fromkeys(i for answer in answers for i in answer.alternatives)),
        geometry=geometry,
    )
