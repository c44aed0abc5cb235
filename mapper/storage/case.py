"""The case: everything of one investigation, as tables and what they were made of.

Wherever a case is kept, the `manifest` table says what it was made of, and by which version of the
schema; an older version is migrated when it is read, a newer one refused.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pandas as pd

from mapper.errors import CaseError
from mapper.schema import MANIFEST, TABLES, conform, conform_all
from mapper.storage.migrating import MIGRATIONS, SCHEMA_VERSION
from mapper.storage.tables import as_given

__all__ = [
    "SCHEMA_VERSION",
    "Case",
    "check_names",
    "is_older",
    "no_case",
    "packed",
    "unpacked",
    "version_of",
]

_VERSION = "schema_version"


@dataclass(frozen=True)
class Case(Mapping[str, Any]):
    """The tables of a case by their names, and what it was made of.

    A case that was read has every table of `mapper.schema.TABLES`, if need be without rows; one in
    the making may lack some: see `whole`.

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

    def whole(self) -> "Case":
        """Return the case with every table, those it lacks without rows."""
        return Case(conform_all(self), self.manifest)


def check_names(names: Iterable[str]) -> None:
    """Raise `CaseError` if a case has no table of one of these names."""
    if unknown := sorted(set(names) - set(TABLES)):
        raise CaseError(f"a case has no table {unknown[0]!r}; it has {', '.join(TABLES)}")


def packed(tables: Mapping[str, Any], manifest: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return every table as it is to be stored; of a table a profile cut, only what it left."""
    check_names(tables)
    if manifest is None:
        manifest = tables.manifest if isinstance(tables, Case) else {}
    layers: dict[str, Any] = {}
    for name, table in TABLES.items():
        frame = tables.get(name)
        layers[name] = _empty(name) if frame is None else as_given(frame, table)
    layers[MANIFEST.name] = _manifest_rows({**manifest, _VERSION: SCHEMA_VERSION})
    return layers


def unpacked(found: Mapping[str, Any], manifest: Mapping[str, Any]) -> Case:
    """Return what was stored as a case of this version; what is absent has no rows."""
    found = dict(found)
    manifest = dict(manifest)
    version = int(manifest.pop(_VERSION))
    while version < SCHEMA_VERSION:
        found = MIGRATIONS[version](found)
        version += 1
    tables = {
        name: conform(found[name], table) if name in found else _empty(name).copy()
        for name, table in TABLES.items()
    }
    tables[MANIFEST.name] = _manifest_rows(manifest)
    return Case(tables, manifest)


@cache
def _empty(name: str) -> Any:
    return conform([], TABLES[name])


def version_of(rows: pd.DataFrame, where: str) -> tuple[int, dict[str, Any]]:
    """Return the schema version and the manifest that stand in a stored manifest table.

    Raises
    ------
    CaseError
        If it is no manifest, or the version is newer than this program.
    """
    try:
        manifest = {
            str(name): json.loads(str(value))
            for name, value in zip(rows["name"], rows["value"], strict=True)
        }
        version = int(manifest[_VERSION])
    except (KeyError, ValueError, TypeError) as error:
        raise no_case(where) from error
    if version > SCHEMA_VERSION:
        raise CaseError(
            f"{where} has schema version {version}, and this program knows {SCHEMA_VERSION} at most; "
            "install a newer incident-mapper"
        )
    return version, manifest


def is_older(version: int) -> bool:
    """Return whether a stored case has to be migrated."""
    return version < SCHEMA_VERSION


def no_case(where: str) -> CaseError:
    """Return the error that says that something is no case."""
    return CaseError(
        f"{where} is not a case of this program; name another file, or read it as a table"
    )


def _manifest_rows(manifest: Mapping[str, Any]) -> pd.DataFrame:
    rows = [
        {"name": name, "value": json.dumps(value, ensure_ascii=False, sort_keys=True)}
        for name, value in sorted(manifest.items())
    ]
    return conform(rows, MANIFEST)
