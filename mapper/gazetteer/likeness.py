"""How like two spellings of an Arabic name are, in one script or across two.

Letters are compared consonant by consonant and vowel by vowel, by what romanizations do to them:
French, English and scholarly systems write one vowel in several ways (Mécherfé, Mushrifah), Arabic
leaves the short ones out. A vowel that Arabic would have had to write, or never writes, counts.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz import fuzz

from mapper.gazetteer.folding import is_arabic

__all__ = ["likeness"]

_LATIN = re.compile(
    r"sch|tch|sh|ch|kh|rh|gh|dj|zh|th|dh|ph|ck|qu(?=[aeo])|[^aeiouywāīūʿ]|[aeiouywāīūʿ]+"
)
# Ta marbuta sounds as t inside a name and is silent at its end; a feminine plural looks alike.
_CONSTRUCT = re.compile(r"(?<=[aeā])t(?= )|(?<=ا)ت(?= )")
_SOUNDS = {
    "sch": "S", "tch": "S", "sh": "S", "ch": "S", "kh": "x", "rh": "G", "gh": "G", "dj": "j", "zh": "z", "th": "T",
    "dh": "D", "ph": "f", "ck": "k", "qu": "k", "c": "k", "p": "b", "v": "f", "x": "ks",
}  # fmt: skip
_ARABIC = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "btTjhxdDrzsSsdtDGfqklmnh", strict=True))
# Where a romanization marks what Arabic writes: a long vowel in capitals, ayn as `_AYN`.
_VOWELS = {
    "a": "a", "e": "e", "i": "y", "y": "y", "u": "w", "o": "w", "w": "w", "ā": "A", "ī": "Y", "ū": "W", "ʿ": "3",
}  # fmt: skip
_LONG = {"ا": "a", "و": "w", "ي": "y"}
# Among the vowels of Arabic: where a Latin name may have one vowel more, or two run together.
_AYN = "3"
# What it costs to take one consonant for another; any other pair costs the whole.
_CONSONANTS = {
    frozenset(pair): cost
    for pair, cost in (
        ("hx", 0.4), ("kq", 0.1), ("qg", 0.2), ("kg", 0.3), ("tT", 0.2), ("dD", 0.2), ("Dz", 0.2), ("Ts", 0.3),
        ("Gg", 0.1), ("jg", 0.3), ("zs", 0.4), ("dt", 0.5), ("Gx", 0.6), ("Sj", 0.6),
    )
}  # fmt: skip
_OTHER = 1.0
# What it costs that Arabic leaves out a vowel or an ayn that the other marks.
_UNWRITTEN = 0.3


def likeness(one: str, other: str) -> float:
    """Return how like two names without articles (see `bare`) are, 0 to 1.

    Across two scripts the marks of a romanization count (see `marked`).

    Examples
    --------
    >>> likeness("burj", "برج") > likeness("birāj", "برج")
    True
    >>> likeness("mecherfe", "mashrafah") > likeness("mecherfe", "mushayrifah")
    True
    >>> likeness("huraybil", "حريبل") > likeness("huraybil", "حربل")
    True
    """
    arabic = is_arabic(one), is_arabic(other)
    if arabic == (False, True):
        one, other = other, one
    pairs = _facing(_sounds(one), _sounds(other))
    if not pairs:
        return 0.5 if any(arabic) and not all(arabic) else fuzz.ratio(one, other) / 100
    vowel = _spelt if all(arabic) else _written if any(arabic) else _vowel
    cost = sum(_unlike(word, its, vowel) for word, its in pairs if word != its)
    return max(0.0, 1.0 - cost / (sum(len(word[0]) for word, _ in pairs) + 1))


# The consonants of a word, and the vowels before, between and after them.
_Word = tuple[str, tuple[str, ...]]


def _facing(words: tuple[_Word, ...], others: tuple[_Word, ...]) -> list[tuple[_Word, _Word]]:
    """Return words beside their fellows of as many consonants, or both names in one; none if they differ."""
    pairs = list(zip(words, others, strict=False))
    if len(words) == len(others) and all(len(a[0]) == len(b[0]) for a, b in pairs):
        return pairs
    one, other = _run_together(words), _run_together(others)
    return [(one, other)] if len(one[0]) == len(other[0]) else []


def _run_together(words: tuple[_Word, ...]) -> _Word:
    consonants, vowels = "", [""]
    for letters, sounds in words:
        consonants += letters
        vowels = [*vowels[:-1], vowels[-1] + sounds[0], *sounds[1:]]
    return consonants, tuple(vowels)


def _unlike(word: _Word, its: _Word, vowel: Callable[[str, str], float]) -> float:
    """Return what it costs to take one word for another of as many consonants."""
    cost = sum(_consonant(a, b) for a, b in zip(word[0], its[0], strict=True) if a != b)
    cost += sum(vowel(a, b) for a, b in zip(word[1][:-1], its[1][:-1], strict=True) if a != b)
    return cost + _end(word[1][-1], its[1][-1])


@lru_cache(maxsize=200_000)
def _sounds(name: str) -> tuple[_Word, ...]:
    words = _CONSTRUCT.sub("", name).split()
    return tuple(_arabic(word) if is_arabic(word) else _latin(word) for word in words)


@lru_cache(maxsize=100_000)
def _latin(word: str) -> _Word:
    consonants, vowels, held = "", [], ""
    for part in _LATIN.findall(word):
        if part[0] in _VOWELS:
            for letter in part:
                sound = _VOWELS[letter]
                held += sound if held[-1:].lower() != sound.lower() else ""
            if not consonants:
                # The first letter of an Arabic word carries a vowel and does not say which.
                held = held.lower().replace(_AYN, "")
            continue
        sound = _SOUNDS.get(part, part)
        if held == "" and consonants[-1:] == sound:
            continue
        for each in sound:
            consonants += each
            vowels.append(held)
            held = ""
    return _ended(consonants, vowels, held)


@lru_cache(maxsize=100_000)
def _arabic(word: str) -> _Word:
    consonants, vowels, held, before = "", [], "", ""
    for number, letter in enumerate(word):
        if letter == "ع":
            held += _AYN
        elif letter == "ا" and not number:
            # At the start of a word it carries a vowel and does not say which.
            pass
        elif letter in _LONG:
            held += _LONG[letter] if held[-1:] != _LONG[letter] else ""
        elif letter != before:
            consonants += _ARABIC.get(letter, letter)
            vowels.append(held)
            held = ""
        before = letter
    return _ended(consonants, vowels, held)


def _ended(consonants: str, vowels: list[str], held: str) -> _Word:
    """Return sounds with the end as all write it: a final h is an a, or part of it."""
    if consonants.endswith("h") and not held:
        consonants, held = consonants[:-1], vowels.pop()
        held += "" if held.endswith(("a", "e", "A")) else "a"
    return consonants, (*vowels, held.lower().replace("e", "a"))


def _consonant(one: str, other: str) -> float:
    return _CONSONANTS.get(frozenset((one, other)), _OTHER)


@lru_cache(maxsize=10_000)
def _end(one: str, other: str) -> float:
    """Return what it costs that words end in different vowels, some of which are hardly heard."""
    one, other = one.replace(_AYN, ""), other.replace(_AYN, "")
    if one == other:
        return 0.0
    if _glide(one) == _glide(other):
        return 0.1
    if {one, other} == {"a", "y"}:
        # The final letter of Musa and of Ali is one letter in much of the Arabic press.
        return 0.2
    return 0.5 if one in ("", "a") or other in ("", "a") else 0.3 if set(one) & set(other) else 0.6


def _glide(vowels: str) -> str:
    """Return vowels without the a of ay and aw, which is a matter of the system."""
    return vowels[1:] if vowels[:2] in ("ay", "aw", "ey", "ew") else vowels


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
    plain = latin.lower()
    if plain != latin or _AYN in latin:
        # What is marked would have to be written.
        unwritten = {*latin} - {"a", "e", "y", "w"} - {*arabic.upper()}
        return _written(arabic, plain.replace(_AYN, "")) + _UNWRITTEN * len(unwritten)
    if _AYN in arabic:
        before, _, after = arabic.partition(_AYN)
        cuts = range(len(latin) + 1)
        return min(_written(before, latin[:cut]) + _written(after, latin[cut:]) for cut in cuts)
    if not arabic:
        return 0.0 if len(latin) < 2 else 0.5
    if _glide(arabic) == _glide(latin):
        return 0.0
    if arabic == "a":
        return {"e": 0.2, "ay": 0.5}.get(latin, 0.3 if "a" in latin else 0.6)
    if len(arabic) > 1 and arabic == latin.replace("a", "").replace("e", ""):
        return 0.05
    if arabic in ("y", "w"):
        return (
            0.1
            if latin in (f"{arabic}a", f"{arabic}e")
            else 0.3
            if arabic in latin or (arabic, latin) == ("y", "e")
            else 0.7
        )
    return 0.25 if set(arabic) <= set(latin) else 0.5 if set(arabic) & set(latin) else 0.7


def _spelt(one: str, other: str) -> float:
    """Return what it costs that Arabic writes one vowel and another: Arabic writes only what matters."""
    return 0.3 if one.replace(_AYN, "") == other.replace(_AYN, "") else 0.7
