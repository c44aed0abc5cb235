"""Place names in running text: longest match, with what keeps words from becoming places.

A village may be called War, Media or Shah. A name that is a town's, a unit's or a country's counts
wherever it stands; a lesser one only where the text treats it as a place: in Latin script it has a
capital and is no part of a longer name, in Arabic a word such as "village" or "in" goes before it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

from mapper.gazetteer.beginnings import Beginnings
from mapper.gazetteer.evidence import (
    RunningText,
    as_written,
    capital,
    no_places,
    treated_as_place,
)
from mapper.gazetteer.folding import bare_words, folded, is_arabic

__all__ = ["Finder", "Mention"]

# Words that a name has at most.
_LONGEST = 8
# Vowel signs and accents written apart are no letters to `\w`, but stand inside words.
_MARKS = r"\u0300-\u036f\u064b-\u065f\u0670"
_PIECE = rf"[^\W_](?:[^\W_]|[{_MARKS}])*"
_WORD = re.compile(rf"({_PIECE}(?:[-'’ʼ‘`.]{_PIECE})*)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text.

    Parameters
    ----------
    start, end : int
        Half-open, in code points of the text.
    words : str
        ``text[start:end]``.
    place_ids : tuple of str
        Places the words may mean, the likeliest first.
    """

    start: int
    end: int
    words: str
    place_ids: tuple[str, ...]


class _Reading(NamedTuple):
    """Some words of a text that are written like a name of the gazetteer.

    ``length`` is how many words they are, ``words`` how many without a prefix written apart.
    """

    length: int
    words: int
    start: int
    end: int
    folded: tuple[str, ...]
    prefix: str


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the places of one gazetteer in texts.

    Parameters
    ----------
    beginnings : Beginnings
        Which words may begin a name.
    lookup : callable
        From a folded name to ids of places.
    is_area : callable
        Whether a place is a zone or border, whose names may stand in lower case.
    is_lesser : callable
        Whether a place is so small that its name alone is no evidence of it.
    """

    beginnings: Beginnings
    lookup: Callable[[str], Sequence[str]]
    is_area: Callable[[str], bool]
    is_lesser: Callable[[str], bool]

    def find(self, text: str) -> list[Mention]:
        """Return the places named in a text, longest match first, none overlapping."""
        parts = _WORD.split(text)
        running = RunningText(parts[1::2], parts[::2], list(accumulate(map(len, parts)))[1::2])
        # Most words begin no name: they are passed over with one look at a table each.
        able = map(self.beginnings.able.__getitem__, running.words)
        starts = compress(range(len(running.words)), able)
        mentions: list[Mention] = []
        free, last_end = 0, -1
        for at in starts:
            if at < free or not self._opens(running, at):
                continue
            mention, count = self._at(text, running, at, last_end)
            if mention is not None:
                mentions.append(mention)
                free, last_end = at + count, mention.end
        return mentions

    def _opens(self, running: RunningText, at: int) -> bool:
        """Whether a name can begin at a word, told by it and the next."""
        joined = at + 1 < len(running.words) and running.joins(at + 1)
        return self.beginnings.opens(running.words[at], running.words[at + 1] if joined else "")

    def _at(
        self, text: str, running: RunningText, at: int, last_end: int
    ) -> tuple[Mention | None, int]:
        """Return the longest name that begins at a word, and how many words it has."""
        readings = list(self._readings(running, at))
        readings.sort(key=lambda reading: (-reading.length, len(reading.prefix)))
        for reading in readings:
            if reading.length == 1 and folded(running.words[at]) in as_written():
                continue
            words = text[reading.start : reading.end]
            ids = self._ids(words, reading)
            if not ids:
                continue
            if not self.is_lesser(ids[0]) or treated_as_place(
                running, at, reading.length, words, prefix=reading.prefix, last_end=last_end
            ):
                return Mention(reading.start, reading.end, words, tuple(ids)), reading.length
        return None, 1

    def _readings(self, text: RunningText, at: int) -> Iterator[_Reading]:
        """Return the names that may begin at a word, reading by reading, each longer and longer."""
        known, start = self.beginnings, text.start(at)
        first = known[text.words[at]]
        for beginning in first.beginnings:
            prefix, opening = beginning.prefix, beginning.folded
            named, goes_on = beginning.named, beginning.goes_on
            # A prefix written apart, "و دمشق", is no word of the name.
            apart = not opening
            begins = (
                text.start(at + 1) if apart and at + 1 < len(text.words) else start + beginning.kept
            )
            parts, word = opening, first
            before: tuple[str, ...] = ()
            for count in range(1, _LONGEST + 1):
                end = text.ends[at + count - 1]
                if named and (not prefix or end - start - len(prefix) > 2):
                    yield _Reading(count, count - apart, begins, end, parts, prefix)
                if word.owner and not prefix:
                    owner = (*before, *word.owner)
                    if known.named(owner):
                        end -= word.possessive
                        yield _Reading(count, count, start, end, owner, "")
                following = at + count
                if following == len(text.words) or not goes_on or not text.joins(following):
                    break
                word = known[text.words[following]]
                parts, before = (*parts, *word.folded), parts
                named, goes_on = known.named(parts), known.goes_on(parts)

    def _ids(self, words: str, reading: _Reading) -> Sequence[str]:
        key, plain = " ".join(reading.folded), bare_words(reading.folded)
        if reading.words == 1 and not no_places().isdisjoint((key, plain)):
            return ()
        ids = self.lookup(key)
        if not ids and plain != key:
            ids = self.lookup(plain)
            return ids if ids and _named(words) else ()
        return ids if not ids or _named(words) else [i for i in ids if self.is_area(i)]


@lru_cache(maxsize=50_000)
def _named(words: str) -> bool:
    return is_arabic(words) or bool(capital(words))
