"""The gazetteer of this process: the package's places and the user's."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache

from mapper.gazetteer.gazetteer import Gazetteer, Part
from mapper.gazetteer.packaged import packaged_records
from mapper.gazetteer.placing import fill_units, units_of
from mapper.gazetteer.segment import Segment
from mapper.gazetteer.store import Added, added_gazetteers, read_added

__all__ = ["load", "uncollected"]


def load() -> Gazetteer:
    """Return the package's places and the user's; read once a process, and again after a change.

    >>> len(load()) > 1000
    True
    """
    return _loaded(tuple(added_gazetteers()))


@lru_cache(maxsize=2)
def _loaded(added: tuple[Added, ...]) -> Gazetteer:
    with uncollected():
        parts = [_packaged(), *(Part(*read_added(gazetteer.name)) for gazetteer in added)]
        drawn = [
            record for part in parts for record in part.records if record.place_id in part.shapes
        ]
        if drawn:
            shapes = {place_id: shape for part in parts for place_id, shape in part.shapes.items()}
            units = units_of(drawn, shapes)
            for part in parts[1:]:
                fill_units(part.records, units)
        return Gazetteer(parts)


@cache
def _packaged() -> Part:
    records = packaged_records()
    return Part(records, Segment.of(records), {})


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the garbage collector, which would walk tens of thousands of lasting things again and again.

    For work that makes many things and no cycles of them: places read, names answered.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
