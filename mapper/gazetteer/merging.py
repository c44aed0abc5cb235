"""Which unit with a shape a gazetteer means that has but a point for it."""

from collections.abc import Iterable

from mapper.gazetteer.records import Record
from mapper.gazetteer.skeleton import skeletons

__all__ = ["KnownUnits"]


class KnownUnits:
    """Governorates and districts of the gazetteers so far, by what they are called.

    Parameters
    ----------
    records : iterable of Record
        Of the gazetteers so far.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self._ids: set[str] = set()
        self._called: dict[tuple[str, str], list[str]] = {}
        for record in records:
            if record.kind in ("adm1", "adm2"):
                self._ids.add(record.place_id)
                for key in _keys(record):
                    self._called.setdefault((record.kind, key), []).append(record.place_id)

    def meant_by(self, record: Record) -> str:
        """Return the unit that a point for a unit stands for; empty if it is none.

        A governorate is an area: a gazetteer that has but a point for it only adds names, to the
        unit that the point lies in, or to another that alone is called so.
        """
        code = {"adm1": record.adm1, "adm2": record.adm2}.get(record.kind, "")
        around = {f"{record.kind}:{code}"} & self._ids
        called = {
            unit for key in _keys(record) for unit in self._called.get((record.kind, key), ())
        }
        meant = around & called or (called if len(called) == 1 else around if not called else set())
        return next(iter(meant), "")


def _keys(record: Record) -> set[str]:
    return {key for name in (record.name, *record.names) for key in skeletons(name)}
