"""A text without what only adorns its letters, and the way back to where they stand."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["Plain", "plain"]

# Vowel signs, the stretching of a line, marks of direction and of width; letters in the form of
# their place in a word.
_ADORNED = re.compile(
    r"[\u00ad\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e"
    r"\u2060\u2066-\u2069\ufeff]+|[\ufb50-\ufdff\ufe70-\ufefc]"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text for reading: its words, and where they stand in the text as it was written."""

    text: str
    _here: tuple[int, ...] = (0,)
    _there: tuple[int, ...] = (0,)

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Return offsets in the text as it was written."""
        first = self._at(start)
        return first, max(self._at(end), first + (end > start))

    def _at(self, offset: int) -> int:
        nearest = bisect_right(self._here, offset) - 1
        found = self._there[nearest] + offset - self._here[nearest]
        return min(found, self._there[nearest + 1]) if nearest + 1 < len(self._there) else found


def plain(text: str) -> Plain:
    """Return a text as its bare letters.

    Examples
    --------
    >>> bare = plain("قُتـــل ﻻعب")
    >>> bare.text
    'قتل لاعب'
    >>> bare.written(4, 8)
    (8, 11)
    """
    parts: list[str] = []
    here, there = [0], [0]
    length = last = 0
    for match in _ADORNED.finditer(text):
        formed = "\ufb50" <= match.group()[0] < "\ufeff"
        letters = unicodedata.normalize("NFKC", match.group()) if formed else ""
        parts += [text[last : match.start()], letters]
        length += match.start() - last
        if letters:
            here.append(length)
            there.append(match.start())
        length += len(letters)
        here.append(length)
        there.append(match.end())
        last = match.end()
    if not parts:
        return Plain(text)
    return Plain("".join([*parts, text[last:]]), tuple(here), tuple(there))
