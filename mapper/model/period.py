"""When: an interval of days, end included, and how precisely it is known."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

__all__ = ["Period", "TimePrecision"]


class TimePrecision(StrEnum):
    """The finest unit in which a period is known, from a day to open at an end."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Period:
    """An interval of days; both ends are included, either may be unknown.

    Parameters
    ----------
    start, end : datetime.date or None
        First and last day. ``None`` is unknown, never today.
    precision : TimePrecision or None
        How precisely the interval is known; ``None`` when nothing is.
    words : str
        The words of the source, verbatim: "on Friday and Saturday".

    Raises
    ------
    ValueError
        If the period ends before it starts.

    Examples
    --------
    >>> storm = Period(date(2025, 3, 6), date(2025, 3, 9), TimePrecision.DAY)
    >>> storm.days
    4
    >>> Period(date(2025, 3, 7), date(2025, 3, 8)) in storm
    True
    >>> str(Period())
    'undated'
    """

    start: date | None = None
    end: date | None = None
    precision: TimePrecision | None = None
    words: str = ""

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"a period cannot end before it starts: {self.start} to {self.end}")

    @property
    def days(self) -> int | None:
        """Number of days, both ends included; ``None`` if an end is unknown."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    def __contains__(self, other: "Period") -> bool:
        """Whether ``other`` lies inside; an unknown end of ours holds everything on that side.

        >>> Period() in Period(date(2025, 3, 6), date(2025, 3, 9))
        False
        """
        after = self.start is None or (other.start is not None and other.start >= self.start)
        before = self.end is None or (other.end is not None and other.end <= self.end)
        return after and before

    def overlaps(self, other: "Period", slack: int = 0) -> bool:
        """Whether the two share a day, or come within ``slack`` days; unknown ends reach out.

        >>> seventh, ninth = (Period(date(2025, 3, d), date(2025, 3, d)) for d in (7, 9))
        >>> seventh.overlaps(ninth), seventh.overlaps(ninth, slack=2)
        (False, True)
        """
        reach = timedelta(days=slack)
        starts_in_time = self.start is None or other.end is None or self.start <= other.end + reach
        ends_in_time = self.end is None or other.start is None or other.start <= self.end + reach
        return starts_in_time and ends_in_time

    def __str__(self) -> str:
        if self.start is None and self.end is None:
            return "undated"
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or '…'} to {self.end or '…'}"
