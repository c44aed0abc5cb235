"""Cells as words for a reader."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from mapper.model import Count, Qualifier

__all__ = ["days_said", "figure_said", "known", "one_line"]


def known(value: Any) -> bool:
    """Whether a cell holds anything."""
    return value is not None and not pd.isna(value) and value != ""


# Months as Syria, Lebanon and Iraq call them.
_MONTHS = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip


def figure_said(row: Mapping[Any, Any], prefix: str, language: str = "en") -> str:
    """Return low, best and high of a row in words, English or Arabic.

    >>> figure_said({"deaths_low": 40, "deaths_best": 40, "deaths_high": None}, "deaths")
    'at least 40'
    >>> figure_said({"deaths_low": 40, "deaths_best": 50, "deaths_high": 90}, "deaths")
    '40–90 (most credible 50)'
    >>> figure_said({"deaths_low": 40, "deaths_best": 50, "deaths_high": 90}, "deaths", "ar")
    '40–90 (الأرجح 50)'
    """
    bounds = [row.get(f"{prefix}_{end}") for end in ("low", "best", "high")]
    low, best, high = (int(str(bound)) if known(bound) else None for bound in bounds)
    if language == "ar":
        return _arabic_figure(low, best, high)
    if low is None and high is None:
        return str(Count(None, best, None, Qualifier.ABOUT))
    words = str(Count(low, None, high))
    return f"{words} (most credible {best:,})" if best not in (None, low, high) else words


def _arabic_figure(low: int | None, best: int | None, high: int | None) -> str:
    if low is None and high is None:
        return "غير معروف" if best is None else f"نحو {best:,}"
    if high is None:
        words = f"{low:,} على الأقل"
    elif low is None:
        words = f"حتى {high:,}"
    else:
        words = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"{words} (الأرجح {best:,})" if best not in (None, low, high) else words


def days_said(start: Any, end: Any, language: str = "en") -> str:
    """Return a period in words, English or Arabic.

    >>> days_said(pd.Timestamp("2025-03-06"), pd.Timestamp("2025-03-09"))
    '6 March 2025 to 9 March 2025'
    >>> days_said(None, None)
    'undated'
    """
    days = [day for day in (start, end) if known(day)]
    if language == "ar":
        told = [f"{day.day} {_MONTHS[day.month - 1]} {day.year}" for day in days]
        return " – ".join(dict.fromkeys(told)) or "بلا تاريخ"
    told = [f"{day.day} {day:%B %Y}" for day in days]
    return " to ".join(dict.fromkeys(told)) or "undated"


def one_line(text: object) -> str:
    r"""Return a text as one line, without what would steer a terminal or turn its direction.

    >>> one_line("12\u202e killed\n in all")
    '12 killed in all'
    """
    return " ".join("".join(c for c in str(text) if c.isprintable() or c.isspace()).split())
