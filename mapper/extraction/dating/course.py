"""The course of what a report tells of: when it began and ended, and the days told more exactly elsewhere.

A report seldom dates its event in one place. The lead says "weeks of fighting" or "at the weekend",
and some sentences on stands when the fighting began, or on which day the raid was. What went on
has one beginning and one end, whichever sentence tells them; and a date that is rough gives way to
a sharper one within it, told of the same event.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mapper.extraction.dating.days import Day, DayRole
from mapper.extraction.drafts import Draft
from mapper.extraction.languages import Language
from mapper.extraction.words.sentences import Sentence
from mapper.model import Kind, Period, Report, TimePrecision

__all__ = ["ADDENDS", "Course"]

_FRESH = timedelta(days=100)
_FLOW = timedelta(days=21)
_DAY = timedelta(days=1)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# How far behind a sentence the next says when it was.
_NEXT = 200
# Where what began stands from the day on which it did.
_BEFORE, _BEHIND = 120, 30
# How far behind a rough date a sharper one of the same event is told, in paragraphs.
_REACH = 6
# How far behind a total its parts are told, in paragraphs.
_PARTS = 12
ADDENDS = 40


@dataclass(frozen=True, slots=True)
class _Begun:
    """When something began, as told and up to now; whether it may be the span of a count as well."""

    sentence: Sentence
    period: Period
    told: Period
    counts: bool


@dataclass(frozen=True, slots=True)
class _Exact:
    """A date as exact as its sentence tells it."""

    sentence: Sentence
    period: Period
    happening: bool


class Course:
    """Remembers when what a report tells of began and ended.

    Parameters
    ----------
    report : Report
        The report.
    language : Language
        The table of its language.
    """

    def __init__(self, report: Report, language: Language) -> None:
        self._body = report.body
        self._published = report.published
        self._words = language.periods
        self._happening = language.places.happening
        self.begin()

    def begin(self) -> None:
        """Forget what stood before the story."""
        self._begun: Period | None = None
        self._beginnings: list[_Begun] = []
        self._opened: Period | None = None
        self._placed: list[tuple[Sentence, Period]] = []
        self._years: dict[tuple[int, int], int] = {}
        self._ended: date | None = None
        self._rough: list[Period] = []
        self._long: list[Period] = []
        self._exact: list[_Exact] = []

    def note(self, sentence: Sentence, when: Sequence[Day]) -> None:
        """Remember the beginnings, ends and exact days of a sentence."""
        for day in when:
            period = day.period
            if period.start is None or period.end is None or self._published is None:
                continue
            if period.precision is TimePrecision.DAY and _YEAR.search(period.words):
                self._years.setdefault((period.start.month, period.start.day), period.start.year)
            if day.role is DayRole.END and period.end <= self._published:
                self._ended = self._ended or period.end
            if day.role is not DayRole.EVENT or day.behind:
                continue
            if (day.since or day.whole) and self._begins(sentence, day):
                self._beginnings.append(
                    _Begun(
                        sentence, period, period, counts=bool(self._words.since.match(period.words))
                    )
                )
            if day.since:
                continue
            if self._opens(day):
                span = replace(period, end=max(period.start, self._published))
                self._beginnings.append(_Begun(sentence, span, period, counts=True))
            if self._words.took_place.match(self._body, sentence.start, day.start):
                self._placed.append((sentence, period))
            if day.rough or day.long:
                (self._long if day.long else self._rough).append(period)
            elif not day.vague:
                told = sentence.start, sentence.end
                happening = self._happening.search(
                    self._body, *told
                ) or self._words.happened.search(self._body, *told)
                self._exact.append(_Exact(sentence, period, happening is not None))

    def _opens(self, day: Day) -> bool:
        """Whether what began on a day is told behind it: "On Monday the army launched an offensive"."""
        one = day.period.start == day.period.end
        return one and self._words.outbreak_after.match(self._body, day.end) is not None

    def _begins(self, sentence: Sentence, day: Day) -> bool:
        """Whether a span is of what began lately and goes on: "heavy fighting since 3 May"."""
        period = day.period
        beside = max(sentence.start, day.start - _BEFORE), min(sentence.end, day.end + _BEHIND)
        return (
            self._published is not None
            and period.start is not None
            and self._published - period.start < _FRESH
            and period.precision in (TimePrecision.DAY, TimePrecision.WEEK)
            and self._words.going_on.search(self._body, *beside) is not None
        )

    @property
    def span(self) -> Period | None:
        """The days from the beginning to the end of what goes on, where the report tells them."""
        begun, ended = self._begun, self._ended
        if begun is None or begun.start is None:
            return None
        return replace(begun, end=ended) if ended is not None and ended >= begun.start else begun

    def of(self, draft: Draft, *, counted: date | None, told: date | None) -> Period | None:
        """Return the days of what goes on, for a claim that is told of it: "the fighting killed 40".

        ``counted`` is the day up to which the claim counts, ``told`` that on which it was told.
        """
        span, sentence = self.span, draft.sentence
        if span is None or span.start is None or span.end is None:
            return None
        if counted is not None and counted >= span.start:
            return replace(span, end=counted)
        if not self._words.going_on.search(self._body, sentence.start, sentence.end):
            return None
        start = span.start
        end = span.end if told is None or self._ended is not None else max(told, start)
        span, short = replace(span, end=end), end - start <= _FLOW
        return span if short or draft.kind is Kind.CUMULATIVE or draft.running else None

    def sharpen(self, drafts: Sequence[Draft]) -> dict[Period, Period]:
        """Put sharper days for the rough ones, and return which for which."""
        here: dict[int, list[Draft]] = defaultdict(list)
        first: dict[Period, int] = {}
        for at, draft in enumerate(drafts):
            here[draft.sentence.start].append(draft)
            first.setdefault(draft.period, at)
        self._begun = self._beginning(here)
        self._date_placed(here)
        found: dict[Period, Period] = {}
        for rough in dict.fromkeys(self._rough):
            sharp = self._sharper(rough, drafts[first[rough]], here) if rough in first else None
            found[rough] = replace(sharp or rough, words=rough.words)
        for long in self._long:
            sharp = self._lasting(long)
            if sharp is None and long in first:
                at = first[long]
                spread = self.spread(drafts[at], drafts[at + 1 : at + 1 + ADDENDS])
                sharp = spread if spread is not None and spread.days == long.days else None
            found[long] = replace(sharp or long, words=long.words)
        for draft in drafts:
            draft.period = self.year(found.get(draft.period, draft.period))
            if draft.kind is Kind.CUMULATIVE and not draft.dated_by:
                draft.period = self._brought_to(draft)
        return found

    def _brought_to(self, draft: Draft) -> Period:
        """Return the days of a toll that goes on until the day that its sentence tells."""
        period, span, sentence = draft.period, self.span, draft.sentence
        end = period.end
        if span is None or span.start is None or end is None or period.start != end:
            return period
        goes_on = self._words.brought_to.search(self._body, sentence.start, draft.end)
        return replace(period, start=min(span.start, end)) if goes_on else period

    def _beginning(self, here: Mapping[int, Sequence[Draft]]) -> Period | None:
        """Return the first exact beginning of what goes on, or else the first rough one."""
        able = [
            begun
            for begun in self._beginnings
            # "Since 3 May 12 were killed" is a count.
            if not (begun.counts and _dated(here.get(begun.sentence.start, ())))
        ]
        exact = [begun for begun in able if begun.period.precision is TimePrecision.DAY]
        found = next(iter(exact or able), None)
        self._opened = found.told if found is not None else None
        return found.period if found is not None else None

    def _date_placed(self, here: Mapping[int, Sequence[Draft]]) -> None:
        """Give what is told right before a sentence that dates it the day of that: "It happened on Monday"."""
        starts = sorted(here)
        for sentence, period in self._placed:
            at = bisect_left(starts, sentence.start)
            if sentence.start in here or not at:
                continue
            before = here[starts[at - 1]]
            last = before[0].sentence
            if sentence.paragraph - last.paragraph > 1 or sentence.start - last.end > _NEXT:
                continue
            for draft in before:
                if draft.dated_by or draft.period.start is None:
                    draft.period, draft.dated_by = period, "paragraph"

    def year(self, period: Period) -> Period:
        """Return a span that is told without its year with the year that the report tells elsewhere."""
        start = period.start
        year = self._years.get((start.month, start.day)) if start is not None else None
        exact = period.precision is TimePrecision.DAY and start != period.end
        if year is None or start is None or not exact or _YEAR.search(period.words):
            return period
        return replace(period, start=start.replace(year=year)) if year < start.year else period

    def opened(self, period: Period) -> Period:
        """Return the days of what began on a day, for those of the day itself."""
        return self.span or period if period == self._opened else period

    def _lasting(self, long: Period) -> Period | None:
        """Return the days that a length of time means, where its beginning is told."""
        span = self.span
        if span is None or span.start is None or long.start is None or long.end is None:
            return None
        told = long.end - long.start
        slack = max(2 * _DAY, told / 3)
        near = abs(((self._ended or long.end) - span.start) - told) <= slack
        return replace(span, end=self._ended or min(long.end, span.start + told)) if near else None

    def _sharper(
        self, rough: Period, first: Draft, here: Mapping[int, Sequence[Draft]]
    ) -> Period | None:
        """Return the days within a rough date that are told of the same event behind it."""
        days: list[Period] = []
        behind = bisect_right(self._exact, first.sentence.start, key=lambda e: e.sentence.start)
        for at in range(behind, len(self._exact)):
            exact, period = self._exact[at], self._exact[at].period
            if exact.sentence.paragraph - first.sentence.paragraph > _REACH:
                break
            if period not in rough or period.precision is not TimePrecision.DAY:
                continue
            beside = here.get(exact.sentence.start, ())
            counts = [draft.count.low for draft in beside if draft.measure is first.measure]
            if period == self._opened:
                return self.span
            if first.count.low in counts:
                return period
            if counts:
                # Some of them, or others: the days of all are those that were told.
                return None
            if exact.happening:
                days.append(period)
        return _hull(days)

    def spread(self, whole: Draft, following: Sequence[Draft]) -> Period | None:
        """Return the days of a total without days, of which those behind it are the dated parts."""
        most = whole.count.low
        told, days = 0, []
        for part in following:
            if most is None or part.sentence.paragraph > whole.sentence.paragraph + _PARTS:
                break
            if part.measure is not whole.measure or part.unit is not whole.unit or part.parents:
                continue
            if part.period.start is None or part.period.end is None or not part.count.low:
                continue
            told += part.count.low
            days.append(part.period)
            if told >= most:
                break
        if told != most or len(days) < 2:
            return None
        return _hull(days)


def _dated(drafts: Sequence[Draft]) -> bool:
    return any(draft.period.start is not None for draft in drafts)


def _hull(days: Sequence[Period]) -> Period | None:
    """Return the days from the first to the last of several periods."""
    starts = [day.start for day in days if day.start is not None]
    ends = [day.end for day in days if day.end is not None]
    return Period(min(starts), max(ends), TimePrecision.DAY) if starts and ends else None
