"""The answer to a name: the place, how surely, why, and what else it may have been."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import shapely

from mapper.model import MatchTier, Precision

__all__ = ["COLUMNS", "Answer", "Status"]

COLUMNS = (
    "place_id",
    "place_name",
    "lat",
    "lon",
    "radius_km",
    "precision",
    "status",
    "match_tier",
    "match_score",
    "match_reason",
    "alternatives",
)


class Status(StrEnum):
    """Whether a name has a place."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a name was found to mean.

    Parameters
    ----------
    place_ids : tuple of str
        Empty unless resolved.
    place_name : str
        The name to show.
    lat, lon : float or None
        A point to look at, degrees, EPSG:4326.
    radius_km : float or None
        About that point; meant to hold the truth nine times in ten.
    precision : Precision
        How finely it is placed.
    status : Status
        Whether it is placed at all.
    tier : MatchTier or None
        How the name led there.
    score : float or None
        0 to 1.
    reason : str
        One sentence for a reader.
    alternatives : tuple of str
        Ids of the runners-up.
    geometry : Any
        Line or area; None if it is a point, or unplaced.
    """

    reason: str
    place_ids: tuple[str, ...] = ()
    place_name: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: Precision = Precision.UNPLACED
    status: Status = Status.UNKNOWN
    tier: MatchTier | None = None
    score: float | None = None
    alternatives: tuple[str, ...] = ()
    geometry: Any = field(default=None, compare=False)

    @property
    def shape(self) -> Any:
        """Point, line or area, EPSG:4326; None if unplaced."""
        if self.geometry is not None or self.lat is None or self.lon is None:
            return self.geometry
        return shapely.Point(self.lon, self.lat)
