"""`mapper reconcile`: a claims table in, incidents, flows, series and totals out."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["reconcile"]


def reconcile(
    claims: Annotated[Path, typer.Argument(help="The claims: CSV, GeoPackage, GeoJSON, Parquet.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the tables.")],
    as_of: Annotated[
        str | None, typer.Option(help="Series and totals of what was published by this day.")
    ] = None,
    rule: Annotated[
        str, typer.Option(help="Best figure: ladder, lowest, voice or envelope.")
    ] = "ladder",
    voice: Annotated[str, typer.Option(help="The voice to follow with --rule voice.")] = "",
) -> None:
    """Reconcile claims: incidents, flows, series and totals, with what may be added and why."""
    from mapper import reconciliation
    from mapper.errors import InputError, OutputError
    from mapper.reconciliation.intake import read_claims
    from mapper.schema import FLOWS, INCIDENTS, SERIES, TOTALS
    from mapper.storage import write_table

    table = read_claims(claims)
    if as_of is not None:
        try:
            date.fromisoformat(as_of)
        except ValueError:
            raise InputError(f"--as-of {as_of!r} is no day; write it as 2025-03-13") from None
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {output}: {error.strerror}") from error
    results = (
        (reconciliation.reconcile(table, rule=rule, voice=voice), INCIDENTS),
        (reconciliation.flows(table), FLOWS),
        (reconciliation.series(table, as_of=as_of), SERIES),
        (reconciliation.totals(table, as_of=as_of), TOTALS),
    )
    for frame, contract in results:
        write_table(frame, output / f"{contract.name}.csv", contract)
        typer.echo(f"{len(frame):>7,} {contract.name}")
