"""Names to places: exact, by skeleton, and fuzzy inside a country or unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from mapper.gazetteer.folding import bare, folded, is_arabic
from mapper.gazetteer.records import Record
from mapper.gazetteer.skeleton import skeletons
from mapper.model import MatchTier

__all__ = ["Hit", "NameIndex"]

# Below this likeness (0-100, rapidfuzz ratio of bare names) a fuzzy match is noise.
_FUZZY_FLOOR = 84
_FUZZY_LIMIT = 8


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


class NameIndex:
    """All names of a gazetteer, by their folded form and by their skeletons."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._names: list[str] = []
        self._owners: list[int] = []
        self.exact: dict[str, list[int]] = {}
        self._skeletons: dict[str, list[int]] = {}
        for row, record in enumerate(records):
            for name in dict.fromkeys((record.name, *record.names)):
                self._add(row, name)

    def _add(self, row: int, name: str) -> None:
        number = len(self._names)
        self._names.append(name)
        self._owners.append(row)
        for key in {folded(name), bare(name), bare(name).replace(" ", "")}:
            if key:
                self.exact.setdefault(key, []).append(number)
        for key in skeletons(name):
            self._skeletons.setdefault(key, []).append(number)

    def lookup(self, name: str) -> list[Hit]:
        """Return exact hits, and hits by skeleton, the likest spelling of each place."""
        best: dict[int, Hit] = {}
        plain = bare(name)
        for key in dict.fromkeys((folded(name), plain, plain.replace(" ", ""))):
            for number in self.exact.get(key, ()):
                self._keep(
                    best, Hit(self._owners[number], MatchTier.EXACT, 1.0, self._names[number])
                )
        for key in skeletons(name):
            for number in self._skeletons.get(key, ()):
                row = self._owners[number]
                if row not in best or best[row].tier is not MatchTier.EXACT:
                    likeness = self._likeness(plain, self._names[number])
                    self._keep(best, Hit(row, MatchTier.SKELETON, likeness, self._names[number]))
        return list(best.values())

    def owner(self, number: int) -> int:
        """Return the place a name belongs to, both by position."""
        return self._owners[number]

    @staticmethod
    def _keep(best: dict[int, Hit], hit: Hit) -> None:
        known = best.get(hit.row)
        if known is None or (hit.tier is MatchTier.EXACT, hit.likeness) > (
            known.tier is MatchTier.EXACT,
            known.likeness,
        ):
            best[hit.row] = hit

    @staticmethod
    def _likeness(plain: str, name: str) -> float:
        if is_arabic(plain) != is_arabic(name):
            # Vowels cannot be compared across scripts; the key is all there is.
            return 0.8
        return fuzz.ratio(plain, bare(name)) / 100

    def fuzzy(self, name: str, rows: Iterable[int] | None = None) -> list[Hit]:
        """Return places with a name nearly spelt so, among ``rows`` or among all."""
        plain = bare(name)
        if len(plain) < 4:
            return []
        if rows is None:
            pool = self._plain
        else:
            pool = {number: self._plain[number] for row in rows for number in self._numbers[row]}
        found = process.extract(
            plain, pool, scorer=fuzz.ratio, score_cutoff=_FUZZY_FLOOR, limit=_FUZZY_LIMIT
        )
        best: dict[int, Hit] = {}
        for _, score, number in found:
            hit = Hit(self._owners[number], MatchTier.FUZZY, score / 100, self._names[number])
            self._keep(best, hit)
        return list(best.values())

    @cached_property
    def _plain(self) -> dict[int, str]:
        return {number: bare(name) for number, name in enumerate(self._names)}

    @cached_property
    def _numbers(self) -> dict[int, list[int]]:
        numbers: dict[int, list[int]] = {}
        for number, row in enumerate(self._owners):
            numbers.setdefault(row, []).append(number)
        return numbers
