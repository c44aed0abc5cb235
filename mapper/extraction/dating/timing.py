"""The days of a claim: its own, or those that it takes over.

Reports tell five kinds of time, and only the first dates what happened: the days of an event; the
day on which somebody spoke of it; the days over which something is counted, and the day up to which
it is; the days of another event, told in passing; and those of long ago, to compare with. Which of
them a date is, its sentence says (`mapper.extraction.dating.days`). What a sentence leaves to the next is
decided here and nowhere else. A claim has, in this order:

1. the date of its own clause, or else of its sentence;
2. the days of the total that it is a part of, or of the line that opened its list;
3. those told last in its paragraph, or, where it goes on with what was told before ("the attack",
   "the dead included", "another 12"), in the paragraphs just before;
4. those of the report's event: one event has a day, and takes none of the days over which others
   are counted, unless the report is that of a month; a running total has the span over which the
   report counts; where the report has no day but that of speaking, in breaking news it is the event's.

How many are somewhere, and how many have moved so far, is a state: it takes no day of an event (how
many are missing is one of the event), though who moved in the days over which a report counts, and
the items of a list, are of these. A war's toll is of no event either. A total since something whose day nobody tells takes the span
of the report, or none. Whatever the text leaves open stays empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mapper.extraction.counting.figure import MOVING, Figure
from mapper.extraction.dating.clauses import own_period
from mapper.extraction.dating.course import ADDENDS, Course
from mapper.extraction.dating.days import Day, DayRole, Days
from mapper.extraction.dating.focus import EARLY, SPOKEN, Focus, is_far, is_window
from mapper.extraction.drafts import Draft, Scan
from mapper.extraction.languages import Language
from mapper.extraction.placing.places import Places
from mapper.extraction.speaking.voices import Attribution
from mapper.extraction.words.sentences import Sentence, is_item
from mapper.extraction.words.text import Text
from mapper.model import Kind, Measure, Period, Report, TimePrecision

__all__ = ["Timing"]

_GOES_ON = 4
_LONG_AGO = timedelta(days=366)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Told:
    """Days told by a sentence: which sentence it was, in which paragraph."""

    number: int
    paragraph: int
    period: Period


class Timing:
    """Remembers the days a report speaks of, and gives them to its claims.

    Parameters
    ----------
    report : Report
        The report.
    language : Language
        The table of its language.
    text : Text
        Its words.
    places : Places
        Its place names: what happened at one place is taken for one event.
    """

    def __init__(self, report: Report, language: Language, text: Text, places: Places) -> None:
        self._places = places
        self._body = report.body
        self._published = report.published
        self._language = language
        self._days = Days(report, language, text)
        self._course = Course(report, language)
        self._since: Period | None = None
        self._reported: dict[int, date] = {}
        self._counted_to: dict[int, date] = {}
        self.begin()

    def begin(self) -> None:
        """Forget what stood before the story: headlines of others, captions, the page's menu."""
        self._course.begin()
        self._last: _Told | None = None
        self._focus = Focus(self._language, self._published)
        # The days of the events told of each place, and where in the text.
        self._told_of: dict[str, list[tuple[int, Period]]] = {}
        self._since = None
        self._since_told = 0
        self._list: Period | None = None
        self._moved = False
        self._item = -1
        self._seen = 0

    def read(self, sentence: Sentence, said: Sequence[Attribution]) -> list[Day]:
        """Return the dates of a sentence, with what each is to it."""
        then = self._last.period if self._last is not None else None
        return self._days.read(sentence, said, then)

    def note(self, sentence: Sentence, when: Sequence[Day], *, claims: bool) -> None:
        """Remember what days a sentence speaks of, and at which places."""
        self._seen += 1
        if self._item == sentence.paragraph - 1 and is_item(self._body, sentence.start):
            self._item = sentence.paragraph
        self._course.note(sentence, when)
        last, window = None, False
        for day in when:
            period = day.period
            if period.start is None or day.behind or self._history(period):
                continue
            if self._published is not None and period.start < self._published - 3 * _LONG_AGO:
                # How long a war has gone on is no day of what is told.
                continue
            if day.since and self._since is None and (claims or self._seen <= EARLY):
                self._since, self._since_told = period, sentence.start
            if day.end - day.start > (sentence.end - sentence.start) * 0.7:
                # A line that is but a date says when the page was made.
                continue
            if self._language.periods.turns.search(self._body, sentence.start, day.start):
                # "…, raising to 15 the number of those killed since May": no day of what was told.
                continue
            self._focus.weigh(day, seen=self._seen, claims=claims)
            passing = self._language.periods.beside.search(self._body, sentence.start, day.start)
            if last is None and day.role is DayRole.EVENT and not (passing or is_far(day)):
                last, window = period, is_window(day)
        if last is not None:
            self._last = _Told(self._seen, sentence.paragraph, last)
            if not window:
                for name in self._spots(sentence):
                    self._told_of.setdefault(name, []).append((sentence.start, last))

    def _history(self, period: Period) -> bool:
        if self._published is None:
            return False
        end = period.end or period.start
        return end is not None and end < self._published - _LONG_AGO

    def why_background(self, period: Period | None) -> str:
        """Return why a figure of some days is history to this report; empty if it is not."""
        if period is None or period.start is None or not self._history(period):
            return ""
        return "history: the figure is of a time long before what the report is about"

    def own(self, scan: Scan, figure: Figure) -> Period | None:
        """Return the period that a figure's own sentence gives it."""
        return own_period(self._body, self._language.periods, scan, figure)

    def head(self, sentence: Sentence, *, opens: bool) -> None:
        """Take the days of a line that opens a list: "Deaths since 6 March:"."""
        mine = self._last is not None and self._last.paragraph == sentence.paragraph
        if self._last is not None and mine:
            self._list, self._item = self._last.period, sentence.paragraph
        elif opens:
            self._list = None

    def inherit(self, scan: Scan, draft: Draft, *, listed: bool) -> None:
        """Give a claim without days those of its whole or its paragraph; note when it was told."""
        told = (day.period.end for day in scan.when if day.of_telling)
        spoken = next((day for day in told if day is not None), None)
        running = draft.kind in (Kind.CUMULATIVE, Kind.STOCK)
        ends = (day.period.end for day in scan.when if day.role is DayRole.COUNT)
        if (end := next((day for day in ends if day is not None), None)) is not None:
            self._counted_to[id(draft)] = end
        if spoken is not None:
            self._reported[id(draft)] = spoken
            draft.as_of = spoken
        if running:
            whole = draft.parents[0] if draft.parents else None
            draft.as_of = (
                (whole.as_of if whole is not None else None)
                or spoken
                or draft.period.end
                or self._days.edge
                or self._published
            )
        if draft.period.start is not None or draft.period.words:
            return
        if draft.parents:
            draft.period, draft.dated_by = draft.parents[0].period, "total"
        elif self._list is not None and (listed or self._item == draft.sentence.paragraph):
            draft.period, draft.dated_by = self._list, "list"
        elif (
            (before := self._before(draft)) is not None
            and not (running and spoken)
            # What the sentence does not date by its own date, that date does not date.
            and not (draft.running and before in [day.period for day in scan.when])
        ):
            said = next((day.period for day in scan.when if day.role is DayRole.SPEECH), None)
            narrow = said is not None and not draft.running and before.start != before.end
            draft.period = said if said is not None and narrow else before
            draft.dated_by = "" if narrow else "paragraph"

    def _before(self, draft: Draft) -> Period | None:
        """Return the days told last, if the sentence of a claim still speaks of them."""
        if self._last is None:
            return None
        if self._last.paragraph == draft.sentence.paragraph:
            return self._last.period
        event = self._focus.event
        if event is not None and _is_of_month(event.period, self._last.period):
            # A figure of the year, told in a report of the month, is told for once.
            return None
        goes_on = self._language.periods.goes_on.match(self._body, draft.sentence.start)
        near = self._seen - self._last.number <= _GOES_ON
        if self._focus.spoken is not None and not draft.running and _long(self._last.period):
            # One strike of a campaign is not the campaign.
            return None
        return self._last.period if goes_on and near else None

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Give the claims that still have no days those of the event the report is about."""
        sharp = self._course.sharpen(drafts)
        if (event := self._focus.event) is not None:
            days = sharp.get(event.period, event.period)
            self._focus.event = event = replace(event, period=self._course.opened(days))
        if self._since is not None:
            self._since = self._course.year(self._since)
        before: dict[Measure, Draft] = {}
        self._moved = any(
            draft.measure in MOVING
            and event is not None
            and event.window
            and draft.period == event.period
            for draft in drafts
        )
        for at, draft in enumerate(drafts):
            last = before.get(draft.measure)
            before[draft.measure] = draft
            if draft.period.start is not None:
                continue
            if draft.period.words:
                self._open(draft)
                continue
            whole = draft.parents[0] if draft.parents else None
            if whole is not None and whole.period.start is not None:
                draft.period, draft.dated_by = whole.period, "total"
            elif last is not None and self._goes_on(last, draft):
                draft.period, draft.dated_by = last.period, last.dated_by or "paragraph"
            elif at and self._same_breath(drafts[at - 1], draft):
                draft.period, draft.dated_by = drafts[at - 1].period, drafts[at - 1].dated_by
            elif (
                spread := self._course.spread(draft, drafts[at + 1 : at + 1 + ADDENDS])
            ) is not None:
                draft.period, draft.dated_by = spread, "report"
            elif (period := self._of_report(draft)) is not None:
                draft.period, draft.dated_by = period, "report"

    def _goes_on(self, last: Draft, draft: Draft) -> bool:
        """Whether a claim goes on with what the one before it told: "another 15 were killed"."""
        near = draft.sentence.paragraph - last.sentence.paragraph <= 1
        goes_on = self._language.periods.goes_on
        return near and goes_on.match(self._body, draft.sentence.start) is not None

    def _same_breath(self, last: Draft, draft: Draft) -> bool:
        """Whether a claim stands beside one that has the days of the report's event, and is of it."""
        state = draft.kind is Kind.STOCK and draft.measure is not Measure.MISSING
        return (
            last.dated_by == "report"
            and last.sentence.paragraph == draft.sentence.paragraph
            and not state
            and (draft.measure not in MOVING or last.measure in MOVING)
        )

    def _of_report(self, draft: Draft) -> Period | None:
        """Return the days of the report's event, as far as a claim is one of it."""
        event = self._focus.event
        if draft.kind is Kind.STOCK and draft.measure is not Measure.MISSING:
            return None
        spoken = self._focus.spoken.end if self._focus.spoken is not None else None
        counted, told = self._counted_to.get(id(draft)), self._reported.get(id(draft), spoken)
        if (course := self._course.of(draft, counted=counted, told=told)) is not None:
            return course
        if draft.measure in MOVING:
            # Who moved in the days over which a report counts; of any other event it is the outcome.
            counts = event is not None and (
                self._moved
                or is_item(self._body, draft.sentence.start)
                or event.period.precision is TimePrecision.MONTH
                or (event.window and not draft.running)
            )
            return event.period if event is not None and counts else None
        if draft.running and self._since is not None and self._spans(draft):
            return self._counted(draft, self._since)
        if self._of_war(draft):
            return None
        if draft.kind is not Kind.CUMULATIVE and (there := self._told_there(draft)) is not None:
            return there
        if event is None or event.rank > SPOKEN:
            return self._focus.spoken
        if draft.kind is Kind.CUMULATIVE:
            known = not event.spoken or id(draft) in self._reported
            return self._counted(draft, event.period) if known else None
        state = draft.measure is Measure.MISSING or is_item(self._body, draft.sentence.start)
        if event.window and not state:
            return self._focus.spoken if id(draft) in self._reported else None
        return event.period

    def _of_war(self, draft: Draft) -> bool:
        """Whether a claim is one of years: "the war has killed 50,000 people"."""
        lasting = self._language.periods.lasting
        start, end = draft.sentence.start, draft.end
        return draft.running and bool(lasting.search(self._body, start, end))

    def _spots(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the places that a sentence names, without countries and wide areas."""
        here = self._places.within(sentence.start, sentence.end)
        return tuple(n.words for n in here if not (n.country or n.wide or n.dateline))

    def _told_there(self, draft: Draft) -> Period | None:
        """Return the days of the event told last of the place of a claim."""
        for name in draft.places + self._spots(draft.sentence):
            for at, period in reversed(self._told_of.get(name, [])):
                if at <= draft.start:
                    return period
        return None

    def _spans(self, draft: Draft) -> bool:
        """Whether a claim is one of the span the report tells: a fresh toll before it is not."""
        event = self._focus.event
        fresh = event is not None and not (event.window or event.spoken)
        return self._since_told <= draft.sentence.start or (
            draft.kind is Kind.CUMULATIVE and not fresh
        )

    def _open(self, draft: Draft) -> None:
        """Give a total since something without a day the span over which the report counts."""
        words, span, event = draft.period.words, self._since, self._focus.event
        if span is None and event is not None and not event.spoken:
            span = event.period
            span = span if span.start != span.end else None
        if span is not None and self._language.periods.since.match(words):
            draft.period = replace(span, words=words)
            draft.dated_by = "report"

    def _counted(self, draft: Draft, period: Period) -> Period:
        """Return a period; that of a running total goes on to the day on which it was told."""
        told = self._reported.get(id(draft))
        if (
            draft.kind is not Kind.CUMULATIVE
            or told is None
            or period.start is None
            or told < period.start
            or period.start == period.end
        ):
            return period
        return replace(period, end=told)


def _long(period: Period) -> bool:
    return period.start is not None and period.end is not None and period.end - period.start > _WEEK


def _is_of_month(month: Period, longer: Period) -> bool:
    """Whether one period is a month, and the other goes on for longer."""
    return month.precision is TimePrecision.MONTH and month in longer and longer not in month
