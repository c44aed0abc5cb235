"""Texts that can be stored, and those that no store can hold."""

from typing import Any

import pandas as pd

from mapper.errors import OutputError

__all__ = ["check_text"]


def check_text(values: "pd.Series[Any]", *, table: str, column: str) -> None:
    """Raise `OutputError` if a text has a zero byte, which neither SQLite nor PostgreSQL can hold.

    >>> check_text(pd.Series(["12 killed"]), table="claims", column="quote")
    """
    bad = values.str.contains("\x00", regex=False).fillna(value=False)
    if bad.any():
        row = int(bad.to_numpy().argmax())
        raise OutputError(
            f"table {table}, column {column}, row {row + 1} holds a zero byte, which no case can; "
            "take it out of the source and read it again"
        )
