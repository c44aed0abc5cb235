"""A key of consonants that a name has in Latin and in Arabic script alike.

Spellings of an Arabic name differ in vowels, doubling, the article, ta marbuta, glides and in the
letters for sounds that Latin lacks. One alphabet of consonants serves both scripts; where a letter
may count or not (a medial waw, a final h) there is a key for each reading. A shared key says that
two names may be one, never that they are: the choice belongs to the context.
"""

import re
from functools import lru_cache

from mapper.gazetteer.folding import bare, folded, is_arabic

__all__ = ["skeletons"]

_LATIN = (
    ("sch", "X"), ("tch", "X"), ("sh", "X"), ("ch", "X"), ("kh", "H"), ("rh", "G"), ("gh", "G"), ("dj", "J"),
    ("zh", "Z"), ("th", "T"), ("dh", "D"), ("ph", "F"), ("ck", "K"), ("qu", "K"),
    ("b", "B"), ("p", "B"), ("c", "K"), ("d", "D"), ("f", "F"), ("v", "F"), ("g", "G"), ("h", "H"), ("j", "J"),
    ("k", "K"), ("q", "K"), ("l", "L"), ("m", "M"), ("n", "N"), ("r", "R"), ("s", "S"), ("t", "T"), ("x", "KS"),
    ("z", "Z"),
)  # fmt: skip
_LATIN_LETTERS = dict(_LATIN)
_LATIN_PART = re.compile("|".join(latin for latin, _ in _LATIN) + "|ou|[aeiouyw]|.")
_ARABIC_LETTERS = dict(
    zip("بتثجحخدذرزسشصضطظعغفقكلمنهوي", "BTTJHHDDRZSXSDTZAGFKKLMNHWY", strict=True)
)
_JOINED = re.compile(r"[aeiu](dd|ll|nn|rr|ss|tt|zz)")
# Readings of a word, and of a name, beyond which more would only make noise.
_MOST = 4
_VOWELS = frozenset(("a", "e", "i", "o", "u", "y", "ou"))


@lru_cache(maxsize=200_000)
def skeletons(name: str) -> tuple[str, ...]:
    """Return the keys of a name; empty if it has no consonant.

    Examples
    --------
    >>> set(skeletons("Latakia")) & set(skeletons("al-Ladhiqiyah"))
    set()
    >>> set(skeletons("Deir ez-Zor")) & set(skeletons("دير الزور"))
    {'DRZR'}
    >>> bool(set(skeletons("Khmeimim")) & set(skeletons("حميميم")))
    True
    """
    if is_arabic(name):
        readings = _arabic(bare(name))
    else:
        readings = _latin(bare(name))
        whole = folded(name)
        # "Alhasakah": an article joined to its word cannot be told from a stem, so both are read.
        if whole.startswith("al") and " " not in whole[:4] and len(whole) > 6:
            readings = readings + _latin(bare(whole[2:]))
    return tuple(dict.fromkeys(filter(None, readings)))


def _latin(name: str) -> list[str]:
    keys = [""]
    words = name.split()
    last = len(words) - 1
    for number, word in enumerate(words):
        readings = _latin_word(word)
        if number < last and len(word) > 4 and word.endswith(("at", "et")):
            # "Muadamiyat ash-Sham", "Muadamiyeh al-Sham": ta marbuta sounds inside a name, or not.
            readings = (*readings, *(key[:-1] for key in readings if key.endswith("T")))
        # "Ezzor", "Ennaqoura": an assimilated article joined to its word.
        if _JOINED.match(word):
            readings = tuple(dict.fromkeys((*readings, *_latin_word(word[2:]))))
        keys = [key + part for key in keys for part in readings][:8]
    return keys


@lru_cache(maxsize=100_000)
def _latin_word(word: str) -> tuple[str, ...]:
    parts = _LATIN_PART.findall(word)
    keys = [""]
    last = len(parts) - 1
    for number, part in enumerate(parts):
        following = parts[number + 1] if number < last else ""
        consonant = _LATIN_LETTERS.get(part)
        if number == last and part == "h":
            # Silent as ta marbuta, sounded as ha; either may be written so.
            keys += [key + "H" for key in keys]
            continue
        if consonant is not None:
            if number and parts[number - 1] == part:
                continue
            keys = [key + consonant for key in keys]
        elif number == 0 and part in _VOWELS:
            glide = part in ("y", "ou", "u", "o", "i") and following in _VOWELS
            keys = [key + ("Y" if part in ("y", "i") else "W") for key in keys] if glide else ["A"]
        elif part == "w" or (part in ("ou", "u") and following in _VOWELS):
            # A glide before a vowel is a letter; elsewhere it may be half of a vowel.
            letter = [key + "W" for key in keys]
            keys = letter if following in _VOWELS and part == "w" else letter + keys
        elif not part.isalpha():
            keys = [key + part for key in keys]
    return tuple(dict.fromkeys(keys[:_MOST]))


def _arabic(name: str) -> list[str]:
    keys = [""]
    words = name.split()
    last_word = len(words) - 1
    for number, word in enumerate(words):
        keys = [key + part for key in keys for part in _arabic_word(word, number == last_word)][:8]
    return keys


@lru_cache(maxsize=100_000)
def _arabic_word(word: str, final: bool) -> tuple[str, ...]:  # noqa: FBT001 - private, one caller
    keys = [""]
    last = len(word) - 1
    for number, letter in enumerate(word):
        consonant = _ARABIC_LETTERS.get(letter, "" if letter.isalpha() else letter)
        if number == 0 and letter in "اع":
            keys = ["A"]
        elif number == last and letter == "ه" and last:
            # Ta marbuta is silent at the end; inside a compound it may sound as t.
            keys = keys if final else keys + [key + "T" for key in keys]
        elif letter == "و" and number:
            following = word[number + 1] if number < last else ""
            letter_keys = [key + "W" for key in keys]
            sounded = following in ("ا", "ي") or (following == "ه" and number + 1 == last)
            keys = letter_keys if following and sounded else letter_keys + keys
        elif letter == "ي" and number:
            continue
        elif consonant and not (letter == "ع" and number):
            keys = [
                key if key.endswith(consonant) and word[number - 1] == letter else key + consonant
                for key in keys
            ]
    return tuple(dict.fromkeys(keys[:_MOST]))
