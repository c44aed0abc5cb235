"""The cells of a sheet as columns of their kind, and what could not be read as refusals.

Everything here works on whole columns. What a cell *means* (is -1 unknown? is a dash a zero?) is for
the adapter to say; here is only how it is read.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from mapper.adapters.opening import Sheet
from mapper.adapters.refusing import refusals

__all__ = ["Rows", "holds", "numbers_in", "translated"]

# Words that publishers write where they have nothing to say. A dash is one of them; a star is not.
_NOTHING = (
    "na",
    "n/a",
    "nan",
    "none",
    "null",
    "nil",
    "-",
    "–",
    "—",
    ".",
    "..",
    "not available",
    "unknown",
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")
_SEPARATORS = r"(?<=\d)[,\u00a0\u202f\u2009\u066c ’'](?=\d{3}(?!\d))"
_MOST = 10_000_000_000  # more people than live


def holds(mask: "pd.Series[Any]") -> "pd.Series[bool]":
    """Return a mask in which what is unknown does not hold; pandas' own would let it.

    >>> holds(pd.Series([True, None], dtype="boolean")).tolist()
    [True, False]
    """
    return mask.fillna(value=False).astype(bool)


def _numbers(values: "pd.Series[str]") -> "pd.Series[float]":
    numbers = pd.to_numeric(values, errors="coerce").astype("Float64")
    # "inf" and 1e999 are no numbers of anything.
    endless = np.abs(numbers.to_numpy("float64", na_value=0.0)) > 1e18
    return numbers.mask(endless) if endless.any() else numbers


def numbers_in(values: "pd.Series[str]") -> "pd.Series[float]":
    """Return the numbers of cells as `Float64`, null where there is none.

    Thousands may be set apart, digits may be Arabic.

    >>> numbers_in(pd.Series(["1,200", "٧", "many"])).tolist()
    [1200.0, 7.0, <NA>]
    """
    numbers = _numbers(values)
    left = values.notna() & numbers.isna()
    if left.any():
        plain = values[left].str.translate(_DIGITS).str.replace(_SEPARATORS, "", regex=True)
        numbers[left] = _numbers(plain)
    return numbers


def translated(values: "pd.Series[Any]", words: Mapping[Any, Any]) -> "pd.Series[str]":
    """Return text with each word replaced by another; a word that is not in the table is null.

    >>> translated(pd.Series(["1", "9"]), {"1": "day"}).tolist()
    ['day', nan]
    """
    return values.map(words).astype("str")


class Rows:
    """A sheet while an adapter reads it.

    Parameters
    ----------
    sheet : Sheet
        The table.
    companions : mapping of str to list of Sheet
        Tables that were read with it, by their schemas: the sources that its rows name by an id.

    Attributes
    ----------
    aside : list of str
        Columns of figures that are refused on purpose (see `set_aside`).

    Examples
    --------
    >>> frame = pd.DataFrame({"id": ["1", "2"], "best": ["1,200", "many"]}, dtype="str")
    >>> rows = Rows(Sheet.of("a.csv", ["id", "best"], frame))
    >>> rows.whole("best").tolist()
    [1200, <NA>]
    >>> rows.refused()[["row", "column", "value", "reason"]].values.tolist()
    [[2, 'best', 'many', 'not a number']]
    """

    def __init__(
        self, sheet: Sheet, companions: Mapping[str, Sequence[Sheet]] = MappingProxyType({})
    ) -> None:
        self.sheet = sheet
        self.companions = companions
        self.frame = sheet.frame
        self.aside: list[str] = []
        self._refused: list[pd.DataFrame] = []

    @property
    def index(self) -> pd.Index:
        """Numbers of the rows."""
        return self.frame.index

    def has(self, *names: str) -> bool:
        """Whether the sheet has one of these columns."""
        return any(name in self.frame.columns for name in names)

    def text(self, *names: str) -> "pd.Series[str]":
        """Return the first of these columns that says something, row by row; null where none does."""
        found = [self.frame[name] for name in names if name in self.frame.columns]
        if not found:
            return self.constant(None)
        values = found[0]
        for other in found[1:]:
            values = values.fillna(other)
        return values

    def said(self, *names: str) -> "pd.Series[str]":
        """Return `text` without the words that say nothing ("-", "Not available")."""
        values = self.text(*names)
        return values.mask(values.str.lower().isin(_NOTHING))

    def constant(self, value: object) -> "pd.Series[Any]":
        """Return one value for every row."""
        if value is None:
            return pd.Series(pd.NA, index=self.index, dtype="str")
        return pd.Series(value, index=self.index)

    def number(
        self,
        *names: str,
        unknown: Iterable[float] = (),
        words: Iterable[str] = (),
        decimal: str = "",
    ) -> "pd.Series[float]":
        """Return numbers as `Float64`, null where there is none; `unknown` are codes, not numbers.

        Thousands may be set apart, digits may be Arabic. What is no number, and none of the `words`
        that the adapter reads itself, is refused and null.
        """
        values = self.text(*names)
        numbers = _numbers(values)
        left = values.notna() & numbers.isna()
        if left.any():
            # Only what is no plain number is looked at as text.
            odd = values[left]
            odd = odd.mask(odd.str.lower().isin(_NOTHING) | odd.isin(list(words)))
            if decimal:
                odd = odd.str.replace(decimal, r"\1.\2", regex=True)
            numbers[left] = numbers_in(odd)
            unread = odd.notna() & numbers[left].isna()
            self.refuse(
                unread.reindex(values.index, fill_value=False),
                names,
                "not a number",
                "write a number, or leave the cell empty where it is unknown",
            )
        codes = [float(code) for code in unknown]
        return numbers.mask(numbers.isin(codes)) if codes else numbers

    def code(self, *names: str) -> "pd.Series[int]":
        """Return small whole numbers as `Int64`; null for anything else, which is not refused.

        For codes that another column can stand in for, such as the year of a date.
        """
        numbers = _numbers(self.said(*names))
        return numbers.where(
            holds((numbers >= 0) & (numbers < 10_000) & (numbers % 1 == 0))
        ).astype("Int64")

    def degrees(self, *names: str) -> "pd.Series[float]":
        """Return degrees as `Float64`; a comma is a decimal one, for no degree has thousands."""
        return self.number(*names, decimal=r"^([+-]?\d{1,3}),(\d+)$")

    def whole(
        self,
        *names: str,
        unknown: Iterable[float] = (-1, -9, -99),
        words: Iterable[str] = (),
    ) -> "pd.Series[int]":
        """Return counts as `Int64`; negative, broken and impossible numbers are refused and null."""
        numbers = self.number(*names, unknown=unknown, words=words)
        plain = numbers.to_numpy("float64", na_value=0.0)
        wrong = {
            "a count cannot be negative": plain < 0,
            "a count of people cannot be broken": plain % 1 != 0,
            "more people than live": plain > _MOST,
        }
        for reason, mask in wrong.items():
            if mask.any():
                at = pd.Series(mask, index=numbers.index)
                self.refuse(
                    at, names, reason, "correct the cell, or leave it empty where it is unknown"
                )
                numbers = numbers.mask(at)
        return numbers.astype("Int64")

    def days(self, *names: str, formats: Iterable[str] = ()) -> "pd.Series[pd.Timestamp]":
        """Return days as ``datetime64[s]``, as written: the day before a time and zone is kept.

        Tried are ISO 8601, then `formats`. What is no day is refused and null.
        """
        values = self.said(*names)
        iso = values.str.extract(r"^(\d{4}-\d{2}-\d{2})(?!\d)", expand=False)
        days = pd.to_datetime(iso, format="%Y-%m-%d", errors="coerce").astype("datetime64[s]")
        for pattern in formats:
            left = values.notna() & days.isna()
            if not left.any():
                break
            days[left] = pd.to_datetime(values[left], format=pattern, errors="coerce").astype(
                "datetime64[s]"
            )
        self.refuse(
            values.notna() & days.isna(),
            names,
            "not a day",
            "write it as 2025-03-09, or leave it empty where it is unknown",
        )
        return days

    def refuse(
        self, at: "pd.Series[bool]", column: str | Iterable[str], reason: str, way_out: str
    ) -> None:
        """Write down cells (or rows, with no column) that cannot be used."""
        if not at.any():
            return
        names = [column] if isinstance(column, str) else list(column)
        values = self.text(*names)[at] if self.has(*names) else self._starts(at)
        written = next((name for name in names if self.has(name)), names[0] if names else "")
        self._refused.append(
            refusals(
                pd.DataFrame(
                    {
                        "report": self.sheet.name,
                        "row": values.index,
                        "column": self.sheet.headers.get(written, written) or None,
                        "value": values.to_numpy(),
                        "reason": reason,
                        "way_out": way_out,
                    }
                )
            )
        )

    def set_aside(self, *names: str, reason: str, words: Iterable[str] = ()) -> "pd.Series[bool]":
        """Refuse the figures of a column that are no claims of ours; return where there are any."""
        some = holds(self.whole(*names, words=words) > 0)
        self.refuse(some, names, reason, "nothing: it is not drawn, and stays in the table")
        self.aside += [name for name in names if self.has(name)][:1]
        return some

    def _starts(self, at: "pd.Series[bool]") -> "pd.Series[str]":
        shown = self.frame.loc[at].iloc[:, :6].fillna("")
        return shown.iloc[:, 0].str.cat(shown.iloc[:, 1:], sep=" | ")

    def refused(self) -> pd.DataFrame:
        """Return all that was written down."""
        together = pd.concat([refusals([]), *self._refused], ignore_index=True)
        return together.drop_duplicates(ignore_index=True)
