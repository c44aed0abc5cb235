"""Which of the dates of a sentence is that of a figure: the one of its own clause."""

from dataclasses import replace

from mapper.extraction.counting.figure import Figure
from mapper.extraction.dating.days import Day, DayRole
from mapper.extraction.drafts import Scan
from mapper.extraction.languages import Periods
from mapper.model import Period

__all__ = ["own_period"]

_OPENS = 6
# Where the verb of a figure stands behind it: "9,000 others have been".
_VERB = 20
_RIGHT_BEFORE = 40
# A date at the head of a sentence is no farther than this from any of its figures.
_HEAD = 30
# What stands between adds so much to the way: another figure, a semicolon, an order turned round.
_FIGURE, _SEMICOLON, _BEFORE = 25, 80, 40


def own_period(body: str, words: Periods, scan: Scan, figure: Figure) -> Period | None:
    """Return the period that a figure's own sentence gives it; None if it gives none.

    Parameters
    ----------
    body : str
        The report.
    words : Periods
        How its language speaks of days.
    scan : Scan
        What was found in the sentence.
    figure : Figure
        One of its figures.
    """
    clauses = [day.start for day in scan.when if _opens_clause(body, words, day)]
    best: tuple[int, int] | None = None
    for nearest, at in sorted((_gap(scan, day, figure), at) for at, day in enumerate(scan.when)):
        # No date costs less than the way to it: in a long list only the next few are asked.
        if best is not None and nearest > best[0]:
            break
        day = scan.when[at]
        if day.role is not DayRole.EVENT or not _may_be(body, words, scan, day, figure):
            continue
        if any((day.start < start) != (figure.start < start) for start in clauses):
            # "On Monday a bomb killed 15 and on Friday, a gunman killed two."
            continue
        mine = (nearest + _cost(body, words, scan, day, figure), at)
        best = mine if best is None else min(best, mine)
    return _meant(body, words, scan.when[best[1]], figure) if best is not None else None


def _meant(body: str, words: Periods, day: Day, figure: Figure) -> Period:
    """Return the days of a date for a figure: "since 3 May, when a bomb killed nine" that day."""
    told = words.when.match(body, day.end)
    if day.since and told and figure.start >= day.end:
        return replace(day.period, end=day.period.start)
    return day.period


def _opens(scan: Scan, day: Day) -> bool:
    return day.start - scan.sentence.start < _OPENS


def _gap(scan: Scan, day: Day, figure: Figure) -> int:
    gap = max(day.start - figure.end, figure.start - day.end, 0)
    return min(gap, _HEAD) if _opens(scan, day) else gap


def _cost(body: str, words: Periods, scan: Scan, day: Day, figure: Figure) -> int:
    """Return how far a date is set apart from a figure by what stands between."""
    low, high = min(day.end, figure.end), max(day.start, figure.start)
    apart = _SEMICOLON * body.count(";", low, high)
    if _opens(scan, day):
        return apart
    others = sum(
        low <= other.start < high and other is not figure
        for other in scan.counted
        if other.measure and other.parent is None
    )
    turned = day.end <= figure.start and not _introduces(body, words, scan, day, figure)
    return apart + _FIGURE * others + _BEFORE * turned


def _introduces(body: str, words: Periods, scan: Scan, day: Day, figure: Figure) -> bool:
    """Whether a date stands right before its figure: ", and on Monday five others"."""
    between = body[day.end : figure.start]
    verb = scan.items[figure.trigger].start if figure.trigger is not None else day.end
    # "On Monday they buried 12 people killed on Sunday": Monday is of another verb.
    own = verb <= figure.start or not between.strip()
    return own and len(between) < _RIGHT_BEFORE and not words.apart.search(between)


def _may_be(body: str, words: Periods, scan: Scan, day: Day, figure: Figure) -> bool:
    """Whether a date may be that of a figure, and not of what is told beside it."""
    if day.behind and day.start >= figure.start:
        return False
    if day.vague and words.apart.search(body, figure.end, day.start):
        # "… killed four in Redford, which the army retook six months ago."
        return False
    if day.period.start != day.period.end and (
        # "… wounded 30, according to people of the town, which has been shelled for three months."
        words.beside.search(body, figure.end, day.start)
        # "120 were killed in 24 hours, while 9,000 have been wounded in the fighting."
        or words.meanwhile.search(body, day.end, figure.end + _VERB)
    ):
        return False
    low, high = min(day.end, figure.end), max(day.start, figure.start)
    counted = day.since or day.period.start != day.period.end
    if (counted or day.start < figure.start) and words.turns.search(body, low, high):
        # "A mine killed one on Monday, raising to 15 the number of those killed since May."
        return False
    return not any(
        # "to 42 from 30 on Saturday"
        figure.end <= other.start <= day.start
        and other.measure is figure.measure
        and " from " in body[figure.end : other.start + 1]
        for other in scan.counted
    )


def _opens_clause(body: str, words: Periods, day: Day) -> bool:
    """Whether a date opens a clause within its sentence: what stands before has another."""
    opens = words.joint.search(body, max(0, day.start - 8), day.start)
    return bool(opens) and body.startswith(",", day.end)
