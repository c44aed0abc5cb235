"""Files -> claims, reports and what was refused."""

import logging
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from mapper import __version__
from mapper.adapters import acled, airwars, own, ucdp
from mapper.adapters.drafting import finish
from mapper.adapters.opening import LIMITS, Limits, Sheet, open_sheets
from mapper.adapters.refusing import refusals
from mapper.adapters.registry import Schema, Sniff, recognise
from mapper.adapters.rows import Rows
from mapper.errors import TableError
from mapper.schema import CLAIMS, REPORTS, Reading, conform

__all__ = ["SCHEMAS", "read", "sniff"]

SCHEMAS: tuple[Schema, ...] = (ucdp.SCHEMA, airwars.SCHEMA, acled.SCHEMA, own.SCHEMA)

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
    if isinstance(paths, str | Path):
        paths = [paths]
    readings = [reading for path in paths for reading in _read_file(path, schema, limits)]
    if not readings:
        raise TableError("no table was named; name one or more files")
    return Reading(
        conform(pd.concat([part.claims for part in readings], ignore_index=True), CLAIMS),
        conform(
            pd.concat([part.reports for part in readings], ignore_index=True).drop_duplicates(
                "report_id"
            ),
            REPORTS,
        ),
        refusals(pd.concat([part.refused for part in readings], ignore_index=True)),
    )


def _read_file(path: str | Path, name: str | None, limits: Limits) -> list[Reading]:
    sheets = open_sheets(path, limits)
    chosen = [_choose(sheet, name) for sheet in sheets]
    if all(schema is None for schema, _, _ in chosen):
        reasons = "; ".join(dict.fromkeys(reason for _, _, reason in chosen))
        known = ", ".join(schema.name for schema in SCHEMAS)
        raise TableError(
            f"cannot tell the schema of {Path(path).name}: {reasons}. "
            f"Name it with --as ({known}), or name its columns in a column map"
        )
    return [_read_sheet(schema, sheet, reason) for schema, sheet, reason in chosen]


def _choose(sheet: Sheet, name: str | None) -> tuple[Schema | None, Sheet, str]:
    if name is None:
        return recognise(sheet, SCHEMAS)
    schema = next((schema for schema in SCHEMAS if schema.name == name), None)
    if schema is None:
        raise TableError(
            f"there is no schema {name!r}; use one of {', '.join(schema.name for schema in SCHEMAS)}"
        )
    mended = schema.mend(sheet) if schema.mend else sheet
    if missing := schema.missing(mended.columns):
        raise TableError(
            f"{sheet.name} is not {schema.title}: column {', '.join(missing)} is missing; "
            f"it has {', '.join(list(sheet.headers.values())[:12])}"
        )
    return schema, mended, f"{schema.title}: as it was named"


def _read_sheet(schema: Schema | None, sheet: Sheet, reason: str) -> Reading:
    for note in sheet.notes:
        _LOG.info("%s", note)
    _LOG.info("%s is %s", sheet.name, reason)
    if schema is None:
        row = {
            "report": sheet.name,
            "reason": reason,
            "way_out": "name its columns in a column map, if it holds figures",
        }
        return Reading(conform([], CLAIMS), conform([], REPORTS), refusals([row]))
    rows = Rows(sheet)
    claims = finish(rows, schema.read(rows), identified=schema.identified)
    refused = [part.assign(report=sheet.name) for part in (*sheet.refused, rows.refused())]
    report = _report(schema, sheet)
    claims["report_id"] = claims["report_id"].fillna(report["report_id"])
    claims["report"] = claims["report"].fillna(sheet.name)
    claims["source_schema"] = claims["source_schema"].fillna(schema.name)
    claims["extractor"] = claims["extractor"].fillna(f"mapper.adapters.{schema.name} {__version__}")
    return Reading(
        claims,
        pd.concat([_said_reports(claims, sheet), conform([report], REPORTS)], ignore_index=True),
        pd.concat([refusals([]), *refused], ignore_index=True),
    )


def _report(schema: Schema, sheet: Sheet) -> dict[str, str]:
    return {
        "report_id": f"report:{sheet.sha256[:12]}",
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
    named = claims[claims["report_id"] != f"report:{sheet.sha256[:12]}"]
    columns = [name for name in REPORTS.names if name in named]
    return conform(named[columns].drop_duplicates("report_id").assign(path=sheet.name), REPORTS)
