"""Where: a named place, and how finely a statement is tied to it."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Candidate", "CoordinatesAre", "MatchTier", "Place", "PlaceRole", "Precision"]


class Precision(StrEnum):
    """How finely something is placed, finest first. Coarser than ``near`` is never a point.

    Examples
    --------
    >>> Precision.SETTLEMENT.pointlike, Precision.ADM1.pointlike
    (True, False)
    >>> max([Precision.SITE, Precision.ADM2], key=Precision.rank)
    <Precision.ADM2: 'adm2'>
    """

    SITE = "site"
    SETTLEMENT = "settlement"
    NEAR = "near"
    ADM3 = "adm3"
    ADM2 = "adm2"
    ADM1 = "adm1"
    ZONE = "zone"
    COUNTRY = "country"
    SEA_AIR = "sea_air"
    UNPLACED = "unplaced"

    def rank(self) -> int:
        """Return 0 for the finest, rising as it gets coarser."""
        return _RANKS[self]

    @property
    def pointlike(self) -> bool:
        """Whether it may be drawn as a point (``near`` as a disc of stated radius)."""
        return self in _POINTS


_RANKS = {precision: rank for rank, precision in enumerate(Precision)}
_POINTS = frozenset((Precision.SITE, Precision.SETTLEMENT, Precision.NEAR))


class PlaceRole(StrEnum):
    """What a place is to a claim."""

    SCENE = "scene"
    ORIGIN = "origin"
    DESTINATION = "destination"
    VIA = "via"
    BACKGROUND = "background"


class CoordinatesAre(StrEnum):
    """What a coordinate stands for; few are a measured spot."""

    MEASURED = "measured"
    SETTLEMENT_CENTROID = "settlement_centroid"
    ADMIN_CENTROID = "admin_centroid"
    CAPITAL_STANDIN = "capital_standin"
    AVERAGE_OF_SEVERAL = "average_of_several"
    OBSCURED = "obscured"
    UNKNOWN = "unknown"


class MatchTier(StrEnum):
    """How a name led to a place, surest first."""

    GIVEN = "given"
    EXACT = "exact"
    SKELETON = "skeleton"
    FUZZY = "fuzzy"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a gazetteer.

    Parameters
    ----------
    place_id : str
        Stable id with its gazetteer's prefix, such as ``geonames:173576`` or ``zone:syrian-coast``.
    name : str
        The name it is shown by.
    kind : str
        What it is: town, village, air_base, adm1, zone, crossing …
    precision : Precision
        How finely a statement tied to it is placed.
    lat, lon : float or None
        A point to look at, degrees, EPSG:4326. Not a claim that anything happened there.
    radius_km : float or None
        A radius that holds the place, kilometres.
    country : str
        ISO 3166-1 alpha-2 (``SY``), or alpha-3 where a source has no other; empty if none.
    adm1_pcode, adm2_pcode : str
        OCHA P-codes of the governorate and district it lies in; empty if unknown.
    names : tuple of str
        Every other name, any script.
    population : int
        Inhabitants where a source says so, else 0; used to rank, never shown.
    source : str
        The table it came from.
    """

    place_id: str
    name: str
    kind: str
    precision: Precision
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    country: str = ""
    adm1_pcode: str = ""
    adm2_pcode: str = ""
    names: tuple[str, ...] = ()
    population: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, with the reason.

    Parameters
    ----------
    place : Place
        The place.
    tier : MatchTier
        How the name led there.
    score : float
        Between 0 and 1; only compared among candidates of one name.
    reason : str
        One sentence for a reader.
    """

    place: Place
    tier: MatchTier
    score: float
    reason: str = ""
