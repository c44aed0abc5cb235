"""Whether a text treats words as a place: what keeps a village called War or Media from being one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import geodata
from mapper.gazetteer.folding import folded, is_arabic

__all__ = ["RunningText", "as_written", "capital", "no_places", "treated_as_place"]

_APART = re.compile(r"[\s\-–'’‘`ʿʾʻʼ]+")
_LISTED = frozenset(["،", ",", "-", "–", "/"])
_NO_CAPITAL = frozenset(
    ["the", "al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ez", "es", "ech", "of", "and"]
)


@dataclass(frozen=True, slots=True)
class RunningText:
    """The words of a text.

    Parameters
    ----------
    words : sequence of str
        In order.
    gaps : sequence of str
        What stands before each word, and after the last.
    ends : sequence of int
        Offset at which each word ends, in code points.
    """

    words: Sequence[str]
    gaps: Sequence[str]
    ends: Sequence[int]

    def start(self, number: int) -> int:
        """Return the offset at which a word starts."""
        return self.ends[number] - len(self.words[number])

    def before(self, number: int) -> str:
        """Return the word before another, if only a space stands between; else nothing."""
        return self.words[number - 1] if number and not self.gaps[number].strip() else ""

    def after(self, number: int) -> str:
        """Return the word after another, if only a space stands between; else nothing."""
        last = number + 1 == len(self.words)
        return "" if last or self.gaps[number + 1].strip() else self.words[number + 1]

    def starts_sentence(self, number: int) -> bool:
        """Whether a word is the first of a sentence."""
        return number == 0 or self.gaps[number].strip()[:1] in frozenset(".!?:")

    def joins(self, number: int) -> bool:
        """Whether a word and the one before may be of one name: no comma or paragraph between."""
        gap = self.gaps[number]
        return gap == " " or (gap.strip() in ("", "-", "–", "/") and "\n\n" not in gap)


def treated_as_place(
    text: RunningText, at: int, count: int, words: str, *, prefix: str, last_end: int
) -> bool:
    """Whether a text treats the words of a small place's name as a place.

    Parameters
    ----------
    text : RunningText
        The text.
    at, count : int
        The first word of the name, and how many there are.
    words : str
        The name.
    prefix : str
        What Arabic joined to it: "and", "in", "to".
    last_end : int
        Offset at which the place before ends.
    """
    before, after = text.before(at), text.after(at + count - 1)
    if is_arabic(words):
        beside = last_end >= 0 and at > 0 and last_end == text.ends[at - 1]
        listed = beside and (prefix.startswith("و") or text.gaps[at].strip() in _LISTED)
        inside = prefix.endswith("ال") or prefix == "ب"
        trigger = folded(before) in _triggers() or folded(before)[1:] in _triggers()
        return listed or (trigger and prefix in ("", "ال")) or (inside and count > 1)
    if before and before[0].isupper() and folded(before) not in no_places():
        return text.starts_sentence(at - 1) and folded(before) in _triggers()
    return not (after and capital(after) and folded(after) not in no_places())


def capital(words: str) -> bool | None:
    """Whether the first of some words that is no article has a capital; None if all are articles.

    >>> capital("al-Bab"), capital("the war"), capital("of the")
    (True, False, None)
    """
    for word in _APART.split(words):
        if word and word.lower() not in _NO_CAPITAL:
            return word[0].isupper() or word[0].isdigit()
    return None


def _words(table: str, *, without: str = "") -> set[str]:
    rows = (row for row in geodata.rows(table) if row.get("kind") != without)
    return {folded(word) for row in rows for word in row["words"].split("|")}


@cache
def no_places() -> frozenset[str]:
    """Return folded words that are never a place by themselves: peoples, kinds, common words."""
    return frozenset(_words("demonyms") | _words("common_words") | _words("kind_words"))


@cache
def as_written() -> frozenset[str]:
    """Return folded words that are no place as they stand, though part of them is one's name.

    Arabic "about" is written as Al-Hawl is, "paper" as "and Raqqa", "new" as many a village.
    """
    return frozenset(_words("words_as_written"))


@cache
def _triggers() -> frozenset[str]:
    """Return folded words before which a name is surely a place: "village", "in", "near"."""
    plurals = {"قريتي", "بلدتي", "قري", "بلدات", "مدينتي", "الي", "من", "في", "نحو", "باتجاه"}
    # Behind "house" or "car" stands its owner.
    words = _words("kind_words", without="scene") | _words("relation_words")
    return frozenset((words | plurals | {"in", "from", "to", "at"}) - {""})
