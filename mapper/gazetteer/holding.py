"""Which places of a gazetteer lie in or beside a unit, all of them at once."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from mapper.gazetteer.records import Record

__all__ = ["Holding"]


class Holding:
    """Looks up what units hold; each set of units is worked out once.

    Parameters
    ----------
    records : sequence of Record
        Places; their positions are what is asked for.
    rows : mapping of str to int
        Their positions by id.
    zones : mapping of str to list of str
        For each unit the zones it is a part of.
    geometry : callable
        Place id to its point, line or area.
    """

    def __init__(
        self,
        records: Sequence[Record],
        rows: Mapping[str, int],
        zones: Mapping[str, Sequence[str]],
        geometry: Callable[[str], Any],
    ) -> None:
        self._records = records
        self._rows = rows
        self._zones = zones
        self._geometry = geometry
        self._known: dict[tuple[frozenset[str], float], frozenset[int]] = {}

    def rows_in(self, units: frozenset[str], edge: float) -> frozenset[int]:
        """Return the places that any of some units holds, or that lie within ``edge`` degrees of it."""
        key = (units, edge)
        if key not in self._known:
            held = frozenset().union(*(self._by_unit.get(unit, ()) for unit in units))
            self._known[key] = held if not edge else self._widened(units, held, edge)
        return self._known[key]

    def _widened(self, units: frozenset[str], held: frozenset[int], edge: float) -> frozenset[int]:
        near = set(held)
        for unit in units:
            shape = self._geometry(unit) if unit in self._rows else None
            if shape is not None:
                country = self._records[self._rows[unit]].country
                rows, tree = self._spots
                # Two villages of one name face each other over many a border.
                near.update(
                    row
                    for row in rows[tree.query(shape, "dwithin", edge)].tolist()
                    if self._records[row].country in ("", country) or not country
                )
        # A zone lies where its parts lie, a village known by its unit where the unit does.
        for member in near & self._made_of.keys():
            near |= self._made_of[member]
        return frozenset(near)

    @cached_property
    def _spots(self) -> tuple[Any, Any]:
        """Positions of all that has a point, and of the borders, which have no country; a tree of them."""
        points = [
            (row, record.lon, record.lat)
            for row, record in enumerate(self._records)
            if record.lat is not None and record.lon is not None
        ]
        lines = [row for row, record in enumerate(self._records) if record.kind == "border"]
        drawn = [self._geometry(self._records[row].place_id) for row in lines]
        shapes = [*shapely.points([(lon, lat) for _, lon, lat in points]), *drawn]
        return np.array([*(row for row, _, _ in points), *lines], dtype=int), shapely.STRtree(
            shapes
        )

    @cached_property
    def _made_of(self) -> dict[int, set[int]]:
        """Return for each unit the zones and the unplaced villages that stand for it."""
        made: dict[int, set[int]] = {}
        for row, record in enumerate(self._records):
            for member in record.members:
                if member in self._rows:
                    made.setdefault(self._rows[member], set()).add(row)
        return made

    @cached_property
    def _by_unit(self) -> dict[str, set[int]]:
        """Return what each place holds: itself, and what is said to lie in it."""
        levels: dict[str, dict[str, set[int]]] = {"": {}, "adm2:": {}, "adm1:": {}, "country:": {}}
        third, second, first, country = levels.values()
        for row, record in enumerate(self._records):
            third.setdefault(record.adm3, set()).add(row)
            second.setdefault(record.adm2, set()).add(row)
            first.setdefault(record.adm1, set()).add(row)
            country.setdefault(record.country, set()).add(row)
        held = {place_id: {row} for place_id, row in self._rows.items()}
        for prefix, codes in levels.items():
            for code, rows in codes.items():
                if prefix + code in held:
                    held[prefix + code] |= rows
        zones = [
            (zone, held[unit])
            for unit, around in self._zones.items()
            if unit in held
            for zone in around
        ]
        for zone, rows in zones:
            held[zone] = held[zone] | rows
        return held
