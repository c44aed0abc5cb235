"""The words for kinds of places and for what lies beside what, in each language, from the data."""

import html
import re
import unicodedata
from functools import cache, lru_cache

import geodata

__all__ = [
    "DIRECTIONS",
    "empty_words",
    "infix",
    "kind_of",
    "may_relate",
    "plain",
    "relation_patterns",
    "relation_words",
    "stages",
]

# Bearings, degrees clockwise from north.
DIRECTIONS = {
    "north": 0, "north_east": 45, "east": 90, "south_east": 135,
    "south": 180, "south_west": 225, "west": 270, "north_west": 315,
}  # fmt: skip
_ARTICLES = frozenset(("al", "el", "ال", "al-", "el-", "the", "of"))
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


def plain(words: str) -> str:
    """Return words without markup, and without the marks that only direct or join letters."""
    if "<" in words or "&" in words:
        words = html.unescape(_TAG.sub(" ", words))
    if words.isascii():
        return words
    text = unicodedata.normalize("NFKC", words)
    if text.isprintable():
        return text
    return "".join([letter for letter in text if unicodedata.category(letter) != "Cf"])


def kind_of(part: str) -> str:
    """Return the kind that words state; empty if they state none.

    >>> kind_of("al-Waer quarter"), kind_of("حي الوعر"), kind_of("al-Waer")
    ('neighbourhood', 'neighbourhood', '')
    """
    return next((kind for kind, _ in stages(part) if kind), "")


@lru_cache(maxsize=100_000)
def stages(head: str) -> tuple[tuple[str, str], ...]:
    """Return a head with its kind words taken off one by one: each kind, and what is left."""
    taken = [("", head)]
    while True:
        kind, rest = _stripped(taken[-1][1])
        if rest == taken[-1][1]:
            return tuple(taken)
        taken.append((kind, rest))
        if not rest:
            return tuple(taken)


def _stripped(head: str) -> tuple[str, str]:
    low = head.lower()
    words = low.split(" ")
    table = _kind_words()
    ends = _ends_of_kinds()
    if words[0] not in ends and words[-1] not in ends:
        return "", head
    for count in range(min(4, len(words)), 0, -1):
        last = " ".join(words[-count:])
        if last in table:
            return table[last], head[: len(head) - len(last)].strip()
        first = " ".join(words[:count])
        if first in table:
            return table[first], head[len(first) :].strip()
    return "", head


@cache
def _kind_words() -> dict[str, str]:
    pairs = {
        words.lower(): row["kind"]
        for row in geodata.rows("kind_words")
        for words in row["words"].split("|")
    }
    return {"the": "", "of": "", "a": "", "an": "", **pairs}


@cache
def _ends_of_kinds() -> frozenset[str]:
    """Return the first and last words of all words for kinds: most names have none of them."""
    return frozenset(
        word for words in _kind_words() for word in words.split()[:: len(words.split()) - 1 or 1]
    )


@cache
def relation_words() -> list[tuple[str, str, str]]:
    """Return relation, position and words, the longest words first."""
    found = [
        (row["relation"], row["position"], words.lower())
        for row in geodata.rows("relation_words")
        for words in row["words"].split("|")
    ]
    return sorted(found, key=lambda row: -len(row[2]))


@cache
def relation_patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[tuple[str, str], str]]:
    """Return what a head may begin and end with, and what it means.

    "Eastern X" is mostly a name of its own, so only "east of X" is a direction.
    """
    meaning = {
        (position, words): relation
        for relation, position, words in relation_words()
        if relation not in DIRECTIONS
        or (position == "before" and (words.endswith(" of") or not words.isascii()))
    }
    sides = {
        position: "|".join(re.escape(words) for place, words in meaning if place == position)
        for position in ("before", "after")
    }
    return (
        re.compile(rf"({sides['before']})\s+", re.IGNORECASE),
        re.compile(rf"\s+({sides['after']})$", re.IGNORECASE),
        meaning,
    )


def may_relate(head: str) -> bool:
    """Whether some word of a name, or a distance, may say where from it a place lies.

    >>> may_relate("near Jableh"), may_relate("5 km off Jableh"), may_relate("Jableh")
    (True, True, False)
    """
    words = head.lower().split()
    if not _telling().isdisjoint(words) or any(map(str.isdecimal, head)):
        return True
    # Arabic joins "in" to the word that follows.
    return not head.isascii() and any(word[0] == "ب" for word in words[1:])


@cache
def _telling() -> frozenset[str]:
    """Return the words that every saying of a relation begins with, or ends with behind a name."""
    told = {words.split()[-1 if at == "after" else 0] for _, at, words in relation_words()}
    return frozenset(told)


@cache
def infix() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what stands between a place and what it is in or beside, and what it means."""
    meaning = {words: relation for relation, place, words in relation_words() if place == "infix"}
    meaning = {words: relation for words, relation in meaning.items() if relation != "and"}
    words = "|".join(re.escape(words) for words in meaning)
    kinds = [re.escape(words) for words in (*_kind_words(), "ريف") if words and not words.isascii()]
    # Arabic joins "in" to the word that follows: "X in the countryside of Y" is one stroke less.
    joined = rf"ب(?=(?:{'|'.join(kinds)})\s)"
    pattern = rf"(?<=\S)\s(?:({words})\s(?=\S)|{joined})"
    return re.compile(pattern, re.IGNORECASE), meaning


@cache
def empty_words() -> frozenset[str]:
    """Return words for kinds and relations: alone, or before an "of", they name no place."""
    words = {*_kind_words(), *(words for _, _, words in relation_words()), *_ARTICLES}
    words -= {"damascus", ""}
    return frozenset(
        (*words, *(f"{word} of" for word in words), *(f"the {word}" for word in words))
    )
