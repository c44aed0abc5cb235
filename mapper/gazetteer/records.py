"""The rows of a gazetteer: what is kept of a place, whatever file it came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mapper.model import Precision

__all__ = ["Record", "columns", "precision_of"]

_PRECISIONS = {
    "adm1": Precision.ADM1,
    "adm2": Precision.ADM2,
    "adm3": Precision.ADM3,
    "adm4": Precision.ADM3,
    "country": Precision.COUNTRY,
    "zone": Precision.ZONE,
    "border": Precision.ZONE,
    "airport": Precision.SITE,
    "air_base": Precision.SITE,
    "crossing": Precision.SITE,
    "site": Precision.SITE,
    "camp": Precision.SITE,
    "port": Precision.SITE,
    "village_in_unit": Precision.ADM3,
    "site_in_unit": Precision.ADM3,
    "area": Precision.NEAR,
}


@dataclass(slots=True)
class Record:
    """One place as a gazetteer has it.

    Parameters
    ----------
    place_id : str
        With its gazetteer's prefix.
    name : str
        The name it is shown by.
    kind : str
        What it is, in the words of `precision_of`.
    lat, lon : float or None
        Degrees, EPSG:4326.
    country, adm1, adm2, adm3 : str
        ISO 3166-1 alpha-2 and the ids' codes of the units it lies in; empty if unknown.
    population : int
        0 if unknown.
    radius_km : float or None
        Where the gazetteer states one.
    names : list of str
        Other names, any script.
    members : list of str
        Units that a zone is made of, or the one unit that stands for an unplaced village.
    """

    place_id: str
    name: str
    kind: str
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    adm1: str = ""
    adm2: str = ""
    adm3: str = ""
    population: int = 0
    radius_km: float | None = None
    names: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)


def precision_of(kind: str) -> Precision:
    """Return how finely a statement tied to a place of this kind is placed.

    >>> precision_of("adm2_seat"), precision_of("adm2")
    (<Precision.SETTLEMENT: 'settlement'>, <Precision.ADM2: 'adm2'>)
    """
    return _PRECISIONS.get(kind, Precision.SETTLEMENT)


def columns(records: Iterable[Record]) -> dict[str, list[Any]]:
    """Return records as columns, the form in which they are kept on disk."""
    rows = list(records)
    return {name: [getattr(row, name) for row in rows] for name in Record.__slots__}
