"""The days of a claim: its own, those of its neighbours, or the event the report is about."""

from collections.abc import Sequence
from datetime import date, timedelta

from mapper.extraction.dates import Dated, dates
from mapper.extraction.drafts import Draft, Scan
from mapper.extraction.figure import Figure
from mapper.extraction.languages import Language
from mapper.extraction.sentences import Sentence
from mapper.extraction.voices import Attribution
from mapper.model import Kind, Measure, Period, Report, TimePrecision

__all__ = ["Timing"]

_HEAD = 4_000
_LEAD = 6
_LONG_AGO = timedelta(days=366)
_FINE = (TimePrecision.DAY, TimePrecision.WEEK, TimePrecision.MONTH)
_RANK: dict[TimePrecision | None, int] = {fine: rank for rank, fine in enumerate(_FINE)}


class Timing:
    """Remembers the days a report speaks of, and gives them to its claims.

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
        self._language = language
        self._edge = self._as_of()
        self._last: tuple[int, Period] | None = None
        self._focus: tuple[tuple[int, int], Period] | None = None
        self._spoken: Period | None = None
        self._seen = 0
        self._reported: dict[int, date] = {}

    def _as_of(self) -> date | None:
        """Return the day up to which the report says it counts."""
        if self._published is None:
            return None
        for match in self._language.periods.until.finditer(self._body[:_HEAD]):
            found = dates(
                self._body, match.end(), match.end() + 40, self._language, self._published
            )
            if found and found[0].start - match.end() <= 2:
                day = found[0].period.end
                if day is not None and timedelta(0) <= self._published - day <= timedelta(days=14):
                    return day
        return None

    def read(self, sentence: Sentence) -> list[Dated]:
        """Return the dates of a sentence; "since" runs up to the day the report counts to."""
        found = dates(self._body, sentence.start, sentence.end, self._language, self._published)
        if self._edge is None:
            return found
        return [
            Dated(
                d.start,
                d.end,
                Period(d.period.start, self._edge, d.period.precision, d.period.words),
                d.name,
            )
            if d.name.startswith("since")
            and d.period.end == self._published
            and d.period.start is not None
            and d.period.start <= self._edge
            else d
            for d in found
        ]

    def _of_speech(self, dated: Dated, said: Sequence[Attribution]) -> bool:
        """Whether a date is that of speaking, of a dateline, or the end of a count."""
        before = self._body[max(0, dated.start - 24) : dated.start]
        if self._language.periods.event_verb.search(before):
            return False
        if any(0 <= dated.start - a.end <= 3 or a.start <= dated.start < a.end for a in said):
            return True
        if self._language.periods.until_before.search(
            before
        ) or self._language.periods.spoke_before.search(before):
            return True
        return bool(self._language.places.dateline.match(self._body, dated.end, dated.end + 40))

    def note(
        self,
        sentence: Sentence,
        when: Sequence[Dated],
        said: Sequence[Attribution],
        *,
        claims: bool,
    ) -> None:
        """Remember what days a sentence speaks of."""
        self._seen += 1
        own = [
            d.period for d in when if d.period.start is not None and not self._of_speech(d, said)
        ]
        spoken = [d.period for d in when if d.period.start is not None and self._of_speech(d, said)]
        if claims and spoken and self._spoken is None:
            self._spoken = spoken[0]
        for period in own:
            if self._history(period):
                continue
            self._last = (sentence.paragraph, period)
            near = claims or self._seen <= _LEAD
            rank = (0 if near and period.precision in _FINE else 1, _RANK.get(period.precision, 2))
            rank = (rank[0], 0) if rank[0] == 0 else rank
            if self._focus is None or rank < self._focus[0]:
                self._focus = (rank, period)
            break

    def _history(self, period: Period) -> bool:
        if self._published is None:
            return False
        end = period.end or period.start
        long_since = period.start is not None and period.start < self._published - 3 * _LONG_AGO
        return (end is not None and end < self._published - _LONG_AGO) or long_since

    def why_background(self, period: Period | None) -> str:
        """Return why a figure of some days is history to this report; empty if it is not."""
        if period is None or period.start is None or not self._history(period):
            return ""
        return "history: the figure is of a time long before what the report is about"

    def own(self, scan: Scan, figure: Figure) -> Period | None:
        """Return the period that a figure's own sentence gives it."""
        own = [
            d
            for d in scan.when
            if not self._of_speech(d, scan.said) and not self._of_another(d, figure, scan.counted)
        ]
        if not own:
            return None

        def cost(dated: Dated) -> int:
            gap = max(dated.start - figure.end, figure.start - dated.end, 0)
            low, high = min(dated.end, figure.end), max(dated.start, figure.start)
            others = sum(
                low <= other.start < high and other is not figure
                for other in scan.counted
                if other.measure and other.parent is None
            )
            opening = dated.start - scan.sentence.start < 6
            return (
                min(gap, 30 if opening else gap)
                + 25 * others * (not opening)
                + 80 * self._body.count(";", low, high)
                + 40 * (dated.end <= figure.start and not opening)
            )

        return min(own, key=cost).period

    def _of_another(self, dated: Dated, figure: Figure, counted: Sequence[Figure]) -> bool:
        """Whether a date is that of an earlier figure: "to 42 from 30 on Saturday"."""
        return any(
            figure.end <= other.start <= dated.start
            and other.measure is figure.measure
            and " from " in self._body[figure.end : other.start + 1]
            for other in counted
        )

    def inherit(self, scan: Scan, draft: Draft) -> None:
        """Give a claim without days those of its whole or its paragraph; note when it was told."""
        spoken = next((d.period.end for d in scan.when if self._of_speech(d, scan.said)), None)
        running = draft.kind in (Kind.CUMULATIVE, Kind.STOCK)
        if spoken is not None:
            self._reported[id(draft)] = spoken
        if spoken is not None:
            draft.as_of = spoken
        if running:
            whole = draft.parents[0] if draft.parents else None
            draft.as_of = (
                (whole.as_of if whole is not None else None)
                or spoken
                or draft.period.end
                or self._edge
                or self._published
            )
        if draft.period.start is not None or draft.period.words:
            return
        if draft.parents:
            draft.period = draft.parents[0].period
        elif (
            self._last is not None
            and self._last[0] == scan.sentence.paragraph
            and not (running and spoken)
        ):
            draft.period = self._last[1]

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Give every claim that still has no days those of the event the report is about."""
        focus = self._focus[1] if self._focus is not None else self._spoken
        if focus is None or focus.start is None:
            return
        for draft in drafts:
            if draft.period.start is not None or draft.period.words:
                continue
            if draft.measure is Measure.SHELTERING:
                # How many shelter somewhere is a state, not a part of the event.
                continue
            if draft.parents and draft.parents[0].period.start is not None:
                draft.period = draft.parents[0].period
                continue
            told = self._reported.get(id(draft))
            running = draft.running
            end = focus.end
            if running and told is not None and told >= focus.start:
                end = told
            draft.period = Period(focus.start, end, focus.precision, focus.words)
