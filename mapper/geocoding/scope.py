"""What is known about where a name must lie: hints, and the places that hold it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import shapely

from mapper.gazetteer import Gazetteer
from mapper.geocoding.phrases import phrase_of

__all__ = ["Scope", "scope_of"]

# Degrees, some three kilometres: polygons of units are no better than that along their edges.
_EDGE = 0.03
# When a holder's words may mean several things, the one that can hold more is meant.
_HOLDERS = ("country", "adm1", "adm2", "zone", "adm3")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a name must lie.

    Parameters
    ----------
    units : tuple of frozenset of str
        Each a set of ids of units one of which must hold the place.
    towns : tuple of str
        Ids of towns that it lies in or near.
    words : str
        What was said, for the reason.
    unknown : tuple of str
        Words of holders that no gazetteer has.
    """

    units: tuple[frozenset[str], ...] = ()
    towns: tuple[str, ...] = ()
    words: str = ""
    unknown: tuple[str, ...] = ()

    def joined(self, other: "Scope") -> "Scope":
        """Return what both say."""
        return Scope(
            tuple(dict.fromkeys((*self.units, *other.units))),
            tuple(dict.fromkeys((*self.towns, *other.towns))),
            ", ".join(dict.fromkeys(w for w in (self.words, other.words) if w)),
            (*self.unknown, *other.unknown),
        )

    def misses(self, gazetteer: Gazetteer, place_id: str) -> int:
        """Return how many of the stated holders do not hold a place."""
        own = {place_id, *gazetteer.units(place_id)}
        missed = [units for units in self.units if not units & own]
        return sum(not _at_edge(gazetteer, place_id, units) for units in missed)


def _at_edge(gazetteer: Gazetteer, place_id: str, units: Iterable[str]) -> bool:
    place = gazetteer.geometry(place_id)
    if place is None or place.geom_type != "Point":
        return False
    return any(
        (shape := gazetteer.geometry(unit)) is not None and shapely.dwithin(shape, place, _EDGE)
        for unit in units
    )


def scope_of(gazetteer: Gazetteer, holders: Iterable[str]) -> Scope:
    """Return what words such as "Latakia province" or "al Raqqah city" say of where a place lies.

    Examples
    --------
    >>> from mapper.gazetteer import load
    >>> sorted(scope_of(load(), ["Latakia province"]).units[0])
    ['adm1:SY06']
    """
    scope = Scope()
    for words in holders:
        scope = scope.joined(_one(gazetteer, words))
    return scope


def _one(gazetteer: Gazetteer, words: str) -> Scope:
    phrase = phrase_of(words)
    units: set[str] = set()
    towns: list[str] = []
    for name in phrase.names:
        hits = gazetteer.names.lookup(name)
        exact = [hit for hit in hits if hit.tier == "exact"] or [
            h for h in hits if h.likeness >= 0.6
        ]
        kinds = {gazetteer.records[hit.row].kind for hit in exact}
        wanted = next((kind for kind in _HOLDERS if kind in kinds), "")
        if phrase.kind in kinds:
            wanted = phrase.kind
        for hit in exact:
            record = gazetteer.records[hit.row]
            if record.kind == wanted and phrase.kind != "settlement":
                units.add(record.place_id)
            elif record.kind not in _HOLDERS and (record.kind.endswith("_seat") or not wanted):
                towns.append(record.place_id)
                if phrase.kind == "settlement" and record.adm1:
                    units.add(f"adm1:{record.adm1}")
        if units or towns:
            break
    holder = _one_level(phrase.holders, gazetteer)
    if not units and not towns:
        return replace(holder, unknown=(words, *holder.unknown))
    mine = Scope((frozenset(units),) if units else (), tuple(towns), words)
    return mine.joined(holder)


def _one_level(holders: tuple[str, ...], gazetteer: Gazetteer) -> Scope:
    scope = Scope()
    for words in holders:
        scope = scope.joined(_one(gazetteer, words))
    return scope
