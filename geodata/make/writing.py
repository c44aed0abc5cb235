"""Tables and what they came from, written the same way each time."""

import csv
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from packages import PACKAGES

__all__ = ["HAND", "TABLES", "hand", "record", "write_csv", "write_geojson"]

ROOT = Path(__file__).parent.parent
HAND = ROOT / "hand"
TABLES = ROOT / "tables"
SOURCES = ROOT / "sources.json"


def hand(name: str) -> list[dict[str, str]]:
    """Return the rows of a table the project wrote itself."""
    with (HAND / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_csv(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write ``tables/{name}.csv``."""
    with (TABLES / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def write_geojson(
    name: str, features: Iterable[tuple[Mapping[str, Any], Any]], *, decimals: int
) -> None:
    """Write ``tables/{name}.geojson``, one feature a line, so that a change shows as a line."""
    lines = []
    for properties, geometry in features:
        rounded = shapely.set_precision(geometry, 10.0**-decimals)
        if rounded.is_empty:
            continue
        shape = json.loads(shapely.to_geojson(rounded))
        shape["coordinates"] = _short(shape["coordinates"], decimals)
        feature = {"type": "Feature", "properties": dict(properties), "geometry": shape}
        lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    body = ",\n".join(lines)
    text = f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n'
    (TABLES / f"{name}.geojson").write_text(text, encoding="utf-8")


def _short(numbers: Any, decimals: int) -> Any:
    if isinstance(numbers, list):
        return [_short(number, decimals) for number in numbers]
    return round(numbers, decimals)


def record(
    file: str, packages: Sequence[str], *, licence: str, attribution: str, date: str, script: str
) -> None:
    """Say in ``sources.json`` where a table came from."""
    sources = json.loads(SOURCES.read_text(encoding="utf-8")) if SOURCES.exists() else {}
    sources[file] = {
        "attribution": attribution,
        "date": date,
        "licence": licence,
        "packages": [
            {
                "name": package.name,
                "registry": package.registry,
                "sha256": package.sha256,
                "version": package.version,
            }
            for package in (PACKAGES[name] for name in packages)
        ],
        "script": script,
        "sha256": hashlib.sha256((ROOT / file).read_bytes()).hexdigest(),
    }
    text = json.dumps(sources, indent=1, ensure_ascii=False, sort_keys=True)
    SOURCES.write_text(text + "\n", encoding="utf-8")
