"""What the words of a place say: its name, its kind, what holds it, and where from it.

"Sheikh Hassan neighbourhood in al Raqqah city" is the neighbourhood *Sheikh Hassan* inside *al
Raqqah*; "5 km south of Jableh, Latakia province" lies south of *Jableh*, inside *Latakia*. The
words of each language that say so are data.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from mapper.gazetteer.folding import is_arabic
from mapper.gazetteer.skeleton import skeletons
from mapper.geocoding.rewriting import rewritten
from mapper.geocoding.wording import (
    DIRECTIONS,
    empty_words,
    infix,
    kind_of,
    may_relate,
    plain,
    relation_patterns,
    relation_words,
    stages,
)

__all__ = ["Phrase", "phrase_of", "several", "turned"]

_COMMA = re.compile(r"\s*[,،;؛\n]\s*|\s+[-–—]\s+")
_COLON = re.compile(r"\s*:\s+")
_SPOTS = frozenset(("neighbourhood", "site", "scene", "camp", "road"))
_BRACKETS = re.compile(r"[(\[{（]([^)\]}）]*)[)\]}）]?")
_OPENING = re.compile(r"[(\[{（]")
_NEAR_IN_BRACKETS = re.compile(
    r"[(\[]\s*((?:near|close to|next to|outside|north|south|east|west|قرب|بالقرب من)\b[^)\]]*)[)\]]",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s*[/\\]\s*|\s+or\s+|\s+aka\s+")
_SIDE_FIRST = re.compile(
    r"^(?:the )?((?:north|south)?-?(?:east|west)?(?:ern)?) ((?:countryside|rif|rural areas?) of|(?:rural|rif|reef)(?!.*countryside$)) ",
    re.IGNORECASE,
)
_DISTANCE = re.compile(
    r"^(?:about |some |around |roughly |approximately |على بعد )?(\d+(?:[.,]\d+)?)\s*"
    r"(?:km|kms|kilomet(?:re|er)s?|كم|كيلومترا|كيلومترات|كيلومتر)\s+(?:to the |(?:away )?from |off |الى |إلى |من |عن )?"
)
_ENDS = re.compile(r"\s+(?:and|&|to)\s+|\s+و(?!ادي\s)\s*|\s*[-–—]\s*(?=\S{3,}$)")
_AND = re.compile(r"\s+(?:and|&)\s+|\s+و(?!ادي\s)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of a place's words.

    Parameters
    ----------
    words : str
        As written.
    names : tuple of str
        Readings of the place's own name, the likeliest first.
    kind : str
        Kind its words state; empty if they state none.
    holders : tuple of str
        Words of what holds it, the nearest first.
    relation : str
        near, countryside, between, road, or a key of `DIRECTIONS`; empty for the place itself.
    other : str
        The second place of between and road.
    side : str
        A key of `DIRECTIONS` that says which part of a countryside.
    distance_km : float or None
        Stated distance from the place.
    whole : tuple of str
        Readings in which the words of the relation are part of a name, as in "Rif Dimashq".
    brackets : tuple of str
        What stood in brackets: another name, or what holds the place.
    beside : str
        Relation to the first of ``holders``, when that is beside the place and not about it.
    full : str
        The name with the words for its kind, where it has any: "Jisr al-Shughur" is no bridge.
    """

    words: str
    names: tuple[str, ...] = ()
    kind: str = ""
    holders: tuple[str, ...] = ()
    relation: str = ""
    other: str = ""
    side: str = ""
    distance_km: float | None = None
    whole: tuple[str, ...] = ()
    brackets: tuple[str, ...] = ()
    beside: str = ""
    full: str = ""


