"""Where a case is kept: read it, write it, change it, in a file or in PostGIS."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from mapper.errors import CaseError
from mapper.schema import MANIFEST, TABLES
from mapper.storage import case_file
from mapper.storage.case import (
    Case,
    check_names,
    is_older,
    packed,
    unpacked,
    version_of,
)
from mapper.storage.locks import locked

__all__ = ["change_case", "read_case", "write_case"]

_URLS = ("postgresql://", "postgresql+psycopg://", "postgres://")


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
    >>> from mapper.schema import CLAIMS, conform
    >>> path = Path(tempfile.mkdtemp()) / "coast.gpkg"
    >>> write_case(path, {"claims": conform([{"claim_id": "c1", "count_low": 12}], CLAIMS)})
    >>> read_case(path)["claims"]["count_low"].tolist()
    [12]
    """
    layers = packed(tables, manifest)
    if _is_url(path):
        _change_in_postgis(str(path), lambda _: layers)
        return
    file = case_file.named(path)
    with locked(file):
        case_file.write(file, layers)


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
    wanted = set(TABLES if only is None else only)
    check_names(wanted)
    if not _is_url(path):
        return unpacked(*case_file.read(case_file.named(path), wanted, bbox=bbox, period=period))
    from mapper.storage import postgis  # noqa: PLC0415 (an extra)

    with postgis.begin(str(path)) as (connection, schema):
        found = postgis.read(connection, schema, wanted | {MANIFEST.name}, bbox=bbox, period=period)
    if MANIFEST.name not in found:
        raise CaseError(
            f"the database has no case {schema}; make one with: mapper case add URL REPORT"
        )
    _, manifest = version_of(found.pop(MANIFEST.name), f"the case {schema}")
    return unpacked(found, manifest)


def change_case(
    path: str | Path,
    change: Callable[[Case], Mapping[str, pd.DataFrame] | None],
    *,
    timeout: float = 30.0,
) -> None:
    """Read a case, change it and write it, with nobody writing between.

    Parameters
    ----------
    path : str or Path
        A ``.gpkg`` file or ``postgresql://…``. Where there is no case yet, an empty one is changed.
    change : callable
        From the case to its new tables; `None` leaves it as it is, to the byte.
    timeout : float
        Seconds to wait for another writer.

    Raises
    ------
    CaseError
        If another process goes on writing, or the case is newer than this program.
    OutputError
        If it cannot be written. The case is as it was.

    Examples
    --------
    >>> import tempfile
    >>> from mapper.schema import CLAIMS, conform
    >>> path = Path(tempfile.mkdtemp()) / "coast.gpkg"
    >>> change_case(path, lambda case: {**case, "claims": conform([{"claim_id": "c1"}], CLAIMS)})
    >>> len(read_case(path)["claims"])
    1
    """
    if _is_url(path):

        def changed(case: Case) -> dict[str, Any] | None:
            tables = change(case)
            return None if tables is None else _packed_as(tables, case)

        _change_in_postgis(str(path), changed, timeout=timeout)
        return
    file = case_file.named(path)
    with locked(file, timeout=timeout):
        case = read_case(file) if file.exists() else Case({}).whole()
        tables = change(case)
        if tables is not None:
            case_file.write(file, _packed_as(tables, case))


def _packed_as(tables: Mapping[str, Any], case: Case) -> dict[str, Any]:
    return packed(tables, tables.manifest if isinstance(tables, Case) else case.manifest)


def _is_url(path: str | Path) -> bool:
    return isinstance(path, str) and path.startswith(_URLS)


def _change_in_postgis(
    url: str, change: Callable[[Case], dict[str, Any] | None], *, timeout: float = 30.0
) -> None:
    from mapper.storage import postgis  # noqa: PLC0415 (an extra)

    with postgis.begin(url, writing=True, timeout=timeout) as (connection, schema):
        before = postgis.read(connection, schema)
        case = Case({}).whole()
        if MANIFEST.name in before:
            version, manifest = version_of(before[MANIFEST.name], f"the case {schema}")
            tables = {name: frame for name, frame in before.items() if name != MANIFEST.name}
            case = unpacked(tables, manifest)
        layers = change(case)
        if layers is None:
            return
        if MANIFEST.name in before and is_older(version):
            postgis.set_aside(connection, schema, version)
            before = {}
        postgis.write(connection, schema, layers, before)
