"""The event that a report is about: the days on which it happened, as the report tells them best."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from mapper.extraction.dating.days import Day, DayRole
from mapper.extraction.languages import Language
from mapper.model import Period, TimePrecision

__all__ = ["EARLY", "SPOKEN", "Event", "Focus", "is_far", "is_window"]

# The first sentences of a report, which tell what it is about; and those that still may.
EARLY = 3
_STILL = 8
# How well a date of the lead, of what follows, of the rest says when the event was, with a claim
# beside it and without; and a day on which somebody spoke.
_RANKS = ((0, 1), (2, 4), (6, 6))
SPOKEN, _SPOKEN_LATE = 5, 9
_LATELY = timedelta(days=31)
_FINE = (TimePrecision.DAY, TimePrecision.WEEK, TimePrecision.MONTH)
_NIGHT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """The days of the event, and how well they say it, 0 best.

    ``spoken`` are those on which somebody spoke of it, ``window`` those over which something is counted.
    """

    rank: int
    period: Period
    spoken: bool
    window: bool


class Focus:
    """Chooses, date by date, which days are those of the event a report is about.

    Parameters
    ----------
    language : Language
        The table of its language.
    published : date or None
        The day of its publication.
    """

    def __init__(self, language: Language, published: date | None) -> None:
        self._night = language.periods.night
        self._published = published
        self.event: Event | None = None
        # The day on which somebody spoke, told first.
        self.spoken: Period | None = None

    def weigh(self, day: Day, *, seen: int, claims: bool) -> None:
        """Take a date for that of the event if it says it better than those before.

        Parameters
        ----------
        day : Day
            The date.
        seen : int
            The number of its sentence, from 1.
        claims : bool
            Whether the sentence holds claims.
        """
        rank = self._rank(day, seen, claims=claims)
        if rank is not None and (self.event is None or rank < self.event.rank):
            self.event = Event(rank, day.period, day.role is DayRole.SPEECH, is_window(day))
        elif self.event is not None and self._names_night(day, self.event):
            self.event = replace(self.event, period=day.period)
        if rank == SPOKEN and self.spoken is None:
            self.spoken = day.period

    def _names_night(self, day: Day, event: Event) -> bool:
        """Whether a date names the night of the event: "on Saturday night", told as overnight."""
        night, told, named = self._night, event.period, day.period
        return (
            told.start != told.end
            and named.start == named.end
            and named in told
            and night.search(told.words) is not None
            and night.search(named.words) is not None
        )

    def _rank(self, day: Day, seen: int, *, claims: bool) -> int | None:
        """Return how well a date says when the report's event was, 0 best; None if it does not."""
        period = day.period
        if (
            day.role in (DayRole.COUNT, DayRole.DATELINE, DayRole.COMPARED, DayRole.ASIDE)
            or period.precision not in _FINE
        ):
            return None
        if is_far(day):
            return None
        if day.role is DayRole.SPEECH:
            fits = claims and period.precision is TimePrecision.DAY
            return (SPOKEN if seen <= EARLY else _SPOKEN_LATE) if fits else None
        rank = _RANKS[(seen > EARLY) + (seen > _STILL)][not claims]
        # What goes on since a day that is told late is what the event stands in, not the event.
        rank += (2 if seen <= EARLY else 4) * day.since + 3 * day.vague
        last = period.start if day.since else period.end
        old = self._published is not None and (last or self._published) < self._published - _LATELY
        return rank + 4 * old


def is_far(day: Day) -> bool:
    """Whether a date is too vague to date another claim than its own: "six months ago"."""
    return day.vague and day.period.precision is not TimePrecision.DAY


def is_window(day: Day) -> bool:
    """Whether some days are those over which something is counted, and not those of one event."""
    start, end = day.period.start, day.period.end
    several = start is not None and end is not None and end - start > _NIGHT
    return (
        day.since or (several and not day.whole)
    ) and day.period.precision is not TimePrecision.MONTH
