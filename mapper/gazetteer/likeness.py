"""How like two spellings of an Arabic name are, in one script or across two.

Letters are compared consonant by consonant and vowel by vowel, by what romanizations do to them:
French, English and scholarly systems write one vowel in several ways (Mécherfé, Mushrifah), Arabic
leaves the short ones out. A vowel that Arabic would have had to write, or never writes, counts.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from mapper.gazetteer.folding import is_arabic

__all__ = ["likeness"]

_LATIN = re.compile(r"sch|tch|sh|ch|kh|rh|gh|dj|zh|th|dh|ph|ck|qu|[^aeiouyw ]|[aeiouyw ]+")
# Ta marbuta sounds as t inside a name and is silent at its end; a feminine plural looks alike.
_CONSTRUCT = re.compile(r"(?<=[ae])t(?= )|(?<=[aeiy])h(?= )|(?<=\w)ه(?= )|(?<=ا)ت(?= )")
_SOUNDS = {
    "sch": "S", "tch": "S", "sh": "S", "ch": "S", "kh": "x", "rh": "G", "gh": "G", "dj": "j", "zh": "z", "th": "T",
    "dh": "D", "ph": "f", "ck": "k", "qu": "k", "c": "k", "p": "b", "v": "f", "x": "ks",
}  # fmt: skip
_ARABIC = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "btTjhxdDrzsSsdtDGfqklmnh", strict=True))
_VOWELS = {"a": "a", "e": "e", "i": "y", "y": "y", "u": "w", "o": "w", "w": "w", " ": ""}
_LONG = {"ا": "a", "و": "w", "ي": "y"}
# What it costs to take one consonant for another; any other pair costs the whole.
_CONSONANTS = {
    frozenset(pair): cost
    for pair, cost in (
        ("hx", 0.4), ("kq", 0.1), ("qg", 0.2), ("kg", 0.3), ("tT", 0.2), ("dD", 0.2), ("Dz", 0.2), ("Ts", 0.3),
        ("Gg", 0.1), ("jg", 0.3), ("zs", 0.4), ("dt", 0.5), ("Gx", 0.6), ("Sj", 0.6),
    )
}  # fmt: skip
_OTHER = 1.0


def likeness(one: str, other: str) -> float:
    """Return how like two names without articles (see `bare`) are, 0 to 1.

    Examples
    --------
    >>> likeness("mecherfe", "mashrafah") > likeness("mecherfe", "mushayrifah")
    True
    >>> likeness("huraybil", "حريبل") > likeness("huraybil", "حربل")
    True
    """
    arabic = is_arabic(one), is_arabic(other)
    if all(arabic):
        return fuzz.ratio(one, other) / 100
    consonants, vowels = _sounds(one)
    theirs, their_vowels = _sounds(other)
    if len(consonants) != len(theirs):
        return 0.5 if any(arabic) else fuzz.ratio(one, other) / 100
    cost = sum(_consonant(a, b) for a, b in zip(consonants, theirs, strict=True) if a != b)
    slots: Iterable[tuple[str, str]] = zip(vowels[:-1], their_vowels[:-1], strict=True)
    cost += _end(vowels[-1], their_vowels[-1])
    if arabic[1]:
        slots = ((other, one) for one, other in slots)
    vowel = _written if any(arabic) else _vowel
    cost += sum(vowel(a, b) for a, b in slots if a != b)
    return max(0.0, 1.0 - cost / (len(consonants) + 1))


@lru_cache(maxsize=200_000)
def _sounds(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the consonants of a name, and the vowels before, between and after them."""
    name = _CONSTRUCT.sub("", name)
    return _arabic(name) if is_arabic(name) else _latin(name)


def _latin(name: str) -> tuple[str, tuple[str, ...]]:
    consonants, vowels, held = "", [], ""
    for part in _LATIN.findall(name):
        if part[0] in _VOWELS:
            for letter in part:
                sound = _VOWELS[letter]
                held += sound if held[-1:] != sound else ""
            continue
        sound = _SOUNDS.get(part, part)
        if held == "" and consonants[-1:] == sound:
            continue
        for each in sound:
            consonants += each
            vowels.append(held)
            held = ""
    return _ended(consonants, vowels, held)


def _arabic(name: str) -> tuple[str, tuple[str, ...]]:
    consonants, vowels, held, before = "", [], "", ""
    for letter in name:
        if letter in _LONG:
            held += _LONG[letter] if held[-1:] != _LONG[letter] else ""
        elif letter not in " ع" and letter != before:
            consonants += _ARABIC.get(letter, letter)
            vowels.append(held)
            held = ""
        before = letter
    return _ended(consonants, vowels, held)


def _ended(consonants: str, vowels: list[str], held: str) -> tuple[str, tuple[str, ...]]:
    """Return sounds with the end as all write it: a final h is an a, or part of it."""
    if consonants.endswith("h") and not held:
        consonants, held = consonants[:-1], vowels.pop()
        held += "" if held.endswith(("a", "e")) else "a"
    return consonants, (*vowels, held.replace("e", "a"))


def _consonant(one: str, other: str) -> float:
    return _CONSONANTS.get(frozenset((one, other)), _OTHER)


def _end(one: str, other: str) -> float:
    """Return what it costs that names end in different vowels, some of which are hardly heard."""
    if one == other:
        return 0.0
    short, long = sorted((one, other), key=len)
    if not short:
        return 0.3 if long == "a" else 0.4
    return 0.2 if set(short) & set(long) or {short, long} == {"a", "y"} else 0.6


@lru_cache(maxsize=10_000)
def _vowel(one: str, other: str) -> float:
    """Return what it costs to take one Latin vowel for another."""
    short, long = sorted((one, other), key=len)
    if not long or one == other:
        return 0.0
    if len(long) == 1:
        pair = frozenset((one, other))
        return {frozenset("ae"): 0.1, frozenset("ey"): 0.15, frozenset("ew"): 0.3}.get(
            pair, 0.15 if not short else 0.35
        )
    if short and (long.endswith(short) or long.startswith(short)) and len(long) == 2:
        # The ay of Shaykh is the e of Chekh; the ay of Shayban is not the a of Shaban.
        return 0.5 if short in "ae" else 0.2
    if long in ("ay", "ey") and short == "e":
        return 0.15
    return 0.3 if set(short) & set(long) else 0.6


@lru_cache(maxsize=10_000)
def _written(arabic: str, latin: str) -> float:
    """Return what it costs that Arabic writes one vowel and Latin another."""
    if not arabic:
        return 0.0 if len(latin) < 2 else 0.5
    if arabic == latin:
        return 0.0
    if arabic == "a":
        return 0.1 if latin == "e" else 0.3 if "a" in latin else 0.6
    if arabic == "y":
        return (
            0.0
            if latin in ("ay", "ey", "ai")
            else 0.1
            if latin == "e"
            else 0.3
            if "y" in latin
            else 0.7
        )
    if arabic == "w":
        return 0.0 if latin in ("aw", "ew") else 0.3 if "w" in latin else 0.7
    return 0.25 if set(arabic) & set(latin.replace("e", "a")) else 0.7
