"""`mapper explain`: each number and each pin, back to its sources."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["explain"]


def explain(
    thing: Annotated[str, typer.Argument(metavar="ID", help="An incident, a flow or a claim.")],
    case: Annotated[
        Path, typer.Option(help="The case, a folder with claims.csv, or a claims table.")
    ],
) -> None:
    """Print the whole derivation of an incident, a flow or a claim in plain words."""
    from mapper import reconciliation

    claims, log = _claims_and_decisions(case)
    typer.echo(reconciliation.explain(thing, reconciliation.opened(claims, log=log)))


def _claims_and_decisions(case: Path) -> "tuple[pd.DataFrame, pd.DataFrame | None]":
    """Return the claims of a case and the decisions taken on them, as its map has them."""
    from mapper.reconciliation.intake import read_claims
    from mapper.schema import REVISIONS
    from mapper.storage import read_case, read_table

    if case.suffix.lower() == ".gpkg" and case.is_file():
        tables = read_case(case, only={"claims", "revisions"})
        if "revisions" in tables:
            return tables["claims"], tables["revisions"]
    if not case.is_dir():
        return read_claims(case), None
    decided = case / "revisions.csv"
    log = read_table(decided, REVISIONS) if decided.is_file() else None
    return read_claims(case / "claims.csv"), log
