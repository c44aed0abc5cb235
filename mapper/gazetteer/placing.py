"""Which unit a point lies in, by the package's polygons."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import shapely

from mapper.gazetteer.packaged import leaf_units
from mapper.gazetteer.records import Record

__all__ = ["Units", "fill_units", "units_of"]

# Degrees, some two kilometres: how far off the polygons a town on the shore may lie.
_SHORE = 0.02


@dataclass(frozen=True, slots=True)
class Units:
    """Areas with codes, and a tree to find the one at a point."""

    rows: list[dict[str, Any]]
    tree: Any


@cache
def _packaged() -> Units:
    rows = leaf_units()
    return Units(rows, shapely.STRtree([row["geometry"] for row in rows]))


def units_of(records: Iterable[Record], shapes: Mapping[str, Any]) -> Units:
    """Return the units of added gazetteers, the finest level of each country.

    Parameters
    ----------
    records : iterable of Record
        Units, of the kinds adm1, adm2 and adm3.
    shapes : mapping
        Their GeoJSON geometries by place id.
    """
    units = [record for record in records if record.kind in ("adm1", "adm2", "adm3")]
    finest: dict[str, str] = {}
    for unit in units:
        finest[unit.country] = max(finest.get(unit.country, ""), unit.kind)
    leaves = [unit for unit in units if unit.kind == finest[unit.country]]
    rows = [
        {"country": unit.country, "adm1": unit.adm1, "adm2": unit.adm2, "adm3": unit.adm3}
        for unit in leaves
    ]
    drawn = [shapely.from_geojson(json.dumps(shapes[unit.place_id])) for unit in leaves]
    return Units(rows, shapely.STRtree(drawn))


def fill_units(records: Sequence[Record], units: Units | None = None) -> None:
    """Fill in codes of units and country where a record has a point and lacks them.

    The nearest unit within two kilometres counts, so that a town on the shore has one; a unit of
    another country than the record states does not.

    Parameters
    ----------
    records : sequence of Record
        Changed in place.
    units : Units, optional
        By default the package's.
    """
    bare = [r for r in records if not r.adm1 and r.lat is not None and r.lon is not None]
    if not bare:
        return
    units = units or _packaged()
    points = shapely.points([(r.lon or 0.0, r.lat or 0.0) for r in bare])
    pairs = units.tree.query_nearest(points, max_distance=_SHORE, all_matches=True)
    chosen: dict[int, int] = {}
    for point, unit in np.transpose(pairs).tolist():
        same = bare[point].country in ("", units.rows[unit]["country"])
        if same and point not in chosen:
            chosen[point] = unit
    for point, unit in chosen.items():
        record, found = bare[point], units.rows[unit]
        record.country = found["country"]
        record.adm1, record.adm2, record.adm3 = found["adm1"], found["adm2"], found["adm3"]
