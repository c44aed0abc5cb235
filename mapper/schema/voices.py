"""Who speaks: known voices, their other names, and who may be independent of whom.

Extraction asks it which voice some words mean; reconciliation asks it which voices are one. Both
read the same table, ``voices.csv`` beside this file: one row a voice, its kind (monitor, ngo, un,
agency, media, government, belligerent), whether it is a party to the fighting, and its aliases in
any language.
"""

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

__all__ = [
    "Voice",
    "described_kind",
    "fold_voice",
    "known_voice",
    "known_voices",
    "voice_kind_of",
]

# "SOHR's" is SOHR, and Sana'a is not SANA.
_POSSESSIVE = re.compile(r"['’]s\b|['’ـ]")
_LEADING = re.compile(r"^(?:the|a|an|le|la|les|l) ")
# "head of the Observatory", "spokesperson for UNHCR", "according to SOHR": the voice comes behind.
_BEFORE = re.compile(
    r"^(?:.* )?(?:of|for|from|at|to|by|du|de|des|في|من|باسم|مدير|رئيس|بحسب|وفق) (?:the )?"
)
# A description that names nobody, and the kind of voice it describes.
_DESCRIBES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"(?i)\b(?:war )?monitor(?:s|ing)?\b|\b(?:observatory|watchdog)\b|مرصد|منظمة رصد"
        ),
        "monitor",
    ),
    (re.compile(r"(?i)\brights (?:group|organi[sz]ation)\b|منظمة حقوقية"), "monitor"),
    (re.compile(r"(?i)\bnews agency\b|وكالة (?:ال)?انباء"), "agency"),
)
_DETERMINED = re.compile(r"(?i)\b(?:the|an?) $")
# A capital that names: not those of "The War Monitor", or of "UK-based Observatory".
_CAPITAL = re.compile(
    r"\b(?!(?i:the|an?|war|conflict|human|rights|state|official|local|independent)\b)"
    r"[^\W\d_a-z]\w*\b(?! based\b)"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that is known by name.

    Parameters
    ----------
    voice_id : str
        Short stable id; voices of one id are one voice.
    name : str
        The name it is shown by.
    kind : str
        monitor, ngo, un, agency, media, government or belligerent.
    party : bool
        Whether it takes part in the fighting: its own claim widens the high bound only.
    aliases : tuple of str
        Other names, any script.
    """

    voice_id: str
    name: str
    kind: str
    party: bool
    aliases: tuple[str, ...] = ()


def fold_voice(words: str) -> str:
    """Return the words of a voice without case, accents, punctuation and article.

    >>> fold_voice("The  Syrian Observatory (SOHR)")
    'syrian observatory sohr'
    >>> fold_voice("المرصد السوري لحقوق الإنسان")
    'المرصد السوري لحقوق الانسان'
    >>> fold_voice("المرصد السورى")
    'المرصد السوري'
    """
    return _LEADING.sub("", _plain(words.casefold()))


def _plain(words: str) -> str:
    """Return words without accents and punctuation."""
    bare = words
    if not words.isascii():
        letters = unicodedata.normalize("NFKD", words)
        bare = "".join([sign for sign in letters if not unicodedata.combining(sign)])
        # Egyptian papers write the Arabic yeh without its dots.
        bare = bare.replace("ى", "ي")
    return " ".join(re.sub(r"[^\w\s]", " ", _POSSESSIVE.sub("", bare)).split())


@cache
def known_voices() -> tuple[Voice, ...]:
    """Return every voice of the table.

    >>> next(voice.name for voice in known_voices() if voice.voice_id == "sohr")
    'SOHR'
    """
    text = (files("mapper.schema") / "voices.csv").read_text(encoding="utf-8")
    return tuple(
        Voice(
            row["voice_id"],
            row["name"],
            row["kind"],
            row["party"] == "yes",
            tuple(alias for alias in row["aliases"].split("|") if alias),
        )
        for row in csv.DictReader(text.splitlines())
    )


@cache
def _by_name() -> Mapping[str, Voice]:
    return {
        fold_voice(name): voice
        for voice in reversed(known_voices())
        for name in (voice.name, *voice.aliases)
    }


@cache
def _longest() -> int:
    """Return how many words the longest name has."""
    return max(name.count(" ") for name in _by_name()) + 1


@lru_cache(maxsize=50_000)
def known_voice(words: str) -> Voice | None:
    """Return the known voice that some words name, or ``None``.

    The words may be the name or an alias, carry it in brackets, or set a role before or behind it.
    A bare description ("a war monitor") names nobody: see `voice_kind_of`.

    Parameters
    ----------
    words : str
        As written in a report or a table, any language.

    Examples
    --------
    >>> known_voice("a monitoring group (SOHR)").voice_id
    'sohr'
    >>> known_voice("المرصد السوري").voice_id, known_voice("Reuters (video)").voice_id
    ('sohr', 'reuters')
    >>> known_voice("SOHR director Rami Abdel Rahman").voice_id
    'sohr'
    >>> known_voice("local media") is None
    True
    """
    names = _by_name()
    bracketed = re.findall(r"[(\[]([^)\]]*)[)\]]", words)
    outside = re.sub(r"[(\[][^)\]]*[)\]]", " ", words)
    for part in (words, outside, *bracketed):
        if voice := names.get(fold_voice(part)):
            return voice
    folded = fold_voice(outside)
    for start in (folded, _LEADING.sub("", _BEFORE.sub("", folded))):
        tokens = start.split()
        # The longest name first, so that "UN refugee agency" is not "UN".
        for end in range(min(len(tokens), _longest()), 0, -1):
            name = " ".join(tokens[:end])
            # Two letters are no name inside a phrase, and "who" in small letters is a pronoun.
            small = name.isascii() and name in outside
            if len(name) > 2 and not small and (voice := names.get(name)):
                return voice
    return None


@lru_cache(maxsize=50_000)
def voice_kind_of(words: str) -> str:
    """Return the kind of voice that words other than a known name say (``monitor``), or ``""``.

    >>> voice_kind_of("a war monitoring organization"), voice_kind_of("local media")
    ('monitor', '')
    >>> voice_kind_of("Example Monitor")
    'monitor'
    """
    return "" if known_voice(words) else next((kind for _, kind in _described(words)), "")


def described_kind(words: str) -> str:
    """Return the kind of voice that words mean without naming anybody, or ``""``.

    Such a description is the same voice as a named one only when its own report names exactly one
    voice of that kind. "Example Monitor" is a name, though nobody has listed it, and no other's.

    >>> described_kind("a war monitor"), described_kind("The War Monitor")
    ('monitor', 'monitor')
    >>> described_kind("Example Monitor")
    ''
    """
    kind = voice_kind_of(words)
    return "" if kind and all(_is_name(match) for match, _ in _described(words)) else kind


def _described(words: str) -> list[tuple[re.Match[str], str]]:
    plain = _plain(words)
    found = ((pattern.search(plain), kind) for pattern, kind in _DESCRIBES)
    return [(match, kind) for match, kind in found if match]


def _is_name(described: re.Match[str]) -> bool:
    """Whether a capital stands before words such as "Monitor", and these have one of their own."""
    before = described.string[: described.start()]
    return (
        described[0][0].isupper()
        and not _DETERMINED.search(before)
        and _CAPITAL.search(before) is not None
    )
