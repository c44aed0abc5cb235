"""What the answer of an online geocoder says: where, how finely, and how far about it."""

from dataclasses import dataclass
from typing import Any

import shapely

from mapper.geocoding.distances import kilometres
from mapper.model import Precision

__all__ = ["Found", "found_of"]

_TOWNS = {
    "city", "town", "village", "hamlet", "isolated_dwelling", "farm", "locality", "municipality", "suburb",
    "quarter", "neighbourhood", "city_district", "borough", "allotments", "city_block",
}  # fmt: skip
_UNITS = {
    "country": Precision.COUNTRY, "state": Precision.ADM1, "province": Precision.ADM1, "region": Precision.ADM1,
    "governorate": Precision.ADM1, "county": Precision.ADM2, "district": Precision.ADM2, "state_district": Precision.ADM2,
    "subdistrict": Precision.ADM3, "sea": Precision.SEA_AIR, "ocean": Precision.SEA_AIR, "bay": Precision.SEA_AIR,
    "continent": Precision.ZONE, "archipelago": Precision.ZONE, "island": Precision.ZONE,
}  # fmt: skip
# Long or wide things: a point of them says little.
_LINES = {"highway", "waterway", "railway", "route", "street"}
_WIDE = {"natural", "landuse", "boundary"}
# Kilometres: the least that a point of the kind can promise, and what makes an area of it.
_LEAST = {Precision.SITE: 1.0, Precision.SETTLEMENT: 4.0, Precision.NEAR: 5.0}
_AREA = 25.0


@dataclass(frozen=True, slots=True)
class Found:
    """One place that a server knows.

    Parameters
    ----------
    place_id : str
        ``osm:`` with the type and number of the object in OpenStreetMap; empty if it gave none.
    name : str
        As the server shows it, with what holds it.
    lat, lon : float
        Degrees, EPSG:4326.
    precision : Precision
        By the class of the object, and never finer than its box allows.
    radius_km : float
        About the point; reaches the corners of its box.
    geometry : Any
        The box, if it stands for an area; None if it stands for a point.
    """

    place_id: str
    name: str
    lat: float
    lon: float
    precision: Precision
    radius_km: float
    geometry: Any


def found_of(raw: dict[str, Any]) -> Found | None:
    """Return what one result of Nominatim or Photon says; None if it has no point.

    Examples
    --------
    >>> found = found_of({
    ...     "lat": "36.37", "lon": "37.51", "class": "place", "type": "city", "osm_type": "node", "osm_id": 7,
    ...     "display_name": "Al-Bab, Aleppo Governorate, Syria", "boundingbox": ["36.3", "36.4", "37.4", "37.6"],
    ... })
    >>> found.place_id, str(found.precision), found.radius_km
    ('osm:node/7', 'settlement', 12.6)
    """
    inner = raw.get("properties", raw)
    try:
        lat, lon, box = _photon(raw) if "properties" in raw else _nominatim(raw)
    except (KeyError, TypeError, ValueError, IndexError):
        return None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    corners = [] if box is None else list(shapely.get_coordinates(box))
    reach = max((kilometres(lat, lon, y, x) for x, y in corners), default=0.0)
    precision = _precision(inner)
    if precision in (Precision.SETTLEMENT, Precision.SITE, Precision.NEAR) and reach > _AREA:
        precision = Precision.ZONE
    if not precision.pointlike and (box is None or not box.area):
        precision, box = Precision.NEAR, None
    code = inner.get("osm_type"), inner.get("osm_id")
    kind = {"N": "node", "W": "way", "R": "relation"}.get(str(code[0]), code[0])
    return Found(
        f"osm:{kind}/{code[1]}" if all(code) else "",
        _name(inner),
        lat,
        lon,
        precision,
        round(max(reach, _LEAST.get(precision, 0.0)), 1),
        None if precision.pointlike else box,
    )


def _nominatim(raw: dict[str, Any]) -> tuple[float, float, Any]:
    box = None
    if raw.get("boundingbox"):
        south, north, west, east = map(float, raw["boundingbox"])
        box = shapely.box(west, south, east, north)
    return float(raw["lat"]), float(raw["lon"]), box


def _photon(raw: dict[str, Any]) -> tuple[float, float, Any]:
    lon, lat = map(float, raw["geometry"]["coordinates"][:2])
    extent = raw["properties"].get("extent")
    box = None
    if extent:
        west, north, east, south = map(float, extent)
        box = shapely.box(west, south, east, north)
    return lat, lon, box


def _precision(inner: dict[str, Any]) -> Precision:
    group = inner.get("class") or inner.get("category") or inner.get("osm_key") or ""
    kinds = [inner.get("addresstype"), inner.get("osm_value"), inner.get("type")]
    for kind in kinds:
        if kind in _TOWNS:
            return Precision.SETTLEMENT
        if kind in _UNITS:
            return _UNITS[kind]
    if group == "boundary" and "place_rank" in inner:
        rank = int(inner["place_rank"])
        steps = (
            (4, Precision.COUNTRY),
            (9, Precision.ADM1),
            (12, Precision.ADM2),
            (15, Precision.ADM3),
        )
        return next((level for most, level in steps if rank <= most), Precision.SETTLEMENT)
    if group in _LINES or group in _WIDE or "street" in kinds:
        return Precision.NEAR
    return Precision.SETTLEMENT if group == "place" else Precision.SITE


def _name(inner: dict[str, Any]) -> str:
    if inner.get("display_name"):
        return str(inner["display_name"])
    parts = (inner.get(key) for key in ("name", "city", "county", "state", "country"))
    return ", ".join(dict.fromkeys(str(part) for part in parts if part))
