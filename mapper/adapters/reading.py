"""Files -> claims, reports and what was refused."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from mapper import __version__
from mapper.adapters import (
    acled,
    airwars,
    archives,
    dtm,
    flowmap_blue,
    gtd,
    hapi,
    hapi_people,
    hdx_acled,
    hxl,
    idmc_gidd,
    idmc_idu,
    own,
    timemap,
    ucdp,
    unhcr,
    unhcr_situation,
)
from mapper.adapters.balancing import balance
from mapper.adapters.column_map import load_column_map
from mapper.adapters.finishing import finish
from mapper.adapters.opening import LIMITS, Limits, Sheet, open_sheets
from mapper.adapters.refusing import refusals
from mapper.adapters.registry import Schema, Sniff, recognise
from mapper.adapters.rows import Rows
from mapper.errors import TableError
from mapper.schema import CLAIMS, REPORTS, Reading, conform
from mapper.storage import stacked

__all__ = ["LASTING", "SCHEMAS", "balanced", "read", "sniff"]

SCHEMAS: tuple[Schema, ...] = (
    ucdp.SCHEMA,
    airwars.SCHEMA,
    acled.SCHEMA,
    hdx_acled.SCHEMA,
    gtd.SCHEMA,
    idmc_idu.SCHEMA,
    idmc_gidd.SCHEMA,
    dtm.SCHEMA,
    unhcr.STOCKS,
    unhcr.FLOWS,
    unhcr_situation.SCHEMA,
    hapi.CONFLICT,
    hapi.DISPLACED,
    hapi_people.SCHEMA,
    timemap.EVENTS,
    timemap.SOURCES,
    timemap.ASSOCIATIONS,
    archives.UKRAINE_TIMEMAP,
    archives.AUTO_ARCHIVER,
    archives.ATLOS,
    flowmap_blue.FLOWS,
    flowmap_blue.LOCATIONS,
    own.SCHEMA,
    hxl.SCHEMA,
)

# Schemas in which an id means the same thing in every file.
LASTING = frozenset(schema.name for schema in SCHEMAS if schema.lasting)

_LOG = logging.getLogger(__name__)


def sniff(path: str | Path, limits: Limits = LIMITS) -> list[Sniff]:
    r"""Return which schema each table of a file has, and why.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = file.write_text("claim_id,voice,measure,count_best\nc1,SOHR,killed,745\n")
    >>> sniff(file)[0].reason
    "the program's own claims table: it has measure, count_best, voice; 4 of its 4 columns are known"
    """
    found = []
    for sheet in open_sheets(path, limits):
        schema, _, reason = recognise(sheet, SCHEMAS)
        found.append(Sniff(sheet.name, schema.name if schema else "", reason))
    return found


def read(
    paths: str | Path | Iterable[str | Path],
    schema: str | None = None,
    *,
    column_map: str | Path | None = None,
    limits: Limits = LIMITS,
) -> Reading:
    r"""Return the claims of published tables.

    Parameters
    ----------
    paths : str, Path or iterable of them
        Tables: CSV, TSV, XLSX, JSON, GeoJSON, GeoPackage, shapefile, Parquet, GeoParquet, a zip of
        some of these, or ``-`` for standard input.
    schema : str or None
        The name of the schema; by default it is told from the columns.
    column_map : str, Path or None
        A TOML file that says which columns mean what, for tables of no known schema.
    limits : Limits
        What is too large.

    Returns
    -------
    Reading
        Claims (each with source_row, the row of its table from 1), reports with licence and terms,
        and refused rows and cells. Every row of a table is in the claims or in the refused.

    Raises
    ------
    TableError
        If a file is no table, no schema fits, or the named schema lacks a column. One line.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = file.write_text("claim_id,voice,measure,count_best\nc1,SOHR,killed,745\n")
    >>> read(file).claims[["claim_id", "voice", "count_best", "source_schema"]].values.tolist()
    [['c1', 'SOHR', 745, 'claims']]
    """
    return _together([part.reading for part in _parts(paths, schema, column_map, limits)])


def balanced(
    paths: str | Path | Iterable[str | Path],
    schema: str | None = None,
    *,
    column_map: str | Path | None = None,
    limits: Limits = LIMITS,
) -> tuple[Reading, pd.DataFrame]:
    r"""Return the claims of published tables, and what went in against what came out.

    Parameters are those of `read`.

    Returns
    -------
    Reading
        As of `read`.
    DataFrame
        A row for each column of figures: its sum in the file, in the claims and in the refusals,
        and the difference, which is 0 unless a figure was lost (see `balance`).

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = file.write_text("claim_id,voice,measure,count_best\nc1,SOHR,killed,745\n")
    >>> balanced(file)[1][["column", "in_file", "in_claims", "difference"]].values.tolist()
    [['count_best', 745, 745, 0]]
    """
    parts = _parts(paths, schema, column_map, limits)
    balances = [
        balance(part.sheet, part.reading.claims, part.reading.refused, part.aside)
        for part in parts
        if part.sheet is not None
    ]
    return _together([part.reading for part in parts]), pd.concat(balances, ignore_index=True)


class _Part(NamedTuple):
    """What one sheet gave, and the columns of figures that were refused on purpose."""

    reading: Reading
    sheet: Sheet | None
    aside: list[str]


def _parts(
    paths: str | Path | Iterable[str | Path],
    schema: str | None,
    column_map: str | Path | None,
    limits: Limits,
) -> list[_Part]:
    if isinstance(paths, str | Path):
        paths = [paths]
    schemas = SCHEMAS
    if column_map is not None:
        own_schema = load_column_map(column_map)
        schemas, schema = (*SCHEMAS, own_schema), own_schema.name
    paths = list(paths)
    if sum(str(path) == "-" for path in paths) > 1:
        raise TableError("standard input (-) is named twice; it can be read once")
    files = [_choose_all(path, schema, schemas, limits) for path in paths]
    if not files:
        raise TableError("no table was named; name one or more files")
    companions: dict[str, list[Sheet]] = {}
    for found, sheet, _ in chain.from_iterable(files):
        if found is not None and found.explains:
            companions.setdefault(found.name, []).append(sheet)
    parts: list[_Part] = []
    first: dict[str, str] = {}
    for path, file in zip(paths, files, strict=True):
        sha256 = file[0][1].sha256
        if sha256 in first:
            parts.append(_named_again(Path(path).name, first[sha256]))
            continue
        first[sha256] = Path(path).name
        parts += [_read_sheet(*found, companions) for found in file]
    return parts


def _named_again(name: str, first: str) -> _Part:
    row = {
        "report": name,
        "reason": f"the bytes of {first}, which is read already",
        "way_out": "nothing: its rows are read once",
    }
    return _nothing_but(row)


def _nothing_but(row: Mapping[str, str]) -> _Part:
    """Return a part without claims, and why."""
    reading = Reading(conform([], CLAIMS), conform([], REPORTS), refusals([row]))
    return _Part(reading, None, [])


def _together(readings: Sequence[Reading]) -> Reading:
    """Return what several sheets gave as one; no id stands twice."""
    if len(readings) == 1:
        return readings[0]
    reports = pd.concat([part.reports for part in readings], ignore_index=True)
    return Reading(
        stacked([part.claims for part in readings], LASTING),
        conform(reports.drop_duplicates("report_id"), REPORTS),
        refusals(pd.concat([part.refused for part in readings], ignore_index=True)),
    )


_Chosen = tuple[Schema | None, Sheet, str]


def _choose_all(
    path: str | Path, name: str | None, schemas: Sequence[Schema], limits: Limits
) -> list[_Chosen]:
    """Return the schema of each sheet of a file, and why; a file with none is an error."""
    chosen = [_choose(sheet, name, schemas) for sheet in open_sheets(path, limits)]
    if all(schema is None for schema, _, _ in chosen):
        reasons = "; ".join(dict.fromkeys(reason for _, _, reason in chosen))
        known = ", ".join(schema.name for schema in schemas)
        raise TableError(
            f"cannot tell the schema of {Path(path).name}: {reasons}. "
            f"Name it with --as ({known}), or name its columns in a column map with --map"
        )
    return chosen


def _choose(sheet: Sheet, name: str | None, schemas: Sequence[Schema]) -> _Chosen:
    if name is None:
        return recognise(sheet, schemas)
    schema = next((schema for schema in reversed(schemas) if schema.name == name), None)
    if schema is None:
        raise TableError(
            f"there is no schema {name!r}; use one of {', '.join(schema.name for schema in schemas)}"
        )
    mended = schema.mended(sheet)
    if missing := schema.missing(mended):
        raise TableError(
            f"{sheet.name} is not {schema.title}: it lacks the column {'; the column '.join(missing)}; "
            f"it has {', '.join(list(sheet.headers.values())[:12])}"
        )
    return schema, mended, f"{schema.title}: as it was named"


def _read_sheet(
    schema: Schema | None, sheet: Sheet, reason: str, companions: Mapping[str, Sequence[Sheet]]
) -> _Part:
    for note in sheet.notes:
        _LOG.info("%s", note)
    _LOG.info("%s is %s", sheet.name, reason)
    if schema is None:
        row = {
            "report": sheet.name,
            "reason": reason,
            "way_out": "name its columns in a column map, if it holds figures",
        }
        return _nothing_but(row)
    rows = Rows(sheet, companions)
    if schema.explains:
        every = pd.Series(data=True, index=rows.index)
        rows.refuse(every, "", schema.explains, "nothing: it is used where it is named")
    claims = finish(rows, schema.read(rows), identified=schema.identified)
    refused = [part.assign(report=sheet.name) for part in (*sheet.refused, rows.refused())]
    report = _report(schema, sheet)
    claims["report_id"] = claims["report_id"].fillna(report["report_id"])
    claims["report"] = claims["report"].fillna(sheet.name)
    claims["source_schema"] = claims["source_schema"].fillna(schema.name)
    claims["extractor"] = claims["extractor"].fillna(f"mapper.adapters.{schema.name} {__version__}")
    reading = Reading(
        claims,
        pd.concat([_said_reports(claims, sheet), conform([report], REPORTS)], ignore_index=True),
        pd.concat([refusals([]), *refused], ignore_index=True),
    )
    return _Part(reading, sheet, rows.aside)


def _report(schema: Schema, sheet: Sheet) -> dict[str, str]:
    return {
        "report_id": sheet.report_id,
        "publisher": schema.publisher,
        "title": schema.title,
        "url": schema.url,
        "sha256": sheet.sha256,
        "path": sheet.name,
        "licence": schema.licence,
        "sensitivity": schema.sensitivity,
    }


def _said_reports(claims: pd.DataFrame, sheet: Sheet) -> pd.DataFrame:
    """Return the reports that the rows themselves name."""
    if "publisher" not in claims:
        return conform([], REPORTS)
    named = claims[claims["report_id"] != sheet.report_id]
    columns = [name for name in REPORTS.names if name in named]
    return conform(named[columns].drop_duplicates("report_id").assign(path=sheet.name), REPORTS)
