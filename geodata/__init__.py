"""Packaged data: every table with a source, a licence and a hash. Imports nothing of mapper.

``tables/`` is derived by the scripts in ``make/`` from packages of the registries; ``hand/`` is
written by the project. ``sources.json`` says for each where it came from; ``LICENSES.md`` in words.
"""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["Package", "Table", "features", "path", "rows", "table", "tables"]

_ROOT = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Package:
    """An archive of a package registry that a table was derived from."""

    name: str
    version: str
    registry: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table and where it came from.

    Parameters
    ----------
    name : str
        Its short name, such as ``land``.
    path : Path
        The file: CSV with a header, or GeoJSON in EPSG:4326.
    licence : str
        SPDX identifiers, or words.
    attribution : str
        What must stand beside anything drawn from it; empty if nothing must.
    date : str
        Of the data, not of the package.
    script : str
        What made it, relative to this package; empty for a table written by hand.
    packages : tuple of Package
        What it was derived from.
    sha256 : str
        Of the file.
    """

    name: str
    path: Path
    licence: str
    attribution: str
    date: str
    script: str
    packages: tuple[Package, ...]
    sha256: str


@cache
def tables() -> dict[str, Table]:
    """Return every table by name.

    >>> sorted(tables())[:4]
    ['adm1', 'adm2', 'adm3', 'airbases']
    """
    sources = json.loads((_ROOT / "sources.json").read_text(encoding="utf-8"))
    return {
        Path(file).stem: Table(
            name=Path(file).stem,
            path=_ROOT / file,
            licence=source["licence"],
            attribution=source["attribution"],
            date=source["date"],
            script=source["script"],
            packages=tuple(Package(**package) for package in source["packages"]),
            sha256=source["sha256"],
        )
        for file, source in sorted(sources.items())
    }


def table(name: str) -> Table:
    """Return a table with its provenance.

    Raises
    ------
    KeyError
        If there is no such table; the message names those there are.

    Examples
    --------
    >>> table("land").licence
    'ODbL-1.0'
    """
    if name not in tables():
        raise KeyError(f"no table {name!r} in geodata; there are {', '.join(tables())}")
    return tables()[name]


def path(name: str) -> Path:
    """Return the file of a table.

    >>> path("land").name
    'land.geojson'
    """
    return table(name).path


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a CSV table, read once.

    >>> rows("demonyms")[0]["words"].split("|")[:2]
    ['Syrian', 'Syrians']
    """
    with path(name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def features(name: str) -> tuple[tuple[Mapping[str, Any], str], ...]:
    """Return properties and geometry of each feature of a GeoJSON table, read once.

    The geometry is text: most are never asked for, and what draws one parses it. The tables are
    written one feature a line, the geometry last.

    >>> properties, geometry = features("borders")[0]
    >>> properties["place_id"], geometry[:25]
    ('border:SY-LB', '{"type":"MultiLineString"')
    """
    found = []
    for line in path(name).read_text(encoding="utf-8").splitlines()[1:-1]:
        feature, _, geometry = line.rstrip(",").partition(',"geometry":')
        found.append((json.loads(feature + "}")["properties"], geometry[:-1]))
    return tuple(found)
