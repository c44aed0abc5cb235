"""Whole columns at once: days, list cells and ids that only their content decides."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = [
    "Bools",
    "Floats",
    "Ints",
    "as_days",
    "days_of",
    "joined_by",
    "lists_by",
    "stable_ids",
    "text_of",
]

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def text_of(values: "pd.Series[str]") -> "pd.Series[str]":
    """Return a text column with empty texts for null."""
    return values.astype("str").fillna("")


def days_of(values: "pd.Series[pd.Timestamp]") -> Floats:
    """Return days since 1970 as floats, NaN where unknown."""
    days = values.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), np.nan, days.astype("int64").astype("float64"))


def as_days(values: "pd.Series[float]") -> Any:
    """Return days since 1970 as a column of days; the inverse of `days_of`."""
    return pd.to_datetime(values, unit="D").astype("datetime64[s]")


def lists_by(key: "pd.Series[Any]", values: "pd.Series[str]") -> "pd.Series[str]":
    """Return the distinct, sorted values of each key as one list cell.

    >>> lists_by(pd.Series([1, 1, 2, 2]), pd.Series(["b", "a", "c", "c"])).tolist()
    ['a|b', 'c']
    """
    cells = pd.DataFrame({"key": key.to_numpy(), "value": values.to_numpy()}).dropna()
    cells = cells[cells["value"] != ""].drop_duplicates().sort_values(["key", "value"])
    text = cells["value"].str.replace("\\", "\\\\", regex=False)
    text = text.str.replace("|", "\\|", regex=False)
    return joined_by(cells["key"], text, "|")


def joined_by(key: "pd.Series[Any]", text: "pd.Series[str]", between: str) -> "pd.Series[str]":
    """Return the texts of each key as one, in their order; the keys come sorted.

    >>> joined_by(pd.Series([2, 1, 2]), pd.Series(["c", "a", "b"]), ", ").to_dict()
    {1: 'a', 2: 'c, b'}
    """
    number, keys = pd.factorize(key, sort=True)
    order = np.argsort(number, kind="stable")
    size = np.bincount(number, minlength=len(keys))
    last = np.cumsum(size)
    texts = text.to_numpy("object")[order].tolist()
    # Texts of one key lie side by side: no group has to be made a column of its own.
    cells = [
        between.join(texts[first:end])
        for first, end in zip((last - size).tolist(), last.tolist(), strict=True)
    ]
    return pd.Series(cells, index=keys, dtype="str")


def stable_ids(prefix: str, frame: pd.DataFrame) -> "pd.Series[str]":
    """Return an id for each row that the row's content alone decides.

    >>> frame = pd.DataFrame({"a": ["x", "y"]})
    >>> stable_ids("flow", frame).equals(stable_ids("flow", frame[::-1]).sort_index())
    True
    """
    numbers = pd.util.hash_pandas_object(frame, index=False).to_numpy()
    return pd.Series(
        [f"{prefix}:{number:016x}"[: len(prefix) + 13] for number in numbers], index=frame.index
    )
