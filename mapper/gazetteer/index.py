"""Names to places: exact, by skeleton, and fuzzy among some of them.

The names of one gazetteer are a `Segment`, compiled once and kept on disk; an index asks several.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from rapidfuzz import fuzz, process

from mapper.gazetteer.folding import bare, folded, is_arabic
from mapper.gazetteer.likeness import likeness
from mapper.gazetteer.records import Record
from mapper.gazetteer.skeleton import skeletons
from mapper.model import MatchTier

__all__ = ["Hit", "NameIndex", "Segment"]

# Below this likeness (0-100, rapidfuzz ratio of bare names) a fuzzy match is noise.
_FUZZY_FLOOR = 82
_FUZZY_LIMIT = 8
_WORD_FLOOR = 80
# Spellings of the same consonants that share less than this are never very like (0-100).
_FAR = 65


@dataclass(frozen=True, slots=True)
class Hit:
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


@dataclass(slots=True)
class Segment:
    """The compiled names of one gazetteer.

    Parameters
    ----------
    names : list of str
        Every spelling.
    owners : list of int
        The place of each, by its position.
    plain : list of str
        Each without articles, as `bare` gives it.
    exact, skeletons : dict
        Keys to positions in ``names``.
    """

    names: list[str] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    exact: dict[str, list[int]] = field(default_factory=dict)
    skeletons: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Sequence[Record]) -> "Segment":
        """Compile the names of some places.

        >>> Segment.of([Record("a:1", "al-Bab", "settlement")]).exact
        {'al bab': [0], 'bab': [0]}
        """
        segment = cls()
        for row, record in enumerate(records):
            seen = set()
            for name in (record.name, *record.names):
                key = folded(name)
                if key and key not in seen:
                    seen.add(key)
                    segment._add(row, name, key)
        return segment

    def _add(self, row: int, name: str, whole: str) -> None:
        number = len(self.names)
        plain = bare(name)
        self.names.append(name)
        self.owners.append(row)
        self.plain.append(plain)
        for key in dict.fromkeys((whole, plain, plain.replace(" ", ""))):
            if key:
                self.exact.setdefault(key, []).append(number)
        for key in () if _code(name) else skeletons(name):
            self.skeletons.setdefault(key, []).append(number)

    def columns(self) -> dict[str, Any]:
        """Return what `Segment` takes, for keeping it on disk."""
        return {name: getattr(self, name) for name in self.__slots__}


class NameIndex:
    """All names of some gazetteers.

    Parameters
    ----------
    segments : sequence of Segment
        Compiled names.
    rows : sequence of sequence of int
        For each segment, the positions of its places among all.
    """

    def __init__(self, segments: Sequence[Segment], rows: Sequence[Sequence[int]]) -> None:
        self._parts = list(zip(segments, rows, strict=True))

    def keys(self, among: "Container[int] | None" = None) -> Iterator[str]:
        """Return the names of all or of some places, folded, with and without articles."""
        for segment, rows in self._parts:
            for key, numbers in segment.exact.items():
                if among is None or any(rows[segment.owners[n]] in among for n in numbers):
                    yield key

    def rows_named(self, key: str) -> list[int]:
        """Return places that have just this folded name."""
        found = [
            rows[segment.owners[number]]
            for segment, rows in self._parts
            for number in segment.exact.get(key, ())
        ]
        return list(dict.fromkeys(found))

    def exact(self, name: str) -> list[Hit]:
        """Return places that have the name, up to case, marks, articles and spaces."""
        best: dict[int, Hit] = {}
        plain = bare(name)
        keys = dict.fromkeys((folded(name), plain, plain.replace(" ", "")))
        for segment, rows in self._parts:
            for key in keys:
                for number in segment.exact.get(key, ()):
                    row = rows[segment.owners[number]]
                    # A code such as SUR is a name only as it stands: "Sur" is no Suriname.
                    if row not in best and (name.isupper() or not _code(segment.names[number])):
                        best[row] = Hit(row, MatchTier.EXACT, 1.0, segment.names[number])
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
        plain = bare(name)
        arabic = is_arabic(plain)
        own = self._scripts[arabic] if own_script else ()
        for key in skeletons(name):
            for segment, rows in self._parts:
                owners, plains = segment.owners, segment.plain
                for number in segment.skeletons.get(key, ()):
                    row = rows[owners[number]]
                    if row in without or (among is not None and row not in among):
                        continue
                    spelling = plains[number]
                    if row in own and (is_arabic(spelling) != arabic or _far(plain, spelling)):
                        continue
                    alike = likeness(plain, spelling)
                    if row not in best or alike > best[row].likeness:
                        best[row] = Hit(row, MatchTier.SKELETON, alike, segment.names[number])
        return list(best.values())

    def in_script(self, *, arabic: bool) -> frozenset[int]:
        """Return the places that have a name in Arabic script, or one in Latin script."""
        return self._scripts[arabic]

    @cached_property
    def _scripts(self) -> tuple[frozenset[int], frozenset[int]]:
        written: tuple[set[int], set[int]] = (set(), set())
        for segment, rows in self._parts:
            for owner, plain in zip(segment.owners, segment.plain, strict=True):
                if plain[:1].isascii() or is_arabic(plain):
                    written[is_arabic(plain)].add(rows[owner])
        return frozenset(written[False]), frozenset(written[True])

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
            part, number = numbers[position]
            segment, rows = self._parts[part]
            row = rows[segment.owners[number]]
            if row not in best:
                # Another consonant makes another name, where one too many may be a slip.
                alike = score / 100
                if keys.isdisjoint(skeletons(spelling)):
                    alike = min(alike, likeness(plain, spelling))
                best[row] = Hit(row, MatchTier.FUZZY, alike, segment.names[number])
        return list(best.values())

    def _pool(self, among: "frozenset[int] | None") -> tuple[Any, list[str]]:
        if among not in self._pools:
            if len(self._pools) > 256:
                self._pools.clear()
            kept = [
                ((part, number), segment.plain[number])
                for part, (segment, rows) in enumerate(self._parts)
                for number, owner in enumerate(segment.owners)
                if among is None or rows[owner] in among
            ]
            self._pools[among] = [where for where, _ in kept], [plain for _, plain in kept]
        return self._pools[among]

    @cached_property
    def _pools(self) -> "dict[frozenset[int] | None, tuple[Any, list[str]]]":
        return {}


def _code(name: str) -> bool:
    return len(name) <= 3 and name.isupper()


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
