"""`mapper reconcile`: a claims table in, incidents, links, flows, series and totals out."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["reconcile"]


def reconcile(
    claims: Annotated[Path, typer.Argument(help="The claims: CSV, GeoPackage, GeoJSON, Parquet.")],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the tables.")],
    as_of: Annotated[
        str | None, typer.Option(help="Series and totals of what was published by this day.")
    ] = None,
    rule: Annotated[
        str, typer.Option(help="Best figure: ladder, lowest, voice or envelope.")
    ] = "ladder",
    voice: Annotated[str, typer.Option(help="The voice to follow with --rule voice.")] = "",
    distance_km: Annotated[
        float, typer.Option(min=0.1, help="How far apart two settlements may be for one event.")
    ] = 5.0,
    days: Annotated[
        int, typer.Option(min=0, max=31, help="Days that may lie between two accounts.")
    ] = 1,
    revisions: Annotated[
        Path | None, typer.Option(help="Table of people's decisions, replayed first.")
    ] = None,
    vary: Annotated[
        bool, typer.Option("--vary", help="Also print what other windows would merge.")
    ] = False,
) -> None:
    """Reconcile claims: incidents, flows, series and totals, with what may be added and why.

    links.csv has the pairs of rows of two tables, or voices, that are of one event, and near misses.
    """
    from mapper import reconciliation
    from mapper.errors import InputError, OutputError
    from mapper.geocoding import geocode
    from mapper.schema import FLOWS, INCIDENTS, LINKS, SERIES, TOTALS
    from mapper.storage import write_table

    try:
        day = None if as_of is None else str(date.fromisoformat(as_of))
    except ValueError:
        raise InputError(f"--as-of {as_of!r} is no day; write it as 2025-03-13") from None
    table = reconciliation.read_claims(claims)
    if table.geometry.isna().all() and table["place_id"].isna().all():
        # A table that a person kept by hand names its places; nothing was looked up yet.
        table = geocode(table)
    log = None if revisions is None else reconciliation.read_decisions(revisions)
    books = reconciliation.opened(table, log=log)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = (error.strerror or "").lower()
        raise OutputError(f"cannot make the folder {output}: {why}; name another") from error
    incidents = reconciliation.reconcile(
        books, rule=rule, voice=voice, distance_km=distance_km, days=days
    )
    moved = reconciliation.flows(books)
    told = books if day is None else reconciliation.opened(books, day)
    results = (
        (incidents, INCIDENTS),
        (reconciliation.links(books, distance_km=distance_km, days=days), LINKS),
        (moved, FLOWS),
        (reconciliation.series(told), SERIES),
        (reconciliation.totals(told), TOTALS),
    )
    for frame, contract in results:
        write_table(frame, output / f"{contract.name}.csv", contract)
        typer.echo(f"{len(frame):>9,} {contract.name}")
    unused = reconciliation.accounted(books, incidents, moved)["not_used_because"].value_counts()
    for reason, number in unused.items():
        typer.echo(f"{number:>9,} claims not used because {reason}")
    for number, action, name in reconciliation.unheard(log, table, incidents):
        typer.echo(
            f"decision {number} ({action}) is on {name!r}, which is not here; it holds if it comes back"
        )
    if vary:
        typer.echo(reconciliation.windows(books).to_string(index=False))
