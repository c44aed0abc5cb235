"""Place names in running text: longest match, with what keeps words from becoming places.

A village may be called War, Media or Shah. A name that is a town's, a unit's or a country's counts
wherever it stands; a lesser one only where the text treats it as a place: in Latin script it has a
capital and is no part of a longer name, in Arabic a word such as "village" or "in" goes before it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from mapper.gazetteer.beginnings import LONGEST, Beginnings, Word
from mapper.gazetteer.evidence import RunningText, capital, no_places, treated_as_place
from mapper.gazetteer.folding import bare_words, is_arabic

__all__ = ["Finder", "Mention"]

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
    """Some words of a text as a name, perhaps without a prefix or a possessive."""

    start: int
    end: int
    folded: tuple[str, ...]
    words: int
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
        known = self.beginnings
        starts = [at for at, word in enumerate(running.words) if known[word].beginnings]
        mentions: list[Mention] = []
        free, last_end = 0, -1
        for at in starts:
            if at < free:
                continue
            mention, count = self._at(text, running, at, last_end)
            if mention is not None:
                mentions.append(mention)
                free, last_end = at + count, mention.end
        return mentions

    def _at(
        self, text: str, running: RunningText, at: int, last_end: int
    ) -> tuple[Mention | None, int]:
        """Return the longest name that begins at a word, and how many words it has."""
        for count, reading in self._readings(running, at):
            words = text[reading.start : reading.end]
            ids = self._ids(words, reading.folded, reading.words)
            if not ids:
                continue
            if not self.is_lesser(ids[0]) or treated_as_place(
                running, at, count, words, prefix=reading.prefix, last_end=last_end
            ):
                return Mention(reading.start, reading.end, words, tuple(ids)), count
        return None, 1

    def _readings(self, text: RunningText, at: int) -> Iterator[tuple[int, _Reading]]:
        """Return what may be a name that begins at a word, with its words, the longest first."""
        known, start = self.beginnings, text.start(at)
        first = known[text.words[at]]
        joined = at + 1 < len(text.words) and text.joins(at + 1)
        following = text.words[at + 1] if joined else ""
        reaches = [known.reach(beginning, following) for beginning in first.beginnings]
        words = self._words(text, at, first, max(reaches))
        for count in range(len(words), 0, -1):
            end, last = text.ends[at + count - 1], words[count - 1]
            between = [part for word in words[1 : count - 1] for part in word.folded]
            for beginning, reach in zip(first.beginnings, reaches, strict=True):
                if not reach or (beginning.prefix and end - start - len(beginning.prefix) <= 2):
                    continue
                folded = (*beginning.folded, *between, *(last.folded if count > 1 else ()))
                # A prefix written apart, "و دمشق", is no word of the name.
                apart = not beginning.folded
                begins = text.start(at + 1) if apart else start + beginning.kept
                yield count, _Reading(begins, end, folded, count - apart, beginning.prefix)
                if last.owner is not None and not beginning.prefix:
                    folded = (*beginning.folded, *between, *last.owner) if count > 1 else last.owner
                    yield count, _Reading(start, end - last.possessive, folded, count, "")

    def _words(self, text: RunningText, at: int, first: Word, reach: int) -> list[Word]:
        """Return a word and those behind it that may be of one name with it."""
        words = [first]
        left = reach - min(beginning.article is None for beginning in first.beginnings)
        for number in range(at + 1, min(at + LONGEST, len(text.words))):
            word = self.beginnings[text.words[number]]
            left -= word.bare
            if left < 0 or not text.joins(number):
                break
            words.append(word)
        return words

    def _ids(self, words: str, parts: Sequence[str], count: int) -> Sequence[str]:
        key, plain = " ".join(parts), bare_words(parts)
        if count == 1 and (key in no_places() or plain in no_places()):
            return ()
        ids = self.lookup(key)
        if not ids and plain != key:
            ids = self.lookup(plain)
            return ids if ids and _named(words) else ()
        return ids if not ids or _named(words) else [i for i in ids if self.is_area(i)]


def _named(words: str) -> bool:
    return is_arabic(words) or bool(capital(words))
