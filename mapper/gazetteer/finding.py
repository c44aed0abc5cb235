"""Place names in running text: longest match, with what keeps words from becoming places."""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import geodata
from mapper.gazetteer.folding import bare, folded, is_arabic

__all__ = ["Mention", "find_mentions"]

_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ‘`.][^\W_]+)*", re.UNICODE)
_LONGEST = 8
_POSSESSIVE = re.compile(r"['’]s?$")
# Arabic writes "and", "in", "to", "like" joined to the word that follows.
_PREFIXES = ("وبال", "وال", "بال", "فال", "كال", "ولل", "لل", "وب", "ول", "و", "ب", "ل", "ف", "ك")


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


def find_mentions(
    text: str, lookup: Callable[[str], Sequence[str]], is_area: Callable[[str], bool]
) -> list[Mention]:
    """Return the places named in a text, longest match first, none overlapping.

    Parameters
    ----------
    text : str
        Running text, Latin or Arabic.
    lookup : callable
        From a folded name to ids of places.
    is_area : callable
        Whether a place is a zone or border, whose names may stand in lower case.

    Returns
    -------
    list of Mention
        In the order of the text.
    """
    spans = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    mentions: list[Mention] = []
    at = 0
    while at < len(spans):
        mention, step = _at(text, spans, at, lookup, is_area)
        if mention is not None:
            mentions.append(mention)
        at += step
    return mentions


def _at(
    text: str,
    spans: list[tuple[int, int]],
    at: int,
    lookup: Callable[[str], Sequence[str]],
    is_area: Callable[[str], bool],
) -> tuple[Mention | None, int]:
    start = spans[at][0]
    for count in range(min(_LONGEST, len(spans) - at), 0, -1):
        end = spans[at + count - 1][1]
        if _broken(text, spans, at, count):
            continue
        for begin, words in _readings(text, start, end):
            key = folded(words)
            if not key or (count == 1 and key in _no_places()):
                continue
            ids = lookup(key)
            if not ids and (plain := bare(words)) != key:
                ids = lookup(plain) if count > 1 or plain not in _no_places() else ()
            if not is_arabic(words) and not _capital(words):
                ids = [place_id for place_id in ids if is_area(place_id)]
            if ids:
                return Mention(begin, begin + len(words), words, tuple(ids)), count
    return None, 1


def _broken(text: str, spans: list[tuple[int, int]], at: int, count: int) -> bool:
    """Whether a comma, a full stop or a line's end stands between the words of a name."""
    return any(
        text[spans[number][1] : spans[number + 1][0]].strip() not in ("", "-", "–", "/")
        or "\n\n" in text[spans[number][1] : spans[number + 1][0]]
        for number in range(at, at + count - 1)
    )


def _readings(text: str, start: int, end: int) -> list[tuple[int, str]]:
    words = text[start:end]
    readings = [(start, words)]
    possessive = _POSSESSIVE.search(words)
    if possessive:
        readings.append((start, words[: possessive.start()]))
    if is_arabic(words[:1]):
        for prefix in _PREFIXES:
            if words.startswith(prefix) and len(words) - len(prefix) > 2:
                # "باللاذقية" keeps its article, "للاذقية" has lost one letter of it.
                kept = len(prefix) - 2 if prefix.endswith("ال") else len(prefix)
                kept = kept - 1 if prefix.endswith("لل") else kept
                readings.append((start + kept, words[kept:]))
    return readings


def _capital(words: str) -> bool:
    """Whether a name is written like one: its first word that is no article has a capital."""
    for word in re.split(r"[\s\-–'’‘`ʿʾʻʼ]+", words):
        if word.lower() in (
            "the",
            "al",
            "el",
            "ad",
            "ar",
            "as",
            "ash",
            "at",
            "az",
            "an",
            "ez",
            "es",
            "ech",
            "",
        ):
            continue
        return word[0].isupper() or word[0].isdigit()
    return False


@cache
def _no_places() -> frozenset[str]:
    """Return folded words that are never a place by themselves: peoples, and common words."""
    words: set[str] = set()
    for table in ("demonyms", "common_words"):
        with geodata.path(table).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                words.update(folded(word) for word in row["words"].split("|"))
    return frozenset(words)
