"""Both ends of a movement by the coordinates of its own table."""

from typing import Any

import pandas as pd
import shapely

from mapper.gazetteer import Gazetteer
from mapper.model import CoordinatesAre, MatchTier, Precision
from mapper.schema import split

__all__ = ["drawn_ends"]

# Degrees, some 25 kilometres: a place of the same name further from the coordinate is another.
_NEAR = 0.25


def drawn_ends(gazetteer: Gazetteer, row: dict[str, Any]) -> None:
    """Give a movement whose table has coordinates for both its ends the line between them.

    The places its names led to are kept only if both lie where the table says; a name alone is
    less than a name and a coordinate.

    Parameters
    ----------
    gazetteer : Gazetteer
        The places that the names led to.
    row : dict
        A claim with ``origin_lat``, ``origin_lon``, ``destination_lat`` and ``destination_lon``,
        degrees, EPSG:4326; changed in place.
    """
    spots = [_spot(row, end) for end in ("origin", "destination")]
    if any(spot is None for spot in spots):
        return
    ends = list(zip(("origin", "destination"), spots, strict=True))
    if all(_there(gazetteer, row[f"{end}_id"], spot) for end, spot in ends):
        return
    for end, _ in ends:
        row[f"{end}_id"] = None
    same = spots[0].equals(spots[1])
    row["geometry"] = spots[0] if same else shapely.LineString(spots)
    row["precision"] = Precision.NEAR.value
    row["coordinates_are"] = CoordinatesAre.SETTLEMENT_CENTROID.value
    row["match_tier"] = MatchTier.GIVEN.value
    row["match_reason"] = "the source gives the coordinates of both ends"


def _spot(row: dict[str, Any], end: str) -> Any:
    lat, lon = row.get(f"{end}_lat"), row.get(f"{end}_lon")
    if pd.isna(lat) or pd.isna(lon) or (lat, lon) == (0, 0):
        return None
    return shapely.Point(lon, lat) if abs(lat) <= 90 and abs(lon) <= 180 else None


def _there(gazetteer: Gazetteer, ids: object, spot: Any) -> bool:
    places = [gazetteer.geometry(one) for one in split(ids) if one in gazetteer]
    return any(place is not None and shapely.dwithin(place, spot, _NEAR) for place in places)
