"""A row of a table as one JSON object: what the source wrote, cell by cell."""

from json.encoder import encode_basestring

import pandas as pd

__all__ = ["codes"]


def codes(frame: pd.DataFrame, headers: dict[str, str]) -> "pd.Series[str]":
    r"""Return each row as JSON, by the headers as written, without its empty cells.

    >>> frame = pd.DataFrame({"id": ["1"], "note": ['a/"b"'], "best": [None]}, dtype="str")
    >>> codes(frame, {"note": "Note"}).tolist()
    ['{"row":0,"id":"1","Note":"a/\\"b\\""}']
    """
    written = [headers.get(name, name) for name in frame.columns]
    # Column by column, and each name encoded once: a row at a time takes three times as long.
    pieces = [[f'{{"row":{row}' for row in frame.index]]
    for name, header in zip(frame.columns, written, strict=True):
        key = f",{encode_basestring('row (as written)' if header == 'row' else header)}:"
        cells = frame[name]
        there = cells.notna()
        if there.all():
            pieces.append([key + encode_basestring(cell) for cell in cells.tolist()])
        elif there.any():
            pieces.append(
                [
                    "" if cell is None else key + encode_basestring(cell)
                    for cell in cells.astype("object").where(there, None)
                ]
            )
    lines = ["".join(row) + "}" for row in zip(*pieces, strict=True)]
    return pd.Series(lines, index=frame.index, dtype="str")
