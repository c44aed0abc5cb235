"""The case: everything of one investigation, in one GeoPackage file.

The layers are the tables of `mapper.schema`, under their names, so that QGIS opens a case as it is.
A case is replaced whole or not at all: it is written beside, then renamed. The `manifest` layer says
what it was made of, and by which version of the schema.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from pyogrio.errors import DataSourceError

from mapper.errors import CaseError, OutputError
from mapper.schema import MANIFEST, TABLES, conform
from mapper.storage.files import swept, written_aside
from mapper.storage.geopackage import layers_of, read_layer, write_layers
from mapper.storage.locks import locked
from mapper.storage.tables import as_given

__all__ = ["SCHEMA_VERSION", "Case", "read_case", "write_case"]

SCHEMA_VERSION = 1
_VERSION = "schema_version"

# version -> what turns the tables of that version into those of the next
_MIGRATIONS: dict[int, Callable[[dict[str, pd.DataFrame]], dict[str, pd.DataFrame]]] = {}


@dataclass(frozen=True)
class Case(Mapping[str, Any]):
    """The tables of a case by their names, and what it was made of.

    Every table of `mapper.schema.TABLES` is there, if need be without rows.

    Parameters
    ----------
    tables : mapping of str to DataFrame or GeoDataFrame
        The tables.
    manifest : mapping
        What it was made of (see `mapper.storage.make_manifest`).
    """

    tables: Mapping[str, Any]
    manifest: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)


def write_case(
    path: str | Path,
    tables: Mapping[str, pd.DataFrame],
    manifest: Mapping[str, Any] | None = None,
) -> None:
    """Write a case: a GeoPackage, or the tables of a PostGIS schema.

    Parameters
    ----------
    path : str or Path
        A ``.gpkg`` file, replaced only when all is written; or ``postgresql://…``.
    tables : mapping of str to DataFrame
        Tables by their names in `mapper.schema.TABLES`. What is absent is written without rows,
        except a table that has lost all its columns to a profile, which is left out.
    manifest : mapping, optional
        What it was made of; defaults to the manifest of `tables` if that is a `Case`.

    Raises
    ------
    CaseError
        If another process is writing it, or it was written by a newer version.
    OutputError
        If it cannot be written. What stood there is untouched.

    Examples
    --------
    >>> import tempfile
    >>> from mapper.schema import CLAIMS
    >>> path = Path(tempfile.mkdtemp()) / "coast.gpkg"
    >>> write_case(path, {"claims": conform([{"claim_id": "c1", "count_low": 12}], CLAIMS)})
    >>> read_case(path)["claims"]["count_low"].tolist()
    [12]
    """
    if manifest is None:
        manifest = tables.manifest if isinstance(tables, Case) else {}
    path = _case_path(path)
    layers = _layers(tables, manifest)
    with locked(path):
        if path.exists():
            _keep_older(path)
        swept(path)
        with written_aside(path) as aside:
            write_layers({name: (frame, TABLES[name]) for name, frame in layers.items()}, aside)


def read_case(
    path: str | Path,
    *,
    bbox: tuple[float, float, float, float] | None = None,
    period: tuple[date | None, date | None] | None = None,
    only: Collection[str] | None = None,
) -> Case:
    """Read a case, all of it or what lies in a box and a period.

    Parameters
    ----------
    path : str or Path
        A ``.gpkg`` file or ``postgresql://…``.
    bbox : tuple of float, optional
        West, south, east, north in degrees. Tables without a geometry come whole; rows that have
        none are in no box.
    period : tuple of date or None, optional
        First and last day, both included; ``None`` is open. Rows that may touch it are kept: an
        unknown end reaches out, and what is undated altogether stays.
    only : collection of str, optional
        The tables wanted; the others come without rows.

    Returns
    -------
    Case
        A mapping of tables.

    Raises
    ------
    CaseError
        If there is no case, or it is newer than this program.
    """
    path = _case_path(path)
    stored, manifest = _opened(path)
    wanted = set(TABLES if only is None else only)
    if unknown := sorted(wanted - set(TABLES)):
        raise CaseError(f"a case has no table {unknown[0]!r}; it has {', '.join(TABLES)}")
    found: dict[str, pd.DataFrame] = {}
    for name, table in TABLES.items():
        if name not in stored or name not in wanted or name == MANIFEST.name:
            continue
        dated = period if "period_start" in table.names else None
        found[name] = read_layer(
            path, name, bbox=bbox if table.spatial else None, where=_touching(dated)
        )
    version = int(manifest.pop(_VERSION))
    while version < SCHEMA_VERSION:
        found = _MIGRATIONS[version](found)
        version += 1
    tables = {
        name: conform(found.get(name, pd.DataFrame()), table) for name, table in TABLES.items()
    }
    tables[MANIFEST.name] = _manifest_rows(manifest)
    return Case(tables, manifest)


def _case_path(path: str | Path) -> Path:
    path = Path(path)
    if path.suffix.lower() != ".gpkg":
        raise CaseError(f"a case is one GeoPackage: name it {path.name}.gpkg, not {path.name}")
    return path


def _layers(
    tables: Mapping[str, pd.DataFrame], manifest: Mapping[str, Any]
) -> dict[str, pd.DataFrame]:
    if unknown := sorted(set(tables) - set(TABLES)):
        raise CaseError(f"a case has no table {unknown[0]!r}; it has {', '.join(TABLES)}")
    layers: dict[str, pd.DataFrame] = {}
    for name, table in TABLES.items():
        frame = tables.get(name)
        if frame is None:
            layers[name] = conform([], table)
        else:
            layers[name] = as_given(frame, table)
    layers[MANIFEST.name] = _manifest_rows({**manifest, _VERSION: SCHEMA_VERSION})
    return layers


def _manifest_rows(manifest: Mapping[str, Any]) -> pd.DataFrame:
    rows = [
        {"name": name, "value": json.dumps(value, ensure_ascii=False, sort_keys=True)}
        for name, value in sorted(manifest.items())
    ]
    return conform(rows, MANIFEST)


def _opened(path: Path) -> tuple[list[str], dict[str, Any]]:
    """Return the layers and the manifest of a case that this program can read."""
    if not path.is_file():
        raise CaseError(f"there is no case {path}; make one with: mapper case add {path} REPORT")
    try:
        layers = layers_of(path)
        rows = read_layer(path, MANIFEST.name) if MANIFEST.name in layers else pd.DataFrame()
        manifest = {
            str(name): json.loads(str(value))
            for name, value in zip(rows["name"], rows["value"], strict=True)
        }
        version = int(manifest[_VERSION])
    except (sqlite3.Error, DataSourceError, KeyError, ValueError, AttributeError) as error:
        raise CaseError(
            f"{path} is not a case of this program; name another file, or read it as a table"
        ) from error
    if version > SCHEMA_VERSION:
        raise CaseError(
            f"{path} has schema version {version}, and this program knows {SCHEMA_VERSION} at most; "
            "install a newer incident-mapper"
        )
    return layers, manifest


def _keep_older(path: Path) -> None:
    """Refuse to replace what is no case or a newer one; keep a copy of an older one."""
    _, manifest = _opened(path)
    version = int(manifest[_VERSION])
    if version == SCHEMA_VERSION:
        return
    copy = path.with_name(f"{path.stem}.schema-{version}{path.suffix}")
    if copy.exists():
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
