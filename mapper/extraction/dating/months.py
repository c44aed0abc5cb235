"""Months, parts of months, quarters and years in running text."""

from calendar import monthrange
from datetime import date

from mapper.extraction.dating.dateparts import Parts
from mapper.extraction.words.tokens import fold
from mapper.model import Period, TimePrecision

__all__ = [
    "first_months",
    "first_weeks",
    "last_month_name",
    "month",
    "months",
    "part_of_month",
    "whole_month",
    "year",
    "years",
]

_WEEK, _MONTH, _YEAR = TimePrecision.WEEK, TimePrecision.MONTH, TimePrecision.YEAR
_ORDER = ("first", "second", "third", "fourth")
_SHARES = {"quarter": 3, "half": 6}


def whole_month(year: int, month: int) -> Period:
    """Return all days of a month."""
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]), _MONTH)


def month(parts: Parts) -> Period:
    """Return the month that is named; of one that is not over yet, the days until publication."""
    whole, today = _named(parts), parts.published
    if whole.start is None or whole.end is None or today is None:
        return whole
    return Period(whole.start, today, _MONTH) if whole.start <= today < whole.end else whole


def _named(parts: Parts) -> Period:
    name, year = ("m", "y") if "m" in parts else ("m2", "y2")
    found = parts.day(parts.number(year), parts.month(name), 1)
    return whole_month(found.year, found.month) if found else Period()


def last_month_name(parts: Parts) -> Period:
    """Return the last such month: "last December"."""
    found = parts.day(None, parts.month("m"), 1)
    return whole_month(found.year, found.month) if found else Period()


def months(parts: Parts) -> Period:
    """Return the months from one to another."""
    end = parts.day(parts.number("y"), parts.month("m2"), 1)
    if end is None:
        return Period()
    year = parts.number("y1") or (end.year if parts.month("m") <= end.month else end.year - 1)
    return Period(
        date(year, parts.month("m"), 1),
        end.replace(day=monthrange(end.year, end.month)[1]),
        _MONTH,
    )


def part_of_month(parts: Parts) -> Period:
    """Return the beginning, middle or end of a month."""
    whole = _named(parts)
    if whole.start is None or whole.end is None:
        return whole
    word = fold((parts.found.get("part") or "").strip())
    part = parts.language.periods.parts.get(word, "")
    third = {"early": (1, 10), "mid": (11, 20), "late": (21, whole.end.day)}.get(part)
    if third is None:
        return whole
    return Period(whole.start.replace(day=third[0]), whole.start.replace(day=third[1]), _WEEK)


def first_weeks(parts: Parts) -> Period:
    """Return a week or a half of a month."""
    whole = _named(parts)
    if whole.start is None or whole.end is None:
        return whole
    order = parts.order("o")
    last = whole.end.day
    if "half" in parts:
        first, end = (1, 15) if order == "first" else (16, last)
    else:
        first, end = {
            "first": (1, 7),
            "second": (8, 14),
            "third": (15, 21),
            "fourth": (22, 28),
            "last": (last - 6, last),
        }[order]
    return Period(whole.start.replace(day=first), whole.start.replace(day=end), _WEEK)


def first_months(parts: Parts) -> Period:
    """Return some months of a year: "the first seven months", "the first quarter"."""
    year = parts.number("y") or (
        parts.published.year - ("before" in parts) if parts.published else 0
    )
    dual = 2 if "dual" in parts or "dual2" in parts else None
    months = _SHARES.get(parts.unit()) or parts.number("n") or dual
    if not year or months is None:
        return Period()
    last = months * (1 + _ORDER.index(parts.order("o")))
    return Period(
        date(year, last - months + 1, 1), date(year, last, monthrange(year, last)[1]), _MONTH
    )


def year(parts: Parts) -> Period:
    """Return all days of a year."""
    year = parts.number("y") or 0
    return Period(date(year, 1, 1), date(year, 12, 31), _YEAR)


def years(parts: Parts) -> Period:
    """Return the years from one to another."""
    return Period(date(parts.number("y1") or 0, 1, 1), date(parts.number("y") or 0, 12, 31), _YEAR)
