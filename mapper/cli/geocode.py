"""``mapper geocode``: names or claims in, places out."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["geocode"]


def geocode(
    table: Annotated[Path, typer.Argument(help="names.csv (columns id, name) or a claims table.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write the answers.")],
) -> None:
    """Look up place names: one answer a row, with its precision, its reason and the runners-up."""
    from mapper.geocoding.files import geocode_file

    counts = geocode_file(table, output)
    typer.echo(", ".join(f"{count:,} {status}" for status, count in counts.items()) + f"; {output}")
