"""The days of a claim: its own, those of its neighbours, or the event the report is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from mapper.extraction.dates import Dated, dates
from mapper.extraction.drafts import Draft, Scan
from mapper.extraction.figure import Figure
from mapper.extraction.languages import Language
from mapper.extraction.sentences import Sentence
from mapper.extraction.voices import Attribution
from mapper.model import Kind, Period, Report, TimePrecision

__all__ = ["Timing"]

_HEAD = 4_000
_LEAD = 3
_LONG_AGO = timedelta(days=366)
_LATELY = timedelta(days=31)
_FINE = (TimePrecision.DAY, TimePrecision.WEEK, TimePrecision.MONTH)
_ELSEWHEN = 80
_SPOKEN = 7
_DATELINE = 90


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
        self._focus: tuple[int, Period] | None = None
        self._since: Period | None = None
        self._seen = 0
        # Of the sentence read last: which of its dates, by their start, are those of speaking.
        self._judged: tuple[Sentence | None, dict[int, bool]] = (None, {})
        self._reported: dict[int, date] = {}
        self._list: Period | None = None

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
        """Return the dates of a sentence; "since" runs up to the day that it counts to."""
        found = dates(self._body, sentence.start, sentence.end, self._language, self._published)
        counted = next((d.period.end for d in found if self._of_count(d)), None) or self._edge
        return [self._running(d, counted) for d in found]

    def _running(self, dated: Dated, edge: date | None) -> Dated:
        """Let what began on a day run up to the day of counting: "since 5 March", "erupted on 5 March"."""
        period, end = dated.period, edge or self._published
        since = dated.name.startswith("since") and period.end == self._published
        begun = period.start == period.end and self._is_outbreak(dated)
        if not (since or begun) or period.start is None or end is None or period.start > end:
            return dated
        name = dated.name if since else "since_outbreak"
        return replace(dated, period=replace(period, end=end), name=name)

    def _before(self, dated: Dated, reach: int) -> str:
        return self._body[max(0, dated.start - reach) : dated.start]

    def _is_outbreak(self, dated: Dated) -> bool:
        """Whether a date is that on which something began that may go on."""
        return self._language.periods.outbreak_before.search(self._before(dated, 60)) is not None

    def _of_count(self, dated: Dated) -> bool:
        """Whether a date is the end of a count: "as of 12 March"."""
        return self._language.periods.until_before.search(self._before(dated, 24)) is not None

    def _of_speech(self, dated: Dated, said: Sequence[Attribution], sentence: Sentence) -> bool:
        """Whether a date is that of speaking, of a dateline, or the end of a count."""
        if self._judged[0] is not sentence:
            self._judged = (sentence, {})
        judged = self._judged[1]
        if dated.start not in judged:
            judged[dated.start] = self._speaks(dated, said, sentence)
        return judged[dated.start]

    def _speaks(self, dated: Dated, said: Sequence[Attribution], sentence: Sentence) -> bool:
        periods, before = self._language.periods, self._before(dated, 24)
        if periods.event_verb.search(before):
            return False
        if any(0 <= dated.start - a.end <= 3 or a.start <= dated.start < a.end for a in said):
            return True
        if self._of_count(dated) or periods.spoke_before.search(self._before(dated, 60)):
            return True
        return self._of_dateline(dated, sentence)

    def _of_dateline(self, dated: Dated, sentence: Sentence) -> bool:
        """Whether a date is that of writing: "(Redford Times - 9 March 2025) …"."""
        opening = self._body[sentence.start : dated.start]
        bracket = len(opening) < _DATELINE and opening.rfind("(") > opening.rfind(")")
        return bracket or bool(
            self._language.places.dateline.match(self._body, dated.end, dated.end + 40)
        )

    def _elsewhen(self, dated: Dated) -> bool:
        """Whether a date is that of another event, told in passing: "a day after … on Sunday"."""
        before = self._before(dated, 60)
        return self._language.periods.elsewhen_before.search(before) is not None

    def begin(self) -> None:
        """Forget what stood before the story: headlines of others, captions, the page's menu."""
        self._focus = self._last = self._since = self._list = None
        self._seen = 0

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
        last: Period | None = None
        for dated in when:
            period = dated.period
            if period.start is None or self._history(period):
                continue
            since = dated.name.startswith("since")
            if since and self._since is None and (claims or self._seen <= _LEAD):
                self._since = period
            spoken = self._of_speech(dated, said, sentence)
            if _fills(dated, sentence):
                # A line that is but a date says when the page was made.
                continue
            rank = self._rank(dated, sentence, claims=claims, spoken=spoken)
            if rank is not None and (self._focus is None or rank < self._focus[0]):
                self._focus = (rank, period)
            if last is None and not spoken and not self._elsewhen(dated):
                last = period
        if last is not None:
            self._last = (sentence.paragraph, last)

    def _rank(self, dated: Dated, sentence: Sentence, *, claims: bool, spoken: bool) -> int | None:
        """Return how well a date says when the report's event was, 0 best; None if it does not."""
        period = dated.period
        if (
            self._of_count(dated)
            or self._of_dateline(dated, sentence)
            or period.precision not in _FINE
        ):
            return None
        if spoken:
            return _SPOKEN if claims and period.precision is TimePrecision.DAY else None
        lead = self._seen <= _LEAD
        rank = (0 if lead else 2) if claims else 1 if lead else 5
        rank += 2 if dated.name.startswith("since") else 0
        rank += 3 if self._elsewhen(dated) or dated.name in ("ago", "recent") else 0
        old = self._published is not None and (period.end or self._published) < (
            self._published - _LATELY
        )
        return rank + 2 if old else rank

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

        def least(dated: Dated) -> int:
            gap = max(dated.start - figure.end, figure.start - dated.end, 0)
            return min(gap, 30) if dated.start - scan.sentence.start < 6 else gap

        def cost(dated: Dated) -> int:
            low, high = min(dated.end, figure.end), max(dated.start, figure.start)
            others = sum(
                low <= other.start < high and other is not figure
                for other in scan.counted
                if other.measure and other.parent is None
            )
            opening = dated.start - scan.sentence.start < 6
            return (
                least(dated)
                + 25 * others * (not opening)
                + 80 * self._body.count(";", low, high)
                + 40 * (dated.end <= figure.start and not opening)
                + _ELSEWHEN * self._elsewhen(dated)
            )

        best: tuple[int, int] | None = None
        for nearest, at in sorted((least(dated), at) for at, dated in enumerate(scan.when)):
            # No date costs less than the way to it: in a long list only the next few are asked.
            if best is not None and nearest > best[0]:
                break
            dated = scan.when[at]
            if self._of_speech(dated, scan.said, scan.sentence) or self._of_another(
                dated, figure, scan.counted
            ):
                continue
            mine = (cost(dated), at)
            best = mine if best is None else min(best, mine)
        return scan.when[best[1]].period if best is not None else None

    def _of_another(self, dated: Dated, figure: Figure, counted: Sequence[Figure]) -> bool:
        """Whether a date is that of an earlier figure: "to 42 from 30 on Saturday"."""
        return any(
            figure.end <= other.start <= dated.start
            and other.measure is figure.measure
            and " from " in self._body[figure.end : other.start + 1]
            for other in counted
        )

    def head(self, sentence: Sentence) -> None:
        """Take the days of a line that opens a list: "Deaths since 6 March:"."""
        mine = self._last is not None and self._last[0] == sentence.paragraph
        self._list = self._last[1] if self._last is not None and mine else None

    def inherit(self, scan: Scan, draft: Draft, *, listed: bool) -> None:
        """Give a claim without days those of its whole or its paragraph; note when it was told."""
        spoken = next(
            (d.period.end for d in scan.when if self._of_speech(d, scan.said, scan.sentence)), None
        )
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
            draft.period, draft.dated_by = draft.parents[0].period, "total"
        elif listed and self._list is not None:
            draft.period, draft.dated_by = self._list, "list"
        elif (
            self._last is not None
            and self._last[0] == scan.sentence.paragraph
            and not (running and spoken)
        ):
            draft.period, draft.dated_by = self._last[1], "paragraph"

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Give the claims that still have no days those of the event the report is about.

        A running total takes the span over which the report counts; other claims the day of the
        event. How many are somewhere is a state, and no part of an event.
        """
        for draft in drafts:
            if draft.period.start is not None or draft.period.words:
                continue
            whole = draft.parents[0] if draft.parents else None
            if whole is not None and whole.period.start is not None:
                draft.period, draft.dated_by = whole.period, "total"
            elif draft.kind is Kind.STOCK:
                continue
            elif draft.running and self._since is not None:
                draft.period, draft.dated_by = self._counted(draft, self._since), "report"
            elif self._focus is not None and (
                self._focus[0] < _SPOKEN
                or draft.kind is not Kind.CUMULATIVE
                or id(draft) in self._reported
            ):
                draft.period, draft.dated_by = self._counted(draft, self._focus[1]), "report"

    def _counted(self, draft: Draft, period: Period) -> Period:
        """Return a period; that of a running total goes on to the day on which it was told."""
        told = self._reported.get(id(draft))
        if not draft.running or told is None or period.start is None or told < period.start:
            return period
        return replace(period, end=told)


def _fills(dated: Dated, sentence: Sentence) -> bool:
    return dated.end - dated.start > (sentence.end - sentence.start) * 0.7
