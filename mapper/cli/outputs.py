"""Where a command writes: somewhere it can, and never onto what it reads."""

import os
from collections.abc import Iterable, Mapping, Sized
from pathlib import Path
from typing import Any

from mapper.errors import InputError, OutputError

__all__ = ["apart_from", "can_be_written", "undated", "withheld"]

_NAMED = 5


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


def undated(tables: Mapping[str, Any]) -> str:
    """Return a line that names the texts without a day of publication; '' if each has one.

    >>> from mapper.model import Report
    >>> from mapper.schema import from_reports, texts_of
    >>> read = [Report("r1", "a.txt", "", body="3 died."), Report("r2", "b.txt", "", body="4 died.")]
    >>> undated({"reports": from_reports(read), "texts": texts_of(read)})
    'a.txt, b.txt: no day of publication, so that "on Friday" stays words; give --published'
    """
    reports = tables["reports"]
    text = reports["report_id"].isin(tables["texts"]["report_id"])
    names = reports.loc[text & reports["published"].isna(), "path"].tolist()
    if not names:
        return ""
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return (
        f"{', '.join(names[:_NAMED])}{more}: no day of publication, so that "
        '"on Friday" stays words; give --published'
    )


def withheld(whole: Mapping[str, Sized], seen: Mapping[str, Sized], profile: str) -> str:
    """Return a line about what an edition leaves out, and how to have it; '' if that is nothing.

    >>> withheld({"claims": [1, 2]}, {"claims": [1]}, "public")
    '1 of 2 claims is left out: its source may not reach the public circle; --profile internal shows all'
    >>> withheld({"claims": [1]}, {"claims": [1]}, "public")
    ''
    """
    of = len(whole.get("claims", ()))
    number = of - len(seen.get("claims", ()))
    if not number:
        return ""
    verb = "is left out: its source" if number == 1 else "are left out: their sources"
    return (
        f"{number:,} of {of:,} claims {verb} may not reach the {profile} circle; "
        "--profile internal shows all"
    )
