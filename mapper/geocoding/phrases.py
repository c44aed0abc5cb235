"""What the words of a place say: its name, its kind, what holds it, and where from it.

"Sheikh Hassan neighbourhood in al Raqqah city" is the neighbourhood *Sheikh Hassan* inside *al
Raqqah*; "south of Jableh, Latakia province" lies south of *Jableh*, inside *Latakia*. The words of
each language that say so are data.
"""

import csv
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import geodata

__all__ = ["Phrase", "phrase_of"]

_COMMA = re.compile(r"\s*[,،;؛]\s*|\s+[-–—]\s+")
_BRACKETS = re.compile(r"[(\[{（]([^)\]}）]*)[)\]}）]?")
_SLASH = re.compile(r"\s*[/|\\]\s*")
_DISTANCE = re.compile(
    r"^(?:about |some |around |roughly )?(\d+(?:[.,]\d+)?)\s*(km|kms|kilometres|kilometers|كم|كيلومتر|كيلومترا)\s+"
)
_DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "north_east", "north_west", "south_east", "south_west")
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of a place's words.

    Parameters
    ----------
    words : str
        As written.
    names : tuple of str
        Spellings of the place itself, kind words taken off; the fullest first.
    kind : str
        Kind its words state; empty if they state none.
    holders : tuple of str
        Words of what holds it, the nearest first.
    relation : str
        near, countryside, a direction, between, road; empty for the place itself.
    other : str
        The second place of between and road.
    distance_km : float or None
        Stated distance from the place.
    """

    words: str
    names: tuple[str, ...] = ()
    kind: str = ""
    holders: tuple[str, ...] = ()
    relation: str = ""
    other: str = ""
    distance_km: float | None = None


@lru_cache(maxsize=100_000)
def phrase_of(words: str) -> Phrase:
    """Return the parts of a place's words.

    Examples
    --------
    >>> phrase_of("Sheikh Hassan neighbourhood in al Raqqah city")
    Phrase(words='Sheikh Hassan neighbourhood in al Raqqah city', names=('Sheikh Hassan', 'Sheikh Hassan neighbourhood'), kind='neighbourhood', holders=('al Raqqah city',), relation='', other='', distance_km=None)
    >>> phrase_of("حي الدرعية، الرقة").names[0], phrase_of("حي الدرعية، الرقة").holders
    ('الدرعية', ('الرقة',))
    """
    text = " ".join(words.split())
    inside = [part.strip() for part in _BRACKETS.findall(text) if part.strip()]
    text = " ".join(_BRACKETS.sub(" ", text).split())
    parts = [part for part in _COMMA.split(text) if part] or inside[:1]
    if not parts:
        return Phrase(words)
    head, holders = parts[0], (*parts[1:], *inside)
    phrase = _head(head, Phrase(words, holders=holders))
    return replace(
        phrase, names=(*phrase.names, *(name for name in inside if name not in phrase.names))
    )


def _head(head: str, phrase: Phrase) -> Phrase:
    distance = _DISTANCE.match(head)
    if distance:
        head = head[distance.end() :]
        phrase = replace(phrase, distance_km=float(distance[1].replace(",", ".")))
    for relation, rest in _relations(head):
        if relation in ("between", "road"):
            pair = _pair(rest)
            if pair:
                return replace(_named(pair[0], phrase), relation=relation, other=pair[1])
            continue
        return replace(
            _head(rest, phrase) if relation != "near" else _named(rest, phrase), relation=relation
        )
    return _named(head, phrase)


def _relations(head: str) -> list[tuple[str, str]]:
    """Return relations that a head may begin or end with, the longest words first."""
    low = head.lower()
    found = []
    for relation, position, words in _relation_words():
        if position == "before" and low.startswith(words + " "):
            # "Eastern X" is mostly a name of its own; only "east of X" is surely a direction.
            sure = relation not in _DIRECTIONS or words.endswith((" of",)) or not words.isascii()
            if sure:
                found.append((len(words), relation, head[len(words) :].strip()))
        elif position == "after" and low.endswith(" " + words) and relation not in _DIRECTIONS:
            found.append((len(words), relation, head[: -len(words)].strip()))
    found.sort(key=lambda item: -item[0])
    return [(relation, rest) for _, relation, rest in found if rest]


def _pair(rest: str) -> tuple[str, str] | None:
    for pattern in (r"\s+(?:and|&|to)\s+", r"\s+و\s*", r"\s*[-–—]\s*(?=\S{3,}$)"):
        sides = re.split(pattern, rest, maxsplit=1)
        if len(sides) == 2 and all(sides):
            return sides[0].strip(), sides[1].strip()
    return None


def _named(head: str, phrase: Phrase) -> Phrase:
    holders = list(phrase.holders)
    for word in _infixes():
        cut = re.search(rf"\s{word}\s", head, flags=re.IGNORECASE)
        if cut and cut.start() > 1:
            left, right = head[: cut.start()].strip(), head[cut.end() :].strip()
            kind_left, bare_left = _kind(left)
            if not bare_left:
                # "village of X": the left side is a kind and nothing else.
                return replace(_named(right, phrase), kind=kind_left or phrase.kind)
            if word != "of" or kind_left:
                holders.insert(0, right)
                head = left
                break
    kind, name = _kind(head)
    names = [name] if name else []
    for whole in list(dict.fromkeys((name, head))):
        names.extend(part for part in _SLASH.split(whole) if part)
    if head not in names:
        names.append(head)
    return replace(phrase, names=tuple(dict.fromkeys(names)), kind=kind, holders=tuple(holders))


def _kind(head: str) -> tuple[str, str]:
    """Return the kind stated before or after a name, and the name without it."""
    kind = ""
    changed = True
    while changed and head:
        changed = False
        low = head.lower()
        for words, stated in _kind_words():
            if low == words:
                return stated or kind, ""
            if low.startswith(words + " "):
                head, kind, changed = head[len(words) :].strip(), kind or stated, True
                break
            if words.isascii() and low.endswith(" " + words):
                head, kind, changed = head[: -len(words)].strip(), kind or stated, True
                break
    return kind, head


@cache
def _kind_words() -> list[tuple[str, str]]:
    with geodata.path("kind_words").open(encoding="utf-8", newline="") as file:
        pairs = [
            (words.lower(), row["kind"])
            for row in csv.DictReader(file)
            for words in row["words"].split("|")
        ]
    pairs += [("the", ""), ("of", "")]
    plurals = {"province": "provinces", "governorate": "governorates"}
    pairs += [(plurals[words], kind) for words, kind in pairs if words in plurals]
    return sorted(dict(pairs).items(), key=lambda pair: -len(pair[0]))


@cache
def _relation_words() -> list[tuple[str, str, str]]:
    with geodata.path("relation_words").open(encoding="utf-8", newline="") as file:
        return [
            (row["relation"], row["position"], words.lower())
            for row in csv.DictReader(file)
            for words in row["words"].split("|")
        ]


@cache
def _infixes() -> list[str]:
    return [words for relation, _, words in _relation_words() if relation == "in"]
