"""Which places a name may mean, the likeliest first, by what is known of where it lies."""

from collections.abc import Iterable
from functools import lru_cache
from math import log10

from mapper.gazetteer import Hit
from mapper.gazetteer.folding import has_article, is_arabic
from mapper.gazetteer.skeleton import skeletons
from mapper.geocoding.distances import kilometres
from mapper.geocoding.phrases import Phrase
from mapper.geocoding.scope import ELSEWHERE, NOWHERE, Scope, ScopeReader
from mapper.model import MatchTier

__all__ = ["QUARTERS", "TOWN", "UNITS", "WITHIN_TOWN", "Ranker"]

UNITS = frozenset(("country", "adm1", "adm2", "adm3", "zone", "border"))
# Kinds of place that a stated kind may mean; what is not listed leaves the choice open.
_MEANT = {
    "adm1": ("adm1", "zone"),
    "adm2": ("adm2",),
    "adm3": ("adm3", "adm2"),
    "country": ("country",),
    "air_base": ("air_base", "airport", "site_in_unit"),
    "airport": ("airport", "air_base"),
    "crossing": ("crossing", "site_in_unit"),
    "port": ("port",),
}
# One base is called "X air base", "X airport" or "X military airport".
_FORMS = ("{} air base", "{} airport", "مطار {}")
# A stated kind that is a spot inside or beside the town it is named after.
WITHIN_TOWN = frozenset(
    ("site", "scene", "neighbourhood", "camp", "road", "port", "air_base", "airport", "crossing")
)
_NO_TOWNS = WITHIN_TOWN - {"neighbourhood", "camp"}
# Places whose names are theirs before any lesser place's that is spelt alike.
_GREAT = frozenset(("country", "capital", "adm1", "adm1_seat"))
# Kinds that are surely inside the town they are named with.
QUARTERS = frozenset(("neighbourhood",))
# Kilometres: a quarter lies no further from the middle of its town.
TOWN = 12.0
# For the name a place is shown by, before one of its lesser names.
_FIRST_NAME = 0.08
# For a name with the article if the one asked for has it, and without if it has none: gazetteers
# tell al-Judaydah from Judaydah in one governorate.
_ARTICLE = 0.08
# For a name that has the word for its kind in it, before one that is only what is left without.
_FULL = 0.16
# How like a spelling of the same consonants must be, by how narrowly it is said where the place
# lies: chance finds such a name in a country sooner than in a district. Measured on names taken out
# of a gazetteer of Lebanon, where nine in ten true spellings are likelier than the first.
_LIKE = {"district": 0.84, "governorate": 0.88, "anywhere": 0.92}
# The same for spellings whose very consonants differ, where a word of four letters proves nothing.
_NEARLY = {"district": 0.86, "governorate": 0.92, "anywhere": 1.01}
# For what lies in the very unit named, before what lies about it; and for a place that two
# spellings lead to, before one that has but the one.
_CORE, _BOTH = 0.12, 0.12
# Names of so few letters are alike by chance more often, and must be so much liker.
_FEW, _MORE = 5, 0.04
# A spelling so like is as good as the very name to a place that has no name in its script.
_VERY = 0.97
# What each hundredth of unlikeness costs, against the margin that makes one of two the likelier.
_UNLIKE = 1.2
_PRIOR = {
    "country": 0.35, "zone": 0.3, "border": 0.3, "capital": 0.33, "adm1_seat": 0.3, "adm2_seat": 0.22,
    "adm1": 0.2, "air_base": 0.15, "airport": 0.14, "crossing": 0.12, "adm3_seat": 0.15, "adm2": 0.1,
    "settlement": 0.04, "neighbourhood": 0.03, "village_in_unit": 0.02, "adm3": 0.0, "site": 0.02, "abandoned": -0.02,
}  # fmt: skip


