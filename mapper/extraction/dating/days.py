"""What each date of a sentence is to it: a day of the event, of speaking, of counting, of something else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from mapper.extraction.dating.dates import Dated, dates
from mapper.extraction.dating.months import whole_month
from mapper.extraction.languages import Language
from mapper.extraction.languages.cue import Cue
from mapper.extraction.speaking.voices import Attribution
from mapper.extraction.words.sentences import Sentence
from mapper.extraction.words.signs import signs
from mapper.extraction.words.text import Text
from mapper.model import Period, Report, TimePrecision

__all__ = ["Day", "DayRole", "Days"]

_HEAD = 4_000
_TITLE = 160
_LEDE = 600
_DATELINE = 90
_TITLED = re.compile(r"\w(?::| [-–—|]) $")
_STAMP = re.compile(r"[^\W\d_][\w'’ -]{2,30}, ")
_RECENT = timedelta(days=14)
_ADJACENT = 8
_NEAR_DAYS = ("today", "yesterday", "day_before_yesterday")
_EXACT = ("iso", "slashed", "slashed_month", "day_month", "month_day")
_QUOTED_DAYS = frozenset({"today", "yesterday", "this_unit", "overnight"})
# Spans that end on the day of telling.
_UP_TO_NOW = ("last_days", "in_days", "in_hours", "over_days", "weeks_of", "after_weeks")
_ROUGH = ("this_unit", "last_unit")
_LONG = ("over_days", "in_days", "in_hours", "weeks_of", "after_weeks")
_TELLING = 2
# How much before a date says what it is to its sentence.
_BEFORE = 110
# "… of April until 9 June": one span.
_JOINT = 24
_BRACKETS = re.compile(r"\([^()]*\)")
# What may say when something began: "at the start of May", "in late March", "in March".
_BEGINNINGS = ("part_of_month", "month")
_BEHIND = ("days_after", "days_before")


class DayRole(StrEnum):
    """What a date is to its sentence."""

    EVENT = "event"
    SPEECH = "speech"  # "…, officials said on Tuesday"; "a statement on Friday"
    COUNT = "count"  # the end of a count: "as of 12 March"
    END = "end"  # the end of what is told: "a truce took effect on Sunday"
    DATELINE = "dateline"  # the day of writing: "MERABAD, March 9 (CP) —"
    COMPARED = "compared"  # "the deadliest day since 2011"
    ASIDE = "aside"  # another event, told in passing: "a day after the truce of 3 March"


@dataclass(frozen=True, slots=True)
class Day:
    """A date of a sentence: where its words stand, its days, and what it is to the sentence.

    ``since`` is a span that runs up to the day of counting; ``vague`` a date that says of itself
    how far it is from exact ("three weeks ago", "in recent days"); ``rough`` one that a sharper may
    replace ("earlier this month", "at the weekend"); ``long`` one that says how long something
    went on ("two days of fighting"); ``whole`` one with its beginning and its end ("clashes broke out
    on Monday and went on until Tuesday"); ``behind`` one of what is told behind it only ("a day after a
    bomb killed nine").
    """

    start: int
    end: int
    period: Period
    role: DayRole
    since: bool = False
    vague: bool = False
    rough: bool = False
    long: bool = False
    whole: bool = False
    behind: bool = False

    @property
    def of_telling(self) -> bool:
        """Whether it says when something was told, and not when it was."""
        return self.role in (DayRole.SPEECH, DayRole.COUNT, DayRole.DATELINE)


class Days:
    """Reads the dates of a report, sentence by sentence.

    Parameters
    ----------
    report : Report
        The report.
    language : Language
        The table of its language.
    text : Text
        Its words.
    """

    def __init__(self, report: Report, language: Language, text: Text) -> None:
        self._body = report.body
        self._text = text
        self._language = language
        self._words = language.periods
        self._signs = signs(language.code)
        self._published = report.published
        self._edge = self._as_of()
        # The day on which somebody spoke last, and in which sentence of the dated ones.
        self._spoken: date | None = None
        self._told = -_TELLING
        self._seen = 0

    @property
    def edge(self) -> date | None:
        """The day up to which the whole report says it counts."""
        return self._edge

    def _as_of(self) -> date | None:
        """Return the day up to which a title or a heading says that the report counts."""
        if self._published is None:
            return None
        head = self._body[:_HEAD]
        if not self._signs.able(self._words.until, self._text.signs(0, _HEAD)):
            return None
        for match in self._words.until.finditer(head):
            ahead = match.end(), match.end() + 40
            found = self._dates(*ahead, self._text.signs(*ahead))
            if not found or found[0].start - match.end() > 2:
                continue
            if found[0].name == "weekday" or not self._heads(match.start()):
                continue
            day = found[0].period.end
            if day is not None and timedelta(0) <= self._published - day <= _RECENT:
                return day
        return None

    def _heads(self, at: int) -> bool:
        """Whether some words stand in a title or a heading, or open the report."""
        start = self._body.rfind("\n", 0, at) + 1
        end = self._body.find("\n", at)
        line = self._body[start : len(self._body) if end < 0 else end].strip()
        title = len(line) < _TITLE and not line.endswith((".", ";", ","))
        opens = not any(letter.isalnum() for letter in self._body[start:at])
        return (title and line[:1].isalnum()) or (opens and at < _LEDE)

    def _dates(self, start: int, end: int, bits: int) -> list[Dated]:
        return dates(self._body, start, end, self._language, self._published, bits=bits)

    def read(
        self, sentence: Sentence, said: Sequence[Attribution], then: Period | None
    ) -> list[Day]:
        """Return the dates of a sentence with their roles; ``then`` is the last day told before it.

        "Since" runs up to the day that the sentence, or else the report, counts to.
        """
        found = _as_one(self._dates(sentence.start, sentence.end, sentence.signs))
        self._seen += 1
        if not found:
            return []
        roles = [self._role(dated, said, sentence) for dated in found]
        ends = {role: d.period.end for d, role in zip(found, roles, strict=True) if d.period.end}
        until = ends.get(DayRole.END) or ends.get(DayRole.COUNT)
        edge = until or self._edge or ends.get(DayRole.SPEECH) or self._published
        for dated, role in zip(found, roles, strict=True):
            opens = any(0 <= a.start - dated.end <= _ADJACENT for a in said)
            spoken = role is DayRole.SPEECH or opens
            if spoken and dated.period.start == dated.period.end and dated.name not in _QUOTED_DAYS:
                self._spoken, self._told = dated.period.end, self._seen
        days: list[Day] = []
        firm = next((d for d, r in zip(found, roles, strict=True) if _is_firm(d, r)), None)
        if firm is not None and found[0].name in _BEHIND:
            # "A week after a bomb killed nine, gunmen shot two on Monday."
            then = firm.period
        earlier = any(d.offset is not None and d.offset < timedelta(0) for d in found)
        for dated, role in zip(found, roles, strict=True):
            day = self._day(dated, role, edge, then, sentence, until=until is not None)
            if role is DayRole.COUNT and days and self._joined(days[-1], day):
                days[-1] = _until(days[-1], day.period.end)
            days.append(day)
            if _is_firm(dated, role) or (role is DayRole.SPEECH and firm is None and earlier):
                # "said on Saturday that six had been killed the day before"
                then = days[-1].period
        return days

    def _day(
        self,
        dated: Dated,
        role: DayRole,
        edge: date | None,
        then: Period | None,
        sentence: Sentence,
        *,
        until: bool,
    ) -> Day:
        period, since, whole = dated.period, dated.name.startswith("since"), False
        fresh = self._seen - self._told < _TELLING
        told = role in (DayRole.COMPARED, DayRole.ASIDE) and self._then_told(dated)
        if told:
            role, since = DayRole.EVENT, False
            period = _beginning(period) if dated.name.startswith("since") else period
        elif dated.offset is not None:
            before = dated.offset < timedelta(0) and self._spoken is not None
            spoken = Period(self._spoken, self._spoken) if before else None
            period = _from_told(dated, then or spoken, self._published)
        elif dated.name == "since_event" and self._words.then.search(period.words):
            # What happened since is told beside the event: no span of the report.
            start, since = then.start if then is not None else None, False
            period = replace(period, start=start, end=start and max(start, edge or start))
        elif self._runs(dated, since=since, until=until):
            start = period.start
            if edge is not None and start is not None and start <= edge:
                # What is told with its end is an event of those days.
                whole = not since and until
                period, since = replace(period, end=edge), not whole
        elif dated.name in _QUOTED_DAYS:
            # A "yesterday" told before is that of publication, and so is the next.
            day = then is not None and then.start == then.end and dated.name != "yesterday"
            seen = then.end if then is not None and day else None
            quoted = self._quoted(dated, sentence) or (fresh and dated.name == "overnight")
            period = self._shifted(period, self._spoken or seen) if quoted else period
        elif fresh and dated.name.startswith(_UP_TO_NOW):
            period = self._shifted(period, self._spoken)
        vague = dated.name.startswith(("ago", "recent"))
        behind = dated.name in _BEHIND or told
        night = self._words.night.search(dated.period.words)
        rough = not night and dated.name.startswith(_ROUGH) and period.start != period.end
        long = dated.name.startswith(_LONG)
        return Day(dated.start, dated.end, period, role, since, vague, rough, long, whole, behind)

    def _joined(self, first: Day, second: Day) -> bool:
        """Whether little stands between two dates, but for what is told in brackets."""
        return len(_BRACKETS.sub("", self._body[first.end : second.start])) < _JOINT

    def _runs(self, dated: Dated, *, since: bool, until: bool) -> bool:
        """Whether what began on a day goes on: "since 5 March", "clashes erupted on 5 March"."""
        period = dated.period
        if period.start is None:
            return False
        if since:
            return period.end == self._published
        begun = (
            period.start == period.end or dated.name.startswith(_BEGINNINGS)
        ) and self._words.outbreak_before.search(self._before(dated, 60))
        return bool(begun) and (until or not self._words.clock.search(self._before(dated, 40)))

    def _quoted(self, dated: Dated, sentence: Sentence) -> bool:
        before = self._body[sentence.start : dated.start]
        opened = before.count("“") + before.count("«")
        return before.count('"') % 2 == 1 or opened > before.count("”") + before.count("»")

    def _shifted(self, period: Period, spoken: date | None) -> Period:
        """Return what "today" or "the past two days" mean when told on another day."""
        published = self._published
        if published is None or spoken is None or period.start is None or period.end is None:
            return period
        if not timedelta(0) < published - spoken <= _RECENT:
            return period
        back = published - spoken
        return replace(period, start=period.start - back, end=period.end - back)

    def _role(self, dated: Dated, said: Sequence[Attribution], sentence: Sentence) -> DayRole:
        words, before = self._words, self._before(dated, _BEFORE)
        near, bits = before[-24:], self._text.signs(dated.start - _BEFORE, dated.start)

        def behind(cue: Cue, part: str = before) -> bool:
            return self._signs.able(cue, bits) and cue.search(part) is not None

        if self._dates_a_line(dated, sentence):
            return DayRole.DATELINE
        day = dated.period.precision is TimePrecision.DAY
        truce = words.truce_after.match(self._body, dated.end)
        if day and (
            behind(words.ended_before, before[-80:])
            or (truce and words.truce_before.search(before.removesuffix("a ")))
        ):
            return DayRole.END
        if behind(words.until_before, before[-60:]) or words.deadline.match(dated.period.words):
            return DayRole.COUNT
        if behind(words.compared_before):
            return DayRole.COMPARED
        if dated.name.startswith("since"):
            return DayRole.EVENT
        beside = any(0 <= dated.start - a.end <= 3 or a.start <= dated.start < a.end for a in said)
        beside = beside or self._told_after(dated, said) or self._counts_after(dated, said)
        owner = self._body.startswith(("’s ", "'s "), dated.end)
        if not behind(words.event_verb, near) and (
            beside or (not owner and behind(words.spoke_before, before[-60:]))
        ):
            return DayRole.SPEECH
        passing = dated.name == "nth_day1" and not words.going_on.search(before)
        named = (
            passing
            or words.elsewhen_after.match(self._body, dated.end)
            or words.mourned_after.match(self._body, dated.end)
        )
        return (
            DayRole.ASIDE
            if named or behind(words.elsewhen_before) or behind(words.mourned_before)
            else DayRole.EVENT
        )

    def _counts_after(self, dated: Dated, said: Sequence[Attribution]) -> bool:
        """Whether a count is told right behind a date: "On Saturday, the group said it documented"."""
        counted = self._words.counted_after
        return any(
            0 <= a.start - dated.end <= _ADJACENT and counted.match(self._body, a.end) for a in said
        )

    def _told_after(self, dated: Dated, said: Sequence[Attribution]) -> bool:
        """Whether what was said follows right behind a date: Arabic "he said … on Friday that"."""
        told = self._words.told_after
        if told.match(self._body, dated.end) is None:
            return False
        opened = [a.end for a in said if a.opens and a.end <= dated.start]
        return bool(opened) and told.search(self._body, opened[-1], dated.start) is None

    def _then_told(self, dated: Dated) -> bool:
        """Whether what was on a day is told right behind it: "since 3 May, when nine were killed"."""
        return self._words.when.match(self._body, dated.end) is not None

    def _dates_a_line(self, dated: Dated, sentence: Sentence) -> bool:
        """Whether a date is that of writing: "(Redford Times - 9 March 2025) …"."""
        opening = self._body[sentence.start : dated.start]
        day = dated.period.start == dated.period.end
        open_ = opening.rfind("(") > opening.rfind(")") and not opening.endswith("on (")
        bracket = day and len(opening) < _DATELINE and open_
        # "Redford, 9 March"; "Update 3: 9 March", in a line of its own.
        ends = day and sentence.end == dated.end
        stamp = ends and (_STAMP.fullmatch(opening) or _TITLED.search(opening)) is not None
        return (
            bracket
            or stamp
            or bool(self._language.places.dateline.match(self._body, dated.end, dated.end + 40))
        )

    def _before(self, dated: Dated, reach: int) -> str:
        return self._body[max(0, dated.start - reach) : dated.start]


def _as_one(found: Sequence[Dated]) -> list[Dated]:
    """Take a day that is told in two ways as one: "yesterday, Friday 6 June", "on Sunday (June 8)"."""
    told: list[Dated] = []
    for dated in found:
        before = told[-1] if told else None
        if (
            before is not None
            and dated.start - before.end <= len(", ")
            and dated.period.start == dated.period.end
            and (before.name in _NEAR_DAYS or (before.name == "weekday" and dated.name in _EXACT))
        ):
            told[-1] = replace(before, end=dated.end, name=dated.name, period=dated.period)
        else:
            told.append(dated)
    return told


def _is_firm(dated: Dated, role: DayRole) -> bool:
    """Whether a date is a day of the event, and not told from another."""
    return role is DayRole.EVENT and dated.offset is None


def _from_told(dated: Dated, then: Period | None, published: date | None) -> Period:
    """Return the day that is told from the one told before: "the next day"."""
    offset = dated.offset
    if dated.name == "part_of_day" and (then is None or then.start != then.end):
        # "At dawn": today's, where no day was told.
        return replace(dated.period, start=published, end=published, precision=TimePrecision.DAY)
    base = (then.end if offset else then.start) if then is not None else None
    if base is None or offset is None or then is None:
        return dated.period
    start, end = (then.start, then.end) if not offset else (base + offset, base + offset)
    return replace(dated.period, start=start, end=end, precision=TimePrecision.DAY)


def _beginning(since: Period) -> Period:
    """Return what a span goes on since: a day, or a month."""
    start = since.start
    if start is not None and since.precision is TimePrecision.MONTH:
        return replace(whole_month(start.year, start.month), words=since.words)
    return replace(since, end=start)


def _until(day: Day, end: date | None) -> Day:
    """Let a day of an event run to the day that is told right behind it: "from May until 9 June"."""
    start = day.period.start
    if day.role is not DayRole.EVENT or start is None or end is None or start > end:
        return day
    return replace(day, period=replace(day.period, end=end), since=True)
