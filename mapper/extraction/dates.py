"""When: dates in running text, absolute or told against the day of publication."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mapper.extraction.languages import Language
from mapper.extraction.periods import RULES, Parts
from mapper.extraction.signs import signs
from mapper.model import Period

__all__ = ["Dated", "dates"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A period in running text: where its words stand, and what they mean.

    ``offset`` is how long after the day told before it is, of what is told so ("the next day").
    """

    start: int
    end: int
    period: Period
    name: str
    offset: timedelta | None = None


def dates(
    body: str, start: int, end: int, language: Language, published: date | None
) -> list[Dated]:
    """Return the dates of ``body[start:end]``, longest words first where they overlap.

    Without a day of publication a relative date has words and no days.

    Examples
    --------
    >>> from mapper.extraction.languages import LANGUAGES
    >>> text = "since Thursday; on 7 and 8 March"
    >>> [str(d.period) for d in dates(text, 0, 99, LANGUAGES["en"], date(2025, 3, 9))]
    ['2025-03-06 to 2025-03-09', '2025-03-07 to 2025-03-08']
    >>> [str(d.period) for d in dates(text, 0, 15, LANGUAGES["en"], None)]
    ['undated']
    """
    taken: list[Dated] = []
    known = signs(language.code)
    bits = known.of(body[start:end])
    for name, pattern in language.periods.dates.items():
        if not known.able(pattern, bits):
            continue
        for match in pattern.finditer(body, start, end):
            if any(match.start() < d.end and d.start < match.end() for d in taken):
                continue
            meant = _meant(name, match.groupdict(), language, published)
            if meant is None:
                continue
            offset = meant if isinstance(meant, timedelta) else None
            period = Period() if isinstance(meant, timedelta) else meant
            stop = match.start() + len(match.group().rstrip())
            words = match.group().strip()
            taken.append(Dated(match.start(), stop, _said(period, words), name, offset))
    return sorted(taken, key=lambda dated: dated.start)


def _said(period: Period, words: str) -> Period:
    return Period(period.start, period.end, period.precision, words)


def _meant(
    name: str, found: Mapping[str, str | None], language: Language, published: date | None
) -> Period | timedelta | None:
    """Return what a match of a pattern means; None if it is no date after all."""
    rule = RULES[name.rstrip("0123456789")]
    try:
        return rule(Parts(found, language, published))
    except (ValueError, OverflowError, KeyError):
        # 31 February, month 13, a word that is no month: no date.
        return None
