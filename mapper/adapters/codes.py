"""A row of a table as one JSON object: what the source wrote, cell by cell."""

import re

import pandas as pd

__all__ = ["codes"]

# A key whose value is null, with the comma before it. Inside a JSON text a quote is always escaped,
# so nothing that a publisher wrote can look like this.
_EMPTY = re.compile(r',"(?:[^"\\]|\\.)*":null')


def codes(frame: pd.DataFrame, headers: dict[str, str]) -> "pd.Series[str]":
    r"""Return each row as JSON, by the headers as written, without its empty cells.

    >>> frame = pd.DataFrame({"id": ["1"], "note": ['a/"b"'], "best": [None]}, dtype="str")
    >>> codes(frame, {"note": "Note"}).tolist()
    ['{"row":0,"id":"1","Note":"a/\\"b\\""}']
    """
    if not len(frame):
        return pd.Series([], index=frame.index, dtype="str")
    written = frame.rename(columns=headers)
    if written.columns.has_duplicates:
        written = frame.set_axis(frame.columns, axis="columns")
    if "row" in written.columns:
        written = written.rename(columns={"row": "row (as written)"})
    written = written.set_axis(frame.index.rename("row"), axis="index").reset_index()
    lines = written.to_json(orient="records", lines=True, force_ascii=False, double_precision=15)
    # Only a slash is ever written "\/".
    lines = _EMPTY.sub("", lines.replace("\\/", "/"))
    return pd.Series(lines.removesuffix("\n").split("\n"), index=frame.index, dtype="str")
