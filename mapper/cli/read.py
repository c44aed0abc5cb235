"""``mapper read``: published tables -> claims."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from mapper.cli.printing import printable

__all__ = ["read"]


def read(
    tables: Annotated[
        list[str],
        typer.Argument(
            help="CSV, TSV, XLSX, XLS, ODS, JSON, GeoJSON, GeoPackage, shapefile, Parquet, a zip or gzip of these; - is standard input.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[
        Path,
        typer.Option("-o", "--output", "--out", help="Claims: .csv, .gpkg, .geojson or .parquet."),
    ] = Path("claims.csv"),
    schema: Annotated[
        str | None,
        typer.Option(
            "--as", help="Read the tables as this schema, whatever their columns look like."
        ),
    ] = None,
    column_map: Annotated[
        Path | None,
        typer.Option("--map", help="A TOML file that says which columns mean what."),
    ] = None,
    previous: Annotated[
        Path | None,
        typer.Option(
            "--previous", help="Claims read from an earlier file: names those that are gone."
        ),
    ] = None,
    refused: Annotated[
        Path | None,
        typer.Option("--refused", help="Write what was refused to this CSV."),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Write no claims; only say what went in and came out. Exit code 1 if a figure is lost.",
        ),
    ] = False,
    reports: Annotated[
        Path | None,
        typer.Option("--reports", help="Write the sources with their licences to this CSV."),
    ] = None,
) -> None:
    """Read published tables (ACLED, UCDP, Airwars, IDMC, DTM, UNHCR, HXL …) as claims.

    Says of each table how many rows and which sums went in, and where they came out.
    """
    import pandas as pd

    from mapper import adapters
    from mapper.cli.accounts import account_lines
    from mapper.cli.outputs import apart_from, can_be_written
    from mapper.model import many
    from mapper.schema import CLAIMS, REFUSED, REPORTS
    from mapper.storage import read_table, write_table

    for written in (out if not check else None, refused, reports):
        if written is not None:
            can_be_written(written)
            apart_from(written, tables)
    _say_notes()
    earlier = None if previous is None else read_table(previous, CLAIMS)
    reading, balance = adapters.balanced(tables, schema, column_map=column_map)
    if earlier is not None:
        gone = adapters.withdrawn(reading.claims, earlier)
        both = pd.concat([reading.refused, gone], ignore_index=True)
        reading = reading._replace(refused=both)
    if not check:
        write_table(reading.claims, out, CLAIMS)
    if refused is not None:
        write_table(reading.refused, refused, REFUSED)
    if reports is not None:
        write_table(reading.reports, reports, REPORTS)
    for line in account_lines(reading, balance):
        typer.echo(line)
    if not check:
        typer.echo(f"{out}: {many(len(reading.claims), 'claim')}")
    elif balance["rows"].ne("").any():
        typer.echo("check: figures of the rows above stand neither in claims nor in refusals")
        raise typer.Exit(1)
    else:
        typer.echo("check: every row and every figure stands in the claims or in the refusals")


class _OneLine(logging.Formatter):
    """A note as one line, whatever stands in the name of a file."""

    def format(self, record: logging.LogRecord) -> str:
        return printable(super().format(record))


def _say_notes() -> None:
    """Let the adapters say on the terminal what they make of each file."""
    log = logging.getLogger("mapper.adapters")
    handler = logging.StreamHandler()
    handler.setFormatter(_OneLine("%(message)s"))
    log.handlers = [handler]
    log.setLevel(logging.INFO)
