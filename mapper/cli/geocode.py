"""``mapper geocode``: names or claims in, places out."""

import warnings
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["geocode"]


def geocode(
    table: Annotated[Path, typer.Argument(help="names.csv (columns id, name) or a claims table.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write the answers.")],
    online: Annotated[
        str,
        typer.Option(
            help="nominatim or photon: a server to ask for names no gazetteer has. They leave the machine."
        ),
    ] = "",
    server: Annotated[str, typer.Option(help="Address of a server of your own of that kind.")] = "",
    contact: Annotated[str, typer.Option(help="Your address, for whoever runs the server.")] = "",
) -> None:
    """Look up place names: one answer a row, with its precision, its reason and the runners-up."""
    from mapper.errors import InputError
    from mapper.geocoding.files import geocode_file
    from mapper.geocoding.online import Online, PrivacyWarning

    if (server or contact) and not online:
        raise InputError(
            "--server and --contact are for --online; say nominatim or photon there too"
        )
    asked = Online(online, server=server, contact=contact) if online else None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PrivacyWarning)
        if asked:
            typer.echo(
                f"names of places that no gazetteer has are sent to {asked.server}; "
                f"whoever runs it can see what is looked for",
                err=True,
            )
        counts = geocode_file(table, output, asked)
    typer.echo(", ".join(f"{count:,} {status}" for status, count in counts.items()) + f"; {output}")
