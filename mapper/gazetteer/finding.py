"""Place names in running text: longest match, with what keeps words from becoming places.

A village may be called War, Media or Shah. A name that is a town's, a unit's or a country's counts
wherever it stands; a lesser one only where the text treats it as a place: in Latin script it has a
capital and is no part of a longer name, in Arabic a word such as "village" or "in" goes before it.
"""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import geodata
from mapper.gazetteer.folding import bare, folded, is_arabic

__all__ = ["Finder", "Mention"]

_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ‘`.][^\W_]+)*", re.UNICODE)
_LONGEST = 8
_POSSESSIVE = re.compile(r"['’]s?$")
_APART = re.compile(r"[\s\-–'’‘`ʿʾʻʼ]+")
_NO_CAPITAL = frozenset(
    ["the", "al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ez", "es", "ech", "of", "and"]
)
# Arabic writes "and", "in", "to", "like" joined to the word that follows.
_PREFIXES = ("وبال", "ولل", "وال", "بال", "فال", "كال", "لل", "وب", "ول", "و", "ب", "ل", "ف", "ك")


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
    """Some words, perhaps without a prefix or a possessive."""

    start: int
    words: str
    prefix: str


class _Text(NamedTuple):
    """A text and where its words stand."""

    text: str
    spans: list[tuple[int, int]]

    def neighbour(self, number: int, of: int) -> str:
        """Return the word beside another, if only a space stands between; else nothing."""
        if not 0 <= number < len(self.spans):
            return ""
        first, second = sorted((number, of))
        if self.text[self.spans[first][1] : self.spans[second][0]].strip():
            return ""
        return self.text[self.spans[number][0] : self.spans[number][1]]

    def starts_sentence(self, number: int) -> bool:
        """Whether a word is the first of a sentence."""
        if number == 0:
            return True
        gap = self.text[self.spans[number - 1][1] : self.spans[number][0]]
        return gap.strip()[:1] in (".", "!", "?", ":", "\n") and bool(gap.strip())

    def broken(self, at: int, count: int) -> bool:
        """Whether a comma, a full stop or a line's end stands between the words of a name."""
        numbers = range(at, at + count - 1)
        gaps = (self.text[self.spans[n][1] : self.spans[n + 1][0]] for n in numbers)
        return any(gap.strip() not in ("", "-", "–", "/") or "\n\n" in gap for gap in gaps)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the places of one gazetteer in texts.

    Parameters
    ----------
    lookup : callable
        From a folded name to ids of places.
    is_area : callable
        Whether a place is a zone or border, whose names may stand in lower case.
    is_lesser : callable
        Whether a place is so small that its name alone is no evidence of it.
    """

    lookup: Callable[[str], Sequence[str]]
    is_area: Callable[[str], bool]
    is_lesser: Callable[[str], bool]

    def find(self, text: str) -> list[Mention]:
        """Return the places named in a text, longest match first, none overlapping."""
        spans = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        words = _Text(text, spans)
        mentions: list[Mention] = []
        at = 0
        while at < len(spans):
            mention, step = self._at(words, at, mentions[-1:])
            if mention is not None:
                mentions.append(mention)
            at += step
        return mentions

    def _at(self, text: _Text, at: int, last: list[Mention]) -> tuple[Mention | None, int]:
        for count in range(min(_LONGEST, len(text.spans) - at), 0, -1):
            if text.broken(at, count):
                continue
            for reading in _readings(text.text, text.spans[at][0], text.spans[at + count - 1][1]):
                ids = self._ids(reading, count)
                if ids and self.is_lesser(ids[0]) and not _placed(text, at, count, reading, last):
                    ids = []
                if ids:
                    end = reading.start + len(reading.words)
                    return Mention(reading.start, end, reading.words, tuple(ids)), count
        return None, 1

    def _ids(self, reading: _Reading, count: int) -> list[str]:
        words = reading.words
        key, plain = folded(words), bare(words)
        if not key or (count == 1 and (key in _no_places() or plain in _no_places())):
            return []
        named = is_arabic(words) or _capital(words)
        ids = list(self.lookup(key))
        if not ids and named and plain != key:
            ids = list(self.lookup(plain))
        return ids if named else [place_id for place_id in ids if self.is_area(place_id)]


def _placed(text: _Text, at: int, count: int, reading: _Reading, last: list[Mention]) -> bool:
    """Whether a text treats the words of a small place's name as a place."""
    before = text.neighbour(at - 1, at)
    after = text.neighbour(at + count, at + count - 1)
    if is_arabic(reading.words):
        joined = bool(before) and reading.prefix.startswith("و")
        beside = joined and bool(last) and last[-1].end == text.spans[at - 1][1]
        inside = reading.prefix.endswith("ال") or reading.prefix == "ب"
        trigger = folded(before) in _triggers() or folded(before)[1:] in _triggers()
        return beside or (trigger and reading.prefix in ("", "ال")) or (inside and count > 1)
    if before and before[0].isupper() and folded(before) not in _no_places():
        return text.starts_sentence(at - 1) and folded(before) in _triggers()
    return not (after and _capital(after) and folded(after) not in _no_places())


def _readings(text: str, start: int, end: int) -> list[_Reading]:
    words = text[start:end]
    readings = [_Reading(start, words, "")]
    possessive = _POSSESSIVE.search(words)
    if possessive:
        readings.append(_Reading(start, words[: possessive.start()], ""))
    if is_arabic(words[:1]):
        for prefix in _PREFIXES:
            if words.startswith(prefix) and len(words) - len(prefix) > 2:
                # "باللاذقية" keeps its article, "للاذقية" has lost one letter of it.
                kept = len(prefix) - 2 if prefix.endswith("ال") else len(prefix)
                kept = kept - 1 if prefix.endswith("لل") else kept
                readings.append(_Reading(start + kept, words[kept:], prefix))
    return readings


def _capital(words: str) -> bool:
    """Whether a name is written like one: its first word that is no article has a capital."""
    for word in _APART.split(words):
        if word and word.lower() not in _NO_CAPITAL:
            return word[0].isupper() or word[0].isdigit()
    return False


def _words(table: str, language: str = "") -> set[str]:
    with geodata.path(table).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if language in ("", row["language"])]
    return {folded(word) for row in rows for word in row["words"].split("|")}


@cache
def _no_places() -> frozenset[str]:
    """Return folded words that are never a place by themselves: peoples, kinds, common words."""
    return frozenset(_words("demonyms") | _words("common_words") | _words("kind_words"))


@cache
def _triggers() -> frozenset[str]:
    """Return folded words before which a name is surely a place: "village", "in", "near"."""
    plurals = {"قريتي", "بلدتي", "قري", "بلدات", "مدينتي", "الي", "من", "في", "نحو", "باتجاه"}
    return frozenset(
        _words("kind_words") | _words("relation_words") | plurals | {"in", "from", "to", "at"}
    )
