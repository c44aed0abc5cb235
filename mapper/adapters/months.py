"""Months as tables write them: March of a year in another column, 3, or 2025-03."""

import pandas as pd

from mapper.adapters.rows import Rows, holds

__all__ = ["month_days"]

_MONTHS = {
    name.lower(): number
    for number, name in enumerate(
        ("January", "February", "March", "April", "May", "June", "July", "August", "September",
         "October", "November", "December"), start=1,
    )
}  # fmt: skip


def month_days(
    rows: Rows, month: tuple[str, ...], year: tuple[str, ...]
) -> "tuple[pd.Series[pd.Timestamp], pd.Series[pd.Timestamp]]":
    """Return the first and the last day of the months that columns name; what is none is refused.

    Parameters
    ----------
    rows : Rows
        The rows.
    month, year : tuple of str
        The columns; a month may bring its own year (2025-03).
    """
    said = rows.said(*month).str.lower()
    parts = said.str.extract(r"^(\d{4})-(\d{1,2})$")
    number = said.map(_MONTHS).astype("Int64")
    number = number.fillna(parts[1].astype("Float64").astype("Int64")).fillna(rows.code(*month))
    rows.refuse(
        said.notna() & ~holds(number.between(1, 12)), month, "no month", "write March, or 3"
    )
    of_year = parts[0].fillna(rows.code(*year).astype("str"))
    words = of_year + "-" + number.astype("str").str.zfill(2)
    start = pd.to_datetime(words, format="%Y-%m", errors="coerce").astype("datetime64[s]")
    return start, (start + pd.offsets.MonthEnd(0)).astype("datetime64[s]")