@lru_cache(maxsize=100_000)
def phrase_of(words: str) -> Phrase:
    """Return the parts of a place's words.

    Examples
    --------
    >>> phrase = phrase_of("Sheikh Hassan neighbourhood in al Raqqah city")
    >>> phrase.names[0], phrase.kind, phrase.holders
    ('Sheikh Hassan', 'neighbourhood', ('al Raqqah city',))
    >>> phrase = phrase_of("5 km south of Jableh, Latakia province")
    >>> phrase.names[0], phrase.relation, phrase.distance_km, phrase.holders
    ('Jableh', 'south', 5.0, ('Latakia province',))
    >>> phrase_of("ريف حماة الشمالي").side
    'north'
    """
    text, inside = _without_brackets(plain(words))
    text = rewritten(text)
    if text.lower() in empty_words():
        return Phrase(words)
    parts = [part for part in _COMMA.split(text) if part]
    colon = _COLON.split(text, maxsplit=1) if ":" in text else []
    if len(colon) == 2 and all(colon):
        # "Idlib: Ariha" says the holder first.
        parts = [part for side in reversed(colon) for part in _COMMA.split(side) if part]
    elif len(inside) == 1 and parts and _is_spot_of(inside[0], parts[0]):
        # "Homs city (Baba Amr neighbourhood)"
        parts, inside = [*inside, *parts], []
    elif len(parts) == 2 and _is_spot_of(parts[1], parts[0]):
        # "Homs, Al Waer quarter"
        parts = parts[::-1]
    parts = parts or inside[:1]
    if not parts:
        return Phrase(words)
    if len(parts) > 1 and parts[0].lower() in empty_words() and _two_scripts(*parts[:2]):
        # "مدينة Homs": the word for the kind in the one, the name in the other.
        parts[:2] = [" ".join(parts[:2])]
    also, holders = _told_apart(parts[0], parts[1:])
    if may_relate(parts[0]):
        phrase = _head(parts[0], Phrase(words, holders=tuple(holders)))
    else:
        own, kind, full = _readings(parts[0])
        phrase = Phrase(words, own, kind, tuple(holders), full=full)
    if phrase.names and not phrase.kind and phrase.names[0].lower() in empty_words():
        return Phrase(words)
    if not also and not inside:
        return phrase
    more = [part for part in inside if not kind_of(part)]
    names = dict.fromkeys((*phrase.names, *also, *more))
    return replace(phrase, names=tuple(names), brackets=tuple(inside))


def _without_brackets(words: str) -> tuple[str, list[str]]:
    """Return words without what stands in brackets, and that; "(near X)" says where and stays."""
    if not _OPENING.search(words):
        return " ".join(words.split()), []
    text = " ".join(_NEAR_IN_BRACKETS.sub(r" \1 ", words).split())
    inside = [part.strip() for part in _BRACKETS.findall(text) if part.strip()]
    return " ".join(_BRACKETS.sub(" ", text).split()), inside


def turned(words: str) -> str:
    """Return two or three parts the other way round; empty if there are not so many.

    >>> turned("Idlib - Kafr Nabl"), turned("Idlib")
    ('Kafr Nabl, Idlib', '')
    """
    parts = [part for part in _COMMA.split(plain(words).strip()) if part]
    return ", ".join(parts[::-1]) if len(parts) in (2, 3) else ""


def several(words: str) -> list[str]:
    """Return the names that are joined by "and".

    >>> several("Salma and Kinsabba"), several("قريتي واسط وعين البيضا")
    (['Salma', 'Kinsabba'], ['قريتي واسط', 'عين البيضا'])
    """
    found: list[str] = []
    rest = words
    while len(parts := _parts(_AND, rest)) == 2:
        found.append(parts[0])
        rest = parts[1]
    return [part for part in (*found, rest) if part.strip()]


def _parts(joint: re.Pattern[str], words: str) -> list[str]:
    """Return what stands before and after the first joint that has a name before it, and no mere kind."""
    for match in joint.finditer(words):
        before = words[: match.start()].strip()
        if before and stages(before)[-1][1]:
            return [before, words[match.end() :].strip()]
    return [words]


def _is_spot_of(part: str, town: str) -> bool:
    """Whether words name a quarter or a site, and those beside them what may be its town."""
    named = kind_of(part) in _SPOTS and len(stages(part)[-1][1]) > 0
    return named and kind_of(town) in ("", "settlement", "adm1")


def _two_scripts(one: str, other: str) -> bool:
    return is_arabic(one) != is_arabic(other)


def _told_apart(head: str, parts: list[str]) -> tuple[list[str], list[str]]:
    """Return names of the place in the other script, and what holds it: "Al Bab, الباب, Aleppo"."""
    arabic = is_arabic(head)
    if all(is_arabic(part) == arabic for part in parts):
        return [], parts
    keys = {key for _, name in stages(head) for key in skeletons(name)}
    also = []
    holders = []
    for part in parts:
        names = [name for _, name in stages(part) if name]
        if is_arabic(part) != arabic and any(keys & set(skeletons(name)) for name in names):
            also += names[1:] + names[:1]
        else:
            holders.append(part)
    return also, holders


