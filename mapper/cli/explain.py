"""`mapper explain`: each number and each pin, back to its sources."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["explain"]


def explain(
    thing: Annotated[str, typer.Argument(metavar="ID", help="An incident, a flow or a claim.")],
    case: Annotated[
        Path, typer.Option(help="The case, a folder with claims.csv, or a claims table.")
    ],
) -> None:
    """Print the whole derivation of an incident, a flow or a claim in plain words."""
    from mapper import reconciliation
    from mapper.reconciliation.intake import read_claims

    path = case / "claims.csv" if case.is_dir() else case
    typer.echo(reconciliation.explain(thing, read_claims(path)))
