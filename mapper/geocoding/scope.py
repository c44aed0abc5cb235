"""What is known about where a name must lie: hints, and the places that hold it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import shapely

from mapper.gazetteer import Gazetteer, Hit
from mapper.gazetteer.segment import is_code
from mapper.geocoding.phrases import phrase_of
from mapper.model import MatchTier

__all__ = ["ELSEWHERE", "NOWHERE", "Scope", "ScopeReader"]

# Degrees, some three kilometres: polygons of units are no better than that along their edges.
_EDGE = 0.03
# Degrees, some twelve kilometres: a place so far from the unit it is said to lie in is another.
ELSEWHERE = 0.12
# When a holder's words may mean several units, the one that can hold more is meant.
_UNITS = ("country", "adm1", "adm2", "zone", "adm3")
# Spellings less alike than this are no unit's name.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a name must lie.

    Parameters
    ----------
    must : tuple of frozenset of str
        Each a set of ids of countries, governorates or zones one of which must hold the place.
    should : tuple of frozenset of str
        The same of districts and sub-districts, whose lines are less sure.
    towns : tuple of str
        Ids of towns that it lies in or near.
    inside : tuple of str
        Those of them that were said to be towns, and not perhaps the unit named after them.
    cities : tuple of str
        Those of them that were said to be a city or a town in so many words.
    words : tuple of str
        What was said, for the reason.
    core : frozenset of str
        Units that are meant first, where ``must`` also has what lies about them.
    """

    must: tuple[frozenset[str], ...] = ()
    should: tuple[frozenset[str], ...] = ()
    towns: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    core: frozenset[str] = frozenset()

    def joined(self, other: "Scope") -> "Scope":
        """Return what both say."""
        if self is NOWHERE or other is NOWHERE:
            return other if self is NOWHERE else self
        return Scope(
            tuple(dict.fromkeys((*self.must, *other.must))),
            tuple(dict.fromkeys((*self.should, *other.should))),
            tuple(dict.fromkeys((*self.towns, *other.towns))),
            tuple(dict.fromkeys((*self.inside, *other.inside))),
            tuple(dict.fromkeys((*self.cities, *other.cities))),
            tuple(dict.fromkeys((*self.words, *other.words))),
            self.core | other.core,
        )


# What nothing says.
NOWHERE = Scope()


class ScopeReader:
    """Reads scopes from words, against one gazetteer.

    Parameters
    ----------
    gazetteer : Gazetteer
        The places that may hold others.

    Examples
    --------
    >>> from mapper.gazetteer import load
    >>> [sorted(units) for units in ScopeReader(load()).read(("Latakia province",)).must]
    [['adm1:SY06']]
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    @lru_cache(maxsize=10_000)  # noqa: B019 - lives as long as its resolver
    def read(self, holders: tuple[str, ...]) -> Scope:
        """Return what words such as "Latakia province" or "al Raqqah city" say."""
        scope = NOWHERE
        for words in holders:
            scope = scope.joined(self._one(words))
        return scope

    def bracketed(self, brackets: Iterable[str]) -> Scope:
        """Return what words in brackets say if they name a unit or its seat, and not the place again."""
        scope = NOWHERE
        for words in brackets:
            said = self._one(words)
            seats = [t for t in said.towns if self.gazetteer[t].kind.endswith(("_seat", "capital"))]
            if said.must or said.should or seats:
                scope = scope.joined(said)
        return scope

    @lru_cache(maxsize=10_000)  # noqa: B019 - lives as long as its resolver
    def _one(self, words: str) -> Scope:
        phrase = phrase_of(words)
        outer = self.read(phrase.holders)
        code = words.strip().upper()
        for unit in (f"country:{code}", f"adm1:{code}", f"adm2:{code}"):
            if unit in self.gazetteer:
                units = (frozenset((unit,)),)
                sure = not unit.startswith("adm2:")
                return Scope(
                    must=units if sure else (),
                    should=() if sure else units,
                    words=(self.gazetteer[unit].name,),
                )
        for name in (*phrase.whole, *phrase.names):
            stated = "countryside" if phrase.relation == "countryside" else phrase.kind
            names = self.gazetteer.names
            hits = [] if stated in _UNITS else names.exact(name)
            if not hits and not is_code(words):
                # Nothing sounds like a code that is unknown.
                hits = names.lookup(name)
            found = self._holder(hits, stated, words)
            if found is not None:
                return found.joined(outer)
        return outer

    def _holder(self, hits: list[Hit], stated: str, words: str) -> Scope | None:
        records = self.gazetteer.records
        if stated in _UNITS:
            hits = [hit for hit in hits if records[hit.row].kind == stated] or hits
        exact = [hit for hit in hits if hit.tier is MatchTier.EXACT]
        hits = exact or [hit for hit in hits if hit.likeness >= _ALIKE]
        kinds = {records[hit.row].kind for hit in hits}
        level = stated if stated in kinds else next((kind for kind in _UNITS if kind in kinds), "")
        if stated == "settlement":
            level = ""
        units = frozenset(records[h.row].place_id for h in hits if records[h.row].kind == level)
        seats = [h.row for h in hits if records[h.row].kind.endswith(("_seat", "capital"))]
        plain = [h.row for h in hits if records[h.row].kind in ("settlement", "neighbourhood")]
        towns = tuple(records[row].place_id for row in (seats or (plain if not units else [])))
        if stated in ("adm1", "adm2", "adm3", "country", "countryside"):
            towns = ()
        if not units and not towns:
            return None
        sure = level in ("country", "adm1", "zone")
        wide = units if stated else units.union(*(self._about(unit) for unit in units))
        return Scope(
            must=(wide,) if units and sure else (),
            should=(units,) if units and not sure else (),
            towns=towns,
            inside=() if sure else towns,
            cities=towns if stated == "settlement" else (),
            words=(words,),
        )

    @lru_cache(maxsize=1000)  # noqa: B019 - lives as long as its resolver
    def _about(self, unit: str) -> frozenset[str]:
        """Return the governorate that wholly surrounds a governorate: who says Damascus may mean its suburbs."""
        if not unit.startswith("adm1:"):
            return frozenset()
        inner, country = self.gazetteer.geometry(unit), self.gazetteer[unit].country
        return frozenset(
            record.place_id
            for record in self.gazetteer.records
            if record.kind == "adm1"
            and record.country == country
            and record.place_id != unit
            and (shape := self.gazetteer.geometry(record.place_id)) is not None
            and any(
                shapely.Polygon(part.exterior).contains(inner.representative_point())
                for part in shapely.get_parts(shape)
                if part.geom_type == "Polygon"
            )
        )

    def rows(self, units: frozenset[str]) -> frozenset[int]:
        """Return the positions of the places that some units hold, or hold but for a doubtful edge."""
        return self.gazetteer.rows_in(units, _EDGE)

    def holds(self, units: frozenset[str], place_id: str, edge: float = _EDGE) -> bool:
        """Whether one of some units holds a place, or is no further from it than ``edge`` degrees."""
        return self.gazetteer.rows[place_id] in self.gazetteer.rows_in(units, edge)
