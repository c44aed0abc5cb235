"""The command line as a shell would call it, without the seconds that another program takes."""

import io
import signal
import sys
from typing import NamedTuple

import pytest

from mapper.cli import main


class Done(NamedTuple):
    """What a call left behind."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def call(monkeypatch, capfd):
    """Run the command line, and give its exit code, output and errors."""
    closing = signal.getsignal(signal.SIGPIPE)

    def run(*arguments, cwd=None, stdin=""):
        if cwd is not None:
            monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["mapper", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as left:
            main()
        return Done(left.value.code, *capfd.readouterr())

    yield run
    signal.signal(signal.SIGPIPE, closing)
