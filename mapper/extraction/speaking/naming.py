"""One name for each voice: acronyms and full names, a description, "the Observatory" of a report."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from mapper.extraction.languages import LANGUAGES
from mapper.schema.voices import Voice, fold_voice, known_voice, known_voices

__all__ = [
    "generic",
    "known_names",
    "named_monitors",
    "owner",
    "resolve",
    "shown",
    "voice_words",
]

_WHOLE = "un"


@cache
def shown(voice: Voice) -> str:
    """Return the short name of a voice: its acronym where it has one.

    >>> shown(known_voice("Syrian Observatory for Human Rights")), shown(known_voice("BBC"))
    ('SOHR', 'BBC News')
    """
    if voice.kind in ("monitor", "un", "ngo", "agency") and len(voice.name) > 12:
        for alias in voice.aliases:
            if (
                alias.isupper()
                and alias.isascii()
                and " " not in alias
                and voice.voice_id != "ohchr"
            ):
                return alias
    return voice.name


@cache
def known_names() -> re.Pattern[str]:
    """Return a pattern of all known names, longest first; short ones only in capitals."""
    names = {
        name
        for voice in known_voices()
        for name in (voice.name, *voice.aliases)
        if (len(name) > 2 or name.isupper()) and generic(name) == ""
    }
    body = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)")


_GENERIC = {
    "observatory": re.compile(r"observatory|مرصد", re.IGNORECASE),
    "network": re.compile(r"network|شبكة", re.IGNORECASE),
}


@lru_cache(maxsize=50_000)
def generic(words: str) -> str:
    """Return the head of a name that only its report makes clear: "the Observatory".

    >>> generic("the Observatory"), generic("Syrian Observatory for Human Rights")
    ('observatory', '')
    """
    folded = re.sub(r"\b(?:the|chief|head|director|مدير|رئيس)\b", "", fold_voice(words)).strip()
    heads = {
        "observatory": "observatory",
        "المرصد": "observatory",
        "network": "network",
        "الشبكة": "network",
    }
    return heads.get(folded, "")


def resolve(words: str, named: Iterable[str]) -> str:
    """Return the voice of the report that a generic name means: the one that bears that name.

    >>> resolve("the Observatory", ["Reuters", "Examplian Observatory"])
    'Examplian Observatory'
    >>> resolve("the Observatory", ["Reuters"])
    'SOHR'
    """
    head = generic(words)
    if not head:
        return words
    for name in named:
        voice = known_voice(name)
        full = voice.name if voice is not None else name
        if not generic(name) and _GENERIC[head].search(full):
            return name
    voice = known_voice(words)
    return shown(voice) if voice is not None else words


@lru_cache(maxsize=50_000)
def voice_words(words: str) -> str:
    """Return the name of the known voice that some words mean, else the words, trimmed.

    >>> voice_words("a spokesperson for the Syrian Ministry of Defense")
    'Syrian Ministry of Defence'
    >>> voice_words("the local media")
    'local media'
    """
    words = " ".join(words.split()).strip(" ,;:-–—\"'“”’‘()«»،")
    words = owner(words)
    words = (
        re.sub(r"^ل(?=\w{4})(?!لجنة)", "", words)
        if words.startswith("ل") and known_voice(words[1:])
        else words
    )
    words = re.sub(r"\b([A-Z])\.([A-Z])\.", r"\1\2", words)
    if generic(words):
        return words
    if voice := _known(words):
        return shown(voice)
    if (voice := _within(words)) is not None:
        return shown(voice)
    words = re.sub(
        r"^ل(?=(?:وزارة|مكتب|مصدر|مصادر|ناشط|لجنة|منظمة|مديرية|إدارة|وكالة|مركز|سلطات|مسؤول))",
        "",
        words,
    )
    return re.sub(r"^(?:[Tt]he|[Aa]n?) (?=\w)", "", words)


def owner(words: str) -> str:
    """Return whose report it is: "a report of the office"."""
    for language in LANGUAGES.values():
        words = language.voices.owned.sub("", words)
    # Arabic "to the …" clings to its noun.
    return re.sub(r"^لل(?=\w{3})", "ال", words)


def _within(words: str) -> Voice | None:
    """Return the known voice that is named within some words; an agency rather than the UN whole."""
    named = [voice for m in known_names().finditer(words) if (voice := known_voice(m.group()))]
    finer = [voice for voice in named if voice.voice_id != _WHOLE]
    return next(iter(finer or named), None)


def _known(words: str) -> Voice | None:
    """Return the known voice that words name, unless a generic name within them is all they share."""
    voice = known_voice(words)
    if voice is None:
        return None
    folded = fold_voice(words)
    for name in (voice.name, *voice.aliases):
        if not generic(name) and fold_voice(name) in folded:
            return voice
    return None


def named_monitors(names: Iterable[str]) -> dict[str, str]:
    """Return for each kind of voice the only one a report names, if it names exactly one.

    >>> named_monitors(["SOHR", "Reuters", "SOHR"])
    {'monitor': 'SOHR', 'agency': 'Reuters'}
    """
    kinds: dict[str, Counter[str]] = {}
    for name in names:
        voice = known_voice(name)
        if generic(name):
            continue
        if voice is not None:
            kinds.setdefault(voice.kind, Counter())[shown(voice)] += 1
        elif _GENERIC["observatory"].search(name):
            kinds.setdefault("monitor", Counter())[name] += 1
    return {kind: next(iter(found)) for kind, found in kinds.items() if len(found) == 1}
