"""When: dates in running text, absolute or told against the day of publication."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache, reduce
from operator import or_

from mapper.extraction.dating.dateparts import Parts
from mapper.extraction.dating.periods import RULES
from mapper.extraction.languages import LANGUAGES, Language
from mapper.extraction.languages.cue import Cue
from mapper.extraction.words.signs import signs
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
    body: str,
    start: int,
    end: int,
    language: Language,
    published: date | None,
    *,
    bits: int | None = None,
) -> list[Dated]:
    """Return the dates of ``body[start:end]``, longest words first where they overlap.

    Without a day of publication a relative date has words and no days. ``bits`` are the signs of
    the words, where they are known (see `mapper.extraction.words.signs`).

    Examples
    --------
    >>> text = "since Thursday; on 7 and 8 March"
    >>> [str(d.period) for d in dates(text, 0, 99, LANGUAGES["en"], date(2025, 3, 9))]
    ['2025-03-06 to 2025-03-09', '2025-03-07 to 2025-03-08']
    >>> [str(d.period) for d in dates(text, 0, 15, LANGUAGES["en"], None)]
    ['undated']
    """
    taken: list[Dated] = []
    known = signs(language.code)
    borne = known.of(body[start:end]) if bits is None else bits
    for name, pattern in _likely(language.code, borne & _asked(language.code)):
        if not known.able(pattern, borne):
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


@cache
def _asked(code: str) -> int:
    """Return of each pattern of a date the sign that says most."""
    return reduce(or_, map(signs(code).rarest, LANGUAGES[code].periods.dates.values()), 0)


@lru_cache(maxsize=10_000)
def _likely(code: str, bits: int) -> list[tuple[str, Cue]]:
    """Return the patterns of which these are the signs that say most, in order: few, for most texts."""
    known = signs(code)
    patterns = LANGUAGES[code].periods.dates.items()
    return [one for one in patterns if known.rarest(one[1]) & bits == known.rarest(one[1])]


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
