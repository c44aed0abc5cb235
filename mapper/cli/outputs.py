"""Where a command writes: somewhere it can, and never onto what it reads."""

import os
from collections.abc import Iterable
from pathlib import Path

from mapper.errors import InputError, OutputError

__all__ = ["apart_from", "can_be_written"]


def apart_from(output: str | Path, inputs: Iterable[str | Path]) -> None:
    """Raise `InputError` if an output is one of the inputs, by whatever name.

    >>> apart_from("claims.csv", ["acled.csv", "-"])
    """
    output = Path(output)
    for given in inputs:
        path = Path(given)
        if str(given) != "-" and path.is_file() and output.exists() and output.samefile(path):
            raise InputError(
                f"{output} is an input and would be written over; name another file for the output"
            )


def can_be_written(output: str | Path) -> None:
    """Raise `OutputError` if a file cannot be there, before an hour's work is done for it.

    >>> can_be_written("map.html")
    """
    output = Path(output)
    why = ""
    if output.is_dir():
        why = "it is a folder"
    elif not output.absolute().parent.is_dir():
        why = "no such file or directory"
    elif not os.access(output.absolute().parent, os.W_OK):
        why = "permission denied"
    if why:
        raise OutputError(
            f"cannot write {output}: {why}; name a file in a folder that is there and writable"
        )
