"""``mapper read``: published tables -> claims."""

import logging
from pathlib import Path
from typing import Annotated, Any

import typer

__all__ = ["read"]


def read(
    tables: Annotated[
        list[str],
        typer.Argument(
            help="CSV, TSV, XLSX, JSON, GeoJSON, GeoPackage, shapefile, Parquet, a zip of these; - is standard input.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[
        Path,
        typer.Option("-o", "--out", help="Claims: .csv, .gpkg, .geojson or .parquet."),
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
    reports: Annotated[
        Path | None,
        typer.Option("--reports", help="Write the sources with their licences to this CSV."),
    ] = None,
) -> None:
    """Read published tables (ACLED, UCDP, Airwars, IDMC, DTM, UNHCR, HXL …) as claims."""
    import pandas as pd

    from mapper import adapters
    from mapper.schema import CLAIMS, REFUSED, REPORTS
    from mapper.storage import read_table, write_table

    _say_notes()
    earlier = None if previous is None else read_table(previous, CLAIMS)
    reading = adapters.read(tables, schema, column_map=column_map)
    if earlier is not None:
        gone = adapters.withdrawn(reading.claims, earlier)
        both = pd.concat([reading.refused, gone], ignore_index=True)
        reading = reading._replace(refused=both)
    write_table(reading.claims, out, CLAIMS)
    if refused is not None:
        write_table(reading.refused, refused, REFUSED)
    if reports is not None:
        write_table(reading.reports, reports, REPORTS)
    for line in _summary(reading):
        typer.echo(line)
    typer.echo(f"{out}: {len(reading.claims):,} claims")


def _say_notes() -> None:
    """Let the adapters say on the terminal what they make of each file."""
    log = logging.getLogger("mapper.adapters")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    log.handlers = [handler]
    log.setLevel(logging.INFO)


def _sum(figures: Any) -> str:
    """Return a sum for a reader; a dash where no row gives a figure."""
    return f"{figures.sum():,}" if figures.notna().any() else "–"


def _summary(reading: Any) -> list[str]:
    """Return what was read, by file and measure, and what was refused, in a few lines."""
    import pandas as pd

    claims = reading.claims
    lines = []
    for report, part in claims.groupby("report", sort=False):
        rows = part["source_row"].nunique()
        lines.append(f"{report}: {rows:,} rows gave {len(part):,} claims")
        whole = part[part["contained_in"].isna()]
        for (measure, kind), group in whole.groupby(["measure", "kind"], sort=False, dropna=False):
            bounds = (f"{end} {_sum(group[f'count_{end}'])}" for end in ("low", "best", "high"))
            name = f"{measure} ({kind})" if isinstance(kind, str) else measure
            lines.append(f"  {name}: {len(group):,} claims, {', '.join(bounds)}, parts not counted")
    for (reason, column), part in reading.refused.groupby(
        ["reason", "column"], sort=False, dropna=False
    ):
        at = part.iloc[0]
        where = "all" if pd.isna(at["row"]) else f"row {at['row']}"
        place = f", column {column}" if isinstance(column, str) else ""
        lines.append(
            f"refused {len(part):,}: {reason} (first: {where}{place}: {at['value']}); {at['way_out']}"
        )
    return lines[:40]
