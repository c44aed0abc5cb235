"""What the place names of a text are to it: scene, origin, destination, way, background."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from mapper.extraction.languages import Language
from mapper.extraction.languages.cue import Cue
from mapper.extraction.placing.names import Named
from mapper.extraction.words.signs import signs
from mapper.extraction.words.text import Text
from mapper.model import PlaceRole

__all__ = ["Places"]

_WINDOW = 90
_LONG = 60
_CAPITALS = re.compile(r"(?:[A-Z][A-Z’'-]{2,} ?){1,3}(?<! )")
_SCENE, _ORIGIN, _DESTINATION, _VIA, _BACKGROUND = PlaceRole


_WAYS = (PlaceRole.ORIGIN, PlaceRole.DESTINATION, PlaceRole.VIA)


class Places:
    """The place names of one report, with their roles, for asking what belongs to a claim."""

    def __init__(self, text: Text, language: Language, found: Sequence[Named]) -> None:
        self._body = text.body
        self._text = text
        self._language = language
        self._starts = [named.start for named in found]
        self._found = found
        self._signs = signs(language.code)
        self._ready: dict[tuple[int, int], list[Named]] = {}
        roles = language.roles
        self._ways = (
            (roles.via_before, _VIA),
            (roles.destination_before, _DESTINATION),
            (roles.origin_before, _ORIGIN),
        )

    def within(self, start: int, end: int) -> list[Named]:
        """Return the names of a sentence, with roles."""
        key = (start, end)
        if key not in self._ready:
            here = list(
                self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            )
            self._give_roles(here, start, end)
            self._ready[key] = here
        return self._ready[key]

    def names(self, start: int, end: int) -> bool:
        """Whether some words are part of a name: the mother of "Umm Saneb"."""
        at = bisect_left(self._starts, start + 1) - 1
        return at >= 0 and end <= self._found[at].end and end - start < len(self._found[at].words)

    def _give_roles(self, here: Sequence[Named], start: int, end: int) -> None:
        language, body = self._language, self._body
        for index, named in enumerate(here):
            before = body[max(start, named.start - _WINDOW) : named.start]
            after = body[named.end : min(end, named.end + 40)]
            if self._is_dateline(named, start) or (
                not index and self._opens_long(named, start, end, here)
            ):
                named.role, named.dateline = _BACKGROUND, True
                continue
            bits = self._text.signs(max(start, named.start - _WINDOW), named.start)
            named.whole = not self._behind(language.places.directed, before, bits)
            crossing = named.role is _VIA
            named.role = self._role(before, bits, after)
            named.beside = self._behind(language.places.beside, before, bits)
            office = language.roles.office_before
            named.office = office is not None and self._behind(office, before, bits)
            doer = _possessive(after) or language.roles.doer_after.match(after)
            if crossing or (named.country and doer):
                named.role = _VIA if crossing else _BACKGROUND
            named.landmark = (
                named.landmark
                or language.places.landmark.search(named.words + after[:12]) is not None
                or self._behind(language.roles.way_before, before, bits)
            )
            if not index:
                continue
            previous = here[index - 1]
            between = body[previous.end : named.start]
            if len(between) > 70:
                continue
            if _possessive(between) and len(between) < 30:
                # "Syria's coastal region": the first only says where the second lies.
                previous.container = True
                named.role = previous.role if previous.role in _WAYS else named.role
                continue
            beside = language.roles.between_places.match(between)
            if beside is not None and beside.end() == len(between):
                following = body[named.end : min(end, named.end + 30)]
                wider = language.roles.wider_after.match(after) is not None or (
                    named.country and not previous.country
                )
                holds = wider and between.endswith((", ", ", in ", ", in the "))
                alone = not previous.listed and (
                    holds
                    or (between.strip() == "," and not language.roles.listing.match(following))
                )
                if alone:
                    named.container = True
                    named.role = previous.role
                elif named.role is _SCENE and not language.roles.preposition.search(between):
                    named.role = previous.role
                    named.listed = True
                    named.landmark = named.landmark or previous.landmark
                else:
                    named.listed = named.role is previous.role
            elif (inside := language.roles.within.match(between)) and inside.end() == len(between):
                named.container = True
                named.role = previous.role

    def _is_dateline(self, named: Named, start: int) -> bool:
        """Whether a name only says where the report was written: DAMASCUS, Syria (AP) —."""
        if named.start - start > 40:
            return False
        match = self._language.places.dateline.match(self._body, named.end, named.end + 60)
        if match is None:
            return False
        first = self._body[start : named.end]
        upper = named.words.isupper() or "(" in match.group() or ")" in match.group()
        return "\n" not in first and (
            upper if self._language.syntax.capitals else named.start == start
        )

    def _opens_long(self, named: Named, start: int, end: int, here: Sequence[Named]) -> bool:
        """Whether a name in small letters stands where a dateline does, and others tell where it was."""
        mark = self._language.places.dateline_of.match(self._body, named.end, end)
        if mark is None or named.start != start or end - start < _LONG:
            return False
        return any(other.start >= mark.end() for other in here)

    def dateline(self, start: int, end: int) -> str:
        """Return where a sentence says it was written, as the first of a story does."""
        for named in self.within(start, end):
            if named.dateline:
                return named.words
        capitals = _CAPITALS.match(self._body, start, end)
        words = self._language.places.dateline
        if capitals is None or words.match(self._body, capitals.end(), end) is None:
            return ""
        return capitals.group()

    def _behind(self, cue: Cue, before: str, bits: int) -> bool:
        """Whether a pattern matches the text before a name, which bears these signs."""
        return self._signs.able(cue, bits) and cue.within(before)

    def _role(self, before: str, bits: int, after: str) -> PlaceRole:
        roles = self._language.roles
        if self._behind(roles.background_before, before, bits) or roles.background_after.match(
            after
        ):
            return _BACKGROUND
        for pattern, role in self._ways:
            if self._behind(pattern, before, bits):
                return role
        return _SCENE

    def chain(self, first: Named, here: Sequence[Named]) -> tuple[str, ...]:
        """Return a name with those listed beside it, without those it only lies in."""
        at = here.index(first)
        while here[at].listed and at and not here[at].container:
            at -= 1
        names = [here[at].words]
        for named in here[at + 1 :]:
            if named.container:
                continue
            if not named.listed:
                break
            names.append(named.words)
        return tuple(dict.fromkeys(names))


def _possessive(words: str) -> bool:
    return words[:2] in ("'s", "’s")
