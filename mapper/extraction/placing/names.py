"""Place names of a text: those a gazetteer knows, and those that grammar gives away."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from mapper.extraction.languages import LANGUAGES, Language
from mapper.extraction.languages.cue import Cue
from mapper.extraction.words.lexicon import lexicon
from mapper.extraction.words.signs import signs
from mapper.extraction.words.text import Text
from mapper.extraction.words.tokens import fold
from mapper.model import Place, PlaceRole, Precision
from mapper.schema.voices import known_voice

__all__ = ["Finder", "Mention", "Named", "mentions"]

_WINDOW = 90
_LIST = 40
_KIND_OF = 24
_LINE = 200
# A place told later in a line.
_SET = re.compile(r"[^\n]{0,160}? (?:in|at|near) (?:the )?[A-Z]")
_WIDE = (Precision.ADM1, Precision.ADM2, Precision.ZONE, Precision.COUNTRY)
_LETTERS = 3
_SHORTEST = 3
# Names of so many letters that a text gives are looked for again, and so many of them.
_OWN, _AGAIN = 5, 100
_STOPS = (".", ",", ";", ")", "\n", "")

_LANDMARKS = frozenset(
    {"river", "stream", "lake", "road", "bridge", "mountain", "range", "sea", "wadi"}
)

_ORDINARY = frozenset(
    {"trigger", "noun", "counts", "break", "not_people", "toll_head", "including"}
)
_AND = re.compile(r"،? و ?(?=\w)|، ?")
# What stands between an owner and what it has: "Redford’s northern …".
_OWNED = re.compile(r"[’']s (?:[a-z-]+ ){0,2}")
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
    wide: bool = False
    dateline: bool = False
    office: bool = False
    beside: bool = False


def mentions(text: Text, language: Language, gazetteer: Finder | None) -> list[Named]:
    """Return the place names of a text, by gazetteer and by grammar, in order, none overlapping.

    Grammar finds what no gazetteer knows: a name behind "in", "village of", "قرية".
    """
    body = text.body
    known = [] if gazetteer is None else list(gazetteer.find(body, language.code))
    words, bits = signs(language.code), text.signs(0, len(body))

    def matches(cue: Cue | None) -> Iterable[re.Match[str]]:
        return cue.finditer(body) if cue is not None and words.able(cue, bits) else ()

    places = language.places
    no_places = (places.not_names, places.heads, language.periods.months)
    masked = [match.span() for match in matches(language.places.organisations)]
    found = [
        _known(body, mention, gazetteer, language)
        for mention in known
        if not any(fold(mention.words) in words_of for words_of in no_places)
        and body[max(0, mention.start - 1) : mention.start] not in language.places.no_clitic
    ]
    found = [
        named
        for named in found
        if not _acronym(named) and not _within(named.start, named.end, masked)
    ]
    names = _Names(text, language, found, masked)
    for match in matches(language.places.regions):
        names.add(*match.span("name"))
    names.listed()
    for pattern in (language.places.label, language.places.counted, language.places.headed):
        for match in matches(pattern):
            if _no_place(match["name"], language.code) or _ordinary(match["name"], language):
                continue
            if not _topic(body, match):
                names.add(*match.span("name"))
    names.by_grammar()
    names.again()
    for named in found:
        if site := language.places.site.match(body, named.end):
            named.end, named.words = site.end(), body[named.start : site.end()]
    return sorted(found, key=lambda named: named.start)


def _topic(body: str, match: re.Match[str]) -> bool:
    """Whether a line opens with what it is about: "Protests: five were arrested in Redford"."""
    bare = match.start("name") == match.start()
    return bare and _SET.match(body, match.end(), match.end() + _LINE) is not None


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
        named.wide = place.precision in _WIDE
        named.landmark = place.precision is Precision.SEA_AIR or place.kind in _LANDMARKS
        if place.kind in _CROSSINGS:
            named.role = PlaceRole.VIA
    return named


def _acronym(named: Named) -> bool:
    """Whether a word was taken for the letters of a country: a car, for the CAR."""
    return named.country and len(named.words) <= _LETTERS and not named.words.isupper()


def _within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a name is part of that of an organisation: Islamic State of Iraq and Syria."""
    at = bisect_left(spans, (end, 0))
    return at > 0 and spans[at - 1][0] <= start and end <= spans[at - 1][1]


