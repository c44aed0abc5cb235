"""Words, numbers and signs of a sentence with their offsets, folded for looking up."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

__all__ = ["TOKEN", "Tokens", "fold", "number_of", "tokenize"]

# Letters with the Arabic vowel signs that stand among them; "al-Assad", "UK-based", "Syria's" are one.
_LETTER = r"[^\W\d_]"
_MARK = r"[\u0300-\u036f\u064b-\u065f\u0670]"
TOKEN = re.compile(
    rf"""
    [a-z]++(?![\w'’\-‑]|{_MARK})                                    # most words: nothing else fits
  | (?:[A-Z]\.){{2,}}                                            # U.N.
  | \d{{1,3}}(?:[,٬\u00a0\u202f\u2009’']\d{{3}})+(?!\d)          # 1,383
  | \d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d.])                          # 1.018.529
  | \d+(?:st|nd|rd|th)\b                                          # 47th
  | \d+,\d{{1,2}}(?=\ (?:مليون|ألف|million|thousand))           # 1,5 million
  | \d+(?:[.٫]\d+)?                                              # 42, 1.2
  | {_LETTER}+(?:{_LETTER}+|{_MARK}|['’\-‑](?={_LETTER}))*(?:(?<=[A-Za-z])\d+)?  # words, M4
  | [^\s]
    """,
    re.VERBOSE,
)
# What stands between is kept as well.
_TOKEN = re.compile(f"({TOKEN.pattern})", re.VERBOSE)
_MOST_DIGITS, _BEYOND = 12, 10**12
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_MARKS = re.compile(rf"{_MARK}|\u0640|[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_FOLDED = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "’": "'", "‑": "-", "ؤ": "و"}
)


@dataclass(slots=True)
class Tokens:
    """Words, numbers and signs in order: as written, where they stand in the body, and folded."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    keys: list[str]

    def part(self, span: slice) -> "Tokens":
        """Return some of them."""
        return Tokens(self.texts[span], self.starts[span], self.ends[span], self.keys[span])


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Return a text as it is looked up: lower case, Arabic vowel signs and alif forms evened out.

    >>> fold("Syria’s"), fold("قُتِلَ"), fold("أُصيب")
    ("syria's", 'قتل', 'اصيب')
    """
    text = text.lower()
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFC", text)).translate(_FOLDED)


def tokenize(text: str) -> Tokens:
    """Return the tokens of a text.

    >>> tokenize("At least 1,383 died.").texts
    ['At', 'least', '1,383', 'died', '.']
    """
    parts = _TOKEN.split(text)
    edges = list(accumulate(map(len, parts), initial=0))
    texts = parts[1::2]
    return Tokens(texts, edges[1:-1:2], edges[2::2], list(map(fold, texts)))


def number_of(text: str) -> float | None:
    """Return the number that digits say, in any script; None if they are no number.

    More than twelve digits say a million millions: beyond all that is counted here.

    >>> number_of("1,383"), number_of("١٢٠"), number_of("1.2"), number_of("47th")
    (1383, 120, 1.2, None)
    """
    if text.isdecimal():
        return int(text) if len(text) <= _MOST_DIGITS else _BEYOND
    if _DECIMAL_COMMA.fullmatch(text):
        return float(text.replace(",", "."))
    if _DOTTED.fullmatch(text):
        text = text.replace(".", "")
    digits = re.sub(r"[,٬\u00a0\u202f\u2009’']", "", text).replace("٫", ".")
    if digits.isdecimal():
        return int(digits) if len(digits) <= _MOST_DIGITS else _BEYOND
    try:
        return float(digits) if digits[:1].isdecimal() else None
    except ValueError:
        return None