class Ranker:
    """Ranks the places of one gazetteer.

    Parameters
    ----------
    scopes : ScopeReader
        Of that gazetteer.
    """

    def __init__(self, scopes: ScopeReader) -> None:
        self._gazetteer = scopes.gazetteer
        self._scopes = scopes

    def ranked(self, phrase: Phrase, scope: Scope, *, areas: bool) -> list[tuple[float, Hit]]:
        """Return scores and hits, the best first; empty if no place fits what is stated."""
        named, hits = self._exact(phrase, scope)
        if not hits and self.great(phrase):
            # "Syria" is never a village of Lebanon that is spelt nearly so.
            return []
        if phrase.full == phrase.names[0]:
            # "Village, Homs": a village may be called Castle, but nothing that sounds like it is.
            return self._scored(phrase, scope, hits, areas=areas)
        spot = phrase.kind in WITHIN_TOWN and (scope.inside or scope.cities)
        unsure = scope.should and not any(self._inside(scope, hit) for hit in hits)
        if not spot and (not hits or unsure or self._unplaced(hits)):
            found = self._sounding(phrase, self._inside_all(scope.must), hits)
            if hits and not unsure:
                found = self._in_units_of(hits, found)
            hits += self._fitting(phrase, scope, found)
        elif not spot and phrase.kind not in _MEANT:
            hits += self._fitting(phrase, scope, self._as_likely(named, scope, hits))
        if not hits and not spot:
            among = self._rows(scope)
            names = [name for name in phrase.names[:2] if name != phrase.full]
            found = [h for name in names for h in self._gazetteer.names.fuzzy(name, among)]
            hits = self._fitting(phrase, scope, found)
        return self._scored(phrase, scope, hits, areas=areas)

    def _scored(
        self, phrase: Phrase, scope: Scope, hits: list[Hit], *, areas: bool
    ) -> list[tuple[float, Hit]]:
        """Return each place once with its best score, the best first."""
        best: dict[int, tuple[float, Hit]] = {}
        both = self._named_twice(phrase)
        sure = any(hit.tier is MatchTier.EXACT for hit in hits)
        for hit in hits:
            score = self._score(phrase, scope, hit, areas=areas) + (_BOTH if hit.row in both else 0)
            if self._first_name(hit, sure=sure, within=bool(scope.should)):
                score += _FIRST_NAME
            if hit.row not in best or score > best[hit.row][0]:
                best[hit.row] = (score, hit)
        self._give_way(best)
        records = self._gazetteer.records
        return sorted(best.values(), key=lambda pair: (-pair[0], records[pair[1].row].place_id))

    def _exact(self, phrase: Phrase, scope: Scope) -> tuple[str, list[Hit]]:
        """Return the first reading that has exact hits, and them; a stated site looks at all readings."""
        exact = self._gazetteer.names.exact
        if phrase.kind in _MEANT and phrase.kind in WITHIN_TOWN:
            hits = [hit for name in self._called(phrase) for hit in exact(name)]
            return phrase.names[0], self._fitting(phrase, scope, hits)
        for name in self._called(phrase):
            fitting = self._fitting(phrase, scope, exact(name))
            if fitting:
                return name, fitting
        return phrase.names[0], [] if phrase.kind else self._fitting(
            phrase, scope, self._bases(phrase)
        )

    def _bases(self, phrase: Phrase) -> list[Hit]:
        """Return air bases that are called so but for the word for their kind: "Kuweires"."""
        spelt = (form.format(name) for name in phrase.names for form in _FORMS)
        hits = (hit for name in spelt for hit in self._gazetteer.names.exact(name))
        return [hit for hit in hits if self._gazetteer.records[hit.row].kind == "air_base"]

    def _named_twice(self, phrase: Phrase) -> set[int]:
        """Return places that have the name as it is given in either script."""
        told: tuple[set[int], set[int]] = (set(), set())
        if any(is_arabic(name) != is_arabic(phrase.names[0]) for name in phrase.names):
            for name in phrase.names:
                found = self._gazetteer.names.exact(name)
                told[is_arabic(name)].update(hit.row for hit in found)
        return told[0] & told[1]

    def _sounding(self, phrase: Phrase, among: frozenset[int] | None, hits: list[Hit]) -> list[Hit]:
        """Return further places that have the consonants of a reading."""
        known = {hit.row for hit in hits}
        names = self._gazetteer.names
        return [
            hit
            for name in self._called(phrase)
            for hit in names.by_skeleton(name, among, without=known)
        ]

    def _as_likely(self, name: str, scope: Scope, hits: list[Hit]) -> list[Hit]:
        """Return places whose names are so like one that others have that this speaks not against them.

        Where a place has names in the script that is asked in, those decide.
        """
        known = {hit.row for hit in hits}
        among = self._inside_all((*scope.must, *scope.should))
        found = self._gazetteer.names.by_skeleton(name, among, without=known, own_script=True)
        return [hit for hit in found if self._as_good(name, scope, hit)]

    def _as_good(self, name: str, scope: Scope, hit: Hit) -> bool:
        """Whether a likeness is as good as sameness: the place has no name in this script.

        Inside a unit, of whose villages several may share a name, any spelling so like is.
        """
        arabic = is_arabic(name)
        return (
            hit.tier is MatchTier.SKELETON
            and hit.likeness >= _VERY
            and (
                (bool(scope.must or scope.should) and is_arabic(hit.name) == arabic)
                or hit.row not in self._gazetteer.names.in_script(arabic=arabic)
            )
        )

    @staticmethod
    def _called(phrase: Phrase) -> dict[str, None]:
        """Return what the place may be called, with the word for its kind where that is in names."""
        named = (phrase.full, *phrase.names)
        forms = _FORMS if phrase.kind in ("air_base", "airport") else ()
        spelt = (form.format(name) for name in phrase.names for form in forms)
        return dict.fromkeys(name for name in (*named, *spelt) if name)

    def _unplaced(self, hits: list[Hit]) -> bool:
        """Whether one of the places is known by its unit alone."""
        return any(self._gazetteer.records[hit.row].kind == "village_in_unit" for hit in hits)

    def _in_units_of(self, villages: list[Hit], found: list[Hit]) -> list[Hit]:
        """Return hits inside the units that villages are known by: only there may they be meant."""
        members = {m for hit in villages for m in self._gazetteer.records[hit.row].members}
        held = self._gazetteer.rows_in(frozenset(members), ELSEWHERE)
        return [hit for hit in found if hit.row in held]

    def _give_way(self, best: dict[int, tuple[float, Hit]]) -> None:
        """Let a village known by its unit alone give way to a spot of that name inside the unit."""
        records = self._gazetteer.records
        for row in [row for row in best if records[row].kind == "village_in_unit"]:
            held = self._gazetteer.rows_in(frozenset(records[row].members), ELSEWHERE)
            spots = [
                other
                for other in best
                if other in held and records[other].kind in ("settlement", "adm3_seat", "adm2_seat")
            ]
            if spots:
                chosen = max(spots, key=lambda other: (best[other][0], -other))
                best[chosen] = (max(best[chosen][0], best[row][0]), best[chosen][1])
                del best[row]

    def great(self, phrase: Phrase) -> bool:
        """Whether the name is just that of a country, a governorate or its seat."""
        kinds = {
            self._gazetteer.records[hit.row].kind
            for hit in self._gazetteer.names.exact(phrase.names[0])
        }
        return bool(kinds & _GREAT)

    def _inside(self, scope: Scope, hit: Hit) -> bool:
        return all(self._held(units, hit) for units in scope.should)

    def _rows(self, scope: Scope) -> frozenset[int] | None:
        for units in scope.must:
            if any(unit.startswith("adm1:") for unit in units):
                return self._gazetteer.rows_in(units)
        for units in (*scope.must, *scope.should):
            return self._gazetteer.rows_in(units)
        return None

    def _fitting(self, phrase: Phrase, scope: Scope, hits: list[Hit]) -> list[Hit]:
        records = self._gazetteer.records
        inside = self._inside_all(scope.must)
        held = [
            hit for hit in hits if inside is None or hit.row in inside or self._abroad(scope, hit)
        ]
        meant = _MEANT.get(phrase.kind)
        if meant:
            kinds = {records[hit.row].kind for hit in held}
            finest = next((kind for kind in meant if kind in kinds), "")
            of_kind = (finest,) if phrase.kind == "adm3" else meant
            same = [hit for hit in held if records[hit.row].kind in of_kind]
            if same or phrase.kind not in WITHIN_TOWN:
                return same
        if phrase.kind and phrase.kind not in ("area", "countryside"):
            held = [hit for hit in held if records[hit.row].kind not in UNITS]
        if phrase.kind in QUARTERS and scope is NOWHERE:
            # A quarter of no town is not the village that is called so.
            return [hit for hit in held if records[hit.row].kind in QUARTERS]
        if phrase.kind == "settlement":
            held = [hit for hit in held if records[hit.row].kind not in _NO_TOWNS]
        towns = scope.cities or (scope.towns if phrase.kind in QUARTERS else scope.inside)
        if towns and (scope.cities or phrase.kind in WITHIN_TOWN):
            held = [hit for hit in held if self._gap(hit, towns) <= TOWN]
        return [hit for hit in held if self._credible(phrase, scope, hit)]

    def _abroad(self, scope: Scope, hit: Hit) -> bool:
        """Whether a hit is another country than the one stated: people of one go to another.

        But nothing in Homs is China.
        """
        stated = all(unit.startswith("country:") for units in scope.must for unit in units)
        return (
            hit.tier is MatchTier.EXACT
            and self._gazetteer.records[hit.row].kind == "country"
            and stated
        )

    def _credible(self, phrase: Phrase, scope: Scope, hit: Hit) -> bool:
        """Whether a likeness of spelling is enough, given where the place must lie."""
        if hit.tier is MatchTier.EXACT:
            return True
        inside = self._inside(scope, hit)
        if hit.tier is MatchTier.FUZZY and not inside:
            return False
        if not all(hit.row in self._gazetteer.rows_in(units) for units in scope.must):
            # Beside what is stated, and spelt otherwise: that would take two mistakes.
            return hit.tier is MatchTier.SKELETON and hit.likeness >= 1.0
        where = "district" if scope.should else "governorate" if scope.must else "anywhere"
        least = (_LIKE if hit.tier is MatchTier.SKELETON else _NEARLY)[
            where if inside else "anywhere"
        ]
        few = sum(map(str.isalpha, hit.name)) < _FEW
        # A dam or a base is seldom where a village of a like name is.
        spot = (
            phrase.kind in WITHIN_TOWN and self._gazetteer.records[hit.row].kind not in WITHIN_TOWN
        )
        return hit.likeness >= least + (_MORE if few else 0.0) + (_MORE if spot else 0.0)

    @lru_cache(maxsize=1000)  # noqa: B019 - lives as long as its resolver
    def _inside_all(self, must: tuple[frozenset[str], ...]) -> frozenset[int] | None:
        """Return the places that fit what must hold them; None if nothing must."""
        if not must:
            return None
        return frozenset.intersection(*(self._scopes.rows(units) for units in must))

    def _held(self, units: frozenset[str], hit: Hit) -> bool:
        return hit.row in self._scopes.rows(units)

    def _gap(self, hit: Hit, towns: Iterable[str]) -> float:
        record = self._gazetteer.records[hit.row]
        if record.lat is None or record.lon is None:
            return float("inf")
        gaps = []
        for town in towns:
            place = self._gazetteer[town]
            if place.lat is not None and place.lon is not None:
                gaps.append(kilometres(record.lat, record.lon, place.lat, place.lon))
        return min(gaps, default=float("inf"))

    def _first_name(self, hit: Hit, *, sure: bool, within: bool) -> bool:
        """Whether it is the name a place is shown by that was met, before any of its lesser names.

        Where some have the very name it tells only within a district; where all are but spelt
        alike, anywhere.
        """
        record = self._gazetteer.records[hit.row]
        spelt_alike = hit.tier is MatchTier.SKELETON and not sure and record.kind not in UNITS
        return hit.name == record.name and (within if hit.tier is MatchTier.EXACT else spelt_alike)

    def _score(self, phrase: Phrase, scope: Scope, hit: Hit, *, areas: bool) -> float:
        record = self._gazetteer.records[hit.row]
        if hit.tier is MatchTier.EXACT or self._as_good(phrase.names[0], scope, hit):
            score = 0.6
        elif hit.tier is MatchTier.SKELETON:
            score = 0.5 - _UNLIKE * (1.0 - hit.likeness)
        else:
            score = 0.38 - _UNLIKE * (1.0 - hit.likeness)
        score += _PRIOR.get(record.kind, 0.04) + 0.004 * log10(record.population + 1)
        if phrase.full and not _apart(phrase.full, hit.name):
            score += _FULL
        if (scope.must or scope.should) and has_article(phrase.names[0]) == has_article(hit.name):
            score += _ARTICLE
        if scope.core and self._held(scope.core, hit):
            score += _CORE
        if areas and record.kind == "adm1":
            score += 0.2
        for units in scope.should:
            score += 0.15 if self._held(units, hit) else -0.1
        if scope.towns and record.kind not in UNITS:
            gap = self._gap(hit, scope.towns)
            score += 0.12 if gap < TOWN else 0.05 if gap < 25 else 0.0
        return score


def _apart(one: str, other: str) -> bool:
    """Whether two names have no reading of their consonants in common."""
    return set(skeletons(one)).isdisjoint(skeletons(other))
