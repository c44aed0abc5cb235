"""When: dates in running text, absolute or told against the day of publication."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import and_

from mapper.extraction.languages import LANGUAGES, Language
from mapper.extraction.periods import RULES, Parts
from mapper.model import Period

__all__ = ["Dated", "dates"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A period in running text: where its words stand, and what they mean."""

    start: int
    end: int
    period: Period
    name: str


def dates(
    body: str, start: int, end: int, language: Language, published: date | None
) -> list[Dated]:
    """Return the dates of ``body[start:end]``, longest words first where they overlap.

    Without a day of publication a relative date has words and no days.

    Examples
    --------
    >>> text = "since Thursday; on 7 and 8 March"
    >>> [str(d.period) for d in dates(text, 0, 99, LANGUAGES["en"], date(2025, 3, 9))]
    ['2025-03-06 to 2025-03-09', '2025-03-07 to 2025-03-08']
    >>> [str(d.period) for d in dates(text, 0, 15, LANGUAGES["en"], None)]
    ['undated']
    """
    taken: list[Dated] = []
    for name, pattern in _patterns(language.code).able(body, start, end):
        for match in pattern.finditer(body, start, end):
            if any(match.start() < d.end and d.start < match.end() for d in taken):
                continue
            period = _period(name, match.groupdict(), language, published)
            if period is not None:
                words = match.group().strip()
                taken.append(
                    Dated(
                        match.start(),
                        match.start() + len(match.group().rstrip()),
                        _said(period, words),
                        name,
                    )
                )
    return sorted(taken, key=lambda dated: dated.start)


class _Patterns:
    """The patterns of a language, of which few can match any one sentence."""

    def __init__(self, language: Language) -> None:
        periods = language.periods
        needs = dict.fromkeys(periods.needs.values())
        self._needs = [re.compile(need) for need in needs]
        self._patterns = [
            (name, re.compile(pattern), tuple(need == periods.needs.get(name) for need in needs))
            for name, pattern in periods.dates.items()
        ]
        self._able: dict[tuple[bool, ...], list[tuple[str, re.Pattern[str]]]] = {}

    def able(self, body: str, start: int, end: int) -> list[tuple[str, re.Pattern[str]]]:
        """Return the patterns whose needs stand in ``body[start:end]``, in order."""
        there = tuple([need.search(body, start, end) is not None for need in self._needs])
        if there not in self._able:
            self._able[there] = [
                (name, pattern)
                for name, pattern, wanted in self._patterns
                if not any(wanted) or any(map(and_, wanted, there))
            ]
        return self._able[there]


@cache
def _patterns(code: str) -> _Patterns:
    return _Patterns(LANGUAGES[code])


def _said(period: Period, words: str) -> Period:
    return Period(period.start, period.end, period.precision, words)


def _period(
    name: str, found: Mapping[str, str | None], language: Language, published: date | None
) -> Period | None:
    """Return what a match of a pattern means; None if it is no date after all."""
    rule = RULES[name.rstrip("0123456789")]
    try:
        return rule(Parts(found, language, published))
    except (ValueError, OverflowError, KeyError):
        # 31 February, month 13, a word that is no month: no date.
        return None
