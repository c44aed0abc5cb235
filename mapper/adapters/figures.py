"""Figures as people write them in a cell: "12-15", "20+", "~30", "more than 1,000", "dozens"."""

import re
from typing import Any

import pandas as pd

from mapper.adapters.counting import given
from mapper.adapters.rows import Rows, holds, numbers_in
from mapper.model import Count, Qualifier

__all__ = ["written"]

_NUMBER = r"(\d[\d,\u00a0\u202f ’']*)"
_RANGE = re.compile(rf"{_NUMBER}\s*(?:-|–|—|to|/|الى|إلى)\s*{_NUMBER}")
_BEFORE: tuple[tuple[re.Pattern[str], Qualifier], ...] = (
    (re.compile(rf"(?:>=|≥|at least|min\.?|minimum|لا يقل عن)\s*{_NUMBER}"), Qualifier.AT_LEAST),
    (re.compile(rf"{_NUMBER}\s*(?:\+|or more|and more|at least)"), Qualifier.AT_LEAST),
    (re.compile(rf"(?:>|more than|over|above|أكثر من)\s*{_NUMBER}"), Qualifier.MORE_THAN),
    (
        re.compile(
            rf"(?:<=|≤|<|up to|at most|max\.?|maximum|less than|fewer than|under)\s*{_NUMBER}"
        ),
        Qualifier.UP_TO,
    ),
    (
        re.compile(
            rf"(?:~|≈|about|around|approx\.?|approximately|circa|ca\.?|some|nearly|almost|نحو|حوالي)\s*{_NUMBER}"
        ),
        Qualifier.ABOUT,
    ),
)


def written(rows: Rows, *names: str) -> "dict[str, pd.Series[Any]]":
    """Return the figures of a column however they were written.

    Each distinct writing is read once. Words without a number ("dozens", "many") give no number and
    are kept as words; nothing is refused but a negative number.

    Returns
    -------
    dict of str to Series
        count_low, count_best, count_high (``Int64``), qualifier, count_words; and given_best with
        its column, where the cell is a plain number.
    """
    values = rows.said(*names)
    plain = pd.to_numeric(values, errors="coerce")
    whole = plain.where((plain >= 0) & (plain < 1e10) & (plain % 1 == 0)).astype("Int64")
    figure = {
        "count_low": whole.copy(),
        "count_best": whole.copy(),
        "count_high": whole.copy(),
        "qualifier": rows.constant("unspecified").mask(whole.notna(), "exact"),
        "count_words": rows.constant(None),
        **given(best=whole),
    }
    left = holds(values.notna() & whole.isna())
    if left.any():
        read = {value: _read(value) for value in values[left].unique()}
        counts = values[left].map(read)
        for end in ("low", "best", "high"):
            figure[f"count_{end}"][left] = pd.array(
                [getattr(count, end) for count in counts], dtype="Int64"
            )
        figure["qualifier"][left] = [str(count.qualifier) for count in counts]
        figure["count_words"][left] = values[left]
        # "1,200" is a number of the file as 1200 is.
        figure |= given(best=figure["count_best"].where(numbers_in(values).notna()))
        negative = holds(values.str.match(r"^\s*-\d")) & left
        unknown = holds(plain.isin([-1, -9, -99]))
        rows.refuse(
            negative & ~unknown,
            names,
            "a count cannot be negative",
            "correct the cell, or leave it empty",
        )
    return figure


def _read(text: str) -> Count:
    folded = text.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789"))
    folded = folded.strip().lower()
    if re.search(r"\d{11}", re.sub(r"(?<=\d)[,\s’'](?=\d{3})", "", folded)):
        # More people than live: no figure, whatever it is.
        return Count()
    if match := re.fullmatch(_NUMBER, folded):
        return Count.exact(_int(match[1]))
    if match := _RANGE.fullmatch(folded):
        low, high = sorted((_int(match[1]), _int(match[2])))
        return Count(low, None, high, Qualifier.RANGE)
    for pattern, qualifier in _BEFORE:
        if match := pattern.fullmatch(folded):
            number = _int(match[1])
            if qualifier is Qualifier.UP_TO:
                return Count(None, None, number, qualifier)
            if qualifier is Qualifier.ABOUT:
                return Count(None, number, None, qualifier)
            return Count(number, number, None, qualifier)
    return Count()


def _int(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))
