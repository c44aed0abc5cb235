"""What the parts of a date mean, pattern by pattern."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from mapper.extraction.dating.dateparts import Parts
from mapper.extraction.dating.months import (
    first_months,
    first_weeks,
    last_month_name,
    month,
    months,
    part_of_month,
    whole_month,
    year,
    years,
)
from mapper.model import Period, TimePrecision

__all__ = ["RULES"]

_DAY, _WEEK, _MONTH, _YEAR, _OPEN = TimePrecision
# This month and the last.
_JUST = timedelta(days=62)
_SPAN = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}


def _between(start: date | None, end: date | None, precision: TimePrecision = _DAY) -> Period:
    if start is None or end is None:
        return Period()
    if end < start:
        start = start.replace(year=start.year - 1) if (start - end).days > 31 else start
        if end < start:
            start, end = end, start
    return Period(start, end, precision)


def _one_day(parts: Parts) -> Period:
    month, day = parts.month("m"), parts.number("d") or 0
    found = parts.day(parts.number("y"), month, day)
    return Period(found, found, _DAY) if found else Period()


def _two_days(parts: Parts) -> Period:
    month, first, last = parts.month("m"), parts.number("d") or 0, parts.number("d2") or 0
    end = parts.day(parts.number("y"), month, last)
    return _between(end and end.replace(day=first), end)


def _two_days_of_months(parts: Parts) -> Period:
    year = parts.number("y") or parts.number("y1")
    end = parts.day(year, parts.month("m2"), parts.number("d2") or 0)
    if end is None:
        return Period()
    start = date(parts.number("y1") or end.year, parts.month("m"), parts.number("d") or 0)
    if start > end and "y1" not in parts:
        start = start.replace(year=start.year - 1)
    return _between(start, end)


def _month_to_day(parts: Parts) -> Period:
    """Return the days from a month on: "from May to 15 August"."""
    end = parts.day(parts.number("y"), parts.month("m2"), parts.number("d2") or 0)
    if end is None:
        return Period()
    first = part_of_month(parts).start if "part" in parts else date(end.year, parts.month("m"), 1)
    if first is None:
        return Period()
    year = parts.number("y1") or (end.year if parts.month("m") <= end.month else end.year - 1)
    return Period(first.replace(year=year), end, _DAY)


def _until_published(start: date | None, parts: Parts, precision: TimePrecision = _DAY) -> Period:
    if start is None:
        return Period()
    if parts.published is None:
        return Period(start, None, _OPEN)
    return (
        Period(start, parts.published, precision)
        if start <= parts.published
        else Period(start, start, precision)
    )


def _since_day(parts: Parts) -> Period:
    return _until_published(_one_day(parts).start, parts)


def _since_month(parts: Parts) -> Period:
    found = parts.day(parts.number("y"), parts.month("m"), 1)
    recent = found and parts.published and parts.published - found < _JUST
    if found is not None and recent and "last" in parts:
        # Who says "last October" in November does not mean the month that has just gone by.
        found = found.replace(year=found.year - 1)
    part = part_of_month(parts).start if "part" in parts else None
    return _until_published(part or found, parts, _WEEK if part else _MONTH)


def _since_year(parts: Parts) -> Period:
    return _until_published(date(parts.number("y") or 0, 1, 1), parts, _YEAR)


def _since_weekday(parts: Parts) -> Period:
    return _until_published(_weekday(parts).start, parts)


def _weekday(parts: Parts) -> Period:
    day = parts.last("w")
    if day is None or parts.published is None:
        return Period()
    if "last" in parts and day == parts.published:
        day -= timedelta(days=7)
    elif "before" in parts and day >= parts.published - timedelta(days=parts.published.weekday()):
        # "Thursday of last week"
        day -= timedelta(days=7)
    return Period(day, day, _DAY)


def _weekdays(parts: Parts) -> Period:
    end = parts.last("w2")
    if end is None:
        return Period()
    back = (parts.weekday("w2") - parts.weekday("w")) % 7
    return Period(end - timedelta(days=back), end, _DAY)


def _day_to_weekday(parts: Parts) -> Period:
    """Return the days from one told by its date to one told by its name."""
    return _between(_one_day(parts).start, parts.last("w"))


def _last_days(parts: Parts) -> Period:
    if parts.published is None:
        return Period()
    unit = parts.unit()
    number = parts.number("n") or (2 if "dual" in parts else 1)
    # The day of telling is one of them; a day and a night, however few hours, touch two days.
    days = -(-number // 24) if unit == "hour" else number * _SPAN[unit]
    days = max(1, days - (unit in ("hour", "day", "week")))
    precision = {"month": _MONTH, "year": _YEAR, "week": _WEEK}.get(unit, _DAY)
    return Period(parts.published - timedelta(days=days), parts.published, precision)


def _ago(parts: Parts) -> Period:
    if parts.published is None:
        return Period()
    unit = parts.unit()
    day = parts.published - timedelta(days=(parts.number("n") or 1) * _SPAN[unit])
    if unit == "day":
        return Period(day, day, _DAY)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6), _WEEK)
    if unit == "month":
        return whole_month(day.year, day.month)
    return Period(date(day.year, 1, 1), date(day.year, 12, 31), _YEAR)


def _this_unit(parts: Parts) -> Period:
    today = parts.published
    if today is None:
        return Period()
    unit = parts.unit()
    match unit:
        case "week":
            return Period(today - timedelta(days=today.weekday()), today, _WEEK)
        case "month":
            return Period(today.replace(day=1), today, _MONTH)
        case "year":
            return Period(today.replace(month=1, day=1), today, _YEAR)
        case "weekend":
            return _weekend(today)
    return Period(today, today, _DAY)


def _weekend(today: date) -> Period:
    sunday = today - timedelta(days=(today.weekday() - 6) % 7)
    saturday = sunday - timedelta(days=1)
    return Period(saturday, sunday, _DAY)


def _last_unit(parts: Parts) -> Period:
    today = parts.published
    if today is None:
        return Period()
    match parts.unit():
        case "night":
            return Period(today - timedelta(days=1), today, _DAY)
        case "weekend":
            return _weekend(today)
        case "week":
            monday = today - timedelta(days=today.weekday() + 7)
            return Period(monday, monday + timedelta(days=6), _WEEK)
        case "month":
            last = today.replace(day=1) - timedelta(days=1)
            return whole_month(last.year, last.month)
    return Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31), _YEAR)


def _nth_day(parts: Parts) -> Period:
    """Return the days up to the one that is the second, third, …: "for a second day Friday"."""
    end = parts.last("w") if "w" in parts else parts.published
    number = parts.number("n")
    if end is None or number is None:
        return Period()
    return Period(end - timedelta(days=number - 1), end, _DAY)


def _since_unit(parts: Parts) -> Period:
    today = parts.published
    if today is None:
        return Period()
    last = "last" in parts or "last2" in parts
    match parts.unit():
        case "week":
            start, precision = today - timedelta(days=today.weekday() + 7 * last), _WEEK
        case "month":
            first = today.replace(day=1)
            before = (first - timedelta(days=1)).replace(day=1)
            start, precision = before if last else first, _MONTH
        case "weekend":
            start, precision = _weekend(today).start or today, _DAY
        case _:
            start, precision = today.replace(month=1, day=1), _YEAR
    return Period(start, today, precision)


def _from_told(days: int) -> Callable[[Parts], timedelta]:
    """Return a rule for days told from the day told before: "the next day", "two weeks earlier"."""

    def rule(parts: Parts) -> timedelta:
        number = parts.number("n") if "n" in parts else 1 + ("dual" in parts)
        if number is None:
            raise ValueError(parts.found)
        return timedelta(days=days * number * _SPAN[parts.unit() or "day"])

    return rule


def _part_of_day(parts: Parts) -> timedelta:
    del parts
    # "At dawn": of the day told before.
    return timedelta(0)


def _back(days: int) -> Callable[[Parts], Period]:
    def rule(parts: Parts) -> Period:
        if parts.published is None:
            return Period()
        day = parts.published - timedelta(days=days)
        return Period(day, day, _DAY)

    return rule


def _overnight(parts: Parts) -> Period:
    if parts.published is None:
        return Period()
    return Period(parts.published - timedelta(days=1), parts.published, _DAY)


def _recent(parts: Parts) -> Period:
    del parts
    # How many days "recent" is, nobody said.
    return Period()


def _length(parts: Parts) -> Period:
    # "In less than two weeks": no more than how long, and not when.
    return Period() if "bound" in parts else _last_days(parts)


def _since_event(parts: Parts) -> Period:
    del parts
    # "Since the war began": when that was, its words do not say.
    return Period()


def _since_yesterday(parts: Parts) -> Period:
    return _overnight(parts)


def _after_weeks(parts: Parts) -> Period:
    """Return that many days up to a day: "in the three days to Monday", "two days of fighting"."""
    told = "w" in parts or "m" in parts
    end = parts.last("w") if "w" in parts else _one_day(parts).start if told else parts.published
    unit = parts.unit()
    number = parts.number("n")
    if end is None or number is None:
        return Period()
    # The day of telling is one of a few days.
    days = number * _SPAN[unit] - (told or unit == "day")
    return Period(end - timedelta(days=days), end, _DAY)


# A length of time is told from the day told before.
RULES: Mapping[str, Callable[[Parts], Period | timedelta]] = {
    "same_day": _from_told(0),
    "part_of_day": _part_of_day,
    "next_day": _from_told(1),
    "day_before": _from_told(-1),
    "days_earlier": _from_told(-1),
    "days_later": _from_told(1),
    "days_after": _from_told(-1),
    "days_before": _from_told(1),
    "iso": _one_day,
    "slashed": _one_day,
    "days_of_month": _two_days,
    "days_of_months": _two_days_of_months,
    "month_days": _two_days,
    "months_days": _two_days_of_months,
    "month_to_day": _month_to_day,
    "since_day": _since_day,
    "since_month_day": _since_day,
    "since_weekday": _since_weekday,
    "since_month": _since_month,
    "since_year": _since_year,
    "since_yesterday": _since_yesterday,
    "since_unit": _since_unit,
    "since_event": _since_event,
    "first_months": first_months,
    "first_weeks": first_weeks,
    "day_month": _one_day,
    "month_day": _one_day,
    "weekdays": _weekdays,
    "overnight_weekdays": _weekdays,
    "weekday": _weekday,
    "nth_day": _nth_day,
    "month_day_to_weekday": _day_to_weekday,
    "day_month_to_weekday": _day_to_weekday,
    "slashed_month": _one_day,
    "slashed_months": _two_days_of_months,
    "in_days": _length,
    "last_days": _last_days,
    "in_hours": _last_days,
    "over_days": _last_days,
    "after_weeks": _after_weeks,
    "weeks_of": _after_weeks,
    "days_to": _after_weeks,
    "ago": _ago,
    "recent": _recent,
    "this_unit": _this_unit,
    "last_unit": _last_unit,
    "last_month_name": last_month_name,
    "yesterday": _back(1),
    "day_before_yesterday": _back(2),
    "today": _back(0),
    "overnight": _overnight,
    "part_of_month": part_of_month,
    "months": months,
    "month": month,
    "month_year": month,
    "years": years,
    "year": year,
}
