"""Names to places: exact, by skeleton, and fuzzy among some of them."""

from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import fuzz, process

from mapper.gazetteer.folding import bare, folded, is_arabic, marked
from mapper.gazetteer.likeness import likeness
from mapper.gazetteer.segment import Segment, is_code
from mapper.gazetteer.skeleton import skeletons
from mapper.model import MatchTier

__all__ = ["Hit", "NameIndex"]

# Below this likeness (0-100, rapidfuzz ratio of bare names) a fuzzy match is noise.
_FUZZY_FLOOR = 82
_FUZZY_LIMIT = 8
_WORD_FLOOR = 80
# Spellings of the same consonants that share less than this are never very like (0-100).
_FAR = 65
# Sets of places whose names are kept at hand.
_POOLS = 256


class Hit(NamedTuple):
    """A place that a name leads to.

    Parameters
    ----------
    row : int
        The place, by its position.
    tier : MatchTier
        How the name led there.
    likeness : float
        Of the spellings, 0 to 1.
    name : str
        The gazetteer's spelling that was met.
    """

    row: int
    tier: MatchTier
    likeness: float
    name: str


class NameIndex:
    """All names of some gazetteers, numbered through.

    Parameters
    ----------
    segments : sequence of Segment
        Compiled names.
    rows : sequence of sequence of int
        For each segment, the positions of its places among all.
    """

    def __init__(self, segments: Sequence[Segment], rows: Sequence[Sequence[int]]) -> None:
        self._names: list[str] = []
        self._plain: list[str] = []
        self._rows: list[int] = []
        self._scripts = "".join(segment.scripts for segment in segments)
        self._segments: list[tuple[int, Segment]] = []
        self._pools: dict[frozenset[int], tuple[list[int], list[str]]] = {}
        for segment, places in zip(segments, rows, strict=True):
            self._segments.append((len(self._names), segment))
            self._names += segment.names
            self._plain += segment.plain
            self._rows += [places[owner] for owner in segment.owners]

    def keys(self, among: "Container[int] | None" = None) -> Iterator[str]:
        """Return the names of all or of some places, folded, with and without articles."""
        for first, segment in self._segments:
            for key in segment.exact:
                if among is None or any(self._rows[first + n] in among for n in segment.exact[key]):
                    yield key

    def rows_named(self, key: str) -> list[int]:
        """Return places that have just this folded name."""
        found = (
            self._rows[first + n] for first, segment in self._segments for n in segment.exact[key]
        )
        return list(dict.fromkeys(found))

    def exact(self, name: str) -> list[Hit]:
        """Return places that have the name, up to case, marks, articles and spaces."""
        best: dict[int, Hit] = {}
        plain = bare(name)
        # A code such as SUR is a name only as it stands: "Sur" is no Suriname.
        no_code = not name.isupper()
        for key in dict.fromkeys((folded(name), plain, plain.replace(" ", ""))):
            for first, segment in self._segments:
                for number in segment.exact[key]:
                    row, spelling = self._rows[first + number], segment.names[number]
                    if row not in best and not (no_code and is_code(spelling)):
                        best[row] = Hit(row, MatchTier.EXACT, 1.0, spelling)
        return list(best.values())

    def by_skeleton(
        self,
        name: str,
        among: "frozenset[int] | None" = None,
        *,
        without: Container[int] = (),
        own_script: bool = False,
    ) -> list[Hit]:
        """Return places with a name of the same consonants, with the likest spelling of each.

        Parameters
        ----------
        name : str
            Any spelling.
        among : frozenset of int, optional
            Places to stay with.
        without : container of int
            Places to leave out.
        own_script : bool
            Whether a place that has names in the script of ``name`` is met by those alone, and by
            none that is not spelt alike.
        """
        best: dict[int, Hit] = {}
        plain, rows = bare(name), self._rows
        arabic = is_arabic(plain)
        signs = plain if arabic else marked(name)
        own = self.in_script(arabic=arabic) if own_script else ()
        for key in skeletons(name):
            for first, segment in self._segments:
                for number in segment.skeletons[key]:
                    row = rows[first + number]
                    if (among is not None and row not in among) or row in without:
                        continue
                    spelling = segment.plain[number]
                    across = (segment.scripts[number] == "a") != arabic
                    if row in own and (across or _far(plain, spelling)):
                        continue
                    if across:
                        alike = likeness(signs, segment.marked[number] or spelling)
                    else:
                        alike = likeness(plain, spelling)
                    if row not in best or alike > best[row].likeness:
                        best[row] = Hit(row, MatchTier.SKELETON, alike, segment.names[number])
        return list(best.values())

    def in_script(self, *, arabic: bool) -> frozenset[int]:
        """Return the places that have a name in Arabic script, or one in Latin script."""
        return self._written["a" if arabic else "l"]

    @cached_property
    def _written(self) -> dict[str, frozenset[int]]:
        pairs = list(zip(self._scripts, self._rows, strict=True))
        return {
            letter: frozenset(row for script, row in pairs if script == letter) for letter in "al"
        }

    def lookup(self, name: str) -> list[Hit]:
        """Return exact hits, then places whose names only share the consonants."""
        found = self.exact(name)
        known = {hit.row for hit in found}
        return found + [hit for hit in self.by_skeleton(name) if hit.row not in known]

    def fuzzy(self, name: str, among: "frozenset[int] | None" = None) -> list[Hit]:
        """Return places with a name nearly spelt so.

        Parameters
        ----------
        name : str
            At least four letters, or nothing is near enough to tell.
        among : frozenset of int, optional
            Places to stay with.
        """
        plain = bare(name)
        if len(plain) < 4:
            return []
        numbers, spellings = self._pool(among)
        keys = set(skeletons(plain))
        found = process.extract(
            plain, spellings, scorer=fuzz.ratio, score_cutoff=_FUZZY_FLOOR, limit=_FUZZY_LIMIT
        )
        best: dict[int, Hit] = {}
        for spelling, score, position in found:
            if not _word_by_word(plain, spelling):
                continue
            number = numbers[position]
            row = self._rows[number]
            if row not in best:
                # Another consonant makes another name, where one too many may be a slip.
                alike = score / 100
                if keys.isdisjoint(skeletons(spelling)):
                    alike = min(alike, likeness(plain, spelling))
                best[row] = Hit(row, MatchTier.FUZZY, alike, self._names[number])
        return list(best.values())

    def _pool(self, among: "frozenset[int] | None") -> tuple[Sequence[int], Sequence[str]]:
        if among is None:
            return range(len(self._plain)), self._plain
        if among not in self._pools:
            if len(self._pools) > _POOLS:
                self._pools.clear()
            numbers = [number for number, row in enumerate(self._rows) if row in among]
            self._pools[among] = numbers, [self._plain[number] for number in numbers]
        return self._pools[among]


def _far(one: str, other: str) -> bool:
    """Whether two spellings in one script are so far apart that a closer look is not worth its while."""
    return fuzz.ratio(one, other) < _FAR


def _word_by_word(one: str, other: str) -> bool:
    """Whether each word is like its fellow: "Khirbat A" and "Khirbat B" share but a common word.

    Slips seldom touch the first letter: Anbar is not Kanbar.
    """
    first = {skeletons(name)[0][0] for name in (one, other) if skeletons(name)}
    if len(first) > 1:
        return False
    words, fellows = one.split(), other.split()
    if len(words) != len(fellows):
        return True
    return all(fuzz.ratio(a, b) >= _WORD_FLOOR for a, b in zip(words, fellows, strict=True))
