"""Airports and air bases of Syria and Lebanon."""

import csv
from pathlib import Path

from packages import unpacked
from places import COUNTRIES, Units
from writing import record, write_csv

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


def make(folder: Path) -> None:
    """Write ``airbases.csv``."""
    units = Units()
    rows = []
    with (unpacked("airportsdata", folder) / "airportsdata" / "airports.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        for row in csv.DictReader(file):
            if row["country"] not in COUNTRIES:
                continue
            unit = units.of(float(row["lon"]), float(row["lat"]), row["country"])
            rows.append(
                {
                    "place_id": f"airport:{row['icao']}",
                    "name": row["name"],
                    "kind": "air_base" if "Base" in row["name"] else "airport",
                    "lat": row["lat"],
                    "lon": row["lon"],
                    "country": row["country"],
                    "adm1_pcode": unit.get("adm1_pcode", ""),
                    "adm2_pcode": unit.get("adm2_pcode", ""),
                    "population": 0,
                    "names": "",
                }
            )
    write_csv("airbases", COLUMNS, rows)
    record(
        "tables/airbases.csv",
        ["airportsdata"],
        licence="MIT",
        attribution="airportsdata",
        date="2026-09-05",
        script="make/airbases.py",
    )
