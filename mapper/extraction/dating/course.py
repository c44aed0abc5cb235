"""The course of what a report tells of: when it began and ended, and the days told more exactly elsewhere.

A report seldom dates its event in one place. The lead says "weeks of fighting" or "at the weekend",
and some sentences on stands when the fighting began, or on which day the raid was. What went on
has one beginning and one end, whichever sentence tells them; and a date that is rough gives way to
a sharper one within it, told of the same event.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mapper.extraction.dating.days import Day, DayRole
from mapper.extraction.drafts import Draft
from mapper.extraction.languages import Language
from mapper.extraction.words.sentences import Sentence
from mapper.model import Kind, Period, Report, TimePrecision

__all__ = ["Course"]

_FRESH = timedelta(days=100)
_FLOW = timedelta(days=21)
_DAY = timedelta(days=1)
# Where what began stands from the day on which it did.
_BEFORE, _BEHIND = 120, 30
# How far behind a rough date a sharper one of the same event is told, in paragraphs.
_REACH = 6
# How far behind a total its parts are told, in paragraphs.
_PARTS = 12


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
        self._beginnings: list[tuple[Sentence, Period]] = []
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
            if day.role is DayRole.END and period.end <= self._published:
                self._ended = self._ended or period.end
            if day.role is not DayRole.EVENT or day.behind:
                continue
            if (day.since or day.whole) and self._begins(sentence, day):
                self._beginnings.append((sentence, period))
            if day.since:
                continue
            if day.rough or day.long:
                (self._long if day.long else self._rough).append(period)
            elif not day.vague:
                told = sentence.start, sentence.end
                happening = self._happening.search(
                    self._body, *told
                ) or self._words.happened.search(self._body, *told)
                self._exact.append(_Exact(sentence, period, happening is not None))

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
        counted = {draft.sentence.start for draft in drafts if draft.period.start is not None}
        self._begun = next(
            (
                period
                for sentence, period in self._beginnings
                # "Since 3 May 12 were killed" is a count.
                if sentence.start not in counted or not self._words.since.match(period.words)
            ),
            None,
        )
        found: dict[Period, Period] = {}
        for told, sharper in ((self._rough, self._sharper), (self._long, self._lasting)):
            for period in told:
                sharp = sharper(period, drafts)
                if sharp is not None:
                    found.setdefault(period, replace(sharp, words=period.words))
        for draft in drafts:
            draft.period = found.get(draft.period, draft.period)
        return found

    def _lasting(self, long: Period, drafts: Sequence[Draft]) -> Period | None:
        """Return the days that a length of time means, where its beginning is told."""
        del drafts
        span = self.span
        if span is None or span.start is None or long.start is None or long.end is None:
            return None
        told = long.end - long.start
        slack = max(2 * _DAY, told / 3)
        near = abs(((self._ended or long.end) - span.start) - told) <= slack
        return replace(span, end=self._ended or min(long.end, span.start + told)) if near else None

    def _sharper(self, rough: Period, drafts: Sequence[Draft]) -> Period | None:
        """Return the days within a rough date that are told of the same event."""
        told = [draft for draft in drafts if draft.period == rough]
        if not told:
            return None
        first, days = told[0], []
        for exact in self._exact:
            period = exact.period
            apart = exact.sentence.paragraph - first.sentence.paragraph
            if exact.sentence.start <= first.sentence.start or apart > _REACH:
                continue
            if period not in rough or period.precision is not TimePrecision.DAY:
                continue
            here = [
                draft
                for draft in drafts
                if draft.sentence is exact.sentence and draft.measure is first.measure
            ]
            if any(draft.count.low == first.count.low for draft in here):
                return period
            if here:
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
            if part.sentence.paragraph > whole.sentence.paragraph + _PARTS or most is None:
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


def _hull(days: Sequence[Period]) -> Period | None:
    """Return the days from the first to the last of several periods."""
    starts = [day.start for day in days if day.start is not None]
    ends = [day.end for day in days if day.end is not None]
    return Period(min(starts), max(ends), TimePrecision.DAY) if starts and ends else None
