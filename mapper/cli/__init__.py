"""The command line: parse, call, print. Exit codes: 0 done, 1 a check found something, 2 cannot."""

import typer

from mapper.cli.app import app
from mapper.errors import MapperError

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; every error this package raises is one line and exit code 2."""
    try:
        app()
    except MapperError as error:
        typer.echo(f"mapper: {error}", err=True)
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        typer.echo("mapper: interrupted; nothing was left half written", err=True)
        raise SystemExit(130) from None
