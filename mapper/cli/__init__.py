"""The command line: parse, call, print. Exit codes: 0 done, 1 a check found something, 2 cannot."""

import signal
import sys

import typer

from mapper.cli.app import app
from mapper.cli.printing import printable
from mapper.errors import MapperError

__all__ = ["app", "main"]

_INTERRUPTED = 130


def main() -> None:
    """Run the command line; whatever goes wrong is one line, and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter is no reason to stop.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    if hasattr(signal, "SIGPIPE"):
        # Whoever reads may have had enough: then there is nothing to say, and nobody to say it to.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        code = app(standalone_mode=False, prog_name="mapper")
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        code = _INTERRUPTED
    except (MapperError, typer.TyperException, OSError, MemoryError) as error:
        typer.echo(f"mapper: {_line(error)}", err=True)
        raise SystemExit(2) from None
    if code == _INTERRUPTED:
        typer.echo("mapper: interrupted; nothing was left half written", err=True)
    raise SystemExit(code or 0)


def _line(error: Exception) -> str:
    """Return what an error says, as one line."""
    if isinstance(error, MemoryError):
        return "not enough memory for this; read fewer or smaller files at once"
    if isinstance(error, OSError):
        words = (error.strerror or str(error)).lower()
        return f"{error.filename}: {words}" if error.filename else words
    if isinstance(error, typer.TyperException):
        words = " ".join(error.format_message().replace("Value error, ", "").split()).rstrip(".")
        command = getattr(getattr(error, "ctx", None), "command_path", "mapper")
        return f"{words[:1].lower()}{words[1:]}; see: {command} --help"
    return printable(error)
