"""The commands, each in a file of its own."""

from typing import Annotated

import typer

from mapper import __version__
from mapper.cli import gazetteer
from mapper.cli.build import build
from mapper.cli.case import case_app
from mapper.cli.explain import explain
from mapper.cli.export import export
from mapper.cli.extract import extract
from mapper.cli.geocode import geocode
from mapper.cli.map import draw
from mapper.cli.read import read
from mapper.cli.reconcile import reconcile
from mapper.cli.review import review

__all__ = ["app"]

app = typer.Typer(
    name="mapper",
    help="From reports of violence to a map that can be trusted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mapper {__version__}")
        raise typer.Exit


@app.callback()
def _mapper(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """From reports of violence to a map that can be trusted."""


# In the order in which an investigation goes.
app.command()(build)
app.command()(extract)
app.command()(review)
app.command()(read)
app.command()(geocode)
app.add_typer(gazetteer.app)
app.command()(reconcile)
app.command()(explain)
app.command("map")(draw)
app.command()(export)
app.add_typer(case_app, name="case")
