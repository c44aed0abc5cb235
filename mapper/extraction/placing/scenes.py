"""Where a report is set, sentence by sentence: what one leaves to the next.

What a sentence takes over is decided here and nowhere else. A sentence without a place of its own
is set, in this order:

1. at the place of the heading that it stands under, in a list;
2. where its paragraph was set last;
3. where the sentences just before were, if something happened there and nothing turns away from it
   ("elsewhere", "in a separate attack", "nationwide"); an area gives way to a place told in the lead;
4. where the report's event was.

Datelines, seats of sources and offices, and what places are far from set no scene.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mapper.extraction.languages import Language
from mapper.extraction.placing.names import Named
from mapper.extraction.placing.places import Places
from mapper.extraction.words.sentences import Sentence, line_start
from mapper.extraction.words.signs import signs
from mapper.extraction.words.tokens import fold
from mapper.model import PlaceRole

__all__ = ["Scenes", "is_scene"]

_LEAD = 3
_GOES_ON = 4
# Named at the head of the page, where the report was written: better than nothing.
_DATELINE = 3
# Whose mayor or health ministry speaks, where no other place is told.
_OFFICE = 6
_KIND_BEFORE, _KIND_BEHIND = 14, 24


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where a sentence was set: which sentence it was, in which paragraph; ``area`` a wide one."""

    number: int
    paragraph: int
    names: tuple[str, ...]
    area: bool = False


@dataclass(frozen=True, slots=True)
class _Focus:
    """Where the report's event was, and how well that is said, 0 best."""

    rank: int
    names: tuple[str, ...]
    area: bool


class Scenes:
    """Remembers where a report is set.

    Parameters
    ----------
    body : str
        The report.
    language : Language
        The table of its language.
    places : Places
        Its place names.
    """

    def __init__(self, body: str, language: Language, places: Places) -> None:
        self._body = body
        self._words = language.places
        self._signs = signs(language.code)
        self._places = places
        self._codes: set[str] = set()
        self._by_kind: dict[str, tuple[str, ...]] = {}
        self._named: tuple[str, ...] = ()
        self.header: tuple[str, ...] = ()
        self.country: tuple[str, ...] = ()
        self.begin()

    def begin(self, dateline: str = "") -> None:
        """Forget what stood before the story: headlines of others, captions, the page's menu."""
        self._dateline: tuple[str, ...] = (dateline,) if dateline else ()
        self._focus: _Focus | None = None
        self._last: _Scene | None = None
        self._before: tuple[_Focus | None, _Scene | None] = (None, None)
        self._seen = 0

    @property
    def focus(self) -> tuple[str, ...]:
        """Where the report's event was, as far as it has been read."""
        return self._focus.names if self._focus is not None else ()

    @property
    def last(self) -> tuple[str, ...]:
        """Where the report was set last."""
        return self._last.names if self._last is not None else ()

    def head(self, sentence: Sentence) -> None:
        """Take the place of a line that opens a part of a list: "Redford:"."""
        here = self._places.within(sentence.start, sentence.end)
        self.header = self._places.chain(here[0], here) if here else ()

    def take_back(self) -> None:
        """Forget where the last sentence is set: its places are those of the parts of a total."""
        self._focus, self._last = self._before

    def note(self, sentence: Sentence, *, claims: bool) -> None:
        """Remember where a sentence is set."""
        self._before = self._focus, self._last
        self._seen += 1
        here = self._places.within(sentence.start, sentence.end)
        if not here:
            return
        lead = self._seen <= _LEAD
        if not self.country:
            self.country = next(((n.words,) for n in here if n.country), ())
        if lead:
            self._codes.update(n.code for n in here if n.country)
        for named in here:
            rank = self._rank(named, lead=lead, claims=claims)
            if rank is not None and (self._focus is None or rank < self._focus.rank):
                names = self._places.chain(named, here)
                self._focus = _Focus(rank, names, named.country or named.wide)
            if not (named.country or named.dateline):
                self._named = (named.words,)
            self._note_kind(named, here)
        able = (n for n in here if is_scene(n) and not n.country)
        scene = next((n for n in able if n.role is PlaceRole.SCENE), None)
        if scene is not None and (claims or self._happens(sentence)):
            names = self._places.chain(scene, here)
            self._last = _Scene(self._seen, sentence.paragraph, names, scene.wide)

    def _happens(self, sentence: Sentence) -> bool:
        happening = self._words.happening
        able = self._signs.able(happening, sentence.signs)
        return able and happening.search(self._body, sentence.start, sentence.end) is not None

    def _note_kind(self, named: Named, here: Sequence[Named]) -> None:
        """Remember which city, camp, base, … was named last."""
        if named.role is PlaceRole.BACKGROUND or named.country or named.container:
            return
        around = self._body[max(0, named.start - _KIND_BEFORE) : named.end + _KIND_BEHIND].lower()
        for kind in self._words.kinds:
            if kind in around:
                self._by_kind[kind] = self._places.chain(named, here)

    def _rank(self, named: Named, *, lead: bool, claims: bool) -> int | None:
        """Return how well a name says where the report's event was, 0 best; None if it does not.

        A place of the lead; where the report was written, if that is the country it speaks of; the
        whole country, where the lead says so; any later place; part of a country.
        """
        if named.dateline:
            known = not self._codes or not named.code or named.code in self._codes
            return _DATELINE if known else None
        if named.office and not named.country and named.role is PlaceRole.BACKGROUND:
            return _OFFICE
        if named.role not in (PlaceRole.SCENE, PlaceRole.ORIGIN) or named.landmark:
            return None
        if fold(named.words) in self._words.seats or self._is_label(named):
            return None
        if named.country:
            return (2 if named.whole else 1) if lead and not named.container else 5
        if named.container:
            return 4
        return 0 if lead else 3 if claims else 4

    def _is_label(self, named: Named) -> bool:
        """Whether a name opens an item of a list: "- Redford: 40"."""
        line = line_start(self._body, named.start)
        opens = not any(letter.isalnum() for letter in self._body[line : named.start])
        return opens and self._body[named.end : named.end + 3].lstrip(" *")[:1] in (":", "|")

    def of_kind(self, kind: str, *, same: bool) -> tuple[str, ...]:
        """Return the place last named of a kind: "the base"; "the same town" is any named last."""
        if kind in self._words.capitals:
            return self._dateline
        if same:
            return self._named
        return self._by_kind.get(kind, self.last)

    def carried(self, sentence: Sentence, *, total: bool) -> tuple[str, ...]:
        """Return where the sentences before were set, if a sentence goes on with them.

        A running total is that of the report's event, wherever something happened last.
        """
        scene = self._last
        if scene is None:
            return ()
        turns = self._words.turns_away.search(self._body, sentence.start, sentence.end)
        if scene.paragraph == sentence.paragraph:
            return () if turns and scene.number < self._seen else scene.names
        if turns or total or self._seen - scene.number > _GOES_ON:
            return ()
        finer = self._focus is not None and not self._focus.area and self._focus.rank == 0
        return () if scene.area and finer else scene.names


def is_scene(named: Named) -> bool:
    """Whether something may have happened at a place that is named."""
    return (
        named.role in (PlaceRole.SCENE, PlaceRole.ORIGIN)
        and not named.container
        and not named.landmark
    )
