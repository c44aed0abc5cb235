"""The named parts of a date in running text: numbers, months, weekdays and days, read with a language's table."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mapper.extraction.languages import Language
from mapper.extraction.words.tokens import fold, number_of

__all__ = ["Parts"]

# A date without a year is the nearest that is not clearly after the report.
_AHEAD = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Parts:
    """The named parts of a match, read with a language's table."""

    found: Mapping[str, str | None]
    language: Language
    published: date | None

    def __contains__(self, name: str) -> bool:
        return bool(self.found.get(name))

    def number(self, name: str) -> int | None:
        """Return the number that a part says, in digits or words."""
        text = self.found.get(name)
        if not text:
            return None
        digits = re.search(r"\d+", text)
        if digits:
            value = number_of(digits.group())
            return None if value is None else int(value)
        return self.language.periods.numbers.get(fold(text.strip()))

    def month(self, name: str) -> int:
        """Return the month that a part names, 1 to 12."""
        # Levantine and Gregorian names side by side are one month: آذار/مارس.
        text = re.split(r"[/(-]", self.found.get(name) or "")[0]
        key = fold(text.strip())
        if key[:1].isdecimal():
            return int(key)
        return self.language.periods.months[" ".join(key.split())]

    def order(self, name: str) -> str:
        """Return which of several a part means: "second"; the first where it does not say."""
        return self.language.periods.parts.get(fold((self.found.get(name) or "").strip()), "first")

    def unit(self) -> str:
        """Return the unit of time that is named: "week"; empty if none is."""
        key = fold((self.found.get("u") or self.found.get("u2") or "").strip())
        return self.language.periods.units.get(key, key)

    def weekday(self, name: str) -> int:
        """Return the weekday that a part names, Monday 0."""
        return self.language.periods.weekdays[fold((self.found.get(name) or "").strip())]

    def day(self, year: int | None, month: int, day: int) -> date | None:
        """Return a day; without a year, the nearest that is not after publication."""
        if year is not None:
            return date(year, month, day)
        if self.published is None:
            date(2024, month, day)
            return None
        guess = date(
            self.published.year, month, min(day, monthrange(self.published.year, month)[1])
        )
        if guess.day != day:
            raise ValueError(day)
        return guess if guess <= self.published + _AHEAD else guess.replace(year=guess.year - 1)

    def last(self, name: str) -> date | None:
        """Return the last such weekday up to publication, that day included."""
        if self.published is None:
            return None
        back = (self.published.weekday() - self.weekday(name)) % 7
        return self.published - timedelta(days=back)