def _head(head: str, phrase: Phrase) -> Phrase:
    head = _SIDE_FIRST.sub(r"\2 \1 ", head)
    distance = _DISTANCE.match(head)
    if distance:
        head = head[distance.end() :]
        phrase = replace(phrase, distance_km=float(distance[1].replace(",", ".")))
    relations = _relations(head)
    if relations:
        phrase = replace(phrase, whole=tuple(name for _, name in stages(head) if name))
    for relation, rest in relations:
        if relation in ("between", "road"):
            sides = _parts(_ENDS, rest)
            if len(sides) == 2 and all(sides):
                named = _named(sides[0].strip(), phrase)
                return replace(named, relation=relation, other=sides[1].strip())
            continue
        if relation == "countryside":
            return _countryside(rest, phrase)
        return replace(_named(rest, phrase), relation=relation)
    named = _named(head, phrase)
    return replace(named, relation="near") if distance else named


def _countryside(rest: str, phrase: Phrase) -> Phrase:
    """Return the countryside of a town, and which part of it."""
    side = ""
    for direction, position, words in relation_words():
        bare = words.removesuffix(" of")
        if direction not in DIRECTIONS:
            continue
        if position == "before" and rest.lower().startswith(bare + " "):
            side, rest = direction, rest[len(bare) :].removeprefix(" of").strip()
            break
        if rest.lower().endswith(" " + bare):
            side, rest = direction, rest[: -len(bare)].strip()
            break
    rest = re.sub(r"['’]s$", "", rest)
    named = _named(rest, phrase)
    return replace(named, relation="countryside", side=side)


def _relations(head: str) -> list[tuple[str, str]]:
    """Return relations that a head may begin or end with, the longest words first."""
    found = []
    before, after, meaning = relation_patterns()
    start = before.match(head)
    if start:
        relation = meaning["before", start[1].lower()]
        found.append((len(start[1]), relation, head[start.end() :].strip()))
    end = after.search(head)
    if end:
        relation = meaning["after", end[1].lower()]
        found.append((len(end[1]), relation, head[: end.start()].strip()))
    found.sort(key=lambda item: -item[0])
    return [(relation, rest) for _, relation, rest in found if rest]


def _named(head: str, phrase: Phrase) -> Phrase:
    holders, whole, beside = list(phrase.holders), phrase.whole, ""
    pattern, relations = infix()
    cut = pattern.search(head)
    while cut is not None:
        left, right = head[: cut.start()].strip(), head[cut.end() :].strip()
        word = (cut[1] or "").lower()
        relation = relations.get(word, "in")
        taken = stages(left)
        kind = next((kind for kind, _ in taken if kind), "")
        if not taken[-1][1]:
            # "village of X": the left side is a kind and nothing else; "checkpoint near X" is near X.
            named = _named(right, phrase)
            near = relation != "in"
            return (
                replace(named, relation=relation)
                if near
                else replace(named, kind=kind or phrase.kind)
            )
        # "Ayn at Tinah": before a t, at is the article.
        article = word == "at" and right[:1].lower() == "t"
        if not article and (word != "of" or kind):
            whole += tuple(name for _, name in stages(head) if name)
            holders.insert(0, right)
            head, beside = left, "" if relation == "in" else relation
            break
        cut = pattern.search(head, cut.end() - 1)
    names, kind, full = _readings(head)
    return replace(
        phrase,
        names=names,
        kind=kind,
        holders=tuple(holders),
        whole=whole,
        beside=beside or phrase.beside,
        full=full,
    )


def _readings(head: str) -> tuple[tuple[str, ...], str, str]:
    """Return readings of a name, the kind it states, and the name with the word for its kind."""
    taken = stages(head)
    if len(taken) == 1:
        readings, kind, full = [head], "", ""
    else:
        kind, full = next((kind for kind, _ in taken if kind), ""), taken[0][1]
        readings = [name for _, name in taken if name]
        # The name without its kind comes first, unless only "area" was taken off.
        if kind != "area":
            readings = readings[1:] + readings[:1]
    parts = [part for name in readings for part in _SLASH.split(name) if part]
    return tuple(dict.fromkeys((*readings, *parts))), kind, full
