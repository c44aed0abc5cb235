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
    units : callable
        Place id to the ids of what holds it.
    geometry : callable
        Place id to its point, line or area.
    """

    def __init__(
        self,
        records: Sequence[Record],
        rows: Mapping[str, int],
        units: Callable[[str], tuple[str, ...]],
        geometry: Callable[[str], Any],
    ) -> None:
        self._records = records
        self._rows = rows
        self._units = units
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
                beside = self._beside(shape, near, edge)
                # Two villages of one name face each other over many a border.
                near.update(
                    row
                    for row in beside
                    if self._records[row].country in ("", country) or not country
                )
                near.update(row for row, line in self._lines if shapely.dwithin(shape, line, edge))
        # A zone lies where its parts lie, a village known by its unit where the unit does.
        near.update(
            row
            for row, members in self._made_of
            if any(self._rows.get(member) in near for member in members)
        )
        return frozenset(near)

    def _beside(self, shape: Any, known: set[int], edge: float) -> list[int]:
        west, south, east, north = shape.bounds
        lon, lat = self._spots
        about = (
            (lon > west - edge) & (lon < east + edge) & (lat > south - edge) & (lat < north + edge)
        )
        asked = np.array(
            [row for row in np.flatnonzero(about).tolist() if row not in known], dtype=int
        )
        if not len(asked):
            return []
        within = shapely.dwithin(shape, shapely.points(lon[asked], lat[asked]), edge)
        return list(asked[within].tolist())

    @cached_property
    def _spots(self) -> tuple[Any, Any]:
        """Longitudes and latitudes; NaN, which is beside nothing, for what is no spot."""
        spots = [
            (np.nan, np.nan)
            if record.lat is None or record.lon is None
            else (record.lon, record.lat)
            for record in self._records
        ]
        lon, lat = np.array(spots, dtype=float).reshape(-1, 2).T
        return lon, lat

    @cached_property
    def _lines(self) -> list[tuple[int, Any]]:
        borders = [r.place_id for r in self._records if r.kind == "border"]
        return [(self._rows[border], self._geometry(border)) for border in borders]

    @cached_property
    def _made_of(self) -> list[tuple[int, list[str]]]:
        return [(row, record.members) for row, record in enumerate(self._records) if record.members]

    @cached_property
    def _by_unit(self) -> dict[str, set[int]]:
        rows: dict[str, set[int]] = {}
        for row, record in enumerate(self._records):
            for unit in (record.place_id, *self._units(record.place_id)):
                rows.setdefault(unit, set()).add(row)
        return rows
