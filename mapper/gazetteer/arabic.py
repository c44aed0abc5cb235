"""The Arabic name of a place, among all the names a gazetteer has for it."""

import re
from collections.abc import Iterable
from functools import cache

import geodata
from mapper.gazetteer.folding import folded
from mapper.gazetteer.skeleton import skeletons

__all__ = ["arabic_name"]

_ARABIC = re.compile(r"[\u0621-\u064a]")

# "governorate of", "district of"
_UNIT = re.compile(r"^(?:محافظة|منطقة|قضاء|ناحية)\s+")

# Names of states as on a treaty, where a map has a shorter one: "republic of", "kingdom of".
_STATELY = re.compile(r"جمهورية|مملكة|جماهيرية")

# Kinds whose Arabic name says what they are: "base", "airport", "crossing".
_SAYS = {
    # A base that shares an airfield is not called after the airport.
    "air_base": (re.compile(r"^قاعدة\s"), re.compile(r"^مطار\s")),
    "airport": (re.compile(r"^مطار\s"),),
    "crossing": (re.compile(r"^معبر\s"),),
}

_HAMZA = re.compile(r"[أإآؤئء]")


def arabic_name(names: Iterable[str], kind: str = "") -> str | None:
    """Return a name in Arabic letters: the first, or as a unit spells the same name.

    Crowd-sourced tables list misspellings in no order of worth; a town's name as its district or
    governorate spells it is not one of them. One name has one spelling on a map: the one with its
    hamzas.

    Parameters
    ----------
    names : iterable of str
        All names of the place, any script.
    kind : str
        What it is, as gazetteers have it: ``country``, ``air_base``, …

    Examples
    --------
    >>> arabic_name(["Tartus", "ترطوس", "طرطوس"])
    'طرطوس'
    >>> arabic_name(["Idlib", "محافظة ادلب"]), arabic_name(["Idlib", "إدلب"])
    ('إدلب', 'إدلب')
    >>> arabic_name(["الجمهورية العربية السورية", "سوريا"], "country")
    'سوريا'
    >>> arabic_name(["مطار حميميم", "قاعدة حميميم"], "air_base")
    'قاعدة حميميم'
    """
    arabic = [_UNIT.sub("", name) for name in names if _ARABIC.match(name)]
    if not arabic:
        return None
    if kind == "country" and _STATELY.search(arabic[0]):
        return next((name for name in arabic if not _STATELY.search(name)), arabic[0])
    if kind in _SAYS:
        said = (name for words in _SAYS[kind] for name in arabic if words.match(name))
        return next(said, arabic[0])
    first = {*skeletons(arabic[0])}
    spellings = _spellings()
    same = (name for name in arabic if folded(name) in spellings and first & {*skeletons(name)})
    chosen = next(same, arabic[0])
    return spellings.get(folded(chosen), chosen)


@cache
def _spellings() -> dict[str, str]:
    """Return how units and hand-made aliases spell a name, by its folded form; hamzas are kept."""
    units = (row for level in ("adm1", "adm2") for row, _ in geodata.features(level))
    aliases = (name for row in geodata.rows("aliases") for name in row["names"].split("|"))
    spelt: dict[str, str] = {}
    for given in (*(name for row in units for name in row["names"]), *aliases):
        name = _UNIT.sub("", given)
        if not _ARABIC.match(name):
            continue
        before = spelt.setdefault(folded(name), name)
        if len(_HAMZA.findall(name)) > len(_HAMZA.findall(before)):
            spelt[folded(name)] = name
    return spelt