class _Names:
    """Names found so far, and where the next may stand."""

    def __init__(
        self,
        text: Text,
        language: Language,
        found: list[Named],
        masked: Sequence[tuple[int, int]],
    ) -> None:
        self._body = text.body
        self._text = text
        self._masked = masked
        self._language = language
        self._found = found
        self._spans = sorted((named.start, named.end) for named in found)
        self._starts = [start for start, _ in self._spans]

    def add(self, start: int, end: int) -> None:
        """Take a name, unless another stands there."""
        if self._free(start, end):
            self._found.append(Named(start, end, self._body[start:end]))
            at = bisect_left(self._starts, start)
            self._starts.insert(at, start)
            self._spans.insert(at, (start, end))

    def listed(self) -> None:
        """Take the names that stand behind one head: "the towns of Redford and Greenhill", in Arabic."""
        several = self._language.places.several
        for match in several.finditer(self._body) if several is not None else ():
            group = match.lastgroup or ""
            start = match.start(group)
            for gap in [*_AND.finditer(match[group]), None]:
                end = match.end(group) if gap is None else match.start(group) + gap.start()
                if not self._ordinary(start, end):
                    self.add(start, end)
                start = match.end(group) if gap is None else match.start(group) + gap.end()

    def _ordinary(self, start: int, end: int) -> bool:
        words = self._body[start:end]
        masked = _within(start, end, self._masked)
        return masked or _no_place(words, self._language.code) or _ordinary(words, self._language)

    def by_grammar(self) -> None:
        """Take the names that stand where a place must stand: behind "in", before "village"."""
        self._shorter: set[tuple[int, int]] = set()
        self._told: set[str] = set()
        waiting = []
        for match in self._language.places.grammar.finditer(self._body):
            start = match.start("name")
            end = start + len(_trimmed(match["name"], self._language))
            if end - start < _SHORTEST or _within(start, end, self._masked):
                continue
            free = self._free(start, end)
            if not free and not self._begins(start, end):
                continue
            words = self._body[start:end]
            if _no_place(words, self._language.code) and not self._quarter(start, end):
                continue
            if not free and not self._longer(start):
                continue
            if self._placed(start, end):
                self.add(start, end)
                if end - start >= _OWN:
                    self._told.add(self._body[start:end])
            else:
                waiting.append((start, end))
        for start, end in reversed(waiting):
            # "Velmar’s Redford and Greenhill regions": the last says what the first is.
            if self._leads(start, end):
                self.add(start, end)
        self._found[:] = [n for n in self._found if (n.start, n.end) not in self._shorter]

    def _begins(self, start: int, end: int) -> bool:
        """Whether a known name begins a longer one, in which no other stands."""
        at = bisect_left(self._starts, start)
        if at == len(self._spans) or self._starts[at] != start or self._spans[at][1] >= end:
            return False
        return at + 1 == len(self._spans) or self._starts[at + 1] >= end

    def again(self) -> None:
        """Take a name that the text gives as a place where it stands as one again: "in Redford"."""
        again = self._language.places.again
        own = sorted(self._told, key=lambda words: (-len(words), words))[:_AGAIN]
        if not (again and own):
            return
        names = "|".join(map(re.escape, own))
        for match in re.finditer(again.format(names=names), self._body):
            self.add(*match.span("name"))

    def _longer(self, start: int) -> bool:
        """Take a short name away where it but begins a longer one: "the village of Tell Ali"."""
        before = self._body[max(0, start - _KIND_OF) : start]
        if not self._language.places.kind_before.search(before):
            return False
        at = bisect_left(self._starts, start)
        self._shorter.add(self._spans[at])
        del self._spans[at], self._starts[at]
        return True

    def _quarter(self, start: int, end: int) -> bool:
        """Whether a name that begins as a person's is that of a place: "Sheikh Ali neighbourhood"."""
        places = self._language.places
        titled = places.titled.match(self._body, start, end)
        kinds = (places.kind_after, places.kinds_after)
        return titled is not None and any(kind.match(self._body, end) for kind in kinds)

    def _placed(self, start: int, end: int) -> bool:
        body, places = self._body, self._language.places
        before = body[max(0, start - _WINDOW) : start]
        ahead = places.after.match(body, end, end + 40) is not None
        people = (
            places.adjective.search(body, start, end) is not None
            or places.people_after.match(body, end) is not None
        )
        kind = places.kind_after.match(body, end) is not None and (
            not people
            or (
                places.stormed.search(before) is not None
                and not places.adjective.search(body, start, end)
            )
        )
        listed = self._listed(start, end, kind=kind)
        words = signs(self._language.code)
        bits = self._text.signs(start - _WINDOW, start)
        if ahead and (listed or (words.able(places.before, bits) and places.before.search(before))):
            return True
        if words.able(places.sure, bits) and places.sure.search(before):
            return ahead or not people
        return kind and not _opens_sentence(before)

    def _free(self, start: int, end: int) -> bool:
        at = bisect_left(self._starts, start)
        return not (
            (at < len(self._spans) and self._spans[at][0] < end)
            or (at > 0 and self._spans[at - 1][1] > start)
        )

    def _listed(self, start: int, end: int, *, kind: bool) -> bool:
        """Whether a name stands in a list behind a place, or is its own: Redford and Greenhill."""
        at = bisect_left(self._starts, start)
        if not at or start - self._spans[at - 1][1] > _LIST:
            return False
        between = self._body[self._spans[at - 1][1] : start]
        if _OWNED.fullmatch(between):
            return kind or self._body[end : end + 1] in _STOPS
        match = self._language.roles.between_places.match(between)
        joined = match is not None and match.end() == len(between)
        return joined and not between.rstrip().endswith("the")

    def _leads(self, start: int, end: int) -> bool:
        at = bisect_left(self._starts, end)
        if at == len(self._spans) or self._starts[at] - end > _LIST:
            return False
        between = self._body[end : self._starts[at]]
        match = self._language.roles.between_places.match(between)
        joined = match is not None and match.end() == len(between) and between.strip() != ","
        before = self._body[max(0, start - 3) : start]
        behind = self._language.places.kinds_after.match(self._body, self._spans[at][1])
        return joined and (
            before.endswith(("’s ", "'s "))
            or behind is not None
            or self._listed(start, end, kind=True)
        )


def _opens_sentence(before: str) -> bool:
    return not before.strip() or before.rstrip(" \t")[-1:] in "\n.!?:;•–-|"


def _ordinary(words: str, language: Language) -> bool:
    """Whether a single word is one that tells of people and what befell them, in a script without capitals."""
    if language.syntax.capitals or " " in words.strip():
        return False
    roles = lexicon(language.code).roles(words.strip())
    return not _ORDINARY.isdisjoint(roles)


def _trimmed(words: str, language: Language) -> str:
    """Return a name without the day or the people behind it: "Redford Friday"."""
    while " " in words and fold(words.rpartition(" ")[2]) in language.places.not_names:
        words = words.rpartition(" ")[0]
    return words.rstrip("’'")


@lru_cache(maxsize=50_000)
def _no_place(words: str, code: str) -> bool:
    """Whether a name is that of a day, a people, an office or a voice."""
    language = LANGUAGES[code]
    first = fold(words.split(maxsplit=1)[0])
    return (
        fold(words) in language.places.not_names
        or first in language.places.not_names
        or (words.isupper() and language.syntax.capitals)
        or known_voice(words) is not None
        or language.places.not_words.search(words) is not None
    )
