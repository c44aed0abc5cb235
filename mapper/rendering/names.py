"""Names in both scripts: of the places a page speaks of, and of the voices it quotes."""

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from mapper.gazetteer import load
from mapper.gazetteer.arabic import arabic_name
from mapper.schema import Voice, fold_voice, known_voice, split

__all__ = ["place_names", "voice_names"]

# The columns of the tables that name places, and those that hold their ids.
_PLACES = (
    ("place_id", "place_name"),
    ("origin_id", "origin_name"),
    ("destination_id", "destination_name"),
)

_ARABIC = re.compile(r"[\u0621-\u064a]")
_INITIALS = re.compile(r"^[A-Z][A-Za-z]{0,3}[A-Z]$")
_SHORT = 26  # letters of a name that needs no shorter one
_WORDS = 3  # of an Arabic name that needs no shorter one

# "local media (BBC News)": a voice, and who passes it on.
_RELAYED = re.compile(r"^(?P<voice>.+?) \((?P<relay>.+)\)$")


def place_names(tables: Iterable[pd.DataFrame]) -> dict[str, str]:
    """Return the Arabic names of places by the names tables show them under.

    Parameters
    ----------
    tables : iterable of DataFrame
        Claims, incidents, flows, as they are published: what a profile took away is not looked up.

    Examples
    --------
    >>> from mapper.schema import INCIDENTS, conform
    >>> place_names([conform([{"incident_id": "i1", "place_id": "zone:syrian-coast"}], INCIDENTS)])
    {'the Syrian coast': 'الساحل السوري'}
    """
    ids = {
        one
        for table in tables
        for column, name in _PLACES
        if column in table and name in table
        for cell in table[column].dropna().unique()
        for one in split(cell)
    }
    if not ids:
        return {}
    gazetteer = load()
    found: dict[str, str] = {}
    for one in sorted(ids):
        if one not in gazetteer:
            # Of a gazetteer that is not on this machine.
            continue
        place = gazetteer[one]
        arabic = arabic_name(place.names, place.kind)
        if arabic:
            found.setdefault(place.name, arabic)
    return found


def voice_names(cells: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return what known voices are called, by the names tables show them under.

    Parameters
    ----------
    cells : iterable of str
        Voices, relays and publishers, ``a|b`` or "voice (relay)".

    Returns
    -------
    dict of str to dict
        ``short`` and ``full``, and where there are any ``short_ar`` and ``full_ar``. A voice that
        nobody knows has none.

    Examples
    --------
    >>> voice_names(["SOHR", "local media (BBC News)"])["SOHR"]["short_ar"]
    'المرصد السوري'
    >>> voice_names(["Syrian Center for Media and Freedom of Expression"]).popitem()[1]["short"]
    'SCM'
    """
    parts = {part for cell in set(cells) for one in split(cell) for part in _parts(one)}
    return {part: names for part in sorted(parts) if (names := _names(part))}


def _parts(voice: str) -> tuple[str, ...]:
    match = _RELAYED.match(voice)
    if not match:
        return (voice, *(voice.split("; ") if "; " in voice else ()))
    return (voice, *_parts(match["voice"]), *_parts(match["relay"]))


def _names(words: str) -> dict[str, str]:
    voice = known_voice(words)
    if voice is None or fold_voice(words) not in {
        fold_voice(name) for name in (voice.name, *voice.aliases)
    }:
        return {}
    latin = [name for name in (voice.name, *voice.aliases) if not _ARABIC.search(name)]
    arabic = [name for name in (voice.name, *voice.aliases) if _ARABIC.search(name)]
    names = {"short": _short(voice, latin), "full": _full(voice, latin)}
    if arabic:
        names |= {"short_ar": _short_arabic(arabic), "full_ar": arabic[0]}
    return names


def _short(voice: Voice, latin: Sequence[str]) -> str:
    if len(voice.name) <= _SHORT:
        return voice.name
    initials = next((name for name in latin if _INITIALS.match(name)), "")
    shortest = min(latin, key=len)
    return initials or shortest[:1].upper() + shortest[1:]


def _full(voice: Voice, latin: Sequence[str]) -> str:
    """Return the name written out: the first of several words, where the name is but letters."""
    if not _INITIALS.match(voice.name):
        return voice.name
    return next((name for name in latin if len(name.split()) > 2), voice.name)


def _short_arabic(arabic: Sequence[str]) -> str:
    if len(arabic[0].split()) <= _WORDS:
        return arabic[0]
    shorter = [name for name in arabic if 1 < len(name.split()) <= _WORDS]
    return min(shorter, key=lambda name: len(name.split()), default=arabic[0])
