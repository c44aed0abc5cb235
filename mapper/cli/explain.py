"""`mapper explain`: each number and each pin, back to its sources."""

from typing import Annotated

import typer

__all__ = ["explain"]


def explain(
    thing: Annotated[str, typer.Argument(metavar="ID", help="An incident, a flow or a claim.")],
    case: Annotated[
        str,
        typer.Option(
            help="The case (.gpkg or postgresql://…), a folder with claims.csv, or a claims table."
        ),
    ],
) -> None:
    """Print the whole derivation of an incident, a flow or a claim in plain words."""
    from mapper import reconciliation
    from mapper.cli.sources import tables_of
    from mapper.errors import InputError

    tables = tables_of(case, only=("claims", "revisions"))
    if "claims" not in tables:
        raise InputError(f"{case} holds no claims.csv; name a case, or a folder with one")
    books = reconciliation.opened(tables["claims"], log=tables.get("revisions"))
    typer.echo(reconciliation.explain(thing, books))
