"""Place names of a text: those a gazetteer knows, and those that grammar gives away."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mapper.extraction.languages import Language
from mapper.extraction.tokens import fold
from mapper.model import Place, PlaceRole, Precision
from mapper.schema.voices import known_voice

__all__ = ["Finder", "Mention", "Named", "mentions"]

_WINDOW = 90

_LANDMARKS = frozenset(
    {"river", "stream", "lake", "road", "bridge", "mountain", "range", "sea", "wadi"}
)

_CROSSINGS = frozenset({"crossing", "border", "border_crossing"})


class Mention(Protocol):
    """A place name that a gazetteer found in running text."""

    @property
    def start(self) -> int:
        """Where it starts, in code points."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""

    @property
    def words(self) -> str:
        """The name as written."""


class Finder(Protocol):
    """What reading needs of a gazetteer."""

    def find(self, text: str, language: str) -> Sequence[Mention]:
        """Return the place names in a text, none overlapping another."""


@dataclass(slots=True)
class Named:
    """A place name of the text, its role, and whether it only says where another place lies."""

    start: int
    end: int
    words: str
    role: PlaceRole = PlaceRole.SCENE
    container: bool = False
    listed: bool = False
    country: bool = False
    code: str = ""
    whole: bool = False
    landmark: bool = False
    dateline: bool = False


def mentions(body: str, language: Language, gazetteer: Finder | None) -> list[Named]:
    """Return the place names of a text, by gazetteer and by grammar, in order, none overlapping.

    Grammar finds what no gazetteer knows: a name behind "in", "village of", "قرية".
    """
    known = [] if gazetteer is None else list(gazetteer.find(body, language.code))
    found = [
        _known(body, mention, gazetteer, language)
        for mention in known
        if fold(mention.words) not in language.places.not_names
        and body[max(0, mention.start - 1) : mention.start] not in language.places.no_clitic
    ]
    taken = sorted((named.start, named.end) for named in found)
    starts = [start for start, _ in taken]
    for pattern in (language.places.regions, language.places.label, language.places.grammar):
        for match in pattern.finditer(body):
            start, end = match.span("name")
            if not _free(taken, starts, start, end):
                continue
            words = match["name"]
            if pattern is language.places.grammar:
                listed = _listed(body, taken, starts, start, language)
                trimmed = _name_alone(body, start, words, language, listed=listed)
                if not trimmed:
                    continue
                words = trimmed
                end = start + len(words)
            elif pattern is language.places.label and _no_place(words, language):
                continue
            found.append(Named(start, end, words))
            at = bisect_left(starts, start)
            starts.insert(at, start)
            taken.insert(at, (start, end))
    for named in found:
        if site := language.places.site.match(body, named.end):
            named.end, named.words = site.end(), body[named.start : site.end()]
    return sorted(found, key=lambda named: named.start)


def _known(body: str, mention: Mention, gazetteer: Finder | None, language: Language) -> Named:
    """Return a gazetteer's mention with what it is: a country, a landmark, or a place to be in."""
    start = mention.start
    if article := language.places.article.match(body[start : mention.end]):
        start += article.end()
    named = Named(start, mention.end, body[start : mention.end])
    places = getattr(gazetteer, "__getitem__", None)
    ids = getattr(mention, "place_ids", ())
    if places is not None and ids:
        place: Place = places(ids[0])
        named.country, named.code = place.precision is Precision.COUNTRY, place.country
        named.landmark = place.precision is Precision.SEA_AIR or place.kind in _LANDMARKS
        if place.kind in _CROSSINGS:
            named.role = PlaceRole.VIA
    return named


def _free(taken: Sequence[tuple[int, int]], starts: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(starts, start)
    return not ((at < len(taken) and taken[at][0] < end) or (at > 0 and taken[at - 1][1] > start))


def _listed(
    body: str,
    taken: Sequence[tuple[int, int]],
    starts: Sequence[int],
    start: int,
    language: Language,
) -> bool:
    """Whether a name stands in a list behind a place: Redford and Greenhill."""
    at = bisect_left(starts, start)
    if not at or start - taken[at - 1][1] > 40:
        return False
    between = body[taken[at - 1][1] : start]
    match = language.roles.between_places.match(between)
    return (
        match is not None and match.end() == len(between) and not between.rstrip().endswith("the")
    )


def _name_alone(body: str, start: int, words: str, language: Language, *, listed: bool) -> str:
    """Return a name that grammar takes for a place, without what clings to it; else nothing."""
    words = re.sub(r"[’']s$", "", words)
    if _no_place(words, language):
        return ""
    if not listed and not language.places.before.search(body[max(0, start - _WINDOW) : start]):
        return ""
    end = start + len(words)
    if not language.places.after.match(body, end, end + 40):
        return ""
    return words


def _no_place(words: str, language: Language) -> bool:
    """Whether a name is that of a day, a people, an office or a voice."""
    first = fold(words.split(maxsplit=1)[0])
    return (
        fold(words) in language.places.not_names
        or first in language.places.not_names
        or (words.isupper() and language.syntax.capitals)
        or known_voice(words) is not None
        or language.places.not_words.search(words) is not None
    )
