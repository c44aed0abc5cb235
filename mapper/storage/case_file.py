"""The case as one GeoPackage file, replaced whole or not at all.

The layers are the tables of `mapper.schema`, under their names, so that QGIS opens a case as it is.
"""

import shutil
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from mapper.errors import CaseError, OutputError
from mapper.schema import MANIFEST, TABLES
from mapper.storage.case import is_older, no_case, version_of
from mapper.storage.files import swept, written_aside
from mapper.storage.geopackage import read_layer, write_layers

__all__ = ["named", "read", "write"]


def named(path: str | Path) -> Path:
    """Return the path of a case; raise `CaseError` if it cannot be one."""
    path = Path(path)
    if path.suffix.lower() != ".gpkg":
        raise CaseError(f"a case is one GeoPackage: name it {path.name}.gpkg, not {path.name}")
    return path


def write(path: Path, layers: Mapping[str, Any]) -> None:
    """Replace a case. Only for one who holds its lock."""
    if path.exists():
        _keep_older(path)
    swept(path)
    with written_aside(path) as aside:
        write_layers({name: (frame, TABLES[name]) for name, frame in layers.items()}, aside)


def read(
    path: Path,
    only: Collection[str] = tuple(TABLES),
    *,
    bbox: tuple[float, float, float, float] | None = None,
    period: tuple[date | None, date | None] | None = None,
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the tables that are there, all of them or what lies in a box and a period.

    And the manifest. Raises `CaseError` if it is no case, or newer than this program.
    """
    layers, _, manifest = _opened(path)
    found = {}
    for name, table in TABLES.items():
        if name not in layers or name not in only or name == MANIFEST.name:
            continue
        dated = period if "period_start" in table.names else None
        found[name] = read_layer(
            path, name, bbox=bbox if table.spatial else None, where=_touching(dated)
        )
    return found, manifest


def _opened(path: Path) -> tuple[list[str], int, dict[str, Any]]:
    if not path.is_file():
        raise CaseError(f"there is no case {path}; make one with: mapper case add {path} REPORT")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            layers = [row[0] for row in database.execute("SELECT table_name FROM gpkg_contents")]
            if MANIFEST.name not in layers:
                raise no_case(str(path))
            told = database.execute(f"SELECT name, value FROM {MANIFEST.name}").fetchall()  # noqa: S608 (our name)
    except sqlite3.Error as error:
        raise no_case(str(path)) from error
    return layers, *version_of(pd.DataFrame(told, columns=["name", "value"]), str(path))


def _keep_older(path: Path) -> None:
    """Refuse to replace what is no case or a newer one; keep a copy of an older one."""
    _, version, _ = _opened(path)
    copy = path.with_name(f"{path.stem}.schema-{version}{path.suffix}")
    if not is_older(version) or copy.exists():
        return
    try:
        with written_aside(copy) as aside:
            shutil.copyfile(path, aside)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot keep a copy of {path} as {copy.name}: {why}") from error


def _touching(period: tuple[date | None, date | None] | None) -> str | None:
    """Return the SQL that keeps rows which may touch a period; days are text in a GeoPackage."""
    if period is None:
        return None
    first, last = period
    conditions = []
    if first is not None:
        conditions.append(f"(period_end IS NULL OR period_end >= '{first.isoformat()}')")
    if last is not None:
        conditions.append(f"(period_start IS NULL OR period_start < '{last.isoformat()}T24')")
    return " AND ".join(conditions) or None
